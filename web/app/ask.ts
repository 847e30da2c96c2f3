// The one way to the service. Every question is a look that is logged, so nothing is kept, repeated or fetched ahead.
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import type { Sent } from './put';

/** The text of a document of generated/, with the types of its answer and its variables. */
export type Asked<Data, Variables> = DocumentTypeDecoration<Data, Variables> & { toString(): string };

/** A document that the service made itself, named by its digest: its text is never sent. */
export class ByDigest {
  constructor(private readonly sha256Hash: string) {}

  toString(): string {
    return this.sha256Hash;
  }
}

/** Why something was not done, as the service says it: a stable code, a sentence in the person's language, where. */
export interface Problem {
  code: string;
  message: string;
  path?: readonly (string | number)[] | null;
}

/** A field of the document that this person may not read, and the permission that is missing. */
export interface Withheld {
  path: readonly (string | number)[];
  permission: string;
}

/** What came of a question. `data` is null when it was refused as a whole; problems are data, nothing is thrown. */
export interface Answer<Data> {
  data: Data | null;
  problems: readonly Problem[];
  withheld: readonly Withheld[];
}

/** What the shell told the page at its start. `account` tells whether somebody else logged in meanwhile. */
export interface Session {
  endpoint: string;
  csrfToken: string;
  language: string;
  account: string;
  name: string;
  mayUseGraphiql: boolean;
  hasOwnPassword: boolean;
  idleMinutes: number;
}

type Variables = { [name: string]: unknown };
const ATTEMPTS = 4;
const JSON_ANSWER = 'application/graphql-response+json, application/json;q=0.9';
const EVENTS = 'text/event-stream';
const TOLD_WITHIN = 2_000; // milliseconds from the answer to a command until the change feed has told of it

/** Asks as the logged-in person. `logInAgain` resolves with the new session when the person has logged in elsewhere. */
export class Service {
  private running = 0;
  private commandedAt = -Infinity;

  constructor(
    private session: Session,
    private readonly logInAgain: () => Promise<Session>,
  ) {}

  /** Speak the language that a person chose on the page. */
  speak(language: string): void {
    this.session = { ...this.session, language };
  }

  /** Look at something: one request, one look. `signal` ends it when the person went elsewhere. */
  async ask<Data, Named extends Variables>(
    document: Asked<Data, Named>,
    variables: Named,
    signal?: AbortSignal,
  ): Promise<Answer<Data>> {
    return this.answer<Data>(document, variables, 1, signal);
  }

  /**
   * Have something done, once: the same `key` is sent again until an answer came, and the service does it a single time.
   * Whoever asks again by hand after `OUTCOME_UNKNOWN` gives the same key.
   */
  async command<Data, Named extends { key: string }>(
    document: Asked<Data, Named>,
    variables: Omit<Named, 'key'>,
    key: string = newKey(),
  ): Promise<Answer<Data>> {
    this.running += 1;
    try {
      return await this.answer<Data>(document, { ...variables, key }, ATTEMPTS);
    } finally {
      this.running -= 1;
      this.commandedAt = performance.now();
    }
  }

  /** Return whether what the change feed tells now may be what this tab itself has done. */
  isCommanding(): boolean {
    return this.running > 0 || performance.now() - this.commandedAt < TOLD_WITHIN;
  }

  /** Open a stream of events; null without a connection. Who may not is told by the status: nobody is asked to log in. */
  open<Data, Named extends Variables>(document: Asked<Data, Named>, variables: Named, signal: AbortSignal): Promise<Response | null> {
    return this.post(document, variables, signal, EVENTS);
  }

  /** Send the bytes of a file to the link that the service gave for them; `told` hears which part of them has gone. */
  async send(link: string, file: File, told: (part: number) => void): Promise<Sent> {
    const { put } = await import('./put'); // few send files
    for (;;) {
      const { csrfToken, language } = this.session;
      const sent = await put(link, file, { 'x-csrf-token': csrfToken, 'accept-language': language }, told);
      if (sent.status !== 401) return sent;
      this.session = { ...(await this.logInAgain()), language: this.session.language };
    }
  }

  private async answer<Data>(
    document: { toString(): string },
    variables: Variables,
    attempts: number,
    signal?: AbortSignal,
  ): Promise<Answer<Data>> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.post(document, variables, signal);
      if (response?.status === 401) {
        this.session = { ...(await this.logInAgain()), language: this.session.language };
      } else if (response !== null && response.status !== 503) {
        return read<Data>(response);
      } else if (attempt >= attempts) {
        return response ? read<Data>(response) : failed(attempts > 1 ? 'OUTCOME_UNKNOWN' : 'NO_CONNECTION');
      } else {
        await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** (attempt - 1)));
      }
    }
  }

  private async post(
    document: { toString(): string },
    variables: Variables,
    signal?: AbortSignal,
    accept = JSON_ANSWER,
  ): Promise<Response | null> {
    const { endpoint, csrfToken, language } = this.session;
    try {
      return await fetch(endpoint, {
        method: 'POST',
        credentials: 'same-origin',
        cache: 'no-store',
        headers: {
          'content-type': 'application/json',
          accept,
          'polku-language': language,
          'x-csrf-token': csrfToken,
        },
        body: JSON.stringify({ ...named(document), variables }),
        signal: signal ?? null,
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      return null; // no connection: for a command it is unknown whether it was done
    }
  }
}

/** A key for one thing that a person wants done. */
export function newKey(): string {
  return crypto.randomUUID();
}

function named(document: { toString(): string }): Variables {
  if (!(document instanceof ByDigest)) return { query: String(document) };
  return { extensions: { persistedQuery: { version: 1, sha256Hash: String(document) } } };
}

function failed<Data>(code: string): Answer<Data> {
  return { data: null, problems: [{ code, message: '' }], withheld: [] };
}

async function read<Data>(response: Response): Promise<Answer<Data>> {
  if (!/\bjson\b/.test(response.headers.get('content-type') ?? '')) return failed(`HTTP_${response.status}`);
  const { data, errors = [], extensions = {} } = await response.json();
  const problems = errors.map((error: { message: string; path?: Problem['path']; extensions?: { code?: string } }) => ({
    code: error.extensions?.code ?? 'ERROR',
    message: error.message,
    path: error.path ?? null,
  }));
  return { data: data ?? null, problems, withheld: extensions.redacted ?? [] };
}
