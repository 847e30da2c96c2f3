import{a as v}from"./chunk-EHMMKJPB.js";import{a as Q}from"./chunk-H3PPWCYG.js";import{a as x}from"./chunk-32LH5O2O.js";import{a as b}from"./chunk-TKIFXUZK.js";import{d as P}from"./chunk-OZLVWQZS.js";import"./chunk-22FNZKVH.js";import{a as $,b as k}from"./chunk-RUWXJIQK.js";import{d as G,f as S}from"./chunk-ZEOCPRYW.js";import{d as h,e as V,f as K}from"./chunk-QR4UQUUF.js";import{a as H,f as u,g,i as p,j as U,l as F,n as W,p as y}from"./chunk-FITVBRKU.js";import{b as d}from"./chunk-SQE76S5B.js";var Y=d(H(),1);var L=class extends String{__apiType;value;__meta__;constructor(n,i){super(n),this.value=n,this.__meta__=i}toString(){return this.value}},X=new L(`
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
    `),q=new L(`
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
    `),J=new L(`
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
    `),j=new L(`
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
    `),Z=new L(`
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
    `),z=new L(`
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
    `);var ie={ways:{referrals:"Lähetteet",proposals:"Ehdotukset",newReferral:"Uusi lähete"},referralsLead:"Oman organisaatiosi lähetteet, viimeksi muuttuneet ensin. Tila on ajan tasalla ilman puhelinsoittoa.",noReferrals:"Organisaatiollasi ei ole lähetteitä.",person:"Kenestä",changed:"Muuttunut",received:"Vastaanotettu",programme:"Valmennusjakso",write:"Kirjoita lähete",newLead:"Lähete on luonnos, jonka vain organisaatiosi näkee, kunnes lähetät sen.",whom:"Kenet lähetät",whatFor:"Mihin",onWhat:"Millä perusteella",unit:"Yksikkö",continue:"Jatka tarkistukseen",review:"Tarkista ennen lähettämistä",reviewLead:"Nämä tiedot näkyvät yksikölle, kun lähetät lähetteen. Jokaisesta katselusta jää merkintä, jonka henkilö voi nähdä.",back:"Palaa muokkaamaan",send:"Lähetä lähete",sent:"Lähete on lähetetty.",toReferrals:"Lähetteisiin",proposalsLead:"Ehdotukset, jotka odottavat organisaatiosi päätöstä.",noProposals:"Päätöstä odottavia ehdotuksia ei ole.",comment:"Perustelu tai kysymys",decided:"Päätös on tallennettu.",history:"Mitä on tapahtunut",period:"Aika"},Ee={ways:{referrals:"Remisser",proposals:"Förslag",newReferral:"Ny remiss"},referralsLead:"Din organisations remisser, de senast ändrade först. Läget är aktuellt utan telefonsamtal.",noReferrals:"Din organisation har inga remisser.",person:"Vem",changed:"Ändrad",received:"Mottagen",programme:"Träningsperiod",write:"Skriv en remiss",newLead:"Remissen är ett utkast som bara din organisation ser tills du skickar den.",whom:"Vem du remitterar",whatFor:"Till vad",onWhat:"På vilken grund",unit:"Enhet",continue:"Fortsätt till granskning",review:"Granska innan du skickar",reviewLead:"Enheten ser dessa uppgifter när du skickar remissen. Varje titt lämnar ett spår som personen kan se.",back:"Tillbaka till formuläret",send:"Skicka remissen",sent:"Remissen är skickad.",toReferrals:"Till remisserna",proposalsLead:"Förslag som väntar på din organisations beslut.",noProposals:"Inga förslag väntar på beslut.",comment:"Motivering eller fråga",decided:"Beslutet är sparat.",history:"Vad som har hänt",period:"Tid"},_e={ways:{referrals:"Referrals",proposals:"Proposals",newReferral:"New referral"},referralsLead:"Referrals of your organisation, last changed first. The state is current without a phone call.",noReferrals:"Your organisation has no referrals.",person:"Who",changed:"Changed",received:"Received",programme:"Programme",write:"Write a referral",newLead:"The referral is a draft that your organisation alone sees, until you send it.",whom:"Whom you refer",whatFor:"What for",onWhat:"On what basis",unit:"Unit",continue:"Go on to the review",review:"Review before you send",reviewLead:"The unit sees this when you send the referral. Every look leaves a record that the person may see.",back:"Back to the form",send:"Send the referral",sent:"The referral is sent.",toReferrals:"To the referrals",proposalsLead:"Proposals that wait for your organisation’s decision.",noProposals:"No proposals wait for a decision.",comment:"Reason or question",decided:"The decision is saved.",history:"What has happened",period:"Period"};function N(){return{fi:ie,sv:Ee,en:_e}[p().language]}var r=d(u(),1);function ee(){let e=N(),n=U(z,{odottavat:["SENT","ASKED"]});return(0,r.jsxs)(g,{title:e.ways.proposals,lead:e.proposalsLead,isReading:!0,children:[(0,r.jsx)(v,{types:["Proposal"],show:n.again}),(0,r.jsx)(y,{look:n,children:({proposals:i})=>i?.nodes.length?(0,r.jsx)("ul",{className:"cards",children:i.nodes.map(t=>(0,r.jsx)(Te,{proposal:t},`${t.id} ${t.revision}`))}):(0,r.jsx)("p",{className:"card quiet",children:e.noProposals})})]})}function Te({proposal:e}){let n=N(),{announce:i}=p(),{whole:t}=P(),a=S("ofChoice","ProposalKind"),_=S("ofType","Proposal"),[T,O]=(0,Y.useState)(""),[E,f]=(0,Y.useState)({revision:e.revision,state:e.state}),o=F(X),I=async s=>{let C={id:e.id,revision:E.revision,transition:s,comment:T.trim()||null},M=(await o.run({step:C}))?.transitionProposal.proposal;M&&(f(M),i(n.decided))},D=`comment-${e.id}`;return(0,r.jsxs)("li",{className:"card",children:[(0,r.jsxs)("div",{className:"row apart",children:[(0,r.jsxs)("h2",{children:[a(e.kind),e.referral?.lastName?`, ${e.referral.lastName}`:""]}),(0,r.jsx)("span",{className:"tag note",children:_(E.state)})]}),e.startsOn||e.endsOn?(0,r.jsxs)("p",{children:[n.period,": ",t(e.startsOn)," – ",t(e.endsOn)]}):null,(0,r.jsx)("p",{children:e.text}),(0,r.jsx)(le,{proposal:e}),(0,r.jsx)(W,{problems:o.problems,inputs:{comment:D}}),E.state==="SENT"?(0,r.jsxs)(r.Fragment,{children:[(0,r.jsxs)("div",{className:"field",children:[(0,r.jsx)("label",{htmlFor:D,children:n.comment}),(0,r.jsx)("textarea",{id:D,autoComplete:"off",maxLength:2e3,value:T,onChange:s=>O(s.target.value)})]}),(0,r.jsx)("div",{className:"row",children:["ACCEPT","REJECT","ASK"].map(s=>(0,r.jsx)("button",{type:"button",className:s==="ACCEPT"?"button first":"button",disabled:o.isWaiting,onClick:()=>{I(s)},children:_(s)},s))})]}):null]})}function le({proposal:e}){let n=N(),{moment:i}=P(),t=S("ofType","Proposal");return e.history?.length?(0,r.jsxs)("details",{className:"small",children:[(0,r.jsx)("summary",{children:n.history}),(0,r.jsx)("ul",{className:"stack",children:e.history.map((a,_)=>(0,r.jsxs)("li",{children:[i(a.at)," ",a.actorName,": ",t(a.action),a.comment?` – ${a.comment}`:""]},_))})]}):null}var w=d(H(),1);var te={unitId:"",firstNames:"",lastName:"",phone:"",email:"",serviceCode:"",goals:"",background:"",planKind:"",planReference:"",wantedStartOn:"",daysPerWeek:"",minutesPerDay:"",basis:"CONSENT",statute:"",consentGivenOn:""},Oe=new Set(["daysPerWeek","minutesPerDay"]);function re(e){let i=Object.entries(e).filter(([,t])=>t.trim()!=="").map(([t,a])=>[t,Oe.has(t)?Number(a):a.trim()]);return{safetyRestriction:!1,...Object.fromEntries(i)}}var l=d(u(),1);function ne({written:e,choices:n,onChange:i,onDone:t}){let a=N(),{language:_}=p(),T=S("ofType","Referral"),O=o=>I=>i({...e,[o]:I}),E=(o,I="text",D=!1)=>(0,l.jsx)($,{id:o,title:T(o),kind:I,value:e[o],isRequired:D,onChange:O(o)});return(0,l.jsxs)("form",{className:"stack-large",onSubmit:o=>{o.preventDefault(),t()},children:[(0,l.jsxs)("fieldset",{className:"card",children:[(0,l.jsx)("legend",{children:a.whom}),E("firstNames","text",!0),E("lastName","text",!0),E("phone"),E("email")]}),(0,l.jsxs)("fieldset",{className:"card",children:[(0,l.jsx)("legend",{children:a.whatFor}),(0,l.jsx)(k,{id:"unitId",title:a.unit,options:n.units.map(({id:o,name:I})=>[o,I]),value:e.unitId,isRequired:!0,onChange:O("unitId")}),(0,l.jsx)(k,{id:"serviceCode",title:T("serviceCode"),options:n.services.map(o=>[o.code,G(o,_)]),value:e.serviceCode,isRequired:!0,onChange:O("serviceCode")}),E("goals","long",!0),E("background","long"),E("wantedStartOn","date"),E("daysPerWeek","number"),E("minutesPerDay","number"),(0,l.jsx)(b,{label:T("planKind"),titles:"plan_kind",kind:"ofTerms",value:e.planKind,onChange:O("planKind")}),E("planReference")]}),(0,l.jsxs)("fieldset",{className:"card",children:[(0,l.jsx)("legend",{children:a.onWhat}),(0,l.jsx)(b,{label:T("basis"),titles:"Basis",value:e.basis,onChange:o=>O("basis")(o)}),e.basis==="CONSENT"?E("consentGivenOn","date",!0):E("statute","text",!0)]}),(0,l.jsx)("div",{children:(0,l.jsx)("button",{type:"submit",className:"button first",children:a.continue})})]})}var A=d(u(),1);function ae({written:e,choices:n,isWaiting:i,onBack:t,onSend:a}){let _=N(),{language:T}=p(),{whole:O}=P(),E=S("ofType","Referral"),f=S("ofChoice","Basis"),o=S("ofTerms","plan_kind"),I={unitId:n.units.find(({id:s})=>s===e.unitId)?.name??"",serviceCode:G(n.services.find(({code:s})=>s===e.serviceCode),T),basis:f(e.basis),planKind:o(e.planKind),wantedStartOn:O(e.wantedStartOn),consentGivenOn:O(e.consentGivenOn)},D=Object.keys(e).filter(s=>e[s]);return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)("dl",{className:"card facts",children:D.map(s=>(0,A.jsxs)("div",{className:"fact",children:[(0,A.jsx)("dt",{children:s==="unitId"?_.unit:E(s)}),(0,A.jsx)("dd",{children:I[s]??e[s]})]},s))}),(0,A.jsxs)("div",{className:"row",children:[(0,A.jsx)("button",{type:"button",className:"button first",disabled:i,onClick:a,children:_.send}),t?(0,A.jsx)("button",{type:"button",className:"button",onClick:t,children:_.back}):null]})]})}var c=d(u(),1);function oe(){let e=N(),{announce:n}=p(),i=U(q,{}),[t,a]=(0,w.useState)(te),[_,T]=(0,w.useState)("write"),[O,E]=(0,w.useState)(null),f=F(J),o=F(j),I=async()=>{let C=O??(await f.run({referral:re(t)}))?.createReferral.referral;!C||(E(C),!(await o.run({step:{id:C.id,revision:C.revision,transition:"SUBMIT"}}))?.transitionReferral.referral)||(T("sent"),n(e.sent))},D={write:e.ways.newReferral,review:e.review,sent:e.sent},s={write:e.newLead,review:e.reviewLead,sent:""};return(0,c.jsxs)(g,{title:D[_],lead:s[_],isReading:!0,children:[(0,c.jsx)(W,{problems:[...f.problems,...o.problems]}),(0,c.jsx)(y,{look:i,children:({units:C,serviceTypes:M})=>{let B={units:C?.nodes??[],services:M?.nodes??[]};return _==="write"?(0,c.jsx)(ne,{written:t,choices:B,onChange:a,onDone:()=>T("review")}):_==="review"?(0,c.jsx)(ae,{written:t,choices:B,isWaiting:f.isWaiting||o.isWaiting,onBack:O?null:()=>T("write"),onSend:()=>{I()}}):(0,c.jsx)("p",{children:(0,c.jsx)("a",{className:"button",href:"/desk/official",children:e.toReferrals})})}})]})}var R=d(u(),1);function se(){let e=N(),n=U(Z,{}),i=(0,R.jsx)(V,{className:"button first",href:"/new",children:e.write});return(0,R.jsxs)(g,{title:e.ways.referrals,lead:e.referralsLead,actions:i,children:[(0,R.jsx)(v,{types:["Referral"],show:n.again}),(0,R.jsx)(y,{look:n,children:({referrals:t})=>t?.nodes.length?(0,R.jsx)("ul",{className:"cards",children:t.nodes.map(a=>(0,R.jsx)(Ne,{referral:a},a.id))}):(0,R.jsx)("p",{className:"card quiet",children:e.noReferrals})})]})}function Ne({referral:e}){let n=N(),{whole:i,moment:t}=P(),a=S("ofType","Referral"),_=S("ofType","Programme");return(0,R.jsxs)("li",{className:"card",children:[(0,R.jsxs)("div",{className:"row apart",children:[(0,R.jsx)("h2",{children:[e.firstNames,e.lastName].filter(Boolean).join(" ")||"–"}),(0,R.jsx)("span",{className:"tag note",children:a(e.state)})]}),(0,R.jsxs)("p",{className:"quiet small",children:[n.changed," ",t(e.modifiedAt),e.receivedAt?` · ${n.received} ${t(e.receivedAt)}`:""]}),e.programmes?.nodes.map((T,O)=>(0,R.jsxs)("p",{children:[n.programme,": ",_(T.state),", ",i(T.startsOn)," – ",i(T.endsOn)]},O))]})}var m=d(u(),1);function Re(){let{ways:e}=N();return(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)(Q,{ways:[{path:"/",title:e.referrals},{path:"/new",title:e.newReferral},{path:"/proposals",title:e.proposals}]}),(0,m.jsxs)(K,{children:[(0,m.jsx)(h,{path:"/",component:se}),(0,m.jsx)(h,{path:"/new",component:oe}),(0,m.jsx)(h,{path:"/proposals",component:ee}),(0,m.jsx)(h,{component:x})]})]})}export{Re as default};
