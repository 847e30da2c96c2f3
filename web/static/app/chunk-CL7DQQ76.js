import{a as F}from"./chunk-ZLQGZTNS.js";import{a as b}from"./chunk-CT7J4VHT.js";import{a as A}from"./chunk-QAUAWXQG.js";import{a as C}from"./chunk-ESLLID6S.js";import{a as Y}from"./chunk-JV2CGCS7.js";import{a as I}from"./chunk-IOXECCXV.js";import{a as h}from"./chunk-YN7IE3UH.js";import{a as G}from"./chunk-BD5XFSQB.js";import{a as W}from"./chunk-IZIB4NHY.js";import"./chunk-C2DEZCXQ.js";import"./chunk-67VDBY7N.js";import{a as U,b as M,d as S}from"./chunk-TB33MUXH.js";import"./chunk-GUMMT2R6.js";import"./chunk-2LRJ5ZYH.js";import"./chunk-7TEWRZEF.js";import{c}from"./chunk-4I5MRB74.js";import{e as p,g as B}from"./chunk-X3MLX2GW.js";import{m as R,n as D,r as f,s as P,y as l}from"./chunk-U7GDRCA3.js";import{c as N}from"./chunk-OOJM4CTU.js";var d=class extends String{__apiType;value;__meta__;constructor(n,r){super(n),this.value=n,this.__meta__=r}toString(){return this.value}},H=new d(`
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
    `),w=new d(`
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
    `),V=new d(`
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
    `),v=new d(`
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
    `),x=new d(`
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
    `);var q={ways:{bases:"Laskutusperusteet",rows:"Rivit",months:"Kuukaudet",contracts:"Sopimukset"},basesLead:"Mitä kukin maksaja on lukituista kuukausista velkaa. Summia palvelu ei laske.",export:"Vie tiedostoon",payers:"Maksajat",bases:"Perusteet",noBases:"Lukituista kuukausista ei ole laskutusperusteita.",noPayer:"Maksaja puuttuu",days:"Päiviä",hours:"Aikaa",rowsLead:"Rivi henkilöä ja sopimusta kohti numerolla, ilman nimeä. Oikaisussa on syy.",noRows:"Rivejä ei ole.",number:"Numero",month:"Kuukausi",payer:"Maksaja",kind:"Laji",price:"Hinta",reason:"Syy",monthsLead:"Sopimusten päivät kuukausittain. Yksittäisiä päiviä ja nimiä ei ole.",noMonths:"Päiviä ei ole.",recorded:"Kirjattu",present:"Läsnä",absent:"Poissa",billable:"Laskutettavia",billableBar:"Laskutettavat",contractsLead:"Sopimusten jaksot ja päivähinnat. Mitä ja missä tehdään, ei kuulu talouteen.",noPrice:"Hinta puuttuu",allPriced:"Jokaisella luonnoksella on hinta.",noContracts:"Sopimuksia ei ole.",starts:"Alkaa",ends:"Päättyy",unit:"Yksikkö",state:"Tila"},Z={ways:{bases:"Faktureringsunderlag",rows:"Rader",months:"Månader",contracts:"Avtal"},basesLead:"Vad varje betalare är skyldig för låsta månader. Summor räknar tjänsten inte.",export:"Exportera",payers:"Betalare",bases:"Underlag",noBases:"Det finns inga underlag för låsta månader.",noPayer:"Betalare saknas",days:"Dagar",hours:"Tid",rowsLead:"En rad per person och avtal med nummer, utan namn. En rättelse har en orsak.",noRows:"Det finns inga rader.",number:"Nummer",month:"Månad",payer:"Betalare",kind:"Slag",price:"Pris",reason:"Orsak",monthsLead:"Avtalens dagar månadsvis. Enskilda dagar och namn finns inte.",noMonths:"Det finns inga dagar.",recorded:"Antecknade",present:"Närvarande",absent:"Frånvarande",billable:"Fakturerbara",billableBar:"Fakturerbara",contractsLead:"Avtalens perioder och dagspriser. Vad som görs och var hör inte till ekonomin.",noPrice:"Pris saknas",allPriced:"Varje utkast har ett pris.",noContracts:"Det finns inga avtal.",starts:"Börjar",ends:"Slutar",unit:"Enhet",state:"Status"},z={ways:{bases:"Billing bases",rows:"Rows",months:"Months",contracts:"Contracts"},basesLead:"What each payer owes for locked months. The service computes no sums of money.",export:"Export",payers:"Payers",bases:"Bases",noBases:"There are no billing bases of locked months.",noPayer:"No payer",days:"Days",hours:"Time",rowsLead:"A row for each person and contract by a number, without a name. A correction has a reason.",noRows:"There are no rows.",number:"Number",month:"Month",payer:"Payer",kind:"Kind",price:"Price",reason:"Reason",monthsLead:"The days of contracts by month. There are no single days and no names.",noMonths:"There are no days.",recorded:"Recorded",present:"Present",absent:"Absent",billable:"Billable",billableBar:"Billable",contractsLead:"Periods and day prices of contracts. What is done and where is not for finance.",noPrice:"No price",allPriced:"Every draft has a price.",noContracts:"There are no contracts.",starts:"Starts",ends:"Ends",unit:"Unit",state:"State"};function T(){return{fi:q,sv:Z,en:z}[f().language]}var E=N(R(),1);function Q(){let e=T(),n=P(V,{});return(0,E.jsx)(D,{title:e.ways.bases,lead:e.basesLead,children:(0,E.jsx)(l,{look:n,children:({billingBases:r})=>(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(tt,{bases:r?.nodes??[]}),(0,E.jsx)(et,{bases:r?.nodes??[],again:n.again})]})})})}function tt({bases:e}){let n=T(),{hours:r}=S(),{number:i}=A(),o=new Map;for(let{payer:s,dayCount:t,minutes:u}of e){let y=o.get(s??"")??{days:0,minutes:0};o.set(s??"",{days:y.days+t,minutes:y.minutes+u})}let _=[...o].map(([s,t])=>({payer:s,...t})).sort((s,t)=>t.days-s.days),a=_[0]?.days??0;return _.length?(0,E.jsxs)("section",{className:"stack","aria-label":n.payers,children:[(0,E.jsx)("h2",{children:n.payers}),(0,E.jsx)(I,{title:n.payers,rows:_,empty:n.noBases,columns:[{title:n.payer,cell:s=>s.payer||n.noPayer},{title:n.days,cell:s=>i(s.days),isNumber:!0},{title:n.hours,cell:s=>r(s.minutes),isNumber:!0},{title:"",cell:s=>(0,E.jsx)(b,{value:s.days,most:a})}]})]}):null}function et({bases:e,again:n}){let r=T(),{hours:i}=S(),{month:o,number:_}=A(),a=c("ofType","BillingBasis"),s=t=>`${o(t.month)}, ${t.payer??r.noPayer}, ${t.unit?.name??""}`;return(0,E.jsxs)("section",{className:"stack","aria-label":r.bases,children:[(0,E.jsx)("h2",{children:r.bases}),(0,E.jsx)(I,{title:r.bases,rows:e,empty:r.noBases,columns:[{title:r.month,cell:t=>o(t.month)},{title:r.payer,cell:t=>t.payer??r.noPayer},{title:a("unit"),cell:t=>t.unit?.name},{title:r.days,cell:t=>_(t.dayCount),isNumber:!0},{title:r.hours,cell:t=>i(t.minutes),isNumber:!0},{title:r.state,cell:t=>(0,E.jsx)("span",{className:`tag ${t.adjustedAt?"warn":"good"}`,children:a(t.state)})},{title:"",cell:t=>(0,E.jsx)(W,{type:"BillingBasis",document:H,object:t,about:s(t),label:r.export,onDone:n})}]})]})}var m=N(R(),1);function j(){let e=T(),{whole:n}=S(),{euros:r}=A(),i=c("ofType","Contract"),o=P(K,{}),_=M(U(),1),a=C(x,s=>({ennen:_,jalkeen:s}),s=>s.contracts);return(0,m.jsxs)(D,{title:e.ways.contracts,lead:e.contractsLead,children:[(0,m.jsx)(l,{look:o,children:s=>(0,m.jsx)(Y,{title:e.noPrice,empty:e.allPriced,tasks:s.tasks.nodes})}),(0,m.jsx)(l,{look:a,children:s=>(0,m.jsx)(I,{title:e.ways.contracts,rows:s,empty:e.noContracts,columns:[{title:e.starts,cell:t=>n(t.startsOn)},{title:e.ends,cell:t=>n(t.endsOn)},{title:e.unit,cell:t=>t.unit?.name},{title:e.payer,cell:t=>t.payer},{title:e.price,cell:t=>r(t.priceCents),isNumber:!0},{title:e.state,cell:t=>i(t.state)}]})}),(0,m.jsx)(F,{list:a})]})}var L=N(R(),1),st=-400,$={recorded:0,present:0,absent:0,billable:0,minutes:0};function X(){let e=T(),n=M(U(),st),r=C(w,i=>({alkaen:n,jalkeen:i}),i=>i.contracts,!0);return(0,L.jsx)(D,{title:e.ways.months,lead:e.monthsLead,children:(0,L.jsx)(l,{look:r,children:i=>(0,L.jsx)(nt,{contracts:i})})})}function nt({contracts:e}){let n=T(),{hours:r}=S(),{month:i,number:o}=A(),_=new Map;for(let t of e.flatMap(u=>u.dayCounts??[])){let u=_.get(t.month)??$,y=Object.keys($);_.set(t.month,Object.fromEntries(y.map(k=>[k,u[k]+t[k]])))}let a=[..._].map(([t,u])=>({of:t,...u})).sort((t,u)=>u.of.localeCompare(t.of)),s=Math.max(0,...a.map(t=>t.billable));return(0,L.jsx)(I,{title:n.ways.months,rows:a,empty:n.noMonths,columns:[{title:n.month,cell:t=>i(t.of)},{title:n.recorded,cell:t=>o(t.recorded),isNumber:!0},{title:n.present,cell:t=>o(t.present),isNumber:!0},{title:n.absent,cell:t=>o(t.absent),isNumber:!0},{title:n.billable,cell:t=>o(t.billable),isNumber:!0},{title:n.hours,cell:t=>r(t.minutes),isNumber:!0},{title:"",cell:t=>(0,L.jsx)(b,{value:t.billable,most:s})}]})}var g=N(R(),1);function J(){let e=T(),{hours:n}=S(),{euros:r,month:i}=A(),o=c("ofChoice","BillingRowKind"),_=C(v,a=>({jalkeen:a}),a=>a.billingRows);return(0,g.jsxs)(D,{title:e.ways.rows,lead:e.rowsLead,children:[(0,g.jsx)(l,{look:_,children:a=>(0,g.jsx)(I,{title:e.ways.rows,rows:a,empty:e.noRows,columns:[{title:e.number,cell:s=>s.number},{title:e.month,cell:s=>s.basis?i(s.basis.month):""},{title:e.payer,cell:s=>s.basis?.payer??e.noPayer},{title:e.kind,cell:s=>o(s.kind)},{title:e.days,cell:s=>s.dayCount,isNumber:!0},{title:e.hours,cell:s=>n(s.minutes),isNumber:!0},{title:e.price,cell:s=>r(s.priceCents),isNumber:!0},{title:e.reason,cell:s=>s.reason}]})}),(0,g.jsx)(F,{list:_})]})}var O=N(R(),1);function rt(){let{ways:e}=T();return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(h,{ways:[{path:"/",title:e.bases},{path:"/rows",title:e.rows},{path:"/months",title:e.months},{path:"/contracts",title:e.contracts}]}),(0,O.jsxs)(B,{children:[(0,O.jsx)(p,{path:"/",component:Q}),(0,O.jsx)(p,{path:"/rows",component:J}),(0,O.jsx)(p,{path:"/months",component:X}),(0,O.jsx)(p,{path:"/contracts",component:j}),(0,O.jsx)(p,{component:G})]})]})}export{rt as default};
