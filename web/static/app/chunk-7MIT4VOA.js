import{a as oe,c as Ee,d as _e,f as le}from"./chunk-HYG2CYKA.js";import{a as H}from"./chunk-6FLNVCVC.js";import{a as ee,c as ae}from"./chunk-2NABCQEW.js";import{a as Z}from"./chunk-6I4BGB2J.js";import{a as re}from"./chunk-VULSJVSI.js";import{a as V}from"./chunk-M5ZS5TYT.js";import"./chunk-DG7U3J3C.js";import"./chunk-J2KSSCOX.js";import{a as j}from"./chunk-CXEEDNUD.js";import{a as $}from"./chunk-VJ57TAP3.js";import{d as F}from"./chunk-LAXEIQQE.js";import"./chunk-BHMKMHFP.js";import"./chunk-AAXXP4VA.js";import{a as ie,b as q}from"./chunk-WWUFBI3M.js";import"./chunk-BS7KTXJJ.js";import{a as se}from"./chunk-OCTD23N4.js";import{e as G,f as Q,g as J}from"./chunk-S4TXWKWP.js";import{a as Fe,e as p,f as k,j as f,k as B,m as z,o as te,q as w,r as v,t as I,u as ne}from"./chunk-HL5E4EFT.js";import"./chunk-5RBZAMFY.js";import{c as S}from"./chunk-OOJM4CTU.js";var M=class extends String{__apiType;value;__meta__;constructor(n,r){super(n),this.value=n,this.__meta__=r}toString(){return this.value}},Te=new M(`
    mutation DecideProposal($step: TransitionProposalInput!, $key: String!) {
  transitionProposal(input: $step, idempotencyKey: $key) {
    proposal {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),Oe=new M(`
    query OwnReferrals($after: String) {
  referrals(orderBy: MODIFIED_AT_DESC, first: 20, after: $after) {
    nodes {
      id
      revision
      state
      modifiedAt
      receivedAt
      firstNames
      lastName
      programmes(first: 2) {
        nodes {
          state
          startsOn
          endsOn
        }
      }
      history {
        at
        action
        comment
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),Re=new M(`
    mutation DecideReferral($step: TransitionReferralInput!, $key: String!) {
  transitionReferral(input: $step, idempotencyKey: $key) {
    referral {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),de=new M(`
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
  formTemplates(
    filter: {kind: {eq: REFERRAL}, state: {eq: PUBLISHED}}
    first: 100
  ) {
    nodes {
      id
      titleFi
      titleSv
      titleEn
      forUnit {
        id
      }
      forServiceCode
      jsonSchema
      sections {
        name
        fi
        sv
        en
        keys
        read
        mayRead
        mayWrite
      }
    }
  }
}
    `),Ne=new M(`
    mutation SubmitReferral($referral: SubmitReferralInput!, $key: String!) {
  submitReferral(input: $referral, idempotencyKey: $key) {
    referral {
      id
      state
    }
    errors {
      code
      path
      message
    }
  }
}
    `),ue=new M(`
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
    `),Se=new M(`
    query MitaMinultaKysytaan($jalkeen: String) {
  tasks(first: 100, after: $jalkeen) {
    nodes {
      kind
      dueOn
      title {
        fi
        sv
        en
      }
      object {
        id
        ... on Referral {
          state
          lastName
        }
        ... on Proposal {
          kind
          text
          sentAt
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `);var we={ways:{referrals:"Lähetteet",proposals:"Ehdotukset",newReferral:"Uusi lähete"},referralsLead:"Oman organisaatiosi lähetteet, viimeksi muuttuneet ensin. Tila on ajan tasalla ilman puhelinsoittoa.",waits:"Sinulta odotetaan",noReferrals:"Organisaatiollasi ei ole lähetteitä.",person:"Kenestä",changed:"Muuttunut",received:"Vastaanotettu",programme:"Valmennusjakso",question:"Yksikkö kysyy",open:"Avaa lähete",write:"Kirjoita lähete",newLead:"Mitään ei tallenneta, ennen kuin olet tarkistanut lähetteen ja lähetät sen. Yksikkö tai palvelu voi kysyä lisää.",whom:"Kenet lähetät",whatFor:"Mihin",onWhat:"Millä perusteella",unit:"Yksikkö",wholeNumber:"Kirjoita kokonaisluku, esimerkiksi 3.",continue:"Jatka tarkistukseen",review:"Tarkista ennen lähettämistä",reviewLead:"Nämä tiedot näkyvät yksikölle, kun lähetät lähetteen. Jokaisesta katselusta jää merkintä, jonka henkilö voi nähdä.",back:"Palaa muokkaamaan",send:"Lähetä lähete",sent:"Lähete on lähetetty.",toReferrals:"Lähetteisiin",proposalsLead:"Ehdotukset, jotka odottavat organisaatiosi päätöstä.",noProposals:"Päätöstä odottavia ehdotuksia ei ole.",actions:{CREATE:"ehdotus luotu",UPDATE:"ehdotusta muutettu",RESTORE:"aiempi versio palautettu"},history:"Mitä on tapahtunut",period:"Aika"},We={ways:{referrals:"Remisser",proposals:"Förslag",newReferral:"Ny remiss"},referralsLead:"Din organisations remisser, de senast ändrade först. Läget är aktuellt utan telefonsamtal.",waits:"Det här väntar på dig",noReferrals:"Din organisation har inga remisser.",person:"Vem",changed:"Ändrad",received:"Mottagen",programme:"Träningsperiod",question:"Enheten frågar",open:"Öppna remissen",write:"Skriv en remiss",newLead:"Inget sparas förrän du har granskat remissen och skickar den. Enheten eller tjänsten kan fråga mer.",whom:"Vem du remitterar",whatFor:"Till vad",onWhat:"På vilken grund",unit:"Enhet",wholeNumber:"Skriv ett heltal, till exempel 3.",continue:"Fortsätt till granskning",review:"Granska innan du skickar",reviewLead:"Enheten ser dessa uppgifter när du skickar remissen. Varje visning lämnar ett spår som personen kan se.",back:"Tillbaka till formuläret",send:"Skicka remissen",sent:"Remissen är skickad.",toReferrals:"Till remisserna",proposalsLead:"Förslag som väntar på din organisations beslut.",noProposals:"Inga förslag väntar på beslut.",actions:{CREATE:"förslaget gjordes",UPDATE:"förslaget ändrades",RESTORE:"en tidigare version återställdes"},history:"Vad som har hänt",period:"Tid"},ke={ways:{referrals:"Referrals",proposals:"Proposals",newReferral:"New referral"},referralsLead:"Referrals of your organisation, last changed first. The state is current without a phone call.",waits:"This waits for you",noReferrals:"Your organisation has no referrals.",person:"Who",changed:"Changed",received:"Received",programme:"Programme",question:"The unit asks",open:"Open the referral",write:"Write a referral",newLead:"Nothing is saved until you have reviewed the referral and send it. The unit or the service may ask more.",whom:"Whom you refer",whatFor:"What for",onWhat:"On what basis",unit:"Unit",wholeNumber:"Write a whole number, such as 3.",continue:"Go on to the review",review:"Review before you send",reviewLead:"The unit sees this when you send the referral. Every look leaves a record that the person may see.",back:"Back to the form",send:"Send the referral",sent:"The referral is sent.",toReferrals:"To the referrals",proposalsLead:"Proposals that wait for your organisation’s decision.",noProposals:"No proposals wait for a decision.",actions:{CREATE:"proposal made",UPDATE:"proposal changed",RESTORE:"earlier version restored"},history:"What has happened",period:"Period"};function N(){return{fi:we,sv:We,en:ke}[f().language]}var _=S(p(),1);function me(){let e=N(),n=B(ue,{odottavat:["SENT","ASKED"]});return(0,_.jsxs)(k,{title:e.ways.proposals,lead:e.proposalsLead,isReading:!0,children:[(0,_.jsx)(H,{types:["Proposal"],show:n.again}),(0,_.jsx)(w,{look:n,children:({proposals:r})=>r?.nodes.length?(0,_.jsx)("ul",{className:"cards",children:r.nodes.map(s=>(0,_.jsx)(ve,{proposal:s,again:n.again},s.id))}):(0,_.jsx)("p",{className:"card quiet",children:e.noProposals})})]})}function ve({proposal:e,again:n}){let r=N(),{whole:s}=F(),t=I("ofChoice","ProposalKind"),i=I("ofType","Proposal"),d=[t(e.kind),e.referral?.lastName].filter(Boolean).join(", ");return(0,_.jsxs)("li",{className:"card",children:[(0,_.jsxs)("div",{className:"row apart",children:[(0,_.jsx)("h2",{children:d}),(0,_.jsx)("span",{className:"tag note",children:i(e.state)})]}),e.startsOn||e.endsOn?(0,_.jsxs)("p",{children:[r.period,": ",s(e.startsOn)," – ",s(e.endsOn)]}):null,(0,_.jsx)("p",{children:e.text}),(0,_.jsx)(be,{proposal:e}),(0,_.jsx)("div",{children:(0,_.jsx)(V,{type:"Proposal",document:Te,object:e,about:d,onDone:n})})]})}function be({proposal:e}){let n=N(),{moment:r}=F(),s=I("ofSteps","Proposal");return e.history?.length?(0,_.jsxs)("details",{className:"small",children:[(0,_.jsx)("summary",{children:n.history}),(0,_.jsx)("ul",{className:"stack",children:e.history.map((t,i)=>(0,_.jsxs)("li",{children:[r(t.at)," ",t.actorName,": ",n.actions[t.action]??s(t.action),t.comment?` – ${t.comment}`:""]},i))})]}):null}var h=S(Fe(),1);function C(e,n){return`${typeof e=="string"?e:e.template.id}-${n}`}function pe(e){return{template:e,sections:oe(e.jsonSchema,e.sections)}}function Ae(e,n,r){return e.filter(({template:{forUnit:s,forServiceCode:t}})=>!!(s??t)&&(!s||s.id===n)&&(!t||t===r))}function b(e){return e.sections.flatMap(({part:n,questions:r})=>n.mayWrite?r:[])}function K(e,n){return e.flatMap(r=>{let s=b(r).flatMap(t=>{let i=n[C(r,t.key)]?.trim();return i?[[t.key,Ee(t,i)]]:[]});return s.length?[{templateId:r.template.id,answers:Object.fromEntries(s)}]:[]})}var Y={unitId:"",firstNames:"",lastName:"",phone:"",email:"",serviceCode:"",goals:"",background:"",planKind:"",planReference:"",wantedStartOn:"",daysPerWeek:"",minutesPerDay:"",basis:"CONSENT",statute:"",consentGivenOn:""},Ie=new Set(["daysPerWeek","minutesPerDay"]);function ce(e){return x(e).filter(n=>Ie.has(n)&&!/^[1-9]\d{0,3}$/.test(e[n].trim()))}function x(e){return Object.keys(e).filter(n=>e[n].trim()!=="")}function fe(e,n,r){let s=x(e).map(t=>[t,Ie.has(t)?Number(e[t]):e[t].trim()]);return{safetyRestriction:!1,...Object.fromEntries(s),answers:K(n,r)}}var u=S(p(),1);function De({written:e,choices:n,questions:r,onChange:s,onDone:t}){let i=N(),{language:d}=f(),E=I("ofType","Referral"),T=o=>A=>s({...e,[o]:A}),l=(o,A="text",c=!1)=>(0,u.jsx)(ie,{id:o,title:E(o),kind:A,value:e[o],isRequired:c,onChange:T(o)});return(0,u.jsxs)("form",{className:"stack-large",onSubmit:o=>{o.preventDefault(),t()},children:[(0,u.jsxs)("fieldset",{className:"card",children:[(0,u.jsx)("legend",{children:i.whom}),l("firstNames","text",!0),l("lastName","text",!0),l("phone"),l("email")]}),(0,u.jsxs)("fieldset",{className:"card",children:[(0,u.jsx)("legend",{children:i.whatFor}),(0,u.jsx)(q,{id:"unitId",title:i.unit,options:n.units.map(({id:o,name:A})=>[o,A]),value:e.unitId,isRequired:!0,onChange:T("unitId")}),(0,u.jsx)(q,{id:"serviceCode",title:E("serviceCode"),options:n.services.map(o=>[o.code,v(o,d)]),value:e.serviceCode,isRequired:!0,onChange:T("serviceCode")}),l("goals","long",!0),l("background","long"),l("wantedStartOn","date"),l("daysPerWeek","number"),l("minutesPerDay","number"),(0,u.jsx)(j,{label:E("planKind"),titles:"plan_kind",kind:"ofTerms",value:e.planKind,onChange:T("planKind")}),l("planReference")]}),r,(0,u.jsxs)("fieldset",{className:"card",children:[(0,u.jsx)("legend",{children:i.onWhat}),(0,u.jsx)(j,{label:E("basis"),titles:"Basis",value:e.basis,onChange:o=>T("basis")(o)}),e.basis==="CONSENT"?l("consentGivenOn","date",!0):l("statute","text",!0)]}),(0,u.jsx)("div",{children:(0,u.jsx)("button",{type:"submit",className:"button first",children:i.continue})})]})}var Ce=S(p(),1);function ge({forms:e,answers:n,onChange:r}){let{language:s}=f();return e.map(t=>(0,Ce.jsx)(le,{sections:t.sections,heading:v(t.template,s),idOf:i=>C(t,i),textOf:i=>n[C(t,i)]??"",onChange:({key:i},d)=>r({...n,[C(t,i)]:d})},t.template.id))}var m=S(p(),1);function Pe({written:e,choices:n,forms:r,answers:s,isWaiting:t,onBack:i,onSend:d}){let E=N(),{language:T}=f(),l=_e(),{whole:O}=F(),o=I("ofType","Referral"),A=I("ofChoice","Basis"),c=I("ofTerms","plan_kind"),g={unitId:n.units.find(({id:R})=>R===e.unitId)?.name??"",serviceCode:v(n.services.find(({code:R})=>R===e.serviceCode),T),basis:A(e.basis),planKind:c(e.planKind),wantedStartOn:O(e.wantedStartOn),consentGivenOn:O(e.consentGivenOn)},W=r.flatMap(R=>b(R).flatMap(y=>{let L=C(R,y.key),U=s[L]?.trim();return U?[[L,y.titles[T]??y.key,l(y,U)]]:[]}));return(0,m.jsxs)(m.Fragment,{children:[(0,m.jsxs)("dl",{className:"card facts",children:[x(e).map(R=>(0,m.jsxs)("div",{className:"fact",children:[(0,m.jsx)("dt",{children:R==="unitId"?E.unit:o(R)}),(0,m.jsx)("dd",{children:g[R]??e[R].trim()})]},R)),W.map(([R,y,L])=>(0,m.jsxs)("div",{className:"fact",children:[(0,m.jsx)("dt",{children:y}),(0,m.jsx)("dd",{className:"pre",children:L})]},R))]}),(0,m.jsxs)("div",{className:"row",children:[(0,m.jsx)("button",{type:"button",className:"button first",disabled:t,onClick:d,children:E.send}),(0,m.jsx)("button",{type:"button",className:"button",onClick:i,children:E.back})]})]})}var P=S(p(),1),Ge=Object.fromEntries(Object.keys(Y).map(e=>[e,e]));function ye(){let e=N(),{announce:n}=f(),r=B(de,{}),[s,t]=(0,h.useState)(Y),[i,d]=(0,h.useState)({}),[E,T]=(0,h.useState)("write"),[l,O]=(0,h.useState)([]),o=z(Ne),A=(0,h.useMemo)(()=>(r.answer?.data?.formTemplates?.nodes??[]).map(pe),[r.answer]),c=(0,h.useMemo)(()=>Ae(A,s.unitId,s.serviceCode),[A,s]),g=Be(l,o.problems,c,i),W=()=>{o.forget();let U=ce(s);O(U),U.length||T("review")};se((s!==Y||Object.keys(i).length>0)&&E!=="sent");let R=async()=>{(await o.run({referral:fe(s,c,i)}))?.submitReferral.referral&&(T("sent"),n(e.sent))},y={write:e.ways.newReferral,review:e.review,sent:e.sent},L={write:e.newLead,review:e.reviewLead,sent:""};return(0,P.jsxs)(k,{title:y[E],lead:L[E],isReading:!0,children:[(0,P.jsx)(te,{problems:g,inputs:E==="write"?Ye(c):{}}),(0,P.jsx)(w,{look:r,children:({units:U,serviceTypes:Me})=>{let X={units:U?.nodes??[],services:Me?.nodes??[],forms:c},he=(0,P.jsx)(ge,{forms:c,answers:i,onChange:d});return E==="write"?(0,P.jsx)(De,{written:s,choices:X,questions:he,onChange:t,onDone:W}):E==="review"?(0,P.jsx)(Pe,{written:s,choices:X,forms:c,answers:i,isWaiting:o.isWaiting,onBack:()=>T("write"),onSend:()=>{R()}}):(0,P.jsx)("p",{children:(0,P.jsx)("a",{className:"button",href:"/desk/official",children:e.toReferrals})})}})]})}function Ye(e){let n=e.flatMap(r=>b(r).map(({key:s})=>C(r,s)));return{...Ge,...Object.fromEntries(n.map(r=>[r,r]))}}function Be(e,n,r,s){let{unit:t,wholeNumber:i}=N(),{language:d}=f(),E=ne("ofType","Referral");return(0,h.useMemo)(()=>{let T=K(r,s).map(({templateId:O})=>O);return[...e.map(O=>({code:"NOT_A_NUMBER",message:i,path:[O]})),...n].map(O=>{let[o,A,...c]=O.path??[],g=String(O.path?.at(-1));if(o==="answers"&&c.length){let R=C(T[Number(A)]??String(A),g),L=r.flatMap(b).find(U=>U.key===g)?.titles[d]??g;return{...O,message:`${L}${L.endsWith("?")?"":":"} ${O.message??""}`,path:[R]}}let W=g in Y?g==="unitId"?t:E?.get(g):"";return W&&O.message?{...O,message:`${W}: ${O.message}`}:O})},[e,n,r,s,E,t,i,d])}var Le={REFERRAL_TO_COMPLETE:"~/desk/content/Referral/:id",PROPOSAL_TO_DECIDE:"/proposals"};var a=S(p(),1),He=new Set(["STARTED","REJECTED","EXPIRED","NO_SHOW","WITHDRAWN","CLOSED"]);function Ue(){let e=N(),n=$(Se,t=>({jalkeen:t}),t=>t.tasks,!0),r=$(Oe,t=>({after:t}),t=>t.referrals),s=(0,a.jsx)(Q,{className:"button first",href:"/new",children:e.write});return(0,a.jsxs)(k,{title:e.ways.referrals,lead:e.referralsLead,actions:s,children:[(0,a.jsx)(w,{look:n,children:t=>t.length?(0,a.jsx)(ae,{title:e.waits,empty:"",tasks:t,about:Ve,ways:Le}):null}),(0,a.jsx)(H,{types:["Referral"],show:r.again}),(0,a.jsx)(w,{look:r,children:t=>t.length?(0,a.jsx)("ul",{className:"cards",children:t.map(i=>(0,a.jsx)(Ke,{referral:i,again:r.again},i.id))}):(0,a.jsx)("p",{className:"card quiet",children:e.noReferrals})}),(0,a.jsx)(re,{list:r})]})}function Ve({object:e}){return("text"in e?e.text:"lastName"in e?e.lastName:"")||""}function Ke({referral:e,again:n}){let r=N(),{whole:s,moment:t}=F(),i=I("ofType","Referral"),d=I("ofType","Programme"),E=[e.firstNames,e.lastName].filter(Boolean).join(" ");return(0,a.jsxs)("li",{className:"card",children:[(0,a.jsxs)("div",{className:"row apart",children:[(0,a.jsx)("h2",{children:E||"–"}),(0,a.jsx)("span",{className:"tag note",children:i(e.state)})]}),(0,a.jsxs)("p",{className:"quiet small",children:[r.changed," ",t(e.modifiedAt),e.receivedAt?` · ${r.received} ${t(e.receivedAt)}`:""]}),e.programmes?.nodes.map((T,l)=>(0,a.jsxs)("p",{children:[r.programme,": ",d(T.state),", ",s(T.startsOn)," – ",s(T.endsOn)]},l)),(0,a.jsx)(xe,{referral:e}),(0,a.jsxs)("div",{className:"row",children:[(0,a.jsx)(Q,{className:"button",href:`~/desk/content/Referral/${e.id}`,"aria-label":`${r.open}: ${E||"–"}`,children:r.open}),He.has(e.state)?null:(0,a.jsx)(V,{type:"Referral",document:Re,object:e,about:E,onDone:n})]})]})}function xe({referral:e}){let n=N(),{moment:r}=F();if(e.state!=="INFO_REQUESTED")return null;let t=(e.history?.filter(({action:i})=>i==="REQUEST_INFO")??[]).sort((i,d)=>i.at.localeCompare(d.at)).at(-1);return t?.comment?(0,a.jsxs)("div",{className:"notice",children:[(0,a.jsxs)("p",{children:[n.question," (",r(t.at),"):"]}),(0,a.jsx)("p",{className:"pre",children:t.comment})]}):null}var D=S(p(),1);function Qe(){let{ways:e}=N();return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(ee,{ways:[{path:"/",title:e.referrals},{path:"/new",title:e.newReferral},{path:"/proposals",title:e.proposals}]}),(0,D.jsxs)(J,{children:[(0,D.jsx)(G,{path:"/",component:Ue}),(0,D.jsx)(G,{path:"/new",component:ye}),(0,D.jsx)(G,{path:"/proposals",component:me}),(0,D.jsx)(G,{component:Z})]})]})}export{Qe as default};
