import{a as F}from"./chunk-VSSOPHSR.js";import{a as b}from"./chunk-UIUFQWU3.js";import{a as I}from"./chunk-64K3JWH6.js";import{a as l}from"./chunk-6MQDR4VR.js";import{a as c}from"./chunk-AP663PS6.js";import{a as h,c as W}from"./chunk-MTFEQQRV.js";import{a as G}from"./chunk-EN4JNB7S.js";import{a as Y}from"./chunk-HICMRVHX.js";import"./chunk-QYLI6SDS.js";import"./chunk-J2KSSCOX.js";import"./chunk-TCJ6NWCV.js";import{a as g,b as M,d as A}from"./chunk-WKSCR2AE.js";import"./chunk-L2XJAEZ3.js";import"./chunk-JRHPWCY7.js";import"./chunk-INSDM2A3.js";import"./chunk-FYVAVUYF.js";import{e as p,g as k}from"./chunk-VHPSAGOV.js";import{e as R,f as D,j as f,k as y,q as u,t as C}from"./chunk-NIB6LP53.js";import"./chunk-5RBZAMFY.js";import{c as N}from"./chunk-OOJM4CTU.js";var d=class extends String{__apiType;value;__meta__;constructor(n,E){super(n),this.value=n,this.__meta__=E}toString(){return this.value}},H=new d(`
    mutation ExportBasis($step: TransitionBillingBasisInput!, $key: String!) {
  transitionBillingBasis(input: $step, idempotencyKey: $key) {
    billingBasis {
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
    `),V=new d(`
    query Lasnaolopaivat($alkaen: Date!, $jalkeen: String) {
  contracts(
    filter: {startsOn: {gte: $alkaen}, state: {in: [ACTIVE, ENDED]}}
    first: 200
    after: $jalkeen
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      payer
      priceCents
      dayCounts {
        month
        unit
        recorded
        locked
        present
        absent
        billable
        minutes
      }
    }
  }
}
    `),w=new d(`
    query Laskutusperusteet {
  billingBases(orderBy: MONTH_DESC, first: 50) {
    nodes {
      id
      revision
      state
      month
      payer
      dayCount
      minutes
      adjustedAt
      unit {
        id
        name
      }
    }
  }
}
    `),x=new d(`
    query LaskutusperusteenRivit($jalkeen: String) {
  billingRows(first: 50, after: $jalkeen) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      number
      kind
      priceCents
      dayCount
      minutes
      reason
      days {
        day
        count
        minutes
      }
      basis {
        id
        month
        payer
      }
    }
  }
}
    `),v=new d(`
    query LaskutettavatSopimukset($ennen: Date!, $jalkeen: String) {
  contracts(
    filter: {state: {in: [ACTIVE, SUSPENDED, ENDED]}, startsOn: {lt: $ennen}}
    orderBy: STARTS_ON_DESC
    first: 50
    after: $jalkeen
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      state
      startsOn
      endsOn
      priceCents
      payer
      unit {
        name
      }
    }
  }
}
    `),K=new d(`
    query IlmanHintaa {
  tasks(first: 50) {
    nodes {
      kind
      dueOn
      object {
        id
        ... on Contract {
          startsOn
          priceCents
          payer
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `);var Z={ways:{bases:"Laskutusperusteet",rows:"Rivit",months:"Kuukaudet",contracts:"Sopimukset"},basesLead:"Mitä kukin maksaja on lukituista kuukausista velkaa. Summia palvelu ei laske.",export:"Vie tiedostoon",payers:"Maksajat",bases:"Perusteet",noBases:"Lukituista kuukausista ei ole laskutusperusteita.",noPayer:"Maksaja puuttuu",days:"Päiviä",hours:"Aikaa",rowsLead:"Rivi henkilöä ja sopimusta kohti numerolla, ilman nimeä. Oikaisussa on syy.",noRows:"Rivejä ei ole.",number:"Numero",month:"Kuukausi",payer:"Maksaja",kind:"Laji",price:"Hinta",reason:"Syy",monthsLead:"Sopimusten päivät kuukausittain. Yksittäisiä päiviä ja nimiä ei ole.",noMonths:"Päiviä ei ole.",recorded:"Kirjattu",present:"Läsnä",absent:"Poissa",billable:"Laskutettavia",billableBar:"Laskutettavat",contractsLead:"Sopimusten jaksot ja päivähinnat. Mitä ja missä tehdään, ei kuulu talouteen.",noPrice:"Hinta puuttuu",allPriced:"Jokaisella luonnoksella on hinta.",noContracts:"Sopimuksia ei ole.",starts:"Alkaa",ends:"Päättyy",unit:"Yksikkö",state:"Tila"},z={ways:{bases:"Faktureringsunderlag",rows:"Rader",months:"Månader",contracts:"Avtal"},basesLead:"Vad varje betalare är skyldig för låsta månader. Summor räknar tjänsten inte.",export:"Exportera",payers:"Betalare",bases:"Underlag",noBases:"Det finns inga underlag för låsta månader.",noPayer:"Betalare saknas",days:"Dagar",hours:"Tid",rowsLead:"En rad per person och avtal med nummer, utan namn. En rättelse har en orsak.",noRows:"Det finns inga rader.",number:"Nummer",month:"Månad",payer:"Betalare",kind:"Slag",price:"Pris",reason:"Orsak",monthsLead:"Avtalens dagar månadsvis. Enskilda dagar och namn finns inte.",noMonths:"Det finns inga dagar.",recorded:"Antecknade",present:"Närvarande",absent:"Frånvarande",billable:"Fakturerbara",billableBar:"Fakturerbara",contractsLead:"Avtalens perioder och dagspriser. Vad som görs och var hör inte till ekonomin.",noPrice:"Pris saknas",allPriced:"Varje utkast har ett pris.",noContracts:"Det finns inga avtal.",starts:"Börjar",ends:"Slutar",unit:"Enhet",state:"Status"},tt={ways:{bases:"Billing bases",rows:"Rows",months:"Months",contracts:"Contracts"},basesLead:"What each payer owes for locked months. The service computes no sums of money.",export:"Export",payers:"Payers",bases:"Bases",noBases:"There are no billing bases of locked months.",noPayer:"No payer",days:"Days",hours:"Time",rowsLead:"A row for each person and contract by a number, without a name. A correction has a reason.",noRows:"There are no rows.",number:"Number",month:"Month",payer:"Payer",kind:"Kind",price:"Price",reason:"Reason",monthsLead:"The days of contracts by month. There are no single days and no names.",noMonths:"There are no days.",recorded:"Recorded",present:"Present",absent:"Absent",billable:"Billable",billableBar:"Billable",contractsLead:"Periods and day prices of contracts. What is done and where is not for finance.",noPrice:"No price",allPriced:"Every draft has a price.",noContracts:"There are no contracts.",starts:"Starts",ends:"Ends",unit:"Unit",state:"State"};function T(){return{fi:Z,sv:z,en:tt}[f().language]}var r=N(R(),1);function Q(){let e=T(),n=y(w,{});return(0,r.jsx)(D,{title:e.ways.bases,lead:e.basesLead,children:(0,r.jsx)(u,{look:n,children:({billingBases:E})=>(0,r.jsxs)(r.Fragment,{children:[(0,r.jsx)(et,{bases:E?.nodes??[]}),(0,r.jsx)(st,{bases:E?.nodes??[],again:n.again})]})})})}function et({bases:e}){let n=T(),{hours:E}=A(),{number:i}=l(),o=new Map;for(let{payer:s,dayCount:t,minutes:S}of e){let U=o.get(s??"")??{days:0,minutes:0};o.set(s??"",{days:U.days+t,minutes:U.minutes+S})}let _=[...o].map(([s,t])=>({payer:s,...t})).sort((s,t)=>t.days-s.days),a=_[0]?.days??0;return _.length?(0,r.jsxs)("section",{className:"stack","aria-label":n.payers,children:[(0,r.jsx)("h2",{children:n.payers}),(0,r.jsx)(I,{title:n.payers,rows:_,empty:n.noBases,columns:[{title:n.payer,cell:s=>s.payer||n.noPayer},{title:n.days,cell:s=>i(s.days),isNumber:!0},{title:n.hours,cell:s=>E(s.minutes),isNumber:!0},{title:"",cell:s=>(0,r.jsx)(b,{value:s.days,most:a})}]})]}):null}function st({bases:e,again:n}){let E=T(),{hours:i}=A(),{month:o,number:_}=l(),a=C("ofType","BillingBasis"),s=t=>`${o(t.month)}, ${t.payer??E.noPayer}, ${t.unit?.name??""}`;return(0,r.jsxs)("section",{className:"stack","aria-label":E.bases,children:[(0,r.jsx)("h2",{children:E.bases}),(0,r.jsx)(I,{title:E.bases,rows:e,empty:E.noBases,columns:[{title:E.month,cell:t=>o(t.month)},{title:E.payer,cell:t=>t.payer??E.noPayer},{title:a("unit"),cell:t=>t.unit?.name},{title:E.days,cell:t=>_(t.dayCount),isNumber:!0},{title:E.hours,cell:t=>i(t.minutes),isNumber:!0},{title:E.state,cell:t=>(0,r.jsx)("span",{className:`tag ${t.adjustedAt?"warn":"good"}`,children:a(t.state)})},{title:"",cell:t=>(0,r.jsx)(Y,{type:"BillingBasis",document:H,object:t,about:s(t),label:E.export,onDone:n})}]})]})}var j={PRICE_MISSING:"~/desk/content/Contract/:id/edit"};var m=N(R(),1);function X(){let e=T(),{whole:n}=A(),{euros:E}=l(),i=C("ofType","Contract"),o=y(K,{}),_=M(g(),1),a=c(v,s=>({ennen:_,jalkeen:s}),s=>s.contracts);return(0,m.jsxs)(D,{title:e.ways.contracts,lead:e.contractsLead,children:[(0,m.jsx)(u,{look:o,children:s=>(0,m.jsx)(W,{title:e.noPrice,empty:e.allPriced,tasks:s.tasks.nodes,ways:j})}),(0,m.jsx)(u,{look:a,children:s=>(0,m.jsx)(I,{title:e.ways.contracts,rows:s,empty:e.noContracts,columns:[{title:e.starts,cell:t=>n(t.startsOn)},{title:e.ends,cell:t=>n(t.endsOn)},{title:e.unit,cell:t=>t.unit?.name},{title:e.payer,cell:t=>t.payer},{title:e.price,cell:t=>E(t.priceCents),isNumber:!0},{title:e.state,cell:t=>i(t.state)}]})}),(0,m.jsx)(F,{list:a})]})}var L=N(R(),1),nt=-400,$={recorded:0,present:0,absent:0,billable:0,minutes:0};function J(){let e=T(),n=M(g(),nt),E=c(V,i=>({alkaen:n,jalkeen:i}),i=>i.contracts,!0);return(0,L.jsx)(D,{title:e.ways.months,lead:e.monthsLead,children:(0,L.jsx)(u,{look:E,children:i=>(0,L.jsx)(Et,{contracts:i})})})}function Et({contracts:e}){let n=T(),{hours:E}=A(),{month:i,number:o}=l(),_=new Map;for(let t of e.flatMap(S=>S.dayCounts??[])){let S=_.get(t.month)??$,U=Object.keys($);_.set(t.month,Object.fromEntries(U.map(B=>[B,S[B]+t[B]])))}let a=[..._].map(([t,S])=>({of:t,...S})).sort((t,S)=>S.of.localeCompare(t.of)),s=Math.max(0,...a.map(t=>t.billable));return(0,L.jsx)(I,{title:n.ways.months,rows:a,empty:n.noMonths,columns:[{title:n.month,cell:t=>i(t.of)},{title:n.recorded,cell:t=>o(t.recorded),isNumber:!0},{title:n.present,cell:t=>o(t.present),isNumber:!0},{title:n.absent,cell:t=>o(t.absent),isNumber:!0},{title:n.billable,cell:t=>o(t.billable),isNumber:!0},{title:n.hours,cell:t=>E(t.minutes),isNumber:!0},{title:"",cell:t=>(0,L.jsx)(b,{value:t.billable,most:s})}]})}var P=N(R(),1);function q(){let e=T(),{hours:n}=A(),{euros:E,month:i}=l(),o=C("ofChoice","BillingRowKind"),_=c(x,a=>({jalkeen:a}),a=>a.billingRows);return(0,P.jsxs)(D,{title:e.ways.rows,lead:e.rowsLead,children:[(0,P.jsx)(u,{look:_,children:a=>(0,P.jsx)(I,{title:e.ways.rows,rows:a,empty:e.noRows,columns:[{title:e.number,cell:s=>s.number},{title:e.month,cell:s=>s.basis?i(s.basis.month):""},{title:e.payer,cell:s=>s.basis?.payer??e.noPayer},{title:e.kind,cell:s=>o(s.kind)},{title:e.days,cell:s=>s.dayCount,isNumber:!0},{title:e.hours,cell:s=>n(s.minutes),isNumber:!0},{title:e.price,cell:s=>E(s.priceCents),isNumber:!0},{title:e.reason,cell:s=>s.reason}]})}),(0,P.jsx)(F,{list:_})]})}var O=N(R(),1);function rt(){let{ways:e}=T();return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(h,{ways:[{path:"/",title:e.bases},{path:"/rows",title:e.rows},{path:"/months",title:e.months},{path:"/contracts",title:e.contracts}]}),(0,O.jsxs)(k,{children:[(0,O.jsx)(p,{path:"/",component:Q}),(0,O.jsx)(p,{path:"/rows",component:q}),(0,O.jsx)(p,{path:"/months",component:J}),(0,O.jsx)(p,{path:"/contracts",component:X}),(0,O.jsx)(p,{component:G})]})]})}export{rt as default};
