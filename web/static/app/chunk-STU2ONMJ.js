import{a as y,c as M}from"./chunk-OE6OHB5H.js";import{a as c}from"./chunk-UIUFQWU3.js";import{a as C}from"./chunk-64K3JWH6.js";import{a as D}from"./chunk-6MQDR4VR.js";import{a as B}from"./chunk-AP663PS6.js";import{a as G,c as W}from"./chunk-MTFEQQRV.js";import{a as f}from"./chunk-EN4JNB7S.js";import{a as Y}from"./chunk-HICMRVHX.js";import"./chunk-QYLI6SDS.js";import"./chunk-J2KSSCOX.js";import"./chunk-TCJ6NWCV.js";import{a as g,b as h,d as U}from"./chunk-WKSCR2AE.js";import"./chunk-L2XJAEZ3.js";import"./chunk-JRHPWCY7.js";import"./chunk-INSDM2A3.js";import"./chunk-FYVAVUYF.js";import{e as d,g as F}from"./chunk-VHPSAGOV.js";import{e as N,f as A,j as k,k as S,q as R,t as I}from"./chunk-NIB6LP53.js";import"./chunk-5RBZAMFY.js";import{c as O}from"./chunk-OOJM4CTU.js";var u=class extends String{__apiType;value;__meta__;constructor(n,e){super(n),this.value=n,this.__meta__=e}toString(){return this.value}},b=new u(`
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
    `),V=new u(`
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
    `),H=new u(`
    query UnitsOfStatistics {
  units(first: 200) {
    nodes {
      id
      name
    }
  }
}
    `),w=new u(`
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
    `),v=new u(`
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
    `),K=new u(`
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
    `),x=new u(`
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
    `),Q=new u(`
    query MitaJohdoltaOdotetaan {
  tasks(first: 100) {
    nodes {
      kind
      dueOn
      object {
        id
      }
    }
  }
}
    `);var q={ways:{counts:"Tilanne",days:"Päivät",decisions:"Päätettävät",statistics:"Tilastot"},countsLead:"Lukumäärät nyt ja tänä vuonna. Nimiä ei ole.",what:"Mitä",number:"Määrä",prospects:"Tulossa asiakkaiksi",active:"Asiakkaana",started:"Alkanut tänä vuonna",ended:"Päättynyt tänä vuonna",waiting:"Jonossa",contracts:"Sopimuksia voimassa",daysLead:"Voimassa olevien sopimusten päivät kuukausittain. Kenenkään yksittäinen päivä ei näy.",noDays:"Päiviä ei ole.",month:"Kuukausi",unit:"Yksikkö",recorded:"Kirjattu",present:"Läsnä",absent:"Poissa",decisionsLead:"Poistot, jotka odottavat toista päättäjää, ja tietoturvaloukkaukset.",otherTasks:"Muut tehtävät",noOtherTasks:"Muuta ei odota.",purges:"Poistot",noPurges:"Vahvistettavia poistoja ei ole.",breaches:"Tietoturvaloukkaukset",noBreaches:"Loukkauksia ei ole kirjattu.",statisticsLead:"Mitä poistetuista jää: lukumäärät vuosittain. Alle viiden hengen ryhmistä ei kerrota.",noStatistics:"Tilastoja ei vielä ole.",year:"Vuosi",service:"Palvelu",people:"Ihmisiä",months:"Kuukausia"},Z={ways:{counts:"Läget",days:"Dagar",decisions:"Att besluta",statistics:"Statistik"},countsLead:"Antal nu och i år. Det finns inga namn.",what:"Vad",number:"Antal",prospects:"Blivande klienter",active:"Klienter",started:"Började i år",ended:"Slutade i år",waiting:"I kö",contracts:"Gällande avtal",daysLead:"De gällande avtalens dagar månadsvis. Ingens enskilda dag syns.",noDays:"Det finns inga dagar.",month:"Månad",unit:"Enhet",recorded:"Antecknade",present:"Närvarande",absent:"Frånvarande",decisionsLead:"Raderingar som väntar på en andra beslutsfattare, och personuppgiftsincidenter.",otherTasks:"Andra uppgifter",noOtherTasks:"Inget annat väntar.",purges:"Raderingar",noPurges:"Inga raderingar att bekräfta.",breaches:"Personuppgiftsincidenter",noBreaches:"Inga incidenter har antecknats.",statisticsLead:"Vad som blir kvar av de raderade: antal per år. Grupper under fem visas inte.",noStatistics:"Det finns ännu ingen statistik.",year:"År",service:"Tjänst",people:"Personer",months:"Månader"},z={ways:{counts:"Where we stand",days:"Days",decisions:"To decide",statistics:"Statistics"},countsLead:"Counts now and this year. There are no names.",what:"What",number:"Number",prospects:"Clients to come",active:"Clients",started:"Started this year",ended:"Ended this year",waiting:"In the queue",contracts:"Contracts in force",daysLead:"The days of contracts in force by month. No single day of anybody is shown.",noDays:"There are no days.",month:"Month",unit:"Unit",recorded:"Recorded",present:"Present",absent:"Absent",decisionsLead:"Purges that wait for a second person, and data breaches.",otherTasks:"Other tasks",noOtherTasks:"Nothing else waits.",purges:"Purges",noPurges:"No purge is to be confirmed.",breaches:"Data breaches",noBreaches:"No breach was recorded.",statisticsLead:"What remains of the deleted: counts by year. Groups of fewer than five are not shown.",noStatistics:"There are no statistics yet.",year:"Year",service:"Service",people:"People",months:"Months"};function _(){return{fi:q,sv:Z,en:z}[k().language]}var l=O(N(),1);function J(){let t=_(),n=S(v,{alkaen:`${g().slice(0,4)}-01-01`,ennen:h(g(),1)});return(0,l.jsx)(A,{title:t.ways.counts,lead:t.countsLead,children:(0,l.jsx)(R,{look:n,children:e=>(0,l.jsx)(tt,{rows:[{what:t.active,count:e.asiakkaana?.totalCount},{what:t.prospects,count:e.tulossa?.totalCount},{what:t.waiting,count:e.jonossa?.totalCount},{what:t.contracts,count:e.sopimuksia?.totalCount},{what:t.started,count:e.alkaneet?.totalCount},{what:t.ended,count:e.paattyneet?.totalCount}]})})})}function tt({rows:t}){let n=_(),{number:e}=D(),s=Math.max(0,...t.map(({count:r})=>r??0));return(0,l.jsx)(C,{title:n.ways.counts,rows:t,empty:"",columns:[{title:n.what,cell:r=>r.what},{title:n.number,cell:r=>e(r.count??0),isNumber:!0},{title:"",cell:r=>(0,l.jsx)(c,{value:r.count??0,most:s})}]})}var p=O(N(),1);function j(){let t=_(),{month:n,number:e}=D(),s=B(K,r=>({jalkeen:r}),r=>r.contracts,!0);return(0,p.jsx)(A,{title:t.ways.days,lead:t.daysLead,children:(0,p.jsx)(R,{look:s,children:r=>{let o=et(r),T=Math.max(0,...o.map(E=>E.present));return(0,p.jsx)(C,{title:t.ways.days,rows:o,empty:t.noDays,columns:[{title:t.month,cell:E=>n(E.month)},{title:t.unit,cell:E=>E.unit},{title:t.recorded,cell:E=>e(E.recorded),isNumber:!0},{title:t.present,cell:E=>e(E.present),isNumber:!0},{title:t.absent,cell:E=>e(E.absent),isNumber:!0},{title:"",cell:E=>(0,p.jsx)(c,{value:E.present,most:T})}]})}})})}function et(t){let n=new Map;for(let{unit:e,dayCounts:s}of t)for(let{month:r,recorded:o,present:T,absent:E}of s??[]){let L=`${r} ${e?.name??""}`,P=n.get(L)??{unit:e?.name??"",month:r,recorded:0,present:0,absent:0};n.set(L,{...P,recorded:P.recorded+o,present:P.present+T,absent:P.absent+E})}return[...n.values()].sort((e,s)=>s.month.localeCompare(e.month)||e.unit.localeCompare(s.unit))}var i=O(N(),1);function X(){let t=_(),n=S(b,{}),e=S(w,{}),s=S(Q,{});return(0,i.jsxs)(A,{title:t.ways.decisions,lead:t.decisionsLead,children:[(0,i.jsx)(R,{look:n,children:({purges:r})=>(0,i.jsx)(M,{title:t.purges,rows:r?.nodes??[],empty:t.noPurges,children:o=>(0,i.jsx)(Et,{purge:o,again:n.again},o.id)})}),(0,i.jsx)(R,{look:s,children:r=>(0,i.jsx)(W,{title:t.otherTasks,empty:t.noOtherTasks,ways:{},tasks:r.tasks.nodes.filter(({kind:o})=>o!=="PURGE_TO_CONFIRM")})}),(0,i.jsx)(R,{look:e,children:({dataBreaches:r})=>(0,i.jsx)(M,{title:t.breaches,rows:r?.nodes??[],empty:t.noBreaches,children:(o,T)=>(0,i.jsx)(nt,{breach:o},T)})})]})}function Et({purge:t,again:n}){let{whole:e}=U(),s=I("ofType","Purge"),r=I("ofChoice","PurgeKind"),o=I("ofTerms","purge_basis"),T=r(t.kind);return(0,i.jsx)(y,{title:T,state:s(t.state),tone:"warn",facts:[[s("basis"),o(t.basis)],[s("judgedOn"),e(t.judgedOn)],[s("proposedByName"),t.proposedByName],[s("approvedByName"),t.approvedByName]],actions:(0,i.jsx)(Y,{type:"Purge",document:V,object:t,about:T,onDone:n})})}function nt({breach:t}){let{moment:n}=U(),e=I("ofType","DataBreach"),s=I("ofChoice","BreachRisk");return(0,i.jsx)(y,{title:t.title,state:e(t.state),tone:t.reportedAt?"":"bad",facts:[[e("risk"),s(t.risk)],[e("noticedAt"),n(t.noticedAt)],[e("dueAt"),n(t.dueAt)],[e("reportedAt"),n(t.reportedAt)]]})}var m=O(N(),1);function $(){let t=_(),{number:n}=D(),e=I("ofServices",""),s=S(x,{}),r=S(H,{}).answer?.data?.units?.nodes??[];return(0,m.jsx)(A,{title:t.ways.statistics,lead:t.statisticsLead,children:(0,m.jsx)(R,{look:s,children:({statistics:o})=>{let T=Math.max(0,...o.map(E=>E.people));return(0,m.jsx)(C,{title:t.ways.statistics,rows:o,empty:t.noStatistics,columns:[{title:t.year,cell:E=>E.year},{title:t.unit,cell:E=>r.find(({id:L})=>L===E.unitId)?.name},{title:t.service,cell:E=>e(E.serviceCode)},{title:t.people,cell:E=>n(E.people),isNumber:!0},{title:t.months,cell:E=>n(E.months),isNumber:!0},{title:"",cell:E=>(0,m.jsx)(c,{value:E.people,most:T})}]})}})})}var a=O(N(),1);function rt(){let{ways:t}=_();return(0,a.jsxs)(a.Fragment,{children:[(0,a.jsx)(G,{ways:[{path:"/",title:t.counts},{path:"/days",title:t.days},{path:"/decisions",title:t.decisions},{path:"/statistics",title:t.statistics}]}),(0,a.jsxs)(F,{children:[(0,a.jsx)(d,{path:"/",component:J}),(0,a.jsx)(d,{path:"/days",component:j}),(0,a.jsx)(d,{path:"/decisions",component:X}),(0,a.jsx)(d,{path:"/statistics",component:$}),(0,a.jsx)(d,{component:f})]})]})}export{rt as default};
