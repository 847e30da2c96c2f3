import{a as oe}from"./chunk-YN7IE3UH.js";import{a as ae}from"./chunk-BD5XFSQB.js";import{a as de}from"./chunk-W2WWPYAY.js";import{a as re,b as Q,d as p}from"./chunk-TB33MUXH.js";import{a as K}from"./chunk-5EH4X4WL.js";import"./chunk-2LRJ5ZYH.js";import{a as ie,c as A}from"./chunk-CBMUQXDO.js";import{e as G,f as ne,g as se}from"./chunk-X3MLX2GW.js";import{a as Y,m,n as L,r as g,s as f,u as U,w as P,y as w}from"./chunk-U7GDRCA3.js";import{c}from"./chunk-OOJM4CTU.js";var Ce=c(Y(),1);var C=class extends String{__apiType;value;__meta__;constructor(n,s){super(n),this.value=n,this.__meta__=s}toString(){return this.value}},le=new C(`
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
    `),ue=new C(`
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
    `),ce=new C(`
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
    `),Ee=new C(`
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
    `),Te=new C(`
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
    `),me=new C(`
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
    `),Ne=new C(`
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
    `),nt=new C(`
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
    `),Oe=new C(`
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
    `),pe=new C(`
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
    `),Re=new C(`
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
    `),_e=new C(`
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
    `),ge=new C(`
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
    `),Ae=new C(`
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
    `);var Ve={ways:{days:"Päiväni",goals:"Tavoitteeni",contract:"Sopimukseni",consents:"Suostumukseni",looks:"Kuka katsoi",data:"Tietoni"},daysLead:"Työpäiväsi kahden viikon ajalta. Jos et pääse tulemaan, kerro siitä täällä.",waitsForYou:"Tämä odottaa sinua",toContract:"Lue ja allekirjoita",toConsents:"Lue ja päätä",until:e=>`viimeistään ${e}`,todayTitle:"Tänään",noDayToday:"Tänään sinulla ei ole työpäivää.",comingTitle:"Tulevat päivät",pastTitle:"Menneet päivät",noComing:"Kahden seuraavan viikon aikana ei ole suunniteltuja päiviä.",noPast:"Kahden viime viikon ajalta ei ole merkintöjä.",iAmHere:"Olen paikalla",cannotCome:"En pääse",cannotComeOn:e=>`En pääse ${e}`,youAreHere:"Merkitsimme sinut paikalle.",absenceTold:"Kiitos, poissaolosi on ilmoitettu. Valmentaja kysyy sinulta syyn.",absenceTitle:e=>`Et pääse ${e}`,absenceLead:"Päivä merkitään poissaoloksi. Syytä ei tarvitse kertoa tässä: valmentajasi kysyy sen sinulta.",absenceNote:"Viesti valmentajalle (ei pakollinen)",tellAbsence:"Ilmoita poissaolo",absenceIsTold:"Poissaolo ilmoitettu",notRecorded:"Ei vielä kirjattu",goalsLead:"Mitä kohti olet menossa, ja mitä sen eteen tehdään.",noGoals:"Sinulle ei ole vielä kirjattu tavoitteita.",inOwnWords:"Omin sanoin",measures:"Mitä tehdään",contractLead:"Sopimus kertoo, missä ja milloin olet. Lue se rauhassa ennen kuin allekirjoitat.",noContracts:"Sinulla ei ole sopimuksia.",toSign:"Odottaa allekirjoitustasi",signed:"Olet allekirjoittanut",sign:"Allekirjoita sopimus",signTitle:"Allekirjoitatko sopimuksen?",signLead:"Allekirjoitus on sitova. Kirjautumisesi osoittaa, että se olet sinä.",signedNow:"Sopimus on allekirjoitettu.",place:"Paikka",atArranger:"Järjestäjän tiloissa",period:"Aika",week:"Viikko",tasks:"Tehtävät",signatures:"Allekirjoitukset",consentsLead:"Sinä päätät, kenelle tietojasi saa näyttää. Voit muuttaa mieltäsi milloin vain: se vaikuttaa heti.",noConsents:"Sinulta ei ole pyydetty suostumuksia.",asked:"Sinulta kysytään",mayWithdraw:"Annetut suostumukset",earlier:"Aiemmat",consentSwitch:e=>`${e} saa nähdä tietoni`,sees:"Mitä näkee",whatFor:"Mihin tarvitsee",givenOn:"Annettu",validUntil:"Voimassa",untilWithdrawn:"kunnes perut",give:"Annan suostumuksen",decline:"En anna",given:"Suostumus on annettu.",declined:"Suostumusta ei annettu.",withdrawn:"Suostumus on peruttu. Tiedot eivät enää näy vastaanottajalle.",withdrawTitle:"Perutaanko suostumus?",withdrawLead:e=>`${e} ei näe tietojasi enää tästä hetkestä alkaen.`,withdraw:"Peru suostumus",looksLead:"Jokaisesta katselusta jää merkintä. Näet, kuka katsoi, milloin ja miksi.",disclosed:"Tietoa annettu muille",disclosedLead:"Nämä katsoivat tietojasi muualta kuin valmennuksesta.",noDisclosures:"Tietojasi ei ole näytetty muille.",allLooks:"Kaikki katselut",yourself:"Sinä itse",noLooks:"Kukaan ei ole katsonut tietojasi.",when:"Milloin",who:"Kuka",why:"Miksi",what:"Mitä",fieldsSeen:e=>e===1?"1 tieto":`${e} tietoa`,purposes:{COACHING:"valmennus",REFERRAL:"lähete",CONTRACT:"sopimus",PAYMENT:"etuus tai lasku",DATA_REQUEST:"tietopyyntösi",CORRECTION:"tietojen korjaus",MANAGEMENT:"johtaminen",SUPERVISION:"tietojen käytön valvonta",OWN_DATA:"omat tietosi",REPRESENTATION:"puolestasi toimiminen",SUPPORT:"tekninen tuki",ADMINISTRATION:"ylläpito"},bases:{OWN_DATA:"omat tiedot",REPRESENTATION:"edustaja",WORK:"työtehtävä",CONTRACT:"sopimus",CONSENT:"suostumuksesi",STATUTE:"laki",OWN_REFERRAL:"oma lähete"},dataLead:"Mitä sinusta on tallennettu, ja mitä voit siitä pyytää.",recorded:"Tallennetut tiedot",requests:"Pyyntöni",noRequests:"Sinulla ei ole pyyntöjä.",answerBy:e=>`Vastaus viimeistään ${e}`,newRequest:"Tee pyyntö",requestKind:"Mitä pyydät?",requestText:"Kerro omin sanoin",sendRequest:"Lähetä pyyntö",requestSent:e=>`Pyyntö on lähetetty. Saat vastauksen viimeistään ${e}.`,coach:"Valmentaja"},Ye={ways:{days:"Mina dagar",goals:"Mina mål",contract:"Mitt avtal",consents:"Mina samtycken",looks:"Vem har sett",data:"Mina uppgifter"},daysLead:"Dina arbetsdagar under två veckor. Om du inte kan komma, berätta det här.",waitsForYou:"Det här väntar på dig",toContract:"Läs och skriv under",toConsents:"Läs och bestäm",until:e=>`senast ${e}`,todayTitle:"I dag",noDayToday:"I dag har du ingen arbetsdag.",comingTitle:"Kommande dagar",pastTitle:"Dagar som gått",noComing:"Inga dagar är planerade under de följande två veckorna.",noPast:"Det finns inga anteckningar från de senaste två veckorna.",iAmHere:"Jag är här",cannotCome:"Jag kan inte komma",cannotComeOn:e=>`Jag kan inte komma ${e}`,youAreHere:"Vi antecknade att du är här.",absenceTold:"Tack, din frånvaro är anmäld. Coachen frågar dig om orsaken.",absenceTitle:e=>`Du kan inte komma ${e}`,absenceLead:"Dagen antecknas som frånvaro. Du behöver inte berätta varför här: din coach frågar dig.",absenceNote:"Meddelande till coachen (frivilligt)",tellAbsence:"Anmäl frånvaro",absenceIsTold:"Frånvaro anmäld",notRecorded:"Inte antecknad ännu",goalsLead:"Vart du är på väg, och vad som görs för det.",noGoals:"Inga mål har ännu antecknats för dig.",inOwnWords:"Med egna ord",measures:"Vad som görs",contractLead:"Avtalet berättar var och när du är. Läs det i lugn och ro innan du skriver under.",noContracts:"Du har inga avtal.",toSign:"Väntar på din underskrift",signed:"Du har skrivit under",sign:"Skriv under avtalet",signTitle:"Skriver du under avtalet?",signLead:"Underskriften är bindande. Din inloggning visar att det är du.",signedNow:"Avtalet är underskrivet.",place:"Plats",atArranger:"Hos arrangören",period:"Tid",week:"Vecka",tasks:"Uppgifter",signatures:"Underskrifter",consentsLead:"Du bestämmer vem som får se dina uppgifter. Du kan ändra dig när som helst: det gäller genast.",noConsents:"Inga samtycken har begärts av dig.",asked:"Du blir tillfrågad",mayWithdraw:"Samtycken som du gett",earlier:"Tidigare",consentSwitch:e=>`${e} får se mina uppgifter`,sees:"Vad som syns",whatFor:"Varför",givenOn:"Gavs",validUntil:"Gäller till",untilWithdrawn:"tills du återkallar",give:"Jag samtycker",decline:"Jag samtycker inte",given:"Samtycket är givet.",declined:"Samtycket gavs inte.",withdrawn:"Samtycket är återkallat. Uppgifterna syns inte längre för mottagaren.",withdrawTitle:"Ska samtycket återkallas?",withdrawLead:e=>`${e} ser inte dina uppgifter från och med nu.`,withdraw:"Återkalla samtycket",looksLead:"Varje titt lämnar ett spår. Du ser vem som tittade, när och varför.",disclosed:"Uppgifter som getts till andra",disclosedLead:"Dessa har sett dina uppgifter utanför coachningen.",noDisclosures:"Dina uppgifter har inte visats för andra.",allLooks:"Alla tittar",yourself:"Du själv",noLooks:"Ingen har sett dina uppgifter.",when:"När",who:"Vem",why:"Varför",what:"Vad",fieldsSeen:e=>e===1?"1 uppgift":`${e} uppgifter`,purposes:{COACHING:"coachning",REFERRAL:"remiss",CONTRACT:"avtal",PAYMENT:"förmån eller faktura",DATA_REQUEST:"din begäran",CORRECTION:"rättelse",MANAGEMENT:"ledning",SUPERVISION:"tillsyn över användningen",OWN_DATA:"dina egna uppgifter",REPRESENTATION:"företräder dig",SUPPORT:"tekniskt stöd",ADMINISTRATION:"underhåll"},bases:{OWN_DATA:"egna uppgifter",REPRESENTATION:"företrädare",WORK:"arbetsuppgift",CONTRACT:"avtal",CONSENT:"ditt samtycke",STATUTE:"lag",OWN_REFERRAL:"egen remiss"},dataLead:"Vad som har sparats om dig, och vad du kan begära.",recorded:"Sparade uppgifter",requests:"Mina begäranden",noRequests:"Du har inga begäranden.",answerBy:e=>`Svar senast ${e}`,newRequest:"Gör en begäran",requestKind:"Vad begär du?",requestText:"Berätta med egna ord",sendRequest:"Skicka begäran",requestSent:e=>`Begäran är skickad. Du får svar senast ${e}.`,coach:"Coach"},Ke={ways:{days:"My days",goals:"My goals",contract:"My contract",consents:"My consents",looks:"Who looked",data:"My data"},daysLead:"Your working days of two weeks. If you cannot come, say so here.",waitsForYou:"This waits for you",toContract:"Read and sign",toConsents:"Read and decide",until:e=>`by ${e}`,todayTitle:"Today",noDayToday:"You have no working day today.",comingTitle:"Days to come",pastTitle:"Days gone by",noComing:"No days are planned for the next two weeks.",noPast:"Nothing was recorded in the last two weeks.",iAmHere:"I am here",cannotCome:"I cannot come",cannotComeOn:e=>`I cannot come on ${e}`,youAreHere:"We recorded that you are here.",absenceTold:"Thank you, your absence is recorded. Your coach will ask you why.",absenceTitle:e=>`You cannot come on ${e}`,absenceLead:"The day is recorded as an absence. You need not say why here: your coach will ask you.",absenceNote:"A message to your coach (optional)",tellAbsence:"Report the absence",absenceIsTold:"Absence reported",notRecorded:"Not recorded yet",goalsLead:"Where you are going, and what is done for it.",noGoals:"No goals have been recorded for you yet.",inOwnWords:"In own words",measures:"What is done",contractLead:"The contract says where and when you are. Take your time to read it before you sign.",noContracts:"You have no contracts.",toSign:"Waits for your signature",signed:"You have signed",sign:"Sign the contract",signTitle:"Do you sign the contract?",signLead:"A signature binds you. Your log-in shows that it is you.",signedNow:"The contract is signed.",place:"Place",atArranger:"At the arranger’s",period:"Period",week:"Week",tasks:"Tasks",signatures:"Signatures",consentsLead:"You decide to whom your data may be shown. You may change your mind at any time: it counts at once.",noConsents:"You have not been asked for consents.",asked:"You are asked",mayWithdraw:"Consents that you gave",earlier:"Earlier",consentSwitch:e=>`${e} may see my data`,sees:"What they see",whatFor:"What for",givenOn:"Given",validUntil:"Valid until",untilWithdrawn:"you withdraw it",give:"I consent",decline:"I do not consent",given:"The consent is given.",declined:"The consent was not given.",withdrawn:"The consent is withdrawn. The recipient no longer sees the data.",withdrawTitle:"Withdraw the consent?",withdrawLead:e=>`${e} will not see your data from this moment on.`,withdraw:"Withdraw the consent",looksLead:"Every look leaves a record. You see who looked, when and why.",disclosed:"Data given to others",disclosedLead:"These looked at your data from outside of the coaching.",noDisclosures:"Your data was not shown to others.",allLooks:"All looks",yourself:"You yourself",noLooks:"Nobody has looked at your data.",when:"When",who:"Who",why:"Why",what:"What",fieldsSeen:e=>e===1?"1 fact":`${e} facts`,purposes:{COACHING:"coaching",REFERRAL:"referral",CONTRACT:"contract",PAYMENT:"benefit or invoice",DATA_REQUEST:"your request",CORRECTION:"correction",MANAGEMENT:"management",SUPERVISION:"review of how data is used",OWN_DATA:"your own data",REPRESENTATION:"acting for you",SUPPORT:"technical support",ADMINISTRATION:"administration"},bases:{OWN_DATA:"own data",REPRESENTATION:"representative",WORK:"work",CONTRACT:"contract",CONSENT:"your consent",STATUTE:"statute",OWN_REFERRAL:"own referral"},dataLead:"What has been recorded about you, and what you may ask for.",recorded:"Recorded data",requests:"My requests",noRequests:"You have no requests.",answerBy:e=>`Answer by ${e}`,newRequest:"Make a request",requestKind:"What do you ask for?",requestText:"Say it in your own words",sendRequest:"Send the request",requestSent:e=>`The request is sent. You get an answer by ${e}.`,coach:"Coach"};function l(){return{fi:Ve,sv:Ye,en:Ke}[g().language]}var ye=c(Y(),1);var u=c(m(),1);function H({consent:e,isNamed:n=!0}){let s=l(),{whole:o,moment:r}=p(),a=A("ofTerms","consent_purpose"),t=A("ofChoice","DataCategory"),i=A("ofType","Consent");return(0,u.jsxs)(u.Fragment,{children:[n?(0,u.jsxs)("div",{className:"row apart",children:[(0,u.jsx)("h3",{children:e.agency?.name}),(0,u.jsx)("span",{className:"tag",children:i(e.state)})]}):null,(0,u.jsxs)("dl",{className:"facts",children:[(0,u.jsx)("dt",{children:s.sees}),(0,u.jsx)("dd",{children:e.categories?.map(t).join(", ")}),(0,u.jsx)("dt",{children:s.whatFor}),(0,u.jsx)("dd",{children:a(e.purpose)}),e.givenOn?(0,u.jsxs)(u.Fragment,{children:[(0,u.jsx)("dt",{children:s.givenOn}),(0,u.jsx)("dd",{children:o(e.givenOn)})]}):null,e.withdrawnAt?(0,u.jsxs)(u.Fragment,{children:[(0,u.jsx)("dt",{children:i("WITHDRAWN")}),(0,u.jsx)("dd",{children:r(e.withdrawnAt)})]}):(0,u.jsxs)(u.Fragment,{children:[(0,u.jsx)("dt",{children:s.validUntil}),(0,u.jsx)("dd",{children:o(e.validUntil)||s.untilWithdrawn})]})]})]})}function Se({consent:e,onDecided:n}){let s=U(le);return{...s,decide:async(r,a)=>{let i=(await s.run({step:{id:e.id,revision:e.revision,transition:r}}))?.transitionConsent.consent;return i&&n(i,a),!!i}}}function De({consent:e,onDecided:n}){let s=l(),{decide:o,problems:r,isWaiting:a}=Se({consent:e,onDecided:n});return(0,u.jsxs)("li",{className:"card",children:[(0,u.jsx)(H,{consent:e}),(0,u.jsx)(P,{problems:r}),(0,u.jsxs)("div",{className:"row",children:[(0,u.jsx)("button",{type:"button",className:"button",disabled:a,onClick:()=>{o("GIVE",s.given)},children:s.give}),(0,u.jsx)("button",{type:"button",className:"button",disabled:a,onClick:()=>{o("DECLINE",s.declined)},children:s.decline})]})]})}function Ie({consent:e,onDecided:n}){let s=l(),{words:o}=g(),[r,a]=(0,ye.useState)(!1),{decide:t,problems:i,isWaiting:E,forget:d}=Se({consent:e,onDecided:n}),T=e.agency?.name??"",I=()=>{d(),a(!1)},k=async()=>{await t("WITHDRAW",s.withdrawn)&&I()};return(0,u.jsxs)("li",{className:"card",children:[(0,u.jsxs)("button",{type:"button",className:"switch",role:"switch","aria-checked":"true",onClick:()=>a(!0),children:[(0,u.jsx)("span",{className:"switch-track","aria-hidden":"true"}),s.consentSwitch(T)]}),(0,u.jsx)(H,{consent:e,isNamed:!1}),(0,u.jsxs)(K,{title:s.withdrawTitle,isOpen:r,onClose:I,children:[(0,u.jsx)(P,{problems:i}),(0,u.jsx)("p",{children:s.withdrawLead(T)}),(0,u.jsxs)("div",{className:"row",children:[(0,u.jsx)("button",{type:"button",className:"button grave",disabled:E,onClick:()=>{k()},children:s.withdraw}),(0,u.jsx)("button",{type:"button",className:"button",onClick:I,children:o.cancel})]})]})]})}var D=c(m(),1);function fe(){let e=l(),{announce:n}=g(),s=f(Oe,{}),[o,r]=(0,Ce.useState)({}),a=(t,i)=>{r(E=>({...E,[t.id]:t})),n(i)};return(0,D.jsx)(L,{title:e.ways.consents,lead:e.consentsLead,isReading:!0,children:(0,D.jsx)(w,{look:s,children:t=>{let i=(t.consents?.nodes??[]).map(E=>({...E,...o[E.id]}));return i.length?(0,D.jsx)(qe,{all:i,onDecided:a}):(0,D.jsx)("p",{className:"card quiet",children:e.noConsents})}})})}function qe({all:e,onDecided:n}){let s=l(),o=e.filter(({state:t})=>t==="REQUESTED"),r=e.filter(({state:t})=>t==="GIVEN"),a=e.filter(({state:t})=>t!=="REQUESTED"&&t!=="GIVEN");return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)($,{id:"asked",title:s.asked,isEmpty:!o.length,children:o.map(t=>(0,D.jsx)(De,{consent:t,onDecided:n},t.id))}),(0,D.jsx)($,{id:"given",title:s.mayWithdraw,isEmpty:!r.length,children:r.map(t=>(0,D.jsx)(Ie,{consent:t,onDecided:n},t.id))}),(0,D.jsx)($,{id:"earlier",title:s.earlier,isEmpty:!a.length,children:a.map(t=>(0,D.jsx)("li",{className:"card",children:(0,D.jsx)(H,{consent:t})},t.id))})]})}function $({id:e,title:n,isEmpty:s,children:o}){return s?null:(0,D.jsxs)("section",{className:"stack","aria-labelledby":e,children:[(0,D.jsx)("h2",{id:e,children:n}),(0,D.jsx)("ul",{className:"cards",children:o})]})}var X=c(Y(),1);var y=c(m(),1);function ke({contract:e}){let n=l(),{weekday:s,clock:o,hours:r,moment:a}=p(),t=A("ofChoice","SignatureParty");return(0,y.jsxs)("dl",{className:"facts",children:[(0,y.jsx)("dt",{children:n.place}),(0,y.jsx)("dd",{children:e.workplace?.name??n.atArranger}),(0,y.jsx)("dt",{children:n.week}),(0,y.jsx)("dd",{children:(0,y.jsx)("ul",{children:e.weeklyPattern?.map(i=>(0,y.jsxs)("li",{children:[s(i.weekday)," ",o(i.startsAt),", ",r(i.minutes)]},i.weekday))})}),e.tasks?(0,y.jsxs)(y.Fragment,{children:[(0,y.jsx)("dt",{children:n.tasks}),(0,y.jsx)("dd",{children:e.tasks})]}):null,e.signatures?.length?(0,y.jsxs)(y.Fragment,{children:[(0,y.jsx)("dt",{children:n.signatures}),(0,y.jsx)("dd",{children:(0,y.jsx)("ul",{children:e.signatures.map(i=>(0,y.jsxs)("li",{children:[t(i.party),": ",i.name,", ",a(i.signedAt)]},i.party))})})]}):null]})}var S=c(m(),1);function he(){let e=l(),{announce:n}=g(),s=f(ue,{}),[o,r]=(0,X.useState)({}),a=t=>{r(i=>({...i,[t.id]:t})),n(e.signedNow)};return(0,S.jsx)(L,{title:e.ways.contract,lead:e.contractLead,isReading:!0,children:(0,S.jsx)(w,{look:s,children:t=>{let i=(t.contracts?.nodes??[]).map(d=>({...d,...o[d.id]}));return i.length?[...i].sort((d,T)=>Number(j(T))-Number(j(d))).map(d=>(0,S.jsx)(He,{contract:d,onSigned:a},d.id)):(0,S.jsx)("p",{className:"card quiet",children:e.noContracts})}})})}function j({state:e,signatures:n}){return e==="AWAITING_SIGNATURES"&&!n?.some(({party:s})=>s==="CLIENT")}function He({contract:e,onSigned:n}){let s=l(),{whole:o}=p(),r=A("ofType","Contract"),[a,t]=(0,X.useState)(!1);return(0,S.jsxs)("article",{className:"card","aria-labelledby":e.id,children:[(0,S.jsxs)("div",{className:"row apart",children:[(0,S.jsxs)("h2",{id:e.id,children:[o(e.startsOn)," – ",o(e.endsOn)]}),(0,S.jsx)("span",{className:e.state==="ACTIVE"?"tag good":"tag",children:r(e.state)})]}),(0,S.jsx)(ke,{contract:e}),j(e)?(0,S.jsx)("div",{children:(0,S.jsx)("button",{type:"button",className:"button first",onClick:()=>t(!0),children:s.sign})}):null,(0,S.jsx)(Be,{contract:e,isOpen:a,onClose:()=>t(!1),onSigned:n})]})}function Be({contract:e,isOpen:n,onClose:s,onSigned:o}){let r=l(),{words:a}=g(),t=U(ce),i=()=>{t.forget(),s()},E=async()=>{let d={id:e.id,revision:e.revision,transition:"SIGN"},T=(await t.run({step:d}))?.transitionContract.contract;T&&(o(T),i())};return(0,S.jsxs)(K,{title:r.signTitle,isOpen:n,onClose:i,children:[(0,S.jsx)(P,{problems:t.problems}),(0,S.jsx)("p",{children:r.signLead}),(0,S.jsxs)("div",{className:"row",children:[(0,S.jsx)("button",{type:"button",className:"button first",onClick:()=>{E()},disabled:t.isWaiting,children:r.sign}),(0,S.jsx)("button",{type:"button",className:"button",onClick:i,children:a.cancel})]})]})}var B=c(Y(),1);var b=c(m(),1);function we({onSent:e}){let n=l(),{announce:s}=g(),{whole:o}=p(),[r,a]=(0,B.useState)("ACCESS"),[t,i]=(0,B.useState)(""),[E,d]=(0,B.useState)(""),T=U(Ee),I=async k=>{k.preventDefault();let V=(await T.run({request:{kind:r,requestText:t}}))?.createDataRequest.dataRequest;if(!V)return;let te=n.requestSent(o(V.dueOn));d(te),i(""),s(te),e()};return(0,b.jsxs)("form",{className:"card","aria-labelledby":"new-request",onSubmit:k=>{I(k)},children:[(0,b.jsx)("h2",{id:"new-request",children:n.newRequest}),(0,b.jsx)(P,{problems:T.problems,inputs:{requestText:"request-text"}}),E?(0,b.jsx)("p",{className:"notice good",children:E}):null,(0,b.jsx)(de,{label:n.requestKind,titles:"DataRequestKind",value:r,onChange:k=>a(k)}),(0,b.jsxs)("div",{className:"field",children:[(0,b.jsx)("label",{htmlFor:"request-text",children:n.requestText}),(0,b.jsx)("textarea",{id:"request-text",autoComplete:"off",required:!0,maxLength:2e3,value:t,onChange:k=>i(k.target.value)})]}),(0,b.jsx)("div",{children:(0,b.jsx)("button",{type:"submit",className:"button first",disabled:T.isWaiting,children:n.sendRequest})})]})}var N=c(m(),1),Qe=["firstNames","callName","lastName","dateOfBirth","phones","email","streetAddress","postalCode","city"];function be(){let e=l(),n=f(Re,{}),s=f(pe,{});return(0,N.jsxs)(L,{title:e.ways.data,lead:e.dataLead,isReading:!0,children:[(0,N.jsxs)("section",{className:"stack","aria-labelledby":"recorded",children:[(0,N.jsx)("h2",{id:"recorded",children:e.recorded}),(0,N.jsx)(w,{look:n,children:({clients:o})=>o?.nodes.map((r,a)=>(0,N.jsx)($e,{person:r},a))})]}),(0,N.jsxs)("section",{className:"stack","aria-labelledby":"requests",children:[(0,N.jsx)("h2",{id:"requests",children:e.requests}),(0,N.jsx)(w,{look:s,children:({dataRequests:o})=>(0,N.jsx)(je,{requests:o?.nodes??[]})})]}),(0,N.jsx)(we,{onSent:s.again})]})}function $e({person:e}){let n=l(),{language:s}=g(),{whole:o}=p(),r=A("ofType","Client"),a=e.relationships?.nodes.find(({state:i})=>i==="ACTIVE")?.responsibleCoach,t=i=>{let E=e[i];return i==="dateOfBirth"?o(e.dateOfBirth):Array.isArray(E)?new Intl.ListFormat(`${s}-FI`).format(E):String(E??"")};return(0,N.jsxs)("dl",{className:"card facts",children:[Qe.filter(i=>e[i]!==null).map(i=>(0,N.jsx)(Le,{title:r(i),text:t(i)},i)),a?(0,N.jsx)(Le,{title:n.coach,text:`${a.firstName} ${a.lastName}`}):null]})}function Le({title:e,text:n}){return(0,N.jsxs)(N.Fragment,{children:[(0,N.jsx)("dt",{children:e}),(0,N.jsx)("dd",{children:n})]})}function je({requests:e}){let n=l(),{whole:s}=p(),o=A("ofChoice","DataRequestKind"),r=A("ofType","DataRequest");return e.length?(0,N.jsx)("ul",{className:"cards",children:e.map((a,t)=>(0,N.jsxs)("li",{className:"card",children:[(0,N.jsxs)("div",{className:"row apart",children:[(0,N.jsx)("h3",{children:o(a.kind)}),(0,N.jsx)("span",{className:"tag",children:r(a.state)})]}),(0,N.jsx)("p",{className:"quiet",children:n.answerBy(s(a.dueOn))}),a.answer?(0,N.jsx)("p",{children:a.answer}):null,a.refusalText?(0,N.jsx)("p",{children:a.refusalText}):null]},t))}):(0,N.jsx)("p",{className:"quiet",children:n.noRequests})}var z=c(Y(),1);var Pe=c(Y(),1);var M=c(m(),1);function Me({day:e,onClose:n,onTold:s}){let o=l(),{words:r}=g(),{on:a}=p(),[t,i]=(0,Pe.useState)(""),E=U(Te),d=()=>{i(""),E.forget(),n()},T=async()=>{if(!e)return;let I={attendanceId:e.id,revision:e.revision,note:t.trim()||null},k=(await E.run({absence:I}))?.reportAbsence.attendance;k&&(s(k),d())};return(0,M.jsxs)(K,{title:e?o.absenceTitle(a(e.day??"")):"",isOpen:e!==null,onClose:d,children:[(0,M.jsx)(P,{problems:E.problems}),(0,M.jsx)("p",{children:o.absenceLead}),(0,M.jsxs)("div",{className:"field",children:[(0,M.jsx)("label",{htmlFor:"absence-note",children:o.absenceNote}),(0,M.jsx)("textarea",{id:"absence-note",autoComplete:"off",maxLength:500,value:t,onChange:I=>i(I.target.value)})]}),(0,M.jsxs)("div",{className:"row",children:[(0,M.jsx)("button",{type:"button",className:"button first",onClick:()=>{T()},disabled:E.isWaiting,children:o.tellAbsence}),(0,M.jsx)("button",{type:"button",className:"button",onClick:d,children:r.cancel})]})]})}var F=c(m(),1);function J({day:e,onAbsence:n}){let s=l(),{long:o,on:r,hours:a}=p(),t=o(e.day??"");return(0,F.jsxs)("li",{className:"day",children:[(0,F.jsxs)("div",{className:"day-when",children:[(0,F.jsx)("span",{className:"strong",children:t}),(0,F.jsx)("span",{className:"quiet small",children:[a(e.minutes??e.plannedMinutes),e.workplace?.name].filter(Boolean).join(" · ")})]}),n&&!e.code?(0,F.jsx)("button",{type:"button",className:"button","aria-label":s.cannotComeOn(r(e.day??"")),onClick:()=>n(e),children:s.cannotCome}):(0,F.jsx)(Z,{day:e})]})}function Z({day:e}){let n=l(),s=A("ofTerms","attendance_code");return e.code?(0,F.jsx)("span",{className:e.code.startsWith("PRESENT")?"tag good":"tag note",children:s(e.code)}):(0,F.jsx)("span",{className:"tag",children:n.notRecorded})}var v=c(m(),1);function ve({day:e,onAbsence:n,onChange:s}){let o=l(),{long:r,hours:a}=p(),t=U(me),i=async()=>{let E={attendanceId:e.id,revision:e.revision,code:"PRESENT",minutes:e.plannedMinutes},d=await t.run({days:{entries:[E]}});for(let T of d?.recordAttendance.days??[])s(T,o.youAreHere)};return(0,v.jsxs)("article",{className:"card today",children:[(0,v.jsxs)("div",{className:"row apart",children:[(0,v.jsx)("h3",{children:r(e.day??"")}),(0,v.jsx)(Z,{day:e})]}),(0,v.jsx)("p",{className:"quiet",children:[a(e.plannedMinutes),e.workplace?.name].filter(Boolean).join(" · ")}),(0,v.jsx)(P,{problems:t.problems}),e.code?null:(0,v.jsxs)("div",{className:"row",children:[(0,v.jsx)("button",{type:"button",className:"button first",onClick:()=>{i()},disabled:t.isWaiting,children:o.iAmHere}),(0,v.jsx)("button",{type:"button",className:"button",onClick:()=>n(e),children:o.cannotCome})]})]})}var W=c(m(),1),Ue={CONTRACT_TO_SIGN:"/contract",CONSENT_TO_GIVE:"/consents"};function Fe(){let e=l(),{whole:n}=p(),s=A("ofChoice","TaskKind"),o=f(ge,{}).answer?.data?.tasks?.nodes??[];return o.length?(0,W.jsxs)("section",{className:"notice warn","aria-labelledby":"waits",children:[(0,W.jsx)("h2",{id:"waits",children:e.waitsForYou}),(0,W.jsx)("ul",{className:"stack",children:o.map(({kind:r,dueOn:a,object:t},i)=>(0,W.jsxs)("li",{className:"row",children:[(0,W.jsx)("span",{className:"strong",children:t&&"text"in t&&t.text?t.text:s(r)}),a?(0,W.jsx)("span",{children:e.until(n(a))}):null,Ue[r]?(0,W.jsx)(ne,{href:Ue[r],children:r==="CONTRACT_TO_SIGN"?e.toContract:e.toConsents}):null]},t?.id??i))})]}):null}var R=c(m(),1);function We(){let e=l(),{announce:n}=g(),s=re(),o=f(_e,{alkaen:Q(s,-14),ennen:Q(s,15)}),[r,a]=(0,z.useState)({}),[t,i]=(0,z.useState)(null),E=(d,T)=>{a(I=>({...I,[d.id]:d})),n(T)};return(0,R.jsxs)(L,{title:e.ways.days,lead:e.daysLead,isReading:!0,children:[(0,R.jsx)(Fe,{}),(0,R.jsx)(w,{look:o,children:d=>{let T=(d.attendance?.nodes??[]).map(I=>({...I,...r[I.id]}));return(0,R.jsx)(Xe,{days:T,now:s,onAbsence:i,onChange:E})}}),(0,R.jsx)(Me,{day:t,onClose:()=>i(null),onTold:d=>E(d,e.absenceTold)})]})}function Xe({days:e,now:n,onAbsence:s,onChange:o}){let r=l(),a=[...e].sort((d,T)=>(d.day??"").localeCompare(T.day??"")),t=a.filter(({day:d})=>d===n),i=a.filter(({day:d})=>(d??"")>n),E=a.filter(({day:d})=>(d??"")<n).reverse();return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsxs)("section",{className:"stack","aria-labelledby":"today",children:[(0,R.jsx)("h2",{id:"today",children:r.todayTitle}),t.length?null:(0,R.jsx)("p",{className:"card quiet",children:r.noDayToday}),t.map(d=>(0,R.jsx)(ve,{day:d,onAbsence:s,onChange:o},d.id))]}),(0,R.jsxs)("section",{className:"stack","aria-labelledby":"coming",children:[(0,R.jsx)("h2",{id:"coming",children:r.comingTitle}),i.length?null:(0,R.jsx)("p",{className:"quiet",children:r.noComing}),(0,R.jsx)("ul",{className:"days",children:i.map(d=>(0,R.jsx)(J,{day:d,onAbsence:s},d.id))})]}),(0,R.jsxs)("section",{className:"stack","aria-labelledby":"past",children:[(0,R.jsx)("h2",{id:"past",children:r.pastTitle}),E.length?null:(0,R.jsx)("p",{className:"quiet",children:r.noPast}),(0,R.jsx)("ul",{className:"days",children:E.map(d=>(0,R.jsx)(J,{day:d},d.id))})]})]})}var _=c(m(),1);function Ge(){let e=l(),{language:n}=g(),{whole:s}=p(),o=f(Ne,{});return(0,_.jsx)(L,{title:e.ways.goals,lead:e.goalsLead,isReading:!0,children:(0,_.jsx)(w,{look:o,children:({programmes:r})=>{let a=(r?.nodes??[]).filter(({goals:t})=>t?.nodes.length);return a.length?a.map(t=>(0,_.jsxs)("section",{className:"stack","aria-labelledby":t.id,children:[(0,_.jsx)("h2",{id:t.id,children:ie(t.serviceType,n)}),(0,_.jsxs)("p",{className:"quiet",children:[s(t.startsOn)," – ",s(t.endsOn)]}),(0,_.jsx)("ul",{className:"cards",children:t.goals?.nodes.map(i=>(0,_.jsx)(Je,{goal:i},i.id))})]},t.id)):(0,_.jsx)("p",{className:"card quiet",children:e.noGoals})}})})}function Je({goal:e}){let n=l(),{whole:s}=p(),o=A("ofTerms","goal_area"),r=A("ofType","Goal"),a=A("ofType","Measure");return(0,_.jsxs)("li",{className:"card",children:[(0,_.jsxs)("div",{className:"row apart",children:[(0,_.jsx)("span",{className:"quiet",children:o(e.area)}),(0,_.jsx)("span",{className:e.state==="OPEN"?"tag note":"tag good",children:r(e.state)})]}),e.ownWords?(0,_.jsxs)("blockquote",{className:"own-words",children:[(0,_.jsxs)("span",{className:"unseen",children:[n.inOwnWords,": "]}),e.ownWords]}):null,(0,_.jsx)("h3",{children:e.text}),e.measures?.nodes.length?(0,_.jsxs)("div",{className:"stack tight",children:[(0,_.jsx)("h4",{className:"quiet small",children:n.measures}),(0,_.jsx)("ul",{children:e.measures.nodes.map(t=>(0,_.jsxs)("li",{className:"row apart",children:[(0,_.jsx)("span",{children:t.text}),(0,_.jsx)("span",{className:"quiet small",children:[a(t.state),s(t.dueOn)].filter(Boolean).join(" · ")})]},t.id))})]}):null]})}var q=c(Y(),1);var x=c(m(),1);function ee({fields:e}){let n=l(),[s,o]=(0,q.useState)(!1);return e.length?(0,x.jsxs)("details",{className:"small",onToggle:r=>o(r.currentTarget.open),children:[(0,x.jsxs)("summary",{children:[n.what,": ",n.fieldsSeen(e.length)]}),s?(0,x.jsx)(Ze,{fields:e}):null]}):null}function Ze({fields:e}){let{titles:n,language:s,words:o}=g(),[r,a]=(0,q.useState)(null);return(0,q.useEffect)(()=>{let t=!0,i=e.map(T=>T.split(":")[0]?.split(".")??[]),E=[...new Set(i.map(([T=""])=>T))],d=async T=>{let I=await n.ofType(T,s),k=new Set(i.filter(([V])=>V===T).map(([,V=""])=>I.get(V)??V));return`${I.get("")??T}: ${[...k].join(", ")}`};return Promise.all(E.map(d)).then(T=>t&&a(T)),()=>{t=!1}},[e,n,s]),r?(0,x.jsx)("ul",{className:"quiet",children:r.map(t=>(0,x.jsx)("li",{children:t},t))}):(0,x.jsx)("p",{className:"waiting",children:o.loading})}var O=c(m(),1);function xe(){let e=l(),n=f(Ae,{});return(0,O.jsx)(L,{title:e.ways.looks,lead:e.looksLead,isReading:!0,children:(0,O.jsx)(w,{look:n,children:({clients:s})=>s?.nodes.map((o,r)=>(0,O.jsx)(ze,{person:o},r))})})}function ze({person:e}){let n=l(),{moment:s}=p(),o=e.disclosures??[],r=e.accessLog??[];return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsxs)("section",{className:"stack","aria-labelledby":"disclosed",children:[(0,O.jsx)("h2",{id:"disclosed",children:n.disclosed}),(0,O.jsx)("p",{className:"quiet",children:o.length?n.disclosedLead:n.noDisclosures}),(0,O.jsx)("ul",{className:"list",children:o.map((a,t)=>(0,O.jsxs)("li",{className:"look",children:[(0,O.jsx)("span",{className:"strong",children:a.agencyName}),(0,O.jsx)("span",{className:"quiet small",children:s(a.at)}),(0,O.jsx)("span",{children:n.bases[a.basis??""]??a.basis}),(0,O.jsx)(ee,{fields:a.fields??[]})]},t))})]}),(0,O.jsxs)("section",{className:"stack","aria-labelledby":"looks",children:[(0,O.jsx)("h2",{id:"looks",children:n.allLooks}),r.length?null:(0,O.jsx)("p",{className:"quiet",children:n.noLooks}),(0,O.jsx)("ul",{className:"list",children:r.map((a,t)=>(0,O.jsxs)("li",{className:"look",children:[(0,O.jsx)("span",{className:"strong",children:a.actorName??(a.basis==="OWN_DATA"?n.yourself:"–")}),(0,O.jsx)("span",{className:"quiet small",children:s(a.at)}),(0,O.jsx)("span",{children:et(a.purpose,n.purposes)}),(0,O.jsx)(ee,{fields:a.fields??[]})]},t))})]})]})}function et(e,n){return(e??"").split(/[\s,]+/).map(s=>n[s]??s).join(", ")}var h=c(m(),1);function tt(){let{ways:e}=l();return(0,h.jsxs)(h.Fragment,{children:[(0,h.jsx)(oe,{ways:[{path:"/",title:e.days},{path:"/goals",title:e.goals},{path:"/contract",title:e.contract},{path:"/consents",title:e.consents},{path:"/looks",title:e.looks},{path:"/data",title:e.data}]}),(0,h.jsxs)(se,{children:[(0,h.jsx)(G,{path:"/",component:We}),(0,h.jsx)(G,{path:"/goals",component:Ge}),(0,h.jsx)(G,{path:"/contract",component:he}),(0,h.jsx)(G,{path:"/consents",component:fe}),(0,h.jsx)(G,{path:"/looks",component:xe}),(0,h.jsx)(G,{path:"/data",component:be}),(0,h.jsx)(G,{component:ae})]})]})}export{tt as default};
