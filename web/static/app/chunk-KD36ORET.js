import{a as z}from"./chunk-SGTO2AIA.js";import{a as V,c as x}from"./chunk-N4WW6VQX.js";import{a as se,c as de}from"./chunk-2NABCQEW.js";import{a as oe}from"./chunk-6I4BGB2J.js";import{a as M,b as J}from"./chunk-M5ZS5TYT.js";import{a as X}from"./chunk-DG7U3J3C.js";import"./chunk-J2KSSCOX.js";import"./chunk-CXEEDNUD.js";import{a as ae}from"./chunk-VJ57TAP3.js";import{a as re,d as b}from"./chunk-LAXEIQQE.js";import{a as le,b as ue}from"./chunk-BHMKMHFP.js";import"./chunk-AAXXP4VA.js";import{a as w,b as U}from"./chunk-WWUFBI3M.js";import"./chunk-BS7KTXJJ.js";import"./chunk-OCTD23N4.js";import{e as G,g as ie}from"./chunk-S4TXWKWP.js";import{a as H,e as _,f as v,j as I,k as p,m as K,o as B,q as m,t as y,u as Ee}from"./chunk-HL5E4EFT.js";import"./chunk-5RBZAMFY.js";import{c as u}from"./chunk-OOJM4CTU.js";var Ge=u(H(),1);var d=class extends String{__apiType;value;__meta__;constructor(i,n){super(i),this.value=i,this.__meta__=n}toString(){return this.value}},ce=new d(`
    query UnitsForRoles {
  units(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `),me=new d(`
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
    `),Te=new d(`
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
    `),_e=new d(`
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
    `),pe=new d(`
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
    `),Oe=new d(`
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
    `),ge=new d(`
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
    `),ye=new d(`
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
    `),Re=new d(`
    query EventsOfMails {
  contentType(name: "Delivery") {
    fields {
      name
      options {
        token
        titles {
          fi
          sv
          en
        }
      }
    }
  }
}
    `),Ne=new d(`
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
    `),Ae=new d(`
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
    `),Se=new d(`
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
    `),Ie=new d(`
    query VocabulariesInUse {
  contentTypes {
    titles {
      fi
      sv
      en
    }
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
    `),De=new d(`
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
    `),fe=new d(`
    query AgenciesForSystems {
  agencies(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `),Ce=new d(`
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
    `),ve=new d(`
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
    `),Le=new d(`
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
    `),be=new d(`
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
    `),ke=new d(`
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
      listedDocumentsOnly
      documents {
        name
      }
      agency {
        name
      }
    }
  }
}
    `),Ue=new d(`
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
    `),Me=new d(`
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
    `),Fe=new d(`
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
    `),Pe=new d(`
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
    `),he=new d(`
    query MitaPaakayttajaltaOdotetaan($jalkeen: String) {
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
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `);var ze={ways:{accounts:"Tunnukset ja roolit",waiting:"Odottaa",invitations:"Kutsut",systems:"Järjestelmät",mails:"Viestit ja kirjautumiset",vocabularies:"Sanastot",settings:"Asetukset"},waitingLead:"Mitä toinen on kirjoittanut tai ehdottanut ja sinä voit päättää, ja viestit, jotka eivät lähteneet.",tasks:"Tehtävät",noTasks:"Mikään ei odota.",accountsLead:"Kenellä on tunnus, missä roolissa ja mihin asti. Asiakkaiden tunnuksilla ei ole nimeä.",accounts:"Tunnukset",noAccounts:"Tunnuksia ei ole.",nameless:"Ilman nimeä",roles:"Roolit",noRoles:"Ei rooleja.",everywhere:"kaikkialla",until:e=>`${e} asti`,grant:"Myönnä rooli",role:"Rooli",unit:"Yksikkö (tyhjä: kaikkialla)",starts:"Alkaa",endsBefore:"Päättyy ennen",granted:"Rooli on myönnetty. Pääkäyttäjän ja tietosuojavastaavan roolin hyväksyy toinen.",invitationsLead:"Ketkä on kutsuttu, ja kuka on jo ottanut tunnuksensa käyttöön.",invitations:"Kutsut",noInvitations:"Kutsuja ei ole.",invite:"Kutsu",inviteTitle:"Uusi kutsu",invitee:"Kenet kutsutaan?",staffMember:"Työntekijä",official:"Lähettävän tahon yhteyshenkilö",who:"Työntekijä",agency:"Lähettävä taho",name:"Nimi",invited:"Kutsu on tehty.",systemsLead:"Mitkä järjestelmät ja käyttöliittymät kutsuvat rajapintaa, ja mihin niillä on oikeus.",agencySystems:"Lähettävien tahojen järjestelmät",frontEnds:"Käyttöliittymät",noSystems:"Järjestelmiä ei ole.",newSystem:"Rekisteröi järjestelmä",scopes:"Oikeudet, välilyönti välissä",registered:"Järjestelmä on rekisteröity.",mailsLead:"Viestit, jotka eivät lähteneet, ja viimeiset kirjautumiset. Osoitteita ei säilytetä.",failed:"Epäonnistuneet viestit",noFailed:"Jokainen viesti lähti.",logIns:"Kirjautumiset",noLogIns:"Kirjautumisia ei ole.",when:"Milloin",whose:"Kuka",outcome:"Tulos",network:"Verkko",vocabulariesLead:"Sanat kolmella kielellä. Muutoksen julkaisee toinen henkilö.",vocabulary:"Sanasto",noTerms:"Sanastossa ei ole sanoja.",show:"Näytä",settingsLead:"Asetukset koskevat koko asennusta. Historia kertoo, kuka muutti mitä.",save:"Tallenna",saved:"Asetukset on tallennettu.",history:"Muutokset",noSettings:"Asetuksia ei ole."},Ze={ways:{accounts:"Konton och roller",waiting:"Väntar",invitations:"Inbjudningar",systems:"System",mails:"Meddelanden och inloggningar",vocabularies:"Ordlistor",settings:"Inställningar"},waitingLead:"Vad någon annan har skrivit eller föreslagit och du kan besluta om, och meddelanden som inte gick iväg.",tasks:"Uppgifter",noTasks:"Inget väntar.",accountsLead:"Vem som har ett konto, i vilken roll och hur länge. Klienternas konton har inget namn.",accounts:"Konton",noAccounts:"Det finns inga konton.",nameless:"Utan namn",roles:"Roller",noRoles:"Inga roller.",everywhere:"överallt",until:e=>`till ${e}`,grant:"Ge en roll",role:"Roll",unit:"Enhet (tomt: överallt)",starts:"Börjar",endsBefore:"Slutar före",granted:"Rollen är given. Rollen för administratör och dataskyddsombud godkänns av en annan.",invitationsLead:"Vilka som har bjudits in, och vem som redan har tagit sitt konto i bruk.",invitations:"Inbjudningar",noInvitations:"Det finns inga inbjudningar.",invite:"Bjud in",inviteTitle:"Ny inbjudan",invitee:"Vem bjuds in?",staffMember:"En anställd",official:"En kontaktperson hos den som skickar remisser",who:"Anställd",agency:"Den som skickar remisser",name:"Namn",invited:"Inbjudan är gjord.",systemsLead:"Vilka system och användargränssnitt som anropar gränssnittet, och vad de får göra.",agencySystems:"System hos dem som skickar remisser",frontEnds:"Användargränssnitt",noSystems:"Det finns inga system.",newSystem:"Registrera ett system",scopes:"Rättigheter, med mellanslag",registered:"Systemet är registrerat.",mailsLead:"Meddelanden som inte gick iväg, och de senaste inloggningarna. Adresser sparas inte.",failed:"Misslyckade meddelanden",noFailed:"Varje meddelande gick iväg.",logIns:"Inloggningar",noLogIns:"Det finns inga inloggningar.",when:"När",whose:"Vem",outcome:"Resultat",network:"Nät",vocabulariesLead:"Orden på tre språk. En ändring publiceras av en annan person.",vocabulary:"Ordlista",noTerms:"Ordlistan har inga ord.",show:"Visa",settingsLead:"Inställningarna gäller hela installationen. Historiken visar vem som ändrade vad.",save:"Spara",saved:"Inställningarna är sparade.",history:"Ändringar",noSettings:"Det finns inga inställningar."},et={ways:{accounts:"Accounts and roles",waiting:"Waiting",invitations:"Invitations",systems:"Systems",mails:"Mails and log-ins",vocabularies:"Vocabularies",settings:"Settings"},waitingLead:"What somebody else wrote or proposed and you may decide, and mails that did not leave.",tasks:"Tasks",noTasks:"Nothing waits.",accountsLead:"Who has an account, in which role and until when. The accounts of clients have no name.",accounts:"Accounts",noAccounts:"There are no accounts.",nameless:"Without a name",roles:"Roles",noRoles:"No roles.",everywhere:"everywhere",until:e=>`until ${e}`,grant:"Grant a role",role:"Role",unit:"Unit (empty: everywhere)",starts:"Starts",endsBefore:"Ends before",granted:"The role is granted. That of an administrator or privacy officer is approved by a second person.",invitationsLead:"Who was invited, and who has taken the account into use.",invitations:"Invitations",noInvitations:"There are no invitations.",invite:"Invite",inviteTitle:"A new invitation",invitee:"Whom to invite?",staffMember:"A member of staff",official:"A contact person of an agency",who:"Member of staff",agency:"Agency",name:"Name",invited:"The invitation is made.",systemsLead:"Which systems and front ends call the API, and what they may do.",agencySystems:"Systems of agencies",frontEnds:"Front ends",noSystems:"There are no systems.",newSystem:"Register a system",scopes:"Scopes, with spaces between",registered:"The system is registered.",mailsLead:"Mails that did not leave, and the latest log-ins. Addresses are not kept.",failed:"Failed mails",noFailed:"Every mail left.",logIns:"Log-ins",noLogIns:"There are no log-ins.",when:"When",whose:"Who",outcome:"Outcome",network:"Network",vocabulariesLead:"Words in three languages. A change is published by a second person.",vocabulary:"Vocabulary",noTerms:"The vocabulary has no words.",show:"Show",settingsLead:"Settings are of the whole installation. The history says who changed what.",save:"Save",saved:"The settings are saved.",history:"Changes",noSettings:"There are no settings."};function E(){return{fi:ze,sv:Ze,en:et}[I().language]}var Q=u(H(),1);var A=u(_(),1);function we({account:e,name:i,onDone:n}){let t=E(),[o,a]=(0,Q.useState)(!1),r=()=>a(!1);return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)("button",{type:"button",className:"button","aria-label":`${t.grant}: ${i}`,onClick:()=>a(!0),children:t.grant}),(0,A.jsx)(le,{title:`${t.grant}: ${i}`,isOpen:o,onClose:r,children:o?(0,A.jsx)(tt,{account:e,name:i,onDone:n,close:r}):null})]})}function tt(e){let i=p(ce,{});return(0,A.jsx)(m,{look:i,children:({units:n})=>(0,A.jsx)(nt,{...e,units:n?.nodes??[]})})}function nt({account:e,units:i,onDone:n,close:t}){let o=E(),a=I(),r=Ee("ofChoice","GrantedRole"),[s,N]=(0,Q.useState)(""),[l,c]=(0,Q.useState)(""),[L,C]=(0,Q.useState)(re()),[Y,P]=(0,Q.useState)(""),h=K(me),te=async R=>{R.preventDefault();let $={accountId:e,role:s,unitId:l||null,startsOn:L,endsBefore:Y||null};await h.run({grant:$})&&(a.announce(o.granted),n(),t())};return(0,A.jsxs)("form",{className:"stack",onSubmit:R=>{te(R)},children:[(0,A.jsx)(B,{problems:h.problems,inputs:{role:"role",unitId:"role-unit",startsOn:"role-starts",endsBefore:"role-ends"}}),(0,A.jsx)(U,{id:"role",title:o.role,options:[...r??[]].map(([R,$])=>[R,a.words.roles[R]??$]),value:s,isRequired:!0,onChange:N}),(0,A.jsx)(U,{id:"role-unit",title:o.unit,options:i.map(R=>[R.id,R.name]),value:l,onChange:c}),(0,A.jsx)(w,{id:"role-starts",title:o.starts,kind:"date",value:L,isRequired:!0,onChange:C}),(0,A.jsx)(w,{id:"role-ends",title:o.endsBefore,kind:"date",value:Y,onChange:P}),(0,A.jsxs)("div",{className:"row",children:[(0,A.jsx)("button",{type:"submit",className:"button first",disabled:h.isWaiting,children:o.grant}),(0,A.jsx)(ue,{})]})]})}var T=u(_(),1);function Ve(){let e=E(),i=p(be,{});return(0,T.jsx)(v,{title:e.ways.accounts,lead:e.accountsLead,children:(0,T.jsx)(m,{look:i,children:({accounts:n})=>(0,T.jsx)(it,{accounts:n?.nodes??[],again:i.again})})})}function it({accounts:e,again:i}){let n=E(),{language:t}=I(),o=y("ofChoice","AccountHolder"),a=y("ofType","Account"),r=[...new Set(e.map(({kind:c})=>c))],[s,N]=(0,Ge.useState)("STAFF"),l=e.filter(({kind:c})=>c===s).sort((c,L)=>(c.name??"").localeCompare(L.name??"",t));return(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(U,{id:"account-kind",title:a("kind"),options:r.map(c=>[c,o(c)]),value:s,isRequired:!0,onChange:c=>N(c||"STAFF")}),(0,T.jsx)(x,{title:o(s),rows:l,empty:n.noAccounts,children:c=>(0,T.jsx)(ot,{account:c,again:i},c.id)})]})}function ot({account:e,again:i}){let n=E(),{whole:t}=b(),o=y("ofType","Account"),a=e.name??n.nameless,r=e.grants?.nodes??[];return(0,T.jsx)(V,{title:a,state:o(e.state),tone:e.state==="ACTIVE"?"good":e.state==="DISABLED"?"bad":"note",facts:[[o("endsBefore"),t(e.endsBefore)]],actions:(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(M,{type:"Account",document:pe,object:e,about:a,onDone:i}),e.kind==="STAFF"?(0,T.jsx)(we,{account:e.id,name:a,onDone:i}):null]}),children:r.length?(0,T.jsx)("ul",{className:"tasks",children:r.map(s=>(0,T.jsx)(st,{grant:s,whose:a,again:i},s.id))}):null})}function st({grant:e,whose:i,again:n}){let t=E(),o=I(),{whole:a}=b(),r=y("ofType","RoleGrant"),s=o.words.roles[e.role]??e.role,N=e.endsBefore?t.until(a(e.endsBefore)):"";return(0,T.jsxs)("li",{children:[(0,T.jsxs)("span",{children:[(0,T.jsx)("span",{className:"strong",children:s})," ",[e.unit?.name??t.everywhere,N].filter(Boolean).join(", ")," ",(0,T.jsx)("span",{className:"tag",children:r(e.state)})]}),(0,T.jsx)(M,{type:"RoleGrant",document:Oe,object:e,about:`${i}: ${s}`,onDone:n})]})}var j=u(H(),1);var O=u(_(),1);function We({onInvited:e}){let i=p(Te,{});return(0,O.jsx)(m,{look:i,children:n=>(0,O.jsx)(rt,{data:n,onInvited:e})})}function rt({data:e,onInvited:i}){let n=E(),{announce:t,language:o}=I(),[a,r]=(0,j.useState)(!0),[s,N]=(0,j.useState)(""),[l,c]=(0,j.useState)(""),[L,C]=(0,j.useState)(""),[Y,P]=(0,j.useState)(""),h=K(_e),te=async R=>{R.preventDefault();let $=a?{staffMemberId:s}:{agencyId:l,name:L,language:o},ne=await h.run({invitation:$});ne&&(P(J(ne)),C(""),t(n.invited),i())};return(0,O.jsxs)("form",{className:"card","aria-labelledby":"invite",onSubmit:R=>{te(R)},children:[(0,O.jsx)("h2",{id:"invite",children:n.inviteTitle}),(0,O.jsx)(B,{problems:h.problems,inputs:{staffMemberId:"staff",agencyId:"agency",name:"name"}}),Y?(0,O.jsx)(X,{secret:Y}):null,(0,O.jsxs)("fieldset",{className:"ways-to-go",children:[(0,O.jsx)("legend",{children:n.invitee}),(0,O.jsx)(xe,{title:n.staffMember,isChosen:a,choose:()=>r(!0)}),(0,O.jsx)(xe,{title:n.official,isChosen:!a,choose:()=>r(!1)})]}),a?(0,O.jsx)(U,{id:"staff",title:n.who,options:(e.staffMembers?.nodes??[]).map(R=>[R.id,`${R.firstName??""} ${R.lastName}`.trim()]),value:s,isRequired:!0,onChange:N}):(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(U,{id:"agency",title:n.agency,options:(e.agencies?.nodes??[]).map(R=>[R.id,R.name]),value:l,isRequired:!0,onChange:c}),(0,O.jsx)(w,{id:"name",title:n.name,value:L,isRequired:!0,onChange:C})]}),(0,O.jsx)("div",{children:(0,O.jsx)("button",{type:"submit",className:"button first",disabled:h.isWaiting,children:n.invite})})]})}function xe({title:e,isChosen:i,choose:n}){return(0,O.jsxs)("label",{className:"way",children:[(0,O.jsx)("input",{type:"radio",name:"invitee",checked:i,onChange:n}),e]})}var W=u(_(),1);function Ke(){let e=E(),i=p(Fe,{});return(0,W.jsxs)(v,{title:e.ways.invitations,lead:e.invitationsLead,children:[(0,W.jsx)(We,{onInvited:i.again}),(0,W.jsx)(m,{look:i,children:({invitations:n})=>(0,W.jsx)(x,{title:e.invitations,rows:n?.nodes??[],empty:e.noInvitations,children:t=>(0,W.jsx)(at,{invitation:t,again:i.again},t.id)})})]})}function at({invitation:e,again:i}){let{moment:n}=b(),t=y("ofType","Invitation"),o=y("ofChoice","InvitedKind");return(0,W.jsx)(V,{title:e.name,state:t(e.state),tone:e.state==="ACCEPTED"?"good":e.state==="OPEN"?"note":"",facts:[[t("kind"),o(e.kind)],[t("agency"),e.agency?.name],[t("expiresAt"),e.acceptedAt?"":n(e.expiresAt)],[t("acceptedAt"),n(e.acceptedAt)]],actions:(0,W.jsx)(M,{type:"Invitation",document:ge,object:e,about:e.name,onDone:i})})}var F=u(_(),1);function Be(){let e=E(),{moment:i}=b(),n=y("ofChoice","LoginOutcome"),t=p(Ue,{}),o=Et(),a=p(Pe,{});return(0,F.jsxs)(v,{title:e.ways.mails,lead:e.mailsLead,children:[(0,F.jsx)(m,{look:t,children:({deliveries:r})=>(0,F.jsx)(x,{title:e.failed,rows:r?.nodes??[],empty:e.noFailed,children:s=>(0,F.jsx)(lt,{mail:s,event:o(s.event),again:t.again},s.id)})}),(0,F.jsxs)("section",{className:"stack","aria-label":e.logIns,children:[(0,F.jsx)("h2",{children:e.logIns}),(0,F.jsx)(m,{look:a,children:({loginEvents:r})=>(0,F.jsx)(z,{title:e.logIns,rows:r?.nodes??[],empty:e.noLogIns,columns:[{title:e.when,cell:s=>i(s.at)},{title:e.whose,cell:s=>s.account?.name??e.nameless},{title:e.outcome,cell:s=>n(s.outcome)},{title:e.network,cell:s=>s.network}]})})]})]})}function Et(){let{language:e}=I(),n=p(Re,{}).answer?.data?.contentType?.fields?.find(({name:t})=>t==="event")?.options;return t=>n?n.find(({token:o})=>o===t)?.titles[e]??t:""}function lt({mail:e,event:i,again:n}){let{moment:t}=b(),o=y("ofType","Delivery"),a=y("ofChoice","DeliveryFailure"),r=y("ofChoice","RecipientKind"),s=a(e.failure);return(0,F.jsx)(V,{title:s,facts:[[o("event"),i],[o("recipientKind"),r(e.recipientKind)],[o("attempts"),e.attempts],[o("modifiedAt"),t(e.modifiedAt)]],actions:(0,F.jsx)(M,{type:"Delivery",document:ye,object:{id:e.id,revision:e.revision},about:s,onDone:n})})}var He=u(H(),1);var g=u(_(),1),Z=["recycleDays","announcementDays","maxRootPageSize","maxNestedPageSize","maxEmergencyAccesses"];function Qe(){let e=E(),i=p(Ne,{});return(0,g.jsx)(v,{title:e.ways.settings,lead:e.settingsLead,isReading:!0,children:(0,g.jsx)(m,{look:i,children:({settings:n})=>{let t=n?.nodes[0];return t?(0,g.jsxs)(g.Fragment,{children:[(0,g.jsx)(ut,{setting:t,again:i.again},t.revision),(0,g.jsx)(dt,{setting:t})]}):(0,g.jsx)("p",{className:"quiet",children:e.noSettings})}})})}function ut({setting:e,again:i}){let n=E(),{announce:t}=I(),o=y("ofType","Setting"),[a,r]=(0,He.useState)(()=>Object.fromEntries(Z.map(l=>[l,String(e[l])]))),s=K(Ae),N=async l=>{l.preventDefault();let c=Z.filter(C=>Number(a[C])!==e[C]),L=Object.fromEntries(c.map(C=>[C,Number(a[C])]));await s.run({settings:{id:e.id,revision:e.revision,...L}})&&(t(n.saved),i())};return(0,g.jsxs)("form",{className:"card","aria-label":n.ways.settings,onSubmit:l=>{N(l)},children:[(0,g.jsx)(B,{problems:s.problems,inputs:Object.fromEntries(Z.map(l=>[l,l]))}),Z.map(l=>(0,g.jsx)(w,{id:l,title:o(l),kind:"number",value:a[l]??"",isRequired:!0,onChange:c=>r(L=>({...L,[l]:c}))},l)),(0,g.jsx)("div",{children:(0,g.jsx)("button",{type:"submit",className:"button first",disabled:s.isWaiting,children:n.save})})]})}function dt({setting:e}){let i=E(),{moment:n}=b(),t=y("ofType","Setting"),o=e.history??[];return o.length?(0,g.jsxs)("section",{className:"stack","aria-label":i.history,children:[(0,g.jsx)("h2",{children:i.history}),(0,g.jsx)("ul",{className:"tasks",children:o.map((a,r)=>(0,g.jsxs)("li",{children:[(0,g.jsxs)("span",{children:[(0,g.jsx)("span",{className:"strong",children:a.actorName})," ",a.changes.map(({field:s,before:N,after:l})=>`${t(s)}: ${Ye(N)} → ${Ye(l)}`).join(", ")]}),(0,g.jsx)("span",{className:"quiet",children:n(a.at)})]},r))})]}):null}function Ye(e){return e==null?"–":String(e)}var je=u(H(),1);var D=u(_(),1);function $e(){let e=E(),i=p(Ie,{});return(0,D.jsx)(v,{title:e.ways.vocabularies,lead:e.vocabulariesLead,children:(0,D.jsx)(m,{look:i,children:n=>(0,D.jsx)(ct,{data:n})})})}function ct({data:e}){let i=E(),{language:n}=I(),[t,o]=(0,je.useState)(""),a=new Map(e.contentTypes.flatMap(s=>s.fields.flatMap(({vocabulary:N,titles:l})=>N?[[N,`${l[n]} (${s.titles[n].toLowerCase()})`]]:[]))),r=[...a].sort(([,s],[,N])=>s.localeCompare(N,n));return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(U,{id:"vocabulary",title:i.vocabulary,options:r,value:t,onChange:o}),t?(0,D.jsx)(mt,{vocabulary:t,title:a.get(t)??t},t):null]})}function mt({vocabulary:e,title:i}){let n=E(),t=y("ofType","Term"),o=p(Se,{vocabulary:e});return(0,D.jsx)(m,{look:o,children:({terms:a})=>(0,D.jsx)(z,{title:i,rows:a?.nodes??[],empty:n.noTerms,columns:[{title:"suomi",cell:r=>r.titleFi},{title:"svenska",cell:r=>(0,D.jsx)("span",{lang:"sv",children:r.titleSv})},{title:"English",cell:r=>(0,D.jsx)("span",{lang:"en",children:r.titleEn})},{title:t("state"),cell:r=>t(r.state)},{title:"",cell:r=>(0,D.jsx)(M,{type:"Term",document:De,object:r,about:r.titleFi,onDone:o.again})}]})})}var q=u(H(),1);var k=u(_(),1),Tt="referrals:read referrals:write";function qe({onRegistered:e}){let i=p(fe,{});return(0,k.jsx)(m,{look:i,children:({agencies:n})=>(0,k.jsx)(_t,{agencies:n?.nodes??[],onRegistered:e})})}function _t({agencies:e,onRegistered:i}){let n=E(),{announce:t}=I(),[o,a]=(0,q.useState)(""),[r,s]=(0,q.useState)(""),[N,l]=(0,q.useState)(Tt),[c,L]=(0,q.useState)(""),C=K(Ce),Y=async P=>{P.preventDefault();let h=await C.run({system:{name:o,agencyId:r,scopes:N.split(/\s+/).filter(Boolean)}});h&&(L(J(h)),a(""),t(n.registered),i())};return(0,k.jsxs)("form",{className:"card","aria-labelledby":"new-system",onSubmit:P=>{Y(P)},children:[(0,k.jsx)("h2",{id:"new-system",children:n.newSystem}),(0,k.jsx)(B,{problems:C.problems,inputs:{name:"system-name",agencyId:"system-agency",scopes:"system-scopes"}}),c?(0,k.jsx)(X,{secret:c}):null,(0,k.jsx)(w,{id:"system-name",title:n.name,value:o,isRequired:!0,onChange:a}),(0,k.jsx)(U,{id:"system-agency",title:n.agency,options:e.map(P=>[P.id,P.name]),value:r,isRequired:!0,onChange:s}),(0,k.jsx)(w,{id:"system-scopes",title:n.scopes,value:N,isRequired:!0,onChange:l}),(0,k.jsx)("div",{children:(0,k.jsx)("button",{type:"submit",className:"button first",disabled:C.isWaiting,children:n.newSystem})})]})}var S=u(_(),1);function Xe(){let e=E(),i=p(ke,{}),n=p(Me,{});return(0,S.jsxs)(v,{title:e.ways.systems,lead:e.systemsLead,children:[(0,S.jsx)(m,{look:i,children:({agencyClients:t})=>(0,S.jsx)(x,{title:e.agencySystems,rows:t?.nodes??[],empty:e.noSystems,children:o=>(0,S.jsx)(pt,{system:o,again:i.again},o.id)})}),(0,S.jsx)(qe,{onRegistered:i.again}),(0,S.jsx)(m,{look:n,children:({frontEndClients:t})=>(0,S.jsx)(x,{title:e.frontEnds,rows:t?.nodes??[],empty:e.noSystems,children:o=>(0,S.jsx)(Ot,{frontEnd:o,again:n.again},o.id)})})]})}function pt({system:e,again:i}){let{moment:n}=b(),t=y("ofType","AgencyClient");return(0,S.jsx)(V,{title:e.name,state:t(e.state),tone:e.state==="ACTIVE"?"good":"bad",facts:[[t("agency"),e.agency?.name],[t("publicId"),(0,S.jsx)("code",{children:e.publicId},"id")],[t("scopes"),(0,S.jsx)("code",{children:e.scopes.join(" ")},"scopes")],[t("listedDocumentsOnly"),e.listedDocumentsOnly?(e.documents??[]).map(({name:o})=>o).join(", ")||"0":null],[t("lastUsedAt"),n(e.lastUsedAt)],[t("expiresAt"),n(e.expiresAt)]],actions:(0,S.jsx)(M,{type:"AgencyClient",document:ve,object:e,about:e.name,onDone:i})})}function Ot({frontEnd:e,again:i}){let{moment:n}=b(),t=y("ofType","FrontEndClient");return(0,S.jsx)(V,{title:e.name,state:t(e.state),tone:e.state==="ACTIVE"?"good":"bad",facts:[[t("publicId"),(0,S.jsx)("code",{children:e.publicId},"id")],[t("scopes"),(0,S.jsx)("code",{children:e.scopes.join(" ")},"scopes")],[t("redirectUris"),e.redirectUris.join(", ")],[t("origins"),(e.origins??[]).join(", ")],[t("revokedAt"),n(e.revokedAt)]],actions:(0,S.jsx)(M,{type:"FrontEndClient",document:Le,object:e,about:e.name,onDone:i})})}var ee=u(_(),1);function Je(){let e=E(),n=ae(he,t=>({jalkeen:t}),({tasks:t})=>t,!0);return(0,ee.jsx)(v,{title:e.ways.waiting,lead:e.waitingLead,children:(0,ee.jsx)(m,{look:n,children:t=>(0,ee.jsx)(de,{title:e.tasks,empty:e.noTasks,ways:{},tasks:t})})})}var f=u(_(),1);function gt(){let{ways:e}=E();return(0,f.jsxs)(f.Fragment,{children:[(0,f.jsx)(se,{ways:[{path:"/",title:e.accounts},{path:"/waiting",title:e.waiting},{path:"/invitations",title:e.invitations},{path:"/systems",title:e.systems},{path:"/mails",title:e.mails},{path:"/vocabularies",title:e.vocabularies},{path:"/settings",title:e.settings}]}),(0,f.jsxs)(ie,{children:[(0,f.jsx)(G,{path:"/",component:Ve}),(0,f.jsx)(G,{path:"/waiting",component:Je}),(0,f.jsx)(G,{path:"/invitations",component:Ke}),(0,f.jsx)(G,{path:"/systems",component:Xe}),(0,f.jsx)(G,{path:"/mails",component:Be}),(0,f.jsx)(G,{path:"/vocabularies",component:$e}),(0,f.jsx)(G,{path:"/settings",component:Qe}),(0,f.jsx)(G,{component:oe})]})]})}export{gt as default};
