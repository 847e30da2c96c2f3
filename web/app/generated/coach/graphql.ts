/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** States of an Attendance. */
export type AttendanceState =
  /** Vahvistettu · Bekräftad · Confirmed */
  | 'CONFIRMED'
  /** Lukittu · Låst · Locked */
  | 'LOCKED'
  /** Suunniteltu · Planerad · Planned */
  | 'PLANNED'
  /** Kirjattu · Antecknad · Recorded */
  | 'RECORDED';

/** States of a Contract. */
export type ContractState =
  /** Voimassa · I kraft · Active */
  | 'ACTIVE'
  /** Odottaa allekirjoituksia · Väntar på underskrifter · Awaiting signatures */
  | 'AWAITING_SIGNATURES'
  /** Luonnos · Utkast · Draft */
  | 'DRAFT'
  /** Päättynyt · Avslutat · Ended */
  | 'ENDED'
  /** Korvattu · Ersatt · Superseded */
  | 'SUPERSEDED'
  /** Keskeytetty · Avbrutet · Suspended */
  | 'SUSPENDED'
  /** Purettu · Hävt · Terminated */
  | 'TERMINATED'
  /** Peruttu · Återtaget · Withdrawn */
  | 'WITHDRAWN';

/** What a note is about. */
export type NoteKind =
  /** Puhelu · Samtal · Call */
  | 'CALL'
  /** Poikkeama · Avvikelse · Incident */
  | 'INCIDENT'
  /** Tapaaminen · Möte · Meeting */
  | 'MEETING'
  /** Verkostotapaaminen · Nätverksmöte · Network meeting */
  | 'NETWORK'
  /** Havainto · Observation · Observation */
  | 'OBSERVATION';

/** Whether a person was there; why not is for the person and the coaching team. */
export type Presence =
  /** Poissa · Frånvarande · Absent */
  | 'ABSENT'
  /** Läsnä · Närvarande · Present */
  | 'PRESENT';

/** What is to be done. (Tehtävän laji) */
export type TaskKind =
  /** Poissaolo jatkuu yli sallitun · Frånvaron är längre än tillåtet · Absence longer than its code allows */
  | 'ABSENCE_TOO_LONG'
  /** Todistus poissaolosta puuttuu · Intyg om frånvaron saknas · Certificate of an absence missing */
  | 'CERTIFICATE_MISSING'
  /** Suostumusta pyydetään · Samtycke begärs · Consent that is asked for */
  | 'CONSENT_TO_GIVE'
  /** Sopimus päättyy · Avtal tar slut · Contract ends */
  | 'CONTRACT_ENDS'
  /** Sopimus allekirjoitettavana · Avtal att underteckna · Contract to sign */
  | 'CONTRACT_TO_SIGN'
  /** Tietopyyntö odottaa vastausta · Begäran om uppgifter väntar på svar · Data request to answer */
  | 'DATA_REQUEST_DUE'
  /** Päivä kirjaamatta · Dag inte antecknad · Day to record */
  | 'DAY_TO_RECORD'
  /** Sama henkilötunnus kahdella · Två har samma personbeteckning · Identity code of two people */
  | 'IDENTITY_MATCH_TO_DECIDE'
  /** Toimenpide tehtävä · Åtgärd att utföra · Measure due */
  | 'MEASURE_DUE'
  /** Kuukausi suljettavana · Månad att stänga · Month to close */
  | 'MONTH_TO_CLOSE'
  /** Ei yhteyttä 30 päivään · Ingen kontakt på 30 dagar · No contact for 30 days */
  | 'NO_CONTACT'
  /** Sopimuksesta puuttuu hinta · Avtalet saknar pris · Price of a contract missing */
  | 'PRICE_MISSING'
  /** Valmennuksen arviointi · Utvärdering av coachningen · Review of a programme */
  | 'PROGRAMME_REVIEW'
  /** Hyväksytty ehdotus toimeenpantavana · Godkänt förslag att verkställa · Accepted proposal to carry out */
  | 'PROPOSAL_TO_CARRY_OUT'
  /** Ehdotus päätettävänä · Förslag att besluta om · Proposal to decide */
  | 'PROPOSAL_TO_DECIDE'
  /** Ehdotuksesta kysytty lisää · Mer har frågats om förslaget · Proposal to explain */
  | 'PROPOSAL_TO_EXPLAIN'
  /** Poissaolon syy yhä selvittämättä · Orsaken till frånvaron fortfarande inte utredd · Reason of an absence overdue */
  | 'REASON_OVERDUE'
  /** Poissaolon syy selvittämättä · Orsaken till frånvaron inte utredd · Reason of an absence to ask for */
  | 'REASON_PENDING'
  /** Oikaisu ratkaistavana · Rättelse att avgöra · Rectification to decide */
  | 'RECTIFICATION_TO_DECIDE'
  /** Lähete odottaa vastausta · Remiss väntar på svar · Referral to answer */
  | 'REFERRAL_DUE'
  /** Lähetteestä kysytty lisää · Mer har frågats om remissen · Referral to complete */
  | 'REFERRAL_TO_COMPLETE'
  /** Hyväksytty lähete aloitettavana · Godkänd remiss att inleda · Accepted referral to start */
  | 'REFERRAL_TO_START'
  /** Raportti hyväksyttävänä · Rapport att godkänna · Report to approve */
  | 'REPORT_TO_APPROVE'
  /** Raportti toimitettavana · Rapport att leverera · Report to deliver */
  | 'REPORT_TO_DELIVER'
  /** Raportti odottaa näkemystäsi · Rapporten väntar på din syn · Report that waits for your view */
  | 'REPORT_TO_HEAR'
  /** Turvakiellon tarkistus · Spärrmarkeringens kontroll · Review of a safety restriction */
  | 'SAFETY_REVIEW'
  /** Paikka jonossa päättyy · Platsen i kön upphör · Place in the queue ends */
  | 'WAITLIST_ENDS';

