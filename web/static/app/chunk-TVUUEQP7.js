import{a as w}from"./chunk-H4HY3MMH.js";import{a as G}from"./chunk-PXOKNCPF.js";import{u}from"./chunk-7BUM363P.js";import{a as Q,e as g}from"./chunk-NACAY3X4.js";import{a as H,e as F,f as V,g as K,j as d,k as U,m as A,n as y,o as v,p as x,q as W,r as h}from"./chunk-DYNJRI3W.js";import{b as O}from"./chunk-SQE76S5B.js";var k=O(H(),1);var P=class extends String{__apiType;value;__meta__;constructor(r,a){super(r),this.value=r,this.__meta__=a}toString(){return this.value}},$=new P(`
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
    `);var ie={ways:{referrals:"Lähetteet",proposals:"Ehdotukset",newReferral:"Uusi lähete"},referralsLead:"Oman organisaatiosi lähetteet, viimeksi muuttuneet ensin. Tila on ajan tasalla ilman puhelinsoittoa.",noReferrals:"Organisaatiollasi ei ole lähetteitä.",person:"Kenestä",changed:"Muuttunut",received:"Vastaanotettu",programme:"Valmennusjakso",write:"Kirjoita lähete",newLead:"Lähete on luonnos, jonka vain organisaatiosi näkee, kunnes lähetät sen.",whom:"Kenet lähetät",whatFor:"Mihin",onWhat:"Millä perusteella",unit:"Yksikkö",continue:"Jatka tarkistukseen",review:"Tarkista ennen lähettämistä",reviewLead:"Nämä tiedot näkyvät yksikölle, kun lähetät lähetteen. Jokaisesta katselusta jää merkintä, jonka henkilö voi nähdä.",back:"Palaa muokkaamaan",send:"Lähetä lähete",sent:"Lähete on lähetetty.",toReferrals:"Lähetteisiin",proposalsLead:"Ehdotukset, jotka odottavat organisaatiosi päätöstä.",noProposals:"Päätöstä odottavia ehdotuksia ei ole.",comment:"Perustelu tai kysymys",decided:"Päätös on tallennettu.",history:"Mitä on tapahtunut",period:"Aika"},Ee={ways:{referrals:"Remisser",proposals:"Förslag",newReferral:"Ny remiss"},referralsLead:"Din organisations remisser, de senast ändrade först. Läget är aktuellt utan telefonsamtal.",noReferrals:"Din organisation har inga remisser.",person:"Vem",changed:"Ändrad",received:"Mottagen",programme:"Träningsperiod",write:"Skriv en remiss",newLead:"Remissen är ett utkast som bara din organisation ser tills du skickar den.",whom:"Vem du remitterar",whatFor:"Till vad",onWhat:"På vilken grund",unit:"Enhet",continue:"Fortsätt till granskning",review:"Granska innan du skickar",reviewLead:"Enheten ser dessa uppgifter när du skickar remissen. Varje titt lämnar ett spår som personen kan se.",back:"Tillbaka till formuläret",send:"Skicka remissen",sent:"Remissen är skickad.",toReferrals:"Till remisserna",proposalsLead:"Förslag som väntar på din organisations beslut.",noProposals:"Inga förslag väntar på beslut.",comment:"Motivering eller fråga",decided:"Beslutet är sparat.",history:"Vad som har hänt",period:"Tid"},le={ways:{referrals:"Referrals",proposals:"Proposals",newReferral:"New referral"},referralsLead:"Referrals of your organisation, last changed first. The state is current without a phone call.",noReferrals:"Your organisation has no referrals.",person:"Who",changed:"Changed",received:"Received",programme:"Programme",write:"Write a referral",newLead:"The referral is a draft that your organisation alone sees, until you send it.",whom:"Whom you refer",whatFor:"What for",onWhat:"On what basis",unit:"Unit",continue:"Go on to the review",review:"Review before you send",reviewLead:"The unit sees this when you send the referral. Every look leaves a record that the person may see.",back:"Back to the form",send:"Send the referral",sent:"The referral is sent.",toReferrals:"To the referrals",proposalsLead:"Proposals that wait for your organisation’s decision.",noProposals:"No proposals wait for a decision.",comment:"Reason or question",decided:"The decision is saved.",history:"What has happened",period:"Period"};function R(){return{fi:ie,sv:Ee,en:le}[A().language]}var o=O(d(),1);function z(){let e=R(),r=y(Z,{odottavat:["SENT","ASKED"]});return(0,o.jsx)(U,{title:e.ways.proposals,lead:e.proposalsLead,isReading:!0,children:(0,o.jsx)(h,{look:r,children:({proposals:a})=>a?.nodes.length?(0,o.jsx)("ul",{className:"cards",children:a.nodes.map(t=>(0,o.jsx)(_e,{proposal:t},t.id))}):(0,o.jsx)("p",{className:"card quiet",children:e.noProposals})})})}function _e({proposal:e}){let r=R(),{announce:a}=A(),{whole:t}=g(),n=u("ofChoice","ProposalKind"),E=u("ofType","Proposal"),[l,i]=(0,k.useState)(""),[_,C]=(0,k.useState)({revision:e.revision,state:e.state}),s=v($),m=async T=>{let L={id:e.id,revision:_.revision,transition:T,comment:l.trim()||null},M=(await s.run({step:L}))?.transitionProposal.proposal;M&&(C(M),a(r.decided))},D=`comment-${e.id}`;return(0,o.jsxs)("li",{className:"card",children:[(0,o.jsxs)("div",{className:"row apart",children:[(0,o.jsxs)("h2",{children:[n(e.kind),e.referral?.lastName?`, ${e.referral.lastName}`:""]}),(0,o.jsx)("span",{className:"tag note",children:E(_.state)})]}),e.startsOn||e.endsOn?(0,o.jsxs)("p",{children:[r.period,": ",t(e.startsOn)," – ",t(e.endsOn)]}):null,(0,o.jsx)("p",{children:e.text}),(0,o.jsx)(Te,{proposal:e}),(0,o.jsx)(W,{problems:s.problems,inputs:{comment:D}}),_.state==="SENT"?(0,o.jsxs)(o.Fragment,{children:[(0,o.jsxs)("div",{className:"field",children:[(0,o.jsx)("label",{htmlFor:D,children:r.comment}),(0,o.jsx)("textarea",{id:D,autoComplete:"off",maxLength:2e3,value:l,onChange:T=>i(T.target.value)})]}),(0,o.jsx)("div",{className:"row",children:["ACCEPT","REJECT","ASK"].map(T=>(0,o.jsx)("button",{type:"button",className:T==="ACCEPT"?"button first":"button",disabled:s.isWaiting,onClick:()=>{m(T)},children:E(T)},T))})]}):null]})}function Te({proposal:e}){let r=R(),{moment:a}=g(),t=u("ofType","Proposal");return e.history?.length?(0,o.jsxs)("details",{className:"small",children:[(0,o.jsx)("summary",{children:r.history}),(0,o.jsx)("ul",{className:"stack",children:e.history.map((n,E)=>(0,o.jsxs)("li",{children:[a(n.at)," ",n.actorName,": ",t(n.action),n.comment?` – ${n.comment}`:""]},E))})]}):null}var b=O(H(),1);var ee={unitId:"",firstNames:"",lastName:"",phone:"",email:"",serviceCode:"",goals:"",background:"",planKind:"",planReference:"",wantedStartOn:"",daysPerWeek:"",minutesPerDay:"",basis:"CONSENT",statute:"",consentGivenOn:""},Oe=new Set(["daysPerWeek","minutesPerDay"]);function te(e){let a=Object.entries(e).filter(([,t])=>t.trim()!=="").map(([t,n])=>[t,Oe.has(t)?Number(n):n.trim()]);return{safetyRestriction:!1,...Object.fromEntries(a)}}var p=O(d(),1);function re({id:e,title:r,kind:a="text",value:t,isRequired:n=!1,onChange:E}){let l={id:e,required:n,autoComplete:"off",value:t};return(0,p.jsxs)("div",{className:"field",children:[(0,p.jsx)("label",{htmlFor:e,children:r}),a==="long"?(0,p.jsx)("textarea",{...l,maxLength:1e4,onChange:i=>E(i.target.value)}):(0,p.jsx)("input",{...l,type:a==="date"?"date":"text",inputMode:a==="number"?"numeric":void 0,onChange:i=>E(i.target.value)})]})}function Y({id:e,title:r,options:a,value:t,isRequired:n=!1,onChange:E}){let{words:l}=A();return(0,p.jsxs)("div",{className:"field",children:[(0,p.jsx)("label",{htmlFor:e,children:r}),(0,p.jsxs)("select",{id:e,required:n,autoComplete:"off",value:t,onChange:i=>E(i.target.value),children:[(0,p.jsx)("option",{value:"",children:l.choose}),a.map(([i,_])=>(0,p.jsx)("option",{value:i,children:_},i))]})]})}var N=O(d(),1);function ne({written:e,choices:r,onChange:a,onDone:t}){let n=R(),{language:E}=A(),l=u("ofType","Referral"),i=s=>m=>a({...e,[s]:m}),_=(s,m="text",D=!1)=>(0,N.jsx)(re,{id:s,title:l(s),kind:m,value:e[s],isRequired:D,onChange:i(s)});return(0,N.jsxs)("form",{className:"stack-large",onSubmit:s=>{s.preventDefault(),t()},children:[(0,N.jsxs)("fieldset",{className:"card",children:[(0,N.jsx)("legend",{children:n.whom}),_("firstNames","text",!0),_("lastName","text",!0),_("phone"),_("email")]}),(0,N.jsxs)("fieldset",{className:"card",children:[(0,N.jsx)("legend",{children:n.whatFor}),(0,N.jsx)(Y,{id:"unitId",title:n.unit,options:r.units.map(({id:s,name:m})=>[s,m]),value:e.unitId,isRequired:!0,onChange:i("unitId")}),(0,N.jsx)(Y,{id:"serviceCode",title:l("serviceCode"),options:r.services.map(s=>[s.code,G(s,E)]),value:e.serviceCode,isRequired:!0,onChange:i("serviceCode")}),_("goals","long",!0),_("background","long"),_("wantedStartOn","date"),_("daysPerWeek","number"),_("minutesPerDay","number"),(0,N.jsx)(w,{label:l("planKind"),titles:"plan_kind",kind:"ofTerms",value:e.planKind,onChange:i("planKind")}),_("planReference")]}),(0,N.jsxs)("fieldset",{className:"card",children:[(0,N.jsx)("legend",{children:n.onWhat}),(0,N.jsx)(w,{label:l("basis"),titles:"Basis",value:e.basis,onChange:s=>i("basis")(s)}),e.basis==="CONSENT"?_("consentGivenOn","date",!0):_("statute","text",!0)]}),(0,N.jsx)("div",{children:(0,N.jsx)("button",{type:"submit",className:"button first",children:n.continue})})]})}var I=O(d(),1);function ae({written:e,choices:r,isWaiting:a,onBack:t,onSend:n}){let E=R(),{language:l}=A(),{whole:i}=g(),_=u("ofType","Referral"),C=u("ofChoice","Basis"),s=u("ofTerms","plan_kind"),m={unitId:r.units.find(({id:T})=>T===e.unitId)?.name??"",serviceCode:G(r.services.find(({code:T})=>T===e.serviceCode),l),basis:C(e.basis),planKind:s(e.planKind),wantedStartOn:i(e.wantedStartOn),consentGivenOn:i(e.consentGivenOn)},D=Object.keys(e).filter(T=>e[T]);return(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)("dl",{className:"card facts",children:D.map(T=>(0,I.jsxs)("div",{className:"fact",children:[(0,I.jsx)("dt",{children:T==="unitId"?E.unit:_(T)}),(0,I.jsx)("dd",{children:m[T]??e[T]})]},T))}),(0,I.jsxs)("div",{className:"row",children:[(0,I.jsx)("button",{type:"button",className:"button first",disabled:a,onClick:n,children:E.send}),t?(0,I.jsx)("button",{type:"button",className:"button",onClick:t,children:E.back}):null]})]})}var f=O(d(),1);function oe(){let e=R(),{announce:r}=A(),a=y(q,{}),[t,n]=(0,b.useState)(ee),[E,l]=(0,b.useState)("write"),[i,_]=(0,b.useState)(null),C=v(X),s=v(J),m=async()=>{let L=i??(await C.run({referral:te(t)}))?.createReferral.referral;!L||(_(L),!(await s.run({step:{id:L.id,revision:L.revision,transition:"SUBMIT"}}))?.transitionReferral.referral)||(l("sent"),r(e.sent))},D={write:e.ways.newReferral,review:e.review,sent:e.sent},T={write:e.newLead,review:e.reviewLead,sent:""};return(0,f.jsxs)(U,{title:D[E],lead:T[E],isReading:!0,children:[(0,f.jsx)(W,{problems:[...C.problems,...s.problems]}),(0,f.jsx)(h,{look:a,children:({units:L,serviceTypes:M})=>{let B={units:L?.nodes??[],services:M?.nodes??[]};return E==="write"?(0,f.jsx)(ne,{written:t,choices:B,onChange:n,onDone:()=>l("review")}):E==="review"?(0,f.jsx)(ae,{written:t,choices:B,isWaiting:C.isWaiting||s.isWaiting,onBack:i?null:()=>l("write"),onSend:()=>{m()}}):(0,f.jsx)("p",{children:(0,f.jsx)("a",{className:"button",href:"/desk/official",children:e.toReferrals})})}})]})}var S=O(d(),1);function se(){let e=R(),r=y(j,{}),a=(0,S.jsx)(V,{className:"button first",href:"/new",children:e.write});return(0,S.jsx)(U,{title:e.ways.referrals,lead:e.referralsLead,actions:a,children:(0,S.jsx)(h,{look:r,children:({referrals:t})=>t?.nodes.length?(0,S.jsx)("ul",{className:"cards",children:t.nodes.map(n=>(0,S.jsx)(Ne,{referral:n},n.id))}):(0,S.jsx)("p",{className:"card quiet",children:e.noReferrals})})})}function Ne({referral:e}){let r=R(),{whole:a,moment:t}=g(),n=u("ofType","Referral"),E=u("ofType","Programme");return(0,S.jsxs)("li",{className:"card",children:[(0,S.jsxs)("div",{className:"row apart",children:[(0,S.jsx)("h2",{children:[e.firstNames,e.lastName].filter(Boolean).join(" ")||"–"}),(0,S.jsx)("span",{className:"tag note",children:n(e.state)})]}),(0,S.jsxs)("p",{className:"quiet small",children:[r.changed," ",t(e.modifiedAt),e.receivedAt?` · ${r.received} ${t(e.receivedAt)}`:""]}),e.programmes?.nodes.map((l,i)=>(0,S.jsxs)("p",{children:[r.programme,": ",E(l.state),", ",a(l.startsOn)," – ",a(l.endsOn)]},i))]})}var c=O(d(),1);function Re(){let{ways:e}=R();return(0,c.jsxs)(c.Fragment,{children:[(0,c.jsx)(Q,{ways:[{path:"/",title:e.referrals},{path:"/new",title:e.newReferral},{path:"/proposals",title:e.proposals}]}),(0,c.jsxs)(K,{children:[(0,c.jsx)(F,{path:"/",component:se}),(0,c.jsx)(F,{path:"/new",component:oe}),(0,c.jsx)(F,{path:"/proposals",component:z}),(0,c.jsx)(F,{component:x})]})]})}export{Re as default};
