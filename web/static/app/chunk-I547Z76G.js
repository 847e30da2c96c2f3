import{a as $}from"./chunk-F7JTKVH7.js";import{a as Q}from"./chunk-DNJUWXI3.js";import{a as j}from"./chunk-SOU4WXFG.js";import{a as f}from"./chunk-SGTO2AIA.js";import{a as P,c as y}from"./chunk-N4WW6VQX.js";import{a as w,c as x}from"./chunk-2NABCQEW.js";import{a as Y}from"./chunk-6I4BGB2J.js";import{a as M}from"./chunk-VULSJVSI.js";import{a as q}from"./chunk-CXEEDNUD.js";import{a as k}from"./chunk-VJ57TAP3.js";import{a as F,b as V,c as B,d as D}from"./chunk-LAXEIQQE.js";import"./chunk-AAXXP4VA.js";import{a as b}from"./chunk-BS7KTXJJ.js";import{a as K}from"./chunk-OCTD23N4.js";import{e as m,g as W}from"./chunk-S4TXWKWP.js";import{a as Tt,e as A,f as l,j as U,k as p,m as v,o as H,q as R,t as u}from"./chunk-HL5E4EFT.js";import"./chunk-5RBZAMFY.js";import{c as N}from"./chunk-OOJM4CTU.js";var g=class extends String{__apiType;value;__meta__;constructor(n,e){super(n),this.value=n,this.__meta__=e}toString(){return this.value}},G=new g(`
    query RepresentedPersons {
  clients(first: 20) {
    nodes {
      id
      callName
      lastName
    }
  }
}
    `),X=new g(`
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
    `),J=new g(`
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
    `),Z=new g(`
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
    `),z=new g(`
    query EdustettavanViikko($alkaen: Date!) {
  myWeek(from: $alkaen) {
    from
    before
    happened(first: 50) {
      nodes {
        kind
        at
        object {
          id
          ... on Attendance {
            day
            presence
          }
          ... on Contract {
            state
            endsOn
          }
        }
      }
    }
    due(first: 50) {
      nodes {
        kind
        dueOn
        object {
          id
        }
      }
    }
    waiting(first: 50) {
      nodes {
        kind
        dueOn
        object {
          id
        }
      }
    }
  }
}
    `),tt=new g(`
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
    `),et=new g(`
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
    `);var Ot={ways:{persons:"Kenen asioita",days:"Päivät",requests:"Pyynnöt",looks:"Kuka katsoi"},personsLead:"Kenen puolesta toimit, ja mihin sinulla on oikeus. Jokainen katselusi näkyy hänelle.",waits:"Sinulta odotetaan",nothingWaits:"Sinulta ei odoteta mitään.",rights:"Oikeutesi",noRights:"Sinulla ei ole voimassa olevia oikeuksia.",persons:"Edustettavasi",noPersons:"Edustuksesi ei kata henkilön tietoja.",mayDo:"Asiat, joita hoidat",untilFurther:"toistaiseksi",period:"Voimassa",programmes:"Valmennukset",contracts:"Sopimukset",daysLead:"Suunnitellut ja toteutuneet päivät, uusin ensin.",noDays:"Päiviä ei ole, tai edustuksesi ei kata niitä.",day:"Päivä",state:"Tila",minutes:"Kesto",requestsLead:"Mitä olet pyytänyt edustettavasi puolesta. Vastaus tulee sinulle.",sent:"Pyyntösi",noSent:"Et ole tehnyt pyyntöjä.",answerBy:t=>`Vastaus viimeistään ${t}`,ask:"Tee pyyntö",whose:"Kenen puolesta?",kind:"Mitä pyydät?",text:"Kerro omin sanoin",send:"Lähetä pyyntö",isSent:"Pyyntö on lähetetty.",looksLead:"Katselut uusimmasta alkaen. Mitä katsottiin, näkee vain henkilö itse.",noLooks:"Katseluja ei ole, tai edustuksesi ei kata niitä.",when:"Milloin",who:"Kuka",why:"Miksi"},Nt={ways:{persons:"Vems ärenden",days:"Dagar",requests:"Begäranden",looks:"Vem har sett"},personsLead:"För vem du agerar, och vad du har rätt till. Personen ser varje visning som du gör.",waits:"Detta väntar på dig",nothingWaits:"Ingenting väntar på dig.",rights:"Dina rättigheter",noRights:"Du har inga gällande rättigheter.",persons:"Den som du företräder",noPersons:"Ditt uppdrag täcker inte personens uppgifter.",mayDo:"Ärenden som du sköter",untilFurther:"tills vidare",period:"Gäller",programmes:"Träningsperioder",contracts:"Avtal",daysLead:"Planerade och genomförda dagar, de nyaste först.",noDays:"Det finns inga dagar, eller så täcker ditt uppdrag dem inte.",day:"Dag",state:"Status",minutes:"Längd",requestsLead:"Vad du har begärt för den som du företräder. Svaret kommer till dig.",sent:"Dina begäranden",noSent:"Du har inte gjort begäranden.",answerBy:t=>`Svar senast ${t}`,ask:"Gör en begäran",whose:"För vem?",kind:"Vad begär du?",text:"Berätta med egna ord",send:"Skicka begäran",isSent:"Begäran är skickad.",looksLead:"Visningarna, de nyaste först. Vad som syntes ser bara personen själv.",noLooks:"Det finns inga visningar, eller så täcker ditt uppdrag dem inte.",when:"När",who:"Vem",why:"Varför"},Rt={ways:{persons:"Whose affairs",days:"Days",requests:"Requests",looks:"Who looked"},personsLead:"For whom you act, and to what you have a right. The person sees every look of yours.",waits:"This waits for you",nothingWaits:"Nothing waits for you.",rights:"Your rights",noRights:"You have no rights in force.",persons:"Whom you represent",noPersons:"Your representation does not cover the data of the person.",mayDo:"Matters that you look after",untilFurther:"until further notice",period:"In force",programmes:"Programmes",contracts:"Contracts",daysLead:"Days planned and done, the latest first.",noDays:"There are no days, or your representation does not cover them.",day:"Day",state:"State",minutes:"Length",requestsLead:"What you have asked for the person whom you represent. The answer comes to you.",sent:"Your requests",noSent:"You have made no requests.",answerBy:t=>`Answer by ${t}`,ask:"Make a request",whose:"For whom?",kind:"What do you ask?",text:"Say it in your own words",send:"Send the request",isSent:"The request is sent.",looksLead:"Looks, the latest first. What was seen is shown to the person alone.",noLooks:"There are no looks, or your representation does not cover them.",when:"When",who:"Who",why:"Why"};function _(){return{fi:Ot,sv:Nt,en:Rt}[U().language]}var L=N(A(),1),St=15;function nt(){let t=_(),{whole:n,hours:e}=D(),r=u("ofType","Attendance"),o=V(F(),St),E=k(J,a=>({ennen:o,jalkeen:a}),a=>a.attendance);return(0,L.jsxs)(l,{title:t.ways.days,lead:t.daysLead,isReading:!0,children:[(0,L.jsx)(R,{look:E,children:a=>(0,L.jsx)(f,{title:t.ways.days,rows:a,empty:t.noDays,columns:[{title:t.day,cell:O=>n(O.day)},{title:t.state,cell:O=>r(O.state)},{title:t.minutes,cell:O=>O.minutes?e(O.minutes):"",isNumber:!0}]})}),(0,L.jsx)(M,{list:E})]})}var st={CONTRACT_TO_SIGN:"~/desk/content/Contract/:id",CONSENT_TO_GIVE:"~/desk/content/Consent/:id",REPORT_TO_HEAR:"~/desk/content/Report/:id"};var s=N(A(),1);function rt(){let t=_(),n=p(tt,{}),e=p(z,{alkaen:B(F())});return(0,s.jsxs)(l,{title:t.ways.persons,lead:t.personsLead,isReading:!0,children:[(0,s.jsx)(R,{look:e,children:({myWeek:r})=>(0,s.jsx)(x,{title:t.waits,empty:t.nothingWaits,tasks:[...r.waiting.nodes,...r.due.nodes],ways:st})}),(0,s.jsx)(R,{look:n,children:({clients:r,representations:o})=>(0,s.jsxs)(s.Fragment,{children:[(0,s.jsx)(y,{title:t.persons,rows:r?.nodes??[],empty:t.noPersons,children:(E,a)=>(0,s.jsx)(At,{person:E},a)}),(0,s.jsx)(y,{title:t.rights,rows:o?.nodes??[],empty:t.noRights,children:(E,a)=>(0,s.jsx)(ut,{right:E},a)})]})})]})}function At({person:t}){let n=_(),e=u("ofType","Client");return(0,s.jsxs)(P,{title:`${t.callName??""} ${t.lastName??""}`,facts:[[e("phones"),t.phones?.join(", ")]],children:[(0,s.jsx)(it,{title:n.programmes,type:"Programme",periods:t.programmes?.nodes??[]}),(0,s.jsx)(it,{title:n.contracts,type:"Contract",periods:t.contracts?.nodes??[]})]})}function it({title:t,type:n,periods:e}){let{whole:r}=D(),o=u("ofType",n);return e.length?(0,s.jsxs)("div",{children:[(0,s.jsx)("h4",{children:t}),(0,s.jsx)("ul",{children:e.map((E,a)=>(0,s.jsxs)("li",{className:"row",children:[(0,s.jsx)("span",{children:`${r(E.startsOn)}–${r(E.endsOn)}`}),(0,s.jsx)("span",{className:"tag",children:o(E.state)})]},a))})]}):null}function ut({right:t}){let n=_(),{whole:e}=D(),r=u("ofChoice","RepresentationKind"),o=u("ofChoice","Matter");return(0,s.jsx)(P,{title:r(t.kind),facts:[[n.period,`${e(t.validFrom)}–${t.validUntil?e(t.validUntil):` ${n.untilFurther}`}`]],children:(0,s.jsxs)("div",{children:[(0,s.jsx)("h4",{children:n.mayDo}),(0,s.jsx)("ul",{className:"row",children:t.matters.map(E=>(0,s.jsx)("li",{className:"tag note",children:o(E)},E))})]})})}var c=N(Tt(),1);var i=N(A(),1);function Et(){let t=_(),n=p(Z,{}),e=p(G,{});return(0,i.jsxs)(l,{title:t.ways.requests,lead:t.requestsLead,isReading:!0,children:[(0,i.jsx)(R,{look:n,children:({dataRequests:r})=>(0,i.jsx)(y,{title:t.sent,rows:r?.nodes??[],empty:t.noSent,children:(o,E)=>(0,i.jsx)(It,{request:o},E)})}),(0,i.jsx)(R,{look:e,children:({clients:r})=>(0,i.jsx)(Dt,{persons:r?.nodes??[],onSent:n.again})})]})}function It({request:t}){let n=_(),{whole:e}=D(),r=u("ofChoice","DataRequestKind"),o=u("ofType","DataRequest");return(0,i.jsxs)(P,{title:r(t.kind),state:o(t.state),tone:"note",children:[(0,i.jsx)("p",{className:"quiet",children:n.answerBy(e(t.dueOn))}),t.answer?(0,i.jsx)("p",{className:"pre",children:t.answer}):null,t.refusalText?(0,i.jsx)("p",{className:"pre",children:t.refusalText}):null]})}function Dt({persons:t,onSent:n}){let e=_(),{announce:r}=U(),[o,E]=(0,c.useState)(t[0]?.id??""),[a,O]=(0,c.useState)("ACCESS"),[I,C]=(0,c.useState)(""),[at,_t]=(0,c.useState)(!1),h=v(X);if(K(I.trim()!==""),!t.length)return null;let dt=async d=>{d.preventDefault(),await h.run({request:{clientId:o,kind:a,requestText:I}})&&(_t(!0),C(""),r(e.isSent),n())};return(0,i.jsxs)("form",{className:"card","aria-labelledby":"new-request",onSubmit:d=>{dt(d)},children:[(0,i.jsx)("h2",{id:"new-request",children:e.ask}),(0,i.jsx)(H,{problems:h.problems,inputs:{requestText:"request-text"}}),at?(0,i.jsx)("p",{className:"notice good",children:e.isSent}):null,(0,i.jsxs)("div",{className:"field",children:[(0,i.jsx)("label",{htmlFor:"request-whose",children:e.whose}),(0,i.jsx)("select",{id:"request-whose",value:o,onChange:d=>E(d.target.value),children:t.map(d=>(0,i.jsx)("option",{value:d.id,children:`${d.callName??""} ${d.lastName??""}`},d.id))})]}),(0,i.jsx)(q,{label:e.kind,titles:"DataRequestKind",value:a,onChange:d=>O(d)}),(0,i.jsxs)("div",{className:"field",children:[(0,i.jsx)("label",{htmlFor:"request-text",children:e.text}),(0,i.jsx)(b,{id:"request-text",required:!0,most:2e3,value:I,onChange:C})]}),(0,i.jsx)("div",{children:(0,i.jsx)("button",{type:"submit",className:"button first",disabled:h.isWaiting,children:e.send})})]})}var S=N(A(),1);function ot(){let t=_(),n=p(G,{});return(0,S.jsx)(l,{title:t.ways.looks,lead:t.looksLead,isReading:!0,children:(0,S.jsx)(R,{look:n,children:({clients:e})=>e?.nodes.length?e.nodes.map(({id:r,callName:o,lastName:E})=>(0,S.jsx)(lt,{asiakas:r,name:[o,E].filter(Boolean).join(" ")},r)):(0,S.jsx)("p",{className:"card quiet",children:t.noLooks})})})}function lt({asiakas:t,name:n}){let e=_(),{moment:r}=D(),o=$(),E=j(),a=k(et,I=>({asiakas:t,montako:50,jalkeen:I}),({client:I})=>Q(I?.accessLog)),O=[e.ways.looks,n].filter(Boolean).join(": ");return(0,S.jsxs)("section",{className:"stack","aria-label":O,children:[n?(0,S.jsx)("h2",{children:n}):null,(0,S.jsx)(R,{look:a,children:I=>(0,S.jsx)(f,{title:O,rows:I,empty:e.noLooks,columns:[{title:e.when,cell:C=>r(C.at)},{title:e.who,cell:E},{title:e.why,cell:C=>o(C.purpose)}]})}),(0,S.jsx)(M,{list:a})]})}var T=N(A(),1);function pt(){let{ways:t}=_();return(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(w,{ways:[{path:"/",title:t.persons},{path:"/days",title:t.days},{path:"/requests",title:t.requests},{path:"/looks",title:t.looks}]}),(0,T.jsxs)(W,{children:[(0,T.jsx)(m,{path:"/",component:rt}),(0,T.jsx)(m,{path:"/days",component:nt}),(0,T.jsx)(m,{path:"/requests",component:Et}),(0,T.jsx)(m,{path:"/looks",component:ot}),(0,T.jsx)(m,{component:Y})]})]})}export{pt as default};
