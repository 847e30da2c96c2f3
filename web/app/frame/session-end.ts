// A session that ended: log-in opens in a second window, and this page goes on with its memory when it is done.
import type { Session } from '../ask';

const CHANNEL = 'polku-log-in'; // a word between the windows of one browser; nothing is stored
export const LOGGED_IN = '/desk/logged-in';
export const LOG_IN = `/auth/login?next=${LOGGED_IN}`;

/** Tell the other windows that somebody has logged in here. */
export function tellLoggedIn(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('logged in');
  channel.close();
}

/** Waits for one log-in for all questions that were refused meanwhile. */
export class SessionEnd {
  private waiting: Promise<Session> | null = null;

  /** `show` opens and closes the dialog that says what to do. */
  constructor(
    private readonly session: Session,
    private readonly show: (isEnded: boolean) => void,
  ) {}

  /** Return the session that was opened anew. Another account gets a page without the memory of this one. */
  wait(): Promise<Session> {
    this.waiting ??= this.next().finally(() => {
      this.waiting = null;
      this.show(false);
    });
    return this.waiting;
  }

  private async next(): Promise<Session> {
    this.show(true);
    for (;;) {
      await loggedInElsewhere();
      const response = await fetch('/auth/session', { credentials: 'same-origin', cache: 'no-store' });
      if (!response.ok) continue;
      const { account, csrfToken } = await response.json();
      if (account === this.session.account) return { ...this.session, csrfToken };
      window.location.replace('/desk');
    }
  }
}

function loggedInElsewhere(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => {
      channel.close();
      resolve();
    };
  });
}
