import{a as H}from"./chunk-VDRXXVXH.js";import{a as Y}from"./chunk-XB3OI7GI.js";import{a as y}from"./chunk-3GFBK55W.js";import{a as h}from"./chunk-EWIN2B2X.js";import{a as f}from"./chunk-2BMOZCS5.js";import{a as l,c as p}from"./chunk-J6XULUXG.js";import{a as w}from"./chunk-J5J7URC7.js";import{a as W,c as v,d as u}from"./chunk-P467PA5H.js";import"./chunk-UEYJEEJE.js";import{c as S}from"./chunk-QDZ5SCAF.js";import{e as g,g as M}from"./chunk-4GPZOU6G.js";import{a as st,m as N,n as I,q as m,r as R,t as k,v as G,x as A}from"./chunk-4Q4Z6WR7.js";import{c as O}from"./chunk-OOJM4CTU.js";var D=class extends String{__apiType;value;__meta__;constructor(i,e){super(i),this.value=i,this.__meta__=e}toString(){return this.value}},K=new D(`
    query RepresentedPersons {
  clients(first: 20) {
    nodes {
      id
      callName
      lastName
    }
  }
}
    `),V=new D(`
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
    `),B=new D(`
    query EdustettavanPaivat {
  attendance(first: 20, orderBy: DAY_DESC) {
    nodes {
      day
      state
      minutes
    }
  }
}
    `),b=new D(`
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
    `),x=new D(`
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
    `),q=new D(`
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
    `),Q=new D(`
    query KukaKatsoiEdustettavaa {
  clients {
    nodes {
      accessLog(first: 50) {
        at
        actorName
        actorKind
        purpose
        basis
      }
    }
  }
}
    `);var it={ways:{persons:"Kenen asioita",days:"Päivät",requests:"Pyynnöt",looks:"Kuka katsoi"},personsLead:"Kenen puolesta toimit, ja mihin sinulla on oikeus. Jokainen katselusi näkyy hänelle.",waits:"Sinulta odotetaan",nothingWaits:"Sinulta ei odoteta mitään.",rights:"Oikeutesi",noRights:"Sinulla ei ole voimassa olevia oikeuksia.",persons:"Edustettavasi",noPersons:"Edustuksesi ei kata henkilön tietoja.",mayDo:"Asiat, joita hoidat",untilFurther:"toistaiseksi",period:"Voimassa",programmes:"Valmennukset",contracts:"Sopimukset",daysLead:"Suunnitellut ja toteutuneet päivät, uusin ensin.",noDays:"Päiviä ei ole, tai edustuksesi ei kata niitä.",day:"Päivä",state:"Tila",minutes:"Kesto",requestsLead:"Mitä olet pyytänyt edustettavasi puolesta. Vastaus tulee sinulle.",sent:"Pyyntösi",noSent:"Et ole tehnyt pyyntöjä.",answerBy:t=>`Vastaus viimeistään ${t}`,ask:"Tee pyyntö",whose:"Kenen puolesta?",kind:"Mitä pyydät?",text:"Kerro omin sanoin",send:"Lähetä pyyntö",isSent:"Pyyntö on lähetetty.",looksLead:"Katselut uusimmasta alkaen. Mitä katsottiin, näkee vain henkilö itse.",noLooks:"Katseluja ei ole, tai edustuksesi ei kata niitä.",when:"Milloin",who:"Kuka",why:"Miksi"},rt={ways:{persons:"Vems ärenden",days:"Dagar",requests:"Begäranden",looks:"Vem har sett"},personsLead:"För vem du agerar, och vad du har rätt till. Personen ser varje titt som du gör.",waits:"Detta väntar på dig",nothingWaits:"Ingenting väntar på dig.",rights:"Dina rättigheter",noRights:"Du har inga gällande rättigheter.",persons:"Den som du företräder",noPersons:"Ditt uppdrag täcker inte personens uppgifter.",mayDo:"Ärenden som du sköter",untilFurther:"tills vidare",period:"Gäller",programmes:"Coachningar",contracts:"Avtal",daysLead:"Planerade och genomförda dagar, de nyaste först.",noDays:"Det finns inga dagar, eller så täcker ditt uppdrag dem inte.",day:"Dag",state:"Status",minutes:"Längd",requestsLead:"Vad du har begärt för den som du företräder. Svaret kommer till dig.",sent:"Dina begäranden",noSent:"Du har inte gjort begäranden.",answerBy:t=>`Svar senast ${t}`,ask:"Gör en begäran",whose:"För vem?",kind:"Vad begär du?",text:"Berätta med egna ord",send:"Skicka begäran",isSent:"Begäran är skickad.",looksLead:"Titterna, de nyaste först. Vad som syntes ser bara personen själv.",noLooks:"Det finns inga titter, eller så täcker ditt uppdrag dem inte.",when:"När",who:"Vem",why:"Varför"},Et={ways:{persons:"Whose affairs",days:"Days",requests:"Requests",looks:"Who looked"},personsLead:"For whom you act, and to what you have a right. The person sees every look of yours.",waits:"This waits for you",nothingWaits:"Nothing waits for you.",rights:"Your rights",noRights:"You have no rights in force.",persons:"Whom you represent",noPersons:"Your representation does not cover the data of the person.",mayDo:"Matters that you look after",untilFurther:"until further notice",period:"In force",programmes:"Programmes",contracts:"Contracts",daysLead:"Days planned and done, the latest first.",noDays:"There are no days, or your representation does not cover them.",day:"Day",state:"State",minutes:"Length",requestsLead:"What you have asked for the person whom you represent. The answer comes to you.",sent:"Your requests",noSent:"You have made no requests.",answerBy:t=>`Answer by ${t}`,ask:"Make a request",whose:"For whom?",kind:"What do you ask?",text:"Say it in your own words",send:"Send the request",isSent:"The request is sent.",looksLead:"Looks, the latest first. What was seen is shown to the person alone.",noLooks:"There are no looks, or your representation does not cover them.",when:"When",who:"Who",why:"Why"};function d(){return{fi:it,sv:rt,en:Et}[m().language]}var L=O(N(),1);function $(){let t=d(),{whole:i,hours:e}=u(),E=S("ofType","Attendance"),o=R(B,{});return(0,L.jsx)(I,{title:t.ways.days,lead:t.daysLead,isReading:!0,children:(0,L.jsx)(A,{look:o,children:({attendance:r})=>(0,L.jsx)(y,{title:t.ways.days,rows:r?.nodes??[],empty:t.noDays,columns:[{title:t.day,cell:a=>i(a.day)},{title:t.state,cell:a=>E(a.state)},{title:t.minutes,cell:a=>a.minutes?e(a.minutes):"",isNumber:!0}]})})})}var n=O(N(),1);function j(){let t=d(),i=R(q,{}),e=R(x,{alkaen:v(W())});return(0,n.jsxs)(I,{title:t.ways.persons,lead:t.personsLead,isReading:!0,children:[(0,n.jsx)(A,{look:e,children:({myWeek:E})=>(0,n.jsx)(Y,{title:t.waits,empty:t.nothingWaits,tasks:[...E.waiting.nodes,...E.due.nodes]})}),(0,n.jsx)(A,{look:i,children:({clients:E,representations:o})=>(0,n.jsxs)(n.Fragment,{children:[(0,n.jsx)(p,{title:t.persons,rows:E?.nodes??[],empty:t.noPersons,children:(r,a)=>(0,n.jsx)(ot,{person:r},a)}),(0,n.jsx)(p,{title:t.rights,rows:o?.nodes??[],empty:t.noRights,children:(r,a)=>(0,n.jsx)(at,{right:r},a)})]})})]})}function ot({person:t}){let i=d(),e=S("ofType","Client");return(0,n.jsxs)(l,{title:`${t.callName??""} ${t.lastName??""}`,facts:[[e("phones"),t.phones?.join(", ")]],children:[(0,n.jsx)(X,{title:i.programmes,type:"Programme",periods:t.programmes?.nodes??[]}),(0,n.jsx)(X,{title:i.contracts,type:"Contract",periods:t.contracts?.nodes??[]})]})}function X({title:t,type:i,periods:e}){let{whole:E}=u(),o=S("ofType",i);return e.length?(0,n.jsxs)("div",{children:[(0,n.jsx)("h4",{children:t}),(0,n.jsx)("ul",{children:e.map((r,a)=>(0,n.jsxs)("li",{className:"row",children:[(0,n.jsx)("span",{children:`${E(r.startsOn)}–${E(r.endsOn)}`}),(0,n.jsx)("span",{className:"tag",children:o(r.state)})]},a))})]}):null}function at({right:t}){let i=d(),{whole:e}=u(),E=S("ofChoice","RepresentationKind"),o=S("ofChoice","Matter");return(0,n.jsx)(l,{title:E(t.kind),facts:[[i.period,`${e(t.validFrom)}–${t.validUntil?e(t.validUntil):` ${i.untilFurther}`}`]],children:(0,n.jsxs)("div",{children:[(0,n.jsx)("h4",{children:i.mayDo}),(0,n.jsx)("ul",{className:"row",children:t.matters.map(r=>(0,n.jsx)("li",{className:"tag note",children:o(r)},r))})]})})}var C=O(st(),1);var s=O(N(),1);function J(){let t=d(),i=R(b,{}),e=R(K,{});return(0,s.jsxs)(I,{title:t.ways.requests,lead:t.requestsLead,isReading:!0,children:[(0,s.jsx)(A,{look:i,children:({dataRequests:E})=>(0,s.jsx)(p,{title:t.sent,rows:E?.nodes??[],empty:t.noSent,children:(o,r)=>(0,s.jsx)(_t,{request:o},r)})}),(0,s.jsx)(A,{look:e,children:({clients:E})=>(0,s.jsx)(dt,{persons:E?.nodes??[],onSent:i.again})})]})}function _t({request:t}){let i=d(),{whole:e}=u(),E=S("ofChoice","DataRequestKind"),o=S("ofType","DataRequest");return(0,s.jsxs)(l,{title:E(t.kind),state:o(t.state),tone:"note",children:[(0,s.jsx)("p",{className:"quiet",children:i.answerBy(e(t.dueOn))}),t.answer?(0,s.jsx)("p",{className:"pre",children:t.answer}):null,t.refusalText?(0,s.jsx)("p",{className:"pre",children:t.refusalText}):null]})}function dt({persons:t,onSent:i}){let e=d(),{announce:E}=m(),[o,r]=(0,C.useState)(t[0]?.id??""),[a,z]=(0,C.useState)("ACCESS"),[U,F]=(0,C.useState)(""),[tt,et]=(0,C.useState)(!1),c=k(V);if(!t.length)return null;let nt=async _=>{_.preventDefault(),await c.run({request:{clientId:o,kind:a,requestText:U}})&&(et(!0),F(""),E(e.isSent),i())};return(0,s.jsxs)("form",{className:"card","aria-labelledby":"new-request",onSubmit:_=>{nt(_)},children:[(0,s.jsx)("h2",{id:"new-request",children:e.ask}),(0,s.jsx)(G,{problems:c.problems,inputs:{requestText:"request-text"}}),tt?(0,s.jsx)("p",{className:"notice good",children:e.isSent}):null,(0,s.jsxs)("div",{className:"field",children:[(0,s.jsx)("label",{htmlFor:"request-whose",children:e.whose}),(0,s.jsx)("select",{id:"request-whose",value:o,onChange:_=>r(_.target.value),children:t.map(_=>(0,s.jsx)("option",{value:_.id,children:`${_.callName??""} ${_.lastName??""}`},_.id))})]}),(0,s.jsx)(w,{label:e.kind,titles:"DataRequestKind",value:a,onChange:_=>z(_)}),(0,s.jsxs)("div",{className:"field",children:[(0,s.jsx)("label",{htmlFor:"request-text",children:e.text}),(0,s.jsx)("textarea",{id:"request-text",autoComplete:"off",required:!0,maxLength:2e3,value:U,onChange:_=>F(_.target.value)})]}),(0,s.jsx)("div",{children:(0,s.jsx)("button",{type:"submit",className:"button first",disabled:c.isWaiting,children:e.send})})]})}var P=O(N(),1);function Z(){let t=d(),{moment:i}=u(),e=H(),E=R(Q,{});return(0,P.jsx)(I,{title:t.ways.looks,lead:t.looksLead,isReading:!0,children:(0,P.jsx)(A,{look:E,children:({clients:o})=>(0,P.jsx)(y,{title:t.ways.looks,rows:(o?.nodes??[]).flatMap(r=>r.accessLog??[]),empty:t.noLooks,columns:[{title:t.when,cell:r=>i(r.at)},{title:t.who,cell:r=>r.actorName},{title:t.why,cell:r=>e(r.purpose)}]})})})}var T=O(N(),1);function Tt(){let{ways:t}=d();return(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(h,{ways:[{path:"/",title:t.persons},{path:"/days",title:t.days},{path:"/requests",title:t.requests},{path:"/looks",title:t.looks}]}),(0,T.jsxs)(M,{children:[(0,T.jsx)(g,{path:"/",component:j}),(0,T.jsx)(g,{path:"/days",component:$}),(0,T.jsx)(g,{path:"/requests",component:J}),(0,T.jsx)(g,{path:"/looks",component:Z}),(0,T.jsx)(g,{component:f})]})]})}export{Tt as default};
