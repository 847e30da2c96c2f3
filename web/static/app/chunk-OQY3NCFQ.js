import{a as Y}from"./chunk-CKQZYI4C.js";import{a as I}from"./chunk-XK54XRAY.js";import{a as x}from"./chunk-Q76RXZQN.js";import{b as M}from"./chunk-I6GAUND4.js";import{a as L,c as P}from"./chunk-VIZM4RQS.js";import"./chunk-CB3TNUNV.js";import"./chunk-NROFDF76.js";import{a as B,b as K,e as c}from"./chunk-HJ23X4EG.js";import{a as G}from"./chunk-FOW2D7KC.js";import{w as d}from"./chunk-DID5BYHS.js";import{a as Oe,f as k,g as F,h as b,m as N,n as m,p as U,q as l,r as v,s as W,u}from"./chunk-2FJT3FGT.js";import{b as _}from"./chunk-SQE76S5B.js";var p=class extends String{__apiType;value;__meta__;constructor(t,n){super(t),this.value=t,this.__meta__=n}toString(){return this.value}},V=new p(`
    mutation DecideLetter($step: TransitionRequestLetterInput!, $key: String!) {
  transitionRequestLetter(input: $step, idempotencyKey: $key) {
    requestLetter {
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
    `),H=new p(`
    query PublishedNotices {
  privacyNotices(filter: {state: {eq: PUBLISHED}}, first: 10) {
    nodes {
      id
      version
      effectiveOn
      register {
        name
      }
    }
  }
}
    `),q=new p(`
    query PurgesOfRegisters {
  purges(orderBy: CREATED_DESC, first: 20) {
    nodes {
      id
      revision
      kind
      state
      basis
      judgedOn
      proposedByName
      approvedByName
      confirmedByName
      doneAt
      counts {
        type
        rows
      }
    }
  }
}
    `),Q=new p(`
    query RegistersToPurge {
  registers(first: 20) {
    nodes {
      id
      name
    }
  }
  contentTypes {
    name
    titles {
      fi
      sv
      en
    }
  }
}
    `),j=new p(`
    mutation ProposePurge($purge: CreatePurgeInput!, $key: String!) {
  createPurge(input: $purge, idempotencyKey: $key) {
    purge {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),$=new p(`
    mutation DecidePurge($step: TransitionPurgeInput!, $key: String!) {
  transitionPurge(input: $step, idempotencyKey: $key) {
    purge {
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
    `),X=new p(`
    query RequestsByClock {
  dataRequests(
    filter: {state: {in: [RECEIVED, IDENTITY_CHECK, IN_PROGRESS, EXTENDED, FULFILLED, PARTLY]}}
    orderBy: DUE_ON
    first: 50
  ) {
    nodes {
      id
      revision
      kind
      state
      receivedOn
      dueOn
      channel
      identityProof
      identityCheckedAt
      packageExpiresAt
      extensionReason
      answeredOn
      client {
        id
      }
    }
  }
}
    `),J=new p(`
    mutation DecideRequest($step: TransitionDataRequestInput!, $key: String!) {
  transitionDataRequest(input: $step, idempotencyKey: $key) {
    dataRequest {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),Z=new p(`
    query KaikkiPoikkeamat {
  anomalies(orderBy: STARTS_AT_DESC, first: 50) {
    totalCount
    nodes {
      state
      kind
      unit {
        name
      }
      staffMember {
        lastName
      }
      startsAt
      count
      threshold
      firstEntry
      lastEntry
      history {
        action
        actorName
        comment
      }
    }
  }
}
    `),z=new p(`
    query Tarkistuspisteet {
  logCheckpoints(orderBy: BLOCK_DESC, first: 5) {
    nodes {
      block
      entries
      tip
      signedAt
      keyId
      publicKey
      token
    }
  }
}
    `),ee=new p(`
    query LahettamattomatKirjeet {
  requestLetters(filter: {state: {eq: WAITING}}, first: 50) {
    nodes {
      id
      revision
      occasion
      language
      text
      recipient
      request {
        id
        kind
        dueOn
      }
    }
  }
}
    `),te=new p(`
    query SelosteenTila($seloste: ID!) {
  noticeCheck(id: $seloste) {
    isUpToDate
    missing
    gone
  }
  notAcknowledged(id: $seloste) {
    kind
    name
  }
  privacyNotice(id: $seloste) {
    version
    state
    effectiveOn
    dataKept {
      typeFi
      fi
      category
      sources
    }
  }
}
    `),oe=new p(`
    query Esikatselu($rekisteri: ID!) {
  purgePreview(kind: DUE, registerId: $rekisteri) {
    judgedOn
    going
    heldBack
    counts {
      type
      rows
    }
    items {
      target
      dueOn
      obstacle
    }
  }
}
    `),ne=new p(`
    query MitaTietosuojaltaOdotetaan {
  tasks(first: 50) {
    nodes {
      kind
      dueOn
      object {
        id
        ... on DataRequest {
          kind
          state
        }
        ... on Rectification {
          rectificationState: state
        }
        ... on IdentityMatch {
          matchState: state
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),se=new p(`
    query Kayttoloki($asiakas: ID!) @purpose(of: SUPERVISION) {
  client(id: $asiakas) {
    state
    accessLog(first: 100) {
      cursor
      at
      actorName
      authority
      purpose
      operation
      fields
      basis
    }
  }
}
    `);var _e={ways:{requests:"Pyynnöt",letters:"Kirjeet",purges:"Poistot",log:"Katselut ja loki",notice:"Seloste"},requestsLead:"Henkilöiden pyynnöt määräpäivän mukaan. Mitään ei kerrota ennen kuin tiedetään, kuka kysyy.",open:"Avoimet",noOpen:"Avoimia pyyntöjä ei ole.",otherTasks:"Muut tehtävät",noOtherTasks:"Muuta ei odota.",daysLeft:e=>e<0?`${-e} päivää myöhässä`:e===0?"tänään":`${e} päivää jäljellä`,clock:"Aikaa",whoLooked:"Kuka on katsonut",lettersLead:"Kirjeet henkilöille, joilla ei ole tunnusta. Tulosta kirje, lähetä se ja merkitse se lähetetyksi.",toSend:"Lähetettävät",noToSend:"Yksikään kirje ei odota lähettämistä.",letterText:"Kirjeen teksti",purgesLead:"Säilytysajan päätyttyä tiedot poistetaan. Kaksi eri henkilöä päättää, ja palvelu poistaa.",proposed:"Ehdotetut ja tehdyt poistot",noProposed:"Poistoja ei ole.",preview:"Esikatselu",previewLead:"Mitä poistuisi, jos kaikki erääntynyt poistettaisiin nyt.",register:"Rekisteri",going:"Poistuisi",heldBack:"Jäisi",rows:"Rivejä",what:"Mitä",nothingDue:"Mikään ei ole erääntynyt.",target:"Kohde",dueOn:"Erääntyi",obstacle:"Este",targets:"Kohteet",propose:"Ehdota poistoa",proposedNow:"Poisto on ehdotettu. Toinen henkilö vahvistaa sen.",decidedBy:"Päättäjät",logLead:"Jokainen katselu jättää rivin, jota kukaan ei voi muuttaa. Loki on sinetöity ketjuksi.",anomalies:"Poikkeavat katselut",noAnomalies:"Poikkeavia katseluja ei ole.",checkpoints:"Lokin tarkistuspisteet",checkpointsLead:"Säilytä tarkistuspisteet muualla. Ylläpito vertaa lokia niihin käskyllä verify-log.",noCheckpoints:"Tarkistuspisteitä ei ole vielä.",block:"Lohko",entries:"Rivejä",signedAt:"Allekirjoitettu",tip:"Ketjun pää",whoLookedLead:"Katselut uusimmasta alkaen. Arvoja lokissa ei ole. Tämäkin katselu jättää rivin.",toRequests:"Takaisin pyyntöihin",when:"Milloin",who:"Kuka",purpose:"Miksi",basis:"Peruste",fields:"Mitä",noLooks:"Katseluja ei ole.",noticeLead:"Selosteen tietoluettelo verrataan siihen, mitä palvelu oikeasti tallentaa.",version:e=>`Versio ${e}`,upToDate:"Seloste pitää paikkansa.",notUpToDate:"Seloste ei pidä paikkaansa.",missing:"Puuttuu selosteesta",gone:"Selosteessa, mutta ei enää palvelussa",notAcknowledged:"Eivät ole kuitanneet",allAcknowledged:"Kaikki ovat kuitanneet.",dataKept:"Mitä tallennetaan",noNotice:"Julkaistua selostetta ei ole.",field:"Tieto",type:"Laji"},pe={ways:{requests:"Begäranden",letters:"Brev",purges:"Raderingar",log:"Titter och logg",notice:"Beskrivning"},requestsLead:"Personernas begäranden enligt sista dag. Ingenting berättas innan man vet vem som frågar.",open:"Öppna",noOpen:"Det finns inga öppna begäranden.",otherTasks:"Andra uppgifter",noOtherTasks:"Inget annat väntar.",daysLeft:e=>e<0?`${-e} dagar försenad`:e===0?"i dag":`${e} dagar kvar`,clock:"Tid",whoLooked:"Vem har sett",lettersLead:"Brev till personer utan konto. Skriv ut brevet, sänd det och anteckna att det har sänts.",toSend:"Att sända",noToSend:"Inget brev väntar på att sändas.",letterText:"Brevets text",purgesLead:"När förvaringstiden är slut raderas uppgifterna. Två olika personer beslutar, och tjänsten raderar.",proposed:"Föreslagna och utförda raderingar",noProposed:"Det finns inga raderingar.",preview:"Förhandsvisning",previewLead:"Vad som skulle raderas om allt förfallet raderades nu.",register:"Register",going:"Skulle raderas",heldBack:"Skulle bli kvar",rows:"Rader",what:"Vad",nothingDue:"Ingenting har förfallit.",target:"Mål",dueOn:"Förföll",obstacle:"Hinder",targets:"Målen",propose:"Föreslå radering",proposedNow:"Raderingen är föreslagen. En annan person bekräftar den.",decidedBy:"Beslutsfattare",logLead:"Varje titt lämnar en rad som ingen kan ändra. Loggen är förseglad som en kedja.",anomalies:"Avvikande titter",noAnomalies:"Det finns inga avvikande titter.",checkpoints:"Loggens kontrollpunkter",checkpointsLead:"Förvara kontrollpunkterna på annat håll. Underhållet jämför loggen med dem med kommandot verify-log.",noCheckpoints:"Det finns inga kontrollpunkter ännu.",block:"Block",entries:"Rader",signedAt:"Undertecknad",tip:"Kedjans ände",whoLookedLead:"Titterna, de nyaste först. Loggen har inga värden. Också denna titt lämnar en rad.",toRequests:"Tillbaka till begärandena",when:"När",who:"Vem",purpose:"Varför",basis:"Grund",fields:"Vad",noLooks:"Det finns inga titter.",noticeLead:"Beskrivningens lista över uppgifter jämförs med vad tjänsten faktiskt sparar.",version:e=>`Version ${e}`,upToDate:"Beskrivningen stämmer.",notUpToDate:"Beskrivningen stämmer inte.",missing:"Saknas i beskrivningen",gone:"I beskrivningen, men inte längre i tjänsten",notAcknowledged:"Har inte kvitterat",allAcknowledged:"Alla har kvitterat.",dataKept:"Vad som sparas",noNotice:"Det finns ingen publicerad beskrivning.",field:"Uppgift",type:"Slag"},Ne={ways:{requests:"Requests",letters:"Letters",purges:"Purges",log:"Looks and log",notice:"Notice"},requestsLead:"The requests of people, by due day. Nothing is told before it is known who asks.",open:"Open",noOpen:"There are no open requests.",otherTasks:"Other tasks",noOtherTasks:"Nothing else waits.",daysLeft:e=>e<0?`${-e} days late`:e===0?"today":`${e} days left`,clock:"Time",whoLooked:"Who looked",lettersLead:"Letters to people without an account. Print the letter, send it and mark it as sent.",toSend:"To send",noToSend:"No letter waits to be sent.",letterText:"Text of the letter",purgesLead:"When the retention time is over the data is deleted. Two people decide, and the service deletes.",proposed:"Purges proposed and done",noProposed:"There are no purges.",preview:"Preview",previewLead:"What would go if all that is due were deleted now.",register:"Register",going:"Would go",heldBack:"Would stay",rows:"Rows",what:"What",nothingDue:"Nothing is due.",target:"Target",dueOn:"Due since",obstacle:"Obstacle",targets:"Targets",propose:"Propose the purge",proposedNow:"The purge is proposed. A second person confirms it.",decidedBy:"Decided by",logLead:"Every look leaves a row that nobody can change. The log is sealed as a chain.",anomalies:"Unusual looks",noAnomalies:"There are no unusual looks.",checkpoints:"Checkpoints of the log",checkpointsLead:"Keep the checkpoints elsewhere. Operations compare the log with them by the command verify-log.",noCheckpoints:"There are no checkpoints yet.",block:"Block",entries:"Rows",signedAt:"Signed",tip:"Tip of the chain",whoLookedLead:"Looks, the latest first. The log holds no values. This look leaves a row too.",toRequests:"Back to the requests",when:"When",who:"Who",purpose:"Why",basis:"Basis",fields:"What",noLooks:"There are no looks.",noticeLead:"What the notice says is kept, compared with what the service really keeps.",version:e=>`Version ${e}`,upToDate:"The notice is right.",notUpToDate:"The notice is not right.",missing:"Missing from the notice",gone:"In the notice, but no longer in the service",notAcknowledged:"Have not acknowledged",allAcknowledged:"Everybody has acknowledged.",dataKept:"What is kept",noNotice:"There is no published notice.",field:"Data",type:"Kind"};function T(){return{fi:_e,sv:pe,en:Ne}[U().language]}var S=_(N(),1);function ie(){let e=T(),t=l(ee,{});return(0,S.jsx)(m,{title:e.ways.letters,lead:e.lettersLead,children:(0,S.jsx)(u,{look:t,children:({requestLetters:n})=>(0,S.jsx)(P,{title:e.toSend,rows:n?.nodes??[],empty:e.noToSend,children:s=>(0,S.jsx)(Re,{letter:s,again:t.again},s.id)})})})}function Re({letter:e,again:t}){let n=T(),{whole:s}=c(),r=d("ofType","RequestLetter"),o=d("ofChoice","LetterOccasion"),i=d("ofChoice","DataRequestKind"),O=d("ofType","DataRequest"),y=o(e.occasion);return(0,S.jsx)(L,{title:y,facts:[[r("recipient"),e.recipient?(0,S.jsx)("span",{className:"pre",children:e.recipient}):null],[r("request"),i(e.request?.kind)],[O("dueOn"),s(e.request?.dueOn)]],actions:(0,S.jsx)(M,{type:"RequestLetter",document:V,object:e,about:y,onDone:t}),children:e.text?(0,S.jsxs)("details",{children:[(0,S.jsx)("summary",{children:n.letterText}),(0,S.jsx)("p",{className:"pre text",lang:e.language,children:e.text})]}):null})}var A=_(N(),1),ce=16;function re(){let e=T(),{moment:t}=c(),n=l(Z,{}),s=l(z,{});return(0,A.jsxs)(m,{title:e.ways.log,lead:e.logLead,children:[(0,A.jsx)(u,{look:n,children:({anomalies:r})=>(0,A.jsx)(P,{title:e.anomalies,rows:r?.nodes??[],empty:e.noAnomalies,children:(o,i)=>(0,A.jsx)(ge,{anomaly:o},i)})}),(0,A.jsxs)("section",{className:"stack","aria-label":e.checkpoints,children:[(0,A.jsx)("h2",{children:e.checkpoints}),(0,A.jsx)("p",{className:"quiet",children:e.checkpointsLead}),(0,A.jsx)(u,{look:s,children:({logCheckpoints:r})=>(0,A.jsx)(I,{title:e.checkpoints,rows:r?.nodes??[],empty:e.noCheckpoints,columns:[{title:e.block,cell:o=>o.block},{title:e.entries,cell:o=>o.entries,isNumber:!0},{title:e.signedAt,cell:o=>t(o.signedAt)},{title:e.tip,cell:o=>(0,A.jsxs)("code",{children:[o.tip.slice(0,ce),"…"]})}]})})]})]})}function ge({anomaly:e}){let{moment:t}=c(),n=d("ofType","Anomaly"),s=d("ofChoice","AnomalyKind"),r=e.history?.filter(o=>o.comment).map(o=>`${o.actorName}: ${o.comment}`);return(0,A.jsx)(L,{title:`${e.staffMember?.lastName??""}, ${s(e.kind)}`,state:n(e.state),tone:e.state==="OPEN"?"warn":e.state==="CONFIRMED"?"bad":"good",facts:[[n("unit"),e.unit?.name],[n("startsAt"),t(e.startsAt)],[n("count"),`${e.count} / ${e.threshold}`],[n("firstEntry"),`${e.firstEntry}–${e.lastEntry}`]],children:r?.map((o,i)=>(0,A.jsx)("p",{className:"text",children:o},i))})}var C=_(N(),1);function ae({client:e}){let t=T(),{moment:n}=c(),s=Y(),r=l(se,{asiakas:e});return(0,C.jsxs)(m,{title:t.whoLooked,lead:t.whoLookedLead,children:[(0,C.jsx)("p",{children:(0,C.jsxs)(F,{href:"/",children:["← ",t.toRequests]})}),(0,C.jsx)(u,{look:r,children:o=>(0,C.jsx)(I,{title:t.whoLooked,rows:o.client?.accessLog??[],empty:t.noLooks,columns:[{title:t.when,cell:i=>n(i.at)},{title:t.who,cell:i=>i.actorName??i.authority},{title:t.purpose,cell:i=>s(i.purpose)},{title:t.basis,cell:i=>i.basis},{title:t.fields,cell:i=>(0,C.jsx)("span",{className:"small",children:(i.fields??[]).join(", ")})}]})})]})}var E=_(N(),1);function Ee(){let e=T(),t=l(H,{});return(0,E.jsx)(m,{title:e.ways.notice,lead:e.noticeLead,children:(0,E.jsx)(u,{look:t,children:({privacyNotices:n})=>n?.nodes.length?n.nodes.map(s=>(0,E.jsx)(Ae,{id:s.id,title:`${s.register?.name??""}, ${e.version(s.version??0)}`},s.id)):(0,E.jsx)("p",{className:"quiet",children:e.noNotice})})})}function Ae({id:e,title:t}){let n=l(te,{seloste:e});return(0,E.jsxs)("section",{className:"stack","aria-label":t,children:[(0,E.jsx)("h2",{children:t}),(0,E.jsx)(u,{look:n,children:s=>(0,E.jsx)(De,{data:s})})]})}function De({data:e}){let t=T(),{whole:n}=c(),s=e.noticeCheck,r=e.notAcknowledged??[];return(0,E.jsxs)(E.Fragment,{children:[s?(0,E.jsxs)("div",{className:`notice ${s.isUpToDate?"good":"warn"}`,children:[(0,E.jsx)("p",{className:"strong",children:s.isUpToDate?t.upToDate:t.notUpToDate}),s.missing.length?(0,E.jsx)("p",{children:`${t.missing}: ${s.missing.join(", ")}`}):null,s.gone.length?(0,E.jsx)("p",{children:`${t.gone}: ${s.gone.join(", ")}`}):null]}):null,(0,E.jsx)("p",{className:"quiet",children:n(e.privacyNotice?.effectiveOn)}),(0,E.jsx)("h3",{children:t.notAcknowledged}),(0,E.jsx)("p",{children:r.length?r.map(o=>o.name).filter(Boolean).join(", "):t.allAcknowledged}),(0,E.jsxs)("details",{children:[(0,E.jsx)("summary",{children:`${t.dataKept} (${e.privacyNotice?.dataKept.length??0})`}),(0,E.jsx)(I,{title:t.dataKept,rows:e.privacyNotice?.dataKept??[],empty:t.noNotice,columns:[{title:t.field,cell:o=>o.fi},{title:t.type,cell:o=>o.typeFi}]})]})]})}var Te=_(Oe(),1);var a=_(N(),1),me="RETENTION_OVER";function de({register:e,typeTitle:t,onProposed:n}){let s=T(),{announce:r}=U(),o=l(oe,{rekisteri:e.id}),i=v(j),[O,y]=(0,Te.useState)(!1),h=async()=>{await i.run({purge:{kind:"DUE",basis:me,registerId:e.id}})&&(y(!0),r(s.proposedNow),n())};return(0,a.jsxs)("section",{className:"card","aria-label":`${s.preview}: ${e.name}`,children:[(0,a.jsxs)("div",{className:"row apart",children:[(0,a.jsx)("h2",{children:`${s.preview}: ${e.name}`}),(0,a.jsx)("button",{type:"button",className:"button",disabled:i.isWaiting||O,onClick:()=>{h()},children:s.propose})]}),(0,a.jsx)("p",{className:"quiet",children:s.previewLead}),(0,a.jsx)(W,{problems:i.problems}),O?(0,a.jsx)("p",{className:"notice good",children:s.proposedNow}):null,(0,a.jsx)(u,{look:o,children:({purgePreview:f})=>f?(0,a.jsx)(Se,{preview:f,typeTitle:t}):null})]})}function Se({preview:e,typeTitle:t}){let n=T(),{whole:s}=c(),r=d("ofChoice","Obstacle");return(0,a.jsxs)(a.Fragment,{children:[(0,a.jsxs)("dl",{className:"figures",children:[(0,a.jsxs)("div",{className:"figure",children:[(0,a.jsx)("dt",{children:n.going}),(0,a.jsx)("dd",{children:e.going})]}),(0,a.jsxs)("div",{className:"figure",children:[(0,a.jsx)("dt",{children:n.heldBack}),(0,a.jsx)("dd",{children:e.heldBack})]})]}),(0,a.jsx)(I,{title:n.rows,rows:e.counts,empty:n.nothingDue,columns:[{title:n.what,cell:o=>t(o.type)},{title:n.rows,cell:o=>o.rows,isNumber:!0}]}),e.items.length?(0,a.jsxs)("details",{children:[(0,a.jsx)("summary",{children:`${n.targets} (${e.items.length})`}),(0,a.jsx)(I,{title:n.targets,rows:e.items,empty:n.nothingDue,columns:[{title:n.target,cell:o=>(0,a.jsx)("span",{className:"small",children:o.target})},{title:n.dueOn,cell:o=>s(o.dueOn)},{title:n.obstacle,cell:o=>r(o.obstacle)}]})]}):null]})}var D=_(N(),1);function le(){let e=T(),{language:t}=U(),n=l(Q,{}),s=l(q,{}),r=o=>{let i=new Map(o.contentTypes.map(O=>[O.name.toLowerCase(),O.titles[t]]));return O=>i.get(O.replaceAll("_","").toLowerCase())??O};return(0,D.jsx)(m,{title:e.ways.purges,lead:e.purgesLead,children:(0,D.jsx)(u,{look:n,children:o=>(0,D.jsxs)(D.Fragment,{children:[o.registers?.nodes.map(i=>(0,D.jsx)(de,{register:i,typeTitle:r(o),onProposed:s.again},i.id)),(0,D.jsx)(u,{look:s,children:({purges:i})=>(0,D.jsx)(P,{title:e.proposed,rows:i?.nodes??[],empty:e.noProposed,children:O=>(0,D.jsx)(Ie,{purge:O,typeTitle:r(o),again:s.again},O.id)})})]})})})}function Ie({purge:e,typeTitle:t,again:n}){let s=T(),{whole:r,moment:o}=c(),i=d("ofType","Purge"),O=d("ofChoice","PurgeKind"),y=d("ofTerms","purge_basis"),h=O(e.kind),f=[e.proposedByName,e.approvedByName,e.confirmedByName].filter(Boolean).join(" → ");return(0,D.jsx)(L,{title:h,state:i(e.state),tone:e.state==="DONE"?"good":"note",facts:[[i("basis"),y(e.basis)],[i("judgedOn"),r(e.judgedOn)],[s.decidedBy,f],[i("doneAt"),o(e.doneAt)],[i("counts"),e.counts.map(w=>`${t(w.type)} ${w.rows}`).join(", ")]],actions:(0,D.jsx)(M,{type:"Purge",document:$,object:e,about:h,onDone:n})})}var R=_(N(),1),ye=864e5,ke=7;function ue(){let e=T(),t=l(X,{}),n=l(ne,{});return(0,R.jsxs)(m,{title:e.ways.requests,lead:e.requestsLead,children:[(0,R.jsx)(u,{look:t,children:({dataRequests:s})=>(0,R.jsx)(P,{title:e.open,rows:s?.nodes??[],empty:e.noOpen,children:r=>(0,R.jsx)(Le,{request:r,again:t.again},r.id)})}),(0,R.jsx)(u,{look:n,children:s=>(0,R.jsx)(x,{title:e.otherTasks,empty:e.noOtherTasks,tasks:s.tasks.nodes.filter(r=>r.kind!=="DATA_REQUEST_DUE")})})]})}function Le({request:e,again:t}){let n=T(),{whole:s,moment:r}=c(),o=d("ofType","DataRequest"),i=d("ofChoice","DataRequestKind"),O=d("ofTerms","request_channel"),y=d("ofTerms","identity_proof"),h=d("ofTerms","extension_reason"),f=i(e.kind);return(0,R.jsx)(L,{title:f,state:o(e.state),tone:e.answeredOn?"good":"note",facts:[[n.clock,e.answeredOn?null:(0,R.jsx)(Pe,{dueOn:e.dueOn})],[o("dueOn"),s(e.dueOn)],[o("receivedOn"),s(e.receivedOn)],[o("channel"),O(e.channel)],[o("identityProof"),y(e.identityProof)],[o("extensionReason"),h(e.extensionReason)],[o("packageExpiresAt"),r(e.packageExpiresAt)],[o("answeredOn"),s(e.answeredOn)]],actions:(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(M,{type:"DataRequest",document:J,object:e,about:f,onDone:t}),e.client?(0,R.jsx)(F,{className:"button",href:`/log/${e.client.id}`,children:n.whoLooked}):null]})})}function Pe({dueOn:e}){let t=T(),n=Math.round((Date.parse(e)-Date.parse(K()))/ye),s=n<0?"bad":n<=ke?"warn":"";return(0,R.jsx)("span",{className:`tag ${s}`,children:t.daysLeft(n)})}var g=_(N(),1);function Ce(){let{ways:e}=T();return(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)(B,{ways:[{path:"/",title:e.requests},{path:"/letters",title:e.letters},{path:"/purges",title:e.purges},{path:"/log",title:e.log},{path:"/notice",title:e.notice}]}),(0,g.jsxs)(b,{children:[(0,g.jsx)(k,{path:"/",component:ue}),(0,g.jsx)(k,{path:"/letters",component:ie}),(0,g.jsx)(k,{path:"/purges",component:le}),(0,g.jsx)(k,{path:"/log",component:re}),(0,g.jsx)(k,{path:"/log/:client",children:({client:t})=>(0,g.jsx)(ae,{client:t})}),(0,g.jsx)(k,{path:"/notice",component:Ee}),(0,g.jsx)(k,{component:G})]})]})}export{Ce as default};
