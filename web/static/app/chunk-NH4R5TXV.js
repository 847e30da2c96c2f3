import{a as x}from"./chunk-ZLQGZTNS.js";import{a as B}from"./chunk-ESLLID6S.js";import{a as q}from"./chunk-NWOJA6RU.js";import{a as b}from"./chunk-JV2CGCS7.js";import{a as c}from"./chunk-IOXECCXV.js";import{a as W}from"./chunk-YN7IE3UH.js";import{a as G}from"./chunk-BD5XFSQB.js";import{a as m,c as C}from"./chunk-FDFAXQJ2.js";import{a as V}from"./chunk-67VDBY7N.js";import{a as P,b as w,c as Y,d as S}from"./chunk-TB33MUXH.js";import"./chunk-2LRJ5ZYH.js";import{a as K}from"./chunk-7TEWRZEF.js";import{c as A,e as H}from"./chunk-4I5MRB74.js";import{e as l,g as f}from"./chunk-X3MLX2GW.js";import{a as at,m as N,n as I,r as L,s as g,u as h,w as v,y as R}from"./chunk-U7GDRCA3.js";import{c as O}from"./chunk-OOJM4CTU.js";var u=class extends String{__apiType;value;__meta__;constructor(r,e){super(r),this.value=r,this.__meta__=e}toString(){return this.value}},Q=new u(`
    query RepresentedPersons {
  clients(first: 20) {
    nodes {
      id
      callName
      lastName
    }
  }
}
    `),$=new u(`
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
    `),X=new u(`
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
    `),j=new u(`
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
    `),J=new u(`
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
    `),Z=new u(`
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
    `),z=new u(`
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
    `);var _t={ways:{persons:"Kenen asioita",days:"Päivät",requests:"Pyynnöt",looks:"Kuka katsoi"},personsLead:"Kenen puolesta toimit, ja mihin sinulla on oikeus. Jokainen katselusi näkyy hänelle.",waits:"Sinulta odotetaan",nothingWaits:"Sinulta ei odoteta mitään.",rights:"Oikeutesi",noRights:"Sinulla ei ole voimassa olevia oikeuksia.",persons:"Edustettavasi",noPersons:"Edustuksesi ei kata henkilön tietoja.",mayDo:"Asiat, joita hoidat",untilFurther:"toistaiseksi",period:"Voimassa",programmes:"Valmennukset",contracts:"Sopimukset",daysLead:"Suunnitellut ja toteutuneet päivät, uusin ensin.",noDays:"Päiviä ei ole, tai edustuksesi ei kata niitä.",day:"Päivä",state:"Tila",minutes:"Kesto",requestsLead:"Mitä olet pyytänyt edustettavasi puolesta. Vastaus tulee sinulle.",sent:"Pyyntösi",noSent:"Et ole tehnyt pyyntöjä.",answerBy:t=>`Vastaus viimeistään ${t}`,ask:"Tee pyyntö",whose:"Kenen puolesta?",kind:"Mitä pyydät?",text:"Kerro omin sanoin",send:"Lähetä pyyntö",isSent:"Pyyntö on lähetetty.",looksLead:"Katselut uusimmasta alkaen. Mitä katsottiin, näkee vain henkilö itse.",noLooks:"Katseluja ei ole, tai edustuksesi ei kata niitä.",when:"Milloin",who:"Kuka",why:"Miksi"},dt={ways:{persons:"Vems ärenden",days:"Dagar",requests:"Begäranden",looks:"Vem har sett"},personsLead:"För vem du agerar, och vad du har rätt till. Personen ser varje titt som du gör.",waits:"Detta väntar på dig",nothingWaits:"Ingenting väntar på dig.",rights:"Dina rättigheter",noRights:"Du har inga gällande rättigheter.",persons:"Den som du företräder",noPersons:"Ditt uppdrag täcker inte personens uppgifter.",mayDo:"Ärenden som du sköter",untilFurther:"tills vidare",period:"Gäller",programmes:"Coachningar",contracts:"Avtal",daysLead:"Planerade och genomförda dagar, de nyaste först.",noDays:"Det finns inga dagar, eller så täcker ditt uppdrag dem inte.",day:"Dag",state:"Status",minutes:"Längd",requestsLead:"Vad du har begärt för den som du företräder. Svaret kommer till dig.",sent:"Dina begäranden",noSent:"Du har inte gjort begäranden.",answerBy:t=>`Svar senast ${t}`,ask:"Gör en begäran",whose:"För vem?",kind:"Vad begär du?",text:"Berätta med egna ord",send:"Skicka begäran",isSent:"Begäran är skickad.",looksLead:"Titterna, de nyaste först. Vad som syntes ser bara personen själv.",noLooks:"Det finns inga titter, eller så täcker ditt uppdrag dem inte.",when:"När",who:"Vem",why:"Varför"},Tt={ways:{persons:"Whose affairs",days:"Days",requests:"Requests",looks:"Who looked"},personsLead:"For whom you act, and to what you have a right. The person sees every look of yours.",waits:"This waits for you",nothingWaits:"Nothing waits for you.",rights:"Your rights",noRights:"You have no rights in force.",persons:"Whom you represent",noPersons:"Your representation does not cover the data of the person.",mayDo:"Matters that you look after",untilFurther:"until further notice",period:"In force",programmes:"Programmes",contracts:"Contracts",daysLead:"Days planned and done, the latest first.",noDays:"There are no days, or your representation does not cover them.",day:"Day",state:"State",minutes:"Length",requestsLead:"What you have asked for the person whom you represent. The answer comes to you.",sent:"Your requests",noSent:"You have made no requests.",answerBy:t=>`Answer by ${t}`,ask:"Make a request",whose:"For whom?",kind:"What do you ask?",text:"Say it in your own words",send:"Send the request",isSent:"The request is sent.",looksLead:"Looks, the latest first. What was seen is shown to the person alone.",noLooks:"There are no looks, or your representation does not cover them.",when:"When",who:"Who",why:"Why"};function _(){return{fi:_t,sv:dt,en:Tt}[L().language]}var p=O(N(),1),Ot=15;function tt(){let t=_(),{whole:r,hours:e}=S(),E=A("ofType","Attendance"),o=w(P(),Ot),i=B(X,a=>({ennen:o,jalkeen:a}),a=>a.attendance);return(0,p.jsxs)(I,{title:t.ways.days,lead:t.daysLead,isReading:!0,children:[(0,p.jsx)(R,{look:i,children:a=>(0,p.jsx)(c,{title:t.ways.days,rows:a,empty:t.noDays,columns:[{title:t.day,cell:D=>r(D.day)},{title:t.state,cell:D=>E(D.state)},{title:t.minutes,cell:D=>D.minutes?e(D.minutes):"",isNumber:!0}]})}),(0,p.jsx)(x,{list:i})]})}var n=O(N(),1);function nt(){let t=_(),r=g(Z,{}),e=g(J,{alkaen:Y(P())});return(0,n.jsxs)(I,{title:t.ways.persons,lead:t.personsLead,isReading:!0,children:[(0,n.jsx)(R,{look:e,children:({myWeek:E})=>(0,n.jsx)(b,{title:t.waits,empty:t.nothingWaits,tasks:[...E.waiting.nodes,...E.due.nodes]})}),(0,n.jsx)(R,{look:r,children:({clients:E,representations:o})=>(0,n.jsxs)(n.Fragment,{children:[(0,n.jsx)(C,{title:t.persons,rows:E?.nodes??[],empty:t.noPersons,children:(i,a)=>(0,n.jsx)(Nt,{person:i},a)}),(0,n.jsx)(C,{title:t.rights,rows:o?.nodes??[],empty:t.noRights,children:(i,a)=>(0,n.jsx)(Rt,{right:i},a)})]})})]})}function Nt({person:t}){let r=_(),e=A("ofType","Client");return(0,n.jsxs)(m,{title:`${t.callName??""} ${t.lastName??""}`,facts:[[e("phones"),t.phones?.join(", ")]],children:[(0,n.jsx)(et,{title:r.programmes,type:"Programme",periods:t.programmes?.nodes??[]}),(0,n.jsx)(et,{title:r.contracts,type:"Contract",periods:t.contracts?.nodes??[]})]})}function et({title:t,type:r,periods:e}){let{whole:E}=S(),o=A("ofType",r);return e.length?(0,n.jsxs)("div",{children:[(0,n.jsx)("h4",{children:t}),(0,n.jsx)("ul",{children:e.map((i,a)=>(0,n.jsxs)("li",{className:"row",children:[(0,n.jsx)("span",{children:`${E(i.startsOn)}–${E(i.endsOn)}`}),(0,n.jsx)("span",{className:"tag",children:o(i.state)})]},a))})]}):null}function Rt({right:t}){let r=_(),{whole:e}=S(),E=A("ofChoice","RepresentationKind"),o=A("ofChoice","Matter");return(0,n.jsx)(m,{title:E(t.kind),facts:[[r.period,`${e(t.validFrom)}–${t.validUntil?e(t.validUntil):` ${r.untilFurther}`}`]],children:(0,n.jsxs)("div",{children:[(0,n.jsx)("h4",{children:r.mayDo}),(0,n.jsx)("ul",{className:"row",children:t.matters.map(i=>(0,n.jsx)("li",{className:"tag note",children:o(i)},i))})]})})}var y=O(at(),1);var s=O(N(),1);function st(){let t=_(),r=g(j,{}),e=g(Q,{});return(0,s.jsxs)(I,{title:t.ways.requests,lead:t.requestsLead,isReading:!0,children:[(0,s.jsx)(R,{look:r,children:({dataRequests:E})=>(0,s.jsx)(C,{title:t.sent,rows:E?.nodes??[],empty:t.noSent,children:(o,i)=>(0,s.jsx)(At,{request:o},i)})}),(0,s.jsx)(R,{look:e,children:({clients:E})=>(0,s.jsx)(St,{persons:E?.nodes??[],onSent:r.again})})]})}function At({request:t}){let r=_(),{whole:e}=S(),E=A("ofChoice","DataRequestKind"),o=A("ofType","DataRequest");return(0,s.jsxs)(m,{title:E(t.kind),state:o(t.state),tone:"note",children:[(0,s.jsx)("p",{className:"quiet",children:r.answerBy(e(t.dueOn))}),t.answer?(0,s.jsx)("p",{className:"pre",children:t.answer}):null,t.refusalText?(0,s.jsx)("p",{className:"pre",children:t.refusalText}):null]})}function St({persons:t,onSent:r}){let e=_(),{announce:E}=L(),[o,i]=(0,y.useState)(t[0]?.id??""),[a,D]=(0,y.useState)("ACCESS"),[F,k]=(0,y.useState)(""),[rt,Et]=(0,y.useState)(!1),M=h($);if(H(F.trim()!==""),!t.length)return null;let ot=async d=>{d.preventDefault(),await M.run({request:{clientId:o,kind:a,requestText:F}})&&(Et(!0),k(""),E(e.isSent),r())};return(0,s.jsxs)("form",{className:"card","aria-labelledby":"new-request",onSubmit:d=>{ot(d)},children:[(0,s.jsx)("h2",{id:"new-request",children:e.ask}),(0,s.jsx)(v,{problems:M.problems,inputs:{requestText:"request-text"}}),rt?(0,s.jsx)("p",{className:"notice good",children:e.isSent}):null,(0,s.jsxs)("div",{className:"field",children:[(0,s.jsx)("label",{htmlFor:"request-whose",children:e.whose}),(0,s.jsx)("select",{id:"request-whose",value:o,onChange:d=>i(d.target.value),children:t.map(d=>(0,s.jsx)("option",{value:d.id,children:`${d.callName??""} ${d.lastName??""}`},d.id))})]}),(0,s.jsx)(V,{label:e.kind,titles:"DataRequestKind",value:a,onChange:d=>D(d)}),(0,s.jsxs)("div",{className:"field",children:[(0,s.jsx)("label",{htmlFor:"request-text",children:e.text}),(0,s.jsx)(K,{id:"request-text",required:!0,most:2e3,value:F,onChange:k})]}),(0,s.jsx)("div",{children:(0,s.jsx)("button",{type:"submit",className:"button first",disabled:M.isWaiting,children:e.send})})]})}var U=O(N(),1);function it(){let t=_(),{moment:r}=S(),e=q(),E=g(z,{});return(0,U.jsx)(I,{title:t.ways.looks,lead:t.looksLead,isReading:!0,children:(0,U.jsx)(R,{look:E,children:({clients:o})=>(0,U.jsx)(c,{title:t.ways.looks,rows:(o?.nodes??[]).flatMap(i=>i.accessLog??[]),empty:t.noLooks,columns:[{title:t.when,cell:i=>r(i.at)},{title:t.who,cell:i=>i.actorName},{title:t.why,cell:i=>e(i.purpose)}]})})})}var T=O(N(),1);function ut(){let{ways:t}=_();return(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(W,{ways:[{path:"/",title:t.persons},{path:"/days",title:t.days},{path:"/requests",title:t.requests},{path:"/looks",title:t.looks}]}),(0,T.jsxs)(f,{children:[(0,T.jsx)(l,{path:"/",component:nt}),(0,T.jsx)(l,{path:"/days",component:tt}),(0,T.jsx)(l,{path:"/requests",component:st}),(0,T.jsx)(l,{path:"/looks",component:it}),(0,T.jsx)(l,{component:G})]})]})}export{ut as default};
