import{a as Y}from"./chunk-Z5HLDTH2.js";import{b as A}from"./chunk-BKU7RKES.js";import{a as S,b as h,c as y}from"./chunk-J2LXTEA2.js";import"./chunk-577YW6CK.js";import"./chunk-VULNU2CV.js";import{a as W,b as f,c as G,d as H,e as g}from"./chunk-V4XOZU3M.js";import{w as l}from"./chunk-G62ATSXG.js";import{e as k,f as M,g as b,j as _,k as m,m as P,n as u,p as V,r as N}from"./chunk-YUCKUU3P.js";import{b as R}from"./chunk-SQE76S5B.js";var T=class extends String{__apiType;value;__meta__;constructor(e,i){super(e),this.value=e,this.__meta__=i}toString(){return this.value}},K=new T(`
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
    `),x=new T(`
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
    `),B=new T(`
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
    `),Q=new T(`
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
    `),$=new T(`
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
    `),U=new T(`
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
    `),j=new T(`
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
    `),q=new T(`
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
    `),X=new T(`
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
    `),J=new T(`
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
    `),Z=new T(`
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
    `),z=new T(`
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
    `),w=new T(`
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
    `),tt=new T(`
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
    `),et=new T(`
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
    `),nt=new T(`
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
    `),it=new T(`
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
    `);var Nt={ways:{tasks:"Tehtävät",referrals:"Lähetteet",contracts:"Sopimukset",days:"Päivät ja kuukaudet",reports:"Raportit",access:"Katselut"},tasksLead:"Mitä yksiköltä odotetaan kahden viikon aikana, kiireellisin ensin.",toDo:"Odottaa",noTasks:"Mikään ei odota.",happened:"Tällä viikolla tapahtui",nothingHappened:"Tällä viikolla ei ole vielä tapahtunut mitään.",referralsLead:"Lähettävä taho näkee jokaisen päätöksen heti.",toAnswer:"Vastausta odottavat",noToAnswer:"Yksikään lähete ei odota vastausta.",accepted:"Hyväksytyt ja jonossa olevat",noAccepted:"Hyväksyttyjä tai jonossa olevia ei ole.",open:"Avaa lähete",room:"Tilanne",capacity:"Paikkoja",active:"Asiakkaana",acceptedCount:"Hyväksytty",waitingCount:"Jonossa",answerBy:t=>`Vastaa viimeistään ${t}`,awaited:"Odotetaan liitettä",referral:"Lähete",toReferrals:"Takaisin lähetteisiin",person:"Henkilö",service:"Palvelu ja peruste",answers:"Vastaukset kysymyksiin",noAnswers:"Lähetteessä ei ole vastauksia.",known:"Henkilö voi olla jo asiakas. Nimeä oikea asiakas lähetteelle ennen hyväksymistä.",noReferral:"Lähetettä ei ole, tai se ei kuulu yksikköösi.",contractsLead:"Allekirjoita sopimukset ja vahvista ne, jotka kaikki ovat allekirjoittaneet.",toSign:"Odottaa allekirjoituksia",noToSign:"Yksikään sopimus ei odota allekirjoitusta.",signed:"Allekirjoittanut",nobodySigned:"ei vielä kukaan",daysLead:"Kuukausi vahvistetaan, kun jokaiselle päivälle on syy. Lukittuun kuukauteen ei enää kosketa.",recordedDays:"Kirjattu, vahvistamatta",unsettled:"Syy selvittämättä",noUnsettled:"Jokaisen poissaolon syy on selvitetty.",months:"Kuukaudet",noMonths:"Kuukausia ei ole.",reportsLead:"Raportit, joista asiakasta on kuultu. Hyväksytty raportti toimitetaan lähettävälle taholle.",toApprove:"Hyväksyttävät ja toimitettavat",noReports:"Yksikään raportti ei odota.",accessLead:"Jokaisesta katselusta jää merkintä. Nämä pitää selvittää.",anomalies:"Poikkeavat katselut",noAnomalies:"Poikkeavia katseluja ei ole.",emergencies:"Hätäkatselut",noEmergencies:"Tarkastettavia hätäkatseluja ei ole.",looks:t=>t===1?"1 katselu":`${t} katselua`,overThreshold:(t,e)=>`${t}, raja ${e}`,whose:"Kenen tietoja"},gt={ways:{tasks:"Uppgifter",referrals:"Remisser",contracts:"Avtal",days:"Dagar och månader",reports:"Rapporter",access:"Titter"},tasksLead:"Vad enheten väntas göra inom två veckor, det brådskande först.",toDo:"Väntar",noTasks:"Ingenting väntar.",happened:"Hände denna vecka",nothingHappened:"Ingenting har ännu hänt denna vecka.",referralsLead:"Den som skickade remissen ser varje beslut genast.",toAnswer:"Väntar på svar",noToAnswer:"Ingen remiss väntar på svar.",accepted:"Godkända och i kö",noAccepted:"Inga är godkända eller i kö.",open:"Öppna remissen",room:"Läget",capacity:"Platser",active:"Klienter",acceptedCount:"Godkända",waitingCount:"I kö",answerBy:t=>`Svara senast ${t}`,awaited:"Väntar på bilaga",referral:"Remiss",toReferrals:"Tillbaka till remisserna",person:"Person",service:"Tjänst och grund",answers:"Svar på frågorna",noAnswers:"Remissen har inga svar.",known:"Personen kan redan vara klient. Ange rätt klient på remissen före godkännandet.",noReferral:"Remissen finns inte, eller hör inte till din enhet.",contractsLead:"Skriv under avtalen och bekräfta dem som alla har skrivit under.",toSign:"Väntar på underskrifter",noToSign:"Inget avtal väntar på underskrift.",signed:"Har skrivit under",nobodySigned:"ingen ännu",daysLead:"Månaden bekräftas när varje dag har en orsak. En låst månad rörs inte mera.",recordedDays:"Antecknade, obekräftade",unsettled:"Orsaken outredd",noUnsettled:"Orsaken till varje frånvaro är utredd.",months:"Månader",noMonths:"Det finns inga månader.",reportsLead:"Rapporter om vilka klienten har hörts. En godkänd rapport lämnas till den som skickade remissen.",toApprove:"Att godkänna och lämna",noReports:"Ingen rapport väntar.",accessLead:"Varje titt lämnar ett spår. Dessa måste utredas.",anomalies:"Avvikande titter",noAnomalies:"Det finns inga avvikande titter.",emergencies:"Nödtitter",noEmergencies:"Inga nödtitter att granska.",looks:t=>t===1?"1 titt":`${t} titter`,overThreshold:(t,e)=>`${t}, gräns ${e}`,whose:"Vems uppgifter"},Rt={ways:{tasks:"Tasks",referrals:"Referrals",contracts:"Contracts",days:"Days and months",reports:"Reports",access:"Looks"},tasksLead:"What is expected of the unit within two weeks, the most urgent first.",toDo:"Waiting",noTasks:"Nothing waits.",happened:"Happened this week",nothingHappened:"Nothing has happened this week yet.",referralsLead:"The agency sees every decision at once.",toAnswer:"Waiting for an answer",noToAnswer:"No referral waits for an answer.",accepted:"Accepted and in the queue",noAccepted:"None is accepted or in the queue.",open:"Open the referral",room:"Room in the unit",capacity:"Places",active:"Clients",acceptedCount:"Accepted",waitingCount:"In the queue",answerBy:t=>`Answer by ${t}`,awaited:"A file is awaited",referral:"Referral",toReferrals:"Back to the referrals",person:"Person",service:"Service and basis",answers:"Answers to the questions",noAnswers:"The referral has no answers.",known:"The person may be a client already. Name the right client on the referral before you accept.",noReferral:"There is no such referral, or it is not of your unit.",contractsLead:"Sign the contracts, and approve those that everybody has signed.",toSign:"Waiting for signatures",noToSign:"No contract waits for a signature.",signed:"Signed by",nobodySigned:"nobody yet",daysLead:"A month is confirmed when every day has a reason. A locked month is not touched again.",recordedDays:"Recorded, not confirmed",unsettled:"Reason not known",noUnsettled:"The reason of every absence is known.",months:"Months",noMonths:"There are no months.",reportsLead:"Reports on which the client was heard. An approved report is delivered to the agency.",toApprove:"To approve and deliver",noReports:"No report waits.",accessLead:"Every look leaves a trace. These must be settled.",anomalies:"Unusual looks",noAnomalies:"There are no unusual looks.",emergencies:"Broken glass",noEmergencies:"No emergency access is to be judged.",looks:t=>t===1?"1 look":`${t} looks`,overThreshold:(t,e)=>`${t}, threshold ${e}`,whose:"Whose data"};function o(){return{fi:Nt,sv:gt,en:Rt}[P().language]}var D=R(_(),1);function rt(){let t=o(),e=u(Z,{}),i=u(X,{});return(0,D.jsxs)(m,{title:t.ways.access,lead:t.accessLead,children:[(0,D.jsx)(N,{look:e,children:({emergencyAccesses:r})=>(0,D.jsx)(y,{title:t.emergencies,rows:r?.nodes??[],empty:t.noEmergencies,children:n=>(0,D.jsx)(_t,{access:n,again:e.again},n.id)})}),(0,D.jsx)(N,{look:i,children:({anomalies:r})=>(0,D.jsx)(y,{title:t.anomalies,rows:r?.nodes??[],empty:t.noAnomalies,children:n=>(0,D.jsx)(pt,{anomaly:n,again:i.again},n.id)})})]})}function _t({access:t,again:e}){let i=o(),{moment:r}=g(),n=l("ofType","EmergencyAccess"),a=F(t.staffMember);return(0,D.jsx)(S,{title:a,state:n(t.state),tone:t.state==="OPEN"?"bad":"warn",facts:[[i.whose,F(t.client)],[n("createdAt"),r(t.createdAt)],[n("endsAt"),r(t.endsAt)],[n("reason"),t.reason]],actions:(0,D.jsx)(A,{type:"EmergencyAccess",document:x,object:t,about:a,onDone:e})})}function pt({anomaly:t,again:e}){let i=o(),{moment:r}=g(),n=l("ofType","Anomaly"),a=l("ofChoice","AnomalyKind"),E=F(t.staffMember);return(0,D.jsx)(S,{title:E,state:a(t.kind),tone:"warn",facts:[[n("startsAt"),r(t.startsAt)],[n("endsBefore"),r(t.endsBefore)],[n("looks"),i.looks(t.looks)],[n("count"),i.overThreshold(t.count,t.threshold)]],actions:(0,D.jsx)(A,{type:"Anomaly",document:K,object:t,about:E,onDone:e})})}function F(t){return`${t?.firstName??t?.callName??""} ${t?.lastName??""}`.trim()}var C=R(_(),1);function at(){let t=o(),e=u(B,{});return(0,C.jsx)(m,{title:t.ways.contracts,lead:t.contractsLead,children:(0,C.jsx)(N,{look:e,children:({contracts:i})=>(0,C.jsx)(y,{title:t.toSign,rows:i?.nodes??[],empty:t.noToSign,children:r=>(0,C.jsx)(Ot,{contract:r,again:e.again},r.id)})})})}function Ot({contract:t,again:e}){let i=o(),{whole:r}=g(),n=l("ofType","Contract"),a=l("ofChoice","SignatureParty"),E=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim(),L=t.signatures?.map(v=>`${a(v.party)}: ${v.name}`).join(", ");return(0,C.jsx)(S,{title:E,state:n(t.state),tone:"note",facts:[[n("startsOn"),r(t.startsOn)],[n("endsOn"),r(t.endsOn)],[n("workplace"),t.workplace?.name],[n("tasks"),t.tasks],[i.signed,L||i.nobodySigned]],actions:(0,C.jsx)(A,{type:"Contract",document:Q,object:t,about:E,onDone:e})})}var d=R(_(),1);function st(){let t=o(),e=u(J,{ennen:f()}),i=u(tt,{}),r=()=>{e.again(),i.again()};return(0,d.jsxs)(m,{title:t.ways.days,lead:t.daysLead,children:[(0,d.jsx)(N,{look:e,children:n=>(0,d.jsx)(mt,{data:n})}),(0,d.jsx)(N,{look:i,children:({attendanceMonths:n})=>(0,d.jsx)(y,{title:t.months,rows:n?.nodes??[],empty:t.noMonths,children:a=>(0,d.jsx)(At,{month:a,again:r},a.id)})})]})}function mt({data:t}){let e=o(),{long:i}=g(),r=t.selvittamatta?.nodes??[];return(0,d.jsxs)(d.Fragment,{children:[(0,d.jsxs)("dl",{className:"figures",children:[(0,d.jsxs)("div",{className:"figure",children:[(0,d.jsx)("dt",{children:e.recordedDays}),(0,d.jsx)("dd",{children:t.kaikki?.totalCount??0})]}),(0,d.jsxs)("div",{className:"figure",children:[(0,d.jsx)("dt",{children:e.unsettled}),(0,d.jsx)("dd",{children:t.selvittamatta?.totalCount??0})]})]}),(0,d.jsxs)("section",{className:"stack","aria-label":e.unsettled,children:[(0,d.jsx)("h2",{children:e.unsettled}),r.length?(0,d.jsx)("ul",{className:"tasks",children:r.map(n=>(0,d.jsxs)("li",{children:[(0,d.jsx)("span",{className:"strong",children:`${n.client?.callName??""} ${n.client?.lastName??""}`}),(0,d.jsx)("span",{className:"quiet",children:i(n.day)})]},n.id))}):(0,d.jsx)("p",{className:"quiet",children:e.noUnsettled})]})]})}function At({month:t,again:e}){let{language:i}=P(),{moment:r}=g(),n=l("ofType","AttendanceMonth"),E=new Intl.DateTimeFormat(`${i}-FI`,{month:"long",year:"numeric",timeZone:"UTC"}).format(new Date(t.month));return(0,d.jsx)(S,{title:E,state:n(t.state),tone:t.state==="LOCKED"?"":t.state==="CONFIRMED"?"good":"note",facts:[[n("unit"),t.unit?.name],[n("lockedAt"),r(t.lockedAt)]],actions:(0,d.jsx)(A,{type:"AttendanceMonth",document:$,object:t,about:E,onDone:e})})}var s=R(_(),1);function ot({id:t}){let e=o(),i=u(j,{id:t});return(0,s.jsxs)(m,{title:e.referral,children:[(0,s.jsx)("p",{children:(0,s.jsxs)(M,{href:"/referrals",children:["← ",e.toReferrals]})}),(0,s.jsx)(N,{look:i,children:({referral:r,referralDuplicates:n})=>r?(0,s.jsx)(Dt,{referral:r,again:i.again,isKnown:!!n?.length}):(0,s.jsx)("p",{children:e.noReferral})})]})}function Dt({referral:t,again:e,isKnown:i}){let r=o(),n=l("ofType","Referral"),a=`${t.firstNames??""} ${t.lastName??""}`.trim();return(0,s.jsxs)("div",{className:"stack-large",children:[i?(0,s.jsx)("p",{className:"notice warn",children:r.known}):null,(0,s.jsxs)("div",{className:"row apart",children:[(0,s.jsxs)("h2",{children:[a," ",(0,s.jsx)("span",{className:"tag note",children:n(t.state)})]}),(0,s.jsx)(A,{type:"Referral",document:U,object:t,about:a,onDone:e})]}),(0,s.jsx)(St,{referral:t}),(0,s.jsx)(yt,{referral:t}),["goals","background"].map(E=>t[E]?(0,s.jsxs)("section",{className:"card",children:[(0,s.jsx)("h2",{children:n(E)}),(0,s.jsx)("p",{className:"pre text",children:t[E]})]},E):null),(0,s.jsx)(It,{referral:t})]})}function St({referral:t}){let e=o(),{whole:i}=g(),r=l("ofType","Referral"),n=l("ofTerms","municipality");return(0,s.jsxs)("section",{className:"card",children:[(0,s.jsx)("h2",{children:e.person}),(0,s.jsx)(h,{facts:[[r("dateOfBirth"),i(t.dateOfBirth)],[r("phone"),t.phone],[r("email"),t.email],[r("municipality"),n(t.municipality)]]})]})}function yt({referral:t}){let e=o(),{whole:i,moment:r,hours:n}=g(),a=l("ofType","Referral"),E=l("ofServices",""),L=l("ofTerms","plan_kind"),v=l("ofChoice","Basis"),ut=[[a("agency"),t.agency?.name],[a("official"),t.official?`${t.official.firstName} ${t.official.lastName}`:null],[a("serviceCode"),E(t.serviceCode)],[a("wantedStartOn"),i(t.wantedStartOn)],[a("daysPerWeek"),t.daysPerWeek],[a("minutesPerDay"),t.minutesPerDay?n(t.minutesPerDay):null],[a("basis"),v(t.basis)],[a("consentGivenOn"),i(t.consentGivenOn)],[a("consentValidUntil"),i(t.consentValidUntil)],[a("planKind"),L(t.planKind)],[a("planReference"),t.planReference],[a("payer"),t.payer],[a("receivedAt"),r(t.receivedAt)],[a("dueOn"),i(t.dueOn)],[e.awaited,t.awaitedFiles?.map(Tt=>Tt.name).join(", ")]];return(0,s.jsxs)("section",{className:"card",children:[(0,s.jsx)("h2",{children:e.service}),(0,s.jsx)(h,{facts:ut})]})}function It({referral:t}){let e=o(),{language:i}=P(),r=t.formAnswers?.nodes??[];return(0,s.jsxs)("section",{className:"stack",children:[(0,s.jsx)("h2",{children:e.answers}),r.length?null:(0,s.jsx)("p",{className:"quiet",children:e.noAnswers}),r.map(n=>(0,s.jsxs)("div",{className:"card",children:[(0,s.jsx)("h3",{children:n.template?{fi:n.template.titleFi,sv:n.template.titleSv,en:n.template.titleEn}[i]:""}),n.sections.map(a=>(0,s.jsx)(h,{facts:a.keys.map(E=>[a[i],kt(n.answers,E)])},a.name))]},n.id))]})}function kt(t,e){let i=t&&typeof t=="object"?t[e]:null;return i==null?"":Array.isArray(i)?i.join(", "):String(i)}var c=R(_(),1);function Et(){let t=o(),e=u(w,{odottavat:["SUBMITTED","RECEIVED","IN_REVIEW","INFO_REQUESTED","INTERVIEW"]}),i=u(w,{odottavat:["ACCEPTED","WAITLISTED"]}),r=u(z,{}),n=()=>{for(let a of[e,i,r])a.again()};return(0,c.jsxs)(m,{title:t.ways.referrals,lead:t.referralsLead,children:[(0,c.jsx)(N,{look:r,children:a=>(0,c.jsx)(Ct,{data:a})}),(0,c.jsx)(dt,{look:e,title:t.toAnswer,empty:t.noToAnswer,again:n}),(0,c.jsx)(dt,{look:i,title:t.accepted,empty:t.noAccepted,again:n})]})}function dt({look:t,title:e,empty:i,again:r}){return(0,c.jsx)(N,{look:t,children:({referrals:n})=>(0,c.jsx)(y,{title:e,rows:n?.nodes??[],empty:i,children:a=>(0,c.jsx)(ft,{referral:a,again:r},a.id)})})}function ft({referral:t,again:e}){let i=o(),{whole:r}=g(),n=l("ofType","Referral"),a=l("ofServices",""),E=`${t.firstNames??""} ${t.lastName??""}`.trim(),L=(t.dueOn??"9999")<f();return(0,c.jsx)(S,{title:E,state:n(t.state),tone:L?"bad":"note",facts:[[n("agency"),t.agency?.name],[n("serviceCode"),a(t.serviceCode)],[n("wantedStartOn"),r(t.wantedStartOn)],[n("dueOn"),t.dueOn?(0,c.jsx)("span",{className:L?"late":"",children:r(t.dueOn)}):null],[i.awaited,t.awaitedFiles?.map(v=>v.name).join(", ")]],actions:(0,c.jsxs)(c.Fragment,{children:[(0,c.jsx)(M,{className:"button",href:`/referrals/${t.id}`,"aria-label":`${i.open}: ${E}`,children:i.open}),(0,c.jsx)(A,{type:"Referral",document:U,object:t,about:E,onDone:e})]})})}function Ct({data:t}){let e=o(),i=t.units?.nodes.reduce((n,a)=>n+(a.capacity??0),0)??0,r=[[e.capacity,i||null],[e.active,t.relationships?.totalCount],[e.acceptedCount,t.accepted?.totalCount],[e.waitingCount,t.waiting?.totalCount]];return(0,c.jsx)("dl",{className:"figures","aria-label":e.room,children:r.map(([n,a])=>a==null?null:(0,c.jsxs)("div",{className:"figure",children:[(0,c.jsx)("dt",{children:n}),(0,c.jsx)("dd",{children:a})]},n))})}var I=R(_(),1);function lt(){let t=o(),e=u(nt,{});return(0,I.jsx)(m,{title:t.ways.reports,lead:t.reportsLead,children:(0,I.jsx)(N,{look:e,children:({reports:i})=>(0,I.jsx)(y,{title:t.toApprove,rows:i?.nodes??[],empty:t.noReports,children:r=>(0,I.jsx)(Lt,{report:r,again:e.again},r.id)})})})}function Lt({report:t,again:e}){let{whole:i}=g(),r=l("ofType","Report"),n=l("ofChoice","ReportKind"),a=`${t.client?.callName??""} ${t.client?.lastName??""}`.trim();return(0,I.jsx)(S,{title:a,state:r(t.state),tone:t.state==="APPROVED"?"good":"note",facts:[[r("kind"),n(t.kind)],[r("startsOn"),i(t.startsOn)],[r("endsOn"),i(t.endsOn)]],actions:(0,I.jsx)(A,{type:"Report",document:q,object:t,about:a,onDone:e}),children:["summary","clientView"].map(E=>t[E]?(0,I.jsxs)("div",{className:"text",children:[(0,I.jsx)("h4",{children:r(E)}),(0,I.jsx)("p",{className:"pre",children:t[E]})]},E):null)})}var O=R(_(),1),vt=14;function ct(){let t=o(),e=u(it,{asti:G(f(),vt)}),i=u(et,{alkaen:H(f())});return(0,O.jsxs)(m,{title:t.ways.tasks,lead:t.tasksLead,children:[(0,O.jsx)(N,{look:e,children:r=>(0,O.jsx)(Y,{title:t.toDo,empty:t.noTasks,tasks:r.tasks.nodes,about:Pt})}),(0,O.jsx)(N,{look:i,children:({myWeek:r})=>(0,O.jsx)(Mt,{events:r.happened.nodes})})]})}function Pt({object:t}){return"client"in t&&t.client?`${t.client.callName??""} ${t.client.lastName??""}`:"lastName"in t?t.lastName??"":""}function Mt({events:t}){let e=o(),{moment:i}=g(),r=l("ofChoice","WeekEventKind");return(0,O.jsxs)("section",{className:"stack","aria-label":e.happened,children:[(0,O.jsx)("h2",{children:e.happened}),t.length?(0,O.jsx)("ul",{className:"tasks",children:t.map((n,a)=>(0,O.jsxs)("li",{children:[(0,O.jsxs)("span",{children:[(0,O.jsx)("span",{className:"strong",children:r(n.kind)})," ",ht(n)]}),(0,O.jsx)("span",{className:"quiet",children:i(n.at)})]},a))}):(0,O.jsx)("p",{className:"quiet",children:e.nothingHappened})]})}function ht({object:t}){return"client"in t&&t.client?`${t.client.callName??""} ${t.client.lastName??""}`:"lastName"in t?t.lastName??"":""}var p=R(_(),1);function Ut(){let{ways:t}=o();return(0,p.jsxs)(p.Fragment,{children:[(0,p.jsx)(W,{ways:[{path:"/",title:t.tasks},{path:"/referrals",title:t.referrals},{path:"/contracts",title:t.contracts},{path:"/days",title:t.days},{path:"/reports",title:t.reports},{path:"/access",title:t.access}]}),(0,p.jsxs)(b,{children:[(0,p.jsx)(k,{path:"/",component:ct}),(0,p.jsx)(k,{path:"/referrals",component:Et}),(0,p.jsx)(k,{path:"/referrals/:id",children:({id:e})=>(0,p.jsx)(ot,{id:e})}),(0,p.jsx)(k,{path:"/contracts",component:at}),(0,p.jsx)(k,{path:"/days",component:st}),(0,p.jsx)(k,{path:"/reports",component:lt}),(0,p.jsx)(k,{path:"/access",component:rt}),(0,p.jsx)(k,{component:V})]})]})}export{Ut as default};
