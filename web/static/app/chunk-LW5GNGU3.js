import{a as y}from"./chunk-YN7IE3UH.js";import{a as u}from"./chunk-BD5XFSQB.js";import{a as Y,d as P}from"./chunk-TB33MUXH.js";import{e as L,g as p}from"./chunk-X3MLX2GW.js";import{a as f,m as s,n as m,r as D,s as F,u as U,w as G,y as W}from"./chunk-U7GDRCA3.js";import{c as A}from"./chunk-OOJM4CTU.js";var M=A(f(),1);var S=class extends String{__apiType;value;__meta__;constructor(t,_){super(t),this.value=t,this.__meta__=_}toString(){return this.value}},H=new S(`
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
    `),g=new S(`
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
    `),B=new S(`
    query TanaanMeilla($paiva: Date!) {
  attendance(filter: {day: {eq: $paiva}}, first: 50) {
    nodes {
      id
      revision
      state
      plannedMinutes
      presence
      contract {
        callName
      }
    }
  }
}
    `);var K={ways:{today:"Tänään"},lead:"Ketkä tulevat tänään. Merkitse, kuka tuli; poissaolon syyn selvittää valmentaja.",nobody:"Tänään ei ole tulossa ketään.",came:"Tuli paikalle",didNotCome:"Ei tullut",cameNamed:E=>`${E} tuli paikalle`,didNotComeNamed:E=>`${E} ei tullut`,isHere:"Paikalla",isAbsent:"Poissa",expected:"Odotetaan",recordedCame:E=>`${E} on merkitty paikalle.`,recordedAbsent:E=>`${E} on merkitty poissa olevaksi. Valmentaja kysyy syyn.`},k={ways:{today:"I dag"},lead:"Vilka som kommer i dag. Anteckna vem som kom; coachen tar reda på orsaken till frånvaro.",nobody:"Ingen kommer i dag.",came:"Kom",didNotCome:"Kom inte",cameNamed:E=>`${E} kom`,didNotComeNamed:E=>`${E} kom inte`,isHere:"På plats",isAbsent:"Frånvarande",expected:"Väntas",recordedCame:E=>`${E} är antecknad som närvarande.`,recordedAbsent:E=>`${E} är antecknad som frånvarande. Coachen frågar om orsaken.`},h={ways:{today:"Today"},lead:"Who comes today. Record who came; the coach finds out the reason of an absence.",nobody:"Nobody comes today.",came:"Came",didNotCome:"Did not come",cameNamed:E=>`${E} came`,didNotComeNamed:E=>`${E} did not come`,isHere:"Here",isAbsent:"Absent",expected:"Expected",recordedCame:E=>`${E} is recorded as present.`,recordedAbsent:E=>`${E} is recorded as absent. The coach will ask for the reason.`};function r(){return{fi:K,sv:k,en:h}[D().language]}var e=A(s(),1);function b(){let E=r(),{announce:t}=D(),{long:_}=P(),I=Y(),R=F(B,{paiva:I}),[a,i]=(0,M.useState)({}),d=(N,n)=>{i(T=>({...T,[N.id]:N})),t(n)};return(0,e.jsx)(m,{title:E.ways.today,lead:E.lead,isReading:!0,children:(0,e.jsxs)("section",{className:"stack","aria-labelledby":"day",children:[(0,e.jsx)("h2",{id:"day",className:"sentence",children:_(I)}),(0,e.jsx)(W,{look:R,children:({attendance:N})=>{let n=(N?.nodes??[]).map(T=>({...T,...a[T.id]}));return n.length?(0,e.jsx)("ul",{className:"days",children:n.map(T=>(0,e.jsx)(v,{day:T,onChange:d},T.id))}):(0,e.jsx)("p",{className:"card quiet",children:E.nobody})}})]})})}function v({day:E,onChange:t}){let _=r(),{hours:I}=P(),R=U(H),a=U(g),[i,d]=(0,M.useState)([]),N=E.contract?.callName??"–",n=async()=>{let C={attendanceId:E.id,revision:E.revision,code:"PRESENT",minutes:E.plannedMinutes},o=(await R.run({days:{entries:[C]}}))?.recordAttendance;d(o?.refused.flatMap(({errors:c})=>c)??[]);for(let c of o?.days??[])t(c,_.recordedCame(N))},T=async()=>{let C={attendanceId:E.id,revision:E.revision},o=(await a.run({absence:C}))?.reportAbsence.attendance;o&&t(o,_.recordedAbsent(N))},l=R.isWaiting||a.isWaiting,V=E.state==="PLANNED"&&!E.presence;return(0,e.jsxs)("li",{className:"day",children:[(0,e.jsxs)("div",{className:"day-when",children:[(0,e.jsx)("span",{className:"strong",children:N}),(0,e.jsx)("span",{className:"quiet small",children:I(E.plannedMinutes)})]}),V?(0,e.jsxs)("div",{className:"row",children:[(0,e.jsx)("button",{type:"button",className:"button first","aria-label":_.cameNamed(N),disabled:l,onClick:()=>{n()},children:_.came}),(0,e.jsx)("button",{type:"button",className:"button","aria-label":_.didNotComeNamed(N),disabled:l,onClick:()=>{T()},children:_.didNotCome})]}):(0,e.jsx)("span",{className:E.presence==="PRESENT"?"tag good":"tag note",children:E.presence==="PRESENT"?_.isHere:_.isAbsent}),(0,e.jsx)(G,{problems:[...R.problems,...a.problems,...i]})]})}var O=A(s(),1);function w(){let{ways:E}=r();return(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(y,{ways:[{path:"/",title:E.today}]}),(0,O.jsxs)(p,{children:[(0,O.jsx)(L,{path:"/",component:b}),(0,O.jsx)(L,{component:u})]})]})}export{w as default};
