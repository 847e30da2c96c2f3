import{a,i as r}from"./chunk-FITVBRKU.js";import{b as C}from"./chunk-SQE76S5B.js";function S(O,E){return O?{fi:O.titleFi,sv:O.titleSv,en:O.titleEn}[E]:""}var n=C(a(),1);var N=class extends String{__apiType;value;__meta__;constructor(E,_){super(E),this.value=E,this.__meta__=_}toString(){return this.value}},l=new N(`
    subscription FollowChanges($types: [String!], $since: String) {
  changed(types: $types, since: $since) {
    kind
    type
    cursor
  }
}
    `),M=new N(`
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
    `),A=new N(`
    query TypeTitles($name: String!) {
  contentType(name: $name) {
    titles {
      fi
      sv
      en
    }
    fields {
      name
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
    `),i=new N(`
    query ChoiceTitles($name: String!) {
  __type(name: $name) {
    enumValues {
      name
      description
    }
  }
}
    `),I=new N(`
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
    `),s=new N(`
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
    `),F=new N(`
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
    `);var D=class{constructor(E){this.service=E}service;asked=new Map;ofType(E,_){return this.once(`type ${E} ${_}`,async()=>{let e=(await this.service.ask(A,{name:E})).data?.contentType,t=e?[...e.fields,...e.states,...e.transitions]:[];return new Map([["",e?.titles[_]??E],...t.map(T=>[T.name,T.titles[_]])])})}ofChoice(E,_){return this.once(`choice ${E} ${_}`,async()=>{let e=(await this.service.ask(i,{name:E})).data?.__type?.enumValues??[],t=["fi","sv","en"].indexOf(_);return new Map(e.map(T=>[T.name,T.description?.split(" · ")[t]??T.name]))})}ofTerms(E,_){return this.once(`terms ${E} ${_}`,async()=>{let t=[...(await this.service.ask(I,{vocabulary:E})).data?.terms?.nodes??[]].sort((T,R)=>T.position-R.position);return new Map(t.map(T=>[T.token,S(T,_)]))})}ofServices(E,_){return this.once(`services ${_}`,async()=>{let e=(await this.service.ask(s,{})).data?.serviceTypes?.nodes??[];return new Map(e.map(t=>[t.code,S(t,_)]))})}once(E,_){let e=this.asked.get(E)??_();return this.asked.set(E,e),e}};function g(O,E){let _=L(O,E);return e=>e&&_?_.get(e)??e:""}function L(O,E){let{titles:_,language:e}=r(),[t,T]=(0,n.useState)(null);return(0,n.useEffect)(()=>{let R=!0;return _[O](E,e).then(o=>R&&T(o)),()=>{R=!1}},[_,O,E,e]),t}export{l as a,M as b,F as c,S as d,D as e,g as f,L as g};
