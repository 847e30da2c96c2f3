import{a as Z}from"./chunk-HBAEI33P.js";import{a as D,b as V,c as f}from"./chunk-OE6OHB5H.js";import{a as G}from"./chunk-6MQDR4VR.js";import{a as W}from"./chunk-AP663PS6.js";import{a as X,c as st}from"./chunk-MTFEQQRV.js";import{a as q}from"./chunk-EN4JNB7S.js";import{a as S}from"./chunk-HICMRVHX.js";import"./chunk-QYLI6SDS.js";import"./chunk-J2KSSCOX.js";import"./chunk-TCJ6NWCV.js";import{a as L,b as z,c as tt,d as p}from"./chunk-WKSCR2AE.js";import{a as et,b as nt}from"./chunk-L2XJAEZ3.js";import"./chunk-JRHPWCY7.js";import{a as B,b as it}from"./chunk-ZILFPOMH.js";import"./chunk-INSDM2A3.js";import"./chunk-FYVAVUYF.js";import{e as v,f as F,g as Q}from"./chunk-VHPSAGOV.js";import{a as Vt,e as N,f as A,j as U,k as T,m as j,o as J,q as u,t as d}from"./chunk-NIB6LP53.js";import"./chunk-5RBZAMFY.js";import{c as g}from"./chunk-OOJM4CTU.js";var c=class extends String{__apiType;value;__meta__;constructor(n,i){super(n),this.value=n,this.__meta__=i}toString(){return this.value}},ue=new c(`
    fragment UnitTask on Task {
  kind
  dueOn
  object {
    id
    ... on Referral {
      lastName
      firstNames
    }
    ... on Contract {
      client {
        callName
        lastName
      }
    }
    ... on Programme {
      client {
        callName
        lastName
      }
    }
    ... on Relationship {
      client {
        callName
        lastName
      }
    }
    ... on Report {
      client {
        callName
        lastName
      }
    }
    ... on Proposal {
      client {
        callName
        lastName
      }
    }
    ... on AbsenceReport {
      client {
        callName
        lastName
      }
    }
    ... on Attendance {
      client {
        callName
        lastName
      }
    }
    ... on Client {
      callName
      lastName
    }
    ... on Representation {
      client {
        callName
        lastName
      }
    }
    ... on EmergencyAccess {
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
    `,{fragmentName:"UnitTask"}),rt=new c(`
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
    `),at=new c(`
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
    `),ot=new c(`
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
    `),lt=new c(`
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
    `),dt=new c(`
    query CaseloadsOfUnit($after: String) {
  relationships(
    filter: {state: {eq: ACTIVE}}
    orderBy: STARTED_ON_DESC
    first: 200
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
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
    `),Et=new c(`
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
    `),ct=new c(`
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
    `),ut=new c(`
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
    `),mt=new c(`
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
    `),H=new c(`
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
    `),gt=new c(`
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
    `),Nt=new c(`
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
    `),Tt=new c(`
    query TasksOfUnit($after: String) {
  tasks(first: 200, after: $after) {
    nodes {
      ...UnitTask
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment UnitTask on Task {
  kind
  dueOn
  object {
    id
    ... on Referral {
      lastName
      firstNames
    }
    ... on Contract {
      client {
        callName
        lastName
      }
    }
    ... on Programme {
      client {
        callName
        lastName
      }
    }
    ... on Relationship {
      client {
        callName
        lastName
      }
    }
    ... on Report {
      client {
        callName
        lastName
      }
    }
    ... on Proposal {
      client {
        callName
        lastName
      }
    }
    ... on AbsenceReport {
      client {
        callName
        lastName
      }
    }
    ... on Attendance {
      client {
        callName
        lastName
      }
    }
    ... on Client {
      callName
      lastName
    }
    ... on Representation {
      client {
        callName
        lastName
      }
    }
    ... on EmergencyAccess {
      client {
        callName
        lastName
      }
    }
    ... on AttendanceMonth {
      month
    }
  }
}`),pt=new c(`
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
    `),Ot=new c(`
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
    `),Rt=new c(`
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
    `),_t=new c(`
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
    `),Y=new c(`
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
    `),At=new c(`
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
    `),St=new c(`
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
    `),yt=new c(`
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
    `);var Gt={ways:{tasks:"Tehtävät",referrals:"Lähetteet",contracts:"Sopimukset",days:"Päivät ja kuukaudet",reports:"Raportit",cover:"Sijaisuudet",access:"Katselut"},tasksLead:"Mitä yksiköltä odotetaan kahden viikon aikana, kiireellisin ensin.",toDo:"Odottaa",noTasks:"Mikään ei odota.",happened:"Tällä viikolla tapahtui",showHappened:t=>`Näytä ${t} viimeisintä`,nothingHappened:"Tällä viikolla ei ole vielä tapahtunut mitään.",referralsLead:"Lähettävä taho näkee jokaisen päätöksen heti.",toAnswer:"Vastausta odottavat",noToAnswer:"Yksikään lähete ei odota vastausta.",accepted:"Hyväksytyt ja jonossa olevat",noAccepted:"Hyväksyttyjä tai jonossa olevia ei ole.",open:"Avaa lähete",room:"Tilanne",capacity:"Paikkoja",active:"Asiakkaana",acceptedCount:"Hyväksytty",waitingCount:"Jonossa",answerBy:t=>`Vastaa viimeistään ${t}`,awaited:"Odotetaan liitettä",referral:"Lähete",toReferrals:"Takaisin lähetteisiin",person:"Henkilö",service:"Palvelu ja peruste",answers:"Vastaukset kysymyksiin",noAnswers:"Lähetteessä ei ole vastauksia.",known:"Henkilö voi olla jo asiakas. Nimeä oikea asiakas lähetteelle ennen hyväksymistä.",noReferral:"Lähetettä ei ole, tai se ei kuulu yksikköösi.",contractsLead:"Allekirjoita sopimukset ja vahvista ne, jotka kaikki ovat allekirjoittaneet.",toSign:"Odottaa allekirjoituksia",noToSign:"Yksikään sopimus ei odota allekirjoitusta.",signed:"Allekirjoittanut",nobodySigned:"ei vielä kukaan",daysLead:"Kuukausi vahvistetaan, kun jokaiselle päivälle on syy. Lukittuun kuukauteen ei enää kosketa.",recordedDays:"Kirjattu, vahvistamatta",unsettled:"Syy selvittämättä",noUnsettled:"Jokaisen poissaolon syy on selvitetty.",months:"Kuukaudet",noMonths:"Kuukausia ei ole.",reportsLead:"Raportit, joista asiakasta on kuultu. Hyväksytty raportti toimitetaan lähettävälle taholle.",toApprove:"Hyväksyttävät ja toimitettavat",noReports:"Yksikään raportti ei odota.",accessLead:"Jokaisesta katselusta jää merkintä. Nämä pitää selvittää.",anomalies:"Poikkeavat katselut",noAnomalies:"Poikkeavia katseluja ei ole.",emergencies:"Hätäkatselut",noEmergencies:"Tarkastettavia hätäkatseluja ei ole.",looks:t=>t===1?"1 katselu":`${t} katselua`,overThreshold:(t,n)=>`${t}, raja ${n}`,whose:"Kenen tietoja",coverLead:"Kuka valmentaa ketäkin. Sijainen näkee asiakkaan tiedot vain sijaisuuden ajan.",caseloads:"Asiakkuudet",noCaseloads:"Yksikössä ei ole asiakkuuksia.",substitute:"sijaisena",notIncluded:"ei enää sinä päivänä",nameSubstitute:"Määrää sijainen",whoCovers:"Kuka sijaistaa?",coverStarts:"Alkaa",coverEnds:"Päättyy ennen",substituteNamed:"Sijainen on määrätty."},Ht={ways:{tasks:"Uppgifter",referrals:"Remisser",contracts:"Avtal",days:"Dagar och månader",reports:"Rapporter",cover:"Vikariat",access:"Visningar"},tasksLead:"Vad enheten väntas göra inom två veckor, det brådskande först.",toDo:"Väntar",noTasks:"Ingenting väntar.",happened:"Hände denna vecka",showHappened:t=>`Visa de ${t} senaste`,nothingHappened:"Ingenting har ännu hänt denna vecka.",referralsLead:"Den som skickade remissen ser varje beslut genast.",toAnswer:"Väntar på svar",noToAnswer:"Ingen remiss väntar på svar.",accepted:"Godkända och i kö",noAccepted:"Inga är godkända eller i kö.",open:"Öppna remissen",room:"Läget",capacity:"Platser",active:"Klienter",acceptedCount:"Godkända",waitingCount:"I kö",answerBy:t=>`Svara senast ${t}`,awaited:"Väntar på bilaga",referral:"Remiss",toReferrals:"Tillbaka till remisserna",person:"Person",service:"Tjänst och grund",answers:"Svar på frågorna",noAnswers:"Remissen har inga svar.",known:"Personen kan redan vara klient. Ange rätt klient på remissen före godkännandet.",noReferral:"Remissen finns inte, eller hör inte till din enhet.",contractsLead:"Skriv under avtalen och bekräfta dem som alla har skrivit under.",toSign:"Väntar på underskrifter",noToSign:"Inget avtal väntar på underskrift.",signed:"Har skrivit under",nobodySigned:"ingen ännu",daysLead:"Månaden bekräftas när varje dag har en orsak. En låst månad rörs inte mera.",recordedDays:"Antecknade, obekräftade",unsettled:"Orsaken outredd",noUnsettled:"Orsaken till varje frånvaro är utredd.",months:"Månader",noMonths:"Det finns inga månader.",reportsLead:"Rapporter om vilka klienten har hörts. En godkänd rapport lämnas till den som skickade remissen.",toApprove:"Att godkänna och lämna",noReports:"Ingen rapport väntar.",accessLead:"Varje visning lämnar ett spår. Dessa måste utredas.",anomalies:"Avvikande visningar",noAnomalies:"Det finns inga avvikande visningar.",emergencies:"Nödåtkomster",noEmergencies:"Inga nödåtkomster att granska.",looks:t=>t===1?"1 visning":`${t} visningar`,overThreshold:(t,n)=>`${t}, gräns ${n}`,whose:"Vems uppgifter",coverLead:"Vem som coachar vem. En vikarie ser klientens uppgifter bara under vikariatet.",caseloads:"Klientförhållanden",noCaseloads:"Enheten har inga klientförhållanden.",substitute:"som vikarie",notIncluded:"inte längre den dagen",nameSubstitute:"Utse en vikarie",whoCovers:"Vem vikarierar?",coverStarts:"Börjar",coverEnds:"Slutar före",substituteNamed:"Vikarien är utsedd."},xt={ways:{tasks:"Tasks",referrals:"Referrals",contracts:"Contracts",days:"Days and months",reports:"Reports",cover:"Cover",access:"Looks"},tasksLead:"What is expected of the unit within two weeks, the most urgent first.",toDo:"Waiting",noTasks:"Nothing waits.",happened:"Happened this week",showHappened:t=>`Show the latest ${t}`,nothingHappened:"Nothing has happened this week yet.",referralsLead:"The agency sees every decision at once.",toAnswer:"Waiting for an answer",noToAnswer:"No referral waits for an answer.",accepted:"Accepted and in the queue",noAccepted:"None is accepted or in the queue.",open:"Open the referral",room:"Room in the unit",capacity:"Places",active:"Clients",acceptedCount:"Accepted",waitingCount:"In the queue",answerBy:t=>`Answer by ${t}`,awaited:"A file is awaited",referral:"Referral",toReferrals:"Back to the referrals",person:"Person",service:"Service and basis",answers:"Answers to the questions",noAnswers:"The referral has no answers.",known:"The person may be a client already. Name the right client on the referral before you accept.",noReferral:"There is no such referral, or it is not of your unit.",contractsLead:"Sign the contracts, and approve those that everybody has signed.",toSign:"Waiting for signatures",noToSign:"No contract waits for a signature.",signed:"Signed by",nobodySigned:"nobody yet",daysLead:"A month is confirmed when every day has a reason. A locked month is not touched again.",recordedDays:"Recorded, not confirmed",unsettled:"Reason not known",noUnsettled:"The reason of every absence is known.",months:"Months",noMonths:"There are no months.",reportsLead:"Reports on which the client was heard. An approved report is delivered to the agency.",toApprove:"To approve and deliver",noReports:"No report waits.",accessLead:"Every look leaves a trace. These must be settled.",anomalies:"Unusual looks",noAnomalies:"There are no unusual looks.",emergencies:"Broken glass",noEmergencies:"No emergency access is to be judged.",looks:t=>t===1?"1 look":`${t} looks`,overThreshold:(t,n)=>`${t}, threshold ${n}`,whose:"Whose data",coverLead:"Who coaches whom. A substitute sees the data of a client for the days of the cover alone.",caseloads:"Clients",noCaseloads:"The unit has no clients.",substitute:"stands in",notIncluded:"no longer on that day",nameSubstitute:"Name a substitute",whoCovers:"Who stands in?",coverStarts:"Starts",coverEnds:"Ends before",substituteNamed:"The substitute is named."};function o(){return{fi:Gt,sv:Ht,en:xt}[U().language]}var I=g(N(),1);function Dt(){let t=o(),n=T(Rt,{}),i=T(pt,{});return(0,I.jsxs)(A,{title:t.ways.access,lead:t.accessLead,children:[(0,I.jsx)(u,{look:n,children:({emergencyAccesses:s})=>(0,I.jsx)(f,{title:t.emergencies,rows:s?.nodes??[],empty:t.noEmergencies,children:e=>(0,I.jsx)(Bt,{access:e,again:n.again},e.id)})}),(0,I.jsx)(u,{look:i,children:({anomalies:s})=>(0,I.jsx)(f,{title:t.anomalies,rows:s?.nodes??[],empty:t.noAnomalies,children:e=>(0,I.jsx)(Yt,{anomaly:e,again:i.again},e.id)})})]})}function Bt({access:t,again:n}){let i=o(),{moment:s}=p(),e=d("ofType","EmergencyAccess"),r=K(t.staffMember);return(0,I.jsx)(D,{title:r,state:e(t.state),tone:t.state==="OPEN"?"bad":"warn",facts:[[i.whose,K(t.client)],[e("createdAt"),s(t.createdAt)],[e("endsAt"),s(t.endsAt)],[e("reason"),t.reason]],actions:(0,I.jsx)(S,{type:"EmergencyAccess",document:at,object:t,about:r,onDone:n})})}function Yt({anomaly:t,again:n}){let i=o(),{moment:s}=p(),e=d("ofType","Anomaly"),r=d("ofChoice","AnomalyKind"),a=K(t.staffMember);return(0,I.jsx)(D,{title:a,state:r(t.kind),tone:"warn",facts:[[e("startsAt"),s(t.startsAt)],[e("endsBefore"),s(t.endsBefore)],[e("looks"),i.looks(t.looks)],[e("count"),i.overThreshold(t.count,t.threshold)]],actions:(0,I.jsx)(S,{type:"Anomaly",document:rt,object:t,about:a,onDone:n})})}function K(t){return`${t?.firstName??t?.callName??""} ${t?.lastName??""}`.trim()}var M=g(N(),1);function ft(){let t=o(),n=T(ot,{});return(0,M.jsx)(A,{title:t.ways.contracts,lead:t.contractsLead,children:(0,M.jsx)(u,{look:n,children:({contracts:i})=>(0,M.jsx)(f,{title:t.toSign,rows:i?.nodes??[],empty:t.noToSign,children:s=>(0,M.jsx)(Kt,{contract:s,again:n.again},s.id)})})})}function Kt({contract:t,again:n}){let i=o(),{whole:s}=p(),e=d("ofType","Contract"),r=d("ofChoice","SignatureParty"),a=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim(),k=t.signatures?.map(h=>`${r(h.party)}: ${h.name}`).join(", ");return(0,M.jsx)(D,{title:a,state:e(t.state),tone:"note",facts:[[e("startsOn"),s(t.startsOn)],[e("endsOn"),s(t.endsOn)],[e("workplace"),t.workplace?.name],[e("tasks"),t.tasks],[i.signed,k||i.nobodySigned]],actions:(0,M.jsx)(S,{type:"Contract",document:lt,object:t,about:a,onDone:n})})}var b=g(Vt(),1);var O=g(N(),1),$t=14;function It(t){let n=o(),[i,s]=(0,b.useState)(!1),e=()=>s(!1),r=`${n.nameSubstitute}: ${t.name}`;return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)("button",{type:"button",className:"button","aria-label":r,onClick:()=>s(!0),children:n.nameSubstitute}),(0,O.jsx)(et,{title:r,isOpen:i,onClose:e,children:i?(0,O.jsx)(Qt,{...t,close:e}):null})]})}function Qt(t){let n=T(Et,{});return(0,O.jsx)(u,{look:n,children:({staffMembers:i})=>(0,O.jsx)(jt,{...t,staff:i?.nodes??[]})})}function jt({client:t,unit:n,staff:i,onDone:s,close:e}){let r=o(),a=U(),[k,h]=(0,b.useState)(""),[w,bt]=(0,b.useState)(L()),[$,wt]=(0,b.useState)(z(L(),$t)),x=j(ct),Ft=async P=>{P.preventDefault();let Wt={clientId:t,unitId:n,staffMemberId:k,startsOn:w,endsBefore:$||null};await x.run({cover:Wt})&&(a.announce(r.substituteNamed),s(),e())};return(0,O.jsxs)("form",{className:"stack",onSubmit:P=>{Ft(P)},children:[(0,O.jsx)(J,{problems:x.problems,inputs:{staffMemberId:"cover-who",startsOn:"cover-starts",endsBefore:"cover-ends"}}),(0,O.jsx)(it,{id:"cover-who",title:r.whoCovers,options:i.map(P=>[P.id,`${P.firstName??""} ${P.lastName}, ${P.title??""}`]),value:k,isRequired:!0,onChange:h}),(0,O.jsx)(B,{id:"cover-starts",title:r.coverStarts,kind:"date",value:w,isRequired:!0,onChange:bt}),(0,O.jsx)(B,{id:"cover-ends",title:r.coverEnds,kind:"date",value:$,onChange:wt}),(0,O.jsxs)("div",{className:"row",children:[(0,O.jsx)("button",{type:"submit",className:"button first",disabled:x.isWaiting,children:r.nameSubstitute}),(0,O.jsx)(nt,{})]})]})}var y=g(N(),1);function kt(){let t=o(),n=W(dt,i=>({after:i}),i=>i.relationships,!0);return(0,y.jsx)(A,{title:t.ways.cover,lead:t.coverLead,children:(0,y.jsx)(u,{look:n,children:i=>(0,y.jsx)(f,{title:t.caseloads,rows:i,empty:t.noCaseloads,children:s=>(0,y.jsx)(qt,{caseload:s,again:n.again},s.id)})})})}function qt({caseload:t,again:n}){let{whole:i}=p(),s=d("ofType","Relationship"),{client:e,unit:r,responsibleCoach:a}=t,k=`${e?.callName??""} ${e?.lastName??""}`.trim();return(0,y.jsx)(D,{title:k,facts:[[s("responsibleCoach"),a?`${a.firstName} ${a.lastName}`:null],[s("unit"),r?.name],[s("startedOn"),i(t.startedOn)]],actions:e&&r?(0,y.jsx)(It,{client:e.id,unit:r.id,name:k,onDone:n}):null,children:e?(0,y.jsx)(Xt,{client:e,again:n}):null})}function Xt({client:t,again:n}){let i=o(),{whole:s}=p(),e=t.substitutions?.nodes??[];return e.length?(0,y.jsx)("ul",{className:"tasks",children:e.map(r=>{let a=`${r.staffMember?.firstName??""} ${r.staffMember?.lastName??""}`.trim();return(0,y.jsxs)("li",{children:[(0,y.jsxs)("span",{children:[(0,y.jsx)("span",{className:"strong",children:a})," ",i.substitute,","," ",`${s(r.startsOn)}–${r.endsBefore?`${s(r.endsBefore)} (${i.notIncluded})`:""}`]}),(0,y.jsx)(S,{type:"Substitution",document:ut,object:r,about:a,onDone:n})]},r.id)})}):null}var E=g(N(),1);function Ct(){let t=o(),n=T(Ot,{ennen:L()}),i=T(At,{}),s=()=>{n.again(),i.again()};return(0,E.jsxs)(A,{title:t.ways.days,lead:t.daysLead,children:[(0,E.jsx)(u,{look:n,children:e=>(0,E.jsx)(Jt,{data:e})}),(0,E.jsx)(u,{look:i,children:({attendanceMonths:e})=>(0,E.jsx)(f,{title:t.months,rows:e?.nodes??[],empty:t.noMonths,children:r=>(0,E.jsx)(Zt,{month:r,again:s},r.id)})})]})}function Jt({data:t}){let n=o(),{long:i}=p(),s=t.selvittamatta?.nodes??[];return(0,E.jsxs)(E.Fragment,{children:[(0,E.jsxs)("dl",{className:"figures",children:[(0,E.jsxs)("div",{className:"figure",children:[(0,E.jsx)("dt",{children:n.recordedDays}),(0,E.jsx)("dd",{children:t.kaikki?.totalCount??0})]}),(0,E.jsxs)("div",{className:"figure",children:[(0,E.jsx)("dt",{children:n.unsettled}),(0,E.jsx)("dd",{children:t.selvittamatta?.totalCount??0})]})]}),(0,E.jsxs)("section",{className:"stack","aria-label":n.unsettled,children:[(0,E.jsx)("h2",{children:n.unsettled}),s.length?(0,E.jsx)("ul",{className:"tasks",children:s.map(e=>(0,E.jsxs)("li",{children:[(0,E.jsx)("span",{className:"strong",children:`${e.client?.callName??""} ${e.client?.lastName??""}`}),(0,E.jsx)("span",{className:"quiet",children:i(e.day)})]},e.id))}):(0,E.jsx)("p",{className:"quiet",children:n.noUnsettled})]})]})}function Zt({month:t,again:n}){let{moment:i}=p(),{month:s}=G(),e=d("ofType","AttendanceMonth"),r=s(t.month);return(0,E.jsx)(D,{title:r,state:e(t.state),tone:t.state==="LOCKED"?"":t.state==="CONFIRMED"?"good":"note",facts:[[e("unit"),t.unit?.name],[e("lockedAt"),i(t.lockedAt)]],actions:(0,E.jsx)(S,{type:"AttendanceMonth",document:mt,object:t,about:r,onDone:n})})}var l=g(N(),1);function vt({id:t}){let n=o(),i=T(gt,{id:t});return(0,l.jsxs)(A,{title:n.referral,children:[(0,l.jsx)("p",{children:(0,l.jsxs)(F,{href:"/referrals",children:["← ",n.toReferrals]})}),(0,l.jsx)(u,{look:i,children:({referral:s,referralDuplicates:e})=>s?(0,l.jsx)(zt,{referral:s,again:i.again,isKnown:!!e?.length}):(0,l.jsx)("p",{children:n.noReferral})})]})}function zt({referral:t,again:n,isKnown:i}){let s=o(),e=d("ofType","Referral"),r=`${t.firstNames??""} ${t.lastName??""}`.trim();return(0,l.jsxs)("div",{className:"stack-large",children:[i?(0,l.jsx)("p",{className:"notice warn",children:s.known}):null,(0,l.jsxs)("div",{className:"row apart",children:[(0,l.jsxs)("h2",{children:[r," ",(0,l.jsx)("span",{className:"tag note",children:e(t.state)})]}),(0,l.jsx)(S,{type:"Referral",document:H,object:t,about:r,onDone:n})]}),(0,l.jsx)(te,{referral:t}),(0,l.jsx)(ee,{referral:t}),["goals","background"].map(a=>t[a]?(0,l.jsxs)("section",{className:"card",children:[(0,l.jsx)("h2",{children:e(a)}),(0,l.jsx)("p",{className:"pre text",children:t[a]})]},a):null),(0,l.jsx)(ne,{referral:t})]})}function te({referral:t}){let n=o(),{whole:i}=p(),s=d("ofType","Referral"),e=d("ofTerms","municipality");return(0,l.jsxs)("section",{className:"card",children:[(0,l.jsx)("h2",{children:n.person}),(0,l.jsx)(V,{facts:[[s("dateOfBirth"),i(t.dateOfBirth)],[s("phone"),t.phone],[s("email"),t.email],[s("municipality"),e(t.municipality)]]})]})}function ee({referral:t}){let n=o(),{whole:i,moment:s}=p(),e=d("ofType","Referral"),r=d("ofServices",""),a=d("ofTerms","plan_kind"),k=d("ofChoice","Basis"),h=[[e("agency"),t.agency?.name],[e("official"),t.official?`${t.official.firstName} ${t.official.lastName}`:null],[e("serviceCode"),r(t.serviceCode)],[e("wantedStartOn"),i(t.wantedStartOn)],[e("daysPerWeek"),t.daysPerWeek],[e("minutesPerDay"),t.minutesPerDay],[e("basis"),k(t.basis)],[e("consentGivenOn"),i(t.consentGivenOn)],[e("consentValidUntil"),i(t.consentValidUntil)],[e("planKind"),a(t.planKind)],[e("planReference"),t.planReference],[e("payer"),t.payer],[e("receivedAt"),s(t.receivedAt)],[e("dueOn"),i(t.dueOn)],[n.awaited,t.awaitedFiles?.map(w=>w.name).join(", ")]];return(0,l.jsxs)("section",{className:"card",children:[(0,l.jsx)("h2",{children:n.service}),(0,l.jsx)(V,{facts:h})]})}function ne({referral:t}){let n=o(),{language:i}=U(),s=t.formAnswers?.nodes??[];return(0,l.jsxs)("section",{className:"stack",children:[(0,l.jsx)("h2",{children:n.answers}),s.length?null:(0,l.jsx)("p",{className:"quiet",children:n.noAnswers}),s.map(e=>(0,l.jsxs)("div",{className:"card",children:[(0,l.jsx)("h3",{children:e.template?{fi:e.template.titleFi,sv:e.template.titleSv,en:e.template.titleEn}[i]:""}),e.sections.map(r=>(0,l.jsx)(V,{facts:r.keys.map(a=>[r[i],ie(e.answers,a)])},r.name))]},e.id))]})}function ie(t,n){let i=t&&typeof t=="object"?t[n]:null;return i==null?"":Array.isArray(i)?i.join(", "):String(i)}var m=g(N(),1);function ht(){let t=o(),n=T(Y,{odottavat:["SUBMITTED","RECEIVED","IN_REVIEW","INFO_REQUESTED","INTERVIEW"]}),i=T(Y,{odottavat:["ACCEPTED","WAITLISTED"]}),s=T(_t,{}),e=()=>{for(let r of[n,i,s])r.again()};return(0,m.jsxs)(A,{title:t.ways.referrals,lead:t.referralsLead,children:[(0,m.jsx)(Z,{types:["Referral"],show:e}),(0,m.jsx)(u,{look:s,children:r=>(0,m.jsx)(re,{data:r})}),(0,m.jsx)(Lt,{look:n,title:t.toAnswer,empty:t.noToAnswer,again:e}),(0,m.jsx)(Lt,{look:i,title:t.accepted,empty:t.noAccepted,again:e})]})}function Lt({look:t,title:n,empty:i,again:s}){return(0,m.jsx)(u,{look:t,children:({referrals:e})=>(0,m.jsx)(f,{title:n,rows:e?.nodes??[],empty:i,children:r=>(0,m.jsx)(se,{referral:r,again:s},r.id)})})}function se({referral:t,again:n}){let i=o(),{whole:s}=p(),e=d("ofType","Referral"),r=d("ofServices",""),a=`${t.firstNames??""} ${t.lastName??""}`.trim(),k=(t.dueOn??"9999")<L();return(0,m.jsx)(D,{title:a,state:e(t.state),tone:k?"bad":"note",facts:[[e("agency"),t.agency?.name],[e("serviceCode"),r(t.serviceCode)],[e("wantedStartOn"),s(t.wantedStartOn)],[e("dueOn"),t.dueOn?(0,m.jsx)("span",{className:k?"late":"",children:s(t.dueOn)}):null],[i.awaited,t.awaitedFiles?.map(h=>h.name).join(", ")]],actions:(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)(F,{className:"button",href:`/referrals/${t.id}`,"aria-label":`${i.open}: ${a}`,children:i.open}),(0,m.jsx)(S,{type:"Referral",document:H,object:t,about:a,onDone:n})]})})}function re({data:t}){let n=o(),i=t.units?.nodes.reduce((e,r)=>e+(r.capacity??0),0)??0,s=[[n.capacity,i||null],[n.active,t.relationships?.totalCount],[n.acceptedCount,t.accepted?.totalCount],[n.waitingCount,t.waiting?.totalCount]];return(0,m.jsx)("dl",{className:"figures","aria-label":n.room,children:s.map(([e,r])=>r==null?null:(0,m.jsxs)("div",{className:"figure",children:[(0,m.jsx)("dt",{children:e}),(0,m.jsx)("dd",{children:r})]},e))})}var C=g(N(),1);function Pt(){let t=o(),n=T(yt,{});return(0,C.jsx)(A,{title:t.ways.reports,lead:t.reportsLead,children:(0,C.jsx)(u,{look:n,children:({reports:i})=>(0,C.jsx)(f,{title:t.toApprove,rows:i?.nodes??[],empty:t.noReports,children:s=>(0,C.jsx)(ae,{report:s,again:n.again},s.id)})})})}function ae({report:t,again:n}){let{whole:i}=p(),s=d("ofType","Report"),e=d("ofChoice","ReportKind"),r=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim();return(0,C.jsx)(D,{title:r,state:s(t.state),tone:t.state==="APPROVED"?"good":"note",facts:[[s("kind"),e(t.kind)],[s("startsOn"),i(t.startsOn)],[s("endsOn"),i(t.endsOn)]],actions:(0,C.jsx)(S,{type:"Report",document:Nt,object:t,about:r,onDone:n}),children:["summary","clientView"].map(a=>t[a]?(0,C.jsxs)("div",{className:"text",children:[(0,C.jsx)("h4",{children:s(a)}),(0,C.jsx)("p",{className:"pre",children:t[a]})]},a):null)})}var Ut={REFERRAL_DUE:"/referrals/:id",WAITLIST_ENDS:"/referrals/:id",REFERRAL_TO_START:"/referrals/:id",CONTRACT_TO_SIGN:"/contracts",MONTH_TO_CLOSE:"/days",REPORT_TO_APPROVE:"/reports",REPORT_TO_DELIVER:"/reports",CONTRACT_ENDS:"~/desk/content/Contract/:id",PROGRAMME_REVIEW:"~/desk/content/Programme/:id",NO_CONTACT:"~/desk/content/Relationship/:id",SAFETY_REVIEW:"~/desk/content/Client/:id",ABSENCE_REPORT_DUE:"~/desk/content/AbsenceReport/:id",ABSENCE_UNREPORTED:"~/desk/content/Contract/:id",REASON_OVERDUE:"~/desk/content/Attendance/:id",CERTIFICATE_MISSING:"~/desk/content/Attendance/:id",ABSENCE_TOO_LONG:"~/desk/content/Attendance/:id",PROPOSAL_TO_EXPLAIN:"~/desk/content/Proposal/:id",PROPOSAL_TO_CARRY_OUT:"~/desk/content/Proposal/:id"};var R=g(N(),1);function Mt(){let t=o(),i=W(Tt,e=>({after:e}),({tasks:e})=>e,!0),s=T(St,{alkaen:tt(L())});return(0,R.jsxs)(A,{title:t.ways.tasks,lead:t.tasksLead,children:[(0,R.jsx)(u,{look:i,children:e=>(0,R.jsx)(st,{title:t.toDo,empty:t.noTasks,tasks:e,about:le,ways:Ut})}),(0,R.jsx)(u,{look:s,children:({myWeek:e})=>(0,R.jsx)(de,{events:e.happened.nodes})})]})}function oe({task:{kind:t,object:n}}){let{words:i}=U(),{month:s}=G(),e=d("ofChoice","TaskKind");if("month"in n)return s(n.month);if(!("client"in n||"lastName"in n))return e(t);let a={firstNames:"",callName:"",lastName:"",..."client"in n?n.client:n};return`${a.firstNames||a.callName||""} ${a.lastName??""}`.trim()||i.records.nameHidden}function le(t){return(0,R.jsx)(oe,{task:t})}function de({events:t}){let n=o(),{moment:i}=p(),s=d("ofChoice","WeekEventKind");return(0,R.jsxs)("section",{className:"stack","aria-label":n.happened,children:[(0,R.jsx)("h2",{children:n.happened}),t.length?(0,R.jsxs)("details",{children:[(0,R.jsx)("summary",{children:n.showHappened(t.length)}),(0,R.jsx)("ul",{className:"tasks",children:t.map((e,r)=>(0,R.jsxs)("li",{children:[(0,R.jsxs)("span",{children:[(0,R.jsx)("span",{className:"strong",children:Ee(e)})," ",s(e.kind)]}),(0,R.jsx)("span",{className:"quiet",children:i(e.at)})]},r))})]}):(0,R.jsx)("p",{className:"quiet",children:n.nothingHappened})]})}function Ee({object:t}){return"client"in t&&t.client?`${t.client.callName??""} ${t.client.lastName??""}`:"lastName"in t?t.lastName??"":""}var _=g(N(),1);function ce(){let{ways:t}=o();return(0,_.jsxs)(_.Fragment,{children:[(0,_.jsx)(X,{ways:[{path:"/",title:t.tasks},{path:"/referrals",title:t.referrals},{path:"/contracts",title:t.contracts},{path:"/days",title:t.days},{path:"/reports",title:t.reports},{path:"/cover",title:t.cover},{path:"/access",title:t.access}]}),(0,_.jsxs)(Q,{children:[(0,_.jsx)(v,{path:"/",component:Mt}),(0,_.jsx)(v,{path:"/referrals",component:ht}),(0,_.jsx)(v,{path:"/referrals/:id",children:({id:n})=>(0,_.jsx)(vt,{id:n})}),(0,_.jsx)(v,{path:"/contracts",component:ft}),(0,_.jsx)(v,{path:"/days",component:Ct}),(0,_.jsx)(v,{path:"/reports",component:Pt}),(0,_.jsx)(v,{path:"/cover",component:kt}),(0,_.jsx)(v,{path:"/access",component:Dt}),(0,_.jsx)(v,{component:q})]})]})}export{ce as default};
