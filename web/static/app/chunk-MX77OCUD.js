import{a as ke}from"./chunk-3MDIKG7R.js";import{a as Ie,b as H,c as B,d as ie,e as S}from"./chunk-N6QKY6LK.js";import{a as Ce}from"./chunk-H2ZOWXED.js";import{i as Re,k as fe,m as Ae,s as ge,w as y}from"./chunk-4U2WTZIJ.js";import{a as J,f as re,g as Ee,h as De,l as m,m as z,o as M,p as Z,r as ue,s as me,u as ee}from"./chunk-APBTJ5QG.js";import{b as c}from"./chunk-SQE76S5B.js";var Ue=c(J(),1);var V=class extends String{__apiType;value;__meta__;constructor(t,n){super(t),this.value=t,this.__meta__=n}toString(){return this.value}},Ft=new V(`
    fragment NamedClient on Client {
  id
  callName
  lastName
}
    `,{fragmentName:"NamedClient"}),Wt=new V(`
    fragment AboutTask on Task {
  kind
  dueOn
  object {
    id
    ... on Attendance {
      day
      client {
        ...NamedClient
      }
    }
    ... on Contract {
      client {
        ...NamedClient
      }
    }
    ... on Programme {
      client {
        ...NamedClient
      }
    }
    ... on Relationship {
      client {
        ...NamedClient
      }
    }
    ... on Measure {
      text
      client {
        ...NamedClient
      }
    }
  }
}
    fragment NamedClient on Client {
  id
  callName
  lastName
}`,{fragmentName:"AboutTask"}),he=new V(`
    query CoachCaseload($after: String) {
  relationships(
    filter: {state: {eq: ACTIVE}}
    orderBy: STARTED_ON_DESC
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      startedOn
      client {
        id
        callName
        lastName
        safetyRestriction
      }
      programmes(filter: {state: {eq: ACTIVE}}, first: 1) {
        nodes {
          endsOn
          nextReviewOn
          serviceType {
            titleFi
            titleSv
            titleEn
          }
        }
      }
    }
  }
}
    `),Me=new V(`
    query CoachClient($id: ID!, $since: Date!, $before: Date!) {
  client(id: $id) {
    id
    firstNames
    callName
    lastName
    phones
    email
    streetAddress
    postalCode
    city
    contactAddress
    emergencyContact
    serviceLanguage
    interpreterNeeded
    safetyRestriction
    relationships(orderBy: STARTED_ON_DESC, first: 3) {
      nodes {
        id
        state
        startedOn
        endedOn
        responsibleCoach {
          firstName
          lastName
        }
      }
    }
    substitutions(first: 5) {
      nodes {
        id
        startsOn
        endsBefore
        staffMember {
          firstName
          lastName
        }
      }
    }
    referrals(first: 3) {
      nodes {
        id
        state
        receivedAt
        agency {
          name
        }
      }
    }
    programmes(filter: {state: {in: [ACTIVE, PAUSED, PLANNED]}}, first: 3) {
      nodes {
        id
        state
        startsOn
        endsOn
        serviceType {
          titleFi
          titleSv
          titleEn
        }
        goals(first: 10) {
          nodes {
            id
            area
            state
            text
            ownWords
          }
        }
      }
    }
    contracts(orderBy: STARTS_ON_DESC, first: 3) {
      nodes {
        id
        state
        startsOn
        endsOn
        workplace {
          name
        }
      }
    }
    attendance(filter: {day: {gte: $since, lt: $before}}, orderBy: DAY, first: 60) {
      nodes {
        id
        day
        state
        code
        presence
      }
    }
    coachingNotes(orderBy: OCCURRED_AT_DESC, first: 5) {
      nodes {
        id
        state
        kind
        occurredAt
        body
      }
    }
  }
  consents(filter: {clientId: {eq: $id}}, first: 10) {
    nodes {
      id
      state
      categories
      validUntil
      agency {
        name
      }
    }
  }
}
    `),Le=new V(`
    query CoachSheet($scope: AttendanceScope!, $from: Date!, $to: Date!) {
  attendanceSheet(scope: $scope, from: $from, to: $to) {
    days {
      day
      weekday
      isHoliday
    }
    rows {
      client {
        id
        callName
        lastName
      }
      contract {
        id
        weeklyPattern {
          weekday
          startsAt
          minutes
        }
      }
      days {
        id
        revision
        day
        state
        code
        minutes
        plannedMinutes
      }
      recent {
        day
        code
        presence
      }
    }
    hasMore
  }
  attendanceEffects(day: $from) {
    code
    title
    benefit
    reported
    hasHours
    mostMinutes
  }
}
    `),be=new V(`
    query DaysNow($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Attendance {
      id
      revision
      state
      code
      minutes
    }
  }
}
    `),ve=new V(`
    mutation RecordSheet($days: RecordAttendanceInput!, $key: String!) {
  recordAttendance(input: $days, idempotencyKey: $key) {
    days {
      id
      revision
      state
      code
      minutes
    }
    refused {
      id
      errors {
        code
        message
      }
    }
    errors {
      code
      path
      message
    }
  }
}
    `),Pe=new V(`
    mutation NotOrganisedDay($day: NotOrganisedInput!, $key: String!) {
  notOrganised(input: $day, idempotencyKey: $key) {
    days {
      id
      revision
      state
      code
      minutes
    }
    refused {
      id
      errors {
        code
        message
      }
    }
    errors {
      code
      path
      message
    }
  }
}
    `),we=new V(`
    query CoachWeek($from: Date!) {
  myWeek(from: $from) {
    from
    before
    due(first: 50) {
      nodes {
        ...AboutTask
      }
    }
    waiting(first: 50) {
      nodes {
        ...AboutTask
      }
    }
    happened(first: 50) {
      nodes {
        kind
        at
        object {
          id
          ... on Attendance {
            day
            code
            client {
              ...NamedClient
            }
          }
          ... on CoachingNote {
            client {
              ...NamedClient
            }
          }
          ... on Contract {
            client {
              ...NamedClient
            }
          }
        }
      }
    }
  }
}
    fragment AboutTask on Task {
  kind
  dueOn
  object {
    id
    ... on Attendance {
      day
      client {
        ...NamedClient
      }
    }
    ... on Contract {
      client {
        ...NamedClient
      }
    }
    ... on Programme {
      client {
        ...NamedClient
      }
    }
    ... on Relationship {
      client {
        ...NamedClient
      }
    }
    ... on Measure {
      text
      client {
        ...NamedClient
      }
    }
  }
}
fragment NamedClient on Client {
  id
  callName
  lastName
}`);var pt={ways:{morning:"Aamu",week:"Viikkoni",caseload:"Asiakkaat"},morning:"Aamun läsnäolot",day:"Päivä",showDay:"Päivä",showWeek:"Viikko",span:"Mitä näytetään",before:"Edellinen",after:"Seuraava",toToday:"Tänään",person:"Valmentautuja",recent:"Viime päivät",planned:"Suunniteltu",mark:"Merkintä",minutes:"Minuutit",minutesOf:e=>`Minuutit, ${e}`,nobody:"Tälle päivälle ei ole suunniteltu ketään.",more:"Listalle mahtuu tuhat riviä; tässä ovat ensimmäiset.",keys:"Näppäimet",keysLead:"Nuolilla liikut, kirjain merkitsee ja siirtyy alaspäin. Enter avaa valikon, askelpalautin poistaa merkinnän.",othersPresent:"Kaikki muut läsnä",notOrganised:"Palvelua ei järjestetä",notOrganisedTitle:e=>`Palvelua ei järjestetä: ${e}`,notOrganisedLead:"Kaikki asiakkaidesi suunnitellut päivät merkitään päiviksi, joina palvelua ei ollut. Se ei ole poissaolo.",reason:"Syy",unsaved:e=>e===1?"1 merkintä tallentamatta":`${e} merkintää tallentamatta`,allSaved:"Kaikki merkinnät on tallennettu",nothingMarked:"Ei tallentamattomia merkintöjä",save:"Tallenna",saving:"Tallennetaan…",discard:"Hylkää merkinnät",savedDays:e=>e===1?"1 päivä tallennettu.":`${e} päivää tallennettu.`,refusedDays:e=>e===1?"1 päivä hylättiin.":`${e} päivää hylättiin.`,conflicts:"Joku muu kirjasi saman päivän",mine:"Sinä",theirs:"Toinen",keepMine:"Pidä oma",takeTheirs:"Pidä toisen",unmarked:"merkitsemättä",noDay:"ei työpäivää",isLocked:"Päivä on vahvistettu tai lukittu. Se muuttuu vain oikaisulla.",status:{draft:"tallentamatta",saving:"tallennetaan",refused:"hylätty",conflict:"ristiriita",saved:"tallennettu",stored:"kirjattu"},chooseCode:e=>`Merkintä: ${e}`,letters:{PRESENT:"L",PRESENT_REMOTE:"E",PRESENT_SHORT:"V",ABSENT_SICK:"S",ABSENT_CHILD:"P",ABSENT_INTERVIEW:"H",ABSENT_OFFICE:"T",ABSENT_AGREED:"M",ABSENT_UNAUTHORISED:"U",ABSENT_PENDING:"Y"},benefit:{KEPT:"etuus säilyy",LOST:"etuus menetetään",HELD:"etuus odottaa syytä",REVIEW:"etuus arvioidaan",AGREED:"etuus sopimuksen mukaan",AS_REPLACEMENT:"kuten vaihdettu päivä"},reported:{YES:"kerrotaan maksajalle",FLAG:"merkitään maksajalle",HELD:"kerrotaan, kun syy selviää",INFORMATIONAL:"maksajalle tiedoksi"},weekLead:"Mitä viikolla tapahtui, mikä on tehtävä ja mikä odottaa.",due:"Tehtävä tällä viikolla",waiting:"Odottaa yhä",happened:"Tapahtunut",noDue:"Tälle viikolle ei ole määräpäiviä.",noWaiting:"Mikään ei odota.",noHappened:"Viikolta ei ole vielä kirjauksia.",by:e=>`viimeistään ${e}`,caseloadLead:"Ne, joista vastaat tai joita sijaistat.",noClients:"Sinulla ei ole asiakkaita.",since:e=>`Asiakkaana ${e} alkaen`,service:"Palvelu",open:"Avaa",client:"Asiakas",contact:"Yhteystiedot",protected:"Turvakielto",protectedLead:"Osoite ja muut olinpaikan tiedot on salattu.",goals:"Tavoitteet",notes:"Viimeisimmät kirjaukset",days:"Päivät",contracts:"Sopimukset",consents:"Suostumukset",referral:"Lähete",team:"Kuka työskentelee hänen kanssaan",responsible:"Vastuuvalmentaja",substitute:"Sijainen",noGoals:"Tavoitteita ei ole kirjattu.",noNotes:"Kirjauksia ei ole.",noDays:"Viime viikoilta ei ole päiviä.",noContracts:"Sopimuksia ei ole.",noConsents:"Suostumuksia ei ole.",notSeen:"Asiakasta ei ole, tai et näe häntä tässä tehtävässä.",moreClients:"Näytä lisää"},Tt={ways:{morning:"Morgon",week:"Min vecka",caseload:"Klienter"},morning:"Morgonens närvaro",day:"Dag",showDay:"Dag",showWeek:"Vecka",span:"Vad som visas",before:"Föregående",after:"Nästa",toToday:"I dag",person:"Klient",recent:"Senaste dagar",planned:"Planerat",mark:"Anteckning",minutes:"Minuter",minutesOf:e=>`Minuter, ${e}`,nobody:"Ingen är planerad för den här dagen.",more:"Listan rymmer tusen rader; här är de första.",keys:"Tangenter",keysLead:"Du rör dig med pilarna; en bokstav antecknar och går nedåt. Enter öppnar menyn, backsteg tar bort anteckningen.",othersPresent:"Alla andra närvarande",notOrganised:"Tjänsten ordnas inte",notOrganisedTitle:e=>`Tjänsten ordnas inte: ${e}`,notOrganisedLead:"Alla planerade dagar för dina klienter antecknas som dagar utan tjänst. Det är inte frånvaro.",reason:"Orsak",unsaved:e=>e===1?"1 anteckning är inte sparad":`${e} anteckningar är inte sparade`,allSaved:"Alla anteckningar är sparade",nothingMarked:"Inga osparade anteckningar",save:"Spara",saving:"Sparar…",discard:"Förkasta anteckningarna",savedDays:e=>e===1?"1 dag sparad.":`${e} dagar sparade.`,refusedDays:e=>e===1?"1 dag nekades.":`${e} dagar nekades.`,conflicts:"Någon annan antecknade samma dag",mine:"Du",theirs:"Den andra",keepMine:"Behåll min",takeTheirs:"Behåll den andras",unmarked:"inte antecknad",noDay:"ingen arbetsdag",isLocked:"Dagen är bekräftad eller låst. Den ändras bara genom en rättelse.",status:{draft:"inte sparad",saving:"sparas",refused:"nekad",conflict:"konflikt",saved:"sparad",stored:"antecknad"},chooseCode:e=>`Anteckning: ${e}`,letters:{PRESENT:"N",PRESENT_REMOTE:"D",PRESENT_SHORT:"K",ABSENT_SICK:"S",ABSENT_CHILD:"B",ABSENT_INTERVIEW:"I",ABSENT_OFFICE:"F",ABSENT_AGREED:"A",ABSENT_UNAUTHORISED:"O",ABSENT_PENDING:"U"},benefit:{KEPT:"förmånen kvarstår",LOST:"förmånen förloras",HELD:"förmånen väntar på orsaken",REVIEW:"förmånen bedöms",AGREED:"förmånen enligt avtal",AS_REPLACEMENT:"som den bytta dagen"},reported:{YES:"berättas för betalaren",FLAG:"märks för betalaren",HELD:"berättas när orsaken är klar",INFORMATIONAL:"för betalarens kännedom"},weekLead:"Vad som hände under veckan, vad som ska göras och vad som väntar.",due:"Att göra den här veckan",waiting:"Väntar fortfarande",happened:"Har hänt",noDue:"Inga förfallodagar den här veckan.",noWaiting:"Ingenting väntar.",noHappened:"Inga anteckningar från veckan ännu.",by:e=>`senast ${e}`,caseloadLead:"De som du ansvarar för eller vikarierar för.",noClients:"Du har inga klienter.",since:e=>`Klient sedan ${e}`,service:"Tjänst",open:"Öppna",client:"Klient",contact:"Kontaktuppgifter",protected:"Spärrmarkering",protectedLead:"Adressen och andra uppgifter om var personen finns är skyddade.",goals:"Mål",notes:"Senaste anteckningar",days:"Dagar",contracts:"Avtal",consents:"Samtycken",referral:"Remiss",team:"Vem arbetar med personen",responsible:"Ansvarig coach",substitute:"Vikarie",noGoals:"Inga mål är antecknade.",noNotes:"Det finns inga anteckningar.",noDays:"Inga dagar från de senaste veckorna.",noContracts:"Det finns inga avtal.",noConsents:"Det finns inga samtycken.",notSeen:"Klienten finns inte, eller så ser du inte personen i din uppgift.",moreClients:"Visa fler"},_t={ways:{morning:"Morning",week:"My week",caseload:"Clients"},morning:"Attendance of the morning",day:"Day",showDay:"Day",showWeek:"Week",span:"What is shown",before:"Previous",after:"Next",toToday:"Today",person:"Trainee",recent:"Recent days",planned:"Planned",mark:"Mark",minutes:"Minutes",minutesOf:e=>`Minutes, ${e}`,nobody:"Nobody is planned for this day.",more:"The list holds a thousand rows; these are the first.",keys:"Keys",keysLead:"Arrows move; a letter marks and goes down. Enter opens the menu, backspace removes a mark.",othersPresent:"All others present",notOrganised:"Service not organised",notOrganisedTitle:e=>`Service not organised: ${e}`,notOrganisedLead:"All planned days of your clients are recorded as days without service. That is no absence.",reason:"Reason",unsaved:e=>e===1?"1 mark is not saved":`${e} marks are not saved`,allSaved:"All marks are saved",nothingMarked:"No unsaved marks",save:"Save",saving:"Saving…",discard:"Discard the marks",savedDays:e=>e===1?"1 day saved.":`${e} days saved.`,refusedDays:e=>e===1?"1 day was refused.":`${e} days were refused.`,conflicts:"Somebody else recorded the same day",mine:"You",theirs:"The other",keepMine:"Keep mine",takeTheirs:"Keep the other",unmarked:"not marked",noDay:"no working day",isLocked:"The day is confirmed or locked. It changes by a correction alone.",status:{draft:"not saved",saving:"saving",refused:"refused",conflict:"conflict",saved:"saved",stored:"recorded"},chooseCode:e=>`Mark: ${e}`,letters:{PRESENT:"P",PRESENT_REMOTE:"R",PRESENT_SHORT:"H",ABSENT_SICK:"S",ABSENT_CHILD:"C",ABSENT_INTERVIEW:"I",ABSENT_OFFICE:"O",ABSENT_AGREED:"A",ABSENT_UNAUTHORISED:"U",ABSENT_PENDING:"W"},benefit:{KEPT:"benefit kept",LOST:"benefit lost",HELD:"benefit waits for the reason",REVIEW:"benefit is reviewed",AGREED:"benefit by agreement",AS_REPLACEMENT:"as the swapped day"},reported:{YES:"the payer is told",FLAG:"flagged to the payer",HELD:"told when the reason is known",INFORMATIONAL:"for the payer’s information"},weekLead:"What happened in the week, what is due and what waits.",due:"Due this week",waiting:"Still waiting",happened:"Happened",noDue:"Nothing is due this week.",noWaiting:"Nothing waits.",noHappened:"Nothing was recorded this week yet.",by:e=>`by ${e}`,caseloadLead:"Those you are responsible for, or stand in for.",noClients:"You have no clients.",since:e=>`Client since ${e}`,service:"Service",open:"Open",client:"Client",contact:"Contact",protected:"Safety restriction",protectedLead:"The address and what else tells where the person is are protected.",goals:"Goals",notes:"Latest notes",days:"Days",contracts:"Contracts",consents:"Consents",referral:"Referral",team:"Who works with the person",responsible:"Responsible coach",substitute:"Substitute",noGoals:"No goals are recorded.",noNotes:"There are no notes.",noDays:"No days in the last weeks.",noContracts:"There are no contracts.",noConsents:"There are no consents.",notSeen:"There is no such client, or you do not see the person in your role.",moreClients:"Show more"};function E(){return{fi:pt,sv:Tt,en:_t}[M().language]}var p=c(m(),1);function Fe(){let e=E(),[t,n]=(0,Ue.useState)(null),r=Z(he,{after:t});return(0,p.jsx)(z,{title:e.ways.caseload,lead:e.caseloadLead,children:(0,p.jsx)(ee,{look:r,children:({relationships:s})=>(0,p.jsxs)(p.Fragment,{children:[(0,p.jsx)(Ot,{relationships:s?.nodes??[]}),s?.pageInfo.hasNextPage?(0,p.jsx)("div",{children:(0,p.jsx)("button",{type:"button",className:"button",onClick:()=>n(s.pageInfo.endCursor??null),children:e.moreClients})}):null]})})})}function Ot({relationships:e}){let t=E(),{language:n}=M(),{whole:r}=S(),s=y("ofType","Programme"),a=y("ofType","Relationship");if(!e.length)return(0,p.jsx)("p",{className:"card quiet",children:t.noClients});let d=({client:o})=>[o?.lastName,o?.callName].filter(Boolean).join(" "),i=[...e].sort((o,u)=>d(o).localeCompare(d(u),`${n}-FI`));return(0,p.jsx)("div",{className:"wide",children:(0,p.jsxs)("table",{className:"table",children:[(0,p.jsx)("thead",{children:(0,p.jsxs)("tr",{children:[(0,p.jsx)("th",{scope:"col",children:t.client}),(0,p.jsx)("th",{scope:"col",children:t.service}),(0,p.jsx)("th",{scope:"col",className:"wide-only",children:a("startedOn")}),(0,p.jsx)("th",{scope:"col",className:"wide-only",children:s("endsOn")}),(0,p.jsx)("th",{scope:"col",children:s("nextReviewOn")})]})}),(0,p.jsx)("tbody",{children:i.map(o=>{let u=o.programmes?.nodes[0];return(0,p.jsxs)("tr",{children:[(0,p.jsxs)("th",{scope:"row",children:[o.client?(0,p.jsx)(Ee,{href:`/clients/${o.client.id}`,children:d(o)}):"–"," ",o.client?.safetyRestriction?(0,p.jsx)("span",{className:"tag warn",children:t.protected}):null]}),(0,p.jsx)("td",{children:ge(u?.serviceType,n)}),(0,p.jsx)("td",{className:"wide-only",children:r(o.startedOn)}),(0,p.jsx)("td",{className:"wide-only",children:r(u?.endsOn)}),(0,p.jsx)("td",{children:r(u?.nextReviewOn)||"–"})]},o.id)})})]})})}var C=c(m(),1);function We({client:e,consents:t}){let n=E(),{whole:r}=S(),s=y("ofType","Contract"),a=y("ofType","Consent"),d=y("ofChoice","DataCategory"),i=e.contracts?.nodes??[];return(0,C.jsxs)("section",{className:"card","aria-labelledby":"contracts",children:[(0,C.jsx)("h2",{id:"contracts",children:n.contracts}),i.length?null:(0,C.jsx)("p",{className:"quiet",children:n.noContracts}),(0,C.jsx)("ul",{className:"list plain",children:i.map(o=>(0,C.jsxs)("li",{children:[(0,C.jsxs)("span",{className:"strong",children:[r(o.startsOn)," – ",r(o.endsOn)]}),(0,C.jsx)("span",{children:o.workplace?.name}),(0,C.jsx)("span",{className:o.state==="ACTIVE"?"tag good":"tag",children:s(o.state)})]},o.id))}),(0,C.jsx)("h2",{children:n.consents}),t.length?null:(0,C.jsx)("p",{className:"quiet",children:n.noConsents}),(0,C.jsx)("ul",{className:"list plain",children:t.map(o=>(0,C.jsxs)("li",{children:[(0,C.jsx)("span",{className:"strong",children:o.agency?.name}),(0,C.jsx)("span",{children:o.categories?.map(d).join(", ")}),(0,C.jsx)("span",{className:o.state==="GIVEN"?"tag good":"tag",children:a(o.state)})]},o.id))})]})}var Q=c(m(),1);function Ge({client:e}){let t=E(),{words:n}=M(),r=y("ofType","Client"),s=i=>i?new Intl.DisplayNames([document.documentElement.lang],{type:"language"}).of(i)??i:"",a=[e.streetAddress,[e.postalCode,e.city].filter(Boolean).join(" ")].filter(Boolean),d=[["phones",e.phones?.join(", ")??""],["email",e.email??""],["streetAddress",a.join(", ")],["contactAddress",e.contactAddress??""],["emergencyContact",e.emergencyContact??""],["serviceLanguage",s(e.serviceLanguage)],["interpreterNeeded",e.interpreterNeeded?n.yes:""]];return(0,Q.jsxs)("section",{className:"card","aria-labelledby":"contact",children:[(0,Q.jsx)("h2",{id:"contact",children:t.contact}),e.safetyRestriction?(0,Q.jsx)("p",{className:"notice warn",children:t.protectedLead}):null,(0,Q.jsx)("dl",{className:"facts narrow",children:d.filter(([,i])=>i).map(([i,o])=>(0,Q.jsxs)("div",{children:[(0,Q.jsx)("dt",{children:r(i)}),(0,Q.jsx)("dd",{children:o})]},i))})]})}var F=c(m(),1);function He({days:e}){let t=E(),{short:n}=S(),r=y("ofTerms","attendance_code"),s=St(e);return(0,F.jsxs)("section",{className:"card","aria-labelledby":"days",children:[(0,F.jsx)("h2",{id:"days",children:t.days}),s.size?null:(0,F.jsx)("p",{className:"quiet",children:t.noDays}),(0,F.jsx)("ul",{className:"weeks",children:[...s].map(([a,d])=>(0,F.jsxs)("li",{children:[(0,F.jsx)("span",{className:"quiet small",children:n(a)}),(0,F.jsx)("ul",{className:"strip large",children:d.map(i=>(0,F.jsxs)("li",{className:yt(i),title:`${n(i.day??"")} ${r(i.code)}`,children:[(0,F.jsx)("span",{"aria-hidden":"true",children:t.letters[i.code??""]??(i.code?"•":"·")}),(0,F.jsxs)("span",{className:"unseen",children:[n(i.day??"")," ",r(i.code)||t.unmarked]})]},i.id))})]},a))})]})}function St(e){let t=new Map;for(let n of e){let r=ie(n.day??"");t.set(r,[...t.get(r)??[],n])}return t}function yt({presence:e}){return e==="PRESENT"?"present":e==="ABSENT"?"absent":""}var R=c(m(),1);function Be({client:e}){return(0,R.jsxs)("div",{className:"stack-large",children:[(0,R.jsx)(Rt,{client:e}),(0,R.jsx)(ft,{client:e})]})}function Rt({client:e}){let t=E(),{language:n}=M(),r=y("ofTerms","goal_area"),s=y("ofType","Goal"),a=e.programmes?.nodes??[],d=a.some(({goals:i})=>i?.nodes.length);return(0,R.jsxs)("section",{className:"card","aria-labelledby":"goals",children:[(0,R.jsx)("h2",{id:"goals",children:t.goals}),d?null:(0,R.jsx)("p",{className:"quiet",children:t.noGoals}),a.map(i=>(0,R.jsxs)("div",{className:"stack",children:[(0,R.jsx)("h3",{className:"quiet",children:ge(i.serviceType,n)}),(0,R.jsx)("ul",{className:"list plain",children:i.goals?.nodes.map(o=>(0,R.jsxs)("li",{children:[(0,R.jsx)("span",{className:"strong",children:o.text}),o.ownWords?(0,R.jsx)("q",{children:o.ownWords}):null,(0,R.jsx)("span",{className:"quiet small",children:[r(o.area),s(o.state)].filter(Boolean).join(" · ")})]},o.id))})]},i.id))]})}function ft({client:e}){let t=E(),{moment:n}=S(),r=y("ofChoice","NoteKind"),s=y("ofType","CoachingNote"),a=e.coachingNotes?.nodes??[];return(0,R.jsxs)("section",{className:"card","aria-labelledby":"notes",children:[(0,R.jsx)("h2",{id:"notes",children:t.notes}),a.length?null:(0,R.jsx)("p",{className:"quiet",children:t.noNotes}),(0,R.jsx)("ul",{className:"list plain",children:a.map(d=>(0,R.jsxs)("li",{children:[(0,R.jsx)("span",{className:"quiet small",children:[n(d.occurredAt),r(d.kind),s(d.state)].filter(Boolean).join(" · ")}),(0,R.jsx)("p",{className:"note-body",children:d.body})]},d.id))})]})}var I=c(m(),1);function Ye({client:e}){let t=E(),{whole:n,moment:r}=S(),s=y("ofType","Referral");return(0,I.jsxs)("section",{className:"card","aria-labelledby":"team",children:[(0,I.jsx)("h2",{id:"team",children:t.team}),(0,I.jsxs)("ul",{className:"list plain",children:[e.relationships?.nodes.map(a=>(0,I.jsxs)("li",{children:[(0,I.jsx)("span",{className:"strong",children:Ve(a.responsibleCoach)}),(0,I.jsx)("span",{children:t.responsible}),(0,I.jsxs)("span",{className:"quiet small",children:[n(a.startedOn)," – ",n(a.endedOn)]})]},a.id)),e.substitutions?.nodes.map(a=>(0,I.jsxs)("li",{children:[(0,I.jsx)("span",{className:"strong",children:Ve(a.staffMember)}),(0,I.jsx)("span",{children:t.substitute}),(0,I.jsxs)("span",{className:"quiet small",children:[n(a.startsOn)," – ",n(a.endsBefore)]})]},a.id)),e.referrals?.nodes.map(a=>(0,I.jsxs)("li",{children:[(0,I.jsx)("span",{className:"strong",children:a.agency?.name}),(0,I.jsxs)("span",{children:[t.referral,": ",s(a.state)]}),(0,I.jsx)("span",{className:"quiet small",children:r(a.receivedAt)})]},a.id))]})]})}function Ve(e){return e?[e.firstName,e.lastName].filter(Boolean).join(" "):"–"}var D=c(m(),1),At=42;function Ke({id:e}){let t=E(),n=Z(Me,{id:e,since:B(H(),-At),before:B(H(),7)});return(0,D.jsx)(z,{title:t.client,isQuiet:!0,children:(0,D.jsx)(ee,{look:n,children:({client:r,consents:s})=>r?(0,D.jsx)(Dt,{client:r,consents:s?.nodes??[]}):(0,D.jsx)("p",{className:"card quiet",children:t.notSeen})})})}function Dt({client:e,consents:t}){let n=E();return(0,D.jsxs)("div",{className:"client",children:[(0,D.jsxs)("div",{className:"client-name",children:[(0,D.jsxs)("h2",{children:[e.firstNames," ",e.lastName]}),e.safetyRestriction?(0,D.jsx)("span",{className:"tag warn",children:n.protected}):null]}),(0,D.jsxs)("div",{className:"columns",children:[(0,D.jsxs)("div",{className:"stack-large",children:[(0,D.jsx)(Ge,{client:e}),(0,D.jsx)(Ye,{client:e})]}),(0,D.jsxs)("div",{className:"stack-large",children:[(0,D.jsx)(He,{days:e.attendance?.nodes??[]}),(0,D.jsx)(We,{client:e,consents:t})]}),(0,D.jsx)(Be,{client:e})]})]})}var Se=c(J(),1);var se=c(J(),1);var te=c(J(),1);var oe=c(m(),1);function xe({opened:e,effects:t,onClose:n,onChoose:r}){let s=E(),a=()=>{let d=e?.cell;n(),setTimeout(()=>d?.focus())};return(0,oe.jsx)(Re,{className:"menu-sheet",triggerRef:{current:e?.cell??null},isOpen:e!==null,onOpenChange:d=>d||a(),placement:"bottom start",children:(0,oe.jsx)(fe,{className:"menu","aria-label":s.chooseCode(e?.name??""),autoFocus:"first",onAction:d=>{r(String(d)),a()},children:t.filter(({code:d})=>s.letters[d]).map(({code:d,title:i})=>(0,oe.jsxs)(Ae,{id:d,className:"menu-item",textValue:i,children:[i,(0,oe.jsx)("kbd",{children:s.letters[d]})]},d))})})}var Te={stored:{},marks:{},saved:new Set},Ct=new Set(["PLANNED","RECORDED"]);function K(e){return Ct.has(e.state)}function _e(e,t){switch(t.kind){case"opened":return{...Te,stored:pe(t.sheet.rows.flatMap(({days:n})=>n))};case"told":return{...e,stored:pe(t.sheet.rows.flatMap(({days:n})=>n))};case"marked":return ce(e,t.ids.map(n=>[n,It(e,n,t.code)]));case"minutes":return ce(e,[[t.id,kt(e,t.id,t.minutes)]]);case"cleared":return ce(e,t.ids.map(n=>[n,null]));case"saving":return $e(e,["draft","refused"],"saving");case"failed":return $e(e,["saving"],"draft");case"saved":return{stored:{...e.stored,...pe(t.days)},marks:ce(e,t.days.map(({id:n})=>[n,null])).marks,saved:new Set([...e.saved,...t.days.map(({id:n})=>n)])};case"refused":return Qe(e,t.id,{status:"refused",problem:t.problem});case"conflict":return{...Qe(e,t.theirs.id,{status:"conflict",theirs:t.theirs}),stored:{...e.stored,[t.theirs.id]:t.theirs}}}}function qe({marks:e,stored:t}){return Object.entries(e).filter(([,{status:n}])=>n!=="conflict").map(([n,{code:r,minutes:s}])=>({attendanceId:n,revision:t[n]?.revision??null,code:r,minutes:s}))}function je({marks:e}){let t=new Map;for(let{code:n}of Object.values(e))t.set(n,(t.get(n)??0)+1);return t}function pe(e){return Object.fromEntries(e.map(t=>[t.id,t]))}function It({stored:e,marks:t},n,r){let[s,a]=[e[n],t[n]];return!s||!K(s)?a??null:!a&&s.state==="RECORDED"&&s.code===r?null:{code:r,minutes:null,status:"draft"}}function kt({stored:e,marks:t},n,r){let s=t[n]?.code??e[n]?.code;return s?{code:s,minutes:r,status:"draft"}:null}function ce(e,t){let n={...e.marks};for(let[s,a]of t)a?n[s]=a:delete n[s];let r=new Set(e.saved);for(let[s]of t)r.delete(s);return{...e,marks:n,saved:r}}function $e(e,t,n){let r=Object.entries(e.marks);return ce(e,r.map(([s,a])=>[s,t.includes(a.status)?{...a,status:n}:a]))}function Qe(e,t,n){let r=e.marks[t];return r?{...e,marks:{...e.marks,[t]:{...r,...n}}}:e}var Ze=c(J(),1);var Xe=c(J(),1);var de=c(m(),1),Je=(0,Xe.memo)(function(t){let{at:n,name:r,stored:s,mark:a,isSaved:d,title:i,isTabStop:o,isLong:u,onClick:O}=t,g=E(),T=a?.code??s?.code??"",h=a?.status??(d?"saved":s?.code?"stored":null),b=i||(s?g.unmarked:g.noDay),ae=x=>{let[_=0,f=0]=n.split(" ").map(Number);O([_,f],x.currentTarget)};return(0,de.jsxs)("td",{role:"gridcell","data-place":n,"data-day":s?.id,"data-name":r,className:["mark",h??(s?"open":"none"),T.startsWith("ABSENT")?"absent":""].join(" "),tabIndex:o?0:-1,"aria-readonly":!s||!K(s),onClick:ae,children:[(0,de.jsx)("span",{className:"letter","aria-hidden":"true",children:s?g.letters[T]??(T?"•":""):""}),(0,de.jsx)("span",{className:u&&(i||!s)?"mark-title":"unseen",children:b}),h?(0,de.jsxs)("small",{className:u&&h!=="stored"?void 0:"unseen",children:[" ",h==="refused"?a?.problem:g.status[h]]}):null]})});var Ne=c(m(),1);function ze({name:e,day:t,state:n,effects:r,change:s}){let a=E(),d=t&&n.stored[t.id],i=t&&n.marks[t.id],o=r.find(({code:O})=>O===(i?.code??d?.code));if(!t||!d||!o?.hasHours||!K(d))return(0,Ne.jsx)("td",{className:"minutes",children:d?.minutes??""});let u=i?i.minutes??"":d.minutes??"";return(0,Ne.jsx)("td",{className:"minutes",children:(0,Ne.jsx)("input",{type:"text",inputMode:"numeric",autoComplete:"off","aria-label":a.minutesOf(e),placeholder:String(o.mostMinutes?Math.min(o.mostMinutes,t.plannedMinutes??0):t.plannedMinutes??""),value:u,onChange:({target:O})=>{let g=O.value.replace(/\D/g,"").slice(0,4);s({kind:"minutes",id:t.id,minutes:g?Number(g):null})}})})}var v=c(m(),1);function et({row:e,name:t,place:n,days:r,state:s,titles:a,effects:d,tabStop:i,change:o,onClick:u}){let O=new Map(e.days.map(T=>[T.day,T])),g=r.length===1?O.get(r[0]?.day??""):void 0;return(0,v.jsxs)("tr",{children:[(0,v.jsx)("th",{scope:"row",children:t}),r.length===1?(0,v.jsx)(Mt,{row:e,day:g,weekday:r[0]?.weekday??1,titles:a}):null,r.map(({day:T},h)=>{let b=O.get(T);return(0,v.jsx)(Je,{at:`${n} ${h}`,name:t,stored:b?s.stored[b.id]:void 0,mark:b?s.marks[b.id]:void 0,isSaved:b?s.saved.has(b.id):!1,title:ht(b,s,a),isTabStop:i===h,isLong:r.length===1,onClick:u},T)}),r.length===1?(0,v.jsx)(ze,{name:t,day:g,state:s,effects:d,change:o}):null]})}function ht(e,{stored:t,marks:n},r){let s=e&&(n[e.id]?.code??t[e.id]?.code);return s?r.get(s)??s:""}var Mt=(0,Ze.memo)(function({row:t,day:n,weekday:r,titles:s}){let a=E(),{short:d,clock:i,hours:o}=S(),u=t.contract?.weeklyPattern?.find(g=>g.weekday===r),O=t.recent.map(g=>`${d(g.day??"")} ${s.get(g.code??"")??""}`).join(", ");return(0,v.jsxs)(v.Fragment,{children:[(0,v.jsx)("td",{className:"wide-only",children:(0,v.jsx)("span",{className:"strip",role:"img","aria-label":O||"–",children:t.recent.map(g=>(0,v.jsx)("span",{className:g.presence==="ABSENT"?"absent":"present","aria-hidden":"true",children:a.letters[g.code??""]??"·"},g.day))})}),(0,v.jsx)("td",{className:"wide-only quiet",children:[u?i(u.startsAt):"",n?.plannedMinutes?o(n.plannedMinutes):""].filter(Boolean).join(", ")})]})});var P=c(m(),1),Lt={ArrowUp:[-1,0],ArrowDown:[1,0],ArrowLeft:[0,-1],ArrowRight:[0,1]},tt=10;function st({sheet:e,state:t,effects:n,change:r,onSave:s}){let a=E(),{announce:d}=M(),{short:i}=S(),[[o,u],O]=(0,te.useState)([0,0]),[g,T]=(0,te.useState)(null),h=(0,te.useRef)(null),b=(0,te.useMemo)(()=>new Map(n.map(({code:l,title:A})=>[l,A])),[n]),ae=(0,te.useMemo)(()=>new Map(n.filter(({code:l})=>a.letters[l]).map(({code:l})=>[a.letters[l],l])),[n,a]),x=e.days.length===1,_=l=>{let A=[nt(l[0],e.rows.length),nt(l[1],e.days.length)];O(A),h.current?.querySelector(`[data-place="${A.join(" ")}"]`)?.focus()},f=(l,A,G)=>{let $=t.stored[l];if(!$||!K($))return d(a.isLocked);r({kind:"marked",ids:[l],code:G}),d(`${A}: ${b.get(G)}`)},j=l=>{let A=l.target.closest("[data-place]");if(!A||l.target!==A)return;if(l.key==="Enter"&&(l.ctrlKey||l.metaKey))return q(l,s);if(l.ctrlKey||l.metaKey||l.altKey)return;let G=Lt[l.key],{day:$,name:le=""}=A.dataset,ye=ae.get(l.key.toUpperCase());if(G)q(l,()=>_([o+G[0],u+G[1]]));else if(l.key==="Home")q(l,()=>_([l.shiftKey?0:o,0]));else if(l.key==="End")q(l,()=>_([o,e.days.length-1]));else if(l.key==="PageUp")q(l,()=>_([o-tt,u]));else if(l.key==="PageDown")q(l,()=>_([o+tt,u]));else if($)ye?q(l,()=>(f($,le,ye),_([o+1,u]))):l.key==="Backspace"||l.key==="Delete"?q(l,()=>r({kind:"cleared",ids:[$]})):(l.key==="Enter"||l.key===" ")&&q(l,()=>T({id:$,name:le,cell:A}));else return},X=(l,A)=>{O(l);let{day:G,name:$=""}=A.dataset,le=G?t.stored[G]:void 0;G&&le&&K(le)&&T({id:G,name:$,cell:A})};return(0,P.jsxs)("div",{className:"wide",children:[(0,P.jsxs)("table",{ref:h,role:"grid",className:x?"sheet of-day":"sheet","aria-label":a.morning,onKeyDown:j,children:[(0,P.jsx)("thead",{children:(0,P.jsxs)("tr",{children:[(0,P.jsx)("th",{scope:"col",children:a.person}),x?(0,P.jsx)("th",{scope:"col",className:"wide-only",children:a.recent}):null,x?(0,P.jsx)("th",{scope:"col",className:"wide-only",children:a.planned}):null,e.days.map(({day:l})=>(0,P.jsx)("th",{scope:"col",children:x?a.mark:i(l)},l)),x?(0,P.jsx)("th",{scope:"col",children:a.minutes}):null]})}),(0,P.jsx)("tbody",{children:e.rows.map((l,A)=>(0,P.jsx)(et,{row:l,name:Oe(l),place:A,days:e.days,state:t,titles:b,effects:n,tabStop:A===o?u:null,change:r,onClick:X},l.contract?.id??A))})]}),(0,P.jsx)(xe,{opened:g,effects:n,onClose:()=>T(null),onChoose:l=>g&&f(g.id,g.name,l)})]})}function Oe({client:e}){return[e?.lastName,e?.callName].filter(Boolean).join(" ")||"–"}function nt(e,t){return Math.max(0,Math.min(t-1,e))}function q(e,t){e.preventDefault(),t()}var Y=c(m(),1);function at({sheet:e,state:t,effects:n,change:r}){let s=E(),a=i=>n.find(o=>o.code===i)?.title??(i||s.unmarked),d=e.rows.flatMap(i=>i.days.flatMap(({id:o})=>{let u=t.marks[o];return u?.status==="conflict"?[{id:o,mark:u,name:Oe(i)}]:[]}));return d.length?(0,Y.jsxs)("section",{className:"notice warn",role:"alert","aria-labelledby":"conflicts",children:[(0,Y.jsx)("h2",{id:"conflicts",children:s.conflicts}),(0,Y.jsx)("ul",{className:"stack",children:d.map(({id:i,mark:o,name:u})=>(0,Y.jsxs)("li",{className:"row",children:[(0,Y.jsx)("span",{className:"strong",children:u}),(0,Y.jsxs)("span",{children:[s.mine,": ",a(o.code)]}),(0,Y.jsxs)("span",{children:[s.theirs,": ",a(o.theirs?.code)]}),(0,Y.jsx)("button",{type:"button",className:"button",onClick:()=>r({kind:"marked",ids:[i],code:o.code}),children:s.keepMine}),(0,Y.jsx)("button",{type:"button",className:"button",onClick:()=>r({kind:"cleared",ids:[i]}),children:s.takeTheirs})]},i))})]}):null}var ne=c(m(),1);function rt({effects:e}){let t=E();return(0,ne.jsxs)("details",{className:"keys no-print",children:[(0,ne.jsx)("summary",{children:t.keys}),(0,ne.jsx)("p",{className:"quiet",children:t.keysLead}),(0,ne.jsx)("ul",{className:"row",children:e.filter(({code:n})=>t.letters[n]).map(({code:n,title:r})=>(0,ne.jsxs)("li",{children:[(0,ne.jsx)("kbd",{children:t.letters[n]})," ",r]},n))})]})}var it=c(J(),1);var W=c(m(),1);function ot({day:e,onClose:t,onDone:n}){let r=E(),{words:s}=M(),{long:a}=S(),[d,i]=(0,it.useState)(""),o=ue(Pe),u=()=>{o.forget(),t()},O=async g=>{if(g.preventDefault(),!e)return;let T=(await o.run({day:{scope:{caseload:!0},day:e,reason:d}}))?.notOrganised;T&&(n(T.days),u())};return(0,W.jsx)(ke,{title:e?r.notOrganisedTitle(a(e)):"",isOpen:e!==null,onClose:u,children:(0,W.jsxs)("form",{className:"stack",onSubmit:g=>{O(g)},children:[(0,W.jsx)(me,{problems:o.problems,inputs:{reason:"not-organised-reason"}}),(0,W.jsx)("p",{children:r.notOrganisedLead}),(0,W.jsxs)("div",{className:"field",children:[(0,W.jsx)("label",{htmlFor:"not-organised-reason",children:r.reason}),(0,W.jsx)("input",{id:"not-organised-reason",autoComplete:"off",required:!0,maxLength:500,value:d,onChange:g=>i(g.target.value)})]}),(0,W.jsxs)("div",{className:"row",children:[(0,W.jsx)("button",{type:"submit",className:"button first",disabled:o.isWaiting,children:r.notOrganised}),(0,W.jsx)("button",{type:"button",className:"button",onClick:u,children:s.cancel})]})]})})}var w=c(m(),1);function dt({state:e,effects:t,isSaving:n,onSave:r,change:s}){let a=E(),d=je(e),i=Object.keys(e.marks);return i.length?(0,w.jsxs)("section",{className:"save-bar","aria-labelledby":"unsaved",children:[(0,w.jsxs)("div",{className:"stack",children:[(0,w.jsx)("h2",{id:"unsaved",children:a.unsaved(i.length)}),(0,w.jsx)("ul",{className:"effects",children:t.filter(({code:o})=>d.has(o)).map(o=>(0,w.jsxs)("li",{children:[(0,w.jsx)("span",{className:"strong",children:d.get(o.code)})," ",o.title,(0,w.jsxs)("span",{className:"quiet small",children:[" ",bt(o,a.benefit,a.reported)]})]},o.code))})]}),(0,w.jsxs)("div",{className:"row",children:[(0,w.jsx)("button",{type:"button",className:"button first",disabled:n,onClick:r,children:n?a.saving:a.save}),(0,w.jsx)("button",{type:"button",className:"button",disabled:n,onClick:()=>s({kind:"cleared",ids:i}),children:a.discard})]})]}):(0,w.jsx)("p",{className:"quiet",children:e.saved.size?a.allSaved:a.nothingMarked})}function bt({benefit:e,reported:t},n,r){return[n[e??""],r[t??""]].filter(Boolean).join(", ")}var L=c(m(),1),vt="PRESENT",Pt="STALE_REVISION";function lt({sheet:e,effects:t}){let n=E(),{service:r,announce:s,hold:a}=M(),[d,i]=(0,se.useReducer)(_e,e,_=>_e(Te,{kind:"opened",sheet:_})),[o,u]=(0,se.useState)(!1),O=ue(ve),g=Object.keys(d.marks).length>0;(0,se.useEffect)(()=>(a(g),()=>a(!1)),[g,a]),(0,se.useEffect)(()=>i({kind:"told",sheet:e}),[e]);let T=({id:_})=>{let f=d.stored[_];return f!==void 0&&K(f)&&!f.code&&!d.marks[_]},h=e.rows.flatMap(({days:_})=>_).filter(T),b=h.filter(({day:_})=>(_??"")<=H()),ae=async()=>{let _=qe(d);i({kind:"saving"});let f=(await O.run({days:{entries:_}}))?.recordAttendance;if(!f)return i({kind:"failed"});i({kind:"saved",days:f.days});let j=f.refused.filter(({errors:X})=>X.some(({code:l})=>l===Pt));for(let X of f.refused)i({kind:"refused",id:X.id??"",problem:X.errors.map(({message:l})=>l).join(" ")});s([n.savedDays(f.days.length),f.refused.length?n.refusedDays(f.refused.length):""].join(" ")),j.length&&await x(j.map(({id:X})=>X??""))},x=async _=>{let f=await r.ask(be,{ids:[..._]});for(let j of f.data?.nodes??[])j&&"revision"in j&&i({kind:"conflict",theirs:j})};return(0,L.jsxs)(L.Fragment,{children:[(0,L.jsxs)("div",{className:"row",children:[(0,L.jsx)("button",{type:"button",className:"button first",disabled:!b.length,onClick:()=>i({kind:"marked",ids:b.map(({id:_})=>_),code:vt}),children:n.othersPresent}),e.days.length===1?(0,L.jsx)("button",{type:"button",className:"button",disabled:!h.length,onClick:()=>u(!0),children:n.notOrganised}):null]}),(0,L.jsx)(rt,{effects:t}),(0,L.jsx)(me,{problems:O.problems}),(0,L.jsx)(at,{sheet:e,state:d,effects:t,change:i}),e.rows.length?(0,L.jsx)(st,{sheet:e,state:d,effects:t,change:i,onSave:()=>{ae()}}):(0,L.jsx)("p",{className:"card quiet",children:n.nobody}),e.hasMore?(0,L.jsx)("p",{className:"quiet",children:n.more}):null,(0,L.jsx)(dt,{state:d,effects:t,isSaving:O.isWaiting,onSave:()=>{ae()},change:i}),(0,L.jsx)(ot,{day:o?e.days[0]?.day??null:null,onClose:()=>u(!1),onDone:_=>{i({kind:"saved",days:_}),s(n.savedDays(_.length))}})]})}var k=c(m(),1),ct={day:1,week:7};function Et(){let e=E(),{leave:t}=M(),{long:n,short:r}=S(),[s,a]=(0,Se.useState)("day"),[d,i]=(0,Se.useState)(H),o=s==="day"?d:ie(d),u=B(o,s==="day"?0:4),O=Z(Le,{scope:{caseload:!0},from:o,to:u}),g=s==="day"?n(d):`${r(o)} – ${r(u)}`;return(0,k.jsxs)(z,{title:e.morning,children:[(0,k.jsxs)("div",{className:"row apart",children:[(0,k.jsxs)("div",{className:"row",role:"group","aria-label":e.day,children:[(0,k.jsxs)("button",{type:"button",className:"button",onClick:()=>t(()=>i(B(d,-ct[s]))),children:[(0,k.jsx)("span",{"aria-hidden":"true",children:"‹"})," ",(0,k.jsx)("span",{className:"word",children:e.before})]}),(0,k.jsx)("strong",{className:"sheet-day","aria-live":"polite",children:g}),(0,k.jsxs)("button",{type:"button",className:"button",onClick:()=>t(()=>i(B(d,ct[s]))),children:[(0,k.jsx)("span",{className:"word",children:e.after})," ",(0,k.jsx)("span",{"aria-hidden":"true",children:"›"})]}),d===H()?null:(0,k.jsx)("button",{type:"button",className:"button",onClick:()=>t(()=>i(H())),children:e.toToday})]}),(0,k.jsx)("div",{className:"halves",role:"group","aria-label":e.span,children:["day","week"].map(T=>(0,k.jsx)("button",{type:"button","aria-pressed":s===T,onClick:()=>t(()=>a(T)),children:T==="day"?e.showDay:e.showWeek},T))})]}),(0,k.jsx)(ee,{look:O,children:({attendanceSheet:T,attendanceEffects:h})=>T?(0,k.jsx)(lt,{sheet:T,effects:h},`${o} ${u}`):null})]})}var mt=c(J(),1);var N=c(m(),1);function gt(){let e=E(),{short:t}=S(),[n,r]=(0,mt.useState)(()=>ie(H())),s=Z(we,{from:n});return(0,N.jsxs)(z,{title:e.ways.week,lead:e.weekLead,children:[(0,N.jsxs)("div",{className:"row",role:"group","aria-label":e.showWeek,children:[(0,N.jsxs)("button",{type:"button",className:"button",onClick:()=>r(B(n,-7)),children:[(0,N.jsx)("span",{"aria-hidden":"true",children:"‹"})," ",(0,N.jsx)("span",{className:"word",children:e.before})]}),(0,N.jsxs)("strong",{"aria-live":"polite",children:[t(n)," – ",t(B(n,6))]}),(0,N.jsxs)("button",{type:"button",className:"button",onClick:()=>r(B(n,7)),children:[(0,N.jsx)("span",{className:"word",children:e.after})," ",(0,N.jsx)("span",{"aria-hidden":"true",children:"›"})]})]}),(0,N.jsx)(ee,{look:s,children:({myWeek:a})=>(0,N.jsxs)("div",{className:"columns",children:[(0,N.jsx)(ut,{id:"due",title:e.due,none:e.noDue,tasks:a.due.nodes}),(0,N.jsx)(ut,{id:"waiting",title:e.waiting,none:e.noWaiting,tasks:a.waiting.nodes}),(0,N.jsx)(wt,{events:a.happened.nodes})]})})]})}function ut({id:e,title:t,none:n,tasks:r}){let s=E(),{whole:a}=S(),d=y("ofChoice","TaskKind");return(0,N.jsxs)("section",{className:"stack","aria-labelledby":e,children:[(0,N.jsx)("h2",{id:e,children:t}),r.length?null:(0,N.jsx)("p",{className:"quiet",children:n}),(0,N.jsx)("ul",{className:"list",children:r.map(({kind:i,dueOn:o,object:u},O)=>(0,N.jsxs)("li",{children:[(0,N.jsx)("span",{className:"strong",children:"text"in u&&u.text?u.text:d(i)}),(0,N.jsx)(Nt,{object:u}),o?(0,N.jsx)("span",{className:"quiet small",children:s.by(a(o))}):null]},`${i} ${u.id} ${O}`))})]})}function wt({events:e}){let t=E(),{moment:n}=S(),r=y("ofChoice","WeekEventKind"),s=y("ofTerms","attendance_code");return(0,N.jsxs)("section",{className:"stack","aria-labelledby":"happened",children:[(0,N.jsx)("h2",{id:"happened",children:t.happened}),e.length?null:(0,N.jsx)("p",{className:"quiet",children:t.noHappened}),(0,N.jsx)("ul",{className:"list",children:e.map(({kind:a,at:d,object:i},o)=>(0,N.jsxs)("li",{children:[(0,N.jsx)("span",{className:"strong",children:"code"in i&&i.code?s(i.code):r(a)}),(0,N.jsx)(Nt,{object:i}),(0,N.jsx)("span",{className:"quiet small",children:n(d)})]},`${a} ${i.id} ${o}`))})]})}function Nt({object:e}){let{client:t}=e;return t?(0,N.jsx)(Ee,{href:`/clients/${t.id}`,children:[t.callName,t.lastName].filter(Boolean).join(" ")}):null}var U=c(m(),1);function Ut(){let{ways:e}=E();return(0,U.jsxs)(U.Fragment,{children:[(0,U.jsx)(Ie,{ways:[{path:"/",title:e.morning},{path:"/week",title:e.week},{path:"/clients",title:e.caseload}]}),(0,U.jsxs)(De,{children:[(0,U.jsx)(re,{path:"/",component:Et}),(0,U.jsx)(re,{path:"/week",component:gt}),(0,U.jsx)(re,{path:"/clients",component:Fe}),(0,U.jsx)(re,{path:"/clients/:id",children:({id:t})=>(0,U.jsx)(Ke,{id:t})}),(0,U.jsx)(re,{component:Ce})]})]})}export{Ut as default};
