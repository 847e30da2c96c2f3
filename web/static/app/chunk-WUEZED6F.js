import{a as B}from"./chunk-ZLQGZTNS.js";import{a as K}from"./chunk-ESLLID6S.js";import{a as b}from"./chunk-NWOJA6RU.js";import{a as V}from"./chunk-KBMB2IEM.js";import{a as c}from"./chunk-IOXECCXV.js";import{a as W}from"./chunk-YN7IE3UH.js";import{a as G}from"./chunk-BD5XFSQB.js";import{a as C,c as m}from"./chunk-FDFAXQJ2.js";import{a as H}from"./chunk-W2WWPYAY.js";import{a as P,b as w,c as Y,d as S}from"./chunk-TB33MUXH.js";import"./chunk-2LRJ5ZYH.js";import{c as A}from"./chunk-CBMUQXDO.js";import{e as l,g as f}from"./chunk-X3MLX2GW.js";import{a as Et,m as N,n as I,r as L,s as g,u as h,w as v,y as R}from"./chunk-U7GDRCA3.js";import{c as O}from"./chunk-OOJM4CTU.js";var u=class extends String{__apiType;value;__meta__;constructor(r,e){super(r),this.value=r,this.__meta__=e}toString(){return this.value}},x=new u(`
    query RepresentedPersons {
  clients(first: 20) {
    nodes {
      id
      callName
      lastName
    }
  }
}
    `),q=new u(`
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
    `),Q=new u(`
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
    `),$=new u(`
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
    `),X=new u(`
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
    `),j=new u(`
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
    `),J=new u(`
    query KukaKatsoiEdustettavaa {
  clients {
    nodes {
      accessLog(first: 200) {
        at
        actorName
        actorKind
        purpose
        basis
      }
    }
  }
}
    `);var at={ways:{persons:"Kenen asioita",days:"Päivät",requests:"Pyynnöt",looks:"Kuka katsoi"},personsLead:"Kenen puolesta toimit, ja mihin sinulla on oikeus. Jokainen katselusi näkyy hänelle.",waits:"Sinulta odotetaan",nothingWaits:"Sinulta ei odoteta mitään.",rights:"Oikeutesi",noRights:"Sinulla ei ole voimassa olevia oikeuksia.",persons:"Edustettavasi",noPersons:"Edustuksesi ei kata henkilön tietoja.",mayDo:"Asiat, joita hoidat",untilFurther:"toistaiseksi",period:"Voimassa",programmes:"Valmennukset",contracts:"Sopimukset",daysLead:"Suunnitellut ja toteutuneet päivät, uusin ensin.",noDays:"Päiviä ei ole, tai edustuksesi ei kata niitä.",day:"Päivä",state:"Tila",minutes:"Kesto",requestsLead:"Mitä olet pyytänyt edustettavasi puolesta. Vastaus tulee sinulle.",sent:"Pyyntösi",noSent:"Et ole tehnyt pyyntöjä.",answerBy:t=>`Vastaus viimeistään ${t}`,ask:"Tee pyyntö",whose:"Kenen puolesta?",kind:"Mitä pyydät?",text:"Kerro omin sanoin",send:"Lähetä pyyntö",isSent:"Pyyntö on lähetetty.",looksLead:"Katselut uusimmasta alkaen. Mitä katsottiin, näkee vain henkilö itse.",noLooks:"Katseluja ei ole, tai edustuksesi ei kata niitä.",when:"Milloin",who:"Kuka",why:"Miksi"},ot={ways:{persons:"Vems ärenden",days:"Dagar",requests:"Begäranden",looks:"Vem har sett"},personsLead:"För vem du agerar, och vad du har rätt till. Personen ser varje titt som du gör.",waits:"Detta väntar på dig",nothingWaits:"Ingenting väntar på dig.",rights:"Dina rättigheter",noRights:"Du har inga gällande rättigheter.",persons:"Den som du företräder",noPersons:"Ditt uppdrag täcker inte personens uppgifter.",mayDo:"Ärenden som du sköter",untilFurther:"tills vidare",period:"Gäller",programmes:"Coachningar",contracts:"Avtal",daysLead:"Planerade och genomförda dagar, de nyaste först.",noDays:"Det finns inga dagar, eller så täcker ditt uppdrag dem inte.",day:"Dag",state:"Status",minutes:"Längd",requestsLead:"Vad du har begärt för den som du företräder. Svaret kommer till dig.",sent:"Dina begäranden",noSent:"Du har inte gjort begäranden.",answerBy:t=>`Svar senast ${t}`,ask:"Gör en begäran",whose:"För vem?",kind:"Vad begär du?",text:"Berätta med egna ord",send:"Skicka begäran",isSent:"Begäran är skickad.",looksLead:"Titterna, de nyaste först. Vad som syntes ser bara personen själv.",noLooks:"Det finns inga titter, eller så täcker ditt uppdrag dem inte.",when:"När",who:"Vem",why:"Varför"},_t={ways:{persons:"Whose affairs",days:"Days",requests:"Requests",looks:"Who looked"},personsLead:"For whom you act, and to what you have a right. The person sees every look of yours.",waits:"This waits for you",nothingWaits:"Nothing waits for you.",rights:"Your rights",noRights:"You have no rights in force.",persons:"Whom you represent",noPersons:"Your representation does not cover the data of the person.",mayDo:"Matters that you look after",untilFurther:"until further notice",period:"In force",programmes:"Programmes",contracts:"Contracts",daysLead:"Days planned and done, the latest first.",noDays:"There are no days, or your representation does not cover them.",day:"Day",state:"State",minutes:"Length",requestsLead:"What you have asked for the person whom you represent. The answer comes to you.",sent:"Your requests",noSent:"You have made no requests.",answerBy:t=>`Answer by ${t}`,ask:"Make a request",whose:"For whom?",kind:"What do you ask?",text:"Say it in your own words",send:"Send the request",isSent:"The request is sent.",looksLead:"Looks, the latest first. What was seen is shown to the person alone.",noLooks:"There are no looks, or your representation does not cover them.",when:"When",who:"Who",why:"Why"};function d(){return{fi:at,sv:ot,en:_t}[L().language]}var p=O(N(),1),dt=15;function Z(){let t=d(),{whole:r,hours:e}=S(),E=A("ofType","Attendance"),a=w(P(),dt),i=K(Q,o=>({ennen:a,jalkeen:o}),o=>o.attendance);return(0,p.jsxs)(I,{title:t.ways.days,lead:t.daysLead,isReading:!0,children:[(0,p.jsx)(R,{look:i,children:o=>(0,p.jsx)(c,{title:t.ways.days,rows:o,empty:t.noDays,columns:[{title:t.day,cell:D=>r(D.day)},{title:t.state,cell:D=>E(D.state)},{title:t.minutes,cell:D=>D.minutes?e(D.minutes):"",isNumber:!0}]})}),(0,p.jsx)(B,{list:i})]})}var n=O(N(),1);function tt(){let t=d(),r=g(j,{}),e=g(X,{alkaen:Y(P())});return(0,n.jsxs)(I,{title:t.ways.persons,lead:t.personsLead,isReading:!0,children:[(0,n.jsx)(R,{look:e,children:({myWeek:E})=>(0,n.jsx)(V,{title:t.waits,empty:t.nothingWaits,tasks:[...E.waiting.nodes,...E.due.nodes]})}),(0,n.jsx)(R,{look:r,children:({clients:E,representations:a})=>(0,n.jsxs)(n.Fragment,{children:[(0,n.jsx)(m,{title:t.persons,rows:E?.nodes??[],empty:t.noPersons,children:(i,o)=>(0,n.jsx)(Tt,{person:i},o)}),(0,n.jsx)(m,{title:t.rights,rows:a?.nodes??[],empty:t.noRights,children:(i,o)=>(0,n.jsx)(Ot,{right:i},o)})]})})]})}function Tt({person:t}){let r=d(),e=A("ofType","Client");return(0,n.jsxs)(C,{title:`${t.callName??""} ${t.lastName??""}`,facts:[[e("phones"),t.phones?.join(", ")]],children:[(0,n.jsx)(z,{title:r.programmes,type:"Programme",periods:t.programmes?.nodes??[]}),(0,n.jsx)(z,{title:r.contracts,type:"Contract",periods:t.contracts?.nodes??[]})]})}function z({title:t,type:r,periods:e}){let{whole:E}=S(),a=A("ofType",r);return e.length?(0,n.jsxs)("div",{children:[(0,n.jsx)("h4",{children:t}),(0,n.jsx)("ul",{children:e.map((i,o)=>(0,n.jsxs)("li",{className:"row",children:[(0,n.jsx)("span",{children:`${E(i.startsOn)}–${E(i.endsOn)}`}),(0,n.jsx)("span",{className:"tag",children:a(i.state)})]},o))})]}):null}function Ot({right:t}){let r=d(),{whole:e}=S(),E=A("ofChoice","RepresentationKind"),a=A("ofChoice","Matter");return(0,n.jsx)(C,{title:E(t.kind),facts:[[r.period,`${e(t.validFrom)}–${t.validUntil?e(t.validUntil):` ${r.untilFurther}`}`]],children:(0,n.jsxs)("div",{children:[(0,n.jsx)("h4",{children:r.mayDo}),(0,n.jsx)("ul",{className:"row",children:t.matters.map(i=>(0,n.jsx)("li",{className:"tag note",children:a(i)},i))})]})})}var y=O(Et(),1);var s=O(N(),1);function et(){let t=d(),r=g($,{}),e=g(x,{});return(0,s.jsxs)(I,{title:t.ways.requests,lead:t.requestsLead,isReading:!0,children:[(0,s.jsx)(R,{look:r,children:({dataRequests:E})=>(0,s.jsx)(m,{title:t.sent,rows:E?.nodes??[],empty:t.noSent,children:(a,i)=>(0,s.jsx)(Nt,{request:a},i)})}),(0,s.jsx)(R,{look:e,children:({clients:E})=>(0,s.jsx)(Rt,{persons:E?.nodes??[],onSent:r.again})})]})}function Nt({request:t}){let r=d(),{whole:e}=S(),E=A("ofChoice","DataRequestKind"),a=A("ofType","DataRequest");return(0,s.jsxs)(C,{title:E(t.kind),state:a(t.state),tone:"note",children:[(0,s.jsx)("p",{className:"quiet",children:r.answerBy(e(t.dueOn))}),t.answer?(0,s.jsx)("p",{className:"pre",children:t.answer}):null,t.refusalText?(0,s.jsx)("p",{className:"pre",children:t.refusalText}):null]})}function Rt({persons:t,onSent:r}){let e=d(),{announce:E}=L(),[a,i]=(0,y.useState)(t[0]?.id??""),[o,D]=(0,y.useState)("ACCESS"),[M,k]=(0,y.useState)(""),[st,it]=(0,y.useState)(!1),F=h(q);if(!t.length)return null;let rt=async _=>{_.preventDefault(),await F.run({request:{clientId:a,kind:o,requestText:M}})&&(it(!0),k(""),E(e.isSent),r())};return(0,s.jsxs)("form",{className:"card","aria-labelledby":"new-request",onSubmit:_=>{rt(_)},children:[(0,s.jsx)("h2",{id:"new-request",children:e.ask}),(0,s.jsx)(v,{problems:F.problems,inputs:{requestText:"request-text"}}),st?(0,s.jsx)("p",{className:"notice good",children:e.isSent}):null,(0,s.jsxs)("div",{className:"field",children:[(0,s.jsx)("label",{htmlFor:"request-whose",children:e.whose}),(0,s.jsx)("select",{id:"request-whose",value:a,onChange:_=>i(_.target.value),children:t.map(_=>(0,s.jsx)("option",{value:_.id,children:`${_.callName??""} ${_.lastName??""}`},_.id))})]}),(0,s.jsx)(H,{label:e.kind,titles:"DataRequestKind",value:o,onChange:_=>D(_)}),(0,s.jsxs)("div",{className:"field",children:[(0,s.jsx)("label",{htmlFor:"request-text",children:e.text}),(0,s.jsx)("textarea",{id:"request-text",autoComplete:"off",required:!0,maxLength:2e3,value:M,onChange:_=>k(_.target.value)})]}),(0,s.jsx)("div",{children:(0,s.jsx)("button",{type:"submit",className:"button first",disabled:F.isWaiting,children:e.send})})]})}var U=O(N(),1);function nt(){let t=d(),{moment:r}=S(),e=b(),E=g(J,{});return(0,U.jsx)(I,{title:t.ways.looks,lead:t.looksLead,isReading:!0,children:(0,U.jsx)(R,{look:E,children:({clients:a})=>(0,U.jsx)(c,{title:t.ways.looks,rows:(a?.nodes??[]).flatMap(i=>i.accessLog??[]),empty:t.noLooks,columns:[{title:t.when,cell:i=>r(i.at)},{title:t.who,cell:i=>i.actorName},{title:t.why,cell:i=>e(i.purpose)}]})})})}var T=O(N(),1);function At(){let{ways:t}=d();return(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(W,{ways:[{path:"/",title:t.persons},{path:"/days",title:t.days},{path:"/requests",title:t.requests},{path:"/looks",title:t.looks}]}),(0,T.jsxs)(f,{children:[(0,T.jsx)(l,{path:"/",component:tt}),(0,T.jsx)(l,{path:"/days",component:Z}),(0,T.jsx)(l,{path:"/requests",component:et}),(0,T.jsx)(l,{path:"/looks",component:nt}),(0,T.jsx)(l,{component:G})]})]})}export{At as default};
