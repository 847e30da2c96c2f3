import{a as Q,b}from"./chunk-6W3EFOZ5.js";import{a as w}from"./chunk-6JIR27QX.js";import{a as x,e as P}from"./chunk-NACAY3X4.js";import{s as v,w as S}from"./chunk-GITEARPN.js";import{a as B,e as F,f as H,g as V,j as A,k as g,m as D,n as U,o as h,p as K,q as W,r as y}from"./chunk-DYNJRI3W.js";import{b as R}from"./chunk-SQE76S5B.js";var k=R(B(),1);var L=class extends String{__apiType;value;__meta__;constructor(n,o){super(n),this.value=n,this.__meta__=o}toString(){return this.value}},$=new L(`
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
    `);var oe={ways:{referrals:"Lähetteet",proposals:"Ehdotukset",newReferral:"Uusi lähete"},referralsLead:"Oman organisaatiosi lähetteet, viimeksi muuttuneet ensin. Tila on ajan tasalla ilman puhelinsoittoa.",noReferrals:"Organisaatiollasi ei ole lähetteitä.",person:"Kenestä",changed:"Muuttunut",received:"Vastaanotettu",programme:"Valmennusjakso",write:"Kirjoita lähete",newLead:"Lähete on luonnos, jonka vain organisaatiosi näkee, kunnes lähetät sen.",whom:"Kenet lähetät",whatFor:"Mihin",onWhat:"Millä perusteella",unit:"Yksikkö",continue:"Jatka tarkistukseen",review:"Tarkista ennen lähettämistä",reviewLead:"Nämä tiedot näkyvät yksikölle, kun lähetät lähetteen. Jokaisesta katselusta jää merkintä, jonka henkilö voi nähdä.",send:"Lähetä lähete",sent:"Lähete on lähetetty.",toReferrals:"Lähetteisiin",proposalsLead:"Ehdotukset, jotka odottavat organisaatiosi päätöstä.",noProposals:"Päätöstä odottavia ehdotuksia ei ole.",comment:"Perustelu tai kysymys",decided:"Päätös on tallennettu.",history:"Mitä on tapahtunut",period:"Aika"},ie={ways:{referrals:"Remisser",proposals:"Förslag",newReferral:"Ny remiss"},referralsLead:"Din organisations remisser, de senast ändrade först. Läget är aktuellt utan telefonsamtal.",noReferrals:"Din organisation har inga remisser.",person:"Vem",changed:"Ändrad",received:"Mottagen",programme:"Träningsperiod",write:"Skriv en remiss",newLead:"Remissen är ett utkast som bara din organisation ser tills du skickar den.",whom:"Vem du remitterar",whatFor:"Till vad",onWhat:"På vilken grund",unit:"Enhet",continue:"Fortsätt till granskning",review:"Granska innan du skickar",reviewLead:"Enheten ser dessa uppgifter när du skickar remissen. Varje titt lämnar ett spår som personen kan se.",send:"Skicka remissen",sent:"Remissen är skickad.",toReferrals:"Till remisserna",proposalsLead:"Förslag som väntar på din organisations beslut.",noProposals:"Inga förslag väntar på beslut.",comment:"Motivering eller fråga",decided:"Beslutet är sparat.",history:"Vad som har hänt",period:"Tid"},Ee={ways:{referrals:"Referrals",proposals:"Proposals",newReferral:"New referral"},referralsLead:"Referrals of your organisation, last changed first. The state is current without a phone call.",noReferrals:"Your organisation has no referrals.",person:"Who",changed:"Changed",received:"Received",programme:"Programme",write:"Write a referral",newLead:"The referral is a draft that your organisation alone sees, until you send it.",whom:"Whom you refer",whatFor:"What for",onWhat:"On what basis",unit:"Unit",continue:"Go on to the review",review:"Review before you send",reviewLead:"The unit sees this when you send the referral. Every look leaves a record that the person may see.",send:"Send the referral",sent:"The referral is sent.",toReferrals:"To the referrals",proposalsLead:"Proposals that wait for your organisation’s decision.",noProposals:"No proposals wait for a decision.",comment:"Reason or question",decided:"The decision is saved.",history:"What has happened",period:"Period"};function O(){return{fi:oe,sv:ie,en:Ee}[D().language]}var r=R(A(),1);function z(){let e=O(),n=U(Z,{odottavat:["SENT","ASKED"]});return(0,r.jsx)(g,{title:e.ways.proposals,lead:e.proposalsLead,isReading:!0,children:(0,r.jsx)(y,{look:n,children:({proposals:o})=>o?.nodes.length?(0,r.jsx)("ul",{className:"cards",children:o.nodes.map(t=>(0,r.jsx)(_e,{proposal:t},t.id))}):(0,r.jsx)("p",{className:"card quiet",children:e.noProposals})})})}function _e({proposal:e}){let n=O(),{announce:o}=D(),{whole:t}=P(),a=S("ofChoice","ProposalKind"),T=S("ofType","Proposal"),[_,N]=(0,k.useState)(""),[i,C]=(0,k.useState)({revision:e.revision,state:e.state}),s=h($),m=async u=>{let E={id:e.id,revision:i.revision,transition:u,comment:_.trim()||null},M=(await s.run({step:E}))?.transitionProposal.proposal;M&&(C(M),o(n.decided))},c=`comment-${e.id}`;return(0,r.jsxs)("li",{className:"card",children:[(0,r.jsxs)("div",{className:"row apart",children:[(0,r.jsxs)("h2",{children:[a(e.kind),e.referral?.lastName?`, ${e.referral.lastName}`:""]}),(0,r.jsx)("span",{className:"tag note",children:T(i.state)})]}),e.startsOn||e.endsOn?(0,r.jsxs)("p",{children:[n.period,": ",t(e.startsOn)," – ",t(e.endsOn)]}):null,(0,r.jsx)("p",{children:e.text}),(0,r.jsx)(Te,{proposal:e}),(0,r.jsx)(W,{problems:s.problems,inputs:{comment:c}}),i.state==="SENT"?(0,r.jsxs)(r.Fragment,{children:[(0,r.jsxs)("div",{className:"field",children:[(0,r.jsx)("label",{htmlFor:c,children:n.comment}),(0,r.jsx)("textarea",{id:c,autoComplete:"off",maxLength:2e3,value:_,onChange:u=>N(u.target.value)})]}),(0,r.jsx)("div",{className:"row",children:["ACCEPT","REJECT","ASK"].map(u=>(0,r.jsx)("button",{type:"button",className:u==="ACCEPT"?"button first":"button",disabled:s.isWaiting,onClick:()=>{m(u)},children:T(u)},u))})]}):null]})}function Te({proposal:e}){let n=O(),{moment:o}=P(),t=S("ofType","Proposal");return e.history?.length?(0,r.jsxs)("details",{className:"small",children:[(0,r.jsx)("summary",{children:n.history}),(0,r.jsx)("ul",{className:"stack",children:e.history.map((a,T)=>(0,r.jsxs)("li",{children:[o(a.at)," ",a.actorName,": ",t(a.action),a.comment?` – ${a.comment}`:""]},T))})]}):null}var G=R(B(),1);var ee={unitId:"",firstNames:"",lastName:"",phone:"",email:"",serviceCode:"",goals:"",background:"",planKind:"",planReference:"",wantedStartOn:"",daysPerWeek:"",minutesPerDay:"",basis:"CONSENT",statute:"",consentGivenOn:""},le=new Set(["daysPerWeek","minutesPerDay"]);function te(e){let o=Object.entries(e).filter(([,t])=>t.trim()!=="").map(([t,a])=>[t,le.has(t)?Number(a):a.trim()]);return{safetyRestriction:!1,...Object.fromEntries(o)}}var l=R(A(),1);function re({written:e,choices:n,onChange:o,onDone:t}){let a=O(),{language:T}=D(),_=S("ofType","Referral"),N=s=>m=>o({...e,[s]:m}),i=(s,m="text",c=!1)=>(0,l.jsx)(Q,{id:s,title:_(s),kind:m,value:e[s],isRequired:c,onChange:N(s)});return(0,l.jsxs)("form",{className:"stack-large",onSubmit:s=>{s.preventDefault(),t()},children:[(0,l.jsxs)("fieldset",{className:"card",children:[(0,l.jsx)("legend",{children:a.whom}),i("firstNames","text",!0),i("lastName","text",!0),i("phone"),i("email")]}),(0,l.jsxs)("fieldset",{className:"card",children:[(0,l.jsx)("legend",{children:a.whatFor}),(0,l.jsx)(b,{id:"unitId",title:a.unit,options:n.units.map(({id:s,name:m})=>[s,m]),value:e.unitId,isRequired:!0,onChange:N("unitId")}),(0,l.jsx)(b,{id:"serviceCode",title:_("serviceCode"),options:n.services.map(s=>[s.code,v(s,T)]),value:e.serviceCode,isRequired:!0,onChange:N("serviceCode")}),i("goals","long",!0),i("background","long"),i("wantedStartOn","date"),i("daysPerWeek","number"),i("minutesPerDay","number"),(0,l.jsx)(w,{label:_("planKind"),titles:"plan_kind",kind:"ofTerms",value:e.planKind,onChange:N("planKind")}),i("planReference")]}),(0,l.jsxs)("fieldset",{className:"card",children:[(0,l.jsx)("legend",{children:a.onWhat}),(0,l.jsx)(w,{label:_("basis"),titles:"Basis",value:e.basis,onChange:s=>N("basis")(s)}),e.basis==="CONSENT"?i("consentGivenOn","date",!0):i("statute","text",!0)]}),(0,l.jsx)("div",{children:(0,l.jsx)("button",{type:"submit",className:"button first",children:a.continue})})]})}var I=R(A(),1);function ne({written:e,choices:n,isWaiting:o,onBack:t,onSend:a}){let T=O(),{language:_,words:N}=D(),{whole:i}=P(),C=S("ofType","Referral"),s=S("ofChoice","Basis"),m=S("ofTerms","plan_kind"),c={unitId:n.units.find(({id:E})=>E===e.unitId)?.name??"",serviceCode:v(n.services.find(({code:E})=>E===e.serviceCode),_),basis:s(e.basis),planKind:m(e.planKind),wantedStartOn:i(e.wantedStartOn),consentGivenOn:i(e.consentGivenOn)},u=Object.keys(e).filter(E=>e[E]);return(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)("dl",{className:"card facts",children:u.map(E=>(0,I.jsxs)("div",{className:"fact",children:[(0,I.jsx)("dt",{children:E==="unitId"?T.unit:C(E)}),(0,I.jsx)("dd",{children:c[E]??e[E]})]},E))}),(0,I.jsxs)("div",{className:"row",children:[(0,I.jsx)("button",{type:"button",className:"button first",disabled:o,onClick:a,children:T.send}),t?(0,I.jsx)("button",{type:"button",className:"button",onClick:t,children:N.cancel}):null]})]})}var f=R(A(),1);function ae(){let e=O(),{announce:n}=D(),o=U(X,{}),[t,a]=(0,G.useState)(ee),[T,_]=(0,G.useState)("write"),[N,i]=(0,G.useState)(null),C=h(q),s=h(J),m=async()=>{let E=N??(await C.run({referral:te(t)}))?.createReferral.referral;!E||(i(E),!(await s.run({step:{id:E.id,revision:E.revision,transition:"SUBMIT"}}))?.transitionReferral.referral)||(_("sent"),n(e.sent))},c={write:e.ways.newReferral,review:e.review,sent:e.sent},u={write:e.newLead,review:e.reviewLead,sent:""};return(0,f.jsxs)(g,{title:c[T],lead:u[T],isReading:!0,children:[(0,f.jsx)(W,{problems:[...C.problems,...s.problems]}),(0,f.jsx)(y,{look:o,children:({units:E,serviceTypes:M})=>{let Y={units:E?.nodes??[],services:M?.nodes??[]};return T==="write"?(0,f.jsx)(re,{written:t,choices:Y,onChange:a,onDone:()=>_("review")}):T==="review"?(0,f.jsx)(ne,{written:t,choices:Y,isWaiting:C.isWaiting||s.isWaiting,onBack:N?null:()=>_("write"),onSend:()=>{m()}}):(0,f.jsx)("p",{children:(0,f.jsx)("a",{className:"button",href:"/desk/official",children:e.toReferrals})})}})]})}var d=R(A(),1);function se(){let e=O(),n=U(j,{}),o=(0,d.jsx)(H,{className:"button first",href:"/new",children:e.write});return(0,d.jsx)(g,{title:e.ways.referrals,lead:e.referralsLead,actions:o,children:(0,d.jsx)(y,{look:n,children:({referrals:t})=>t?.nodes.length?(0,d.jsx)("ul",{className:"cards",children:t.nodes.map(a=>(0,d.jsx)(Oe,{referral:a},a.id))}):(0,d.jsx)("p",{className:"card quiet",children:e.noReferrals})})})}function Oe({referral:e}){let n=O(),{whole:o,moment:t}=P(),a=S("ofType","Referral"),T=S("ofType","Programme");return(0,d.jsxs)("li",{className:"card",children:[(0,d.jsxs)("div",{className:"row apart",children:[(0,d.jsx)("h2",{children:[e.firstNames,e.lastName].filter(Boolean).join(" ")||"–"}),(0,d.jsx)("span",{className:"tag note",children:a(e.state)})]}),(0,d.jsxs)("p",{className:"quiet small",children:[n.changed," ",t(e.modifiedAt),e.receivedAt?` · ${n.received} ${t(e.receivedAt)}`:""]}),e.programmes?.nodes.map((_,N)=>(0,d.jsxs)("p",{children:[n.programme,": ",T(_.state),", ",o(_.startsOn)," – ",o(_.endsOn)]},N))]})}var p=R(A(),1);function Ne(){let{ways:e}=O();return(0,p.jsxs)(p.Fragment,{children:[(0,p.jsx)(x,{ways:[{path:"/",title:e.referrals},{path:"/new",title:e.newReferral},{path:"/proposals",title:e.proposals}]}),(0,p.jsxs)(V,{children:[(0,p.jsx)(F,{path:"/",component:se}),(0,p.jsx)(F,{path:"/new",component:ae}),(0,p.jsx)(F,{path:"/proposals",component:z}),(0,p.jsx)(F,{component:K})]})]})}export{Ne as default};
