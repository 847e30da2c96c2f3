import{a as G,c as x}from"./chunk-OE6OHB5H.js";import{a as z}from"./chunk-64K3JWH6.js";import{a as ie}from"./chunk-JR5NPD3Y.js";import{a as oe}from"./chunk-EN4JNB7S.js";import{a as F,b as X}from"./chunk-HICMRVHX.js";import{a as J}from"./chunk-QYLI6SDS.js";import"./chunk-J2KSSCOX.js";import"./chunk-TCJ6NWCV.js";import{a as se,d as b}from"./chunk-WKSCR2AE.js";import{a as ae,b as le}from"./chunk-L2XJAEZ3.js";import"./chunk-JRHPWCY7.js";import{a as w,b as k}from"./chunk-ZILFPOMH.js";import"./chunk-INSDM2A3.js";import"./chunk-FYVAVUYF.js";import{e as W,g as ne}from"./chunk-VHPSAGOV.js";import{a as H,e as g,f as U,j as I,k as p,m as K,o as B,q as _,t as O,u as re}from"./chunk-NIB6LP53.js";import"./chunk-5RBZAMFY.js";import{c as E}from"./chunk-OOJM4CTU.js";var Me=E(H(),1);var c=class extends String{__apiType;value;__meta__;constructor(o,t){super(o),this.value=o,this.__meta__=t}toString(){return this.value}},ue=new c(`
    query UnitsForRoles {
  units(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `),Ee=new c(`
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
    `),ce=new c(`
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
    `),de=new c(`
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
    `),me=new c(`
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
    `),pe=new c(`
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
    `),Te=new c(`
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
    `),ye=new c(`
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
    `),_e=new c(`
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
    `),Oe=new c(`
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
    `),Ne=new c(`
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
    `),ge=new c(`
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
    `),Re=new c(`
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
    `),Ae=new c(`
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
    `),Se=new c(`
    query AgenciesForSystems {
  agencies(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `),Ie=new c(`
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
    `),De=new c(`
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
    `),fe=new c(`
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
    `),Ce=new c(`
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
    `),ve=new c(`
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
    `),be=new c(`
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
    `),Le=new c(`
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
    `),Ue=new c(`
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
    `),ke=new c(`
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
    `);var je={ways:{accounts:"Tunnukset ja roolit",invitations:"Kutsut",systems:"Järjestelmät",mails:"Viestit ja kirjautumiset",vocabularies:"Sanastot",settings:"Asetukset"},accountsLead:"Kenellä on tunnus, missä roolissa ja mihin asti. Asiakkaiden tunnuksilla ei ole nimeä.",accounts:"Tunnukset",noAccounts:"Tunnuksia ei ole.",nameless:"Ilman nimeä",roles:"Roolit",noRoles:"Ei rooleja.",everywhere:"kaikkialla",until:e=>`${e} asti`,grant:"Myönnä rooli",role:"Rooli",unit:"Yksikkö (tyhjä: kaikkialla)",starts:"Alkaa",endsBefore:"Päättyy ennen",granted:"Rooli on myönnetty. Pääkäyttäjän ja tietosuojavastaavan roolin hyväksyy toinen.",invitationsLead:"Ketkä on kutsuttu, ja kuka on jo ottanut tunnuksensa käyttöön.",invitations:"Kutsut",noInvitations:"Kutsuja ei ole.",invite:"Kutsu",inviteTitle:"Uusi kutsu",invitee:"Kenet kutsutaan?",staffMember:"Työntekijä",official:"Lähettävän tahon yhteyshenkilö",who:"Työntekijä",agency:"Lähettävä taho",name:"Nimi",invited:"Kutsu on tehty.",systemsLead:"Mitkä järjestelmät ja käyttöliittymät kutsuvat rajapintaa, ja mihin niillä on oikeus.",agencySystems:"Lähettävien tahojen järjestelmät",frontEnds:"Käyttöliittymät",noSystems:"Järjestelmiä ei ole.",newSystem:"Rekisteröi järjestelmä",scopes:"Oikeudet, välilyönti välissä",registered:"Järjestelmä on rekisteröity.",mailsLead:"Viestit, jotka eivät lähteneet, ja viimeiset kirjautumiset. Osoitteita ei säilytetä.",failed:"Epäonnistuneet viestit",noFailed:"Jokainen viesti lähti.",logIns:"Kirjautumiset",noLogIns:"Kirjautumisia ei ole.",when:"Milloin",whose:"Kuka",outcome:"Tulos",network:"Verkko",vocabulariesLead:"Sanat kolmella kielellä. Muutoksen julkaisee toinen henkilö.",vocabulary:"Sanasto",noTerms:"Sanastossa ei ole sanoja.",show:"Näytä",settingsLead:"Asetukset koskevat koko asennusta. Historia kertoo, kuka muutti mitä.",save:"Tallenna",saved:"Asetukset on tallennettu.",history:"Muutokset",noSettings:"Asetuksia ei ole."},$e={ways:{accounts:"Konton och roller",invitations:"Inbjudningar",systems:"System",mails:"Meddelanden och inloggningar",vocabularies:"Ordlistor",settings:"Inställningar"},accountsLead:"Vem som har ett konto, i vilken roll och hur länge. Klienternas konton har inget namn.",accounts:"Konton",noAccounts:"Det finns inga konton.",nameless:"Utan namn",roles:"Roller",noRoles:"Inga roller.",everywhere:"överallt",until:e=>`till ${e}`,grant:"Ge en roll",role:"Roll",unit:"Enhet (tomt: överallt)",starts:"Börjar",endsBefore:"Slutar före",granted:"Rollen är given. Rollen för administratör och dataskyddsombud godkänns av en annan.",invitationsLead:"Vilka som har bjudits in, och vem som redan har tagit sitt konto i bruk.",invitations:"Inbjudningar",noInvitations:"Det finns inga inbjudningar.",invite:"Bjud in",inviteTitle:"Ny inbjudan",invitee:"Vem bjuds in?",staffMember:"En anställd",official:"En kontaktperson hos den som skickar remisser",who:"Anställd",agency:"Den som skickar remisser",name:"Namn",invited:"Inbjudan är gjord.",systemsLead:"Vilka system och användargränssnitt som anropar gränssnittet, och vad de får göra.",agencySystems:"System hos dem som skickar remisser",frontEnds:"Användargränssnitt",noSystems:"Det finns inga system.",newSystem:"Registrera ett system",scopes:"Rättigheter, med mellanslag",registered:"Systemet är registrerat.",mailsLead:"Meddelanden som inte gick iväg, och de senaste inloggningarna. Adresser sparas inte.",failed:"Misslyckade meddelanden",noFailed:"Varje meddelande gick iväg.",logIns:"Inloggningar",noLogIns:"Det finns inga inloggningar.",when:"När",whose:"Vem",outcome:"Resultat",network:"Nät",vocabulariesLead:"Orden på tre språk. En ändring publiceras av en annan person.",vocabulary:"Ordlista",noTerms:"Ordlistan har inga ord.",show:"Visa",settingsLead:"Inställningarna gäller hela installationen. Historiken visar vem som ändrade vad.",save:"Spara",saved:"Inställningarna är sparade.",history:"Ändringar",noSettings:"Det finns inga inställningar."},qe={ways:{accounts:"Accounts and roles",invitations:"Invitations",systems:"Systems",mails:"Mails and log-ins",vocabularies:"Vocabularies",settings:"Settings"},accountsLead:"Who has an account, in which role and until when. The accounts of clients have no name.",accounts:"Accounts",noAccounts:"There are no accounts.",nameless:"Without a name",roles:"Roles",noRoles:"No roles.",everywhere:"everywhere",until:e=>`until ${e}`,grant:"Grant a role",role:"Role",unit:"Unit (empty: everywhere)",starts:"Starts",endsBefore:"Ends before",granted:"The role is granted. That of an administrator or privacy officer is approved by a second person.",invitationsLead:"Who was invited, and who has taken the account into use.",invitations:"Invitations",noInvitations:"There are no invitations.",invite:"Invite",inviteTitle:"A new invitation",invitee:"Whom to invite?",staffMember:"A member of staff",official:"A contact person of an agency",who:"Member of staff",agency:"Agency",name:"Name",invited:"The invitation is made.",systemsLead:"Which systems and front ends call the API, and what they may do.",agencySystems:"Systems of agencies",frontEnds:"Front ends",noSystems:"There are no systems.",newSystem:"Register a system",scopes:"Scopes, with spaces between",registered:"The system is registered.",mailsLead:"Mails that did not leave, and the latest log-ins. Addresses are not kept.",failed:"Failed mails",noFailed:"Every mail left.",logIns:"Log-ins",noLogIns:"There are no log-ins.",when:"When",whose:"Who",outcome:"Outcome",network:"Network",vocabulariesLead:"Words in three languages. A change is published by a second person.",vocabulary:"Vocabulary",noTerms:"The vocabulary has no words.",show:"Show",settingsLead:"Settings are of the whole installation. The history says who changed what.",save:"Save",saved:"The settings are saved.",history:"Changes",noSettings:"There are no settings."};function u(){return{fi:je,sv:$e,en:qe}[I().language]}var Q=E(H(),1);var A=E(g(),1);function Fe({account:e,name:o,onDone:t}){let n=u(),[i,a]=(0,Q.useState)(!1),r=()=>a(!1);return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)("button",{type:"button",className:"button","aria-label":`${n.grant}: ${o}`,onClick:()=>a(!0),children:n.grant}),(0,A.jsx)(ae,{title:`${n.grant}: ${o}`,isOpen:i,onClose:r,children:i?(0,A.jsx)(Je,{account:e,name:o,onDone:t,close:r}):null})]})}function Je(e){let o=p(ue,{});return(0,A.jsx)(_,{look:o,children:({units:t})=>(0,A.jsx)(Xe,{...e,units:t?.nodes??[]})})}function Xe({account:e,units:o,onDone:t,close:n}){let i=u(),a=I(),r=re("ofChoice","GrantedRole"),[s,R]=(0,Q.useState)(""),[l,d]=(0,Q.useState)(""),[v,f]=(0,Q.useState)(se()),[Y,h]=(0,Q.useState)(""),P=K(Ee),ee=async N=>{N.preventDefault();let $={accountId:e,role:s,unitId:l||null,startsOn:v,endsBefore:Y||null};await P.run({grant:$})&&(a.announce(i.granted),t(),n())};return(0,A.jsxs)("form",{className:"stack",onSubmit:N=>{ee(N)},children:[(0,A.jsx)(B,{problems:P.problems,inputs:{role:"role",unitId:"role-unit",startsOn:"role-starts",endsBefore:"role-ends"}}),(0,A.jsx)(k,{id:"role",title:i.role,options:[...r??[]].map(([N,$])=>[N,a.words.roles[N]??$]),value:s,isRequired:!0,onChange:R}),(0,A.jsx)(k,{id:"role-unit",title:i.unit,options:o.map(N=>[N.id,N.name]),value:l,onChange:d}),(0,A.jsx)(w,{id:"role-starts",title:i.starts,kind:"date",value:v,isRequired:!0,onChange:f}),(0,A.jsx)(w,{id:"role-ends",title:i.endsBefore,kind:"date",value:Y,onChange:h}),(0,A.jsxs)("div",{className:"row",children:[(0,A.jsx)("button",{type:"submit",className:"button first",disabled:P.isWaiting,children:i.grant}),(0,A.jsx)(le,{})]})]})}var m=E(g(),1);function he(){let e=u(),o=p(Ce,{});return(0,m.jsx)(U,{title:e.ways.accounts,lead:e.accountsLead,children:(0,m.jsx)(_,{look:o,children:({accounts:t})=>(0,m.jsx)(ze,{accounts:t?.nodes??[],again:o.again})})})}function ze({accounts:e,again:o}){let t=u(),{language:n}=I(),i=O("ofChoice","AccountHolder"),a=O("ofType","Account"),r=[...new Set(e.map(({kind:d})=>d))],[s,R]=(0,Me.useState)("STAFF"),l=e.filter(({kind:d})=>d===s).sort((d,v)=>(d.name??"").localeCompare(v.name??"",n));return(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)(k,{id:"account-kind",title:a("kind"),options:r.map(d=>[d,i(d)]),value:s,isRequired:!0,onChange:d=>R(d||"STAFF")}),(0,m.jsx)(x,{title:i(s),rows:l,empty:t.noAccounts,children:d=>(0,m.jsx)(Ze,{account:d,again:o},d.id)})]})}function Ze({account:e,again:o}){let t=u(),{whole:n}=b(),i=O("ofType","Account"),a=e.name??t.nameless,r=e.grants?.nodes??[];return(0,m.jsx)(G,{title:a,state:i(e.state),tone:e.state==="ACTIVE"?"good":e.state==="DISABLED"?"bad":"note",facts:[[i("endsBefore"),n(e.endsBefore)]],actions:(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)(F,{type:"Account",document:me,object:e,about:a,onDone:o}),e.kind==="STAFF"?(0,m.jsx)(Fe,{account:e.id,name:a,onDone:o}):null]}),children:r.length?(0,m.jsx)("ul",{className:"tasks",children:r.map(s=>(0,m.jsx)(et,{grant:s,whose:a,again:o},s.id))}):null})}function et({grant:e,whose:o,again:t}){let n=u(),i=I(),{whole:a}=b(),r=O("ofType","RoleGrant"),s=i.words.roles[e.role]??e.role,R=e.endsBefore?n.until(a(e.endsBefore)):"";return(0,m.jsxs)("li",{children:[(0,m.jsxs)("span",{children:[(0,m.jsx)("span",{className:"strong",children:s})," ",[e.unit?.name??n.everywhere,R].filter(Boolean).join(", ")," ",(0,m.jsx)("span",{className:"tag",children:r(e.state)})]}),(0,m.jsx)(F,{type:"RoleGrant",document:pe,object:e,about:`${o}: ${s}`,onDone:t})]})}var j=E(H(),1);var T=E(g(),1);function we({onInvited:e}){let o=p(ce,{});return(0,T.jsx)(_,{look:o,children:t=>(0,T.jsx)(tt,{data:t,onInvited:e})})}function tt({data:e,onInvited:o}){let t=u(),{announce:n,language:i}=I(),[a,r]=(0,j.useState)(!0),[s,R]=(0,j.useState)(""),[l,d]=(0,j.useState)(""),[v,f]=(0,j.useState)(""),[Y,h]=(0,j.useState)(""),P=K(de),ee=async N=>{N.preventDefault();let $=a?{staffMemberId:s}:{agencyId:l,name:v,language:i},te=await P.run({invitation:$});te&&(h(X(te)),f(""),n(t.invited),o())};return(0,T.jsxs)("form",{className:"card","aria-labelledby":"invite",onSubmit:N=>{ee(N)},children:[(0,T.jsx)("h2",{id:"invite",children:t.inviteTitle}),(0,T.jsx)(B,{problems:P.problems,inputs:{staffMemberId:"staff",agencyId:"agency",name:"name"}}),Y?(0,T.jsx)(J,{secret:Y}):null,(0,T.jsxs)("fieldset",{className:"ways-to-go",children:[(0,T.jsx)("legend",{children:t.invitee}),(0,T.jsx)(Pe,{title:t.staffMember,isChosen:a,choose:()=>r(!0)}),(0,T.jsx)(Pe,{title:t.official,isChosen:!a,choose:()=>r(!1)})]}),a?(0,T.jsx)(k,{id:"staff",title:t.who,options:(e.staffMembers?.nodes??[]).map(N=>[N.id,`${N.firstName??""} ${N.lastName}`.trim()]),value:s,isRequired:!0,onChange:R}):(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(k,{id:"agency",title:t.agency,options:(e.agencies?.nodes??[]).map(N=>[N.id,N.name]),value:l,isRequired:!0,onChange:d}),(0,T.jsx)(w,{id:"name",title:t.name,value:v,isRequired:!0,onChange:f})]}),(0,T.jsx)("div",{children:(0,T.jsx)("button",{type:"submit",className:"button first",disabled:P.isWaiting,children:t.invite})})]})}function Pe({title:e,isChosen:o,choose:t}){return(0,T.jsxs)("label",{className:"way",children:[(0,T.jsx)("input",{type:"radio",name:"invitee",checked:o,onChange:t}),e]})}var V=E(g(),1);function Ge(){let e=u(),o=p(Ue,{});return(0,V.jsxs)(U,{title:e.ways.invitations,lead:e.invitationsLead,children:[(0,V.jsx)(we,{onInvited:o.again}),(0,V.jsx)(_,{look:o,children:({invitations:t})=>(0,V.jsx)(x,{title:e.invitations,rows:t?.nodes??[],empty:e.noInvitations,children:n=>(0,V.jsx)(nt,{invitation:n,again:o.again},n.id)})})]})}function nt({invitation:e,again:o}){let{moment:t}=b(),n=O("ofType","Invitation"),i=O("ofChoice","InvitedKind");return(0,V.jsx)(G,{title:e.name,state:n(e.state),tone:e.state==="ACCEPTED"?"good":e.state==="OPEN"?"note":"",facts:[[n("kind"),i(e.kind)],[n("agency"),e.agency?.name],[n("expiresAt"),e.acceptedAt?"":t(e.expiresAt)],[n("acceptedAt"),t(e.acceptedAt)]],actions:(0,V.jsx)(F,{type:"Invitation",document:Te,object:e,about:e.name,onDone:o})})}var M=E(g(),1);function xe(){let e=u(),{moment:o}=b(),t=O("ofChoice","LoginOutcome"),n=p(be,{}),i=ot(),a=p(ke,{});return(0,M.jsxs)(U,{title:e.ways.mails,lead:e.mailsLead,children:[(0,M.jsx)(_,{look:n,children:({deliveries:r})=>(0,M.jsx)(x,{title:e.failed,rows:r?.nodes??[],empty:e.noFailed,children:s=>(0,M.jsx)(it,{mail:s,event:i(s.event),again:n.again},s.id)})}),(0,M.jsxs)("section",{className:"stack","aria-label":e.logIns,children:[(0,M.jsx)("h2",{children:e.logIns}),(0,M.jsx)(_,{look:a,children:({loginEvents:r})=>(0,M.jsx)(z,{title:e.logIns,rows:r?.nodes??[],empty:e.noLogIns,columns:[{title:e.when,cell:s=>o(s.at)},{title:e.whose,cell:s=>s.account?.name??e.nameless},{title:e.outcome,cell:s=>t(s.outcome)},{title:e.network,cell:s=>s.network}]})})]})]})}function ot(){let{language:e}=I(),t=p(_e,{}).answer?.data?.contentType?.fields?.find(({name:n})=>n==="event")?.options;return n=>t?t.find(({token:i})=>i===n)?.titles[e]??n:""}function it({mail:e,event:o,again:t}){let{moment:n}=b(),i=O("ofType","Delivery"),a=O("ofChoice","DeliveryFailure"),r=O("ofChoice","RecipientKind"),s=a(e.failure);return(0,M.jsx)(G,{title:s,facts:[[i("event"),o],[i("recipientKind"),r(e.recipientKind)],[i("attempts"),e.attempts],[i("modifiedAt"),n(e.modifiedAt)]],actions:(0,M.jsx)(F,{type:"Delivery",document:ye,object:{id:e.id,revision:e.revision},about:s,onDone:t})})}var We=E(H(),1);var y=E(g(),1),Z=["recycleDays","announcementDays","maxRootPageSize","maxNestedPageSize","maxEmergencyAccesses"];function Ke(){let e=u(),o=p(Oe,{});return(0,y.jsx)(U,{title:e.ways.settings,lead:e.settingsLead,isReading:!0,children:(0,y.jsx)(_,{look:o,children:({settings:t})=>{let n=t?.nodes[0];return n?(0,y.jsxs)(y.Fragment,{children:[(0,y.jsx)(st,{setting:n,again:o.again},n.revision),(0,y.jsx)(rt,{setting:n})]}):(0,y.jsx)("p",{className:"quiet",children:e.noSettings})}})})}function st({setting:e,again:o}){let t=u(),{announce:n}=I(),i=O("ofType","Setting"),[a,r]=(0,We.useState)(()=>Object.fromEntries(Z.map(l=>[l,String(e[l])]))),s=K(Ne),R=async l=>{l.preventDefault();let d=Z.filter(f=>Number(a[f])!==e[f]),v=Object.fromEntries(d.map(f=>[f,Number(a[f])]));await s.run({settings:{id:e.id,revision:e.revision,...v}})&&(n(t.saved),o())};return(0,y.jsxs)("form",{className:"card","aria-label":t.ways.settings,onSubmit:l=>{R(l)},children:[(0,y.jsx)(B,{problems:s.problems,inputs:Object.fromEntries(Z.map(l=>[l,l]))}),Z.map(l=>(0,y.jsx)(w,{id:l,title:i(l),kind:"number",value:a[l]??"",isRequired:!0,onChange:d=>r(v=>({...v,[l]:d}))},l)),(0,y.jsx)("div",{children:(0,y.jsx)("button",{type:"submit",className:"button first",disabled:s.isWaiting,children:t.save})})]})}function rt({setting:e}){let o=u(),{moment:t}=b(),n=O("ofType","Setting"),i=e.history??[];return i.length?(0,y.jsxs)("section",{className:"stack","aria-label":o.history,children:[(0,y.jsx)("h2",{children:o.history}),(0,y.jsx)("ul",{className:"tasks",children:i.map((a,r)=>(0,y.jsxs)("li",{children:[(0,y.jsxs)("span",{children:[(0,y.jsx)("span",{className:"strong",children:a.actorName})," ",a.changes.map(({field:s,before:R,after:l})=>`${n(s)}: ${Ve(R)} → ${Ve(l)}`).join(", ")]}),(0,y.jsx)("span",{className:"quiet",children:t(a.at)})]},r))})]}):null}function Ve(e){return e==null?"–":String(e)}var Be=E(H(),1);var D=E(g(),1);function Ye(){let e=u(),o=p(Re,{});return(0,D.jsx)(U,{title:e.ways.vocabularies,lead:e.vocabulariesLead,children:(0,D.jsx)(_,{look:o,children:t=>(0,D.jsx)(at,{data:t})})})}function at({data:e}){let o=u(),{language:t}=I(),[n,i]=(0,Be.useState)(""),a=new Map(e.contentTypes.flatMap(s=>s.fields.flatMap(({vocabulary:R,titles:l})=>R?[[R,`${l[t]} (${s.titles[t].toLowerCase()})`]]:[]))),r=[...a].sort(([,s],[,R])=>s.localeCompare(R,t));return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(k,{id:"vocabulary",title:o.vocabulary,options:r,value:n,onChange:i}),n?(0,D.jsx)(lt,{vocabulary:n,title:a.get(n)??n},n):null]})}function lt({vocabulary:e,title:o}){let t=u(),n=O("ofType","Term"),i=p(ge,{vocabulary:e});return(0,D.jsx)(_,{look:i,children:({terms:a})=>(0,D.jsx)(z,{title:o,rows:a?.nodes??[],empty:t.noTerms,columns:[{title:"suomi",cell:r=>r.titleFi},{title:"svenska",cell:r=>(0,D.jsx)("span",{lang:"sv",children:r.titleSv})},{title:"English",cell:r=>(0,D.jsx)("span",{lang:"en",children:r.titleEn})},{title:n("state"),cell:r=>n(r.state)},{title:"",cell:r=>(0,D.jsx)(F,{type:"Term",document:Ae,object:r,about:r.titleFi,onDone:i.again})}]})})}var q=E(H(),1);var L=E(g(),1),ut="referrals:read referrals:write";function He({onRegistered:e}){let o=p(Se,{});return(0,L.jsx)(_,{look:o,children:({agencies:t})=>(0,L.jsx)(Et,{agencies:t?.nodes??[],onRegistered:e})})}function Et({agencies:e,onRegistered:o}){let t=u(),{announce:n}=I(),[i,a]=(0,q.useState)(""),[r,s]=(0,q.useState)(""),[R,l]=(0,q.useState)(ut),[d,v]=(0,q.useState)(""),f=K(Ie),Y=async h=>{h.preventDefault();let P=await f.run({system:{name:i,agencyId:r,scopes:R.split(/\s+/).filter(Boolean)}});P&&(v(X(P)),a(""),n(t.registered),o())};return(0,L.jsxs)("form",{className:"card","aria-labelledby":"new-system",onSubmit:h=>{Y(h)},children:[(0,L.jsx)("h2",{id:"new-system",children:t.newSystem}),(0,L.jsx)(B,{problems:f.problems,inputs:{name:"system-name",agencyId:"system-agency",scopes:"system-scopes"}}),d?(0,L.jsx)(J,{secret:d}):null,(0,L.jsx)(w,{id:"system-name",title:t.name,value:i,isRequired:!0,onChange:a}),(0,L.jsx)(k,{id:"system-agency",title:t.agency,options:e.map(h=>[h.id,h.name]),value:r,isRequired:!0,onChange:s}),(0,L.jsx)(w,{id:"system-scopes",title:t.scopes,value:R,isRequired:!0,onChange:l}),(0,L.jsx)("div",{children:(0,L.jsx)("button",{type:"submit",className:"button first",disabled:f.isWaiting,children:t.newSystem})})]})}var S=E(g(),1);function Qe(){let e=u(),o=p(ve,{}),t=p(Le,{});return(0,S.jsxs)(U,{title:e.ways.systems,lead:e.systemsLead,children:[(0,S.jsx)(_,{look:o,children:({agencyClients:n})=>(0,S.jsx)(x,{title:e.agencySystems,rows:n?.nodes??[],empty:e.noSystems,children:i=>(0,S.jsx)(ct,{system:i,again:o.again},i.id)})}),(0,S.jsx)(He,{onRegistered:o.again}),(0,S.jsx)(_,{look:t,children:({frontEndClients:n})=>(0,S.jsx)(x,{title:e.frontEnds,rows:n?.nodes??[],empty:e.noSystems,children:i=>(0,S.jsx)(dt,{frontEnd:i,again:t.again},i.id)})})]})}function ct({system:e,again:o}){let{moment:t}=b(),n=O("ofType","AgencyClient");return(0,S.jsx)(G,{title:e.name,state:n(e.state),tone:e.state==="ACTIVE"?"good":"bad",facts:[[n("agency"),e.agency?.name],[n("publicId"),(0,S.jsx)("code",{children:e.publicId},"id")],[n("scopes"),(0,S.jsx)("code",{children:e.scopes.join(" ")},"scopes")],[n("listedDocumentsOnly"),e.listedDocumentsOnly?(e.documents??[]).map(({name:i})=>i).join(", ")||"0":null],[n("lastUsedAt"),t(e.lastUsedAt)],[n("expiresAt"),t(e.expiresAt)]],actions:(0,S.jsx)(F,{type:"AgencyClient",document:De,object:e,about:e.name,onDone:o})})}function dt({frontEnd:e,again:o}){let{moment:t}=b(),n=O("ofType","FrontEndClient");return(0,S.jsx)(G,{title:e.name,state:n(e.state),tone:e.state==="ACTIVE"?"good":"bad",facts:[[n("publicId"),(0,S.jsx)("code",{children:e.publicId},"id")],[n("scopes"),(0,S.jsx)("code",{children:e.scopes.join(" ")},"scopes")],[n("redirectUris"),e.redirectUris.join(", ")],[n("origins"),(e.origins??[]).join(", ")],[n("revokedAt"),t(e.revokedAt)]],actions:(0,S.jsx)(F,{type:"FrontEndClient",document:fe,object:e,about:e.name,onDone:o})})}var C=E(g(),1);function mt(){let{ways:e}=u();return(0,C.jsxs)(C.Fragment,{children:[(0,C.jsx)(ie,{ways:[{path:"/",title:e.accounts},{path:"/invitations",title:e.invitations},{path:"/systems",title:e.systems},{path:"/mails",title:e.mails},{path:"/vocabularies",title:e.vocabularies},{path:"/settings",title:e.settings}]}),(0,C.jsxs)(ne,{children:[(0,C.jsx)(W,{path:"/",component:he}),(0,C.jsx)(W,{path:"/invitations",component:Ge}),(0,C.jsx)(W,{path:"/systems",component:Qe}),(0,C.jsx)(W,{path:"/mails",component:xe}),(0,C.jsx)(W,{path:"/vocabularies",component:Ye}),(0,C.jsx)(W,{path:"/settings",component:Ke}),(0,C.jsx)(W,{component:oe})]})]})}export{mt as default};
