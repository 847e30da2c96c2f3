import{a as g,b as I}from"./chunk-4OT4TRP2.js";import{a as d}from"./chunk-XK54XRAY.js";import{a as W}from"./chunk-Q76RXZQN.js";import{b as G}from"./chunk-I6GAUND4.js";import{a as h,c as Y}from"./chunk-VIZM4RQS.js";import"./chunk-CB3TNUNV.js";import"./chunk-NROFDF76.js";import{a as f,b as U,c as P,e as l}from"./chunk-HJ23X4EG.js";import{a as k}from"./chunk-FOW2D7KC.js";import{w as L}from"./chunk-DID5BYHS.js";import{f as c,h as b,m as R,n as D,p as B,q as S,u as A}from"./chunk-2FJT3FGT.js";import{b as N}from"./chunk-SQE76S5B.js";var m=class extends String{__apiType;value;__meta__;constructor(s,E){super(s),this.value=s,this.__meta__=E}toString(){return this.value}},H=new m(`
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
    `),w=new m(`
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
    `),V=new m(`
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
    `),v=new m(`
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
    `),K=new m(`
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
    `),x=new m(`
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
    `);var q={ways:{bases:"Laskutusperusteet",rows:"Rivit",months:"Kuukaudet",contracts:"Sopimukset"},basesLead:"Mitä kukin maksaja on lukituista kuukausista velkaa. Summia palvelu ei laske.",payers:"Maksajat",bases:"Perusteet",noBases:"Lukituista kuukausista ei ole laskutusperusteita.",noPayer:"Maksaja puuttuu",days:"Päiviä",hours:"Aikaa",rowsLead:"Rivi henkilöä ja sopimusta kohti numerolla, ilman nimeä. Oikaisussa on syy.",noRows:"Rivejä ei ole.",number:"Numero",month:"Kuukausi",payer:"Maksaja",kind:"Laji",price:"Hinta",reason:"Syy",monthsLead:"Sopimusten päivät kuukausittain. Yksittäisiä päiviä ja nimiä ei ole.",noMonths:"Päiviä ei ole.",recorded:"Kirjattu",present:"Läsnä",absent:"Poissa",billable:"Laskutettavia",billableBar:"Laskutettavat",contractsLead:"Sopimusten jaksot ja päivähinnat. Mitä ja missä tehdään, ei kuulu talouteen.",noPrice:"Hinta puuttuu",allPriced:"Jokaisella luonnoksella on hinta.",noContracts:"Sopimuksia ei ole.",starts:"Alkaa",ends:"Päättyy",unit:"Yksikkö",state:"Tila"},Z={ways:{bases:"Faktureringsunderlag",rows:"Rader",months:"Månader",contracts:"Avtal"},basesLead:"Vad varje betalare är skyldig för låsta månader. Summor räknar tjänsten inte.",payers:"Betalare",bases:"Underlag",noBases:"Det finns inga underlag för låsta månader.",noPayer:"Betalare saknas",days:"Dagar",hours:"Tid",rowsLead:"En rad per person och avtal med nummer, utan namn. En rättelse har en orsak.",noRows:"Det finns inga rader.",number:"Nummer",month:"Månad",payer:"Betalare",kind:"Slag",price:"Pris",reason:"Orsak",monthsLead:"Avtalens dagar månadsvis. Enskilda dagar och namn finns inte.",noMonths:"Det finns inga dagar.",recorded:"Antecknade",present:"Närvarande",absent:"Frånvarande",billable:"Fakturerbara",billableBar:"Fakturerbara",contractsLead:"Avtalens perioder och dagspriser. Vad som görs och var hör inte till ekonomin.",noPrice:"Pris saknas",allPriced:"Varje utkast har ett pris.",noContracts:"Det finns inga avtal.",starts:"Börjar",ends:"Slutar",unit:"Enhet",state:"Status"},z={ways:{bases:"Billing bases",rows:"Rows",months:"Months",contracts:"Contracts"},basesLead:"What each payer owes for locked months. The service computes no sums of money.",payers:"Payers",bases:"Bases",noBases:"There are no billing bases of locked months.",noPayer:"No payer",days:"Days",hours:"Time",rowsLead:"A row for each person and contract by a number, without a name. A correction has a reason.",noRows:"There are no rows.",number:"Number",month:"Month",payer:"Payer",kind:"Kind",price:"Price",reason:"Reason",monthsLead:"The days of contracts by month. There are no single days and no names.",noMonths:"There are no days.",recorded:"Recorded",present:"Present",absent:"Absent",billable:"Billable",billableBar:"Billable",contractsLead:"Periods and day prices of contracts. What is done and where is not for finance.",noPrice:"No price",allPriced:"Every draft has a price.",noContracts:"There are no contracts.",starts:"Starts",ends:"Ends",unit:"Unit",state:"State"};function o(){return{fi:q,sv:Z,en:z}[B().language]}var r=N(R(),1);function Q(){let t=o(),s=S(V,{});return(0,r.jsx)(D,{title:t.ways.bases,lead:t.basesLead,children:(0,r.jsx)(A,{look:s,children:({billingBases:E})=>(0,r.jsxs)(r.Fragment,{children:[(0,r.jsx)(tt,{bases:E?.nodes??[]}),(0,r.jsx)(Y,{title:t.bases,rows:E?.nodes??[],empty:t.noBases,children:_=>(0,r.jsx)(et,{basis:_,again:s.again},_.id)})]})})})}function tt({bases:t}){let s=o(),{hours:E}=l(),{number:_}=I(),a=new Map;for(let{payer:e,dayCount:n,minutes:u}of t){let y=a.get(e??"")??{days:0,minutes:0};a.set(e??"",{days:y.days+n,minutes:y.minutes+u})}let i=[...a].map(([e,n])=>({payer:e,...n})).sort((e,n)=>n.days-e.days),T=i[0]?.days??0;return i.length?(0,r.jsxs)("section",{className:"stack","aria-label":s.payers,children:[(0,r.jsx)("h2",{children:s.payers}),(0,r.jsx)(d,{title:s.payers,rows:i,empty:s.noBases,columns:[{title:s.payer,cell:e=>e.payer||s.noPayer},{title:s.days,cell:e=>_(e.days),isNumber:!0},{title:s.hours,cell:e=>E(e.minutes),isNumber:!0},{title:"",cell:e=>(0,r.jsx)(g,{value:e.days,most:T})}]})]}):null}function et({basis:t,again:s}){let E=o(),{hours:_,moment:a}=l(),{month:i,number:T}=I(),e=L("ofType","BillingBasis"),n=`${i(t.month)}, ${t.payer??E.noPayer}`;return(0,r.jsx)(h,{title:n,state:e(t.state),tone:t.adjustedAt?"warn":"good",facts:[[e("unit"),t.unit?.name],[E.days,T(t.dayCount)],[E.hours,_(t.minutes)],[e("adjustedAt"),a(t.adjustedAt)]],actions:(0,r.jsx)(G,{type:"BillingBasis",document:H,object:t,about:n,onDone:s})})}var p=N(R(),1);function j(){let t=o(),{whole:s}=l(),{euros:E}=I(),_=L("ofType","Contract"),a=S(x,{}),i=S(K,{ennen:P(U(),1)});return(0,p.jsxs)(D,{title:t.ways.contracts,lead:t.contractsLead,children:[(0,p.jsx)(A,{look:a,children:T=>(0,p.jsx)(W,{title:t.noPrice,empty:t.allPriced,tasks:T.tasks.nodes})}),(0,p.jsx)(A,{look:i,children:({contracts:T})=>(0,p.jsx)(d,{title:t.ways.contracts,rows:T?.nodes??[],empty:t.noContracts,columns:[{title:t.starts,cell:e=>s(e.startsOn)},{title:t.ends,cell:e=>s(e.endsOn)},{title:t.unit,cell:e=>e.unit?.name},{title:t.payer,cell:e=>e.payer},{title:t.price,cell:e=>E(e.priceCents),isNumber:!0},{title:t.state,cell:e=>_(e.state)}]})})]})}var C=N(R(),1),st=-400,X={recorded:0,present:0,absent:0,billable:0,minutes:0};function $(){let t=o(),s=S(w,{alkaen:P(U(),st)});return(0,C.jsx)(D,{title:t.ways.months,lead:t.monthsLead,children:(0,C.jsx)(A,{look:s,children:E=>(0,C.jsx)(nt,{data:E})})})}function nt({data:t}){let s=o(),{hours:E}=l(),{month:_,number:a}=I(),i=new Map;for(let n of(t.contracts?.nodes??[]).flatMap(u=>u.dayCounts??[])){let u=i.get(n.month)??X,y=Object.keys(X);i.set(n.month,Object.fromEntries(y.map(F=>[F,u[F]+n[F]])))}let T=[...i].map(([n,u])=>({of:n,...u})).sort((n,u)=>u.of.localeCompare(n.of)),e=Math.max(0,...T.map(n=>n.billable));return(0,C.jsx)(d,{title:s.ways.months,rows:T,empty:s.noMonths,columns:[{title:s.month,cell:n=>_(n.of)},{title:s.recorded,cell:n=>a(n.recorded),isNumber:!0},{title:s.present,cell:n=>a(n.present),isNumber:!0},{title:s.absent,cell:n=>a(n.absent),isNumber:!0},{title:s.billable,cell:n=>a(n.billable),isNumber:!0},{title:s.hours,cell:n=>E(n.minutes),isNumber:!0},{title:"",cell:n=>(0,C.jsx)(g,{value:n.billable,most:e})}]})}var M=N(R(),1);function J(){let t=o(),{hours:s}=l(),{euros:E,month:_}=I(),a=L("ofChoice","BillingRowKind"),i=S(v,{});return(0,M.jsx)(D,{title:t.ways.rows,lead:t.rowsLead,children:(0,M.jsx)(A,{look:i,children:({billingRows:T})=>(0,M.jsx)(d,{title:t.ways.rows,rows:T?.nodes??[],empty:t.noRows,columns:[{title:t.number,cell:e=>e.number},{title:t.month,cell:e=>e.basis?_(e.basis.month):""},{title:t.payer,cell:e=>e.basis?.payer??t.noPayer},{title:t.kind,cell:e=>a(e.kind)},{title:t.days,cell:e=>e.dayCount,isNumber:!0},{title:t.hours,cell:e=>s(e.minutes),isNumber:!0},{title:t.price,cell:e=>E(e.priceCents),isNumber:!0},{title:t.reason,cell:e=>e.reason}]})})})}var O=N(R(),1);function Et(){let{ways:t}=o();return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(f,{ways:[{path:"/",title:t.bases},{path:"/rows",title:t.rows},{path:"/months",title:t.months},{path:"/contracts",title:t.contracts}]}),(0,O.jsxs)(b,{children:[(0,O.jsx)(c,{path:"/",component:Q}),(0,O.jsx)(c,{path:"/rows",component:J}),(0,O.jsx)(c,{path:"/months",component:$}),(0,O.jsx)(c,{path:"/contracts",component:j}),(0,O.jsx)(c,{component:k})]})]})}export{Et as default};
