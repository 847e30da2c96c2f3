import{a as v}from"./chunk-QGEU4QUA.js";import{a as $}from"./chunk-YN7IE3UH.js";import{a as Q}from"./chunk-BD5XFSQB.js";import{a as w}from"./chunk-IZIB4NHY.js";import"./chunk-C2DEZCXQ.js";import{a as B}from"./chunk-67VDBY7N.js";import{d as P}from"./chunk-TB33MUXH.js";import"./chunk-GUMMT2R6.js";import"./chunk-2LRJ5ZYH.js";import{a as J,b as Y}from"./chunk-WXNGTF3I.js";import"./chunk-7TEWRZEF.js";import{a as k,c as d,d as X,e as j}from"./chunk-4I5MRB74.js";import{e as M,f as F,g as x}from"./chunk-X3MLX2GW.js";import{a as K,m as p,n as y,r as C,s as U,u as G,w as q,y as h}from"./chunk-U7GDRCA3.js";import{c as R}from"./chunk-OOJM4CTU.js";var c=class extends String{__apiType;value;__meta__;constructor(t,r){super(t),this.value=t,this.__meta__=r}toString(){return this.value}},Z=new c(`
    mutation DecideProposal($step: TransitionProposalInput!, $key: String!) {
  transitionProposal(input: $step, idempotencyKey: $key) {
    proposal {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),z=new c(`
    query OwnReferrals($after: String) {
  referrals(orderBy: MODIFIED_AT_DESC, first: 20, after: $after) {
    nodes {
      id
      revision
      state
      modifiedAt
      receivedAt
      firstNames
      lastName
      programmes(first: 2) {
        nodes {
          state
          startsOn
          endsOn
        }
      }
      history {
        at
        action
        comment
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),ee=new c(`
    mutation DecideReferral($step: TransitionReferralInput!, $key: String!) {
  transitionReferral(input: $step, idempotencyKey: $key) {
    referral {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),te=new c(`
    query ReferralChoices {
  units(filter: {state: {eq: ACTIVE}}, first: 100) {
    nodes {
      id
      name
    }
  }
  serviceTypes(filter: {state: {eq: ACTIVE}}, first: 100) {
    nodes {
      code
      titleFi
      titleSv
      titleEn
    }
  }
}
    `),re=new c(`
    mutation WriteReferral($referral: CreateReferralInput!, $key: String!) {
  createReferral(input: $referral, idempotencyKey: $key) {
    referral {
      id
      revision
      state
    }
    errors {
      code
      path
      message
    }
  }
}
    `),ne=new c(`
    mutation SendReferral($step: TransitionReferralInput!, $key: String!) {
  transitionReferral(input: $step, idempotencyKey: $key) {
    referral {
      id
      revision
      state
    }
    errors {
      code
      path
      message
    }
  }
}
    `),ae=new c(`
    query PaatostaOdottavat($odottavat: [ProposalState!]) {
  proposals(filter: {state: {in: $odottavat}}, first: 20) {
    nodes {
      id
      revision
      kind
      state
      text
      startsOn
      endsOn
      daysPerWeek
      endReason
      sentAt
      referral {
        lastName
        decisionReference
      }
      history {
        at
        action
        actorName
        comment
      }
    }
  }
}
    `);var pe={ways:{referrals:"Lähetteet",proposals:"Ehdotukset",newReferral:"Uusi lähete"},referralsLead:"Oman organisaatiosi lähetteet, viimeksi muuttuneet ensin. Tila on ajan tasalla ilman puhelinsoittoa.",noReferrals:"Organisaatiollasi ei ole lähetteitä.",person:"Kenestä",changed:"Muuttunut",received:"Vastaanotettu",programme:"Valmennusjakso",question:"Yksikkö kysyy",open:"Avaa lähete",more:"Näytä lisää",latest:"Takaisin uusimpiin",write:"Kirjoita lähete",newLead:"Lähete on luonnos, jonka vain organisaatiosi näkee, kunnes lähetät sen.",whom:"Kenet lähetät",whatFor:"Mihin",onWhat:"Millä perusteella",unit:"Yksikkö",wholeNumber:"Kirjoita kokonaisluku, esimerkiksi 3.",continue:"Jatka tarkistukseen",review:"Tarkista ennen lähettämistä",reviewLead:"Nämä tiedot näkyvät yksikölle, kun lähetät lähetteen. Jokaisesta katselusta jää merkintä, jonka henkilö voi nähdä.",back:"Palaa muokkaamaan",send:"Lähetä lähete",sent:"Lähete on lähetetty.",toReferrals:"Lähetteisiin",proposalsLead:"Ehdotukset, jotka odottavat organisaatiosi päätöstä.",noProposals:"Päätöstä odottavia ehdotuksia ei ole.",actions:{CREATE:"ehdotus luotu",UPDATE:"ehdotusta muutettu",RESTORE:"aiempi versio palautettu"},history:"Mitä on tapahtunut",period:"Aika"},Ae={ways:{referrals:"Remisser",proposals:"Förslag",newReferral:"Ny remiss"},referralsLead:"Din organisations remisser, de senast ändrade först. Läget är aktuellt utan telefonsamtal.",noReferrals:"Din organisation har inga remisser.",person:"Vem",changed:"Ändrad",received:"Mottagen",programme:"Träningsperiod",question:"Enheten frågar",open:"Öppna remissen",more:"Visa fler",latest:"Tillbaka till de senaste",write:"Skriv en remiss",newLead:"Remissen är ett utkast som bara din organisation ser tills du skickar den.",whom:"Vem du remitterar",whatFor:"Till vad",onWhat:"På vilken grund",unit:"Enhet",wholeNumber:"Skriv ett heltal, till exempel 3.",continue:"Fortsätt till granskning",review:"Granska innan du skickar",reviewLead:"Enheten ser dessa uppgifter när du skickar remissen. Varje titt lämnar ett spår som personen kan se.",back:"Tillbaka till formuläret",send:"Skicka remissen",sent:"Remissen är skickad.",toReferrals:"Till remisserna",proposalsLead:"Förslag som väntar på din organisations beslut.",noProposals:"Inga förslag väntar på beslut.",actions:{CREATE:"förslaget gjordes",UPDATE:"förslaget ändrades",RESTORE:"en tidigare version återställdes"},history:"Vad som har hänt",period:"Tid"},me={ways:{referrals:"Referrals",proposals:"Proposals",newReferral:"New referral"},referralsLead:"Referrals of your organisation, last changed first. The state is current without a phone call.",noReferrals:"Your organisation has no referrals.",person:"Who",changed:"Changed",received:"Received",programme:"Programme",question:"The unit asks",open:"Open the referral",more:"Show more",latest:"Back to the latest",write:"Write a referral",newLead:"The referral is a draft that your organisation alone sees, until you send it.",whom:"Whom you refer",whatFor:"What for",onWhat:"On what basis",unit:"Unit",wholeNumber:"Write a whole number, such as 3.",continue:"Go on to the review",review:"Review before you send",reviewLead:"The unit sees this when you send the referral. Every look leaves a record that the person may see.",back:"Back to the form",send:"Send the referral",sent:"The referral is sent.",toReferrals:"To the referrals",proposalsLead:"Proposals that wait for your organisation’s decision.",noProposals:"No proposals wait for a decision.",actions:{CREATE:"proposal made",UPDATE:"proposal changed",RESTORE:"earlier version restored"},history:"What has happened",period:"Period"};function O(){return{fi:pe,sv:Ae,en:me}[C().language]}var _=R(p(),1);function oe(){let e=O(),t=U(ae,{odottavat:["SENT","ASKED"]});return(0,_.jsxs)(y,{title:e.ways.proposals,lead:e.proposalsLead,isReading:!0,children:[(0,_.jsx)(v,{types:["Proposal"],show:t.again}),(0,_.jsx)(h,{look:t,children:({proposals:r})=>r?.nodes.length?(0,_.jsx)("ul",{className:"cards",children:r.nodes.map(a=>(0,_.jsx)(Ie,{proposal:a,again:t.again},a.id))}):(0,_.jsx)("p",{className:"card quiet",children:e.noProposals})})]})}function Ie({proposal:e,again:t}){let r=O(),{whole:a}=P(),n=d("ofChoice","ProposalKind"),o=d("ofType","Proposal"),E=[n(e.kind),e.referral?.lastName].filter(Boolean).join(", ");return(0,_.jsxs)("li",{className:"card",children:[(0,_.jsxs)("div",{className:"row apart",children:[(0,_.jsx)("h2",{children:E}),(0,_.jsx)("span",{className:"tag note",children:o(e.state)})]}),e.startsOn||e.endsOn?(0,_.jsxs)("p",{children:[r.period,": ",a(e.startsOn)," – ",a(e.endsOn)]}):null,(0,_.jsx)("p",{children:e.text}),(0,_.jsx)(De,{proposal:e}),(0,_.jsx)("div",{children:(0,_.jsx)(w,{type:"Proposal",document:Z,object:e,about:E,onDone:t})})]})}function De({proposal:e}){let t=O(),{moment:r}=P(),a=d("ofType","Proposal");return e.history?.length?(0,_.jsxs)("details",{className:"small",children:[(0,_.jsx)("summary",{children:t.history}),(0,_.jsx)("ul",{className:"stack",children:e.history.map((n,o)=>(0,_.jsxs)("li",{children:[r(n.at)," ",n.actorName,": ",t.actions[n.action]??a(n.action),n.comment?` – ${n.comment}`:""]},o))})]}):null}var g=R(K(),1);var W={unitId:"",firstNames:"",lastName:"",phone:"",email:"",serviceCode:"",goals:"",background:"",planKind:"",planReference:"",wantedStartOn:"",daysPerWeek:"",minutesPerDay:"",basis:"CONSENT",statute:"",consentGivenOn:""},se=new Set(["daysPerWeek","minutesPerDay"]);function ie(e){return b(e).filter(t=>se.has(t)&&!/^[1-9]\d{0,3}$/.test(e[t].trim()))}function b(e){return Object.keys(e).filter(t=>e[t].trim()!=="")}function Ee(e){let t=b(e).map(r=>[r,se.has(r)?Number(e[r]):e[r].trim()]);return{safetyRestriction:!1,...Object.fromEntries(t)}}var N=R(p(),1);function le({written:e,choices:t,onChange:r,onDone:a}){let n=O(),{language:o}=C(),E=d("ofType","Referral"),l=T=>S=>r({...e,[T]:S}),i=(T,S="text",L=!1)=>(0,N.jsx)(J,{id:T,title:E(T),kind:S,value:e[T],isRequired:L,onChange:l(T)});return(0,N.jsxs)("form",{className:"stack-large",onSubmit:T=>{T.preventDefault(),a()},children:[(0,N.jsxs)("fieldset",{className:"card",children:[(0,N.jsx)("legend",{children:n.whom}),i("firstNames","text",!0),i("lastName","text",!0),i("phone"),i("email")]}),(0,N.jsxs)("fieldset",{className:"card",children:[(0,N.jsx)("legend",{children:n.whatFor}),(0,N.jsx)(Y,{id:"unitId",title:n.unit,options:t.units.map(({id:T,name:S})=>[T,S]),value:e.unitId,isRequired:!0,onChange:l("unitId")}),(0,N.jsx)(Y,{id:"serviceCode",title:E("serviceCode"),options:t.services.map(T=>[T.code,k(T,o)]),value:e.serviceCode,isRequired:!0,onChange:l("serviceCode")}),i("goals","long",!0),i("background","long"),i("wantedStartOn","date"),i("daysPerWeek","number"),i("minutesPerDay","number"),(0,N.jsx)(B,{label:E("planKind"),titles:"plan_kind",kind:"ofTerms",value:e.planKind,onChange:l("planKind")}),i("planReference")]}),(0,N.jsxs)("fieldset",{className:"card",children:[(0,N.jsx)("legend",{children:n.onWhat}),(0,N.jsx)(B,{label:E("basis"),titles:"Basis",value:e.basis,onChange:T=>l("basis")(T)}),e.basis==="CONSENT"?i("consentGivenOn","date",!0):i("statute","text",!0)]}),(0,N.jsx)("div",{children:(0,N.jsx)("button",{type:"submit",className:"button first",children:n.continue})})]})}var u=R(p(),1);function _e({written:e,choices:t,isWaiting:r,draftId:a,onBack:n,onSend:o}){let E=O(),{language:l}=C(),{whole:i}=P(),I=d("ofType","Referral"),T=d("ofChoice","Basis"),S=d("ofTerms","plan_kind"),L={unitId:t.units.find(({id:A})=>A===e.unitId)?.name??"",serviceCode:k(t.services.find(({code:A})=>A===e.serviceCode),l),basis:T(e.basis),planKind:S(e.planKind),wantedStartOn:i(e.wantedStartOn),consentGivenOn:i(e.consentGivenOn)};return(0,u.jsxs)(u.Fragment,{children:[(0,u.jsx)("dl",{className:"card facts",children:b(e).map(A=>(0,u.jsxs)("div",{className:"fact",children:[(0,u.jsx)("dt",{children:A==="unitId"?E.unit:I(A)}),(0,u.jsx)("dd",{children:L[A]??e[A].trim()})]},A))}),(0,u.jsxs)("div",{className:"row",children:[(0,u.jsx)("button",{type:"button",className:"button first",disabled:r,onClick:o,children:E.send}),a?(0,u.jsx)(F,{className:"button",href:`~/desk/content/Referral/${a}`,children:E.open}):(0,u.jsx)("button",{type:"button",className:"button",onClick:n,children:E.back})]})]})}var f=R(p(),1),ce=Object.fromEntries(Object.keys(W).map(e=>[e,e]));function Te(){let e=O(),{announce:t}=C(),r=U(te,{}),[a,n]=(0,g.useState)(W),[o,E]=(0,g.useState)("write"),[l,i]=(0,g.useState)(null),[I,T]=(0,g.useState)([]),S=G(re),L=G(ne),A=fe(I,S.problems,L.problems),Re=()=>{S.forget();let D=ie(a);T(D),D.length||E("review")};j(a!==W&&o!=="sent"&&!l);let de=async()=>{let D=l??(await S.run({referral:Ee(a)}))?.createReferral.referral;!D||(i(D),!(await L.run({step:{id:D.id,revision:D.revision,transition:"SUBMIT"}}))?.transitionReferral.referral)||(E("sent"),t(e.sent))},ue={write:e.ways.newReferral,review:e.review,sent:e.sent},Se={write:e.newLead,review:e.reviewLead,sent:""};return(0,f.jsxs)(y,{title:ue[o],lead:Se[o],isReading:!0,children:[(0,f.jsx)(q,{problems:A,inputs:o==="write"?ce:{}}),(0,f.jsx)(h,{look:r,children:({units:D,serviceTypes:H})=>{let V={units:D?.nodes??[],services:H?.nodes??[]};return o==="write"?(0,f.jsx)(le,{written:a,choices:V,onChange:n,onDone:Re}):o==="review"?(0,f.jsx)(_e,{written:a,choices:V,isWaiting:S.isWaiting||L.isWaiting,draftId:l?.id,onBack:()=>E("write"),onSend:()=>{de()}}):(0,f.jsx)("p",{children:(0,f.jsx)("a",{className:"button",href:"/desk/official",children:e.toReferrals})})}})]})}function fe(e,t,r){let{unit:a,wholeNumber:n}=O(),o=X("ofType","Referral");return(0,g.useMemo)(()=>[...e.map(l=>({code:"NOT_A_NUMBER",message:n,path:[l]})),...t,...r].map(l=>{let i=String(l.path?.at(-1)),I=i in W?i==="unitId"?a:o?.get(i):"";return I&&l.message?{...l,message:`${I}: ${l.message}`}:l}),[e,t,r,o,a,n])}var Oe=R(K(),1);var s=R(p(),1),Ce=new Set(["STARTED","REJECTED","EXPIRED","NO_SHOW","WITHDRAWN","CLOSED"]);function Ne(){let e=O(),[t,r]=(0,Oe.useState)(null),a=U(z,{after:t}),n=(0,s.jsx)(F,{className:"button first",href:"/new",children:e.write});return(0,s.jsxs)(y,{title:e.ways.referrals,lead:e.referralsLead,actions:n,children:[(0,s.jsx)(v,{types:["Referral"],show:a.again}),(0,s.jsx)(h,{look:a,children:({referrals:o})=>(0,s.jsxs)(s.Fragment,{children:[o?.nodes.length?(0,s.jsx)("ul",{className:"cards",children:o.nodes.map(E=>(0,s.jsx)(Pe,{referral:E,again:a.again},E.id))}):(0,s.jsx)("p",{className:"card quiet",children:e.noReferrals}),(0,s.jsxs)("div",{className:"row",children:[o?.pageInfo.hasNextPage?(0,s.jsx)("button",{type:"button",className:"button",onClick:()=>r(o.pageInfo.endCursor??null),children:e.more}):null,t?(0,s.jsx)("button",{type:"button",className:"button",onClick:()=>r(null),children:e.latest}):null]})]})})]})}function Pe({referral:e,again:t}){let r=O(),{whole:a,moment:n}=P(),o=d("ofType","Referral"),E=d("ofType","Programme"),l=[e.firstNames,e.lastName].filter(Boolean).join(" ");return(0,s.jsxs)("li",{className:"card",children:[(0,s.jsxs)("div",{className:"row apart",children:[(0,s.jsx)("h2",{children:l||"–"}),(0,s.jsx)("span",{className:"tag note",children:o(e.state)})]}),(0,s.jsxs)("p",{className:"quiet small",children:[r.changed," ",n(e.modifiedAt),e.receivedAt?` · ${r.received} ${n(e.receivedAt)}`:""]}),e.programmes?.nodes.map((i,I)=>(0,s.jsxs)("p",{children:[r.programme,": ",E(i.state),", ",a(i.startsOn)," – ",a(i.endsOn)]},I)),(0,s.jsx)(Le,{referral:e}),(0,s.jsxs)("div",{className:"row",children:[(0,s.jsx)(F,{className:"button",href:`~/desk/content/Referral/${e.id}`,"aria-label":`${r.open}: ${l||"–"}`,children:r.open}),Ce.has(e.state)?null:(0,s.jsx)(w,{type:"Referral",document:ee,object:e,about:l,onDone:t})]})]})}function Le({referral:e}){let t=O(),{moment:r}=P();if(e.state!=="INFO_REQUESTED")return null;let n=(e.history?.filter(({action:o})=>o==="REQUEST_INFO")??[]).sort((o,E)=>o.at.localeCompare(E.at)).at(-1);return n?.comment?(0,s.jsxs)("div",{className:"notice",children:[(0,s.jsxs)("p",{children:[t.question," (",r(n.at),"):"]}),(0,s.jsx)("p",{className:"pre",children:n.comment})]}):null}var m=R(p(),1);function ge(){let{ways:e}=O();return(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)($,{ways:[{path:"/",title:e.referrals},{path:"/new",title:e.newReferral},{path:"/proposals",title:e.proposals}]}),(0,m.jsxs)(x,{children:[(0,m.jsx)(M,{path:"/",component:Ne}),(0,m.jsx)(M,{path:"/new",component:Te}),(0,m.jsx)(M,{path:"/proposals",component:oe}),(0,m.jsx)(M,{component:Q})]})]})}export{ge as default};
