import{a as re}from"./chunk-YN7IE3UH.js";import{a as oe}from"./chunk-BD5XFSQB.js";import{a as ce}from"./chunk-67VDBY7N.js";import{a as ie,b as $,d as p}from"./chunk-TB33MUXH.js";import{a as K,b as ue}from"./chunk-GUMMT2R6.js";import"./chunk-2LRJ5ZYH.js";import{a as q}from"./chunk-7TEWRZEF.js";import{a as de,c as g,e as le}from"./chunk-4I5MRB74.js";import{e as G,f as se,g as ae}from"./chunk-X3MLX2GW.js";import{a as Y,m as T,n as w,r as S,s as f,u as v,w as b,y as h}from"./chunk-U7GDRCA3.js";import{c}from"./chunk-OOJM4CTU.js";var he=c(Y(),1);var C=class extends String{__apiType;value;__meta__;constructor(n,s){super(n),this.value=n,this.__meta__=s}toString(){return this.value}},Ee=new C(`
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
    `),Te=new C(`
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
    `),me=new C(`
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
    `),Ne=new C(`
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
    `),Oe=new C(`
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
    `),pe=new C(`
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
    `),Re=new C(`
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
    `),ot=new C(`
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
    `),_e=new C(`
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
    `),ge=new C(`
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
    `),Ae=new C(`
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
    `),ye=new C(`
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
    `),Se=new C(`
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
    `),De=new C(`
    query KukaKatsoi {
  clients {
    nodes {
      accessLog(first: 200) {
        at
        actorName
        purpose
        basis
        fields
      }
      disclosures(first: 200) {
        at
        agencyName
        basis
        fields
      }
    }
  }
}
    `);var He={ways:{days:"Päiväni",goals:"Tavoitteeni",contract:"Sopimukseni",consents:"Suostumukseni",looks:"Kuka katsoi",data:"Tietoni"},daysLead:"Työpäiväsi kahden viikon ajalta. Jos et pääse tulemaan, kerro siitä täällä.",waitsForYou:"Tämä odottaa sinua",toContract:"Lue ja allekirjoita",toConsents:"Lue ja päätä",until:e=>`viimeistään ${e}`,todayTitle:"Tänään",noDayToday:"Tänään sinulla ei ole työpäivää.",comingTitle:"Tulevat päivät",pastTitle:"Menneet päivät",noComing:"Kahden seuraavan viikon aikana ei ole suunniteltuja päiviä.",noPast:"Kahden viime viikon ajalta ei ole merkintöjä.",iAmHere:"Olen paikalla",cannotCome:"En pääse",cannotComeOn:e=>`En pääse ${e}`,youAreHere:"Merkitsimme sinut paikalle.",absenceTold:"Kiitos, poissaolosi on ilmoitettu. Valmentaja kysyy sinulta syyn.",absenceTitle:e=>`Et pääse ${e}`,absenceLead:"Päivä merkitään poissaoloksi. Syytä ei tarvitse kertoa tässä: valmentajasi kysyy sen sinulta.",absenceNote:"Viesti valmentajalle (ei pakollinen)",tellAbsence:"Ilmoita poissaolo",absenceIsTold:"Poissaolo ilmoitettu",notRecorded:"Ei vielä kirjattu",goalsLead:"Mitä kohti olet menossa, ja mitä sen eteen tehdään.",noGoals:"Sinulle ei ole vielä kirjattu tavoitteita.",inOwnWords:"Omin sanoin",measures:"Mitä tehdään",contractLead:"Sopimus kertoo, missä ja milloin olet. Lue se rauhassa ennen kuin allekirjoitat.",noContracts:"Sinulla ei ole sopimuksia.",toSign:"Odottaa allekirjoitustasi",signed:"Olet allekirjoittanut",sign:"Allekirjoita sopimus",signTitle:"Allekirjoitatko sopimuksen?",signLead:"Allekirjoitus on sitova. Kirjautumisesi osoittaa, että se olet sinä.",signedNow:"Sopimus on allekirjoitettu.",place:"Paikka",atArranger:"Järjestäjän tiloissa",period:"Aika",week:"Viikko",tasks:"Tehtävät",signatures:"Allekirjoitukset",consentsLead:"Sinä päätät, kenelle tietojasi saa näyttää. Voit muuttaa mieltäsi milloin vain: se vaikuttaa heti.",noConsents:"Sinulta ei ole pyydetty suostumuksia.",asked:"Sinulta kysytään",mayWithdraw:"Annetut suostumukset",earlier:"Aiemmat",consentSwitch:e=>`${e} saa nähdä tietoni`,sees:"Mitä näkee",whatFor:"Mihin tarvitsee",givenOn:"Annettu",validUntil:"Voimassa",untilWithdrawn:"kunnes perut",give:"Annan suostumuksen",decline:"En anna",given:"Suostumus on annettu.",declined:"Suostumusta ei annettu.",withdrawn:"Suostumus on peruttu. Tiedot eivät enää näy vastaanottajalle.",withdrawTitle:"Perutaanko suostumus?",withdrawLead:e=>`${e} ei näe tietojasi enää tästä hetkestä alkaen.`,withdraw:"Peru suostumus",looksLead:"Jokaisesta katselusta jää merkintä. Näet, kuka katsoi, milloin ja miksi.",disclosed:"Tietoa annettu muille",disclosedLead:"Nämä katsoivat tietojasi muualta kuin valmennuksesta.",noDisclosures:"Tietojasi ei ole näytetty muille.",allLooks:"Kaikki katselut",yourself:"Sinä itse",noLooks:"Kukaan ei ole katsonut tietojasi.",when:"Milloin",who:"Kuka",why:"Miksi",what:"Mitä",fieldsSeen:e=>e===1?"1 tieto":`${e} tietoa`,purposes:{COACHING:"valmennus",REFERRAL:"lähete",CONTRACT:"sopimus",PAYMENT:"etuus tai lasku",DATA_REQUEST:"tietopyyntösi",CORRECTION:"tietojen korjaus",MANAGEMENT:"johtaminen",SUPERVISION:"tietojen käytön valvonta",OWN_DATA:"omat tietosi",REPRESENTATION:"puolestasi toimiminen",SUPPORT:"tekninen tuki",ADMINISTRATION:"ylläpito"},bases:{OWN_DATA:"omat tiedot",REPRESENTATION:"edustaja",WORK:"työtehtävä",CONTRACT:"sopimus",CONSENT:"suostumuksesi",STATUTE:"laki",OWN_REFERRAL:"oma lähete"},dataLead:"Mitä sinusta on tallennettu, ja mitä voit siitä pyytää.",recorded:"Tallennetut tiedot",requests:"Pyyntöni",noRequests:"Sinulla ei ole pyyntöjä.",answerBy:e=>`Vastaus viimeistään ${e}`,newRequest:"Tee pyyntö",requestKind:"Mitä pyydät?",requestText:"Kerro omin sanoin",sendRequest:"Lähetä pyyntö",requestSent:e=>`Pyyntö on lähetetty. Saat vastauksen viimeistään ${e}.`,coach:"Valmentaja"},qe={ways:{days:"Mina dagar",goals:"Mina mål",contract:"Mitt avtal",consents:"Mina samtycken",looks:"Vem har sett",data:"Mina uppgifter"},daysLead:"Dina arbetsdagar under två veckor. Om du inte kan komma, berätta det här.",waitsForYou:"Det här väntar på dig",toContract:"Läs och skriv under",toConsents:"Läs och bestäm",until:e=>`senast ${e}`,todayTitle:"I dag",noDayToday:"I dag har du ingen arbetsdag.",comingTitle:"Kommande dagar",pastTitle:"Dagar som gått",noComing:"Inga dagar är planerade under de följande två veckorna.",noPast:"Det finns inga anteckningar från de senaste två veckorna.",iAmHere:"Jag är här",cannotCome:"Jag kan inte komma",cannotComeOn:e=>`Jag kan inte komma ${e}`,youAreHere:"Vi antecknade att du är här.",absenceTold:"Tack, din frånvaro är anmäld. Coachen frågar dig om orsaken.",absenceTitle:e=>`Du kan inte komma ${e}`,absenceLead:"Dagen antecknas som frånvaro. Du behöver inte berätta varför här: din coach frågar dig.",absenceNote:"Meddelande till coachen (frivilligt)",tellAbsence:"Anmäl frånvaro",absenceIsTold:"Frånvaro anmäld",notRecorded:"Inte antecknad ännu",goalsLead:"Vart du är på väg, och vad som görs för det.",noGoals:"Inga mål har ännu antecknats för dig.",inOwnWords:"Med egna ord",measures:"Vad som görs",contractLead:"Avtalet berättar var och när du är. Läs det i lugn och ro innan du skriver under.",noContracts:"Du har inga avtal.",toSign:"Väntar på din underskrift",signed:"Du har skrivit under",sign:"Skriv under avtalet",signTitle:"Skriver du under avtalet?",signLead:"Underskriften är bindande. Din inloggning visar att det är du.",signedNow:"Avtalet är underskrivet.",place:"Plats",atArranger:"Hos arrangören",period:"Tid",week:"Vecka",tasks:"Uppgifter",signatures:"Underskrifter",consentsLead:"Du bestämmer vem som får se dina uppgifter. Du kan ändra dig när som helst: det gäller genast.",noConsents:"Inga samtycken har begärts av dig.",asked:"Du blir tillfrågad",mayWithdraw:"Samtycken som du gett",earlier:"Tidigare",consentSwitch:e=>`${e} får se mina uppgifter`,sees:"Vad som syns",whatFor:"Varför",givenOn:"Gavs",validUntil:"Gäller till",untilWithdrawn:"tills du återkallar",give:"Jag samtycker",decline:"Jag samtycker inte",given:"Samtycket är givet.",declined:"Samtycket gavs inte.",withdrawn:"Samtycket är återkallat. Uppgifterna syns inte längre för mottagaren.",withdrawTitle:"Ska samtycket återkallas?",withdrawLead:e=>`${e} ser inte dina uppgifter från och med nu.`,withdraw:"Återkalla samtycket",looksLead:"Varje titt lämnar ett spår. Du ser vem som tittade, när och varför.",disclosed:"Uppgifter som getts till andra",disclosedLead:"Dessa har sett dina uppgifter utanför coachningen.",noDisclosures:"Dina uppgifter har inte visats för andra.",allLooks:"Alla tittar",yourself:"Du själv",noLooks:"Ingen har sett dina uppgifter.",when:"När",who:"Vem",why:"Varför",what:"Vad",fieldsSeen:e=>e===1?"1 uppgift":`${e} uppgifter`,purposes:{COACHING:"coachning",REFERRAL:"remiss",CONTRACT:"avtal",PAYMENT:"förmån eller faktura",DATA_REQUEST:"din begäran",CORRECTION:"rättelse",MANAGEMENT:"ledning",SUPERVISION:"tillsyn över användningen",OWN_DATA:"dina egna uppgifter",REPRESENTATION:"företräder dig",SUPPORT:"tekniskt stöd",ADMINISTRATION:"underhåll"},bases:{OWN_DATA:"egna uppgifter",REPRESENTATION:"företrädare",WORK:"arbetsuppgift",CONTRACT:"avtal",CONSENT:"ditt samtycke",STATUTE:"lag",OWN_REFERRAL:"egen remiss"},dataLead:"Vad som har sparats om dig, och vad du kan begära.",recorded:"Sparade uppgifter",requests:"Mina begäranden",noRequests:"Du har inga begäranden.",answerBy:e=>`Svar senast ${e}`,newRequest:"Gör en begäran",requestKind:"Vad begär du?",requestText:"Berätta med egna ord",sendRequest:"Skicka begäran",requestSent:e=>`Begäran är skickad. Du får svar senast ${e}.`,coach:"Coach"},Be={ways:{days:"My days",goals:"My goals",contract:"My contract",consents:"My consents",looks:"Who looked",data:"My data"},daysLead:"Your working days of two weeks. If you cannot come, say so here.",waitsForYou:"This waits for you",toContract:"Read and sign",toConsents:"Read and decide",until:e=>`by ${e}`,todayTitle:"Today",noDayToday:"You have no working day today.",comingTitle:"Days to come",pastTitle:"Days gone by",noComing:"No days are planned for the next two weeks.",noPast:"Nothing was recorded in the last two weeks.",iAmHere:"I am here",cannotCome:"I cannot come",cannotComeOn:e=>`I cannot come on ${e}`,youAreHere:"We recorded that you are here.",absenceTold:"Thank you, your absence is recorded. Your coach will ask you why.",absenceTitle:e=>`You cannot come on ${e}`,absenceLead:"The day is recorded as an absence. You need not say why here: your coach will ask you.",absenceNote:"A message to your coach (optional)",tellAbsence:"Report the absence",absenceIsTold:"Absence reported",notRecorded:"Not recorded yet",goalsLead:"Where you are going, and what is done for it.",noGoals:"No goals have been recorded for you yet.",inOwnWords:"In own words",measures:"What is done",contractLead:"The contract says where and when you are. Take your time to read it before you sign.",noContracts:"You have no contracts.",toSign:"Waits for your signature",signed:"You have signed",sign:"Sign the contract",signTitle:"Do you sign the contract?",signLead:"A signature binds you. Your log-in shows that it is you.",signedNow:"The contract is signed.",place:"Place",atArranger:"At the arranger’s",period:"Period",week:"Week",tasks:"Tasks",signatures:"Signatures",consentsLead:"You decide to whom your data may be shown. You may change your mind at any time: it counts at once.",noConsents:"You have not been asked for consents.",asked:"You are asked",mayWithdraw:"Consents that you gave",earlier:"Earlier",consentSwitch:e=>`${e} may see my data`,sees:"What they see",whatFor:"What for",givenOn:"Given",validUntil:"Valid until",untilWithdrawn:"you withdraw it",give:"I consent",decline:"I do not consent",given:"The consent is given.",declined:"The consent was not given.",withdrawn:"The consent is withdrawn. The recipient no longer sees the data.",withdrawTitle:"Withdraw the consent?",withdrawLead:e=>`${e} will not see your data from this moment on.`,withdraw:"Withdraw the consent",looksLead:"Every look leaves a record. You see who looked, when and why.",disclosed:"Data given to others",disclosedLead:"These looked at your data from outside of the coaching.",noDisclosures:"Your data was not shown to others.",allLooks:"All looks",yourself:"You yourself",noLooks:"Nobody has looked at your data.",when:"When",who:"Who",why:"Why",what:"What",fieldsSeen:e=>e===1?"1 fact":`${e} facts`,purposes:{COACHING:"coaching",REFERRAL:"referral",CONTRACT:"contract",PAYMENT:"benefit or invoice",DATA_REQUEST:"your request",CORRECTION:"correction",MANAGEMENT:"management",SUPERVISION:"review of how data is used",OWN_DATA:"your own data",REPRESENTATION:"acting for you",SUPPORT:"technical support",ADMINISTRATION:"administration"},bases:{OWN_DATA:"own data",REPRESENTATION:"representative",WORK:"work",CONTRACT:"contract",CONSENT:"your consent",STATUTE:"statute",OWN_REFERRAL:"own referral"},dataLead:"What has been recorded about you, and what you may ask for.",recorded:"Recorded data",requests:"My requests",noRequests:"You have no requests.",answerBy:e=>`Answer by ${e}`,newRequest:"Make a request",requestKind:"What do you ask for?",requestText:"Say it in your own words",sendRequest:"Send the request",requestSent:e=>`The request is sent. You get an answer by ${e}.`,coach:"Coach"};function l(){return{fi:He,sv:qe,en:Be}[S().language]}var Ie=c(Y(),1);var u=c(T(),1);function B({consent:e,isNamed:n=!0}){let s=l(),{whole:r,moment:i}=p(),a=g("ofTerms","consent_purpose"),t=g("ofChoice","DataCategory"),o=g("ofType","Consent");return(0,u.jsxs)(u.Fragment,{children:[n?(0,u.jsxs)("div",{className:"row apart",children:[(0,u.jsx)("h3",{children:e.agency?.name}),(0,u.jsx)("span",{className:"tag",children:o(e.state)})]}):null,(0,u.jsxs)("dl",{className:"facts",children:[(0,u.jsx)("dt",{children:s.sees}),(0,u.jsx)("dd",{children:e.categories?.map(t).join(", ")}),(0,u.jsx)("dt",{children:s.whatFor}),(0,u.jsx)("dd",{children:a(e.purpose)}),e.givenOn?(0,u.jsxs)(u.Fragment,{children:[(0,u.jsx)("dt",{children:s.givenOn}),(0,u.jsx)("dd",{children:r(e.givenOn)})]}):null,e.withdrawnAt?(0,u.jsxs)(u.Fragment,{children:[(0,u.jsx)("dt",{children:o("WITHDRAWN")}),(0,u.jsx)("dd",{children:i(e.withdrawnAt)})]}):(0,u.jsxs)(u.Fragment,{children:[(0,u.jsx)("dt",{children:s.validUntil}),(0,u.jsx)("dd",{children:r(e.validUntil)||s.untilWithdrawn})]})]})]})}function Ce({consent:e,onDecided:n}){let s=v(Ee);return{...s,decide:async(i,a)=>{let o=(await s.run({step:{id:e.id,revision:e.revision,transition:i}}))?.transitionConsent.consent;return o&&n(o,a),!!o}}}function fe({consent:e,onDecided:n}){let s=l(),{decide:r,problems:i,isWaiting:a}=Ce({consent:e,onDecided:n});return(0,u.jsxs)("li",{className:"card",children:[(0,u.jsx)(B,{consent:e}),(0,u.jsx)(b,{problems:i}),(0,u.jsxs)("div",{className:"row",children:[(0,u.jsx)("button",{type:"button",className:"button",disabled:a,onClick:()=>{r("GIVE",s.given)},children:s.give}),(0,u.jsx)("button",{type:"button",className:"button",disabled:a,onClick:()=>{r("DECLINE",s.declined)},children:s.decline})]})]})}function ke({consent:e,onDecided:n}){let s=l(),{words:r}=S(),[i,a]=(0,Ie.useState)(!1),{decide:t,problems:o,isWaiting:m,forget:d}=Ce({consent:e,onDecided:n}),E=e.agency?.name??"",I=()=>{d(),a(!1)},F=async()=>{await t("WITHDRAW",s.withdrawn)&&I()};return(0,u.jsxs)("li",{className:"card",children:[(0,u.jsxs)("button",{type:"button",className:"switch",role:"switch","aria-checked":"true",onClick:()=>a(!0),children:[(0,u.jsx)("span",{className:"switch-track","aria-hidden":"true"}),s.consentSwitch(E)]}),(0,u.jsx)(B,{consent:e,isNamed:!1}),(0,u.jsxs)(K,{title:s.withdrawTitle,isOpen:i,onClose:I,children:[(0,u.jsx)(b,{problems:o}),(0,u.jsx)("p",{children:s.withdrawLead(E)}),(0,u.jsxs)("div",{className:"row",children:[(0,u.jsx)("button",{type:"button",className:"button grave",disabled:m,onClick:()=>{F()},children:s.withdraw}),(0,u.jsx)("button",{type:"button",className:"button",onClick:I,children:r.cancel})]})]})]})}var D=c(T(),1);function we(){let e=l(),{announce:n}=S(),s=f(_e,{}),[r,i]=(0,he.useState)({}),a=(t,o)=>{i(m=>({...m,[t.id]:t})),n(o)};return(0,D.jsx)(w,{title:e.ways.consents,lead:e.consentsLead,isReading:!0,children:(0,D.jsx)(h,{look:s,children:t=>{let o=(t.consents?.nodes??[]).map(m=>({...m,...r[m.id]}));return o.length?(0,D.jsx)(Qe,{all:o,onDecided:a}):(0,D.jsx)("p",{className:"card quiet",children:e.noConsents})}})})}function Qe({all:e,onDecided:n}){let s=l(),r=e.filter(({state:t})=>t==="REQUESTED"),i=e.filter(({state:t})=>t==="GIVEN"),a=e.filter(({state:t})=>t!=="REQUESTED"&&t!=="GIVEN");return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(j,{id:"asked",title:s.asked,isEmpty:!r.length,children:r.map(t=>(0,D.jsx)(fe,{consent:t,onDecided:n},t.id))}),(0,D.jsx)(j,{id:"given",title:s.mayWithdraw,isEmpty:!i.length,children:i.map(t=>(0,D.jsx)(ke,{consent:t,onDecided:n},t.id))}),(0,D.jsx)(j,{id:"earlier",title:s.earlier,isEmpty:!a.length,children:a.map(t=>(0,D.jsx)("li",{className:"card",children:(0,D.jsx)(B,{consent:t})},t.id))})]})}function j({id:e,title:n,isEmpty:s,children:r}){return s?null:(0,D.jsxs)("section",{className:"stack","aria-labelledby":e,children:[(0,D.jsx)("h2",{id:e,children:n}),(0,D.jsx)("ul",{className:"cards",children:r})]})}var J=c(Y(),1);var A=c(T(),1);function Le({contract:e}){let n=l(),{weekday:s,clock:r,hours:i,moment:a}=p(),t=g("ofChoice","SignatureParty");return(0,A.jsxs)("dl",{className:"facts",children:[(0,A.jsx)("dt",{children:n.place}),(0,A.jsx)("dd",{children:e.workplace?.name??n.atArranger}),(0,A.jsx)("dt",{children:n.week}),(0,A.jsx)("dd",{children:(0,A.jsx)("ul",{children:e.weeklyPattern?.map(o=>(0,A.jsxs)("li",{children:[s(o.weekday)," ",r(o.startsAt),", ",i(o.minutes)]},o.weekday))})}),e.tasks?(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)("dt",{children:n.tasks}),(0,A.jsx)("dd",{children:e.tasks})]}):null,e.signatures?.length?(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)("dt",{children:n.signatures}),(0,A.jsx)("dd",{children:(0,A.jsx)("ul",{children:e.signatures.map(o=>(0,A.jsxs)("li",{children:[t(o.party),": ",o.name,", ",a(o.signedAt)]},o.party))})})]}):null]})}var y=c(T(),1);function be(){let e=l(),{announce:n}=S(),s=f(Te,{}),[r,i]=(0,J.useState)({}),a=t=>{i(o=>({...o,[t.id]:t})),n(e.signedNow)};return(0,y.jsx)(w,{title:e.ways.contract,lead:e.contractLead,isReading:!0,children:(0,y.jsx)(h,{look:s,children:t=>{let o=(t.contracts?.nodes??[]).map(d=>({...d,...r[d.id]}));return o.length?[...o].sort((d,E)=>Number(X(E))-Number(X(d))).map(d=>(0,y.jsx)($e,{contract:d,onSigned:a},d.id)):(0,y.jsx)("p",{className:"card quiet",children:e.noContracts})}})})}function X({state:e,signatures:n}){return e==="AWAITING_SIGNATURES"&&!n?.some(({party:s})=>s==="CLIENT")}function $e({contract:e,onSigned:n}){let s=l(),{whole:r}=p(),i=g("ofType","Contract"),[a,t]=(0,J.useState)(!1);return(0,y.jsxs)("article",{className:"card","aria-labelledby":e.id,children:[(0,y.jsxs)("div",{className:"row apart",children:[(0,y.jsxs)("h2",{id:e.id,children:[r(e.startsOn)," – ",r(e.endsOn)]}),(0,y.jsx)("span",{className:e.state==="ACTIVE"?"tag good":"tag",children:i(e.state)})]}),(0,y.jsx)(Le,{contract:e}),X(e)?(0,y.jsx)("div",{children:(0,y.jsx)("button",{type:"button",className:"button first",onClick:()=>t(!0),children:s.sign})}):null,(0,y.jsx)(je,{contract:e,isOpen:a,onClose:()=>t(!1),onSigned:n})]})}function je({contract:e,isOpen:n,onClose:s,onSigned:r}){let i=l(),{words:a}=S(),t=v(me),o=()=>{t.forget(),s()},m=async()=>{let d={id:e.id,revision:e.revision,transition:"SIGN"},E=(await t.run({step:d}))?.transitionContract.contract;E&&(r(E),o())};return(0,y.jsxs)(K,{title:i.signTitle,isOpen:n,onClose:o,children:[(0,y.jsx)(b,{problems:t.problems}),(0,y.jsx)("p",{children:i.signLead}),(0,y.jsxs)("div",{className:"row",children:[(0,y.jsx)("button",{type:"button",className:"button first",onClick:()=>{m()},disabled:t.isWaiting,children:i.sign}),(0,y.jsx)("button",{type:"button",className:"button",onClick:o,children:a.cancel})]})]})}var Q=c(Y(),1);var L=c(T(),1);function Pe({onSent:e}){let n=l(),{announce:s}=S(),{whole:r}=p(),[i,a]=(0,Q.useState)("ACCESS"),[t,o]=(0,Q.useState)(""),[m,d]=(0,Q.useState)(""),E=v(Ne);le(t.trim()!=="");let I=async F=>{F.preventDefault();let V=(await E.run({request:{kind:i,requestText:t}}))?.createDataRequest.dataRequest;if(!V)return;let ne=n.requestSent(r(V.dueOn));d(ne),o(""),s(ne),e()};return(0,L.jsxs)("form",{className:"card","aria-labelledby":"new-request",onSubmit:F=>{I(F)},children:[(0,L.jsx)("h2",{id:"new-request",children:n.newRequest}),(0,L.jsx)(b,{problems:E.problems,inputs:{requestText:"request-text"}}),m?(0,L.jsx)("p",{className:"notice good",children:m}):null,(0,L.jsx)(ce,{label:n.requestKind,titles:"DataRequestKind",value:i,onChange:F=>a(F)}),(0,L.jsxs)("div",{className:"field",children:[(0,L.jsx)("label",{htmlFor:"request-text",children:n.requestText}),(0,L.jsx)(q,{id:"request-text",required:!0,most:2e3,value:t,onChange:o})]}),(0,L.jsx)("div",{children:(0,L.jsx)("button",{type:"submit",className:"button first",disabled:E.isWaiting,children:n.sendRequest})})]})}var N=c(T(),1),Xe=["firstNames","callName","lastName","dateOfBirth","phones","email","streetAddress","postalCode","city"];function ve(){let e=l(),n=f(Ae,{}),s=f(ge,{});return(0,N.jsxs)(w,{title:e.ways.data,lead:e.dataLead,isReading:!0,children:[(0,N.jsxs)("section",{className:"stack","aria-labelledby":"recorded",children:[(0,N.jsx)("h2",{id:"recorded",children:e.recorded}),(0,N.jsx)(h,{look:n,children:({clients:r})=>r?.nodes.map((i,a)=>(0,N.jsx)(Je,{person:i},a))})]}),(0,N.jsxs)("section",{className:"stack","aria-labelledby":"requests",children:[(0,N.jsx)("h2",{id:"requests",children:e.requests}),(0,N.jsx)(h,{look:s,children:({dataRequests:r})=>(0,N.jsx)(Ze,{requests:r?.nodes??[]})})]}),(0,N.jsx)(Pe,{onSent:s.again})]})}function Je({person:e}){let n=l(),{language:s}=S(),{whole:r}=p(),i=g("ofType","Client"),a=e.relationships?.nodes.find(({state:o})=>o==="ACTIVE")?.responsibleCoach,t=o=>{let m=e[o];return o==="dateOfBirth"?r(e.dateOfBirth):Array.isArray(m)?new Intl.ListFormat(`${s}-FI`).format(m):String(m??"")};return(0,N.jsxs)("dl",{className:"card facts",children:[Xe.filter(o=>e[o]!==null).map(o=>(0,N.jsx)(Me,{title:i(o),text:t(o)},o)),a?(0,N.jsx)(Me,{title:n.coach,text:`${a.firstName} ${a.lastName}`}):null]})}function Me({title:e,text:n}){return(0,N.jsxs)(N.Fragment,{children:[(0,N.jsx)("dt",{children:e}),(0,N.jsx)("dd",{children:n})]})}function Ze({requests:e}){let n=l(),{whole:s}=p(),r=g("ofChoice","DataRequestKind"),i=g("ofType","DataRequest");return e.length?(0,N.jsx)("ul",{className:"cards",children:e.map((a,t)=>(0,N.jsxs)("li",{className:"card",children:[(0,N.jsxs)("div",{className:"row apart",children:[(0,N.jsx)("h3",{children:r(a.kind)}),(0,N.jsx)("span",{className:"tag",children:i(a.state)})]}),(0,N.jsx)("p",{className:"quiet",children:n.answerBy(s(a.dueOn))}),a.answer?(0,N.jsx)("p",{children:a.answer}):null,a.refusalText?(0,N.jsx)("p",{children:a.refusalText}):null]},t))}):(0,N.jsx)("p",{className:"quiet",children:n.noRequests})}var ee=c(Y(),1);var Ue=c(Y(),1);var P=c(T(),1);function Fe({day:e,onClose:n,onTold:s}){let r=l(),{on:i}=p(),[a,t]=(0,Ue.useState)(""),o=v(Oe),m=()=>{t(""),o.forget(),n()},d=async()=>{if(!e)return;let E={attendanceId:e.id,revision:e.revision,note:a.trim()||null},I=(await o.run({absence:E}))?.reportAbsence.attendance;I&&(s(I),m())};return(0,P.jsxs)(K,{title:e?r.absenceTitle(i(e.day??"")):"",isOpen:e!==null,onClose:m,children:[(0,P.jsx)(b,{problems:o.problems}),(0,P.jsx)("p",{children:r.absenceLead}),(0,P.jsxs)("div",{className:"field",children:[(0,P.jsx)("label",{htmlFor:"absence-note",children:r.absenceNote}),(0,P.jsx)(q,{id:"absence-note",most:500,value:a,onChange:t})]}),(0,P.jsxs)("div",{className:"row",children:[(0,P.jsx)("button",{type:"button",className:"button first",onClick:()=>{d()},disabled:o.isWaiting,children:r.tellAbsence}),(0,P.jsx)(ue,{})]})]})}var U=c(T(),1);function Z({day:e,onAbsence:n}){let s=l(),{long:r,on:i,hours:a}=p(),t=r(e.day??"");return(0,U.jsxs)("li",{className:"day",children:[(0,U.jsxs)("div",{className:"day-when",children:[(0,U.jsx)("span",{className:"strong",children:t}),(0,U.jsx)("span",{className:"quiet small",children:[a(e.minutes??e.plannedMinutes),e.workplace?.name].filter(Boolean).join(" · ")})]}),n&&!e.code?(0,U.jsx)("button",{type:"button",className:"button","aria-label":s.cannotComeOn(i(e.day??"")),onClick:()=>n(e),children:s.cannotCome}):(0,U.jsx)(z,{day:e})]})}function z({day:e}){let n=l(),s=g("ofTerms","attendance_code");return e.code?(0,U.jsx)("span",{className:e.code.startsWith("PRESENT")?"tag good":"tag note",children:s(e.code)}):(0,U.jsx)("span",{className:"tag",children:n.notRecorded})}var M=c(T(),1);function We({day:e,onAbsence:n,onChange:s}){let r=l(),{long:i,hours:a}=p(),t=v(pe),o=async()=>{let m={attendanceId:e.id,revision:e.revision,code:"PRESENT",minutes:e.plannedMinutes},d=await t.run({days:{entries:[m]}});for(let E of d?.recordAttendance.days??[])s(E,r.youAreHere)};return(0,M.jsxs)("article",{className:"card today",children:[(0,M.jsxs)("div",{className:"row apart",children:[(0,M.jsx)("h3",{children:i(e.day??"")}),(0,M.jsx)(z,{day:e})]}),(0,M.jsx)("p",{className:"quiet",children:[a(e.plannedMinutes),e.workplace?.name].filter(Boolean).join(" · ")}),(0,M.jsx)(b,{problems:t.problems}),e.code?null:(0,M.jsxs)("div",{className:"row",children:[(0,M.jsx)("button",{type:"button",className:"button first",onClick:()=>{o()},disabled:t.isWaiting,children:r.iAmHere}),(0,M.jsx)("button",{type:"button",className:"button",onClick:()=>n(e),children:r.cannotCome})]})]})}var W=c(T(),1),Ge={CONTRACT_TO_SIGN:"/contract",CONSENT_TO_GIVE:"/consents"};function xe(){let e=l(),{whole:n}=p(),s=g("ofChoice","TaskKind"),r=f(Se,{}).answer?.data?.tasks?.nodes??[];return r.length?(0,W.jsxs)("section",{className:"notice warn","aria-labelledby":"waits",children:[(0,W.jsx)("h2",{id:"waits",children:e.waitsForYou}),(0,W.jsx)("ul",{className:"stack",children:r.map(({kind:i,dueOn:a,object:t},o)=>(0,W.jsxs)("li",{className:"row",children:[(0,W.jsx)("span",{className:"strong",children:t&&"text"in t&&t.text?t.text:s(i)}),a?(0,W.jsx)("span",{children:e.until(n(a))}):null,Ge[i]?(0,W.jsx)(se,{href:Ge[i],children:i==="CONTRACT_TO_SIGN"?e.toContract:e.toConsents}):null]},t?.id??o))})]}):null}var R=c(T(),1);function Ve(){let e=l(),{announce:n}=S(),s=ie(),r=f(ye,{alkaen:$(s,-14),ennen:$(s,15)}),[i,a]=(0,ee.useState)({}),[t,o]=(0,ee.useState)(null),m=(d,E)=>{a(I=>({...I,[d.id]:d})),n(E)};return(0,R.jsxs)(w,{title:e.ways.days,lead:e.daysLead,isReading:!0,children:[(0,R.jsx)(xe,{}),(0,R.jsx)(h,{look:r,children:d=>{let E=(d.attendance?.nodes??[]).map(I=>({...I,...i[I.id]}));return(0,R.jsx)(ze,{days:E,now:s,onAbsence:o,onChange:m})}}),(0,R.jsx)(Fe,{day:t,onClose:()=>o(null),onTold:d=>m(d,e.absenceTold)})]})}function ze({days:e,now:n,onAbsence:s,onChange:r}){let i=l(),a=[...e].sort((d,E)=>(d.day??"").localeCompare(E.day??"")),t=a.filter(({day:d})=>d===n),o=a.filter(({day:d})=>(d??"")>n),m=a.filter(({day:d})=>(d??"")<n).reverse();return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsxs)("section",{className:"stack","aria-labelledby":"today",children:[(0,R.jsx)("h2",{id:"today",children:i.todayTitle}),t.length?null:(0,R.jsx)("p",{className:"card quiet",children:i.noDayToday}),t.map(d=>(0,R.jsx)(We,{day:d,onAbsence:s,onChange:r},d.id))]}),(0,R.jsxs)("section",{className:"stack","aria-labelledby":"coming",children:[(0,R.jsx)("h2",{id:"coming",children:i.comingTitle}),o.length?null:(0,R.jsx)("p",{className:"quiet",children:i.noComing}),(0,R.jsx)("ul",{className:"days",children:o.map(d=>(0,R.jsx)(Z,{day:d,onAbsence:s},d.id))})]}),(0,R.jsxs)("section",{className:"stack","aria-labelledby":"past",children:[(0,R.jsx)("h2",{id:"past",children:i.pastTitle}),m.length?null:(0,R.jsx)("p",{className:"quiet",children:i.noPast}),(0,R.jsx)("ul",{className:"days",children:m.map(d=>(0,R.jsx)(Z,{day:d},d.id))})]})]})}var _=c(T(),1);function Ye(){let e=l(),{language:n}=S(),{whole:s}=p(),r=f(Re,{});return(0,_.jsx)(w,{title:e.ways.goals,lead:e.goalsLead,isReading:!0,children:(0,_.jsx)(h,{look:r,children:({programmes:i})=>{let a=(i?.nodes??[]).filter(({goals:t})=>t?.nodes.length);return a.length?a.map(t=>(0,_.jsxs)("section",{className:"stack","aria-labelledby":t.id,children:[(0,_.jsx)("h2",{id:t.id,children:de(t.serviceType,n)}),(0,_.jsxs)("p",{className:"quiet",children:[s(t.startsOn)," – ",s(t.endsOn)]}),(0,_.jsx)("ul",{className:"cards",children:t.goals?.nodes.map(o=>(0,_.jsx)(et,{goal:o},o.id))})]},t.id)):(0,_.jsx)("p",{className:"card quiet",children:e.noGoals})}})})}function et({goal:e}){let n=l(),{whole:s}=p(),r=g("ofTerms","goal_area"),i=g("ofType","Goal"),a=g("ofType","Measure");return(0,_.jsxs)("li",{className:"card",children:[(0,_.jsxs)("div",{className:"row apart",children:[(0,_.jsx)("span",{className:"quiet",children:r(e.area)}),(0,_.jsx)("span",{className:e.state==="OPEN"?"tag note":"tag good",children:i(e.state)})]}),e.ownWords?(0,_.jsxs)("blockquote",{className:"own-words",children:[(0,_.jsxs)("span",{className:"unseen",children:[n.inOwnWords,": "]}),e.ownWords]}):null,(0,_.jsx)("h3",{children:e.text}),e.measures?.nodes.length?(0,_.jsxs)("div",{className:"stack tight",children:[(0,_.jsx)("h4",{className:"quiet small",children:n.measures}),(0,_.jsx)("ul",{children:e.measures.nodes.map(t=>(0,_.jsxs)("li",{className:"row apart",children:[(0,_.jsx)("span",{children:t.text}),(0,_.jsx)("span",{className:"quiet small",children:[a(t.state),s(t.dueOn)].filter(Boolean).join(" · ")})]},t.id))})]}):null]})}var H=c(Y(),1);var x=c(T(),1);function te({fields:e}){let n=l(),[s,r]=(0,H.useState)(!1);return e.length?(0,x.jsxs)("details",{className:"small",onToggle:i=>r(i.currentTarget.open),children:[(0,x.jsxs)("summary",{children:[n.what,": ",n.fieldsSeen(e.length)]}),s?(0,x.jsx)(tt,{fields:e}):null]}):null}function tt({fields:e}){let{titles:n,language:s,words:r}=S(),[i,a]=(0,H.useState)(null);return(0,H.useEffect)(()=>{let t=!0,o=e.map(E=>E.split(":")[0]?.split(".")??[]),m=[...new Set(o.map(([E=""])=>E))],d=async E=>{let I=await n.ofType(E,s),F=new Set(o.filter(([V])=>V===E).map(([,V=""])=>I.get(V)??V));return`${I.get("")??E}: ${[...F].join(", ")}`};return Promise.all(m.map(d)).then(E=>t&&a(E)),()=>{t=!1}},[e,n,s]),i?(0,x.jsx)("ul",{className:"quiet",children:i.map(t=>(0,x.jsx)("li",{children:t},t))}):(0,x.jsx)("p",{className:"waiting",children:r.loading})}var O=c(T(),1);function Ke(){let e=l(),n=f(De,{});return(0,O.jsx)(w,{title:e.ways.looks,lead:e.looksLead,isReading:!0,children:(0,O.jsx)(h,{look:n,children:({clients:s})=>s?.nodes.map((r,i)=>(0,O.jsx)(nt,{person:r},i))})})}function nt({person:e}){let n=l(),{moment:s}=p(),r=e.disclosures??[],i=e.accessLog??[];return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsxs)("section",{className:"stack","aria-labelledby":"disclosed",children:[(0,O.jsx)("h2",{id:"disclosed",children:n.disclosed}),(0,O.jsx)("p",{className:"quiet",children:r.length?n.disclosedLead:n.noDisclosures}),(0,O.jsx)("ul",{className:"list",children:r.map((a,t)=>(0,O.jsxs)("li",{className:"look",children:[(0,O.jsx)("span",{className:"strong",children:a.agencyName}),(0,O.jsx)("span",{className:"quiet small",children:s(a.at)}),(0,O.jsx)("span",{children:n.bases[a.basis??""]??a.basis}),(0,O.jsx)(te,{fields:a.fields??[]})]},t))})]}),(0,O.jsxs)("section",{className:"stack","aria-labelledby":"looks",children:[(0,O.jsx)("h2",{id:"looks",children:n.allLooks}),i.length?null:(0,O.jsx)("p",{className:"quiet",children:n.noLooks}),(0,O.jsx)("ul",{className:"list",children:i.map((a,t)=>(0,O.jsxs)("li",{className:"look",children:[(0,O.jsx)("span",{className:"strong",children:a.actorName??(a.basis==="OWN_DATA"?n.yourself:"–")}),(0,O.jsx)("span",{className:"quiet small",children:s(a.at)}),(0,O.jsx)("span",{children:st(a.purpose,n.purposes)}),(0,O.jsx)(te,{fields:a.fields??[]})]},t))})]})]})}function st(e,n){return(e??"").split(/[\s,]+/).map(s=>n[s]??s).join(", ")}var k=c(T(),1);function at(){let{ways:e}=l();return(0,k.jsxs)(k.Fragment,{children:[(0,k.jsx)(re,{ways:[{path:"/",title:e.days},{path:"/goals",title:e.goals},{path:"/contract",title:e.contract},{path:"/consents",title:e.consents},{path:"/looks",title:e.looks},{path:"/data",title:e.data}]}),(0,k.jsxs)(ae,{children:[(0,k.jsx)(G,{path:"/",component:Ve}),(0,k.jsx)(G,{path:"/goals",component:Ye}),(0,k.jsx)(G,{path:"/contract",component:be}),(0,k.jsx)(G,{path:"/consents",component:we}),(0,k.jsx)(G,{path:"/looks",component:Ke}),(0,k.jsx)(G,{path:"/data",component:ve}),(0,k.jsx)(G,{component:oe})]})]})}export{at as default};
