import{a as M}from"./chunk-FWJWG6I7.js";import{a as D}from"./chunk-OI6GCRHO.js";import{a as I}from"./chunk-G4VHFBVU.js";import{a as h}from"./chunk-E56CPAIO.js";import{a as G}from"./chunk-3GXTSCAV.js";import"./chunk-SK2OQOZY.js";import"./chunk-3MDIKG7R.js";import"./chunk-HAREG2RH.js";import{a as f,b as P,c as g,e as A}from"./chunk-N6QKY6LK.js";import{a as k}from"./chunk-H2ZOWXED.js";import{w as L}from"./chunk-4U2WTZIJ.js";import{f as c,h as B,l as R,m as d,o as U,p as S,u as l}from"./chunk-APBTJ5QG.js";import{b as N}from"./chunk-SQE76S5B.js";var m=class extends String{__apiType;value;__meta__;constructor(s,E){super(s),this.value=s,this.__meta__=E}toString(){return this.value}},W=new m(`
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
    `);var $={ways:{bases:"Laskutusperusteet",rows:"Rivit",months:"Kuukaudet",contracts:"Sopimukset"},basesLead:"Mitä kukin maksaja on lukituista kuukausista velkaa. Summia palvelu ei laske.",export:"Vie tiedostoon",payers:"Maksajat",bases:"Perusteet",noBases:"Lukituista kuukausista ei ole laskutusperusteita.",noPayer:"Maksaja puuttuu",days:"Päiviä",hours:"Aikaa",rowsLead:"Rivi henkilöä ja sopimusta kohti numerolla, ilman nimeä. Oikaisussa on syy.",noRows:"Rivejä ei ole.",number:"Numero",month:"Kuukausi",payer:"Maksaja",kind:"Laji",price:"Hinta",reason:"Syy",monthsLead:"Sopimusten päivät kuukausittain. Yksittäisiä päiviä ja nimiä ei ole.",noMonths:"Päiviä ei ole.",recorded:"Kirjattu",present:"Läsnä",absent:"Poissa",billable:"Laskutettavia",billableBar:"Laskutettavat",contractsLead:"Sopimusten jaksot ja päivähinnat. Mitä ja missä tehdään, ei kuulu talouteen.",noPrice:"Hinta puuttuu",allPriced:"Jokaisella luonnoksella on hinta.",noContracts:"Sopimuksia ei ole.",starts:"Alkaa",ends:"Päättyy",unit:"Yksikkö",state:"Tila"},J={ways:{bases:"Faktureringsunderlag",rows:"Rader",months:"Månader",contracts:"Avtal"},basesLead:"Vad varje betalare är skyldig för låsta månader. Summor räknar tjänsten inte.",export:"Exportera",payers:"Betalare",bases:"Underlag",noBases:"Det finns inga underlag för låsta månader.",noPayer:"Betalare saknas",days:"Dagar",hours:"Tid",rowsLead:"En rad per person och avtal med nummer, utan namn. En rättelse har en orsak.",noRows:"Det finns inga rader.",number:"Nummer",month:"Månad",payer:"Betalare",kind:"Slag",price:"Pris",reason:"Orsak",monthsLead:"Avtalens dagar månadsvis. Enskilda dagar och namn finns inte.",noMonths:"Det finns inga dagar.",recorded:"Antecknade",present:"Närvarande",absent:"Frånvarande",billable:"Fakturerbara",billableBar:"Fakturerbara",contractsLead:"Avtalens perioder och dagspriser. Vad som görs och var hör inte till ekonomin.",noPrice:"Pris saknas",allPriced:"Varje utkast har ett pris.",noContracts:"Det finns inga avtal.",starts:"Börjar",ends:"Slutar",unit:"Enhet",state:"Status"},q={ways:{bases:"Billing bases",rows:"Rows",months:"Months",contracts:"Contracts"},basesLead:"What each payer owes for locked months. The service computes no sums of money.",export:"Export",payers:"Payers",bases:"Bases",noBases:"There are no billing bases of locked months.",noPayer:"No payer",days:"Days",hours:"Time",rowsLead:"A row for each person and contract by a number, without a name. A correction has a reason.",noRows:"There are no rows.",number:"Number",month:"Month",payer:"Payer",kind:"Kind",price:"Price",reason:"Reason",monthsLead:"The days of contracts by month. There are no single days and no names.",noMonths:"There are no days.",recorded:"Recorded",present:"Present",absent:"Absent",billable:"Billable",billableBar:"Billable",contractsLead:"Periods and day prices of contracts. What is done and where is not for finance.",noPrice:"No price",allPriced:"Every draft has a price.",noContracts:"There are no contracts.",starts:"Starts",ends:"Ends",unit:"Unit",state:"State"};function _(){return{fi:$,sv:J,en:q}[U().language]}var a=N(R(),1);function K(){let e=_(),s=S(H,{});return(0,a.jsx)(d,{title:e.ways.bases,lead:e.basesLead,children:(0,a.jsx)(l,{look:s,children:({billingBases:E})=>(0,a.jsxs)(a.Fragment,{children:[(0,a.jsx)(Z,{bases:E?.nodes??[]}),(0,a.jsx)(z,{bases:E?.nodes??[],again:s.again})]})})})}function Z({bases:e}){let s=_(),{hours:E}=A(),{number:u}=I(),i=new Map;for(let{payer:t,dayCount:n,minutes:r}of e){let y=i.get(t??"")??{days:0,minutes:0};i.set(t??"",{days:y.days+n,minutes:y.minutes+r})}let o=[...i].map(([t,n])=>({payer:t,...n})).sort((t,n)=>n.days-t.days),T=o[0]?.days??0;return o.length?(0,a.jsxs)("section",{className:"stack","aria-label":s.payers,children:[(0,a.jsx)("h2",{children:s.payers}),(0,a.jsx)(D,{title:s.payers,rows:o,empty:s.noBases,columns:[{title:s.payer,cell:t=>t.payer||s.noPayer},{title:s.days,cell:t=>u(t.days),isNumber:!0},{title:s.hours,cell:t=>E(t.minutes),isNumber:!0},{title:"",cell:t=>(0,a.jsx)(M,{value:t.days,most:T})}]})]}):null}function z({bases:e,again:s}){let E=_(),{relations:u}=U().words.records,{hours:i}=A(),{month:o,number:T}=I(),t=L("ofType","BillingBasis"),n=r=>`${o(r.month)}, ${r.payer??E.noPayer}, ${r.unit?.name??""}`;return(0,a.jsxs)("section",{className:"stack","aria-label":E.bases,children:[(0,a.jsx)("h2",{children:E.bases}),(0,a.jsx)(D,{title:E.bases,rows:e,empty:E.noBases,columns:[{title:E.month,cell:r=>o(r.month)},{title:E.payer,cell:r=>r.payer??E.noPayer},{title:u.unit,cell:r=>r.unit?.name},{title:E.days,cell:r=>T(r.dayCount),isNumber:!0},{title:E.hours,cell:r=>i(r.minutes),isNumber:!0},{title:E.state,cell:r=>(0,a.jsx)("span",{className:`tag ${r.adjustedAt?"warn":"good"}`,children:t(r.state)})},{title:"",cell:r=>(0,a.jsx)(G,{type:"BillingBasis",document:W,object:r,about:n(r),label:E.export,onDone:s})}]})]})}var p=N(R(),1);function x(){let e=_(),{whole:s}=A(),{euros:E}=I(),u=L("ofType","Contract"),i=S(v,{}),o=S(V,{ennen:g(P(),1)});return(0,p.jsxs)(d,{title:e.ways.contracts,lead:e.contractsLead,children:[(0,p.jsx)(l,{look:i,children:T=>(0,p.jsx)(h,{title:e.noPrice,empty:e.allPriced,tasks:T.tasks.nodes})}),(0,p.jsx)(l,{look:o,children:({contracts:T})=>(0,p.jsx)(D,{title:e.ways.contracts,rows:T?.nodes??[],empty:e.noContracts,columns:[{title:e.starts,cell:t=>s(t.startsOn)},{title:e.ends,cell:t=>s(t.endsOn)},{title:e.unit,cell:t=>t.unit?.name},{title:e.payer,cell:t=>t.payer},{title:e.price,cell:t=>E(t.priceCents),isNumber:!0},{title:e.state,cell:t=>u(t.state)}]})})]})}var C=N(R(),1),tt=-400,Q={recorded:0,present:0,absent:0,billable:0,minutes:0};function j(){let e=_(),s=S(Y,{alkaen:g(P(),tt)});return(0,C.jsx)(d,{title:e.ways.months,lead:e.monthsLead,children:(0,C.jsx)(l,{look:s,children:E=>(0,C.jsx)(et,{data:E})})})}function et({data:e}){let s=_(),{hours:E}=A(),{month:u,number:i}=I(),o=new Map;for(let n of(e.contracts?.nodes??[]).flatMap(r=>r.dayCounts??[])){let r=o.get(n.month)??Q,y=Object.keys(Q);o.set(n.month,Object.fromEntries(y.map(b=>[b,r[b]+n[b]])))}let T=[...o].map(([n,r])=>({of:n,...r})).sort((n,r)=>r.of.localeCompare(n.of)),t=Math.max(0,...T.map(n=>n.billable));return(0,C.jsx)(D,{title:s.ways.months,rows:T,empty:s.noMonths,columns:[{title:s.month,cell:n=>u(n.of)},{title:s.recorded,cell:n=>i(n.recorded),isNumber:!0},{title:s.present,cell:n=>i(n.present),isNumber:!0},{title:s.absent,cell:n=>i(n.absent),isNumber:!0},{title:s.billable,cell:n=>i(n.billable),isNumber:!0},{title:s.hours,cell:n=>E(n.minutes),isNumber:!0},{title:"",cell:n=>(0,C.jsx)(M,{value:n.billable,most:t})}]})}var F=N(R(),1);function X(){let e=_(),{hours:s}=A(),{euros:E,month:u}=I(),i=L("ofChoice","BillingRowKind"),o=S(w,{});return(0,F.jsx)(d,{title:e.ways.rows,lead:e.rowsLead,children:(0,F.jsx)(l,{look:o,children:({billingRows:T})=>(0,F.jsx)(D,{title:e.ways.rows,rows:T?.nodes??[],empty:e.noRows,columns:[{title:e.number,cell:t=>t.number},{title:e.month,cell:t=>t.basis?u(t.basis.month):""},{title:e.payer,cell:t=>t.basis?.payer??e.noPayer},{title:e.kind,cell:t=>i(t.kind)},{title:e.days,cell:t=>t.dayCount,isNumber:!0},{title:e.hours,cell:t=>s(t.minutes),isNumber:!0},{title:e.price,cell:t=>E(t.priceCents),isNumber:!0},{title:e.reason,cell:t=>t.reason}]})})})}var O=N(R(),1);function st(){let{ways:e}=_();return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(f,{ways:[{path:"/",title:e.bases},{path:"/rows",title:e.rows},{path:"/months",title:e.months},{path:"/contracts",title:e.contracts}]}),(0,O.jsxs)(B,{children:[(0,O.jsx)(c,{path:"/",component:K}),(0,O.jsx)(c,{path:"/rows",component:X}),(0,O.jsx)(c,{path:"/months",component:j}),(0,O.jsx)(c,{path:"/contracts",component:x}),(0,O.jsx)(c,{component:k})]})]})}export{st as default};
