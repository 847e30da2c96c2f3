import{a as z}from"./chunk-IOXECCXV.js";import{a as ie}from"./chunk-YN7IE3UH.js";import{a as oe}from"./chunk-BD5XFSQB.js";import{a as G,c as V}from"./chunk-FDFAXQJ2.js";import{a as M,b as X}from"./chunk-IZIB4NHY.js";import{a as J}from"./chunk-C2DEZCXQ.js";import"./chunk-67VDBY7N.js";import{a as se,d as L}from"./chunk-TB33MUXH.js";import{a as ae,b as le}from"./chunk-GUMMT2R6.js";import"./chunk-2LRJ5ZYH.js";import{a as w,b as F}from"./chunk-WXNGTF3I.js";import"./chunk-7TEWRZEF.js";import{c as N,d as re}from"./chunk-4I5MRB74.js";import{e as W,g as ne}from"./chunk-X3MLX2GW.js";import{a as H,m as R,n as k,r as I,s as y,u as K,w as B,y as _}from"./chunk-U7GDRCA3.js";import{c as E}from"./chunk-OOJM4CTU.js";var Fe=E(H(),1);var c=class extends String{__apiType;value;__meta__;constructor(o,t){super(o),this.value=o,this.__meta__=t}toString(){return this.value}},ue=new c(`
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
    `),ge=new c(`
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
    `),Ae=new c(`
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
    `),Ie=new c(`
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
    `),De=new c(`
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
    `),fe=new c(`
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
    `),Ce=new c(`
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
    `),ve=new c(`
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
    `),Ue=new c(`
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
    `);var Qe={ways:{accounts:"Tunnukset ja roolit",invitations:"Kutsut",systems:"Järjestelmät",mails:"Viestit ja kirjautumiset",vocabularies:"Sanastot",settings:"Asetukset"},accountsLead:"Kenellä on tunnus, missä roolissa ja mihin asti. Asiakkaiden tunnuksilla ei ole nimeä.",accounts:"Tunnukset",noAccounts:"Tunnuksia ei ole.",nameless:"Ilman nimeä",roles:"Roolit",noRoles:"Ei rooleja.",everywhere:"kaikkialla",until:e=>`${e} asti`,grant:"Myönnä rooli",role:"Rooli",unit:"Yksikkö (tyhjä: kaikkialla)",starts:"Alkaa",endsBefore:"Päättyy ennen",granted:"Rooli on myönnetty. Pääkäyttäjän ja tietosuojavastaavan roolin hyväksyy toinen.",invitationsLead:"Ketkä on kutsuttu, ja kuka on jo ottanut tunnuksensa käyttöön.",invitations:"Kutsut",noInvitations:"Kutsuja ei ole.",invite:"Kutsu",inviteTitle:"Uusi kutsu",invitee:"Kenet kutsutaan?",staffMember:"Työntekijä",official:"Lähettävän tahon yhteyshenkilö",who:"Työntekijä",agency:"Lähettävä taho",name:"Nimi",invited:"Kutsu on tehty.",systemsLead:"Mitkä järjestelmät ja käyttöliittymät kutsuvat rajapintaa, ja mihin niillä on oikeus.",agencySystems:"Lähettävien tahojen järjestelmät",frontEnds:"Käyttöliittymät",noSystems:"Järjestelmiä ei ole.",newSystem:"Rekisteröi järjestelmä",scopes:"Oikeudet, välilyönti välissä",registered:"Järjestelmä on rekisteröity.",mailsLead:"Viestit, jotka eivät lähteneet, ja viimeiset kirjautumiset. Osoitteita ei säilytetä.",failed:"Epäonnistuneet viestit",noFailed:"Jokainen viesti lähti.",logIns:"Kirjautumiset",noLogIns:"Kirjautumisia ei ole.",when:"Milloin",whose:"Kuka",outcome:"Tulos",network:"Verkko",vocabulariesLead:"Sanat kolmella kielellä. Muutoksen julkaisee toinen henkilö.",vocabulary:"Sanasto",noTerms:"Sanastossa ei ole sanoja.",show:"Näytä",settingsLead:"Asetukset koskevat koko asennusta. Historia kertoo, kuka muutti mitä.",save:"Tallenna",saved:"Asetukset on tallennettu.",history:"Muutokset",noSettings:"Asetuksia ei ole."},je={ways:{accounts:"Konton och roller",invitations:"Inbjudningar",systems:"System",mails:"Meddelanden och inloggningar",vocabularies:"Ordlistor",settings:"Inställningar"},accountsLead:"Vem som har ett konto, i vilken roll och hur länge. Klienternas konton har inget namn.",accounts:"Konton",noAccounts:"Det finns inga konton.",nameless:"Utan namn",roles:"Roller",noRoles:"Inga roller.",everywhere:"överallt",until:e=>`till ${e}`,grant:"Ge en roll",role:"Roll",unit:"Enhet (tomt: överallt)",starts:"Börjar",endsBefore:"Slutar före",granted:"Rollen är given. Rollen för administratör och dataskyddsombud godkänns av en annan.",invitationsLead:"Vilka som har bjudits in, och vem som redan har tagit sitt konto i bruk.",invitations:"Inbjudningar",noInvitations:"Det finns inga inbjudningar.",invite:"Bjud in",inviteTitle:"Ny inbjudan",invitee:"Vem bjuds in?",staffMember:"En anställd",official:"En kontaktperson hos den som skickar remisser",who:"Anställd",agency:"Den som skickar remisser",name:"Namn",invited:"Inbjudan är gjord.",systemsLead:"Vilka system och användargränssnitt som anropar gränssnittet, och vad de får göra.",agencySystems:"System hos dem som skickar remisser",frontEnds:"Användargränssnitt",noSystems:"Det finns inga system.",newSystem:"Registrera ett system",scopes:"Rättigheter, med mellanslag",registered:"Systemet är registrerat.",mailsLead:"Meddelanden som inte gick iväg, och de senaste inloggningarna. Adresser sparas inte.",failed:"Misslyckade meddelanden",noFailed:"Varje meddelande gick iväg.",logIns:"Inloggningar",noLogIns:"Det finns inga inloggningar.",when:"När",whose:"Vem",outcome:"Resultat",network:"Nät",vocabulariesLead:"Orden på tre språk. En ändring publiceras av en annan person.",vocabulary:"Ordlista",noTerms:"Ordlistan har inga ord.",show:"Visa",settingsLead:"Inställningarna gäller hela installationen. Historiken visar vem som ändrade vad.",save:"Spara",saved:"Inställningarna är sparade.",history:"Ändringar",noSettings:"Det finns inga inställningar."},$e={ways:{accounts:"Accounts and roles",invitations:"Invitations",systems:"Systems",mails:"Mails and log-ins",vocabularies:"Vocabularies",settings:"Settings"},accountsLead:"Who has an account, in which role and until when. The accounts of clients have no name.",accounts:"Accounts",noAccounts:"There are no accounts.",nameless:"Without a name",roles:"Roles",noRoles:"No roles.",everywhere:"everywhere",until:e=>`until ${e}`,grant:"Grant a role",role:"Role",unit:"Unit (empty: everywhere)",starts:"Starts",endsBefore:"Ends before",granted:"The role is granted. That of an administrator or privacy officer is approved by a second person.",invitationsLead:"Who was invited, and who has taken the account into use.",invitations:"Invitations",noInvitations:"There are no invitations.",invite:"Invite",inviteTitle:"A new invitation",invitee:"Whom to invite?",staffMember:"A member of staff",official:"A contact person of an agency",who:"Member of staff",agency:"Agency",name:"Name",invited:"The invitation is made.",systemsLead:"Which systems and front ends call the API, and what they may do.",agencySystems:"Systems of agencies",frontEnds:"Front ends",noSystems:"There are no systems.",newSystem:"Register a system",scopes:"Scopes, with spaces between",registered:"The system is registered.",mailsLead:"Mails that did not leave, and the latest log-ins. Addresses are not kept.",failed:"Failed mails",noFailed:"Every mail left.",logIns:"Log-ins",noLogIns:"There are no log-ins.",when:"When",whose:"Who",outcome:"Outcome",network:"Network",vocabulariesLead:"Words in three languages. A change is published by a second person.",vocabulary:"Vocabulary",noTerms:"The vocabulary has no words.",show:"Show",settingsLead:"Settings are of the whole installation. The history says who changed what.",save:"Save",saved:"The settings are saved.",history:"Changes",noSettings:"There are no settings."};function u(){return{fi:Qe,sv:je,en:$e}[I().language]}var Q=E(H(),1);var S=E(R(),1);function ke({account:e,name:o,onDone:t}){let n=u(),[s,r]=(0,Q.useState)(!1),i=()=>r(!1);return(0,S.jsxs)(S.Fragment,{children:[(0,S.jsx)("button",{type:"button",className:"button","aria-label":`${n.grant}: ${o}`,onClick:()=>r(!0),children:n.grant}),(0,S.jsx)(ae,{title:`${n.grant}: ${o}`,isOpen:s,onClose:i,children:s?(0,S.jsx)(qe,{account:e,name:o,onDone:t,close:i}):null})]})}function qe(e){let o=y(ue,{});return(0,S.jsx)(_,{look:o,children:({units:t})=>(0,S.jsx)(Je,{...e,units:t?.nodes??[]})})}function Je({account:e,units:o,onDone:t,close:n}){let s=u(),r=I(),i=re("ofChoice","GrantedRole"),[l,g]=(0,Q.useState)(""),[a,d]=(0,Q.useState)(""),[v,f]=(0,Q.useState)(se()),[Y,h]=(0,Q.useState)(""),P=K(Ee),ee=async O=>{O.preventDefault();let $={accountId:e,role:l,unitId:a||null,startsOn:v,endsBefore:Y||null};await P.run({grant:$})&&(r.announce(s.granted),t(),n())};return(0,S.jsxs)("form",{className:"stack",onSubmit:O=>{ee(O)},children:[(0,S.jsx)(B,{problems:P.problems,inputs:{role:"role",unitId:"role-unit",startsOn:"role-starts",endsBefore:"role-ends"}}),(0,S.jsx)(F,{id:"role",title:s.role,options:[...i??[]].map(([O,$])=>[O,r.words.roles[O]??$]),value:l,isRequired:!0,onChange:g}),(0,S.jsx)(F,{id:"role-unit",title:s.unit,options:o.map(O=>[O.id,O.name]),value:a,onChange:d}),(0,S.jsx)(w,{id:"role-starts",title:s.starts,kind:"date",value:v,isRequired:!0,onChange:f}),(0,S.jsx)(w,{id:"role-ends",title:s.endsBefore,kind:"date",value:Y,onChange:h}),(0,S.jsxs)("div",{className:"row",children:[(0,S.jsx)("button",{type:"submit",className:"button first",disabled:P.isWaiting,children:s.grant}),(0,S.jsx)(le,{})]})]})}var m=E(R(),1);function Me(){let e=u(),o=y(fe,{});return(0,m.jsx)(k,{title:e.ways.accounts,lead:e.accountsLead,children:(0,m.jsx)(_,{look:o,children:({accounts:t})=>(0,m.jsx)(Xe,{accounts:t?.nodes??[],again:o.again})})})}function Xe({accounts:e,again:o}){let t=u(),{language:n}=I(),s=N("ofChoice","AccountHolder"),r=N("ofType","Account"),i=[...new Set(e.map(({kind:d})=>d))],[l,g]=(0,Fe.useState)("STAFF"),a=e.filter(({kind:d})=>d===l).sort((d,v)=>(d.name??"").localeCompare(v.name??"",n));return(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)(F,{id:"account-kind",title:r("kind"),options:i.map(d=>[d,s(d)]),value:l,isRequired:!0,onChange:d=>g(d||"STAFF")}),(0,m.jsx)(V,{title:s(l),rows:a,empty:t.noAccounts,children:d=>(0,m.jsx)(ze,{account:d,again:o},d.id)})]})}function ze({account:e,again:o}){let t=u(),{whole:n}=L(),s=N("ofType","Account"),r=e.name??t.nameless,i=e.grants?.nodes??[];return(0,m.jsx)(G,{title:r,state:s(e.state),tone:e.state==="ACTIVE"?"good":e.state==="DISABLED"?"bad":"note",facts:[[s("endsBefore"),n(e.endsBefore)]],actions:(0,m.jsxs)(m.Fragment,{children:[(0,m.jsx)(M,{type:"Account",document:me,object:e,about:r,onDone:o}),e.kind==="STAFF"?(0,m.jsx)(ke,{account:e.id,name:r,onDone:o}):null]}),children:i.length?(0,m.jsx)("ul",{className:"tasks",children:i.map(l=>(0,m.jsx)(Ze,{grant:l,whose:r,again:o},l.id))}):null})}function Ze({grant:e,whose:o,again:t}){let n=u(),s=I(),{whole:r}=L(),i=N("ofType","RoleGrant"),l=s.words.roles[e.role]??e.role,g=e.endsBefore?n.until(r(e.endsBefore)):"";return(0,m.jsxs)("li",{children:[(0,m.jsxs)("span",{children:[(0,m.jsx)("span",{className:"strong",children:l})," ",[e.unit?.name??n.everywhere,g].filter(Boolean).join(", ")," ",(0,m.jsx)("span",{className:"tag",children:i(e.state)})]}),(0,m.jsx)(M,{type:"RoleGrant",document:pe,object:e,about:`${o}: ${l}`,onDone:t})]})}var j=E(H(),1);var p=E(R(),1);function Pe({onInvited:e}){let o=y(ce,{});return(0,p.jsx)(_,{look:o,children:t=>(0,p.jsx)(et,{data:t,onInvited:e})})}function et({data:e,onInvited:o}){let t=u(),{announce:n,language:s}=I(),[r,i]=(0,j.useState)(!0),[l,g]=(0,j.useState)(""),[a,d]=(0,j.useState)(""),[v,f]=(0,j.useState)(""),[Y,h]=(0,j.useState)(""),P=K(de),ee=async O=>{O.preventDefault();let $=r?{staffMemberId:l}:{agencyId:a,name:v,language:s},te=await P.run({invitation:$});te&&(h(X(te)),f(""),n(t.invited),o())};return(0,p.jsxs)("form",{className:"card","aria-labelledby":"invite",onSubmit:O=>{ee(O)},children:[(0,p.jsx)("h2",{id:"invite",children:t.inviteTitle}),(0,p.jsx)(B,{problems:P.problems,inputs:{staffMemberId:"staff",agencyId:"agency",name:"name"}}),Y?(0,p.jsx)(J,{secret:Y}):null,(0,p.jsxs)("fieldset",{className:"ways-to-go",children:[(0,p.jsx)("legend",{children:t.invitee}),(0,p.jsx)(he,{title:t.staffMember,isChosen:r,choose:()=>i(!0)}),(0,p.jsx)(he,{title:t.official,isChosen:!r,choose:()=>i(!1)})]}),r?(0,p.jsx)(F,{id:"staff",title:t.who,options:(e.staffMembers?.nodes??[]).map(O=>[O.id,`${O.firstName??""} ${O.lastName}`.trim()]),value:l,isRequired:!0,onChange:g}):(0,p.jsxs)(p.Fragment,{children:[(0,p.jsx)(F,{id:"agency",title:t.agency,options:(e.agencies?.nodes??[]).map(O=>[O.id,O.name]),value:a,isRequired:!0,onChange:d}),(0,p.jsx)(w,{id:"name",title:t.name,value:v,isRequired:!0,onChange:f})]}),(0,p.jsx)("div",{children:(0,p.jsx)("button",{type:"submit",className:"button first",disabled:P.isWaiting,children:t.invite})})]})}function he({title:e,isChosen:o,choose:t}){return(0,p.jsxs)("label",{className:"way",children:[(0,p.jsx)("input",{type:"radio",name:"invitee",checked:o,onChange:t}),e]})}var x=E(R(),1);function we(){let e=u(),o=y(be,{});return(0,x.jsxs)(k,{title:e.ways.invitations,lead:e.invitationsLead,children:[(0,x.jsx)(Pe,{onInvited:o.again}),(0,x.jsx)(_,{look:o,children:({invitations:t})=>(0,x.jsx)(V,{title:e.invitations,rows:t?.nodes??[],empty:e.noInvitations,children:n=>(0,x.jsx)(tt,{invitation:n,again:o.again},n.id)})})]})}function tt({invitation:e,again:o}){let{moment:t}=L(),n=N("ofType","Invitation"),s=N("ofChoice","InvitedKind");return(0,x.jsx)(G,{title:e.name,state:n(e.state),tone:e.state==="ACCEPTED"?"good":e.state==="OPEN"?"note":"",facts:[[n("kind"),s(e.kind)],[n("agency"),e.agency?.name],[n("expiresAt"),e.acceptedAt?"":t(e.expiresAt)],[n("acceptedAt"),t(e.acceptedAt)]],actions:(0,x.jsx)(M,{type:"Invitation",document:Te,object:e,about:e.name,onDone:o})})}var b=E(R(),1);function Ge(){let e=u(),{moment:o}=L(),t=N("ofChoice","LoginOutcome"),n=y(ve,{}),s=y(Ue,{});return(0,b.jsxs)(k,{title:e.ways.mails,lead:e.mailsLead,children:[(0,b.jsx)(_,{look:n,children:({deliveries:r})=>(0,b.jsx)(V,{title:e.failed,rows:r?.nodes??[],empty:e.noFailed,children:i=>(0,b.jsx)(nt,{mail:i,again:n.again},i.id)})}),(0,b.jsxs)("section",{className:"stack","aria-label":e.logIns,children:[(0,b.jsx)("h2",{children:e.logIns}),(0,b.jsx)(_,{look:s,children:({loginEvents:r})=>(0,b.jsx)(z,{title:e.logIns,rows:r?.nodes??[],empty:e.noLogIns,columns:[{title:e.when,cell:i=>o(i.at)},{title:e.whose,cell:i=>i.account?.name??e.nameless},{title:e.outcome,cell:i=>t(i.outcome)},{title:e.network,cell:i=>i.network}]})})]})]})}function nt({mail:e,again:o}){let{moment:t}=L(),n=N("ofType","Delivery"),s=N("ofChoice","DeliveryFailure"),r=N("ofChoice","RecipientKind"),i=s(e.failure);return(0,b.jsx)(G,{title:i,facts:[[n("event"),(0,b.jsx)("code",{children:e.event},"event")],[n("recipientKind"),r(e.recipientKind)],[n("attempts"),e.attempts],[n("modifiedAt"),t(e.modifiedAt)]],actions:(0,b.jsx)(M,{type:"Delivery",document:ye,object:{id:e.id,revision:e.revision},about:i,onDone:o})})}var xe=E(H(),1);var T=E(R(),1),Z=["recycleDays","announcementDays","maxRootPageSize","maxNestedPageSize","maxEmergencyAccesses"];function We(){let e=u(),o=y(_e,{});return(0,T.jsx)(k,{title:e.ways.settings,lead:e.settingsLead,isReading:!0,children:(0,T.jsx)(_,{look:o,children:({settings:t})=>{let n=t?.nodes[0];return n?(0,T.jsxs)(T.Fragment,{children:[(0,T.jsx)(ot,{setting:n,again:o.again},n.revision),(0,T.jsx)(it,{setting:n})]}):(0,T.jsx)("p",{className:"quiet",children:e.noSettings})}})})}function ot({setting:e,again:o}){let t=u(),{announce:n}=I(),s=N("ofType","Setting"),[r,i]=(0,xe.useState)(()=>Object.fromEntries(Z.map(a=>[a,String(e[a])]))),l=K(Ne),g=async a=>{a.preventDefault();let d=Z.filter(f=>Number(r[f])!==e[f]),v=Object.fromEntries(d.map(f=>[f,Number(r[f])]));await l.run({settings:{id:e.id,revision:e.revision,...v}})&&(n(t.saved),o())};return(0,T.jsxs)("form",{className:"card","aria-label":t.ways.settings,onSubmit:a=>{g(a)},children:[(0,T.jsx)(B,{problems:l.problems,inputs:Object.fromEntries(Z.map(a=>[a,a]))}),Z.map(a=>(0,T.jsx)(w,{id:a,title:s(a),kind:"number",value:r[a]??"",isRequired:!0,onChange:d=>i(v=>({...v,[a]:d}))},a)),(0,T.jsx)("div",{children:(0,T.jsx)("button",{type:"submit",className:"button first",disabled:l.isWaiting,children:t.save})})]})}function it({setting:e}){let o=u(),{moment:t}=L(),n=N("ofType","Setting"),s=e.history??[];return s.length?(0,T.jsxs)("section",{className:"stack","aria-label":o.history,children:[(0,T.jsx)("h2",{children:o.history}),(0,T.jsx)("ul",{className:"tasks",children:s.map((r,i)=>(0,T.jsxs)("li",{children:[(0,T.jsxs)("span",{children:[(0,T.jsx)("span",{className:"strong",children:r.actorName})," ",r.changes.map(({field:l,before:g,after:a})=>`${n(l)}: ${Ve(g)} → ${Ve(a)}`).join(", ")]}),(0,T.jsx)("span",{className:"quiet",children:t(r.at)})]},i))})]}):null}function Ve(e){return e==null?"–":String(e)}var Ke=E(H(),1);var D=E(R(),1);function Be(){let e=u(),o=y(Re,{});return(0,D.jsx)(k,{title:e.ways.vocabularies,lead:e.vocabulariesLead,children:(0,D.jsx)(_,{look:o,children:t=>(0,D.jsx)(st,{data:t})})})}function st({data:e}){let o=u(),{language:t}=I(),[n,s]=(0,Ke.useState)(""),r=new Map(e.contentTypes.flatMap(l=>l.fields.flatMap(({vocabulary:g,titles:a})=>g?[[g,`${a[t]} (${l.titles[t].toLowerCase()})`]]:[]))),i=[...r].sort(([,l],[,g])=>l.localeCompare(g,t));return(0,D.jsxs)(D.Fragment,{children:[(0,D.jsx)(F,{id:"vocabulary",title:o.vocabulary,options:i,value:n,onChange:s}),n?(0,D.jsx)(rt,{vocabulary:n,title:r.get(n)??n},n):null]})}function rt({vocabulary:e,title:o}){let t=u(),n=N("ofType","Term"),s=y(Oe,{vocabulary:e});return(0,D.jsx)(_,{look:s,children:({terms:r})=>(0,D.jsx)(z,{title:o,rows:r?.nodes??[],empty:t.noTerms,columns:[{title:"suomi",cell:i=>i.titleFi},{title:"svenska",cell:i=>(0,D.jsx)("span",{lang:"sv",children:i.titleSv})},{title:"English",cell:i=>(0,D.jsx)("span",{lang:"en",children:i.titleEn})},{title:n("state"),cell:i=>n(i.state)},{title:"",cell:i=>(0,D.jsx)(M,{type:"Term",document:ge,object:i,about:i.titleFi,onDone:s.again})}]})})}var q=E(H(),1);var U=E(R(),1),at="referrals:read referrals:write";function Ye({onRegistered:e}){let o=y(Se,{});return(0,U.jsx)(_,{look:o,children:({agencies:t})=>(0,U.jsx)(lt,{agencies:t?.nodes??[],onRegistered:e})})}function lt({agencies:e,onRegistered:o}){let t=u(),{announce:n}=I(),[s,r]=(0,q.useState)(""),[i,l]=(0,q.useState)(""),[g,a]=(0,q.useState)(at),[d,v]=(0,q.useState)(""),f=K(Ae),Y=async h=>{h.preventDefault();let P=await f.run({system:{name:s,agencyId:i,scopes:g.split(/\s+/).filter(Boolean)}});P&&(v(X(P)),r(""),n(t.registered),o())};return(0,U.jsxs)("form",{className:"card","aria-labelledby":"new-system",onSubmit:h=>{Y(h)},children:[(0,U.jsx)("h2",{id:"new-system",children:t.newSystem}),(0,U.jsx)(B,{problems:f.problems,inputs:{name:"system-name",agencyId:"system-agency",scopes:"system-scopes"}}),d?(0,U.jsx)(J,{secret:d}):null,(0,U.jsx)(w,{id:"system-name",title:t.name,value:s,isRequired:!0,onChange:r}),(0,U.jsx)(F,{id:"system-agency",title:t.agency,options:e.map(h=>[h.id,h.name]),value:i,isRequired:!0,onChange:l}),(0,U.jsx)(w,{id:"system-scopes",title:t.scopes,value:g,isRequired:!0,onChange:a}),(0,U.jsx)("div",{children:(0,U.jsx)("button",{type:"submit",className:"button first",disabled:f.isWaiting,children:t.newSystem})})]})}var A=E(R(),1);function He(){let e=u(),o=y(Ce,{}),t=y(Le,{});return(0,A.jsxs)(k,{title:e.ways.systems,lead:e.systemsLead,children:[(0,A.jsx)(_,{look:o,children:({agencyClients:n})=>(0,A.jsx)(V,{title:e.agencySystems,rows:n?.nodes??[],empty:e.noSystems,children:s=>(0,A.jsx)(ut,{system:s,again:o.again},s.id)})}),(0,A.jsx)(Ye,{onRegistered:o.again}),(0,A.jsx)(_,{look:t,children:({frontEndClients:n})=>(0,A.jsx)(V,{title:e.frontEnds,rows:n?.nodes??[],empty:e.noSystems,children:s=>(0,A.jsx)(Et,{frontEnd:s,again:t.again},s.id)})})]})}function ut({system:e,again:o}){let{moment:t}=L(),n=N("ofType","AgencyClient");return(0,A.jsx)(G,{title:e.name,state:n(e.state),tone:e.state==="ACTIVE"?"good":"bad",facts:[[n("agency"),e.agency?.name],[n("publicId"),(0,A.jsx)("code",{children:e.publicId},"id")],[n("scopes"),(0,A.jsx)("code",{children:e.scopes.join(" ")},"scopes")],[n("lastUsedAt"),t(e.lastUsedAt)],[n("expiresAt"),t(e.expiresAt)]],actions:(0,A.jsx)(M,{type:"AgencyClient",document:Ie,object:e,about:e.name,onDone:o})})}function Et({frontEnd:e,again:o}){let{moment:t}=L(),n=N("ofType","FrontEndClient");return(0,A.jsx)(G,{title:e.name,state:n(e.state),tone:e.state==="ACTIVE"?"good":"bad",facts:[[n("publicId"),(0,A.jsx)("code",{children:e.publicId},"id")],[n("scopes"),(0,A.jsx)("code",{children:e.scopes.join(" ")},"scopes")],[n("redirectUris"),e.redirectUris.join(", ")],[n("origins"),(e.origins??[]).join(", ")],[n("revokedAt"),t(e.revokedAt)]],actions:(0,A.jsx)(M,{type:"FrontEndClient",document:De,object:e,about:e.name,onDone:o})})}var C=E(R(),1);function ct(){let{ways:e}=u();return(0,C.jsxs)(C.Fragment,{children:[(0,C.jsx)(ie,{ways:[{path:"/",title:e.accounts},{path:"/invitations",title:e.invitations},{path:"/systems",title:e.systems},{path:"/mails",title:e.mails},{path:"/vocabularies",title:e.vocabularies},{path:"/settings",title:e.settings}]}),(0,C.jsxs)(ne,{children:[(0,C.jsx)(W,{path:"/",component:Me}),(0,C.jsx)(W,{path:"/invitations",component:we}),(0,C.jsx)(W,{path:"/systems",component:He}),(0,C.jsx)(W,{path:"/mails",component:Ge}),(0,C.jsx)(W,{path:"/vocabularies",component:Be}),(0,C.jsx)(W,{path:"/settings",component:We}),(0,C.jsx)(W,{component:oe})]})]})}export{ct as default};
