import{a as et}from"./chunk-Q76RXZQN.js";import{b as A}from"./chunk-I6GAUND4.js";import{a as D,b as V,c as k}from"./chunk-VIZM4RQS.js";import{a as z}from"./chunk-CB3TNUNV.js";import{a as H,b as tt}from"./chunk-6K6HFOAO.js";import"./chunk-NROFDF76.js";import{a as X,b as h,c as W,d as Z,e as T}from"./chunk-HJ23X4EG.js";import{a as q}from"./chunk-FOW2D7KC.js";import{w as l}from"./chunk-DID5BYHS.js";import{a as bt,f as v,g as F,h as $,m as N,n as _,p as P,q as E,r as j,s as J,u as m}from"./chunk-2FJT3FGT.js";import{b as p}from"./chunk-SQE76S5B.js";var c=class extends String{__apiType;value;__meta__;constructor(n,s){super(n),this.value=n,this.__meta__=s}toString(){return this.value}},nt=new c(`
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
    `),it=new c(`
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
    `),st=new c(`
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
    `),rt=new c(`
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
    `),at=new c(`
    query CaseloadsOfUnit {
  relationships(
    filter: {state: {eq: ACTIVE}}
    orderBy: STARTED_ON_DESC
    first: 50
  ) {
    nodes {
      id
      startedOn
      unit {
        id
        name
      }
      responsibleCoach {
        firstName
        lastName
      }
      client {
        id
        callName
        lastName
        substitutions(filter: {state: {eq: VALID}}, first: 3) {
          nodes {
            id
            revision
            startsOn
            endsBefore
            staffMember {
              firstName
              lastName
            }
          }
        }
      }
    }
  }
}
    `),ot=new c(`
    query WhoMayCover {
  staffMembers(first: 100) {
    nodes {
      id
      firstName
      lastName
      title
    }
  }
}
    `),dt=new c(`
    mutation NameSubstitute($cover: CreateSubstitutionInput!, $key: String!) {
  createSubstitution(input: $cover, idempotencyKey: $key) {
    substitution {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),lt=new c(`
    mutation DecideSubstitution($step: TransitionSubstitutionInput!, $key: String!) {
  transitionSubstitution(input: $step, idempotencyKey: $key) {
    substitution {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),ut=new c(`
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
    `),G=new c(`
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
    `),Et=new c(`
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
    `),ct=new c(`
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
    `),mt=new c(`
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
    `),pt=new c(`
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
    `),gt=new c(`
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
    `),Nt=new c(`
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
    `),K=new c(`
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
    `),Tt=new c(`
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
    `),Ot=new c(`
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
    `),Rt=new c(`
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
    `),_t=new c(`
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
    `);var Ut={ways:{tasks:"Tehtävät",referrals:"Lähetteet",contracts:"Sopimukset",days:"Päivät ja kuukaudet",reports:"Raportit",cover:"Sijaisuudet",access:"Katselut"},tasksLead:"Mitä yksiköltä odotetaan kahden viikon aikana, kiireellisin ensin.",toDo:"Odottaa",noTasks:"Mikään ei odota.",happened:"Tällä viikolla tapahtui",nothingHappened:"Tällä viikolla ei ole vielä tapahtunut mitään.",referralsLead:"Lähettävä taho näkee jokaisen päätöksen heti.",toAnswer:"Vastausta odottavat",noToAnswer:"Yksikään lähete ei odota vastausta.",accepted:"Hyväksytyt ja jonossa olevat",noAccepted:"Hyväksyttyjä tai jonossa olevia ei ole.",open:"Avaa lähete",room:"Tilanne",capacity:"Paikkoja",active:"Asiakkaana",acceptedCount:"Hyväksytty",waitingCount:"Jonossa",answerBy:t=>`Vastaa viimeistään ${t}`,awaited:"Odotetaan liitettä",referral:"Lähete",toReferrals:"Takaisin lähetteisiin",person:"Henkilö",service:"Palvelu ja peruste",answers:"Vastaukset kysymyksiin",noAnswers:"Lähetteessä ei ole vastauksia.",known:"Henkilö voi olla jo asiakas. Nimeä oikea asiakas lähetteelle ennen hyväksymistä.",noReferral:"Lähetettä ei ole, tai se ei kuulu yksikköösi.",contractsLead:"Allekirjoita sopimukset ja vahvista ne, jotka kaikki ovat allekirjoittaneet.",toSign:"Odottaa allekirjoituksia",noToSign:"Yksikään sopimus ei odota allekirjoitusta.",signed:"Allekirjoittanut",nobodySigned:"ei vielä kukaan",daysLead:"Kuukausi vahvistetaan, kun jokaiselle päivälle on syy. Lukittuun kuukauteen ei enää kosketa.",recordedDays:"Kirjattu, vahvistamatta",unsettled:"Syy selvittämättä",noUnsettled:"Jokaisen poissaolon syy on selvitetty.",months:"Kuukaudet",noMonths:"Kuukausia ei ole.",reportsLead:"Raportit, joista asiakasta on kuultu. Hyväksytty raportti toimitetaan lähettävälle taholle.",toApprove:"Hyväksyttävät ja toimitettavat",noReports:"Yksikään raportti ei odota.",accessLead:"Jokaisesta katselusta jää merkintä. Nämä pitää selvittää.",anomalies:"Poikkeavat katselut",noAnomalies:"Poikkeavia katseluja ei ole.",emergencies:"Hätäkatselut",noEmergencies:"Tarkastettavia hätäkatseluja ei ole.",looks:t=>t===1?"1 katselu":`${t} katselua`,overThreshold:(t,n)=>`${t}, raja ${n}`,whose:"Kenen tietoja",coverLead:"Kuka valmentaa ketäkin. Sijainen näkee asiakkaan tiedot vain sijaisuuden ajan.",caseloads:"Asiakkuudet",noCaseloads:"Yksikössä ei ole asiakkuuksia.",substitute:"sijaisena",notIncluded:"ei enää sinä päivänä",nameSubstitute:"Määrää sijainen",whoCovers:"Kuka sijaistaa?",coverStarts:"Alkaa",coverEnds:"Päättyy ennen",substituteNamed:"Sijainen on määrätty."},wt={ways:{tasks:"Uppgifter",referrals:"Remisser",contracts:"Avtal",days:"Dagar och månader",reports:"Rapporter",cover:"Vikariat",access:"Titter"},tasksLead:"Vad enheten väntas göra inom två veckor, det brådskande först.",toDo:"Väntar",noTasks:"Ingenting väntar.",happened:"Hände denna vecka",nothingHappened:"Ingenting har ännu hänt denna vecka.",referralsLead:"Den som skickade remissen ser varje beslut genast.",toAnswer:"Väntar på svar",noToAnswer:"Ingen remiss väntar på svar.",accepted:"Godkända och i kö",noAccepted:"Inga är godkända eller i kö.",open:"Öppna remissen",room:"Läget",capacity:"Platser",active:"Klienter",acceptedCount:"Godkända",waitingCount:"I kö",answerBy:t=>`Svara senast ${t}`,awaited:"Väntar på bilaga",referral:"Remiss",toReferrals:"Tillbaka till remisserna",person:"Person",service:"Tjänst och grund",answers:"Svar på frågorna",noAnswers:"Remissen har inga svar.",known:"Personen kan redan vara klient. Ange rätt klient på remissen före godkännandet.",noReferral:"Remissen finns inte, eller hör inte till din enhet.",contractsLead:"Skriv under avtalen och bekräfta dem som alla har skrivit under.",toSign:"Väntar på underskrifter",noToSign:"Inget avtal väntar på underskrift.",signed:"Har skrivit under",nobodySigned:"ingen ännu",daysLead:"Månaden bekräftas när varje dag har en orsak. En låst månad rörs inte mera.",recordedDays:"Antecknade, obekräftade",unsettled:"Orsaken outredd",noUnsettled:"Orsaken till varje frånvaro är utredd.",months:"Månader",noMonths:"Det finns inga månader.",reportsLead:"Rapporter om vilka klienten har hörts. En godkänd rapport lämnas till den som skickade remissen.",toApprove:"Att godkänna och lämna",noReports:"Ingen rapport väntar.",accessLead:"Varje titt lämnar ett spår. Dessa måste utredas.",anomalies:"Avvikande titter",noAnomalies:"Det finns inga avvikande titter.",emergencies:"Nödtitter",noEmergencies:"Inga nödtitter att granska.",looks:t=>t===1?"1 titt":`${t} titter`,overThreshold:(t,n)=>`${t}, gräns ${n}`,whose:"Vems uppgifter",coverLead:"Vem som coachar vem. En vikarie ser klientens uppgifter bara under vikariatet.",caseloads:"Klientförhållanden",noCaseloads:"Enheten har inga klientförhållanden.",substitute:"som vikarie",notIncluded:"inte längre den dagen",nameSubstitute:"Utse en vikarie",whoCovers:"Vem vikarierar?",coverStarts:"Börjar",coverEnds:"Slutar före",substituteNamed:"Vikarien är utsedd."},Ft={ways:{tasks:"Tasks",referrals:"Referrals",contracts:"Contracts",days:"Days and months",reports:"Reports",cover:"Cover",access:"Looks"},tasksLead:"What is expected of the unit within two weeks, the most urgent first.",toDo:"Waiting",noTasks:"Nothing waits.",happened:"Happened this week",nothingHappened:"Nothing has happened this week yet.",referralsLead:"The agency sees every decision at once.",toAnswer:"Waiting for an answer",noToAnswer:"No referral waits for an answer.",accepted:"Accepted and in the queue",noAccepted:"None is accepted or in the queue.",open:"Open the referral",room:"Room in the unit",capacity:"Places",active:"Clients",acceptedCount:"Accepted",waitingCount:"In the queue",answerBy:t=>`Answer by ${t}`,awaited:"A file is awaited",referral:"Referral",toReferrals:"Back to the referrals",person:"Person",service:"Service and basis",answers:"Answers to the questions",noAnswers:"The referral has no answers.",known:"The person may be a client already. Name the right client on the referral before you accept.",noReferral:"There is no such referral, or it is not of your unit.",contractsLead:"Sign the contracts, and approve those that everybody has signed.",toSign:"Waiting for signatures",noToSign:"No contract waits for a signature.",signed:"Signed by",nobodySigned:"nobody yet",daysLead:"A month is confirmed when every day has a reason. A locked month is not touched again.",recordedDays:"Recorded, not confirmed",unsettled:"Reason not known",noUnsettled:"The reason of every absence is known.",months:"Months",noMonths:"There are no months.",reportsLead:"Reports on which the client was heard. An approved report is delivered to the agency.",toApprove:"To approve and deliver",noReports:"No report waits.",accessLead:"Every look leaves a trace. These must be settled.",anomalies:"Unusual looks",noAnomalies:"There are no unusual looks.",emergencies:"Broken glass",noEmergencies:"No emergency access is to be judged.",looks:t=>t===1?"1 look":`${t} looks`,overThreshold:(t,n)=>`${t}, threshold ${n}`,whose:"Whose data",coverLead:"Who coaches whom. A substitute sees the data of a client for the days of the cover alone.",caseloads:"Clients",noCaseloads:"The unit has no clients.",substitute:"stands in",notIncluded:"no longer on that day",nameSubstitute:"Name a substitute",whoCovers:"Who stands in?",coverStarts:"Starts",coverEnds:"Ends before",substituteNamed:"The substitute is named."};function o(){return{fi:Ut,sv:wt,en:Ft}[P().language]}var f=p(N(),1);function At(){let t=o(),n=E(gt,{}),s=E(mt,{});return(0,f.jsxs)(_,{title:t.ways.access,lead:t.accessLead,children:[(0,f.jsx)(m,{look:n,children:({emergencyAccesses:i})=>(0,f.jsx)(k,{title:t.emergencies,rows:i?.nodes??[],empty:t.noEmergencies,children:e=>(0,f.jsx)(Wt,{access:e,again:n.again},e.id)})}),(0,f.jsx)(m,{look:s,children:({anomalies:i})=>(0,f.jsx)(k,{title:t.anomalies,rows:i?.nodes??[],empty:t.noAnomalies,children:e=>(0,f.jsx)(Vt,{anomaly:e,again:s.again},e.id)})})]})}function Wt({access:t,again:n}){let s=o(),{moment:i}=T(),e=l("ofType","EmergencyAccess"),r=B(t.staffMember);return(0,f.jsx)(D,{title:r,state:e(t.state),tone:t.state==="OPEN"?"bad":"warn",facts:[[s.whose,B(t.client)],[e("createdAt"),i(t.createdAt)],[e("endsAt"),i(t.endsAt)],[e("reason"),t.reason]],actions:(0,f.jsx)(A,{type:"EmergencyAccess",document:it,object:t,about:r,onDone:n})})}function Vt({anomaly:t,again:n}){let s=o(),{moment:i}=T(),e=l("ofType","Anomaly"),r=l("ofChoice","AnomalyKind"),a=B(t.staffMember);return(0,f.jsx)(D,{title:a,state:r(t.kind),tone:"warn",facts:[[e("startsAt"),i(t.startsAt)],[e("endsBefore"),i(t.endsBefore)],[e("looks"),s.looks(t.looks)],[e("count"),s.overThreshold(t.count,t.threshold)]],actions:(0,f.jsx)(A,{type:"Anomaly",document:nt,object:t,about:a,onDone:n})})}function B(t){return`${t?.firstName??t?.callName??""} ${t?.lastName??""}`.trim()}var b=p(N(),1);function yt(){let t=o(),n=E(st,{});return(0,b.jsx)(_,{title:t.ways.contracts,lead:t.contractsLead,children:(0,b.jsx)(m,{look:n,children:({contracts:s})=>(0,b.jsx)(k,{title:t.toSign,rows:s?.nodes??[],empty:t.noToSign,children:i=>(0,b.jsx)(Gt,{contract:i,again:n.again},i.id)})})})}function Gt({contract:t,again:n}){let s=o(),{whole:i}=T(),e=l("ofType","Contract"),r=l("ofChoice","SignatureParty"),a=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim(),I=t.signatures?.map(L=>`${r(L.party)}: ${L.name}`).join(", ");return(0,b.jsx)(D,{title:a,state:e(t.state),tone:"note",facts:[[e("startsOn"),i(t.startsOn)],[e("endsOn"),i(t.endsOn)],[e("workplace"),t.workplace?.name],[e("tasks"),t.tasks],[s.signed,I||s.nobodySigned]],actions:(0,b.jsx)(A,{type:"Contract",document:rt,object:t,about:a,onDone:n})})}var U=p(bt(),1);var O=p(N(),1),xt=14;function St(t){let n=o(),[s,i]=(0,U.useState)(!1),e=()=>i(!1),r=`${n.nameSubstitute}: ${t.name}`;return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)("button",{type:"button",className:"button","aria-label":r,onClick:()=>i(!0),children:n.nameSubstitute}),(0,O.jsx)(z,{title:r,isOpen:s,onClose:e,children:s?(0,O.jsx)(Yt,{...t,close:e}):null})]})}function Yt(t){let n=E(ot,{});return(0,O.jsx)(m,{look:n,children:({staffMembers:s})=>(0,O.jsx)(Ht,{...t,staff:s?.nodes??[]})})}function Ht({client:t,unit:n,staff:s,onDone:i,close:e}){let r=o(),a=P(),[I,L]=(0,U.useState)(""),[w,x]=(0,U.useState)(h()),[Q,Lt]=(0,U.useState)(W(h(),xt)),Y=j(dt),Mt=async M=>{M.preventDefault();let Pt={clientId:t,unitId:n,staffMemberId:I,startsOn:w,endsBefore:Q||null};await Y.run({cover:Pt})&&(a.announce(r.substituteNamed),i(),e())};return(0,O.jsxs)("form",{className:"stack",onSubmit:M=>{Mt(M)},children:[(0,O.jsx)(J,{problems:Y.problems,inputs:{staffMemberId:"cover-who",startsOn:"cover-starts",endsBefore:"cover-ends"}}),(0,O.jsx)(tt,{id:"cover-who",title:r.whoCovers,options:s.map(M=>[M.id,`${M.firstName??""} ${M.lastName}, ${M.title??""}`]),value:I,isRequired:!0,onChange:L}),(0,O.jsx)(H,{id:"cover-starts",title:r.coverStarts,kind:"date",value:w,isRequired:!0,onChange:x}),(0,O.jsx)(H,{id:"cover-ends",title:r.coverEnds,kind:"date",value:Q,onChange:Lt}),(0,O.jsxs)("div",{className:"row",children:[(0,O.jsx)("button",{type:"submit",className:"button first",disabled:Y.isWaiting,children:r.nameSubstitute}),(0,O.jsx)("button",{type:"button",className:"button",onClick:e,children:a.words.cancel})]})]})}var S=p(N(),1);function Dt(){let t=o(),n=E(at,{});return(0,S.jsx)(_,{title:t.ways.cover,lead:t.coverLead,children:(0,S.jsx)(m,{look:n,children:({relationships:s})=>(0,S.jsx)(k,{title:t.caseloads,rows:s?.nodes??[],empty:t.noCaseloads,children:i=>(0,S.jsx)(Kt,{caseload:i,again:n.again},i.id)})})})}function Kt({caseload:t,again:n}){let{whole:s}=T(),i=l("ofType","Relationship"),{client:e,unit:r,responsibleCoach:a}=t,I=`${e?.callName??""} ${e?.lastName??""}`.trim();return(0,S.jsx)(D,{title:I,facts:[[i("responsibleCoach"),a?`${a.firstName} ${a.lastName}`:null],[i("unit"),r?.name],[i("startedOn"),s(t.startedOn)]],actions:e&&r?(0,S.jsx)(St,{client:e.id,unit:r.id,name:I,onDone:n}):null,children:e?(0,S.jsx)(Bt,{client:e,again:n}):null})}function Bt({client:t,again:n}){let s=o(),{whole:i}=T(),e=t.substitutions?.nodes??[];return e.length?(0,S.jsx)("ul",{className:"tasks",children:e.map(r=>{let a=`${r.staffMember?.firstName??""} ${r.staffMember?.lastName??""}`.trim();return(0,S.jsxs)("li",{children:[(0,S.jsxs)("span",{children:[(0,S.jsx)("span",{className:"strong",children:a})," ",s.substitute,","," ",`${i(r.startsOn)}–${r.endsBefore?`${i(r.endsBefore)} (${s.notIncluded})`:""}`]}),(0,S.jsx)(A,{type:"Substitution",document:lt,object:r,about:a,onDone:n})]},r.id)})}):null}var u=p(N(),1);function kt(){let t=o(),n=E(pt,{ennen:h()}),s=E(Tt,{}),i=()=>{n.again(),s.again()};return(0,u.jsxs)(_,{title:t.ways.days,lead:t.daysLead,children:[(0,u.jsx)(m,{look:n,children:e=>(0,u.jsx)(Qt,{data:e})}),(0,u.jsx)(m,{look:s,children:({attendanceMonths:e})=>(0,u.jsx)(k,{title:t.months,rows:e?.nodes??[],empty:t.noMonths,children:r=>(0,u.jsx)($t,{month:r,again:i},r.id)})})]})}function Qt({data:t}){let n=o(),{long:s}=T(),i=t.selvittamatta?.nodes??[];return(0,u.jsxs)(u.Fragment,{children:[(0,u.jsxs)("dl",{className:"figures",children:[(0,u.jsxs)("div",{className:"figure",children:[(0,u.jsx)("dt",{children:n.recordedDays}),(0,u.jsx)("dd",{children:t.kaikki?.totalCount??0})]}),(0,u.jsxs)("div",{className:"figure",children:[(0,u.jsx)("dt",{children:n.unsettled}),(0,u.jsx)("dd",{children:t.selvittamatta?.totalCount??0})]})]}),(0,u.jsxs)("section",{className:"stack","aria-label":n.unsettled,children:[(0,u.jsx)("h2",{children:n.unsettled}),i.length?(0,u.jsx)("ul",{className:"tasks",children:i.map(e=>(0,u.jsxs)("li",{children:[(0,u.jsx)("span",{className:"strong",children:`${e.client?.callName??""} ${e.client?.lastName??""}`}),(0,u.jsx)("span",{className:"quiet",children:s(e.day)})]},e.id))}):(0,u.jsx)("p",{className:"quiet",children:n.noUnsettled})]})]})}function $t({month:t,again:n}){let{language:s}=P(),{moment:i}=T(),e=l("ofType","AttendanceMonth"),a=new Intl.DateTimeFormat(`${s}-FI`,{month:"long",year:"numeric",timeZone:"UTC"}).format(new Date(t.month));return(0,u.jsx)(D,{title:a,state:e(t.state),tone:t.state==="LOCKED"?"":t.state==="CONFIRMED"?"good":"note",facts:[[e("unit"),t.unit?.name],[e("lockedAt"),i(t.lockedAt)]],actions:(0,u.jsx)(A,{type:"AttendanceMonth",document:ut,object:t,about:a,onDone:n})})}var d=p(N(),1);function ft({id:t}){let n=o(),s=E(Et,{id:t});return(0,d.jsxs)(_,{title:n.referral,children:[(0,d.jsx)("p",{children:(0,d.jsxs)(F,{href:"/referrals",children:["← ",n.toReferrals]})}),(0,d.jsx)(m,{look:s,children:({referral:i,referralDuplicates:e})=>i?(0,d.jsx)(jt,{referral:i,again:s.again,isKnown:!!e?.length}):(0,d.jsx)("p",{children:n.noReferral})})]})}function jt({referral:t,again:n,isKnown:s}){let i=o(),e=l("ofType","Referral"),r=`${t.firstNames??""} ${t.lastName??""}`.trim();return(0,d.jsxs)("div",{className:"stack-large",children:[s?(0,d.jsx)("p",{className:"notice warn",children:i.known}):null,(0,d.jsxs)("div",{className:"row apart",children:[(0,d.jsxs)("h2",{children:[r," ",(0,d.jsx)("span",{className:"tag note",children:e(t.state)})]}),(0,d.jsx)(A,{type:"Referral",document:G,object:t,about:r,onDone:n})]}),(0,d.jsx)(qt,{referral:t}),(0,d.jsx)(Xt,{referral:t}),["goals","background"].map(a=>t[a]?(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:e(a)}),(0,d.jsx)("p",{className:"pre text",children:t[a]})]},a):null),(0,d.jsx)(Jt,{referral:t})]})}function qt({referral:t}){let n=o(),{whole:s}=T(),i=l("ofType","Referral"),e=l("ofTerms","municipality");return(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:n.person}),(0,d.jsx)(V,{facts:[[i("dateOfBirth"),s(t.dateOfBirth)],[i("phone"),t.phone],[i("email"),t.email],[i("municipality"),e(t.municipality)]]})]})}function Xt({referral:t}){let n=o(),{whole:s,moment:i,hours:e}=T(),r=l("ofType","Referral"),a=l("ofServices",""),I=l("ofTerms","plan_kind"),L=l("ofChoice","Basis"),w=[[r("agency"),t.agency?.name],[r("official"),t.official?`${t.official.firstName} ${t.official.lastName}`:null],[r("serviceCode"),a(t.serviceCode)],[r("wantedStartOn"),s(t.wantedStartOn)],[r("daysPerWeek"),t.daysPerWeek],[r("minutesPerDay"),t.minutesPerDay?e(t.minutesPerDay):null],[r("basis"),L(t.basis)],[r("consentGivenOn"),s(t.consentGivenOn)],[r("consentValidUntil"),s(t.consentValidUntil)],[r("planKind"),I(t.planKind)],[r("planReference"),t.planReference],[r("payer"),t.payer],[r("receivedAt"),i(t.receivedAt)],[r("dueOn"),s(t.dueOn)],[n.awaited,t.awaitedFiles?.map(x=>x.name).join(", ")]];return(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:n.service}),(0,d.jsx)(V,{facts:w})]})}function Jt({referral:t}){let n=o(),{language:s}=P(),i=t.formAnswers?.nodes??[];return(0,d.jsxs)("section",{className:"stack",children:[(0,d.jsx)("h2",{children:n.answers}),i.length?null:(0,d.jsx)("p",{className:"quiet",children:n.noAnswers}),i.map(e=>(0,d.jsxs)("div",{className:"card",children:[(0,d.jsx)("h3",{children:e.template?{fi:e.template.titleFi,sv:e.template.titleSv,en:e.template.titleEn}[s]:""}),e.sections.map(r=>(0,d.jsx)(V,{facts:r.keys.map(a=>[r[s],Zt(e.answers,a)])},r.name))]},e.id))]})}function Zt(t,n){let s=t&&typeof t=="object"?t[n]:null;return s==null?"":Array.isArray(s)?s.join(", "):String(s)}var g=p(N(),1);function Ct(){let t=o(),n=E(K,{odottavat:["SUBMITTED","RECEIVED","IN_REVIEW","INFO_REQUESTED","INTERVIEW"]}),s=E(K,{odottavat:["ACCEPTED","WAITLISTED"]}),i=E(Nt,{}),e=()=>{for(let r of[n,s,i])r.again()};return(0,g.jsxs)(_,{title:t.ways.referrals,lead:t.referralsLead,children:[(0,g.jsx)(m,{look:i,children:r=>(0,g.jsx)(te,{data:r})}),(0,g.jsx)(It,{look:n,title:t.toAnswer,empty:t.noToAnswer,again:e}),(0,g.jsx)(It,{look:s,title:t.accepted,empty:t.noAccepted,again:e})]})}function It({look:t,title:n,empty:s,again:i}){return(0,g.jsx)(m,{look:t,children:({referrals:e})=>(0,g.jsx)(k,{title:n,rows:e?.nodes??[],empty:s,children:r=>(0,g.jsx)(zt,{referral:r,again:i},r.id)})})}function zt({referral:t,again:n}){let s=o(),{whole:i}=T(),e=l("ofType","Referral"),r=l("ofServices",""),a=`${t.firstNames??""} ${t.lastName??""}`.trim(),I=(t.dueOn??"9999")<h();return(0,g.jsx)(D,{title:a,state:e(t.state),tone:I?"bad":"note",facts:[[e("agency"),t.agency?.name],[e("serviceCode"),r(t.serviceCode)],[e("wantedStartOn"),i(t.wantedStartOn)],[e("dueOn"),t.dueOn?(0,g.jsx)("span",{className:I?"late":"",children:i(t.dueOn)}):null],[s.awaited,t.awaitedFiles?.map(L=>L.name).join(", ")]],actions:(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)(F,{className:"button",href:`/referrals/${t.id}`,"aria-label":`${s.open}: ${a}`,children:s.open}),(0,g.jsx)(A,{type:"Referral",document:G,object:t,about:a,onDone:n})]})})}function te({data:t}){let n=o(),s=t.units?.nodes.reduce((e,r)=>e+(r.capacity??0),0)??0,i=[[n.capacity,s||null],[n.active,t.relationships?.totalCount],[n.acceptedCount,t.accepted?.totalCount],[n.waitingCount,t.waiting?.totalCount]];return(0,g.jsx)("dl",{className:"figures","aria-label":n.room,children:i.map(([e,r])=>r==null?null:(0,g.jsxs)("div",{className:"figure",children:[(0,g.jsx)("dt",{children:e}),(0,g.jsx)("dd",{children:r})]},e))})}var C=p(N(),1);function vt(){let t=o(),n=E(Rt,{});return(0,C.jsx)(_,{title:t.ways.reports,lead:t.reportsLead,children:(0,C.jsx)(m,{look:n,children:({reports:s})=>(0,C.jsx)(k,{title:t.toApprove,rows:s?.nodes??[],empty:t.noReports,children:i=>(0,C.jsx)(ee,{report:i,again:n.again},i.id)})})})}function ee({report:t,again:n}){let{whole:s}=T(),i=l("ofType","Report"),e=l("ofChoice","ReportKind"),r=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim();return(0,C.jsx)(D,{title:r,state:i(t.state),tone:t.state==="APPROVED"?"good":"note",facts:[[i("kind"),e(t.kind)],[i("startsOn"),s(t.startsOn)],[i("endsOn"),s(t.endsOn)]],actions:(0,C.jsx)(A,{type:"Report",document:ct,object:t,about:r,onDone:n}),children:["summary","clientView"].map(a=>t[a]?(0,C.jsxs)("div",{className:"text",children:[(0,C.jsx)("h4",{children:i(a)}),(0,C.jsx)("p",{className:"pre",children:t[a]})]},a):null)})}var y=p(N(),1),ne=14;function ht(){let t=o(),n=E(_t,{asti:W(h(),ne)}),s=E(Ot,{alkaen:Z(h())});return(0,y.jsxs)(_,{title:t.ways.tasks,lead:t.tasksLead,children:[(0,y.jsx)(m,{look:n,children:i=>(0,y.jsx)(et,{title:t.toDo,empty:t.noTasks,tasks:i.tasks.nodes,about:ie})}),(0,y.jsx)(m,{look:s,children:({myWeek:i})=>(0,y.jsx)(se,{events:i.happened.nodes})})]})}function ie({object:t}){return"client"in t&&t.client?`${t.client.callName??""} ${t.client.lastName??""}`:"lastName"in t?t.lastName??"":""}function se({events:t}){let n=o(),{moment:s}=T(),i=l("ofChoice","WeekEventKind");return(0,y.jsxs)("section",{className:"stack","aria-label":n.happened,children:[(0,y.jsx)("h2",{children:n.happened}),t.length?(0,y.jsx)("ul",{className:"tasks",children:t.map((e,r)=>(0,y.jsxs)("li",{children:[(0,y.jsxs)("span",{children:[(0,y.jsx)("span",{className:"strong",children:i(e.kind)})," ",re(e)]}),(0,y.jsx)("span",{className:"quiet",children:s(e.at)})]},r))}):(0,y.jsx)("p",{className:"quiet",children:n.nothingHappened})]})}function re({object:t}){return"client"in t&&t.client?`${t.client.callName??""} ${t.client.lastName??""}`:"lastName"in t?t.lastName??"":""}var R=p(N(),1);function ae(){let{ways:t}=o();return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(X,{ways:[{path:"/",title:t.tasks},{path:"/referrals",title:t.referrals},{path:"/contracts",title:t.contracts},{path:"/days",title:t.days},{path:"/reports",title:t.reports},{path:"/cover",title:t.cover},{path:"/access",title:t.access}]}),(0,R.jsxs)($,{children:[(0,R.jsx)(v,{path:"/",component:ht}),(0,R.jsx)(v,{path:"/referrals",component:Ct}),(0,R.jsx)(v,{path:"/referrals/:id",children:({id:n})=>(0,R.jsx)(ft,{id:n})}),(0,R.jsx)(v,{path:"/contracts",component:yt}),(0,R.jsx)(v,{path:"/days",component:kt}),(0,R.jsx)(v,{path:"/reports",component:vt}),(0,R.jsx)(v,{path:"/cover",component:Dt}),(0,R.jsx)(v,{path:"/access",component:At}),(0,R.jsx)(v,{component:q})]})]})}export{ae as default};
