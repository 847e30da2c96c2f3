import{a as g}from"./chunk-SYL3JQNC.js";import{a as I}from"./chunk-ZQWUWQMH.js";import{a as h}from"./chunk-XB3OI7GI.js";import{a as D}from"./chunk-3GFBK55W.js";import{a as f}from"./chunk-EWIN2B2X.js";import{a as k}from"./chunk-2BMOZCS5.js";import{a as G}from"./chunk-SZ6SGUVD.js";import"./chunk-7N66RYIJ.js";import"./chunk-J5J7URC7.js";import{a as U,b as P,d as l}from"./chunk-P467PA5H.js";import"./chunk-KODDMDML.js";import"./chunk-UEYJEEJE.js";import{c as L}from"./chunk-QDZ5SCAF.js";import{e as c,g as b}from"./chunk-4GPZOU6G.js";import{m as N,n as d,q as B,r as S,x as A}from"./chunk-4Q4Z6WR7.js";import{c as O}from"./chunk-OOJM4CTU.js";var m=class extends String{__apiType;value;__meta__;constructor(n,r){super(n),this.value=n,this.__meta__=r}toString(){return this.value}},W=new m(`
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
    `),Y=new m(`
    query Lasnaolopaivat($alkaen: Date!) {
  contracts(
    filter: {startsOn: {gte: $alkaen}, state: {in: [ACTIVE, ENDED]}}
    first: 50
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
    `),H=new m(`
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
    `),w=new m(`
    query LaskutusperusteenRivit {
  billingRows(first: 50) {
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
    `),V=new m(`
    query LaskutettavatSopimukset($ennen: Date!) {
  contracts(
    filter: {state: {in: [ACTIVE, SUSPENDED, ENDED]}, startsOn: {lt: $ennen}}
    orderBy: STARTS_ON_DESC
    first: 50
  ) {
    totalCount
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
    `),v=new m(`
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
    `);var $={ways:{bases:"Laskutusperusteet",rows:"Rivit",months:"Kuukaudet",contracts:"Sopimukset"},basesLead:"Mitä kukin maksaja on lukituista kuukausista velkaa. Summia palvelu ei laske.",export:"Vie tiedostoon",payers:"Maksajat",bases:"Perusteet",noBases:"Lukituista kuukausista ei ole laskutusperusteita.",noPayer:"Maksaja puuttuu",days:"Päiviä",hours:"Aikaa",rowsLead:"Rivi henkilöä ja sopimusta kohti numerolla, ilman nimeä. Oikaisussa on syy.",noRows:"Rivejä ei ole.",number:"Numero",month:"Kuukausi",payer:"Maksaja",kind:"Laji",price:"Hinta",reason:"Syy",monthsLead:"Sopimusten päivät kuukausittain. Yksittäisiä päiviä ja nimiä ei ole.",noMonths:"Päiviä ei ole.",recorded:"Kirjattu",present:"Läsnä",absent:"Poissa",billable:"Laskutettavia",billableBar:"Laskutettavat",contractsLead:"Sopimusten jaksot ja päivähinnat. Mitä ja missä tehdään, ei kuulu talouteen.",noPrice:"Hinta puuttuu",allPriced:"Jokaisella luonnoksella on hinta.",noContracts:"Sopimuksia ei ole.",starts:"Alkaa",ends:"Päättyy",unit:"Yksikkö",state:"Tila"},J={ways:{bases:"Faktureringsunderlag",rows:"Rader",months:"Månader",contracts:"Avtal"},basesLead:"Vad varje betalare är skyldig för låsta månader. Summor räknar tjänsten inte.",export:"Exportera",payers:"Betalare",bases:"Underlag",noBases:"Det finns inga underlag för låsta månader.",noPayer:"Betalare saknas",days:"Dagar",hours:"Tid",rowsLead:"En rad per person och avtal med nummer, utan namn. En rättelse har en orsak.",noRows:"Det finns inga rader.",number:"Nummer",month:"Månad",payer:"Betalare",kind:"Slag",price:"Pris",reason:"Orsak",monthsLead:"Avtalens dagar månadsvis. Enskilda dagar och namn finns inte.",noMonths:"Det finns inga dagar.",recorded:"Antecknade",present:"Närvarande",absent:"Frånvarande",billable:"Fakturerbara",billableBar:"Fakturerbara",contractsLead:"Avtalens perioder och dagspriser. Vad som görs och var hör inte till ekonomin.",noPrice:"Pris saknas",allPriced:"Varje utkast har ett pris.",noContracts:"Det finns inga avtal.",starts:"Börjar",ends:"Slutar",unit:"Enhet",state:"Status"},q={ways:{bases:"Billing bases",rows:"Rows",months:"Months",contracts:"Contracts"},basesLead:"What each payer owes for locked months. The service computes no sums of money.",export:"Export",payers:"Payers",bases:"Bases",noBases:"There are no billing bases of locked months.",noPayer:"No payer",days:"Days",hours:"Time",rowsLead:"A row for each person and contract by a number, without a name. A correction has a reason.",noRows:"There are no rows.",number:"Number",month:"Month",payer:"Payer",kind:"Kind",price:"Price",reason:"Reason",monthsLead:"The days of contracts by month. There are no single days and no names.",noMonths:"There are no days.",recorded:"Recorded",present:"Present",absent:"Absent",billable:"Billable",billableBar:"Billable",contractsLead:"Periods and day prices of contracts. What is done and where is not for finance.",noPrice:"No price",allPriced:"Every draft has a price.",noContracts:"There are no contracts.",starts:"Starts",ends:"Ends",unit:"Unit",state:"State"};function _(){return{fi:$,sv:J,en:q}[B().language]}var E=O(N(),1);function K(){let s=_(),n=S(H,{});return(0,E.jsx)(d,{title:s.ways.bases,lead:s.basesLead,children:(0,E.jsx)(A,{look:n,children:({billingBases:r})=>(0,E.jsxs)(E.Fragment,{children:[(0,E.jsx)(Z,{bases:r?.nodes??[]}),(0,E.jsx)(z,{bases:r?.nodes??[],again:n.again})]})})})}function Z({bases:s}){let n=_(),{hours:r}=l(),{number:R}=I(),a=new Map;for(let{payer:e,dayCount:t,minutes:u}of s){let y=a.get(e??"")??{days:0,minutes:0};a.set(e??"",{days:y.days+t,minutes:y.minutes+u})}let i=[...a].map(([e,t])=>({payer:e,...t})).sort((e,t)=>t.days-e.days),o=i[0]?.days??0;return i.length?(0,E.jsxs)("section",{className:"stack","aria-label":n.payers,children:[(0,E.jsx)("h2",{children:n.payers}),(0,E.jsx)(D,{title:n.payers,rows:i,empty:n.noBases,columns:[{title:n.payer,cell:e=>e.payer||n.noPayer},{title:n.days,cell:e=>R(e.days),isNumber:!0},{title:n.hours,cell:e=>r(e.minutes),isNumber:!0},{title:"",cell:e=>(0,E.jsx)(g,{value:e.days,most:o})}]})]}):null}function z({bases:s,again:n}){let r=_(),{hours:R}=l(),{month:a,number:i}=I(),o=L("ofType","BillingBasis"),e=t=>`${a(t.month)}, ${t.payer??r.noPayer}, ${t.unit?.name??""}`;return(0,E.jsxs)("section",{className:"stack","aria-label":r.bases,children:[(0,E.jsx)("h2",{children:r.bases}),(0,E.jsx)(D,{title:r.bases,rows:s,empty:r.noBases,columns:[{title:r.month,cell:t=>a(t.month)},{title:r.payer,cell:t=>t.payer??r.noPayer},{title:o("unit"),cell:t=>t.unit?.name},{title:r.days,cell:t=>i(t.dayCount),isNumber:!0},{title:r.hours,cell:t=>R(t.minutes),isNumber:!0},{title:r.state,cell:t=>(0,E.jsx)("span",{className:`tag ${t.adjustedAt?"warn":"good"}`,children:o(t.state)})},{title:"",cell:t=>(0,E.jsx)(G,{type:"BillingBasis",document:W,object:t,about:e(t),label:r.export,onDone:n})}]})]})}var p=O(N(),1);function x(){let s=_(),{whole:n}=l(),{euros:r}=I(),R=L("ofType","Contract"),a=S(v,{}),i=S(V,{ennen:P(U(),1)});return(0,p.jsxs)(d,{title:s.ways.contracts,lead:s.contractsLead,children:[(0,p.jsx)(A,{look:a,children:o=>(0,p.jsx)(h,{title:s.noPrice,empty:s.allPriced,tasks:o.tasks.nodes})}),(0,p.jsx)(A,{look:i,children:({contracts:o})=>(0,p.jsx)(D,{title:s.ways.contracts,rows:o?.nodes??[],empty:s.noContracts,columns:[{title:s.starts,cell:e=>n(e.startsOn)},{title:s.ends,cell:e=>n(e.endsOn)},{title:s.unit,cell:e=>e.unit?.name},{title:s.payer,cell:e=>e.payer},{title:s.price,cell:e=>r(e.priceCents),isNumber:!0},{title:s.state,cell:e=>R(e.state)}]})})]})}var C=O(N(),1),tt=-400,Q={recorded:0,present:0,absent:0,billable:0,minutes:0};function j(){let s=_(),n=S(Y,{alkaen:P(U(),tt)});return(0,C.jsx)(d,{title:s.ways.months,lead:s.monthsLead,children:(0,C.jsx)(A,{look:n,children:r=>(0,C.jsx)(et,{data:r})})})}function et({data:s}){let n=_(),{hours:r}=l(),{month:R,number:a}=I(),i=new Map;for(let t of(s.contracts?.nodes??[]).flatMap(u=>u.dayCounts??[])){let u=i.get(t.month)??Q,y=Object.keys(Q);i.set(t.month,Object.fromEntries(y.map(F=>[F,u[F]+t[F]])))}let o=[...i].map(([t,u])=>({of:t,...u})).sort((t,u)=>u.of.localeCompare(t.of)),e=Math.max(0,...o.map(t=>t.billable));return(0,C.jsx)(D,{title:n.ways.months,rows:o,empty:n.noMonths,columns:[{title:n.month,cell:t=>R(t.of)},{title:n.recorded,cell:t=>a(t.recorded),isNumber:!0},{title:n.present,cell:t=>a(t.present),isNumber:!0},{title:n.absent,cell:t=>a(t.absent),isNumber:!0},{title:n.billable,cell:t=>a(t.billable),isNumber:!0},{title:n.hours,cell:t=>r(t.minutes),isNumber:!0},{title:"",cell:t=>(0,C.jsx)(g,{value:t.billable,most:e})}]})}var M=O(N(),1);function X(){let s=_(),{hours:n}=l(),{euros:r,month:R}=I(),a=L("ofChoice","BillingRowKind"),i=S(w,{});return(0,M.jsx)(d,{title:s.ways.rows,lead:s.rowsLead,children:(0,M.jsx)(A,{look:i,children:({billingRows:o})=>(0,M.jsx)(D,{title:s.ways.rows,rows:o?.nodes??[],empty:s.noRows,columns:[{title:s.number,cell:e=>e.number},{title:s.month,cell:e=>e.basis?R(e.basis.month):""},{title:s.payer,cell:e=>e.basis?.payer??s.noPayer},{title:s.kind,cell:e=>a(e.kind)},{title:s.days,cell:e=>e.dayCount,isNumber:!0},{title:s.hours,cell:e=>n(e.minutes),isNumber:!0},{title:s.price,cell:e=>r(e.priceCents),isNumber:!0},{title:s.reason,cell:e=>e.reason}]})})})}var T=O(N(),1);function st(){let{ways:s}=_();return(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(f,{ways:[{path:"/",title:s.bases},{path:"/rows",title:s.rows},{path:"/months",title:s.months},{path:"/contracts",title:s.contracts}]}),(0,T.jsxs)(b,{children:[(0,T.jsx)(c,{path:"/",component:K}),(0,T.jsx)(c,{path:"/rows",component:X}),(0,T.jsx)(c,{path:"/months",component:j}),(0,T.jsx)(c,{path:"/contracts",component:x}),(0,T.jsx)(c,{component:k})]})]})}export{st as default};
