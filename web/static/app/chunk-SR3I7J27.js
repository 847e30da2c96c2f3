import{a as K}from"./chunk-HBAEI33P.js";import{a as ae}from"./chunk-VSSOPHSR.js";import{a as ie}from"./chunk-AP663PS6.js";import{a as re,c as le}from"./chunk-MTFEQQRV.js";import{a as ne}from"./chunk-EN4JNB7S.js";import{a as Q}from"./chunk-HICMRVHX.js";import"./chunk-QYLI6SDS.js";import"./chunk-J2KSSCOX.js";import{a as Z}from"./chunk-TCJ6NWCV.js";import{d as M}from"./chunk-WKSCR2AE.js";import"./chunk-L2XJAEZ3.js";import"./chunk-JRHPWCY7.js";import{a as x,b as Y}from"./chunk-ZILFPOMH.js";import"./chunk-INSDM2A3.js";import{a as Ee}from"./chunk-FYVAVUYF.js";import{e as H,f as z,g as ee}from"./chunk-VHPSAGOV.js";import{a as Ue,e as A,f as v,j as D,k as b,m as te,o as se,q as k,r as G,t as c,u as oe}from"./chunk-NIB6LP53.js";import"./chunk-5RBZAMFY.js";import{c as m}from"./chunk-OOJM4CTU.js";var U=class extends String{__apiType;value;__meta__;constructor(t,n){super(t),this.value=t,this.__meta__=n}toString(){return this.value}},_e=new U(`
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
    `),Te=new U(`
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
    `),Oe=new U(`
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
    `),de=new U(`
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
      }
    }
  }
}
    `),Re=new U(`
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
    `),Ne=new U(`
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
    `),ue=new U(`
    query MitaMinultaKysytaan {
  tasks(first: 50) {
    nodes {
      kind
      dueOn
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
    `);var he={ways:{referrals:"Lähetteet",proposals:"Ehdotukset",newReferral:"Uusi lähete"},referralsLead:"Oman organisaatiosi lähetteet, viimeksi muuttuneet ensin. Tila on ajan tasalla ilman puhelinsoittoa.",waits:"Sinulta odotetaan",noReferrals:"Organisaatiollasi ei ole lähetteitä.",person:"Kenestä",changed:"Muuttunut",received:"Vastaanotettu",programme:"Valmennusjakso",question:"Yksikkö kysyy",open:"Avaa lähete",write:"Kirjoita lähete",newLead:"Mitään ei tallenneta, ennen kuin olet tarkistanut lähetteen ja lähetät sen. Yksikkö tai palvelu voi kysyä lisää.",whom:"Kenet lähetät",whatFor:"Mihin",onWhat:"Millä perusteella",unit:"Yksikkö",wholeNumber:"Kirjoita kokonaisluku, esimerkiksi 3.",continue:"Jatka tarkistukseen",review:"Tarkista ennen lähettämistä",reviewLead:"Nämä tiedot näkyvät yksikölle, kun lähetät lähetteen. Jokaisesta katselusta jää merkintä, jonka henkilö voi nähdä.",back:"Palaa muokkaamaan",send:"Lähetä lähete",sent:"Lähete on lähetetty.",toReferrals:"Lähetteisiin",proposalsLead:"Ehdotukset, jotka odottavat organisaatiosi päätöstä.",noProposals:"Päätöstä odottavia ehdotuksia ei ole.",actions:{CREATE:"ehdotus luotu",UPDATE:"ehdotusta muutettu",RESTORE:"aiempi versio palautettu"},history:"Mitä on tapahtunut",period:"Aika"},Me={ways:{referrals:"Remisser",proposals:"Förslag",newReferral:"Ny remiss"},referralsLead:"Din organisations remisser, de senast ändrade först. Läget är aktuellt utan telefonsamtal.",waits:"Det här väntar på dig",noReferrals:"Din organisation har inga remisser.",person:"Vem",changed:"Ändrad",received:"Mottagen",programme:"Träningsperiod",question:"Enheten frågar",open:"Öppna remissen",write:"Skriv en remiss",newLead:"Inget sparas förrän du har granskat remissen och skickar den. Enheten eller tjänsten kan fråga mer.",whom:"Vem du remitterar",whatFor:"Till vad",onWhat:"På vilken grund",unit:"Enhet",wholeNumber:"Skriv ett heltal, till exempel 3.",continue:"Fortsätt till granskning",review:"Granska innan du skickar",reviewLead:"Enheten ser dessa uppgifter när du skickar remissen. Varje visning lämnar ett spår som personen kan se.",back:"Tillbaka till formuläret",send:"Skicka remissen",sent:"Remissen är skickad.",toReferrals:"Till remisserna",proposalsLead:"Förslag som väntar på din organisations beslut.",noProposals:"Inga förslag väntar på beslut.",actions:{CREATE:"förslaget gjordes",UPDATE:"förslaget ändrades",RESTORE:"en tidigare version återställdes"},history:"Vad som har hänt",period:"Tid"},Fe={ways:{referrals:"Referrals",proposals:"Proposals",newReferral:"New referral"},referralsLead:"Referrals of your organisation, last changed first. The state is current without a phone call.",waits:"This waits for you",noReferrals:"Your organisation has no referrals.",person:"Who",changed:"Changed",received:"Received",programme:"Programme",question:"The unit asks",open:"Open the referral",write:"Write a referral",newLead:"Nothing is saved until you have reviewed the referral and send it. The unit or the service may ask more.",whom:"Whom you refer",whatFor:"What for",onWhat:"On what basis",unit:"Unit",wholeNumber:"Write a whole number, such as 3.",continue:"Go on to the review",review:"Review before you send",reviewLead:"The unit sees this when you send the referral. Every look leaves a record that the person may see.",back:"Back to the form",send:"Send the referral",sent:"The referral is sent.",toReferrals:"To the referrals",proposalsLead:"Proposals that wait for your organisation’s decision.",noProposals:"No proposals wait for a decision.",actions:{CREATE:"proposal made",UPDATE:"proposal changed",RESTORE:"earlier version restored"},history:"What has happened",period:"Period"};function N(){return{fi:he,sv:Me,en:Fe}[D().language]}var d=m(A(),1);function pe(){let e=N(),t=b(Ne,{odottavat:["SENT","ASKED"]});return(0,d.jsxs)(v,{title:e.ways.proposals,lead:e.proposalsLead,isReading:!0,children:[(0,d.jsx)(K,{types:["Proposal"],show:t.again}),(0,d.jsx)(k,{look:t,children:({proposals:n})=>n?.nodes.length?(0,d.jsx)("ul",{className:"cards",children:n.nodes.map(s=>(0,d.jsx)(we,{proposal:s,again:t.again},s.id))}):(0,d.jsx)("p",{className:"card quiet",children:e.noProposals})})]})}function we({proposal:e,again:t}){let n=N(),{whole:s}=M(),r=c("ofChoice","ProposalKind"),i=c("ofType","Proposal"),O=[r(e.kind),e.referral?.lastName].filter(Boolean).join(", ");return(0,d.jsxs)("li",{className:"card",children:[(0,d.jsxs)("div",{className:"row apart",children:[(0,d.jsx)("h2",{children:O}),(0,d.jsx)("span",{className:"tag note",children:i(e.state)})]}),e.startsOn||e.endsOn?(0,d.jsxs)("p",{children:[n.period,": ",s(e.startsOn)," – ",s(e.endsOn)]}):null,(0,d.jsx)("p",{children:e.text}),(0,d.jsx)(ke,{proposal:e}),(0,d.jsx)("div",{children:(0,d.jsx)(Q,{type:"Proposal",document:_e,object:e,about:O,onDone:t})})]})}function ke({proposal:e}){let t=N(),{moment:n}=M(),s=c("ofSteps","Proposal");return e.history?.length?(0,d.jsxs)("details",{className:"small",children:[(0,d.jsx)("summary",{children:t.history}),(0,d.jsx)("ul",{className:"stack",children:e.history.map((r,i)=>(0,d.jsxs)("li",{children:[n(r.at)," ",r.actorName,": ",t.actions[r.action]??s(r.action),r.comment?` – ${r.comment}`:""]},i))})]}):null}var h=m(Ue(),1);function F(e,t){return`${typeof e=="string"?e:e.template.id}-${t}`}function me(e){let t=e.jsonSchema,n=(e.sections??[]).map(({name:s,fi:r,sv:i,en:O,keys:E})=>({name:s??"",titles:{fi:r??"",sv:i??"",en:O??""},questions:(E??[]).flatMap(o=>{let a=t.properties?.[o];return a?[We(o,a,t.required?.includes(o)??!1)]:[]})}));return{template:e,sections:n}}function We(e,t,n){return{key:e,isRequired:n,type:t.type??"string",isDate:t.format==="date",isLong:t.type==="array"||t.type==="string"&&!t.format&&(t.maxLength??1/0)>200,titles:t["x-titles"]??{},help:t["x-help"]??{},options:(t.enum??[]).map(s=>[String(s),t["x-options"]?.[String(s)]??{}])}}function Se(e,t,n){return e.filter(({template:{forUnit:s,forServiceCode:r}})=>!!(s??r)&&(!s||s.id===t)&&(!r||r===n))}function B(e){return e.sections.flatMap(({questions:t})=>t)}function $(e,t){return e.flatMap(n=>{let s=B(n).flatMap(r=>{let i=t[F(n,r.key)]?.trim();return i?[[r.key,ve(r,i)]]:[]});return s.length?[{templateId:n.template.id,answers:Object.fromEntries(s)}]:[]})}function ve({type:e},t){switch(e){case"integer":case"number":return Number.isFinite(Number(t.replace(",",".")))?Number(t.replace(",",".")):t;case"boolean":return t==="true";case"array":return t.split(`
`).flatMap(n=>n.trim()?[n.trim()]:[])}return t}var V={unitId:"",firstNames:"",lastName:"",phone:"",email:"",serviceCode:"",goals:"",background:"",planKind:"",planReference:"",wantedStartOn:"",daysPerWeek:"",minutesPerDay:"",basis:"CONSENT",statute:"",consentGivenOn:""},Ae=new Set(["daysPerWeek","minutesPerDay"]);function ce(e){return q(e).filter(t=>Ae.has(t)&&!/^[1-9]\d{0,3}$/.test(e[t].trim()))}function q(e){return Object.keys(e).filter(t=>e[t].trim()!=="")}function Ie(e,t,n){let s=q(e).map(r=>[r,Ae.has(r)?Number(e[r]):e[r].trim()]);return{safetyRestriction:!1,...Object.fromEntries(s),answers:$(t,n)}}var u=m(A(),1);function fe({written:e,choices:t,questions:n,onChange:s,onDone:r}){let i=N(),{language:O}=D(),E=c("ofType","Referral"),o=l=>p=>s({...e,[l]:p}),a=(l,p="text",I=!1)=>(0,u.jsx)(x,{id:l,title:E(l),kind:p,value:e[l],isRequired:I,onChange:o(l)});return(0,u.jsxs)("form",{className:"stack-large",onSubmit:l=>{l.preventDefault(),r()},children:[(0,u.jsxs)("fieldset",{className:"card",children:[(0,u.jsx)("legend",{children:i.whom}),a("firstNames","text",!0),a("lastName","text",!0),a("phone"),a("email")]}),(0,u.jsxs)("fieldset",{className:"card",children:[(0,u.jsx)("legend",{children:i.whatFor}),(0,u.jsx)(Y,{id:"unitId",title:i.unit,options:t.units.map(({id:l,name:p})=>[l,p]),value:e.unitId,isRequired:!0,onChange:o("unitId")}),(0,u.jsx)(Y,{id:"serviceCode",title:E("serviceCode"),options:t.services.map(l=>[l.code,G(l,O)]),value:e.serviceCode,isRequired:!0,onChange:o("serviceCode")}),a("goals","long",!0),a("background","long"),a("wantedStartOn","date"),a("daysPerWeek","number"),a("minutesPerDay","number"),(0,u.jsx)(Z,{label:E("planKind"),titles:"plan_kind",kind:"ofTerms",value:e.planKind,onChange:o("planKind")}),a("planReference")]}),n,(0,u.jsxs)("fieldset",{className:"card",children:[(0,u.jsx)("legend",{children:i.onWhat}),(0,u.jsx)(Z,{label:E("basis"),titles:"Basis",value:e.basis,onChange:l=>o("basis")(l)}),e.basis==="CONSENT"?a("consentGivenOn","date",!0):a("statute","text",!0)]}),(0,u.jsx)("div",{children:(0,u.jsx)("button",{type:"submit",className:"button first",children:i.continue})})]})}var w=m(A(),1);function De({forms:e,answers:t,onChange:n}){let{language:s}=D();return e.flatMap(r=>r.sections.filter(({questions:i})=>i.length).map(({name:i,titles:O,questions:E})=>(0,w.jsxs)("fieldset",{className:"card",children:[(0,w.jsxs)("legend",{children:[G(r.template,s),": ",O[s]]}),E.map(o=>{let a=F(r,o.key),T=l=>n({...t,[a]:l});return(0,w.jsx)(be,{id:a,question:o,value:t[a]??"",onChange:T},a)})]},`${r.template.id}-${i}`)))}function be({id:e,question:t,value:n,onChange:s}){let{language:r,words:i}=D(),O=t.titles[r]??t.key,E=t.help[r],o={id:e,title:E?`${O} (${E})`:O,value:n,isRequired:t.isRequired,onChange:s},a=t.options.map(([l,p])=>[l,p[r]??l]);if(t.type==="boolean")return(0,w.jsx)(Y,{...o,options:[["true",i.yes],["false",i.no]]});if(a.length)return(0,w.jsx)(Y,{...o,options:a});let T=t.type==="integer"||t.type==="number";return(0,w.jsx)(x,{...o,kind:t.isDate?"date":T?"number":t.isLong?"long":"text"})}var S=m(A(),1);function ge({written:e,choices:t,forms:n,answers:s,isWaiting:r,onBack:i,onSend:O}){let E=N(),{language:o,words:a}=D(),{whole:T}=M(),l=c("ofType","Referral"),p=c("ofChoice","Basis"),I=c("ofTerms","plan_kind"),y={unitId:t.units.find(({id:R})=>R===e.unitId)?.name??"",serviceCode:G(t.services.find(({code:R})=>R===e.serviceCode),o),basis:p(e.basis),planKind:I(e.planKind),wantedStartOn:T(e.wantedStartOn),consentGivenOn:T(e.consentGivenOn)},W=n.flatMap(R=>B(R).flatMap(g=>{let L=F(R,g.key),f=s[L]?.trim();if(!f)return[];let X=g.options.find(([Le])=>Le===f)?.[1][o],J=g.type==="boolean"?f==="true"?a.yes:a.no:g.isDate?T(f):X??f;return[[L,g.titles[o]??g.key,J]]}));return(0,S.jsxs)(S.Fragment,{children:[(0,S.jsxs)("dl",{className:"card facts",children:[q(e).map(R=>(0,S.jsxs)("div",{className:"fact",children:[(0,S.jsx)("dt",{children:R==="unitId"?E.unit:l(R)}),(0,S.jsx)("dd",{children:y[R]??e[R].trim()})]},R)),W.map(([R,g,L])=>(0,S.jsxs)("div",{className:"fact",children:[(0,S.jsx)("dt",{children:g}),(0,S.jsx)("dd",{className:"pre",children:L})]},R))]}),(0,S.jsxs)("div",{className:"row",children:[(0,S.jsx)("button",{type:"button",className:"button first",disabled:r,onClick:O,children:E.send}),(0,S.jsx)("button",{type:"button",className:"button",onClick:i,children:E.back})]})]})}var P=m(A(),1),Ge=Object.fromEntries(Object.keys(V).map(e=>[e,e]));function Ce(){let e=N(),{announce:t}=D(),n=b(de,{}),[s,r]=(0,h.useState)(V),[i,O]=(0,h.useState)({}),[E,o]=(0,h.useState)("write"),[a,T]=(0,h.useState)([]),l=te(Re),p=(0,h.useMemo)(()=>(n.answer?.data?.formTemplates?.nodes??[]).map(me),[n.answer]),I=(0,h.useMemo)(()=>Se(p,s.unitId,s.serviceCode),[p,s]),y=Be(a,l.problems,I,i),W=()=>{l.forget();let f=ce(s);T(f),f.length||o("review")};Ee((s!==V||Object.keys(i).length>0)&&E!=="sent");let R=async()=>{(await l.run({referral:Ie(s,I,i)}))?.submitReferral.referral&&(o("sent"),t(e.sent))},g={write:e.ways.newReferral,review:e.review,sent:e.sent},L={write:e.newLead,review:e.reviewLead,sent:""};return(0,P.jsxs)(v,{title:g[E],lead:L[E],isReading:!0,children:[(0,P.jsx)(se,{problems:y,inputs:E==="write"?Ye(I):{}}),(0,P.jsx)(k,{look:n,children:({units:f,serviceTypes:X})=>{let j={units:f?.nodes??[],services:X?.nodes??[],forms:I},J=(0,P.jsx)(De,{forms:I,answers:i,onChange:O});return E==="write"?(0,P.jsx)(fe,{written:s,choices:j,questions:J,onChange:r,onDone:W}):E==="review"?(0,P.jsx)(ge,{written:s,choices:j,forms:I,answers:i,isWaiting:l.isWaiting,onBack:()=>o("write"),onSend:()=>{R()}}):(0,P.jsx)("p",{children:(0,P.jsx)("a",{className:"button",href:"/desk/official",children:e.toReferrals})})}})]})}function Ye(e){let t=e.flatMap(n=>B(n).map(({key:s})=>F(n,s)));return{...Ge,...Object.fromEntries(t.map(n=>[n,n]))}}function Be(e,t,n,s){let{unit:r,wholeNumber:i}=N(),{language:O}=D(),E=oe("ofType","Referral");return(0,h.useMemo)(()=>{let o=$(n,s).map(({templateId:T})=>T);return[...e.map(T=>({code:"NOT_A_NUMBER",message:i,path:[T]})),...t].map(T=>{let[l,p,...I]=T.path??[],y=String(T.path?.at(-1));if(l==="answers"&&I.length){let R=F(o[Number(p)]??String(p),y),L=n.flatMap(B).find(f=>f.key===y)?.titles[O]??y;return{...T,message:`${L}${L.endsWith("?")?"":":"} ${T.message??""}`,path:[R]}}let W=y in V?y==="unitId"?r:E?.get(y):"";return W&&T.message?{...T,message:`${W}: ${T.message}`}:T})},[e,t,n,s,E,r,i,O])}var ye={REFERRAL_TO_COMPLETE:"~/desk/content/Referral/:id",PROPOSAL_TO_DECIDE:"/proposals"};var _=m(A(),1),He=new Set(["STARTED","REJECTED","EXPIRED","NO_SHOW","WITHDRAWN","CLOSED"]);function Pe(){let e=N(),t=b(ue,{}),n=ie(Te,r=>({after:r}),r=>r.referrals),s=(0,_.jsx)(z,{className:"button first",href:"/new",children:e.write});return(0,_.jsxs)(v,{title:e.ways.referrals,lead:e.referralsLead,actions:s,children:[(0,_.jsx)(k,{look:t,children:r=>r.tasks.nodes.length?(0,_.jsx)(le,{title:e.waits,empty:"",tasks:r.tasks.nodes,about:Ve,ways:ye}):null}),(0,_.jsx)(K,{types:["Referral"],show:n.again}),(0,_.jsx)(k,{look:n,children:r=>r.length?(0,_.jsx)("ul",{className:"cards",children:r.map(i=>(0,_.jsx)(Ke,{referral:i,again:n.again},i.id))}):(0,_.jsx)("p",{className:"card quiet",children:e.noReferrals})}),(0,_.jsx)(ae,{list:n})]})}function Ve({object:e}){return("text"in e?e.text:"lastName"in e?e.lastName:"")||""}function Ke({referral:e,again:t}){let n=N(),{whole:s,moment:r}=M(),i=c("ofType","Referral"),O=c("ofType","Programme"),E=[e.firstNames,e.lastName].filter(Boolean).join(" ");return(0,_.jsxs)("li",{className:"card",children:[(0,_.jsxs)("div",{className:"row apart",children:[(0,_.jsx)("h2",{children:E||"–"}),(0,_.jsx)("span",{className:"tag note",children:i(e.state)})]}),(0,_.jsxs)("p",{className:"quiet small",children:[n.changed," ",r(e.modifiedAt),e.receivedAt?` · ${n.received} ${r(e.receivedAt)}`:""]}),e.programmes?.nodes.map((o,a)=>(0,_.jsxs)("p",{children:[n.programme,": ",O(o.state),", ",s(o.startsOn)," – ",s(o.endsOn)]},a)),(0,_.jsx)(xe,{referral:e}),(0,_.jsxs)("div",{className:"row",children:[(0,_.jsx)(z,{className:"button",href:`~/desk/content/Referral/${e.id}`,"aria-label":`${n.open}: ${E||"–"}`,children:n.open}),He.has(e.state)?null:(0,_.jsx)(Q,{type:"Referral",document:Oe,object:e,about:E,onDone:t})]})]})}function xe({referral:e}){let t=N(),{moment:n}=M();if(e.state!=="INFO_REQUESTED")return null;let r=(e.history?.filter(({action:i})=>i==="REQUEST_INFO")??[]).sort((i,O)=>i.at.localeCompare(O.at)).at(-1);return r?.comment?(0,_.jsxs)("div",{className:"notice",children:[(0,_.jsxs)("p",{children:[t.question," (",n(r.at),"):"]}),(0,_.jsx)("p",{className:"pre",children:r.comment})]}):null}var C=m(A(),1);function Qe(){let{ways:e}=N();return(0,C.jsxs)(C.Fragment,{children:[(0,C.jsx)(re,{ways:[{path:"/",title:e.referrals},{path:"/new",title:e.newReferral},{path:"/proposals",title:e.proposals}]}),(0,C.jsxs)(ee,{children:[(0,C.jsx)(H,{path:"/",component:Pe}),(0,C.jsx)(H,{path:"/new",component:Ce}),(0,C.jsx)(H,{path:"/proposals",component:pe}),(0,C.jsx)(H,{component:ne})]})]})}export{Qe as default};
