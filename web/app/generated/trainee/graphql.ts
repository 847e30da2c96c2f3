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

/** States of a Consent. */
export type ConsentState =
  /** Kieltäytynyt · Nekat · Declined */
  | 'DECLINED'
  /** Vanhentunut · Upphört · Expired */
  | 'EXPIRED'
  /** Annettu · Givet · Given */
  | 'GIVEN'
  /** Pyydetty · Begärt · Requested */
  | 'REQUESTED'
  /** Korvattu · Ersatt · Superseded */
  | 'SUPERSEDED'
  /** Peruttu · Återkallat · Withdrawn */
  | 'WITHDRAWN';

/** What a consent covers; the policy opens no more to an agency. */
export type DataCategory =
  /** Läsnäolot · Närvaro · Attendance */
  | 'ATTENDANCE'
  /** Valmennusjaksot ja tavoitteet · Träningsperioder och mål · Programmes and goals */
  | 'PROGRAMME';

/** Which right a person uses. Source: GDPR articles 15–21. */
export type DataRequestKind =
  /** Omien tietojen tarkastus · Insyn i egna uppgifter · Access to one's data */
  | 'ACCESS'
  /** Tietojen poistaminen · Radering av uppgifter · Erasure of data */
  | 'ERASE'
  /** Kuka on katsonut tietojani · Vem har sett mina uppgifter · Who has looked at my data */
  | 'LOG_ACCESS'
  /** Käsittelyn vastustaminen · Invändning mot behandling · Objection to processing */
  | 'OBJECT'
  /** Tietojen siirtäminen · Överföring av uppgifter · Portability of data */
  | 'PORT'
  /** Tiedon korjaaminen · Rättelse av uppgift · Correction of data */
  | 'RECTIFY'
  /** Käsittelyn rajoittaminen · Begränsning av behandling · Restriction of processing */
  | 'RESTRICT';

/** States of a DataRequest. */
export type DataRequestState =
  /** Suljettu · Avslutad · Closed */
  | 'CLOSED'
  /** Määräaikaa jatkettu · Tiden förlängd · Extended */
  | 'EXTENDED'
  /** Toteutettu · Tillgodosedd · Fulfilled */
  | 'FULFILLED'
  /** Henkilöllisyys tarkistetaan · Identiteten kontrolleras · Identity check */
  | 'IDENTITY_CHECK'
  /** Käsittelyssä · Under behandling · In progress */
  | 'IN_PROGRESS'
  /** Toteutettu osittain · Delvis tillgodosedd · Partly fulfilled */
  | 'PARTLY'
  /** Vastaanotettu · Mottagen · Received */
  | 'RECEIVED'
  /** Hylätty · Avslagen · Refused */
  | 'REFUSED'
  /** Peruttu · Återtagen · Withdrawn */
  | 'WITHDRAWN';

/** States of a FormAnswer. */
export type FormAnswerState =
  /** Luonnos · Utkast · Draft */
  | 'DRAFT'
  /** Lukittu · Låst · Locked */
  | 'LOCKED'
  /** Lähetteeseen pyydetty lisätietoja · Uppgifter begärda om remissen · Asked more about a referral */
  | 'REFERRAL_ASKED'
  /** Päättyneen lähetteen · Med en avslutad remiss · With a closed referral */
  | 'REFERRAL_CLOSED'
  /** Lähetteen luonnos · Remissens utkast · Draft of a referral */
  | 'REFERRAL_DRAFT'
  /** Lähetteen mukana · Med remissen · With a referral */
  | 'REFERRAL_SENT'
  /** Lähetetty · Inskickat · Submitted */
  | 'SUBMITTED';

/** Gender as the person states it; never derived from the identity code. */
export type Gender =
  /** Nainen · Kvinna · Female */
  | 'FEMALE'
  /** Mies · Man · Male */
  | 'MALE'
  /** Muu · Annat · Other */
  | 'OTHER'
  /** Ei ilmoitettu · Ej uppgett · Undisclosed */
  | 'UNDISCLOSED';

/** On what basis a person's data was shown. */
export type LookBasis =
  /** Suostumus · Samtycke · Consent */
  | 'CONSENT'
  /** Sopimus · Avtal · Contract */
  | 'CONTRACT'
  /** Omat tiedot · Egna uppgifter · Own data */
  | 'OWN_DATA'
  /** Oma lähete · Egen remiss · Own referral */
  | 'OWN_REFERRAL'
  /** Henkilön edustaminen · Företrädande av personen · Acting for the person */
  | 'REPRESENTATION'
  /** Laki · Lag · Statute */
  | 'STATUTE'
  /** Oma työ · Eget arbete · Own work */
  | 'WORK';

/** States of a Relationship. */
export type RelationshipState =
  /** Voimassa · I kraft · Active */
  | 'ACTIVE'
  /** Päättynyt · Avslutad · Ended */
  | 'ENDED'
  /** Säilytyksessä · Bevarad · Retained */
  | 'RETAINED';

/** Why something may not be erased. Source: GDPR article 17(3). */
export type RemainsBasis =
  /** Arkistointi yleisen edun vuoksi · Arkivändamål av allmänt intresse · Archiving in the public interest */
  | 'ARCHIVING'
  /** Tarvitaan oikeusvaateeseen · Behövs för rättsliga anspråk · Needed for legal claims */
  | 'LEGAL_CLAIMS'
  /** Laki velvoittaa säilyttämään · Lagen förpliktar att bevara · The law obliges to keep it */
  | 'LEGAL_OBLIGATION';

