import{a as Y,c as f}from"./chunk-2NABCQEW.js";import{a as W}from"./chunk-6I4BGB2J.js";import{a as B}from"./chunk-VJ57TAP3.js";import{a as k,d as R}from"./chunk-LAXEIQQE.js";import{e as U,g as y}from"./chunk-S4TXWKWP.js";import{a as Z,e as c,f as F,j as C,k as G,m as u,o as H,q as M}from"./chunk-HL5E4EFT.js";import"./chunk-5RBZAMFY.js";import{c as d}from"./chunk-OOJM4CTU.js";var p=d(Z(),1);var o=class extends String{__apiType;value;__meta__;constructor(_,n){super(_),this.value=_,this.__meta__=n}toString(){return this.value}},b=new o(`
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
    `),V=new o(`
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
    `),K=new o(`
    query MitaTyopaikaltaOdotetaan($jalkeen: String) {
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
    `),w=new o(`
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
    `);var h={DAY_TO_RECORD:"~/desk/content/Attendance/:id",CONTRACT_TO_SIGN:"~/desk/content/Contract/:id"};var j={ways:{today:"Tänään"},lead:"Ketkä tulevat tänään. Merkitse, kuka tuli; poissaolon syyn selvittää valmentaja.",waits:"Muuta, mikä odottaa",nobody:"Tänään ei ole tulossa ketään.",contract:(E,_)=>`sopimus ${E}–${_}`,came:"Tuli paikalle",didNotCome:"Ei tullut",cameNamed:E=>`${E} tuli paikalle`,didNotComeNamed:E=>`${E} ei tullut`,isHere:"Paikalla",isAbsent:"Poissa",expected:"Odotetaan",recordedCame:E=>`${E} on merkitty paikalle.`,recordedAbsent:E=>`${E} on merkitty poissa olevaksi. Valmentaja kysyy syyn.`},z={ways:{today:"I dag"},lead:"Vilka som kommer i dag. Anteckna vem som kom; coachen tar reda på orsaken till frånvaro.",waits:"Annat som väntar",nobody:"Ingen kommer i dag.",contract:(E,_)=>`avtal ${E}–${_}`,came:"Kom",didNotCome:"Kom inte",cameNamed:E=>`${E} kom`,didNotComeNamed:E=>`${E} kom inte`,isHere:"På plats",isAbsent:"Frånvarande",expected:"Väntas",recordedCame:E=>`${E} är antecknad som närvarande.`,recordedAbsent:E=>`${E} är antecknad som frånvarande. Coachen frågar om orsaken.`},EE={ways:{today:"Today"},lead:"Who comes today. Record who came; the coach finds out the reason of an absence.",waits:"What else waits",nobody:"Nobody comes today.",contract:(E,_)=>`contract ${E}–${_}`,came:"Came",didNotCome:"Did not come",cameNamed:E=>`${E} came`,didNotComeNamed:E=>`${E} did not come`,isHere:"Here",isAbsent:"Absent",expected:"Expected",recordedCame:E=>`${E} is recorded as present.`,recordedAbsent:E=>`${E} is recorded as absent. The coach will ask for the reason.`};function A(){return{fi:j,sv:z,en:EE}[C().language]}var eE=6e4;function v(){let{clock:E}=R();return({day:_,plannedMinutes:n,contract:e})=>{let r=new Date(_).getUTCDay()||7,T=e?.weeklyPattern?.find(O=>O.weekday===r&&O.minutes===n);if(!T)return"";let S=Date.parse(`${_}T${T.startsAt.slice(0,5)}Z`),s=new Date(S+T.minutes*eE).toISOString();return`${E(T.startsAt)}–${E(s.slice(11))}`}}var t=d(c(),1);function x(){let E=A(),{announce:_}=C(),{long:n}=R(),e=k(),r=G(w,{paiva:e}),[T,S]=(0,p.useState)({}),s=(O,i)=>{S(a=>({...a,[O.id]:O})),_(i)};return(0,t.jsxs)(F,{title:E.ways.today,lead:E.lead,isReading:!0,children:[(0,t.jsxs)("section",{className:"stack","aria-labelledby":"day",children:[(0,t.jsx)("h2",{id:"day",className:"sentence",children:n(e)}),(0,t.jsx)(M,{look:r,children:({attendance:O})=>{let i=(O?.nodes??[]).map(a=>({...a,...T[a.id]}));return i.length?(0,t.jsx)("ul",{className:"days",children:i.map(a=>(0,t.jsx)(_E,{day:a,isAlone:!tE(a,i),onChange:s},a.id))}):(0,t.jsx)("p",{className:"card quiet",children:E.nobody})}})]}),(0,t.jsx)(nE,{day:e})]})}function tE(E,_){return _.some(({id:n,contract:e})=>n!==E.id&&e?.callName===E.contract?.callName)}function _E({day:E,isAlone:_,onChange:n}){let e=A(),{hours:r,whole:T}=R(),S=v(),s=u(b),O=u(V),[i,a]=(0,p.useState)([]),{callName:m,startsOn:$,endsOn:Q}=E.contract??{},l=_?"":e.contract(T($),T(Q)),D=[m??"–",l].filter(Boolean).join(", "),X=async()=>{let L={attendanceId:E.id,revision:E.revision,code:"PRESENT",minutes:E.plannedMinutes},I=(await s.run({days:{entries:[L]}}))?.recordAttendance;a(I?.refused.flatMap(({errors:P})=>P)??[]);for(let P of I?.days??[])n(P,e.recordedCame(D))},q=async()=>{let L={attendanceId:E.id,revision:E.revision},I=(await O.run({absence:L}))?.reportAbsence.attendance;I&&n(I,e.recordedAbsent(D))},g=s.isWaiting||O.isWaiting,J=E.state==="PLANNED"&&!E.presence;return(0,t.jsxs)("li",{className:"day",children:[(0,t.jsxs)("div",{className:"day-when",children:[(0,t.jsx)("span",{className:"strong",children:m??"–"}),(0,t.jsx)("span",{children:[S(E),r(E.plannedMinutes)].filter(Boolean).join(" · ")}),l?(0,t.jsx)("span",{className:"quiet small",children:l}):null]}),J?(0,t.jsxs)("div",{className:"row",children:[(0,t.jsx)("button",{type:"button",className:"button first","aria-label":e.cameNamed(D),disabled:g,onClick:()=>{X()},children:e.came}),(0,t.jsx)("button",{type:"button",className:"button","aria-label":e.didNotComeNamed(D),disabled:g,onClick:()=>{q()},children:e.didNotCome})]}):(0,t.jsx)("span",{className:E.presence==="PRESENT"?"tag good":"tag note",children:E.presence==="PRESENT"?e.isHere:e.isAbsent}),(0,t.jsx)(H,{problems:[...s.problems,...O.problems,...i]})]})}function nE({day:E}){let _=A(),n=B(K,e=>({jalkeen:e}),e=>e.tasks,!0);return(0,t.jsx)(M,{look:n,children:e=>{let r=e.filter(({object:T})=>!("day"in T&&T.day===E));return r.length?(0,t.jsx)(f,{title:_.waits,empty:"",tasks:r,about:OE,ways:h}):null}})}function TE({task:{object:E}}){let{hours:_}=R();return"plannedMinutes"in E?`${E.contract?.callName??"–"}, ${_(E.plannedMinutes)}`:"callName"in E&&E.callName?E.callName:"–"}function OE(E){return(0,t.jsx)(TE,{task:E})}var N=d(c(),1);function aE(){let{ways:E}=A();return(0,N.jsxs)(N.Fragment,{children:[(0,N.jsx)(Y,{ways:[{path:"/",title:E.today}]}),(0,N.jsxs)(y,{children:[(0,N.jsx)(U,{path:"/",component:x}),(0,N.jsx)(U,{component:W})]})]})}export{aE as default};
