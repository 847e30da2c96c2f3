import{a as C}from"./chunk-I6VOTTV2.js";import{a as l}from"./chunk-SGTO2AIA.js";import{a as D}from"./chunk-WJKFRLJS.js";import{a as M,c as F}from"./chunk-N4WW6VQX.js";import{a as h,c as W}from"./chunk-2NABCQEW.js";import{a as G}from"./chunk-6I4BGB2J.js";import{a as Y}from"./chunk-M5ZS5TYT.js";import"./chunk-DG7U3J3C.js";import"./chunk-J2KSSCOX.js";import"./chunk-CXEEDNUD.js";import{a as g}from"./chunk-VJ57TAP3.js";import{a as U,b as B,d as y}from"./chunk-LAXEIQQE.js";import"./chunk-BHMKMHFP.js";import"./chunk-AAXXP4VA.js";import"./chunk-BS7KTXJJ.js";import"./chunk-OCTD23N4.js";import{e as d,g as f}from"./chunk-S4TXWKWP.js";import{e as N,f as S,j as k,k as A,q as R,t as I}from"./chunk-HL5E4EFT.js";import"./chunk-5RBZAMFY.js";import{c as O}from"./chunk-OOJM4CTU.js";var u=class extends String{__apiType;value;__meta__;constructor(r,e){super(r),this.value=r,this.__meta__=e}toString(){return this.value}},b=new u(`
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
    query MitaJohdoltaOdotetaan($jalkeen: String) {
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
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `);var q={ways:{counts:"Tilanne",days:"Päivät",decisions:"Päätettävät",statistics:"Tilastot"},countsLead:"Lukumäärät nyt ja tänä vuonna. Nimiä ei ole.",what:"Mitä",number:"Määrä",prospects:"Tulossa asiakkaiksi",active:"Asiakkaana",started:"Alkanut tänä vuonna",ended:"Päättynyt tänä vuonna",waiting:"Jonossa",contracts:"Sopimuksia voimassa",daysLead:"Voimassa olevien sopimusten päivät kuukausittain. Kenenkään yksittäinen päivä ei näy.",noDays:"Päiviä ei ole.",month:"Kuukausi",unit:"Yksikkö",recorded:"Kirjattu",present:"Läsnä",absent:"Poissa",decisionsLead:"Poistot, jotka odottavat toista päättäjää, ja tietoturvaloukkaukset.",otherTasks:"Muut tehtävät",noOtherTasks:"Muuta ei odota.",purges:"Poistot",noPurges:"Vahvistettavia poistoja ei ole.",breaches:"Tietoturvaloukkaukset",noBreaches:"Loukkauksia ei ole kirjattu.",statisticsLead:"Mitä poistetuista jää: lukumäärät vuosittain. Alle viiden hengen ryhmistä ei kerrota.",noStatistics:"Tilastoja ei vielä ole.",year:"Vuosi",service:"Palvelu",people:"Ihmisiä",months:"Kuukausia"},Z={ways:{counts:"Läget",days:"Dagar",decisions:"Att besluta",statistics:"Statistik"},countsLead:"Antal nu och i år. Det finns inga namn.",what:"Vad",number:"Antal",prospects:"Blivande klienter",active:"Klienter",started:"Började i år",ended:"Slutade i år",waiting:"I kö",contracts:"Gällande avtal",daysLead:"De gällande avtalens dagar månadsvis. Ingens enskilda dag syns.",noDays:"Det finns inga dagar.",month:"Månad",unit:"Enhet",recorded:"Antecknade",present:"Närvarande",absent:"Frånvarande",decisionsLead:"Raderingar som väntar på en andra beslutsfattare, och personuppgiftsincidenter.",otherTasks:"Andra uppgifter",noOtherTasks:"Inget annat väntar.",purges:"Raderingar",noPurges:"Inga raderingar att bekräfta.",breaches:"Personuppgiftsincidenter",noBreaches:"Inga incidenter har antecknats.",statisticsLead:"Vad som blir kvar av de raderade: antal per år. Grupper under fem visas inte.",noStatistics:"Det finns ännu ingen statistik.",year:"År",service:"Tjänst",people:"Personer",months:"Månader"},z={ways:{counts:"Where we stand",days:"Days",decisions:"To decide",statistics:"Statistics"},countsLead:"Counts now and this year. There are no names.",what:"What",number:"Number",prospects:"Clients to come",active:"Clients",started:"Started this year",ended:"Ended this year",waiting:"In the queue",contracts:"Contracts in force",daysLead:"The days of contracts in force by month. No single day of anybody is shown.",noDays:"There are no days.",month:"Month",unit:"Unit",recorded:"Recorded",present:"Present",absent:"Absent",decisionsLead:"Purges that wait for a second person, and data breaches.",otherTasks:"Other tasks",noOtherTasks:"Nothing else waits.",purges:"Purges",noPurges:"No purge is to be confirmed.",breaches:"Data breaches",noBreaches:"No breach was recorded.",statisticsLead:"What remains of the deleted: counts by year. Groups of fewer than five are not shown.",noStatistics:"There are no statistics yet.",year:"Year",service:"Service",people:"People",months:"Months"};function _(){return{fi:q,sv:Z,en:z}[k().language]}var c=O(N(),1);function j(){let t=_(),r=A(v,{alkaen:`${U().slice(0,4)}-01-01`,ennen:B(U(),1)});return(0,c.jsx)(S,{title:t.ways.counts,lead:t.countsLead,children:(0,c.jsx)(R,{look:r,children:e=>(0,c.jsx)(tt,{rows:[{what:t.active,count:e.asiakkaana?.totalCount},{what:t.prospects,count:e.tulossa?.totalCount},{what:t.waiting,count:e.jonossa?.totalCount},{what:t.contracts,count:e.sopimuksia?.totalCount},{what:t.started,count:e.alkaneet?.totalCount},{what:t.ended,count:e.paattyneet?.totalCount}]})})})}function tt({rows:t}){let r=_(),{number:e}=D(),s=Math.max(0,...t.map(({count:E})=>E??0));return(0,c.jsx)(l,{title:r.ways.counts,rows:t,empty:"",columns:[{title:r.what,cell:E=>E.what},{title:r.number,cell:E=>e(E.count??0),isNumber:!0},{title:"",cell:E=>(0,c.jsx)(C,{value:E.count??0,most:s})}]})}var p=O(N(),1);function J(){let t=_(),{month:r,number:e}=D(),s=g(K,E=>({jalkeen:E}),E=>E.contracts,!0);return(0,p.jsx)(S,{title:t.ways.days,lead:t.daysLead,children:(0,p.jsx)(R,{look:s,children:E=>{let i=et(E),T=Math.max(0,...i.map(n=>n.present));return(0,p.jsx)(l,{title:t.ways.days,rows:i,empty:t.noDays,columns:[{title:t.month,cell:n=>r(n.month)},{title:t.unit,cell:n=>n.unit},{title:t.recorded,cell:n=>e(n.recorded),isNumber:!0},{title:t.present,cell:n=>e(n.present),isNumber:!0},{title:t.absent,cell:n=>e(n.absent),isNumber:!0},{title:"",cell:n=>(0,p.jsx)(C,{value:n.present,most:T})}]})}})})}function et(t){let r=new Map;for(let{unit:e,dayCounts:s}of t)for(let{month:E,recorded:i,present:T,absent:n}of s??[]){let L=`${E} ${e?.name??""}`,P=r.get(L)??{unit:e?.name??"",month:E,recorded:0,present:0,absent:0};r.set(L,{...P,recorded:P.recorded+i,present:P.present+T,absent:P.absent+n})}return[...r.values()].sort((e,s)=>s.month.localeCompare(e.month)||e.unit.localeCompare(s.unit))}var o=O(N(),1);function $(){let t=_(),r=A(b,{}),e=A(w,{}),s=g(Q,E=>({jalkeen:E}),E=>E.tasks,!0);return(0,o.jsxs)(S,{title:t.ways.decisions,lead:t.decisionsLead,children:[(0,o.jsx)(R,{look:r,children:({purges:E})=>(0,o.jsx)(F,{title:t.purges,rows:E?.nodes??[],empty:t.noPurges,children:i=>(0,o.jsx)(Et,{purge:i,again:r.again},i.id)})}),(0,o.jsx)(R,{look:s,children:E=>(0,o.jsx)(W,{title:t.otherTasks,empty:t.noOtherTasks,ways:{},tasks:E.filter(({kind:i})=>i!=="PURGE_TO_CONFIRM")})}),(0,o.jsx)(R,{look:e,children:({dataBreaches:E})=>(0,o.jsx)(F,{title:t.breaches,rows:E?.nodes??[],empty:t.noBreaches,children:(i,T)=>(0,o.jsx)(nt,{breach:i},T)})})]})}function Et({purge:t,again:r}){let{whole:e}=y(),s=I("ofType","Purge"),E=I("ofChoice","PurgeKind"),i=I("ofTerms","purge_basis"),T=E(t.kind);return(0,o.jsx)(M,{title:T,state:s(t.state),tone:"warn",facts:[[s("basis"),i(t.basis)],[s("judgedOn"),e(t.judgedOn)],[s("proposedByName"),t.proposedByName],[s("approvedByName"),t.approvedByName]],actions:(0,o.jsx)(Y,{type:"Purge",document:V,object:t,about:T,onDone:r})})}function nt({breach:t}){let{moment:r}=y(),e=I("ofType","DataBreach"),s=I("ofChoice","BreachRisk");return(0,o.jsx)(M,{title:t.title,state:e(t.state),tone:t.reportedAt?"":"bad",facts:[[e("risk"),s(t.risk)],[e("noticedAt"),r(t.noticedAt)],[e("dueAt"),r(t.dueAt)],[e("reportedAt"),r(t.reportedAt)]]})}var m=O(N(),1);function X(){let t=_(),{number:r}=D(),e=I("ofServices",""),s=A(x,{}),E=A(H,{}).answer?.data?.units?.nodes??[];return(0,m.jsx)(S,{title:t.ways.statistics,lead:t.statisticsLead,children:(0,m.jsx)(R,{look:s,children:({statistics:i})=>{let T=Math.max(0,...i.map(n=>n.people));return(0,m.jsx)(l,{title:t.ways.statistics,rows:i,empty:t.noStatistics,columns:[{title:t.year,cell:n=>n.year},{title:t.unit,cell:n=>E.find(({id:L})=>L===n.unitId)?.name},{title:t.service,cell:n=>e(n.serviceCode)},{title:t.people,cell:n=>r(n.people),isNumber:!0},{title:t.months,cell:n=>r(n.months),isNumber:!0},{title:"",cell:n=>(0,m.jsx)(C,{value:n.people,most:T})}]})}})})}var a=O(N(),1);function rt(){let{ways:t}=_();return(0,a.jsxs)(a.Fragment,{children:[(0,a.jsx)(h,{ways:[{path:"/",title:t.counts},{path:"/days",title:t.days},{path:"/decisions",title:t.decisions},{path:"/statistics",title:t.statistics}]}),(0,a.jsxs)(f,{children:[(0,a.jsx)(d,{path:"/",component:j}),(0,a.jsx)(d,{path:"/days",component:J}),(0,a.jsx)(d,{path:"/decisions",component:$}),(0,a.jsx)(d,{path:"/statistics",component:X}),(0,a.jsx)(d,{component:G})]})]})}export{rt as default};