export type TiedotteetQueryVariables = Exact<{
  paiva: string;
}>;


export type TiedotteetQuery = { announcements: { nodes: Array<{ titleFi: string, textFi: string, startsOn: string }> }, formAnswers: { nodes: Array<{ state: FormAnswerState, answers: unknown, redacted: Array<string>, template: { titleFi: string, version: number | null } | null }> } };

export type OmatSuostumuksetQueryVariables = Exact<{ [key: string]: never; }>;


export type OmatSuostumuksetQuery = { consents: { nodes: Array<{ id: string, revision: number, state: ConsentState, purpose: string, categories: Array<DataCategory>, givenOn: string | null, validUntil: string | null, withdrawnAt: string | null, agency: { name: string } | null }> } };

export type OmatPyynnotQueryVariables = Exact<{ [key: string]: never; }>;


export type OmatPyynnotQuery = { dataRequests: { nodes: Array<{ kind: DataRequestKind, state: DataRequestState, receivedOn: string, calendarDueOn: string | null, dueOn: string, answer: string | null, refusalText: string | null, remains: Array<{ what: string, basis: RemainsBasis, why: string }> | null }> } };

export type OmatTietoniQueryVariables = Exact<{ [key: string]: never; }>;


export type OmatTietoniQuery = { clients: { nodes: Array<{ firstNames: string | null, callName: string | null, lastName: string | null, dateOfBirth: string | null, gender: Gender | null, motherTongue: string | null, phones: Array<string> | null, email: string | null, streetAddress: string | null, postalCode: string | null, city: string | null, municipality: string | null, relationships: { nodes: Array<{ state: RelationshipState, startedOn: string, endedOn: string | null, responsibleCoach: { firstName: string | null, lastName: string } | null }> } | null, history: Array<{ at: string, actorName: string, action: string, changes: Array<{ field: string, before: string | null, after: string | null }> }> | null }> } };

export type OmatPaivaniQueryVariables = Exact<{
  alkaen: string;
  ennen: string;
}>;


export type OmatPaivaniQuery = { attendance: { nodes: Array<{ id: string, revision: number, day: string, state: AttendanceState, plannedMinutes: number | null, code: string | null, minutes: number | null, workplace: { name: string } | null }> } };

export type KukaKatsoiQueryVariables = Exact<{ [key: string]: never; }>;


export type KukaKatsoiQuery = { clients: { nodes: Array<{ accessLog: Array<{ at: string, actorName: string | null, purpose: string, basis: LookBasis, fields: Array<string> }> | null, disclosures: Array<{ at: string, agencyName: string | null, basis: LookBasis, fields: Array<string> }> | null }> } };

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

export const TiedotteetDocument = new TypedDocumentString(`
    query Tiedotteet($paiva: Date!) {
  announcements(filter: {startsOn: {lt: $paiva}, endsBefore: {gte: $paiva}}) {
    nodes {
      titleFi
      textFi
      startsOn
    }
  }
  formAnswers {
    nodes {
      state
      template {
        titleFi
        version
      }
      answers
      redacted
    }
  }
}
    `) as unknown as TypedDocumentString<TiedotteetQuery, TiedotteetQueryVariables>;
export const OmatSuostumuksetDocument = new TypedDocumentString(`
    query OmatSuostumukset {
  consents(orderBy: CREATED_DESC) {
    nodes {
      id
      revision
      state
      agency {
        name
      }
      purpose
      categories
      givenOn
      validUntil
      withdrawnAt
    }
  }
}
    `) as unknown as TypedDocumentString<OmatSuostumuksetQuery, OmatSuostumuksetQueryVariables>;
export const OmatPyynnotDocument = new TypedDocumentString(`
    query OmatPyynnot {
  dataRequests {
    nodes {
      kind
      state
      receivedOn
      calendarDueOn
      dueOn
      answer
      refusalText
      remains {
        what
        basis
        why
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OmatPyynnotQuery, OmatPyynnotQueryVariables>;
export const OmatTietoniDocument = new TypedDocumentString(`
    query OmatTietoni {
  clients(first: 1) {
    nodes {
      firstNames
      callName
      lastName
      dateOfBirth
      gender
      motherTongue
      phones
      email
      streetAddress
      postalCode
      city
      municipality
      relationships(first: 10) {
        nodes {
          state
          startedOn
          endedOn
          responsibleCoach {
            firstName
            lastName
          }
        }
      }
      history {
        at
        actorName
        action
        changes {
          field
          before
          after
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OmatTietoniQuery, OmatTietoniQueryVariables>;
export const OmatPaivaniDocument = new TypedDocumentString(`
    query OmatPaivani($alkaen: Date!, $ennen: Date!) {
  attendance(filter: {day: {gte: $alkaen, lt: $ennen}}, first: 40) {
    nodes {
      id
      revision
      day
      state
      plannedMinutes
      code
      minutes
      workplace {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OmatPaivaniQuery, OmatPaivaniQueryVariables>;
export const KukaKatsoiDocument = new TypedDocumentString(`
    query KukaKatsoi {
  clients {
    nodes {
      accessLog(first: 50) {
        at
        actorName
        purpose
        basis
        fields
      }
      disclosures(first: 50) {
        at
        agencyName
        basis
        fields
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KukaKatsoiQuery, KukaKatsoiQueryVariables>;