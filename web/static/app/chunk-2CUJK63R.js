import{a as X}from"./chunk-DNJUWXI3.js";import{a as Ne,b as Re}from"./chunk-S6PNEXO5.js";import{a as _e}from"./chunk-SOU4WXFG.js";import{a as ie,b as Te,d as Oe}from"./chunk-2NABCQEW.js";import{a as re}from"./chunk-6I4BGB2J.js";import{a as Ee}from"./chunk-VULSJVSI.js";import"./chunk-J2KSSCOX.js";import{a as me}from"./chunk-CXEEDNUD.js";import{a as H}from"./chunk-VJ57TAP3.js";import{a as de,b as j,d as N}from"./chunk-LAXEIQQE.js";import{a as K,b as ce}from"./chunk-BHMKMHFP.js";import"./chunk-AAXXP4VA.js";import"./chunk-WWUFBI3M.js";import{a as q}from"./chunk-BS7KTXJJ.js";import{a as ue}from"./chunk-OCTD23N4.js";import{e as G,g as ae}from"./chunk-S4TXWKWP.js";import{a as Y,d as oe,e as O,f as L,j as p,k,m as U,o as P,q as h,r as le,t as g}from"./chunk-HL5E4EFT.js";import"./chunk-5RBZAMFY.js";import{c as u}from"./chunk-OOJM4CTU.js";var Fe=u(Y(),1);var I=class extends String{__apiType;value;__meta__;constructor(s,n){super(s),this.value=s,this.__meta__=n}toString(){return this.value}},pe=new I(`
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
    `),Ae=new I(`
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
    `),ge=new I(`
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
    `),ye=new I(`
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
    `),Se=new I(`
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
    `),De=new I(`
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
    `),Ie=new I(`
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
    `),mt=new I(`
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
    `),Ce=new I(`
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
    `),fe=new I(`
    query KenelleTietojani($montako: Int!, $jalkeen: String) {
  clients {
    nodes {
      id
      disclosures(first: $montako, after: $jalkeen) {
        cursor
        at
        actorName
        actorKind
        organisationName
        basis
        fields
      }
    }
  }
}
    `),ke=new I(`
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
    `),he=new I(`
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
    `),Le=new I(`
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
    query MitaMinunPitaaTehda($jalkeen: String) {
  tasks(first: 100, after: $jalkeen) {
    nodes {
      kind
      dueOn
      title {
        fi
        sv
        en
      }
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
    `),Pe=new I(`
    query KukaKatsoi($montako: Int!, $jalkeen: String) {
  clients {
    nodes {
      accessLog(first: $montako, after: $jalkeen) {
        cursor
        at
        actorName
        actorKind
        organisationName
        purpose
        basis
        fields
      }
    }
  }
}
    `);var tt={ways:{days:"Päiväni",goals:"Tavoitteeni",contract:"Sopimukseni",consents:"Suostumukseni",looks:"Kuka katsoi",data:"Tietoni"},daysLead:"Työpäiväsi kahden viikon ajalta. Jos et pääse tulemaan, kerro siitä täällä.",waitsForYou:"Tämä odottaa sinua",toTask:{CONTRACT_TO_SIGN:"Lue ja allekirjoita",CONSENT_TO_GIVE:"Lue ja päätä",REPORT_TO_HEAR:"Lue ja kerro näkemyksesi",MEASURE_DUE:"Tavoitteisiin"},toOther:"Avaa",until:e=>`viimeistään ${e}`,todayTitle:"Tänään",noDayToday:"Tänään sinulla ei ole työpäivää.",comingTitle:"Tulevat päivät",pastTitle:"Menneet päivät",noComing:"Kahden seuraavan viikon aikana ei ole suunniteltuja päiviä.",noPast:"Kahden viime viikon ajalta ei ole merkintöjä.",iAmHere:"Olen paikalla",cannotCome:"En pääse",cannotComeOn:e=>`En pääse ${e}`,youAreHere:"Merkitsimme sinut paikalle.",absenceTold:"Kiitos, poissaolosi on ilmoitettu. Valmentaja kysyy sinulta syyn.",absenceTitle:e=>`Et pääse ${e}`,absenceLead:"Päivä merkitään poissaoloksi. Syytä ei tarvitse kertoa tässä: valmentajasi kysyy sen sinulta.",absenceNote:"Viesti valmentajalle (ei pakollinen)",tellAbsence:"Ilmoita poissaolo",absenceIsTold:"Poissaolo ilmoitettu",notRecorded:"Ei vielä kirjattu",goalsLead:"Mitä kohti olet menossa, ja mitä sen eteen tehdään.",noGoals:"Sinulle ei ole vielä kirjattu tavoitteita.",inOwnWords:"Omin sanoin",measures:"Mitä tehdään",contractLead:"Sopimus kertoo, missä ja milloin olet. Lue se rauhassa ennen kuin allekirjoitat.",noContracts:"Sinulla ei ole sopimuksia.",toSign:"Odottaa allekirjoitustasi",signed:"Olet allekirjoittanut",sign:"Allekirjoita sopimus",signTitle:"Allekirjoitatko sopimuksen?",signLead:"Allekirjoitus on sitova. Kirjautumisesi osoittaa, että se olet sinä.",signedNow:"Sopimus on allekirjoitettu.",place:"Paikka",atArranger:"Järjestäjän tiloissa",period:"Aika",week:"Viikko",tasks:"Tehtävät",signatures:"Allekirjoitukset",consentsLead:"Sinä päätät, kenelle tietojasi saa näyttää. Voit muuttaa mieltäsi milloin vain: se vaikuttaa heti.",noConsents:"Sinulta ei ole pyydetty suostumuksia.",asked:"Sinulta kysytään",mayWithdraw:"Annetut suostumukset",earlier:"Aiemmat",consentSwitch:e=>`${e} saa nähdä tietoni`,sees:"Mitä näkee",whatFor:"Mihin tarvitsee",givenOn:"Annettu",validUntil:"Voimassa",untilWithdrawn:"kunnes perut",give:"Annan suostumuksen",decline:"En anna",given:"Suostumus on annettu.",declined:"Suostumusta ei annettu.",withdrawn:"Suostumus on peruttu. Tiedot eivät enää näy vastaanottajalle.",withdrawTitle:"Perutaanko suostumus?",withdrawLead:e=>`${e} ei näe tietojasi enää tästä hetkestä alkaen.`,withdraw:"Peru suostumus",looksLead:"Jokaisesta katselusta jää merkintä. Näet, kuka katsoi, milloin ja miksi.",disclosed:"Tietoa annettu muille",disclosedLead:"Nämä katsoivat tietojasi muualta kuin valmennuksesta.",noDisclosures:"Tietojasi ei ole näytetty muille.",allLooks:"Kaikki katselut",yourself:"Sinä itse",noLooks:"Kukaan ei ole katsonut tietojasi.",when:"Milloin",who:"Kuka",why:"Miksi",what:"Mitä",fieldsSeen:e=>e===1?"1 tieto":`${e} tietoa`,purposes:{COACHING:"valmennus",REFERRAL:"lähete",CONTRACT:"sopimus",PAYMENT:"etuus tai lasku",DATA_REQUEST:"tietopyyntösi",CORRECTION:"tietojen korjaus",MANAGEMENT:"johtaminen",SUPERVISION:"tietojen käytön valvonta",OWN_DATA:"omat tietosi",REPRESENTATION:"puolestasi toimiminen",SUPPORT:"tekninen tuki",ADMINISTRATION:"ylläpito"},bases:{OWN_DATA:"omat tiedot",REPRESENTATION:"edustaja",WORK:"työtehtävä",CONTRACT:"sopimus",CONSENT:"suostumuksesi",STATUTE:"laki",OWN_REFERRAL:"oma lähete"},dataLead:"Mitä sinusta on tallennettu, ja mitä voit siitä pyytää.",recorded:"Tallennetut tiedot",requests:"Pyyntöni",noRequests:"Sinulla ei ole pyyntöjä.",answerBy:e=>`Vastaus viimeistään ${e}`,newRequest:"Tee pyyntö",requestKind:"Mitä pyydät?",requestText:"Kerro omin sanoin",sendRequest:"Lähetä pyyntö",requestSent:e=>`Pyyntö on lähetetty. Saat vastauksen viimeistään ${e}.`,coach:"Valmentaja"},nt={ways:{days:"Mina dagar",goals:"Mina mål",contract:"Mitt avtal",consents:"Mina samtycken",looks:"Vem har sett",data:"Mina uppgifter"},daysLead:"Dina arbetsdagar under två veckor. Om du inte kan komma, berätta det här.",waitsForYou:"Det här väntar på dig",toTask:{CONTRACT_TO_SIGN:"Läs och skriv under",CONSENT_TO_GIVE:"Läs och bestäm",REPORT_TO_HEAR:"Läs och berätta din syn",MEASURE_DUE:"Till målen"},toOther:"Öppna",until:e=>`senast ${e}`,todayTitle:"I dag",noDayToday:"I dag har du ingen arbetsdag.",comingTitle:"Kommande dagar",pastTitle:"Dagar som gått",noComing:"Inga dagar är planerade under de följande två veckorna.",noPast:"Det finns inga anteckningar från de senaste två veckorna.",iAmHere:"Jag är här",cannotCome:"Jag kan inte komma",cannotComeOn:e=>`Jag kan inte komma ${e}`,youAreHere:"Vi antecknade att du är här.",absenceTold:"Tack, din frånvaro är anmäld. Coachen frågar dig om orsaken.",absenceTitle:e=>`Du kan inte komma ${e}`,absenceLead:"Dagen antecknas som frånvaro. Du behöver inte berätta varför här: din coach frågar dig.",absenceNote:"Meddelande till coachen (frivilligt)",tellAbsence:"Anmäl frånvaro",absenceIsTold:"Frånvaro anmäld",notRecorded:"Inte antecknad ännu",goalsLead:"Vart du är på väg, och vad som görs för det.",noGoals:"Inga mål har ännu antecknats för dig.",inOwnWords:"Med egna ord",measures:"Vad som görs",contractLead:"Avtalet berättar var och när du är. Läs det i lugn och ro innan du skriver under.",noContracts:"Du har inga avtal.",toSign:"Väntar på din underskrift",signed:"Du har skrivit under",sign:"Skriv under avtalet",signTitle:"Skriver du under avtalet?",signLead:"Underskriften är bindande. Din inloggning visar att det är du.",signedNow:"Avtalet är underskrivet.",place:"Plats",atArranger:"Hos arrangören",period:"Tid",week:"Vecka",tasks:"Uppgifter",signatures:"Underskrifter",consentsLead:"Du bestämmer vem som får se dina uppgifter. Du kan ändra dig när som helst: det gäller genast.",noConsents:"Inga samtycken har begärts av dig.",asked:"Du blir tillfrågad",mayWithdraw:"Samtycken som du gett",earlier:"Tidigare",consentSwitch:e=>`${e} får se mina uppgifter`,sees:"Vad som syns",whatFor:"Varför",givenOn:"Gavs",validUntil:"Gäller till",untilWithdrawn:"tills du återkallar",give:"Jag samtycker",decline:"Jag samtycker inte",given:"Samtycket är givet.",declined:"Samtycket gavs inte.",withdrawn:"Samtycket är återkallat. Uppgifterna syns inte längre för mottagaren.",withdrawTitle:"Ska samtycket återkallas?",withdrawLead:e=>`${e} ser inte dina uppgifter från och med nu.`,withdraw:"Återkalla samtycket",looksLead:"Varje visning lämnar ett spår. Du ser vem som tittade, när och varför.",disclosed:"Uppgifter som getts till andra",disclosedLead:"Dessa har sett dina uppgifter utanför träningen.",noDisclosures:"Dina uppgifter har inte visats för andra.",allLooks:"Alla visningar",yourself:"Du själv",noLooks:"Ingen har sett dina uppgifter.",when:"När",who:"Vem",why:"Varför",what:"Vad",fieldsSeen:e=>e===1?"1 uppgift":`${e} uppgifter`,purposes:{COACHING:"träning",REFERRAL:"remiss",CONTRACT:"avtal",PAYMENT:"förmån eller faktura",DATA_REQUEST:"din begäran",CORRECTION:"rättelse",MANAGEMENT:"ledning",SUPERVISION:"tillsyn över användningen",OWN_DATA:"dina egna uppgifter",REPRESENTATION:"företräder dig",SUPPORT:"tekniskt stöd",ADMINISTRATION:"underhåll"},bases:{OWN_DATA:"egna uppgifter",REPRESENTATION:"företrädare",WORK:"arbetsuppgift",CONTRACT:"avtal",CONSENT:"ditt samtycke",STATUTE:"lag",OWN_REFERRAL:"egen remiss"},dataLead:"Vad som har sparats om dig, och vad du kan begära.",recorded:"Sparade uppgifter",requests:"Mina begäranden",noRequests:"Du har inga begäranden.",answerBy:e=>`Svar senast ${e}`,newRequest:"Gör en begäran",requestKind:"Vad begär du?",requestText:"Berätta med egna ord",sendRequest:"Skicka begäran",requestSent:e=>`Begäran är skickad. Du får svar senast ${e}.`,coach:"Coach"},st={ways:{days:"My days",goals:"My goals",contract:"My contract",consents:"My consents",looks:"Who looked",data:"My data"},daysLead:"Your working days of two weeks. If you cannot come, say so here.",waitsForYou:"This waits for you",toTask:{CONTRACT_TO_SIGN:"Read and sign",CONSENT_TO_GIVE:"Read and decide",REPORT_TO_HEAR:"Read and say what you think",MEASURE_DUE:"To the goals"},toOther:"Open",until:e=>`by ${e}`,todayTitle:"Today",noDayToday:"You have no working day today.",comingTitle:"Days to come",pastTitle:"Days gone by",noComing:"No days are planned for the next two weeks.",noPast:"Nothing was recorded in the last two weeks.",iAmHere:"I am here",cannotCome:"I cannot come",cannotComeOn:e=>`I cannot come on ${e}`,youAreHere:"We recorded that you are here.",absenceTold:"Thank you, your absence is recorded. Your coach will ask you why.",absenceTitle:e=>`You cannot come on ${e}`,absenceLead:"The day is recorded as an absence. You need not say why here: your coach will ask you.",absenceNote:"A message to your coach (optional)",tellAbsence:"Report the absence",absenceIsTold:"Absence reported",notRecorded:"Not recorded yet",goalsLead:"Where you are going, and what is done for it.",noGoals:"No goals have been recorded for you yet.",inOwnWords:"In own words",measures:"What is done",contractLead:"The contract says where and when you are. Take your time to read it before you sign.",noContracts:"You have no contracts.",toSign:"Waits for your signature",signed:"You have signed",sign:"Sign the contract",signTitle:"Do you sign the contract?",signLead:"A signature binds you. Your log-in shows that it is you.",signedNow:"The contract is signed.",place:"Place",atArranger:"At the arranger’s",period:"Period",week:"Week",tasks:"Tasks",signatures:"Signatures",consentsLead:"You decide to whom your data may be shown. You may change your mind at any time: it counts at once.",noConsents:"You have not been asked for consents.",asked:"You are asked",mayWithdraw:"Consents that you gave",earlier:"Earlier",consentSwitch:e=>`${e} may see my data`,sees:"What they see",whatFor:"What for",givenOn:"Given",validUntil:"Valid until",untilWithdrawn:"you withdraw it",give:"I consent",decline:"I do not consent",given:"The consent is given.",declined:"The consent was not given.",withdrawn:"The consent is withdrawn. The recipient no longer sees the data.",withdrawTitle:"Withdraw the consent?",withdrawLead:e=>`${e} will not see your data from this moment on.`,withdraw:"Withdraw the consent",looksLead:"Every look leaves a record. You see who looked, when and why.",disclosed:"Data given to others",disclosedLead:"These looked at your data from outside of the coaching.",noDisclosures:"Your data was not shown to others.",allLooks:"All looks",yourself:"You yourself",noLooks:"Nobody has looked at your data.",when:"When",who:"Who",why:"Why",what:"What",fieldsSeen:e=>e===1?"1 fact":`${e} facts`,purposes:{COACHING:"coaching",REFERRAL:"referral",CONTRACT:"contract",PAYMENT:"benefit or invoice",DATA_REQUEST:"your request",CORRECTION:"correction",MANAGEMENT:"management",SUPERVISION:"review of how data is used",OWN_DATA:"your own data",REPRESENTATION:"acting for you",SUPPORT:"technical support",ADMINISTRATION:"administration"},bases:{OWN_DATA:"own data",REPRESENTATION:"representative",WORK:"work",CONTRACT:"contract",CONSENT:"your consent",STATUTE:"statute",OWN_REFERRAL:"own referral"},dataLead:"What has been recorded about you, and what you may ask for.",recorded:"Recorded data",requests:"My requests",noRequests:"You have no requests.",answerBy:e=>`Answer by ${e}`,newRequest:"Make a request",requestKind:"What do you ask for?",requestText:"Say it in your own words",sendRequest:"Send the request",requestSent:e=>`The request is sent. You get an answer by ${e}.`,coach:"Coach"};function E(){return{fi:tt,sv:nt,en:st}[p().language]}var be=u(Y(),1);var l=u(O(),1);function Q({consent:e,isNamed:s=!0}){let n=E(),{whole:r,moment:i}=N(),a=g("ofTerms","consent_purpose"),t=g("ofChoice","DataCategory"),o=g("ofType","Consent");return(0,l.jsxs)(l.Fragment,{children:[s?(0,l.jsxs)("div",{className:"row apart",children:[(0,l.jsx)("h3",{children:e.agency?.name}),(0,l.jsx)("span",{className:"tag",children:o(e.state)})]}):null,(0,l.jsxs)("dl",{className:"facts",children:[(0,l.jsx)("dt",{children:n.sees}),(0,l.jsx)("dd",{children:e.categories?.map(t).join(", ")}),(0,l.jsx)("dt",{children:n.whatFor}),(0,l.jsx)("dd",{children:a(e.purpose)}),e.givenOn?(0,l.jsxs)(l.Fragment,{children:[(0,l.jsx)("dt",{children:n.givenOn}),(0,l.jsx)("dd",{children:r(e.givenOn)})]}):null,e.withdrawnAt?(0,l.jsxs)(l.Fragment,{children:[(0,l.jsx)("dt",{children:o("WITHDRAWN")}),(0,l.jsx)("dd",{children:i(e.withdrawnAt)})]}):(0,l.jsxs)(l.Fragment,{children:[(0,l.jsx)("dt",{children:n.validUntil}),(0,l.jsx)("dd",{children:r(e.validUntil)||n.untilWithdrawn})]})]})]})}function Me({consent:e,onDecided:s}){let n=U(pe);return{...n,decide:async(i,a)=>{let o=(await n.run({step:{id:e.id,revision:e.revision,transition:i}}))?.transitionConsent.consent;return o&&s(o,a),!!o}}}function Ue({consent:e,onDecided:s}){let n=E(),{decide:r,problems:i,isWaiting:a}=Me({consent:e,onDecided:s});return(0,l.jsxs)("li",{className:"card",children:[(0,l.jsx)(Q,{consent:e}),(0,l.jsx)(P,{problems:i}),(0,l.jsxs)("div",{className:"row",children:[(0,l.jsx)("button",{type:"button",className:"button",disabled:a,onClick:()=>{r("GIVE",n.given)},children:n.give}),(0,l.jsx)("button",{type:"button",className:"button",disabled:a,onClick:()=>{r("DECLINE",n.declined)},children:n.decline})]})]})}function ve({consent:e,onDecided:s}){let n=E(),{words:r}=p(),[i,a]=(0,be.useState)(!1),{decide:t,problems:o,isWaiting:c,forget:d}=Me({consent:e,onDecided:s}),T=e.agency?.name??"",C=()=>{d(),a(!1)},W=async()=>{await t("WITHDRAW",n.withdrawn)&&C()};return(0,l.jsxs)("li",{className:"card",children:[(0,l.jsxs)("button",{type:"button",className:"switch",role:"switch","aria-checked":"true",onClick:()=>a(!0),children:[(0,l.jsx)("span",{className:"switch-track","aria-hidden":"true"}),n.consentSwitch(T)]}),(0,l.jsx)(Q,{consent:e,isNamed:!1}),(0,l.jsxs)(K,{title:n.withdrawTitle,isOpen:i,onClose:C,children:[(0,l.jsx)(P,{problems:o}),(0,l.jsx)("p",{children:n.withdrawLead(T)}),(0,l.jsxs)("div",{className:"row",children:[(0,l.jsx)("button",{type:"button",className:"button grave",disabled:c,onClick:()=>{W()},children:n.withdraw}),(0,l.jsx)("button",{type:"button",className:"button",onClick:C,children:r.cancel})]})]})]})}var D=u(O(),1);function We(){let e=E(),{announce:s}=p(),n=k(Ce,{}),[r,i]=(0,Fe.useState)({}),a=(t,o)=>{i(c=>({...c,[t.id]:t})),s(o)};return(0,D.jsx)(L,{title:e.ways.consents,lead:e.consentsLead,isReading:!0,children:(0,D.jsx)(h,{look:n,children:t=>{let o=(t.consents?.nodes??[]).map(c=>({...c,...r[c.id]}));return o.length?(0,D.jsx)(at,{all:o,onDecided:a}):(0,D.jsx)("p",{className:"card quiet",children:e.noConsents})}})})}function at({all:e,onDecided:s}){let n=E(),r=e.filter(({state:t})=>t==="REQUESTED"),i=e.filter(({state:t})=>t==="GIVEN"),a=e.filter(({state:t})=>t!=="REQUESTED"&&t!=="GIVEN");return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(J,{id:"asked",title:n.asked,isEmpty:!r.length,children:r.map(t=>(0,D.jsx)(Ue,{consent:t,onDecided:s},t.id))}),(0,D.jsx)(J,{id:"given",title:n.mayWithdraw,isEmpty:!i.length,children:i.map(t=>(0,D.jsx)(ve,{consent:t,onDecided:s},t.id))}),(0,D.jsx)(J,{id:"earlier",title:n.earlier,isEmpty:!a.length,children:a.map(t=>(0,D.jsx)("li",{className:"card",children:(0,D.jsx)(Q,{consent:t})},t.id))})]})}function J({id:e,title:s,isEmpty:n,children:r}){return n?null:(0,D.jsxs)("section",{className:"stack","aria-labelledby":e,children:[(0,D.jsx)("h2",{id:e,children:s}),(0,D.jsx)("ul",{className:"cards",children:r})]})}var z=u(Y(),1);var y=u(O(),1);function Ge({contract:e}){let s=E(),{weekday:n,clock:r,hours:i,moment:a}=N(),t=g("ofChoice","SignatureParty");return(0,y.jsxs)("dl",{className:"facts",children:[(0,y.jsx)("dt",{children:s.place}),(0,y.jsx)("dd",{children:e.workplace?.name??s.atArranger}),(0,y.jsx)("dt",{children:s.week}),(0,y.jsx)("dd",{children:(0,y.jsx)("ul",{children:e.weeklyPattern?.map(o=>(0,y.jsxs)("li",{children:[n(o.weekday)," ",r(o.startsAt),", ",i(o.minutes)]},o.weekday))})}),e.tasks?(0,y.jsxs)(y.Fragment,{children:[(0,y.jsx)("dt",{children:s.tasks}),(0,y.jsx)("dd",{children:e.tasks})]}):null,e.signatures?.length?(0,y.jsxs)(y.Fragment,{children:[(0,y.jsx)("dt",{children:s.signatures}),(0,y.jsx)("dd",{children:(0,y.jsx)("ul",{children:e.signatures.map(o=>(0,y.jsxs)("li",{children:[t(o.party),": ",o.name,", ",a(o.signedAt)]},o.party))})})]}):null]})}var S=u(O(),1);function xe(){let e=E(),{announce:s}=p(),n=k(Ae,{}),[r,i]=(0,z.useState)({}),a=t=>{i(o=>({...o,[t.id]:t})),s(e.signedNow)};return(0,S.jsx)(L,{title:e.ways.contract,lead:e.contractLead,isReading:!0,children:(0,S.jsx)(h,{look:n,children:t=>{let o=(t.contracts?.nodes??[]).map(d=>({...d,...r[d.id]}));return o.length?[...o].sort((d,T)=>Number(Z(T))-Number(Z(d))).map(d=>(0,S.jsx)(ot,{contract:d,onSigned:a},d.id)):(0,S.jsx)("p",{className:"card quiet",children:e.noContracts})}})})}function Z({state:e,signatures:s}){return e==="AWAITING_SIGNATURES"&&!s?.some(({party:n})=>n==="CLIENT")}function ot({contract:e,onSigned:s}){let n=E(),{whole:r}=N(),i=g("ofType","Contract"),[a,t]=(0,z.useState)(!1);return(0,S.jsxs)("article",{className:"card","aria-labelledby":e.id,children:[(0,S.jsxs)("div",{className:"row apart",children:[(0,S.jsxs)("h2",{id:e.id,children:[r(e.startsOn)," – ",r(e.endsOn)]}),(0,S.jsx)("span",{className:e.state==="ACTIVE"?"tag good":"tag",children:i(e.state)})]}),(0,S.jsx)(Ge,{contract:e}),Z(e)?(0,S.jsx)("div",{children:(0,S.jsx)("button",{type:"button",className:"button first",onClick:()=>t(!0),children:n.sign})}):null,(0,S.jsx)(rt,{contract:e,isOpen:a,onClose:()=>t(!1),onSigned:s})]})}function rt({contract:e,isOpen:s,onClose:n,onSigned:r}){let i=E(),{words:a}=p(),t=U(ge),o=()=>{t.forget(),n()},c=async()=>{let d={id:e.id,revision:e.revision,transition:"SIGN"},T=(await t.run({step:d}))?.transitionContract.contract;T&&(r(T),o())};return(0,S.jsxs)(K,{title:i.signTitle,isOpen:s,onClose:o,children:[(0,S.jsx)(P,{problems:t.problems}),(0,S.jsx)("p",{children:i.signLead}),(0,S.jsxs)("div",{className:"row",children:[(0,S.jsx)("button",{type:"button",className:"button first",onClick:()=>{c()},disabled:t.isWaiting,children:i.sign}),(0,S.jsx)("button",{type:"button",className:"button",onClick:o,children:a.cancel})]})]})}var $=u(Y(),1);var w=u(O(),1);function Ve({onSent:e}){let s=E(),{announce:n}=p(),{whole:r}=N(),[i,a]=(0,$.useState)("ACCESS"),[t,o]=(0,$.useState)(""),[c,d]=(0,$.useState)(""),T=U(ye);ue(t.trim()!=="");let C=async W=>{W.preventDefault();let V=(await T.run({request:{kind:i,requestText:t}}))?.createDataRequest.dataRequest;if(!V)return;let se=s.requestSent(r(V.dueOn));d(se),o(""),n(se),e()};return(0,w.jsxs)("form",{className:"card","aria-labelledby":"new-request",onSubmit:W=>{C(W)},children:[(0,w.jsx)("h2",{id:"new-request",children:s.newRequest}),(0,w.jsx)(P,{problems:T.problems,inputs:{requestText:"request-text"}}),c?(0,w.jsx)("p",{className:"notice good",children:c}):null,(0,w.jsx)(me,{label:s.requestKind,titles:"DataRequestKind",value:i,onChange:W=>a(W)}),(0,w.jsxs)("div",{className:"field",children:[(0,w.jsx)("label",{htmlFor:"request-text",children:s.requestText}),(0,w.jsx)(q,{id:"request-text",required:!0,most:2e3,value:t,onChange:o})]}),(0,w.jsx)("div",{children:(0,w.jsx)("button",{type:"submit",className:"button first",disabled:T.isWaiting,children:s.sendRequest})})]})}var m=u(O(),1),it=["firstNames","callName","lastName","dateOfBirth","phones","email","streetAddress","postalCode","city"];function Ke(){let e=E(),s=k(he,{}),n=k(ke,{});return(0,m.jsxs)(L,{title:e.ways.data,lead:e.dataLead,isReading:!0,children:[(0,m.jsxs)("section",{className:"stack","aria-labelledby":"recorded",children:[(0,m.jsx)("h2",{id:"recorded",children:e.recorded}),(0,m.jsx)(h,{look:s,children:({clients:r})=>r?.nodes.map((i,a)=>(0,m.jsx)(dt,{person:i},a))})]}),(0,m.jsxs)("section",{className:"stack","aria-labelledby":"requests",children:[(0,m.jsx)("h2",{id:"requests",children:e.requests}),(0,m.jsx)(h,{look:n,children:({dataRequests:r})=>(0,m.jsx)(lt,{requests:r?.nodes??[]})})]}),(0,m.jsx)(Ve,{onSent:n.again})]})}function dt({person:e}){let s=E(),{language:n}=p(),{whole:r}=N(),i=g("ofType","Client"),a=e.relationships?.nodes.find(({state:o})=>o==="ACTIVE")?.responsibleCoach,t=o=>{let c=e[o];return o==="dateOfBirth"?r(e.dateOfBirth):Array.isArray(c)?new Intl.ListFormat(`${n}-FI`).format(c):String(c??"")};return(0,m.jsxs)("dl",{className:"card facts",children:[it.filter(o=>e[o]!==null).map(o=>(0,m.jsx)(Ye,{title:i(o),text:t(o)},o)),a?(0,m.jsx)(Ye,{title:s.coach,text:`${a.firstName} ${a.lastName}`}):null]})}function Ye({title:e,text:s}){return(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)("dt",{children:e}),(0,m.jsx)("dd",{children:s})]})}function lt({requests:e}){let s=E(),{whole:n}=N(),r=g("ofChoice","DataRequestKind"),i=g("ofType","DataRequest");return e.length?(0,m.jsx)("ul",{className:"cards",children:e.map((a,t)=>(0,m.jsxs)("li",{className:"card",children:[(0,m.jsxs)("div",{className:"row apart",children:[(0,m.jsx)("h3",{children:r(a.kind)}),(0,m.jsx)("span",{className:"tag",children:i(a.state)})]}),(0,m.jsx)("p",{className:"quiet",children:s.answerBy(n(a.dueOn))}),a.answer?(0,m.jsx)("p",{children:a.answer}):null,a.refusalText?(0,m.jsx)("p",{children:a.refusalText}):null]},t))}):(0,m.jsx)("p",{className:"quiet",children:s.noRequests})}var ne=u(Y(),1);var He=u(Y(),1);var b=u(O(),1);function Be({day:e,onClose:s,onTold:n}){let r=E(),{on:i}=N(),[a,t]=(0,He.useState)(""),o=U(Se),c=()=>{t(""),o.forget(),s()},d=async()=>{if(!e)return;let T={attendanceId:e.id,revision:e.revision,note:a.trim()||null},C=(await o.run({absence:T}))?.reportAbsence.attendance;C&&(n(C),c())};return(0,b.jsxs)(K,{title:e?r.absenceTitle(i(e.day??"")):"",isOpen:e!==null,onClose:c,children:[(0,b.jsx)(P,{problems:o.problems}),(0,b.jsx)("p",{children:r.absenceLead}),(0,b.jsxs)("div",{className:"field",children:[(0,b.jsx)("label",{htmlFor:"absence-note",children:r.absenceNote}),(0,b.jsx)(q,{id:"absence-note",most:500,value:a,onChange:t})]}),(0,b.jsxs)("div",{className:"row",children:[(0,b.jsx)("button",{type:"button",className:"button first",onClick:()=>{d()},disabled:o.isWaiting,children:r.tellAbsence}),(0,b.jsx)(ce,{})]})]})}var v=u(O(),1);function ee({day:e,onAbsence:s}){let n=E(),{long:r,on:i,hours:a}=N(),t=r(e.day??"");return(0,v.jsxs)("li",{className:"day",children:[(0,v.jsxs)("div",{className:"day-when",children:[(0,v.jsx)("span",{className:"strong",children:t}),(0,v.jsx)("span",{className:"quiet small",children:[a(e.minutes??e.plannedMinutes),e.workplace?.name].filter(Boolean).join(" · ")})]}),s&&!e.code?(0,v.jsx)("button",{type:"button",className:"button","aria-label":n.cannotComeOn(i(e.day??"")),onClick:()=>s(e),children:n.cannotCome}):(0,v.jsx)(te,{day:e})]})}function te({day:e}){let s=E(),n=g("ofTerms","attendance_code");return e.code?(0,v.jsx)("span",{className:e.code.startsWith("PRESENT")?"tag good":"tag note",children:n(e.code)}):(0,v.jsx)("span",{className:"tag",children:s.notRecorded})}var M=u(O(),1);function qe({day:e,onAbsence:s,onChange:n}){let r=E(),{long:i,hours:a}=N(),t=U(De),o=async()=>{let c={attendanceId:e.id,revision:e.revision,code:"PRESENT",minutes:e.plannedMinutes},d=await t.run({days:{entries:[c]}});for(let T of d?.recordAttendance.days??[])n(T,r.youAreHere)};return(0,M.jsxs)("article",{className:"card today",children:[(0,M.jsxs)("div",{className:"row apart",children:[(0,M.jsx)("h3",{children:i(e.day??"")}),(0,M.jsx)(te,{day:e})]}),(0,M.jsx)("p",{className:"quiet",children:[a(e.plannedMinutes),e.workplace?.name].filter(Boolean).join(" · ")}),(0,M.jsx)(P,{problems:t.problems}),e.code?null:(0,M.jsxs)("div",{className:"row",children:[(0,M.jsx)("button",{type:"button",className:"button first",onClick:()=>{o()},disabled:t.isWaiting,children:r.iAmHere}),(0,M.jsx)("button",{type:"button",className:"button",onClick:()=>s(e),children:r.cannotCome})]})]})}var Qe={CONTRACT_TO_SIGN:"/contract",CONSENT_TO_GIVE:"/consents",MEASURE_DUE:"/goals",REPORT_TO_HEAR:"~/desk/content/Report/:id"};var F=u(O(),1);function $e(){let e=E(),{whole:s}=N(),{language:n}=p(),r=g("ofChoice","TaskKind"),i=H(we,a=>({jalkeen:a}),a=>a.tasks,!0).answer?.data??[];return i.length?(0,F.jsxs)("section",{className:"notice warn","aria-labelledby":"waits",children:[(0,F.jsx)("h2",{id:"waits",children:e.waitsForYou}),(0,F.jsx)("ul",{className:"stack",children:i.map(a=>(0,F.jsxs)("li",{className:"row",children:[(0,F.jsx)("span",{className:"strong",children:"text"in a.object&&a.object.text?a.object.text:r(a.kind)}),"text"in a.object?null:(0,F.jsx)("span",{children:a.title?.[n]}),a.dueOn?(0,F.jsx)("span",{children:e.until(s(a.dueOn))}):null,(0,F.jsx)(Oe,{way:Te(Qe,a),children:e.toTask[a.kind]??e.toOther})]},`${a.kind} ${a.object.id}`))})]}):null}var _=u(O(),1);function je(){let e=E(),{announce:s}=p(),n=de(),r=k(Le,{alkaen:j(n,-14),ennen:j(n,15)}),[i,a]=(0,ne.useState)({}),[t,o]=(0,ne.useState)(null),c=(d,T)=>{a(C=>({...C,[d.id]:d})),s(T)};return(0,_.jsxs)(L,{title:e.ways.days,lead:e.daysLead,isReading:!0,children:[(0,_.jsx)($e,{}),(0,_.jsx)(h,{look:r,children:d=>{let T=(d.attendance?.nodes??[]).map(C=>({...C,...i[C.id]}));return(0,_.jsx)(Et,{days:T,now:n,onAbsence:o,onChange:c})}}),(0,_.jsx)(Be,{day:t,onClose:()=>o(null),onTold:d=>c(d,e.absenceTold)})]})}function Et({days:e,now:s,onAbsence:n,onChange:r}){let i=E(),a=[...e].sort((d,T)=>(d.day??"").localeCompare(T.day??"")),t=a.filter(({day:d})=>d===s),o=a.filter(({day:d})=>(d??"")>s),c=a.filter(({day:d})=>(d??"")<s).reverse();return(0,_.jsxs)(_.Fragment,{children:[(0,_.jsxs)("section",{className:"stack","aria-labelledby":"today",children:[(0,_.jsx)("h2",{id:"today",children:i.todayTitle}),t.length?null:(0,_.jsx)("p",{className:"card quiet",children:i.noDayToday}),t.map(d=>(0,_.jsx)(qe,{day:d,onAbsence:n,onChange:r},d.id))]}),(0,_.jsxs)("section",{className:"stack","aria-labelledby":"coming",children:[(0,_.jsx)("h2",{id:"coming",children:i.comingTitle}),o.length?null:(0,_.jsx)("p",{className:"quiet",children:i.noComing}),(0,_.jsx)("ul",{className:"days",children:o.map(d=>(0,_.jsx)(ee,{day:d,onAbsence:n},d.id))})]}),(0,_.jsxs)("section",{className:"stack","aria-labelledby":"past",children:[(0,_.jsx)("h2",{id:"past",children:i.pastTitle}),c.length?null:(0,_.jsx)("p",{className:"quiet",children:i.noPast}),(0,_.jsx)("ul",{className:"days",children:c.map(d=>(0,_.jsx)(ee,{day:d},d.id))})]})]})}var R=u(O(),1);function Xe(){let e=E(),{language:s}=p(),{whole:n}=N(),r=k(Ie,{});return(0,R.jsx)(L,{title:e.ways.goals,lead:e.goalsLead,isReading:!0,children:(0,R.jsx)(h,{look:r,children:({programmes:i})=>{let a=(i?.nodes??[]).filter(({goals:t})=>t?.nodes.length);return a.length?a.map(t=>(0,R.jsxs)("section",{className:"stack","aria-labelledby":t.id,children:[(0,R.jsx)("h2",{id:t.id,children:le(t.serviceType,s)}),(0,R.jsxs)("p",{className:"quiet",children:[n(t.startsOn)," – ",n(t.endsOn)]}),(0,R.jsx)("ul",{className:"cards",children:t.goals?.nodes.map(o=>(0,R.jsx)(ut,{goal:o},o.id))})]},t.id)):(0,R.jsx)("p",{className:"card quiet",children:e.noGoals})}})})}function ut({goal:e}){let s=E(),{whole:n}=N(),r=g("ofTerms","goal_area"),i=g("ofType","Goal"),a=g("ofType","Measure");return(0,R.jsxs)("li",{className:"card",children:[(0,R.jsxs)("div",{className:"row apart",children:[(0,R.jsx)("span",{className:"quiet",children:r(e.area)}),(0,R.jsx)("span",{className:e.state==="OPEN"?"tag note":"tag good",children:i(e.state)})]}),e.ownWords?(0,R.jsxs)("blockquote",{className:"own-words",children:[(0,R.jsxs)("span",{className:"unseen",children:[s.inOwnWords,": "]}),e.ownWords]}):null,(0,R.jsx)("h3",{children:e.text}),e.measures?.nodes.length?(0,R.jsxs)("div",{className:"stack tight",children:[(0,R.jsx)("h4",{className:"quiet small",children:s.measures}),(0,R.jsx)("ul",{children:e.measures.nodes.map(t=>(0,R.jsxs)("li",{className:"row apart",children:[(0,R.jsx)("span",{children:t.text}),(0,R.jsx)("span",{className:"quiet small",children:[a(t.state),n(t.dueOn)].filter(Boolean).join(" · ")})]},t.id))})]}):null]})}var B=u(Y(),1);var x=u(O(),1);function Je({fields:e}){let s=E(),[n,r]=(0,B.useState)(!1);return e.length?(0,x.jsxs)("details",{className:"small",onToggle:i=>r(i.currentTarget.open),children:[(0,x.jsxs)("summary",{children:[s.what,": ",s.fieldsSeen(e.length)]}),n?(0,x.jsx)(ct,{fields:e}):null]}):null}function ct({fields:e}){let{titles:s,language:n,words:r}=p(),[i,a]=(0,B.useState)(null);return(0,B.useEffect)(()=>{let t=!0,o=e.map(T=>T.split(":")[0]?.split(".")??[]),c=[...new Set(o.map(([T=""])=>T))],d=async T=>{let C=await s.ofType(T,n),W=new Set(o.filter(([V])=>V===T).map(([,V=""])=>C.get(V)??V));return`${C.get("")??T}: ${[...W].join(", ")}`};return Promise.all(c.map(d)).then(T=>t&&a(T)),()=>{t=!1}},[e,s,n]),i?(0,x.jsx)("ul",{className:"quiet",children:i.map(t=>(0,x.jsx)("li",{children:t},t))}):(0,x.jsx)("p",{className:"waiting",children:r.loading})}var A=u(O(),1);function et(){let e=E(),{own:s}=Ne(),n=_e(),r=k(oe,{}).answer?.data?.viewer.clientId,i=H(fe,t=>({montako:50,jalkeen:t}),({clients:t})=>X(t?.nodes[0]?.disclosures)),a=H(Pe,t=>({montako:50,jalkeen:t}),({clients:t})=>X(t?.nodes[0]?.accessLog));return(0,A.jsxs)(L,{title:e.ways.looks,lead:e.looksLead,isReading:!0,children:[(0,A.jsx)(ze,{id:"disclosed",title:e.disclosed,lead:e.disclosedLead,none:e.noDisclosures,list:i,children:t=>[n(t),e.bases[t.basis??""]??t.basis]}),r?(0,A.jsx)(Re,{id:r,title:s}):null,(0,A.jsx)(ze,{id:"looks",title:e.allLooks,none:e.noLooks,list:a,children:t=>[t.basis==="OWN_DATA"?e.yourself:n(t),Tt(t.purpose,e.purposes)]})]})}function ze({id:e,title:s,lead:n,none:r,list:i,children:a}){let{moment:t}=N();return(0,A.jsxs)("section",{className:"stack","aria-labelledby":e,children:[(0,A.jsx)("h2",{id:e,children:s}),(0,A.jsx)(h,{look:i,children:o=>(0,A.jsxs)(A.Fragment,{children:[o.length?n&&(0,A.jsx)("p",{className:"quiet",children:n}):(0,A.jsx)("p",{className:"quiet",children:r}),(0,A.jsx)("ul",{className:"list",children:o.map(c=>{let[d,T]=a(c);return(0,A.jsxs)("li",{className:"look",children:[(0,A.jsx)("span",{className:"strong",children:d}),(0,A.jsx)("span",{className:"quiet small",children:t(c.at)}),(0,A.jsx)("span",{children:T}),(0,A.jsx)(Je,{fields:c.fields??[]})]},c.cursor)})})]})}),(0,A.jsx)(Ee,{list:i})]})}function Tt(e,s){return(e??"").split(/[\s,]+/).map(n=>s[n]??n).join(", ")}var f=u(O(),1);function Ot(){let{ways:e}=E();return(0,f.jsxs)(f.Fragment,{children:[(0,f.jsx)(ie,{ways:[{path:"/",title:e.days},{path:"/goals",title:e.goals},{path:"/contract",title:e.contract},{path:"/consents",title:e.consents},{path:"/looks",title:e.looks},{path:"/data",title:e.data}]}),(0,f.jsxs)(ae,{children:[(0,f.jsx)(G,{path:"/",component:je}),(0,f.jsx)(G,{path:"/goals",component:Xe}),(0,f.jsx)(G,{path:"/contract",component:xe}),(0,f.jsx)(G,{path:"/consents",component:We}),(0,f.jsx)(G,{path:"/looks",component:et}),(0,f.jsx)(G,{path:"/data",component:Ke}),(0,f.jsx)(G,{component:re})]})]})}export{Ot as default};
