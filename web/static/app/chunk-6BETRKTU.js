import{a as l}from"./chunk-CT7J4VHT.js";import{a as c}from"./chunk-QAUAWXQG.js";import{a as b}from"./chunk-ESLLID6S.js";import{a as d}from"./chunk-IOXECCXV.js";import{a as G}from"./chunk-YN7IE3UH.js";import{a as k}from"./chunk-BD5XFSQB.js";import{a as y,c as M}from"./chunk-FDFAXQJ2.js";import{a as B}from"./chunk-IZIB4NHY.js";import"./chunk-C2DEZCXQ.js";import"./chunk-67VDBY7N.js";import{a as P,b as h,d as U}from"./chunk-TB33MUXH.js";import"./chunk-GUMMT2R6.js";import"./chunk-2LRJ5ZYH.js";import"./chunk-7TEWRZEF.js";import{c as S}from"./chunk-4I5MRB74.js";import{e as D,g}from"./chunk-X3MLX2GW.js";import{m as N,n as u,r as f,s as I,y as R}from"./chunk-U7GDRCA3.js";import{c as O}from"./chunk-OOJM4CTU.js";var A=class extends String{__apiType;value;__meta__;constructor(E,t){super(E),this.value=E,this.__meta__=t}toString(){return this.value}},W=new A(`
    query PurgesToConfirm {
  purges(filter: {state: {eq: APPROVED}}, first: 20) {
    nodes {
      id
      revision
      state
      kind
      basis
      judgedOn
      proposedByName
      approvedByName
      counts {
        type
        rows
      }
    }
  }
}
    `),Y=new A(`
    mutation ConfirmPurge($step: TransitionPurgeInput!, $key: String!) {
  transitionPurge(input: $step, idempotencyKey: $key) {
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
    `),w=new A(`
    query LoukkauksetJohdolle {
  dataBreaches(orderBy: DUE_AT_DESC, first: 25) {
    nodes {
      title
      state
      risk
      noticedAt
      dueAt
      reportedAt
    }
  }
}
    `),H=new A(`
    query LukumaaratTiloittain($alkaen: Date!, $ennen: Date!) {
  tulossa: clients(filter: {state: {eq: PROSPECT}}, first: 0) {
    totalCount
  }
  asiakkaana: clients(filter: {state: {eq: ACTIVE}}, first: 0) {
    totalCount
  }
  alkaneet: relationships(
    filter: {startedOn: {gte: $alkaen, lt: $ennen}}
    first: 0
  ) {
    totalCount
  }
  paattyneet: relationships(
    filter: {endedOn: {gte: $alkaen, lt: $ennen}}
    first: 0
  ) {
    totalCount
  }
  jonossa: referrals(filter: {state: {eq: WAITLISTED}}, first: 0) {
    totalCount
  }
  sopimuksia: contracts(filter: {state: {eq: ACTIVE}}, first: 0) {
    totalCount
  }
}
    `),V=new A(`
    query PaivatKuukausittain($jalkeen: String) {
  contracts(filter: {state: {eq: ACTIVE}}, first: 200, after: $jalkeen) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      unit {
        name
      }
      dayCounts {
        month
        recorded
        present
        absent
      }
    }
  }
}
    `),v=new A(`
    query Tilastot {
  statistics {
    year
    unitId
    serviceCode
    people
    months
    endReasons {
      type
      rows
    }
    days {
      type
      rows
    }
  }
}
    `);var $={ways:{counts:"Tilanne",days:"Päivät",decisions:"Päätettävät",statistics:"Tilastot"},countsLead:"Lukumäärät nyt ja tänä vuonna. Nimiä ei ole.",what:"Mitä",number:"Määrä",prospects:"Tulossa asiakkaiksi",active:"Asiakkaana",started:"Alkanut tänä vuonna",ended:"Päättynyt tänä vuonna",waiting:"Jonossa",contracts:"Sopimuksia voimassa",daysLead:"Voimassa olevien sopimusten päivät kuukausittain. Kenenkään yksittäinen päivä ei näy.",noDays:"Päiviä ei ole.",month:"Kuukausi",unit:"Yksikkö",recorded:"Kirjattu",present:"Läsnä",absent:"Poissa",decisionsLead:"Poistot, jotka odottavat toista päättäjää, ja tietoturvaloukkaukset.",purges:"Poistot",noPurges:"Vahvistettavia poistoja ei ole.",breaches:"Tietoturvaloukkaukset",noBreaches:"Loukkauksia ei ole kirjattu.",statisticsLead:"Mitä poistetuista jää: lukumäärät vuosittain. Alle viiden hengen ryhmistä ei kerrota.",noStatistics:"Tilastoja ei vielä ole.",year:"Vuosi",service:"Palvelu",people:"Ihmisiä",months:"Kuukausia"},q={ways:{counts:"Läget",days:"Dagar",decisions:"Att besluta",statistics:"Statistik"},countsLead:"Antal nu och i år. Det finns inga namn.",what:"Vad",number:"Antal",prospects:"Blivande klienter",active:"Klienter",started:"Började i år",ended:"Slutade i år",waiting:"I kö",contracts:"Gällande avtal",daysLead:"De gällande avtalens dagar månadsvis. Ingens enskilda dag syns.",noDays:"Det finns inga dagar.",month:"Månad",unit:"Enhet",recorded:"Antecknade",present:"Närvarande",absent:"Frånvarande",decisionsLead:"Raderingar som väntar på en andra beslutsfattare, och personuppgiftsincidenter.",purges:"Raderingar",noPurges:"Inga raderingar att bekräfta.",breaches:"Personuppgiftsincidenter",noBreaches:"Inga incidenter har antecknats.",statisticsLead:"Vad som blir kvar av de raderade: antal per år. Grupper under fem visas inte.",noStatistics:"Det finns ännu ingen statistik.",year:"År",service:"Tjänst",people:"Personer",months:"Månader"},J={ways:{counts:"Where we stand",days:"Days",decisions:"To decide",statistics:"Statistics"},countsLead:"Counts now and this year. There are no names.",what:"What",number:"Number",prospects:"Clients to come",active:"Clients",started:"Started this year",ended:"Ended this year",waiting:"In the queue",contracts:"Contracts in force",daysLead:"The days of contracts in force by month. No single day of anybody is shown.",noDays:"There are no days.",month:"Month",unit:"Unit",recorded:"Recorded",present:"Present",absent:"Absent",decisionsLead:"Purges that wait for a second person, and data breaches.",purges:"Purges",noPurges:"No purge is to be confirmed.",breaches:"Data breaches",noBreaches:"No breach was recorded.",statisticsLead:"What remains of the deleted: counts by year. Groups of fewer than five are not shown.",noStatistics:"There are no statistics yet.",year:"Year",service:"Service",people:"People",months:"Months"};function i(){return{fi:$,sv:q,en:J}[f().language]}var m=O(N(),1);function K(){let e=i(),E=I(H,{alkaen:`${P().slice(0,4)}-01-01`,ennen:h(P(),1)});return(0,m.jsx)(u,{title:e.ways.counts,lead:e.countsLead,children:(0,m.jsx)(R,{look:E,children:t=>(0,m.jsx)(X,{rows:[{what:e.active,count:t.asiakkaana?.totalCount},{what:e.prospects,count:t.tulossa?.totalCount},{what:e.waiting,count:t.jonossa?.totalCount},{what:e.contracts,count:t.sopimuksia?.totalCount},{what:e.started,count:t.alkaneet?.totalCount},{what:e.ended,count:t.paattyneet?.totalCount}]})})})}function X({rows:e}){let E=i(),{number:t}=c(),r=Math.max(0,...e.map(({count:o})=>o??0));return(0,m.jsx)(d,{title:E.ways.counts,rows:e,empty:"",columns:[{title:E.what,cell:o=>o.what},{title:E.number,cell:o=>t(o.count??0),isNumber:!0},{title:"",cell:o=>(0,m.jsx)(l,{value:o.count??0,most:r})}]})}var p=O(N(),1);function x(){let e=i(),{month:E,number:t}=c(),r=b(V,o=>({jalkeen:o}),o=>o.contracts,!0);return(0,p.jsx)(u,{title:e.ways.days,lead:e.daysLead,children:(0,p.jsx)(R,{look:r,children:o=>{let T=Z(o),n=Math.max(0,...T.map(a=>a.present));return(0,p.jsx)(d,{title:e.ways.days,rows:T,empty:e.noDays,columns:[{title:e.month,cell:a=>E(a.month)},{title:e.unit,cell:a=>a.unit},{title:e.recorded,cell:a=>t(a.recorded),isNumber:!0},{title:e.present,cell:a=>t(a.present),isNumber:!0},{title:e.absent,cell:a=>t(a.absent),isNumber:!0},{title:"",cell:a=>(0,p.jsx)(l,{value:a.present,most:n})}]})}})})}function Z(e){let E=new Map;for(let{unit:t,dayCounts:r}of e)for(let{month:o,recorded:T,present:n,absent:a}of r??[]){let F=`${o} ${t?.name??""}`,L=E.get(F)??{unit:t?.name??"",month:o,recorded:0,present:0,absent:0};E.set(F,{...L,recorded:L.recorded+T,present:L.present+n,absent:L.absent+a})}return[...E.values()].sort((t,r)=>r.month.localeCompare(t.month)||t.unit.localeCompare(r.unit))}var s=O(N(),1);function Q(){let e=i(),E=I(W,{}),t=I(w,{});return(0,s.jsxs)(u,{title:e.ways.decisions,lead:e.decisionsLead,children:[(0,s.jsx)(R,{look:E,children:({purges:r})=>(0,s.jsx)(M,{title:e.purges,rows:r?.nodes??[],empty:e.noPurges,children:o=>(0,s.jsx)(z,{purge:o,again:E.again},o.id)})}),(0,s.jsx)(R,{look:t,children:({dataBreaches:r})=>(0,s.jsx)(M,{title:e.breaches,rows:r?.nodes??[],empty:e.noBreaches,children:(o,T)=>(0,s.jsx)(ee,{breach:o},T)})})]})}function z({purge:e,again:E}){let{whole:t}=U(),r=S("ofType","Purge"),o=S("ofChoice","PurgeKind"),T=S("ofTerms","purge_basis"),n=o(e.kind);return(0,s.jsx)(y,{title:n,state:r(e.state),tone:"warn",facts:[[r("basis"),T(e.basis)],[r("judgedOn"),t(e.judgedOn)],[r("proposedByName"),e.proposedByName],[r("approvedByName"),e.approvedByName]],actions:(0,s.jsx)(B,{type:"Purge",document:Y,object:e,about:n,onDone:E})})}function ee({breach:e}){let{moment:E}=U(),t=S("ofType","DataBreach"),r=S("ofChoice","BreachRisk");return(0,s.jsx)(y,{title:e.title,state:t(e.state),tone:e.reportedAt?"":"bad",facts:[[t("risk"),r(e.risk)],[t("noticedAt"),E(e.noticedAt)],[t("dueAt"),E(e.dueAt)],[t("reportedAt"),E(e.reportedAt)]]})}var C=O(N(),1);function j(){let e=i(),{number:E}=c(),t=S("ofServices",""),r=I(v,{});return(0,C.jsx)(u,{title:e.ways.statistics,lead:e.statisticsLead,children:(0,C.jsx)(R,{look:r,children:({statistics:o})=>{let T=Math.max(0,...o.map(n=>n.people));return(0,C.jsx)(d,{title:e.ways.statistics,rows:o,empty:e.noStatistics,columns:[{title:e.year,cell:n=>n.year},{title:e.service,cell:n=>t(n.serviceCode)},{title:e.people,cell:n=>E(n.people),isNumber:!0},{title:e.months,cell:n=>E(n.months),isNumber:!0},{title:"",cell:n=>(0,C.jsx)(l,{value:n.people,most:T})}]})}})})}var _=O(N(),1);function te(){let{ways:e}=i();return(0,_.jsxs)(_.Fragment,{children:[(0,_.jsx)(G,{ways:[{path:"/",title:e.counts},{path:"/days",title:e.days},{path:"/decisions",title:e.decisions},{path:"/statistics",title:e.statistics}]}),(0,_.jsxs)(g,{children:[(0,_.jsx)(D,{path:"/",component:K}),(0,_.jsx)(D,{path:"/days",component:x}),(0,_.jsx)(D,{path:"/decisions",component:Q}),(0,_.jsx)(D,{path:"/statistics",component:j}),(0,_.jsx)(D,{component:k})]})]})}export{te as default};
