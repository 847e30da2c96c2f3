import{a as b}from"./chunk-H4HY3MMH.js";import{a as G}from"./chunk-PXOKNCPF.js";import{u}from"./chunk-7BUM363P.js";import{a as Q,e as g}from"./chunk-NACAY3X4.js";import{a as H,e as F,f as V,g as K,j as d,k as U,m as I,n as y,o as v,p as x,q as W,r as M}from"./chunk-DYNJRI3W.js";import{b as O}from"./chunk-SQE76S5B.js";var Y=O(H(),1);var P=class extends String{__apiType;value;__meta__;constructor(r,a){super(r),this.value=r,this.__meta__=a}toString(){return this.value}},$=new P(`
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
    `);var ie={ways:{referrals:"Lähetteet",proposals:"Ehdotukset",newReferral:"Uusi lähete"},referralsLead:"Oman organisaatiosi lähetteet, viimeksi muuttuneet ensin. Tila on ajan tasalla ilman puhelinsoittoa.",noReferrals:"Organisaatiollasi ei ole lähetteitä.",person:"Kenestä",changed:"Muuttunut",received:"Vastaanotettu",programme:"Valmennusjakso",write:"Kirjoita lähete",newLead:"Lähete on luonnos, jonka vain organisaatiosi näkee, kunnes lähetät sen.",whom:"Kenet lähetät",whatFor:"Mihin",onWhat:"Millä perusteella",unit:"Yksikkö",continue:"Jatka tarkistukseen",review:"Tarkista ennen lähettämistä",reviewLead:"Nämä tiedot näkyvät yksikölle, kun lähetät lähetteen. Jokaisesta katselusta jää merkintä, jonka henkilö voi nähdä.",send:"Lähetä lähete",sent:"Lähete on lähetetty.",toReferrals:"Lähetteisiin",proposalsLead:"Ehdotukset, jotka odottavat organisaatiosi päätöstä.",noProposals:"Päätöstä odottavia ehdotuksia ei ole.",comment:"Perustelu tai kysymys",decided:"Päätös on tallennettu.",history:"Mitä on tapahtunut",period:"Aika"},Ee={ways:{referrals:"Remisser",proposals:"Förslag",newReferral:"Ny remiss"},referralsLead:"Din organisations remisser, de senast ändrade först. Läget är aktuellt utan telefonsamtal.",noReferrals:"Din organisation har inga remisser.",person:"Vem",changed:"Ändrad",received:"Mottagen",programme:"Träningsperiod",write:"Skriv en remiss",newLead:"Remissen är ett utkast som bara din organisation ser tills du skickar den.",whom:"Vem du remitterar",whatFor:"Till vad",onWhat:"På vilken grund",unit:"Enhet",continue:"Fortsätt till granskning",review:"Granska innan du skickar",reviewLead:"Enheten ser dessa uppgifter när du skickar remissen. Varje titt lämnar ett spår som personen kan se.",send:"Skicka remissen",sent:"Remissen är skickad.",toReferrals:"Till remisserna",proposalsLead:"Förslag som väntar på din organisations beslut.",noProposals:"Inga förslag väntar på beslut.",comment:"Motivering eller fråga",decided:"Beslutet är sparat.",history:"Vad som har hänt",period:"Tid"},le={ways:{referrals:"Referrals",proposals:"Proposals",newReferral:"New referral"},referralsLead:"Referrals of your organisation, last changed first. The state is current without a phone call.",noReferrals:"Your organisation has no referrals.",person:"Who",changed:"Changed",received:"Received",programme:"Programme",write:"Write a referral",newLead:"The referral is a draft that your organisation alone sees, until you send it.",whom:"Whom you refer",whatFor:"What for",onWhat:"On what basis",unit:"Unit",continue:"Go on to the review",review:"Review before you send",reviewLead:"The unit sees this when you send the referral. Every look leaves a record that the person may see.",send:"Send the referral",sent:"The referral is sent.",toReferrals:"To the referrals",proposalsLead:"Proposals that wait for your organisation’s decision.",noProposals:"No proposals wait for a decision.",comment:"Reason or question",decided:"The decision is saved.",history:"What has happened",period:"Period"};function R(){return{fi:ie,sv:Ee,en:le}[I().language]}var o=O(d(),1);function z(){let e=R(),r=y(Z,{odottavat:["SENT","ASKED"]});return(0,o.jsx)(U,{title:e.ways.proposals,lead:e.proposalsLead,isReading:!0,children:(0,o.jsx)(M,{look:r,children:({proposals:a})=>a?.nodes.length?(0,o.jsx)("ul",{className:"cards",children:a.nodes.map(t=>(0,o.jsx)(_e,{proposal:t},t.id))}):(0,o.jsx)("p",{className:"card quiet",children:e.noProposals})})})}function _e({proposal:e}){let r=R(),{announce:a}=I(),{whole:t}=g(),n=u("ofChoice","ProposalKind"),_=u("ofType","Proposal"),[l,i]=(0,Y.useState)(""),[E,L]=(0,Y.useState)({revision:e.revision,state:e.state}),s=v($),p=async A=>{let T={id:e.id,revision:E.revision,transition:A,comment:l.trim()||null},h=(await s.run({step:T}))?.transitionProposal.proposal;h&&(L(h),a(r.decided))},f=`comment-${e.id}`;return(0,o.jsxs)("li",{className:"card",children:[(0,o.jsxs)("div",{className:"row apart",children:[(0,o.jsxs)("h2",{children:[n(e.kind),e.referral?.lastName?`, ${e.referral.lastName}`:""]}),(0,o.jsx)("span",{className:"tag note",children:_(E.state)})]}),e.startsOn||e.endsOn?(0,o.jsxs)("p",{children:[r.period,": ",t(e.startsOn)," – ",t(e.endsOn)]}):null,(0,o.jsx)("p",{children:e.text}),(0,o.jsx)(Te,{proposal:e}),(0,o.jsx)(W,{problems:s.problems,inputs:{comment:f}}),E.state==="SENT"?(0,o.jsxs)(o.Fragment,{children:[(0,o.jsxs)("div",{className:"field",children:[(0,o.jsx)("label",{htmlFor:f,children:r.comment}),(0,o.jsx)("textarea",{id:f,autoComplete:"off",maxLength:2e3,value:l,onChange:A=>i(A.target.value)})]}),(0,o.jsx)("div",{className:"row",children:["ACCEPT","REJECT","ASK"].map(A=>(0,o.jsx)("button",{type:"button",className:A==="ACCEPT"?"button first":"button",disabled:s.isWaiting,onClick:()=>{p(A)},children:_(A)},A))})]}):null]})}function Te({proposal:e}){let r=R(),{moment:a}=g(),t=u("ofType","Proposal");return e.history?.length?(0,o.jsxs)("details",{className:"small",children:[(0,o.jsx)("summary",{children:r.history}),(0,o.jsx)("ul",{className:"stack",children:e.history.map((n,_)=>(0,o.jsxs)("li",{children:[a(n.at)," ",n.actorName,": ",t(n.action),n.comment?` – ${n.comment}`:""]},_))})]}):null}var w=O(H(),1);var ee={unitId:"",firstNames:"",lastName:"",phone:"",email:"",serviceCode:"",goals:"",background:"",planKind:"",planReference:"",wantedStartOn:"",daysPerWeek:"",minutesPerDay:"",basis:"CONSENT",statute:"",consentGivenOn:""},Oe=new Set(["daysPerWeek","minutesPerDay"]);function te(e){let a=Object.entries(e).filter(([,t])=>t.trim()!=="").map(([t,n])=>[t,Oe.has(t)?Number(n):n.trim()]);return{safetyRestriction:!1,...Object.fromEntries(a)}}var c=O(d(),1);function re({id:e,title:r,kind:a="text",value:t,isRequired:n=!1,onChange:_}){let l={id:e,required:n,autoComplete:"off",value:t};return(0,c.jsxs)("div",{className:"field",children:[(0,c.jsx)("label",{htmlFor:e,children:r}),a==="long"?(0,c.jsx)("textarea",{...l,maxLength:1e4,onChange:i=>_(i.target.value)}):(0,c.jsx)("input",{...l,type:a==="date"?"date":"text",inputMode:a==="number"?"numeric":void 0,onChange:i=>_(i.target.value)})]})}function k({id:e,title:r,options:a,value:t,isRequired:n=!1,onChange:_}){let{words:l}=I();return(0,c.jsxs)("div",{className:"field",children:[(0,c.jsx)("label",{htmlFor:e,children:r}),(0,c.jsxs)("select",{id:e,required:n,autoComplete:"off",value:t,onChange:i=>_(i.target.value),children:[(0,c.jsx)("option",{value:"",children:l.choose}),a.map(([i,E])=>(0,c.jsx)("option",{value:i,children:E},i))]})]})}var N=O(d(),1);function ne({written:e,choices:r,onChange:a,onDone:t}){let n=R(),{language:_}=I(),l=u("ofType","Referral"),i=s=>p=>a({...e,[s]:p}),E=(s,p="text",f=!1)=>(0,N.jsx)(re,{id:s,title:l(s),kind:p,value:e[s],isRequired:f,onChange:i(s)});return(0,N.jsxs)("form",{className:"stack-large",onSubmit:s=>{s.preventDefault(),t()},children:[(0,N.jsxs)("fieldset",{className:"card",children:[(0,N.jsx)("legend",{children:n.whom}),E("firstNames","text",!0),E("lastName","text",!0),E("phone"),E("email")]}),(0,N.jsxs)("fieldset",{className:"card",children:[(0,N.jsx)("legend",{children:n.whatFor}),(0,N.jsx)(k,{id:"unitId",title:n.unit,options:r.units.map(({id:s,name:p})=>[s,p]),value:e.unitId,isRequired:!0,onChange:i("unitId")}),(0,N.jsx)(k,{id:"serviceCode",title:l("serviceCode"),options:r.services.map(s=>[s.code,G(s,_)]),value:e.serviceCode,isRequired:!0,onChange:i("serviceCode")}),E("goals","long",!0),E("background","long"),E("wantedStartOn","date"),E("daysPerWeek","number"),E("minutesPerDay","number"),(0,N.jsx)(b,{label:l("planKind"),titles:"plan_kind",kind:"ofTerms",value:e.planKind,onChange:i("planKind")}),E("planReference")]}),(0,N.jsxs)("fieldset",{className:"card",children:[(0,N.jsx)("legend",{children:n.onWhat}),(0,N.jsx)(b,{label:l("basis"),titles:"Basis",value:e.basis,onChange:s=>i("basis")(s)}),e.basis==="CONSENT"?E("consentGivenOn","date",!0):E("statute","text",!0)]}),(0,N.jsx)("div",{children:(0,N.jsx)("button",{type:"submit",className:"button first",children:n.continue})})]})}var m=O(d(),1);function ae({written:e,choices:r,isWaiting:a,onBack:t,onSend:n}){let _=R(),{language:l,words:i}=I(),{whole:E}=g(),L=u("ofType","Referral"),s=u("ofChoice","Basis"),p=u("ofTerms","plan_kind"),f={unitId:r.units.find(({id:T})=>T===e.unitId)?.name??"",serviceCode:G(r.services.find(({code:T})=>T===e.serviceCode),l),basis:s(e.basis),planKind:p(e.planKind),wantedStartOn:E(e.wantedStartOn),consentGivenOn:E(e.consentGivenOn)},A=Object.keys(e).filter(T=>e[T]);return(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)("dl",{className:"card facts",children:A.map(T=>(0,m.jsxs)("div",{className:"fact",children:[(0,m.jsx)("dt",{children:T==="unitId"?_.unit:L(T)}),(0,m.jsx)("dd",{children:f[T]??e[T]})]},T))}),(0,m.jsxs)("div",{className:"row",children:[(0,m.jsx)("button",{type:"button",className:"button first",disabled:a,onClick:n,children:_.send}),t?(0,m.jsx)("button",{type:"button",className:"button",onClick:t,children:i.cancel}):null]})]})}var C=O(d(),1);function oe(){let e=R(),{announce:r}=I(),a=y(q,{}),[t,n]=(0,w.useState)(ee),[_,l]=(0,w.useState)("write"),[i,E]=(0,w.useState)(null),L=v(X),s=v(J),p=async()=>{let T=i??(await L.run({referral:te(t)}))?.createReferral.referral;!T||(E(T),!(await s.run({step:{id:T.id,revision:T.revision,transition:"SUBMIT"}}))?.transitionReferral.referral)||(l("sent"),r(e.sent))},f={write:e.ways.newReferral,review:e.review,sent:e.sent},A={write:e.newLead,review:e.reviewLead,sent:""};return(0,C.jsxs)(U,{title:f[_],lead:A[_],isReading:!0,children:[(0,C.jsx)(W,{problems:[...L.problems,...s.problems]}),(0,C.jsx)(M,{look:a,children:({units:T,serviceTypes:h})=>{let B={units:T?.nodes??[],services:h?.nodes??[]};return _==="write"?(0,C.jsx)(ne,{written:t,choices:B,onChange:n,onDone:()=>l("review")}):_==="review"?(0,C.jsx)(ae,{written:t,choices:B,isWaiting:L.isWaiting||s.isWaiting,onBack:i?null:()=>l("write"),onSend:()=>{p()}}):(0,C.jsx)("p",{children:(0,C.jsx)("a",{className:"button",href:"/desk/official",children:e.toReferrals})})}})]})}var S=O(d(),1);function se(){let e=R(),r=y(j,{}),a=(0,S.jsx)(V,{className:"button first",href:"/new",children:e.write});return(0,S.jsx)(U,{title:e.ways.referrals,lead:e.referralsLead,actions:a,children:(0,S.jsx)(M,{look:r,children:({referrals:t})=>t?.nodes.length?(0,S.jsx)("ul",{className:"cards",children:t.nodes.map(n=>(0,S.jsx)(Ne,{referral:n},n.id))}):(0,S.jsx)("p",{className:"card quiet",children:e.noReferrals})})})}function Ne({referral:e}){let r=R(),{whole:a,moment:t}=g(),n=u("ofType","Referral"),_=u("ofType","Programme");return(0,S.jsxs)("li",{className:"card",children:[(0,S.jsxs)("div",{className:"row apart",children:[(0,S.jsx)("h2",{children:[e.firstNames,e.lastName].filter(Boolean).join(" ")||"–"}),(0,S.jsx)("span",{className:"tag note",children:n(e.state)})]}),(0,S.jsxs)("p",{className:"quiet small",children:[r.changed," ",t(e.modifiedAt),e.receivedAt?` · ${r.received} ${t(e.receivedAt)}`:""]}),e.programmes?.nodes.map((l,i)=>(0,S.jsxs)("p",{children:[r.programme,": ",_(l.state),", ",a(l.startsOn)," – ",a(l.endsOn)]},i))]})}var D=O(d(),1);function Re(){let{ways:e}=R();return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(Q,{ways:[{path:"/",title:e.referrals},{path:"/new",title:e.newReferral},{path:"/proposals",title:e.proposals}]}),(0,D.jsxs)(K,{children:[(0,D.jsx)(F,{path:"/",component:se}),(0,D.jsx)(F,{path:"/new",component:oe}),(0,D.jsx)(F,{path:"/proposals",component:z}),(0,D.jsx)(F,{component:x})]})]})}export{Re as default};
