import{a as d}from"./chunk-SYL3JQNC.js";import{a as c}from"./chunk-ZQWUWQMH.js";import{a as l}from"./chunk-3GFBK55W.js";import{a as G}from"./chunk-EWIN2B2X.js";import{a as k}from"./chunk-2BMOZCS5.js";import{a as y,c as M}from"./chunk-J6XULUXG.js";import{a as B}from"./chunk-SZ6SGUVD.js";import"./chunk-7N66RYIJ.js";import"./chunk-J5J7URC7.js";import{a as P,b as h,d as U}from"./chunk-P467PA5H.js";import"./chunk-KODDMDML.js";import"./chunk-UEYJEEJE.js";import{c as A}from"./chunk-QDZ5SCAF.js";import{e as I,g}from"./chunk-4GPZOU6G.js";import{m as N,n as S,q as f,r as R,x as u}from"./chunk-4Q4Z6WR7.js";import{c as O}from"./chunk-OOJM4CTU.js";var D=class extends String{__apiType;value;__meta__;constructor(E,t){super(E),this.value=E,this.__meta__=t}toString(){return this.value}},W=new D(`
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
    `),Y=new D(`
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
    `),b=new D(`
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
    `),w=new D(`
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
    `),H=new D(`
    query PaivatKuukausittain {
  contracts(filter: {state: {eq: ACTIVE}}, first: 50) {
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
    `),V=new D(`
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
    `);var j={ways:{counts:"Tilanne",days:"Päivät",decisions:"Päätettävät",statistics:"Tilastot"},countsLead:"Lukumäärät nyt ja tänä vuonna. Nimiä ei ole.",what:"Mitä",number:"Määrä",prospects:"Tulossa asiakkaiksi",active:"Asiakkaana",started:"Alkanut tänä vuonna",ended:"Päättynyt tänä vuonna",waiting:"Jonossa",contracts:"Sopimuksia voimassa",daysLead:"Voimassa olevien sopimusten päivät kuukausittain. Kenenkään yksittäinen päivä ei näy.",noDays:"Päiviä ei ole.",month:"Kuukausi",unit:"Yksikkö",recorded:"Kirjattu",present:"Läsnä",absent:"Poissa",decisionsLead:"Poistot, jotka odottavat toista päättäjää, ja tietoturvaloukkaukset.",purges:"Poistot",noPurges:"Vahvistettavia poistoja ei ole.",breaches:"Tietoturvaloukkaukset",noBreaches:"Loukkauksia ei ole kirjattu.",statisticsLead:"Mitä poistetuista jää: lukumäärät vuosittain. Alle viiden hengen ryhmistä ei kerrota.",noStatistics:"Tilastoja ei vielä ole.",year:"Vuosi",service:"Palvelu",people:"Ihmisiä",months:"Kuukausia"},$={ways:{counts:"Läget",days:"Dagar",decisions:"Att besluta",statistics:"Statistik"},countsLead:"Antal nu och i år. Det finns inga namn.",what:"Vad",number:"Antal",prospects:"Blivande klienter",active:"Klienter",started:"Började i år",ended:"Slutade i år",waiting:"I kö",contracts:"Gällande avtal",daysLead:"De gällande avtalens dagar månadsvis. Ingens enskilda dag syns.",noDays:"Det finns inga dagar.",month:"Månad",unit:"Enhet",recorded:"Antecknade",present:"Närvarande",absent:"Frånvarande",decisionsLead:"Raderingar som väntar på en andra beslutsfattare, och personuppgiftsincidenter.",purges:"Raderingar",noPurges:"Inga raderingar att bekräfta.",breaches:"Personuppgiftsincidenter",noBreaches:"Inga incidenter har antecknats.",statisticsLead:"Vad som blir kvar av de raderade: antal per år. Grupper under fem visas inte.",noStatistics:"Det finns ännu ingen statistik.",year:"År",service:"Tjänst",people:"Personer",months:"Månader"},q={ways:{counts:"Where we stand",days:"Days",decisions:"To decide",statistics:"Statistics"},countsLead:"Counts now and this year. There are no names.",what:"What",number:"Number",prospects:"Clients to come",active:"Clients",started:"Started this year",ended:"Ended this year",waiting:"In the queue",contracts:"Contracts in force",daysLead:"The days of contracts in force by month. No single day of anybody is shown.",noDays:"There are no days.",month:"Month",unit:"Unit",recorded:"Recorded",present:"Present",absent:"Absent",decisionsLead:"Purges that wait for a second person, and data breaches.",purges:"Purges",noPurges:"No purge is to be confirmed.",breaches:"Data breaches",noBreaches:"No breach was recorded.",statisticsLead:"What remains of the deleted: counts by year. Groups of fewer than five are not shown.",noStatistics:"There are no statistics yet.",year:"Year",service:"Service",people:"People",months:"Months"};function i(){return{fi:j,sv:$,en:q}[f().language]}var m=O(N(),1);function v(){let e=i(),E=R(w,{alkaen:`${P().slice(0,4)}-01-01`,ennen:h(P(),1)});return(0,m.jsx)(S,{title:e.ways.counts,lead:e.countsLead,children:(0,m.jsx)(u,{look:E,children:t=>(0,m.jsx)(J,{rows:[{what:e.active,count:t.asiakkaana?.totalCount},{what:e.prospects,count:t.tulossa?.totalCount},{what:e.waiting,count:t.jonossa?.totalCount},{what:e.contracts,count:t.sopimuksia?.totalCount},{what:e.started,count:t.alkaneet?.totalCount},{what:e.ended,count:t.paattyneet?.totalCount}]})})})}function J({rows:e}){let E=i(),{number:t}=c(),o=Math.max(0,...e.map(({count:r})=>r??0));return(0,m.jsx)(l,{title:E.ways.counts,rows:e,empty:"",columns:[{title:E.what,cell:r=>r.what},{title:E.number,cell:r=>t(r.count??0),isNumber:!0},{title:"",cell:r=>(0,m.jsx)(d,{value:r.count??0,most:o})}]})}var p=O(N(),1);function K(){let e=i(),{month:E,number:t}=c(),o=R(H,{});return(0,p.jsx)(S,{title:e.ways.days,lead:e.daysLead,children:(0,p.jsx)(u,{look:o,children:r=>{let T=X(r),n=Math.max(0,...T.map(a=>a.present));return(0,p.jsx)(l,{title:e.ways.days,rows:T,empty:e.noDays,columns:[{title:e.month,cell:a=>E(a.month)},{title:e.unit,cell:a=>a.unit},{title:e.recorded,cell:a=>t(a.recorded),isNumber:!0},{title:e.present,cell:a=>t(a.present),isNumber:!0},{title:e.absent,cell:a=>t(a.absent),isNumber:!0},{title:"",cell:a=>(0,p.jsx)(d,{value:a.present,most:n})}]})}})})}function X(e){let E=new Map;for(let{unit:t,dayCounts:o}of e.contracts?.nodes??[])for(let{month:r,recorded:T,present:n,absent:a}of o??[]){let F=`${r} ${t?.name??""}`,L=E.get(F)??{unit:t?.name??"",month:r,recorded:0,present:0,absent:0};E.set(F,{...L,recorded:L.recorded+T,present:L.present+n,absent:L.absent+a})}return[...E.values()].sort((t,o)=>o.month.localeCompare(t.month)||t.unit.localeCompare(o.unit))}var s=O(N(),1);function x(){let e=i(),E=R(W,{}),t=R(b,{});return(0,s.jsxs)(S,{title:e.ways.decisions,lead:e.decisionsLead,children:[(0,s.jsx)(u,{look:E,children:({purges:o})=>(0,s.jsx)(M,{title:e.purges,rows:o?.nodes??[],empty:e.noPurges,children:r=>(0,s.jsx)(Z,{purge:r,again:E.again},r.id)})}),(0,s.jsx)(u,{look:t,children:({dataBreaches:o})=>(0,s.jsx)(M,{title:e.breaches,rows:o?.nodes??[],empty:e.noBreaches,children:(r,T)=>(0,s.jsx)(z,{breach:r},T)})})]})}function Z({purge:e,again:E}){let{whole:t}=U(),o=A("ofType","Purge"),r=A("ofChoice","PurgeKind"),T=A("ofTerms","purge_basis"),n=r(e.kind);return(0,s.jsx)(y,{title:n,state:o(e.state),tone:"warn",facts:[[o("basis"),T(e.basis)],[o("judgedOn"),t(e.judgedOn)],[o("proposedByName"),e.proposedByName],[o("approvedByName"),e.approvedByName]],actions:(0,s.jsx)(B,{type:"Purge",document:Y,object:e,about:n,onDone:E})})}function z({breach:e}){let{moment:E}=U(),t=A("ofType","DataBreach"),o=A("ofChoice","BreachRisk");return(0,s.jsx)(y,{title:e.title,state:t(e.state),tone:e.reportedAt?"":"bad",facts:[[t("risk"),o(e.risk)],[t("noticedAt"),E(e.noticedAt)],[t("dueAt"),E(e.dueAt)],[t("reportedAt"),E(e.reportedAt)]]})}var C=O(N(),1);function Q(){let e=i(),{number:E}=c(),t=A("ofServices",""),o=R(V,{});return(0,C.jsx)(S,{title:e.ways.statistics,lead:e.statisticsLead,children:(0,C.jsx)(u,{look:o,children:({statistics:r})=>{let T=Math.max(0,...r.map(n=>n.people));return(0,C.jsx)(l,{title:e.ways.statistics,rows:r,empty:e.noStatistics,columns:[{title:e.year,cell:n=>n.year},{title:e.service,cell:n=>t(n.serviceCode)},{title:e.people,cell:n=>E(n.people),isNumber:!0},{title:e.months,cell:n=>E(n.months),isNumber:!0},{title:"",cell:n=>(0,C.jsx)(d,{value:n.people,most:T})}]})}})})}var _=O(N(),1);function ee(){let{ways:e}=i();return(0,_.jsxs)(_.Fragment,{children:[(0,_.jsx)(G,{ways:[{path:"/",title:e.counts},{path:"/days",title:e.days},{path:"/decisions",title:e.decisions},{path:"/statistics",title:e.statistics}]}),(0,_.jsxs)(g,{children:[(0,_.jsx)(I,{path:"/",component:v}),(0,_.jsx)(I,{path:"/days",component:K}),(0,_.jsx)(I,{path:"/decisions",component:x}),(0,_.jsx)(I,{path:"/statistics",component:Q}),(0,_.jsx)(I,{component:k})]})]})}export{ee as default};
