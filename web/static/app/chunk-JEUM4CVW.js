import{a as G}from"./chunk-KBEECUT2.js";import{a as nt}from"./chunk-7G6OFI7X.js";import{a as y}from"./chunk-Z2IBKZWD.js";import{a as D,b as V,c as f}from"./chunk-UOSB43MS.js";import"./chunk-KQKTZV7K.js";import{a as tt}from"./chunk-QZPXBF3J.js";import{a as Y,b as et}from"./chunk-JLN4D4U3.js";import"./chunk-YLMR2O4F.js";import{a as J,b as h,c as W,d as z,e as T}from"./chunk-22CFPY7X.js";import{a as X}from"./chunk-DEJZYJ37.js";import{u as l}from"./chunk-TXZMCLUQ.js";import{A as Z,C as m,a as Ut,g as v,h as F,i as j,m as g,n as A,w as M,x as E,z as q}from"./chunk-XDQ7CPCZ.js";import{c as N}from"./chunk-OOJM4CTU.js";var c=class extends String{__apiType;value;__meta__;constructor(e,i){super(e),this.value=e,this.__meta__=i}toString(){return this.value}},it=new c(`
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
    `),st=new c(`
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
    `),rt=new c(`
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
    `),at=new c(`
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
    `),ot=new c(`
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
    `),dt=new c(`
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
    `),lt=new c(`
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
    `),Et=new c(`
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
    `),ct=new c(`
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
    `),mt=new c(`
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
    `),Nt=new c(`
    query TasksOfUnit($until: Date!) {
  tasks(until: $until, first: 200) {
    nodes {
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
        ... on AttendanceMonth {
          month
        }
      }
    }
  }
}
    `),pt=new c(`
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
    `),gt=new c(`
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
    `),Tt=new c(`
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
    `),Ot=new c(`
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
    `),Rt=new c(`
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
    `),_t=new c(`
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
    `),At=new c(`
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
    `);var wt={ways:{tasks:"Tehtävät",referrals:"Lähetteet",contracts:"Sopimukset",days:"Päivät ja kuukaudet",reports:"Raportit",cover:"Sijaisuudet",access:"Katselut"},tasksLead:"Mitä yksiköltä odotetaan kahden viikon aikana, kiireellisin ensin.",toDo:"Odottaa",noTasks:"Mikään ei odota.",happened:"Tällä viikolla tapahtui",showHappened:t=>`Näytä ${t} viimeisintä`,nothingHappened:"Tällä viikolla ei ole vielä tapahtunut mitään.",referralsLead:"Lähettävä taho näkee jokaisen päätöksen heti.",toAnswer:"Vastausta odottavat",noToAnswer:"Yksikään lähete ei odota vastausta.",accepted:"Hyväksytyt ja jonossa olevat",noAccepted:"Hyväksyttyjä tai jonossa olevia ei ole.",open:"Avaa lähete",room:"Tilanne",capacity:"Paikkoja",active:"Asiakkaana",acceptedCount:"Hyväksytty",waitingCount:"Jonossa",answerBy:t=>`Vastaa viimeistään ${t}`,awaited:"Odotetaan liitettä",referral:"Lähete",toReferrals:"Takaisin lähetteisiin",person:"Henkilö",service:"Palvelu ja peruste",answers:"Vastaukset kysymyksiin",noAnswers:"Lähetteessä ei ole vastauksia.",known:"Henkilö voi olla jo asiakas. Nimeä oikea asiakas lähetteelle ennen hyväksymistä.",noReferral:"Lähetettä ei ole, tai se ei kuulu yksikköösi.",contractsLead:"Allekirjoita sopimukset ja vahvista ne, jotka kaikki ovat allekirjoittaneet.",toSign:"Odottaa allekirjoituksia",noToSign:"Yksikään sopimus ei odota allekirjoitusta.",signed:"Allekirjoittanut",nobodySigned:"ei vielä kukaan",daysLead:"Kuukausi vahvistetaan, kun jokaiselle päivälle on syy. Lukittuun kuukauteen ei enää kosketa.",recordedDays:"Kirjattu, vahvistamatta",unsettled:"Syy selvittämättä",noUnsettled:"Jokaisen poissaolon syy on selvitetty.",months:"Kuukaudet",noMonths:"Kuukausia ei ole.",reportsLead:"Raportit, joista asiakasta on kuultu. Hyväksytty raportti toimitetaan lähettävälle taholle.",toApprove:"Hyväksyttävät ja toimitettavat",noReports:"Yksikään raportti ei odota.",accessLead:"Jokaisesta katselusta jää merkintä. Nämä pitää selvittää.",anomalies:"Poikkeavat katselut",noAnomalies:"Poikkeavia katseluja ei ole.",emergencies:"Hätäkatselut",noEmergencies:"Tarkastettavia hätäkatseluja ei ole.",looks:t=>t===1?"1 katselu":`${t} katselua`,overThreshold:(t,e)=>`${t}, raja ${e}`,whose:"Kenen tietoja",coverLead:"Kuka valmentaa ketäkin. Sijainen näkee asiakkaan tiedot vain sijaisuuden ajan.",caseloads:"Asiakkuudet",noCaseloads:"Yksikössä ei ole asiakkuuksia.",substitute:"sijaisena",notIncluded:"ei enää sinä päivänä",nameSubstitute:"Määrää sijainen",whoCovers:"Kuka sijaistaa?",coverStarts:"Alkaa",coverEnds:"Päättyy ennen",substituteNamed:"Sijainen on määrätty."},Ft={ways:{tasks:"Uppgifter",referrals:"Remisser",contracts:"Avtal",days:"Dagar och månader",reports:"Rapporter",cover:"Vikariat",access:"Titter"},tasksLead:"Vad enheten väntas göra inom två veckor, det brådskande först.",toDo:"Väntar",noTasks:"Ingenting väntar.",happened:"Hände denna vecka",showHappened:t=>`Visa de ${t} senaste`,nothingHappened:"Ingenting har ännu hänt denna vecka.",referralsLead:"Den som skickade remissen ser varje beslut genast.",toAnswer:"Väntar på svar",noToAnswer:"Ingen remiss väntar på svar.",accepted:"Godkända och i kö",noAccepted:"Inga är godkända eller i kö.",open:"Öppna remissen",room:"Läget",capacity:"Platser",active:"Klienter",acceptedCount:"Godkända",waitingCount:"I kö",answerBy:t=>`Svara senast ${t}`,awaited:"Väntar på bilaga",referral:"Remiss",toReferrals:"Tillbaka till remisserna",person:"Person",service:"Tjänst och grund",answers:"Svar på frågorna",noAnswers:"Remissen har inga svar.",known:"Personen kan redan vara klient. Ange rätt klient på remissen före godkännandet.",noReferral:"Remissen finns inte, eller hör inte till din enhet.",contractsLead:"Skriv under avtalen och bekräfta dem som alla har skrivit under.",toSign:"Väntar på underskrifter",noToSign:"Inget avtal väntar på underskrift.",signed:"Har skrivit under",nobodySigned:"ingen ännu",daysLead:"Månaden bekräftas när varje dag har en orsak. En låst månad rörs inte mera.",recordedDays:"Antecknade, obekräftade",unsettled:"Orsaken outredd",noUnsettled:"Orsaken till varje frånvaro är utredd.",months:"Månader",noMonths:"Det finns inga månader.",reportsLead:"Rapporter om vilka klienten har hörts. En godkänd rapport lämnas till den som skickade remissen.",toApprove:"Att godkänna och lämna",noReports:"Ingen rapport väntar.",accessLead:"Varje titt lämnar ett spår. Dessa måste utredas.",anomalies:"Avvikande titter",noAnomalies:"Det finns inga avvikande titter.",emergencies:"Nödtitter",noEmergencies:"Inga nödtitter att granska.",looks:t=>t===1?"1 titt":`${t} titter`,overThreshold:(t,e)=>`${t}, gräns ${e}`,whose:"Vems uppgifter",coverLead:"Vem som coachar vem. En vikarie ser klientens uppgifter bara under vikariatet.",caseloads:"Klientförhållanden",noCaseloads:"Enheten har inga klientförhållanden.",substitute:"som vikarie",notIncluded:"inte längre den dagen",nameSubstitute:"Utse en vikarie",whoCovers:"Vem vikarierar?",coverStarts:"Börjar",coverEnds:"Slutar före",substituteNamed:"Vikarien är utsedd."},Wt={ways:{tasks:"Tasks",referrals:"Referrals",contracts:"Contracts",days:"Days and months",reports:"Reports",cover:"Cover",access:"Looks"},tasksLead:"What is expected of the unit within two weeks, the most urgent first.",toDo:"Waiting",noTasks:"Nothing waits.",happened:"Happened this week",showHappened:t=>`Show the latest ${t}`,nothingHappened:"Nothing has happened this week yet.",referralsLead:"The agency sees every decision at once.",toAnswer:"Waiting for an answer",noToAnswer:"No referral waits for an answer.",accepted:"Accepted and in the queue",noAccepted:"None is accepted or in the queue.",open:"Open the referral",room:"Room in the unit",capacity:"Places",active:"Clients",acceptedCount:"Accepted",waitingCount:"In the queue",answerBy:t=>`Answer by ${t}`,awaited:"A file is awaited",referral:"Referral",toReferrals:"Back to the referrals",person:"Person",service:"Service and basis",answers:"Answers to the questions",noAnswers:"The referral has no answers.",known:"The person may be a client already. Name the right client on the referral before you accept.",noReferral:"There is no such referral, or it is not of your unit.",contractsLead:"Sign the contracts, and approve those that everybody has signed.",toSign:"Waiting for signatures",noToSign:"No contract waits for a signature.",signed:"Signed by",nobodySigned:"nobody yet",daysLead:"A month is confirmed when every day has a reason. A locked month is not touched again.",recordedDays:"Recorded, not confirmed",unsettled:"Reason not known",noUnsettled:"The reason of every absence is known.",months:"Months",noMonths:"There are no months.",reportsLead:"Reports on which the client was heard. An approved report is delivered to the agency.",toApprove:"To approve and deliver",noReports:"No report waits.",accessLead:"Every look leaves a trace. These must be settled.",anomalies:"Unusual looks",noAnomalies:"There are no unusual looks.",emergencies:"Broken glass",noEmergencies:"No emergency access is to be judged.",looks:t=>t===1?"1 look":`${t} looks`,overThreshold:(t,e)=>`${t}, threshold ${e}`,whose:"Whose data",coverLead:"Who coaches whom. A substitute sees the data of a client for the days of the cover alone.",caseloads:"Clients",noCaseloads:"The unit has no clients.",substitute:"stands in",notIncluded:"no longer on that day",nameSubstitute:"Name a substitute",whoCovers:"Who stands in?",coverStarts:"Starts",coverEnds:"Ends before",substituteNamed:"The substitute is named."};function o(){return{fi:wt,sv:Ft,en:Wt}[M().language]}var k=N(g(),1);function yt(){let t=o(),e=E(Tt,{}),i=E(pt,{});return(0,k.jsxs)(A,{title:t.ways.access,lead:t.accessLead,children:[(0,k.jsx)(m,{look:e,children:({emergencyAccesses:s})=>(0,k.jsx)(f,{title:t.emergencies,rows:s?.nodes??[],empty:t.noEmergencies,children:n=>(0,k.jsx)(Vt,{access:n,again:e.again},n.id)})}),(0,k.jsx)(m,{look:i,children:({anomalies:s})=>(0,k.jsx)(f,{title:t.anomalies,rows:s?.nodes??[],empty:t.noAnomalies,children:n=>(0,k.jsx)(Gt,{anomaly:n,again:i.again},n.id)})})]})}function Vt({access:t,again:e}){let i=o(),{moment:s}=T(),n=l("ofType","EmergencyAccess"),r=Q(t.staffMember);return(0,k.jsx)(D,{title:r,state:n(t.state),tone:t.state==="OPEN"?"bad":"warn",facts:[[i.whose,Q(t.client)],[n("createdAt"),s(t.createdAt)],[n("endsAt"),s(t.endsAt)],[n("reason"),t.reason]],actions:(0,k.jsx)(y,{type:"EmergencyAccess",document:st,object:t,about:r,onDone:e})})}function Gt({anomaly:t,again:e}){let i=o(),{moment:s}=T(),n=l("ofType","Anomaly"),r=l("ofChoice","AnomalyKind"),a=Q(t.staffMember);return(0,k.jsx)(D,{title:a,state:r(t.kind),tone:"warn",facts:[[n("startsAt"),s(t.startsAt)],[n("endsBefore"),s(t.endsBefore)],[n("looks"),i.looks(t.looks)],[n("count"),i.overThreshold(t.count,t.threshold)]],actions:(0,k.jsx)(y,{type:"Anomaly",document:it,object:t,about:a,onDone:e})})}function Q(t){return`${t?.firstName??t?.callName??""} ${t?.lastName??""}`.trim()}var b=N(g(),1);function St(){let t=o(),e=E(rt,{});return(0,b.jsx)(A,{title:t.ways.contracts,lead:t.contractsLead,children:(0,b.jsx)(m,{look:e,children:({contracts:i})=>(0,b.jsx)(f,{title:t.toSign,rows:i?.nodes??[],empty:t.noToSign,children:s=>(0,b.jsx)(Ht,{contract:s,again:e.again},s.id)})})})}function Ht({contract:t,again:e}){let i=o(),{whole:s}=T(),n=l("ofType","Contract"),r=l("ofChoice","SignatureParty"),a=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim(),I=t.signatures?.map(L=>`${r(L.party)}: ${L.name}`).join(", ");return(0,b.jsx)(D,{title:a,state:n(t.state),tone:"note",facts:[[n("startsOn"),s(t.startsOn)],[n("endsOn"),s(t.endsOn)],[n("workplace"),t.workplace?.name],[n("tasks"),t.tasks],[i.signed,I||i.nobodySigned]],actions:(0,b.jsx)(y,{type:"Contract",document:at,object:t,about:a,onDone:e})})}var U=N(Ut(),1);var O=N(g(),1),xt=14;function Dt(t){let e=o(),[i,s]=(0,U.useState)(!1),n=()=>s(!1),r=`${e.nameSubstitute}: ${t.name}`;return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)("button",{type:"button",className:"button","aria-label":r,onClick:()=>s(!0),children:e.nameSubstitute}),(0,O.jsx)(tt,{title:r,isOpen:i,onClose:n,children:i?(0,O.jsx)(Bt,{...t,close:n}):null})]})}function Bt(t){let e=E(dt,{});return(0,O.jsx)(m,{look:e,children:({staffMembers:i})=>(0,O.jsx)(Yt,{...t,staff:i?.nodes??[]})})}function Yt({client:t,unit:e,staff:i,onDone:s,close:n}){let r=o(),a=M(),[I,L]=(0,U.useState)(""),[w,x]=(0,U.useState)(h()),[$,Pt]=(0,U.useState)(W(h(),xt)),B=q(lt),Mt=async P=>{P.preventDefault();let bt={clientId:t,unitId:e,staffMemberId:I,startsOn:w,endsBefore:$||null};await B.run({cover:bt})&&(a.announce(r.substituteNamed),s(),n())};return(0,O.jsxs)("form",{className:"stack",onSubmit:P=>{Mt(P)},children:[(0,O.jsx)(Z,{problems:B.problems,inputs:{staffMemberId:"cover-who",startsOn:"cover-starts",endsBefore:"cover-ends"}}),(0,O.jsx)(et,{id:"cover-who",title:r.whoCovers,options:i.map(P=>[P.id,`${P.firstName??""} ${P.lastName}, ${P.title??""}`]),value:I,isRequired:!0,onChange:L}),(0,O.jsx)(Y,{id:"cover-starts",title:r.coverStarts,kind:"date",value:w,isRequired:!0,onChange:x}),(0,O.jsx)(Y,{id:"cover-ends",title:r.coverEnds,kind:"date",value:$,onChange:Pt}),(0,O.jsxs)("div",{className:"row",children:[(0,O.jsx)("button",{type:"submit",className:"button first",disabled:B.isWaiting,children:r.nameSubstitute}),(0,O.jsx)("button",{type:"button",className:"button",onClick:n,children:a.words.cancel})]})]})}var S=N(g(),1);function ft(){let t=o(),e=E(ot,{});return(0,S.jsx)(A,{title:t.ways.cover,lead:t.coverLead,children:(0,S.jsx)(m,{look:e,children:({relationships:i})=>(0,S.jsx)(f,{title:t.caseloads,rows:i?.nodes??[],empty:t.noCaseloads,children:s=>(0,S.jsx)(Kt,{caseload:s,again:e.again},s.id)})})})}function Kt({caseload:t,again:e}){let{whole:i}=T(),s=l("ofType","Relationship"),{client:n,unit:r,responsibleCoach:a}=t,I=`${n?.callName??""} ${n?.lastName??""}`.trim();return(0,S.jsx)(D,{title:I,facts:[[s("responsibleCoach"),a?`${a.firstName} ${a.lastName}`:null],[s("unit"),r?.name],[s("startedOn"),i(t.startedOn)]],actions:n&&r?(0,S.jsx)(Dt,{client:n.id,unit:r.id,name:I,onDone:e}):null,children:n?(0,S.jsx)(Qt,{client:n,again:e}):null})}function Qt({client:t,again:e}){let i=o(),{whole:s}=T(),n=t.substitutions?.nodes??[];return n.length?(0,S.jsx)("ul",{className:"tasks",children:n.map(r=>{let a=`${r.staffMember?.firstName??""} ${r.staffMember?.lastName??""}`.trim();return(0,S.jsxs)("li",{children:[(0,S.jsxs)("span",{children:[(0,S.jsx)("span",{className:"strong",children:a})," ",i.substitute,","," ",`${s(r.startsOn)}–${r.endsBefore?`${s(r.endsBefore)} (${i.notIncluded})`:""}`]}),(0,S.jsx)(y,{type:"Substitution",document:ut,object:r,about:a,onDone:e})]},r.id)})}):null}var u=N(g(),1);function kt(){let t=o(),e=E(gt,{ennen:h()}),i=E(Rt,{}),s=()=>{e.again(),i.again()};return(0,u.jsxs)(A,{title:t.ways.days,lead:t.daysLead,children:[(0,u.jsx)(m,{look:e,children:n=>(0,u.jsx)($t,{data:n})}),(0,u.jsx)(m,{look:i,children:({attendanceMonths:n})=>(0,u.jsx)(f,{title:t.months,rows:n?.nodes??[],empty:t.noMonths,children:r=>(0,u.jsx)(jt,{month:r,again:s},r.id)})})]})}function $t({data:t}){let e=o(),{long:i}=T(),s=t.selvittamatta?.nodes??[];return(0,u.jsxs)(u.Fragment,{children:[(0,u.jsxs)("dl",{className:"figures",children:[(0,u.jsxs)("div",{className:"figure",children:[(0,u.jsx)("dt",{children:e.recordedDays}),(0,u.jsx)("dd",{children:t.kaikki?.totalCount??0})]}),(0,u.jsxs)("div",{className:"figure",children:[(0,u.jsx)("dt",{children:e.unsettled}),(0,u.jsx)("dd",{children:t.selvittamatta?.totalCount??0})]})]}),(0,u.jsxs)("section",{className:"stack","aria-label":e.unsettled,children:[(0,u.jsx)("h2",{children:e.unsettled}),s.length?(0,u.jsx)("ul",{className:"tasks",children:s.map(n=>(0,u.jsxs)("li",{children:[(0,u.jsx)("span",{className:"strong",children:`${n.client?.callName??""} ${n.client?.lastName??""}`}),(0,u.jsx)("span",{className:"quiet",children:i(n.day)})]},n.id))}):(0,u.jsx)("p",{className:"quiet",children:e.noUnsettled})]})]})}function jt({month:t,again:e}){let{moment:i}=T(),{month:s}=G(),n=l("ofType","AttendanceMonth"),r=s(t.month);return(0,u.jsx)(D,{title:r,state:n(t.state),tone:t.state==="LOCKED"?"":t.state==="CONFIRMED"?"good":"note",facts:[[n("unit"),t.unit?.name],[n("lockedAt"),i(t.lockedAt)]],actions:(0,u.jsx)(y,{type:"AttendanceMonth",document:Et,object:t,about:r,onDone:e})})}var d=N(g(),1);function It({id:t}){let e=o(),i=E(ct,{id:t});return(0,d.jsxs)(A,{title:e.referral,children:[(0,d.jsx)("p",{children:(0,d.jsxs)(F,{href:"/referrals",children:["← ",e.toReferrals]})}),(0,d.jsx)(m,{look:i,children:({referral:s,referralDuplicates:n})=>s?(0,d.jsx)(qt,{referral:s,again:i.again,isKnown:!!n?.length}):(0,d.jsx)("p",{children:e.noReferral})})]})}function qt({referral:t,again:e,isKnown:i}){let s=o(),n=l("ofType","Referral"),r=`${t.firstNames??""} ${t.lastName??""}`.trim();return(0,d.jsxs)("div",{className:"stack-large",children:[i?(0,d.jsx)("p",{className:"notice warn",children:s.known}):null,(0,d.jsxs)("div",{className:"row apart",children:[(0,d.jsxs)("h2",{children:[r," ",(0,d.jsx)("span",{className:"tag note",children:n(t.state)})]}),(0,d.jsx)(y,{type:"Referral",document:H,object:t,about:r,onDone:e})]}),(0,d.jsx)(Xt,{referral:t}),(0,d.jsx)(Jt,{referral:t}),["goals","background"].map(a=>t[a]?(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:n(a)}),(0,d.jsx)("p",{className:"pre text",children:t[a]})]},a):null),(0,d.jsx)(Zt,{referral:t})]})}function Xt({referral:t}){let e=o(),{whole:i}=T(),s=l("ofType","Referral"),n=l("ofTerms","municipality");return(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:e.person}),(0,d.jsx)(V,{facts:[[s("dateOfBirth"),i(t.dateOfBirth)],[s("phone"),t.phone],[s("email"),t.email],[s("municipality"),n(t.municipality)]]})]})}function Jt({referral:t}){let e=o(),{whole:i,moment:s,hours:n}=T(),r=l("ofType","Referral"),a=l("ofServices",""),I=l("ofTerms","plan_kind"),L=l("ofChoice","Basis"),w=[[r("agency"),t.agency?.name],[r("official"),t.official?`${t.official.firstName} ${t.official.lastName}`:null],[r("serviceCode"),a(t.serviceCode)],[r("wantedStartOn"),i(t.wantedStartOn)],[r("daysPerWeek"),t.daysPerWeek],[r("minutesPerDay"),t.minutesPerDay?n(t.minutesPerDay):null],[r("basis"),L(t.basis)],[r("consentGivenOn"),i(t.consentGivenOn)],[r("consentValidUntil"),i(t.consentValidUntil)],[r("planKind"),I(t.planKind)],[r("planReference"),t.planReference],[r("payer"),t.payer],[r("receivedAt"),s(t.receivedAt)],[r("dueOn"),i(t.dueOn)],[e.awaited,t.awaitedFiles?.map(x=>x.name).join(", ")]];return(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:e.service}),(0,d.jsx)(V,{facts:w})]})}function Zt({referral:t}){let e=o(),{language:i}=M(),s=t.formAnswers?.nodes??[];return(0,d.jsxs)("section",{className:"stack",children:[(0,d.jsx)("h2",{children:e.answers}),s.length?null:(0,d.jsx)("p",{className:"quiet",children:e.noAnswers}),s.map(n=>(0,d.jsxs)("div",{className:"card",children:[(0,d.jsx)("h3",{children:n.template?{fi:n.template.titleFi,sv:n.template.titleSv,en:n.template.titleEn}[i]:""}),n.sections.map(r=>(0,d.jsx)(V,{facts:r.keys.map(a=>[r[i],zt(n.answers,a)])},r.name))]},n.id))]})}function zt(t,e){let i=t&&typeof t=="object"?t[e]:null;return i==null?"":Array.isArray(i)?i.join(", "):String(i)}var p=N(g(),1);function vt(){let t=o(),e=E(K,{odottavat:["SUBMITTED","RECEIVED","IN_REVIEW","INFO_REQUESTED","INTERVIEW"]}),i=E(K,{odottavat:["ACCEPTED","WAITLISTED"]}),s=E(Ot,{}),n=()=>{for(let r of[e,i,s])r.again()};return(0,p.jsxs)(A,{title:t.ways.referrals,lead:t.referralsLead,children:[(0,p.jsx)(m,{look:s,children:r=>(0,p.jsx)(ee,{data:r})}),(0,p.jsx)(Ct,{look:e,title:t.toAnswer,empty:t.noToAnswer,again:n}),(0,p.jsx)(Ct,{look:i,title:t.accepted,empty:t.noAccepted,again:n})]})}function Ct({look:t,title:e,empty:i,again:s}){return(0,p.jsx)(m,{look:t,children:({referrals:n})=>(0,p.jsx)(f,{title:e,rows:n?.nodes??[],empty:i,children:r=>(0,p.jsx)(te,{referral:r,again:s},r.id)})})}function te({referral:t,again:e}){let i=o(),{whole:s}=T(),n=l("ofType","Referral"),r=l("ofServices",""),a=`${t.firstNames??""} ${t.lastName??""}`.trim(),I=(t.dueOn??"9999")<h();return(0,p.jsx)(D,{title:a,state:n(t.state),tone:I?"bad":"note",facts:[[n("agency"),t.agency?.name],[n("serviceCode"),r(t.serviceCode)],[n("wantedStartOn"),s(t.wantedStartOn)],[n("dueOn"),t.dueOn?(0,p.jsx)("span",{className:I?"late":"",children:s(t.dueOn)}):null],[i.awaited,t.awaitedFiles?.map(L=>L.name).join(", ")]],actions:(0,p.jsxs)(p.Fragment,{children:[(0,p.jsx)(F,{className:"button",href:`/referrals/${t.id}`,"aria-label":`${i.open}: ${a}`,children:i.open}),(0,p.jsx)(y,{type:"Referral",document:H,object:t,about:a,onDone:e})]})})}function ee({data:t}){let e=o(),i=t.units?.nodes.reduce((n,r)=>n+(r.capacity??0),0)??0,s=[[e.capacity,i||null],[e.active,t.relationships?.totalCount],[e.acceptedCount,t.accepted?.totalCount],[e.waitingCount,t.waiting?.totalCount]];return(0,p.jsx)("dl",{className:"figures","aria-label":e.room,children:s.map(([n,r])=>r==null?null:(0,p.jsxs)("div",{className:"figure",children:[(0,p.jsx)("dt",{children:n}),(0,p.jsx)("dd",{children:r})]},n))})}var C=N(g(),1);function ht(){let t=o(),e=E(At,{});return(0,C.jsx)(A,{title:t.ways.reports,lead:t.reportsLead,children:(0,C.jsx)(m,{look:e,children:({reports:i})=>(0,C.jsx)(f,{title:t.toApprove,rows:i?.nodes??[],empty:t.noReports,children:s=>(0,C.jsx)(ne,{report:s,again:e.again},s.id)})})})}function ne({report:t,again:e}){let{whole:i}=T(),s=l("ofType","Report"),n=l("ofChoice","ReportKind"),r=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim();return(0,C.jsx)(D,{title:r,state:s(t.state),tone:t.state==="APPROVED"?"good":"note",facts:[[s("kind"),n(t.kind)],[s("startsOn"),i(t.startsOn)],[s("endsOn"),i(t.endsOn)]],actions:(0,C.jsx)(y,{type:"Report",document:mt,object:t,about:r,onDone:e}),children:["summary","clientView"].map(a=>t[a]?(0,C.jsxs)("div",{className:"text",children:[(0,C.jsx)("h4",{children:s(a)}),(0,C.jsx)("p",{className:"pre",children:t[a]})]},a):null)})}var R=N(g(),1),ie=14;function Lt(){let t=o(),e=E(Nt,{until:W(h(),ie)}),i=E(_t,{alkaen:z(h())});return(0,R.jsxs)(A,{title:t.ways.tasks,lead:t.tasksLead,children:[(0,R.jsx)(m,{look:e,children:s=>(0,R.jsx)(nt,{title:t.toDo,empty:t.noTasks,tasks:s.tasks.nodes,about:oe,wayTo:re})}),(0,R.jsx)(m,{look:i,children:({myWeek:s})=>(0,R.jsx)(de,{events:s.happened.nodes})})]})}var se=[[/^(REFERRAL_|WAITLIST_)/,"/referrals"],[/^CONTRACT_TO_SIGN$/,"/contracts"],[/^(MONTH_|REASON_|CERTIFICATE_|ABSENCE_)/,"/days"],[/^REPORT_/,"/reports"]];function re(t){return se.find(([e])=>e.test(t))?.[1]}function ae({task:{object:t}}){let{words:e}=M(),{month:i}=G();if("month"in t)return i(t.month);let n={firstNames:"",callName:"",lastName:"",..."client"in t?t.client:t};return`${n.firstNames||n.callName||""} ${n.lastName??""}`.trim()||e.records.nameHidden}function oe(t){return(0,R.jsx)(ae,{task:t})}function de({events:t}){let e=o(),{moment:i}=T(),s=l("ofChoice","WeekEventKind");return(0,R.jsxs)("section",{className:"stack","aria-label":e.happened,children:[(0,R.jsx)("h2",{children:e.happened}),t.length?(0,R.jsxs)("details",{children:[(0,R.jsx)("summary",{children:e.showHappened(t.length)}),(0,R.jsx)("ul",{className:"tasks",children:t.map((n,r)=>(0,R.jsxs)("li",{children:[(0,R.jsxs)("span",{children:[(0,R.jsx)("span",{className:"strong",children:le(n)})," ",s(n.kind)]}),(0,R.jsx)("span",{className:"quiet",children:i(n.at)})]},r))})]}):(0,R.jsx)("p",{className:"quiet",children:e.nothingHappened})]})}function le({object:t}){return"client"in t&&t.client?`${t.client.callName??""} ${t.client.lastName??""}`:"lastName"in t?t.lastName??"":""}var _=N(g(),1);function ue(){let{ways:t}=o();return(0,_.jsxs)(_.Fragment,{children:[(0,_.jsx)(J,{ways:[{path:"/",title:t.tasks},{path:"/referrals",title:t.referrals},{path:"/contracts",title:t.contracts},{path:"/days",title:t.days},{path:"/reports",title:t.reports},{path:"/cover",title:t.cover},{path:"/access",title:t.access}]}),(0,_.jsxs)(j,{children:[(0,_.jsx)(v,{path:"/",component:Lt}),(0,_.jsx)(v,{path:"/referrals",component:vt}),(0,_.jsx)(v,{path:"/referrals/:id",children:({id:e})=>(0,_.jsx)(It,{id:e})}),(0,_.jsx)(v,{path:"/contracts",component:St}),(0,_.jsx)(v,{path:"/days",component:kt}),(0,_.jsx)(v,{path:"/reports",component:ht}),(0,_.jsx)(v,{path:"/cover",component:ft}),(0,_.jsx)(v,{path:"/access",component:yt}),(0,_.jsx)(v,{component:X})]})]})}export{ue as default};
