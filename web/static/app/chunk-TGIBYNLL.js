import{a as z}from"./chunk-QGEU4QUA.js";import{a as G}from"./chunk-QAUAWXQG.js";import{a as st}from"./chunk-ESLLID6S.js";import{a as rt}from"./chunk-JV2CGCS7.js";import{a as J}from"./chunk-YN7IE3UH.js";import{a as X}from"./chunk-BD5XFSQB.js";import{a as D,b as V,c as f}from"./chunk-FDFAXQJ2.js";import{a as y}from"./chunk-IZIB4NHY.js";import"./chunk-C2DEZCXQ.js";import"./chunk-67VDBY7N.js";import{a as h,b as W,c as tt,d as T}from"./chunk-TB33MUXH.js";import{a as et,b as nt}from"./chunk-GUMMT2R6.js";import"./chunk-2LRJ5ZYH.js";import{a as Y,b as it}from"./chunk-WXNGTF3I.js";import"./chunk-7TEWRZEF.js";import{c as l}from"./chunk-4I5MRB74.js";import{e as v,f as F,g as j}from"./chunk-X3MLX2GW.js";import{a as Wt,m as g,n as A,r as M,s as p,u as q,w as Z,y as c}from"./chunk-U7GDRCA3.js";import{c as N}from"./chunk-OOJM4CTU.js";var E=class extends String{__apiType;value;__meta__;constructor(e,i){super(e),this.value=e,this.__meta__=i}toString(){return this.value}},at=new E(`
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
    `),ot=new E(`
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
    `),dt=new E(`
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
    `),lt=new E(`
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
    `),ut=new E(`
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
    `),Et=new E(`
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
    `),ct=new E(`
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
    `),mt=new E(`
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
    `),Nt=new E(`
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
    `),x=new E(`
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
    `),pt=new E(`
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
    `),gt=new E(`
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
    `),Tt=new E(`
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
        ... on AttendanceMonth {
          month
        }
      }
    }
  }
}
    `),Ot=new E(`
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
    `),Rt=new E(`
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
    `),_t=new E(`
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
    `),At=new E(`
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
    `),B=new E(`
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
    `),yt=new E(`
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
    `),St=new E(`
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
    `),Dt=new E(`
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
    `);var Vt={ways:{tasks:"Tehtävät",referrals:"Lähetteet",contracts:"Sopimukset",days:"Päivät ja kuukaudet",reports:"Raportit",cover:"Sijaisuudet",access:"Katselut"},tasksLead:"Mitä yksiköltä odotetaan kahden viikon aikana, kiireellisin ensin.",toDo:"Odottaa",noTasks:"Mikään ei odota.",happened:"Tällä viikolla tapahtui",showHappened:t=>`Näytä ${t} viimeisintä`,nothingHappened:"Tällä viikolla ei ole vielä tapahtunut mitään.",referralsLead:"Lähettävä taho näkee jokaisen päätöksen heti.",toAnswer:"Vastausta odottavat",noToAnswer:"Yksikään lähete ei odota vastausta.",accepted:"Hyväksytyt ja jonossa olevat",noAccepted:"Hyväksyttyjä tai jonossa olevia ei ole.",open:"Avaa lähete",room:"Tilanne",capacity:"Paikkoja",active:"Asiakkaana",acceptedCount:"Hyväksytty",waitingCount:"Jonossa",answerBy:t=>`Vastaa viimeistään ${t}`,awaited:"Odotetaan liitettä",referral:"Lähete",toReferrals:"Takaisin lähetteisiin",person:"Henkilö",service:"Palvelu ja peruste",answers:"Vastaukset kysymyksiin",noAnswers:"Lähetteessä ei ole vastauksia.",known:"Henkilö voi olla jo asiakas. Nimeä oikea asiakas lähetteelle ennen hyväksymistä.",noReferral:"Lähetettä ei ole, tai se ei kuulu yksikköösi.",contractsLead:"Allekirjoita sopimukset ja vahvista ne, jotka kaikki ovat allekirjoittaneet.",toSign:"Odottaa allekirjoituksia",noToSign:"Yksikään sopimus ei odota allekirjoitusta.",signed:"Allekirjoittanut",nobodySigned:"ei vielä kukaan",daysLead:"Kuukausi vahvistetaan, kun jokaiselle päivälle on syy. Lukittuun kuukauteen ei enää kosketa.",recordedDays:"Kirjattu, vahvistamatta",unsettled:"Syy selvittämättä",noUnsettled:"Jokaisen poissaolon syy on selvitetty.",months:"Kuukaudet",noMonths:"Kuukausia ei ole.",reportsLead:"Raportit, joista asiakasta on kuultu. Hyväksytty raportti toimitetaan lähettävälle taholle.",toApprove:"Hyväksyttävät ja toimitettavat",noReports:"Yksikään raportti ei odota.",accessLead:"Jokaisesta katselusta jää merkintä. Nämä pitää selvittää.",anomalies:"Poikkeavat katselut",noAnomalies:"Poikkeavia katseluja ei ole.",emergencies:"Hätäkatselut",noEmergencies:"Tarkastettavia hätäkatseluja ei ole.",looks:t=>t===1?"1 katselu":`${t} katselua`,overThreshold:(t,e)=>`${t}, raja ${e}`,whose:"Kenen tietoja",coverLead:"Kuka valmentaa ketäkin. Sijainen näkee asiakkaan tiedot vain sijaisuuden ajan.",caseloads:"Asiakkuudet",noCaseloads:"Yksikössä ei ole asiakkuuksia.",substitute:"sijaisena",notIncluded:"ei enää sinä päivänä",nameSubstitute:"Määrää sijainen",whoCovers:"Kuka sijaistaa?",coverStarts:"Alkaa",coverEnds:"Päättyy ennen",substituteNamed:"Sijainen on määrätty."},Gt={ways:{tasks:"Uppgifter",referrals:"Remisser",contracts:"Avtal",days:"Dagar och månader",reports:"Rapporter",cover:"Vikariat",access:"Titter"},tasksLead:"Vad enheten väntas göra inom två veckor, det brådskande först.",toDo:"Väntar",noTasks:"Ingenting väntar.",happened:"Hände denna vecka",showHappened:t=>`Visa de ${t} senaste`,nothingHappened:"Ingenting har ännu hänt denna vecka.",referralsLead:"Den som skickade remissen ser varje beslut genast.",toAnswer:"Väntar på svar",noToAnswer:"Ingen remiss väntar på svar.",accepted:"Godkända och i kö",noAccepted:"Inga är godkända eller i kö.",open:"Öppna remissen",room:"Läget",capacity:"Platser",active:"Klienter",acceptedCount:"Godkända",waitingCount:"I kö",answerBy:t=>`Svara senast ${t}`,awaited:"Väntar på bilaga",referral:"Remiss",toReferrals:"Tillbaka till remisserna",person:"Person",service:"Tjänst och grund",answers:"Svar på frågorna",noAnswers:"Remissen har inga svar.",known:"Personen kan redan vara klient. Ange rätt klient på remissen före godkännandet.",noReferral:"Remissen finns inte, eller hör inte till din enhet.",contractsLead:"Skriv under avtalen och bekräfta dem som alla har skrivit under.",toSign:"Väntar på underskrifter",noToSign:"Inget avtal väntar på underskrift.",signed:"Har skrivit under",nobodySigned:"ingen ännu",daysLead:"Månaden bekräftas när varje dag har en orsak. En låst månad rörs inte mera.",recordedDays:"Antecknade, obekräftade",unsettled:"Orsaken outredd",noUnsettled:"Orsaken till varje frånvaro är utredd.",months:"Månader",noMonths:"Det finns inga månader.",reportsLead:"Rapporter om vilka klienten har hörts. En godkänd rapport lämnas till den som skickade remissen.",toApprove:"Att godkänna och lämna",noReports:"Ingen rapport väntar.",accessLead:"Varje titt lämnar ett spår. Dessa måste utredas.",anomalies:"Avvikande titter",noAnomalies:"Det finns inga avvikande titter.",emergencies:"Nödtitter",noEmergencies:"Inga nödtitter att granska.",looks:t=>t===1?"1 titt":`${t} titter`,overThreshold:(t,e)=>`${t}, gräns ${e}`,whose:"Vems uppgifter",coverLead:"Vem som coachar vem. En vikarie ser klientens uppgifter bara under vikariatet.",caseloads:"Klientförhållanden",noCaseloads:"Enheten har inga klientförhållanden.",substitute:"som vikarie",notIncluded:"inte längre den dagen",nameSubstitute:"Utse en vikarie",whoCovers:"Vem vikarierar?",coverStarts:"Börjar",coverEnds:"Slutar före",substituteNamed:"Vikarien är utsedd."},xt={ways:{tasks:"Tasks",referrals:"Referrals",contracts:"Contracts",days:"Days and months",reports:"Reports",cover:"Cover",access:"Looks"},tasksLead:"What is expected of the unit within two weeks, the most urgent first.",toDo:"Waiting",noTasks:"Nothing waits.",happened:"Happened this week",showHappened:t=>`Show the latest ${t}`,nothingHappened:"Nothing has happened this week yet.",referralsLead:"The agency sees every decision at once.",toAnswer:"Waiting for an answer",noToAnswer:"No referral waits for an answer.",accepted:"Accepted and in the queue",noAccepted:"None is accepted or in the queue.",open:"Open the referral",room:"Room in the unit",capacity:"Places",active:"Clients",acceptedCount:"Accepted",waitingCount:"In the queue",answerBy:t=>`Answer by ${t}`,awaited:"A file is awaited",referral:"Referral",toReferrals:"Back to the referrals",person:"Person",service:"Service and basis",answers:"Answers to the questions",noAnswers:"The referral has no answers.",known:"The person may be a client already. Name the right client on the referral before you accept.",noReferral:"There is no such referral, or it is not of your unit.",contractsLead:"Sign the contracts, and approve those that everybody has signed.",toSign:"Waiting for signatures",noToSign:"No contract waits for a signature.",signed:"Signed by",nobodySigned:"nobody yet",daysLead:"A month is confirmed when every day has a reason. A locked month is not touched again.",recordedDays:"Recorded, not confirmed",unsettled:"Reason not known",noUnsettled:"The reason of every absence is known.",months:"Months",noMonths:"There are no months.",reportsLead:"Reports on which the client was heard. An approved report is delivered to the agency.",toApprove:"To approve and deliver",noReports:"No report waits.",accessLead:"Every look leaves a trace. These must be settled.",anomalies:"Unusual looks",noAnomalies:"There are no unusual looks.",emergencies:"Broken glass",noEmergencies:"No emergency access is to be judged.",looks:t=>t===1?"1 look":`${t} looks`,overThreshold:(t,e)=>`${t}, threshold ${e}`,whose:"Whose data",coverLead:"Who coaches whom. A substitute sees the data of a client for the days of the cover alone.",caseloads:"Clients",noCaseloads:"The unit has no clients.",substitute:"stands in",notIncluded:"no longer on that day",nameSubstitute:"Name a substitute",whoCovers:"Who stands in?",coverStarts:"Starts",coverEnds:"Ends before",substituteNamed:"The substitute is named."};function a(){return{fi:Vt,sv:Gt,en:xt}[M().language]}var I=N(g(),1);function ft(){let t=a(),e=p(_t,{}),i=p(Ot,{});return(0,I.jsxs)(A,{title:t.ways.access,lead:t.accessLead,children:[(0,I.jsx)(c,{look:e,children:({emergencyAccesses:s})=>(0,I.jsx)(f,{title:t.emergencies,rows:s?.nodes??[],empty:t.noEmergencies,children:n=>(0,I.jsx)(Ht,{access:n,again:e.again},n.id)})}),(0,I.jsx)(c,{look:i,children:({anomalies:s})=>(0,I.jsx)(f,{title:t.anomalies,rows:s?.nodes??[],empty:t.noAnomalies,children:n=>(0,I.jsx)(Kt,{anomaly:n,again:i.again},n.id)})})]})}function Ht({access:t,again:e}){let i=a(),{moment:s}=T(),n=l("ofType","EmergencyAccess"),r=$(t.staffMember);return(0,I.jsx)(D,{title:r,state:n(t.state),tone:t.state==="OPEN"?"bad":"warn",facts:[[i.whose,$(t.client)],[n("createdAt"),s(t.createdAt)],[n("endsAt"),s(t.endsAt)],[n("reason"),t.reason]],actions:(0,I.jsx)(y,{type:"EmergencyAccess",document:ot,object:t,about:r,onDone:e})})}function Kt({anomaly:t,again:e}){let i=a(),{moment:s}=T(),n=l("ofType","Anomaly"),r=l("ofChoice","AnomalyKind"),o=$(t.staffMember);return(0,I.jsx)(D,{title:o,state:r(t.kind),tone:"warn",facts:[[n("startsAt"),s(t.startsAt)],[n("endsBefore"),s(t.endsBefore)],[n("looks"),i.looks(t.looks)],[n("count"),i.overThreshold(t.count,t.threshold)]],actions:(0,I.jsx)(y,{type:"Anomaly",document:at,object:t,about:o,onDone:e})})}function $(t){return`${t?.firstName??t?.callName??""} ${t?.lastName??""}`.trim()}var b=N(g(),1);function It(){let t=a(),e=p(dt,{});return(0,b.jsx)(A,{title:t.ways.contracts,lead:t.contractsLead,children:(0,b.jsx)(c,{look:e,children:({contracts:i})=>(0,b.jsx)(f,{title:t.toSign,rows:i?.nodes??[],empty:t.noToSign,children:s=>(0,b.jsx)(Yt,{contract:s,again:e.again},s.id)})})})}function Yt({contract:t,again:e}){let i=a(),{whole:s}=T(),n=l("ofType","Contract"),r=l("ofChoice","SignatureParty"),o=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim(),k=t.signatures?.map(L=>`${r(L.party)}: ${L.name}`).join(", ");return(0,b.jsx)(D,{title:o,state:n(t.state),tone:"note",facts:[[n("startsOn"),s(t.startsOn)],[n("endsOn"),s(t.endsOn)],[n("workplace"),t.workplace?.name],[n("tasks"),t.tasks],[i.signed,k||i.nobodySigned]],actions:(0,b.jsx)(y,{type:"Contract",document:lt,object:t,about:o,onDone:e})})}var U=N(Wt(),1);var O=N(g(),1),Bt=14;function kt(t){let e=a(),[i,s]=(0,U.useState)(!1),n=()=>s(!1),r=`${e.nameSubstitute}: ${t.name}`;return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)("button",{type:"button",className:"button","aria-label":r,onClick:()=>s(!0),children:e.nameSubstitute}),(0,O.jsx)(et,{title:r,isOpen:i,onClose:n,children:i?(0,O.jsx)($t,{...t,close:n}):null})]})}function $t(t){let e=p(Et,{});return(0,O.jsx)(c,{look:e,children:({staffMembers:i})=>(0,O.jsx)(Qt,{...t,staff:i?.nodes??[]})})}function Qt({client:t,unit:e,staff:i,onDone:s,close:n}){let r=a(),o=M(),[k,L]=(0,U.useState)(""),[w,H]=(0,U.useState)(h()),[Q,Ut]=(0,U.useState)(W(h(),Bt)),K=q(ct),wt=async P=>{P.preventDefault();let Ft={clientId:t,unitId:e,staffMemberId:k,startsOn:w,endsBefore:Q||null};await K.run({cover:Ft})&&(o.announce(r.substituteNamed),s(),n())};return(0,O.jsxs)("form",{className:"stack",onSubmit:P=>{wt(P)},children:[(0,O.jsx)(Z,{problems:K.problems,inputs:{staffMemberId:"cover-who",startsOn:"cover-starts",endsBefore:"cover-ends"}}),(0,O.jsx)(it,{id:"cover-who",title:r.whoCovers,options:i.map(P=>[P.id,`${P.firstName??""} ${P.lastName}, ${P.title??""}`]),value:k,isRequired:!0,onChange:L}),(0,O.jsx)(Y,{id:"cover-starts",title:r.coverStarts,kind:"date",value:w,isRequired:!0,onChange:H}),(0,O.jsx)(Y,{id:"cover-ends",title:r.coverEnds,kind:"date",value:Q,onChange:Ut}),(0,O.jsxs)("div",{className:"row",children:[(0,O.jsx)("button",{type:"submit",className:"button first",disabled:K.isWaiting,children:r.nameSubstitute}),(0,O.jsx)(nt,{})]})]})}var S=N(g(),1);function Ct(){let t=a(),e=st(ut,i=>({after:i}),i=>i.relationships,!0);return(0,S.jsx)(A,{title:t.ways.cover,lead:t.coverLead,children:(0,S.jsx)(c,{look:e,children:i=>(0,S.jsx)(f,{title:t.caseloads,rows:i,empty:t.noCaseloads,children:s=>(0,S.jsx)(jt,{caseload:s,again:e.again},s.id)})})})}function jt({caseload:t,again:e}){let{whole:i}=T(),s=l("ofType","Relationship"),{client:n,unit:r,responsibleCoach:o}=t,k=`${n?.callName??""} ${n?.lastName??""}`.trim();return(0,S.jsx)(D,{title:k,facts:[[s("responsibleCoach"),o?`${o.firstName} ${o.lastName}`:null],[s("unit"),r?.name],[s("startedOn"),i(t.startedOn)]],actions:n&&r?(0,S.jsx)(kt,{client:n.id,unit:r.id,name:k,onDone:e}):null,children:n?(0,S.jsx)(qt,{client:n,again:e}):null})}function qt({client:t,again:e}){let i=a(),{whole:s}=T(),n=t.substitutions?.nodes??[];return n.length?(0,S.jsx)("ul",{className:"tasks",children:n.map(r=>{let o=`${r.staffMember?.firstName??""} ${r.staffMember?.lastName??""}`.trim();return(0,S.jsxs)("li",{children:[(0,S.jsxs)("span",{children:[(0,S.jsx)("span",{className:"strong",children:o})," ",i.substitute,","," ",`${s(r.startsOn)}–${r.endsBefore?`${s(r.endsBefore)} (${i.notIncluded})`:""}`]}),(0,S.jsx)(y,{type:"Substitution",document:mt,object:r,about:o,onDone:e})]},r.id)})}):null}var u=N(g(),1);function vt(){let t=a(),e=p(Rt,{ennen:h()}),i=p(yt,{}),s=()=>{e.again(),i.again()};return(0,u.jsxs)(A,{title:t.ways.days,lead:t.daysLead,children:[(0,u.jsx)(c,{look:e,children:n=>(0,u.jsx)(Xt,{data:n})}),(0,u.jsx)(c,{look:i,children:({attendanceMonths:n})=>(0,u.jsx)(f,{title:t.months,rows:n?.nodes??[],empty:t.noMonths,children:r=>(0,u.jsx)(Jt,{month:r,again:s},r.id)})})]})}function Xt({data:t}){let e=a(),{long:i}=T(),s=t.selvittamatta?.nodes??[];return(0,u.jsxs)(u.Fragment,{children:[(0,u.jsxs)("dl",{className:"figures",children:[(0,u.jsxs)("div",{className:"figure",children:[(0,u.jsx)("dt",{children:e.recordedDays}),(0,u.jsx)("dd",{children:t.kaikki?.totalCount??0})]}),(0,u.jsxs)("div",{className:"figure",children:[(0,u.jsx)("dt",{children:e.unsettled}),(0,u.jsx)("dd",{children:t.selvittamatta?.totalCount??0})]})]}),(0,u.jsxs)("section",{className:"stack","aria-label":e.unsettled,children:[(0,u.jsx)("h2",{children:e.unsettled}),s.length?(0,u.jsx)("ul",{className:"tasks",children:s.map(n=>(0,u.jsxs)("li",{children:[(0,u.jsx)("span",{className:"strong",children:`${n.client?.callName??""} ${n.client?.lastName??""}`}),(0,u.jsx)("span",{className:"quiet",children:i(n.day)})]},n.id))}):(0,u.jsx)("p",{className:"quiet",children:e.noUnsettled})]})]})}function Jt({month:t,again:e}){let{moment:i}=T(),{month:s}=G(),n=l("ofType","AttendanceMonth"),r=s(t.month);return(0,u.jsx)(D,{title:r,state:n(t.state),tone:t.state==="LOCKED"?"":t.state==="CONFIRMED"?"good":"note",facts:[[n("unit"),t.unit?.name],[n("lockedAt"),i(t.lockedAt)]],actions:(0,u.jsx)(y,{type:"AttendanceMonth",document:Nt,object:t,about:r,onDone:e})})}var d=N(g(),1);function ht({id:t}){let e=a(),i=p(pt,{id:t});return(0,d.jsxs)(A,{title:e.referral,children:[(0,d.jsx)("p",{children:(0,d.jsxs)(F,{href:"/referrals",children:["← ",e.toReferrals]})}),(0,d.jsx)(c,{look:i,children:({referral:s,referralDuplicates:n})=>s?(0,d.jsx)(Zt,{referral:s,again:i.again,isKnown:!!n?.length}):(0,d.jsx)("p",{children:e.noReferral})})]})}function Zt({referral:t,again:e,isKnown:i}){let s=a(),n=l("ofType","Referral"),r=`${t.firstNames??""} ${t.lastName??""}`.trim();return(0,d.jsxs)("div",{className:"stack-large",children:[i?(0,d.jsx)("p",{className:"notice warn",children:s.known}):null,(0,d.jsxs)("div",{className:"row apart",children:[(0,d.jsxs)("h2",{children:[r," ",(0,d.jsx)("span",{className:"tag note",children:n(t.state)})]}),(0,d.jsx)(y,{type:"Referral",document:x,object:t,about:r,onDone:e})]}),(0,d.jsx)(zt,{referral:t}),(0,d.jsx)(te,{referral:t}),["goals","background"].map(o=>t[o]?(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:n(o)}),(0,d.jsx)("p",{className:"pre text",children:t[o]})]},o):null),(0,d.jsx)(ee,{referral:t})]})}function zt({referral:t}){let e=a(),{whole:i}=T(),s=l("ofType","Referral"),n=l("ofTerms","municipality");return(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:e.person}),(0,d.jsx)(V,{facts:[[s("dateOfBirth"),i(t.dateOfBirth)],[s("phone"),t.phone],[s("email"),t.email],[s("municipality"),n(t.municipality)]]})]})}function te({referral:t}){let e=a(),{whole:i,moment:s,hours:n}=T(),r=l("ofType","Referral"),o=l("ofServices",""),k=l("ofTerms","plan_kind"),L=l("ofChoice","Basis"),w=[[r("agency"),t.agency?.name],[r("official"),t.official?`${t.official.firstName} ${t.official.lastName}`:null],[r("serviceCode"),o(t.serviceCode)],[r("wantedStartOn"),i(t.wantedStartOn)],[r("daysPerWeek"),t.daysPerWeek],[r("minutesPerDay"),t.minutesPerDay?n(t.minutesPerDay):null],[r("basis"),L(t.basis)],[r("consentGivenOn"),i(t.consentGivenOn)],[r("consentValidUntil"),i(t.consentValidUntil)],[r("planKind"),k(t.planKind)],[r("planReference"),t.planReference],[r("payer"),t.payer],[r("receivedAt"),s(t.receivedAt)],[r("dueOn"),i(t.dueOn)],[e.awaited,t.awaitedFiles?.map(H=>H.name).join(", ")]];return(0,d.jsxs)("section",{className:"card",children:[(0,d.jsx)("h2",{children:e.service}),(0,d.jsx)(V,{facts:w})]})}function ee({referral:t}){let e=a(),{language:i}=M(),s=t.formAnswers?.nodes??[];return(0,d.jsxs)("section",{className:"stack",children:[(0,d.jsx)("h2",{children:e.answers}),s.length?null:(0,d.jsx)("p",{className:"quiet",children:e.noAnswers}),s.map(n=>(0,d.jsxs)("div",{className:"card",children:[(0,d.jsx)("h3",{children:n.template?{fi:n.template.titleFi,sv:n.template.titleSv,en:n.template.titleEn}[i]:""}),n.sections.map(r=>(0,d.jsx)(V,{facts:r.keys.map(o=>[r[i],ne(n.answers,o)])},r.name))]},n.id))]})}function ne(t,e){let i=t&&typeof t=="object"?t[e]:null;return i==null?"":Array.isArray(i)?i.join(", "):String(i)}var m=N(g(),1);function Pt(){let t=a(),e=p(B,{odottavat:["SUBMITTED","RECEIVED","IN_REVIEW","INFO_REQUESTED","INTERVIEW"]}),i=p(B,{odottavat:["ACCEPTED","WAITLISTED"]}),s=p(At,{}),n=()=>{for(let r of[e,i,s])r.again()};return(0,m.jsxs)(A,{title:t.ways.referrals,lead:t.referralsLead,children:[(0,m.jsx)(z,{types:["Referral"],show:n}),(0,m.jsx)(c,{look:s,children:r=>(0,m.jsx)(se,{data:r})}),(0,m.jsx)(Lt,{look:e,title:t.toAnswer,empty:t.noToAnswer,again:n}),(0,m.jsx)(Lt,{look:i,title:t.accepted,empty:t.noAccepted,again:n})]})}function Lt({look:t,title:e,empty:i,again:s}){return(0,m.jsx)(c,{look:t,children:({referrals:n})=>(0,m.jsx)(f,{title:e,rows:n?.nodes??[],empty:i,children:r=>(0,m.jsx)(ie,{referral:r,again:s},r.id)})})}function ie({referral:t,again:e}){let i=a(),{whole:s}=T(),n=l("ofType","Referral"),r=l("ofServices",""),o=`${t.firstNames??""} ${t.lastName??""}`.trim(),k=(t.dueOn??"9999")<h();return(0,m.jsx)(D,{title:o,state:n(t.state),tone:k?"bad":"note",facts:[[n("agency"),t.agency?.name],[n("serviceCode"),r(t.serviceCode)],[n("wantedStartOn"),s(t.wantedStartOn)],[n("dueOn"),t.dueOn?(0,m.jsx)("span",{className:k?"late":"",children:s(t.dueOn)}):null],[i.awaited,t.awaitedFiles?.map(L=>L.name).join(", ")]],actions:(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)(F,{className:"button",href:`/referrals/${t.id}`,"aria-label":`${i.open}: ${o}`,children:i.open}),(0,m.jsx)(y,{type:"Referral",document:x,object:t,about:o,onDone:e})]})})}function se({data:t}){let e=a(),i=t.units?.nodes.reduce((n,r)=>n+(r.capacity??0),0)??0,s=[[e.capacity,i||null],[e.active,t.relationships?.totalCount],[e.acceptedCount,t.accepted?.totalCount],[e.waitingCount,t.waiting?.totalCount]];return(0,m.jsx)("dl",{className:"figures","aria-label":e.room,children:s.map(([n,r])=>r==null?null:(0,m.jsxs)("div",{className:"figure",children:[(0,m.jsx)("dt",{children:n}),(0,m.jsx)("dd",{children:r})]},n))})}var C=N(g(),1);function Mt(){let t=a(),e=p(Dt,{});return(0,C.jsx)(A,{title:t.ways.reports,lead:t.reportsLead,children:(0,C.jsx)(c,{look:e,children:({reports:i})=>(0,C.jsx)(f,{title:t.toApprove,rows:i?.nodes??[],empty:t.noReports,children:s=>(0,C.jsx)(re,{report:s,again:e.again},s.id)})})})}function re({report:t,again:e}){let{whole:i}=T(),s=l("ofType","Report"),n=l("ofChoice","ReportKind"),r=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim();return(0,C.jsx)(D,{title:r,state:s(t.state),tone:t.state==="APPROVED"?"good":"note",facts:[[s("kind"),n(t.kind)],[s("startsOn"),i(t.startsOn)],[s("endsOn"),i(t.endsOn)]],actions:(0,C.jsx)(y,{type:"Report",document:gt,object:t,about:r,onDone:e}),children:["summary","clientView"].map(o=>t[o]?(0,C.jsxs)("div",{className:"text",children:[(0,C.jsx)("h4",{children:s(o)}),(0,C.jsx)("p",{className:"pre",children:t[o]})]},o):null)})}var R=N(g(),1),ae=14;function bt(){let t=a(),e=p(Tt,{until:W(h(),ae)}),i=p(St,{alkaen:tt(h())});return(0,R.jsxs)(A,{title:t.ways.tasks,lead:t.tasksLead,children:[(0,R.jsx)(c,{look:e,children:s=>(0,R.jsx)(rt,{title:t.toDo,empty:t.noTasks,tasks:s.tasks.nodes,about:ue,wayTo:de})}),(0,R.jsx)(c,{look:i,children:({myWeek:s})=>(0,R.jsx)(Ee,{events:s.happened.nodes})})]})}var oe=[[/^(REFERRAL_|WAITLIST_)/,"/referrals"],[/^CONTRACT_TO_SIGN$/,"/contracts"],[/^(MONTH_|REASON_|CERTIFICATE_|ABSENCE_)/,"/days"],[/^REPORT_/,"/reports"]];function de(t){return oe.find(([e])=>e.test(t))?.[1]}function le({task:{object:t}}){let{words:e}=M(),{month:i}=G();if("month"in t)return i(t.month);let n={firstNames:"",callName:"",lastName:"",..."client"in t?t.client:t};return`${n.firstNames||n.callName||""} ${n.lastName??""}`.trim()||e.records.nameHidden}function ue(t){return(0,R.jsx)(le,{task:t})}function Ee({events:t}){let e=a(),{moment:i}=T(),s=l("ofChoice","WeekEventKind");return(0,R.jsxs)("section",{className:"stack","aria-label":e.happened,children:[(0,R.jsx)("h2",{children:e.happened}),t.length?(0,R.jsxs)("details",{children:[(0,R.jsx)("summary",{children:e.showHappened(t.length)}),(0,R.jsx)("ul",{className:"tasks",children:t.map((n,r)=>(0,R.jsxs)("li",{children:[(0,R.jsxs)("span",{children:[(0,R.jsx)("span",{className:"strong",children:ce(n)})," ",s(n.kind)]}),(0,R.jsx)("span",{className:"quiet",children:i(n.at)})]},r))})]}):(0,R.jsx)("p",{className:"quiet",children:e.nothingHappened})]})}function ce({object:t}){return"client"in t&&t.client?`${t.client.callName??""} ${t.client.lastName??""}`:"lastName"in t?t.lastName??"":""}var _=N(g(),1);function me(){let{ways:t}=a();return(0,_.jsxs)(_.Fragment,{children:[(0,_.jsx)(J,{ways:[{path:"/",title:t.tasks},{path:"/referrals",title:t.referrals},{path:"/contracts",title:t.contracts},{path:"/days",title:t.days},{path:"/reports",title:t.reports},{path:"/cover",title:t.cover},{path:"/access",title:t.access}]}),(0,_.jsxs)(j,{children:[(0,_.jsx)(v,{path:"/",component:bt}),(0,_.jsx)(v,{path:"/referrals",component:Pt}),(0,_.jsx)(v,{path:"/referrals/:id",children:({id:e})=>(0,_.jsx)(ht,{id:e})}),(0,_.jsx)(v,{path:"/contracts",component:It}),(0,_.jsx)(v,{path:"/days",component:vt}),(0,_.jsx)(v,{path:"/reports",component:Mt}),(0,_.jsx)(v,{path:"/cover",component:Ct}),(0,_.jsx)(v,{path:"/access",component:ft}),(0,_.jsx)(v,{component:X})]})]})}export{me as default};
