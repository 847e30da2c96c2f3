import{a as q}from"./chunk-F7JTKVH7.js";import{a as H}from"./chunk-DNJUWXI3.js";import{a as Q,b as $}from"./chunk-S6PNEXO5.js";import"./chunk-SOU4WXFG.js";import{a as y}from"./chunk-SGTO2AIA.js";import{a as C,c as f}from"./chunk-N4WW6VQX.js";import{a as B,c as x}from"./chunk-2NABCQEW.js";import{a as W}from"./chunk-6I4BGB2J.js";import{a as Y}from"./chunk-VULSJVSI.js";import{a as M}from"./chunk-M5ZS5TYT.js";import"./chunk-DG7U3J3C.js";import"./chunk-J2KSSCOX.js";import"./chunk-CXEEDNUD.js";import{a as w}from"./chunk-VJ57TAP3.js";import{a as V,d as c}from"./chunk-LAXEIQQE.js";import"./chunk-BHMKMHFP.js";import"./chunk-AAXXP4VA.js";import"./chunk-WWUFBI3M.js";import"./chunk-BS7KTXJJ.js";import"./chunk-OCTD23N4.js";import{e as L,f as F,g as v}from"./chunk-S4TXWKWP.js";import{a as ge,e as N,f as D,j as P,k as R,m as G,o as K,q as O,t as _}from"./chunk-HL5E4EFT.js";import"./chunk-5RBZAMFY.js";import{c as l}from"./chunk-OOJM4CTU.js";var u=class extends String{__apiType;value;__meta__;constructor(t,o){super(t),this.value=t,this.__meta__=o}toString(){return this.value}},j=new u(`
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
    `),X=new u(`
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
    `),J=new u(`
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
    `),Z=new u(`
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
    `),z=new u(`
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
    `),ee=new u(`
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
    `),te=new u(`
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
    `),ne=new u(`
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
    `),oe=new u(`
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
    `),ie=new u(`
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
    `),se=new u(`
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
    `),re=new u(`
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
    `),ae=new u(`
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
    `),Ee=new u(`
    query MitaTietosuojaltaOdotetaan($jalkeen: String) {
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
    `),Te=new u(`
    query Kayttoloki($asiakas: ID!, $montako: Int!, $jalkeen: String) @purpose(of: SUPERVISION) {
  client(id: $asiakas) {
    state
    accessLog(first: $montako, after: $jalkeen) {
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
    `);var Ae={ways:{requests:"Pyynnöt",letters:"Kirjeet",purges:"Poistot",log:"Katselut ja loki",notice:"Seloste"},requestsLead:"Henkilöiden pyynnöt määräpäivän mukaan. Mitään ei kerrota ennen kuin tiedetään, kuka kysyy.",open:"Avoimet",noOpen:"Avoimia pyyntöjä ei ole.",otherTasks:"Muut tehtävät",noOtherTasks:"Muuta ei odota.",daysLeft:e=>e<0?`${-e} päivää myöhässä`:e===0?"tänään":`${e} päivää jäljellä`,clock:"Aikaa",whoLooked:"Kuka on katsonut",lettersLead:"Kirjeet henkilöille, joilla ei ole tunnusta. Tulosta kirje, lähetä se ja merkitse se lähetetyksi.",toSend:"Lähetettävät",noToSend:"Yksikään kirje ei odota lähettämistä.",letterText:"Kirjeen teksti",purgesLead:"Säilytysajan päätyttyä tiedot poistetaan. Kaksi eri henkilöä päättää, ja palvelu poistaa.",proposed:"Ehdotetut ja tehdyt poistot",noProposed:"Poistoja ei ole.",preview:"Esikatselu",previewLead:"Mitä poistuisi, jos kaikki erääntynyt poistettaisiin nyt.",register:"Rekisteri",going:"Poistuisi",heldBack:"Jäisi",rows:"Rivejä",what:"Mitä",nothingDue:"Mikään ei ole erääntynyt.",target:"Kohde",dueOn:"Erääntyi",rowsOf:{history:"Muutoshistoria",version:"Versiot"},obstacle:"Este",targets:"Kohteet",propose:"Ehdota poistoa",proposedNow:"Poisto on ehdotettu. Toinen henkilö vahvistaa sen.",decidedBy:"Päättäjät",logLead:"Jokainen katselu jättää rivin, jota kukaan ei voi muuttaa. Loki on sinetöity ketjuksi.",anomalies:"Poikkeavat katselut",noAnomalies:"Poikkeavia katseluja ei ole.",checkpoints:"Lokin tarkistuspisteet",checkpointsLead:"Säilytä tarkistuspisteet muualla. Ylläpito vertaa lokia niihin käskyllä verify-log.",noCheckpoints:"Tarkistuspisteitä ei ole vielä.",block:"Lohko",entries:"Rivejä",signedAt:"Allekirjoitettu",tip:"Ketjun pää",whoLookedLead:"Katselut uusimmasta alkaen. Arvoja lokissa ei ole. Tämäkin katselu jättää rivin.",toRequests:"Takaisin pyyntöihin",when:"Milloin",who:"Kuka",purpose:"Miksi",basis:"Peruste",fields:"Mitä",noLooks:"Katseluja ei ole.",noticeLead:"Selosteen tietoluettelo verrataan siihen, mitä palvelu oikeasti tallentaa.",version:e=>`Versio ${e}`,upToDate:"Seloste pitää paikkansa.",notUpToDate:"Seloste ei pidä paikkaansa.",missing:"Puuttuu selosteesta",gone:"Selosteessa, mutta ei enää palvelussa",notAcknowledged:"Eivät ole kuitanneet",inForce:"Voimassa alkaen",allAcknowledged:"Kaikki ovat kuitanneet.",dataKept:"Mitä tallennetaan",noNotice:"Julkaistua selostetta ei ole.",field:"Tieto",type:"Laji"},Se={ways:{requests:"Begäranden",letters:"Brev",purges:"Raderingar",log:"Visningar och logg",notice:"Beskrivning"},requestsLead:"Personernas begäranden enligt sista dag. Ingenting berättas innan man vet vem som frågar.",open:"Öppna",noOpen:"Det finns inga öppna begäranden.",otherTasks:"Andra uppgifter",noOtherTasks:"Inget annat väntar.",daysLeft:e=>e<0?`${-e} dagar försenad`:e===0?"i dag":`${e} dagar kvar`,clock:"Tid",whoLooked:"Vem har sett",lettersLead:"Brev till personer utan konto. Skriv ut brevet, sänd det och anteckna att det har sänts.",toSend:"Att sända",noToSend:"Inget brev väntar på att sändas.",letterText:"Brevets text",purgesLead:"När förvaringstiden är slut raderas uppgifterna. Två olika personer beslutar, och tjänsten raderar.",proposed:"Föreslagna och utförda raderingar",noProposed:"Det finns inga raderingar.",preview:"Förhandsvisning",previewLead:"Vad som skulle raderas om allt förfallet raderades nu.",register:"Register",going:"Skulle raderas",heldBack:"Skulle bli kvar",rows:"Rader",what:"Vad",nothingDue:"Ingenting har förfallit.",target:"Mål",dueOn:"Förföll",rowsOf:{history:"Ändringshistorik",version:"Versioner"},obstacle:"Hinder",targets:"Målen",propose:"Föreslå radering",proposedNow:"Raderingen är föreslagen. En annan person bekräftar den.",decidedBy:"Beslutsfattare",logLead:"Varje visning lämnar en rad som ingen kan ändra. Loggen är förseglad som en kedja.",anomalies:"Avvikande visningar",noAnomalies:"Det finns inga avvikande visningar.",checkpoints:"Loggens kontrollpunkter",checkpointsLead:"Förvara kontrollpunkterna på annat håll. Underhållet jämför loggen med dem med kommandot verify-log.",noCheckpoints:"Det finns inga kontrollpunkter ännu.",block:"Block",entries:"Rader",signedAt:"Undertecknad",tip:"Kedjans ände",whoLookedLead:"Visningarna, de nyaste först. Loggen har inga värden. Också denna visning lämnar en rad.",toRequests:"Tillbaka till begärandena",when:"När",who:"Vem",purpose:"Varför",basis:"Grund",fields:"Vad",noLooks:"Det finns inga visningar.",noticeLead:"Beskrivningens lista över uppgifter jämförs med vad tjänsten faktiskt sparar.",version:e=>`Version ${e}`,upToDate:"Beskrivningen stämmer.",notUpToDate:"Beskrivningen stämmer inte.",missing:"Saknas i beskrivningen",gone:"I beskrivningen, men inte längre i tjänsten",notAcknowledged:"Har inte kvitterat",inForce:"I kraft från",allAcknowledged:"Alla har kvitterat.",dataKept:"Vad som sparas",noNotice:"Det finns ingen publicerad beskrivning.",field:"Uppgift",type:"Slag"},De={ways:{requests:"Requests",letters:"Letters",purges:"Purges",log:"Looks and log",notice:"Notice"},requestsLead:"The requests of people, by due day. Nothing is told before it is known who asks.",open:"Open",noOpen:"There are no open requests.",otherTasks:"Other tasks",noOtherTasks:"Nothing else waits.",daysLeft:e=>e<0?`${-e} days late`:e===0?"today":`${e} days left`,clock:"Time",whoLooked:"Who looked",lettersLead:"Letters to people without an account. Print the letter, send it and mark it as sent.",toSend:"To send",noToSend:"No letter waits to be sent.",letterText:"Text of the letter",purgesLead:"When the retention time is over the data is deleted. Two people decide, and the service deletes.",proposed:"Purges proposed and done",noProposed:"There are no purges.",preview:"Preview",previewLead:"What would go if all that is due were deleted now.",register:"Register",going:"Would go",heldBack:"Would stay",rows:"Rows",what:"What",nothingDue:"Nothing is due.",target:"Target",dueOn:"Due since",rowsOf:{history:"History",version:"Versions"},obstacle:"Obstacle",targets:"Targets",propose:"Propose the purge",proposedNow:"The purge is proposed. A second person confirms it.",decidedBy:"Decided by",logLead:"Every look leaves a row that nobody can change. The log is sealed as a chain.",anomalies:"Unusual looks",noAnomalies:"There are no unusual looks.",checkpoints:"Checkpoints of the log",checkpointsLead:"Keep the checkpoints elsewhere. Operations compare the log with them by the command verify-log.",noCheckpoints:"There are no checkpoints yet.",block:"Block",entries:"Rows",signedAt:"Signed",tip:"Tip of the chain",whoLookedLead:"Looks, the latest first. The log holds no values. This look leaves a row too.",toRequests:"Back to the requests",when:"When",who:"Who",purpose:"Why",basis:"Basis",fields:"What",noLooks:"There are no looks.",noticeLead:"What the notice says is kept, compared with what the service really keeps.",version:e=>`Version ${e}`,upToDate:"The notice is right.",notUpToDate:"The notice is not right.",missing:"Missing from the notice",gone:"In the notice, but no longer in the service",notAcknowledged:"Have not acknowledged",inForce:"In force since",allAcknowledged:"Everybody has acknowledged.",dataKept:"What is kept",noNotice:"There is no published notice.",field:"Data",type:"Kind"};function d(){return{fi:Ae,sv:Se,en:De}[P().language]}var m=l(N(),1);function de(){let e=d(),t=R(re,{});return(0,m.jsx)(D,{title:e.ways.letters,lead:e.lettersLead,children:(0,m.jsx)(O,{look:t,children:({requestLetters:o})=>(0,m.jsx)(f,{title:e.toSend,rows:o?.nodes??[],empty:e.noToSend,children:i=>(0,m.jsx)(me,{letter:i,again:t.again},i.id)})})})}function me({letter:e,again:t}){let o=d(),{whole:i}=c(),r=_("ofType","RequestLetter"),n=_("ofChoice","LetterOccasion"),s=_("ofChoice","DataRequestKind"),a=_("ofType","DataRequest"),k=n(e.occasion);return(0,m.jsx)(C,{title:k,facts:[[r("recipient"),e.recipient?(0,m.jsx)("span",{className:"pre",children:e.recipient}):null],[r("request"),s(e.request?.kind)],[a("dueOn"),i(e.request?.dueOn)]],actions:(0,m.jsx)(M,{type:"RequestLetter",document:j,object:e,about:k,onDone:t}),children:e.text?(0,m.jsxs)("details",{children:[(0,m.jsx)("summary",{children:o.letterText}),(0,m.jsx)("p",{className:"pre text",lang:e.language,children:e.text})]}):null})}var A=l(N(),1),Ie=16;function _e(){let e=d(),{moment:t}=c(),o=R(ie,{}),i=R(se,{});return(0,A.jsxs)(D,{title:e.ways.log,lead:e.logLead,children:[(0,A.jsx)(O,{look:o,children:({anomalies:r})=>(0,A.jsx)(f,{title:e.anomalies,rows:r?.nodes??[],empty:e.noAnomalies,children:(n,s)=>(0,A.jsx)(ye,{anomaly:n},s)})}),(0,A.jsxs)("section",{className:"stack","aria-label":e.checkpoints,children:[(0,A.jsx)("h2",{children:e.checkpoints}),(0,A.jsx)("p",{className:"quiet",children:e.checkpointsLead}),(0,A.jsx)(O,{look:i,children:({logCheckpoints:r})=>(0,A.jsx)(y,{title:e.checkpoints,rows:r?.nodes??[],empty:e.noCheckpoints,columns:[{title:e.block,cell:n=>n.block},{title:e.entries,cell:n=>n.entries,isNumber:!0},{title:e.signedAt,cell:n=>t(n.signedAt)},{title:e.tip,cell:n=>(0,A.jsxs)("code",{children:[n.tip.slice(0,Ie),"…"]})}]})})]})]})}function ye({anomaly:e}){let{moment:t}=c(),o=_("ofType","Anomaly"),i=_("ofChoice","AnomalyKind"),r=e.history?.filter(n=>n.comment).map(n=>`${n.actorName}: ${n.comment}`);return(0,A.jsx)(C,{title:`${e.staffMember?.lastName??""}, ${i(e.kind)}`,state:o(e.state),tone:e.state==="OPEN"?"warn":e.state==="CONFIRMED"?"bad":"good",facts:[[o("unit"),e.unit?.name],[o("startsAt"),t(e.startsAt)],[o("count"),`${e.count} / ${e.threshold}`],[o("firstEntry"),`${e.firstEntry}–${e.lastEntry}`]],children:r?.map((n,s)=>(0,A.jsx)("p",{className:"text",children:n},s))})}var I=l(N(),1);function Oe({client:e}){let t=d(),{moment:o}=c(),i=q(),{person:r}=Q(),n=w(Te,s=>({asiakas:e,montako:50,jalkeen:s}),s=>H(s.client?.accessLog));return(0,I.jsxs)(D,{title:t.whoLooked,lead:t.whoLookedLead,children:[(0,I.jsx)("p",{children:(0,I.jsxs)(F,{href:"/",children:["← ",t.toRequests]})}),(0,I.jsx)($,{id:e,title:r}),(0,I.jsx)(O,{look:n,children:s=>(0,I.jsx)(y,{title:t.whoLooked,rows:s,empty:t.noLooks,columns:[{title:t.when,cell:a=>o(a.at)},{title:t.who,cell:a=>a.actorName??a.authority},{title:t.purpose,cell:a=>i(a.purpose)},{title:t.basis,cell:a=>a.basis},{title:t.fields,cell:a=>(0,I.jsx)("span",{className:"small",children:(a.fields??[]).join(", ")})}]})}),(0,I.jsx)(Y,{list:n})]})}var T=l(N(),1);function le(){let e=d(),t=R(X,{});return(0,T.jsx)(D,{title:e.ways.notice,lead:e.noticeLead,children:(0,T.jsx)(O,{look:t,children:({privacyNotices:o})=>o?.nodes.length?o.nodes.map(i=>(0,T.jsx)(Le,{id:i.id,title:`${i.register?.name??""}, ${e.version(i.version??0)}`},i.id)):(0,T.jsx)("p",{className:"quiet",children:e.noNotice})})})}function Le({id:e,title:t}){let o=R(J,{id:e});return(0,T.jsxs)("section",{className:"stack","aria-label":t,children:[(0,T.jsx)("h2",{children:t}),(0,T.jsx)(O,{look:o,children:i=>(0,T.jsx)(Pe,{data:i})})]})}function Pe({data:e}){let t=d(),{language:o}=P(),{whole:i}=c(),r=e.noticeCheck,n=e.notAcknowledged??[];return(0,T.jsxs)(T.Fragment,{children:[r?(0,T.jsxs)("div",{className:`notice ${r.isUpToDate?"good":"warn"}`,children:[(0,T.jsx)("p",{className:"strong",children:r.isUpToDate?t.upToDate:t.notUpToDate}),r.missing.length?(0,T.jsx)("p",{children:`${t.missing}: ${r.missing.join(", ")}`}):null,r.gone.length?(0,T.jsx)("p",{children:`${t.gone}: ${r.gone.join(", ")}`}):null]}):null,(0,T.jsx)("p",{className:"quiet",children:`${t.inForce} ${i(e.privacyNotice?.effectiveOn)}`}),n.length?(0,T.jsxs)("details",{children:[(0,T.jsx)("summary",{children:`${t.notAcknowledged} (${n.length})`}),(0,T.jsx)("p",{className:"text",children:n.map(s=>s.name).filter(Boolean).join(", ")})]}):(0,T.jsx)("p",{children:t.allAcknowledged}),(0,T.jsxs)("details",{children:[(0,T.jsx)("summary",{children:`${t.dataKept} (${e.privacyNotice?.dataKept.length??0})`}),(0,T.jsx)(y,{title:t.dataKept,rows:e.privacyNotice?.dataKept??[],empty:t.noNotice,columns:[{title:t.field,cell:s=>s[o]},{title:t.type,cell:s=>({fi:s.typeFi,sv:s.typeSv,en:s.typeEn})[o]}]})]})]})}var ue=l(ge(),1);var E=l(N(),1),Ce="RETENTION_OVER";function Ne({register:e,typeTitle:t,onProposed:o}){let i=d(),{announce:r}=P(),n=R(ae,{rekisteri:e.id}),s=G(ee),[a,k]=(0,ue.useState)(!1),U=async()=>{await s.run({purge:{kind:"DUE",basis:Ce,registerId:e.id}})&&(k(!0),r(i.proposedNow),o())};return(0,E.jsxs)("section",{className:"card","aria-label":`${i.preview}: ${e.name}`,children:[(0,E.jsxs)("div",{className:"row apart",children:[(0,E.jsx)("h2",{children:`${i.preview}: ${e.name}`}),(0,E.jsx)("button",{type:"button",className:"button",disabled:s.isWaiting||a,onClick:()=>{U()},children:i.propose})]}),(0,E.jsx)("p",{className:"quiet",children:i.previewLead}),(0,E.jsx)(K,{problems:s.problems}),a?(0,E.jsx)("p",{className:"notice good",children:i.proposedNow}):null,(0,E.jsx)(O,{look:n,children:({purgePreview:h})=>h?(0,E.jsx)(fe,{preview:h,typeTitle:t}):null})]})}function fe({preview:e,typeTitle:t}){let o=d(),{whole:i}=c(),r=_("ofChoice","Obstacle");return(0,E.jsxs)(E.Fragment,{children:[(0,E.jsxs)("dl",{className:"figures",children:[(0,E.jsxs)("div",{className:"figure",children:[(0,E.jsx)("dt",{children:o.going}),(0,E.jsx)("dd",{children:e.going})]}),(0,E.jsxs)("div",{className:"figure",children:[(0,E.jsx)("dt",{children:o.heldBack}),(0,E.jsx)("dd",{children:e.heldBack})]})]}),(0,E.jsx)(y,{title:o.rows,rows:e.counts,empty:o.nothingDue,columns:[{title:o.what,cell:n=>t(n.type)},{title:o.rows,cell:n=>n.rows,isNumber:!0}]}),e.items.length?(0,E.jsxs)("details",{children:[(0,E.jsx)("summary",{children:`${o.targets} (${e.items.length})`}),(0,E.jsx)(y,{title:o.targets,rows:e.items,empty:o.nothingDue,columns:[{title:o.target,cell:n=>(0,E.jsx)("span",{className:"small",children:n.target})},{title:o.dueOn,cell:n=>i(n.dueOn)},{title:o.obstacle,cell:n=>r(n.obstacle)}]})]}):null]})}var S=l(N(),1);function pe(){let e=d(),{language:t}=P(),o=R(z,{}),i=R(Z,{}),r=n=>{let s=new Map(n.contentTypes.map(a=>[a.name.toLowerCase(),a.titles[t]]));return a=>s.get(a.replaceAll("_","").toLowerCase())??e.rowsOf[a]??a};return(0,S.jsx)(D,{title:e.ways.purges,lead:e.purgesLead,children:(0,S.jsx)(O,{look:o,children:n=>(0,S.jsxs)(S.Fragment,{children:[n.registers?.nodes.map(s=>(0,S.jsx)(Ne,{register:s,typeTitle:r(n),onProposed:i.again},s.id)),(0,S.jsx)(O,{look:i,children:({purges:s})=>(0,S.jsx)(f,{title:e.proposed,rows:s?.nodes??[],empty:e.noProposed,children:a=>(0,S.jsx)(he,{purge:a,typeTitle:r(n),again:i.again},a.id)})})]})})})}function he({purge:e,typeTitle:t,again:o}){let i=d(),{whole:r,moment:n}=c(),s=_("ofType","Purge"),a=_("ofChoice","PurgeKind"),k=_("ofTerms","purge_basis"),U=a(e.kind),h=[e.proposedByName,e.approvedByName,e.confirmedByName].filter(Boolean).join(" → ");return(0,S.jsx)(C,{title:U,state:s(e.state),tone:e.state==="DONE"?"good":"note",facts:[[s("basis"),k(e.basis)],[s("judgedOn"),r(e.judgedOn)],[i.decidedBy,h],[s("doneAt"),n(e.doneAt)],[s("counts"),e.counts.map(b=>`${t(b.type)} ${b.rows}`).join(", ")]],actions:(0,S.jsx)(M,{type:"Purge",document:te,object:e,about:U,onDone:o})})}var Re={DATA_REQUEST_DUE:"~/desk/content/DataRequest/:id",RECTIFICATION_TO_DECIDE:"~/desk/content/Rectification/:id",IDENTITY_MATCH_TO_DECIDE:"~/desk/content/IdentityMatch/:id"};var p=l(N(),1),Ue=864e5,Me=7;function ce(){let e=d(),t=R(ne,{}),o=w(Ee,i=>({jalkeen:i}),i=>i.tasks,!0);return(0,p.jsxs)(D,{title:e.ways.requests,lead:e.requestsLead,children:[(0,p.jsx)(O,{look:t,children:({dataRequests:i})=>(0,p.jsx)(f,{title:e.open,rows:i?.nodes??[],empty:e.noOpen,children:r=>(0,p.jsx)(Fe,{request:r,again:t.again},r.id)})}),(0,p.jsx)(O,{look:o,children:i=>(0,p.jsx)(x,{title:e.otherTasks,empty:e.noOtherTasks,ways:Re,tasks:i.filter(r=>r.kind!=="DATA_REQUEST_DUE")})})]})}function Fe({request:e,again:t}){let o=d(),{whole:i,moment:r}=c(),n=_("ofType","DataRequest"),s=_("ofChoice","DataRequestKind"),a=_("ofTerms","request_channel"),k=_("ofTerms","identity_proof"),U=_("ofTerms","extension_reason"),h=s(e.kind);return(0,p.jsx)(C,{title:h,state:n(e.state),tone:e.answeredOn?"good":"note",facts:[[o.clock,e.answeredOn?null:(0,p.jsx)(we,{dueOn:e.dueOn})],[n("dueOn"),i(e.dueOn)],[n("receivedOn"),i(e.receivedOn)],[n("channel"),a(e.channel)],[n("identityProof"),k(e.identityProof)],[n("extensionReason"),U(e.extensionReason)],[n("packageExpiresAt"),r(e.packageExpiresAt)],[n("answeredOn"),i(e.answeredOn)]],actions:(0,p.jsxs)(p.Fragment,{children:[(0,p.jsx)(M,{type:"DataRequest",document:oe,object:e,about:h,onDone:t}),e.client?(0,p.jsx)(F,{className:"button",href:`/log/${e.client.id}`,children:o.whoLooked}):null]})})}function we({dueOn:e}){let t=d(),o=Math.round((Date.parse(e)-Date.parse(V()))/Ue),i=o<0?"bad":o<=Me?"warn":"";return(0,p.jsx)("span",{className:`tag ${i}`,children:t.daysLeft(o)})}var g=l(N(),1);function be(){let{ways:e}=d();return(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)(B,{ways:[{path:"/",title:e.requests},{path:"/letters",title:e.letters},{path:"/purges",title:e.purges},{path:"/log",title:e.log},{path:"/notice",title:e.notice}]}),(0,g.jsxs)(v,{children:[(0,g.jsx)(L,{path:"/",component:ce}),(0,g.jsx)(L,{path:"/letters",component:de}),(0,g.jsx)(L,{path:"/purges",component:pe}),(0,g.jsx)(L,{path:"/log",component:_e}),(0,g.jsx)(L,{path:"/log/:client",children:({client:t})=>(0,g.jsx)(Oe,{client:t})}),(0,g.jsx)(L,{path:"/notice",component:le}),(0,g.jsx)(L,{component:W})]})]})}export{be as default};
