import{a as b}from"./chunk-ARSFO3N7.js";import{a as G}from"./chunk-PXOKNCPF.js";import{u}from"./chunk-6LK77XW7.js";import{a as Q,e as g}from"./chunk-V4XOZU3M.js";import{a as V,e as F,f as H,g as K,j as d,k as U,m as D,n as y,o as v,p as x,q as W,r as h}from"./chunk-YUCKUU3P.js";import{b as O}from"./chunk-SQE76S5B.js";var Y=O(V(),1);var P=class extends String{__apiType;value;__meta__;constructor(n,o){super(n),this.value=n,this.__meta__=o}toString(){return this.value}},$=new P(`
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
    `),q=new P(`
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
    `),X=new P(`
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
    `),J=new P(`
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
    `),j=new P(`
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
    `),Z=new P(`
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
    `);var ie={ways:{referrals:"Lähetteet",proposals:"Ehdotukset",newReferral:"Uusi lähete"},referralsLead:"Oman organisaatiosi lähetteet, viimeksi muuttuneet ensin. Tila on ajan tasalla ilman puhelinsoittoa.",noReferrals:"Organisaatiollasi ei ole lähetteitä.",person:"Kenestä",changed:"Muuttunut",received:"Vastaanotettu",programme:"Valmennusjakso",write:"Kirjoita lähete",newLead:"Lähete on luonnos, jonka vain organisaatiosi näkee, kunnes lähetät sen.",whom:"Kenet lähetät",whatFor:"Mihin",onWhat:"Millä perusteella",unit:"Yksikkö",choose:"Valitse…",continue:"Jatka tarkistukseen",review:"Tarkista ennen lähettämistä",reviewLead:"Nämä tiedot näkyvät yksikölle, kun lähetät lähetteen. Jokaisesta katselusta jää merkintä, jonka henkilö voi nähdä.",send:"Lähetä lähete",sent:"Lähete on lähetetty.",toReferrals:"Lähetteisiin",proposalsLead:"Ehdotukset, jotka odottavat organisaatiosi päätöstä.",noProposals:"Päätöstä odottavia ehdotuksia ei ole.",comment:"Perustelu tai kysymys",decided:"Päätös on tallennettu.",history:"Mitä on tapahtunut",period:"Aika"},Ee={ways:{referrals:"Remisser",proposals:"Förslag",newReferral:"Ny remiss"},referralsLead:"Din organisations remisser, de senast ändrade först. Läget är aktuellt utan telefonsamtal.",noReferrals:"Din organisation har inga remisser.",person:"Vem",changed:"Ändrad",received:"Mottagen",programme:"Träningsperiod",write:"Skriv en remiss",newLead:"Remissen är ett utkast som bara din organisation ser tills du skickar den.",whom:"Vem du remitterar",whatFor:"Till vad",onWhat:"På vilken grund",unit:"Enhet",choose:"Välj…",continue:"Fortsätt till granskning",review:"Granska innan du skickar",reviewLead:"Enheten ser dessa uppgifter när du skickar remissen. Varje titt lämnar ett spår som personen kan se.",send:"Skicka remissen",sent:"Remissen är skickad.",toReferrals:"Till remisserna",proposalsLead:"Förslag som väntar på din organisations beslut.",noProposals:"Inga förslag väntar på beslut.",comment:"Motivering eller fråga",decided:"Beslutet är sparat.",history:"Vad som har hänt",period:"Tid"},le={ways:{referrals:"Referrals",proposals:"Proposals",newReferral:"New referral"},referralsLead:"Referrals of your organisation, last changed first. The state is current without a phone call.",noReferrals:"Your organisation has no referrals.",person:"Who",changed:"Changed",received:"Received",programme:"Programme",write:"Write a referral",newLead:"The referral is a draft that your organisation alone sees, until you send it.",whom:"Whom you refer",whatFor:"What for",onWhat:"On what basis",unit:"Unit",choose:"Choose…",continue:"Go on to the review",review:"Review before you send",reviewLead:"The unit sees this when you send the referral. Every look leaves a record that the person may see.",send:"Send the referral",sent:"The referral is sent.",toReferrals:"To the referrals",proposalsLead:"Proposals that wait for your organisation’s decision.",noProposals:"No proposals wait for a decision.",comment:"Reason or question",decided:"The decision is saved.",history:"What has happened",period:"Period"};function R(){return{fi:ie,sv:Ee,en:le}[D().language]}var a=O(d(),1);function z(){let e=R(),n=y(Z,{odottavat:["SENT","ASKED"]});return(0,a.jsx)(U,{title:e.ways.proposals,lead:e.proposalsLead,isReading:!0,children:(0,a.jsx)(h,{look:n,children:({proposals:o})=>o?.nodes.length?(0,a.jsx)("ul",{className:"cards",children:o.nodes.map(t=>(0,a.jsx)(_e,{proposal:t},t.id))}):(0,a.jsx)("p",{className:"card quiet",children:e.noProposals})})})}function _e({proposal:e}){let n=R(),{announce:o}=D(),{whole:t}=g(),r=u("ofChoice","ProposalKind"),_=u("ofType","Proposal"),[l,i]=(0,Y.useState)(""),[E,L]=(0,Y.useState)({revision:e.revision,state:e.state}),s=v($),m=async A=>{let T={id:e.id,revision:E.revision,transition:A,comment:l.trim()||null},M=(await s.run({step:T}))?.transitionProposal.proposal;M&&(L(M),o(n.decided))},f=`comment-${e.id}`;return(0,a.jsxs)("li",{className:"card",children:[(0,a.jsxs)("div",{className:"row apart",children:[(0,a.jsxs)("h2",{children:[r(e.kind),e.referral?.lastName?`, ${e.referral.lastName}`:""]}),(0,a.jsx)("span",{className:"tag note",children:_(E.state)})]}),e.startsOn||e.endsOn?(0,a.jsxs)("p",{children:[n.period,": ",t(e.startsOn)," – ",t(e.endsOn)]}):null,(0,a.jsx)("p",{children:e.text}),(0,a.jsx)(Te,{proposal:e}),(0,a.jsx)(W,{problems:s.problems,inputs:{comment:f}}),E.state==="SENT"?(0,a.jsxs)(a.Fragment,{children:[(0,a.jsxs)("div",{className:"field",children:[(0,a.jsx)("label",{htmlFor:f,children:n.comment}),(0,a.jsx)("textarea",{id:f,autoComplete:"off",maxLength:2e3,value:l,onChange:A=>i(A.target.value)})]}),(0,a.jsx)("div",{className:"row",children:["ACCEPT","REJECT","ASK"].map(A=>(0,a.jsx)("button",{type:"button",className:A==="ACCEPT"?"button first":"button",disabled:s.isWaiting,onClick:()=>{m(A)},children:_(A)},A))})]}):null]})}function Te({proposal:e}){let n=R(),{moment:o}=g(),t=u("ofType","Proposal");return e.history?.length?(0,a.jsxs)("details",{className:"small",children:[(0,a.jsx)("summary",{children:n.history}),(0,a.jsx)("ul",{className:"stack",children:e.history.map((r,_)=>(0,a.jsxs)("li",{children:[o(r.at)," ",r.actorName,": ",t(r.action),r.comment?` – ${r.comment}`:""]},_))})]}):null}var w=O(V(),1);var ee={unitId:"",firstNames:"",lastName:"",phone:"",email:"",serviceCode:"",goals:"",background:"",planKind:"",planReference:"",wantedStartOn:"",daysPerWeek:"",minutesPerDay:"",basis:"CONSENT",statute:"",consentGivenOn:""},Oe=new Set(["daysPerWeek","minutesPerDay"]);function te(e){let o=Object.entries(e).filter(([,t])=>t.trim()!=="").map(([t,r])=>[t,Oe.has(t)?Number(r):r.trim()]);return{safetyRestriction:!1,...Object.fromEntries(o)}}var p=O(d(),1);function re({id:e,title:n,kind:o="text",value:t,isRequired:r=!1,onChange:_}){let l={id:e,required:r,autoComplete:"off",value:t};return(0,p.jsxs)("div",{className:"field",children:[(0,p.jsx)("label",{htmlFor:e,children:n}),o==="long"?(0,p.jsx)("textarea",{...l,maxLength:1e4,onChange:i=>_(i.target.value)}):(0,p.jsx)("input",{...l,type:o==="date"?"date":"text",inputMode:o==="number"?"numeric":void 0,onChange:i=>_(i.target.value)})]})}function k({id:e,title:n,choose:o,options:t,value:r,isRequired:_=!1,onChange:l}){return(0,p.jsxs)("div",{className:"field",children:[(0,p.jsx)("label",{htmlFor:e,children:n}),(0,p.jsxs)("select",{id:e,required:_,autoComplete:"off",value:r,onChange:i=>l(i.target.value),children:[(0,p.jsx)("option",{value:"",children:o}),t.map(([i,E])=>(0,p.jsx)("option",{value:i,children:E},i))]})]})}var N=O(d(),1);function ne({written:e,choices:n,onChange:o,onDone:t}){let r=R(),{language:_}=D(),l=u("ofType","Referral"),i=s=>m=>o({...e,[s]:m}),E=(s,m="text",f=!1)=>(0,N.jsx)(re,{id:s,title:l(s),kind:m,value:e[s],isRequired:f,onChange:i(s)});return(0,N.jsxs)("form",{className:"stack-large",onSubmit:s=>{s.preventDefault(),t()},children:[(0,N.jsxs)("fieldset",{className:"card",children:[(0,N.jsx)("legend",{children:r.whom}),E("firstNames","text",!0),E("lastName","text",!0),E("phone"),E("email")]}),(0,N.jsxs)("fieldset",{className:"card",children:[(0,N.jsx)("legend",{children:r.whatFor}),(0,N.jsx)(k,{id:"unitId",title:r.unit,choose:r.choose,options:n.units.map(({id:s,name:m})=>[s,m]),value:e.unitId,isRequired:!0,onChange:i("unitId")}),(0,N.jsx)(k,{id:"serviceCode",title:l("serviceCode"),choose:r.choose,options:n.services.map(s=>[s.code,G(s,_)]),value:e.serviceCode,isRequired:!0,onChange:i("serviceCode")}),E("goals","long",!0),E("background","long"),E("wantedStartOn","date"),E("daysPerWeek","number"),E("minutesPerDay","number"),(0,N.jsx)(b,{label:l("planKind"),titles:"plan_kind",kind:"ofTerms",value:e.planKind,onChange:i("planKind")}),E("planReference")]}),(0,N.jsxs)("fieldset",{className:"card",children:[(0,N.jsx)("legend",{children:r.onWhat}),(0,N.jsx)(b,{label:l("basis"),titles:"Basis",value:e.basis,onChange:s=>i("basis")(s)}),e.basis==="CONSENT"?E("consentGivenOn","date",!0):E("statute","text",!0)]}),(0,N.jsx)("div",{children:(0,N.jsx)("button",{type:"submit",className:"button first",children:r.continue})})]})}var I=O(d(),1);function oe({written:e,choices:n,isWaiting:o,onBack:t,onSend:r}){let _=R(),{language:l,words:i}=D(),{whole:E}=g(),L=u("ofType","Referral"),s=u("ofChoice","Basis"),m=u("ofTerms","plan_kind"),f={unitId:n.units.find(({id:T})=>T===e.unitId)?.name??"",serviceCode:G(n.services.find(({code:T})=>T===e.serviceCode),l),basis:s(e.basis),planKind:m(e.planKind),wantedStartOn:E(e.wantedStartOn),consentGivenOn:E(e.consentGivenOn)},A=Object.keys(e).filter(T=>e[T]);return(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)("dl",{className:"card facts",children:A.map(T=>(0,I.jsxs)("div",{className:"fact",children:[(0,I.jsx)("dt",{children:T==="unitId"?_.unit:L(T)}),(0,I.jsx)("dd",{children:f[T]??e[T]})]},T))}),(0,I.jsxs)("div",{className:"row",children:[(0,I.jsx)("button",{type:"button",className:"button first",disabled:o,onClick:r,children:_.send}),t?(0,I.jsx)("button",{type:"button",className:"button",onClick:t,children:i.cancel}):null]})]})}var C=O(d(),1);function ae(){let e=R(),{announce:n}=D(),o=y(q,{}),[t,r]=(0,w.useState)(ee),[_,l]=(0,w.useState)("write"),[i,E]=(0,w.useState)(null),L=v(X),s=v(J),m=async()=>{let T=i??(await L.run({referral:te(t)}))?.createReferral.referral;!T||(E(T),!(await s.run({step:{id:T.id,revision:T.revision,transition:"SUBMIT"}}))?.transitionReferral.referral)||(l("sent"),n(e.sent))},f={write:e.ways.newReferral,review:e.review,sent:e.sent},A={write:e.newLead,review:e.reviewLead,sent:""};return(0,C.jsxs)(U,{title:f[_],lead:A[_],isReading:!0,children:[(0,C.jsx)(W,{problems:[...L.problems,...s.problems]}),(0,C.jsx)(h,{look:o,children:({units:T,serviceTypes:M})=>{let B={units:T?.nodes??[],services:M?.nodes??[]};return _==="write"?(0,C.jsx)(ne,{written:t,choices:B,onChange:r,onDone:()=>l("review")}):_==="review"?(0,C.jsx)(oe,{written:t,choices:B,isWaiting:L.isWaiting||s.isWaiting,onBack:i?null:()=>l("write"),onSend:()=>{m()}}):(0,C.jsx)("p",{children:(0,C.jsx)("a",{className:"button",href:"/desk/official",children:e.toReferrals})})}})]})}var S=O(d(),1);function se(){let e=R(),n=y(j,{}),o=(0,S.jsx)(H,{className:"button first",href:"/new",children:e.write});return(0,S.jsx)(U,{title:e.ways.referrals,lead:e.referralsLead,actions:o,children:(0,S.jsx)(h,{look:n,children:({referrals:t})=>t?.nodes.length?(0,S.jsx)("ul",{className:"cards",children:t.nodes.map(r=>(0,S.jsx)(Ne,{referral:r},r.id))}):(0,S.jsx)("p",{className:"card quiet",children:e.noReferrals})})})}function Ne({referral:e}){let n=R(),{whole:o,moment:t}=g(),r=u("ofType","Referral"),_=u("ofType","Programme");return(0,S.jsxs)("li",{className:"card",children:[(0,S.jsxs)("div",{className:"row apart",children:[(0,S.jsx)("h2",{children:[e.firstNames,e.lastName].filter(Boolean).join(" ")||"–"}),(0,S.jsx)("span",{className:"tag note",children:r(e.state)})]}),(0,S.jsxs)("p",{className:"quiet small",children:[n.changed," ",t(e.modifiedAt),e.receivedAt?` · ${n.received} ${t(e.receivedAt)}`:""]}),e.programmes?.nodes.map((l,i)=>(0,S.jsxs)("p",{children:[n.programme,": ",_(l.state),", ",o(l.startsOn)," – ",o(l.endsOn)]},i))]})}var c=O(d(),1);function Re(){let{ways:e}=R();return(0,c.jsxs)(c.Fragment,{children:[(0,c.jsx)(Q,{ways:[{path:"/",title:e.referrals},{path:"/new",title:e.newReferral},{path:"/proposals",title:e.proposals}]}),(0,c.jsxs)(K,{children:[(0,c.jsx)(F,{path:"/",component:se}),(0,c.jsx)(F,{path:"/new",component:ae}),(0,c.jsx)(F,{path:"/proposals",component:z}),(0,c.jsx)(F,{component:x})]})]})}export{Re as default};
