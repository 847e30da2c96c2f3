/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** States of a Programme. */
export type ProgrammeState =
  /** Käynnissä · Pågår · Active */
  | 'ACTIVE'
  /** Peruttu · Inställd · Cancelled */
  | 'CANCELLED'
  /** Suoritettu · Slutförd · Completed */
  | 'COMPLETED'
  /** Keskeytynyt · Avbruten · Interrupted */
  | 'INTERRUPTED'
  /** Tauolla · Pausad · Paused */
  | 'PAUSED'
  /** Suunniteltu · Planerad · Planned */
  | 'PLANNED'
  /** Siirretty · Överförd · Transferred */
  | 'TRANSFERRED';

/** What is proposed. */
export type ProposalKind =
  /** Päivien tai tuntien muutos · Ändring av dagar eller timmar · Change of days or hours */
  | 'CHANGE_INTENSITY'
  /** Palvelun päättäminen · Servicen avslutas · End of the service */
  | 'END'
  /** Jatko · Förlängning · Extension */
  | 'EXTEND'
  /** Palvelu ei sovi · Servicen passar inte · The service is not suitable */
  | 'NOT_RELEVANT'
  /** Ei saapunut, ei tavoitettu · Kom inte, nåddes inte · No show, no contact */
  | 'NO_SHOW'
  /** Palvelun aloittaminen · Servicen inleds · Start of the service */
  | 'START';

/** States of a Proposal. */
export type ProposalState =
  /** Hyväksytty · Godkänt · Accepted */
  | 'ACCEPTED'
  /** Kysytty lisää · Mer har frågats · Asked about */
  | 'ASKED'
  /** Luonnos · Utkast · Draft */
  | 'DRAFT'
  /** Hylätty · Avslaget · Rejected */
  | 'REJECTED'
  /** Lähetetty · Skickat · Sent */
  | 'SENT'
  /** Peruttu · Återtaget · Withdrawn */
  | 'WITHDRAWN';

/** States of a Referral. */
export type ReferralState =
  /** Hyväksytty · Godkänd · Accepted */
  | 'ACCEPTED'
  /** Päättynyt · Avslutad · Closed */
  | 'CLOSED'
  /** Luonnos · Utkast · Draft */
  | 'DRAFT'
  /** Rauennut · Förfallen · Expired */
  | 'EXPIRED'
  /** Lisätietoja pyydetty · Uppgifter begärda · Information requested */
  | 'INFO_REQUESTED'
  /** Haastattelussa · Intervju · Interview */
  | 'INTERVIEW'
  /** Käsittelyssä · Under behandling · In review */
  | 'IN_REVIEW'
  /** Ei saapunut · Kom inte · No show */
  | 'NO_SHOW'
  /** Vastaanotettu · Mottagen · Received */
  | 'RECEIVED'
  /** Hylätty · Avslagen · Rejected */
  | 'REJECTED'
  /** Aloittanut · Inledd · Started */
  | 'STARTED'
  /** Lähetetty · Skickad · Submitted */
  | 'SUBMITTED'
  /** Jonossa · I kö · Waitlisted */
  | 'WAITLISTED'
  /** Peruttu · Återtagen · Withdrawn */
  | 'WITHDRAWN';

export type LahetteidenTilatQueryVariables = Exact<{ [key: string]: never; }>;


export type LahetteidenTilatQuery = { referrals: { totalCount: number, nodes: Array<{ id: string, state: ReferralState, modifiedAt: string, receivedAt: string | null, firstNames: string | null, lastName: string | null, decisionReason: string | null, programmes: { nodes: Array<{ state: ProgrammeState, startsOn: string, endsOn: string | null }> } | null }> } };

export type PaatostaOdottavatQueryVariables = Exact<{
  odottavat?: Array<ProposalState> | ProposalState | null | undefined;
}>;


export type PaatostaOdottavatQuery = { proposals: { nodes: Array<{ id: string, revision: number, kind: ProposalKind, state: ProposalState, text: string | null, startsOn: string | null, endsOn: string | null, daysPerWeek: number | null, endReason: string | null, sentAt: string | null, referral: { lastName: string | null, decisionReference: string | null } | null, history: Array<{ at: string, action: string, actorName: string, comment: string | null }> | null }> } };

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

export const LahetteidenTilatDocument = new TypedDocumentString(`
    query LahetteidenTilat {
  referrals(orderBy: MODIFIED_AT_DESC, first: 20) {
    totalCount
    nodes {
      id
      state
      modifiedAt
      receivedAt
      firstNames
      lastName
      decisionReason
      programmes(first: 2) {
        nodes {
          state
          startsOn
          endsOn
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LahetteidenTilatQuery, LahetteidenTilatQueryVariables>;
export const PaatostaOdottavatDocument = new TypedDocumentString(`
    query PaatostaOdottavat($odottavat: [ProposalState!]) {
  proposals(filter: {state: {in: $odottavat}}, first: 20) {
    nodes {
      id
      revision
      kind
      state
      text
      startsOn
      endsOn
      daysPerWeek
      endReason
      sentAt
      referral {
        lastName
        decisionReference
      }
      history {
        at
        action
        actorName
        comment
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PaatostaOdottavatQuery, PaatostaOdottavatQueryVariables>;