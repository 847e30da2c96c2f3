var E=class extends String{__apiType;value;__meta__;constructor(_,O){super(_),this.value=_,this.__meta__=O}toString(){return this.value}},N=new E(`
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
    `),R=new E(`
    query WhoSees($id: ID!) {
  whoSees(id: $id) {
    id
    name
    kind
    roles
    way
    until
  }
}
    `),S=new E(`
    query WhatTheyMay($id: ID!, $permission: String!, $for: ID!) {
  explain(id: $id, permission: $permission, for: $for) {
    allowed
    rolesThatWouldDo
    rolesHeld
    restrictions
  }
}
    `);export{N as a,R as b,S as c};
