import{a as X}from"./chunk-DNJUWXI3.js";import{a as Ne,b as _e}from"./chunk-3FNZBJJ2.js";import{a as Ee}from"./chunk-VSSOPHSR.js";import{a as Te,c as Oe}from"./chunk-XP52IBVI.js";import{a as j}from"./chunk-AP663PS6.js";import{a as ie}from"./chunk-JR5NPD3Y.js";import{a as re}from"./chunk-EN4JNB7S.js";import"./chunk-J2KSSCOX.js";import{a as me}from"./chunk-TCJ6NWCV.js";import{a as de,b as $,d as N}from"./chunk-WKSCR2AE.js";import{a as H,b as ce}from"./chunk-L2XJAEZ3.js";import"./chunk-JRHPWCY7.js";import"./chunk-ZILFPOMH.js";import{a as B}from"./chunk-INSDM2A3.js";import{a as ue}from"./chunk-FYVAVUYF.js";import{e as G,g as ae}from"./chunk-VHPSAGOV.js";import{a as Y,d as oe,e as O,f as w,j as S,k as f,m as U,o as P,q as h,r as le,t as A}from"./chunk-NIB6LP53.js";import"./chunk-5RBZAMFY.js";import{c as u}from"./chunk-OOJM4CTU.js";var ve=u(Y(),1);var I=class extends String{__apiType;value;__meta__;constructor(s,t){super(s),this.value=s,this.__meta__=t}toString(){return this.value}},Re=new I(`
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
    `),pe=new I(`
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
    `),Ae=new I(`
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
    `),ge=new I(`
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
    `),ye=new I(`
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
    `),Se=new I(`
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
    `),De=new I(`
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
    `),Ot=new I(`
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
    `),Ie=new I(`
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
    `),Ce=new I(`
    query KenelleTietojani($montako: Int!, $jalkeen: String) {
  clients {
    nodes {
      id
      disclosures(first: $montako, after: $jalkeen) {
        cursor
        at
        agencyName
        basis
        fields
      }
    }
  }
}
    `),fe=new I(`
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
    `),ke=new I(`
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
          beforeLines {
            item
            labels {
              fi
            }
            text
            titles {
              fi
            }
          }
          afterLines {
            item
            labels {
              fi
            }
            text
            titles {
              fi
            }
          }
        }
      }
    }
  }
}
    `),he=new I(`
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
    `),we=new I(`
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
    `),Le=new I(`
    query KukaKatsoi($montako: Int!, $jalkeen: String) {
  clients {
    nodes {
      accessLog(first: $montako, after: $jalkeen) {
        cursor
        at
        actorName
        purpose
        basis
        fields
      }
    }
  }
}
    `);var et={ways:{days:"Päiväni",goals:"Tavoitteeni",contract:"Sopimukseni",consents:"Suostumukseni",looks:"Kuka katsoi",data:"Tietoni"},daysLead:"Työpäiväsi kahden viikon ajalta. Jos et pääse tulemaan, kerro siitä täällä.",waitsForYou:"Tämä odottaa sinua",toTask:{CONTRACT_TO_SIGN:"Lue ja allekirjoita",CONSENT_TO_GIVE:"Lue ja päätä",REPORT_TO_HEAR:"Lue ja kerro näkemyksesi",MEASURE_DUE:"Tavoitteisiin"},toOther:"Avaa",until:e=>`viimeistään ${e}`,todayTitle:"Tänään",noDayToday:"Tänään sinulla ei ole työpäivää.",comingTitle:"Tulevat päivät",pastTitle:"Menneet päivät",noComing:"Kahden seuraavan viikon aikana ei ole suunniteltuja päiviä.",noPast:"Kahden viime viikon ajalta ei ole merkintöjä.",iAmHere:"Olen paikalla",cannotCome:"En pääse",cannotComeOn:e=>`En pääse ${e}`,youAreHere:"Merkitsimme sinut paikalle.",absenceTold:"Kiitos, poissaolosi on ilmoitettu. Valmentaja kysyy sinulta syyn.",absenceTitle:e=>`Et pääse ${e}`,absenceLead:"Päivä merkitään poissaoloksi. Syytä ei tarvitse kertoa tässä: valmentajasi kysyy sen sinulta.",absenceNote:"Viesti valmentajalle (ei pakollinen)",tellAbsence:"Ilmoita poissaolo",absenceIsTold:"Poissaolo ilmoitettu",notRecorded:"Ei vielä kirjattu",goalsLead:"Mitä kohti olet menossa, ja mitä sen eteen tehdään.",noGoals:"Sinulle ei ole vielä kirjattu tavoitteita.",inOwnWords:"Omin sanoin",measures:"Mitä tehdään",contractLead:"Sopimus kertoo, missä ja milloin olet. Lue se rauhassa ennen kuin allekirjoitat.",noContracts:"Sinulla ei ole sopimuksia.",toSign:"Odottaa allekirjoitustasi",signed:"Olet allekirjoittanut",sign:"Allekirjoita sopimus",signTitle:"Allekirjoitatko sopimuksen?",signLead:"Allekirjoitus on sitova. Kirjautumisesi osoittaa, että se olet sinä.",signedNow:"Sopimus on allekirjoitettu.",place:"Paikka",atArranger:"Järjestäjän tiloissa",period:"Aika",week:"Viikko",tasks:"Tehtävät",signatures:"Allekirjoitukset",consentsLead:"Sinä päätät, kenelle tietojasi saa näyttää. Voit muuttaa mieltäsi milloin vain: se vaikuttaa heti.",noConsents:"Sinulta ei ole pyydetty suostumuksia.",asked:"Sinulta kysytään",mayWithdraw:"Annetut suostumukset",earlier:"Aiemmat",consentSwitch:e=>`${e} saa nähdä tietoni`,sees:"Mitä näkee",whatFor:"Mihin tarvitsee",givenOn:"Annettu",validUntil:"Voimassa",untilWithdrawn:"kunnes perut",give:"Annan suostumuksen",decline:"En anna",given:"Suostumus on annettu.",declined:"Suostumusta ei annettu.",withdrawn:"Suostumus on peruttu. Tiedot eivät enää näy vastaanottajalle.",withdrawTitle:"Perutaanko suostumus?",withdrawLead:e=>`${e} ei näe tietojasi enää tästä hetkestä alkaen.`,withdraw:"Peru suostumus",looksLead:"Jokaisesta katselusta jää merkintä. Näet, kuka katsoi, milloin ja miksi.",disclosed:"Tietoa annettu muille",disclosedLead:"Nämä katsoivat tietojasi muualta kuin valmennuksesta.",noDisclosures:"Tietojasi ei ole näytetty muille.",allLooks:"Kaikki katselut",yourself:"Sinä itse",noLooks:"Kukaan ei ole katsonut tietojasi.",when:"Milloin",who:"Kuka",why:"Miksi",what:"Mitä",fieldsSeen:e=>e===1?"1 tieto":`${e} tietoa`,purposes:{COACHING:"valmennus",REFERRAL:"lähete",CONTRACT:"sopimus",PAYMENT:"etuus tai lasku",DATA_REQUEST:"tietopyyntösi",CORRECTION:"tietojen korjaus",MANAGEMENT:"johtaminen",SUPERVISION:"tietojen käytön valvonta",OWN_DATA:"omat tietosi",REPRESENTATION:"puolestasi toimiminen",SUPPORT:"tekninen tuki",ADMINISTRATION:"ylläpito"},bases:{OWN_DATA:"omat tiedot",REPRESENTATION:"edustaja",WORK:"työtehtävä",CONTRACT:"sopimus",CONSENT:"suostumuksesi",STATUTE:"laki",OWN_REFERRAL:"oma lähete"},dataLead:"Mitä sinusta on tallennettu, ja mitä voit siitä pyytää.",recorded:"Tallennetut tiedot",requests:"Pyyntöni",noRequests:"Sinulla ei ole pyyntöjä.",answerBy:e=>`Vastaus viimeistään ${e}`,newRequest:"Tee pyyntö",requestKind:"Mitä pyydät?",requestText:"Kerro omin sanoin",sendRequest:"Lähetä pyyntö",requestSent:e=>`Pyyntö on lähetetty. Saat vastauksen viimeistään ${e}.`,coach:"Valmentaja"},tt={ways:{days:"Mina dagar",goals:"Mina mål",contract:"Mitt avtal",consents:"Mina samtycken",looks:"Vem har sett",data:"Mina uppgifter"},daysLead:"Dina arbetsdagar under två veckor. Om du inte kan komma, berätta det här.",waitsForYou:"Det här väntar på dig",toTask:{CONTRACT_TO_SIGN:"Läs och skriv under",CONSENT_TO_GIVE:"Läs och bestäm",REPORT_TO_HEAR:"Läs och berätta din syn",MEASURE_DUE:"Till målen"},toOther:"Öppna",until:e=>`senast ${e}`,todayTitle:"I dag",noDayToday:"I dag har du ingen arbetsdag.",comingTitle:"Kommande dagar",pastTitle:"Dagar som gått",noComing:"Inga dagar är planerade under de följande två veckorna.",noPast:"Det finns inga anteckningar från de senaste två veckorna.",iAmHere:"Jag är här",cannotCome:"Jag kan inte komma",cannotComeOn:e=>`Jag kan inte komma ${e}`,youAreHere:"Vi antecknade att du är här.",absenceTold:"Tack, din frånvaro är anmäld. Coachen frågar dig om orsaken.",absenceTitle:e=>`Du kan inte komma ${e}`,absenceLead:"Dagen antecknas som frånvaro. Du behöver inte berätta varför här: din coach frågar dig.",absenceNote:"Meddelande till coachen (frivilligt)",tellAbsence:"Anmäl frånvaro",absenceIsTold:"Frånvaro anmäld",notRecorded:"Inte antecknad ännu",goalsLead:"Vart du är på väg, och vad som görs för det.",noGoals:"Inga mål har ännu antecknats för dig.",inOwnWords:"Med egna ord",measures:"Vad som görs",contractLead:"Avtalet berättar var och när du är. Läs det i lugn och ro innan du skriver under.",noContracts:"Du har inga avtal.",toSign:"Väntar på din underskrift",signed:"Du har skrivit under",sign:"Skriv under avtalet",signTitle:"Skriver du under avtalet?",signLead:"Underskriften är bindande. Din inloggning visar att det är du.",signedNow:"Avtalet är underskrivet.",place:"Plats",atArranger:"Hos arrangören",period:"Tid",week:"Vecka",tasks:"Uppgifter",signatures:"Underskrifter",consentsLead:"Du bestämmer vem som får se dina uppgifter. Du kan ändra dig när som helst: det gäller genast.",noConsents:"Inga samtycken har begärts av dig.",asked:"Du blir tillfrågad",mayWithdraw:"Samtycken som du gett",earlier:"Tidigare",consentSwitch:e=>`${e} får se mina uppgifter`,sees:"Vad som syns",whatFor:"Varför",givenOn:"Gavs",validUntil:"Gäller till",untilWithdrawn:"tills du återkallar",give:"Jag samtycker",decline:"Jag samtycker inte",given:"Samtycket är givet.",declined:"Samtycket gavs inte.",withdrawn:"Samtycket är återkallat. Uppgifterna syns inte längre för mottagaren.",withdrawTitle:"Ska samtycket återkallas?",withdrawLead:e=>`${e} ser inte dina uppgifter från och med nu.`,withdraw:"Återkalla samtycket",looksLead:"Varje visning lämnar ett spår. Du ser vem som tittade, när och varför.",disclosed:"Uppgifter som getts till andra",disclosedLead:"Dessa har sett dina uppgifter utanför coachningen.",noDisclosures:"Dina uppgifter har inte visats för andra.",allLooks:"Alla visningar",yourself:"Du själv",noLooks:"Ingen har sett dina uppgifter.",when:"När",who:"Vem",why:"Varför",what:"Vad",fieldsSeen:e=>e===1?"1 uppgift":`${e} uppgifter`,purposes:{COACHING:"coachning",REFERRAL:"remiss",CONTRACT:"avtal",PAYMENT:"förmån eller faktura",DATA_REQUEST:"din begäran",CORRECTION:"rättelse",MANAGEMENT:"ledning",SUPERVISION:"tillsyn över användningen",OWN_DATA:"dina egna uppgifter",REPRESENTATION:"företräder dig",SUPPORT:"tekniskt stöd",ADMINISTRATION:"underhåll"},bases:{OWN_DATA:"egna uppgifter",REPRESENTATION:"företrädare",WORK:"arbetsuppgift",CONTRACT:"avtal",CONSENT:"ditt samtycke",STATUTE:"lag",OWN_REFERRAL:"egen remiss"},dataLead:"Vad som har sparats om dig, och vad du kan begära.",recorded:"Sparade uppgifter",requests:"Mina begäranden",noRequests:"Du har inga begäranden.",answerBy:e=>`Svar senast ${e}`,newRequest:"Gör en begäran",requestKind:"Vad begär du?",requestText:"Berätta med egna ord",sendRequest:"Skicka begäran",requestSent:e=>`Begäran är skickad. Du får svar senast ${e}.`,coach:"Coach"},nt={ways:{days:"My days",goals:"My goals",contract:"My contract",consents:"My consents",looks:"Who looked",data:"My data"},daysLead:"Your working days of two weeks. If you cannot come, say so here.",waitsForYou:"This waits for you",toTask:{CONTRACT_TO_SIGN:"Read and sign",CONSENT_TO_GIVE:"Read and decide",REPORT_TO_HEAR:"Read and say what you think",MEASURE_DUE:"To the goals"},toOther:"Open",until:e=>`by ${e}`,todayTitle:"Today",noDayToday:"You have no working day today.",comingTitle:"Days to come",pastTitle:"Days gone by",noComing:"No days are planned for the next two weeks.",noPast:"Nothing was recorded in the last two weeks.",iAmHere:"I am here",cannotCome:"I cannot come",cannotComeOn:e=>`I cannot come on ${e}`,youAreHere:"We recorded that you are here.",absenceTold:"Thank you, your absence is recorded. Your coach will ask you why.",absenceTitle:e=>`You cannot come on ${e}`,absenceLead:"The day is recorded as an absence. You need not say why here: your coach will ask you.",absenceNote:"A message to your coach (optional)",tellAbsence:"Report the absence",absenceIsTold:"Absence reported",notRecorded:"Not recorded yet",goalsLead:"Where you are going, and what is done for it.",noGoals:"No goals have been recorded for you yet.",inOwnWords:"In own words",measures:"What is done",contractLead:"The contract says where and when you are. Take your time to read it before you sign.",noContracts:"You have no contracts.",toSign:"Waits for your signature",signed:"You have signed",sign:"Sign the contract",signTitle:"Do you sign the contract?",signLead:"A signature binds you. Your log-in shows that it is you.",signedNow:"The contract is signed.",place:"Place",atArranger:"At the arranger’s",period:"Period",week:"Week",tasks:"Tasks",signatures:"Signatures",consentsLead:"You decide to whom your data may be shown. You may change your mind at any time: it counts at once.",noConsents:"You have not been asked for consents.",asked:"You are asked",mayWithdraw:"Consents that you gave",earlier:"Earlier",consentSwitch:e=>`${e} may see my data`,sees:"What they see",whatFor:"What for",givenOn:"Given",validUntil:"Valid until",untilWithdrawn:"you withdraw it",give:"I consent",decline:"I do not consent",given:"The consent is given.",declined:"The consent was not given.",withdrawn:"The consent is withdrawn. The recipient no longer sees the data.",withdrawTitle:"Withdraw the consent?",withdrawLead:e=>`${e} will not see your data from this moment on.`,withdraw:"Withdraw the consent",looksLead:"Every look leaves a record. You see who looked, when and why.",disclosed:"Data given to others",disclosedLead:"These looked at your data from outside of the coaching.",noDisclosures:"Your data was not shown to others.",allLooks:"All looks",yourself:"You yourself",noLooks:"Nobody has looked at your data.",when:"When",who:"Who",why:"Why",what:"What",fieldsSeen:e=>e===1?"1 fact":`${e} facts`,purposes:{COACHING:"coaching",REFERRAL:"referral",CONTRACT:"contract",PAYMENT:"benefit or invoice",DATA_REQUEST:"your request",CORRECTION:"correction",MANAGEMENT:"management",SUPERVISION:"review of how data is used",OWN_DATA:"your own data",REPRESENTATION:"acting for you",SUPPORT:"technical support",ADMINISTRATION:"administration"},bases:{OWN_DATA:"own data",REPRESENTATION:"representative",WORK:"work",CONTRACT:"contract",CONSENT:"your consent",STATUTE:"statute",OWN_REFERRAL:"own referral"},dataLead:"What has been recorded about you, and what you may ask for.",recorded:"Recorded data",requests:"My requests",noRequests:"You have no requests.",answerBy:e=>`Answer by ${e}`,newRequest:"Make a request",requestKind:"What do you ask for?",requestText:"Say it in your own words",sendRequest:"Send the request",requestSent:e=>`The request is sent. You get an answer by ${e}.`,coach:"Coach"};function E(){return{fi:et,sv:tt,en:nt}[S().language]}var Pe=u(Y(),1);var l=u(O(),1);function q({consent:e,isNamed:s=!0}){let t=E(),{whole:i,moment:o}=N(),a=A("ofTerms","consent_purpose"),n=A("ofChoice","DataCategory"),r=A("ofType","Consent");return(0,l.jsxs)(l.Fragment,{children:[s?(0,l.jsxs)("div",{className:"row apart",children:[(0,l.jsx)("h3",{children:e.agency?.name}),(0,l.jsx)("span",{className:"tag",children:r(e.state)})]}):null,(0,l.jsxs)("dl",{className:"facts",children:[(0,l.jsx)("dt",{children:t.sees}),(0,l.jsx)("dd",{children:e.categories?.map(n).join(", ")}),(0,l.jsx)("dt",{children:t.whatFor}),(0,l.jsx)("dd",{children:a(e.purpose)}),e.givenOn?(0,l.jsxs)(l.Fragment,{children:[(0,l.jsx)("dt",{children:t.givenOn}),(0,l.jsx)("dd",{children:i(e.givenOn)})]}):null,e.withdrawnAt?(0,l.jsxs)(l.Fragment,{children:[(0,l.jsx)("dt",{children:r("WITHDRAWN")}),(0,l.jsx)("dd",{children:o(e.withdrawnAt)})]}):(0,l.jsxs)(l.Fragment,{children:[(0,l.jsx)("dt",{children:t.validUntil}),(0,l.jsx)("dd",{children:i(e.validUntil)||t.untilWithdrawn})]})]})]})}function be({consent:e,onDecided:s}){let t=U(Re);return{...t,decide:async(o,a)=>{let r=(await t.run({step:{id:e.id,revision:e.revision,transition:o}}))?.transitionConsent.consent;return r&&s(r,a),!!r}}}function Me({consent:e,onDecided:s}){let t=E(),{decide:i,problems:o,isWaiting:a}=be({consent:e,onDecided:s});return(0,l.jsxs)("li",{className:"card",children:[(0,l.jsx)(q,{consent:e}),(0,l.jsx)(P,{problems:o}),(0,l.jsxs)("div",{className:"row",children:[(0,l.jsx)("button",{type:"button",className:"button",disabled:a,onClick:()=>{i("GIVE",t.given)},children:t.give}),(0,l.jsx)("button",{type:"button",className:"button",disabled:a,onClick:()=>{i("DECLINE",t.declined)},children:t.decline})]})]})}function Ue({consent:e,onDecided:s}){let t=E(),{words:i}=S(),[o,a]=(0,Pe.useState)(!1),{decide:n,problems:r,isWaiting:c,forget:d}=be({consent:e,onDecided:s}),T=e.agency?.name??"",C=()=>{d(),a(!1)},F=async()=>{await n("WITHDRAW",t.withdrawn)&&C()};return(0,l.jsxs)("li",{className:"card",children:[(0,l.jsxs)("button",{type:"button",className:"switch",role:"switch","aria-checked":"true",onClick:()=>a(!0),children:[(0,l.jsx)("span",{className:"switch-track","aria-hidden":"true"}),t.consentSwitch(T)]}),(0,l.jsx)(q,{consent:e,isNamed:!1}),(0,l.jsxs)(H,{title:t.withdrawTitle,isOpen:o,onClose:C,children:[(0,l.jsx)(P,{problems:r}),(0,l.jsx)("p",{children:t.withdrawLead(T)}),(0,l.jsxs)("div",{className:"row",children:[(0,l.jsx)("button",{type:"button",className:"button grave",disabled:c,onClick:()=>{F()},children:t.withdraw}),(0,l.jsx)("button",{type:"button",className:"button",onClick:C,children:i.cancel})]})]})]})}var D=u(O(),1);function Fe(){let e=E(),{announce:s}=S(),t=f(Ie,{}),[i,o]=(0,ve.useState)({}),a=(n,r)=>{o(c=>({...c,[n.id]:n})),s(r)};return(0,D.jsx)(w,{title:e.ways.consents,lead:e.consentsLead,isReading:!0,children:(0,D.jsx)(h,{look:t,children:n=>{let r=(n.consents?.nodes??[]).map(c=>({...c,...i[c.id]}));return r.length?(0,D.jsx)(st,{all:r,onDecided:a}):(0,D.jsx)("p",{className:"card quiet",children:e.noConsents})}})})}function st({all:e,onDecided:s}){let t=E(),i=e.filter(({state:n})=>n==="REQUESTED"),o=e.filter(({state:n})=>n==="GIVEN"),a=e.filter(({state:n})=>n!=="REQUESTED"&&n!=="GIVEN");return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(J,{id:"asked",title:t.asked,isEmpty:!i.length,children:i.map(n=>(0,D.jsx)(Me,{consent:n,onDecided:s},n.id))}),(0,D.jsx)(J,{id:"given",title:t.mayWithdraw,isEmpty:!o.length,children:o.map(n=>(0,D.jsx)(Ue,{consent:n,onDecided:s},n.id))}),(0,D.jsx)(J,{id:"earlier",title:t.earlier,isEmpty:!a.length,children:a.map(n=>(0,D.jsx)("li",{className:"card",children:(0,D.jsx)(q,{consent:n})},n.id))})]})}function J({id:e,title:s,isEmpty:t,children:i}){return t?null:(0,D.jsxs)("section",{className:"stack","aria-labelledby":e,children:[(0,D.jsx)("h2",{id:e,children:s}),(0,D.jsx)("ul",{className:"cards",children:i})]})}var z=u(Y(),1);var g=u(O(),1);function We({contract:e}){let s=E(),{weekday:t,clock:i,hours:o,moment:a}=N(),n=A("ofChoice","SignatureParty");return(0,g.jsxs)("dl",{className:"facts",children:[(0,g.jsx)("dt",{children:s.place}),(0,g.jsx)("dd",{children:e.workplace?.name??s.atArranger}),(0,g.jsx)("dt",{children:s.week}),(0,g.jsx)("dd",{children:(0,g.jsx)("ul",{children:e.weeklyPattern?.map(r=>(0,g.jsxs)("li",{children:[t(r.weekday)," ",i(r.startsAt),", ",o(r.minutes)]},r.weekday))})}),e.tasks?(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)("dt",{children:s.tasks}),(0,g.jsx)("dd",{children:e.tasks})]}):null,e.signatures?.length?(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)("dt",{children:s.signatures}),(0,g.jsx)("dd",{children:(0,g.jsx)("ul",{children:e.signatures.map(r=>(0,g.jsxs)("li",{children:[n(r.party),": ",r.name,", ",a(r.signedAt)]},r.party))})})]}):null]})}var y=u(O(),1);function Ge(){let e=E(),{announce:s}=S(),t=f(pe,{}),[i,o]=(0,z.useState)({}),a=n=>{o(r=>({...r,[n.id]:n})),s(e.signedNow)};return(0,y.jsx)(w,{title:e.ways.contract,lead:e.contractLead,isReading:!0,children:(0,y.jsx)(h,{look:t,children:n=>{let r=(n.contracts?.nodes??[]).map(d=>({...d,...i[d.id]}));return r.length?[...r].sort((d,T)=>Number(Z(T))-Number(Z(d))).map(d=>(0,y.jsx)(at,{contract:d,onSigned:a},d.id)):(0,y.jsx)("p",{className:"card quiet",children:e.noContracts})}})})}function Z({state:e,signatures:s}){return e==="AWAITING_SIGNATURES"&&!s?.some(({party:t})=>t==="CLIENT")}function at({contract:e,onSigned:s}){let t=E(),{whole:i}=N(),o=A("ofType","Contract"),[a,n]=(0,z.useState)(!1);return(0,y.jsxs)("article",{className:"card","aria-labelledby":e.id,children:[(0,y.jsxs)("div",{className:"row apart",children:[(0,y.jsxs)("h2",{id:e.id,children:[i(e.startsOn)," – ",i(e.endsOn)]}),(0,y.jsx)("span",{className:e.state==="ACTIVE"?"tag good":"tag",children:o(e.state)})]}),(0,y.jsx)(We,{contract:e}),Z(e)?(0,y.jsx)("div",{children:(0,y.jsx)("button",{type:"button",className:"button first",onClick:()=>n(!0),children:t.sign})}):null,(0,y.jsx)(ot,{contract:e,isOpen:a,onClose:()=>n(!1),onSigned:s})]})}function ot({contract:e,isOpen:s,onClose:t,onSigned:i}){let o=E(),{words:a}=S(),n=U(Ae),r=()=>{n.forget(),t()},c=async()=>{let d={id:e.id,revision:e.revision,transition:"SIGN"},T=(await n.run({step:d}))?.transitionContract.contract;T&&(i(T),r())};return(0,y.jsxs)(H,{title:o.signTitle,isOpen:s,onClose:r,children:[(0,y.jsx)(P,{problems:n.problems}),(0,y.jsx)("p",{children:o.signLead}),(0,y.jsxs)("div",{className:"row",children:[(0,y.jsx)("button",{type:"button",className:"button first",onClick:()=>{c()},disabled:n.isWaiting,children:o.sign}),(0,y.jsx)("button",{type:"button",className:"button",onClick:r,children:a.cancel})]})]})}var Q=u(Y(),1);var L=u(O(),1);function xe({onSent:e}){let s=E(),{announce:t}=S(),{whole:i}=N(),[o,a]=(0,Q.useState)("ACCESS"),[n,r]=(0,Q.useState)(""),[c,d]=(0,Q.useState)(""),T=U(ge);ue(n.trim()!=="");let C=async F=>{F.preventDefault();let V=(await T.run({request:{kind:o,requestText:n}}))?.createDataRequest.dataRequest;if(!V)return;let se=s.requestSent(i(V.dueOn));d(se),r(""),t(se),e()};return(0,L.jsxs)("form",{className:"card","aria-labelledby":"new-request",onSubmit:F=>{C(F)},children:[(0,L.jsx)("h2",{id:"new-request",children:s.newRequest}),(0,L.jsx)(P,{problems:T.problems,inputs:{requestText:"request-text"}}),c?(0,L.jsx)("p",{className:"notice good",children:c}):null,(0,L.jsx)(me,{label:s.requestKind,titles:"DataRequestKind",value:o,onChange:F=>a(F)}),(0,L.jsxs)("div",{className:"field",children:[(0,L.jsx)("label",{htmlFor:"request-text",children:s.requestText}),(0,L.jsx)(B,{id:"request-text",required:!0,most:2e3,value:n,onChange:r})]}),(0,L.jsx)("div",{children:(0,L.jsx)("button",{type:"submit",className:"button first",disabled:T.isWaiting,children:s.sendRequest})})]})}var m=u(O(),1),rt=["firstNames","callName","lastName","dateOfBirth","phones","email","streetAddress","postalCode","city"];function Ye(){let e=E(),s=f(ke,{}),t=f(fe,{});return(0,m.jsxs)(w,{title:e.ways.data,lead:e.dataLead,isReading:!0,children:[(0,m.jsxs)("section",{className:"stack","aria-labelledby":"recorded",children:[(0,m.jsx)("h2",{id:"recorded",children:e.recorded}),(0,m.jsx)(h,{look:s,children:({clients:i})=>i?.nodes.map((o,a)=>(0,m.jsx)(it,{person:o},a))})]}),(0,m.jsxs)("section",{className:"stack","aria-labelledby":"requests",children:[(0,m.jsx)("h2",{id:"requests",children:e.requests}),(0,m.jsx)(h,{look:t,children:({dataRequests:i})=>(0,m.jsx)(dt,{requests:i?.nodes??[]})})]}),(0,m.jsx)(xe,{onSent:t.again})]})}function it({person:e}){let s=E(),{language:t}=S(),{whole:i}=N(),o=A("ofType","Client"),a=e.relationships?.nodes.find(({state:r})=>r==="ACTIVE")?.responsibleCoach,n=r=>{let c=e[r];return r==="dateOfBirth"?i(e.dateOfBirth):Array.isArray(c)?new Intl.ListFormat(`${t}-FI`).format(c):String(c??"")};return(0,m.jsxs)("dl",{className:"card facts",children:[rt.filter(r=>e[r]!==null).map(r=>(0,m.jsx)(Ve,{title:o(r),text:n(r)},r)),a?(0,m.jsx)(Ve,{title:s.coach,text:`${a.firstName} ${a.lastName}`}):null]})}function Ve({title:e,text:s}){return(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)("dt",{children:e}),(0,m.jsx)("dd",{children:s})]})}function dt({requests:e}){let s=E(),{whole:t}=N(),i=A("ofChoice","DataRequestKind"),o=A("ofType","DataRequest");return e.length?(0,m.jsx)("ul",{className:"cards",children:e.map((a,n)=>(0,m.jsxs)("li",{className:"card",children:[(0,m.jsxs)("div",{className:"row apart",children:[(0,m.jsx)("h3",{children:i(a.kind)}),(0,m.jsx)("span",{className:"tag",children:o(a.state)})]}),(0,m.jsx)("p",{className:"quiet",children:s.answerBy(t(a.dueOn))}),a.answer?(0,m.jsx)("p",{children:a.answer}):null,a.refusalText?(0,m.jsx)("p",{children:a.refusalText}):null]},n))}):(0,m.jsx)("p",{className:"quiet",children:s.noRequests})}var ne=u(Y(),1);var He=u(Y(),1);var b=u(O(),1);function Ke({day:e,onClose:s,onTold:t}){let i=E(),{on:o}=N(),[a,n]=(0,He.useState)(""),r=U(ye),c=()=>{n(""),r.forget(),s()},d=async()=>{if(!e)return;let T={attendanceId:e.id,revision:e.revision,note:a.trim()||null},C=(await r.run({absence:T}))?.reportAbsence.attendance;C&&(t(C),c())};return(0,b.jsxs)(H,{title:e?i.absenceTitle(o(e.day??"")):"",isOpen:e!==null,onClose:c,children:[(0,b.jsx)(P,{problems:r.problems}),(0,b.jsx)("p",{children:i.absenceLead}),(0,b.jsxs)("div",{className:"field",children:[(0,b.jsx)("label",{htmlFor:"absence-note",children:i.absenceNote}),(0,b.jsx)(B,{id:"absence-note",most:500,value:a,onChange:n})]}),(0,b.jsxs)("div",{className:"row",children:[(0,b.jsx)("button",{type:"button",className:"button first",onClick:()=>{d()},disabled:r.isWaiting,children:i.tellAbsence}),(0,b.jsx)(ce,{})]})]})}var v=u(O(),1);function ee({day:e,onAbsence:s}){let t=E(),{long:i,on:o,hours:a}=N(),n=i(e.day??"");return(0,v.jsxs)("li",{className:"day",children:[(0,v.jsxs)("div",{className:"day-when",children:[(0,v.jsx)("span",{className:"strong",children:n}),(0,v.jsx)("span",{className:"quiet small",children:[a(e.minutes??e.plannedMinutes),e.workplace?.name].filter(Boolean).join(" · ")})]}),s&&!e.code?(0,v.jsx)("button",{type:"button",className:"button","aria-label":t.cannotComeOn(o(e.day??"")),onClick:()=>s(e),children:t.cannotCome}):(0,v.jsx)(te,{day:e})]})}function te({day:e}){let s=E(),t=A("ofTerms","attendance_code");return e.code?(0,v.jsx)("span",{className:e.code.startsWith("PRESENT")?"tag good":"tag note",children:t(e.code)}):(0,v.jsx)("span",{className:"tag",children:s.notRecorded})}var M=u(O(),1);function Be({day:e,onAbsence:s,onChange:t}){let i=E(),{long:o,hours:a}=N(),n=U(Se),r=async()=>{let c={attendanceId:e.id,revision:e.revision,code:"PRESENT",minutes:e.plannedMinutes},d=await n.run({days:{entries:[c]}});for(let T of d?.recordAttendance.days??[])t(T,i.youAreHere)};return(0,M.jsxs)("article",{className:"card today",children:[(0,M.jsxs)("div",{className:"row apart",children:[(0,M.jsx)("h3",{children:o(e.day??"")}),(0,M.jsx)(te,{day:e})]}),(0,M.jsx)("p",{className:"quiet",children:[a(e.plannedMinutes),e.workplace?.name].filter(Boolean).join(" · ")}),(0,M.jsx)(P,{problems:n.problems}),e.code?null:(0,M.jsxs)("div",{className:"row",children:[(0,M.jsx)("button",{type:"button",className:"button first",onClick:()=>{r()},disabled:n.isWaiting,children:i.iAmHere}),(0,M.jsx)("button",{type:"button",className:"button",onClick:()=>s(e),children:i.cannotCome})]})]})}var qe={CONTRACT_TO_SIGN:"/contract",CONSENT_TO_GIVE:"/consents",MEASURE_DUE:"/goals",REPORT_TO_HEAR:"~/desk/content/Report/:id"};var W=u(O(),1);function Qe(){let e=E(),{whole:s}=N(),t=A("ofChoice","TaskKind"),i=f(we,{}).answer?.data?.tasks?.nodes??[];return i.length?(0,W.jsxs)("section",{className:"notice warn","aria-labelledby":"waits",children:[(0,W.jsx)("h2",{id:"waits",children:e.waitsForYou}),(0,W.jsx)("ul",{className:"stack",children:i.map(o=>(0,W.jsxs)("li",{className:"row",children:[(0,W.jsx)("span",{className:"strong",children:"text"in o.object&&o.object.text?o.object.text:t(o.kind)}),o.dueOn?(0,W.jsx)("span",{children:e.until(s(o.dueOn))}):null,(0,W.jsx)(Oe,{way:Te(qe,o),children:e.toTask[o.kind]??e.toOther})]},`${o.kind} ${o.object.id}`))})]}):null}var _=u(O(),1);function $e(){let e=E(),{announce:s}=S(),t=de(),i=f(he,{alkaen:$(t,-14),ennen:$(t,15)}),[o,a]=(0,ne.useState)({}),[n,r]=(0,ne.useState)(null),c=(d,T)=>{a(C=>({...C,[d.id]:d})),s(T)};return(0,_.jsxs)(w,{title:e.ways.days,lead:e.daysLead,isReading:!0,children:[(0,_.jsx)(Qe,{}),(0,_.jsx)(h,{look:i,children:d=>{let T=(d.attendance?.nodes??[]).map(C=>({...C,...o[C.id]}));return(0,_.jsx)(lt,{days:T,now:t,onAbsence:r,onChange:c})}}),(0,_.jsx)(Ke,{day:n,onClose:()=>r(null),onTold:d=>c(d,e.absenceTold)})]})}function lt({days:e,now:s,onAbsence:t,onChange:i}){let o=E(),a=[...e].sort((d,T)=>(d.day??"").localeCompare(T.day??"")),n=a.filter(({day:d})=>d===s),r=a.filter(({day:d})=>(d??"")>s),c=a.filter(({day:d})=>(d??"")<s).reverse();return(0,_.jsxs)(_.Fragment,{children:[(0,_.jsxs)("section",{className:"stack","aria-labelledby":"today",children:[(0,_.jsx)("h2",{id:"today",children:o.todayTitle}),n.length?null:(0,_.jsx)("p",{className:"card quiet",children:o.noDayToday}),n.map(d=>(0,_.jsx)(Be,{day:d,onAbsence:t,onChange:i},d.id))]}),(0,_.jsxs)("section",{className:"stack","aria-labelledby":"coming",children:[(0,_.jsx)("h2",{id:"coming",children:o.comingTitle}),r.length?null:(0,_.jsx)("p",{className:"quiet",children:o.noComing}),(0,_.jsx)("ul",{className:"days",children:r.map(d=>(0,_.jsx)(ee,{day:d,onAbsence:t},d.id))})]}),(0,_.jsxs)("section",{className:"stack","aria-labelledby":"past",children:[(0,_.jsx)("h2",{id:"past",children:o.pastTitle}),c.length?null:(0,_.jsx)("p",{className:"quiet",children:o.noPast}),(0,_.jsx)("ul",{className:"days",children:c.map(d=>(0,_.jsx)(ee,{day:d},d.id))})]})]})}var R=u(O(),1);function je(){let e=E(),{language:s}=S(),{whole:t}=N(),i=f(De,{});return(0,R.jsx)(w,{title:e.ways.goals,lead:e.goalsLead,isReading:!0,children:(0,R.jsx)(h,{look:i,children:({programmes:o})=>{let a=(o?.nodes??[]).filter(({goals:n})=>n?.nodes.length);return a.length?a.map(n=>(0,R.jsxs)("section",{className:"stack","aria-labelledby":n.id,children:[(0,R.jsx)("h2",{id:n.id,children:le(n.serviceType,s)}),(0,R.jsxs)("p",{className:"quiet",children:[t(n.startsOn)," – ",t(n.endsOn)]}),(0,R.jsx)("ul",{className:"cards",children:n.goals?.nodes.map(r=>(0,R.jsx)(Et,{goal:r},r.id))})]},n.id)):(0,R.jsx)("p",{className:"card quiet",children:e.noGoals})}})})}function Et({goal:e}){let s=E(),{whole:t}=N(),i=A("ofTerms","goal_area"),o=A("ofType","Goal"),a=A("ofType","Measure");return(0,R.jsxs)("li",{className:"card",children:[(0,R.jsxs)("div",{className:"row apart",children:[(0,R.jsx)("span",{className:"quiet",children:i(e.area)}),(0,R.jsx)("span",{className:e.state==="OPEN"?"tag note":"tag good",children:o(e.state)})]}),e.ownWords?(0,R.jsxs)("blockquote",{className:"own-words",children:[(0,R.jsxs)("span",{className:"unseen",children:[s.inOwnWords,": "]}),e.ownWords]}):null,(0,R.jsx)("h3",{children:e.text}),e.measures?.nodes.length?(0,R.jsxs)("div",{className:"stack tight",children:[(0,R.jsx)("h4",{className:"quiet small",children:s.measures}),(0,R.jsx)("ul",{children:e.measures.nodes.map(n=>(0,R.jsxs)("li",{className:"row apart",children:[(0,R.jsx)("span",{children:n.text}),(0,R.jsx)("span",{className:"quiet small",children:[a(n.state),t(n.dueOn)].filter(Boolean).join(" · ")})]},n.id))})]}):null]})}var K=u(Y(),1);var x=u(O(),1);function Xe({fields:e}){let s=E(),[t,i]=(0,K.useState)(!1);return e.length?(0,x.jsxs)("details",{className:"small",onToggle:o=>i(o.currentTarget.open),children:[(0,x.jsxs)("summary",{children:[s.what,": ",s.fieldsSeen(e.length)]}),t?(0,x.jsx)(ut,{fields:e}):null]}):null}function ut({fields:e}){let{titles:s,language:t,words:i}=S(),[o,a]=(0,K.useState)(null);return(0,K.useEffect)(()=>{let n=!0,r=e.map(T=>T.split(":")[0]?.split(".")??[]),c=[...new Set(r.map(([T=""])=>T))],d=async T=>{let C=await s.ofType(T,t),F=new Set(r.filter(([V])=>V===T).map(([,V=""])=>C.get(V)??V));return`${C.get("")??T}: ${[...F].join(", ")}`};return Promise.all(c.map(d)).then(T=>n&&a(T)),()=>{n=!1}},[e,s,t]),o?(0,x.jsx)("ul",{className:"quiet",children:o.map(n=>(0,x.jsx)("li",{children:n},n))}):(0,x.jsx)("p",{className:"waiting",children:i.loading})}var p=u(O(),1);function ze(){let e=E(),{own:s}=Ne(),t=f(oe,{}).answer?.data?.viewer.clientId,i=j(Ce,a=>({montako:50,jalkeen:a}),({clients:a})=>X(a?.nodes[0]?.disclosures)),o=j(Le,a=>({montako:50,jalkeen:a}),({clients:a})=>X(a?.nodes[0]?.accessLog));return(0,p.jsxs)(w,{title:e.ways.looks,lead:e.looksLead,isReading:!0,children:[(0,p.jsx)(Ze,{id:"disclosed",title:e.disclosed,lead:e.disclosedLead,none:e.noDisclosures,list:i,children:a=>[a.agencyName,e.bases[a.basis??""]??a.basis]}),t?(0,p.jsx)(_e,{id:t,title:s}):null,(0,p.jsx)(Ze,{id:"looks",title:e.allLooks,none:e.noLooks,list:o,children:a=>[a.actorName??(a.basis==="OWN_DATA"?e.yourself:"–"),ct(a.purpose,e.purposes)]})]})}function Ze({id:e,title:s,lead:t,none:i,list:o,children:a}){let{moment:n}=N();return(0,p.jsxs)("section",{className:"stack","aria-labelledby":e,children:[(0,p.jsx)("h2",{id:e,children:s}),(0,p.jsx)(h,{look:o,children:r=>(0,p.jsxs)(p.Fragment,{children:[r.length?t&&(0,p.jsx)("p",{className:"quiet",children:t}):(0,p.jsx)("p",{className:"quiet",children:i}),(0,p.jsx)("ul",{className:"list",children:r.map(c=>{let[d,T]=a(c);return(0,p.jsxs)("li",{className:"look",children:[(0,p.jsx)("span",{className:"strong",children:d}),(0,p.jsx)("span",{className:"quiet small",children:n(c.at)}),(0,p.jsx)("span",{children:T}),(0,p.jsx)(Xe,{fields:c.fields??[]})]},c.cursor)})})]})}),(0,p.jsx)(Ee,{list:o})]})}function ct(e,s){return(e??"").split(/[\s,]+/).map(t=>s[t]??t).join(", ")}var k=u(O(),1);function Tt(){let{ways:e}=E();return(0,k.jsxs)(k.Fragment,{children:[(0,k.jsx)(ie,{ways:[{path:"/",title:e.days},{path:"/goals",title:e.goals},{path:"/contract",title:e.contract},{path:"/consents",title:e.consents},{path:"/looks",title:e.looks},{path:"/data",title:e.data}]}),(0,k.jsxs)(ae,{children:[(0,k.jsx)(G,{path:"/",component:$e}),(0,k.jsx)(G,{path:"/goals",component:je}),(0,k.jsx)(G,{path:"/contract",component:Ge}),(0,k.jsx)(G,{path:"/consents",component:Fe}),(0,k.jsx)(G,{path:"/looks",component:ze}),(0,k.jsx)(G,{path:"/data",component:Ye}),(0,k.jsx)(G,{component:re})]})]})}export{Tt as default};
