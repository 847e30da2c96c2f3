// The system of an agency in TypeScript: what docs/integrating.md does with curl, step by step, with Node's fetch alone.
import { createHash } from 'node:crypto';
import {
  AskedDocument,
  DaysDocument,
  DecideDocument,
  FollowDocument,
  ReportsDocument,
  StepDocument,
  SubmitDocument,
  UpdateDocument,
  WaitingDocument,
} from './generated/graphql.js';
import type {
  AskedQuery,
  DaysQuery,
  ErrorCode,
  FollowQuery,
  ReportsQuery,
  SubmitMutation,
  SubmitReferralInput,
  TransitionProposalInput,
  TransitionReferralInput,
  TypedDocumentString,
  UpdateReferralInput,
  WaitingQuery,
} from './generated/graphql.js';

const SCOPES = 'referrals:read referrals:write attendance:read reports:read';

export type Reason = { code: ErrorCode; path: string[]; message: string };
export type Sent = NonNullable<SubmitMutation['submitReferral']['referral']>;
export type Referral = NonNullable<FollowQuery['referral']>;
export type Proposal = WaitingQuery['proposals']['nodes'][number];
export type Day = DaysQuery['attendance']['nodes'][number];
export type Report = ReportsQuery['reports']['nodes'][number];
export type Decision = Omit<TransitionProposalInput, 'id' | 'revision'>;

/** A command was refused: `errors` tells each reason with its code, its path and a text for people. */
export class Refused extends Error {
  constructor(readonly errors: readonly Partial<Reason>[]) {
    super(errors.map((error) => error.code).join(', '));
  }
}

/** Asks Polku as the system of one agency; a token is kept until it has half a minute left. */
export class Agency {
  readonly #polku: string;
  readonly #credentials: string;
  #token = '';
  #endsAt = 0;

  constructor(polku: string, client: string, secret: string) {
    this.#polku = polku;
    this.#credentials = `Basic ${Buffer.from(`${encodeURIComponent(client)}:${encodeURIComponent(secret)}`).toString('base64')}`;
  }

  /** The header with a token that still holds. */
  async headers(): Promise<{ authorization: string }> {
    if (performance.now() >= this.#endsAt) {
      const asked = new URLSearchParams({ grant_type: 'client_credentials', scope: SCOPES });
      const answer = await this.#post('/provider/token', asked, { authorization: this.#credentials });
      const given = (await answer.json()) as { access_token: string; expires_in: number };
      this.#token = given.access_token;
      this.#endsAt = performance.now() + (given.expires_in - 30) * 1000;
    }
    return { authorization: `Bearer ${this.#token}` };
  }

  /** The data of a document; it is in the body, because no personal data belongs into an address. */
  async ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
    const body = JSON.stringify({ query: document.toString(), variables });
    const headers = { ...(await this.headers()), 'content-type': 'application/json' };
    const answer = (await (await this.#post('/graphql', body, headers)).json()) as {
      data: Data;
      errors?: { extensions: { code: ErrorCode } }[];
    };
    if (answer.errors) throw new Refused(answer.errors.map((error) => ({ code: error.extensions.code })));
    return answer.data;
  }

  /** The units, and the questions that a referral answers. */
  asked(): Promise<AskedQuery> {
    return this.ask(AskedDocument, {});
  }

  /** Creates and sends a referral with its PDF files; with the same key, nothing is sent twice. */
  async submit(key: string, files: Record<string, Uint8Array>, given: SubmitReferralInput): Promise<Sent> {
    const attachments = Object.entries(files).map(([name, pdf]) => ({
      name,
      mediaType: 'application/pdf',
      size: pdf.length,
      sha256: createHash('sha256').update(pdf).digest('hex'),
    }));
    const { submitReferral } = await this.ask(SubmitDocument, { key, input: { ...given, attachments } });
    const sent = there(accepted(submitReferral).referral);
    for (const { name, uploadLink } of sent.awaitedFiles ?? []) await this.#put(there(uploadLink), there(files[name]));
    return sent;
  }

  /** A referral as it is now. */
  async follow(id: string): Promise<Referral> {
    return there((await this.ask(FollowDocument, { id })).referral);
  }

  /** Changes a referral of which the unit asked more, and answers. */
  async answer(id: string, changed: Omit<UpdateReferralInput, 'id' | 'revision'>) {
    const { revision } = await this.follow(id);
    const { updateReferral } = await this.ask(UpdateDocument, { input: { id, revision, ...changed } });
    const now = there(accepted(updateReferral).referral);
    return this.#step({ id, revision: now.revision, transition: 'ANSWER' });
  }

  /** Withdraws a referral before the start, with a reason of the vocabulary `referral_withdraw_reason`. */
  async withdraw(id: string, reason: string) {
    const { revision } = await this.follow(id);
    return this.#step({ id, revision, transition: 'WITHDRAW', reason });
  }

  /** The proposals that wait for the agency. */
  async proposals(): Promise<Proposal[]> {
    return (await this.ask(WaitingDocument, {})).proposals.nodes;
  }

  /** Accepts or rejects a proposal, or asks: ACCEPT, REJECT with a reason, ASK with a comment. */
  async decide({ id, revision }: Proposal, decision: Decision) {
    const { transitionProposal } = await this.ask(DecideDocument, { input: { id, revision, ...decision } });
    return there(accepted(transitionProposal).proposal);
  }

  /** The days of everybody whose consent is in force, page by page. */
  async days(from: string, before: string): Promise<Day[]> {
    const found: Day[] = [];
    for (let after: string | null = null; ; ) {
      const page: DaysQuery['attendance'] = (await this.ask(DaysDocument, { from, before, after })).attendance;
      found.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return found;
      after = page.pageInfo.endCursor;
    }
  }

  /** The reports that were delivered, the newest first. */
  async reports(): Promise<Report[]> {
    return (await this.ask(ReportsDocument, {})).reports.nodes;
  }

  async #step(input: TransitionReferralInput) {
    const { transitionReferral } = await this.ask(StepDocument, { input });
    return there(accepted(transitionReferral).referral);
  }

  #post(path: string, body: string | URLSearchParams, headers: Record<string, string>): Promise<Response> {
    return this.#sent(path, { method: 'POST', body, headers });
  }

  async #put(link: string, pdf: Uint8Array): Promise<void> {
    const headers = { ...(await this.headers()), 'content-type': 'application/pdf' };
    await this.#sent(link, { method: 'PUT', body: pdf, headers });
  }

  async #sent(path: string, request: RequestInit): Promise<Response> {
    const answer = await fetch(new URL(path, this.#polku), request);
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return answer;
  }
}

/** The payload of a command that was not refused. */
function accepted<Payload extends { errors: readonly Reason[] }>(payload: Payload): Payload {
  if (payload.errors.length > 0) throw new Refused(payload.errors);
  return payload;
}

function there<Found>(found: Found | null | undefined): Found {
  if (found === null || found === undefined) throw new Error('The service does not show it.');
  return found;
}
