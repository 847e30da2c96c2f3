import{a as V}from"./chunk-577YW6CK.js";import{a as oe}from"./chunk-VULNU2CV.js";import{a as ne,b as ae,c as q,e as O}from"./chunk-V4XOZU3M.js";import{s as se,w as A}from"./chunk-G62ATSXG.js";import{a as x,e as G,f as z,g as ee,j as N,k as L,m as S,n as C,o as U,p as te,q as P,r as h}from"./chunk-YUCKUU3P.js";import{b as c}from"./chunk-SQE76S5B.js";var Se=c(x(),1);var I=class extends String{__apiType;value;__meta__;constructor(t,a){super(t),this.value=t,this.__meta__=a}toString(){return this.value}},re=new I(`
    mutation DecideOwnConsent($step: TransitionConsentInput!, $key: String!) {
  transitionConsent(input: $step, idempotencyKey: $key) {
    consent {
      id
      revision
      state
      givenOn
      withdrawnAt
    }
    errors {
      code
      path
      message
    }
  }
}
    `),ie=new I(`
    query MyContracts {
  contracts(
    filter: {state: {in: [AWAITING_SIGNATURES, ACTIVE, SUSPENDED, ENDED]}}
    orderBy: STARTS_ON_DESC
    first: 10
  ) {
    nodes {
      id
      revision
      state
      startsOn
      endsOn
      tasks
      workplace {
        name
      }
      weeklyPattern {
        weekday
        startsAt
        minutes
      }
      signatures {
        party
        name
        signedAt
      }
    }
  }
}
    `),de=new I(`
    mutation SignOwnContract($step: TransitionContractInput!, $key: String!) {
  transitionContract(input: $step, idempotencyKey: $key) {
    contract {
      id
      revision
      state
      signatures {
        party
        name
        signedAt
      }
    }
    errors {
      code
      path
      message
    }
  }
}
    `),le=new I(`
    mutation AskAsDataSubject($request: CreateDataRequestInput!, $key: String!) {
  createDataRequest(input: $request, idempotencyKey: $key) {
    dataRequest {
      kind
      state
      receivedOn
      dueOn
    }
    errors {
      code
      path
      message
    }
  }
}
    `),ue=new I(`
    mutation ReportOwnAbsence($absence: ReportAbsenceInput!, $key: String!) {
  reportAbsence(input: $absence, idempotencyKey: $key) {
    attendance {
      id
      revision
      state
      code
    }
    errors {
      code
      path
      message
    }
  }
}
    `),ce=new I(`
    mutation RecordOwnDay($days: RecordAttendanceInput!, $key: String!) {
  recordAttendance(input: $days, idempotencyKey: $key) {
    days {
      id
      revision
      state
      code
    }
    refused {
      errors {
        code
        path
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
    `),Ee=new I(`
    query MyGoals {
  programmes(filter: {state: {in: [ACTIVE, PAUSED, PLANNED]}}, first: 5) {
    nodes {
      id
      startsOn
      endsOn
      serviceType {
        titleFi
        titleSv
        titleEn
      }
      goals(first: 20) {
        nodes {
          id
          area
          state
          text
          ownWords
          measures(first: 10) {
            nodes {
              id
              text
              state
              dueOn
            }
          }
        }
      }
    }
  }
}
    `),ze=new I(`
    query Tiedotteet($paiva: Date!) {
  announcements(filter: {startsOn: {lt: $paiva}, endsBefore: {gte: $paiva}}) {
    nodes {
      titleFi
      textFi
      startsOn
    }
  }
  formAnswers {
    nodes {
      state
      template {
        titleFi
        version
      }
      answers
      redacted
    }
  }
}
    `),Te=new I(`
    query OmatSuostumukset {
  consents(orderBy: CREATED_DESC) {
    nodes {
      id
      revision
      state
      agency {
        name
      }
      purpose
      categories
      givenOn
      validUntil
      withdrawnAt
    }
  }
}
    `),me=new I(`
    query OmatPyynnot {
  dataRequests {
    nodes {
      kind
      state
      receivedOn
      calendarDueOn
      dueOn
      answer
      refusalText
      remains {
        what
        basis
        why
      }
    }
  }
}
    `),Ne=new I(`
    query OmatTietoni {
  clients(first: 1) {
    nodes {
      firstNames
      callName
      lastName
      dateOfBirth
      gender
      motherTongue
      phones
      email
      streetAddress
      postalCode
      city
      municipality
      relationships(first: 10) {
        nodes {
          state
          startedOn
          endedOn
          responsibleCoach {
            firstName
            lastName
          }
        }
      }
      history {
        at
        actorName
        action
        changes {
          field
          before
          after
        }
      }
    }
  }
}
    `),Oe=new I(`
    query OmatPaivani($alkaen: Date!, $ennen: Date!) {
  attendance(filter: {day: {gte: $alkaen, lt: $ennen}}, first: 40) {
    nodes {
      id
      revision
      day
      state
      plannedMinutes
      code
      minutes
      workplace {
        name
      }
    }
  }
}
    `),pe=new I(`
    query MitaMinunPitaaTehda {
  tasks(first: 50) {
    nodes {
      kind
      dueOn
      object {
        id
        ... on Contract {
          startsOn
          endsOn
        }
        ... on Consent {
          state
        }
        ... on Report {
          kind
        }
        ... on Measure {
          text
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),Re=new I(`
    query KukaKatsoi {
  clients {
    nodes {
      accessLog(first: 50) {
        at
        actorName
        purpose
        basis
        fields
      }
      disclosures(first: 50) {
        at
        agencyName
        basis
        fields
      }
    }
  }
}
    `);var Ge={ways:{days:"Päiväni",goals:"Tavoitteeni",contract:"Sopimukseni",consents:"Suostumukseni",looks:"Kuka katsoi",data:"Tietoni"},daysLead:"Työpäiväsi kahden viikon ajalta. Jos et pääse tulemaan, kerro siitä täällä.",waitsForYou:"Tämä odottaa sinua",toContract:"Lue ja allekirjoita",toConsents:"Lue ja päätä",until:e=>`viimeistään ${e}`,todayTitle:"Tänään",noDayToday:"Tänään sinulla ei ole työpäivää.",comingTitle:"Tulevat päivät",pastTitle:"Menneet päivät",noComing:"Kahden seuraavan viikon aikana ei ole suunniteltuja päiviä.",noPast:"Kahden viime viikon ajalta ei ole merkintöjä.",iAmHere:"Olen paikalla",cannotCome:"En pääse",cannotComeOn:e=>`En pääse ${e}`,youAreHere:"Merkitsimme sinut paikalle.",absenceTold:"Kiitos, poissaolosi on ilmoitettu. Valmentaja kysyy sinulta syyn.",absenceTitle:e=>`Et pääse: ${e}`,absenceLead:"Päivä merkitään poissaoloksi. Syytä ei tarvitse kertoa tässä: valmentajasi kysyy sen sinulta.",absenceNote:"Viesti valmentajalle (ei pakollinen)",tellAbsence:"Ilmoita poissaolo",absenceIsTold:"Poissaolo ilmoitettu",notRecorded:"Ei vielä kirjattu",goalsLead:"Mitä kohti olet menossa, ja mitä sen eteen tehdään.",noGoals:"Sinulle ei ole vielä kirjattu tavoitteita.",inOwnWords:"Omin sanoin",measures:"Mitä tehdään",contractLead:"Sopimus kertoo, missä ja milloin olet. Lue se rauhassa ennen kuin allekirjoitat.",noContracts:"Sinulla ei ole sopimuksia.",toSign:"Odottaa allekirjoitustasi",signed:"Olet allekirjoittanut",sign:"Allekirjoita sopimus",signTitle:"Allekirjoitatko sopimuksen?",signLead:"Allekirjoitus on sitova. Kirjautumisesi osoittaa, että se olet sinä.",signedNow:"Sopimus on allekirjoitettu.",place:"Paikka",atArranger:"Järjestäjän tiloissa",period:"Aika",week:"Viikko",tasks:"Tehtävät",signatures:"Allekirjoitukset",consentsLead:"Sinä päätät, kenelle tietojasi saa näyttää. Voit muuttaa mieltäsi milloin vain: se vaikuttaa heti.",noConsents:"Sinulta ei ole pyydetty suostumuksia.",asked:"Sinulta kysytään",mayWithdraw:"Annetut suostumukset",earlier:"Aiemmat",consentSwitch:e=>`${e} saa nähdä tietoni`,sees:"Mitä näkee",whatFor:"Mihin tarvitsee",givenOn:"Annettu",validUntil:"Voimassa",untilWithdrawn:"kunnes perut",give:"Annan suostumuksen",decline:"En anna",given:"Suostumus on annettu.",declined:"Suostumusta ei annettu.",withdrawn:"Suostumus on peruttu. Tiedot eivät enää näy vastaanottajalle.",withdrawTitle:"Perutaanko suostumus?",withdrawLead:e=>`${e} ei näe tietojasi enää tästä hetkestä alkaen.`,withdraw:"Peru suostumus",looksLead:"Jokaisesta katselusta jää merkintä. Näet, kuka katsoi, milloin ja miksi.",disclosed:"Tietoa annettu muille",disclosedLead:"Nämä katsoivat tietojasi muualta kuin valmennuksesta.",noDisclosures:"Tietojasi ei ole näytetty muille.",allLooks:"Kaikki katselut",noLooks:"Kukaan ei ole katsonut tietojasi.",when:"Milloin",who:"Kuka",why:"Miksi",what:"Mitä",fieldsSeen:e=>e===1?"1 tieto":`${e} tietoa`,purposes:{COACHING:"valmennus",REFERRAL:"lähete",CONTRACT:"sopimus",PAYMENT:"etuus tai lasku",DATA_REQUEST:"tietopyyntösi",CORRECTION:"tietojen korjaus",MANAGEMENT:"johtaminen",SUPERVISION:"tietojen käytön valvonta",OWN_DATA:"omat tietosi",REPRESENTATION:"puolestasi toimiminen",SUPPORT:"tekninen tuki",ADMINISTRATION:"ylläpito"},bases:{OWN_DATA:"omat tiedot",REPRESENTATION:"edustaja",WORK:"työtehtävä",CONTRACT:"sopimus",CONSENT:"suostumuksesi",STATUTE:"laki",OWN_REFERRAL:"oma lähete"},dataLead:"Mitä sinusta on tallennettu, ja mitä voit siitä pyytää.",recorded:"Tallennetut tiedot",requests:"Pyyntöni",noRequests:"Sinulla ei ole pyyntöjä.",answerBy:e=>`Vastaus viimeistään ${e}`,newRequest:"Tee pyyntö",requestKind:"Mitä pyydät?",requestText:"Kerro omin sanoin",sendRequest:"Lähetä pyyntö",requestSent:e=>`Pyyntö on lähetetty. Saat vastauksen viimeistään ${e}.`,coach:"Valmentaja"},xe={ways:{days:"Mina dagar",goals:"Mina mål",contract:"Mitt avtal",consents:"Mina samtycken",looks:"Vem har sett",data:"Mina uppgifter"},daysLead:"Dina arbetsdagar under två veckor. Om du inte kan komma, berätta det här.",waitsForYou:"Det här väntar på dig",toContract:"Läs och skriv under",toConsents:"Läs och bestäm",until:e=>`senast ${e}`,todayTitle:"I dag",noDayToday:"I dag har du ingen arbetsdag.",comingTitle:"Kommande dagar",pastTitle:"Dagar som gått",noComing:"Inga dagar är planerade under de följande två veckorna.",noPast:"Det finns inga anteckningar från de senaste två veckorna.",iAmHere:"Jag är här",cannotCome:"Jag kan inte komma",cannotComeOn:e=>`Jag kan inte komma ${e}`,youAreHere:"Vi antecknade att du är här.",absenceTold:"Tack, din frånvaro är anmäld. Coachen frågar dig om orsaken.",absenceTitle:e=>`Du kan inte komma: ${e}`,absenceLead:"Dagen antecknas som frånvaro. Du behöver inte berätta varför här: din coach frågar dig.",absenceNote:"Meddelande till coachen (frivilligt)",tellAbsence:"Anmäl frånvaro",absenceIsTold:"Frånvaro anmäld",notRecorded:"Inte antecknad ännu",goalsLead:"Vart du är på väg, och vad som görs för det.",noGoals:"Inga mål har ännu antecknats för dig.",inOwnWords:"Med egna ord",measures:"Vad som görs",contractLead:"Avtalet berättar var och när du är. Läs det i lugn och ro innan du skriver under.",noContracts:"Du har inga avtal.",toSign:"Väntar på din underskrift",signed:"Du har skrivit under",sign:"Skriv under avtalet",signTitle:"Skriver du under avtalet?",signLead:"Underskriften är bindande. Din inloggning visar att det är du.",signedNow:"Avtalet är underskrivet.",place:"Plats",atArranger:"Hos arrangören",period:"Tid",week:"Vecka",tasks:"Uppgifter",signatures:"Underskrifter",consentsLead:"Du bestämmer vem som får se dina uppgifter. Du kan ändra dig när som helst: det gäller genast.",noConsents:"Inga samtycken har begärts av dig.",asked:"Du blir tillfrågad",mayWithdraw:"Samtycken som du gett",earlier:"Tidigare",consentSwitch:e=>`${e} får se mina uppgifter`,sees:"Vad som syns",whatFor:"Varför",givenOn:"Gavs",validUntil:"Gäller till",untilWithdrawn:"tills du återkallar",give:"Jag samtycker",decline:"Jag samtycker inte",given:"Samtycket är givet.",declined:"Samtycket gavs inte.",withdrawn:"Samtycket är återkallat. Uppgifterna syns inte längre för mottagaren.",withdrawTitle:"Ska samtycket återkallas?",withdrawLead:e=>`${e} ser inte dina uppgifter från och med nu.`,withdraw:"Återkalla samtycket",looksLead:"Varje titt lämnar ett spår. Du ser vem som tittade, när och varför.",disclosed:"Uppgifter som getts till andra",disclosedLead:"Dessa har sett dina uppgifter utanför coachningen.",noDisclosures:"Dina uppgifter har inte visats för andra.",allLooks:"Alla tittar",noLooks:"Ingen har sett dina uppgifter.",when:"När",who:"Vem",why:"Varför",what:"Vad",fieldsSeen:e=>e===1?"1 uppgift":`${e} uppgifter`,purposes:{COACHING:"coachning",REFERRAL:"remiss",CONTRACT:"avtal",PAYMENT:"förmån eller faktura",DATA_REQUEST:"din begäran",CORRECTION:"rättelse",MANAGEMENT:"ledning",SUPERVISION:"tillsyn över användningen",OWN_DATA:"dina egna uppgifter",REPRESENTATION:"företräder dig",SUPPORT:"tekniskt stöd",ADMINISTRATION:"underhåll"},bases:{OWN_DATA:"egna uppgifter",REPRESENTATION:"företrädare",WORK:"arbetsuppgift",CONTRACT:"avtal",CONSENT:"ditt samtycke",STATUTE:"lag",OWN_REFERRAL:"egen remiss"},dataLead:"Vad som har sparats om dig, och vad du kan begära.",recorded:"Sparade uppgifter",requests:"Mina begäranden",noRequests:"Du har inga begäranden.",answerBy:e=>`Svar senast ${e}`,newRequest:"Gör en begäran",requestKind:"Vad begär du?",requestText:"Berätta med egna ord",sendRequest:"Skicka begäran",requestSent:e=>`Begäran är skickad. Du får svar senast ${e}.`,coach:"Coach"},Ve={ways:{days:"My days",goals:"My goals",contract:"My contract",consents:"My consents",looks:"Who looked",data:"My data"},daysLead:"Your working days of two weeks. If you cannot come, say so here.",waitsForYou:"This waits for you",toContract:"Read and sign",toConsents:"Read and decide",until:e=>`by ${e}`,todayTitle:"Today",noDayToday:"You have no working day today.",comingTitle:"Days to come",pastTitle:"Days gone by",noComing:"No days are planned for the next two weeks.",noPast:"Nothing was recorded in the last two weeks.",iAmHere:"I am here",cannotCome:"I cannot come",cannotComeOn:e=>`I cannot come on ${e}`,youAreHere:"We recorded that you are here.",absenceTold:"Thank you, your absence is recorded. Your coach will ask you why.",absenceTitle:e=>`You cannot come: ${e}`,absenceLead:"The day is recorded as an absence. You need not say why here: your coach will ask you.",absenceNote:"A message to your coach (optional)",tellAbsence:"Report the absence",absenceIsTold:"Absence reported",notRecorded:"Not recorded yet",goalsLead:"Where you are going, and what is done for it.",noGoals:"No goals have been recorded for you yet.",inOwnWords:"In own words",measures:"What is done",contractLead:"The contract says where and when you are. Take your time to read it before you sign.",noContracts:"You have no contracts.",toSign:"Waits for your signature",signed:"You have signed",sign:"Sign the contract",signTitle:"Do you sign the contract?",signLead:"A signature binds you. Your log-in shows that it is you.",signedNow:"The contract is signed.",place:"Place",atArranger:"At the arranger’s",period:"Period",week:"Week",tasks:"Tasks",signatures:"Signatures",consentsLead:"You decide to whom your data may be shown. You may change your mind at any time: it counts at once.",noConsents:"You have not been asked for consents.",asked:"You are asked",mayWithdraw:"Consents that you gave",earlier:"Earlier",consentSwitch:e=>`${e} may see my data`,sees:"What they see",whatFor:"What for",givenOn:"Given",validUntil:"Valid until",untilWithdrawn:"you withdraw it",give:"I consent",decline:"I do not consent",given:"The consent is given.",declined:"The consent was not given.",withdrawn:"The consent is withdrawn. The recipient no longer sees the data.",withdrawTitle:"Withdraw the consent?",withdrawLead:e=>`${e} will not see your data from this moment on.`,withdraw:"Withdraw the consent",looksLead:"Every look leaves a record. You see who looked, when and why.",disclosed:"Data given to others",disclosedLead:"These looked at your data from outside of the coaching.",noDisclosures:"Your data was not shown to others.",allLooks:"All looks",noLooks:"Nobody has looked at your data.",when:"When",who:"Who",why:"Why",what:"What",fieldsSeen:e=>e===1?"1 fact":`${e} facts`,purposes:{COACHING:"coaching",REFERRAL:"referral",CONTRACT:"contract",PAYMENT:"benefit or invoice",DATA_REQUEST:"your request",CORRECTION:"correction",MANAGEMENT:"management",SUPERVISION:"review of how data is used",OWN_DATA:"your own data",REPRESENTATION:"acting for you",SUPPORT:"technical support",ADMINISTRATION:"administration"},bases:{OWN_DATA:"own data",REPRESENTATION:"representative",WORK:"work",CONTRACT:"contract",CONSENT:"your consent",STATUTE:"statute",OWN_REFERRAL:"own referral"},dataLead:"What has been recorded about you, and what you may ask for.",recorded:"Recorded data",requests:"My requests",noRequests:"You have no requests.",answerBy:e=>`Answer by ${e}`,newRequest:"Make a request",requestKind:"What do you ask for?",requestText:"Say it in your own words",sendRequest:"Send the request",requestSent:e=>`The request is sent. You get an answer by ${e}.`,coach:"Coach"};function u(){return{fi:Ge,sv:xe,en:Ve}[S().language]}var _e=c(x(),1);var l=c(N(),1);function Y({consent:e}){let t=u(),{whole:a,moment:o}=O(),r=A("ofTerms","consent_purpose"),s=A("ofChoice","DataCategory"),n=A("ofType","Consent");return(0,l.jsxs)(l.Fragment,{children:[(0,l.jsxs)("div",{className:"row apart",children:[(0,l.jsx)("h3",{children:e.agency?.name}),(0,l.jsx)("span",{className:e.state==="GIVEN"?"tag good":"tag",children:n(e.state)})]}),(0,l.jsxs)("dl",{className:"facts",children:[(0,l.jsx)("dt",{children:t.sees}),(0,l.jsx)("dd",{children:e.categories?.map(s).join(", ")}),(0,l.jsx)("dt",{children:t.whatFor}),(0,l.jsx)("dd",{children:r(e.purpose)}),e.givenOn?(0,l.jsxs)(l.Fragment,{children:[(0,l.jsx)("dt",{children:t.givenOn}),(0,l.jsx)("dd",{children:a(e.givenOn)})]}):null,e.withdrawnAt?(0,l.jsxs)(l.Fragment,{children:[(0,l.jsx)("dt",{children:n("WITHDRAWN")}),(0,l.jsx)("dd",{children:o(e.withdrawnAt)})]}):(0,l.jsxs)(l.Fragment,{children:[(0,l.jsx)("dt",{children:t.validUntil}),(0,l.jsx)("dd",{children:a(e.validUntil)||t.untilWithdrawn})]})]})]})}function Ae({consent:e,onDecided:t}){let a=U(re);return{...a,decide:async(r,s)=>{let i=(await a.run({step:{id:e.id,revision:e.revision,transition:r}}))?.transitionConsent.consent;return i&&t(i,s),!!i}}}function ge({consent:e,onDecided:t}){let a=u(),{decide:o,problems:r,isWaiting:s}=Ae({consent:e,onDecided:t});return(0,l.jsxs)("li",{className:"card",children:[(0,l.jsx)(Y,{consent:e}),(0,l.jsx)(P,{problems:r}),(0,l.jsxs)("div",{className:"row",children:[(0,l.jsx)("button",{type:"button",className:"button",disabled:s,onClick:()=>{o("GIVE",a.given)},children:a.give}),(0,l.jsx)("button",{type:"button",className:"button",disabled:s,onClick:()=>{o("DECLINE",a.declined)},children:a.decline})]})]})}function ye({consent:e,onDecided:t}){let a=u(),{words:o}=S(),[r,s]=(0,_e.useState)(!1),{decide:n,problems:i,isWaiting:E,forget:d}=Ae({consent:e,onDecided:t}),_=e.agency?.name??"",f=()=>{d(),s(!1)},w=async()=>{await n("WITHDRAW",a.withdrawn)&&f()};return(0,l.jsxs)("li",{className:"card",children:[(0,l.jsxs)("button",{type:"button",className:"switch",role:"switch","aria-checked":"true",onClick:()=>s(!0),children:[(0,l.jsx)("span",{className:"switch-track","aria-hidden":"true"}),a.consentSwitch(_)]}),(0,l.jsx)(Y,{consent:e}),(0,l.jsxs)(V,{title:a.withdrawTitle,isOpen:r,onClose:f,children:[(0,l.jsx)(P,{problems:i}),(0,l.jsx)("p",{children:a.withdrawLead(_)}),(0,l.jsxs)("div",{className:"row",children:[(0,l.jsx)("button",{type:"button",className:"button grave",disabled:E,onClick:()=>{w()},children:a.withdraw}),(0,l.jsx)("button",{type:"button",className:"button",onClick:f,children:o.cancel})]})]})]})}var D=c(N(),1);function De(){let e=u(),{announce:t}=S(),a=C(Te,{}),[o,r]=(0,Se.useState)({}),s=(n,i)=>{r(E=>({...E,[n.id]:n})),t(i)};return(0,D.jsx)(L,{title:e.ways.consents,lead:e.consentsLead,isReading:!0,children:(0,D.jsx)(h,{look:a,children:n=>{let i=(n.consents?.nodes??[]).map(E=>({...E,...o[E.id]}));return i.length?(0,D.jsx)(Ye,{all:i,onDecided:s}):(0,D.jsx)("p",{className:"card quiet",children:e.noConsents})}})})}function Ye({all:e,onDecided:t}){let a=u(),o=e.filter(({state:n})=>n==="REQUESTED"),r=e.filter(({state:n})=>n==="GIVEN"),s=e.filter(({state:n})=>n!=="REQUESTED"&&n!=="GIVEN");return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(H,{id:"asked",title:a.asked,isEmpty:!o.length,children:o.map(n=>(0,D.jsx)(ge,{consent:n,onDecided:t},n.id))}),(0,D.jsx)(H,{id:"given",title:a.mayWithdraw,isEmpty:!r.length,children:r.map(n=>(0,D.jsx)(ye,{consent:n,onDecided:t},n.id))}),(0,D.jsx)(H,{id:"earlier",title:a.earlier,isEmpty:!s.length,children:s.map(n=>(0,D.jsx)("li",{className:"card",children:(0,D.jsx)(Y,{consent:n})},n.id))})]})}function H({id:e,title:t,isEmpty:a,children:o}){return a?null:(0,D.jsxs)("section",{className:"stack","aria-labelledby":e,children:[(0,D.jsx)("h2",{id:e,children:t}),(0,D.jsx)("ul",{className:"cards",children:o})]})}var Q=c(x(),1);var g=c(N(),1);function Ie({contract:e}){let t=u(),{weekday:a,clock:o,hours:r,moment:s}=O(),n=A("ofChoice","SignatureParty");return(0,g.jsxs)("dl",{className:"facts",children:[(0,g.jsx)("dt",{children:t.place}),(0,g.jsx)("dd",{children:e.workplace?.name??t.atArranger}),(0,g.jsx)("dt",{children:t.week}),(0,g.jsx)("dd",{children:(0,g.jsx)("ul",{children:e.weeklyPattern?.map(i=>(0,g.jsxs)("li",{children:[a(i.weekday)," ",o(i.startsAt),", ",r(i.minutes)]},i.weekday))})}),e.tasks?(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)("dt",{children:t.tasks}),(0,g.jsx)("dd",{children:e.tasks})]}):null,e.signatures?.length?(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)("dt",{children:t.signatures}),(0,g.jsx)("dd",{children:(0,g.jsx)("ul",{children:e.signatures.map(i=>(0,g.jsxs)("li",{children:[n(i.party),": ",i.name,", ",s(i.signedAt)]},i.party))})})]}):null]})}var y=c(N(),1);function Ce(){let e=u(),{announce:t}=S(),a=C(ie,{}),[o,r]=(0,Q.useState)({}),s=n=>{r(i=>({...i,[n.id]:n})),t(e.signedNow)};return(0,y.jsx)(L,{title:e.ways.contract,lead:e.contractLead,isReading:!0,children:(0,y.jsx)(h,{look:a,children:n=>{let i=(n.contracts?.nodes??[]).map(d=>({...d,...o[d.id]}));return i.length?[...i].sort((d,_)=>Number(B(_))-Number(B(d))).map(d=>(0,y.jsx)(Ke,{contract:d,onSigned:s},d.id)):(0,y.jsx)("p",{className:"card quiet",children:e.noContracts})}})})}function B({state:e,signatures:t}){return e==="AWAITING_SIGNATURES"&&!t?.some(({party:a})=>a==="CLIENT")}function Ke({contract:e,onSigned:t}){let a=u(),{whole:o}=O(),r=A("ofType","Contract"),[s,n]=(0,Q.useState)(!1);return(0,y.jsxs)("article",{className:"card","aria-labelledby":e.id,children:[(0,y.jsxs)("div",{className:"row apart",children:[(0,y.jsxs)("h2",{id:e.id,children:[o(e.startsOn)," – ",o(e.endsOn)]}),(0,y.jsx)("span",{className:e.state==="ACTIVE"?"tag good":"tag",children:r(e.state)})]}),(0,y.jsx)(Ie,{contract:e}),B(e)?(0,y.jsx)("div",{children:(0,y.jsx)("button",{type:"button",className:"button first",onClick:()=>n(!0),children:a.sign})}):null,(0,y.jsx)(qe,{contract:e,isOpen:s,onClose:()=>n(!1),onSigned:t})]})}function qe({contract:e,isOpen:t,onClose:a,onSigned:o}){let r=u(),{words:s}=S(),n=U(de),i=()=>{n.forget(),a()},E=async()=>{let d={id:e.id,revision:e.revision,transition:"SIGN"},_=(await n.run({step:d}))?.transitionContract.contract;_&&(o(_),i())};return(0,y.jsxs)(V,{title:r.signTitle,isOpen:t,onClose:i,children:[(0,y.jsx)(P,{problems:n.problems}),(0,y.jsx)("p",{children:r.signLead}),(0,y.jsxs)("div",{className:"row",children:[(0,y.jsx)("button",{type:"button",className:"button first",onClick:()=>{E()},disabled:n.isWaiting,children:r.sign}),(0,y.jsx)("button",{type:"button",className:"button",onClick:i,children:s.cancel})]})]})}var K=c(x(),1);var b=c(N(),1);function fe({onSent:e}){let t=u(),{announce:a}=S(),{whole:o}=O(),[r,s]=(0,K.useState)("ACCESS"),[n,i]=(0,K.useState)(""),[E,d]=(0,K.useState)(""),_=U(le),f=async w=>{w.preventDefault();let J=(await _.run({request:{kind:r,requestText:n}}))?.createDataRequest.dataRequest;if(!J)return;let Z=t.requestSent(o(J.dueOn));d(Z),i(""),a(Z),e()};return(0,b.jsxs)("form",{className:"card","aria-labelledby":"new-request",onSubmit:w=>{f(w)},children:[(0,b.jsx)("h2",{id:"new-request",children:t.newRequest}),(0,b.jsx)(P,{problems:_.problems,inputs:{requestText:"request-text"}}),E?(0,b.jsx)("p",{className:"notice good",children:E}):null,(0,b.jsx)(oe,{label:t.requestKind,titles:"DataRequestKind",value:r,onChange:w=>s(w)}),(0,b.jsxs)("div",{className:"field",children:[(0,b.jsx)("label",{htmlFor:"request-text",children:t.requestText}),(0,b.jsx)("textarea",{id:"request-text",autoComplete:"off",required:!0,maxLength:2e3,value:n,onChange:w=>i(w.target.value)})]}),(0,b.jsx)("div",{children:(0,b.jsx)("button",{type:"submit",className:"button first",disabled:_.isWaiting,children:t.sendRequest})})]})}var T=c(N(),1),He=["firstNames","callName","lastName","dateOfBirth","phones","email","streetAddress","postalCode","city"];function he(){let e=u(),t=C(Ne,{}),a=C(me,{});return(0,T.jsxs)(L,{title:e.ways.data,lead:e.dataLead,isReading:!0,children:[(0,T.jsxs)("section",{className:"stack","aria-labelledby":"recorded",children:[(0,T.jsx)("h2",{id:"recorded",children:e.recorded}),(0,T.jsx)(h,{look:t,children:({clients:o})=>o?.nodes.map((r,s)=>(0,T.jsx)(Be,{person:r},s))})]}),(0,T.jsxs)("section",{className:"stack","aria-labelledby":"requests",children:[(0,T.jsx)("h2",{id:"requests",children:e.requests}),(0,T.jsx)(h,{look:a,children:({dataRequests:o})=>(0,T.jsx)(Qe,{requests:o?.nodes??[]})})]}),(0,T.jsx)(fe,{onSent:a.again})]})}function Be({person:e}){let t=u(),{language:a}=S(),{whole:o}=O(),r=A("ofType","Client"),s=e.relationships?.nodes.find(({state:i})=>i==="ACTIVE")?.responsibleCoach,n=i=>{let E=e[i];return i==="dateOfBirth"?o(e.dateOfBirth):Array.isArray(E)?new Intl.ListFormat(`${a}-FI`).format(E):String(E??"")};return(0,T.jsxs)("dl",{className:"card facts",children:[He.filter(i=>e[i]!==null).map(i=>(0,T.jsx)(ke,{title:r(i),text:n(i)},i)),s?(0,T.jsx)(ke,{title:t.coach,text:`${s.firstName} ${s.lastName}`}):null]})}function ke({title:e,text:t}){return(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)("dt",{children:e}),(0,T.jsx)("dd",{children:t})]})}function Qe({requests:e}){let t=u(),{whole:a}=O(),o=A("ofChoice","DataRequestKind"),r=A("ofType","DataRequest");return e.length?(0,T.jsx)("ul",{className:"cards",children:e.map((s,n)=>(0,T.jsxs)("li",{className:"card",children:[(0,T.jsxs)("div",{className:"row apart",children:[(0,T.jsx)("h3",{children:o(s.kind)}),(0,T.jsx)("span",{className:"tag",children:r(s.state)})]}),(0,T.jsx)("p",{className:"quiet",children:t.answerBy(a(s.dueOn))}),s.answer?(0,T.jsx)("p",{children:s.answer}):null,s.refusalText?(0,T.jsx)("p",{children:s.refusalText}):null]},n))}):(0,T.jsx)("p",{className:"quiet",children:t.noRequests})}var X=c(x(),1);var we=c(x(),1);var M=c(N(),1);function Le({day:e,onClose:t,onTold:a}){let o=u(),{words:r}=S(),{long:s}=O(),[n,i]=(0,we.useState)(""),E=U(ue),d=()=>{i(""),E.forget(),t()},_=async()=>{if(!e)return;let f={attendanceId:e.id,revision:e.revision,note:n.trim()||null},w=(await E.run({absence:f}))?.reportAbsence.attendance;w&&(a(w),d())};return(0,M.jsxs)(V,{title:e?o.absenceTitle(s(e.day??"")):"",isOpen:e!==null,onClose:d,children:[(0,M.jsx)(P,{problems:E.problems}),(0,M.jsx)("p",{children:o.absenceLead}),(0,M.jsxs)("div",{className:"field",children:[(0,M.jsx)("label",{htmlFor:"absence-note",children:o.absenceNote}),(0,M.jsx)("textarea",{id:"absence-note",autoComplete:"off",maxLength:500,value:n,onChange:f=>i(f.target.value)})]}),(0,M.jsxs)("div",{className:"row",children:[(0,M.jsx)("button",{type:"button",className:"button first",onClick:()=>{_()},disabled:E.isWaiting,children:o.tellAbsence}),(0,M.jsx)("button",{type:"button",className:"button",onClick:d,children:r.cancel})]})]})}var F=c(N(),1);function $({day:e,onAbsence:t}){let a=u(),{long:o,hours:r}=O(),s=o(e.day??"");return(0,F.jsxs)("li",{className:"day",children:[(0,F.jsxs)("div",{className:"day-when",children:[(0,F.jsx)("span",{className:"strong",children:s}),(0,F.jsx)("span",{className:"quiet small",children:[r(e.minutes??e.plannedMinutes),e.workplace?.name].filter(Boolean).join(" · ")})]}),t&&!e.code?(0,F.jsx)("button",{type:"button",className:"button","aria-label":a.cannotComeOn(s),onClick:()=>t(e),children:a.cannotCome}):(0,F.jsx)(j,{day:e})]})}function j({day:e}){let t=u(),a=A("ofTerms","attendance_code");return e.code?(0,F.jsx)("span",{className:e.code.startsWith("PRESENT")?"tag good":"tag note",children:a(e.code)}):(0,F.jsx)("span",{className:"tag",children:t.notRecorded})}var v=c(N(),1);function be({day:e,onAbsence:t,onChange:a}){let o=u(),{long:r,hours:s}=O(),n=U(ce),i=async()=>{let E={attendanceId:e.id,revision:e.revision,code:"PRESENT",minutes:e.plannedMinutes},d=await n.run({days:{entries:[E]}});for(let _ of d?.recordAttendance.days??[])a(_,o.youAreHere)};return(0,v.jsxs)("article",{className:"card today",children:[(0,v.jsxs)("div",{className:"row apart",children:[(0,v.jsx)("h3",{children:r(e.day??"")}),(0,v.jsx)(j,{day:e})]}),(0,v.jsx)("p",{className:"quiet",children:[s(e.plannedMinutes),e.workplace?.name].filter(Boolean).join(" · ")}),(0,v.jsx)(P,{problems:n.problems}),e.code?null:(0,v.jsxs)("div",{className:"row",children:[(0,v.jsx)("button",{type:"button",className:"button first",onClick:()=>{i()},disabled:n.isWaiting,children:o.iAmHere}),(0,v.jsx)("button",{type:"button",className:"button",onClick:()=>t(e),children:o.cannotCome})]})]})}var W=c(N(),1),Pe={CONTRACT_TO_SIGN:"/contract",CONSENT_TO_GIVE:"/consents"};function Me(){let e=u(),{whole:t}=O(),a=A("ofChoice","TaskKind"),o=C(pe,{}).answer?.data?.tasks?.nodes??[];return o.length?(0,W.jsxs)("section",{className:"notice warn","aria-labelledby":"waits",children:[(0,W.jsx)("h2",{id:"waits",children:e.waitsForYou}),(0,W.jsx)("ul",{className:"stack",children:o.map(({kind:r,dueOn:s,object:n},i)=>(0,W.jsxs)("li",{className:"row",children:[(0,W.jsx)("span",{className:"strong",children:a(r)}),s?(0,W.jsx)("span",{children:e.until(t(s))}):null,Pe[r]?(0,W.jsx)(z,{href:Pe[r],children:r==="CONTRACT_TO_SIGN"?e.toContract:e.toConsents}):null]},n?.id??i))})]}):null}var p=c(N(),1);function ve(){let e=u(),{announce:t}=S(),a=ae(),o=C(Oe,{alkaen:q(a,-14),ennen:q(a,15)}),[r,s]=(0,X.useState)({}),[n,i]=(0,X.useState)(null),E=(d,_)=>{s(f=>({...f,[d.id]:d})),t(_)};return(0,p.jsxs)(L,{title:e.ways.days,lead:e.daysLead,isReading:!0,children:[(0,p.jsx)(Me,{}),(0,p.jsx)(h,{look:o,children:d=>{let _=(d.attendance?.nodes??[]).map(f=>({...f,...r[f.id]}));return(0,p.jsx)($e,{days:_,now:a,onAbsence:i,onChange:E})}}),(0,p.jsx)(Le,{day:n,onClose:()=>i(null),onTold:d=>E(d,e.absenceTold)})]})}function $e({days:e,now:t,onAbsence:a,onChange:o}){let r=u(),s=[...e].sort((d,_)=>(d.day??"").localeCompare(_.day??"")),n=s.filter(({day:d})=>d===t),i=s.filter(({day:d})=>(d??"")>t),E=s.filter(({day:d})=>(d??"")<t).reverse();return(0,p.jsxs)(p.Fragment,{children:[(0,p.jsxs)("section",{className:"stack","aria-labelledby":"today",children:[(0,p.jsx)("h2",{id:"today",children:r.todayTitle}),n.length?null:(0,p.jsx)("p",{className:"card quiet",children:r.noDayToday}),n.map(d=>(0,p.jsx)(be,{day:d,onAbsence:a,onChange:o},d.id))]}),(0,p.jsxs)("section",{className:"stack","aria-labelledby":"coming",children:[(0,p.jsx)("h2",{id:"coming",children:r.comingTitle}),i.length?null:(0,p.jsx)("p",{className:"quiet",children:r.noComing}),(0,p.jsx)("ul",{className:"days",children:i.map(d=>(0,p.jsx)($,{day:d,onAbsence:a},d.id))})]}),(0,p.jsxs)("section",{className:"stack","aria-labelledby":"past",children:[(0,p.jsx)("h2",{id:"past",children:r.pastTitle}),E.length?null:(0,p.jsx)("p",{className:"quiet",children:r.noPast}),(0,p.jsx)("ul",{className:"days",children:E.map(d=>(0,p.jsx)($,{day:d},d.id))})]})]})}var R=c(N(),1);function Ue(){let e=u(),{language:t}=S(),{whole:a}=O(),o=C(Ee,{});return(0,R.jsx)(L,{title:e.ways.goals,lead:e.goalsLead,isReading:!0,children:(0,R.jsx)(h,{look:o,children:({programmes:r})=>{let s=(r?.nodes??[]).filter(({goals:n})=>n?.nodes.length);return s.length?s.map(n=>(0,R.jsxs)("section",{className:"stack","aria-labelledby":n.id,children:[(0,R.jsx)("h2",{id:n.id,children:se(n.serviceType,t)}),(0,R.jsxs)("p",{className:"quiet",children:[a(n.startsOn)," – ",a(n.endsOn)]}),(0,R.jsx)("ul",{className:"cards",children:n.goals?.nodes.map(i=>(0,R.jsx)(je,{goal:i},i.id))})]},n.id)):(0,R.jsx)("p",{className:"card quiet",children:e.noGoals})}})})}function je({goal:e}){let t=u(),{whole:a}=O(),o=A("ofTerms","goal_area"),r=A("ofType","Goal"),s=A("ofType","Measure");return(0,R.jsxs)("li",{className:"card",children:[(0,R.jsxs)("div",{className:"row apart",children:[(0,R.jsx)("span",{className:"quiet",children:o(e.area)}),(0,R.jsx)("span",{className:e.state==="OPEN"?"tag note":"tag good",children:r(e.state)})]}),e.ownWords?(0,R.jsxs)("blockquote",{className:"own-words",children:[(0,R.jsxs)("span",{className:"unseen",children:[t.inOwnWords,": "]}),e.ownWords]}):null,(0,R.jsx)("h3",{children:e.text}),e.measures?.nodes.length?(0,R.jsxs)("div",{className:"stack",children:[(0,R.jsx)("h4",{className:"quiet small",children:t.measures}),(0,R.jsx)("ul",{className:"stack",children:e.measures.nodes.map(n=>(0,R.jsxs)("li",{className:"row apart",children:[(0,R.jsx)("span",{children:n.text}),(0,R.jsx)("span",{className:"quiet small",children:[s(n.state),a(n.dueOn)].filter(Boolean).join(" · ")})]},n.id))})]}):null]})}var m=c(N(),1);function We(){let e=u(),t=C(Re,{});return(0,m.jsx)(L,{title:e.ways.looks,lead:e.looksLead,isReading:!0,children:(0,m.jsx)(h,{look:t,children:({clients:a})=>a?.nodes.map((o,r)=>(0,m.jsx)(Xe,{person:o},r))})})}function Xe({person:e}){let t=u(),{moment:a}=O(),o=e.disclosures??[],r=e.accessLog??[];return(0,m.jsxs)(m.Fragment,{children:[(0,m.jsxs)("section",{className:"stack","aria-labelledby":"disclosed",children:[(0,m.jsx)("h2",{id:"disclosed",children:t.disclosed}),(0,m.jsx)("p",{className:"quiet",children:o.length?t.disclosedLead:t.noDisclosures}),(0,m.jsx)("ul",{className:"cards",children:o.map((s,n)=>(0,m.jsxs)("li",{className:"card look",children:[(0,m.jsx)("span",{className:"strong",children:s.agencyName}),(0,m.jsx)("span",{className:"quiet small",children:a(s.at)}),(0,m.jsx)("span",{children:t.bases[s.basis??""]??s.basis}),(0,m.jsx)(Fe,{fields:s.fields??[]})]},n))})]}),(0,m.jsxs)("section",{className:"stack","aria-labelledby":"looks",children:[(0,m.jsx)("h2",{id:"looks",children:t.allLooks}),r.length?null:(0,m.jsx)("p",{className:"quiet",children:t.noLooks}),(0,m.jsx)("ul",{className:"cards",children:r.map((s,n)=>(0,m.jsxs)("li",{className:"card look",children:[(0,m.jsx)("span",{className:"strong",children:s.actorName}),(0,m.jsx)("span",{className:"quiet small",children:a(s.at)}),(0,m.jsx)("span",{children:Je(s.purpose,t.purposes)}),(0,m.jsx)(Fe,{fields:s.fields??[]})]},n))})]})]})}function Je(e,t){return(e??"").split(/[\s,]+/).map(a=>t[a]??a).join(", ")}function Fe({fields:e}){let t=u();return e.length?(0,m.jsxs)("details",{className:"small",children:[(0,m.jsxs)("summary",{children:[t.what,": ",t.fieldsSeen(e.length)]}),(0,m.jsx)("p",{className:"quiet",children:e.join(", ")})]}):null}var k=c(N(),1);function Ze(){let{ways:e}=u();return(0,k.jsxs)(k.Fragment,{children:[(0,k.jsx)(ne,{ways:[{path:"/",title:e.days},{path:"/goals",title:e.goals},{path:"/contract",title:e.contract},{path:"/consents",title:e.consents},{path:"/looks",title:e.looks},{path:"/data",title:e.data}]}),(0,k.jsxs)(ee,{children:[(0,k.jsx)(G,{path:"/",component:ve}),(0,k.jsx)(G,{path:"/goals",component:Ue}),(0,k.jsx)(G,{path:"/contract",component:Ce}),(0,k.jsx)(G,{path:"/consents",component:De}),(0,k.jsx)(G,{path:"/looks",component:We}),(0,k.jsx)(G,{path:"/data",component:he}),(0,k.jsx)(G,{component:te})]})]})}export{Ze as default};
