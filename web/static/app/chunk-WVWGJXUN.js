import{a as V}from"./chunk-PPBEUMSQ.js";import{a as k}from"./chunk-OI6GCRHO.js";import{a as x}from"./chunk-E56CPAIO.js";import{a as M}from"./chunk-3GXTSCAV.js";import{a as P,c as C}from"./chunk-N55Q5TJJ.js";import"./chunk-SK2OQOZY.js";import"./chunk-3MDIKG7R.js";import"./chunk-HAREG2RH.js";import{a as B,b as K,e as R}from"./chunk-N6QKY6LK.js";import{a as G}from"./chunk-H2ZOWXED.js";import{w as u}from"./chunk-4U2WTZIJ.js";import{a as Oe,f as L,g as F,h as b,l as N,m,o as S,p as l,r as v,s as W,u as O}from"./chunk-APBTJ5QG.js";import{b as _}from"./chunk-SQE76S5B.js";var p=class extends String{__apiType;value;__meta__;constructor(t,s){super(t),this.value=t,this.__meta__=s}toString(){return this.value}},Y=new p(`
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
    query NoticeState($id: ID!) {
  noticeCheck(id: $id) {
    isUpToDate
    missing
    gone
  }
  notAcknowledged(id: $id) {
    kind
    name
  }
  privacyNotice(id: $id) {
    effectiveOn
    dataKept {
      typeFi
      typeSv
      typeEn
      fi
      sv
      en
    }
  }
}
    `),Q=new p(`
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
    `),$=new p(`
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
    `),X=new p(`
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
    `),J=new p(`
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
    `),Z=new p(`
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
    `),z=new p(`
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
    `),ee=new p(`
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
    `),te=new p(`
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
    `),ne=new p(`
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
    `),oe=new p(`
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
    `);var _e={ways:{requests:"Pyynnöt",letters:"Kirjeet",purges:"Poistot",log:"Katselut ja loki",notice:"Seloste"},requestsLead:"Henkilöiden pyynnöt määräpäivän mukaan. Mitään ei kerrota ennen kuin tiedetään, kuka kysyy.",open:"Avoimet",noOpen:"Avoimia pyyntöjä ei ole.",otherTasks:"Muut tehtävät",noOtherTasks:"Muuta ei odota.",daysLeft:e=>e<0?`${-e} päivää myöhässä`:e===0?"tänään":`${e} päivää jäljellä`,clock:"Aikaa",whoLooked:"Kuka on katsonut",lettersLead:"Kirjeet henkilöille, joilla ei ole tunnusta. Tulosta kirje, lähetä se ja merkitse se lähetetyksi.",toSend:"Lähetettävät",noToSend:"Yksikään kirje ei odota lähettämistä.",letterText:"Kirjeen teksti",purgesLead:"Säilytysajan päätyttyä tiedot poistetaan. Kaksi eri henkilöä päättää, ja palvelu poistaa.",proposed:"Ehdotetut ja tehdyt poistot",noProposed:"Poistoja ei ole.",preview:"Esikatselu",previewLead:"Mitä poistuisi, jos kaikki erääntynyt poistettaisiin nyt.",register:"Rekisteri",going:"Poistuisi",heldBack:"Jäisi",rows:"Rivejä",what:"Mitä",nothingDue:"Mikään ei ole erääntynyt.",target:"Kohde",dueOn:"Erääntyi",rowsOf:{history:"Muutoshistoria",version:"Versiot"},obstacle:"Este",targets:"Kohteet",propose:"Ehdota poistoa",proposedNow:"Poisto on ehdotettu. Toinen henkilö vahvistaa sen.",decidedBy:"Päättäjät",logLead:"Jokainen katselu jättää rivin, jota kukaan ei voi muuttaa. Loki on sinetöity ketjuksi.",anomalies:"Poikkeavat katselut",noAnomalies:"Poikkeavia katseluja ei ole.",checkpoints:"Lokin tarkistuspisteet",checkpointsLead:"Säilytä tarkistuspisteet muualla. Ylläpito vertaa lokia niihin käskyllä verify-log.",noCheckpoints:"Tarkistuspisteitä ei ole vielä.",block:"Lohko",entries:"Rivejä",signedAt:"Allekirjoitettu",tip:"Ketjun pää",whoLookedLead:"Katselut uusimmasta alkaen. Arvoja lokissa ei ole. Tämäkin katselu jättää rivin.",toRequests:"Takaisin pyyntöihin",when:"Milloin",who:"Kuka",purpose:"Miksi",basis:"Peruste",fields:"Mitä",noLooks:"Katseluja ei ole.",noticeLead:"Selosteen tietoluettelo verrataan siihen, mitä palvelu oikeasti tallentaa.",version:e=>`Versio ${e}`,upToDate:"Seloste pitää paikkansa.",notUpToDate:"Seloste ei pidä paikkaansa.",missing:"Puuttuu selosteesta",gone:"Selosteessa, mutta ei enää palvelussa",notAcknowledged:"Eivät ole kuitanneet",inForce:"Voimassa alkaen",allAcknowledged:"Kaikki ovat kuitanneet.",dataKept:"Mitä tallennetaan",noNotice:"Julkaistua selostetta ei ole.",field:"Tieto",type:"Laji"},pe={ways:{requests:"Begäranden",letters:"Brev",purges:"Raderingar",log:"Titter och logg",notice:"Beskrivning"},requestsLead:"Personernas begäranden enligt sista dag. Ingenting berättas innan man vet vem som frågar.",open:"Öppna",noOpen:"Det finns inga öppna begäranden.",otherTasks:"Andra uppgifter",noOtherTasks:"Inget annat väntar.",daysLeft:e=>e<0?`${-e} dagar försenad`:e===0?"i dag":`${e} dagar kvar`,clock:"Tid",whoLooked:"Vem har sett",lettersLead:"Brev till personer utan konto. Skriv ut brevet, sänd det och anteckna att det har sänts.",toSend:"Att sända",noToSend:"Inget brev väntar på att sändas.",letterText:"Brevets text",purgesLead:"När förvaringstiden är slut raderas uppgifterna. Två olika personer beslutar, och tjänsten raderar.",proposed:"Föreslagna och utförda raderingar",noProposed:"Det finns inga raderingar.",preview:"Förhandsvisning",previewLead:"Vad som skulle raderas om allt förfallet raderades nu.",register:"Register",going:"Skulle raderas",heldBack:"Skulle bli kvar",rows:"Rader",what:"Vad",nothingDue:"Ingenting har förfallit.",target:"Mål",dueOn:"Förföll",rowsOf:{history:"Ändringshistorik",version:"Versioner"},obstacle:"Hinder",targets:"Målen",propose:"Föreslå radering",proposedNow:"Raderingen är föreslagen. En annan person bekräftar den.",decidedBy:"Beslutsfattare",logLead:"Varje titt lämnar en rad som ingen kan ändra. Loggen är förseglad som en kedja.",anomalies:"Avvikande titter",noAnomalies:"Det finns inga avvikande titter.",checkpoints:"Loggens kontrollpunkter",checkpointsLead:"Förvara kontrollpunkterna på annat håll. Underhållet jämför loggen med dem med kommandot verify-log.",noCheckpoints:"Det finns inga kontrollpunkter ännu.",block:"Block",entries:"Rader",signedAt:"Undertecknad",tip:"Kedjans ände",whoLookedLead:"Titterna, de nyaste först. Loggen har inga värden. Också denna titt lämnar en rad.",toRequests:"Tillbaka till begärandena",when:"När",who:"Vem",purpose:"Varför",basis:"Grund",fields:"Vad",noLooks:"Det finns inga titter.",noticeLead:"Beskrivningens lista över uppgifter jämförs med vad tjänsten faktiskt sparar.",version:e=>`Version ${e}`,upToDate:"Beskrivningen stämmer.",notUpToDate:"Beskrivningen stämmer inte.",missing:"Saknas i beskrivningen",gone:"I beskrivningen, men inte längre i tjänsten",notAcknowledged:"Har inte kvitterat",inForce:"I kraft från",allAcknowledged:"Alla har kvitterat.",dataKept:"Vad som sparas",noNotice:"Det finns ingen publicerad beskrivning.",field:"Uppgift",type:"Slag"},Ne={ways:{requests:"Requests",letters:"Letters",purges:"Purges",log:"Looks and log",notice:"Notice"},requestsLead:"The requests of people, by due day. Nothing is told before it is known who asks.",open:"Open",noOpen:"There are no open requests.",otherTasks:"Other tasks",noOtherTasks:"Nothing else waits.",daysLeft:e=>e<0?`${-e} days late`:e===0?"today":`${e} days left`,clock:"Time",whoLooked:"Who looked",lettersLead:"Letters to people without an account. Print the letter, send it and mark it as sent.",toSend:"To send",noToSend:"No letter waits to be sent.",letterText:"Text of the letter",purgesLead:"When the retention time is over the data is deleted. Two people decide, and the service deletes.",proposed:"Purges proposed and done",noProposed:"There are no purges.",preview:"Preview",previewLead:"What would go if all that is due were deleted now.",register:"Register",going:"Would go",heldBack:"Would stay",rows:"Rows",what:"What",nothingDue:"Nothing is due.",target:"Target",dueOn:"Due since",rowsOf:{history:"History",version:"Versions"},obstacle:"Obstacle",targets:"Targets",propose:"Propose the purge",proposedNow:"The purge is proposed. A second person confirms it.",decidedBy:"Decided by",logLead:"Every look leaves a row that nobody can change. The log is sealed as a chain.",anomalies:"Unusual looks",noAnomalies:"There are no unusual looks.",checkpoints:"Checkpoints of the log",checkpointsLead:"Keep the checkpoints elsewhere. Operations compare the log with them by the command verify-log.",noCheckpoints:"There are no checkpoints yet.",block:"Block",entries:"Rows",signedAt:"Signed",tip:"Tip of the chain",whoLookedLead:"Looks, the latest first. The log holds no values. This look leaves a row too.",toRequests:"Back to the requests",when:"When",who:"Who",purpose:"Why",basis:"Basis",fields:"What",noLooks:"There are no looks.",noticeLead:"What the notice says is kept, compared with what the service really keeps.",version:e=>`Version ${e}`,upToDate:"The notice is right.",notUpToDate:"The notice is not right.",missing:"Missing from the notice",gone:"In the notice, but no longer in the service",notAcknowledged:"Have not acknowledged",inForce:"In force since",allAcknowledged:"Everybody has acknowledged.",dataKept:"What is kept",noNotice:"There is no published notice.",field:"Data",type:"Kind"};function d(){return{fi:_e,sv:pe,en:Ne}[S().language]}var I=_(N(),1);function ie(){let e=d(),t=l(te,{});return(0,I.jsx)(m,{title:e.ways.letters,lead:e.lettersLead,children:(0,I.jsx)(O,{look:t,children:({requestLetters:s})=>(0,I.jsx)(C,{title:e.toSend,rows:s?.nodes??[],empty:e.noToSend,children:i=>(0,I.jsx)(ce,{letter:i,again:t.again},i.id)})})})}function ce({letter:e,again:t}){let{relations:s}=S().words.records,i=d(),{whole:r}=R(),n=u("ofType","RequestLetter"),o=u("ofChoice","LetterOccasion"),T=u("ofChoice","DataRequestKind"),h=u("ofType","DataRequest"),y=o(e.occasion);return(0,I.jsx)(P,{title:y,facts:[[n("recipient"),e.recipient?(0,I.jsx)("span",{className:"pre",children:e.recipient}):null],[s.request,T(e.request?.kind)],[h("dueOn"),r(e.request?.dueOn)]],actions:(0,I.jsx)(M,{type:"RequestLetter",document:Y,object:e,about:y,onDone:t}),children:e.text?(0,I.jsxs)("details",{children:[(0,I.jsx)("summary",{children:i.letterText}),(0,I.jsx)("p",{className:"pre text",lang:e.language,children:e.text})]}):null})}var A=_(N(),1),Re=16;function re(){let e=d(),{moment:t}=R(),s=l(z,{}),i=l(ee,{});return(0,A.jsxs)(m,{title:e.ways.log,lead:e.logLead,children:[(0,A.jsx)(O,{look:s,children:({anomalies:r})=>(0,A.jsx)(C,{title:e.anomalies,rows:r?.nodes??[],empty:e.noAnomalies,children:(n,o)=>(0,A.jsx)(ge,{anomaly:n},o)})}),(0,A.jsxs)("section",{className:"stack","aria-label":e.checkpoints,children:[(0,A.jsx)("h2",{children:e.checkpoints}),(0,A.jsx)("p",{className:"quiet",children:e.checkpointsLead}),(0,A.jsx)(O,{look:i,children:({logCheckpoints:r})=>(0,A.jsx)(k,{title:e.checkpoints,rows:r?.nodes??[],empty:e.noCheckpoints,columns:[{title:e.block,cell:n=>n.block},{title:e.entries,cell:n=>n.entries,isNumber:!0},{title:e.signedAt,cell:n=>t(n.signedAt)},{title:e.tip,cell:n=>(0,A.jsxs)("code",{children:[n.tip.slice(0,Re),"…"]})}]})})]})]})}function ge({anomaly:e}){let{relations:t}=S().words.records,{moment:s}=R(),i=u("ofType","Anomaly"),r=u("ofChoice","AnomalyKind"),n=e.history?.filter(o=>o.comment).map(o=>`${o.actorName}: ${o.comment}`);return(0,A.jsx)(P,{title:`${e.staffMember?.lastName??""}, ${r(e.kind)}`,state:i(e.state),tone:e.state==="OPEN"?"warn":e.state==="CONFIRMED"?"bad":"good",facts:[[t.unit,e.unit?.name],[i("startsAt"),s(e.startsAt)],[i("count"),`${e.count} / ${e.threshold}`],[i("firstEntry"),`${e.firstEntry}–${e.lastEntry}`]],children:n?.map((o,T)=>(0,A.jsx)("p",{className:"text",children:o},T))})}var f=_(N(),1);function ae({client:e}){let t=d(),{moment:s}=R(),i=V(),r=l(se,{asiakas:e});return(0,f.jsxs)(m,{title:t.whoLooked,lead:t.whoLookedLead,children:[(0,f.jsx)("p",{children:(0,f.jsxs)(F,{href:"/",children:["← ",t.toRequests]})}),(0,f.jsx)(O,{look:r,children:n=>(0,f.jsx)(k,{title:t.whoLooked,rows:n.client?.accessLog??[],empty:t.noLooks,columns:[{title:t.when,cell:o=>s(o.at)},{title:t.who,cell:o=>o.actorName??o.authority},{title:t.purpose,cell:o=>i(o.purpose)},{title:t.basis,cell:o=>o.basis},{title:t.fields,cell:o=>(0,f.jsx)("span",{className:"small",children:(o.fields??[]).join(", ")})}]})})]})}var E=_(N(),1);function Ee(){let e=d(),t=l(H,{});return(0,E.jsx)(m,{title:e.ways.notice,lead:e.noticeLead,children:(0,E.jsx)(O,{look:t,children:({privacyNotices:s})=>s?.nodes.length?s.nodes.map(i=>(0,E.jsx)(Ae,{id:i.id,title:`${i.register?.name??""}, ${e.version(i.version??0)}`},i.id)):(0,E.jsx)("p",{className:"quiet",children:e.noNotice})})})}function Ae({id:e,title:t}){let s=l(q,{id:e});return(0,E.jsxs)("section",{className:"stack","aria-label":t,children:[(0,E.jsx)("h2",{children:t}),(0,E.jsx)(O,{look:s,children:i=>(0,E.jsx)(De,{data:i})})]})}function De({data:e}){let t=d(),{language:s}=S(),{whole:i}=R(),r=e.noticeCheck,n=e.notAcknowledged??[];return(0,E.jsxs)(E.Fragment,{children:[r?(0,E.jsxs)("div",{className:`notice ${r.isUpToDate?"good":"warn"}`,children:[(0,E.jsx)("p",{className:"strong",children:r.isUpToDate?t.upToDate:t.notUpToDate}),r.missing.length?(0,E.jsx)("p",{children:`${t.missing}: ${r.missing.join(", ")}`}):null,r.gone.length?(0,E.jsx)("p",{children:`${t.gone}: ${r.gone.join(", ")}`}):null]}):null,(0,E.jsx)("p",{className:"quiet",children:`${t.inForce} ${i(e.privacyNotice?.effectiveOn)}`}),n.length?(0,E.jsxs)("details",{children:[(0,E.jsx)("summary",{children:`${t.notAcknowledged} (${n.length})`}),(0,E.jsx)("p",{className:"text",children:n.map(o=>o.name).filter(Boolean).join(", ")})]}):(0,E.jsx)("p",{children:t.allAcknowledged}),(0,E.jsxs)("details",{children:[(0,E.jsx)("summary",{children:`${t.dataKept} (${e.privacyNotice?.dataKept.length??0})`}),(0,E.jsx)(k,{title:t.dataKept,rows:e.privacyNotice?.dataKept??[],empty:t.noNotice,columns:[{title:t.field,cell:o=>o[s]},{title:t.type,cell:o=>({fi:o.typeFi,sv:o.typeSv,en:o.typeEn})[s]}]})]})]})}var de=_(Oe(),1);var a=_(N(),1),me="RETENTION_OVER";function Te({register:e,typeTitle:t,onProposed:s}){let i=d(),{announce:r}=S(),n=l(ne,{rekisteri:e.id}),o=v(j),[T,h]=(0,de.useState)(!1),y=async()=>{await o.run({purge:{kind:"DUE",basis:me,registerId:e.id}})&&(h(!0),r(i.proposedNow),s())};return(0,a.jsxs)("section",{className:"card","aria-label":`${i.preview}: ${e.name}`,children:[(0,a.jsxs)("div",{className:"row apart",children:[(0,a.jsx)("h2",{children:`${i.preview}: ${e.name}`}),(0,a.jsx)("button",{type:"button",className:"button",disabled:o.isWaiting||T,onClick:()=>{y()},children:i.propose})]}),(0,a.jsx)("p",{className:"quiet",children:i.previewLead}),(0,a.jsx)(W,{problems:o.problems}),T?(0,a.jsx)("p",{className:"notice good",children:i.proposedNow}):null,(0,a.jsx)(O,{look:n,children:({purgePreview:U})=>U?(0,a.jsx)(Se,{preview:U,typeTitle:t}):null})]})}function Se({preview:e,typeTitle:t}){let s=d(),{whole:i}=R(),r=u("ofChoice","Obstacle");return(0,a.jsxs)(a.Fragment,{children:[(0,a.jsxs)("dl",{className:"figures",children:[(0,a.jsxs)("div",{className:"figure",children:[(0,a.jsx)("dt",{children:s.going}),(0,a.jsx)("dd",{children:e.going})]}),(0,a.jsxs)("div",{className:"figure",children:[(0,a.jsx)("dt",{children:s.heldBack}),(0,a.jsx)("dd",{children:e.heldBack})]})]}),(0,a.jsx)(k,{title:s.rows,rows:e.counts,empty:s.nothingDue,columns:[{title:s.what,cell:n=>t(n.type)},{title:s.rows,cell:n=>n.rows,isNumber:!0}]}),e.items.length?(0,a.jsxs)("details",{children:[(0,a.jsx)("summary",{children:`${s.targets} (${e.items.length})`}),(0,a.jsx)(k,{title:s.targets,rows:e.items,empty:s.nothingDue,columns:[{title:s.target,cell:n=>(0,a.jsx)("span",{className:"small",children:n.target})},{title:s.dueOn,cell:n=>i(n.dueOn)},{title:s.obstacle,cell:n=>r(n.obstacle)}]})]}):null]})}var D=_(N(),1);function ue(){let e=d(),{language:t}=S(),s=l($,{}),i=l(Q,{}),r=n=>{let o=new Map(n.contentTypes.map(T=>[T.name.toLowerCase(),T.titles[t]]));return T=>o.get(T.replaceAll("_","").toLowerCase())??e.rowsOf[T]??T};return(0,D.jsx)(m,{title:e.ways.purges,lead:e.purgesLead,children:(0,D.jsx)(O,{look:s,children:n=>(0,D.jsxs)(D.Fragment,{children:[n.registers?.nodes.map(o=>(0,D.jsx)(Te,{register:o,typeTitle:r(n),onProposed:i.again},o.id)),(0,D.jsx)(O,{look:i,children:({purges:o})=>(0,D.jsx)(C,{title:e.proposed,rows:o?.nodes??[],empty:e.noProposed,children:T=>(0,D.jsx)(Ie,{purge:T,typeTitle:r(n),again:i.again},T.id)})})]})})})}function Ie({purge:e,typeTitle:t,again:s}){let i=d(),{whole:r,moment:n}=R(),o=u("ofType","Purge"),T=u("ofChoice","PurgeKind"),h=u("ofTerms","purge_basis"),y=T(e.kind),U=[e.proposedByName,e.approvedByName,e.confirmedByName].filter(Boolean).join(" → ");return(0,D.jsx)(P,{title:y,state:o(e.state),tone:e.state==="DONE"?"good":"note",facts:[[o("basis"),h(e.basis)],[o("judgedOn"),r(e.judgedOn)],[i.decidedBy,U],[o("doneAt"),n(e.doneAt)],[o("counts"),e.counts.map(w=>`${t(w.type)} ${w.rows}`).join(", ")]],actions:(0,D.jsx)(M,{type:"Purge",document:X,object:e,about:y,onDone:s})})}var c=_(N(),1),ye=864e5,ke=7;function le(){let e=d(),t=l(J,{}),s=l(oe,{});return(0,c.jsxs)(m,{title:e.ways.requests,lead:e.requestsLead,children:[(0,c.jsx)(O,{look:t,children:({dataRequests:i})=>(0,c.jsx)(C,{title:e.open,rows:i?.nodes??[],empty:e.noOpen,children:r=>(0,c.jsx)(Le,{request:r,again:t.again},r.id)})}),(0,c.jsx)(O,{look:s,children:i=>(0,c.jsx)(x,{title:e.otherTasks,empty:e.noOtherTasks,tasks:i.tasks.nodes.filter(r=>r.kind!=="DATA_REQUEST_DUE")})})]})}function Le({request:e,again:t}){let s=d(),{whole:i,moment:r}=R(),n=u("ofType","DataRequest"),o=u("ofChoice","DataRequestKind"),T=u("ofTerms","request_channel"),h=u("ofTerms","identity_proof"),y=u("ofTerms","extension_reason"),U=o(e.kind);return(0,c.jsx)(P,{title:U,state:n(e.state),tone:e.answeredOn?"good":"note",facts:[[s.clock,e.answeredOn?null:(0,c.jsx)(Pe,{dueOn:e.dueOn})],[n("dueOn"),i(e.dueOn)],[n("receivedOn"),i(e.receivedOn)],[n("channel"),T(e.channel)],[n("identityProof"),h(e.identityProof)],[n("extensionReason"),y(e.extensionReason)],[n("packageExpiresAt"),r(e.packageExpiresAt)],[n("answeredOn"),i(e.answeredOn)]],actions:(0,c.jsxs)(c.Fragment,{children:[(0,c.jsx)(M,{type:"DataRequest",document:Z,object:e,about:U,onDone:t}),e.client?(0,c.jsx)(F,{className:"button",href:`/log/${e.client.id}`,children:s.whoLooked}):null]})})}function Pe({dueOn:e}){let t=d(),s=Math.round((Date.parse(e)-Date.parse(K()))/ye),i=s<0?"bad":s<=ke?"warn":"";return(0,c.jsx)("span",{className:`tag ${i}`,children:t.daysLeft(s)})}var g=_(N(),1);function Ce(){let{ways:e}=d();return(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)(B,{ways:[{path:"/",title:e.requests},{path:"/letters",title:e.letters},{path:"/purges",title:e.purges},{path:"/log",title:e.log},{path:"/notice",title:e.notice}]}),(0,g.jsxs)(b,{children:[(0,g.jsx)(L,{path:"/",component:le}),(0,g.jsx)(L,{path:"/letters",component:ie}),(0,g.jsx)(L,{path:"/purges",component:ue}),(0,g.jsx)(L,{path:"/log",component:re}),(0,g.jsx)(L,{path:"/log/:client",children:({client:t})=>(0,g.jsx)(ae,{client:t})}),(0,g.jsx)(L,{path:"/notice",component:Ee}),(0,g.jsx)(L,{component:G})]})]})}export{Ce as default};
