import{a as V,c as x}from"./chunk-OE6OHB5H.js";import{a as z}from"./chunk-64K3JWH6.js";import{a as se,c as ue}from"./chunk-MTFEQQRV.js";import{a as oe}from"./chunk-EN4JNB7S.js";import{a as M,b as J}from"./chunk-HICMRVHX.js";import{a as X}from"./chunk-QYLI6SDS.js";import"./chunk-J2KSSCOX.js";import"./chunk-TCJ6NWCV.js";import{a as re,d as b}from"./chunk-WKSCR2AE.js";import{a as Ee,b as le}from"./chunk-L2XJAEZ3.js";import"./chunk-JRHPWCY7.js";import{a as w,b as U}from"./chunk-ZILFPOMH.js";import"./chunk-INSDM2A3.js";import"./chunk-FYVAVUYF.js";import{e as G,g as ie}from"./chunk-VHPSAGOV.js";import{a as H,e as p,f as v,j as I,k as m,m as K,o as B,q as T,t as g,u as ae}from"./chunk-NIB6LP53.js";import"./chunk-5RBZAMFY.js";import{c as u}from"./chunk-OOJM4CTU.js";var we=u(H(),1);var d=class extends String{__apiType;value;__meta__;constructor(i,t){super(i),this.value=i,this.__meta__=t}toString(){return this.value}},de=new d(`
    query UnitsForRoles {
  units(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `),ce=new d(`
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
    `),me=new d(`
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
    `),Te=new d(`
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
    `),_e=new d(`
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
    `),pe=new d(`
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
    `),Oe=new d(`
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
    `),ge=new d(`
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
    `),Re=new d(`
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
    `),Ne=new d(`
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
    `),Ae=new d(`
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
    `),Se=new d(`
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
    `),Ie=new d(`
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
    `),De=new d(`
    query AgenciesForSystems {
  agencies(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `),fe=new d(`
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
    `),Ce=new d(`
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
    `),ve=new d(`
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
    `),Le=new d(`
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
    `),be=new d(`
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
    `),ke=new d(`
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
    `),Ue=new d(`
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
    `),Me=new d(`
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
    `),Fe=new d(`
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
    `),Pe=new d(`
    query MitaPaakayttajaltaOdotetaan {
  tasks(first: 100) {
    nodes {
      kind
      dueOn
      object {
        id
      }
    }
  }
}
    `);var Je={ways:{accounts:"Tunnukset ja roolit",waiting:"Odottaa",invitations:"Kutsut",systems:"Järjestelmät",mails:"Viestit ja kirjautumiset",vocabularies:"Sanastot",settings:"Asetukset"},waitingLead:"Mitä toinen on kirjoittanut tai ehdottanut ja sinä voit päättää, ja viestit, jotka eivät lähteneet.",tasks:"Tehtävät",noTasks:"Mikään ei odota.",accountsLead:"Kenellä on tunnus, missä roolissa ja mihin asti. Asiakkaiden tunnuksilla ei ole nimeä.",accounts:"Tunnukset",noAccounts:"Tunnuksia ei ole.",nameless:"Ilman nimeä",roles:"Roolit",noRoles:"Ei rooleja.",everywhere:"kaikkialla",until:e=>`${e} asti`,grant:"Myönnä rooli",role:"Rooli",unit:"Yksikkö (tyhjä: kaikkialla)",starts:"Alkaa",endsBefore:"Päättyy ennen",granted:"Rooli on myönnetty. Pääkäyttäjän ja tietosuojavastaavan roolin hyväksyy toinen.",invitationsLead:"Ketkä on kutsuttu, ja kuka on jo ottanut tunnuksensa käyttöön.",invitations:"Kutsut",noInvitations:"Kutsuja ei ole.",invite:"Kutsu",inviteTitle:"Uusi kutsu",invitee:"Kenet kutsutaan?",staffMember:"Työntekijä",official:"Lähettävän tahon yhteyshenkilö",who:"Työntekijä",agency:"Lähettävä taho",name:"Nimi",invited:"Kutsu on tehty.",systemsLead:"Mitkä järjestelmät ja käyttöliittymät kutsuvat rajapintaa, ja mihin niillä on oikeus.",agencySystems:"Lähettävien tahojen järjestelmät",frontEnds:"Käyttöliittymät",noSystems:"Järjestelmiä ei ole.",newSystem:"Rekisteröi järjestelmä",scopes:"Oikeudet, välilyönti välissä",registered:"Järjestelmä on rekisteröity.",mailsLead:"Viestit, jotka eivät lähteneet, ja viimeiset kirjautumiset. Osoitteita ei säilytetä.",failed:"Epäonnistuneet viestit",noFailed:"Jokainen viesti lähti.",logIns:"Kirjautumiset",noLogIns:"Kirjautumisia ei ole.",when:"Milloin",whose:"Kuka",outcome:"Tulos",network:"Verkko",vocabulariesLead:"Sanat kolmella kielellä. Muutoksen julkaisee toinen henkilö.",vocabulary:"Sanasto",noTerms:"Sanastossa ei ole sanoja.",show:"Näytä",settingsLead:"Asetukset koskevat koko asennusta. Historia kertoo, kuka muutti mitä.",save:"Tallenna",saved:"Asetukset on tallennettu.",history:"Muutokset",noSettings:"Asetuksia ei ole."},ze={ways:{accounts:"Konton och roller",waiting:"Väntar",invitations:"Inbjudningar",systems:"System",mails:"Meddelanden och inloggningar",vocabularies:"Ordlistor",settings:"Inställningar"},waitingLead:"Vad någon annan har skrivit eller föreslagit och du kan besluta om, och meddelanden som inte gick iväg.",tasks:"Uppgifter",noTasks:"Inget väntar.",accountsLead:"Vem som har ett konto, i vilken roll och hur länge. Klienternas konton har inget namn.",accounts:"Konton",noAccounts:"Det finns inga konton.",nameless:"Utan namn",roles:"Roller",noRoles:"Inga roller.",everywhere:"överallt",until:e=>`till ${e}`,grant:"Ge en roll",role:"Roll",unit:"Enhet (tomt: överallt)",starts:"Börjar",endsBefore:"Slutar före",granted:"Rollen är given. Rollen för administratör och dataskyddsombud godkänns av en annan.",invitationsLead:"Vilka som har bjudits in, och vem som redan har tagit sitt konto i bruk.",invitations:"Inbjudningar",noInvitations:"Det finns inga inbjudningar.",invite:"Bjud in",inviteTitle:"Ny inbjudan",invitee:"Vem bjuds in?",staffMember:"En anställd",official:"En kontaktperson hos den som skickar remisser",who:"Anställd",agency:"Den som skickar remisser",name:"Namn",invited:"Inbjudan är gjord.",systemsLead:"Vilka system och användargränssnitt som anropar gränssnittet, och vad de får göra.",agencySystems:"System hos dem som skickar remisser",frontEnds:"Användargränssnitt",noSystems:"Det finns inga system.",newSystem:"Registrera ett system",scopes:"Rättigheter, med mellanslag",registered:"Systemet är registrerat.",mailsLead:"Meddelanden som inte gick iväg, och de senaste inloggningarna. Adresser sparas inte.",failed:"Misslyckade meddelanden",noFailed:"Varje meddelande gick iväg.",logIns:"Inloggningar",noLogIns:"Det finns inga inloggningar.",when:"När",whose:"Vem",outcome:"Resultat",network:"Nät",vocabulariesLead:"Orden på tre språk. En ändring publiceras av en annan person.",vocabulary:"Ordlista",noTerms:"Ordlistan har inga ord.",show:"Visa",settingsLead:"Inställningarna gäller hela installationen. Historiken visar vem som ändrade vad.",save:"Spara",saved:"Inställningarna är sparade.",history:"Ändringar",noSettings:"Det finns inga inställningar."},Ze={ways:{accounts:"Accounts and roles",waiting:"Waiting",invitations:"Invitations",systems:"Systems",mails:"Mails and log-ins",vocabularies:"Vocabularies",settings:"Settings"},waitingLead:"What somebody else wrote or proposed and you may decide, and mails that did not leave.",tasks:"Tasks",noTasks:"Nothing waits.",accountsLead:"Who has an account, in which role and until when. The accounts of clients have no name.",accounts:"Accounts",noAccounts:"There are no accounts.",nameless:"Without a name",roles:"Roles",noRoles:"No roles.",everywhere:"everywhere",until:e=>`until ${e}`,grant:"Grant a role",role:"Role",unit:"Unit (empty: everywhere)",starts:"Starts",endsBefore:"Ends before",granted:"The role is granted. That of an administrator or privacy officer is approved by a second person.",invitationsLead:"Who was invited, and who has taken the account into use.",invitations:"Invitations",noInvitations:"There are no invitations.",invite:"Invite",inviteTitle:"A new invitation",invitee:"Whom to invite?",staffMember:"A member of staff",official:"A contact person of an agency",who:"Member of staff",agency:"Agency",name:"Name",invited:"The invitation is made.",systemsLead:"Which systems and front ends call the API, and what they may do.",agencySystems:"Systems of agencies",frontEnds:"Front ends",noSystems:"There are no systems.",newSystem:"Register a system",scopes:"Scopes, with spaces between",registered:"The system is registered.",mailsLead:"Mails that did not leave, and the latest log-ins. Addresses are not kept.",failed:"Failed mails",noFailed:"Every mail left.",logIns:"Log-ins",noLogIns:"There are no log-ins.",when:"When",whose:"Who",outcome:"Outcome",network:"Network",vocabulariesLead:"Words in three languages. A change is published by a second person.",vocabulary:"Vocabulary",noTerms:"The vocabulary has no words.",show:"Show",settingsLead:"Settings are of the whole installation. The history says who changed what.",save:"Save",saved:"The settings are saved.",history:"Changes",noSettings:"There are no settings."};function E(){return{fi:Je,sv:ze,en:Ze}[I().language]}var Q=u(H(),1);var A=u(p(),1);function he({account:e,name:i,onDone:t}){let n=E(),[o,a]=(0,Q.useState)(!1),r=()=>a(!1);return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)("button",{type:"button",className:"button","aria-label":`${n.grant}: ${i}`,onClick:()=>a(!0),children:n.grant}),(0,A.jsx)(Ee,{title:`${n.grant}: ${i}`,isOpen:o,onClose:r,children:o?(0,A.jsx)(et,{account:e,name:i,onDone:t,close:r}):null})]})}function et(e){let i=m(de,{});return(0,A.jsx)(T,{look:i,children:({units:t})=>(0,A.jsx)(tt,{...e,units:t?.nodes??[]})})}function tt({account:e,units:i,onDone:t,close:n}){let o=E(),a=I(),r=ae("ofChoice","GrantedRole"),[s,N]=(0,Q.useState)(""),[l,c]=(0,Q.useState)(""),[L,C]=(0,Q.useState)(re()),[Y,P]=(0,Q.useState)(""),h=K(ce),te=async R=>{R.preventDefault();let $={accountId:e,role:s,unitId:l||null,startsOn:L,endsBefore:Y||null};await h.run({grant:$})&&(a.announce(o.granted),t(),n())};return(0,A.jsxs)("form",{className:"stack",onSubmit:R=>{te(R)},children:[(0,A.jsx)(B,{problems:h.problems,inputs:{role:"role",unitId:"role-unit",startsOn:"role-starts",endsBefore:"role-ends"}}),(0,A.jsx)(U,{id:"role",title:o.role,options:[...r??[]].map(([R,$])=>[R,a.words.roles[R]??$]),value:s,isRequired:!0,onChange:N}),(0,A.jsx)(U,{id:"role-unit",title:o.unit,options:i.map(R=>[R.id,R.name]),value:l,onChange:c}),(0,A.jsx)(w,{id:"role-starts",title:o.starts,kind:"date",value:L,isRequired:!0,onChange:C}),(0,A.jsx)(w,{id:"role-ends",title:o.endsBefore,kind:"date",value:Y,onChange:P}),(0,A.jsxs)("div",{className:"row",children:[(0,A.jsx)("button",{type:"submit",className:"button first",disabled:h.isWaiting,children:o.grant}),(0,A.jsx)(le,{})]})]})}var _=u(p(),1);function Ge(){let e=E(),i=m(Le,{});return(0,_.jsx)(v,{title:e.ways.accounts,lead:e.accountsLead,children:(0,_.jsx)(T,{look:i,children:({accounts:t})=>(0,_.jsx)(nt,{accounts:t?.nodes??[],again:i.again})})})}function nt({accounts:e,again:i}){let t=E(),{language:n}=I(),o=g("ofChoice","AccountHolder"),a=g("ofType","Account"),r=[...new Set(e.map(({kind:c})=>c))],[s,N]=(0,we.useState)("STAFF"),l=e.filter(({kind:c})=>c===s).sort((c,L)=>(c.name??"").localeCompare(L.name??"",n));return(0,_.jsxs)(_.Fragment,{children:[(0,_.jsx)(U,{id:"account-kind",title:a("kind"),options:r.map(c=>[c,o(c)]),value:s,isRequired:!0,onChange:c=>N(c||"STAFF")}),(0,_.jsx)(x,{title:o(s),rows:l,empty:t.noAccounts,children:c=>(0,_.jsx)(it,{account:c,again:i},c.id)})]})}function it({account:e,again:i}){let t=E(),{whole:n}=b(),o=g("ofType","Account"),a=e.name??t.nameless,r=e.grants?.nodes??[];return(0,_.jsx)(V,{title:a,state:o(e.state),tone:e.state==="ACTIVE"?"good":e.state==="DISABLED"?"bad":"note",facts:[[o("endsBefore"),n(e.endsBefore)]],actions:(0,_.jsxs)(_.Fragment,{children:[(0,_.jsx)(M,{type:"Account",document:_e,object:e,about:a,onDone:i}),e.kind==="STAFF"?(0,_.jsx)(he,{account:e.id,name:a,onDone:i}):null]}),children:r.length?(0,_.jsx)("ul",{className:"tasks",children:r.map(s=>(0,_.jsx)(ot,{grant:s,whose:a,again:i},s.id))}):null})}function ot({grant:e,whose:i,again:t}){let n=E(),o=I(),{whole:a}=b(),r=g("ofType","RoleGrant"),s=o.words.roles[e.role]??e.role,N=e.endsBefore?n.until(a(e.endsBefore)):"";return(0,_.jsxs)("li",{children:[(0,_.jsxs)("span",{children:[(0,_.jsx)("span",{className:"strong",children:s})," ",[e.unit?.name??n.everywhere,N].filter(Boolean).join(", ")," ",(0,_.jsx)("span",{className:"tag",children:r(e.state)})]}),(0,_.jsx)(M,{type:"RoleGrant",document:pe,object:e,about:`${i}: ${s}`,onDone:t})]})}var j=u(H(),1);var O=u(p(),1);function xe({onInvited:e}){let i=m(me,{});return(0,O.jsx)(T,{look:i,children:t=>(0,O.jsx)(st,{data:t,onInvited:e})})}function st({data:e,onInvited:i}){let t=E(),{announce:n,language:o}=I(),[a,r]=(0,j.useState)(!0),[s,N]=(0,j.useState)(""),[l,c]=(0,j.useState)(""),[L,C]=(0,j.useState)(""),[Y,P]=(0,j.useState)(""),h=K(Te),te=async R=>{R.preventDefault();let $=a?{staffMemberId:s}:{agencyId:l,name:L,language:o},ne=await h.run({invitation:$});ne&&(P(J(ne)),C(""),n(t.invited),i())};return(0,O.jsxs)("form",{className:"card","aria-labelledby":"invite",onSubmit:R=>{te(R)},children:[(0,O.jsx)("h2",{id:"invite",children:t.inviteTitle}),(0,O.jsx)(B,{problems:h.problems,inputs:{staffMemberId:"staff",agencyId:"agency",name:"name"}}),Y?(0,O.jsx)(X,{secret:Y}):null,(0,O.jsxs)("fieldset",{className:"ways-to-go",children:[(0,O.jsx)("legend",{children:t.invitee}),(0,O.jsx)(Ve,{title:t.staffMember,isChosen:a,choose:()=>r(!0)}),(0,O.jsx)(Ve,{title:t.official,isChosen:!a,choose:()=>r(!1)})]}),a?(0,O.jsx)(U,{id:"staff",title:t.who,options:(e.staffMembers?.nodes??[]).map(R=>[R.id,`${R.firstName??""} ${R.lastName}`.trim()]),value:s,isRequired:!0,onChange:N}):(0,O.jsxs)(O.Fragment,{children:[(0,O.jsx)(U,{id:"agency",title:t.agency,options:(e.agencies?.nodes??[]).map(R=>[R.id,R.name]),value:l,isRequired:!0,onChange:c}),(0,O.jsx)(w,{id:"name",title:t.name,value:L,isRequired:!0,onChange:C})]}),(0,O.jsx)("div",{children:(0,O.jsx)("button",{type:"submit",className:"button first",disabled:h.isWaiting,children:t.invite})})]})}function Ve({title:e,isChosen:i,choose:t}){return(0,O.jsxs)("label",{className:"way",children:[(0,O.jsx)("input",{type:"radio",name:"invitee",checked:i,onChange:t}),e]})}var W=u(p(),1);function We(){let e=E(),i=m(Me,{});return(0,W.jsxs)(v,{title:e.ways.invitations,lead:e.invitationsLead,children:[(0,W.jsx)(xe,{onInvited:i.again}),(0,W.jsx)(T,{look:i,children:({invitations:t})=>(0,W.jsx)(x,{title:e.invitations,rows:t?.nodes??[],empty:e.noInvitations,children:n=>(0,W.jsx)(rt,{invitation:n,again:i.again},n.id)})})]})}function rt({invitation:e,again:i}){let{moment:t}=b(),n=g("ofType","Invitation"),o=g("ofChoice","InvitedKind");return(0,W.jsx)(V,{title:e.name,state:n(e.state),tone:e.state==="ACCEPTED"?"good":e.state==="OPEN"?"note":"",facts:[[n("kind"),o(e.kind)],[n("agency"),e.agency?.name],[n("expiresAt"),e.acceptedAt?"":t(e.expiresAt)],[n("acceptedAt"),t(e.acceptedAt)]],actions:(0,W.jsx)(M,{type:"Invitation",document:Oe,object:e,about:e.name,onDone:i})})}var F=u(p(),1);function Ke(){let e=E(),{moment:i}=b(),t=g("ofChoice","LoginOutcome"),n=m(ke,{}),o=at(),a=m(Fe,{});return(0,F.jsxs)(v,{title:e.ways.mails,lead:e.mailsLead,children:[(0,F.jsx)(T,{look:n,children:({deliveries:r})=>(0,F.jsx)(x,{title:e.failed,rows:r?.nodes??[],empty:e.noFailed,children:s=>(0,F.jsx)(Et,{mail:s,event:o(s.event),again:n.again},s.id)})}),(0,F.jsxs)("section",{className:"stack","aria-label":e.logIns,children:[(0,F.jsx)("h2",{children:e.logIns}),(0,F.jsx)(T,{look:a,children:({loginEvents:r})=>(0,F.jsx)(z,{title:e.logIns,rows:r?.nodes??[],empty:e.noLogIns,columns:[{title:e.when,cell:s=>i(s.at)},{title:e.whose,cell:s=>s.account?.name??e.nameless},{title:e.outcome,cell:s=>t(s.outcome)},{title:e.network,cell:s=>s.network}]})})]})]})}function at(){let{language:e}=I(),t=m(ge,{}).answer?.data?.contentType?.fields?.find(({name:n})=>n==="event")?.options;return n=>t?t.find(({token:o})=>o===n)?.titles[e]??n:""}function Et({mail:e,event:i,again:t}){let{moment:n}=b(),o=g("ofType","Delivery"),a=g("ofChoice","DeliveryFailure"),r=g("ofChoice","RecipientKind"),s=a(e.failure);return(0,F.jsx)(V,{title:s,facts:[[o("event"),i],[o("recipientKind"),r(e.recipientKind)],[o("attempts"),e.attempts],[o("modifiedAt"),n(e.modifiedAt)]],actions:(0,F.jsx)(M,{type:"Delivery",document:ye,object:{id:e.id,revision:e.revision},about:s,onDone:t})})}var Ye=u(H(),1);var y=u(p(),1),Z=["recycleDays","announcementDays","maxRootPageSize","maxNestedPageSize","maxEmergencyAccesses"];function He(){let e=E(),i=m(Re,{});return(0,y.jsx)(v,{title:e.ways.settings,lead:e.settingsLead,isReading:!0,children:(0,y.jsx)(T,{look:i,children:({settings:t})=>{let n=t?.nodes[0];return n?(0,y.jsxs)(y.Fragment,{children:[(0,y.jsx)(lt,{setting:n,again:i.again},n.revision),(0,y.jsx)(ut,{setting:n})]}):(0,y.jsx)("p",{className:"quiet",children:e.noSettings})}})})}function lt({setting:e,again:i}){let t=E(),{announce:n}=I(),o=g("ofType","Setting"),[a,r]=(0,Ye.useState)(()=>Object.fromEntries(Z.map(l=>[l,String(e[l])]))),s=K(Ne),N=async l=>{l.preventDefault();let c=Z.filter(C=>Number(a[C])!==e[C]),L=Object.fromEntries(c.map(C=>[C,Number(a[C])]));await s.run({settings:{id:e.id,revision:e.revision,...L}})&&(n(t.saved),i())};return(0,y.jsxs)("form",{className:"card","aria-label":t.ways.settings,onSubmit:l=>{N(l)},children:[(0,y.jsx)(B,{problems:s.problems,inputs:Object.fromEntries(Z.map(l=>[l,l]))}),Z.map(l=>(0,y.jsx)(w,{id:l,title:o(l),kind:"number",value:a[l]??"",isRequired:!0,onChange:c=>r(L=>({...L,[l]:c}))},l)),(0,y.jsx)("div",{children:(0,y.jsx)("button",{type:"submit",className:"button first",disabled:s.isWaiting,children:t.save})})]})}function ut({setting:e}){let i=E(),{moment:t}=b(),n=g("ofType","Setting"),o=e.history??[];return o.length?(0,y.jsxs)("section",{className:"stack","aria-label":i.history,children:[(0,y.jsx)("h2",{children:i.history}),(0,y.jsx)("ul",{className:"tasks",children:o.map((a,r)=>(0,y.jsxs)("li",{children:[(0,y.jsxs)("span",{children:[(0,y.jsx)("span",{className:"strong",children:a.actorName})," ",a.changes.map(({field:s,before:N,after:l})=>`${n(s)}: ${Be(N)} → ${Be(l)}`).join(", ")]}),(0,y.jsx)("span",{className:"quiet",children:t(a.at)})]},r))})]}):null}function Be(e){return e==null?"–":String(e)}var Qe=u(H(),1);var D=u(p(),1);function je(){let e=E(),i=m(Se,{});return(0,D.jsx)(v,{title:e.ways.vocabularies,lead:e.vocabulariesLead,children:(0,D.jsx)(T,{look:i,children:t=>(0,D.jsx)(dt,{data:t})})})}function dt({data:e}){let i=E(),{language:t}=I(),[n,o]=(0,Qe.useState)(""),a=new Map(e.contentTypes.flatMap(s=>s.fields.flatMap(({vocabulary:N,titles:l})=>N?[[N,`${l[t]} (${s.titles[t].toLowerCase()})`]]:[]))),r=[...a].sort(([,s],[,N])=>s.localeCompare(N,t));return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(U,{id:"vocabulary",title:i.vocabulary,options:r,value:n,onChange:o}),n?(0,D.jsx)(ct,{vocabulary:n,title:a.get(n)??n},n):null]})}function ct({vocabulary:e,title:i}){let t=E(),n=g("ofType","Term"),o=m(Ae,{vocabulary:e});return(0,D.jsx)(T,{look:o,children:({terms:a})=>(0,D.jsx)(z,{title:i,rows:a?.nodes??[],empty:t.noTerms,columns:[{title:"suomi",cell:r=>r.titleFi},{title:"svenska",cell:r=>(0,D.jsx)("span",{lang:"sv",children:r.titleSv})},{title:"English",cell:r=>(0,D.jsx)("span",{lang:"en",children:r.titleEn})},{title:n("state"),cell:r=>n(r.state)},{title:"",cell:r=>(0,D.jsx)(M,{type:"Term",document:Ie,object:r,about:r.titleFi,onDone:o.again})}]})})}var q=u(H(),1);var k=u(p(),1),mt="referrals:read referrals:write";function $e({onRegistered:e}){let i=m(De,{});return(0,k.jsx)(T,{look:i,children:({agencies:t})=>(0,k.jsx)(Tt,{agencies:t?.nodes??[],onRegistered:e})})}function Tt({agencies:e,onRegistered:i}){let t=E(),{announce:n}=I(),[o,a]=(0,q.useState)(""),[r,s]=(0,q.useState)(""),[N,l]=(0,q.useState)(mt),[c,L]=(0,q.useState)(""),C=K(fe),Y=async P=>{P.preventDefault();let h=await C.run({system:{name:o,agencyId:r,scopes:N.split(/\s+/).filter(Boolean)}});h&&(L(J(h)),a(""),n(t.registered),i())};return(0,k.jsxs)("form",{className:"card","aria-labelledby":"new-system",onSubmit:P=>{Y(P)},children:[(0,k.jsx)("h2",{id:"new-system",children:t.newSystem}),(0,k.jsx)(B,{problems:C.problems,inputs:{name:"system-name",agencyId:"system-agency",scopes:"system-scopes"}}),c?(0,k.jsx)(X,{secret:c}):null,(0,k.jsx)(w,{id:"system-name",title:t.name,value:o,isRequired:!0,onChange:a}),(0,k.jsx)(U,{id:"system-agency",title:t.agency,options:e.map(P=>[P.id,P.name]),value:r,isRequired:!0,onChange:s}),(0,k.jsx)(w,{id:"system-scopes",title:t.scopes,value:N,isRequired:!0,onChange:l}),(0,k.jsx)("div",{children:(0,k.jsx)("button",{type:"submit",className:"button first",disabled:C.isWaiting,children:t.newSystem})})]})}var S=u(p(),1);function qe(){let e=E(),i=m(be,{}),t=m(Ue,{});return(0,S.jsxs)(v,{title:e.ways.systems,lead:e.systemsLead,children:[(0,S.jsx)(T,{look:i,children:({agencyClients:n})=>(0,S.jsx)(x,{title:e.agencySystems,rows:n?.nodes??[],empty:e.noSystems,children:o=>(0,S.jsx)(_t,{system:o,again:i.again},o.id)})}),(0,S.jsx)($e,{onRegistered:i.again}),(0,S.jsx)(T,{look:t,children:({frontEndClients:n})=>(0,S.jsx)(x,{title:e.frontEnds,rows:n?.nodes??[],empty:e.noSystems,children:o=>(0,S.jsx)(pt,{frontEnd:o,again:t.again},o.id)})})]})}function _t({system:e,again:i}){let{moment:t}=b(),n=g("ofType","AgencyClient");return(0,S.jsx)(V,{title:e.name,state:n(e.state),tone:e.state==="ACTIVE"?"good":"bad",facts:[[n("agency"),e.agency?.name],[n("publicId"),(0,S.jsx)("code",{children:e.publicId},"id")],[n("scopes"),(0,S.jsx)("code",{children:e.scopes.join(" ")},"scopes")],[n("listedDocumentsOnly"),e.listedDocumentsOnly?(e.documents??[]).map(({name:o})=>o).join(", ")||"0":null],[n("lastUsedAt"),t(e.lastUsedAt)],[n("expiresAt"),t(e.expiresAt)]],actions:(0,S.jsx)(M,{type:"AgencyClient",document:Ce,object:e,about:e.name,onDone:i})})}function pt({frontEnd:e,again:i}){let{moment:t}=b(),n=g("ofType","FrontEndClient");return(0,S.jsx)(V,{title:e.name,state:n(e.state),tone:e.state==="ACTIVE"?"good":"bad",facts:[[n("publicId"),(0,S.jsx)("code",{children:e.publicId},"id")],[n("scopes"),(0,S.jsx)("code",{children:e.scopes.join(" ")},"scopes")],[n("redirectUris"),e.redirectUris.join(", ")],[n("origins"),(e.origins??[]).join(", ")],[n("revokedAt"),t(e.revokedAt)]],actions:(0,S.jsx)(M,{type:"FrontEndClient",document:ve,object:e,about:e.name,onDone:i})})}var ee=u(p(),1);function Xe(){let e=E(),i=m(Pe,{});return(0,ee.jsx)(v,{title:e.ways.waiting,lead:e.waitingLead,children:(0,ee.jsx)(T,{look:i,children:({tasks:t})=>(0,ee.jsx)(ue,{title:e.tasks,empty:e.noTasks,ways:{},tasks:t.nodes})})})}var f=u(p(),1);function Ot(){let{ways:e}=E();return(0,f.jsxs)(f.Fragment,{children:[(0,f.jsx)(se,{ways:[{path:"/",title:e.accounts},{path:"/waiting",title:e.waiting},{path:"/invitations",title:e.invitations},{path:"/systems",title:e.systems},{path:"/mails",title:e.mails},{path:"/vocabularies",title:e.vocabularies},{path:"/settings",title:e.settings}]}),(0,f.jsxs)(ie,{children:[(0,f.jsx)(G,{path:"/",component:Ge}),(0,f.jsx)(G,{path:"/waiting",component:Xe}),(0,f.jsx)(G,{path:"/invitations",component:We}),(0,f.jsx)(G,{path:"/systems",component:qe}),(0,f.jsx)(G,{path:"/mails",component:Ke}),(0,f.jsx)(G,{path:"/vocabularies",component:je}),(0,f.jsx)(G,{path:"/settings",component:He}),(0,f.jsx)(G,{component:oe})]})]})}export{Ot as default};
