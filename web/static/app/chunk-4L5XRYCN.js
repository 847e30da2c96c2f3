import{a as Ce}from"./chunk-577YW6CK.js";import{a as De,b as Z,c as K,d as ae,e as O}from"./chunk-V4XOZU3M.js";import{i as Se,k as ye,m as Re,s as ue,w as _}from"./chunk-G62ATSXG.js";import{a as q,e as se,f as ce,g as fe,j as m,k as X,m as v,n as J,o as Ee,p as Ae,q as me,r as z}from"./chunk-YUCKUU3P.js";import{b as c}from"./chunk-SQE76S5B.js";var Pe=c(q(),1);var V=class extends String{__apiType;value;__meta__;constructor(t,n){super(t),this.value=t,this.__meta__=n}toString(){return this.value}},Ft=new V(`
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
}`,{fragmentName:"AboutTask"}),ke=new V(`
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
    `),Ie=new V(`
    query CoachClient($id: ID!, $since: Date!) {
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
    attendance(filter: {day: {gte: $since}}, orderBy: DAY, first: 60) {
      nodes {
        id
        day
        state
        code
        presence
      }
    }
    coachingNotes(first: 5) {
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
    `),he=new V(`
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
    `),Le=new V(`
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
    `),Me=new V(`
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
    `),be=new V(`
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
    `),ve=new V(`
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
}`);var pt={ways:{morning:"Aamu",week:"Viikkoni",caseload:"Asiakkaat"},morning:"Aamun läsnäolot",day:"Päivä",showDay:"Päivä",showWeek:"Viikko",span:"Mitä näytetään",before:"Edellinen",after:"Seuraava",toToday:"Tänään",person:"Valmentautuja",recent:"Viime päivät",planned:"Suunniteltu",mark:"Merkintä",minutes:"Minuutit",minutesOf:e=>`Minuutit, ${e}`,nobody:"Tälle päivälle ei ole suunniteltu ketään.",more:"Listalle mahtuu tuhat riviä; tässä ovat ensimmäiset.",keys:"Näppäimet",keysLead:"Nuolilla liikut, kirjain merkitsee ja siirtyy alaspäin. Enter avaa valikon, askelpalautin poistaa merkinnän.",othersPresent:"Kaikki muut läsnä",notOrganised:"Palvelua ei järjestetä",notOrganisedTitle:e=>`Palvelua ei järjestetä: ${e}`,notOrganisedLead:"Kaikki asiakkaidesi suunnitellut päivät merkitään päiviksi, joina palvelua ei ollut. Se ei ole poissaolo.",reason:"Syy",unsaved:e=>e===1?"1 merkintä tallentamatta":`${e} merkintää tallentamatta`,allSaved:"Kaikki merkinnät on tallennettu",nothingMarked:"Ei tallentamattomia merkintöjä",save:"Tallenna",saving:"Tallennetaan…",discard:"Hylkää merkinnät",savedDays:e=>e===1?"1 päivä tallennettu.":`${e} päivää tallennettu.`,refusedDays:e=>e===1?"1 päivä hylättiin.":`${e} päivää hylättiin.`,conflicts:"Joku muu kirjasi saman päivän",mine:"Sinä",theirs:"Toinen",keepMine:"Pidä oma",takeTheirs:"Pidä toisen",unmarked:"merkitsemättä",noDay:"ei työpäivää",isLocked:"Päivä on vahvistettu tai lukittu. Se muuttuu vain oikaisulla.",status:{draft:"tallentamatta",saving:"tallennetaan",refused:"hylätty",conflict:"ristiriita",saved:"tallennettu",stored:"kirjattu"},chooseCode:e=>`Merkintä: ${e}`,letters:{PRESENT:"L",PRESENT_REMOTE:"E",PRESENT_SHORT:"V",ABSENT_SICK:"S",ABSENT_CHILD:"P",ABSENT_INTERVIEW:"H",ABSENT_OFFICE:"T",ABSENT_AGREED:"M",ABSENT_UNAUTHORISED:"U",ABSENT_PENDING:"Y"},benefit:{KEPT:"etuus säilyy",LOST:"etuus menetetään",HELD:"etuus odottaa syytä",REVIEW:"etuus arvioidaan",AGREED:"etuus sopimuksen mukaan",AS_REPLACEMENT:"kuten vaihdettu päivä"},reported:{YES:"kerrotaan maksajalle",FLAG:"merkitään maksajalle",HELD:"kerrotaan, kun syy selviää",INFORMATIONAL:"maksajalle tiedoksi"},weekLead:"Mitä viikolla tapahtui, mikä on tehtävä ja mikä odottaa.",due:"Tehtävä tällä viikolla",waiting:"Odottaa yhä",happened:"Tapahtunut",noDue:"Tälle viikolle ei ole määräpäiviä.",noWaiting:"Mikään ei odota.",noHappened:"Viikolta ei ole vielä kirjauksia.",by:e=>`viimeistään ${e}`,caseloadLead:"Ne, joista vastaat tai joita sijaistat.",noClients:"Sinulla ei ole asiakkaita.",since:e=>`Asiakkaana ${e} alkaen`,service:"Palvelu",open:"Avaa",client:"Asiakas",contact:"Yhteystiedot",protected:"Turvakielto",protectedLead:"Osoite ja muut olinpaikan tiedot on salattu.",goals:"Tavoitteet",notes:"Viimeisimmät kirjaukset",days:"Päivät",contracts:"Sopimukset",consents:"Suostumukset",referral:"Lähete",team:"Kuka työskentelee hänen kanssaan",programme:"Valmennusjakso",noGoals:"Tavoitteita ei ole kirjattu.",noNotes:"Kirjauksia ei ole.",noDays:"Viime viikoilta ei ole päiviä.",noContracts:"Sopimuksia ei ole.",noConsents:"Suostumuksia ei ole.",notSeen:"Asiakasta ei ole, tai et näe häntä tässä tehtävässä.",moreClients:"Näytä lisää"},Tt={ways:{morning:"Morgon",week:"Min vecka",caseload:"Klienter"},morning:"Morgonens närvaro",day:"Dag",showDay:"Dag",showWeek:"Vecka",span:"Vad som visas",before:"Föregående",after:"Nästa",toToday:"I dag",person:"Klient",recent:"Senaste dagar",planned:"Planerat",mark:"Anteckning",minutes:"Minuter",minutesOf:e=>`Minuter, ${e}`,nobody:"Ingen är planerad för den här dagen.",more:"Listan rymmer tusen rader; här är de första.",keys:"Tangenter",keysLead:"Du rör dig med pilarna; en bokstav antecknar och går nedåt. Enter öppnar menyn, backsteg tar bort anteckningen.",othersPresent:"Alla andra närvarande",notOrganised:"Tjänsten ordnas inte",notOrganisedTitle:e=>`Tjänsten ordnas inte: ${e}`,notOrganisedLead:"Alla planerade dagar för dina klienter antecknas som dagar utan tjänst. Det är inte frånvaro.",reason:"Orsak",unsaved:e=>e===1?"1 anteckning är inte sparad":`${e} anteckningar är inte sparade`,allSaved:"Alla anteckningar är sparade",nothingMarked:"Inga osparade anteckningar",save:"Spara",saving:"Sparar…",discard:"Förkasta anteckningarna",savedDays:e=>e===1?"1 dag sparad.":`${e} dagar sparade.`,refusedDays:e=>e===1?"1 dag nekades.":`${e} dagar nekades.`,conflicts:"Någon annan antecknade samma dag",mine:"Du",theirs:"Den andra",keepMine:"Behåll min",takeTheirs:"Behåll den andras",unmarked:"inte antecknad",noDay:"ingen arbetsdag",isLocked:"Dagen är bekräftad eller låst. Den ändras bara genom en rättelse.",status:{draft:"inte sparad",saving:"sparas",refused:"nekad",conflict:"konflikt",saved:"sparad",stored:"antecknad"},chooseCode:e=>`Anteckning: ${e}`,letters:{PRESENT:"N",PRESENT_REMOTE:"D",PRESENT_SHORT:"K",ABSENT_SICK:"S",ABSENT_CHILD:"B",ABSENT_INTERVIEW:"I",ABSENT_OFFICE:"F",ABSENT_AGREED:"A",ABSENT_UNAUTHORISED:"O",ABSENT_PENDING:"U"},benefit:{KEPT:"förmånen kvarstår",LOST:"förmånen förloras",HELD:"förmånen väntar på orsaken",REVIEW:"förmånen bedöms",AGREED:"förmånen enligt avtal",AS_REPLACEMENT:"som den bytta dagen"},reported:{YES:"berättas för betalaren",FLAG:"märks för betalaren",HELD:"berättas när orsaken är klar",INFORMATIONAL:"för betalarens kännedom"},weekLead:"Vad som hände under veckan, vad som ska göras och vad som väntar.",due:"Att göra den här veckan",waiting:"Väntar fortfarande",happened:"Har hänt",noDue:"Inga förfallodagar den här veckan.",noWaiting:"Ingenting väntar.",noHappened:"Inga anteckningar från veckan ännu.",by:e=>`senast ${e}`,caseloadLead:"De som du ansvarar för eller vikarierar för.",noClients:"Du har inga klienter.",since:e=>`Klient sedan ${e}`,service:"Tjänst",open:"Öppna",client:"Klient",contact:"Kontaktuppgifter",protected:"Spärrmarkering",protectedLead:"Adressen och andra uppgifter om var personen finns är skyddade.",goals:"Mål",notes:"Senaste anteckningar",days:"Dagar",contracts:"Avtal",consents:"Samtycken",referral:"Remiss",team:"Vem arbetar med personen",programme:"Träningsperiod",noGoals:"Inga mål är antecknade.",noNotes:"Det finns inga anteckningar.",noDays:"Inga dagar från de senaste veckorna.",noContracts:"Det finns inga avtal.",noConsents:"Det finns inga samtycken.",notSeen:"Klienten finns inte, eller så ser du inte personen i din uppgift.",moreClients:"Visa fler"},_t={ways:{morning:"Morning",week:"My week",caseload:"Clients"},morning:"Attendance of the morning",day:"Day",showDay:"Day",showWeek:"Week",span:"What is shown",before:"Previous",after:"Next",toToday:"Today",person:"Trainee",recent:"Recent days",planned:"Planned",mark:"Mark",minutes:"Minutes",minutesOf:e=>`Minutes, ${e}`,nobody:"Nobody is planned for this day.",more:"The list holds a thousand rows; these are the first.",keys:"Keys",keysLead:"Arrows move; a letter marks and goes down. Enter opens the menu, backspace removes a mark.",othersPresent:"All others present",notOrganised:"Service not organised",notOrganisedTitle:e=>`Service not organised: ${e}`,notOrganisedLead:"All planned days of your clients are recorded as days without service. That is no absence.",reason:"Reason",unsaved:e=>e===1?"1 mark is not saved":`${e} marks are not saved`,allSaved:"All marks are saved",nothingMarked:"No unsaved marks",save:"Save",saving:"Saving…",discard:"Discard the marks",savedDays:e=>e===1?"1 day saved.":`${e} days saved.`,refusedDays:e=>e===1?"1 day was refused.":`${e} days were refused.`,conflicts:"Somebody else recorded the same day",mine:"You",theirs:"The other",keepMine:"Keep mine",takeTheirs:"Keep the other",unmarked:"not marked",noDay:"no working day",isLocked:"The day is confirmed or locked. It changes by a correction alone.",status:{draft:"not saved",saving:"saving",refused:"refused",conflict:"conflict",saved:"saved",stored:"recorded"},chooseCode:e=>`Mark: ${e}`,letters:{PRESENT:"P",PRESENT_REMOTE:"R",PRESENT_SHORT:"H",ABSENT_SICK:"S",ABSENT_CHILD:"C",ABSENT_INTERVIEW:"I",ABSENT_OFFICE:"O",ABSENT_AGREED:"A",ABSENT_UNAUTHORISED:"U",ABSENT_PENDING:"W"},benefit:{KEPT:"benefit kept",LOST:"benefit lost",HELD:"benefit waits for the reason",REVIEW:"benefit is reviewed",AGREED:"benefit by agreement",AS_REPLACEMENT:"as the swapped day"},reported:{YES:"the payer is told",FLAG:"flagged to the payer",HELD:"told when the reason is known",INFORMATIONAL:"for the payer’s information"},weekLead:"What happened in the week, what is due and what waits.",due:"Due this week",waiting:"Still waiting",happened:"Happened",noDue:"Nothing is due this week.",noWaiting:"Nothing waits.",noHappened:"Nothing was recorded this week yet.",by:e=>`by ${e}`,caseloadLead:"Those you are responsible for, or stand in for.",noClients:"You have no clients.",since:e=>`Client since ${e}`,service:"Service",open:"Open",client:"Client",contact:"Contact",protected:"Safety restriction",protectedLead:"The address and what else tells where the person is are protected.",goals:"Goals",notes:"Latest notes",days:"Days",contracts:"Contracts",consents:"Consents",referral:"Referral",team:"Who works with the person",programme:"Programme",noGoals:"No goals are recorded.",noNotes:"There are no notes.",noDays:"No days in the last weeks.",noContracts:"There are no contracts.",noConsents:"There are no consents.",notSeen:"There is no such client, or you do not see the person in your role.",moreClients:"Show more"};function E(){return{fi:pt,sv:Tt,en:_t}[v().language]}var T=c(m(),1);function we(){let e=E(),[t,n]=(0,Pe.useState)(null),a=J(ke,{after:t});return(0,T.jsx)(X,{title:e.ways.caseload,lead:e.caseloadLead,children:(0,T.jsx)(z,{look:a,children:({relationships:o})=>(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(Ot,{relationships:o?.nodes??[]}),o?.pageInfo.hasNextPage?(0,T.jsx)("div",{children:(0,T.jsx)("button",{type:"button",className:"button",onClick:()=>n(o.pageInfo.endCursor??null),children:e.moreClients})}):null]})})})}function Ot({relationships:e}){let t=E(),{language:n}=v(),{whole:a}=O(),o=_("ofType","Programme"),s=_("ofType","Relationship");if(!e.length)return(0,T.jsx)("p",{className:"card quiet",children:t.noClients});let d=({client:i})=>[i?.lastName,i?.callName].filter(Boolean).join(" "),r=[...e].sort((i,u)=>d(i).localeCompare(d(u),`${n}-FI`));return(0,T.jsx)("div",{className:"wide",children:(0,T.jsxs)("table",{className:"table",children:[(0,T.jsx)("thead",{children:(0,T.jsxs)("tr",{children:[(0,T.jsx)("th",{scope:"col",children:t.client}),(0,T.jsx)("th",{scope:"col",children:t.service}),(0,T.jsx)("th",{scope:"col",children:s("startedOn")}),(0,T.jsx)("th",{scope:"col",children:o("endsOn")}),(0,T.jsx)("th",{scope:"col",children:o("nextReviewOn")})]})}),(0,T.jsx)("tbody",{children:r.map(i=>{let u=i.programmes?.nodes[0];return(0,T.jsxs)("tr",{children:[(0,T.jsxs)("th",{scope:"row",children:[i.client?(0,T.jsx)(ce,{href:`/clients/${i.client.id}`,children:d(i)}):"–"," ",i.client?.safetyRestriction?(0,T.jsx)("span",{className:"tag warn",children:t.protected}):null]}),(0,T.jsx)("td",{children:ue(u?.serviceType,n)}),(0,T.jsx)("td",{children:a(i.startedOn)}),(0,T.jsx)("td",{children:a(u?.endsOn)}),(0,T.jsx)("td",{children:a(u?.nextReviewOn)})]},i.id)})})]})})}var C=c(m(),1);function Ue({client:e,consents:t}){let n=E(),{whole:a}=O(),o=_("ofType","Contract"),s=_("ofType","Consent"),d=_("ofChoice","DataCategory"),r=e.contracts?.nodes??[];return(0,C.jsxs)("section",{className:"card","aria-labelledby":"contracts",children:[(0,C.jsx)("h2",{id:"contracts",children:n.contracts}),r.length?null:(0,C.jsx)("p",{className:"quiet",children:n.noContracts}),(0,C.jsx)("ul",{className:"list plain",children:r.map(i=>(0,C.jsxs)("li",{children:[(0,C.jsxs)("span",{className:"strong",children:[a(i.startsOn)," – ",a(i.endsOn)]}),(0,C.jsx)("span",{children:i.workplace?.name}),(0,C.jsx)("span",{className:i.state==="ACTIVE"?"tag good":"tag",children:o(i.state)})]},i.id))}),(0,C.jsx)("h2",{children:n.consents}),t.length?null:(0,C.jsx)("p",{className:"quiet",children:n.noConsents}),(0,C.jsx)("ul",{className:"list plain",children:t.map(i=>(0,C.jsxs)("li",{children:[(0,C.jsx)("span",{className:"strong",children:i.agency?.name}),(0,C.jsx)("span",{children:i.categories?.map(d).join(", ")}),(0,C.jsx)("span",{className:i.state==="GIVEN"?"tag good":"tag",children:s(i.state)})]},i.id))})]})}var Q=c(m(),1);function Fe({client:e}){let t=E(),{words:n}=v(),a=_("ofType","Client"),o=r=>r?new Intl.DisplayNames([document.documentElement.lang],{type:"language"}).of(r)??r:"",s=[e.streetAddress,[e.postalCode,e.city].filter(Boolean).join(" ")].filter(Boolean),d=[["phones",e.phones?.join(", ")??""],["email",e.email??""],["streetAddress",s.join(", ")],["contactAddress",e.contactAddress??""],["emergencyContact",e.emergencyContact??""],["serviceLanguage",o(e.serviceLanguage)],["interpreterNeeded",e.interpreterNeeded?n.yes:""]];return(0,Q.jsxs)("section",{className:"card","aria-labelledby":"contact",children:[(0,Q.jsx)("h2",{id:"contact",children:t.contact}),e.safetyRestriction?(0,Q.jsx)("p",{className:"notice warn",children:t.protectedLead}):null,(0,Q.jsx)("dl",{className:"facts narrow",children:d.filter(([,r])=>r).map(([r,i])=>(0,Q.jsxs)("div",{children:[(0,Q.jsx)("dt",{children:a(r)}),(0,Q.jsx)("dd",{children:i})]},r))})]})}var W=c(m(),1);function We({days:e}){let t=E(),{short:n}=O(),a=_("ofTerms","attendance_code"),o=St(e);return(0,W.jsxs)("section",{className:"card","aria-labelledby":"days",children:[(0,W.jsx)("h2",{id:"days",children:t.days}),o.size?null:(0,W.jsx)("p",{className:"quiet",children:t.noDays}),(0,W.jsx)("ul",{className:"weeks",children:[...o].map(([s,d])=>(0,W.jsxs)("li",{children:[(0,W.jsx)("span",{className:"quiet small",children:n(s)}),(0,W.jsx)("ul",{className:"strip large",children:d.map(r=>(0,W.jsxs)("li",{className:yt(r),title:`${n(r.day??"")} ${a(r.code)}`,children:[(0,W.jsx)("span",{"aria-hidden":"true",children:t.letters[r.code??""]??(r.code?"•":"·")}),(0,W.jsxs)("span",{className:"unseen",children:[n(r.day??"")," ",a(r.code)||t.unmarked]})]},r.id))})]},s))})]})}function St(e){let t=new Map;for(let n of e){let a=ae(n.day??"");t.set(a,[...t.get(a)??[],n])}return t}function yt({presence:e}){return e==="PRESENT"?"present":e==="ABSENT"?"absent":""}var R=c(m(),1);function Ge({client:e}){return(0,R.jsxs)("div",{className:"stack-large",children:[(0,R.jsx)(Rt,{client:e}),(0,R.jsx)(ft,{client:e})]})}function Rt({client:e}){let t=E(),{language:n}=v(),a=_("ofTerms","goal_area"),o=_("ofType","Goal"),s=e.programmes?.nodes??[],d=s.some(({goals:r})=>r?.nodes.length);return(0,R.jsxs)("section",{className:"card","aria-labelledby":"goals",children:[(0,R.jsx)("h2",{id:"goals",children:t.goals}),d?null:(0,R.jsx)("p",{className:"quiet",children:t.noGoals}),s.map(r=>(0,R.jsxs)("div",{className:"stack",children:[(0,R.jsx)("h3",{className:"quiet",children:ue(r.serviceType,n)}),(0,R.jsx)("ul",{className:"list plain",children:r.goals?.nodes.map(i=>(0,R.jsxs)("li",{children:[(0,R.jsx)("span",{className:"strong",children:i.text}),i.ownWords?(0,R.jsx)("q",{children:i.ownWords}):null,(0,R.jsx)("span",{className:"quiet small",children:[a(i.area),o(i.state)].filter(Boolean).join(" · ")})]},i.id))})]},r.id))]})}function ft({client:e}){let t=E(),{moment:n}=O(),a=_("ofChoice","NoteKind"),o=_("ofType","CoachingNote"),s=e.coachingNotes?.nodes??[];return(0,R.jsxs)("section",{className:"card","aria-labelledby":"notes",children:[(0,R.jsx)("h2",{id:"notes",children:t.notes}),s.length?null:(0,R.jsx)("p",{className:"quiet",children:t.noNotes}),(0,R.jsx)("ul",{className:"list plain",children:s.map(d=>(0,R.jsxs)("li",{children:[(0,R.jsx)("span",{className:"quiet small",children:[n(d.occurredAt),a(d.kind),o(d.state)].filter(Boolean).join(" · ")}),(0,R.jsx)("p",{className:"note-body",children:d.body})]},d.id))})]})}var k=c(m(),1);function Be({client:e}){let t=E(),{whole:n,moment:a}=O(),o=_("ofType","Relationship"),s=_("ofType","Substitution"),d=_("ofType","Referral");return(0,k.jsxs)("section",{className:"card","aria-labelledby":"team",children:[(0,k.jsx)("h2",{id:"team",children:t.team}),(0,k.jsxs)("ul",{className:"list plain",children:[e.relationships?.nodes.map(r=>(0,k.jsxs)("li",{children:[(0,k.jsx)("span",{className:"strong",children:He(r.responsibleCoach)}),(0,k.jsx)("span",{children:o("responsibleCoach")}),(0,k.jsxs)("span",{className:"quiet small",children:[n(r.startedOn)," – ",n(r.endedOn)]})]},r.id)),e.substitutions?.nodes.map(r=>(0,k.jsxs)("li",{children:[(0,k.jsx)("span",{className:"strong",children:He(r.staffMember)}),(0,k.jsx)("span",{children:s("staffMember")}),(0,k.jsxs)("span",{className:"quiet small",children:[n(r.startsOn)," – ",n(r.endsBefore)]})]},r.id)),e.referrals?.nodes.map(r=>(0,k.jsxs)("li",{children:[(0,k.jsx)("span",{className:"strong",children:r.agency?.name}),(0,k.jsxs)("span",{children:[t.referral,": ",d(r.state)]}),(0,k.jsx)("span",{className:"quiet small",children:a(r.receivedAt)})]},r.id))]})]})}function He(e){return e?[e.firstName,e.lastName].filter(Boolean).join(" "):"–"}var D=c(m(),1),At=42;function Ve({id:e}){let t=E(),n=J(Ie,{id:e,since:K(Z(),-At)});return(0,D.jsx)(X,{title:t.client,children:(0,D.jsx)(z,{look:n,children:({client:a,consents:o})=>a?(0,D.jsx)(Dt,{client:a,consents:o?.nodes??[]}):(0,D.jsx)("p",{className:"card quiet",children:t.notSeen})})})}function Dt({client:e,consents:t}){let n=E();return(0,D.jsxs)("div",{className:"client",children:[(0,D.jsxs)("div",{className:"client-name",children:[(0,D.jsxs)("h2",{children:[e.firstNames," ",e.lastName]}),e.safetyRestriction?(0,D.jsx)("span",{className:"tag warn",children:n.protected}):null]}),(0,D.jsxs)("div",{className:"columns",children:[(0,D.jsxs)("div",{className:"stack-large",children:[(0,D.jsx)(Fe,{client:e}),(0,D.jsx)(Be,{client:e})]}),(0,D.jsxs)("div",{className:"stack-large",children:[(0,D.jsx)(We,{days:e.attendance?.nodes??[]}),(0,D.jsx)(Ue,{client:e,consents:t})]}),(0,D.jsx)(Ge,{client:e})]})]})}var _e=c(q(),1);var oe=c(q(),1);var ee=c(q(),1);var re=c(m(),1);function Ye({opened:e,effects:t,onClose:n,onChoose:a}){let o=E(),s=()=>{let d=e?.cell;n(),setTimeout(()=>d?.focus())};return(0,re.jsx)(Se,{className:"menu-sheet",triggerRef:{current:e?.cell??null},isOpen:e!==null,onOpenChange:d=>d||s(),placement:"bottom start",children:(0,re.jsx)(ye,{className:"menu","aria-label":o.chooseCode(e?.name??""),autoFocus:"first",onAction:d=>{a(String(d)),s()},children:t.filter(({code:d})=>o.letters[d]).map(({code:d,title:r})=>(0,re.jsxs)(Re,{id:d,className:"menu-item",textValue:r,children:[r,(0,re.jsx)("kbd",{children:o.letters[d]})]},d))})})}var Ne={stored:{},marks:{},saved:new Set},Ct=new Set(["PLANNED","RECORDED"]);function x(e){return Ct.has(e.state)}function pe(e,t){switch(t.kind){case"opened":return{...Ne,stored:Ke(t.sheet.rows.flatMap(({days:n})=>n))};case"marked":return le(e,t.ids.map(n=>[n,kt(e,n,t.code)]));case"minutes":return le(e,[[t.id,It(e,t.id,t.minutes)]]);case"cleared":return le(e,t.ids.map(n=>[n,null]));case"saving":return xe(e,["draft","refused"],"saving");case"failed":return xe(e,["saving"],"draft");case"saved":return{stored:{...e.stored,...Ke(t.days)},marks:le(e,t.days.map(({id:n})=>[n,null])).marks,saved:new Set([...e.saved,...t.days.map(({id:n})=>n)])};case"refused":return $e(e,t.id,{status:"refused",problem:t.problem});case"conflict":return{...$e(e,t.theirs.id,{status:"conflict",theirs:t.theirs}),stored:{...e.stored,[t.theirs.id]:t.theirs}}}}function Qe({marks:e,stored:t}){return Object.entries(e).filter(([,{status:n}])=>n!=="conflict").map(([n,{code:a,minutes:o}])=>({attendanceId:n,revision:t[n]?.revision??null,code:a,minutes:o}))}function je({marks:e}){let t=new Map;for(let{code:n}of Object.values(e))t.set(n,(t.get(n)??0)+1);return t}function Ke(e){return Object.fromEntries(e.map(t=>[t.id,t]))}function kt({stored:e,marks:t},n,a){let[o,s]=[e[n],t[n]];return!o||!x(o)?s??null:!s&&o.state==="RECORDED"&&o.code===a?null:{code:a,minutes:null,status:"draft"}}function It({stored:e,marks:t},n,a){let o=t[n]?.code??e[n]?.code;return o?{code:o,minutes:a,status:"draft"}:null}function le(e,t){let n={...e.marks};for(let[o,s]of t)s?n[o]=s:delete n[o];let a=new Set(e.saved);for(let[o]of t)a.delete(o);return{...e,marks:n,saved:a}}function xe(e,t,n){let a=Object.entries(e.marks);return le(e,a.map(([o,s])=>[o,t.includes(s.status)?{...s,status:n}:s]))}function $e(e,t,n){let a=e.marks[t];return a?{...e,marks:{...e.marks,[t]:{...a,...n}}}:e}var ze=c(q(),1);var qe=c(q(),1);var ie=c(m(),1),Xe=(0,qe.memo)(function(t){let{at:n,name:a,when:o,stored:s,mark:d,isSaved:r,title:i,isTabStop:u,isLong:S,onClick:g}=t,y=E(),I=d?.code??s?.code??"",b=d?.status??(r?"saved":s?.code?"stored":null),p=s?[i||y.unmarked,b?y.status[b]:""]:[y.noDay],f=L=>{let[H=0,ne=0]=n.split(" ").map(Number);g([H,ne],L.currentTarget)};return(0,ie.jsxs)("td",{role:"gridcell","data-place":n,"data-day":s?.id,"data-name":a,className:["mark",b??(s?"open":"none"),I.startsWith("ABSENT")?"absent":""].join(" "),tabIndex:u?0:-1,"aria-readonly":!s||!x(s),"aria-label":`${a}, ${o}: ${p.filter(Boolean).join(", ")}`,onClick:f,children:[(0,ie.jsx)("span",{className:"letter",children:s?y.letters[I]??(I?"•":""):""}),S?(0,ie.jsx)("span",{className:"mark-title",children:i||(s?"":y.noDay)}):null,S&&b&&b!=="stored"?(0,ie.jsx)("small",{children:d?.problem??y.status[b]}):null]})});var ge=c(m(),1);function Je({name:e,day:t,state:n,effects:a,change:o}){let s=E(),d=t&&n.stored[t.id],r=t&&n.marks[t.id],i=a.find(({code:S})=>S===(r?.code??d?.code));if(!t||!d||!i?.hasHours||!x(d))return(0,ge.jsx)("td",{className:"minutes",children:d?.minutes??""});let u=r?r.minutes??"":d.minutes??"";return(0,ge.jsx)("td",{className:"minutes",children:(0,ge.jsx)("input",{type:"text",inputMode:"numeric",autoComplete:"off","aria-label":s.minutesOf(e),placeholder:String(i.mostMinutes?Math.min(i.mostMinutes,t.plannedMinutes??0):t.plannedMinutes??""),value:u,onChange:({target:S})=>{let g=S.value.replace(/\D/g,"").slice(0,4);o({kind:"minutes",id:t.id,minutes:g?Number(g):null})}})})}var P=c(m(),1);function Ze({row:e,name:t,place:n,days:a,state:o,titles:s,effects:d,tabStop:r,change:i,onClick:u}){let{long:S}=O(),g=new Map(e.days.map(I=>[I.day,I])),y=a.length===1?g.get(a[0]?.day??""):void 0;return(0,P.jsxs)("tr",{children:[(0,P.jsx)("th",{scope:"row",children:t}),a.length===1?(0,P.jsx)(Lt,{row:e,day:y,weekday:a[0]?.weekday??1,titles:s}):null,a.map(({day:I},b)=>{let p=g.get(I);return(0,P.jsx)(Xe,{at:`${n} ${b}`,name:t,when:S(I),stored:p?o.stored[p.id]:void 0,mark:p?o.marks[p.id]:void 0,isSaved:p?o.saved.has(p.id):!1,title:ht(p,o,s),isTabStop:r===b,isLong:a.length===1,onClick:u},I)}),a.length===1?(0,P.jsx)(Je,{name:t,day:y,state:o,effects:d,change:i}):null]})}function ht(e,{stored:t,marks:n},a){let o=e&&(n[e.id]?.code??t[e.id]?.code);return o?a.get(o)??o:""}var Lt=(0,ze.memo)(function({row:t,day:n,weekday:a,titles:o}){let s=E(),{short:d,clock:r,hours:i}=O(),u=t.contract?.weeklyPattern?.find(g=>g.weekday===a),S=t.recent.map(g=>`${d(g.day??"")} ${o.get(g.code??"")??""}`).join(", ");return(0,P.jsxs)(P.Fragment,{children:[(0,P.jsx)("td",{className:"wide-only",children:(0,P.jsx)("span",{className:"strip",role:"img","aria-label":S||"–",children:t.recent.map(g=>(0,P.jsx)("span",{className:g.presence==="ABSENT"?"absent":"present","aria-hidden":"true",children:s.letters[g.code??""]??"·"},g.day))})}),(0,P.jsx)("td",{className:"wide-only quiet",children:[u?r(u.startsAt):"",n?.plannedMinutes?i(n.plannedMinutes):""].filter(Boolean).join(", ")})]})});var w=c(m(),1),Mt={ArrowUp:[-1,0],ArrowDown:[1,0],ArrowLeft:[0,-1],ArrowRight:[0,1]},et=10;function nt({sheet:e,state:t,effects:n,change:a,onSave:o}){let s=E(),{announce:d}=v(),{short:r}=O(),[[i,u],S]=(0,ee.useState)([0,0]),[g,y]=(0,ee.useState)(null),I=(0,ee.useRef)(null),b=(0,ee.useMemo)(()=>new Map(n.map(({code:l,title:A})=>[l,A])),[n]),p=(0,ee.useMemo)(()=>new Map(n.filter(({code:l})=>s.letters[l]).map(({code:l})=>[s.letters[l],l])),[n,s]),f=e.days.length===1,L=l=>{let A=[tt(l[0],e.rows.length),tt(l[1],e.days.length)];S(A),I.current?.querySelector(`[data-place="${A.join(" ")}"]`)?.focus()},H=(l,A,B)=>{let $=t.stored[l];if(!$||!x($))return d(s.isLocked);a({kind:"marked",ids:[l],code:B}),d(`${A}: ${b.get(B)}`)},ne=l=>{let A=l.target.closest("[data-place]");if(!A||l.target!==A)return;if(l.key==="Enter"&&(l.ctrlKey||l.metaKey))return j(l,o);if(l.ctrlKey||l.metaKey||l.altKey)return;let B=Mt[l.key],{day:$,name:de=""}=A.dataset,Oe=p.get(l.key.toUpperCase());if(B)j(l,()=>L([i+B[0],u+B[1]]));else if(l.key==="Home")j(l,()=>L([l.shiftKey?0:i,0]));else if(l.key==="End")j(l,()=>L([i,e.days.length-1]));else if(l.key==="PageUp")j(l,()=>L([i-et,u]));else if(l.key==="PageDown")j(l,()=>L([i+et,u]));else if($)Oe?j(l,()=>(H($,de,Oe),L([i+1,u]))):l.key==="Backspace"||l.key==="Delete"?j(l,()=>a({kind:"cleared",ids:[$]})):(l.key==="Enter"||l.key===" ")&&j(l,()=>y({id:$,name:de,cell:A}));else return},Nt=(l,A)=>{S(l);let{day:B,name:$=""}=A.dataset,de=B?t.stored[B]:void 0;B&&de&&x(de)&&y({id:B,name:$,cell:A})};return(0,w.jsxs)("div",{className:"wide",children:[(0,w.jsxs)("table",{ref:I,role:"grid",className:f?"sheet of-day":"sheet","aria-label":s.morning,onKeyDown:ne,children:[(0,w.jsx)("thead",{children:(0,w.jsxs)("tr",{children:[(0,w.jsx)("th",{scope:"col",children:s.person}),f?(0,w.jsx)("th",{scope:"col",className:"wide-only",children:s.recent}):null,f?(0,w.jsx)("th",{scope:"col",className:"wide-only",children:s.planned}):null,e.days.map(({day:l})=>(0,w.jsx)("th",{scope:"col",children:f?s.mark:r(l)},l)),f?(0,w.jsx)("th",{scope:"col",children:s.minutes}):null]})}),(0,w.jsx)("tbody",{children:e.rows.map((l,A)=>(0,w.jsx)(Ze,{row:l,name:Te(l),place:A,days:e.days,state:t,titles:b,effects:n,tabStop:A===i?u:null,change:a,onClick:Nt},l.contract?.id??A))})]}),(0,w.jsx)(Ye,{opened:g,effects:n,onClose:()=>y(null),onChoose:l=>g&&H(g.id,g.name,l)})]})}function Te({client:e}){return[e?.lastName,e?.callName].filter(Boolean).join(" ")||"–"}function tt(e,t){return Math.max(0,Math.min(t-1,e))}function j(e,t){e.preventDefault(),t()}var Y=c(m(),1);function st({sheet:e,state:t,effects:n,change:a}){let o=E(),s=r=>n.find(i=>i.code===r)?.title??(r||o.unmarked),d=e.rows.flatMap(r=>r.days.flatMap(({id:i})=>{let u=t.marks[i];return u?.status==="conflict"?[{id:i,mark:u,name:Te(r)}]:[]}));return d.length?(0,Y.jsxs)("section",{className:"notice warn",role:"alert","aria-labelledby":"conflicts",children:[(0,Y.jsx)("h2",{id:"conflicts",children:o.conflicts}),(0,Y.jsx)("ul",{className:"stack",children:d.map(({id:r,mark:i,name:u})=>(0,Y.jsxs)("li",{className:"row",children:[(0,Y.jsx)("span",{className:"strong",children:u}),(0,Y.jsxs)("span",{children:[o.mine,": ",s(i.code)]}),(0,Y.jsxs)("span",{children:[o.theirs,": ",s(i.theirs?.code)]}),(0,Y.jsx)("button",{type:"button",className:"button",onClick:()=>a({kind:"marked",ids:[r],code:i.code}),children:o.keepMine}),(0,Y.jsx)("button",{type:"button",className:"button",onClick:()=>a({kind:"cleared",ids:[r]}),children:o.takeTheirs})]},r))})]}):null}var te=c(m(),1);function at({effects:e}){let t=E();return(0,te.jsxs)("details",{className:"keys no-print",children:[(0,te.jsx)("summary",{children:t.keys}),(0,te.jsx)("p",{className:"quiet",children:t.keysLead}),(0,te.jsx)("ul",{className:"row",children:e.filter(({code:n})=>t.letters[n]).map(({code:n,title:a})=>(0,te.jsxs)("li",{children:[(0,te.jsx)("kbd",{children:t.letters[n]})," ",a]},n))})]})}var rt=c(q(),1);var G=c(m(),1);function it({day:e,onClose:t,onDone:n}){let a=E(),{words:o}=v(),{long:s}=O(),[d,r]=(0,rt.useState)(""),i=Ee(be),u=()=>{i.forget(),t()},S=async g=>{if(g.preventDefault(),!e)return;let y=(await i.run({day:{scope:{caseload:!0},day:e,reason:d}}))?.notOrganised;y&&(n(y.days),u())};return(0,G.jsx)(Ce,{title:e?a.notOrganisedTitle(s(e)):"",isOpen:e!==null,onClose:u,children:(0,G.jsxs)("form",{className:"stack",onSubmit:g=>{S(g)},children:[(0,G.jsx)(me,{problems:i.problems,inputs:{reason:"not-organised-reason"}}),(0,G.jsx)("p",{children:a.notOrganisedLead}),(0,G.jsxs)("div",{className:"field",children:[(0,G.jsx)("label",{htmlFor:"not-organised-reason",children:a.reason}),(0,G.jsx)("input",{id:"not-organised-reason",autoComplete:"off",required:!0,maxLength:500,value:d,onChange:g=>r(g.target.value)})]}),(0,G.jsxs)("div",{className:"row",children:[(0,G.jsx)("button",{type:"submit",className:"button first",disabled:i.isWaiting,children:a.notOrganised}),(0,G.jsx)("button",{type:"button",className:"button",onClick:u,children:o.cancel})]})]})})}var U=c(m(),1);function ot({state:e,effects:t,isSaving:n,onSave:a,change:o}){let s=E(),d=je(e),r=Object.keys(e.marks);return r.length?(0,U.jsxs)("section",{className:"save-bar","aria-labelledby":"unsaved",children:[(0,U.jsxs)("div",{className:"stack",children:[(0,U.jsx)("h2",{id:"unsaved",children:s.unsaved(r.length)}),(0,U.jsx)("ul",{className:"effects",children:t.filter(({code:i})=>d.has(i)).map(i=>(0,U.jsxs)("li",{children:[(0,U.jsx)("span",{className:"strong",children:d.get(i.code)})," ",i.title,(0,U.jsxs)("span",{className:"quiet small",children:[" ",bt(i,s.benefit,s.reported)]})]},i.code))})]}),(0,U.jsxs)("div",{className:"row",children:[(0,U.jsx)("button",{type:"button",className:"button first",disabled:n,onClick:a,children:n?s.saving:s.save}),(0,U.jsx)("button",{type:"button",className:"button",disabled:n,onClick:()=>o({kind:"cleared",ids:r}),children:s.discard})]})]}):(0,U.jsx)("p",{className:"save-bar quiet",children:e.saved.size?s.allSaved:s.nothingMarked})}function bt({benefit:e,reported:t},n,a){return[n[e??""],a[t??""]].filter(Boolean).join(", ")}var h=c(m(),1),vt="PRESENT",Pt="STALE_REVISION";function dt({sheet:e,effects:t}){let n=E(),{service:a,announce:o}=v(),[s,d]=(0,oe.useReducer)(pe,e,p=>pe(Ne,{kind:"opened",sheet:p})),[r,i]=(0,oe.useState)(!1),u=Ee(Me),S=Object.keys(s.marks).length>0;(0,oe.useEffect)(()=>{let p=f=>f.preventDefault();return S&&window.addEventListener("beforeunload",p),()=>window.removeEventListener("beforeunload",p)},[S]);let y=Object.values(s.stored).filter(p=>x(p)&&!p.code&&!s.marks[p.id]),I=async()=>{let p=Qe(s);d({kind:"saving"});let f=(await u.run({days:{entries:p}}))?.recordAttendance;if(!f)return d({kind:"failed"});d({kind:"saved",days:f.days});let L=f.refused.filter(({errors:H})=>H.some(({code:ne})=>ne===Pt));for(let H of f.refused)d({kind:"refused",id:H.id??"",problem:H.errors.map(({message:ne})=>ne).join(" ")});o([n.savedDays(f.days.length),f.refused.length?n.refusedDays(f.refused.length):""].join(" ")),L.length&&await b(L.map(({id:H})=>H??""))},b=async p=>{let f=await a.ask(Le,{ids:[...p]});for(let L of f.data?.nodes??[])L&&"revision"in L&&d({kind:"conflict",theirs:L})};return(0,h.jsxs)(h.Fragment,{children:[(0,h.jsxs)("div",{className:"row",children:[(0,h.jsx)("button",{type:"button",className:"button first",disabled:!y.length,onClick:()=>d({kind:"marked",ids:y.map(({id:p})=>p),code:vt}),children:n.othersPresent}),e.days.length===1?(0,h.jsx)("button",{type:"button",className:"button",disabled:!y.length,onClick:()=>i(!0),children:n.notOrganised}):null]}),(0,h.jsx)(at,{effects:t}),(0,h.jsx)(me,{problems:u.problems}),(0,h.jsx)(st,{sheet:e,state:s,effects:t,change:d}),e.rows.length?(0,h.jsx)(nt,{sheet:e,state:s,effects:t,change:d,onSave:()=>{I()}}):(0,h.jsx)("p",{className:"card quiet",children:n.nobody}),e.hasMore?(0,h.jsx)("p",{className:"quiet",children:n.more}):null,(0,h.jsx)(ot,{state:s,effects:t,isSaving:u.isWaiting,onSave:()=>{I()},change:d}),(0,h.jsx)(it,{day:r?e.days[0]?.day??null:null,onClose:()=>i(!1),onDone:p=>{d({kind:"saved",days:p}),o(n.savedDays(p.length))}})]})}var M=c(m(),1),lt={day:1,week:7};function ct(){let e=E(),{long:t,short:n}=O(),[a,o]=(0,_e.useState)("day"),[s,d]=(0,_e.useState)(Z),r=a==="day"?s:ae(s),i=K(r,a==="day"?0:4),u=J(he,{scope:{caseload:!0},from:r,to:i}),S=a==="day"?t(s):`${n(r)} – ${n(i)}`;return(0,M.jsxs)(X,{title:e.morning,children:[(0,M.jsxs)("div",{className:"row apart",children:[(0,M.jsxs)("div",{className:"row",role:"group","aria-label":e.day,children:[(0,M.jsxs)("button",{type:"button",className:"button",onClick:()=>d(K(s,-lt[a])),children:[(0,M.jsx)("span",{"aria-hidden":"true",children:"‹"})," ",e.before]}),(0,M.jsx)("strong",{className:"sheet-day","aria-live":"polite",children:S}),(0,M.jsxs)("button",{type:"button",className:"button",onClick:()=>d(K(s,lt[a])),children:[e.after," ",(0,M.jsx)("span",{"aria-hidden":"true",children:"›"})]}),s===Z()?null:(0,M.jsx)("button",{type:"button",className:"button",onClick:()=>d(Z()),children:e.toToday})]}),(0,M.jsx)("div",{className:"halves",role:"group","aria-label":e.span,children:["day","week"].map(g=>(0,M.jsx)("button",{type:"button","aria-pressed":a===g,onClick:()=>o(g),children:g==="day"?e.showDay:e.showWeek},g))})]}),(0,M.jsx)(z,{look:u,children:({attendanceSheet:g,attendanceEffects:y})=>g?(0,M.jsx)(dt,{sheet:g,effects:y},`${r} ${i}`):null})]})}var mt=c(q(),1);var N=c(m(),1);function ut(){let e=E(),{short:t}=O(),[n,a]=(0,mt.useState)(()=>ae(Z())),o=J(ve,{from:n});return(0,N.jsxs)(X,{title:e.ways.week,lead:e.weekLead,children:[(0,N.jsxs)("div",{className:"row",role:"group","aria-label":e.showWeek,children:[(0,N.jsxs)("button",{type:"button",className:"button",onClick:()=>a(K(n,-7)),children:[(0,N.jsx)("span",{"aria-hidden":"true",children:"‹"})," ",e.before]}),(0,N.jsxs)("strong",{"aria-live":"polite",children:[t(n)," – ",t(K(n,6))]}),(0,N.jsxs)("button",{type:"button",className:"button",onClick:()=>a(K(n,7)),children:[e.after," ",(0,N.jsx)("span",{"aria-hidden":"true",children:"›"})]})]}),(0,N.jsx)(z,{look:o,children:({myWeek:s})=>(0,N.jsxs)("div",{className:"columns",children:[(0,N.jsx)(Et,{id:"due",title:e.due,none:e.noDue,tasks:s.due.nodes}),(0,N.jsx)(Et,{id:"waiting",title:e.waiting,none:e.noWaiting,tasks:s.waiting.nodes}),(0,N.jsx)(wt,{events:s.happened.nodes})]})})]})}function Et({id:e,title:t,none:n,tasks:a}){let o=E(),{whole:s}=O(),d=_("ofChoice","TaskKind");return(0,N.jsxs)("section",{className:"stack","aria-labelledby":e,children:[(0,N.jsx)("h2",{id:e,children:t}),a.length?null:(0,N.jsx)("p",{className:"quiet",children:n}),(0,N.jsx)("ul",{className:"list",children:a.map(({kind:r,dueOn:i,object:u},S)=>(0,N.jsxs)("li",{children:[(0,N.jsx)("span",{className:"strong",children:d(r)}),(0,N.jsx)(gt,{object:u}),i?(0,N.jsx)("span",{className:"quiet small",children:o.by(s(i))}):null]},`${r} ${u.id} ${S}`))})]})}function wt({events:e}){let t=E(),{moment:n}=O(),a=_("ofChoice","WeekEventKind"),o=_("ofTerms","attendance_code");return(0,N.jsxs)("section",{className:"stack","aria-labelledby":"happened",children:[(0,N.jsx)("h2",{id:"happened",children:t.happened}),e.length?null:(0,N.jsx)("p",{className:"quiet",children:t.noHappened}),(0,N.jsx)("ul",{className:"list",children:e.map(({kind:s,at:d,object:r},i)=>(0,N.jsxs)("li",{children:[(0,N.jsx)("span",{className:"strong",children:"code"in r&&r.code?o(r.code):a(s)}),(0,N.jsx)(gt,{object:r}),(0,N.jsx)("span",{className:"quiet small",children:n(d)})]},`${s} ${r.id} ${i}`))})]})}function gt({object:e}){let{client:t}=e;return t?(0,N.jsx)(ce,{href:`/clients/${t.id}`,children:[t.callName,t.lastName].filter(Boolean).join(" ")}):null}var F=c(m(),1);function Ut(){let{ways:e}=E();return(0,F.jsxs)(F.Fragment,{children:[(0,F.jsx)(De,{ways:[{path:"/",title:e.morning},{path:"/week",title:e.week},{path:"/clients",title:e.caseload}]}),(0,F.jsxs)(fe,{children:[(0,F.jsx)(se,{path:"/",component:ct}),(0,F.jsx)(se,{path:"/week",component:ut}),(0,F.jsx)(se,{path:"/clients",component:we}),(0,F.jsx)(se,{path:"/clients/:id",children:({id:t})=>(0,F.jsx)(Ve,{id:t})}),(0,F.jsx)(se,{component:Ae})]})]})}export{Ut as default};
