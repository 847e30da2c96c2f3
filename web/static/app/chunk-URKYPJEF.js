var e=class extends String{__apiType;value;__meta__;constructor(n,t){super(n),this.value=n,this.__meta__=t}toString(){return this.value}},i=new e(`
    fragment CoachNote on CoachingNote {
  id
  revision
  state
  kind
  occurredAt
  body
  goalIds
  visibility
  mentionsThirdPerson
  groupKey
}
    `,{fragmentName:"CoachNote"}),s=new e(`
    fragment CoachProposal on Proposal {
  id
  revision
  state
  kind
  text
  startsOn
  endsOn
  daysPerWeek
  minutesPerDay
  endReason
  notRelevantReason
  decisionReason
  carriedOutOn
  sentAt
}
    `,{fragmentName:"CoachProposal"}),a=new e(`
    fragment CoachReport on Report {
  id
  revision
  state
  kind
  startsOn
  endsOn
  summary
  goals
  attendance
  recommendation
  clientView
}
    `,{fragmentName:"CoachReport"}),o=new e(`
    fragment CoachAbsenceReport on AbsenceReport {
  id
  revision
  state
  startsOn
  endsOn
  dueOn
  client {
    id
    callName
    lastName
  }
  payer {
    name
  }
  absences(first: 50) {
    nodes {
      id
      kind
      day
      code
      benefit
    }
  }
}
    `,{fragmentName:"CoachAbsenceReport"}),l=new e(`
    fragment NamedClient on Client {
  id
  callName
  lastName
}
    `,{fragmentName:"NamedClient"}),d=new e(`
    fragment AboutTask on Task {
  kind
  dueOn
  title {
    fi
    sv
    en
  }
  object {
    id
    ... on Attendance {
      day
      client {
        ...NamedClient
      }
    }
    ... on Contract {
      client {
        ...NamedClient
      }
    }
    ... on Programme {
      client {
        ...NamedClient
      }
    }
    ... on Relationship {
      client {
        ...NamedClient
      }
    }
    ... on Proposal {
      client {
        ...NamedClient
      }
    }
    ... on Report {
      client {
        ...NamedClient
      }
    }
    ... on AbsenceReport {
      client {
        ...NamedClient
      }
    }
    ... on Client {
      ...NamedClient
    }
    ... on Measure {
      text
      client {
        ...NamedClient
      }
    }
  }
}
    fragment NamedClient on Client {
  id
  callName
  lastName
}`,{fragmentName:"AboutTask"}),E=new e(`
    query CoachCaseload($after: String) {
  relationships(
    filter: {state: {eq: ACTIVE}}
    orderBy: STARTED_ON_DESC
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      startedOn
      client {
        id
        callName
        lastName
        safetyRestriction
      }
      programmes(filter: {state: {eq: ACTIVE}}, first: 1) {
        nodes {
          endsOn
          nextReviewOn
          serviceType {
            titleFi
            titleSv
            titleEn
          }
        }
      }
    }
  }
}
    `),g=new e(`
    query CoachClient($id: ID!, $since: Date!, $before: Date!) {
  client(id: $id) {
    id
    firstNames
    callName
    lastName
    phones
    email
    streetAddress
    postalCode
    city
    contactAddress
    emergencyContact
    serviceLanguage
    interpreterNeeded
    safetyRestriction
    relationships(orderBy: STARTED_ON_DESC, first: 3) {
      nodes {
        id
        state
        startedOn
        endedOn
        responsibleCoach {
          firstName
          lastName
        }
      }
    }
    substitutions(first: 5) {
      nodes {
        id
        startsOn
        endsBefore
        staffMember {
          firstName
          lastName
        }
      }
    }
    referrals(first: 3) {
      nodes {
        id
        state
        receivedAt
        agency {
          name
        }
      }
    }
    programmes(filter: {state: {in: [ACTIVE, PAUSED, PLANNED]}}, first: 3) {
      nodes {
        id
        state
        startsOn
        endsOn
        serviceType {
          titleFi
          titleSv
          titleEn
        }
        goals(first: 10) {
          nodes {
            id
            area
            state
            text
            ownWords
          }
        }
      }
    }
    contracts(orderBy: STARTS_ON_DESC, first: 3) {
      nodes {
        id
        state
        startsOn
        endsOn
        workplace {
          name
        }
      }
    }
    attendance(filter: {day: {gte: $since, lt: $before}}, orderBy: DAY, first: 60) {
      nodes {
        id
        day
        state
        code
        presence
      }
    }
  }
  consents(filter: {clientId: {eq: $id}}, first: 10) {
    nodes {
      id
      state
      categories
      validUntil
      agency {
        name
      }
    }
  }
}
    `),u=new e(`
    query CoachSheet($scope: AttendanceScope!, $from: Date!, $to: Date!) {
  attendanceSheet(scope: $scope, from: $from, to: $to) {
    days {
      day
      weekday
      isHoliday
    }
    rows {
      client {
        id
        callName
        lastName
      }
      contract {
        id
        weeklyPattern {
          weekday
          startsAt
          minutes
        }
      }
      days {
        id
        revision
        day
        state
        code
        minutes
        plannedMinutes
      }
      recent {
        day
        code
        presence
      }
    }
    hasMore
  }
  attendanceEffects(day: $from) {
    code
    title
    benefit
    reported
    hasHours
    mostMinutes
  }
}
    `),N=new e(`
    query DaysNow($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Attendance {
      id
      revision
      state
      code
      minutes
    }
  }
}
    `),p=new e(`
    mutation RecordSheet($days: RecordAttendanceInput!, $key: String!) {
  recordAttendance(input: $days, idempotencyKey: $key) {
    days {
      id
      revision
      state
      code
      minutes
    }
    refused {
      id
      errors {
        code
        message
      }
    }
    errors {
      code
      path
      message
    }
  }
}
    `),T=new e(`
    mutation NotOrganisedDay($day: NotOrganisedInput!, $key: String!) {
  notOrganised(input: $day, idempotencyKey: $key) {
    days {
      id
      revision
      state
      code
      minutes
    }
    refused {
      id
      errors {
        code
        message
      }
    }
    errors {
      code
      path
      message
    }
  }
}
    `),c=new e(`
    mutation SwapOneDay($swap: SwapDayInput!, $key: String!) {
  swapDay(input: $swap, idempotencyKey: $key) {
    attendance {
      id
      revision
      state
      code
      minutes
      swappedWith {
        id
        revision
        state
        code
        minutes
      }
    }
    errors {
      code
      path
      message
    }
  }
}
    `),_=new e(`
    query GroupNoteChoices {
  relationships(
    filter: {state: {eq: ACTIVE}}
    orderBy: STARTED_ON_DESC
    first: 100
  ) {
    nodes {
      id
      client {
        id
        callName
        lastName
      }
    }
  }
  groupMembers(filter: {state: {eq: VALID}}, first: 200) {
    nodes {
      id
      coachingGroup {
        id
        name
      }
      client {
        id
      }
    }
  }
}
    `),O=new e(`
    mutation NoteGroup($note: CreateGroupNoteInput!, $key: String!) {
  createGroupNote(input: $note, idempotencyKey: $key) {
    notes {
      id
      client {
        id
        callName
        lastName
      }
    }
    refused {
      id
      errors {
        code
        message
      }
    }
    errors {
      code
      path
      message
    }
  }
}
    `),R=new e(`
    query NotesOfClient($id: ID!, $after: String) {
  client(id: $id) {
    coachingNotes(orderBy: OCCURRED_AT_DESC, first: 10, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...CoachNote
      }
    }
  }
}
    fragment CoachNote on CoachingNote {
  id
  revision
  state
  kind
  occurredAt
  body
  goalIds
  visibility
  mentionsThirdPerson
  groupKey
}`),A=new e(`
    query NoteNow($id: ID!) {
  coachingNote(id: $id) {
    ...CoachNote
  }
}
    fragment CoachNote on CoachingNote {
  id
  revision
  state
  kind
  occurredAt
  body
  goalIds
  visibility
  mentionsThirdPerson
  groupKey
}`),S=new e(`
    mutation BeginNote($note: CreateCoachingNoteInput!, $key: String!) {
  createCoachingNote(input: $note, idempotencyKey: $key) {
    coachingNote {
      ...CoachNote
    }
    errors {
      code
      path
      message
    }
  }
}
    fragment CoachNote on CoachingNote {
  id
  revision
  state
  kind
  occurredAt
  body
  goalIds
  visibility
  mentionsThirdPerson
  groupKey
}`),D=new e(`
    mutation SaveNote($note: UpdateCoachingNoteInput!, $key: String!) {
  updateCoachingNote(input: $note, idempotencyKey: $key) {
    coachingNote {
      ...CoachNote
    }
    errors {
      code
      path
      message
    }
  }
}
    fragment CoachNote on CoachingNote {
  id
  revision
  state
  kind
  occurredAt
  body
  goalIds
  visibility
  mentionsThirdPerson
  groupKey
}`),y=new e(`
    mutation StepOfNote($step: TransitionCoachingNoteInput!, $key: String!) {
  transitionCoachingNote(input: $step, idempotencyKey: $key) {
    coachingNote {
      ...CoachNote
    }
    errors {
      code
      path
      message
    }
  }
}
    fragment CoachNote on CoachingNote {
  id
  revision
  state
  kind
  occurredAt
  body
  goalIds
  visibility
  mentionsThirdPerson
  groupKey
}`),m=new e(`
    query ClientPapers($id: ID!) {
  client(id: $id) {
    id
    firstNames
    lastName
    referrals(first: 3) {
      nodes {
        id
        state
      }
    }
    relationships(orderBy: STARTED_ON_DESC, first: 3) {
      nodes {
        id
        state
        startedOn
      }
    }
    contracts(orderBy: STARTS_ON_DESC, first: 3) {
      nodes {
        id
        state
      }
    }
  }
  proposals(filter: {clientId: {eq: $id}}, orderBy: CREATED_DESC, first: 10) {
    nodes {
      ...CoachProposal
    }
  }
  reports(filter: {clientId: {eq: $id}}, orderBy: CREATED_DESC, first: 10) {
    nodes {
      ...CoachReport
    }
  }
  absenceReports(filter: {clientId: {eq: $id}}, orderBy: CREATED_DESC, first: 10) {
    nodes {
      ...CoachAbsenceReport
    }
  }
}
    fragment CoachProposal on Proposal {
  id
  revision
  state
  kind
  text
  startsOn
  endsOn
  daysPerWeek
  minutesPerDay
  endReason
  notRelevantReason
  decisionReason
  carriedOutOn
  sentAt
}
fragment CoachReport on Report {
  id
  revision
  state
  kind
  startsOn
  endsOn
  summary
  goals
  attendance
  recommendation
  clientView
}
fragment CoachAbsenceReport on AbsenceReport {
  id
  revision
  state
  startsOn
  endsOn
  dueOn
  client {
    id
    callName
    lastName
  }
  payer {
    name
  }
  absences(first: 50) {
    nodes {
      id
      kind
      day
      code
      benefit
    }
  }
}`),I=new e(`
    query AbsencesToReport {
  absenceReports(
    filter: {state: {in: [DRAFT, READY]}}
    orderBy: DUE_ON
    first: 50
  ) {
    nodes {
      ...CoachAbsenceReport
    }
  }
}
    fragment CoachAbsenceReport on AbsenceReport {
  id
  revision
  state
  startsOn
  endsOn
  dueOn
  client {
    id
    callName
    lastName
  }
  payer {
    name
  }
  absences(first: 50) {
    nodes {
      id
      kind
      day
      code
      benefit
    }
  }
}`),C=new e(`
    mutation Propose($proposal: CreateProposalInput!, $key: String!) {
  createProposal(input: $proposal, idempotencyKey: $key) {
    proposal {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),P=new e(`
    mutation ChangeProposal($proposal: UpdateProposalInput!, $key: String!) {
  updateProposal(input: $proposal, idempotencyKey: $key) {
    proposal {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),b=new e(`
    mutation StepOfProposal($step: TransitionProposalInput!, $key: String!) {
  transitionProposal(input: $step, idempotencyKey: $key) {
    proposal {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),f=new e(`
    mutation BeginReport($report: CreateReportInput!, $key: String!) {
  createReport(input: $report, idempotencyKey: $key) {
    report {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),L=new e(`
    mutation SaveReport($report: UpdateReportInput!, $key: String!) {
  updateReport(input: $report, idempotencyKey: $key) {
    report {
      id
    }
    errors {
      code
      path
      message
    }
  }
}
    `),M=new e(`
    mutation StepOfReport($step: TransitionReportInput!, $key: String!) {
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
    `),U=new e(`
    mutation DraftAbsences($absences: DraftAbsenceReportsInput!, $key: String!) {
  draftAbsenceReports(input: $absences, idempotencyKey: $key) {
    reports {
      id
    }
    refused {
      id
      errors {
        code
        message
      }
    }
    errors {
      code
      path
      message
    }
  }
}
    `),h=new e(`
    mutation StepOfAbsences($step: TransitionAbsenceReportInput!, $key: String!) {
  transitionAbsenceReport(input: $step, idempotencyKey: $key) {
    absenceReport {
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
    `),F=new e(`
    query CoachDue($from: Date!, $after: String) {
  myWeek(from: $from) {
    due(first: 200, after: $after) {
      nodes {
        ...AboutTask
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment AboutTask on Task {
  kind
  dueOn
  title {
    fi
    sv
    en
  }
  object {
    id
    ... on Attendance {
      day
      client {
        ...NamedClient
      }
    }
    ... on Contract {
      client {
        ...NamedClient
      }
    }
    ... on Programme {
      client {
        ...NamedClient
      }
    }
    ... on Relationship {
      client {
        ...NamedClient
      }
    }
    ... on Proposal {
      client {
        ...NamedClient
      }
    }
    ... on Report {
      client {
        ...NamedClient
      }
    }
    ... on AbsenceReport {
      client {
        ...NamedClient
      }
    }
    ... on Client {
      ...NamedClient
    }
    ... on Measure {
      text
      client {
        ...NamedClient
      }
    }
  }
}
fragment NamedClient on Client {
  id
  callName
  lastName
}`),x=new e(`
    query CoachWaiting($from: Date!, $after: String) {
  myWeek(from: $from) {
    waiting(first: 200, after: $after) {
      nodes {
        ...AboutTask
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment AboutTask on Task {
  kind
  dueOn
  title {
    fi
    sv
    en
  }
  object {
    id
    ... on Attendance {
      day
      client {
        ...NamedClient
      }
    }
    ... on Contract {
      client {
        ...NamedClient
      }
    }
    ... on Programme {
      client {
        ...NamedClient
      }
    }
    ... on Relationship {
      client {
        ...NamedClient
      }
    }
    ... on Proposal {
      client {
        ...NamedClient
      }
    }
    ... on Report {
      client {
        ...NamedClient
      }
    }
    ... on AbsenceReport {
      client {
        ...NamedClient
      }
    }
    ... on Client {
      ...NamedClient
    }
    ... on Measure {
      text
      client {
        ...NamedClient
      }
    }
  }
}
fragment NamedClient on Client {
  id
  callName
  lastName
}`),k=new e(`
    query CoachWeek($from: Date!, $after: String) {
  myWeek(from: $from) {
    happened(first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        kind
        at
        object {
          id
          ... on Attendance {
            day
            code
            client {
              ...NamedClient
            }
          }
          ... on CoachingNote {
            client {
              ...NamedClient
            }
          }
          ... on Contract {
            client {
              ...NamedClient
            }
          }
        }
      }
    }
  }
}
    fragment NamedClient on Client {
  id
  callName
  lastName
}`);export{E as a,g as b,u as c,N as d,p as e,T as f,c as g,_ as h,O as i,R as j,A as k,S as l,D as m,y as n,m as o,I as p,C as q,P as r,b as s,f as t,L as u,M as v,U as w,h as x,F as y,x as z,k as A};
