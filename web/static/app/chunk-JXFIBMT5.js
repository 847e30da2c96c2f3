import{c as A}from"./chunk-5RBZAMFY.js";import"./chunk-OOJM4CTU.js";var _=class extends String{__apiType;value;__meta__;constructor(E,T){super(E),this.value=E,this.__meta__=T}toString(){return this.value}},I=new _(`
    query OwnAccount($id: ID!) {
  account(id: $id) {
    revision
  }
}
    `),D=new _(`
    mutation KeepLanguage($account: UpdateAccountInput!, $key: String!) {
  updateAccount(input: $account, idempotencyKey: $key) {
    account {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `);async function e(O,E,T){let N=await O.ask(I,{id:E}),R=N.data?.account?.revision;if(R===void 0)return N.problems;let S=await O.command(D,{account:{id:E,revision:R,language:T}},A());return[...S.problems,...S.data?.updateAccount.errors??[]]}export{e as keepLanguage};
