import{a as M,c as g}from"./chunk-OE6OHB5H.js";import{a as d}from"./chunk-UIUFQWU3.js";import{a as l}from"./chunk-64K3JWH6.js";import{a as c}from"./chunk-6MQDR4VR.js";import{a as B}from"./chunk-AP663PS6.js";import{a as G}from"./chunk-JR5NPD3Y.js";import{a as k}from"./chunk-EN4JNB7S.js";import{a as b}from"./chunk-HICMRVHX.js";import"./chunk-QYLI6SDS.js";import"./chunk-J2KSSCOX.js";import"./chunk-TCJ6NWCV.js";import{a as U,b as h,d as y}from"./chunk-WKSCR2AE.js";import"./chunk-L2XJAEZ3.js";import"./chunk-JRHPWCY7.js";import"./chunk-INSDM2A3.js";import"./chunk-FYVAVUYF.js";import{e as I,g as f}from"./chunk-VHPSAGOV.js";import{e as O,f as S,j as F,k as A,q as N,t as D}from"./chunk-NIB6LP53.js";import"./chunk-5RBZAMFY.js";import{c as T}from"./chunk-OOJM4CTU.js";var u=class extends String{__apiType;value;__meta__;constructor(n,e){super(n),this.value=n,this.__meta__=e}toString(){return this.value}},W=new u(`
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
    `),Y=new u(`
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
    `),w=new u(`
    query UnitsOfStatistics {
  units(first: 200) {
    nodes {
      id
      name
    }
  }
}
    `),H=new u(`
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
    `),V=new u(`
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
    `),v=new u(`
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
    `),K=new u(`
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
    `);var q={ways:{counts:"Tilanne",days:"Päivät",decisions:"Päätettävät",statistics:"Tilastot"},countsLead:"Lukumäärät nyt ja tänä vuonna. Nimiä ei ole.",what:"Mitä",number:"Määrä",prospects:"Tulossa asiakkaiksi",active:"Asiakkaana",started:"Alkanut tänä vuonna",ended:"Päättynyt tänä vuonna",waiting:"Jonossa",contracts:"Sopimuksia voimassa",daysLead:"Voimassa olevien sopimusten päivät kuukausittain. Kenenkään yksittäinen päivä ei näy.",noDays:"Päiviä ei ole.",month:"Kuukausi",unit:"Yksikkö",recorded:"Kirjattu",present:"Läsnä",absent:"Poissa",decisionsLead:"Poistot, jotka odottavat toista päättäjää, ja tietoturvaloukkaukset.",purges:"Poistot",noPurges:"Vahvistettavia poistoja ei ole.",breaches:"Tietoturvaloukkaukset",noBreaches:"Loukkauksia ei ole kirjattu.",statisticsLead:"Mitä poistetuista jää: lukumäärät vuosittain. Alle viiden hengen ryhmistä ei kerrota.",noStatistics:"Tilastoja ei vielä ole.",year:"Vuosi",service:"Palvelu",people:"Ihmisiä",months:"Kuukausia"},J={ways:{counts:"Läget",days:"Dagar",decisions:"Att besluta",statistics:"Statistik"},countsLead:"Antal nu och i år. Det finns inga namn.",what:"Vad",number:"Antal",prospects:"Blivande klienter",active:"Klienter",started:"Började i år",ended:"Slutade i år",waiting:"I kö",contracts:"Gällande avtal",daysLead:"De gällande avtalens dagar månadsvis. Ingens enskilda dag syns.",noDays:"Det finns inga dagar.",month:"Månad",unit:"Enhet",recorded:"Antecknade",present:"Närvarande",absent:"Frånvarande",decisionsLead:"Raderingar som väntar på en andra beslutsfattare, och personuppgiftsincidenter.",purges:"Raderingar",noPurges:"Inga raderingar att bekräfta.",breaches:"Personuppgiftsincidenter",noBreaches:"Inga incidenter har antecknats.",statisticsLead:"Vad som blir kvar av de raderade: antal per år. Grupper under fem visas inte.",noStatistics:"Det finns ännu ingen statistik.",year:"År",service:"Tjänst",people:"Personer",months:"Månader"},X={ways:{counts:"Where we stand",days:"Days",decisions:"To decide",statistics:"Statistics"},countsLead:"Counts now and this year. There are no names.",what:"What",number:"Number",prospects:"Clients to come",active:"Clients",started:"Started this year",ended:"Ended this year",waiting:"In the queue",contracts:"Contracts in force",daysLead:"The days of contracts in force by month. No single day of anybody is shown.",noDays:"There are no days.",month:"Month",unit:"Unit",recorded:"Recorded",present:"Present",absent:"Absent",decisionsLead:"Purges that wait for a second person, and data breaches.",purges:"Purges",noPurges:"No purge is to be confirmed.",breaches:"Data breaches",noBreaches:"No breach was recorded.",statisticsLead:"What remains of the deleted: counts by year. Groups of fewer than five are not shown.",noStatistics:"There are no statistics yet.",year:"Year",service:"Service",people:"People",months:"Months"};function i(){return{fi:q,sv:J,en:X}[F().language]}var m=T(O(),1);function x(){let t=i(),n=A(V,{alkaen:`${U().slice(0,4)}-01-01`,ennen:h(U(),1)});return(0,m.jsx)(S,{title:t.ways.counts,lead:t.countsLead,children:(0,m.jsx)(N,{look:n,children:e=>(0,m.jsx)(Z,{rows:[{what:t.active,count:e.asiakkaana?.totalCount},{what:t.prospects,count:e.tulossa?.totalCount},{what:t.waiting,count:e.jonossa?.totalCount},{what:t.contracts,count:e.sopimuksia?.totalCount},{what:t.started,count:e.alkaneet?.totalCount},{what:t.ended,count:e.paattyneet?.totalCount}]})})})}function Z({rows:t}){let n=i(),{number:e}=c(),r=Math.max(0,...t.map(({count:o})=>o??0));return(0,m.jsx)(l,{title:n.ways.counts,rows:t,empty:"",columns:[{title:n.what,cell:o=>o.what},{title:n.number,cell:o=>e(o.count??0),isNumber:!0},{title:"",cell:o=>(0,m.jsx)(d,{value:o.count??0,most:r})}]})}var p=T(O(),1);function Q(){let t=i(),{month:n,number:e}=c(),r=B(v,o=>({jalkeen:o}),o=>o.contracts,!0);return(0,p.jsx)(S,{title:t.ways.days,lead:t.daysLead,children:(0,p.jsx)(N,{look:r,children:o=>{let _=z(o),R=Math.max(0,..._.map(E=>E.present));return(0,p.jsx)(l,{title:t.ways.days,rows:_,empty:t.noDays,columns:[{title:t.month,cell:E=>n(E.month)},{title:t.unit,cell:E=>E.unit},{title:t.recorded,cell:E=>e(E.recorded),isNumber:!0},{title:t.present,cell:E=>e(E.present),isNumber:!0},{title:t.absent,cell:E=>e(E.absent),isNumber:!0},{title:"",cell:E=>(0,p.jsx)(d,{value:E.present,most:R})}]})}})})}function z(t){let n=new Map;for(let{unit:e,dayCounts:r}of t)for(let{month:o,recorded:_,present:R,absent:E}of r??[]){let L=`${o} ${e?.name??""}`,P=n.get(L)??{unit:e?.name??"",month:o,recorded:0,present:0,absent:0};n.set(L,{...P,recorded:P.recorded+_,present:P.present+R,absent:P.absent+E})}return[...n.values()].sort((e,r)=>r.month.localeCompare(e.month)||e.unit.localeCompare(r.unit))}var s=T(O(),1);function j(){let t=i(),n=A(W,{}),e=A(H,{});return(0,s.jsxs)(S,{title:t.ways.decisions,lead:t.decisionsLead,children:[(0,s.jsx)(N,{look:n,children:({purges:r})=>(0,s.jsx)(g,{title:t.purges,rows:r?.nodes??[],empty:t.noPurges,children:o=>(0,s.jsx)(tt,{purge:o,again:n.again},o.id)})}),(0,s.jsx)(N,{look:e,children:({dataBreaches:r})=>(0,s.jsx)(g,{title:t.breaches,rows:r?.nodes??[],empty:t.noBreaches,children:(o,_)=>(0,s.jsx)(et,{breach:o},_)})})]})}function tt({purge:t,again:n}){let{whole:e}=y(),r=D("ofType","Purge"),o=D("ofChoice","PurgeKind"),_=D("ofTerms","purge_basis"),R=o(t.kind);return(0,s.jsx)(M,{title:R,state:r(t.state),tone:"warn",facts:[[r("basis"),_(t.basis)],[r("judgedOn"),e(t.judgedOn)],[r("proposedByName"),t.proposedByName],[r("approvedByName"),t.approvedByName]],actions:(0,s.jsx)(b,{type:"Purge",document:Y,object:t,about:R,onDone:n})})}function et({breach:t}){let{moment:n}=y(),e=D("ofType","DataBreach"),r=D("ofChoice","BreachRisk");return(0,s.jsx)(M,{title:t.title,state:e(t.state),tone:t.reportedAt?"":"bad",facts:[[e("risk"),r(t.risk)],[e("noticedAt"),n(t.noticedAt)],[e("dueAt"),n(t.dueAt)],[e("reportedAt"),n(t.reportedAt)]]})}var C=T(O(),1);function $(){let t=i(),{number:n}=c(),e=D("ofServices",""),r=A(K,{}),o=A(w,{}).answer?.data?.units?.nodes??[];return(0,C.jsx)(S,{title:t.ways.statistics,lead:t.statisticsLead,children:(0,C.jsx)(N,{look:r,children:({statistics:_})=>{let R=Math.max(0,..._.map(E=>E.people));return(0,C.jsx)(l,{title:t.ways.statistics,rows:_,empty:t.noStatistics,columns:[{title:t.year,cell:E=>E.year},{title:t.unit,cell:E=>o.find(({id:L})=>L===E.unitId)?.name},{title:t.service,cell:E=>e(E.serviceCode)},{title:t.people,cell:E=>n(E.people),isNumber:!0},{title:t.months,cell:E=>n(E.months),isNumber:!0},{title:"",cell:E=>(0,C.jsx)(d,{value:E.people,most:R})}]})}})})}var a=T(O(),1);function Et(){let{ways:t}=i();return(0,a.jsxs)(a.Fragment,{children:[(0,a.jsx)(G,{ways:[{path:"/",title:t.counts},{path:"/days",title:t.days},{path:"/decisions",title:t.decisions},{path:"/statistics",title:t.statistics}]}),(0,a.jsxs)(f,{children:[(0,a.jsx)(I,{path:"/",component:x}),(0,a.jsx)(I,{path:"/days",component:Q}),(0,a.jsx)(I,{path:"/decisions",component:j}),(0,a.jsx)(I,{path:"/statistics",component:$}),(0,a.jsx)(I,{component:k})]})]})}export{Et as default};
