import{a as H}from"./chunk-G4VHFBVU.js";import{a as nt}from"./chunk-E56CPAIO.js";import{a as D}from"./chunk-3GXTSCAV.js";import{a as k,b as G,c as I}from"./chunk-N55Q5TJJ.js";import"./chunk-SK2OQOZY.js";import{a as tt}from"./chunk-3MDIKG7R.js";import{a as B,b as et}from"./chunk-HFGTDZ62.js";import"./chunk-HAREG2RH.js";import{a as J,b as P,c as V,d as z,e as T}from"./chunk-N6QKY6LK.js";import{a as X}from"./chunk-H2ZOWXED.js";import{w as l}from"./chunk-4U2WTZIJ.js";import{a as Ut,f as L,g as W,h as j,l as g,m as y,o as _,p as E,r as q,s as Z,u as m}from"./chunk-APBTJ5QG.js";import{b as N}from"./chunk-SQE76S5B.js";var c=class extends String{__apiType;value;__meta__;constructor(e,s){super(e),this.value=e,this.__meta__=s}toString(){return this.value}},it=new c(`
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
    `),x=new c(`
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
    `),Q=new c(`
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
    `);var wt={ways:{tasks:"Tehtävät",referrals:"Lähetteet",contracts:"Sopimukset",days:"Päivät ja kuukaudet",reports:"Raportit",cover:"Sijaisuudet",access:"Katselut"},tasksLead:"Mitä yksiköltä odotetaan kahden viikon aikana, kiireellisin ensin.",toDo:"Odottaa",noTasks:"Mikään ei odota.",happened:"Tällä viikolla tapahtui",showHappened:t=>`Näytä ${t} viimeisintä`,nothingHappened:"Tällä viikolla ei ole vielä tapahtunut mitään.",referralsLead:"Lähettävä taho näkee jokaisen päätöksen heti.",toAnswer:"Vastausta odottavat",noToAnswer:"Yksikään lähete ei odota vastausta.",accepted:"Hyväksytyt ja jonossa olevat",noAccepted:"Hyväksyttyjä tai jonossa olevia ei ole.",open:"Avaa lähete",room:"Tilanne",capacity:"Paikkoja",active:"Asiakkaana",acceptedCount:"Hyväksytty",waitingCount:"Jonossa",answerBy:t=>`Vastaa viimeistään ${t}`,awaited:"Odotetaan liitettä",referral:"Lähete",toReferrals:"Takaisin lähetteisiin",person:"Henkilö",service:"Palvelu ja peruste",answers:"Vastaukset kysymyksiin",noAnswers:"Lähetteessä ei ole vastauksia.",known:"Henkilö voi olla jo asiakas. Nimeä oikea asiakas lähetteelle ennen hyväksymistä.",noReferral:"Lähetettä ei ole, tai se ei kuulu yksikköösi.",contractsLead:"Allekirjoita sopimukset ja vahvista ne, jotka kaikki ovat allekirjoittaneet.",toSign:"Odottaa allekirjoituksia",noToSign:"Yksikään sopimus ei odota allekirjoitusta.",signed:"Allekirjoittanut",nobodySigned:"ei vielä kukaan",daysLead:"Kuukausi vahvistetaan, kun jokaiselle päivälle on syy. Lukittuun kuukauteen ei enää kosketa.",recordedDays:"Kirjattu, vahvistamatta",unsettled:"Syy selvittämättä",noUnsettled:"Jokaisen poissaolon syy on selvitetty.",months:"Kuukaudet",noMonths:"Kuukausia ei ole.",reportsLead:"Raportit, joista asiakasta on kuultu. Hyväksytty raportti toimitetaan lähettävälle taholle.",toApprove:"Hyväksyttävät ja toimitettavat",noReports:"Yksikään raportti ei odota.",accessLead:"Jokaisesta katselusta jää merkintä. Nämä pitää selvittää.",anomalies:"Poikkeavat katselut",noAnomalies:"Poikkeavia katseluja ei ole.",emergencies:"Hätäkatselut",noEmergencies:"Tarkastettavia hätäkatseluja ei ole.",looks:t=>t===1?"1 katselu":`${t} katselua`,overThreshold:(t,e)=>`${t}, raja ${e}`,whose:"Kenen tietoja",coverLead:"Kuka valmentaa ketäkin. Sijainen näkee asiakkaan tiedot vain sijaisuuden ajan.",caseloads:"Asiakkuudet",noCaseloads:"Yksikössä ei ole asiakkuuksia.",substitute:"sijaisena",notIncluded:"ei enää sinä päivänä",nameSubstitute:"Määrää sijainen",whoCovers:"Kuka sijaistaa?",coverStarts:"Alkaa",coverEnds:"Päättyy ennen",substituteNamed:"Sijainen on määrätty."},Ft={ways:{tasks:"Uppgifter",referrals:"Remisser",contracts:"Avtal",days:"Dagar och månader",reports:"Rapporter",cover:"Vikariat",access:"Titter"},tasksLead:"Vad enheten väntas göra inom två veckor, det brådskande först.",toDo:"Väntar",noTasks:"Ingenting väntar.",happened:"Hände denna vecka",showHappened:t=>`Visa de ${t} senaste`,nothingHappened:"Ingenting har ännu hänt denna vecka.",referralsLead:"Den som skickade remissen ser varje beslut genast.",toAnswer:"Väntar på svar",noToAnswer:"Ingen remiss väntar på svar.",accepted:"Godkända och i kö",noAccepted:"Inga är godkända eller i kö.",open:"Öppna remissen",room:"Läget",capacity:"Platser",active:"Klienter",acceptedCount:"Godkända",waitingCount:"I kö",answerBy:t=>`Svara senast ${t}`,awaited:"Väntar på bilaga",referral:"Remiss",toReferrals:"Tillbaka till remisserna",person:"Person",service:"Tjänst och grund",answers:"Svar på frågorna",noAnswers:"Remissen har inga svar.",known:"Personen kan redan vara klient. Ange rätt klient på remissen före godkännandet.",noReferral:"Remissen finns inte, eller hör inte till din enhet.",contractsLead:"Skriv under avtalen och bekräfta dem som alla har skrivit under.",toSign:"Väntar på underskrifter",noToSign:"Inget avtal väntar på underskrift.",signed:"Har skrivit under",nobodySigned:"ingen ännu",daysLead:"Månaden bekräftas när varje dag har en orsak. En låst månad rörs inte mera.",recordedDays:"Antecknade, obekräftade",unsettled:"Orsaken outredd",noUnsettled:"Orsaken till varje frånvaro är utredd.",months:"Månader",noMonths:"Det finns inga månader.",reportsLead:"Rapporter om vilka klienten har hörts. En godkänd rapport lämnas till den som skickade remissen.",toApprove:"Att godkänna och lämna",noReports:"Ingen rapport väntar.",accessLead:"Varje titt lämnar ett spår. Dessa måste utredas.",anomalies:"Avvikande titter",noAnomalies:"Det finns inga avvikande titter.",emergencies:"Nödtitter",noEmergencies:"Inga nödtitter att granska.",looks:t=>t===1?"1 titt":`${t} titter`,overThreshold:(t,e)=>`${t}, gräns ${e}`,whose:"Vems uppgifter",coverLead:"Vem som coachar vem. En vikarie ser klientens uppgifter bara under vikariatet.",caseloads:"Klientförhållanden",noCaseloads:"Enheten har inga klientförhållanden.",substitute:"som vikarie",notIncluded:"inte längre den dagen",nameSubstitute:"Utse en vikarie",whoCovers:"Vem vikarierar?",coverStarts:"Börjar",coverEnds:"Slutar före",substituteNamed:"Vikarien är utsedd."},Wt={ways:{tasks:"Tasks",referrals:"Referrals",contracts:"Contracts",days:"Days and months",reports:"Reports",cover:"Cover",access:"Looks"},tasksLead:"What is expected of the unit within two weeks, the most urgent first.",toDo:"Waiting",noTasks:"Nothing waits.",happened:"Happened this week",showHappened:t=>`Show the latest ${t}`,nothingHappened:"Nothing has happened this week yet.",referralsLead:"The agency sees every decision at once.",toAnswer:"Waiting for an answer",noToAnswer:"No referral waits for an answer.",accepted:"Accepted and in the queue",noAccepted:"None is accepted or in the queue.",open:"Open the referral",room:"Room in the unit",capacity:"Places",active:"Clients",acceptedCount:"Accepted",waitingCount:"In the queue",answerBy:t=>`Answer by ${t}`,awaited:"A file is awaited",referral:"Referral",toReferrals:"Back to the referrals",person:"Person",service:"Service and basis",answers:"Answers to the questions",noAnswers:"The referral has no answers.",known:"The person may be a client already. Name the right client on the referral before you accept.",noReferral:"There is no such referral, or it is not of your unit.",contractsLead:"Sign the contracts, and approve those that everybody has signed.",toSign:"Waiting for signatures",noToSign:"No contract waits for a signature.",signed:"Signed by",nobodySigned:"nobody yet",daysLead:"A month is confirmed when every day has a reason. A locked month is not touched again.",recordedDays:"Recorded, not confirmed",unsettled:"Reason not known",noUnsettled:"The reason of every absence is known.",months:"Months",noMonths:"There are no months.",reportsLead:"Reports on which the client was heard. An approved report is delivered to the agency.",toApprove:"To approve and deliver",noReports:"No report waits.",accessLead:"Every look leaves a trace. These must be settled.",anomalies:"Unusual looks",noAnomalies:"There are no unusual looks.",emergencies:"Broken glass",noEmergencies:"No emergency access is to be judged.",looks:t=>t===1?"1 look":`${t} looks`,overThreshold:(t,e)=>`${t}, threshold ${e}`,whose:"Whose data",coverLead:"Who coaches whom. A substitute sees the data of a client for the days of the cover alone.",caseloads:"Clients",noCaseloads:"The unit has no clients.",substitute:"stands in",notIncluded:"no longer on that day",nameSubstitute:"Name a substitute",whoCovers:"Who stands in?",coverStarts:"Starts",coverEnds:"Ends before",substituteNamed:"The substitute is named."};function o(){return{fi:wt,sv:Ft,en:Wt}[_().language]}var C=N(g(),1);function yt(){let t=o(),e=E(Tt,{}),s=E(pt,{});return(0,C.jsxs)(y,{title:t.ways.access,lead:t.accessLead,children:[(0,C.jsx)(m,{look:e,children:({emergencyAccesses:n})=>(0,C.jsx)(I,{title:t.emergencies,rows:n?.nodes??[],empty:t.noEmergencies,children:i=>(0,C.jsx)(Vt,{access:i,again:e.again},i.id)})}),(0,C.jsx)(m,{look:s,children:({anomalies:n})=>(0,C.jsx)(I,{title:t.anomalies,rows:n?.nodes??[],empty:t.noAnomalies,children:i=>(0,C.jsx)(Gt,{anomaly:i,again:s.again},i.id)})})]})}function Vt({access:t,again:e}){let s=o(),{moment:n}=T(),i=l("ofType","EmergencyAccess"),r=$(t.staffMember);return(0,C.jsx)(k,{title:r,state:i(t.state),tone:t.state==="OPEN"?"bad":"warn",facts:[[s.whose,$(t.client)],[i("createdAt"),n(t.createdAt)],[i("endsAt"),n(t.endsAt)],[i("reason"),t.reason]],actions:(0,C.jsx)(D,{type:"EmergencyAccess",document:st,object:t,about:r,onDone:e})})}function Gt({anomaly:t,again:e}){let s=o(),{moment:n}=T(),i=l("ofType","Anomaly"),r=l("ofChoice","AnomalyKind"),a=$(t.staffMember);return(0,C.jsx)(k,{title:a,state:r(t.kind),tone:"warn",facts:[[i("startsAt"),n(t.startsAt)],[i("endsBefore"),n(t.endsBefore)],[i("looks"),s.looks(t.looks)],[i("count"),s.overThreshold(t.count,t.threshold)]],actions:(0,C.jsx)(D,{type:"Anomaly",document:it,object:t,about:a,onDone:e})})}function $(t){return`${t?.firstName??t?.callName??""} ${t?.lastName??""}`.trim()}var U=N(g(),1);function St(){let t=o(),e=E(rt,{});return(0,U.jsx)(y,{title:t.ways.contracts,lead:t.contractsLead,children:(0,U.jsx)(m,{look:e,children:({contracts:s})=>(0,U.jsx)(I,{title:t.toSign,rows:s?.nodes??[],empty:t.noToSign,children:n=>(0,U.jsx)(Ht,{contract:n,again:e.again},n.id)})})})}function Ht({contract:t,again:e}){let{relations:s}=_().words.records,n=o(),{whole:i}=T(),r=l("ofType","Contract"),a=l("ofChoice","SignatureParty"),S=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim(),v=t.signatures?.map(M=>`${a(M.party)}: ${M.name}`).join(", ");return(0,U.jsx)(k,{title:S,state:r(t.state),tone:"note",facts:[[r("startsOn"),i(t.startsOn)],[r("endsOn"),i(t.endsOn)],[s.workplace,t.workplace?.name],[r("tasks"),t.tasks],[n.signed,v||n.nobodySigned]],actions:(0,U.jsx)(D,{type:"Contract",document:at,object:t,about:S,onDone:e})})}var w=N(Ut(),1);var O=N(g(),1),xt=14;function Dt(t){let e=o(),[s,n]=(0,w.useState)(!1),i=()=>n(!1),r=`${e.nameSubstitute}: ${t.name}`;return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)("button",{type:"button",className:"button","aria-label":r,onClick:()=>n(!0),children:e.nameSubstitute}),(0,O.jsx)(tt,{title:r,isOpen:s,onClose:i,children:s?(0,O.jsx)(Kt,{...t,close:i}):null})]})}function Kt(t){let e=E(dt,{});return(0,O.jsx)(m,{look:e,children:({staffMembers:s})=>(0,O.jsx)(Yt,{...t,staff:s?.nodes??[]})})}function Yt({client:t,unit:e,staff:s,onDone:n,close:i}){let r=o(),a=_(),[S,v]=(0,w.useState)(""),[M,K]=(0,w.useState)(P()),[F,Pt]=(0,w.useState)(V(P(),xt)),Y=q(lt),Mt=async b=>{b.preventDefault();let bt={clientId:t,unitId:e,staffMemberId:S,startsOn:M,endsBefore:F||null};await Y.run({cover:bt})&&(a.announce(r.substituteNamed),n(),i())};return(0,O.jsxs)("form",{className:"stack",onSubmit:b=>{Mt(b)},children:[(0,O.jsx)(Z,{problems:Y.problems,inputs:{staffMemberId:"cover-who",startsOn:"cover-starts",endsBefore:"cover-ends"}}),(0,O.jsx)(et,{id:"cover-who",title:r.whoCovers,options:s.map(b=>[b.id,`${b.firstName??""} ${b.lastName}, ${b.title??""}`]),value:S,isRequired:!0,onChange:v}),(0,O.jsx)(B,{id:"cover-starts",title:r.coverStarts,kind:"date",value:M,isRequired:!0,onChange:K}),(0,O.jsx)(B,{id:"cover-ends",title:r.coverEnds,kind:"date",value:F,onChange:Pt}),(0,O.jsxs)("div",{className:"row",children:[(0,O.jsx)("button",{type:"submit",className:"button first",disabled:Y.isWaiting,children:r.nameSubstitute}),(0,O.jsx)("button",{type:"button",className:"button",onClick:i,children:a.words.cancel})]})]})}var f=N(g(),1);function ft(){let t=o(),e=E(ot,{});return(0,f.jsx)(y,{title:t.ways.cover,lead:t.coverLead,children:(0,f.jsx)(m,{look:e,children:({relationships:s})=>(0,f.jsx)(I,{title:t.caseloads,rows:s?.nodes??[],empty:t.noCaseloads,children:n=>(0,f.jsx)(Bt,{caseload:n,again:e.again},n.id)})})})}function Bt({caseload:t,again:e}){let{relations:s}=_().words.records,{whole:n}=T(),i=l("ofType","Relationship"),{client:r,unit:a,responsibleCoach:S}=t,v=`${r?.callName??""} ${r?.lastName??""}`.trim();return(0,f.jsx)(k,{title:v,facts:[[s.responsibleCoach,S?`${S.firstName} ${S.lastName}`:null],[s.unit,a?.name],[i("startedOn"),n(t.startedOn)]],actions:r&&a?(0,f.jsx)(Dt,{client:r.id,unit:a.id,name:v,onDone:e}):null,children:r?(0,f.jsx)(Qt,{client:r,again:e}):null})}function Qt({client:t,again:e}){let s=o(),{whole:n}=T(),i=t.substitutions?.nodes??[];return i.length?(0,f.jsx)("ul",{className:"tasks",children:i.map(r=>{let a=`${r.staffMember?.firstName??""} ${r.staffMember?.lastName??""}`.trim();return(0,f.jsxs)("li",{children:[(0,f.jsxs)("span",{children:[(0,f.jsx)("span",{className:"strong",children:a})," ",s.substitute,","," ",`${n(r.startsOn)}–${r.endsBefore?`${n(r.endsBefore)} (${s.notIncluded})`:""}`]}),(0,f.jsx)(D,{type:"Substitution",document:ut,object:r,about:a,onDone:e})]},r.id)})}):null}var u=N(g(),1);function kt(){let t=o(),e=E(gt,{ennen:P()}),s=E(Rt,{}),n=()=>{e.again(),s.again()};return(0,u.jsxs)(y,{title:t.ways.days,lead:t.daysLead,children:[(0,u.jsx)(m,{look:e,children:i=>(0,u.jsx)($t,{data:i})}),(0,u.jsx)(m,{look:s,children:({attendanceMonths:i})=>(0,u.jsx)(I,{title:t.months,rows:i?.nodes??[],empty:t.noMonths,children:r=>(0,u.jsx)(jt,{month:r,again:n},r.id)})})]})}function $t({data:t}){let e=o(),{long:s}=T(),n=t.selvittamatta?.nodes??[];return(0,u.jsxs)(u.Fragment,{children:[(0,u.jsxs)("dl",{className:"figures",children:[(0,u.jsxs)("div",{className:"figure",children:[(0,u.jsx)("dt",{children:e.recordedDays}),(0,u.jsx)("dd",{children:t.kaikki?.totalCount??0})]}),(0,u.jsxs)("div",{className:"figure",children:[(0,u.jsx)("dt",{children:e.unsettled}),(0,u.jsx)("dd",{children:t.selvittamatta?.totalCount??0})]})]}),(0,u.jsxs)("section",{className:"stack","aria-label":e.unsettled,children:[(0,u.jsx)("h2",{children:e.unsettled}),n.length?(0,u.jsx)("ul",{className:"tasks",children:n.map(i=>(0,u.jsxs)("li",{children:[(0,u.jsx)("span",{className:"strong",children:`${i.client?.callName??""} ${i.client?.lastName??""}`}),(0,u.jsx)("span",{className:"quiet",children:s(i.day)})]},i.id))}):(0,u.jsx)("p",{className:"quiet",children:e.noUnsettled})]})]})}function jt({month:t,again:e}){let{relations:s}=_().words.records,{moment:n}=T(),{month:i}=H(),r=l("ofType","AttendanceMonth"),a=i(t.month);return(0,u.jsx)(k,{title:a,state:r(t.state),tone:t.state==="LOCKED"?"":t.state==="CONFIRMED"?"good":"note",facts:[[s.unit,t.unit?.name],[r("lockedAt"),n(t.lockedAt)]],actions:(0,u.jsx)(D,{type:"AttendanceMonth",document:Et,object:t,about:a,onDone:e})})}var d=N(g(),1);function It({id:t}){let e=o(),s=E(ct,{id:t});return(0,d.jsxs)(y,{title:e.referral,children:[(0,d.jsx)("p",{children:(0,d.jsxs)(W,{href:"/referrals",children:["← ",e.toReferrals]})}),(0,d.jsx)(m,{look:s,children:({referral:n,referralDuplicates:i})=>n?(0,d.jsx)(qt,{referral:n,again:s.again,isKnown:!!i?.length}):(0,d.jsx)("p",{children:e.noReferral})})]})}function qt({referral:t,again:e,isKnown:s}){let n=o(),i=l("ofType","Referral"),r=`${t.firstNames??""} ${t.lastName??""}`.trim();return(0,d.jsxs)("div",{className:"stack-large",children:[s?(0,d.jsx)("p",{className:"notice warn",children:n.known}):null,(0,d.jsxs)("div",{className:"row apart",children:[(0,d.jsxs)("h2",{children:[r," ",(0,d.jsx)("span",{className:"tag note",children:i(t.state)})]}),(0,d.jsx)(D,{type:"Referral",document:x,object:t,about:r,onDone:e})]}),(0,d.jsx)(Xt,{referral:t}),(0,d.jsx)(Jt,{referral:t}),["goals","background"].map(a=>t[a]?(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:i(a)}),(0,d.jsx)("p",{className:"pre text",children:t[a]})]},a):null),(0,d.jsx)(Zt,{referral:t})]})}function Xt({referral:t}){let e=o(),{whole:s}=T(),n=l("ofType","Referral"),i=l("ofTerms","municipality");return(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:e.person}),(0,d.jsx)(G,{facts:[[n("dateOfBirth"),s(t.dateOfBirth)],[n("phone"),t.phone],[n("email"),t.email],[n("municipality"),i(t.municipality)]]})]})}function Jt({referral:t}){let{relations:e}=_().words.records,s=o(),{whole:n,moment:i,hours:r}=T(),a=l("ofType","Referral"),S=l("ofServices",""),v=l("ofTerms","plan_kind"),M=l("ofChoice","Basis"),K=[[e.agency,t.agency?.name],[e.official,t.official?`${t.official.firstName} ${t.official.lastName}`:null],[a("serviceCode"),S(t.serviceCode)],[a("wantedStartOn"),n(t.wantedStartOn)],[a("daysPerWeek"),t.daysPerWeek],[a("minutesPerDay"),t.minutesPerDay?r(t.minutesPerDay):null],[a("basis"),M(t.basis)],[a("consentGivenOn"),n(t.consentGivenOn)],[a("consentValidUntil"),n(t.consentValidUntil)],[a("planKind"),v(t.planKind)],[a("planReference"),t.planReference],[a("payer"),t.payer],[a("receivedAt"),i(t.receivedAt)],[a("dueOn"),n(t.dueOn)],[s.awaited,t.awaitedFiles?.map(F=>F.name).join(", ")]];return(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:s.service}),(0,d.jsx)(G,{facts:K})]})}function Zt({referral:t}){let e=o(),{language:s}=_(),n=t.formAnswers?.nodes??[];return(0,d.jsxs)("section",{className:"stack",children:[(0,d.jsx)("h2",{children:e.answers}),n.length?null:(0,d.jsx)("p",{className:"quiet",children:e.noAnswers}),n.map(i=>(0,d.jsxs)("div",{className:"card",children:[(0,d.jsx)("h3",{children:i.template?{fi:i.template.titleFi,sv:i.template.titleSv,en:i.template.titleEn}[s]:""}),i.sections.map(r=>(0,d.jsx)(G,{facts:r.keys.map(a=>[r[s],zt(i.answers,a)])},r.name))]},i.id))]})}function zt(t,e){let s=t&&typeof t=="object"?t[e]:null;return s==null?"":Array.isArray(s)?s.join(", "):String(s)}var p=N(g(),1);function vt(){let t=o(),e=E(Q,{odottavat:["SUBMITTED","RECEIVED","IN_REVIEW","INFO_REQUESTED","INTERVIEW"]}),s=E(Q,{odottavat:["ACCEPTED","WAITLISTED"]}),n=E(Ot,{}),i=()=>{for(let r of[e,s,n])r.again()};return(0,p.jsxs)(y,{title:t.ways.referrals,lead:t.referralsLead,children:[(0,p.jsx)(m,{look:n,children:r=>(0,p.jsx)(ee,{data:r})}),(0,p.jsx)(Ct,{look:e,title:t.toAnswer,empty:t.noToAnswer,again:i}),(0,p.jsx)(Ct,{look:s,title:t.accepted,empty:t.noAccepted,again:i})]})}function Ct({look:t,title:e,empty:s,again:n}){return(0,p.jsx)(m,{look:t,children:({referrals:i})=>(0,p.jsx)(I,{title:e,rows:i?.nodes??[],empty:s,children:r=>(0,p.jsx)(te,{referral:r,again:n},r.id)})})}function te({referral:t,again:e}){let{relations:s}=_().words.records,n=o(),{whole:i}=T(),r=l("ofType","Referral"),a=l("ofServices",""),S=`${t.firstNames??""} ${t.lastName??""}`.trim(),v=(t.dueOn??"9999")<P();return(0,p.jsx)(k,{title:S,state:r(t.state),tone:v?"bad":"note",facts:[[s.agency,t.agency?.name],[r("serviceCode"),a(t.serviceCode)],[r("wantedStartOn"),i(t.wantedStartOn)],[r("dueOn"),t.dueOn?(0,p.jsx)("span",{className:v?"late":"",children:i(t.dueOn)}):null],[n.awaited,t.awaitedFiles?.map(M=>M.name).join(", ")]],actions:(0,p.jsxs)(p.Fragment,{children:[(0,p.jsx)(W,{className:"button",href:`/referrals/${t.id}`,"aria-label":`${n.open}: ${S}`,children:n.open}),(0,p.jsx)(D,{type:"Referral",document:x,object:t,about:S,onDone:e})]})})}function ee({data:t}){let e=o(),s=t.units?.nodes.reduce((i,r)=>i+(r.capacity??0),0)??0,n=[[e.capacity,s||null],[e.active,t.relationships?.totalCount],[e.acceptedCount,t.accepted?.totalCount],[e.waitingCount,t.waiting?.totalCount]];return(0,p.jsx)("dl",{className:"figures","aria-label":e.room,children:n.map(([i,r])=>r==null?null:(0,p.jsxs)("div",{className:"figure",children:[(0,p.jsx)("dt",{children:i}),(0,p.jsx)("dd",{children:r})]},i))})}var h=N(g(),1);function ht(){let t=o(),e=E(At,{});return(0,h.jsx)(y,{title:t.ways.reports,lead:t.reportsLead,children:(0,h.jsx)(m,{look:e,children:({reports:s})=>(0,h.jsx)(I,{title:t.toApprove,rows:s?.nodes??[],empty:t.noReports,children:n=>(0,h.jsx)(ne,{report:n,again:e.again},n.id)})})})}function ne({report:t,again:e}){let{whole:s}=T(),n=l("ofType","Report"),i=l("ofChoice","ReportKind"),r=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim();return(0,h.jsx)(k,{title:r,state:n(t.state),tone:t.state==="APPROVED"?"good":"note",facts:[[n("kind"),i(t.kind)],[n("startsOn"),s(t.startsOn)],[n("endsOn"),s(t.endsOn)]],actions:(0,h.jsx)(D,{type:"Report",document:mt,object:t,about:r,onDone:e}),children:["summary","clientView"].map(a=>t[a]?(0,h.jsxs)("div",{className:"text",children:[(0,h.jsx)("h4",{children:n(a)}),(0,h.jsx)("p",{className:"pre",children:t[a]})]},a):null)})}var R=N(g(),1),ie=14;function Lt(){let t=o(),e=E(Nt,{until:V(P(),ie)}),s=E(_t,{alkaen:z(P())});return(0,R.jsxs)(y,{title:t.ways.tasks,lead:t.tasksLead,children:[(0,R.jsx)(m,{look:e,children:n=>(0,R.jsx)(nt,{title:t.toDo,empty:t.noTasks,tasks:n.tasks.nodes,about:oe,wayTo:re})}),(0,R.jsx)(m,{look:s,children:({myWeek:n})=>(0,R.jsx)(de,{events:n.happened.nodes})})]})}var se=[[/^(REFERRAL_|WAITLIST_)/,"/referrals"],[/^CONTRACT_TO_SIGN$/,"/contracts"],[/^(MONTH_|REASON_|CERTIFICATE_|ABSENCE_)/,"/days"],[/^REPORT_/,"/reports"]];function re(t){return se.find(([e])=>e.test(t))?.[1]}function ae({task:{object:t}}){let{words:e}=_(),{month:s}=H();if("month"in t)return s(t.month);let i={firstNames:"",callName:"",lastName:"",..."client"in t?t.client:t};return`${i.firstNames||i.callName||""} ${i.lastName??""}`.trim()||e.records.nameHidden}function oe(t){return(0,R.jsx)(ae,{task:t})}function de({events:t}){let e=o(),{moment:s}=T(),n=l("ofChoice","WeekEventKind");return(0,R.jsxs)("section",{className:"stack","aria-label":e.happened,children:[(0,R.jsx)("h2",{children:e.happened}),t.length?(0,R.jsxs)("details",{children:[(0,R.jsx)("summary",{children:e.showHappened(t.length)}),(0,R.jsx)("ul",{className:"tasks",children:t.map((i,r)=>(0,R.jsxs)("li",{children:[(0,R.jsxs)("span",{children:[(0,R.jsx)("span",{className:"strong",children:le(i)})," ",n(i.kind)]}),(0,R.jsx)("span",{className:"quiet",children:s(i.at)})]},r))})]}):(0,R.jsx)("p",{className:"quiet",children:e.nothingHappened})]})}function le({object:t}){return"client"in t&&t.client?`${t.client.callName??""} ${t.client.lastName??""}`:"lastName"in t?t.lastName??"":""}var A=N(g(),1);function ue(){let{ways:t}=o();return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(J,{ways:[{path:"/",title:t.tasks},{path:"/referrals",title:t.referrals},{path:"/contracts",title:t.contracts},{path:"/days",title:t.days},{path:"/reports",title:t.reports},{path:"/cover",title:t.cover},{path:"/access",title:t.access}]}),(0,A.jsxs)(j,{children:[(0,A.jsx)(L,{path:"/",component:Lt}),(0,A.jsx)(L,{path:"/referrals",component:vt}),(0,A.jsx)(L,{path:"/referrals/:id",children:({id:e})=>(0,A.jsx)(It,{id:e})}),(0,A.jsx)(L,{path:"/contracts",component:St}),(0,A.jsx)(L,{path:"/days",component:kt}),(0,A.jsx)(L,{path:"/reports",component:ht}),(0,A.jsx)(L,{path:"/cover",component:ft}),(0,A.jsx)(L,{path:"/access",component:yt}),(0,A.jsx)(L,{component:X})]})]})}export{ue as default};
