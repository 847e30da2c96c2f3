import{a as F}from"./chunk-I6VOTTV2.js";import{a as I}from"./chunk-SGTO2AIA.js";import{a as A}from"./chunk-WJKFRLJS.js";import{a as h,c as W}from"./chunk-2NABCQEW.js";import{a as G}from"./chunk-6I4BGB2J.js";import{a as M}from"./chunk-VULSJVSI.js";import{a as Y}from"./chunk-M5ZS5TYT.js";import"./chunk-DG7U3J3C.js";import"./chunk-J2KSSCOX.js";import"./chunk-CXEEDNUD.js";import{a as p}from"./chunk-VJ57TAP3.js";import{a as g,b as y,d as u}from"./chunk-LAXEIQQE.js";import"./chunk-BHMKMHFP.js";import"./chunk-AAXXP4VA.js";import"./chunk-BS7KTXJJ.js";import"./chunk-OCTD23N4.js";import{e as c,g as B}from"./chunk-S4TXWKWP.js";import{e as R,f as D,j as k,k as f,q as l,t as C}from"./chunk-HL5E4EFT.js";import"./chunk-5RBZAMFY.js";import{c as N}from"./chunk-OOJM4CTU.js";var d=class extends String{__apiType;value;__meta__;constructor(n,E){super(n),this.value=n,this.__meta__=E}toString(){return this.value}},H=new d(`
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
    query IlmanHintaa($jalkeen: String) {
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
    `);var Z={ways:{bases:"Laskutusperusteet",rows:"Rivit",months:"Kuukaudet",contracts:"Sopimukset"},basesLead:"Mitä kukin maksaja on lukituista kuukausista velkaa. Summia palvelu ei laske.",export:"Vie tiedostoon",payers:"Maksajat",bases:"Perusteet",noBases:"Lukituista kuukausista ei ole laskutusperusteita.",noPayer:"Maksaja puuttuu",days:"Päiviä",hours:"Aikaa",rowsLead:"Rivi henkilöä ja sopimusta kohti numerolla, ilman nimeä. Oikaisussa on syy.",noRows:"Rivejä ei ole.",number:"Numero",month:"Kuukausi",payer:"Maksaja",kind:"Laji",price:"Hinta",reason:"Syy",monthsLead:"Sopimusten päivät kuukausittain. Yksittäisiä päiviä ja nimiä ei ole.",noMonths:"Päiviä ei ole.",recorded:"Kirjattu",present:"Läsnä",absent:"Poissa",billable:"Laskutettavia",billableBar:"Laskutettavat",contractsLead:"Sopimusten jaksot ja päivähinnat. Mitä ja missä tehdään, ei kuulu talouteen.",noPrice:"Hinta puuttuu",allPriced:"Jokaisella luonnoksella on hinta.",noContracts:"Sopimuksia ei ole.",starts:"Alkaa",ends:"Päättyy",unit:"Yksikkö",state:"Tila"},z={ways:{bases:"Faktureringsunderlag",rows:"Rader",months:"Månader",contracts:"Avtal"},basesLead:"Vad varje betalare är skyldig för låsta månader. Summor räknar tjänsten inte.",export:"Exportera",payers:"Betalare",bases:"Underlag",noBases:"Det finns inga underlag för låsta månader.",noPayer:"Betalare saknas",days:"Dagar",hours:"Tid",rowsLead:"En rad per person och avtal med nummer, utan namn. En rättelse har en orsak.",noRows:"Det finns inga rader.",number:"Nummer",month:"Månad",payer:"Betalare",kind:"Slag",price:"Pris",reason:"Orsak",monthsLead:"Avtalens dagar månadsvis. Enskilda dagar och namn finns inte.",noMonths:"Det finns inga dagar.",recorded:"Antecknade",present:"Närvarande",absent:"Frånvarande",billable:"Fakturerbara",billableBar:"Fakturerbara",contractsLead:"Avtalens perioder och dagspriser. Vad som görs och var hör inte till ekonomin.",noPrice:"Pris saknas",allPriced:"Varje utkast har ett pris.",noContracts:"Det finns inga avtal.",starts:"Börjar",ends:"Slutar",unit:"Enhet",state:"Status"},tt={ways:{bases:"Billing bases",rows:"Rows",months:"Months",contracts:"Contracts"},basesLead:"What each payer owes for locked months. The service computes no sums of money.",export:"Export",payers:"Payers",bases:"Bases",noBases:"There are no billing bases of locked months.",noPayer:"No payer",days:"Days",hours:"Time",rowsLead:"A row for each person and contract by a number, without a name. A correction has a reason.",noRows:"There are no rows.",number:"Number",month:"Month",payer:"Payer",kind:"Kind",price:"Price",reason:"Reason",monthsLead:"The days of contracts by month. There are no single days and no names.",noMonths:"There are no days.",recorded:"Recorded",present:"Present",absent:"Absent",billable:"Billable",billableBar:"Billable",contractsLead:"Periods and day prices of contracts. What is done and where is not for finance.",noPrice:"No price",allPriced:"Every draft has a price.",noContracts:"There are no contracts.",starts:"Starts",ends:"Ends",unit:"Unit",state:"State"};function T(){return{fi:Z,sv:z,en:tt}[k().language]}var r=N(R(),1);function Q(){let s=T(),n=f(w,{});return(0,r.jsx)(D,{title:s.ways.bases,lead:s.basesLead,children:(0,r.jsx)(l,{look:n,children:({billingBases:E})=>(0,r.jsxs)(r.Fragment,{children:[(0,r.jsx)(et,{bases:E?.nodes??[]}),(0,r.jsx)(st,{bases:E?.nodes??[],again:n.again})]})})})}function et({bases:s}){let n=T(),{hours:E}=u(),{number:i}=A(),_=new Map;for(let{payer:e,dayCount:t,minutes:S}of s){let U=_.get(e??"")??{days:0,minutes:0};_.set(e??"",{days:U.days+t,minutes:U.minutes+S})}let o=[..._].map(([e,t])=>({payer:e,...t})).sort((e,t)=>t.days-e.days),a=o[0]?.days??0;return o.length?(0,r.jsxs)("section",{className:"stack","aria-label":n.payers,children:[(0,r.jsx)("h2",{children:n.payers}),(0,r.jsx)(I,{title:n.payers,rows:o,empty:n.noBases,columns:[{title:n.payer,cell:e=>e.payer||n.noPayer},{title:n.days,cell:e=>i(e.days),isNumber:!0},{title:n.hours,cell:e=>E(e.minutes),isNumber:!0},{title:"",cell:e=>(0,r.jsx)(F,{value:e.days,most:a})}]})]}):null}function st({bases:s,again:n}){let E=T(),{hours:i}=u(),{month:_,number:o}=A(),a=C("ofType","BillingBasis"),e=t=>`${_(t.month)}, ${t.payer??E.noPayer}, ${t.unit?.name??""}`;return(0,r.jsxs)("section",{className:"stack","aria-label":E.bases,children:[(0,r.jsx)("h2",{children:E.bases}),(0,r.jsx)(I,{title:E.bases,rows:s,empty:E.noBases,columns:[{title:E.month,cell:t=>_(t.month)},{title:E.payer,cell:t=>t.payer??E.noPayer},{title:a("unit"),cell:t=>t.unit?.name},{title:E.days,cell:t=>o(t.dayCount),isNumber:!0},{title:E.hours,cell:t=>i(t.minutes),isNumber:!0},{title:E.state,cell:t=>(0,r.jsx)("span",{className:`tag ${t.adjustedAt?"warn":"good"}`,children:a(t.state)})},{title:"",cell:t=>(0,r.jsx)(Y,{type:"BillingBasis",document:H,object:t,about:e(t),label:E.export,onDone:n})}]})]})}var j={PRICE_MISSING:"~/desk/content/Contract/:id/edit"};var m=N(R(),1);function X(){let s=T(),{whole:n}=u(),{euros:E}=A(),i=C("ofType","Contract"),_=p(K,e=>({jalkeen:e}),e=>e.tasks,!0),o=y(g(),1),a=p(x,e=>({ennen:o,jalkeen:e}),e=>e.contracts);return(0,m.jsxs)(D,{title:s.ways.contracts,lead:s.contractsLead,children:[(0,m.jsx)(l,{look:_,children:e=>(0,m.jsx)(W,{title:s.noPrice,empty:s.allPriced,tasks:e,ways:j})}),(0,m.jsx)(l,{look:a,children:e=>(0,m.jsx)(I,{title:s.ways.contracts,rows:e,empty:s.noContracts,columns:[{title:s.starts,cell:t=>n(t.startsOn)},{title:s.ends,cell:t=>n(t.endsOn)},{title:s.unit,cell:t=>t.unit?.name},{title:s.payer,cell:t=>t.payer},{title:s.price,cell:t=>E(t.priceCents),isNumber:!0},{title:s.state,cell:t=>i(t.state)}]})}),(0,m.jsx)(M,{list:a})]})}var L=N(R(),1),nt=-400,$={recorded:0,present:0,absent:0,billable:0,minutes:0};function J(){let s=T(),n=y(g(),nt),E=p(V,i=>({alkaen:n,jalkeen:i}),i=>i.contracts,!0);return(0,L.jsx)(D,{title:s.ways.months,lead:s.monthsLead,children:(0,L.jsx)(l,{look:E,children:i=>(0,L.jsx)(Et,{contracts:i})})})}function Et({contracts:s}){let n=T(),{hours:E}=u(),{month:i,number:_}=A(),o=new Map;for(let t of s.flatMap(S=>S.dayCounts??[])){let S=o.get(t.month)??$,U=Object.keys($);o.set(t.month,Object.fromEntries(U.map(b=>[b,S[b]+t[b]])))}let a=[...o].map(([t,S])=>({of:t,...S})).sort((t,S)=>S.of.localeCompare(t.of)),e=Math.max(0,...a.map(t=>t.billable));return(0,L.jsx)(I,{title:n.ways.months,rows:a,empty:n.noMonths,columns:[{title:n.month,cell:t=>i(t.of)},{title:n.recorded,cell:t=>_(t.recorded),isNumber:!0},{title:n.present,cell:t=>_(t.present),isNumber:!0},{title:n.absent,cell:t=>_(t.absent),isNumber:!0},{title:n.billable,cell:t=>_(t.billable),isNumber:!0},{title:n.hours,cell:t=>E(t.minutes),isNumber:!0},{title:"",cell:t=>(0,L.jsx)(F,{value:t.billable,most:e})}]})}var P=N(R(),1);function q(){let s=T(),{hours:n}=u(),{euros:E,month:i}=A(),_=C("ofChoice","BillingRowKind"),o=p(v,a=>({jalkeen:a}),a=>a.billingRows);return(0,P.jsxs)(D,{title:s.ways.rows,lead:s.rowsLead,children:[(0,P.jsx)(l,{look:o,children:a=>(0,P.jsx)(I,{title:s.ways.rows,rows:a,empty:s.noRows,columns:[{title:s.number,cell:e=>e.number},{title:s.month,cell:e=>e.basis?i(e.basis.month):""},{title:s.payer,cell:e=>e.basis?.payer??s.noPayer},{title:s.kind,cell:e=>_(e.kind)},{title:s.days,cell:e=>e.dayCount,isNumber:!0},{title:s.hours,cell:e=>n(e.minutes),isNumber:!0},{title:s.price,cell:e=>E(e.priceCents),isNumber:!0},{title:s.reason,cell:e=>e.reason}]})}),(0,P.jsx)(M,{list:o})]})}var O=N(R(),1);function rt(){let{ways:s}=T();return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(h,{ways:[{path:"/",title:s.bases},{path:"/rows",title:s.rows},{path:"/months",title:s.months},{path:"/contracts",title:s.contracts}]}),(0,O.jsxs)(B,{children:[(0,O.jsx)(c,{path:"/",component:Q}),(0,O.jsx)(c,{path:"/rows",component:q}),(0,O.jsx)(c,{path:"/months",component:J}),(0,O.jsx)(c,{path:"/contracts",component:X}),(0,O.jsx)(c,{component:G})]})]})}export{rt as default};
