import{a as Q,b}from"./chunk-343ZGIJW.js";import{a as w}from"./chunk-VULNU2CV.js";import{a as x,e as P}from"./chunk-V4XOZU3M.js";import{s as v,w as S}from"./chunk-G62ATSXG.js";import{a as B,e as h,f as V,g as H,j as A,k as g,m as D,n as U,o as F,p as K,q as W,r as y}from"./chunk-YUCKUU3P.js";import{b as R}from"./chunk-SQE76S5B.js";var k=R(B(),1);var L=class extends String{__apiType;value;__meta__;constructor(o,s){super(o),this.value=o,this.__meta__=s}toString(){return this.value}},$=new L(`
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
    `);var se={ways:{referrals:"Lähetteet",proposals:"Ehdotukset",newReferral:"Uusi lähete"},referralsLead:"Oman organisaatiosi lähetteet, viimeksi muuttuneet ensin. Tila on ajan tasalla ilman puhelinsoittoa.",noReferrals:"Organisaatiollasi ei ole lähetteitä.",person:"Kenestä",changed:"Muuttunut",received:"Vastaanotettu",programme:"Valmennusjakso",write:"Kirjoita lähete",newLead:"Lähete on luonnos, jonka vain organisaatiosi näkee, kunnes lähetät sen.",whom:"Kenet lähetät",whatFor:"Mihin",onWhat:"Millä perusteella",unit:"Yksikkö",choose:"Valitse…",continue:"Jatka tarkistukseen",review:"Tarkista ennen lähettämistä",reviewLead:"Nämä tiedot näkyvät yksikölle, kun lähetät lähetteen. Jokaisesta katselusta jää merkintä, jonka henkilö voi nähdä.",send:"Lähetä lähete",sent:"Lähete on lähetetty.",toReferrals:"Lähetteisiin",proposalsLead:"Ehdotukset, jotka odottavat organisaatiosi päätöstä.",noProposals:"Päätöstä odottavia ehdotuksia ei ole.",comment:"Perustelu tai kysymys",decided:"Päätös on tallennettu.",history:"Mitä on tapahtunut",period:"Aika"},ie={ways:{referrals:"Remisser",proposals:"Förslag",newReferral:"Ny remiss"},referralsLead:"Din organisations remisser, de senast ändrade först. Läget är aktuellt utan telefonsamtal.",noReferrals:"Din organisation har inga remisser.",person:"Vem",changed:"Ändrad",received:"Mottagen",programme:"Träningsperiod",write:"Skriv en remiss",newLead:"Remissen är ett utkast som bara din organisation ser tills du skickar den.",whom:"Vem du remitterar",whatFor:"Till vad",onWhat:"På vilken grund",unit:"Enhet",choose:"Välj…",continue:"Fortsätt till granskning",review:"Granska innan du skickar",reviewLead:"Enheten ser dessa uppgifter när du skickar remissen. Varje titt lämnar ett spår som personen kan se.",send:"Skicka remissen",sent:"Remissen är skickad.",toReferrals:"Till remisserna",proposalsLead:"Förslag som väntar på din organisations beslut.",noProposals:"Inga förslag väntar på beslut.",comment:"Motivering eller fråga",decided:"Beslutet är sparat.",history:"Vad som har hänt",period:"Tid"},Ee={ways:{referrals:"Referrals",proposals:"Proposals",newReferral:"New referral"},referralsLead:"Referrals of your organisation, last changed first. The state is current without a phone call.",noReferrals:"Your organisation has no referrals.",person:"Who",changed:"Changed",received:"Received",programme:"Programme",write:"Write a referral",newLead:"The referral is a draft that your organisation alone sees, until you send it.",whom:"Whom you refer",whatFor:"What for",onWhat:"On what basis",unit:"Unit",choose:"Choose…",continue:"Go on to the review",review:"Review before you send",reviewLead:"The unit sees this when you send the referral. Every look leaves a record that the person may see.",send:"Send the referral",sent:"The referral is sent.",toReferrals:"To the referrals",proposalsLead:"Proposals that wait for your organisation’s decision.",noProposals:"No proposals wait for a decision.",comment:"Reason or question",decided:"The decision is saved.",history:"What has happened",period:"Period"};function O(){return{fi:se,sv:ie,en:Ee}[D().language]}var n=R(A(),1);function z(){let e=O(),o=U(Z,{odottavat:["SENT","ASKED"]});return(0,n.jsx)(g,{title:e.ways.proposals,lead:e.proposalsLead,isReading:!0,children:(0,n.jsx)(y,{look:o,children:({proposals:s})=>s?.nodes.length?(0,n.jsx)("ul",{className:"cards",children:s.nodes.map(t=>(0,n.jsx)(_e,{proposal:t},t.id))}):(0,n.jsx)("p",{className:"card quiet",children:e.noProposals})})})}function _e({proposal:e}){let o=O(),{announce:s}=D(),{whole:t}=P(),r=S("ofChoice","ProposalKind"),l=S("ofType","Proposal"),[_,N]=(0,k.useState)(""),[i,C]=(0,k.useState)({revision:e.revision,state:e.state}),a=F($),m=async u=>{let E={id:e.id,revision:i.revision,transition:u,comment:_.trim()||null},M=(await a.run({step:E}))?.transitionProposal.proposal;M&&(C(M),s(o.decided))},c=`comment-${e.id}`;return(0,n.jsxs)("li",{className:"card",children:[(0,n.jsxs)("div",{className:"row apart",children:[(0,n.jsxs)("h2",{children:[r(e.kind),e.referral?.lastName?`, ${e.referral.lastName}`:""]}),(0,n.jsx)("span",{className:"tag note",children:l(i.state)})]}),e.startsOn||e.endsOn?(0,n.jsxs)("p",{children:[o.period,": ",t(e.startsOn)," – ",t(e.endsOn)]}):null,(0,n.jsx)("p",{children:e.text}),(0,n.jsx)(le,{proposal:e}),(0,n.jsx)(W,{problems:a.problems,inputs:{comment:c}}),i.state==="SENT"?(0,n.jsxs)(n.Fragment,{children:[(0,n.jsxs)("div",{className:"field",children:[(0,n.jsx)("label",{htmlFor:c,children:o.comment}),(0,n.jsx)("textarea",{id:c,autoComplete:"off",maxLength:2e3,value:_,onChange:u=>N(u.target.value)})]}),(0,n.jsx)("div",{className:"row",children:["ACCEPT","REJECT","ASK"].map(u=>(0,n.jsx)("button",{type:"button",className:u==="ACCEPT"?"button first":"button",disabled:a.isWaiting,onClick:()=>{m(u)},children:l(u)},u))})]}):null]})}function le({proposal:e}){let o=O(),{moment:s}=P(),t=S("ofType","Proposal");return e.history?.length?(0,n.jsxs)("details",{className:"small",children:[(0,n.jsx)("summary",{children:o.history}),(0,n.jsx)("ul",{className:"stack",children:e.history.map((r,l)=>(0,n.jsxs)("li",{children:[s(r.at)," ",r.actorName,": ",t(r.action),r.comment?` – ${r.comment}`:""]},l))})]}):null}var G=R(B(),1);var ee={unitId:"",firstNames:"",lastName:"",phone:"",email:"",serviceCode:"",goals:"",background:"",planKind:"",planReference:"",wantedStartOn:"",daysPerWeek:"",minutesPerDay:"",basis:"CONSENT",statute:"",consentGivenOn:""},Te=new Set(["daysPerWeek","minutesPerDay"]);function te(e){let s=Object.entries(e).filter(([,t])=>t.trim()!=="").map(([t,r])=>[t,Te.has(t)?Number(r):r.trim()]);return{safetyRestriction:!1,...Object.fromEntries(s)}}var T=R(A(),1);function re({written:e,choices:o,onChange:s,onDone:t}){let r=O(),{language:l}=D(),_=S("ofType","Referral"),N=a=>m=>s({...e,[a]:m}),i=(a,m="text",c=!1)=>(0,T.jsx)(Q,{id:a,title:_(a),kind:m,value:e[a],isRequired:c,onChange:N(a)});return(0,T.jsxs)("form",{className:"stack-large",onSubmit:a=>{a.preventDefault(),t()},children:[(0,T.jsxs)("fieldset",{className:"card",children:[(0,T.jsx)("legend",{children:r.whom}),i("firstNames","text",!0),i("lastName","text",!0),i("phone"),i("email")]}),(0,T.jsxs)("fieldset",{className:"card",children:[(0,T.jsx)("legend",{children:r.whatFor}),(0,T.jsx)(b,{id:"unitId",title:r.unit,choose:r.choose,options:o.units.map(({id:a,name:m})=>[a,m]),value:e.unitId,isRequired:!0,onChange:N("unitId")}),(0,T.jsx)(b,{id:"serviceCode",title:_("serviceCode"),choose:r.choose,options:o.services.map(a=>[a.code,v(a,l)]),value:e.serviceCode,isRequired:!0,onChange:N("serviceCode")}),i("goals","long",!0),i("background","long"),i("wantedStartOn","date"),i("daysPerWeek","number"),i("minutesPerDay","number"),(0,T.jsx)(w,{label:_("planKind"),titles:"plan_kind",kind:"ofTerms",value:e.planKind,onChange:N("planKind")}),i("planReference")]}),(0,T.jsxs)("fieldset",{className:"card",children:[(0,T.jsx)("legend",{children:r.onWhat}),(0,T.jsx)(w,{label:_("basis"),titles:"Basis",value:e.basis,onChange:a=>N("basis")(a)}),e.basis==="CONSENT"?i("consentGivenOn","date",!0):i("statute","text",!0)]}),(0,T.jsx)("div",{children:(0,T.jsx)("button",{type:"submit",className:"button first",children:r.continue})})]})}var I=R(A(),1);function ne({written:e,choices:o,isWaiting:s,onBack:t,onSend:r}){let l=O(),{language:_,words:N}=D(),{whole:i}=P(),C=S("ofType","Referral"),a=S("ofChoice","Basis"),m=S("ofTerms","plan_kind"),c={unitId:o.units.find(({id:E})=>E===e.unitId)?.name??"",serviceCode:v(o.services.find(({code:E})=>E===e.serviceCode),_),basis:a(e.basis),planKind:m(e.planKind),wantedStartOn:i(e.wantedStartOn),consentGivenOn:i(e.consentGivenOn)},u=Object.keys(e).filter(E=>e[E]);return(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)("dl",{className:"card facts",children:u.map(E=>(0,I.jsxs)("div",{className:"fact",children:[(0,I.jsx)("dt",{children:E==="unitId"?l.unit:C(E)}),(0,I.jsx)("dd",{children:c[E]??e[E]})]},E))}),(0,I.jsxs)("div",{className:"row",children:[(0,I.jsx)("button",{type:"button",className:"button first",disabled:s,onClick:r,children:l.send}),t?(0,I.jsx)("button",{type:"button",className:"button",onClick:t,children:N.cancel}):null]})]})}var f=R(A(),1);function oe(){let e=O(),{announce:o}=D(),s=U(X,{}),[t,r]=(0,G.useState)(ee),[l,_]=(0,G.useState)("write"),[N,i]=(0,G.useState)(null),C=F(q),a=F(J),m=async()=>{let E=N??(await C.run({referral:te(t)}))?.createReferral.referral;!E||(i(E),!(await a.run({step:{id:E.id,revision:E.revision,transition:"SUBMIT"}}))?.transitionReferral.referral)||(_("sent"),o(e.sent))},c={write:e.ways.newReferral,review:e.review,sent:e.sent},u={write:e.newLead,review:e.reviewLead,sent:""};return(0,f.jsxs)(g,{title:c[l],lead:u[l],isReading:!0,children:[(0,f.jsx)(W,{problems:[...C.problems,...a.problems]}),(0,f.jsx)(y,{look:s,children:({units:E,serviceTypes:M})=>{let Y={units:E?.nodes??[],services:M?.nodes??[]};return l==="write"?(0,f.jsx)(re,{written:t,choices:Y,onChange:r,onDone:()=>_("review")}):l==="review"?(0,f.jsx)(ne,{written:t,choices:Y,isWaiting:C.isWaiting||a.isWaiting,onBack:N?null:()=>_("write"),onSend:()=>{m()}}):(0,f.jsx)("p",{children:(0,f.jsx)("a",{className:"button",href:"/desk/official",children:e.toReferrals})})}})]})}var d=R(A(),1);function ae(){let e=O(),o=U(j,{}),s=(0,d.jsx)(V,{className:"button first",href:"/new",children:e.write});return(0,d.jsx)(g,{title:e.ways.referrals,lead:e.referralsLead,actions:s,children:(0,d.jsx)(y,{look:o,children:({referrals:t})=>t?.nodes.length?(0,d.jsx)("ul",{className:"cards",children:t.nodes.map(r=>(0,d.jsx)(Oe,{referral:r},r.id))}):(0,d.jsx)("p",{className:"card quiet",children:e.noReferrals})})})}function Oe({referral:e}){let o=O(),{whole:s,moment:t}=P(),r=S("ofType","Referral"),l=S("ofType","Programme");return(0,d.jsxs)("li",{className:"card",children:[(0,d.jsxs)("div",{className:"row apart",children:[(0,d.jsx)("h2",{children:[e.firstNames,e.lastName].filter(Boolean).join(" ")||"–"}),(0,d.jsx)("span",{className:"tag note",children:r(e.state)})]}),(0,d.jsxs)("p",{className:"quiet small",children:[o.changed," ",t(e.modifiedAt),e.receivedAt?` · ${o.received} ${t(e.receivedAt)}`:""]}),e.programmes?.nodes.map((_,N)=>(0,d.jsxs)("p",{children:[o.programme,": ",l(_.state),", ",s(_.startsOn)," – ",s(_.endsOn)]},N))]})}var p=R(A(),1);function Ne(){let{ways:e}=O();return(0,p.jsxs)(p.Fragment,{children:[(0,p.jsx)(x,{ways:[{path:"/",title:e.referrals},{path:"/new",title:e.newReferral},{path:"/proposals",title:e.proposals}]}),(0,p.jsxs)(H,{children:[(0,p.jsx)(h,{path:"/",component:ae}),(0,p.jsx)(h,{path:"/new",component:oe}),(0,p.jsx)(h,{path:"/proposals",component:z}),(0,p.jsx)(h,{component:K})]})]})}export{Ne as default};