/** What happened. (Tapahtuman laji) */
export type WeekEventKind =
  /** Tila tai tiedot muuttuneet · Status eller uppgifter ändrade · State or data changed */
  | 'CHANGED'
  /** Päivä kirjattu · Dag antecknad · Day recorded */
  | 'DAY_RECORDED'
  /** Kirjaus allekirjoitettu · Anteckning undertecknad · Note signed */
  | 'NOTE_SIGNED';

export type AamuQueryVariables = Exact<{
  mista: string;
  mihin: string;
}>;


export type AamuQuery = { attendanceSheet: { hasMore: boolean, days: Array<{ day: string, weekday: number, isHoliday: boolean }>, rows: Array<{ client: { id: string, callName: string | null, lastName: string | null } | null, contract: { id: string, weeklyPattern: Array<{ weekday: number, startsAt: string, minutes: number }> | null } | null, days: Array<{ id: string, revision: number, day: string, state: AttendanceState, code: string | null, minutes: number | null, plannedMinutes: number | null }>, recent: Array<{ day: string, code: string | null, presence: Presence | null }>, totals: { planned: number, recorded: number, present: number, absent: number, minutes: number, plannedMinutes: number } }> }, attendanceEffects: Array<{ code: string, title: string, benefit: string | null, expenseAllowance: string | null, reported: string | null, isPending: boolean }> };

export type OmaViikkoQueryVariables = Exact<{
  alkaen: string;
}>;


export type OmaViikkoQuery = { myWeek: { from: string, before: string, happened: { nodes: Array<{ kind: WeekEventKind, at: string, object:
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { day: string, code: string | null, id: string, client: { callName: string | null, lastName: string | null } | null }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { kind: NoteKind | null, id: string, client: { callName: string | null, lastName: string | null } | null }
          | { id: string }
          | { state: ContractState, id: string, client: { callName: string | null, lastName: string | null } | null }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
         }> }, due: { nodes: Array<{ kind: TaskKind, dueOn: string | null, object:
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
         }> }, waiting: { nodes: Array<{ kind: TaskKind, dueOn: string | null, object:
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
          | { id: string }
         }> } } };

export type MitaOdotetaanQueryVariables = Exact<{
  asti: string;
}>;


export type MitaOdotetaanQuery = { tasks: { nodes: Array<{ kind: TaskKind, dueOn: string | null, object:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { day: string, code: string | null, id: string, client: { callName: string | null, lastName: string | null } | null }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { endsOn: string, id: string, client: { callName: string | null, lastName: string | null } | null }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { text: string | null, id: string, client: { callName: string | null, lastName: string | null } | null }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { startsOn: string, id: string, client: { callName: string | null, lastName: string | null } | null }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { startedOn: string, id: string, client: { callName: string | null, lastName: string | null } | null }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const AamuDocument = new TypedDocumentString(`
    query Aamu($mista: Date!, $mihin: Date!) {
  attendanceSheet(scope: {caseload: true}, from: $mista, to: $mihin) {
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
      totals {
        planned
        recorded
        present
        absent
        minutes
        plannedMinutes
      }
    }
    hasMore
  }
  attendanceEffects(day: $mista) {
    code
    title
    benefit
    expenseAllowance
    reported
    isPending
  }
}
    `) as unknown as TypedDocumentString<AamuQuery, AamuQueryVariables>;
export const OmaViikkoDocument = new TypedDocumentString(`
    query OmaViikko($alkaen: Date!) {
  myWeek(from: $alkaen) {
    from
    before
    happened(first: 50) {
      nodes {
        kind
        at
        object {
          id
          ... on Attendance {
            day
            code
            client {
              callName
              lastName
            }
          }
          ... on CoachingNote {
            kind
            client {
              callName
              lastName
            }
          }
          ... on Contract {
            state
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
    `) as unknown as TypedDocumentString<OmaViikkoQuery, OmaViikkoQueryVariables>;
export const MitaOdotetaanDocument = new TypedDocumentString(`
    query MitaOdotetaan($asti: Date!) {
  tasks(until: $asti, first: 50) {
    nodes {
      kind
      dueOn
      object {
        id
        ... on Contract {
          endsOn
          client {
            callName
            lastName
          }
        }
        ... on Programme {
          startsOn
          client {
            callName
            lastName
          }
        }
        ... on Relationship {
          startedOn
          client {
            callName
            lastName
          }
        }
        ... on Measure {
          text
          client {
            callName
            lastName
          }
        }
        ... on Attendance {
          day
          code
          client {
            callName
            lastName
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MitaOdotetaanQuery, MitaOdotetaanQueryVariables>;