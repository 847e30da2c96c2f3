import{a as Y,c as B}from"./chunk-MTFEQQRV.js";import{a as W}from"./chunk-EN4JNB7S.js";import{a as k,d as R}from"./chunk-WKSCR2AE.js";import{e as U,g as F}from"./chunk-VHPSAGOV.js";import{a as J,e as c,f as G,j as C,k as u,m as M,o as H,q as p}from"./chunk-NIB6LP53.js";import"./chunk-5RBZAMFY.js";import{c as d}from"./chunk-OOJM4CTU.js";var m=d(J(),1);var o=class extends String{__apiType;value;__meta__;constructor(t,n){super(t),this.value=t,this.__meta__=n}toString(){return this.value}},f=new o(`
    mutation RecordPresence($days: RecordAttendanceInput!, $key: String!) {
  recordAttendance(input: $days, idempotencyKey: $key) {
    days {
      id
      revision
      state
      presence
    }
    refused {
      id
      errors {
        code
        path
        message
      }
    }
    errors {
      code
      path
      message
    }
  }
}
    `),b=new o(`
    mutation ReportNoShow($absence: ReportAbsenceInput!, $key: String!) {
  reportAbsence(input: $absence, idempotencyKey: $key) {
    attendance {
      id
      revision
      state
      presence
    }
    errors {
      code
      path
      message
    }
  }
}
    `),V=new o(`
    query MitaTyopaikaltaOdotetaan {
  tasks(first: 50) {
    nodes {
      kind
      dueOn
      object {
        id
        ... on Attendance {
          day
          plannedMinutes
          contract {
            callName
          }
        }
        ... on Contract {
          callName
          startsOn
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),K=new o(`
    query TanaanMeilla($paiva: Date!) {
  attendance(filter: {day: {eq: $paiva}}, first: 50) {
    nodes {
      id
      revision
      state
      day
      plannedMinutes
      presence
      contract {
        callName
        startsOn
        endsOn
        weeklyPattern {
          weekday
          startsAt
          minutes
        }
      }
    }
  }
}
    `);var w={DAY_TO_RECORD:"~/desk/content/Attendance/:id",CONTRACT_TO_SIGN:"~/desk/content/Contract/:id"};var Z={ways:{today:"Tänään"},lead:"Ketkä tulevat tänään. Merkitse, kuka tuli; poissaolon syyn selvittää valmentaja.",waits:"Muuta, mikä odottaa",nobody:"Tänään ei ole tulossa ketään.",contract:(E,t)=>`sopimus ${E}–${t}`,came:"Tuli paikalle",didNotCome:"Ei tullut",cameNamed:E=>`${E} tuli paikalle`,didNotComeNamed:E=>`${E} ei tullut`,isHere:"Paikalla",isAbsent:"Poissa",expected:"Odotetaan",recordedCame:E=>`${E} on merkitty paikalle.`,recordedAbsent:E=>`${E} on merkitty poissa olevaksi. Valmentaja kysyy syyn.`},z={ways:{today:"I dag"},lead:"Vilka som kommer i dag. Anteckna vem som kom; coachen tar reda på orsaken till frånvaro.",waits:"Annat som väntar",nobody:"Ingen kommer i dag.",contract:(E,t)=>`avtal ${E}–${t}`,came:"Kom",didNotCome:"Kom inte",cameNamed:E=>`${E} kom`,didNotComeNamed:E=>`${E} kom inte`,isHere:"På plats",isAbsent:"Frånvarande",expected:"Väntas",recordedCame:E=>`${E} är antecknad som närvarande.`,recordedAbsent:E=>`${E} är antecknad som frånvarande. Coachen frågar om orsaken.`},j={ways:{today:"Today"},lead:"Who comes today. Record who came; the coach finds out the reason of an absence.",waits:"What else waits",nobody:"Nobody comes today.",contract:(E,t)=>`contract ${E}–${t}`,came:"Came",didNotCome:"Did not come",cameNamed:E=>`${E} came`,didNotComeNamed:E=>`${E} did not come`,isHere:"Here",isAbsent:"Absent",expected:"Expected",recordedCame:E=>`${E} is recorded as present.`,recordedAbsent:E=>`${E} is recorded as absent. The coach will ask for the reason.`};function A(){return{fi:Z,sv:z,en:j}[C().language]}var EE=6e4;function h(){let{clock:E}=R();return({day:t,plannedMinutes:n,contract:_})=>{let r=new Date(t).getUTCDay()||7,T=_?.weeklyPattern?.find(O=>O.weekday===r&&O.minutes===n);if(!T)return"";let S=Date.parse(`${t}T${T.startsAt.slice(0,5)}Z`),s=new Date(S+T.minutes*EE).toISOString();return`${E(T.startsAt)}–${E(s.slice(11))}`}}var e=d(c(),1);function v(){let E=A(),{announce:t}=C(),{long:n}=R(),_=k(),r=u(K,{paiva:_}),[T,S]=(0,m.useState)({}),s=(O,i)=>{S(a=>({...a,[O.id]:O})),t(i)};return(0,e.jsxs)(G,{title:E.ways.today,lead:E.lead,isReading:!0,children:[(0,e.jsxs)("section",{className:"stack","aria-labelledby":"day",children:[(0,e.jsx)("h2",{id:"day",className:"sentence",children:n(_)}),(0,e.jsx)(p,{look:r,children:({attendance:O})=>{let i=(O?.nodes??[]).map(a=>({...a,...T[a.id]}));return i.length?(0,e.jsx)("ul",{className:"days",children:i.map(a=>(0,e.jsx)(tE,{day:a,isAlone:!eE(a,i),onChange:s},a.id))}):(0,e.jsx)("p",{className:"card quiet",children:E.nobody})}})]}),(0,e.jsx)(_E,{day:_})]})}function eE(E,t){return t.some(({id:n,contract:_})=>n!==E.id&&_?.callName===E.contract?.callName)}function tE({day:E,isAlone:t,onChange:n}){let _=A(),{hours:r,whole:T}=R(),S=h(),s=M(f),O=M(b),[i,a]=(0,m.useState)([]),{callName:g,startsOn:x,endsOn:$}=E.contract??{},l=t?"":_.contract(T(x),T($)),D=[g??"–",l].filter(Boolean).join(", "),Q=async()=>{let L={attendanceId:E.id,revision:E.revision,code:"PRESENT",minutes:E.plannedMinutes},I=(await s.run({days:{entries:[L]}}))?.recordAttendance;a(I?.refused.flatMap(({errors:P})=>P)??[]);for(let P of I?.days??[])n(P,_.recordedCame(D))},X=async()=>{let L={attendanceId:E.id,revision:E.revision},I=(await O.run({absence:L}))?.reportAbsence.attendance;I&&n(I,_.recordedAbsent(D))},y=s.isWaiting||O.isWaiting,q=E.state==="PLANNED"&&!E.presence;return(0,e.jsxs)("li",{className:"day",children:[(0,e.jsxs)("div",{className:"day-when",children:[(0,e.jsx)("span",{className:"strong",children:g??"–"}),(0,e.jsx)("span",{children:[S(E),r(E.plannedMinutes)].filter(Boolean).join(" · ")}),l?(0,e.jsx)("span",{className:"quiet small",children:l}):null]}),q?(0,e.jsxs)("div",{className:"row",children:[(0,e.jsx)("button",{type:"button",className:"button first","aria-label":_.cameNamed(D),disabled:y,onClick:()=>{Q()},children:_.came}),(0,e.jsx)("button",{type:"button",className:"button","aria-label":_.didNotComeNamed(D),disabled:y,onClick:()=>{X()},children:_.didNotCome})]}):(0,e.jsx)("span",{className:E.presence==="PRESENT"?"tag good":"tag note",children:E.presence==="PRESENT"?_.isHere:_.isAbsent}),(0,e.jsx)(H,{problems:[...s.problems,...O.problems,...i]})]})}function _E({day:E}){let t=A(),n=u(V,{});return(0,e.jsx)(p,{look:n,children:({tasks:_})=>{let r=_.nodes.filter(({object:T})=>!("day"in T&&T.day===E));return r.length?(0,e.jsx)(B,{title:t.waits,empty:"",tasks:r,about:TE,ways:w}):null}})}function nE({task:{object:E}}){let{hours:t}=R();return"plannedMinutes"in E?`${E.contract?.callName??"–"}, ${t(E.plannedMinutes)}`:"callName"in E&&E.callName?E.callName:"–"}function TE(E){return(0,e.jsx)(nE,{task:E})}var N=d(c(),1);function OE(){let{ways:E}=A();return(0,N.jsxs)(N.Fragment,{children:[(0,N.jsx)(Y,{ways:[{path:"/",title:E.today}]}),(0,N.jsxs)(F,{children:[(0,N.jsx)(U,{path:"/",component:v}),(0,N.jsx)(U,{component:W})]})]})}export{OE as default};
