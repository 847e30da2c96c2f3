import{a as Q}from"./chunk-F7JTKVH7.js";import{a as q}from"./chunk-DNJUWXI3.js";import{a as $}from"./chunk-SOU4WXFG.js";import{a as k}from"./chunk-SGTO2AIA.js";import{a as g,c}from"./chunk-N4WW6VQX.js";import{a as Y,c as x}from"./chunk-2NABCQEW.js";import{a as v}from"./chunk-6I4BGB2J.js";import{a as M}from"./chunk-VULSJVSI.js";import{a as b}from"./chunk-CXEEDNUD.js";import{a as P}from"./chunk-VJ57TAP3.js";import{a as w,b as B,d as D}from"./chunk-LAXEIQQE.js";import"./chunk-AAXXP4VA.js";import{a as K}from"./chunk-BS7KTXJJ.js";import{a as V}from"./chunk-OCTD23N4.js";import{e as L,g as G}from"./chunk-S4TXWKWP.js";import{a as Te,e as A,f as p,j as F,k as C,m as W,o as H,q as d,t as u}from"./chunk-HL5E4EFT.js";import"./chunk-5RBZAMFY.js";import{c as R}from"./chunk-OOJM4CTU.js";var l=class extends String{__apiType;value;__meta__;constructor(n,t){super(n),this.value=n,this.__meta__=t}toString(){return this.value}},f=new l(`
    query RepresentedPersons {
  clients(first: 20) {
    nodes {
      id
      callName
      lastName
    }
  }
}
    `),X=new l(`
    mutation AskForPerson($request: CreateDataRequestInput!, $key: String!) {
  createDataRequest(input: $request, idempotencyKey: $key) {
    dataRequest {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),j=new l(`
    query EdustettavanPaivat($ennen: Date!, $jalkeen: String) {
  attendance(
    filter: {day: {lt: $ennen}}
    orderBy: DAY_DESC
    first: 30
    after: $jalkeen
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      day
      state
      minutes
    }
  }
}
    `),J=new l(`
    query EdustettavanPyynnot {
  dataRequests {
    nodes {
      kind
      state
      receivedOn
      dueOn
      answer
      refusalText
    }
  }
}
    `),Z=new l(`
    query EdustettavaHenkilo {
  representations {
    nodes {
      kind
      matters
      validFrom
      validUntil
    }
  }
  clients {
    nodes {
      callName
      lastName
      phones
      programmes {
        nodes {
          state
          startsOn
          endsOn
        }
      }
      contracts {
        nodes {
          state
          startsOn
          endsOn
        }
      }
    }
  }
}
    `),z=new l(`
    query EdustettavanTehtavat($jalkeen: String) {
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
        ... on Contract {
          startsOn
          endsOn
        }
        ... on Consent {
          state
        }
        ... on Report {
          kind
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),ee=new l(`
    query KukaKatsoiEdustettavaa($asiakas: ID!, $montako: Int!, $jalkeen: String) {
  client(id: $asiakas) {
    accessLog(first: $montako, after: $jalkeen) {
      cursor
      at
      actorName
      actorKind
      organisationName
      purpose
      basis
    }
  }
}
    `);var Oe={ways:{persons:"Kenen asioita",days:"Päivät",requests:"Pyynnöt",looks:"Kuka katsoi"},personsLead:"Kenen puolesta toimit, ja mihin sinulla on oikeus. Jokainen katselusi näkyy hänelle.",waits:"Sinulta odotetaan",nothingWaits:"Sinulta ei odoteta mitään.",rights:"Oikeutesi",noRights:"Sinulla ei ole voimassa olevia oikeuksia.",persons:"Edustettavasi",noPersons:"Edustuksesi ei kata henkilön tietoja.",mayDo:"Asiat, joita hoidat",untilFurther:"toistaiseksi",period:"Voimassa",programmes:"Valmennukset",contracts:"Sopimukset",daysLead:"Suunnitellut ja toteutuneet päivät, uusin ensin.",noDays:"Päiviä ei ole, tai edustuksesi ei kata niitä.",day:"Päivä",state:"Tila",minutes:"Kesto",requestsLead:"Mitä olet pyytänyt edustettavasi puolesta. Vastaus tulee sinulle.",sent:"Pyyntösi",noSent:"Et ole tehnyt pyyntöjä.",answerBy:e=>`Vastaus viimeistään ${e}`,ask:"Tee pyyntö",whose:"Kenen puolesta?",kind:"Mitä pyydät?",text:"Kerro omin sanoin",send:"Lähetä pyyntö",isSent:"Pyyntö on lähetetty.",looksLead:"Katselut uusimmasta alkaen. Mitä katsottiin, näkee vain henkilö itse.",noLooks:"Katseluja ei ole, tai edustuksesi ei kata niitä.",when:"Milloin",who:"Kuka",why:"Miksi"},Ne={ways:{persons:"Vems ärenden",days:"Dagar",requests:"Begäranden",looks:"Vem har sett"},personsLead:"För vem du agerar, och vad du har rätt till. Personen ser varje visning som du gör.",waits:"Detta väntar på dig",nothingWaits:"Ingenting väntar på dig.",rights:"Dina rättigheter",noRights:"Du har inga gällande rättigheter.",persons:"Den som du företräder",noPersons:"Ditt uppdrag täcker inte personens uppgifter.",mayDo:"Ärenden som du sköter",untilFurther:"tills vidare",period:"Gäller",programmes:"Träningsperioder",contracts:"Avtal",daysLead:"Planerade och genomförda dagar, de nyaste först.",noDays:"Det finns inga dagar, eller så täcker ditt uppdrag dem inte.",day:"Dag",state:"Status",minutes:"Längd",requestsLead:"Vad du har begärt för den som du företräder. Svaret kommer till dig.",sent:"Dina begäranden",noSent:"Du har inte gjort begäranden.",answerBy:e=>`Svar senast ${e}`,ask:"Gör en begäran",whose:"För vem?",kind:"Vad begär du?",text:"Berätta med egna ord",send:"Skicka begäran",isSent:"Begäran är skickad.",looksLead:"Visningarna, de nyaste först. Vad som syntes ser bara personen själv.",noLooks:"Det finns inga visningar, eller så täcker ditt uppdrag dem inte.",when:"När",who:"Vem",why:"Varför"},Re={ways:{persons:"Whose affairs",days:"Days",requests:"Requests",looks:"Who looked"},personsLead:"For whom you act, and to what you have a right. The person sees every look of yours.",waits:"This waits for you",nothingWaits:"Nothing waits for you.",rights:"Your rights",noRights:"You have no rights in force.",persons:"Whom you represent",noPersons:"Your representation does not cover the data of the person.",mayDo:"Matters that you look after",untilFurther:"until further notice",period:"In force",programmes:"Programmes",contracts:"Contracts",daysLead:"Days planned and done, the latest first.",noDays:"There are no days, or your representation does not cover them.",day:"Day",state:"State",minutes:"Length",requestsLead:"What you have asked for the person whom you represent. The answer comes to you.",sent:"Your requests",noSent:"You have made no requests.",answerBy:e=>`Answer by ${e}`,ask:"Make a request",whose:"For whom?",kind:"What do you ask?",text:"Say it in your own words",send:"Send the request",isSent:"The request is sent.",looksLead:"Looks, the latest first. What was seen is shown to the person alone.",noLooks:"There are no looks, or your representation does not cover them.",when:"When",who:"Who",why:"Why"};function _(){return{fi:Oe,sv:Ne,en:Re}[F().language]}var y=R(A(),1),de=15;function te(){let e=_(),{whole:n,hours:t}=D(),s=u("ofType","Attendance"),a=B(w(),de),o=P(j,i=>({ennen:a,jalkeen:i}),i=>i.attendance);return(0,y.jsxs)(p,{title:e.ways.days,lead:e.daysLead,isReading:!0,children:[(0,y.jsx)(d,{look:o,children:i=>(0,y.jsx)(k,{title:e.ways.days,rows:i,empty:e.noDays,columns:[{title:e.day,cell:N=>n(N.day)},{title:e.state,cell:N=>s(N.state)},{title:e.minutes,cell:N=>N.minutes?t(N.minutes):"",isNumber:!0}]})}),(0,y.jsx)(M,{list:o})]})}var ne={CONTRACT_TO_SIGN:"~/desk/content/Contract/:id",CONSENT_TO_GIVE:"~/desk/content/Consent/:id",REPORT_TO_HEAR:"~/desk/content/Report/:id"};var E=R(A(),1);function Ee(){let e=_(),n=C(Z,{}),t=P(z,s=>({jalkeen:s}),s=>s.tasks,!0);return(0,E.jsxs)(p,{title:e.ways.persons,lead:e.personsLead,isReading:!0,children:[(0,E.jsx)(d,{look:t,children:s=>(0,E.jsx)(x,{title:e.waits,empty:e.nothingWaits,tasks:s,ways:ne})}),(0,E.jsx)(d,{look:n,children:({clients:s,representations:a})=>(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(c,{title:e.persons,rows:s?.nodes??[],empty:e.noPersons,children:(o,i)=>(0,E.jsx)(Se,{person:o},i)}),(0,E.jsx)(c,{title:e.rights,rows:a?.nodes??[],empty:e.noRights,children:(o,i)=>(0,E.jsx)(Ae,{right:o},i)})]})})]})}function Se({person:e}){let n=_(),t=u("ofType","Client");return(0,E.jsxs)(g,{title:`${e.callName??""} ${e.lastName??""}`,facts:[[t("phones"),e.phones?.join(", ")]],children:[(0,E.jsx)(se,{title:n.programmes,type:"Programme",periods:e.programmes?.nodes??[]}),(0,E.jsx)(se,{title:n.contracts,type:"Contract",periods:e.contracts?.nodes??[]})]})}function se({title:e,type:n,periods:t}){let{whole:s}=D(),a=u("ofType",n);return t.length?(0,E.jsxs)("div",{children:[(0,E.jsx)("h4",{children:e}),(0,E.jsx)("ul",{children:t.map((o,i)=>(0,E.jsxs)("li",{className:"row",children:[(0,E.jsx)("span",{children:`${s(o.startsOn)}–${s(o.endsOn)}`}),(0,E.jsx)("span",{className:"tag",children:a(o.state)})]},i))})]}):null}function Ae({right:e}){let n=_(),{whole:t}=D(),s=u("ofChoice","RepresentationKind"),a=u("ofChoice","Matter");return(0,E.jsx)(g,{title:s(e.kind),facts:[[n.period,`${t(e.validFrom)}–${e.validUntil?t(e.validUntil):` ${n.untilFurther}`}`]],children:(0,E.jsxs)("div",{children:[(0,E.jsx)("h4",{children:n.mayDo}),(0,E.jsx)("ul",{className:"row",children:e.matters.map(o=>(0,E.jsx)("li",{className:"tag note",children:a(o)},o))})]})})}var U=R(Te(),1);var r=R(A(),1);function re(){let e=_(),n=C(J,{}),t=C(f,{});return(0,r.jsxs)(p,{title:e.ways.requests,lead:e.requestsLead,isReading:!0,children:[(0,r.jsx)(d,{look:n,children:({dataRequests:s})=>(0,r.jsx)(c,{title:e.sent,rows:s?.nodes??[],empty:e.noSent,children:(a,o)=>(0,r.jsx)(ue,{request:a},o)})}),(0,r.jsx)(d,{look:t,children:({clients:s})=>(0,r.jsx)(Ie,{persons:s?.nodes??[],onSent:n.again})})]})}function ue({request:e}){let n=_(),{whole:t}=D(),s=u("ofChoice","DataRequestKind"),a=u("ofType","DataRequest");return(0,r.jsxs)(g,{title:s(e.kind),state:a(e.state),tone:"note",children:[(0,r.jsx)("p",{className:"quiet",children:n.answerBy(t(e.dueOn))}),e.answer?(0,r.jsx)("p",{className:"pre",children:e.answer}):null,e.refusalText?(0,r.jsx)("p",{className:"pre",children:e.refusalText}):null]})}function Ie({persons:e,onSent:n}){let t=_(),{announce:s}=F(),[a,o]=(0,U.useState)(e[0]?.id??""),[i,N]=(0,U.useState)("ACCESS"),[I,m]=(0,U.useState)(""),[ae,ie]=(0,U.useState)(!1),h=W(X);if(V(I.trim()!==""),!e.length)return null;let _e=async T=>{T.preventDefault(),await h.run({request:{clientId:a,kind:i,requestText:I}})&&(ie(!0),m(""),s(t.isSent),n())};return(0,r.jsxs)("form",{className:"card","aria-labelledby":"new-request",onSubmit:T=>{_e(T)},children:[(0,r.jsx)("h2",{id:"new-request",children:t.ask}),(0,r.jsx)(H,{problems:h.problems,inputs:{requestText:"request-text"}}),ae?(0,r.jsx)("p",{className:"notice good",children:t.isSent}):null,(0,r.jsxs)("div",{className:"field",children:[(0,r.jsx)("label",{htmlFor:"request-whose",children:t.whose}),(0,r.jsx)("select",{id:"request-whose",value:a,onChange:T=>o(T.target.value),children:e.map(T=>(0,r.jsx)("option",{value:T.id,children:`${T.callName??""} ${T.lastName??""}`},T.id))})]}),(0,r.jsx)(b,{label:t.kind,titles:"DataRequestKind",value:i,onChange:T=>N(T)}),(0,r.jsxs)("div",{className:"field",children:[(0,r.jsx)("label",{htmlFor:"request-text",children:t.text}),(0,r.jsx)(K,{id:"request-text",required:!0,most:2e3,value:I,onChange:m})]}),(0,r.jsx)("div",{children:(0,r.jsx)("button",{type:"submit",className:"button first",disabled:h.isWaiting,children:t.send})})]})}var S=R(A(),1);function oe(){let e=_(),n=C(f,{});return(0,S.jsx)(p,{title:e.ways.looks,lead:e.looksLead,isReading:!0,children:(0,S.jsx)(d,{look:n,children:({clients:t})=>t?.nodes.length?t.nodes.map(({id:s,callName:a,lastName:o})=>(0,S.jsx)(le,{asiakas:s,name:[a,o].filter(Boolean).join(" ")},s)):(0,S.jsx)("p",{className:"card quiet",children:e.noLooks})})})}function le({asiakas:e,name:n}){let t=_(),{moment:s}=D(),a=Q(),o=$(),i=P(ee,I=>({asiakas:e,montako:50,jalkeen:I}),({client:I})=>q(I?.accessLog)),N=[t.ways.looks,n].filter(Boolean).join(": ");return(0,S.jsxs)("section",{className:"stack","aria-label":N,children:[n?(0,S.jsx)("h2",{children:n}):null,(0,S.jsx)(d,{look:i,children:I=>(0,S.jsx)(k,{title:N,rows:I,empty:t.noLooks,columns:[{title:t.when,cell:m=>s(m.at)},{title:t.who,cell:o},{title:t.why,cell:m=>a(m.purpose)}]})}),(0,S.jsx)(M,{list:i})]})}var O=R(A(),1);function pe(){let{ways:e}=_();return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(Y,{ways:[{path:"/",title:e.persons},{path:"/days",title:e.days},{path:"/requests",title:e.requests},{path:"/looks",title:e.looks}]}),(0,O.jsxs)(G,{children:[(0,O.jsx)(L,{path:"/",component:Ee}),(0,O.jsx)(L,{path:"/days",component:te}),(0,O.jsx)(L,{path:"/requests",component:re}),(0,O.jsx)(L,{path:"/looks",component:oe}),(0,O.jsx)(L,{component:v})]})]})}export{pe as default};
