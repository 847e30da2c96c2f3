import{a as v}from"./chunk-QGEU4QUA.js";import{a as Q}from"./chunk-YN7IE3UH.js";import{a as x}from"./chunk-BD5XFSQB.js";import{a as b}from"./chunk-W2WWPYAY.js";import{d as L}from"./chunk-TB33MUXH.js";import"./chunk-2LRJ5ZYH.js";import{a as $,b as k}from"./chunk-CLCM6ZTI.js";import{a as G,c as S}from"./chunk-CBMUQXDO.js";import{e as h,f as V,g as K}from"./chunk-X3MLX2GW.js";import{a as H,m as u,n as g,r as p,s as U,u as F,w as W,y}from"./chunk-U7GDRCA3.js";import{c as d}from"./chunk-OOJM4CTU.js";var Y=d(H(),1);var P=class extends String{__apiType;value;__meta__;constructor(t,i){super(t),this.value=t,this.__meta__=i}toString(){return this.value}},X=new P(`
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
    `),J=new P(`
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
    `),j=new P(`
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
    `),Z=new P(`
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
    `),z=new P(`
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
    `);var ie={ways:{referrals:"Lähetteet",proposals:"Ehdotukset",newReferral:"Uusi lähete"},referralsLead:"Oman organisaatiosi lähetteet, viimeksi muuttuneet ensin. Tila on ajan tasalla ilman puhelinsoittoa.",noReferrals:"Organisaatiollasi ei ole lähetteitä.",person:"Kenestä",changed:"Muuttunut",received:"Vastaanotettu",programme:"Valmennusjakso",write:"Kirjoita lähete",newLead:"Lähete on luonnos, jonka vain organisaatiosi näkee, kunnes lähetät sen.",whom:"Kenet lähetät",whatFor:"Mihin",onWhat:"Millä perusteella",unit:"Yksikkö",continue:"Jatka tarkistukseen",review:"Tarkista ennen lähettämistä",reviewLead:"Nämä tiedot näkyvät yksikölle, kun lähetät lähetteen. Jokaisesta katselusta jää merkintä, jonka henkilö voi nähdä.",back:"Palaa muokkaamaan",send:"Lähetä lähete",sent:"Lähete on lähetetty.",toReferrals:"Lähetteisiin",proposalsLead:"Ehdotukset, jotka odottavat organisaatiosi päätöstä.",noProposals:"Päätöstä odottavia ehdotuksia ei ole.",comment:"Perustelu tai kysymys",decided:"Päätös on tallennettu.",actions:{CREATE:"ehdotus luotu",UPDATE:"ehdotusta muutettu",RESTORE:"aiempi versio palautettu"},history:"Mitä on tapahtunut",period:"Aika"},Ee={ways:{referrals:"Remisser",proposals:"Förslag",newReferral:"Ny remiss"},referralsLead:"Din organisations remisser, de senast ändrade först. Läget är aktuellt utan telefonsamtal.",noReferrals:"Din organisation har inga remisser.",person:"Vem",changed:"Ändrad",received:"Mottagen",programme:"Träningsperiod",write:"Skriv en remiss",newLead:"Remissen är ett utkast som bara din organisation ser tills du skickar den.",whom:"Vem du remitterar",whatFor:"Till vad",onWhat:"På vilken grund",unit:"Enhet",continue:"Fortsätt till granskning",review:"Granska innan du skickar",reviewLead:"Enheten ser dessa uppgifter när du skickar remissen. Varje titt lämnar ett spår som personen kan se.",back:"Tillbaka till formuläret",send:"Skicka remissen",sent:"Remissen är skickad.",toReferrals:"Till remisserna",proposalsLead:"Förslag som väntar på din organisations beslut.",noProposals:"Inga förslag väntar på beslut.",comment:"Motivering eller fråga",decided:"Beslutet är sparat.",actions:{CREATE:"förslaget gjordes",UPDATE:"förslaget ändrades",RESTORE:"en tidigare version återställdes"},history:"Vad som har hänt",period:"Tid"},_e={ways:{referrals:"Referrals",proposals:"Proposals",newReferral:"New referral"},referralsLead:"Referrals of your organisation, last changed first. The state is current without a phone call.",noReferrals:"Your organisation has no referrals.",person:"Who",changed:"Changed",received:"Received",programme:"Programme",write:"Write a referral",newLead:"The referral is a draft that your organisation alone sees, until you send it.",whom:"Whom you refer",whatFor:"What for",onWhat:"On what basis",unit:"Unit",continue:"Go on to the review",review:"Review before you send",reviewLead:"The unit sees this when you send the referral. Every look leaves a record that the person may see.",back:"Back to the form",send:"Send the referral",sent:"The referral is sent.",toReferrals:"To the referrals",proposalsLead:"Proposals that wait for your organisation’s decision.",noProposals:"No proposals wait for a decision.",comment:"Reason or question",decided:"The decision is saved.",actions:{CREATE:"proposal made",UPDATE:"proposal changed",RESTORE:"earlier version restored"},history:"What has happened",period:"Period"};function N(){return{fi:ie,sv:Ee,en:_e}[p().language]}var n=d(u(),1);function ee(){let e=N(),t=U(z,{odottavat:["SENT","ASKED"]});return(0,n.jsxs)(g,{title:e.ways.proposals,lead:e.proposalsLead,isReading:!0,children:[(0,n.jsx)(v,{types:["Proposal"],show:t.again}),(0,n.jsx)(y,{look:t,children:({proposals:i})=>i?.nodes.length?(0,n.jsx)("ul",{className:"cards",children:i.nodes.map(r=>(0,n.jsx)(Te,{proposal:r},`${r.id} ${r.revision}`))}):(0,n.jsx)("p",{className:"card quiet",children:e.noProposals})})]})}function Te({proposal:e}){let t=N(),{announce:i}=p(),{whole:r}=L(),a=S("ofChoice","ProposalKind"),_=S("ofType","Proposal"),[T,O]=(0,Y.useState)(""),[E,f]=(0,Y.useState)({revision:e.revision,state:e.state}),s=F(X),I=async o=>{let C={id:e.id,revision:E.revision,transition:o,comment:T.trim()||null},M=(await s.run({step:C}))?.transitionProposal.proposal;M&&(f(M),i(t.decided))},D=`comment-${e.id}`;return(0,n.jsxs)("li",{className:"card",children:[(0,n.jsxs)("div",{className:"row apart",children:[(0,n.jsxs)("h2",{children:[a(e.kind),e.referral?.lastName?`, ${e.referral.lastName}`:""]}),(0,n.jsx)("span",{className:"tag note",children:_(E.state)})]}),e.startsOn||e.endsOn?(0,n.jsxs)("p",{children:[t.period,": ",r(e.startsOn)," – ",r(e.endsOn)]}):null,(0,n.jsx)("p",{children:e.text}),(0,n.jsx)(le,{proposal:e}),(0,n.jsx)(W,{problems:s.problems,inputs:{comment:D}}),E.state==="SENT"?(0,n.jsxs)(n.Fragment,{children:[(0,n.jsxs)("div",{className:"field",children:[(0,n.jsx)("label",{htmlFor:D,children:t.comment}),(0,n.jsx)("textarea",{id:D,autoComplete:"off",maxLength:2e3,value:T,onChange:o=>O(o.target.value)})]}),(0,n.jsx)("div",{className:"row",children:["ACCEPT","REJECT","ASK"].map(o=>(0,n.jsx)("button",{type:"button",className:o==="ACCEPT"?"button first":"button",disabled:s.isWaiting,onClick:()=>{I(o)},children:_(o)},o))})]}):null]})}function le({proposal:e}){let t=N(),{moment:i}=L(),r=S("ofType","Proposal");return e.history?.length?(0,n.jsxs)("details",{className:"small",children:[(0,n.jsx)("summary",{children:t.history}),(0,n.jsx)("ul",{className:"stack",children:e.history.map((a,_)=>(0,n.jsxs)("li",{children:[i(a.at)," ",a.actorName,": ",t.actions[a.action]??r(a.action),a.comment?` – ${a.comment}`:""]},_))})]}):null}var w=d(H(),1);var te={unitId:"",firstNames:"",lastName:"",phone:"",email:"",serviceCode:"",goals:"",background:"",planKind:"",planReference:"",wantedStartOn:"",daysPerWeek:"",minutesPerDay:"",basis:"CONSENT",statute:"",consentGivenOn:""},Oe=new Set(["daysPerWeek","minutesPerDay"]);function re(e){let i=Object.entries(e).filter(([,r])=>r.trim()!=="").map(([r,a])=>[r,Oe.has(r)?Number(a):a.trim()]);return{safetyRestriction:!1,...Object.fromEntries(i)}}var l=d(u(),1);function ne({written:e,choices:t,onChange:i,onDone:r}){let a=N(),{language:_}=p(),T=S("ofType","Referral"),O=s=>I=>i({...e,[s]:I}),E=(s,I="text",D=!1)=>(0,l.jsx)($,{id:s,title:T(s),kind:I,value:e[s],isRequired:D,onChange:O(s)});return(0,l.jsxs)("form",{className:"stack-large",onSubmit:s=>{s.preventDefault(),r()},children:[(0,l.jsxs)("fieldset",{className:"card",children:[(0,l.jsx)("legend",{children:a.whom}),E("firstNames","text",!0),E("lastName","text",!0),E("phone"),E("email")]}),(0,l.jsxs)("fieldset",{className:"card",children:[(0,l.jsx)("legend",{children:a.whatFor}),(0,l.jsx)(k,{id:"unitId",title:a.unit,options:t.units.map(({id:s,name:I})=>[s,I]),value:e.unitId,isRequired:!0,onChange:O("unitId")}),(0,l.jsx)(k,{id:"serviceCode",title:T("serviceCode"),options:t.services.map(s=>[s.code,G(s,_)]),value:e.serviceCode,isRequired:!0,onChange:O("serviceCode")}),E("goals","long",!0),E("background","long"),E("wantedStartOn","date"),E("daysPerWeek","number"),E("minutesPerDay","number"),(0,l.jsx)(b,{label:T("planKind"),titles:"plan_kind",kind:"ofTerms",value:e.planKind,onChange:O("planKind")}),E("planReference")]}),(0,l.jsxs)("fieldset",{className:"card",children:[(0,l.jsx)("legend",{children:a.onWhat}),(0,l.jsx)(b,{label:T("basis"),titles:"Basis",value:e.basis,onChange:s=>O("basis")(s)}),e.basis==="CONSENT"?E("consentGivenOn","date",!0):E("statute","text",!0)]}),(0,l.jsx)("div",{children:(0,l.jsx)("button",{type:"submit",className:"button first",children:a.continue})})]})}var A=d(u(),1);function ae({written:e,choices:t,isWaiting:i,onBack:r,onSend:a}){let _=N(),{language:T}=p(),{whole:O}=L(),E=S("ofType","Referral"),f=S("ofChoice","Basis"),s=S("ofTerms","plan_kind"),I={unitId:t.units.find(({id:o})=>o===e.unitId)?.name??"",serviceCode:G(t.services.find(({code:o})=>o===e.serviceCode),T),basis:f(e.basis),planKind:s(e.planKind),wantedStartOn:O(e.wantedStartOn),consentGivenOn:O(e.consentGivenOn)},D=Object.keys(e).filter(o=>e[o]);return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)("dl",{className:"card facts",children:D.map(o=>(0,A.jsxs)("div",{className:"fact",children:[(0,A.jsx)("dt",{children:o==="unitId"?_.unit:E(o)}),(0,A.jsx)("dd",{children:I[o]??e[o]})]},o))}),(0,A.jsxs)("div",{className:"row",children:[(0,A.jsx)("button",{type:"button",className:"button first",disabled:i,onClick:a,children:_.send}),r?(0,A.jsx)("button",{type:"button",className:"button",onClick:r,children:_.back}):null]})]})}var c=d(u(),1);function se(){let e=N(),{announce:t}=p(),i=U(q,{}),[r,a]=(0,w.useState)(te),[_,T]=(0,w.useState)("write"),[O,E]=(0,w.useState)(null),f=F(J),s=F(j),I=async()=>{let C=O??(await f.run({referral:re(r)}))?.createReferral.referral;!C||(E(C),!(await s.run({step:{id:C.id,revision:C.revision,transition:"SUBMIT"}}))?.transitionReferral.referral)||(T("sent"),t(e.sent))},D={write:e.ways.newReferral,review:e.review,sent:e.sent},o={write:e.newLead,review:e.reviewLead,sent:""};return(0,c.jsxs)(g,{title:D[_],lead:o[_],isReading:!0,children:[(0,c.jsx)(W,{problems:[...f.problems,...s.problems]}),(0,c.jsx)(y,{look:i,children:({units:C,serviceTypes:M})=>{let B={units:C?.nodes??[],services:M?.nodes??[]};return _==="write"?(0,c.jsx)(ne,{written:r,choices:B,onChange:a,onDone:()=>T("review")}):_==="review"?(0,c.jsx)(ae,{written:r,choices:B,isWaiting:f.isWaiting||s.isWaiting,onBack:O?null:()=>T("write"),onSend:()=>{I()}}):(0,c.jsx)("p",{children:(0,c.jsx)("a",{className:"button",href:"/desk/official",children:e.toReferrals})})}})]})}var R=d(u(),1);function oe(){let e=N(),t=U(Z,{}),i=(0,R.jsx)(V,{className:"button first",href:"/new",children:e.write});return(0,R.jsxs)(g,{title:e.ways.referrals,lead:e.referralsLead,actions:i,children:[(0,R.jsx)(v,{types:["Referral"],show:t.again}),(0,R.jsx)(y,{look:t,children:({referrals:r})=>r?.nodes.length?(0,R.jsx)("ul",{className:"cards",children:r.nodes.map(a=>(0,R.jsx)(Ne,{referral:a},a.id))}):(0,R.jsx)("p",{className:"card quiet",children:e.noReferrals})})]})}function Ne({referral:e}){let t=N(),{whole:i,moment:r}=L(),a=S("ofType","Referral"),_=S("ofType","Programme");return(0,R.jsxs)("li",{className:"card",children:[(0,R.jsxs)("div",{className:"row apart",children:[(0,R.jsx)("h2",{children:[e.firstNames,e.lastName].filter(Boolean).join(" ")||"–"}),(0,R.jsx)("span",{className:"tag note",children:a(e.state)})]}),(0,R.jsxs)("p",{className:"quiet small",children:[t.changed," ",r(e.modifiedAt),e.receivedAt?` · ${t.received} ${r(e.receivedAt)}`:""]}),e.programmes?.nodes.map((T,O)=>(0,R.jsxs)("p",{children:[t.programme,": ",_(T.state),", ",i(T.startsOn)," – ",i(T.endsOn)]},O))]})}var m=d(u(),1);function Re(){let{ways:e}=N();return(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)(Q,{ways:[{path:"/",title:e.referrals},{path:"/new",title:e.newReferral},{path:"/proposals",title:e.proposals}]}),(0,m.jsxs)(K,{children:[(0,m.jsx)(h,{path:"/",component:oe}),(0,m.jsx)(h,{path:"/new",component:se}),(0,m.jsx)(h,{path:"/proposals",component:ee}),(0,m.jsx)(h,{component:x})]})]})}export{Re as default};
