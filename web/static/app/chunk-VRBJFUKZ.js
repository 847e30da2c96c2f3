import{a as z}from"./chunk-XK54XRAY.js";import{a as J,b as L,c as X}from"./chunk-I6GAUND4.js";import{a as G,c as V}from"./chunk-VIZM4RQS.js";import{a as ae}from"./chunk-CB3TNUNV.js";import{a as P,b as w}from"./chunk-6K6HFOAO.js";import"./chunk-NROFDF76.js";import{a as ie,b as se,e as C}from"./chunk-HJ23X4EG.js";import{a as oe}from"./chunk-FOW2D7KC.js";import{w as O,x as re}from"./chunk-DID5BYHS.js";import{a as $,f as W,h as ne,m as _,n as b,p as D,q as p,r as K,s as B,u as T}from"./chunk-2FJT3FGT.js";import{b as E}from"./chunk-SQE76S5B.js";var c=class extends String{__apiType;value;__meta__;constructor(o,n){super(o),this.value=o,this.__meta__=n}toString(){return this.value}},le=new c(`
    query UnitsForRoles {
  units(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `),ue=new c(`
    mutation GrantRole($grant: CreateRoleGrantInput!, $key: String!) {
  createRoleGrant(input: $grant, idempotencyKey: $key) {
    roleGrant {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),Ee=new c(`
    query WhomToInvite {
  agencies(first: 100) {
    nodes {
      id
      name
    }
  }
  staffMembers(first: 200) {
    nodes {
      id
      firstName
      lastName
    }
  }
}
    `),ce=new c(`
    mutation Invite($invitation: CreateInvitationInput!, $key: String!) {
  createInvitation(input: $invitation, idempotencyKey: $key) {
    invitation {
      id
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `),de=new c(`
    mutation DecideAccount($step: TransitionAccountInput!, $key: String!) {
  transitionAccount(input: $step, idempotencyKey: $key) {
    account {
      id
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `),me=new c(`
    mutation DecideGrant($step: TransitionRoleGrantInput!, $key: String!) {
  transitionRoleGrant(input: $step, idempotencyKey: $key) {
    roleGrant {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),pe=new c(`
    mutation DecideInvitation($step: TransitionInvitationInput!, $key: String!) {
  transitionInvitation(input: $step, idempotencyKey: $key) {
    invitation {
      id
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `),Te=new c(`
    mutation RetryMail($step: TransitionDeliveryInput!, $key: String!) {
  transitionDelivery(input: $step, idempotencyKey: $key) {
    delivery {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),ye=new c(`
    query SettingsOfInstallation {
  settings(first: 1) {
    nodes {
      id
      revision
      recycleDays
      announcementDays
      maxRootPageSize
      maxNestedPageSize
      maxEmergencyAccesses
      history {
        at
        actorName
        changes {
          field
          before
          after
        }
      }
    }
  }
}
    `),_e=new c(`
    mutation ChangeSettings($settings: UpdateSettingInput!, $key: String!) {
  updateSetting(input: $settings, idempotencyKey: $key) {
    setting {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),Oe=new c(`
    query WordsOfVocabulary($vocabulary: String!) {
  terms(filter: {vocabulary: {eq: $vocabulary}}, first: 200) {
    nodes {
      id
      revision
      state
      token
      titleFi
      titleSv
      titleEn
    }
  }
}
    `),Ne=new c(`
    query VocabulariesInUse {
  contentTypes {
    fields {
      vocabulary
      titles {
        fi
        sv
        en
      }
    }
  }
}
    `),Re=new c(`
    mutation DecideTerm($step: TransitionTermInput!, $key: String!) {
  transitionTerm(input: $step, idempotencyKey: $key) {
    term {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),ge=new c(`
    query AgenciesForSystems {
  agencies(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `),Se=new c(`
    mutation RegisterSystem($system: CreateAgencyClientInput!, $key: String!) {
  createAgencyClient(input: $system, idempotencyKey: $key) {
    agencyClient {
      id
      publicId
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `),Ae=new c(`
    mutation DecideSystem($step: TransitionAgencyClientInput!, $key: String!) {
  transitionAgencyClient(input: $step, idempotencyKey: $key) {
    agencyClient {
      id
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `),Ie=new c(`
    mutation DecideFrontEnd($step: TransitionFrontEndClientInput!, $key: String!) {
  transitionFrontEndClient(input: $step, idempotencyKey: $key) {
    frontEndClient {
      id
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `),De=new c(`
    query Tunnukset {
  accounts(first: 100) {
    nodes {
      id
      revision
      state
      kind
      name
      endsBefore
      disabledAt
      grants(first: 20) {
        nodes {
          id
          revision
          state
          role
          unit {
            name
          }
          startsOn
          endsBefore
        }
      }
    }
  }
}
    `),fe=new c(`
    query Jarjestelmat {
  agencyClients(first: 50) {
    nodes {
      id
      revision
      state
      name
      publicId
      scopes
      lastUsedAt
      expiresAt
      agency {
        name
      }
    }
  }
}
    `),Ce=new c(`
    query EpaonnistuneetSahkopostit {
  deliveries(filter: {state: {eq: FAILED}}, first: 50) {
    totalCount
    nodes {
      id
      revision
      event
      recipientKind
      failure
      attempts
      modifiedAt
    }
  }
}
    `),ve=new c(`
    query Kayttoliittymat {
  frontEndClients(first: 50) {
    nodes {
      id
      revision
      state
      name
      publicId
      isConfidential
      redirectUris
      origins
      scopes
      revokedAt
    }
  }
}
    `),be=new c(`
    query Kutsut {
  invitations(first: 50) {
    nodes {
      id
      revision
      state
      kind
      name
      agency {
        name
      }
      expiresAt
      acceptedAt
    }
  }
}
    `),Le=new c(`
    query Kirjautumiset {
  loginEvents(first: 50, orderBy: AT_DESC) {
    nodes {
      at
      outcome
      network
      account {
        name
      }
    }
  }
}
    `);var Ye={ways:{accounts:"Tunnukset ja roolit",invitations:"Kutsut",systems:"Järjestelmät",mails:"Viestit ja kirjautumiset",vocabularies:"Sanastot",settings:"Asetukset"},accountsLead:"Kenellä on tunnus, missä roolissa ja mihin asti. Asiakkaiden tunnuksilla ei ole nimeä.",accounts:"Tunnukset",noAccounts:"Tunnuksia ei ole.",nameless:"Ilman nimeä",roles:"Roolit",noRoles:"Ei rooleja.",everywhere:"kaikkialla",until:e=>`${e} asti`,grant:"Myönnä rooli",role:"Rooli",unit:"Yksikkö (tyhjä: kaikkialla)",starts:"Alkaa",endsBefore:"Päättyy ennen",granted:"Rooli on myönnetty. Pääkäyttäjän ja tietosuojavastaavan roolin hyväksyy toinen.",invitationsLead:"Ketkä on kutsuttu, ja kuka on jo ottanut tunnuksensa käyttöön.",invitations:"Kutsut",noInvitations:"Kutsuja ei ole.",invite:"Kutsu",inviteTitle:"Uusi kutsu",invitee:"Kenet kutsutaan?",staffMember:"Työntekijä",official:"Lähettävän tahon yhteyshenkilö",who:"Työntekijä",agency:"Lähettävä taho",name:"Nimi",invited:"Kutsu on tehty.",systemsLead:"Mitkä järjestelmät ja käyttöliittymät kutsuvat rajapintaa, ja mihin niillä on oikeus.",agencySystems:"Lähettävien tahojen järjestelmät",frontEnds:"Käyttöliittymät",noSystems:"Järjestelmiä ei ole.",newSystem:"Rekisteröi järjestelmä",scopes:"Oikeudet, välilyönti välissä",registered:"Järjestelmä on rekisteröity.",mailsLead:"Viestit, jotka eivät lähteneet, ja viimeiset kirjautumiset. Osoitteita ei säilytetä.",failed:"Epäonnistuneet viestit",noFailed:"Jokainen viesti lähti.",logIns:"Kirjautumiset",noLogIns:"Kirjautumisia ei ole.",when:"Milloin",whose:"Kuka",outcome:"Tulos",network:"Verkko",vocabulariesLead:"Sanat kolmella kielellä. Muutoksen julkaisee toinen henkilö.",vocabulary:"Sanasto",noTerms:"Sanastossa ei ole sanoja.",show:"Näytä",settingsLead:"Asetukset koskevat koko asennusta. Historia kertoo, kuka muutti mitä.",save:"Tallenna",saved:"Asetukset on tallennettu.",history:"Muutokset",noSettings:"Asetuksia ei ole."},He={ways:{accounts:"Konton och roller",invitations:"Inbjudningar",systems:"System",mails:"Meddelanden och inloggningar",vocabularies:"Ordlistor",settings:"Inställningar"},accountsLead:"Vem som har ett konto, i vilken roll och hur länge. Klienternas konton har inget namn.",accounts:"Konton",noAccounts:"Det finns inga konton.",nameless:"Utan namn",roles:"Roller",noRoles:"Inga roller.",everywhere:"överallt",until:e=>`till ${e}`,grant:"Ge en roll",role:"Roll",unit:"Enhet (tomt: överallt)",starts:"Börjar",endsBefore:"Slutar före",granted:"Rollen är given. Rollen för administratör och dataskyddsombud godkänns av en annan.",invitationsLead:"Vilka som har bjudits in, och vem som redan har tagit sitt konto i bruk.",invitations:"Inbjudningar",noInvitations:"Det finns inga inbjudningar.",invite:"Bjud in",inviteTitle:"Ny inbjudan",invitee:"Vem bjuds in?",staffMember:"En anställd",official:"En kontaktperson hos den som skickar remisser",who:"Anställd",agency:"Den som skickar remisser",name:"Namn",invited:"Inbjudan är gjord.",systemsLead:"Vilka system och användargränssnitt som anropar gränssnittet, och vad de får göra.",agencySystems:"System hos dem som skickar remisser",frontEnds:"Användargränssnitt",noSystems:"Det finns inga system.",newSystem:"Registrera ett system",scopes:"Rättigheter, med mellanslag",registered:"Systemet är registrerat.",mailsLead:"Meddelanden som inte gick iväg, och de senaste inloggningarna. Adresser sparas inte.",failed:"Misslyckade meddelanden",noFailed:"Varje meddelande gick iväg.",logIns:"Inloggningar",noLogIns:"Det finns inga inloggningar.",when:"När",whose:"Vem",outcome:"Resultat",network:"Nät",vocabulariesLead:"Orden på tre språk. En ändring publiceras av en annan person.",vocabulary:"Ordlista",noTerms:"Ordlistan har inga ord.",show:"Visa",settingsLead:"Inställningarna gäller hela installationen. Historiken visar vem som ändrade vad.",save:"Spara",saved:"Inställningarna är sparade.",history:"Ändringar",noSettings:"Det finns inga inställningar."},Qe={ways:{accounts:"Accounts and roles",invitations:"Invitations",systems:"Systems",mails:"Mails and log-ins",vocabularies:"Vocabularies",settings:"Settings"},accountsLead:"Who has an account, in which role and until when. The accounts of clients have no name.",accounts:"Accounts",noAccounts:"There are no accounts.",nameless:"Without a name",roles:"Roles",noRoles:"No roles.",everywhere:"everywhere",until:e=>`until ${e}`,grant:"Grant a role",role:"Role",unit:"Unit (empty: everywhere)",starts:"Starts",endsBefore:"Ends before",granted:"The role is granted. That of an administrator or privacy officer is approved by a second person.",invitationsLead:"Who was invited, and who has taken the account into use.",invitations:"Invitations",noInvitations:"There are no invitations.",invite:"Invite",inviteTitle:"A new invitation",invitee:"Whom to invite?",staffMember:"A member of staff",official:"A contact person of an agency",who:"Member of staff",agency:"Agency",name:"Name",invited:"The invitation is made.",systemsLead:"Which systems and front ends call the API, and what they may do.",agencySystems:"Systems of agencies",frontEnds:"Front ends",noSystems:"There are no systems.",newSystem:"Register a system",scopes:"Scopes, with spaces between",registered:"The system is registered.",mailsLead:"Mails that did not leave, and the latest log-ins. Addresses are not kept.",failed:"Failed mails",noFailed:"Every mail left.",logIns:"Log-ins",noLogIns:"There are no log-ins.",when:"When",whose:"Who",outcome:"Outcome",network:"Network",vocabulariesLead:"Words in three languages. A change is published by a second person.",vocabulary:"Vocabulary",noTerms:"The vocabulary has no words.",show:"Show",settingsLead:"Settings are of the whole installation. The history says who changed what.",save:"Save",saved:"The settings are saved.",history:"Changes",noSettings:"There are no settings."};function l(){return{fi:Ye,sv:He,en:Qe}[D().language]}var H=E($(),1);var R=E(_(),1);function ke({account:e,name:o,onDone:n}){let t=l(),[s,r]=(0,H.useState)(!1),i=()=>r(!1);return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)("button",{type:"button",className:"button","aria-label":`${t.grant}: ${o}`,onClick:()=>r(!0),children:t.grant}),(0,R.jsx)(ae,{title:`${t.grant}: ${o}`,isOpen:s,onClose:i,children:s?(0,R.jsx)(je,{account:e,name:o,onDone:n,close:i}):null})]})}function je(e){let o=p(le,{});return(0,R.jsx)(T,{look:o,children:({units:n})=>(0,R.jsx)($e,{...e,units:n?.nodes??[]})})}function $e({account:e,units:o,onDone:n,close:t}){let s=l(),r=D(),i=re("ofChoice","GrantedRole"),[a,N]=(0,H.useState)(""),[u,F]=(0,H.useState)(""),[U,I]=(0,H.useState)(se()),[Y,M]=(0,H.useState)(""),h=K(ue),ee=async y=>{y.preventDefault();let j={accountId:e,role:a,unitId:u||null,startsOn:U,endsBefore:Y||null};await h.run({grant:j})&&(r.announce(s.granted),n(),t())};return(0,R.jsxs)("form",{className:"stack",onSubmit:y=>{ee(y)},children:[(0,R.jsx)(B,{problems:h.problems,inputs:{role:"role",unitId:"role-unit",startsOn:"role-starts",endsBefore:"role-ends"}}),(0,R.jsx)(w,{id:"role",title:s.role,options:[...i??[]].map(([y,j])=>[y,r.words.roles[y]??j]),value:a,isRequired:!0,onChange:N}),(0,R.jsx)(w,{id:"role-unit",title:s.unit,options:o.map(y=>[y.id,y.name]),value:u,onChange:F}),(0,R.jsx)(P,{id:"role-starts",title:s.starts,kind:"date",value:U,isRequired:!0,onChange:I}),(0,R.jsx)(P,{id:"role-ends",title:s.endsBefore,kind:"date",value:Y,onChange:M}),(0,R.jsxs)("div",{className:"row",children:[(0,R.jsx)("button",{type:"submit",className:"button first",disabled:h.isWaiting,children:s.grant}),(0,R.jsx)("button",{type:"button",className:"button",onClick:t,children:r.words.cancel})]})]})}var g=E(_(),1);function Ue(){let e=l(),o=p(De,{});return(0,g.jsx)(b,{title:e.ways.accounts,lead:e.accountsLead,children:(0,g.jsx)(T,{look:o,children:({accounts:n})=>(0,g.jsx)(V,{title:e.accounts,rows:n?.nodes??[],empty:e.noAccounts,children:t=>(0,g.jsx)(qe,{account:t,again:o.again},t.id)})})})}function qe({account:e,again:o}){let n=l(),{whole:t}=C(),s=O("ofType","Account"),r=O("ofChoice","AccountHolder"),i=e.name??n.nameless,a=e.grants?.nodes??[];return(0,g.jsx)(G,{title:i,state:s(e.state),tone:e.state==="ACTIVE"?"good":e.state==="DISABLED"?"bad":"note",facts:[[s("kind"),r(e.kind)],[s("endsBefore"),t(e.endsBefore)]],actions:(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)(L,{type:"Account",document:de,object:e,about:i,onDone:o}),e.kind==="STAFF"?(0,g.jsx)(ke,{account:e.id,name:i,onDone:o}):null]}),children:a.length?(0,g.jsx)("ul",{className:"tasks",children:a.map(N=>(0,g.jsx)(Je,{grant:N,whose:i,again:o},N.id))}):null})}function Je({grant:e,whose:o,again:n}){let t=l(),s=D(),{whole:r}=C(),i=O("ofType","RoleGrant"),a=s.words.roles[e.role]??e.role,N=e.endsBefore?t.until(r(e.endsBefore)):"";return(0,g.jsxs)("li",{children:[(0,g.jsxs)("span",{children:[(0,g.jsx)("span",{className:"strong",children:a})," ",[e.unit?.name??t.everywhere,N].filter(Boolean).join(", ")," ",(0,g.jsx)("span",{className:"tag",children:i(e.state)})]}),(0,g.jsx)(L,{type:"RoleGrant",document:me,object:e,about:`${o}: ${a}`,onDone:n})]})}var Q=E($(),1);var d=E(_(),1);function Me({onInvited:e}){let o=p(Ee,{});return(0,d.jsx)(T,{look:o,children:n=>(0,d.jsx)(Xe,{data:n,onInvited:e})})}function Xe({data:e,onInvited:o}){let n=l(),{announce:t,language:s}=D(),[r,i]=(0,Q.useState)(!0),[a,N]=(0,Q.useState)(""),[u,F]=(0,Q.useState)(""),[U,I]=(0,Q.useState)(""),[Y,M]=(0,Q.useState)(""),h=K(ce),ee=async y=>{y.preventDefault();let j=r?{staffMemberId:a}:{agencyId:u,name:U,language:s},te=await h.run({invitation:j});te&&(M(X(te)),I(""),t(n.invited),o())};return(0,d.jsxs)("form",{className:"card","aria-labelledby":"invite",onSubmit:y=>{ee(y)},children:[(0,d.jsx)("h2",{id:"invite",children:n.inviteTitle}),(0,d.jsx)(B,{problems:h.problems,inputs:{staffMemberId:"staff",agencyId:"agency",name:"name"}}),Y?(0,d.jsx)(J,{secret:Y}):null,(0,d.jsxs)("fieldset",{className:"ways-to-go",children:[(0,d.jsx)("legend",{children:n.invitee}),(0,d.jsx)(Fe,{title:n.staffMember,isChosen:r,choose:()=>i(!0)}),(0,d.jsx)(Fe,{title:n.official,isChosen:!r,choose:()=>i(!1)})]}),r?(0,d.jsx)(w,{id:"staff",title:n.who,options:(e.staffMembers?.nodes??[]).map(y=>[y.id,`${y.firstName??""} ${y.lastName}`.trim()]),value:a,isRequired:!0,onChange:N}):(0,d.jsxs)(d.Fragment,{children:[(0,d.jsx)(w,{id:"agency",title:n.agency,options:(e.agencies?.nodes??[]).map(y=>[y.id,y.name]),value:u,isRequired:!0,onChange:F}),(0,d.jsx)(P,{id:"name",title:n.name,value:U,isRequired:!0,onChange:I})]}),(0,d.jsx)("div",{children:(0,d.jsx)("button",{type:"submit",className:"button first",disabled:h.isWaiting,children:n.invite})})]})}function Fe({title:e,isChosen:o,choose:n}){return(0,d.jsxs)("label",{className:"way",children:[(0,d.jsx)("input",{type:"radio",name:"invitee",checked:o,onChange:n}),e]})}var x=E(_(),1);function he(){let e=l(),o=p(be,{});return(0,x.jsxs)(b,{title:e.ways.invitations,lead:e.invitationsLead,children:[(0,x.jsx)(Me,{onInvited:o.again}),(0,x.jsx)(T,{look:o,children:({invitations:n})=>(0,x.jsx)(V,{title:e.invitations,rows:n?.nodes??[],empty:e.noInvitations,children:t=>(0,x.jsx)(ze,{invitation:t,again:o.again},t.id)})})]})}function ze({invitation:e,again:o}){let{moment:n}=C(),t=O("ofType","Invitation"),s=O("ofChoice","InvitedKind");return(0,x.jsx)(G,{title:e.name,state:t(e.state),tone:e.state==="ACCEPTED"?"good":e.state==="OPEN"?"note":"",facts:[[t("kind"),s(e.kind)],[t("agency"),e.agency?.name],[t("expiresAt"),e.acceptedAt?"":n(e.expiresAt)],[t("acceptedAt"),n(e.acceptedAt)]],actions:(0,x.jsx)(L,{type:"Invitation",document:pe,object:e,about:e.name,onDone:o})})}var k=E(_(),1);function Pe(){let e=l(),{moment:o}=C(),n=O("ofChoice","LoginOutcome"),t=p(Ce,{}),s=p(Le,{});return(0,k.jsxs)(b,{title:e.ways.mails,lead:e.mailsLead,children:[(0,k.jsx)(T,{look:t,children:({deliveries:r})=>(0,k.jsx)(V,{title:e.failed,rows:r?.nodes??[],empty:e.noFailed,children:i=>(0,k.jsx)(Ze,{mail:i,again:t.again},i.id)})}),(0,k.jsxs)("section",{className:"stack","aria-label":e.logIns,children:[(0,k.jsx)("h2",{children:e.logIns}),(0,k.jsx)(T,{look:s,children:({loginEvents:r})=>(0,k.jsx)(z,{title:e.logIns,rows:r?.nodes??[],empty:e.noLogIns,columns:[{title:e.when,cell:i=>o(i.at)},{title:e.whose,cell:i=>i.account?.name??e.nameless},{title:e.outcome,cell:i=>n(i.outcome)},{title:e.network,cell:i=>i.network}]})})]})]})}function Ze({mail:e,again:o}){let{moment:n}=C(),t=O("ofType","Delivery"),s=O("ofChoice","DeliveryFailure"),r=O("ofChoice","RecipientKind"),i=s(e.failure);return(0,k.jsx)(G,{title:i,facts:[[t("event"),e.event],[t("recipientKind"),r(e.recipientKind)],[t("attempts"),e.attempts],[t("modifiedAt"),n(e.modifiedAt)]],actions:(0,k.jsx)(L,{type:"Delivery",document:Te,object:{id:e.id,revision:e.revision},about:i,onDone:o})})}var Ge=E($(),1);var m=E(_(),1),Z=["recycleDays","announcementDays","maxRootPageSize","maxNestedPageSize","maxEmergencyAccesses"];function Ve(){let e=l(),o=p(ye,{});return(0,m.jsx)(b,{title:e.ways.settings,lead:e.settingsLead,isReading:!0,children:(0,m.jsx)(T,{look:o,children:({settings:n})=>{let t=n?.nodes[0];return t?(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)(et,{setting:t,again:o.again},t.revision),(0,m.jsx)(tt,{setting:t})]}):(0,m.jsx)("p",{className:"quiet",children:e.noSettings})}})})}function et({setting:e,again:o}){let n=l(),{announce:t}=D(),s=O("ofType","Setting"),[r,i]=(0,Ge.useState)(()=>Object.fromEntries(Z.map(u=>[u,String(e[u])]))),a=K(_e),N=async u=>{u.preventDefault();let F=Z.filter(I=>Number(r[I])!==e[I]),U=Object.fromEntries(F.map(I=>[I,Number(r[I])]));await a.run({settings:{id:e.id,revision:e.revision,...U}})&&(t(n.saved),o())};return(0,m.jsxs)("form",{className:"card","aria-label":n.ways.settings,onSubmit:u=>{N(u)},children:[(0,m.jsx)(B,{problems:a.problems,inputs:Object.fromEntries(Z.map(u=>[u,u]))}),Z.map(u=>(0,m.jsx)(P,{id:u,title:s(u),kind:"number",value:r[u]??"",isRequired:!0,onChange:F=>i(U=>({...U,[u]:F}))},u)),(0,m.jsx)("div",{children:(0,m.jsx)("button",{type:"submit",className:"button first",disabled:a.isWaiting,children:n.save})})]})}function tt({setting:e}){let o=l(),{moment:n}=C(),t=O("ofType","Setting"),s=e.history??[];return s.length?(0,m.jsxs)("section",{className:"stack","aria-label":o.history,children:[(0,m.jsx)("h2",{children:o.history}),(0,m.jsx)("ul",{className:"tasks",children:s.map((r,i)=>(0,m.jsxs)("li",{children:[(0,m.jsxs)("span",{children:[(0,m.jsx)("span",{className:"strong",children:r.actorName})," ",r.changes.map(({field:a,before:N,after:u})=>`${t(a)}: ${we(N)} → ${we(u)}`).join(", ")]}),(0,m.jsx)("span",{className:"quiet",children:n(r.at)})]},i))})]}):null}function we(e){return e==null?"–":String(e)}var xe=E($(),1);var A=E(_(),1);function We(){let e=l(),o=p(Ne,{});return(0,A.jsx)(b,{title:e.ways.vocabularies,lead:e.vocabulariesLead,children:(0,A.jsx)(T,{look:o,children:n=>(0,A.jsx)(nt,{data:n})})})}function nt({data:e}){let o=l(),{language:n}=D(),[t,s]=(0,xe.useState)(""),r=new Map(e.contentTypes.flatMap(a=>a.fields).flatMap(a=>a.vocabulary?[[a.vocabulary,a.titles[n]]]:[])),i=[...r].sort(([,a],[,N])=>a.localeCompare(N,n));return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(w,{id:"vocabulary",title:o.vocabulary,options:i.map(([a,N])=>[a,`${N} (${a})`]),value:t,onChange:s}),t?(0,A.jsx)(ot,{vocabulary:t,title:r.get(t)??t},t):null]})}function ot({vocabulary:e,title:o}){let n=l(),t=O("ofType","Term"),s=p(Oe,{vocabulary:e});return(0,A.jsx)(T,{look:s,children:({terms:r})=>(0,A.jsx)(z,{title:o,rows:r?.nodes??[],empty:n.noTerms,columns:[{title:"suomi",cell:i=>i.titleFi},{title:"svenska",cell:i=>(0,A.jsx)("span",{lang:"sv",children:i.titleSv})},{title:"English",cell:i=>(0,A.jsx)("span",{lang:"en",children:i.titleEn})},{title:t("state"),cell:i=>t(i.state)},{title:"",cell:i=>(0,A.jsx)(L,{type:"Term",document:Re,object:i,about:i.titleFi,onDone:s.again})}]})})}var q=E($(),1);var v=E(_(),1),it="referrals:read referrals:write";function Ke({onRegistered:e}){let o=p(ge,{});return(0,v.jsx)(T,{look:o,children:({agencies:n})=>(0,v.jsx)(st,{agencies:n?.nodes??[],onRegistered:e})})}function st({agencies:e,onRegistered:o}){let n=l(),{announce:t}=D(),[s,r]=(0,q.useState)(""),[i,a]=(0,q.useState)(""),[N,u]=(0,q.useState)(it),[F,U]=(0,q.useState)(""),I=K(Se),Y=async M=>{M.preventDefault();let h=await I.run({system:{name:s,agencyId:i,scopes:N.split(/\s+/).filter(Boolean)}});h&&(U(X(h)),r(""),t(n.registered),o())};return(0,v.jsxs)("form",{className:"card","aria-labelledby":"new-system",onSubmit:M=>{Y(M)},children:[(0,v.jsx)("h2",{id:"new-system",children:n.newSystem}),(0,v.jsx)(B,{problems:I.problems,inputs:{name:"system-name",agencyId:"system-agency",scopes:"system-scopes"}}),F?(0,v.jsx)(J,{secret:F}):null,(0,v.jsx)(P,{id:"system-name",title:n.name,value:s,isRequired:!0,onChange:r}),(0,v.jsx)(w,{id:"system-agency",title:n.agency,options:e.map(M=>[M.id,M.name]),value:i,isRequired:!0,onChange:a}),(0,v.jsx)(P,{id:"system-scopes",title:n.scopes,value:N,isRequired:!0,onChange:u}),(0,v.jsx)("div",{children:(0,v.jsx)("button",{type:"submit",className:"button first",disabled:I.isWaiting,children:n.newSystem})})]})}var S=E(_(),1);function Be(){let e=l(),o=p(fe,{}),n=p(ve,{});return(0,S.jsxs)(b,{title:e.ways.systems,lead:e.systemsLead,children:[(0,S.jsx)(T,{look:o,children:({agencyClients:t})=>(0,S.jsx)(V,{title:e.agencySystems,rows:t?.nodes??[],empty:e.noSystems,children:s=>(0,S.jsx)(rt,{system:s,again:o.again},s.id)})}),(0,S.jsx)(Ke,{onRegistered:o.again}),(0,S.jsx)(T,{look:n,children:({frontEndClients:t})=>(0,S.jsx)(V,{title:e.frontEnds,rows:t?.nodes??[],empty:e.noSystems,children:s=>(0,S.jsx)(at,{frontEnd:s,again:n.again},s.id)})})]})}function rt({system:e,again:o}){let{moment:n}=C(),t=O("ofType","AgencyClient");return(0,S.jsx)(G,{title:e.name,state:t(e.state),tone:e.state==="ACTIVE"?"good":"bad",facts:[[t("agency"),e.agency?.name],[t("publicId"),(0,S.jsx)("code",{children:e.publicId},"id")],[t("scopes"),e.scopes.join(", ")],[t("lastUsedAt"),n(e.lastUsedAt)],[t("expiresAt"),n(e.expiresAt)]],actions:(0,S.jsx)(L,{type:"AgencyClient",document:Ae,object:e,about:e.name,onDone:o})})}function at({frontEnd:e,again:o}){let{moment:n}=C(),t=O("ofType","FrontEndClient");return(0,S.jsx)(G,{title:e.name,state:t(e.state),tone:e.state==="ACTIVE"?"good":"bad",facts:[[t("publicId"),(0,S.jsx)("code",{children:e.publicId},"id")],[t("scopes"),e.scopes.join(", ")],[t("redirectUris"),e.redirectUris.join(", ")],[t("origins"),(e.origins??[]).join(", ")],[t("revokedAt"),n(e.revokedAt)]],actions:(0,S.jsx)(L,{type:"FrontEndClient",document:Ie,object:e,about:e.name,onDone:o})})}var f=E(_(),1);function lt(){let{ways:e}=l();return(0,f.jsxs)(f.Fragment,{children:[(0,f.jsx)(ie,{ways:[{path:"/",title:e.accounts},{path:"/invitations",title:e.invitations},{path:"/systems",title:e.systems},{path:"/mails",title:e.mails},{path:"/vocabularies",title:e.vocabularies},{path:"/settings",title:e.settings}]}),(0,f.jsxs)(ne,{children:[(0,f.jsx)(W,{path:"/",component:Ue}),(0,f.jsx)(W,{path:"/invitations",component:he}),(0,f.jsx)(W,{path:"/systems",component:Be}),(0,f.jsx)(W,{path:"/mails",component:Pe}),(0,f.jsx)(W,{path:"/vocabularies",component:We}),(0,f.jsx)(W,{path:"/settings",component:Ve}),(0,f.jsx)(W,{component:oe})]})]})}export{lt as default};
