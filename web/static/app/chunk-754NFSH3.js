import{a as V}from"./chunk-NWOJA6RU.js";import{a as x}from"./chunk-JV2CGCS7.js";import{a as I}from"./chunk-IOXECCXV.js";import{a as B}from"./chunk-YN7IE3UH.js";import{a as G}from"./chunk-BD5XFSQB.js";import{a as P,c as C}from"./chunk-FDFAXQJ2.js";import{a as M}from"./chunk-IZIB4NHY.js";import"./chunk-C2DEZCXQ.js";import"./chunk-67VDBY7N.js";import{a as K,d as R}from"./chunk-TB33MUXH.js";import"./chunk-GUMMT2R6.js";import"./chunk-2LRJ5ZYH.js";import"./chunk-7TEWRZEF.js";import{c as T}from"./chunk-4I5MRB74.js";import{e as k,f as F,g as b}from"./chunk-X3MLX2GW.js";import{a as Oe,m as N,n as m,r as L,s as l,u as v,w as W,y as O}from"./chunk-U7GDRCA3.js";import{c as _}from"./chunk-OOJM4CTU.js";var p=class extends String{__apiType;value;__meta__;constructor(t,o){super(t),this.value=t,this.__meta__=o}toString(){return this.value}},Y=new p(`
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
    `),ie=new p(`
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
    `);var _e={ways:{requests:"Pyynnöt",letters:"Kirjeet",purges:"Poistot",log:"Katselut ja loki",notice:"Seloste"},requestsLead:"Henkilöiden pyynnöt määräpäivän mukaan. Mitään ei kerrota ennen kuin tiedetään, kuka kysyy.",open:"Avoimet",noOpen:"Avoimia pyyntöjä ei ole.",otherTasks:"Muut tehtävät",noOtherTasks:"Muuta ei odota.",daysLeft:e=>e<0?`${-e} päivää myöhässä`:e===0?"tänään":`${e} päivää jäljellä`,clock:"Aikaa",whoLooked:"Kuka on katsonut",lettersLead:"Kirjeet henkilöille, joilla ei ole tunnusta. Tulosta kirje, lähetä se ja merkitse se lähetetyksi.",toSend:"Lähetettävät",noToSend:"Yksikään kirje ei odota lähettämistä.",letterText:"Kirjeen teksti",purgesLead:"Säilytysajan päätyttyä tiedot poistetaan. Kaksi eri henkilöä päättää, ja palvelu poistaa.",proposed:"Ehdotetut ja tehdyt poistot",noProposed:"Poistoja ei ole.",preview:"Esikatselu",previewLead:"Mitä poistuisi, jos kaikki erääntynyt poistettaisiin nyt.",register:"Rekisteri",going:"Poistuisi",heldBack:"Jäisi",rows:"Rivejä",what:"Mitä",nothingDue:"Mikään ei ole erääntynyt.",target:"Kohde",dueOn:"Erääntyi",rowsOf:{history:"Muutoshistoria",version:"Versiot"},obstacle:"Este",targets:"Kohteet",propose:"Ehdota poistoa",proposedNow:"Poisto on ehdotettu. Toinen henkilö vahvistaa sen.",decidedBy:"Päättäjät",logLead:"Jokainen katselu jättää rivin, jota kukaan ei voi muuttaa. Loki on sinetöity ketjuksi.",anomalies:"Poikkeavat katselut",noAnomalies:"Poikkeavia katseluja ei ole.",checkpoints:"Lokin tarkistuspisteet",checkpointsLead:"Säilytä tarkistuspisteet muualla. Ylläpito vertaa lokia niihin käskyllä verify-log.",noCheckpoints:"Tarkistuspisteitä ei ole vielä.",block:"Lohko",entries:"Rivejä",signedAt:"Allekirjoitettu",tip:"Ketjun pää",whoLookedLead:"Katselut uusimmasta alkaen. Arvoja lokissa ei ole. Tämäkin katselu jättää rivin.",toRequests:"Takaisin pyyntöihin",when:"Milloin",who:"Kuka",purpose:"Miksi",basis:"Peruste",fields:"Mitä",noLooks:"Katseluja ei ole.",noticeLead:"Selosteen tietoluettelo verrataan siihen, mitä palvelu oikeasti tallentaa.",version:e=>`Versio ${e}`,upToDate:"Seloste pitää paikkansa.",notUpToDate:"Seloste ei pidä paikkaansa.",missing:"Puuttuu selosteesta",gone:"Selosteessa, mutta ei enää palvelussa",notAcknowledged:"Eivät ole kuitanneet",inForce:"Voimassa alkaen",allAcknowledged:"Kaikki ovat kuitanneet.",dataKept:"Mitä tallennetaan",noNotice:"Julkaistua selostetta ei ole.",field:"Tieto",type:"Laji"},pe={ways:{requests:"Begäranden",letters:"Brev",purges:"Raderingar",log:"Titter och logg",notice:"Beskrivning"},requestsLead:"Personernas begäranden enligt sista dag. Ingenting berättas innan man vet vem som frågar.",open:"Öppna",noOpen:"Det finns inga öppna begäranden.",otherTasks:"Andra uppgifter",noOtherTasks:"Inget annat väntar.",daysLeft:e=>e<0?`${-e} dagar försenad`:e===0?"i dag":`${e} dagar kvar`,clock:"Tid",whoLooked:"Vem har sett",lettersLead:"Brev till personer utan konto. Skriv ut brevet, sänd det och anteckna att det har sänts.",toSend:"Att sända",noToSend:"Inget brev väntar på att sändas.",letterText:"Brevets text",purgesLead:"När förvaringstiden är slut raderas uppgifterna. Två olika personer beslutar, och tjänsten raderar.",proposed:"Föreslagna och utförda raderingar",noProposed:"Det finns inga raderingar.",preview:"Förhandsvisning",previewLead:"Vad som skulle raderas om allt förfallet raderades nu.",register:"Register",going:"Skulle raderas",heldBack:"Skulle bli kvar",rows:"Rader",what:"Vad",nothingDue:"Ingenting har förfallit.",target:"Mål",dueOn:"Förföll",rowsOf:{history:"Ändringshistorik",version:"Versioner"},obstacle:"Hinder",targets:"Målen",propose:"Föreslå radering",proposedNow:"Raderingen är föreslagen. En annan person bekräftar den.",decidedBy:"Beslutsfattare",logLead:"Varje titt lämnar en rad som ingen kan ändra. Loggen är förseglad som en kedja.",anomalies:"Avvikande titter",noAnomalies:"Det finns inga avvikande titter.",checkpoints:"Loggens kontrollpunkter",checkpointsLead:"Förvara kontrollpunkterna på annat håll. Underhållet jämför loggen med dem med kommandot verify-log.",noCheckpoints:"Det finns inga kontrollpunkter ännu.",block:"Block",entries:"Rader",signedAt:"Undertecknad",tip:"Kedjans ände",whoLookedLead:"Titterna, de nyaste först. Loggen har inga värden. Också denna titt lämnar en rad.",toRequests:"Tillbaka till begärandena",when:"När",who:"Vem",purpose:"Varför",basis:"Grund",fields:"Vad",noLooks:"Det finns inga titter.",noticeLead:"Beskrivningens lista över uppgifter jämförs med vad tjänsten faktiskt sparar.",version:e=>`Version ${e}`,upToDate:"Beskrivningen stämmer.",notUpToDate:"Beskrivningen stämmer inte.",missing:"Saknas i beskrivningen",gone:"I beskrivningen, men inte längre i tjänsten",notAcknowledged:"Har inte kvitterat",inForce:"I kraft från",allAcknowledged:"Alla har kvitterat.",dataKept:"Vad som sparas",noNotice:"Det finns ingen publicerad beskrivning.",field:"Uppgift",type:"Slag"},Ne={ways:{requests:"Requests",letters:"Letters",purges:"Purges",log:"Looks and log",notice:"Notice"},requestsLead:"The requests of people, by due day. Nothing is told before it is known who asks.",open:"Open",noOpen:"There are no open requests.",otherTasks:"Other tasks",noOtherTasks:"Nothing else waits.",daysLeft:e=>e<0?`${-e} days late`:e===0?"today":`${e} days left`,clock:"Time",whoLooked:"Who looked",lettersLead:"Letters to people without an account. Print the letter, send it and mark it as sent.",toSend:"To send",noToSend:"No letter waits to be sent.",letterText:"Text of the letter",purgesLead:"When the retention time is over the data is deleted. Two people decide, and the service deletes.",proposed:"Purges proposed and done",noProposed:"There are no purges.",preview:"Preview",previewLead:"What would go if all that is due were deleted now.",register:"Register",going:"Would go",heldBack:"Would stay",rows:"Rows",what:"What",nothingDue:"Nothing is due.",target:"Target",dueOn:"Due since",rowsOf:{history:"History",version:"Versions"},obstacle:"Obstacle",targets:"Targets",propose:"Propose the purge",proposedNow:"The purge is proposed. A second person confirms it.",decidedBy:"Decided by",logLead:"Every look leaves a row that nobody can change. The log is sealed as a chain.",anomalies:"Unusual looks",noAnomalies:"There are no unusual looks.",checkpoints:"Checkpoints of the log",checkpointsLead:"Keep the checkpoints elsewhere. Operations compare the log with them by the command verify-log.",noCheckpoints:"There are no checkpoints yet.",block:"Block",entries:"Rows",signedAt:"Signed",tip:"Tip of the chain",whoLookedLead:"Looks, the latest first. The log holds no values. This look leaves a row too.",toRequests:"Back to the requests",when:"When",who:"Who",purpose:"Why",basis:"Basis",fields:"What",noLooks:"There are no looks.",noticeLead:"What the notice says is kept, compared with what the service really keeps.",version:e=>`Version ${e}`,upToDate:"The notice is right.",notUpToDate:"The notice is not right.",missing:"Missing from the notice",gone:"In the notice, but no longer in the service",notAcknowledged:"Have not acknowledged",inForce:"In force since",allAcknowledged:"Everybody has acknowledged.",dataKept:"What is kept",noNotice:"There is no published notice.",field:"Data",type:"Kind"};function d(){return{fi:_e,sv:pe,en:Ne}[L().language]}var S=_(N(),1);function se(){let e=d(),t=l(te,{});return(0,S.jsx)(m,{title:e.ways.letters,lead:e.lettersLead,children:(0,S.jsx)(O,{look:t,children:({requestLetters:o})=>(0,S.jsx)(C,{title:e.toSend,rows:o?.nodes??[],empty:e.noToSend,children:i=>(0,S.jsx)(ce,{letter:i,again:t.again},i.id)})})})}function ce({letter:e,again:t}){let o=d(),{whole:i}=R(),r=T("ofType","RequestLetter"),n=T("ofChoice","LetterOccasion"),s=T("ofChoice","DataRequestKind"),u=T("ofType","DataRequest"),y=n(e.occasion);return(0,S.jsx)(P,{title:y,facts:[[r("recipient"),e.recipient?(0,S.jsx)("span",{className:"pre",children:e.recipient}):null],[r("request"),s(e.request?.kind)],[u("dueOn"),i(e.request?.dueOn)]],actions:(0,S.jsx)(M,{type:"RequestLetter",document:Y,object:e,about:y,onDone:t}),children:e.text?(0,S.jsxs)("details",{children:[(0,S.jsx)("summary",{children:o.letterText}),(0,S.jsx)("p",{className:"pre text",lang:e.language,children:e.text})]}):null})}var A=_(N(),1),Re=16;function re(){let e=d(),{moment:t}=R(),o=l(z,{}),i=l(ee,{});return(0,A.jsxs)(m,{title:e.ways.log,lead:e.logLead,children:[(0,A.jsx)(O,{look:o,children:({anomalies:r})=>(0,A.jsx)(C,{title:e.anomalies,rows:r?.nodes??[],empty:e.noAnomalies,children:(n,s)=>(0,A.jsx)(ge,{anomaly:n},s)})}),(0,A.jsxs)("section",{className:"stack","aria-label":e.checkpoints,children:[(0,A.jsx)("h2",{children:e.checkpoints}),(0,A.jsx)("p",{className:"quiet",children:e.checkpointsLead}),(0,A.jsx)(O,{look:i,children:({logCheckpoints:r})=>(0,A.jsx)(I,{title:e.checkpoints,rows:r?.nodes??[],empty:e.noCheckpoints,columns:[{title:e.block,cell:n=>n.block},{title:e.entries,cell:n=>n.entries,isNumber:!0},{title:e.signedAt,cell:n=>t(n.signedAt)},{title:e.tip,cell:n=>(0,A.jsxs)("code",{children:[n.tip.slice(0,Re),"…"]})}]})})]})]})}function ge({anomaly:e}){let{moment:t}=R(),o=T("ofType","Anomaly"),i=T("ofChoice","AnomalyKind"),r=e.history?.filter(n=>n.comment).map(n=>`${n.actorName}: ${n.comment}`);return(0,A.jsx)(P,{title:`${e.staffMember?.lastName??""}, ${i(e.kind)}`,state:o(e.state),tone:e.state==="OPEN"?"warn":e.state==="CONFIRMED"?"bad":"good",facts:[[o("unit"),e.unit?.name],[o("startsAt"),t(e.startsAt)],[o("count"),`${e.count} / ${e.threshold}`],[o("firstEntry"),`${e.firstEntry}–${e.lastEntry}`]],children:r?.map((n,s)=>(0,A.jsx)("p",{className:"text",children:n},s))})}var f=_(N(),1);function ae({client:e}){let t=d(),{moment:o}=R(),i=V(),r=l(ie,{asiakas:e});return(0,f.jsxs)(m,{title:t.whoLooked,lead:t.whoLookedLead,children:[(0,f.jsx)("p",{children:(0,f.jsxs)(F,{href:"/",children:["← ",t.toRequests]})}),(0,f.jsx)(O,{look:r,children:n=>(0,f.jsx)(I,{title:t.whoLooked,rows:n.client?.accessLog??[],empty:t.noLooks,columns:[{title:t.when,cell:s=>o(s.at)},{title:t.who,cell:s=>s.actorName??s.authority},{title:t.purpose,cell:s=>i(s.purpose)},{title:t.basis,cell:s=>s.basis},{title:t.fields,cell:s=>(0,f.jsx)("span",{className:"small",children:(s.fields??[]).join(", ")})}]})})]})}var E=_(N(),1);function Ee(){let e=d(),t=l(H,{});return(0,E.jsx)(m,{title:e.ways.notice,lead:e.noticeLead,children:(0,E.jsx)(O,{look:t,children:({privacyNotices:o})=>o?.nodes.length?o.nodes.map(i=>(0,E.jsx)(Ae,{id:i.id,title:`${i.register?.name??""}, ${e.version(i.version??0)}`},i.id)):(0,E.jsx)("p",{className:"quiet",children:e.noNotice})})})}function Ae({id:e,title:t}){let o=l(q,{id:e});return(0,E.jsxs)("section",{className:"stack","aria-label":t,children:[(0,E.jsx)("h2",{children:t}),(0,E.jsx)(O,{look:o,children:i=>(0,E.jsx)(De,{data:i})})]})}function De({data:e}){let t=d(),{language:o}=L(),{whole:i}=R(),r=e.noticeCheck,n=e.notAcknowledged??[];return(0,E.jsxs)(E.Fragment,{children:[r?(0,E.jsxs)("div",{className:`notice ${r.isUpToDate?"good":"warn"}`,children:[(0,E.jsx)("p",{className:"strong",children:r.isUpToDate?t.upToDate:t.notUpToDate}),r.missing.length?(0,E.jsx)("p",{children:`${t.missing}: ${r.missing.join(", ")}`}):null,r.gone.length?(0,E.jsx)("p",{children:`${t.gone}: ${r.gone.join(", ")}`}):null]}):null,(0,E.jsx)("p",{className:"quiet",children:`${t.inForce} ${i(e.privacyNotice?.effectiveOn)}`}),n.length?(0,E.jsxs)("details",{children:[(0,E.jsx)("summary",{children:`${t.notAcknowledged} (${n.length})`}),(0,E.jsx)("p",{className:"text",children:n.map(s=>s.name).filter(Boolean).join(", ")})]}):(0,E.jsx)("p",{children:t.allAcknowledged}),(0,E.jsxs)("details",{children:[(0,E.jsx)("summary",{children:`${t.dataKept} (${e.privacyNotice?.dataKept.length??0})`}),(0,E.jsx)(I,{title:t.dataKept,rows:e.privacyNotice?.dataKept??[],empty:t.noNotice,columns:[{title:t.field,cell:s=>s[o]},{title:t.type,cell:s=>({fi:s.typeFi,sv:s.typeSv,en:s.typeEn})[o]}]})]})]})}var de=_(Oe(),1);var a=_(N(),1),me="RETENTION_OVER";function Te({register:e,typeTitle:t,onProposed:o}){let i=d(),{announce:r}=L(),n=l(ne,{rekisteri:e.id}),s=v(j),[u,y]=(0,de.useState)(!1),U=async()=>{await s.run({purge:{kind:"DUE",basis:me,registerId:e.id}})&&(y(!0),r(i.proposedNow),o())};return(0,a.jsxs)("section",{className:"card","aria-label":`${i.preview}: ${e.name}`,children:[(0,a.jsxs)("div",{className:"row apart",children:[(0,a.jsx)("h2",{children:`${i.preview}: ${e.name}`}),(0,a.jsx)("button",{type:"button",className:"button",disabled:s.isWaiting||u,onClick:()=>{U()},children:i.propose})]}),(0,a.jsx)("p",{className:"quiet",children:i.previewLead}),(0,a.jsx)(W,{problems:s.problems}),u?(0,a.jsx)("p",{className:"notice good",children:i.proposedNow}):null,(0,a.jsx)(O,{look:n,children:({purgePreview:h})=>h?(0,a.jsx)(Se,{preview:h,typeTitle:t}):null})]})}function Se({preview:e,typeTitle:t}){let o=d(),{whole:i}=R(),r=T("ofChoice","Obstacle");return(0,a.jsxs)(a.Fragment,{children:[(0,a.jsxs)("dl",{className:"figures",children:[(0,a.jsxs)("div",{className:"figure",children:[(0,a.jsx)("dt",{children:o.going}),(0,a.jsx)("dd",{children:e.going})]}),(0,a.jsxs)("div",{className:"figure",children:[(0,a.jsx)("dt",{children:o.heldBack}),(0,a.jsx)("dd",{children:e.heldBack})]})]}),(0,a.jsx)(I,{title:o.rows,rows:e.counts,empty:o.nothingDue,columns:[{title:o.what,cell:n=>t(n.type)},{title:o.rows,cell:n=>n.rows,isNumber:!0}]}),e.items.length?(0,a.jsxs)("details",{children:[(0,a.jsx)("summary",{children:`${o.targets} (${e.items.length})`}),(0,a.jsx)(I,{title:o.targets,rows:e.items,empty:o.nothingDue,columns:[{title:o.target,cell:n=>(0,a.jsx)("span",{className:"small",children:n.target})},{title:o.dueOn,cell:n=>i(n.dueOn)},{title:o.obstacle,cell:n=>r(n.obstacle)}]})]}):null]})}var D=_(N(),1);function ue(){let e=d(),{language:t}=L(),o=l($,{}),i=l(Q,{}),r=n=>{let s=new Map(n.contentTypes.map(u=>[u.name.toLowerCase(),u.titles[t]]));return u=>s.get(u.replaceAll("_","").toLowerCase())??e.rowsOf[u]??u};return(0,D.jsx)(m,{title:e.ways.purges,lead:e.purgesLead,children:(0,D.jsx)(O,{look:o,children:n=>(0,D.jsxs)(D.Fragment,{children:[n.registers?.nodes.map(s=>(0,D.jsx)(Te,{register:s,typeTitle:r(n),onProposed:i.again},s.id)),(0,D.jsx)(O,{look:i,children:({purges:s})=>(0,D.jsx)(C,{title:e.proposed,rows:s?.nodes??[],empty:e.noProposed,children:u=>(0,D.jsx)(Ie,{purge:u,typeTitle:r(n),again:i.again},u.id)})})]})})})}function Ie({purge:e,typeTitle:t,again:o}){let i=d(),{whole:r,moment:n}=R(),s=T("ofType","Purge"),u=T("ofChoice","PurgeKind"),y=T("ofTerms","purge_basis"),U=u(e.kind),h=[e.proposedByName,e.approvedByName,e.confirmedByName].filter(Boolean).join(" → ");return(0,D.jsx)(P,{title:U,state:s(e.state),tone:e.state==="DONE"?"good":"note",facts:[[s("basis"),y(e.basis)],[s("judgedOn"),r(e.judgedOn)],[i.decidedBy,h],[s("doneAt"),n(e.doneAt)],[s("counts"),e.counts.map(w=>`${t(w.type)} ${w.rows}`).join(", ")]],actions:(0,D.jsx)(M,{type:"Purge",document:X,object:e,about:U,onDone:o})})}var c=_(N(),1),ye=864e5,ke=7;function le(){let e=d(),t=l(J,{}),o=l(oe,{});return(0,c.jsxs)(m,{title:e.ways.requests,lead:e.requestsLead,children:[(0,c.jsx)(O,{look:t,children:({dataRequests:i})=>(0,c.jsx)(C,{title:e.open,rows:i?.nodes??[],empty:e.noOpen,children:r=>(0,c.jsx)(Le,{request:r,again:t.again},r.id)})}),(0,c.jsx)(O,{look:o,children:i=>(0,c.jsx)(x,{title:e.otherTasks,empty:e.noOtherTasks,tasks:i.tasks.nodes.filter(r=>r.kind!=="DATA_REQUEST_DUE")})})]})}function Le({request:e,again:t}){let o=d(),{whole:i,moment:r}=R(),n=T("ofType","DataRequest"),s=T("ofChoice","DataRequestKind"),u=T("ofTerms","request_channel"),y=T("ofTerms","identity_proof"),U=T("ofTerms","extension_reason"),h=s(e.kind);return(0,c.jsx)(P,{title:h,state:n(e.state),tone:e.answeredOn?"good":"note",facts:[[o.clock,e.answeredOn?null:(0,c.jsx)(Pe,{dueOn:e.dueOn})],[n("dueOn"),i(e.dueOn)],[n("receivedOn"),i(e.receivedOn)],[n("channel"),u(e.channel)],[n("identityProof"),y(e.identityProof)],[n("extensionReason"),U(e.extensionReason)],[n("packageExpiresAt"),r(e.packageExpiresAt)],[n("answeredOn"),i(e.answeredOn)]],actions:(0,c.jsxs)(c.Fragment,{children:[(0,c.jsx)(M,{type:"DataRequest",document:Z,object:e,about:h,onDone:t}),e.client?(0,c.jsx)(F,{className:"button",href:`/log/${e.client.id}`,children:o.whoLooked}):null]})})}function Pe({dueOn:e}){let t=d(),o=Math.round((Date.parse(e)-Date.parse(K()))/ye),i=o<0?"bad":o<=ke?"warn":"";return(0,c.jsx)("span",{className:`tag ${i}`,children:t.daysLeft(o)})}var g=_(N(),1);function Ce(){let{ways:e}=d();return(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)(B,{ways:[{path:"/",title:e.requests},{path:"/letters",title:e.letters},{path:"/purges",title:e.purges},{path:"/log",title:e.log},{path:"/notice",title:e.notice}]}),(0,g.jsxs)(b,{children:[(0,g.jsx)(k,{path:"/",component:le}),(0,g.jsx)(k,{path:"/letters",component:se}),(0,g.jsx)(k,{path:"/purges",component:ue}),(0,g.jsx)(k,{path:"/log",component:re}),(0,g.jsx)(k,{path:"/log/:client",children:({client:t})=>(0,g.jsx)(ae,{client:t})}),(0,g.jsx)(k,{path:"/notice",component:Ee}),(0,g.jsx)(k,{component:G})]})]})}export{Ce as default};
