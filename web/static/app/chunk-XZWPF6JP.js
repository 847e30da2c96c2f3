var t=class extends String{__apiType;value;__meta__;constructor(n,e){super(n),this.value=n,this.__meta__=e}toString(){return this.value}},r=new t(`
    fragment UnitTask on Task {
  kind
  dueOn
  title {
    fi
    sv
    en
  }
  object {
    id
    ... on Referral {
      lastName
      firstNames
    }
    ... on Contract {
      client {
        callName
        lastName
      }
    }
    ... on Programme {
      client {
        callName
        lastName
      }
    }
    ... on Relationship {
      client {
        callName
        lastName
      }
    }
    ... on Report {
      client {
        callName
        lastName
      }
    }
    ... on Proposal {
      client {
        callName
        lastName
      }
    }
    ... on AbsenceReport {
      client {
        callName
        lastName
      }
    }
    ... on Attendance {
      client {
        callName
        lastName
      }
    }
    ... on Client {
      callName
      lastName
    }
    ... on Representation {
      client {
        callName
        lastName
      }
    }
    ... on EmergencyAccess {
      client {
        callName
        lastName
      }
    }
    ... on AttendanceMonth {
      month
    }
  }
}
    `,{fragmentName:"UnitTask"}),s=new t(`
    mutation DecideAnomaly($step: TransitionAnomalyInput!, $key: String!) {
  transitionAnomaly(input: $step, idempotencyKey: $key) {
    anomaly {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),a=new t(`
    mutation DecideEmergency($step: TransitionEmergencyAccessInput!, $key: String!) {
  transitionEmergencyAccess(input: $step, idempotencyKey: $key) {
    emergencyAccess {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),E=new t(`
    query ContractsToSign {
  contracts(
    filter: {state: {eq: AWAITING_SIGNATURES}}
    orderBy: STARTS_ON
    first: 30
  ) {
    nodes {
      id
      revision
      state
      startsOn
      endsOn
      tasks
      client {
        callName
        lastName
      }
      workplace {
        name
      }
      signatures {
        party
        name
        signedAt
      }
    }
  }
}
    `),o=new t(`
    mutation DecideContract($step: TransitionContractInput!, $key: String!) {
  transitionContract(input: $step, idempotencyKey: $key) {
    contract {
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
    `),l=new t(`
    query CaseloadsOfUnit($after: String) {
  relationships(
    filter: {state: {eq: ACTIVE}}
    orderBy: STARTED_ON_DESC
    first: 200
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      startedOn
      unit {
        id
        name
      }
      responsibleCoach {
        firstName
        lastName
      }
      client {
        id
        callName
        lastName
        substitutions(filter: {state: {eq: VALID}}, first: 3) {
          nodes {
            id
            revision
            startsOn
            endsBefore
            staffMember {
              firstName
              lastName
            }
          }
        }
      }
    }
  }
}
    `),d=new t(`
    query WhoMayCover {
  staffMembers(first: 100) {
    nodes {
      id
      firstName
      lastName
      title
    }
  }
}
    `),g=new t(`
    mutation NameSubstitute($cover: CreateSubstitutionInput!, $key: String!) {
  createSubstitution(input: $cover, idempotencyKey: $key) {
    substitution {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),T=new t(`
    mutation DecideSubstitution($step: TransitionSubstitutionInput!, $key: String!) {
  transitionSubstitution(input: $step, idempotencyKey: $key) {
    substitution {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),_=new t(`
    mutation DecideMonth($step: TransitionAttendanceMonthInput!, $key: String!) {
  transitionAttendanceMonth(input: $step, idempotencyKey: $key) {
    attendanceMonth {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),u=new t(`
    query ImportsOfClients($after: String) {
  clientImports(orderBy: CREATED_DESC, first: 20, after: $after) {
    nodes {
      id
      state
      createdAt
      askedByName
      linesRead
      written
      unchanged
      refused
      unit {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),N=new t(`
    query ImportPossible {
  units(filter: {state: {eq: ACTIVE}}, first: 200) {
    nodes {
      id
      name
    }
  }
  contentType(name: "ClientImport") {
    files {
      largest
      isScanned
      kinds {
        mediaType
        endings
      }
    }
  }
}
    `),O=new t(`
    query ImportOfClients($id: ID!) {
  clientImport(id: $id) {
    id
    revision
    state
    createdAt
    sheet
    encoding
    nobodyIsRestricted
    distinctLines
    mapping
    askedByName
    askedAt
    linesExpected
    linesRead
    written
    unchanged
    refused
    notes
    refusal
    refusalLine
    refusalNames
    endedAt
    unit {
      id
      name
    }
    refusals(first: 100) {
      totalCount
      nodes {
        id
        line
        field
        code
        reason
      }
    }
  }
}
    `),R=new t(`
    mutation MakeImport($made: CreateClientImportInput!, $key: String!) {
  createClientImport(input: $made, idempotencyKey: $key) {
    clientImport {
      id
      revision
    }
    errors {
      code
      path
      message
    }
  }
}
    `),A=new t(`
    mutation ChangeImport($changed: UpdateClientImportInput!, $key: String!) {
  updateClientImport(input: $changed, idempotencyKey: $key) {
    clientImport {
      id
      revision
    }
    errors {
      code
      path
      message
    }
  }
}
    `),I=new t(`
    mutation AttachImport($file: AttachInput!, $key: String!) {
  attach(input: $file, idempotencyKey: $key) {
    uploadLink
    errors {
      code
      path
      message
    }
  }
}
    `),S=new t(`
    mutation StepOfImport($step: TransitionClientImportInput!, $key: String!) {
  transitionClientImport(input: $step, idempotencyKey: $key) {
    clientImport {
      id
      revision
    }
    secret
    errors {
      code
      path
      message
    }
  }
}
    `),m=new t(`
    mutation DecideReferral($step: TransitionReferralInput!, $key: String!) {
  transitionReferral(input: $step, idempotencyKey: $key) {
    referral {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),p=new t(`
    query ReferralToDecide($id: ID!) {
  referral(id: $id) {
    id
    revision
    state
    firstNames
    lastName
    dateOfBirth
    phone
    email
    municipality
    serviceCode
    wantedStartOn
    daysPerWeek
    minutesPerDay
    goals
    background
    basis
    statute
    consentGivenOn
    consentValidUntil
    planKind
    planReference
    payer
    receivedAt
    dueOn
    agency {
      name
    }
    official {
      firstName
      lastName
    }
    awaitedFiles {
      name
    }
    formAnswers(first: 5) {
      nodes {
        id
        state
        template {
          titleFi
          titleSv
          titleEn
          jsonSchema
        }
        sections {
          name
          fi
          sv
          en
          keys
          read
          mayRead
          mayWrite
        }
        answers
      }
    }
  }
  referralDuplicates(referralId: $id) {
    clientId
    reasons
  }
}
    `),c=new t(`
    mutation DecideReport($step: TransitionReportInput!, $key: String!) {
  transitionReport(input: $step, idempotencyKey: $key) {
    report {
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
    `),D=new t(`
    query TasksOfUnit($after: String) {
  tasks(first: 200, after: $after) {
    nodes {
      ...UnitTask
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment UnitTask on Task {
  kind
  dueOn
  title {
    fi
    sv
    en
  }
  object {
    id
    ... on Referral {
      lastName
      firstNames
    }
    ... on Contract {
      client {
        callName
        lastName
      }
    }
    ... on Programme {
      client {
        callName
        lastName
      }
    }
    ... on Relationship {
      client {
        callName
        lastName
      }
    }
    ... on Report {
      client {
        callName
        lastName
      }
    }
    ... on Proposal {
      client {
        callName
        lastName
      }
    }
    ... on AbsenceReport {
      client {
        callName
        lastName
      }
    }
    ... on Attendance {
      client {
        callName
        lastName
      }
    }
    ... on Client {
      callName
      lastName
    }
    ... on Representation {
      client {
        callName
        lastName
      }
    }
    ... on EmergencyAccess {
      client {
        callName
        lastName
      }
    }
    ... on AttendanceMonth {
      month
    }
  }
}`),y=new t(`
    query PoikkeavatKatselut {
  anomalies(filter: {state: {eq: OPEN}}, orderBy: STARTS_AT_DESC, first: 20) {
    totalCount
    nodes {
      id
      revision
      kind
      staffMember {
        firstName
        lastName
      }
      startsAt
      endsBefore
      looks
      count
      threshold
    }
  }
}
    `),C=new t(`
    query VahvistettavatPaivat($ennen: Date!) {
  selvittamatta: attendance(
    filter: {state: {eq: RECORDED}, code: {eq: "ABSENT_PENDING"}, day: {lt: $ennen}}
    first: 20
  ) {
    totalCount
    nodes {
      id
      revision
      day
      client {
        callName
        lastName
      }
    }
  }
  kaikki: attendance(filter: {state: {eq: RECORDED}, day: {lt: $ennen}}, first: 0) {
    totalCount
  }
}
    `),L=new t(`
    query TarkastettavatAvaukset {
  emergencyAccesses(filter: {state: {in: [OPEN, ENDED]}}) {
    nodes {
      id
      revision
      state
      createdAt
      endsAt
      reason
      staffMember {
        firstName
        lastName
      }
      client {
        callName
        lastName
      }
    }
  }
}
    `),M=new t(`
    query OnkoTilaa {
  units(first: 10) {
    nodes {
      name
      capacity
      answerDays
      waitlistDays
    }
  }
  relationships(filter: {state: {eq: ACTIVE}}, first: 0) {
    totalCount
  }
  accepted: referrals(filter: {state: {eq: ACCEPTED}}, first: 0) {
    totalCount
  }
  waiting: referrals(
    filter: {state: {eq: WAITLISTED}}
    orderBy: CREATED
    first: 20
  ) {
    totalCount
    nodes {
      id
      revision
      waitlistUntil
      lastName
    }
  }
}
    `),U=new t(`
    query Saapuneet($odottavat: [ReferralState!]) {
  referrals(filter: {state: {in: $odottavat}}, orderBy: DUE_ON, first: 30) {
    totalCount
    nodes {
      id
      revision
      state
      dueOn
      firstNames
      lastName
      serviceCode
      wantedStartOn
      agency {
        name
      }
      awaitedFiles {
        name
      }
      proposals(first: 3) {
        nodes {
          kind
          state
        }
      }
    }
  }
}
    `),P=new t(`
    query Kuukaudet {
  attendanceMonths(orderBy: MONTH_DESC, first: 24) {
    nodes {
      id
      revision
      month
      state
      lockedAt
      unit {
        name
      }
    }
  }
}
    `),f=new t(`
    query YksikonViikko($alkaen: Date!, $jalkeen: String) {
  myWeek(from: $alkaen) {
    from
    before
    happened(first: 50, after: $jalkeen) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        kind
        at
        object {
          id
          ... on Referral {
            state
            lastName
          }
          ... on Attendance {
            day
            code
            client {
              callName
              lastName
            }
          }
          ... on Contract {
            contractState: state
            client {
              callName
              lastName
            }
          }
        }
      }
    }
    due(first: 50) {
      nodes {
        kind
        dueOn
        object {
          id
        }
      }
    }
    waiting(first: 50) {
      nodes {
        kind
        dueOn
        object {
          id
        }
      }
    }
  }
}
    `),k=new t(`
    query HyvaksyttavatRaportit {
  reports(filter: {state: {in: [HEARD, APPROVED]}}, first: 20) {
    nodes {
      id
      revision
      state
      kind
      startsOn
      endsOn
      summary
      clientView
      client {
        callName
        lastName
      }
    }
  }
}
    `);export{s as a,a as b,E as c,o as d,l as e,d as f,g,T as h,_ as i,u as j,N as k,O as l,R as m,A as n,I as o,S as p,m as q,p as r,c as s,D as t,y as u,C as v,L as w,M as x,U as y,P as z,f as A,k as B};
