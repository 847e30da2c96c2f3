import{a as Q,b as k}from"./chunk-HFGTDZ62.js";import{a as w}from"./chunk-HAREG2RH.js";import{a as x,e as P}from"./chunk-N6QKY6LK.js";import{a as K}from"./chunk-H2ZOWXED.js";import{s as v,w as S}from"./chunk-4U2WTZIJ.js";import{a as B,f as F,g as H,h as V,l as u,m as U,o as m,p as g,r as h,s as W,u as y}from"./chunk-APBTJ5QG.js";import{b as R}from"./chunk-SQE76S5B.js";var b=R(B(),1);var L=class extends String{__apiType;value;__meta__;constructor(n,i){super(n),this.value=n,this.__meta__=i}toString(){return this.value}},$=new L(`
    mutation DecideProposal($step: TransitionProposalInput!, $key: String!) {
  transitionProposal(input: $step, idempotencyKey: $key) {
    proposal {
      id
      revision
      state
    }
    errors {
      code
      path
      message
    }
  }
}
    `),X=new L(`
    query ReferralChoices {
  units(filter: {state: {eq: ACTIVE}}, first: 100) {
    nodes {
      id
      name
    }
  }
  serviceTypes(filter: {state: {eq: ACTIVE}}, first: 100) {
    nodes {
      code
      titleFi
      titleSv
      titleEn
    }
  }
}
    `),q=new L(`
    mutation WriteReferral($referral: CreateReferralInput!, $key: String!) {
  createReferral(input: $referral, idempotencyKey: $key) {
    referral {
      id
      revision
      state
    }
    errors {
      code
      path
      message
    }
  }
}
    `),J=new L(`
    mutation SendReferral($step: TransitionReferralInput!, $key: String!) {
  transitionReferral(input: $step, idempotencyKey: $key) {
    referral {
      id
      revision
      state
    }
    errors {
      code
      path
      message
    }
  }
}
    `),j=new L(`
    query LahetteidenTilat {
  referrals(orderBy: MODIFIED_AT_DESC, first: 20) {
    totalCount
    nodes {
      id
      state
      modifiedAt
      receivedAt
      firstNames
      lastName
      decisionReason
      programmes(first: 2) {
        nodes {
          state
          startsOn
          endsOn
        }
      }
    }
  }
}
    `),Z=new L(`
    query PaatostaOdottavat($odottavat: [ProposalState!]) {
  proposals(filter: {state: {in: $odottavat}}, first: 20) {
    nodes {
      id
      revision
      kind
      state
      text
      startsOn
      endsOn
      daysPerWeek
      endReason
      sentAt
      referral {
        lastName
        decisionReference
      }
      history {
        at
        action
        actorName
        comment
      }
    }
  }
}
    `);var oe={ways:{referrals:"Lähetteet",proposals:"Ehdotukset",newReferral:"Uusi lähete"},referralsLead:"Oman organisaatiosi lähetteet, viimeksi muuttuneet ensin. Tila on ajan tasalla ilman puhelinsoittoa.",noReferrals:"Organisaatiollasi ei ole lähetteitä.",person:"Kenestä",changed:"Muuttunut",received:"Vastaanotettu",programme:"Valmennusjakso",write:"Kirjoita lähete",newLead:"Lähete on luonnos, jonka vain organisaatiosi näkee, kunnes lähetät sen.",whom:"Kenet lähetät",whatFor:"Mihin",onWhat:"Millä perusteella",unit:"Yksikkö",continue:"Jatka tarkistukseen",review:"Tarkista ennen lähettämistä",reviewLead:"Nämä tiedot näkyvät yksikölle, kun lähetät lähetteen. Jokaisesta katselusta jää merkintä, jonka henkilö voi nähdä.",back:"Palaa muokkaamaan",send:"Lähetä lähete",sent:"Lähete on lähetetty.",toReferrals:"Lähetteisiin",proposalsLead:"Ehdotukset, jotka odottavat organisaatiosi päätöstä.",noProposals:"Päätöstä odottavia ehdotuksia ei ole.",comment:"Perustelu tai kysymys",decided:"Päätös on tallennettu.",history:"Mitä on tapahtunut",period:"Aika"},ie={ways:{referrals:"Remisser",proposals:"Förslag",newReferral:"Ny remiss"},referralsLead:"Din organisations remisser, de senast ändrade först. Läget är aktuellt utan telefonsamtal.",noReferrals:"Din organisation har inga remisser.",person:"Vem",changed:"Ändrad",received:"Mottagen",programme:"Träningsperiod",write:"Skriv en remiss",newLead:"Remissen är ett utkast som bara din organisation ser tills du skickar den.",whom:"Vem du remitterar",whatFor:"Till vad",onWhat:"På vilken grund",unit:"Enhet",continue:"Fortsätt till granskning",review:"Granska innan du skickar",reviewLead:"Enheten ser dessa uppgifter när du skickar remissen. Varje titt lämnar ett spår som personen kan se.",back:"Tillbaka till formuläret",send:"Skicka remissen",sent:"Remissen är skickad.",toReferrals:"Till remisserna",proposalsLead:"Förslag som väntar på din organisations beslut.",noProposals:"Inga förslag väntar på beslut.",comment:"Motivering eller fråga",decided:"Beslutet är sparat.",history:"Vad som har hänt",period:"Tid"},Ee={ways:{referrals:"Referrals",proposals:"Proposals",newReferral:"New referral"},referralsLead:"Referrals of your organisation, last changed first. The state is current without a phone call.",noReferrals:"Your organisation has no referrals.",person:"Who",changed:"Changed",received:"Received",programme:"Programme",write:"Write a referral",newLead:"The referral is a draft that your organisation alone sees, until you send it.",whom:"Whom you refer",whatFor:"What for",onWhat:"On what basis",unit:"Unit",continue:"Go on to the review",review:"Review before you send",reviewLead:"The unit sees this when you send the referral. Every look leaves a record that the person may see.",back:"Back to the form",send:"Send the referral",sent:"The referral is sent.",toReferrals:"To the referrals",proposalsLead:"Proposals that wait for your organisation’s decision.",noProposals:"No proposals wait for a decision.",comment:"Reason or question",decided:"The decision is saved.",history:"What has happened",period:"Period"};function N(){return{fi:oe,sv:ie,en:Ee}[m().language]}var r=R(u(),1);function z(){let e=N(),n=g(Z,{odottavat:["SENT","ASKED"]});return(0,r.jsx)(U,{title:e.ways.proposals,lead:e.proposalsLead,isReading:!0,children:(0,r.jsx)(y,{look:n,children:({proposals:i})=>i?.nodes.length?(0,r.jsx)("ul",{className:"cards",children:i.nodes.map(t=>(0,r.jsx)(_e,{proposal:t},t.id))}):(0,r.jsx)("p",{className:"card quiet",children:e.noProposals})})})}function _e({proposal:e}){let n=N(),{announce:i}=m(),{whole:t}=P(),a=S("ofChoice","ProposalKind"),_=S("ofType","Proposal"),[T,O]=(0,b.useState)(""),[E,f]=(0,b.useState)({revision:e.revision,state:e.state}),s=h($),I=async o=>{let C={id:e.id,revision:E.revision,transition:o,comment:T.trim()||null},M=(await s.run({step:C}))?.transitionProposal.proposal;M&&(f(M),i(n.decided))},p=`comment-${e.id}`;return(0,r.jsxs)("li",{className:"card",children:[(0,r.jsxs)("div",{className:"row apart",children:[(0,r.jsxs)("h2",{children:[a(e.kind),e.referral?.lastName?`, ${e.referral.lastName}`:""]}),(0,r.jsx)("span",{className:"tag note",children:_(E.state)})]}),e.startsOn||e.endsOn?(0,r.jsxs)("p",{children:[n.period,": ",t(e.startsOn)," – ",t(e.endsOn)]}):null,(0,r.jsx)("p",{children:e.text}),(0,r.jsx)(Te,{proposal:e}),(0,r.jsx)(W,{problems:s.problems,inputs:{comment:p}}),E.state==="SENT"?(0,r.jsxs)(r.Fragment,{children:[(0,r.jsxs)("div",{className:"field",children:[(0,r.jsx)("label",{htmlFor:p,children:n.comment}),(0,r.jsx)("textarea",{id:p,autoComplete:"off",maxLength:2e3,value:T,onChange:o=>O(o.target.value)})]}),(0,r.jsx)("div",{className:"row",children:["ACCEPT","REJECT","ASK"].map(o=>(0,r.jsx)("button",{type:"button",className:o==="ACCEPT"?"button first":"button",disabled:s.isWaiting,onClick:()=>{I(o)},children:_(o)},o))})]}):null]})}function Te({proposal:e}){let n=N(),{moment:i}=P(),t=S("ofType","Proposal");return e.history?.length?(0,r.jsxs)("details",{className:"small",children:[(0,r.jsx)("summary",{children:n.history}),(0,r.jsx)("ul",{className:"stack",children:e.history.map((a,_)=>(0,r.jsxs)("li",{children:[i(a.at)," ",a.actorName,": ",t(a.action),a.comment?` – ${a.comment}`:""]},_))})]}):null}var G=R(B(),1);var ee={unitId:"",firstNames:"",lastName:"",phone:"",email:"",serviceCode:"",goals:"",background:"",planKind:"",planReference:"",wantedStartOn:"",daysPerWeek:"",minutesPerDay:"",basis:"CONSENT",statute:"",consentGivenOn:""},le=new Set(["daysPerWeek","minutesPerDay"]);function te(e){let i=Object.entries(e).filter(([,t])=>t.trim()!=="").map(([t,a])=>[t,le.has(t)?Number(a):a.trim()]);return{safetyRestriction:!1,...Object.fromEntries(i)}}var l=R(u(),1);function re({written:e,choices:n,onChange:i,onDone:t}){let a=N(),{language:_}=m(),T=S("ofType","Referral"),O=s=>I=>i({...e,[s]:I}),E=(s,I="text",p=!1)=>(0,l.jsx)(Q,{id:s,title:T(s),kind:I,value:e[s],isRequired:p,onChange:O(s)});return(0,l.jsxs)("form",{className:"stack-large",onSubmit:s=>{s.preventDefault(),t()},children:[(0,l.jsxs)("fieldset",{className:"card",children:[(0,l.jsx)("legend",{children:a.whom}),E("firstNames","text",!0),E("lastName","text",!0),E("phone"),E("email")]}),(0,l.jsxs)("fieldset",{className:"card",children:[(0,l.jsx)("legend",{children:a.whatFor}),(0,l.jsx)(k,{id:"unitId",title:a.unit,options:n.units.map(({id:s,name:I})=>[s,I]),value:e.unitId,isRequired:!0,onChange:O("unitId")}),(0,l.jsx)(k,{id:"serviceCode",title:T("serviceCode"),options:n.services.map(s=>[s.code,v(s,_)]),value:e.serviceCode,isRequired:!0,onChange:O("serviceCode")}),E("goals","long",!0),E("background","long"),E("wantedStartOn","date"),E("daysPerWeek","number"),E("minutesPerDay","number"),(0,l.jsx)(w,{label:T("planKind"),titles:"plan_kind",kind:"ofTerms",value:e.planKind,onChange:O("planKind")}),E("planReference")]}),(0,l.jsxs)("fieldset",{className:"card",children:[(0,l.jsx)("legend",{children:a.onWhat}),(0,l.jsx)(w,{label:T("basis"),titles:"Basis",value:e.basis,onChange:s=>O("basis")(s)}),e.basis==="CONSENT"?E("consentGivenOn","date",!0):E("statute","text",!0)]}),(0,l.jsx)("div",{children:(0,l.jsx)("button",{type:"submit",className:"button first",children:a.continue})})]})}var A=R(u(),1);function ne({written:e,choices:n,isWaiting:i,onBack:t,onSend:a}){let _=N(),{language:T}=m(),{whole:O}=P(),E=S("ofType","Referral"),f=S("ofChoice","Basis"),s=S("ofTerms","plan_kind"),I={unitId:n.units.find(({id:o})=>o===e.unitId)?.name??"",serviceCode:v(n.services.find(({code:o})=>o===e.serviceCode),T),basis:f(e.basis),planKind:s(e.planKind),wantedStartOn:O(e.wantedStartOn),consentGivenOn:O(e.consentGivenOn)},p=Object.keys(e).filter(o=>e[o]);return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)("dl",{className:"card facts",children:p.map(o=>(0,A.jsxs)("div",{className:"fact",children:[(0,A.jsx)("dt",{children:o==="unitId"?_.unit:E(o)}),(0,A.jsx)("dd",{children:I[o]??e[o]})]},o))}),(0,A.jsxs)("div",{className:"row",children:[(0,A.jsx)("button",{type:"button",className:"button first",disabled:i,onClick:a,children:_.send}),t?(0,A.jsx)("button",{type:"button",className:"button",onClick:t,children:_.back}):null]})]})}var c=R(u(),1);function ae(){let e=N(),{announce:n}=m(),i=g(X,{}),[t,a]=(0,G.useState)(ee),[_,T]=(0,G.useState)("write"),[O,E]=(0,G.useState)(null),f=h(q),s=h(J),I=async()=>{let C=O??(await f.run({referral:te(t)}))?.createReferral.referral;!C||(E(C),!(await s.run({step:{id:C.id,revision:C.revision,transition:"SUBMIT"}}))?.transitionReferral.referral)||(T("sent"),n(e.sent))},p={write:e.ways.newReferral,review:e.review,sent:e.sent},o={write:e.newLead,review:e.reviewLead,sent:""};return(0,c.jsxs)(U,{title:p[_],lead:o[_],isReading:!0,children:[(0,c.jsx)(W,{problems:[...f.problems,...s.problems]}),(0,c.jsx)(y,{look:i,children:({units:C,serviceTypes:M})=>{let Y={units:C?.nodes??[],services:M?.nodes??[]};return _==="write"?(0,c.jsx)(re,{written:t,choices:Y,onChange:a,onDone:()=>T("review")}):_==="review"?(0,c.jsx)(ne,{written:t,choices:Y,isWaiting:f.isWaiting||s.isWaiting,onBack:O?null:()=>T("write"),onSend:()=>{I()}}):(0,c.jsx)("p",{children:(0,c.jsx)("a",{className:"button",href:"/desk/official",children:e.toReferrals})})}})]})}var d=R(u(),1);function se(){let e=N(),n=g(j,{}),i=(0,d.jsx)(H,{className:"button first",href:"/new",children:e.write});return(0,d.jsx)(U,{title:e.ways.referrals,lead:e.referralsLead,actions:i,children:(0,d.jsx)(y,{look:n,children:({referrals:t})=>t?.nodes.length?(0,d.jsx)("ul",{className:"cards",children:t.nodes.map(a=>(0,d.jsx)(Oe,{referral:a},a.id))}):(0,d.jsx)("p",{className:"card quiet",children:e.noReferrals})})})}function Oe({referral:e}){let n=N(),{whole:i,moment:t}=P(),a=S("ofType","Referral"),_=S("ofType","Programme");return(0,d.jsxs)("li",{className:"card",children:[(0,d.jsxs)("div",{className:"row apart",children:[(0,d.jsx)("h2",{children:[e.firstNames,e.lastName].filter(Boolean).join(" ")||"–"}),(0,d.jsx)("span",{className:"tag note",children:a(e.state)})]}),(0,d.jsxs)("p",{className:"quiet small",children:[n.changed," ",t(e.modifiedAt),e.receivedAt?` · ${n.received} ${t(e.receivedAt)}`:""]}),e.programmes?.nodes.map((T,O)=>(0,d.jsxs)("p",{children:[n.programme,": ",_(T.state),", ",i(T.startsOn)," – ",i(T.endsOn)]},O))]})}var D=R(u(),1);function Ne(){let{ways:e}=N();return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(x,{ways:[{path:"/",title:e.referrals},{path:"/new",title:e.newReferral},{path:"/proposals",title:e.proposals}]}),(0,D.jsxs)(V,{children:[(0,D.jsx)(F,{path:"/",component:se}),(0,D.jsx)(F,{path:"/new",component:ae}),(0,D.jsx)(F,{path:"/proposals",component:z}),(0,D.jsx)(F,{component:K})]})]})}export{Ne as default};
