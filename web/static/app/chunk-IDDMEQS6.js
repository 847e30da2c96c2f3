import{a as ne,b as P,c as se,d as ae,e as R,f as oe}from"./chunk-RWKERKFF.js";import{A as p,B as ee,C as te,D as ie,E as g,F as re,I as l,K as de,a as Z,r as U,s as H,t as z,w as m,x as k,z as A}from"./chunk-6DS3OZZV.js";import{b as u}from"./chunk-SQE76S5B.js";var O=class extends String{__apiType;value;__meta__;constructor(t,n){super(t),this.value=t,this.__meta__=n}toString(){return this.value}},le=new O(`
    mutation DecideAnomaly($step: TransitionAnomalyInput!, $key: String!) {
  transitionAnomaly(input: $step, idempotencyKey: $key) {
    anomaly {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),ce=new O(`
    mutation DecideEmergency($step: TransitionEmergencyAccessInput!, $key: String!) {
  transitionEmergencyAccess(input: $step, idempotencyKey: $key) {
    emergencyAccess {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),Ee=new O(`
    query ContractsToSign {
  contracts(
    filter: {state: {eq: AWAITING_SIGNATURES}}
    orderBy: STARTS_ON
    first: 30
  ) {
    nodes {
      id
      revision
      state
      startsOn
      endsOn
      tasks
      client {
        callName
        lastName
      }
      workplace {
        name
      }
      signatures {
        party
        name
        signedAt
      }
    }
  }
}
    `),ue=new O(`
    mutation DecideContract($step: TransitionContractInput!, $key: String!) {
  transitionContract(input: $step, idempotencyKey: $key) {
    contract {
      id
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `),me=new O(`
    mutation DecideMonth($step: TransitionAttendanceMonthInput!, $key: String!) {
  transitionAttendanceMonth(input: $step, idempotencyKey: $key) {
    attendanceMonth {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),K=new O(`
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
    `),pe=new O(`
    query ReferralToDecide($id: ID!) {
  referral(id: $id) {
    id
    revision
    state
    firstNames
    lastName
    dateOfBirth
    phone
    email
    municipality
    serviceCode
    wantedStartOn
    daysPerWeek
    minutesPerDay
    goals
    background
    basis
    statute
    consentGivenOn
    consentValidUntil
    planKind
    planReference
    payer
    receivedAt
    dueOn
    agency {
      name
    }
    official {
      firstName
      lastName
    }
    awaitedFiles {
      name
    }
    formAnswers(first: 5) {
      nodes {
        id
        state
        template {
          titleFi
          titleSv
          titleEn
        }
        sections {
          name
          fi
          sv
          en
          keys
        }
        answers
      }
    }
  }
  referralDuplicates(referralId: $id) {
    clientId
    reasons
  }
}
    `),Ne=new O(`
    mutation DecideReport($step: TransitionReportInput!, $key: String!) {
  transitionReport(input: $step, idempotencyKey: $key) {
    report {
      id
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `),ge=new O(`
    query PoikkeavatKatselut {
  anomalies(filter: {state: {eq: OPEN}}, orderBy: STARTS_AT_DESC, first: 20) {
    totalCount
    nodes {
      id
      revision
      kind
      staffMember {
        firstName
        lastName
      }
      startsAt
      endsBefore
      looks
      count
      threshold
    }
  }
}
    `),Te=new O(`
    query VahvistettavatPaivat($ennen: Date!) {
  selvittamatta: attendance(
    filter: {state: {eq: RECORDED}, code: {eq: "ABSENT_PENDING"}, day: {lt: $ennen}}
    first: 20
  ) {
    totalCount
    nodes {
      id
      revision
      day
      client {
        callName
        lastName
      }
    }
  }
  kaikki: attendance(filter: {state: {eq: RECORDED}, day: {lt: $ennen}}, first: 0) {
    totalCount
  }
}
    `),Re=new O(`
    query TarkastettavatAvaukset {
  emergencyAccesses(filter: {state: {in: [OPEN, ENDED]}}) {
    nodes {
      id
      revision
      state
      createdAt
      endsAt
      reason
      staffMember {
        firstName
        lastName
      }
      client {
        callName
        lastName
      }
    }
  }
}
    `),Oe=new O(`
    query OnkoTilaa {
  units(first: 10) {
    nodes {
      name
      capacity
      answerDays
      waitlistDays
    }
  }
  relationships(filter: {state: {eq: ACTIVE}}, first: 0) {
    totalCount
  }
  accepted: referrals(filter: {state: {eq: ACCEPTED}}, first: 0) {
    totalCount
  }
  waiting: referrals(
    filter: {state: {eq: WAITLISTED}}
    orderBy: CREATED
    first: 20
  ) {
    totalCount
    nodes {
      id
      revision
      waitlistUntil
      lastName
    }
  }
}
    `),Q=new O(`
    query Saapuneet($odottavat: [ReferralState!]) {
  referrals(filter: {state: {in: $odottavat}}, orderBy: DUE_ON, first: 30) {
    totalCount
    nodes {
      id
      revision
      state
      dueOn
      firstNames
      lastName
      serviceCode
      wantedStartOn
      agency {
        name
      }
      awaitedFiles {
        name
      }
      proposals(first: 3) {
        nodes {
          kind
          state
        }
      }
    }
  }
}
    `),_e=new O(`
    query Kuukaudet {
  attendanceMonths(orderBy: MONTH_DESC, first: 24) {
    nodes {
      id
      revision
      month
      state
      lockedAt
      unit {
        name
      }
    }
  }
}
    `),Ae=new O(`
    query YksikonViikko($alkaen: Date!) {
  myWeek(from: $alkaen) {
    from
    before
    happened(first: 50) {
      nodes {
        kind
        at
        object {
          id
          ... on Referral {
            state
            lastName
          }
          ... on Attendance {
            day
            code
            client {
              callName
              lastName
            }
          }
          ... on Contract {
            contractState: state
            client {
              callName
              lastName
            }
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
    `),ye=new O(`
    query HyvaksyttavatRaportit {
  reports(filter: {state: {in: [HEARD, APPROVED]}}, first: 20) {
    nodes {
      id
      revision
      state
      kind
      startsOn
      endsOn
      summary
      clientView
      client {
        callName
        lastName
      }
    }
  }
}
    `),De=new O(`
    query MitaYksikoltaOdotetaan($asti: Date!) {
  tasks(until: $asti, first: 50) {
    nodes {
      kind
      dueOn
      object {
        id
        ... on Referral {
          state
          lastName
        }
        ... on Contract {
          contractState: state
          client {
            callName
            lastName
          }
        }
        ... on Report {
          kind
          client {
            callName
            lastName
          }
        }
        ... on Attendance {
          day
          code
          client {
            callName
            lastName
          }
        }
        ... on AttendanceMonth {
          month
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `);var V=u(Z(),1);var B=u(Z(),1);var C=u(m(),1);function Se({secret:e}){let{words:t}=A(),n=(0,B.useRef)(null),[s,i]=(0,B.useState)(!1),a=Ye(e);if(a)return(0,C.jsx)("p",{className:"notice good",children:(0,C.jsx)("a",{href:a,target:"_blank",rel:"noopener",children:t.records.openFile})});let o=async()=>{n.current?.select(),await navigator.clipboard?.writeText(e).then(()=>i(!0),()=>{})};return(0,C.jsxs)("div",{className:"notice warn",children:[(0,C.jsx)("p",{children:t.records.shownOnce}),(0,C.jsxs)("div",{className:"field",children:[(0,C.jsx)("label",{htmlFor:"secret",children:t.records.secret}),(0,C.jsx)("input",{ref:n,id:"secret",readOnly:!0,autoComplete:"off",value:e})]}),(0,C.jsxs)("div",{className:"row",children:[(0,C.jsx)("button",{type:"button",className:"button",onClick:()=>{o()},children:t.records.copy}),(0,C.jsx)("span",{role:"status",children:s?t.records.copied:""})]})]})}function Ye(e){let t=URL.canParse(e,window.location.origin)?new URL(e,window.location.origin):null;return/^\/(prints|packages|files)\//.test(t?.pathname??"")&&t?.origin===window.location.origin?t.href:null}var r=u(m(),1);function f(e){let{words:t}=A(),[n,s]=(0,V.useState)(!1),i=e.label??t.records.decide;return(0,r.jsxs)(r.Fragment,{children:[(0,r.jsx)("button",{type:"button",className:"button","aria-label":`${i}: ${e.about}`,onClick:()=>s(!0),children:i}),(0,r.jsx)(de,{title:e.about,isOpen:n,onClose:()=>s(!1),children:n?(0,r.jsx)(xe,{...e,close:()=>s(!1)}):null})]})}function xe(e){let t=p(re,{type:e.type,id:e.object.id});return(0,r.jsx)(g,{look:t,children:({contentType:n})=>(0,r.jsx)(He,{...e,transitions:n?.transitions??[]})})}function He({transitions:e,...t}){let{words:n,language:s,announce:i}=A(),a=e.filter(S=>S.offered),o=e.filter(S=>!S.offered&&!/^(WRONG_|FORBIDDEN)/.test(S.reason??"")),[T,b]=(0,V.useState)(a[0]?.name??""),[W,Y]=(0,V.useState)(""),[q,Ue]=(0,V.useState)(""),[j,be]=(0,V.useState)(""),x=ee(t.document),M=a.find(S=>S.name===T);if(j)return(0,r.jsx)(Qe,{secret:j,close:t.close});if(!M)return(0,r.jsx)(Be,{notYet:o,close:t.close});let Fe=async S=>{S.preventDefault();let{id:Ve,revision:We}=t.object,Ge={reason:M.reasonVocabulary?W:null,comment:q||null},X=await x.run({step:{id:Ve,revision:We,transition:T,...Ge}});if(!X)return;i(`${n.records.done}: ${M.titles[s]}`),t.onDone();let J=$e(X);J?be(J):t.close()};return(0,r.jsxs)("form",{className:"stack",onSubmit:S=>{Fe(S)},children:[(0,r.jsx)(ie,{problems:x.problems}),(0,r.jsx)(Ke,{transitions:a,name:T,choose:S=>(b(S),Y(""),x.forget())}),M.reasonVocabulary?(0,r.jsx)(oe,{label:n.records.reason,titles:M.reasonVocabulary,kind:"ofTerms",value:W,onChange:Y}):null,(0,r.jsxs)("div",{className:"field",children:[(0,r.jsx)("label",{htmlFor:"step-comment",children:M.commentRequired?n.records.comment:n.records.commentOptional}),(0,r.jsx)("textarea",{id:"step-comment",autoComplete:"off",maxLength:500,required:M.commentRequired,value:q,onChange:S=>Ue(S.target.value)})]}),(0,r.jsx)(ke,{transitions:o}),(0,r.jsxs)("div",{className:"row",children:[(0,r.jsx)("button",{type:"submit",className:"button first",disabled:x.isWaiting||M.reasonVocabulary!==null&&!W,children:M.titles[s]}),(0,r.jsx)("button",{type:"button",className:"button",onClick:t.close,children:n.cancel})]})]})}function Ke({transitions:e,name:t,choose:n}){let{words:s,language:i}=A();return(0,r.jsxs)("fieldset",{className:"ways-to-go",children:[(0,r.jsx)("legend",{children:s.records.what}),e.map(a=>(0,r.jsxs)("label",{className:"way",children:[(0,r.jsx)("input",{type:"radio",name:"step",checked:a.name===t,onChange:()=>n(a.name)}),a.titles[i]]},a.name))]})}function ke({transitions:e}){let{words:t,language:n}=A();return e.length?(0,r.jsxs)("p",{className:"quiet small",children:[t.records.notYet,": ",e.map(s=>s.titles[n]).join(", ")]}):null}function Be({notYet:e,close:t}){let{words:n}=A();return(0,r.jsxs)(r.Fragment,{children:[(0,r.jsx)("p",{children:n.records.nothingOffered}),(0,r.jsx)(ke,{transitions:e}),(0,r.jsx)("div",{children:(0,r.jsx)("button",{type:"button",className:"button",onClick:t,children:n.close})})]})}function Qe({secret:e,close:t}){let{words:n}=A();return(0,r.jsxs)(r.Fragment,{children:[(0,r.jsx)(Se,{secret:e}),(0,r.jsx)("div",{children:(0,r.jsx)("button",{type:"button",className:"button",onClick:t,children:n.close})})]})}function $e(e){return Object.values(e).map(n=>n?.secret??"").join("")}var _=u(m(),1);function v({title:e,state:t,tone:n="",facts:s=[],actions:i,children:a}){return(0,_.jsxs)("li",{className:"card record",children:[(0,_.jsxs)("div",{className:"row apart",children:[(0,_.jsx)("h3",{children:e}),t?(0,_.jsx)("span",{className:`tag ${n}`,children:t}):null]}),(0,_.jsx)(G,{facts:s}),a,i?(0,_.jsx)("div",{className:"row",children:i}):null]})}function G({facts:e}){let t=e.filter(([,n])=>n!=null&&n!=="");return t.length?(0,_.jsx)("dl",{className:"fact-row",children:t.map(([n,s])=>(0,_.jsxs)("div",{children:[(0,_.jsx)("dt",{children:n}),(0,_.jsx)("dd",{children:s})]},n))}):null}function L({title:e,lead:t,rows:n,empty:s,children:i}){return(0,_.jsxs)("section",{className:"stack","aria-label":e,children:[(0,_.jsxs)("h2",{children:[e," ",n.length?(0,_.jsxs)("span",{className:"quiet",children:["(",n.length,")"]}):null]}),t?(0,_.jsx)("p",{className:"quiet",children:t}):null,n.length?(0,_.jsx)("ul",{className:"cards",children:n.map(i)}):(0,_.jsx)("p",{className:"quiet",children:s})]})}var qe={ways:{tasks:"Tehtävät",referrals:"Lähetteet",contracts:"Sopimukset",days:"Päivät ja kuukaudet",reports:"Raportit",access:"Katselut"},tasksLead:"Mitä yksiköltä odotetaan kahden viikon aikana, kiireellisin ensin.",toDo:"Odottaa",noTasks:"Mikään ei odota.",happened:"Tällä viikolla tapahtui",nothingHappened:"Tällä viikolla ei ole vielä tapahtunut mitään.",referralsLead:"Lähettävä taho näkee jokaisen päätöksen heti.",toAnswer:"Vastausta odottavat",noToAnswer:"Yksikään lähete ei odota vastausta.",accepted:"Hyväksytyt ja jonossa olevat",noAccepted:"Hyväksyttyjä tai jonossa olevia ei ole.",open:"Avaa lähete",room:"Tilanne",capacity:"Paikkoja",active:"Asiakkaana",acceptedCount:"Hyväksytty",waitingCount:"Jonossa",answerBy:e=>`Vastaa viimeistään ${e}`,awaited:"Odotetaan liitettä",referral:"Lähete",toReferrals:"Takaisin lähetteisiin",person:"Henkilö",service:"Palvelu ja peruste",answers:"Vastaukset kysymyksiin",noAnswers:"Lähetteessä ei ole vastauksia.",known:"Henkilö voi olla jo asiakas. Nimeä oikea asiakas lähetteelle ennen hyväksymistä.",noReferral:"Lähetettä ei ole, tai se ei kuulu yksikköösi.",contractsLead:"Allekirjoita sopimukset ja vahvista ne, jotka kaikki ovat allekirjoittaneet.",toSign:"Odottaa allekirjoituksia",noToSign:"Yksikään sopimus ei odota allekirjoitusta.",signed:"Allekirjoittanut",nobodySigned:"ei vielä kukaan",daysLead:"Kuukausi vahvistetaan, kun jokaiselle päivälle on syy. Lukittuun kuukauteen ei enää kosketa.",recordedDays:"Kirjattu, vahvistamatta",unsettled:"Syy selvittämättä",noUnsettled:"Jokaisen poissaolon syy on selvitetty.",months:"Kuukaudet",noMonths:"Kuukausia ei ole.",reportsLead:"Raportit, joista asiakasta on kuultu. Hyväksytty raportti toimitetaan lähettävälle taholle.",toApprove:"Hyväksyttävät ja toimitettavat",noReports:"Yksikään raportti ei odota.",accessLead:"Jokaisesta katselusta jää merkintä. Nämä pitää selvittää.",anomalies:"Poikkeavat katselut",noAnomalies:"Poikkeavia katseluja ei ole.",emergencies:"Hätäkatselut",noEmergencies:"Tarkastettavia hätäkatseluja ei ole.",looks:e=>e===1?"1 katselu":`${e} katselua`,overThreshold:(e,t)=>`${e}, raja ${t}`,whose:"Kenen tietoja"},je={ways:{tasks:"Uppgifter",referrals:"Remisser",contracts:"Avtal",days:"Dagar och månader",reports:"Rapporter",access:"Titter"},tasksLead:"Vad enheten väntas göra inom två veckor, det brådskande först.",toDo:"Väntar",noTasks:"Ingenting väntar.",happened:"Hände denna vecka",nothingHappened:"Ingenting har ännu hänt denna vecka.",referralsLead:"Den som skickade remissen ser varje beslut genast.",toAnswer:"Väntar på svar",noToAnswer:"Ingen remiss väntar på svar.",accepted:"Godkända och i kö",noAccepted:"Inga är godkända eller i kö.",open:"Öppna remissen",room:"Läget",capacity:"Platser",active:"Klienter",acceptedCount:"Godkända",waitingCount:"I kö",answerBy:e=>`Svara senast ${e}`,awaited:"Väntar på bilaga",referral:"Remiss",toReferrals:"Tillbaka till remisserna",person:"Person",service:"Tjänst och grund",answers:"Svar på frågorna",noAnswers:"Remissen har inga svar.",known:"Personen kan redan vara klient. Ange rätt klient på remissen före godkännandet.",noReferral:"Remissen finns inte, eller hör inte till din enhet.",contractsLead:"Skriv under avtalen och bekräfta dem som alla har skrivit under.",toSign:"Väntar på underskrifter",noToSign:"Inget avtal väntar på underskrift.",signed:"Har skrivit under",nobodySigned:"ingen ännu",daysLead:"Månaden bekräftas när varje dag har en orsak. En låst månad rörs inte mera.",recordedDays:"Antecknade, obekräftade",unsettled:"Orsaken outredd",noUnsettled:"Orsaken till varje frånvaro är utredd.",months:"Månader",noMonths:"Det finns inga månader.",reportsLead:"Rapporter om vilka klienten har hörts. En godkänd rapport lämnas till den som skickade remissen.",toApprove:"Att godkänna och lämna",noReports:"Ingen rapport väntar.",accessLead:"Varje titt lämnar ett spår. Dessa måste utredas.",anomalies:"Avvikande titter",noAnomalies:"Det finns inga avvikande titter.",emergencies:"Nödtitter",noEmergencies:"Inga nödtitter att granska.",looks:e=>e===1?"1 titt":`${e} titter`,overThreshold:(e,t)=>`${e}, gräns ${t}`,whose:"Vems uppgifter"},Xe={ways:{tasks:"Tasks",referrals:"Referrals",contracts:"Contracts",days:"Days and months",reports:"Reports",access:"Looks"},tasksLead:"What is expected of the unit within two weeks, the most urgent first.",toDo:"Waiting",noTasks:"Nothing waits.",happened:"Happened this week",nothingHappened:"Nothing has happened this week yet.",referralsLead:"The agency sees every decision at once.",toAnswer:"Waiting for an answer",noToAnswer:"No referral waits for an answer.",accepted:"Accepted and in the queue",noAccepted:"None is accepted or in the queue.",open:"Open the referral",room:"Room in the unit",capacity:"Places",active:"Clients",acceptedCount:"Accepted",waitingCount:"In the queue",answerBy:e=>`Answer by ${e}`,awaited:"A file is awaited",referral:"Referral",toReferrals:"Back to the referrals",person:"Person",service:"Service and basis",answers:"Answers to the questions",noAnswers:"The referral has no answers.",known:"The person may be a client already. Name the right client on the referral before you accept.",noReferral:"There is no such referral, or it is not of your unit.",contractsLead:"Sign the contracts, and approve those that everybody has signed.",toSign:"Waiting for signatures",noToSign:"No contract waits for a signature.",signed:"Signed by",nobodySigned:"nobody yet",daysLead:"A month is confirmed when every day has a reason. A locked month is not touched again.",recordedDays:"Recorded, not confirmed",unsettled:"Reason not known",noUnsettled:"The reason of every absence is known.",months:"Months",noMonths:"There are no months.",reportsLead:"Reports on which the client was heard. An approved report is delivered to the agency.",toApprove:"To approve and deliver",noReports:"No report waits.",accessLead:"Every look leaves a trace. These must be settled.",anomalies:"Unusual looks",noAnomalies:"There are no unusual looks.",emergencies:"Broken glass",noEmergencies:"No emergency access is to be judged.",looks:e=>e===1?"1 look":`${e} looks`,overThreshold:(e,t)=>`${e}, threshold ${t}`,whose:"Whose data"};function c(){return{fi:qe,sv:je,en:Xe}[A().language]}var I=u(m(),1);function fe(){let e=c(),t=p(Re,{}),n=p(ge,{});return(0,I.jsxs)(k,{title:e.ways.access,lead:e.accessLead,children:[(0,I.jsx)(g,{look:t,children:({emergencyAccesses:s})=>(0,I.jsx)(L,{title:e.emergencies,rows:s?.nodes??[],empty:e.noEmergencies,children:i=>(0,I.jsx)(Je,{access:i,again:t.again},i.id)})}),(0,I.jsx)(g,{look:n,children:({anomalies:s})=>(0,I.jsx)(L,{title:e.anomalies,rows:s?.nodes??[],empty:e.noAnomalies,children:i=>(0,I.jsx)(Ze,{anomaly:i,again:n.again},i.id)})})]})}function Je({access:e,again:t}){let n=c(),{moment:s}=R(),i=l("ofType","EmergencyAccess"),a=$(e.staffMember);return(0,I.jsx)(v,{title:a,state:i(e.state),tone:e.state==="OPEN"?"bad":"warn",facts:[[n.whose,$(e.client)],[i("createdAt"),s(e.createdAt)],[i("endsAt"),s(e.endsAt)],[i("reason"),e.reason]],actions:(0,I.jsx)(f,{type:"EmergencyAccess",document:ce,object:e,about:a,onDone:t})})}function Ze({anomaly:e,again:t}){let n=c(),{moment:s}=R(),i=l("ofType","Anomaly"),a=l("ofChoice","AnomalyKind"),o=$(e.staffMember);return(0,I.jsx)(v,{title:o,state:a(e.kind),tone:"warn",facts:[[i("startsAt"),s(e.startsAt)],[i("endsBefore"),s(e.endsBefore)],[i("looks"),n.looks(e.looks)],[i("count"),n.overThreshold(e.count,e.threshold)]],actions:(0,I.jsx)(f,{type:"Anomaly",document:le,object:e,about:o,onDone:t})})}function $(e){return`${e?.firstName??e?.callName??""} ${e?.lastName??""}`.trim()}var F=u(m(),1);function Ie(){let e=c(),t=p(Ee,{});return(0,F.jsx)(k,{title:e.ways.contracts,lead:e.contractsLead,children:(0,F.jsx)(g,{look:t,children:({contracts:n})=>(0,F.jsx)(L,{title:e.toSign,rows:n?.nodes??[],empty:e.noToSign,children:s=>(0,F.jsx)(ze,{contract:s,again:t.again},s.id)})})})}function ze({contract:e,again:t}){let n=c(),{whole:s}=R(),i=l("ofType","Contract"),a=l("ofChoice","SignatureParty"),o=`${e.client?.callName??""} ${e.client?.lastName??""}`.trim(),T=e.signatures?.map(b=>`${a(b.party)}: ${b.name}`).join(", ");return(0,F.jsx)(v,{title:o,state:i(e.state),tone:"note",facts:[[i("startsOn"),s(e.startsOn)],[i("endsOn"),s(e.endsOn)],[i("workplace"),e.workplace?.name],[i("tasks"),e.tasks],[n.signed,T||n.nobodySigned]],actions:(0,F.jsx)(f,{type:"Contract",document:ue,object:e,about:o,onDone:t})})}var E=u(m(),1);function Ce(){let e=c(),t=p(Te,{ennen:P()}),n=p(_e,{}),s=()=>{t.again(),n.again()};return(0,E.jsxs)(k,{title:e.ways.days,lead:e.daysLead,children:[(0,E.jsx)(g,{look:t,children:i=>(0,E.jsx)(et,{data:i})}),(0,E.jsx)(g,{look:n,children:({attendanceMonths:i})=>(0,E.jsx)(L,{title:e.months,rows:i?.nodes??[],empty:e.noMonths,children:a=>(0,E.jsx)(tt,{month:a,again:s},a.id)})})]})}function et({data:e}){let t=c(),{long:n}=R(),s=e.selvittamatta?.nodes??[];return(0,E.jsxs)(E.Fragment,{children:[(0,E.jsxs)("dl",{className:"figures",children:[(0,E.jsxs)("div",{className:"figure",children:[(0,E.jsx)("dt",{children:t.recordedDays}),(0,E.jsx)("dd",{children:e.kaikki?.totalCount??0})]}),(0,E.jsxs)("div",{className:"figure",children:[(0,E.jsx)("dt",{children:t.unsettled}),(0,E.jsx)("dd",{children:e.selvittamatta?.totalCount??0})]})]}),(0,E.jsxs)("section",{className:"stack","aria-label":t.unsettled,children:[(0,E.jsx)("h2",{children:t.unsettled}),s.length?(0,E.jsx)("ul",{className:"tasks",children:s.map(i=>(0,E.jsxs)("li",{children:[(0,E.jsx)("span",{className:"strong",children:`${i.client?.callName??""} ${i.client?.lastName??""}`}),(0,E.jsx)("span",{className:"quiet",children:n(i.day)})]},i.id))}):(0,E.jsx)("p",{className:"quiet",children:t.noUnsettled})]})]})}function tt({month:e,again:t}){let{language:n}=A(),{moment:s}=R(),i=l("ofType","AttendanceMonth"),o=new Intl.DateTimeFormat(`${n}-FI`,{month:"long",year:"numeric",timeZone:"UTC"}).format(new Date(e.month));return(0,E.jsx)(v,{title:o,state:i(e.state),tone:e.state==="LOCKED"?"":e.state==="CONFIRMED"?"good":"note",facts:[[i("unit"),e.unit?.name],[i("lockedAt"),s(e.lockedAt)]],actions:(0,E.jsx)(f,{type:"AttendanceMonth",document:me,object:e,about:o,onDone:t})})}var d=u(m(),1);function ve({id:e}){let t=c(),n=p(pe,{id:e});return(0,d.jsxs)(k,{title:t.referral,children:[(0,d.jsx)("p",{children:(0,d.jsxs)(H,{href:"/referrals",children:["← ",t.toReferrals]})}),(0,d.jsx)(g,{look:n,children:({referral:s,referralDuplicates:i})=>s?(0,d.jsx)(nt,{referral:s,again:n.again,isKnown:!!i?.length}):(0,d.jsx)("p",{children:t.noReferral})})]})}function nt({referral:e,again:t,isKnown:n}){let s=c(),i=l("ofType","Referral"),a=`${e.firstNames??""} ${e.lastName??""}`.trim();return(0,d.jsxs)("div",{className:"stack-large",children:[n?(0,d.jsx)("p",{className:"notice warn",children:s.known}):null,(0,d.jsxs)("div",{className:"row apart",children:[(0,d.jsxs)("h2",{children:[a," ",(0,d.jsx)("span",{className:"tag note",children:i(e.state)})]}),(0,d.jsx)(f,{type:"Referral",document:K,object:e,about:a,onDone:t})]}),(0,d.jsx)(it,{referral:e}),(0,d.jsx)(st,{referral:e}),["goals","background"].map(o=>e[o]?(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:i(o)}),(0,d.jsx)("p",{className:"pre text",children:e[o]})]},o):null),(0,d.jsx)(at,{referral:e})]})}function it({referral:e}){let t=c(),{whole:n}=R(),s=l("ofType","Referral"),i=l("ofTerms","municipality");return(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:t.person}),(0,d.jsx)(G,{facts:[[s("dateOfBirth"),n(e.dateOfBirth)],[s("phone"),e.phone],[s("email"),e.email],[s("municipality"),i(e.municipality)]]})]})}function st({referral:e}){let t=c(),{whole:n,moment:s,hours:i}=R(),a=l("ofType","Referral"),o=l("ofTerms","service"),T=l("ofTerms","plan_kind"),b=l("ofChoice","Basis"),W=[[a("agency"),e.agency?.name],[a("official"),e.official?`${e.official.firstName} ${e.official.lastName}`:null],[a("serviceCode"),o(e.serviceCode)],[a("wantedStartOn"),n(e.wantedStartOn)],[a("daysPerWeek"),e.daysPerWeek],[a("minutesPerDay"),e.minutesPerDay?i(e.minutesPerDay):null],[a("basis"),b(e.basis)],[a("consentGivenOn"),n(e.consentGivenOn)],[a("consentValidUntil"),n(e.consentValidUntil)],[a("planKind"),T(e.planKind)],[a("planReference"),e.planReference],[a("payer"),e.payer],[a("receivedAt"),s(e.receivedAt)],[a("dueOn"),n(e.dueOn)],[t.awaited,e.awaitedFiles?.map(Y=>Y.name).join(", ")]];return(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:t.service}),(0,d.jsx)(G,{facts:W})]})}function at({referral:e}){let t=c(),{language:n}=A(),s=e.formAnswers?.nodes??[];return(0,d.jsxs)("section",{className:"stack",children:[(0,d.jsx)("h2",{children:t.answers}),s.length?null:(0,d.jsx)("p",{className:"quiet",children:t.noAnswers}),s.map(i=>(0,d.jsxs)("div",{className:"card",children:[(0,d.jsx)("h3",{children:i.template?{fi:i.template.titleFi,sv:i.template.titleSv,en:i.template.titleEn}[n]:""}),i.sections.map(a=>(0,d.jsx)(G,{facts:a.keys.map(o=>[a[n],rt(i.answers,o)])},a.name))]},i.id))]})}function rt(e,t){let n=e&&typeof e=="object"?e[t]:null;return n==null?"":Array.isArray(n)?n.join(", "):String(n)}var N=u(m(),1);function he(){let e=c(),t=p(Q,{odottavat:["SUBMITTED","RECEIVED","IN_REVIEW","INFO_REQUESTED","INTERVIEW"]}),n=p(Q,{odottavat:["ACCEPTED","WAITLISTED"]}),s=p(Oe,{}),i=()=>{for(let a of[t,n,s])a.again()};return(0,N.jsxs)(k,{title:e.ways.referrals,lead:e.referralsLead,children:[(0,N.jsx)(g,{look:s,children:a=>(0,N.jsx)(dt,{data:a})}),(0,N.jsx)(Le,{look:t,title:e.toAnswer,empty:e.noToAnswer,again:i}),(0,N.jsx)(Le,{look:n,title:e.accepted,empty:e.noAccepted,again:i})]})}function Le({look:e,title:t,empty:n,again:s}){return(0,N.jsx)(g,{look:e,children:({referrals:i})=>(0,N.jsx)(L,{title:t,rows:i?.nodes??[],empty:n,children:a=>(0,N.jsx)(ot,{referral:a,again:s},a.id)})})}function ot({referral:e,again:t}){let n=c(),{whole:s}=R(),i=l("ofType","Referral"),a=l("ofTerms","service"),o=`${e.firstNames??""} ${e.lastName??""}`.trim(),T=(e.dueOn??"9999")<P();return(0,N.jsx)(v,{title:o,state:i(e.state),tone:T?"bad":"note",facts:[[i("agency"),e.agency?.name],[i("serviceCode"),a(e.serviceCode)],[i("wantedStartOn"),s(e.wantedStartOn)],[i("dueOn"),e.dueOn?(0,N.jsx)("span",{className:T?"late":"",children:s(e.dueOn)}):null],[n.awaited,e.awaitedFiles?.map(b=>b.name).join(", ")]],actions:(0,N.jsxs)(N.Fragment,{children:[(0,N.jsx)(H,{className:"button",href:`/referrals/${e.id}`,"aria-label":`${n.open}: ${o}`,children:n.open}),(0,N.jsx)(f,{type:"Referral",document:K,object:e,about:o,onDone:t})]})})}function dt({data:e}){let t=c(),n=e.units?.nodes.reduce((i,a)=>i+(a.capacity??0),0)??0,s=[[t.capacity,n||null],[t.active,e.relationships?.totalCount],[t.acceptedCount,e.accepted?.totalCount],[t.waitingCount,e.waiting?.totalCount]];return(0,N.jsx)("dl",{className:"figures","aria-label":t.room,children:s.map(([i,a])=>a==null?null:(0,N.jsxs)("div",{className:"figure",children:[(0,N.jsx)("dt",{children:i}),(0,N.jsx)("dd",{children:a})]},i))})}var h=u(m(),1);function Pe(){let e=c(),t=p(ye,{});return(0,h.jsx)(k,{title:e.ways.reports,lead:e.reportsLead,children:(0,h.jsx)(g,{look:t,children:({reports:n})=>(0,h.jsx)(L,{title:e.toApprove,rows:n?.nodes??[],empty:e.noReports,children:s=>(0,h.jsx)(lt,{report:s,again:t.again},s.id)})})})}function lt({report:e,again:t}){let{whole:n}=R(),s=l("ofType","Report"),i=l("ofChoice","ReportKind"),a=`${e.client?.callName??""} ${e.client?.lastName??""}`.trim();return(0,h.jsx)(v,{title:a,state:s(e.state),tone:e.state==="APPROVED"?"good":"note",facts:[[s("kind"),i(e.kind)],[s("startsOn"),n(e.startsOn)],[s("endsOn"),n(e.endsOn)]],actions:(0,h.jsx)(f,{type:"Report",document:Ne,object:e,about:a,onDone:t}),children:["summary","clientView"].map(o=>e[o]?(0,h.jsxs)("div",{className:"text",children:[(0,h.jsx)("h4",{children:s(o)}),(0,h.jsx)("p",{className:"pre",children:e[o]})]},o):null)})}var w=u(m(),1);function we({title:e,empty:t,tasks:n,about:s}){let{words:i}=A(),{whole:a}=R(),o=l("ofChoice","TaskKind");return(0,w.jsxs)("section",{className:"stack","aria-label":e,children:[(0,w.jsx)("h2",{children:e}),n.length?(0,w.jsx)("ul",{className:"tasks",children:n.map(T=>(0,w.jsxs)("li",{children:[(0,w.jsxs)("span",{children:[(0,w.jsx)("span",{className:"strong",children:o(T.kind)})," ",s?.(T)]}),T.dueOn?(0,w.jsxs)("span",{className:T.dueOn<P()?"late":"quiet",children:[a(T.dueOn),T.dueOn<P()?` (${i.records.late})`:""]}):null]},`${T.kind} ${T.object.id}`))}):(0,w.jsx)("p",{className:"quiet",children:t})]})}var D=u(m(),1),ct=14;function Me(){let e=c(),t=p(De,{asti:se(P(),ct)}),n=p(Ae,{alkaen:ae(P())});return(0,D.jsxs)(k,{title:e.ways.tasks,lead:e.tasksLead,children:[(0,D.jsx)(g,{look:t,children:s=>(0,D.jsx)(we,{title:e.toDo,empty:e.noTasks,tasks:s.tasks.nodes,about:Et})}),(0,D.jsx)(g,{look:n,children:({myWeek:s})=>(0,D.jsx)(ut,{events:s.happened.nodes})})]})}function Et({object:e}){return"client"in e&&e.client?`${e.client.callName??""} ${e.client.lastName??""}`:"lastName"in e?e.lastName??"":""}function ut({events:e}){let t=c(),{moment:n}=R(),s=l("ofChoice","WeekEventKind");return(0,D.jsxs)("section",{className:"stack","aria-label":t.happened,children:[(0,D.jsx)("h2",{children:t.happened}),e.length?(0,D.jsx)("ul",{className:"tasks",children:e.map((i,a)=>(0,D.jsxs)("li",{children:[(0,D.jsxs)("span",{children:[(0,D.jsx)("span",{className:"strong",children:s(i.kind)})," ",mt(i)]}),(0,D.jsx)("span",{className:"quiet",children:n(i.at)})]},a))}):(0,D.jsx)("p",{className:"quiet",children:t.nothingHappened})]})}function mt({object:e}){return"client"in e&&e.client?`${e.client.callName??""} ${e.client.lastName??""}`:"lastName"in e?e.lastName??"":""}var y=u(m(),1);function pt(){let{ways:e}=c();return(0,y.jsxs)(y.Fragment,{children:[(0,y.jsx)(ne,{ways:[{path:"/",title:e.tasks},{path:"/referrals",title:e.referrals},{path:"/contracts",title:e.contracts},{path:"/days",title:e.days},{path:"/reports",title:e.reports},{path:"/access",title:e.access}]}),(0,y.jsxs)(z,{children:[(0,y.jsx)(U,{path:"/",component:Me}),(0,y.jsx)(U,{path:"/referrals",component:he}),(0,y.jsx)(U,{path:"/referrals/:id",children:({id:t})=>(0,y.jsx)(ve,{id:t})}),(0,y.jsx)(U,{path:"/contracts",component:Ie}),(0,y.jsx)(U,{path:"/days",component:Ce}),(0,y.jsx)(U,{path:"/reports",component:Pe}),(0,y.jsx)(U,{path:"/access",component:fe}),(0,y.jsx)(U,{component:te})]})]})}export{pt as default};
