import{a as D,b as Ae,c as l}from"./chunk-OOJM4CTU.js";var ne=D(E=>{"use strict";var v=Symbol.for("react.transitional.element"),De=Symbol.for("react.portal"),Ie=Symbol.for("react.fragment"),fe=Symbol.for("react.strict_mode"),pe=Symbol.for("react.profiler"),de=Symbol.for("react.consumer"),me=Symbol.for("react.context"),Ce=Symbol.for("react.forward_ref"),ye=Symbol.for("react.suspense"),ge=Symbol.for("react.memo"),j=Symbol.for("react.lazy"),Le=Symbol.for("react.activity"),Pe=Symbol.for("react.view_transition"),B=Symbol.iterator;function Ue(e){return e===null||typeof e!="object"?null:(e=B&&e[B]||e["@@iterator"],typeof e=="function"?e:null)}var q={isMounted:function(){return!1},enqueueForceUpdate:function(){},enqueueReplaceState:function(){},enqueueSetState:function(){}},X=Object.assign,J={};function f(e,t,n){this.props=e,this.context=t,this.refs=J,this.updater=n||q}f.prototype.isReactComponent={};f.prototype.setState=function(e,t){if(typeof e!="object"&&typeof e!="function"&&e!=null)throw Error("takes an object of state variables to update or a function which returns an object of state variables.");this.updater.enqueueSetState(this,e,t,"setState")};f.prototype.forceUpdate=function(e){this.updater.enqueueForceUpdate(this,e,"forceUpdate")};function z(){}z.prototype=f.prototype;function h(e,t,n){this.props=e,this.context=t,this.refs=J,this.updater=n||q}var w=h.prototype=new z;w.constructor=h;X(w,f.prototype);w.isPureReactComponent=!0;var K=Array.isArray;function F(){}var a={H:null,A:null,T:null,S:null},Z=Object.prototype.hasOwnProperty;function G(e,t,n){var r=n.ref;return{$$typeof:v,type:e,key:t,ref:r!==void 0?r:null,props:n}}function Me(e,t){return G(e.type,t,e.props)}function Y(e){return typeof e=="object"&&e!==null&&e.$$typeof===v}function Fe(e){var t={"=":"=0",":":"=2"};return"$"+e.replace(/[=:]/g,function(n){return t[n]})}var Q=/\/+/g;function M(e,t){return typeof e=="object"&&e!==null&&e.key!=null?Fe(""+e.key):t.toString(36)}function ve(e){switch(e.status){case"fulfilled":return e.value;case"rejected":throw e.reason;default:switch(typeof e.status=="string"?e.then(F,F):(e.status="pending",e.then(function(t){e.status==="pending"&&(e.status="fulfilled",e.value=t)},function(t){e.status==="pending"&&(e.status="rejected",e.reason=t)})),e.status){case"fulfilled":return e.value;case"rejected":throw e.reason}}throw e}function I(e,t,n,r,s){var o=typeof e;(o==="undefined"||o==="boolean")&&(e=null);var i=!1;if(e===null)i=!0;else switch(o){case"bigint":case"string":case"number":i=!0;break;case"object":switch(e.$$typeof){case v:case De:i=!0;break;case j:return i=e._init,I(i(e._payload),t,n,r,s)}}if(i)return s=s(e),i=r===""?"."+M(e,0):r,K(s)?(n="",i!=null&&(n=i.replace(Q,"$&/")+"/"),I(s,t,n,"",function(A){return A})):s!=null&&(Y(s)&&(s=Me(s,n+(s.key==null||e&&e.key===s.key?"":(""+s.key).replace(Q,"$&/")+"/")+i)),t.push(s)),1;i=0;var u=r===""?".":r+":";if(K(e))for(var _=0;_<e.length;_++)r=e[_],o=u+M(r,_),i+=I(r,t,n,o,s);else if(_=Ue(e),typeof _=="function")for(e=_.call(e),_=0;!(r=e.next()).done;)r=r.value,o=u+M(r,_++),i+=I(r,t,n,o,s);else if(o==="object"){if(typeof e.then=="function")return I(ve(e),t,n,r,s);throw t=String(e),Error("Objects are not valid as a React child (found: "+(t==="[object Object]"?"object with keys {"+Object.keys(e).join(", ")+"}":t)+"). If you meant to render a collection of children, use an array instead.")}return i}function g(e,t,n){if(e==null)return e;var r=[],s=0;return I(e,r,"","",function(o){return t.call(n,o,s++)}),r}function he(e){if(e._status===-1){var t=e._result,n=t();n.then(function(r){(e._status===0||e._status===-1)&&(e._status=1,e._result=r,n.status===void 0&&(n.status="fulfilled",n.value=r))},function(r){(e._status===0||e._status===-1)&&(e._status=2,e._result=r,n.status===void 0&&(n.status="rejected",n.reason=r))}),e._status===-1&&(e._status=0,e._result=n)}if(e._status===1)return e._result.default;throw e._result}var $=typeof reportError=="function"?reportError:function(e){if(typeof window=="object"&&typeof window.ErrorEvent=="function"){var t=new window.ErrorEvent("error",{bubbles:!0,cancelable:!0,message:typeof e=="object"&&e!==null&&typeof e.message=="string"?String(e.message):String(e),error:e});if(!window.dispatchEvent(t))return}else if(typeof process=="object"&&typeof process.emit=="function"){process.emit("uncaughtException",e);return}console.error(e)};function ee(e){var t=a.T,n={};n.types=t!==null?t.types:null,a.T=n;try{var r=e(),s=a.S;s!==null&&s(n,r),typeof r=="object"&&r!==null&&typeof r.then=="function"&&r.then(F,$)}catch(o){$(o)}finally{t!==null&&n.types!==null&&(t.types=n.types),a.T=t}}function te(e){var t=a.T;if(t!==null){var n=t.types;n===null?t.types=[e]:n.indexOf(e)===-1&&n.push(e)}else ee(te.bind(null,e))}var we={map:g,forEach:function(e,t,n){g(e,function(){t.apply(this,arguments)},n)},count:function(e){var t=0;return g(e,function(){t++}),t},toArray:function(e){return g(e,function(t){return t})||[]},only:function(e){if(!Y(e))throw Error("React.Children.only expected to receive a single React element child.");return e}};E.Activity=Le;E.Children=we;E.Component=f;E.Fragment=Ie;E.Profiler=pe;E.PureComponent=h;E.StrictMode=fe;E.Suspense=ye;E.ViewTransition=Pe;E.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE=a;E.__COMPILER_RUNTIME={__proto__:null,c:function(e){return a.H.useMemoCache(e)}};E.addTransitionType=te;E.cache=function(e){return function(){return e.apply(null,arguments)}};E.cacheSignal=function(){return null};E.cloneElement=function(e,t,n){if(e==null)throw Error("The argument must be a React element, but you passed "+e+".");var r=X({},e.props),s=e.key;if(t!=null)for(o in t.key!==void 0&&(s=""+t.key),t)!Z.call(t,o)||o==="key"||o==="__self"||o==="__source"||o==="ref"&&t.ref===void 0||(r[o]=t[o]);var o=arguments.length-2;if(o===1)r.children=n;else if(1<o){for(var i=Array(o),u=0;u<o;u++)i[u]=arguments[u+2];r.children=i}return G(e.type,s,r)};E.createContext=function(e){return e={$$typeof:me,_currentValue:e,_currentValue2:e,_threadCount:0,Provider:null,Consumer:null},e.Provider=e,e.Consumer={$$typeof:de,_context:e},e};E.createElement=function(e,t,n){var r,s={},o=null;if(t!=null)for(r in t.key!==void 0&&(o=""+t.key),t)Z.call(t,r)&&r!=="key"&&r!=="__self"&&r!=="__source"&&(s[r]=t[r]);var i=arguments.length-2;if(i===1)s.children=n;else if(1<i){for(var u=Array(i),_=0;_<i;_++)u[_]=arguments[_+2];s.children=u}if(e&&e.defaultProps)for(r in i=e.defaultProps,i)s[r]===void 0&&(s[r]=i[r]);return G(e,o,s)};E.createRef=function(){return{current:null}};E.forwardRef=function(e){return{$$typeof:Ce,render:e}};E.isValidElement=Y;E.lazy=function(e){return{$$typeof:j,_payload:{_status:-1,_result:e},_init:he}};E.memo=function(e,t){return{$$typeof:ge,type:e,compare:t===void 0?null:t}};E.startTransition=ee;E.unstable_useCacheRefresh=function(){return a.H.useCacheRefresh()};E.use=function(e){return a.H.use(e)};E.useActionState=function(e,t,n){return a.H.useActionState(e,t,n)};E.useCallback=function(e,t){return a.H.useCallback(e,t)};E.useContext=function(e){return a.H.useContext(e)};E.useDebugValue=function(){};E.useDeferredValue=function(e,t){return a.H.useDeferredValue(e,t)};E.useEffect=function(e,t){return a.H.useEffect(e,t)};E.useEffectEvent=function(e){return a.H.useEffectEvent(e)};E.useId=function(){return a.H.useId()};E.useImperativeHandle=function(e,t,n){return a.H.useImperativeHandle(e,t,n)};E.useInsertionEffect=function(e,t){return a.H.useInsertionEffect(e,t)};E.useLayoutEffect=function(e,t){return a.H.useLayoutEffect(e,t)};E.useMemo=function(e,t){return a.H.useMemo(e,t)};E.useOptimistic=function(e,t){return a.H.useOptimistic(e,t)};E.useReducer=function(e,t,n){return a.H.useReducer(e,t,n)};E.useRef=function(e){return a.H.useRef(e)};E.useState=function(e){return a.H.useState(e)};E.useSyncExternalStore=function(e,t,n){return a.H.useSyncExternalStore(e,t,n)};E.useTransition=function(){return a.H.useTransition()};E.version="19.3.1"});var m=D((lt,re)=>{"use strict";re.exports=ne()});var oe=D(L=>{"use strict";var Ge=Symbol.for("react.transitional.element"),Ye=Symbol.for("react.fragment");function se(e,t,n){var r=null;if(n!==void 0&&(r=""+n),t.key!==void 0&&(r=""+t.key),"key"in t){n={};for(var s in t)s!=="key"&&(n[s]=t[s])}else n=t;return t=n.ref,{$$typeof:Ge,type:e,key:r,ref:t!==void 0?t:null,props:n}}L.Fragment=Ye;L.jsx=se;L.jsxs=se});var R=D((St,Ee)=>{"use strict";Ee.exports=oe()});var Re=D(le=>{"use strict";var d=m();function nt(e,t){return e===t&&(e!==0||1/e===1/t)||e!==e&&t!==t}var rt=typeof Object.is=="function"?Object.is:nt,st=d.useState,ot=d.useEffect,Et=d.useLayoutEffect,it=d.useDebugValue;function at(e,t){var n=t(),r=st({inst:{value:n,getSnapshot:t}}),s=r[0].inst,o=r[1];return Et(function(){s.value=n,s.getSnapshot=t,k(s)&&o({inst:s})},[e,n,t]),ot(function(){return k(s)&&o({inst:s}),e(function(){k(s)&&o({inst:s})})},[e]),it(n),n}function k(e){var t=e.getSnapshot;e=e.value;try{var n=t();return!rt(e,n)}catch{return!0}}function _t(e,t){return t()}var ut=typeof window>"u"||typeof window.document>"u"||typeof window.document.createElement>"u"?_t:at;le.useSyncExternalStore=d.useSyncExternalStore!==void 0?d.useSyncExternalStore:ut});var Tt=D((wt,Se)=>{"use strict";Se.exports=Re()});var P=l(m(),1),S=l(R(),1),ie=!0;function ct({title:e,lead:t,isReading:n=!1,isQuiet:r=!1,actions:s,children:o}){let i=(0,P.useRef)(null);return(0,P.useEffect)(()=>{document.title=`${e} – Polku`,window.scrollTo(0,0),ie||i.current?.focus(),ie=!1},[e]),(0,S.jsxs)("main",{id:"content",className:n?"main reading":"main",children:[(0,S.jsxs)("div",{className:"main-head",children:[(0,S.jsxs)("div",{className:"row apart",children:[(0,S.jsx)("h1",{ref:i,tabIndex:-1,className:r?"eyebrow":void 0,children:e}),s]}),t?(0,S.jsx)("p",{className:"lead",children:t}):null]}),o]})}var T=l(m(),1);var H=class{constructor(t){this.sha256Hash=t}sha256Hash;toString(){return this.sha256Hash}},He=4,be="application/graphql-response+json, application/json;q=0.9",We="text/event-stream",xe=2e3,ae=class{constructor(t,n){this.session=t;this.logInAgain=n}session;logInAgain;running=0;commandedAt=-1/0;speak(t){this.session={...this.session,language:t}}async ask(t,n,r){return this.answer(t,n,1,r)}async command(t,n,r=b()){this.running+=1;try{return await this.answer(t,{...n,key:r},He)}finally{this.running-=1,this.commandedAt=performance.now()}}isCommanding(){return this.running>0||performance.now()-this.commandedAt<xe}open(t,n,r){return this.post(t,n,r,We)}async answer(t,n,r,s){for(let o=1;;o+=1){let i=await this.post(t,n,s);if(i?.status===401)this.session={...await this.logInAgain(),language:this.session.language};else{if(i!==null&&i.status!==503)return _e(i);if(o>=r)return i?_e(i):ue(r>1?"OUTCOME_UNKNOWN":"NO_CONNECTION");await new Promise(u=>setTimeout(u,1e3*2**(o-1)))}}}async post(t,n,r,s=be){let{endpoint:o,csrfToken:i,language:u}=this.session;try{return await fetch(o,{method:"POST",credentials:"same-origin",cache:"no-store",headers:{"content-type":"application/json",accept:s,"polku-language":u,"x-csrf-token":i},body:JSON.stringify({...Ve(t),variables:n}),signal:r??null})}catch(_){if(r?.aborted)throw _;return null}}};function b(){return crypto.randomUUID()}function Ve(e){return e instanceof H?{extensions:{persistedQuery:{version:1,sha256Hash:String(e)}}}:{query:String(e)}}function ue(e){return{data:null,problems:[{code:e,message:""}],withheld:[]}}async function _e(e){if(!/\bjson\b/.test(e.headers.get("content-type")??""))return ue(`HTTP_${e.status}`);let{data:t,errors:n=[],extensions:r={}}=await e.json(),s=n.map(o=>({code:o.extensions?.code??"ERROR",message:o.message,path:o.path??null}));return{data:t??null,problems:s,withheld:r.redacted??[]}}var W={};Ae(W,{ChoiceTitlesDocument:()=>Qe,FollowChangesDocument:()=>ke,OfferedDocument:()=>Be,ServiceTitlesDocument:()=>je,TermTitlesDocument:()=>$e,TypeTitlesDocument:()=>Ke,TypedDocumentString:()=>O,WhoAmIDocument:()=>qe});var O=class extends String{__apiType;value;__meta__;constructor(t,n){super(t),this.value=t,this.__meta__=n}toString(){return this.value}},ke=new O(`
    subscription FollowChanges($types: [String!], $since: String) {
  changed(types: $types, since: $since) {
    kind
    type
    cursor
  }
}
    `),Be=new O(`
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
    `),Ke=new O(`
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
    `),Qe=new O(`
    query ChoiceTitles($name: String!) {
  __type(name: $name) {
    enumValues {
      name
      description
    }
  }
}
    `),$e=new O(`
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
    `),je=new O(`
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
    `),qe=new O(`
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
    `);var Xe=new Set(Object.values(W)),x="",V=new Set;function Te(e){let t=window.location.pathname;t!==x&&(V=new Set),x=t,Xe.has(e)||V.add(e)}async function It(){let e=x===window.location.pathname?await Promise.all([...V].map(Je)):[];return`/graphiql?${new URLSearchParams(e.map(t=>["document",t]))}`}async function Je(e){let t=String(e);if(/^[0-9a-f]{64}$/.test(t))return t;let n=await crypto.subtle.digest("SHA-256",new TextEncoder().encode(t));return[...new Uint8Array(n)].map(r=>r.toString(16).padStart(2,"0")).join("")}var Oe=(0,T.createContext)(null),mt=Oe;function p(){let e=(0,T.use)(Oe);if(e===null)throw new Error("A part of a page stands outside of the frame.");return e}function Ct(e,t){let{service:n,language:r}=p(),[s,o]=(0,T.useState)(null),[i,u]=(0,T.useState)(!0),[_,A]=(0,T.useState)(0),C=JSON.stringify(t);return(0,T.useEffect)(()=>{let y=new AbortController;return u(!0),Te(e),n.ask(e,JSON.parse(C),y.signal).then(ce=>{o({named:C,answer:ce}),u(!1)}).catch(()=>{}),()=>y.abort()},[n,e,C,_,r]),{answer:s?.named===C?s.answer:null,isWaiting:i,again:(0,T.useCallback)(()=>A(y=>y+1),[])}}function ze(){let{service:e}=p(),t=(0,T.useRef)(null);return async(n,r)=>{let s=JSON.stringify(r);t.current?.named!==s&&(t.current={named:s,key:b()});let o=await e.command(n,r,t.current.key);return o.problems.some(({code:i})=>i==="OUTCOME_UNKNOWN")||(t.current=null),o}}function yt(e){let t=ze(),[n,r]=(0,T.useState)([]),[s,o]=(0,T.useState)(!1);return{run:async u=>{o(!0);let _=await t(e,u),A=[..._.problems,...Ze(_.data)];return r(A),o(!1),A.length?null:_.data},problems:n,isWaiting:s,forget:(0,T.useCallback)(()=>r([]),[])}}function Ze(e){return Object.values(e??{}).flatMap(t=>t?.errors??[])}var U=l(m(),1);var c=l(R(),1);function Ne({problems:e,inputs:t={}}){let{words:n}=p(),r=(0,U.useRef)(null);return(0,U.useEffect)(()=>{e.length&&r.current?.focus()},[e]),e.length?(0,c.jsxs)("section",{ref:r,className:"notice bad",role:"alert",tabIndex:-1,"aria-labelledby":"problems-title",children:[(0,c.jsx)("h2",{id:"problems-title",children:n.problems}),(0,c.jsx)("ul",{className:"stack",children:e.map((s,o)=>(0,c.jsx)("li",{children:et(tt(s,n.failures),t[String(s.path?.at(-1))])},o))})]}):null}function et(e,t){return t?(0,c.jsx)("a",{href:`#${t}`,children:e}):e}function tt(e,t){return e.message||t[e.code]||t.OTHER||e.code}var N=l(R(),1);function Ft({look:e,children:t}){let{words:n}=p(),{answer:r,isWaiting:s,again:o}=e;return r===null?(0,N.jsx)("p",{className:"waiting",children:n.loading}):(0,N.jsxs)(N.Fragment,{children:[r.problems.length?(0,N.jsxs)("div",{className:"stack",children:[(0,N.jsx)(Ne,{problems:r.problems}),(0,N.jsx)("div",{children:(0,N.jsx)("button",{type:"button",className:"button",onClick:o,disabled:s,children:n.tryAgain})})]}):null,r.data===null?null:t(r.data)]})}export{m as a,Tt as b,H as c,ae as d,b as e,ke as f,Be as g,Ke as h,Qe as i,$e as j,je as k,qe as l,R as m,ct as n,It as o,mt as p,p as q,Ct as r,ze as s,yt as t,Ze as u,Ne as v,tt as w,Ft as x};
