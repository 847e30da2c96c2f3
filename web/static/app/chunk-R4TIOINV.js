import{a as z}from"./chunk-EHMMKJPB.js";import{a as H}from"./chunk-WWV76F4D.js";import{a as it}from"./chunk-FGZW5V3N.js";import{a as J}from"./chunk-H3PPWCYG.js";import{a as X}from"./chunk-32LH5O2O.js";import{a as k,b as G,c as I}from"./chunk-RH32FJOB.js";import{a as D}from"./chunk-USYENAIB.js";import"./chunk-PI6W3GEM.js";import"./chunk-TKIFXUZK.js";import{a as P,b as V,c as tt,d as T}from"./chunk-OZLVWQZS.js";import{a as et}from"./chunk-AIVLAUIB.js";import"./chunk-22FNZKVH.js";import{a as K,b as nt}from"./chunk-RUWXJIQK.js";import{f as l}from"./chunk-ZEOCPRYW.js";import{d as L,e as W,f as j}from"./chunk-QR4UQUUF.js";import{a as wt,f as g,g as y,i as _,j as E,l as q,n as Z,p as m}from"./chunk-FITVBRKU.js";import{b as p}from"./chunk-SQE76S5B.js";var c=class extends String{__apiType;value;__meta__;constructor(e,s){super(e),this.value=e,this.__meta__=s}toString(){return this.value}},st=new c(`
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
    `),rt=new c(`
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
    `),at=new c(`
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
    `),ot=new c(`
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
    `),lt=new c(`
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
    `),ut=new c(`
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
    `),Et=new c(`
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
    `),ct=new c(`
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
    `),mt=new c(`
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
    `),pt=new c(`
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
    `),gt=new c(`
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
    `),Tt=new c(`
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
    `),Ot=new c(`
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
    `),Rt=new c(`
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
    `),_t=new c(`
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
    `),At=new c(`
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
    `);var Ft={ways:{tasks:"Tehtävät",referrals:"Lähetteet",contracts:"Sopimukset",days:"Päivät ja kuukaudet",reports:"Raportit",cover:"Sijaisuudet",access:"Katselut"},tasksLead:"Mitä yksiköltä odotetaan kahden viikon aikana, kiireellisin ensin.",toDo:"Odottaa",noTasks:"Mikään ei odota.",happened:"Tällä viikolla tapahtui",showHappened:t=>`Näytä ${t} viimeisintä`,nothingHappened:"Tällä viikolla ei ole vielä tapahtunut mitään.",referralsLead:"Lähettävä taho näkee jokaisen päätöksen heti.",toAnswer:"Vastausta odottavat",noToAnswer:"Yksikään lähete ei odota vastausta.",accepted:"Hyväksytyt ja jonossa olevat",noAccepted:"Hyväksyttyjä tai jonossa olevia ei ole.",open:"Avaa lähete",room:"Tilanne",capacity:"Paikkoja",active:"Asiakkaana",acceptedCount:"Hyväksytty",waitingCount:"Jonossa",answerBy:t=>`Vastaa viimeistään ${t}`,awaited:"Odotetaan liitettä",referral:"Lähete",toReferrals:"Takaisin lähetteisiin",person:"Henkilö",service:"Palvelu ja peruste",answers:"Vastaukset kysymyksiin",noAnswers:"Lähetteessä ei ole vastauksia.",known:"Henkilö voi olla jo asiakas. Nimeä oikea asiakas lähetteelle ennen hyväksymistä.",noReferral:"Lähetettä ei ole, tai se ei kuulu yksikköösi.",contractsLead:"Allekirjoita sopimukset ja vahvista ne, jotka kaikki ovat allekirjoittaneet.",toSign:"Odottaa allekirjoituksia",noToSign:"Yksikään sopimus ei odota allekirjoitusta.",signed:"Allekirjoittanut",nobodySigned:"ei vielä kukaan",daysLead:"Kuukausi vahvistetaan, kun jokaiselle päivälle on syy. Lukittuun kuukauteen ei enää kosketa.",recordedDays:"Kirjattu, vahvistamatta",unsettled:"Syy selvittämättä",noUnsettled:"Jokaisen poissaolon syy on selvitetty.",months:"Kuukaudet",noMonths:"Kuukausia ei ole.",reportsLead:"Raportit, joista asiakasta on kuultu. Hyväksytty raportti toimitetaan lähettävälle taholle.",toApprove:"Hyväksyttävät ja toimitettavat",noReports:"Yksikään raportti ei odota.",accessLead:"Jokaisesta katselusta jää merkintä. Nämä pitää selvittää.",anomalies:"Poikkeavat katselut",noAnomalies:"Poikkeavia katseluja ei ole.",emergencies:"Hätäkatselut",noEmergencies:"Tarkastettavia hätäkatseluja ei ole.",looks:t=>t===1?"1 katselu":`${t} katselua`,overThreshold:(t,e)=>`${t}, raja ${e}`,whose:"Kenen tietoja",coverLead:"Kuka valmentaa ketäkin. Sijainen näkee asiakkaan tiedot vain sijaisuuden ajan.",caseloads:"Asiakkuudet",noCaseloads:"Yksikössä ei ole asiakkuuksia.",substitute:"sijaisena",notIncluded:"ei enää sinä päivänä",nameSubstitute:"Määrää sijainen",whoCovers:"Kuka sijaistaa?",coverStarts:"Alkaa",coverEnds:"Päättyy ennen",substituteNamed:"Sijainen on määrätty."},Wt={ways:{tasks:"Uppgifter",referrals:"Remisser",contracts:"Avtal",days:"Dagar och månader",reports:"Rapporter",cover:"Vikariat",access:"Titter"},tasksLead:"Vad enheten väntas göra inom två veckor, det brådskande först.",toDo:"Väntar",noTasks:"Ingenting väntar.",happened:"Hände denna vecka",showHappened:t=>`Visa de ${t} senaste`,nothingHappened:"Ingenting har ännu hänt denna vecka.",referralsLead:"Den som skickade remissen ser varje beslut genast.",toAnswer:"Väntar på svar",noToAnswer:"Ingen remiss väntar på svar.",accepted:"Godkända och i kö",noAccepted:"Inga är godkända eller i kö.",open:"Öppna remissen",room:"Läget",capacity:"Platser",active:"Klienter",acceptedCount:"Godkända",waitingCount:"I kö",answerBy:t=>`Svara senast ${t}`,awaited:"Väntar på bilaga",referral:"Remiss",toReferrals:"Tillbaka till remisserna",person:"Person",service:"Tjänst och grund",answers:"Svar på frågorna",noAnswers:"Remissen har inga svar.",known:"Personen kan redan vara klient. Ange rätt klient på remissen före godkännandet.",noReferral:"Remissen finns inte, eller hör inte till din enhet.",contractsLead:"Skriv under avtalen och bekräfta dem som alla har skrivit under.",toSign:"Väntar på underskrifter",noToSign:"Inget avtal väntar på underskrift.",signed:"Har skrivit under",nobodySigned:"ingen ännu",daysLead:"Månaden bekräftas när varje dag har en orsak. En låst månad rörs inte mera.",recordedDays:"Antecknade, obekräftade",unsettled:"Orsaken outredd",noUnsettled:"Orsaken till varje frånvaro är utredd.",months:"Månader",noMonths:"Det finns inga månader.",reportsLead:"Rapporter om vilka klienten har hörts. En godkänd rapport lämnas till den som skickade remissen.",toApprove:"Att godkänna och lämna",noReports:"Ingen rapport väntar.",accessLead:"Varje titt lämnar ett spår. Dessa måste utredas.",anomalies:"Avvikande titter",noAnomalies:"Det finns inga avvikande titter.",emergencies:"Nödtitter",noEmergencies:"Inga nödtitter att granska.",looks:t=>t===1?"1 titt":`${t} titter`,overThreshold:(t,e)=>`${t}, gräns ${e}`,whose:"Vems uppgifter",coverLead:"Vem som coachar vem. En vikarie ser klientens uppgifter bara under vikariatet.",caseloads:"Klientförhållanden",noCaseloads:"Enheten har inga klientförhållanden.",substitute:"som vikarie",notIncluded:"inte längre den dagen",nameSubstitute:"Utse en vikarie",whoCovers:"Vem vikarierar?",coverStarts:"Börjar",coverEnds:"Slutar före",substituteNamed:"Vikarien är utsedd."},Vt={ways:{tasks:"Tasks",referrals:"Referrals",contracts:"Contracts",days:"Days and months",reports:"Reports",cover:"Cover",access:"Looks"},tasksLead:"What is expected of the unit within two weeks, the most urgent first.",toDo:"Waiting",noTasks:"Nothing waits.",happened:"Happened this week",showHappened:t=>`Show the latest ${t}`,nothingHappened:"Nothing has happened this week yet.",referralsLead:"The agency sees every decision at once.",toAnswer:"Waiting for an answer",noToAnswer:"No referral waits for an answer.",accepted:"Accepted and in the queue",noAccepted:"None is accepted or in the queue.",open:"Open the referral",room:"Room in the unit",capacity:"Places",active:"Clients",acceptedCount:"Accepted",waitingCount:"In the queue",answerBy:t=>`Answer by ${t}`,awaited:"A file is awaited",referral:"Referral",toReferrals:"Back to the referrals",person:"Person",service:"Service and basis",answers:"Answers to the questions",noAnswers:"The referral has no answers.",known:"The person may be a client already. Name the right client on the referral before you accept.",noReferral:"There is no such referral, or it is not of your unit.",contractsLead:"Sign the contracts, and approve those that everybody has signed.",toSign:"Waiting for signatures",noToSign:"No contract waits for a signature.",signed:"Signed by",nobodySigned:"nobody yet",daysLead:"A month is confirmed when every day has a reason. A locked month is not touched again.",recordedDays:"Recorded, not confirmed",unsettled:"Reason not known",noUnsettled:"The reason of every absence is known.",months:"Months",noMonths:"There are no months.",reportsLead:"Reports on which the client was heard. An approved report is delivered to the agency.",toApprove:"To approve and deliver",noReports:"No report waits.",accessLead:"Every look leaves a trace. These must be settled.",anomalies:"Unusual looks",noAnomalies:"There are no unusual looks.",emergencies:"Broken glass",noEmergencies:"No emergency access is to be judged.",looks:t=>t===1?"1 look":`${t} looks`,overThreshold:(t,e)=>`${t}, threshold ${e}`,whose:"Whose data",coverLead:"Who coaches whom. A substitute sees the data of a client for the days of the cover alone.",caseloads:"Clients",noCaseloads:"The unit has no clients.",substitute:"stands in",notIncluded:"no longer on that day",nameSubstitute:"Name a substitute",whoCovers:"Who stands in?",coverStarts:"Starts",coverEnds:"Ends before",substituteNamed:"The substitute is named."};function o(){return{fi:Ft,sv:Wt,en:Vt}[_().language]}var C=p(g(),1);function St(){let t=o(),e=E(Ot,{}),s=E(gt,{});return(0,C.jsxs)(y,{title:t.ways.access,lead:t.accessLead,children:[(0,C.jsx)(m,{look:e,children:({emergencyAccesses:i})=>(0,C.jsx)(I,{title:t.emergencies,rows:i?.nodes??[],empty:t.noEmergencies,children:n=>(0,C.jsx)(Gt,{access:n,again:e.again},n.id)})}),(0,C.jsx)(m,{look:s,children:({anomalies:i})=>(0,C.jsx)(I,{title:t.anomalies,rows:i?.nodes??[],empty:t.noAnomalies,children:n=>(0,C.jsx)(Ht,{anomaly:n,again:s.again},n.id)})})]})}function Gt({access:t,again:e}){let s=o(),{moment:i}=T(),n=l("ofType","EmergencyAccess"),r=$(t.staffMember);return(0,C.jsx)(k,{title:r,state:n(t.state),tone:t.state==="OPEN"?"bad":"warn",facts:[[s.whose,$(t.client)],[n("createdAt"),i(t.createdAt)],[n("endsAt"),i(t.endsAt)],[n("reason"),t.reason]],actions:(0,C.jsx)(D,{type:"EmergencyAccess",document:rt,object:t,about:r,onDone:e})})}function Ht({anomaly:t,again:e}){let s=o(),{moment:i}=T(),n=l("ofType","Anomaly"),r=l("ofChoice","AnomalyKind"),a=$(t.staffMember);return(0,C.jsx)(k,{title:a,state:r(t.kind),tone:"warn",facts:[[n("startsAt"),i(t.startsAt)],[n("endsBefore"),i(t.endsBefore)],[n("looks"),s.looks(t.looks)],[n("count"),s.overThreshold(t.count,t.threshold)]],actions:(0,C.jsx)(D,{type:"Anomaly",document:st,object:t,about:a,onDone:e})})}function $(t){return`${t?.firstName??t?.callName??""} ${t?.lastName??""}`.trim()}var U=p(g(),1);function Dt(){let t=o(),e=E(at,{});return(0,U.jsx)(y,{title:t.ways.contracts,lead:t.contractsLead,children:(0,U.jsx)(m,{look:e,children:({contracts:s})=>(0,U.jsx)(I,{title:t.toSign,rows:s?.nodes??[],empty:t.noToSign,children:i=>(0,U.jsx)(xt,{contract:i,again:e.again},i.id)})})})}function xt({contract:t,again:e}){let{relations:s}=_().words.records,i=o(),{whole:n}=T(),r=l("ofType","Contract"),a=l("ofChoice","SignatureParty"),S=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim(),v=t.signatures?.map(M=>`${a(M.party)}: ${M.name}`).join(", ");return(0,U.jsx)(k,{title:S,state:r(t.state),tone:"note",facts:[[r("startsOn"),n(t.startsOn)],[r("endsOn"),n(t.endsOn)],[s.workplace,t.workplace?.name],[r("tasks"),t.tasks],[i.signed,v||i.nobodySigned]],actions:(0,U.jsx)(D,{type:"Contract",document:ot,object:t,about:S,onDone:e})})}var w=p(wt(),1);var O=p(g(),1),Bt=14;function ft(t){let e=o(),[s,i]=(0,w.useState)(!1),n=()=>i(!1),r=`${e.nameSubstitute}: ${t.name}`;return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)("button",{type:"button",className:"button","aria-label":r,onClick:()=>i(!0),children:e.nameSubstitute}),(0,O.jsx)(et,{title:r,isOpen:s,onClose:n,children:s?(0,O.jsx)(Yt,{...t,close:n}):null})]})}function Yt(t){let e=E(lt,{});return(0,O.jsx)(m,{look:e,children:({staffMembers:s})=>(0,O.jsx)(Kt,{...t,staff:s?.nodes??[]})})}function Kt({client:t,unit:e,staff:s,onDone:i,close:n}){let r=o(),a=_(),[S,v]=(0,w.useState)(""),[M,B]=(0,w.useState)(P()),[F,Mt]=(0,w.useState)(V(P(),Bt)),Y=q(ut),bt=async b=>{b.preventDefault();let Ut={clientId:t,unitId:e,staffMemberId:S,startsOn:M,endsBefore:F||null};await Y.run({cover:Ut})&&(a.announce(r.substituteNamed),i(),n())};return(0,O.jsxs)("form",{className:"stack",onSubmit:b=>{bt(b)},children:[(0,O.jsx)(Z,{problems:Y.problems,inputs:{staffMemberId:"cover-who",startsOn:"cover-starts",endsBefore:"cover-ends"}}),(0,O.jsx)(nt,{id:"cover-who",title:r.whoCovers,options:s.map(b=>[b.id,`${b.firstName??""} ${b.lastName}, ${b.title??""}`]),value:S,isRequired:!0,onChange:v}),(0,O.jsx)(K,{id:"cover-starts",title:r.coverStarts,kind:"date",value:M,isRequired:!0,onChange:B}),(0,O.jsx)(K,{id:"cover-ends",title:r.coverEnds,kind:"date",value:F,onChange:Mt}),(0,O.jsxs)("div",{className:"row",children:[(0,O.jsx)("button",{type:"submit",className:"button first",disabled:Y.isWaiting,children:r.nameSubstitute}),(0,O.jsx)("button",{type:"button",className:"button",onClick:n,children:a.words.cancel})]})]})}var f=p(g(),1);function kt(){let t=o(),e=E(dt,{});return(0,f.jsx)(y,{title:t.ways.cover,lead:t.coverLead,children:(0,f.jsx)(m,{look:e,children:({relationships:s})=>(0,f.jsx)(I,{title:t.caseloads,rows:s?.nodes??[],empty:t.noCaseloads,children:i=>(0,f.jsx)(Qt,{caseload:i,again:e.again},i.id)})})})}function Qt({caseload:t,again:e}){let{relations:s}=_().words.records,{whole:i}=T(),n=l("ofType","Relationship"),{client:r,unit:a,responsibleCoach:S}=t,v=`${r?.callName??""} ${r?.lastName??""}`.trim();return(0,f.jsx)(k,{title:v,facts:[[s.responsibleCoach,S?`${S.firstName} ${S.lastName}`:null],[s.unit,a?.name],[n("startedOn"),i(t.startedOn)]],actions:r&&a?(0,f.jsx)(ft,{client:r.id,unit:a.id,name:v,onDone:e}):null,children:r?(0,f.jsx)($t,{client:r,again:e}):null})}function $t({client:t,again:e}){let s=o(),{whole:i}=T(),n=t.substitutions?.nodes??[];return n.length?(0,f.jsx)("ul",{className:"tasks",children:n.map(r=>{let a=`${r.staffMember?.firstName??""} ${r.staffMember?.lastName??""}`.trim();return(0,f.jsxs)("li",{children:[(0,f.jsxs)("span",{children:[(0,f.jsx)("span",{className:"strong",children:a})," ",s.substitute,","," ",`${i(r.startsOn)}–${r.endsBefore?`${i(r.endsBefore)} (${s.notIncluded})`:""}`]}),(0,f.jsx)(D,{type:"Substitution",document:Et,object:r,about:a,onDone:e})]},r.id)})}):null}var u=p(g(),1);function It(){let t=o(),e=E(Tt,{ennen:P()}),s=E(_t,{}),i=()=>{e.again(),s.again()};return(0,u.jsxs)(y,{title:t.ways.days,lead:t.daysLead,children:[(0,u.jsx)(m,{look:e,children:n=>(0,u.jsx)(jt,{data:n})}),(0,u.jsx)(m,{look:s,children:({attendanceMonths:n})=>(0,u.jsx)(I,{title:t.months,rows:n?.nodes??[],empty:t.noMonths,children:r=>(0,u.jsx)(qt,{month:r,again:i},r.id)})})]})}function jt({data:t}){let e=o(),{long:s}=T(),i=t.selvittamatta?.nodes??[];return(0,u.jsxs)(u.Fragment,{children:[(0,u.jsxs)("dl",{className:"figures",children:[(0,u.jsxs)("div",{className:"figure",children:[(0,u.jsx)("dt",{children:e.recordedDays}),(0,u.jsx)("dd",{children:t.kaikki?.totalCount??0})]}),(0,u.jsxs)("div",{className:"figure",children:[(0,u.jsx)("dt",{children:e.unsettled}),(0,u.jsx)("dd",{children:t.selvittamatta?.totalCount??0})]})]}),(0,u.jsxs)("section",{className:"stack","aria-label":e.unsettled,children:[(0,u.jsx)("h2",{children:e.unsettled}),i.length?(0,u.jsx)("ul",{className:"tasks",children:i.map(n=>(0,u.jsxs)("li",{children:[(0,u.jsx)("span",{className:"strong",children:`${n.client?.callName??""} ${n.client?.lastName??""}`}),(0,u.jsx)("span",{className:"quiet",children:s(n.day)})]},n.id))}):(0,u.jsx)("p",{className:"quiet",children:e.noUnsettled})]})]})}function qt({month:t,again:e}){let{relations:s}=_().words.records,{moment:i}=T(),{month:n}=H(),r=l("ofType","AttendanceMonth"),a=n(t.month);return(0,u.jsx)(k,{title:a,state:r(t.state),tone:t.state==="LOCKED"?"":t.state==="CONFIRMED"?"good":"note",facts:[[s.unit,t.unit?.name],[r("lockedAt"),i(t.lockedAt)]],actions:(0,u.jsx)(D,{type:"AttendanceMonth",document:ct,object:t,about:a,onDone:e})})}var d=p(g(),1);function Ct({id:t}){let e=o(),s=E(mt,{id:t});return(0,d.jsxs)(y,{title:e.referral,children:[(0,d.jsx)("p",{children:(0,d.jsxs)(W,{href:"/referrals",children:["← ",e.toReferrals]})}),(0,d.jsx)(m,{look:s,children:({referral:i,referralDuplicates:n})=>i?(0,d.jsx)(Xt,{referral:i,again:s.again,isKnown:!!n?.length}):(0,d.jsx)("p",{children:e.noReferral})})]})}function Xt({referral:t,again:e,isKnown:s}){let i=o(),n=l("ofType","Referral"),r=`${t.firstNames??""} ${t.lastName??""}`.trim();return(0,d.jsxs)("div",{className:"stack-large",children:[s?(0,d.jsx)("p",{className:"notice warn",children:i.known}):null,(0,d.jsxs)("div",{className:"row apart",children:[(0,d.jsxs)("h2",{children:[r," ",(0,d.jsx)("span",{className:"tag note",children:n(t.state)})]}),(0,d.jsx)(D,{type:"Referral",document:x,object:t,about:r,onDone:e})]}),(0,d.jsx)(Jt,{referral:t}),(0,d.jsx)(Zt,{referral:t}),["goals","background"].map(a=>t[a]?(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:n(a)}),(0,d.jsx)("p",{className:"pre text",children:t[a]})]},a):null),(0,d.jsx)(zt,{referral:t})]})}function Jt({referral:t}){let e=o(),{whole:s}=T(),i=l("ofType","Referral"),n=l("ofTerms","municipality");return(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:e.person}),(0,d.jsx)(G,{facts:[[i("dateOfBirth"),s(t.dateOfBirth)],[i("phone"),t.phone],[i("email"),t.email],[i("municipality"),n(t.municipality)]]})]})}function Zt({referral:t}){let{relations:e}=_().words.records,s=o(),{whole:i,moment:n,hours:r}=T(),a=l("ofType","Referral"),S=l("ofServices",""),v=l("ofTerms","plan_kind"),M=l("ofChoice","Basis"),B=[[e.agency,t.agency?.name],[e.official,t.official?`${t.official.firstName} ${t.official.lastName}`:null],[a("serviceCode"),S(t.serviceCode)],[a("wantedStartOn"),i(t.wantedStartOn)],[a("daysPerWeek"),t.daysPerWeek],[a("minutesPerDay"),t.minutesPerDay?r(t.minutesPerDay):null],[a("basis"),M(t.basis)],[a("consentGivenOn"),i(t.consentGivenOn)],[a("consentValidUntil"),i(t.consentValidUntil)],[a("planKind"),v(t.planKind)],[a("planReference"),t.planReference],[a("payer"),t.payer],[a("receivedAt"),n(t.receivedAt)],[a("dueOn"),i(t.dueOn)],[s.awaited,t.awaitedFiles?.map(F=>F.name).join(", ")]];return(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:s.service}),(0,d.jsx)(G,{facts:B})]})}function zt({referral:t}){let e=o(),{language:s}=_(),i=t.formAnswers?.nodes??[];return(0,d.jsxs)("section",{className:"stack",children:[(0,d.jsx)("h2",{children:e.answers}),i.length?null:(0,d.jsx)("p",{className:"quiet",children:e.noAnswers}),i.map(n=>(0,d.jsxs)("div",{className:"card",children:[(0,d.jsx)("h3",{children:n.template?{fi:n.template.titleFi,sv:n.template.titleSv,en:n.template.titleEn}[s]:""}),n.sections.map(r=>(0,d.jsx)(G,{facts:r.keys.map(a=>[r[s],te(n.answers,a)])},r.name))]},n.id))]})}function te(t,e){let s=t&&typeof t=="object"?t[e]:null;return s==null?"":Array.isArray(s)?s.join(", "):String(s)}var N=p(g(),1);function ht(){let t=o(),e=E(Q,{odottavat:["SUBMITTED","RECEIVED","IN_REVIEW","INFO_REQUESTED","INTERVIEW"]}),s=E(Q,{odottavat:["ACCEPTED","WAITLISTED"]}),i=E(Rt,{}),n=()=>{for(let r of[e,s,i])r.again()};return(0,N.jsxs)(y,{title:t.ways.referrals,lead:t.referralsLead,children:[(0,N.jsx)(z,{types:["Referral"],show:n}),(0,N.jsx)(m,{look:i,children:r=>(0,N.jsx)(ne,{data:r})}),(0,N.jsx)(vt,{look:e,title:t.toAnswer,empty:t.noToAnswer,again:n}),(0,N.jsx)(vt,{look:s,title:t.accepted,empty:t.noAccepted,again:n})]})}function vt({look:t,title:e,empty:s,again:i}){return(0,N.jsx)(m,{look:t,children:({referrals:n})=>(0,N.jsx)(I,{title:e,rows:n?.nodes??[],empty:s,children:r=>(0,N.jsx)(ee,{referral:r,again:i},r.id)})})}function ee({referral:t,again:e}){let{relations:s}=_().words.records,i=o(),{whole:n}=T(),r=l("ofType","Referral"),a=l("ofServices",""),S=`${t.firstNames??""} ${t.lastName??""}`.trim(),v=(t.dueOn??"9999")<P();return(0,N.jsx)(k,{title:S,state:r(t.state),tone:v?"bad":"note",facts:[[s.agency,t.agency?.name],[r("serviceCode"),a(t.serviceCode)],[r("wantedStartOn"),n(t.wantedStartOn)],[r("dueOn"),t.dueOn?(0,N.jsx)("span",{className:v?"late":"",children:n(t.dueOn)}):null],[i.awaited,t.awaitedFiles?.map(M=>M.name).join(", ")]],actions:(0,N.jsxs)(N.Fragment,{children:[(0,N.jsx)(W,{className:"button",href:`/referrals/${t.id}`,"aria-label":`${i.open}: ${S}`,children:i.open}),(0,N.jsx)(D,{type:"Referral",document:x,object:t,about:S,onDone:e})]})})}function ne({data:t}){let e=o(),s=t.units?.nodes.reduce((n,r)=>n+(r.capacity??0),0)??0,i=[[e.capacity,s||null],[e.active,t.relationships?.totalCount],[e.acceptedCount,t.accepted?.totalCount],[e.waitingCount,t.waiting?.totalCount]];return(0,N.jsx)("dl",{className:"figures","aria-label":e.room,children:i.map(([n,r])=>r==null?null:(0,N.jsxs)("div",{className:"figure",children:[(0,N.jsx)("dt",{children:n}),(0,N.jsx)("dd",{children:r})]},n))})}var h=p(g(),1);function Lt(){let t=o(),e=E(yt,{});return(0,h.jsx)(y,{title:t.ways.reports,lead:t.reportsLead,children:(0,h.jsx)(m,{look:e,children:({reports:s})=>(0,h.jsx)(I,{title:t.toApprove,rows:s?.nodes??[],empty:t.noReports,children:i=>(0,h.jsx)(ie,{report:i,again:e.again},i.id)})})})}function ie({report:t,again:e}){let{whole:s}=T(),i=l("ofType","Report"),n=l("ofChoice","ReportKind"),r=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim();return(0,h.jsx)(k,{title:r,state:i(t.state),tone:t.state==="APPROVED"?"good":"note",facts:[[i("kind"),n(t.kind)],[i("startsOn"),s(t.startsOn)],[i("endsOn"),s(t.endsOn)]],actions:(0,h.jsx)(D,{type:"Report",document:Nt,object:t,about:r,onDone:e}),children:["summary","clientView"].map(a=>t[a]?(0,h.jsxs)("div",{className:"text",children:[(0,h.jsx)("h4",{children:i(a)}),(0,h.jsx)("p",{className:"pre",children:t[a]})]},a):null)})}var R=p(g(),1),se=14;function Pt(){let t=o(),e=E(pt,{until:V(P(),se)}),s=E(At,{alkaen:tt(P())});return(0,R.jsxs)(y,{title:t.ways.tasks,lead:t.tasksLead,children:[(0,R.jsx)(m,{look:e,children:i=>(0,R.jsx)(it,{title:t.toDo,empty:t.noTasks,tasks:i.tasks.nodes,about:de,wayTo:ae})}),(0,R.jsx)(m,{look:s,children:({myWeek:i})=>(0,R.jsx)(le,{events:i.happened.nodes})})]})}var re=[[/^(REFERRAL_|WAITLIST_)/,"/referrals"],[/^CONTRACT_TO_SIGN$/,"/contracts"],[/^(MONTH_|REASON_|CERTIFICATE_|ABSENCE_)/,"/days"],[/^REPORT_/,"/reports"]];function ae(t){return re.find(([e])=>e.test(t))?.[1]}function oe({task:{object:t}}){let{words:e}=_(),{month:s}=H();if("month"in t)return s(t.month);let n={firstNames:"",callName:"",lastName:"",..."client"in t?t.client:t};return`${n.firstNames||n.callName||""} ${n.lastName??""}`.trim()||e.records.nameHidden}function de(t){return(0,R.jsx)(oe,{task:t})}function le({events:t}){let e=o(),{moment:s}=T(),i=l("ofChoice","WeekEventKind");return(0,R.jsxs)("section",{className:"stack","aria-label":e.happened,children:[(0,R.jsx)("h2",{children:e.happened}),t.length?(0,R.jsxs)("details",{children:[(0,R.jsx)("summary",{children:e.showHappened(t.length)}),(0,R.jsx)("ul",{className:"tasks",children:t.map((n,r)=>(0,R.jsxs)("li",{children:[(0,R.jsxs)("span",{children:[(0,R.jsx)("span",{className:"strong",children:ue(n)})," ",i(n.kind)]}),(0,R.jsx)("span",{className:"quiet",children:s(n.at)})]},r))})]}):(0,R.jsx)("p",{className:"quiet",children:e.nothingHappened})]})}function ue({object:t}){return"client"in t&&t.client?`${t.client.callName??""} ${t.client.lastName??""}`:"lastName"in t?t.lastName??"":""}var A=p(g(),1);function Ee(){let{ways:t}=o();return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(J,{ways:[{path:"/",title:t.tasks},{path:"/referrals",title:t.referrals},{path:"/contracts",title:t.contracts},{path:"/days",title:t.days},{path:"/reports",title:t.reports},{path:"/cover",title:t.cover},{path:"/access",title:t.access}]}),(0,A.jsxs)(j,{children:[(0,A.jsx)(L,{path:"/",component:Pt}),(0,A.jsx)(L,{path:"/referrals",component:ht}),(0,A.jsx)(L,{path:"/referrals/:id",children:({id:e})=>(0,A.jsx)(Ct,{id:e})}),(0,A.jsx)(L,{path:"/contracts",component:Dt}),(0,A.jsx)(L,{path:"/days",component:It}),(0,A.jsx)(L,{path:"/reports",component:Lt}),(0,A.jsx)(L,{path:"/cover",component:kt}),(0,A.jsx)(L,{path:"/access",component:St}),(0,A.jsx)(L,{component:X})]})]})}export{Ee as default};
