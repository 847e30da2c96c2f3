// The change feed: one stream of this tab for all that its pages show. It tells that something changed; who wants to see asks.
import type { Service } from './ask';
import { type FollowChangesSubscription, FollowChangesDocument } from './generated/frame/graphql';

type Change = FollowChangesSubscription['changed'];

interface Follower {
  types: readonly string[];
  told: () => void;
}

interface Ended {
  /** Why the service ended the stream or refused it; empty when the connection broke. */
  code: string;
  status: number;
}

const SECOND = 1000;
const LONGEST_WAIT = 60 * SECOND;
const OVER = 'STREAM_OVER';
const STALE = 'STREAM_STALE';

/** The stream of a tab: open while a page follows something and somebody is there, opened again where it left off. */
export class Changes {
  private readonly followers = new Set<Follower>();
  private stream: AbortController | null = null;
  private followed: readonly string[] = [];
  private since: string | null = null;
  private failures = 0;
  private isResting = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly service: Service) {}

  /** Have `told` called when something of these types changed that this tab did not do itself; return how to end that. */
  follow(types: readonly string[], told: () => void): () => void {
    const follower = { types, told };
    this.followers.add(follower);
    this.arrange();
    return () => {
      this.followers.delete(follower);
      this.arrange();
    };
  }

  /** Close the stream while nobody is there: opening it again would keep the session alive. */
  rest(): void {
    this.isResting = true;
    this.close();
  }

  /** Go on, with what happened meanwhile. */
  wake(): void {
    this.isResting = false;
    this.failures = 0;
    this.arrange();
  }

  /** Open the stream that the followers need, soon: a page that leaves and the one that comes are one change. */
  private arrange(after = 0): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const wanted = [...new Set([...this.followers].flatMap(({ types }) => types))].sort();
      if (!wanted.length || this.isResting) return this.close();
      if (this.stream && wanted.every((type) => this.followed.includes(type))) return;
      this.close();
      this.followed = wanted;
      void this.open(new AbortController());
    }, after);
  }

  private close(): void {
    this.stream?.abort();
    this.stream = null;
  }

  private async open(stream: AbortController): Promise<void> {
    this.stream = stream;
    const ended = await this.read(stream.signal).catch(() => ({ code: '', status: 0 }));
    if (this.stream !== stream) return; // closed here
    this.stream = null;
    if (ended.code === STALE) this.tell(() => true); // the rights changed: what is shown may not be what is seen now
    if (ended.status === 401 || ended.status === 403 || ended.status === 400) return; // until somebody comes back or logs in
    if (ended.code === OVER || ended.code === STALE) return this.arrange();
    this.arrange(Math.min(SECOND * 2 ** this.failures, LONGEST_WAIT) * (0.8 + 0.4 * Math.random()));
    this.failures += 1;
  }

  /** Read the stream to its end. */
  private async read(signal: AbortSignal): Promise<Ended> {
    const variables = { types: [...this.followed], since: this.since };
    const response = await this.service.open(FollowChangesDocument, variables, signal);
    if (!response?.ok || !response.body) return { code: '', status: response?.status ?? 0 };
    let [code, rest] = ['', ''];
    for (const reader = response.body.pipeThrough(new TextDecoderStream()).getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return { code, status: response.status };
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks.filter((one) => one.startsWith('event: next\n'))) {
        const { data, errors } = JSON.parse(block.slice(block.indexOf('data: ') + 6));
        if (data) this.hear(data.changed);
        code = errors?.[0]?.extensions?.code ?? code;
      }
    }
  }

  private hear({ kind, type, cursor }: Change): void {
    this.since = cursor;
    this.failures = 0;
    if (kind === 'RESYNC') this.tell(() => true);
    else if (kind !== 'OPENED' && !this.service.isCommanding()) this.tell(({ types }) => types.includes(type ?? ''));
  }

  private tell(concerns: (follower: Follower) => boolean): void {
    for (const follower of this.followers) if (concerns(follower)) follower.told();
  }
}
