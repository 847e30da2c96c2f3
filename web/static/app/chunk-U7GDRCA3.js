import{a as p,b as pe,c as l}from"./chunk-OOJM4CTU.js";var ne=p(i=>{"use strict";var v=Symbol.for("react.transitional.element"),De=Symbol.for("react.portal"),Ie=Symbol.for("react.fragment"),fe=Symbol.for("react.strict_mode"),de=Symbol.for("react.profiler"),me=Symbol.for("react.consumer"),Ce=Symbol.for("react.context"),ye=Symbol.for("react.forward_ref"),ge=Symbol.for("react.suspense"),Le=Symbol.for("react.memo"),j=Symbol.for("react.lazy"),Pe=Symbol.for("react.activity"),Ue=Symbol.for("react.view_transition"),B=Symbol.iterator;function Me(e){return e===null||typeof e!="object"?null:(e=B&&e[B]||e["@@iterator"],typeof e=="function"?e:null)}var q={isMounted:function(){return!1},enqueueForceUpdate:function(){},enqueueReplaceState:function(){},enqueueSetState:function(){}},X=Object.assign,J={};function I(e,t,n){this.props=e,this.context=t,this.refs=J,this.updater=n||q}I.prototype.isReactComponent={};I.prototype.setState=function(e,t){if(typeof e!="object"&&typeof e!="function"&&e!=null)throw Error("takes an object of state variables to update or a function which returns an object of state variables.");this.updater.enqueueSetState(this,e,t,"setState")};I.prototype.forceUpdate=function(e){this.updater.enqueueForceUpdate(this,e,"forceUpdate")};function z(){}z.prototype=I.prototype;function h(e,t,n){this.props=e,this.context=t,this.refs=J,this.updater=n||q}var w=h.prototype=new z;w.constructor=h;X(w,I.prototype);w.isPureReactComponent=!0;var K=Array.isArray;function F(){}var a={H:null,A:null,T:null,S:null},Z=Object.prototype.hasOwnProperty;function G(e,t,n){var r=n.ref;return{$$typeof:v,type:e,key:t,ref:r!==void 0?r:null,props:n}}function Fe(e,t){return G(e.type,t,e.props)}function b(e){return typeof e=="object"&&e!==null&&e.$$typeof===v}function ve(e){var t={"=":"=0",":":"=2"};return"$"+e.replace(/[=:]/g,function(n){return t[n]})}var Q=/\/+/g;function M(e,t){return typeof e=="object"&&e!==null&&e.key!=null?ve(""+e.key):t.toString(36)}function he(e){switch(e.status){case"fulfilled":return e.value;case"rejected":throw e.reason;default:switch(typeof e.status=="string"?e.then(F,F):(e.status="pending",e.then(function(t){e.status==="pending"&&(e.status="fulfilled",e.value=t)},function(t){e.status==="pending"&&(e.status="rejected",e.reason=t)})),e.status){case"fulfilled":return e.value;case"rejected":throw e.reason}}throw e}function D(e,t,n,r,s){var o=typeof e;(o==="undefined"||o==="boolean")&&(e=null);var E=!1;if(e===null)E=!0;else switch(o){case"bigint":case"string":case"number":E=!0;break;case"object":switch(e.$$typeof){case v:case De:E=!0;break;case j:return E=e._init,D(E(e._payload),t,n,r,s)}}if(E)return s=s(e),E=r===""?"."+M(e,0):r,K(s)?(n="",E!=null&&(n=E.replace(Q,"$&/")+"/"),D(s,t,n,"",function(A){return A})):s!=null&&(b(s)&&(s=Fe(s,n+(s.key==null||e&&e.key===s.key?"":(""+s.key).replace(Q,"$&/")+"/")+E)),t.push(s)),1;E=0;var _=r===""?".":r+":";if(K(e))for(var u=0;u<e.length;u++)r=e[u],o=_+M(r,u),E+=D(r,t,n,o,s);else if(u=Me(e),typeof u=="function")for(e=u.call(e),u=0;!(r=e.next()).done;)r=r.value,o=_+M(r,u++),E+=D(r,t,n,o,s);else if(o==="object"){if(typeof e.then=="function")return D(he(e),t,n,r,s);throw t=String(e),Error("Objects are not valid as a React child (found: "+(t==="[object Object]"?"object with keys {"+Object.keys(e).join(", ")+"}":t)+"). If you meant to render a collection of children, use an array instead.")}return E}function g(e,t,n){if(e==null)return e;var r=[],s=0;return D(e,r,"","",function(o){return t.call(n,o,s++)}),r}function we(e){if(e._status===-1){var t=e._result,n=t();n.then(function(r){(e._status===0||e._status===-1)&&(e._status=1,e._result=r,n.status===void 0&&(n.status="fulfilled",n.value=r))},function(r){(e._status===0||e._status===-1)&&(e._status=2,e._result=r,n.status===void 0&&(n.status="rejected",n.reason=r))}),e._status===-1&&(e._status=0,e._result=n)}if(e._status===1)return e._result.default;throw e._result}var $=typeof reportError=="function"?reportError:function(e){if(typeof window=="object"&&typeof window.ErrorEvent=="function"){var t=new window.ErrorEvent("error",{bubbles:!0,cancelable:!0,message:typeof e=="object"&&e!==null&&typeof e.message=="string"?String(e.message):String(e),error:e});if(!window.dispatchEvent(t))return}else if(typeof process=="object"&&typeof process.emit=="function"){process.emit("uncaughtException",e);return}console.error(e)};function ee(e){var t=a.T,n={};n.types=t!==null?t.types:null,a.T=n;try{var r=e(),s=a.S;s!==null&&s(n,r),typeof r=="object"&&r!==null&&typeof r.then=="function"&&r.then(F,$)}catch(o){$(o)}finally{t!==null&&n.types!==null&&(t.types=n.types),a.T=t}}function te(e){var t=a.T;if(t!==null){var n=t.types;n===null?t.types=[e]:n.indexOf(e)===-1&&n.push(e)}else ee(te.bind(null,e))}var Ge={map:g,forEach:function(e,t,n){g(e,function(){t.apply(this,arguments)},n)},count:function(e){var t=0;return g(e,function(){t++}),t},toArray:function(e){return g(e,function(t){return t})||[]},only:function(e){if(!b(e))throw Error("React.Children.only expected to receive a single React element child.");return e}};i.Activity=Pe;i.Children=Ge;i.Component=I;i.Fragment=Ie;i.Profiler=de;i.PureComponent=h;i.StrictMode=fe;i.Suspense=ge;i.ViewTransition=Ue;i.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE=a;i.__COMPILER_RUNTIME={__proto__:null,c:function(e){return a.H.useMemoCache(e)}};i.addTransitionType=te;i.cache=function(e){return function(){return e.apply(null,arguments)}};i.cacheSignal=function(){return null};i.cloneElement=function(e,t,n){if(e==null)throw Error("The argument must be a React element, but you passed "+e+".");var r=X({},e.props),s=e.key;if(t!=null)for(o in t.key!==void 0&&(s=""+t.key),t)!Z.call(t,o)||o==="key"||o==="__self"||o==="__source"||o==="ref"&&t.ref===void 0||(r[o]=t[o]);var o=arguments.length-2;if(o===1)r.children=n;else if(1<o){for(var E=Array(o),_=0;_<o;_++)E[_]=arguments[_+2];r.children=E}return G(e.type,s,r)};i.createContext=function(e){return e={$$typeof:Ce,_currentValue:e,_currentValue2:e,_threadCount:0,Provider:null,Consumer:null},e.Provider=e,e.Consumer={$$typeof:me,_context:e},e};i.createElement=function(e,t,n){var r,s={},o=null;if(t!=null)for(r in t.key!==void 0&&(o=""+t.key),t)Z.call(t,r)&&r!=="key"&&r!=="__self"&&r!=="__source"&&(s[r]=t[r]);var E=arguments.length-2;if(E===1)s.children=n;else if(1<E){for(var _=Array(E),u=0;u<E;u++)_[u]=arguments[u+2];s.children=_}if(e&&e.defaultProps)for(r in E=e.defaultProps,E)s[r]===void 0&&(s[r]=E[r]);return G(e,o,s)};i.createRef=function(){return{current:null}};i.forwardRef=function(e){return{$$typeof:ye,render:e}};i.isValidElement=b;i.lazy=function(e){return{$$typeof:j,_payload:{_status:-1,_result:e},_init:we}};i.memo=function(e,t){return{$$typeof:Le,type:e,compare:t===void 0?null:t}};i.startTransition=ee;i.unstable_useCacheRefresh=function(){return a.H.useCacheRefresh()};i.use=function(e){return a.H.use(e)};i.useActionState=function(e,t,n){return a.H.useActionState(e,t,n)};i.useCallback=function(e,t){return a.H.useCallback(e,t)};i.useContext=function(e){return a.H.useContext(e)};i.useDebugValue=function(){};i.useDeferredValue=function(e,t){return a.H.useDeferredValue(e,t)};i.useEffect=function(e,t){return a.H.useEffect(e,t)};i.useEffectEvent=function(e){return a.H.useEffectEvent(e)};i.useId=function(){return a.H.useId()};i.useImperativeHandle=function(e,t,n){return a.H.useImperativeHandle(e,t,n)};i.useInsertionEffect=function(e,t){return a.H.useInsertionEffect(e,t)};i.useLayoutEffect=function(e,t){return a.H.useLayoutEffect(e,t)};i.useMemo=function(e,t){return a.H.useMemo(e,t)};i.useOptimistic=function(e,t){return a.H.useOptimistic(e,t)};i.useReducer=function(e,t,n){return a.H.useReducer(e,t,n)};i.useRef=function(e){return a.H.useRef(e)};i.useState=function(e){return a.H.useState(e)};i.useSyncExternalStore=function(e,t,n){return a.H.useSyncExternalStore(e,t,n)};i.useTransition=function(){return a.H.useTransition()};i.version="19.3.1"});var m=p((ct,re)=>{"use strict";re.exports=ne()});var oe=p(L=>{"use strict";var be=Symbol.for("react.transitional.element"),Ye=Symbol.for("react.fragment");function se(e,t,n){var r=null;if(n!==void 0&&(r=""+n),t.key!==void 0&&(r=""+t.key),"key"in t){n={};for(var s in t)s!=="key"&&(n[s]=t[s])}else n=t;return t=n.ref,{$$typeof:be,type:e,key:r,ref:t!==void 0?t:null,props:n}}L.Fragment=Ye;L.jsx=se;L.jsxs=se});var R=p((At,Ee)=>{"use strict";Ee.exports=oe()});var ce=p(Re=>{"use strict";var d=m();function st(e,t){return e===t&&(e!==0||1/e===1/t)||e!==e&&t!==t}var ot=typeof Object.is=="function"?Object.is:st,Et=d.useState,it=d.useEffect,at=d.useLayoutEffect,_t=d.useDebugValue;function ut(e,t){var n=t(),r=Et({inst:{value:n,getSnapshot:t}}),s=r[0].inst,o=r[1];return at(function(){s.value=n,s.getSnapshot=t,V(s)&&o({inst:s})},[e,n,t]),it(function(){return V(s)&&o({inst:s}),e(function(){V(s)&&o({inst:s})})},[e]),_t(n),n}function V(e){var t=e.getSnapshot;e=e.value;try{var n=t();return!ot(e,n)}catch{return!0}}function Tt(e,t){return t()}var Ot=typeof window>"u"||typeof window.document>"u"||typeof window.document.createElement>"u"?Tt:ut;Re.useSyncExternalStore=d.useSyncExternalStore!==void 0?d.useSyncExternalStore:Ot});var Nt=p((Ht,Se)=>{"use strict";Se.exports=ce()});var P=l(m(),1),c=l(R(),1),ie=!0;function pt({title:e,lead:t,isReading:n=!1,isQuiet:r=!1,actions:s,children:o}){let E=(0,P.useRef)(null);return(0,P.useEffect)(()=>{document.title=`${e} – Polku`,window.scrollTo(0,0),ie||E.current?.focus(),ie=!1},[e]),(0,c.jsxs)("main",{id:"content",className:n?"main reading":"main",children:[(0,c.jsxs)("div",{className:"main-head",children:[(0,c.jsxs)("div",{className:"row apart",children:[(0,c.jsx)("h1",{ref:E,tabIndex:-1,className:r?"eyebrow":void 0,children:e}),s]}),t?(0,c.jsx)("p",{className:"lead",children:t}):null]}),o]})}var T=l(m(),1);function ae(e,t,n,r){return new Promise(s=>{let o=new XMLHttpRequest;o.open("PUT",e);for(let[E,_]of Object.entries(n))o.setRequestHeader(E,_);o.upload.addEventListener("progress",({loaded:E,total:_})=>r(_?E/_:1)),o.addEventListener("loadend",()=>s({status:o.status,problems:He(o.responseText)})),o.send(t)})}function He(e){try{let{errors:t=[]}=JSON.parse(e);return t.map(({message:n,extensions:r})=>({code:r?.code??"ERROR",message:n}))}catch{return[]}}var Y=class{constructor(t){this.sha256Hash=t}sha256Hash;toString(){return this.sha256Hash}},We=4,xe="application/graphql-response+json, application/json;q=0.9",ke="text/event-stream",Ve=2e3,_e=class{constructor(t,n){this.session=t;this.logInAgain=n}session;logInAgain;running=0;commandedAt=-1/0;speak(t){this.session={...this.session,language:t}}async ask(t,n,r){return this.answer(t,n,1,r)}async command(t,n,r=H()){this.running+=1;try{return await this.answer(t,{...n,key:r},We)}finally{this.running-=1,this.commandedAt=performance.now()}}isCommanding(){return this.running>0||performance.now()-this.commandedAt<Ve}open(t,n,r){return this.post(t,n,r,ke)}async send(t,n,r){for(;;){let{csrfToken:s,language:o}=this.session,E=await ae(t,n,{"x-csrf-token":s,"accept-language":o},r);if(E.status!==401)return E;this.session={...await this.logInAgain(),language:this.session.language}}}async answer(t,n,r,s){for(let o=1;;o+=1){let E=await this.post(t,n,s);if(E?.status===401)this.session={...await this.logInAgain(),language:this.session.language};else{if(E!==null&&E.status!==503)return ue(E);if(o>=r)return E?ue(E):Te(r>1?"OUTCOME_UNKNOWN":"NO_CONNECTION");await new Promise(_=>setTimeout(_,1e3*2**(o-1)))}}}async post(t,n,r,s=xe){let{endpoint:o,csrfToken:E,language:_}=this.session;try{return await fetch(o,{method:"POST",credentials:"same-origin",cache:"no-store",headers:{"content-type":"application/json",accept:s,"polku-language":_,"x-csrf-token":E},body:JSON.stringify({...Be(t),variables:n}),signal:r??null})}catch(u){if(r?.aborted)throw u;return null}}};function H(){return crypto.randomUUID()}function Be(e){return e instanceof Y?{extensions:{persistedQuery:{version:1,sha256Hash:String(e)}}}:{query:String(e)}}function Te(e){return{data:null,problems:[{code:e,message:""}],withheld:[]}}async function ue(e){if(!/\bjson\b/.test(e.headers.get("content-type")??""))return Te(`HTTP_${e.status}`);let{data:t,errors:n=[],extensions:r={}}=await e.json(),s=n.map(o=>({code:o.extensions?.code??"ERROR",message:o.message,path:o.path??null}));return{data:t??null,problems:s,withheld:r.redacted??[]}}var W={};pe(W,{ChoiceTitlesDocument:()=>je,FollowChangesDocument:()=>Ke,OfferedDocument:()=>Qe,ServiceTitlesDocument:()=>Xe,TermTitlesDocument:()=>qe,TypeTitlesDocument:()=>$e,TypedDocumentString:()=>O,WhoAmIDocument:()=>Je});var O=class extends String{__apiType;value;__meta__;constructor(t,n){super(t),this.value=t,this.__meta__=n}toString(){return this.value}},Ke=new O(`
    subscription FollowChanges($types: [String!], $since: String) {
  changed(types: $types, since: $since) {
    kind
    type
    cursor
  }
}
    `),Qe=new O(`
    query Offered($type: String!, $id: ID!) {
  contentType(name: $type, id: $id) {
    transitions {
      name
      titles {
        fi
        sv
        en
      }
      offered
      reason
      sentence
      commentRequired
      reasonVocabulary
      dated
    }
  }
}
    `),$e=new O(`
    query TypeTitles($name: String!) {
  contentType(name: $name) {
    titles {
      fi
      sv
      en
    }
    fields {
      name
      relation
      titles {
        fi
        sv
        en
      }
    }
    states {
      name
      titles {
        fi
        sv
        en
      }
    }
    transitions {
      name
      titles {
        fi
        sv
        en
      }
    }
  }
}
    `),je=new O(`
    query ChoiceTitles($name: String!) {
  __type(name: $name) {
    enumValues {
      name
      description
    }
  }
}
    `),qe=new O(`
    query TermTitles($vocabulary: String!) {
  terms(filter: {vocabulary: {eq: $vocabulary}}, first: 200) {
    nodes {
      token
      titleFi
      titleSv
      titleEn
      position
    }
  }
}
    `),Xe=new O(`
    query ServiceTitles {
  serviceTypes(first: 200) {
    nodes {
      code
      titleFi
      titleSv
      titleEn
    }
  }
}
    `),Je=new O(`
    query WhoAmI {
  viewer {
    name
    kind
    roles {
      role
    }
    staffMemberId
    clientId
    agencyId
  }
}
    `);var ze=new Set(Object.values(W)),x="",k=new Set;function Oe(e){let t=window.location.pathname;t!==x&&(k=new Set),x=t,ze.has(e)||k.add(e)}async function mt(){let e=x===window.location.pathname?await Promise.all([...k].map(Ze)):[];return`/graphiql?${new URLSearchParams(e.map(t=>["document",t]))}`}async function Ze(e){let t=String(e);if(/^[0-9a-f]{64}$/.test(t))return t;let n=await crypto.subtle.digest("SHA-256",new TextEncoder().encode(t));return[...new Uint8Array(n)].map(r=>r.toString(16).padStart(2,"0")).join("")}var Ne=(0,T.createContext)(null),Lt=Ne;function f(){let e=(0,T.use)(Ne);if(e===null)throw new Error("A part of a page stands outside of the frame.");return e}function Pt(e,t){let{service:n,language:r}=f(),[s,o]=(0,T.useState)(null),[E,_]=(0,T.useState)(!0),[u,A]=(0,T.useState)(0),C=JSON.stringify(t);return(0,T.useEffect)(()=>{let y=new AbortController;return _(!0),Oe(e),n.ask(e,JSON.parse(C),y.signal).then(Ae=>{o({named:C,answer:Ae}),_(!1)}).catch(()=>{}),()=>y.abort()},[n,e,C,u,r]),{answer:s?.named===C?s.answer:null,isWaiting:E,again:(0,T.useCallback)(()=>A(y=>y+1),[])}}function et(){let{service:e}=f(),t=(0,T.useRef)(null);return async(n,r)=>{let s=JSON.stringify(r);t.current?.named!==s&&(t.current={named:s,key:H()});let o=await e.command(n,r,t.current.key);return o.problems.some(({code:E})=>E==="OUTCOME_UNKNOWN")||(t.current=null),o}}function Ut(e){let t=et(),[n,r]=(0,T.useState)([]),[s,o]=(0,T.useState)(!1);return{run:async _=>{o(!0);let u=await t(e,_),A=[...u.problems,...tt(u.data)];return r(A),o(!1),A.length?null:u.data},problems:n,isWaiting:s,forget:(0,T.useCallback)(()=>r([]),[])}}function tt(e){return Object.values(e??{}).flatMap(t=>t?.errors??[])}var U=l(m(),1);var S=l(R(),1);function le({problems:e,inputs:t={}}){let{words:n}=f(),r=(0,U.useRef)(null);return(0,U.useEffect)(()=>{e.length&&r.current?.focus()},[e]),e.length?(0,S.jsxs)("section",{ref:r,className:"notice bad",role:"alert",tabIndex:-1,"aria-labelledby":"problems-title",children:[(0,S.jsx)("h2",{id:"problems-title",children:n.problems}),(0,S.jsx)("ul",{className:"stack",children:e.map((s,o)=>(0,S.jsx)("li",{children:nt(rt(s,n.failures),t[String(s.path?.at(-1))])},o))})]}):null}function nt(e,t){return t?(0,S.jsx)("a",{href:`#${t}`,children:e}):e}function rt(e,t){return e.message||t[e.code]||t.OTHER||e.code}var N=l(R(),1);function Gt({look:e,children:t}){let{words:n}=f(),{answer:r,isWaiting:s,again:o}=e;return r===null?(0,N.jsx)("p",{className:"waiting",children:n.loading}):(0,N.jsxs)(N.Fragment,{children:[r.problems.length?(0,N.jsxs)("div",{className:"stack",children:[(0,N.jsx)(le,{problems:r.problems}),(0,N.jsx)("div",{children:(0,N.jsx)("button",{type:"button",className:"button",onClick:o,disabled:s,children:n.tryAgain})})]}):null,r.data===null?null:t(r.data)]})}export{m as a,Nt as b,Y as c,_e as d,H as e,Ke as f,Qe as g,$e as h,je as i,qe as j,Xe as k,Je as l,R as m,pt as n,Oe as o,mt as p,Lt as q,f as r,Pt as s,et as t,Ut as u,tt as v,le as w,rt as x,Gt as y};
