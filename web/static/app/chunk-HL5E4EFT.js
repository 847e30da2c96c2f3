import{c as G}from"./chunk-5RBZAMFY.js";import{a as w,b as _e,c as p}from"./chunk-OOJM4CTU.js";var ue=w(i=>{"use strict";var I=Symbol.for("react.transitional.element"),Se=Symbol.for("react.portal"),he=Symbol.for("react.fragment"),Re=Symbol.for("react.strict_mode"),xe=Symbol.for("react.profiler"),Ce=Symbol.for("react.consumer"),Ae=Symbol.for("react.context"),ke=Symbol.for("react.forward_ref"),Ne=Symbol.for("react.suspense"),Pe=Symbol.for("react.memo"),Z=Symbol.for("react.lazy"),be=Symbol.for("react.activity"),De=Symbol.for("react.view_transition"),z=Symbol.iterator;function Oe(e){return e===null||typeof e!="object"?null:(e=z&&e[z]||e["@@iterator"],typeof e=="function"?e:null)}var ee={isMounted:function(){return!1},enqueueForceUpdate:function(){},enqueueReplaceState:function(){},enqueueSetState:function(){}},te=Object.assign,ne={};function S(e,t,n){this.props=e,this.context=t,this.refs=ne,this.updater=n||ee}S.prototype.isReactComponent={};S.prototype.setState=function(e,t){if(typeof e!="object"&&typeof e!="function"&&e!=null)throw Error("takes an object of state variables to update or a function which returns an object of state variables.");this.updater.enqueueSetState(this,e,t,"setState")};S.prototype.forceUpdate=function(e){this.updater.enqueueForceUpdate(this,e,"forceUpdate")};function re(){}re.prototype=S.prototype;function M(e,t,n){this.props=e,this.context=t,this.refs=ne,this.updater=n||ee}var L=M.prototype=new re;L.constructor=M;te(L,S.prototype);L.isPureReactComponent=!0;var B=Array.isArray;function $(){}var a={H:null,A:null,T:null,S:null},se=Object.prototype.hasOwnProperty;function j(e,t,n){var r=n.ref;return{$$typeof:I,type:e,key:t,ref:r!==void 0?r:null,props:n}}function $e(e,t){return j(e.type,t,e.props)}function H(e){return typeof e=="object"&&e!==null&&e.$$typeof===I}function Ie(e){var t={"=":"=0",":":"=2"};return"$"+e.replace(/[=:]/g,function(n){return t[n]})}var J=/\/+/g;function O(e,t){return typeof e=="object"&&e!==null&&e.key!=null?Ie(""+e.key):t.toString(36)}function Me(e){switch(e.status){case"fulfilled":return e.value;case"rejected":throw e.reason;default:switch(typeof e.status=="string"?e.then($,$):(e.status="pending",e.then(function(t){e.status==="pending"&&(e.status="fulfilled",e.value=t)},function(t){e.status==="pending"&&(e.status="rejected",e.reason=t)})),e.status){case"fulfilled":return e.value;case"rejected":throw e.reason}}throw e}function _(e,t,n,r,s){var o=typeof e;(o==="undefined"||o==="boolean")&&(e=null);var u=!1;if(e===null)u=!0;else switch(o){case"bigint":case"string":case"number":u=!0;break;case"object":switch(e.$$typeof){case I:case Se:u=!0;break;case Z:return u=e._init,_(u(e._payload),t,n,r,s)}}if(u)return s=s(e),u=r===""?"."+O(e,0):r,B(s)?(n="",u!=null&&(n=u.replace(J,"$&/")+"/"),_(s,t,n,"",function(E){return E})):s!=null&&(H(s)&&(s=$e(s,n+(s.key==null||e&&e.key===s.key?"":(""+s.key).replace(J,"$&/")+"/")+u)),t.push(s)),1;u=0;var l=r===""?".":r+":";if(B(e))for(var c=0;c<e.length;c++)r=e[c],o=l+O(r,c),u+=_(r,t,n,o,s);else if(c=Oe(e),typeof c=="function")for(e=c.call(e),c=0;!(r=e.next()).done;)r=r.value,o=l+O(r,c++),u+=_(r,t,n,o,s);else if(o==="object"){if(typeof e.then=="function")return _(Me(e),t,n,r,s);throw t=String(e),Error("Objects are not valid as a React child (found: "+(t==="[object Object]"?"object with keys {"+Object.keys(e).join(", ")+"}":t)+"). If you meant to render a collection of children, use an array instead.")}return u}function A(e,t,n){if(e==null)return e;var r=[],s=0;return _(e,r,"","",function(o){return t.call(n,o,s++)}),r}function Le(e){if(e._status===-1){var t=e._result,n=t();n.then(function(r){(e._status===0||e._status===-1)&&(e._status=1,e._result=r,n.status===void 0&&(n.status="fulfilled",n.value=r))},function(r){(e._status===0||e._status===-1)&&(e._status=2,e._result=r,n.status===void 0&&(n.status="rejected",n.reason=r))}),e._status===-1&&(e._status=0,e._result=n)}if(e._status===1)return e._result.default;throw e._result}var X=typeof reportError=="function"?reportError:function(e){if(typeof window=="object"&&typeof window.ErrorEvent=="function"){var t=new window.ErrorEvent("error",{bubbles:!0,cancelable:!0,message:typeof e=="object"&&e!==null&&typeof e.message=="string"?String(e.message):String(e),error:e});if(!window.dispatchEvent(t))return}else if(typeof process=="object"&&typeof process.emit=="function"){process.emit("uncaughtException",e);return}console.error(e)};function oe(e){var t=a.T,n={};n.types=t!==null?t.types:null,a.T=n;try{var r=e(),s=a.S;s!==null&&s(n,r),typeof r=="object"&&r!==null&&typeof r.then=="function"&&r.then($,X)}catch(o){X(o)}finally{t!==null&&n.types!==null&&(t.types=n.types),a.T=t}}function ie(e){var t=a.T;if(t!==null){var n=t.types;n===null?t.types=[e]:n.indexOf(e)===-1&&n.push(e)}else oe(ie.bind(null,e))}var je={map:A,forEach:function(e,t,n){A(e,function(){t.apply(this,arguments)},n)},count:function(e){var t=0;return A(e,function(){t++}),t},toArray:function(e){return A(e,function(t){return t})||[]},only:function(e){if(!H(e))throw Error("React.Children.only expected to receive a single React element child.");return e}};i.Activity=be;i.Children=je;i.Component=S;i.Fragment=he;i.Profiler=xe;i.PureComponent=M;i.StrictMode=Re;i.Suspense=Ne;i.ViewTransition=De;i.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE=a;i.__COMPILER_RUNTIME={__proto__:null,c:function(e){return a.H.useMemoCache(e)}};i.addTransitionType=ie;i.cache=function(e){return function(){return e.apply(null,arguments)}};i.cacheSignal=function(){return null};i.cloneElement=function(e,t,n){if(e==null)throw Error("The argument must be a React element, but you passed "+e+".");var r=te({},e.props),s=e.key;if(t!=null)for(o in t.key!==void 0&&(s=""+t.key),t)!se.call(t,o)||o==="key"||o==="__self"||o==="__source"||o==="ref"&&t.ref===void 0||(r[o]=t[o]);var o=arguments.length-2;if(o===1)r.children=n;else if(1<o){for(var u=Array(o),l=0;l<o;l++)u[l]=arguments[l+2];r.children=u}return j(e.type,s,r)};i.createContext=function(e){return e={$$typeof:Ae,_currentValue:e,_currentValue2:e,_threadCount:0,Provider:null,Consumer:null},e.Provider=e,e.Consumer={$$typeof:Ce,_context:e},e};i.createElement=function(e,t,n){var r,s={},o=null;if(t!=null)for(r in t.key!==void 0&&(o=""+t.key),t)se.call(t,r)&&r!=="key"&&r!=="__self"&&r!=="__source"&&(s[r]=t[r]);var u=arguments.length-2;if(u===1)s.children=n;else if(1<u){for(var l=Array(u),c=0;c<u;c++)l[c]=arguments[c+2];s.children=l}if(e&&e.defaultProps)for(r in u=e.defaultProps,u)s[r]===void 0&&(s[r]=u[r]);return j(e,o,s)};i.createRef=function(){return{current:null}};i.forwardRef=function(e){return{$$typeof:ke,render:e}};i.isValidElement=H;i.lazy=function(e){return{$$typeof:Z,_payload:{_status:-1,_result:e},_init:Le}};i.memo=function(e,t){return{$$typeof:Pe,type:e,compare:t===void 0?null:t}};i.startTransition=oe;i.unstable_useCacheRefresh=function(){return a.H.useCacheRefresh()};i.use=function(e){return a.H.use(e)};i.useActionState=function(e,t,n){return a.H.useActionState(e,t,n)};i.useCallback=function(e,t){return a.H.useCallback(e,t)};i.useContext=function(e){return a.H.useContext(e)};i.useDebugValue=function(){};i.useDeferredValue=function(e,t){return a.H.useDeferredValue(e,t)};i.useEffect=function(e,t){return a.H.useEffect(e,t)};i.useEffectEvent=function(e){return a.H.useEffectEvent(e)};i.useId=function(){return a.H.useId()};i.useImperativeHandle=function(e,t,n){return a.H.useImperativeHandle(e,t,n)};i.useInsertionEffect=function(e,t){return a.H.useInsertionEffect(e,t)};i.useLayoutEffect=function(e,t){return a.H.useLayoutEffect(e,t)};i.useMemo=function(e,t){return a.H.useMemo(e,t)};i.useOptimistic=function(e,t){return a.H.useOptimistic(e,t)};i.useReducer=function(e,t,n){return a.H.useReducer(e,t,n)};i.useRef=function(e){return a.H.useRef(e)};i.useState=function(e){return a.H.useState(e)};i.useSyncExternalStore=function(e,t,n){return a.H.useSyncExternalStore(e,t,n)};i.useTransition=function(){return a.H.useTransition()};i.version="19.3.1"});var h=w((at,ae)=>{"use strict";ae.exports=ue()});var le=w(k=>{"use strict";var He=Symbol.for("react.transitional.element"),Ve=Symbol.for("react.fragment");function ce(e,t,n){var r=null;if(n!==void 0&&(r=""+n),t.key!==void 0&&(r=""+t.key),"key"in t){n={};for(var s in t)s!=="key"&&(n[s]=t[s])}else n=t;return t=n.ref,{$$typeof:He,type:e,key:r,ref:t!==void 0?t:null,props:n}}k.Fragment=Ve;k.jsx=ce;k.jsxs=ce});var g=w((lt,fe)=>{"use strict";fe.exports=le()});var Te=w(ve=>{"use strict";var R=h();function Be(e,t){return e===t&&(e!==0||1/e===1/t)||e!==e&&t!==t}var Je=typeof Object.is=="function"?Object.is:Be,Xe=R.useState,Ze=R.useEffect,et=R.useLayoutEffect,tt=R.useDebugValue;function nt(e,t){var n=t(),r=Xe({inst:{value:n,getSnapshot:t}}),s=r[0].inst,o=r[1];return et(function(){s.value=n,s.getSnapshot=t,K(s)&&o({inst:s})},[e,n,t]),Ze(function(){return K(s)&&o({inst:s}),e(function(){K(s)&&o({inst:s})})},[e]),tt(n),n}function K(e){var t=e.getSnapshot;e=e.value;try{var n=t();return!Je(e,n)}catch{return!0}}function rt(e,t){return t()}var st=typeof window>"u"||typeof window.document>"u"||typeof window.document.createElement>"u"?rt:nt;ve.useSyncExternalStore=R.useSyncExternalStore!==void 0?R.useSyncExternalStore:st});var ot=w(($t,Ee)=>{"use strict";Ee.exports=Te()});var N=p(h(),1),v=p(g(),1),pe=!0;function ft({title:e,lead:t,isReading:n=!1,isQuiet:r=!1,actions:s,children:o}){let u=(0,N.useRef)(null);return(0,N.useEffect)(()=>{document.title=`${e} – Polku`,window.scrollTo(0,0),pe||u.current?.focus(),pe=!1},[e]),(0,v.jsxs)("main",{id:"content",className:n?"main reading":"main",children:[(0,v.jsxs)("div",{className:"main-head",children:[(0,v.jsxs)("div",{className:"row apart",children:[(0,v.jsx)("h1",{ref:u,tabIndex:-1,className:r?"eyebrow":void 0,children:e}),s]}),t?(0,v.jsx)("p",{className:"lead",children:t}):null]}),o]})}var f=p(h(),1);var q={};_e(q,{ChoiceTitlesDocument:()=>V,FollowChangesDocument:()=>Qe,ServiceTitlesDocument:()=>Y,TermTitlesDocument:()=>Q,TypeTitlesDocument:()=>P,TypedDocumentString:()=>m,WhoAmIDocument:()=>Ye});var m=class extends String{__apiType;value;__meta__;constructor(t,n){super(t),this.value=t,this.__meta__=n}toString(){return this.value}},Qe=new m(`
    subscription FollowChanges($types: [String!], $since: String) {
  changed(types: $types, since: $since) {
    kind
    type
    cursor
  }
}
    `),P=new m(`
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
    `),V=new m(`
    query ChoiceTitles($name: String!) {
  __type(name: $name) {
    enumValues {
      name
      description
    }
  }
}
    `),Q=new m(`
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
    `),Y=new m(`
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
    `),Ye=new m(`
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
    `);var qe=new Set(Object.values(q)),W="",U=new Set;function de(e){let t=window.location.pathname;t!==W&&(U=new Set),W=t,qe.has(e)||U.add(e)}async function dt(){let e=W===window.location.pathname?await Promise.all([...U].map(We)):[];return`/graphiql?${new URLSearchParams(e.map(t=>["document",t]))}`}async function We(e){let t=String(e);if(/^[0-9a-f]{64}$/.test(t))return t;let n=await crypto.subtle.digest("SHA-256",new TextEncoder().encode(t));return[...new Uint8Array(n)].map(r=>r.toString(16).padStart(2,"0")).join("")}var me=(0,f.createContext)(null),vt=me;function y(){let e=(0,f.use)(me);if(e===null)throw new Error("A part of a page stands outside of the frame.");return e}function Tt(e,t){let{service:n,language:r}=y(),[s,o]=(0,f.useState)(null),[u,l]=(0,f.useState)(!0),[c,E]=(0,f.useState)(0),x=JSON.stringify(t);return(0,f.useEffect)(()=>{let C=new AbortController;return l(!0),de(e),n.ask(e,JSON.parse(x),C.signal).then(we=>{o({named:x,answer:we}),l(!1)}).catch(()=>{}),()=>C.abort()},[n,e,x,c,r]),{answer:s?.named===x?s.answer:null,isWaiting:u,again:(0,f.useCallback)(()=>E(C=>C+1),[])}}function Ue(){let{service:e}=y(),t=(0,f.useRef)(null);return async(n,r)=>{let s=JSON.stringify(r);t.current?.named!==s&&(t.current={named:s,key:G()});let o=await e.command(n,r,t.current.key);return o.problems.some(({code:u})=>u==="OUTCOME_UNKNOWN")||(t.current=null),o}}function Et(e){let t=Ue(),[n,r]=(0,f.useState)([]),[s,o]=(0,f.useState)(!1);return{run:async l=>{o(!0);let c=await t(e,l),E=[...c.problems,...Fe(c.data)];return r(E),o(!1),E.length?null:c.data},problems:n,isWaiting:s,forget:(0,f.useCallback)(()=>r([]),[])}}function Fe(e){return Object.values(e??{}).flatMap(t=>t?.errors??[])}var b=p(h(),1);var T=p(g(),1);function ye({problems:e,inputs:t={}}){let{words:n}=y(),r=(0,b.useRef)(null);return(0,b.useEffect)(()=>{e.length&&r.current?.focus()},[e]),e.length?(0,T.jsxs)("section",{ref:r,className:"notice bad",role:"alert",tabIndex:-1,"aria-labelledby":"problems-title",children:[(0,T.jsx)("h2",{id:"problems-title",children:n.problems}),(0,T.jsx)("ul",{className:"stack",children:e.map((s,o)=>(0,T.jsx)("li",{children:Ke(Ge(s,n.failures),t[String(s.path?.at(-1))])},o))})]}):null}function Ke(e,t){return t?(0,T.jsx)("a",{href:`#${t}`,children:e}):e}function Ge(e,t){return e.message||t[e.code]||t.OTHER||e.code}var d=p(g(),1);function xt({look:e,children:t}){let{words:n}=y(),{answer:r,isWaiting:s,again:o}=e;return r===null?(0,d.jsx)("p",{className:"waiting",children:n.loading}):(0,d.jsxs)(d.Fragment,{children:[r.problems.length?(0,d.jsxs)("div",{className:"stack",children:[(0,d.jsx)(ye,{problems:r.problems}),(0,d.jsx)("div",{children:(0,d.jsx)("button",{type:"button",className:"button",onClick:o,disabled:s,children:n.tryAgain})})]}):null,r.data===null?null:t(r.data)]})}var D=p(h(),1);function F(e,t){return e?{fi:e.titleFi,sv:e.titleSv,en:e.titleEn}[t]:""}var ge=class{constructor(t){this.service=t}service;asked=new Map;ofType(t,n){return this.once(`type ${t} ${n}`,async()=>{let r=(await this.service.ask(P,{name:t})).data?.contentType,s=r?.fields.flatMap(({relation:u,titles:l})=>u?[{name:u,titles:l}]:[])??[],o=r?[...s,...r.fields,...r.states]:[];return new Map([["",r?.titles[n]??t],...o.map(u=>[u.name,u.titles[n]])])})}ofSteps(t,n){return this.once(`steps ${t} ${n}`,async()=>{let r=(await this.service.ask(P,{name:t})).data?.contentType?.transitions??[];return new Map(r.map(s=>[s.name,s.titles[n]]))})}ofChoice(t,n){return this.once(`choice ${t} ${n}`,async()=>{let r=(await this.service.ask(V,{name:t})).data?.__type?.enumValues??[],s=["fi","sv","en"].indexOf(n);return new Map(r.map(o=>[o.name,o.description?.split(" · ")[s]??o.name]))})}ofTerms(t,n){return this.once(`terms ${t} ${n}`,async()=>{let s=[...(await this.service.ask(Q,{vocabulary:t})).data?.terms?.nodes??[]].sort((o,u)=>o.position-u.position);return new Map(s.map(o=>[o.token,F(o,n)]))})}ofServices(t,n){return this.once(`services ${n}`,async()=>{let r=(await this.service.ask(Y,{})).data?.serviceTypes?.nodes??[];return new Map(r.map(s=>[s.code,F(s,n)]))})}once(t,n){let r=this.asked.get(t)??n();return this.asked.set(t,r),r}};function bt(e,t){let n=ze(e,t);return r=>r&&n?n.get(r)??r:""}function ze(e,t){let{titles:n,language:r}=y(),[s,o]=(0,D.useState)(null);return(0,D.useEffect)(()=>{let u=!0;return n[e](t,r).then(l=>u&&o(l)),()=>{u=!1}},[n,e,t,r]),s}export{h as a,ot as b,Qe as c,Ye as d,g as e,ft as f,de as g,dt as h,vt as i,y as j,Tt as k,Ue as l,Et as m,Fe as n,ye as o,Ge as p,xt as q,F as r,ge as s,bt as t,ze as u};
