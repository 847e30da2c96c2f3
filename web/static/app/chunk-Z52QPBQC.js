import{a as Ie}from"./chunk-GD6Q2DVZ.js";import{a as ke,b as B,c as V,d as ie,e as S}from"./chunk-NACAY3X4.js";import{i as Re,k as fe,m as Ae,s as ge,w as y}from"./chunk-GITEARPN.js";import{a as z,e as re,f as Ee,g as De,j as m,k as Z,m as M,n as ee,o as ue,p as Ce,q as me,r as te}from"./chunk-DYNJRI3W.js";import{b as c}from"./chunk-SQE76S5B.js";var Ue=c(z(),1);var Y=class extends String{__apiType;value;__meta__;constructor(t,n){super(t),this.value=t,this.__meta__=n}toString(){return this.value}},Ft=new Y(`
    fragment NamedClient on Client {
  id
  callName
  lastName
}
    `,{fragmentName:"NamedClient"}),Wt=new Y(`
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
}`,{fragmentName:"AboutTask"}),he=new Y(`
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
    `),Me=new Y(`
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
    `),Le=new Y(`
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
    `),be=new Y(`
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
    `),Pe=new Y(`
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
    `),ve=new Y(`
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
    `),we=new Y(`
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
}`);var pt={ways:{morning:"Aamu",week:"Viikkoni",caseload:"Asiakkaat"},morning:"Aamun läsnäolot",day:"Päivä",showDay:"Päivä",showWeek:"Viikko",span:"Mitä näytetään",before:"Edellinen",after:"Seuraava",toToday:"Tänään",person:"Valmentautuja",recent:"Viime päivät",planned:"Suunniteltu",mark:"Merkintä",minutes:"Minuutit",minutesOf:e=>`Minuutit, ${e}`,nobody:"Tälle päivälle ei ole suunniteltu ketään.",more:"Listalle mahtuu tuhat riviä; tässä ovat ensimmäiset.",keys:"Näppäimet",keysLead:"Nuolilla liikut, kirjain merkitsee ja siirtyy alaspäin. Enter avaa valikon, askelpalautin poistaa merkinnän.",othersPresent:"Kaikki muut läsnä",notOrganised:"Palvelua ei järjestetä",notOrganisedTitle:e=>`Palvelua ei järjestetä: ${e}`,notOrganisedLead:"Kaikki asiakkaidesi suunnitellut päivät merkitään päiviksi, joina palvelua ei ollut. Se ei ole poissaolo.",reason:"Syy",unsaved:e=>e===1?"1 merkintä tallentamatta":`${e} merkintää tallentamatta`,allSaved:"Kaikki merkinnät on tallennettu",nothingMarked:"Ei tallentamattomia merkintöjä",save:"Tallenna",saving:"Tallennetaan…",discard:"Hylkää merkinnät",savedDays:e=>e===1?"1 päivä tallennettu.":`${e} päivää tallennettu.`,refusedDays:e=>e===1?"1 päivä hylättiin.":`${e} päivää hylättiin.`,conflicts:"Joku muu kirjasi saman päivän",mine:"Sinä",theirs:"Toinen",keepMine:"Pidä oma",takeTheirs:"Pidä toisen",unmarked:"merkitsemättä",noDay:"ei työpäivää",isLocked:"Päivä on vahvistettu tai lukittu. Se muuttuu vain oikaisulla.",status:{draft:"tallentamatta",saving:"tallennetaan",refused:"hylätty",conflict:"ristiriita",saved:"tallennettu",stored:"kirjattu"},chooseCode:e=>`Merkintä: ${e}`,letters:{PRESENT:"L",PRESENT_REMOTE:"E",PRESENT_SHORT:"V",ABSENT_SICK:"S",ABSENT_CHILD:"P",ABSENT_INTERVIEW:"H",ABSENT_OFFICE:"T",ABSENT_AGREED:"M",ABSENT_UNAUTHORISED:"U",ABSENT_PENDING:"Y"},benefit:{KEPT:"etuus säilyy",LOST:"etuus menetetään",HELD:"etuus odottaa syytä",REVIEW:"etuus arvioidaan",AGREED:"etuus sopimuksen mukaan",AS_REPLACEMENT:"kuten vaihdettu päivä"},reported:{YES:"kerrotaan maksajalle",FLAG:"merkitään maksajalle",HELD:"kerrotaan, kun syy selviää",INFORMATIONAL:"maksajalle tiedoksi"},weekLead:"Mitä viikolla tapahtui, mikä on tehtävä ja mikä odottaa.",due:"Tehtävä tällä viikolla",waiting:"Odottaa yhä",happened:"Tapahtunut",noDue:"Tälle viikolle ei ole määräpäiviä.",noWaiting:"Mikään ei odota.",noHappened:"Viikolta ei ole vielä kirjauksia.",by:e=>`viimeistään ${e}`,caseloadLead:"Ne, joista vastaat tai joita sijaistat.",noClients:"Sinulla ei ole asiakkaita.",since:e=>`Asiakkaana ${e} alkaen`,service:"Palvelu",open:"Avaa",client:"Asiakas",contact:"Yhteystiedot",protected:"Turvakielto",protectedLead:"Osoite ja muut olinpaikan tiedot on salattu.",goals:"Tavoitteet",notes:"Viimeisimmät kirjaukset",days:"Päivät",contracts:"Sopimukset",consents:"Suostumukset",referral:"Lähete",team:"Kuka työskentelee hänen kanssaan",responsible:"Vastuuvalmentaja",substitute:"Sijainen",noGoals:"Tavoitteita ei ole kirjattu.",noNotes:"Kirjauksia ei ole.",noDays:"Viime viikoilta ei ole päiviä.",noContracts:"Sopimuksia ei ole.",noConsents:"Suostumuksia ei ole.",notSeen:"Asiakasta ei ole, tai et näe häntä tässä tehtävässä.",moreClients:"Näytä lisää"},Tt={ways:{morning:"Morgon",week:"Min vecka",caseload:"Klienter"},morning:"Morgonens närvaro",day:"Dag",showDay:"Dag",showWeek:"Vecka",span:"Vad som visas",before:"Föregående",after:"Nästa",toToday:"I dag",person:"Klient",recent:"Senaste dagar",planned:"Planerat",mark:"Anteckning",minutes:"Minuter",minutesOf:e=>`Minuter, ${e}`,nobody:"Ingen är planerad för den här dagen.",more:"Listan rymmer tusen rader; här är de första.",keys:"Tangenter",keysLead:"Du rör dig med pilarna; en bokstav antecknar och går nedåt. Enter öppnar menyn, backsteg tar bort anteckningen.",othersPresent:"Alla andra närvarande",notOrganised:"Tjänsten ordnas inte",notOrganisedTitle:e=>`Tjänsten ordnas inte: ${e}`,notOrganisedLead:"Alla planerade dagar för dina klienter antecknas som dagar utan tjänst. Det är inte frånvaro.",reason:"Orsak",unsaved:e=>e===1?"1 anteckning är inte sparad":`${e} anteckningar är inte sparade`,allSaved:"Alla anteckningar är sparade",nothingMarked:"Inga osparade anteckningar",save:"Spara",saving:"Sparar…",discard:"Förkasta anteckningarna",savedDays:e=>e===1?"1 dag sparad.":`${e} dagar sparade.`,refusedDays:e=>e===1?"1 dag nekades.":`${e} dagar nekades.`,conflicts:"Någon annan antecknade samma dag",mine:"Du",theirs:"Den andra",keepMine:"Behåll min",takeTheirs:"Behåll den andras",unmarked:"inte antecknad",noDay:"ingen arbetsdag",isLocked:"Dagen är bekräftad eller låst. Den ändras bara genom en rättelse.",status:{draft:"inte sparad",saving:"sparas",refused:"nekad",conflict:"konflikt",saved:"sparad",stored:"antecknad"},chooseCode:e=>`Anteckning: ${e}`,letters:{PRESENT:"N",PRESENT_REMOTE:"D",PRESENT_SHORT:"K",ABSENT_SICK:"S",ABSENT_CHILD:"B",ABSENT_INTERVIEW:"I",ABSENT_OFFICE:"F",ABSENT_AGREED:"A",ABSENT_UNAUTHORISED:"O",ABSENT_PENDING:"U"},benefit:{KEPT:"förmånen kvarstår",LOST:"förmånen förloras",HELD:"förmånen väntar på orsaken",REVIEW:"förmånen bedöms",AGREED:"förmånen enligt avtal",AS_REPLACEMENT:"som den bytta dagen"},reported:{YES:"berättas för betalaren",FLAG:"märks för betalaren",HELD:"berättas när orsaken är klar",INFORMATIONAL:"för betalarens kännedom"},weekLead:"Vad som hände under veckan, vad som ska göras och vad som väntar.",due:"Att göra den här veckan",waiting:"Väntar fortfarande",happened:"Har hänt",noDue:"Inga förfallodagar den här veckan.",noWaiting:"Ingenting väntar.",noHappened:"Inga anteckningar från veckan ännu.",by:e=>`senast ${e}`,caseloadLead:"De som du ansvarar för eller vikarierar för.",noClients:"Du har inga klienter.",since:e=>`Klient sedan ${e}`,service:"Tjänst",open:"Öppna",client:"Klient",contact:"Kontaktuppgifter",protected:"Spärrmarkering",protectedLead:"Adressen och andra uppgifter om var personen finns är skyddade.",goals:"Mål",notes:"Senaste anteckningar",days:"Dagar",contracts:"Avtal",consents:"Samtycken",referral:"Remiss",team:"Vem arbetar med personen",responsible:"Ansvarig coach",substitute:"Vikarie",noGoals:"Inga mål är antecknade.",noNotes:"Det finns inga anteckningar.",noDays:"Inga dagar från de senaste veckorna.",noContracts:"Det finns inga avtal.",noConsents:"Det finns inga samtycken.",notSeen:"Klienten finns inte, eller så ser du inte personen i din uppgift.",moreClients:"Visa fler"},_t={ways:{morning:"Morning",week:"My week",caseload:"Clients"},morning:"Attendance of the morning",day:"Day",showDay:"Day",showWeek:"Week",span:"What is shown",before:"Previous",after:"Next",toToday:"Today",person:"Trainee",recent:"Recent days",planned:"Planned",mark:"Mark",minutes:"Minutes",minutesOf:e=>`Minutes, ${e}`,nobody:"Nobody is planned for this day.",more:"The list holds a thousand rows; these are the first.",keys:"Keys",keysLead:"Arrows move; a letter marks and goes down. Enter opens the menu, backspace removes a mark.",othersPresent:"All others present",notOrganised:"Service not organised",notOrganisedTitle:e=>`Service not organised: ${e}`,notOrganisedLead:"All planned days of your clients are recorded as days without service. That is no absence.",reason:"Reason",unsaved:e=>e===1?"1 mark is not saved":`${e} marks are not saved`,allSaved:"All marks are saved",nothingMarked:"No unsaved marks",save:"Save",saving:"Saving…",discard:"Discard the marks",savedDays:e=>e===1?"1 day saved.":`${e} days saved.`,refusedDays:e=>e===1?"1 day was refused.":`${e} days were refused.`,conflicts:"Somebody else recorded the same day",mine:"You",theirs:"The other",keepMine:"Keep mine",takeTheirs:"Keep the other",unmarked:"not marked",noDay:"no working day",isLocked:"The day is confirmed or locked. It changes by a correction alone.",status:{draft:"not saved",saving:"saving",refused:"refused",conflict:"conflict",saved:"saved",stored:"recorded"},chooseCode:e=>`Mark: ${e}`,letters:{PRESENT:"P",PRESENT_REMOTE:"R",PRESENT_SHORT:"H",ABSENT_SICK:"S",ABSENT_CHILD:"C",ABSENT_INTERVIEW:"I",ABSENT_OFFICE:"O",ABSENT_AGREED:"A",ABSENT_UNAUTHORISED:"U",ABSENT_PENDING:"W"},benefit:{KEPT:"benefit kept",LOST:"benefit lost",HELD:"benefit waits for the reason",REVIEW:"benefit is reviewed",AGREED:"benefit by agreement",AS_REPLACEMENT:"as the swapped day"},reported:{YES:"the payer is told",FLAG:"flagged to the payer",HELD:"told when the reason is known",INFORMATIONAL:"for the payer’s information"},weekLead:"What happened in the week, what is due and what waits.",due:"Due this week",waiting:"Still waiting",happened:"Happened",noDue:"Nothing is due this week.",noWaiting:"Nothing waits.",noHappened:"Nothing was recorded this week yet.",by:e=>`by ${e}`,caseloadLead:"Those you are responsible for, or stand in for.",noClients:"You have no clients.",since:e=>`Client since ${e}`,service:"Service",open:"Open",client:"Client",contact:"Contact",protected:"Safety restriction",protectedLead:"The address and what else tells where the person is are protected.",goals:"Goals",notes:"Latest notes",days:"Days",contracts:"Contracts",consents:"Consents",referral:"Referral",team:"Who works with the person",responsible:"Responsible coach",substitute:"Substitute",noGoals:"No goals are recorded.",noNotes:"There are no notes.",noDays:"No days in the last weeks.",noContracts:"There are no contracts.",noConsents:"There are no consents.",notSeen:"There is no such client, or you do not see the person in your role.",moreClients:"Show more"};function E(){return{fi:pt,sv:Tt,en:_t}[M().language]}var p=c(m(),1);function Fe(){let e=E(),[t,n]=(0,Ue.useState)(null),a=ee(he,{after:t});return(0,p.jsx)(Z,{title:e.ways.caseload,lead:e.caseloadLead,children:(0,p.jsx)(te,{look:a,children:({relationships:r})=>(0,p.jsxs)(p.Fragment,{children:[(0,p.jsx)(Ot,{relationships:r?.nodes??[]}),r?.pageInfo.hasNextPage?(0,p.jsx)("div",{children:(0,p.jsx)("button",{type:"button",className:"button",onClick:()=>n(r.pageInfo.endCursor??null),children:e.moreClients})}):null]})})})}function Ot({relationships:e}){let t=E(),{language:n}=M(),{whole:a}=S(),r=y("ofType","Programme"),s=y("ofType","Relationship");if(!e.length)return(0,p.jsx)("p",{className:"card quiet",children:t.noClients});let d=({client:i})=>[i?.lastName,i?.callName].filter(Boolean).join(" "),o=[...e].sort((i,u)=>d(i).localeCompare(d(u),`${n}-FI`));return(0,p.jsx)("div",{className:"wide",children:(0,p.jsxs)("table",{className:"table",children:[(0,p.jsx)("thead",{children:(0,p.jsxs)("tr",{children:[(0,p.jsx)("th",{scope:"col",children:t.client}),(0,p.jsx)("th",{scope:"col",children:t.service}),(0,p.jsx)("th",{scope:"col",className:"wide-only",children:s("startedOn")}),(0,p.jsx)("th",{scope:"col",className:"wide-only",children:r("endsOn")}),(0,p.jsx)("th",{scope:"col",children:r("nextReviewOn")})]})}),(0,p.jsx)("tbody",{children:o.map(i=>{let u=i.programmes?.nodes[0];return(0,p.jsxs)("tr",{children:[(0,p.jsxs)("th",{scope:"row",children:[i.client?(0,p.jsx)(Ee,{href:`/clients/${i.client.id}`,children:d(i)}):"–"," ",i.client?.safetyRestriction?(0,p.jsx)("span",{className:"tag warn",children:t.protected}):null]}),(0,p.jsx)("td",{children:ge(u?.serviceType,n)}),(0,p.jsx)("td",{className:"wide-only",children:a(i.startedOn)}),(0,p.jsx)("td",{className:"wide-only",children:a(u?.endsOn)}),(0,p.jsx)("td",{children:a(u?.nextReviewOn)||"–"})]},i.id)})})]})})}var k=c(m(),1);function We({client:e,consents:t}){let n=E(),{whole:a}=S(),r=y("ofType","Contract"),s=y("ofType","Consent"),d=y("ofChoice","DataCategory"),o=e.contracts?.nodes??[];return(0,k.jsxs)("section",{className:"card","aria-labelledby":"contracts",children:[(0,k.jsx)("h2",{id:"contracts",children:n.contracts}),o.length?null:(0,k.jsx)("p",{className:"quiet",children:n.noContracts}),(0,k.jsx)("ul",{className:"list plain",children:o.map(i=>(0,k.jsxs)("li",{children:[(0,k.jsxs)("span",{className:"strong",children:[a(i.startsOn)," – ",a(i.endsOn)]}),(0,k.jsx)("span",{children:i.workplace?.name}),(0,k.jsx)("span",{className:i.state==="ACTIVE"?"tag good":"tag",children:r(i.state)})]},i.id))}),(0,k.jsx)("h2",{children:n.consents}),t.length?null:(0,k.jsx)("p",{className:"quiet",children:n.noConsents}),(0,k.jsx)("ul",{className:"list plain",children:t.map(i=>(0,k.jsxs)("li",{children:[(0,k.jsx)("span",{className:"strong",children:i.agency?.name}),(0,k.jsx)("span",{children:i.categories?.map(d).join(", ")}),(0,k.jsx)("span",{className:i.state==="GIVEN"?"tag good":"tag",children:s(i.state)})]},i.id))})]})}var j=c(m(),1);function Ge({client:e}){let t=E(),{words:n}=M(),a=y("ofType","Client"),r=o=>o?new Intl.DisplayNames([document.documentElement.lang],{type:"language"}).of(o)??o:"",s=[e.streetAddress,[e.postalCode,e.city].filter(Boolean).join(" ")].filter(Boolean),d=[["phones",e.phones?.join(", ")??""],["email",e.email??""],["streetAddress",s.join(", ")],["contactAddress",e.contactAddress??""],["emergencyContact",e.emergencyContact??""],["serviceLanguage",r(e.serviceLanguage)],["interpreterNeeded",e.interpreterNeeded?n.yes:""]];return(0,j.jsxs)("section",{className:"card","aria-labelledby":"contact",children:[(0,j.jsx)("h2",{id:"contact",children:t.contact}),e.safetyRestriction?(0,j.jsx)("p",{className:"notice warn",children:t.protectedLead}):null,(0,j.jsx)("dl",{className:"facts narrow",children:d.filter(([,o])=>o).map(([o,i])=>(0,j.jsxs)("div",{children:[(0,j.jsx)("dt",{children:a(o)}),(0,j.jsx)("dd",{children:i})]},o))})]})}var W=c(m(),1);function He({days:e}){let t=E(),{short:n}=S(),a=y("ofTerms","attendance_code"),r=St(e);return(0,W.jsxs)("section",{className:"card","aria-labelledby":"days",children:[(0,W.jsx)("h2",{id:"days",children:t.days}),r.size?null:(0,W.jsx)("p",{className:"quiet",children:t.noDays}),(0,W.jsx)("ul",{className:"weeks",children:[...r].map(([s,d])=>(0,W.jsxs)("li",{children:[(0,W.jsx)("span",{className:"quiet small",children:n(s)}),(0,W.jsx)("ul",{className:"strip large",children:d.map(o=>(0,W.jsxs)("li",{className:yt(o),title:`${n(o.day??"")} ${a(o.code)}`,children:[(0,W.jsx)("span",{"aria-hidden":"true",children:t.letters[o.code??""]??(o.code?"•":"·")}),(0,W.jsxs)("span",{className:"unseen",children:[n(o.day??"")," ",a(o.code)||t.unmarked]})]},o.id))})]},s))})]})}function St(e){let t=new Map;for(let n of e){let a=ie(n.day??"");t.set(a,[...t.get(a)??[],n])}return t}function yt({presence:e}){return e==="PRESENT"?"present":e==="ABSENT"?"absent":""}var R=c(m(),1);function Be({client:e}){return(0,R.jsxs)("div",{className:"stack-large",children:[(0,R.jsx)(Rt,{client:e}),(0,R.jsx)(ft,{client:e})]})}function Rt({client:e}){let t=E(),{language:n}=M(),a=y("ofTerms","goal_area"),r=y("ofType","Goal"),s=e.programmes?.nodes??[],d=s.some(({goals:o})=>o?.nodes.length);return(0,R.jsxs)("section",{className:"card","aria-labelledby":"goals",children:[(0,R.jsx)("h2",{id:"goals",children:t.goals}),d?null:(0,R.jsx)("p",{className:"quiet",children:t.noGoals}),s.map(o=>(0,R.jsxs)("div",{className:"stack",children:[(0,R.jsx)("h3",{className:"quiet",children:ge(o.serviceType,n)}),(0,R.jsx)("ul",{className:"list plain",children:o.goals?.nodes.map(i=>(0,R.jsxs)("li",{children:[(0,R.jsx)("span",{className:"strong",children:i.text}),i.ownWords?(0,R.jsx)("q",{children:i.ownWords}):null,(0,R.jsx)("span",{className:"quiet small",children:[a(i.area),r(i.state)].filter(Boolean).join(" · ")})]},i.id))})]},o.id))]})}function ft({client:e}){let t=E(),{moment:n}=S(),a=y("ofChoice","NoteKind"),r=y("ofType","CoachingNote"),s=e.coachingNotes?.nodes??[];return(0,R.jsxs)("section",{className:"card","aria-labelledby":"notes",children:[(0,R.jsx)("h2",{id:"notes",children:t.notes}),s.length?null:(0,R.jsx)("p",{className:"quiet",children:t.noNotes}),(0,R.jsx)("ul",{className:"list plain",children:s.map(d=>(0,R.jsxs)("li",{children:[(0,R.jsx)("span",{className:"quiet small",children:[n(d.occurredAt),a(d.kind),r(d.state)].filter(Boolean).join(" · ")}),(0,R.jsx)("p",{className:"note-body",children:d.body})]},d.id))})]})}var I=c(m(),1);function Ye({client:e}){let t=E(),{whole:n,moment:a}=S(),r=y("ofType","Referral");return(0,I.jsxs)("section",{className:"card","aria-labelledby":"team",children:[(0,I.jsx)("h2",{id:"team",children:t.team}),(0,I.jsxs)("ul",{className:"list plain",children:[e.relationships?.nodes.map(s=>(0,I.jsxs)("li",{children:[(0,I.jsx)("span",{className:"strong",children:Ve(s.responsibleCoach)}),(0,I.jsx)("span",{children:t.responsible}),(0,I.jsxs)("span",{className:"quiet small",children:[n(s.startedOn)," – ",n(s.endedOn)]})]},s.id)),e.substitutions?.nodes.map(s=>(0,I.jsxs)("li",{children:[(0,I.jsx)("span",{className:"strong",children:Ve(s.staffMember)}),(0,I.jsx)("span",{children:t.substitute}),(0,I.jsxs)("span",{className:"quiet small",children:[n(s.startsOn)," – ",n(s.endsBefore)]})]},s.id)),e.referrals?.nodes.map(s=>(0,I.jsxs)("li",{children:[(0,I.jsx)("span",{className:"strong",children:s.agency?.name}),(0,I.jsxs)("span",{children:[t.referral,": ",r(s.state)]}),(0,I.jsx)("span",{className:"quiet small",children:a(s.receivedAt)})]},s.id))]})]})}function Ve(e){return e?[e.firstName,e.lastName].filter(Boolean).join(" "):"–"}var C=c(m(),1),At=42;function xe({id:e}){let t=E(),n=ee(Me,{id:e,since:V(B(),-At),before:V(B(),7)});return(0,C.jsx)(Z,{title:t.client,isQuiet:!0,children:(0,C.jsx)(te,{look:n,children:({client:a,consents:r})=>a?(0,C.jsx)(Dt,{client:a,consents:r?.nodes??[]}):(0,C.jsx)("p",{className:"card quiet",children:t.notSeen})})})}function Dt({client:e,consents:t}){let n=E();return(0,C.jsxs)("div",{className:"client",children:[(0,C.jsxs)("div",{className:"client-name",children:[(0,C.jsxs)("h2",{children:[e.firstNames," ",e.lastName]}),e.safetyRestriction?(0,C.jsx)("span",{className:"tag warn",children:n.protected}):null]}),(0,C.jsxs)("div",{className:"columns",children:[(0,C.jsxs)("div",{className:"stack-large",children:[(0,C.jsx)(Ge,{client:e}),(0,C.jsx)(Ye,{client:e})]}),(0,C.jsxs)("div",{className:"stack-large",children:[(0,C.jsx)(He,{days:e.attendance?.nodes??[]}),(0,C.jsx)(We,{client:e,consents:t})]}),(0,C.jsx)(Be,{client:e})]})]})}var Se=c(z(),1);var ae=c(z(),1);var ne=c(z(),1);var oe=c(m(),1);function Ke({opened:e,effects:t,onClose:n,onChoose:a}){let r=E(),s=()=>{let d=e?.cell;n(),setTimeout(()=>d?.focus())};return(0,oe.jsx)(Re,{className:"menu-sheet",triggerRef:{current:e?.cell??null},isOpen:e!==null,onOpenChange:d=>d||s(),placement:"bottom start",children:(0,oe.jsx)(fe,{className:"menu","aria-label":r.chooseCode(e?.name??""),autoFocus:"first",onAction:d=>{a(String(d)),s()},children:t.filter(({code:d})=>r.letters[d]).map(({code:d,title:o})=>(0,oe.jsxs)(Ae,{id:d,className:"menu-item",textValue:o,children:[o,(0,oe.jsx)("kbd",{children:r.letters[d]})]},d))})})}var Te={stored:{},marks:{},saved:new Set},Ct=new Set(["PLANNED","RECORDED"]);function $(e){return Ct.has(e.state)}function _e(e,t){switch(t.kind){case"opened":return{...Te,stored:pe(t.sheet.rows.flatMap(({days:n})=>n))};case"told":return{...e,stored:pe(t.sheet.rows.flatMap(({days:n})=>n))};case"marked":return ce(e,t.ids.map(n=>[n,kt(e,n,t.code)]));case"minutes":return ce(e,[[t.id,It(e,t.id,t.minutes)]]);case"cleared":return ce(e,t.ids.map(n=>[n,null]));case"saving":return $e(e,["draft","refused"],"saving");case"failed":return $e(e,["saving"],"draft");case"saved":return{stored:{...e.stored,...pe(t.days)},marks:ce(e,t.days.map(({id:n})=>[n,null])).marks,saved:new Set([...e.saved,...t.days.map(({id:n})=>n)])};case"refused":return Qe(e,t.id,{status:"refused",problem:t.problem});case"conflict":return{...Qe(e,t.theirs.id,{status:"conflict",theirs:t.theirs}),stored:{...e.stored,[t.theirs.id]:t.theirs}}}}function qe({marks:e,stored:t}){return Object.entries(e).filter(([,{status:n}])=>n!=="conflict").map(([n,{code:a,minutes:r}])=>({attendanceId:n,revision:t[n]?.revision??null,code:a,minutes:r}))}function je({marks:e}){let t=new Map;for(let{code:n}of Object.values(e))t.set(n,(t.get(n)??0)+1);return t}function pe(e){return Object.fromEntries(e.map(t=>[t.id,t]))}function kt({stored:e,marks:t},n,a){let[r,s]=[e[n],t[n]];return!r||!$(r)?s??null:!s&&r.state==="RECORDED"&&r.code===a?null:{code:a,minutes:null,status:"draft"}}function It({stored:e,marks:t},n,a){let r=t[n]?.code??e[n]?.code;return r?{code:r,minutes:a,status:"draft"}:null}function ce(e,t){let n={...e.marks};for(let[r,s]of t)s?n[r]=s:delete n[r];let a=new Set(e.saved);for(let[r]of t)a.delete(r);return{...e,marks:n,saved:a}}function $e(e,t,n){let a=Object.entries(e.marks);return ce(e,a.map(([r,s])=>[r,t.includes(s.status)?{...s,status:n}:s]))}function Qe(e,t,n){let a=e.marks[t];return a?{...e,marks:{...e.marks,[t]:{...a,...n}}}:e}var Ze=c(z(),1);var Xe=c(z(),1);var de=c(m(),1),Je=(0,Xe.memo)(function(t){let{at:n,name:a,when:r,stored:s,mark:d,isSaved:o,title:i,isTabStop:u,isLong:O,onClick:N}=t,T=E(),f=d?.code??s?.code??"",b=d?.status??(o?"saved":s?.code?"stored":null),P=s?[i||T.unmarked,b?T.status[b]:""]:[T.noDay],Q=_=>{let[A=0,K=0]=n.split(" ").map(Number);N([A,K],_.currentTarget)};return(0,de.jsxs)("td",{role:"gridcell","data-place":n,"data-day":s?.id,"data-name":a,className:["mark",b??(s?"open":"none"),f.startsWith("ABSENT")?"absent":""].join(" "),tabIndex:u?0:-1,"aria-readonly":!s||!$(s),"aria-label":`${a}, ${r}: ${P.filter(Boolean).join(", ")}`,onClick:Q,children:[(0,de.jsx)("span",{className:"letter",children:s?T.letters[f]??(f?"•":""):""}),O?(0,de.jsx)("span",{className:"mark-title",children:i||(s?"":T.noDay)}):null,O&&b&&b!=="stored"?(0,de.jsx)("small",{children:d?.problem??T.status[b]}):null]})});var Ne=c(m(),1);function ze({name:e,day:t,state:n,effects:a,change:r}){let s=E(),d=t&&n.stored[t.id],o=t&&n.marks[t.id],i=a.find(({code:O})=>O===(o?.code??d?.code));if(!t||!d||!i?.hasHours||!$(d))return(0,Ne.jsx)("td",{className:"minutes",children:d?.minutes??""});let u=o?o.minutes??"":d.minutes??"";return(0,Ne.jsx)("td",{className:"minutes",children:(0,Ne.jsx)("input",{type:"text",inputMode:"numeric",autoComplete:"off","aria-label":s.minutesOf(e),placeholder:String(i.mostMinutes?Math.min(i.mostMinutes,t.plannedMinutes??0):t.plannedMinutes??""),value:u,onChange:({target:O})=>{let N=O.value.replace(/\D/g,"").slice(0,4);r({kind:"minutes",id:t.id,minutes:N?Number(N):null})}})})}var v=c(m(),1);function et({row:e,name:t,place:n,days:a,state:r,titles:s,effects:d,tabStop:o,change:i,onClick:u}){let{long:O}=S(),N=new Map(e.days.map(f=>[f.day,f])),T=a.length===1?N.get(a[0]?.day??""):void 0;return(0,v.jsxs)("tr",{children:[(0,v.jsx)("th",{scope:"row",children:t}),a.length===1?(0,v.jsx)(Mt,{row:e,day:T,weekday:a[0]?.weekday??1,titles:s}):null,a.map(({day:f},b)=>{let P=N.get(f);return(0,v.jsx)(Je,{at:`${n} ${b}`,name:t,when:O(f),stored:P?r.stored[P.id]:void 0,mark:P?r.marks[P.id]:void 0,isSaved:P?r.saved.has(P.id):!1,title:ht(P,r,s),isTabStop:o===b,isLong:a.length===1,onClick:u},f)}),a.length===1?(0,v.jsx)(ze,{name:t,day:T,state:r,effects:d,change:i}):null]})}function ht(e,{stored:t,marks:n},a){let r=e&&(n[e.id]?.code??t[e.id]?.code);return r?a.get(r)??r:""}var Mt=(0,Ze.memo)(function({row:t,day:n,weekday:a,titles:r}){let s=E(),{short:d,clock:o,hours:i}=S(),u=t.contract?.weeklyPattern?.find(N=>N.weekday===a),O=t.recent.map(N=>`${d(N.day??"")} ${r.get(N.code??"")??""}`).join(", ");return(0,v.jsxs)(v.Fragment,{children:[(0,v.jsx)("td",{className:"wide-only",children:(0,v.jsx)("span",{className:"strip",role:"img","aria-label":O||"–",children:t.recent.map(N=>(0,v.jsx)("span",{className:N.presence==="ABSENT"?"absent":"present","aria-hidden":"true",children:s.letters[N.code??""]??"·"},N.day))})}),(0,v.jsx)("td",{className:"wide-only quiet",children:[u?o(u.startsAt):"",n?.plannedMinutes?i(n.plannedMinutes):""].filter(Boolean).join(", ")})]})});var w=c(m(),1),Lt={ArrowUp:[-1,0],ArrowDown:[1,0],ArrowLeft:[0,-1],ArrowRight:[0,1]},tt=10;function st({sheet:e,state:t,effects:n,change:a,onSave:r}){let s=E(),{announce:d}=M(),{short:o}=S(),[[i,u],O]=(0,ne.useState)([0,0]),[N,T]=(0,ne.useState)(null),f=(0,ne.useRef)(null),b=(0,ne.useMemo)(()=>new Map(n.map(({code:l,title:D})=>[l,D])),[n]),P=(0,ne.useMemo)(()=>new Map(n.filter(({code:l})=>s.letters[l]).map(({code:l})=>[s.letters[l],l])),[n,s]),Q=e.days.length===1,_=l=>{let D=[nt(l[0],e.rows.length),nt(l[1],e.days.length)];O(D),f.current?.querySelector(`[data-place="${D.join(" ")}"]`)?.focus()},A=(l,D,H)=>{let q=t.stored[l];if(!q||!$(q))return d(s.isLocked);a({kind:"marked",ids:[l],code:H}),d(`${D}: ${b.get(H)}`)},K=l=>{let D=l.target.closest("[data-place]");if(!D||l.target!==D)return;if(l.key==="Enter"&&(l.ctrlKey||l.metaKey))return X(l,r);if(l.ctrlKey||l.metaKey||l.altKey)return;let H=Lt[l.key],{day:q,name:le=""}=D.dataset,ye=P.get(l.key.toUpperCase());if(H)X(l,()=>_([i+H[0],u+H[1]]));else if(l.key==="Home")X(l,()=>_([l.shiftKey?0:i,0]));else if(l.key==="End")X(l,()=>_([i,e.days.length-1]));else if(l.key==="PageUp")X(l,()=>_([i-tt,u]));else if(l.key==="PageDown")X(l,()=>_([i+tt,u]));else if(q)ye?X(l,()=>(A(q,le,ye),_([i+1,u]))):l.key==="Backspace"||l.key==="Delete"?X(l,()=>a({kind:"cleared",ids:[q]})):(l.key==="Enter"||l.key===" ")&&X(l,()=>T({id:q,name:le,cell:D}));else return},J=(l,D)=>{O(l);let{day:H,name:q=""}=D.dataset,le=H?t.stored[H]:void 0;H&&le&&$(le)&&T({id:H,name:q,cell:D})};return(0,w.jsxs)("div",{className:"wide",children:[(0,w.jsxs)("table",{ref:f,role:"grid",className:Q?"sheet of-day":"sheet","aria-label":s.morning,onKeyDown:K,children:[(0,w.jsx)("thead",{children:(0,w.jsxs)("tr",{children:[(0,w.jsx)("th",{scope:"col",children:s.person}),Q?(0,w.jsx)("th",{scope:"col",className:"wide-only",children:s.recent}):null,Q?(0,w.jsx)("th",{scope:"col",className:"wide-only",children:s.planned}):null,e.days.map(({day:l})=>(0,w.jsx)("th",{scope:"col",children:Q?s.mark:o(l)},l)),Q?(0,w.jsx)("th",{scope:"col",children:s.minutes}):null]})}),(0,w.jsx)("tbody",{children:e.rows.map((l,D)=>(0,w.jsx)(et,{row:l,name:Oe(l),place:D,days:e.days,state:t,titles:b,effects:n,tabStop:D===i?u:null,change:a,onClick:J},l.contract?.id??D))})]}),(0,w.jsx)(Ke,{opened:N,effects:n,onClose:()=>T(null),onChoose:l=>N&&A(N.id,N.name,l)})]})}function Oe({client:e}){return[e?.lastName,e?.callName].filter(Boolean).join(" ")||"–"}function nt(e,t){return Math.max(0,Math.min(t-1,e))}function X(e,t){e.preventDefault(),t()}var x=c(m(),1);function at({sheet:e,state:t,effects:n,change:a}){let r=E(),s=o=>n.find(i=>i.code===o)?.title??(o||r.unmarked),d=e.rows.flatMap(o=>o.days.flatMap(({id:i})=>{let u=t.marks[i];return u?.status==="conflict"?[{id:i,mark:u,name:Oe(o)}]:[]}));return d.length?(0,x.jsxs)("section",{className:"notice warn",role:"alert","aria-labelledby":"conflicts",children:[(0,x.jsx)("h2",{id:"conflicts",children:r.conflicts}),(0,x.jsx)("ul",{className:"stack",children:d.map(({id:o,mark:i,name:u})=>(0,x.jsxs)("li",{className:"row",children:[(0,x.jsx)("span",{className:"strong",children:u}),(0,x.jsxs)("span",{children:[r.mine,": ",s(i.code)]}),(0,x.jsxs)("span",{children:[r.theirs,": ",s(i.theirs?.code)]}),(0,x.jsx)("button",{type:"button",className:"button",onClick:()=>a({kind:"marked",ids:[o],code:i.code}),children:r.keepMine}),(0,x.jsx)("button",{type:"button",className:"button",onClick:()=>a({kind:"cleared",ids:[o]}),children:r.takeTheirs})]},o))})]}):null}var se=c(m(),1);function rt({effects:e}){let t=E();return(0,se.jsxs)("details",{className:"keys no-print",children:[(0,se.jsx)("summary",{children:t.keys}),(0,se.jsx)("p",{className:"quiet",children:t.keysLead}),(0,se.jsx)("ul",{className:"row",children:e.filter(({code:n})=>t.letters[n]).map(({code:n,title:a})=>(0,se.jsxs)("li",{children:[(0,se.jsx)("kbd",{children:t.letters[n]})," ",a]},n))})]})}var it=c(z(),1);var G=c(m(),1);function ot({day:e,onClose:t,onDone:n}){let a=E(),{words:r}=M(),{long:s}=S(),[d,o]=(0,it.useState)(""),i=ue(ve),u=()=>{i.forget(),t()},O=async N=>{if(N.preventDefault(),!e)return;let T=(await i.run({day:{scope:{caseload:!0},day:e,reason:d}}))?.notOrganised;T&&(n(T.days),u())};return(0,G.jsx)(Ie,{title:e?a.notOrganisedTitle(s(e)):"",isOpen:e!==null,onClose:u,children:(0,G.jsxs)("form",{className:"stack",onSubmit:N=>{O(N)},children:[(0,G.jsx)(me,{problems:i.problems,inputs:{reason:"not-organised-reason"}}),(0,G.jsx)("p",{children:a.notOrganisedLead}),(0,G.jsxs)("div",{className:"field",children:[(0,G.jsx)("label",{htmlFor:"not-organised-reason",children:a.reason}),(0,G.jsx)("input",{id:"not-organised-reason",autoComplete:"off",required:!0,maxLength:500,value:d,onChange:N=>o(N.target.value)})]}),(0,G.jsxs)("div",{className:"row",children:[(0,G.jsx)("button",{type:"submit",className:"button first",disabled:i.isWaiting,children:a.notOrganised}),(0,G.jsx)("button",{type:"button",className:"button",onClick:u,children:r.cancel})]})]})})}var U=c(m(),1);function dt({state:e,effects:t,isSaving:n,onSave:a,change:r}){let s=E(),d=je(e),o=Object.keys(e.marks);return o.length?(0,U.jsxs)("section",{className:"save-bar","aria-labelledby":"unsaved",children:[(0,U.jsxs)("div",{className:"stack",children:[(0,U.jsx)("h2",{id:"unsaved",children:s.unsaved(o.length)}),(0,U.jsx)("ul",{className:"effects",children:t.filter(({code:i})=>d.has(i)).map(i=>(0,U.jsxs)("li",{children:[(0,U.jsx)("span",{className:"strong",children:d.get(i.code)})," ",i.title,(0,U.jsxs)("span",{className:"quiet small",children:[" ",bt(i,s.benefit,s.reported)]})]},i.code))})]}),(0,U.jsxs)("div",{className:"row",children:[(0,U.jsx)("button",{type:"button",className:"button first",disabled:n,onClick:a,children:n?s.saving:s.save}),(0,U.jsx)("button",{type:"button",className:"button",disabled:n,onClick:()=>r({kind:"cleared",ids:o}),children:s.discard})]})]}):(0,U.jsx)("p",{className:"quiet",children:e.saved.size?s.allSaved:s.nothingMarked})}function bt({benefit:e,reported:t},n,a){return[n[e??""],a[t??""]].filter(Boolean).join(", ")}var L=c(m(),1),Pt="PRESENT",vt="STALE_REVISION";function lt({sheet:e,effects:t}){let n=E(),{service:a,announce:r,hold:s}=M(),[d,o]=(0,ae.useReducer)(_e,e,_=>_e(Te,{kind:"opened",sheet:_})),[i,u]=(0,ae.useState)(!1),O=ue(Pe),N=Object.keys(d.marks).length>0;(0,ae.useEffect)(()=>(s(N),()=>s(!1)),[N,s]),(0,ae.useEffect)(()=>o({kind:"told",sheet:e}),[e]);let T=({id:_})=>{let A=d.stored[_];return A!==void 0&&$(A)&&!A.code&&!d.marks[_]},f=e.rows.flatMap(({days:_})=>_).filter(T),b=f.filter(({day:_})=>(_??"")<=B()),P=async()=>{let _=qe(d);o({kind:"saving"});let A=(await O.run({days:{entries:_}}))?.recordAttendance;if(!A)return o({kind:"failed"});o({kind:"saved",days:A.days});let K=A.refused.filter(({errors:J})=>J.some(({code:l})=>l===vt));for(let J of A.refused)o({kind:"refused",id:J.id??"",problem:J.errors.map(({message:l})=>l).join(" ")});r([n.savedDays(A.days.length),A.refused.length?n.refusedDays(A.refused.length):""].join(" ")),K.length&&await Q(K.map(({id:J})=>J??""))},Q=async _=>{let A=await a.ask(be,{ids:[..._]});for(let K of A.data?.nodes??[])K&&"revision"in K&&o({kind:"conflict",theirs:K})};return(0,L.jsxs)(L.Fragment,{children:[(0,L.jsxs)("div",{className:"row",children:[(0,L.jsx)("button",{type:"button",className:"button first",disabled:!b.length,onClick:()=>o({kind:"marked",ids:b.map(({id:_})=>_),code:Pt}),children:n.othersPresent}),e.days.length===1?(0,L.jsx)("button",{type:"button",className:"button",disabled:!f.length,onClick:()=>u(!0),children:n.notOrganised}):null]}),(0,L.jsx)(rt,{effects:t}),(0,L.jsx)(me,{problems:O.problems}),(0,L.jsx)(at,{sheet:e,state:d,effects:t,change:o}),e.rows.length?(0,L.jsx)(st,{sheet:e,state:d,effects:t,change:o,onSave:()=>{P()}}):(0,L.jsx)("p",{className:"card quiet",children:n.nobody}),e.hasMore?(0,L.jsx)("p",{className:"quiet",children:n.more}):null,(0,L.jsx)(dt,{state:d,effects:t,isSaving:O.isWaiting,onSave:()=>{P()},change:o}),(0,L.jsx)(ot,{day:i?e.days[0]?.day??null:null,onClose:()=>u(!1),onDone:_=>{o({kind:"saved",days:_}),r(n.savedDays(_.length))}})]})}var h=c(m(),1),ct={day:1,week:7};function Et(){let e=E(),{leave:t}=M(),{long:n,short:a}=S(),[r,s]=(0,Se.useState)("day"),[d,o]=(0,Se.useState)(B),i=r==="day"?d:ie(d),u=V(i,r==="day"?0:4),O=ee(Le,{scope:{caseload:!0},from:i,to:u}),N=r==="day"?n(d):`${a(i)} – ${a(u)}`;return(0,h.jsxs)(Z,{title:e.morning,children:[(0,h.jsxs)("div",{className:"row apart",children:[(0,h.jsxs)("div",{className:"row",role:"group","aria-label":e.day,children:[(0,h.jsxs)("button",{type:"button",className:"button",onClick:()=>t(()=>o(V(d,-ct[r]))),children:[(0,h.jsx)("span",{"aria-hidden":"true",children:"‹"})," ",(0,h.jsx)("span",{className:"word",children:e.before})]}),(0,h.jsx)("strong",{className:"sheet-day","aria-live":"polite",children:N}),(0,h.jsxs)("button",{type:"button",className:"button",onClick:()=>t(()=>o(V(d,ct[r]))),children:[(0,h.jsx)("span",{className:"word",children:e.after})," ",(0,h.jsx)("span",{"aria-hidden":"true",children:"›"})]}),d===B()?null:(0,h.jsx)("button",{type:"button",className:"button",onClick:()=>t(()=>o(B())),children:e.toToday})]}),(0,h.jsx)("div",{className:"halves",role:"group","aria-label":e.span,children:["day","week"].map(T=>(0,h.jsx)("button",{type:"button","aria-pressed":r===T,onClick:()=>t(()=>s(T)),children:T==="day"?e.showDay:e.showWeek},T))})]}),(0,h.jsx)(te,{look:O,children:({attendanceSheet:T,attendanceEffects:f})=>T?(0,h.jsx)(lt,{sheet:T,effects:f},`${i} ${u}`):null})]})}var mt=c(z(),1);var g=c(m(),1);function gt(){let e=E(),{short:t}=S(),[n,a]=(0,mt.useState)(()=>ie(B())),r=ee(we,{from:n});return(0,g.jsxs)(Z,{title:e.ways.week,lead:e.weekLead,children:[(0,g.jsxs)("div",{className:"row",role:"group","aria-label":e.showWeek,children:[(0,g.jsxs)("button",{type:"button",className:"button",onClick:()=>a(V(n,-7)),children:[(0,g.jsx)("span",{"aria-hidden":"true",children:"‹"})," ",(0,g.jsx)("span",{className:"word",children:e.before})]}),(0,g.jsxs)("strong",{"aria-live":"polite",children:[t(n)," – ",t(V(n,6))]}),(0,g.jsxs)("button",{type:"button",className:"button",onClick:()=>a(V(n,7)),children:[(0,g.jsx)("span",{className:"word",children:e.after})," ",(0,g.jsx)("span",{"aria-hidden":"true",children:"›"})]})]}),(0,g.jsx)(te,{look:r,children:({myWeek:s})=>(0,g.jsxs)("div",{className:"columns",children:[(0,g.jsx)(ut,{id:"due",title:e.due,none:e.noDue,tasks:s.due.nodes}),(0,g.jsx)(ut,{id:"waiting",title:e.waiting,none:e.noWaiting,tasks:s.waiting.nodes}),(0,g.jsx)(wt,{events:s.happened.nodes})]})})]})}function ut({id:e,title:t,none:n,tasks:a}){let r=E(),{whole:s}=S(),d=y("ofChoice","TaskKind");return(0,g.jsxs)("section",{className:"stack","aria-labelledby":e,children:[(0,g.jsx)("h2",{id:e,children:t}),a.length?null:(0,g.jsx)("p",{className:"quiet",children:n}),(0,g.jsx)("ul",{className:"list",children:a.map(({kind:o,dueOn:i,object:u},O)=>(0,g.jsxs)("li",{children:[(0,g.jsx)("span",{className:"strong",children:"text"in u&&u.text?u.text:d(o)}),(0,g.jsx)(Nt,{object:u}),i?(0,g.jsx)("span",{className:"quiet small",children:r.by(s(i))}):null]},`${o} ${u.id} ${O}`))})]})}function wt({events:e}){let t=E(),{moment:n}=S(),a=y("ofChoice","WeekEventKind"),r=y("ofTerms","attendance_code");return(0,g.jsxs)("section",{className:"stack","aria-labelledby":"happened",children:[(0,g.jsx)("h2",{id:"happened",children:t.happened}),e.length?null:(0,g.jsx)("p",{className:"quiet",children:t.noHappened}),(0,g.jsx)("ul",{className:"list",children:e.map(({kind:s,at:d,object:o},i)=>(0,g.jsxs)("li",{children:[(0,g.jsx)("span",{className:"strong",children:"code"in o&&o.code?r(o.code):a(s)}),(0,g.jsx)(Nt,{object:o}),(0,g.jsx)("span",{className:"quiet small",children:n(d)})]},`${s} ${o.id} ${i}`))})]})}function Nt({object:e}){let{client:t}=e;return t?(0,g.jsx)(Ee,{href:`/clients/${t.id}`,children:[t.callName,t.lastName].filter(Boolean).join(" ")}):null}var F=c(m(),1);function Ut(){let{ways:e}=E();return(0,F.jsxs)(F.Fragment,{children:[(0,F.jsx)(ke,{ways:[{path:"/",title:e.morning},{path:"/week",title:e.week},{path:"/clients",title:e.caseload}]}),(0,F.jsxs)(De,{children:[(0,F.jsx)(re,{path:"/",component:Et}),(0,F.jsx)(re,{path:"/week",component:gt}),(0,F.jsx)(re,{path:"/clients",component:Fe}),(0,F.jsx)(re,{path:"/clients/:id",children:({id:t})=>(0,F.jsx)(xe,{id:t})}),(0,F.jsx)(re,{component:Ce})]})]})}export{Ut as default};
