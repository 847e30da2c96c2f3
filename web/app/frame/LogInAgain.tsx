// What is shown when the session ended, and in the second window after the log-in.
import { type ReactNode, useEffect } from 'react';
import { Dialog } from './Dialog';
import { Page } from './Page';
import { usePage } from './page-context';
import { LOG_IN, tellLoggedIn } from './session-end';

/** The dialog over a page whose session ended. */
export function LogInAgain({ isEnded }: { isEnded: boolean }): ReactNode {
  const { words } = usePage();
  return (
    <Dialog title={words.ended} isOpen={isEnded}>
      <p>{words.endedLead}</p>
      <div>
        <a className="button first" href={LOG_IN} target="_blank" rel="noopener">
          {words.logInAgain}
        </a>
      </div>
    </Dialog>
  );
}

/** The page of the second window: it tells the first one, and may be closed. */
export function LoggedIn(): ReactNode {
  const { words } = usePage();
  useEffect(tellLoggedIn, []);
  return (
    <Page title={words.loggedIn} lead={words.loggedInLead} isReading>
      <div>
        <button type="button" className="button" onClick={() => window.close()}>
          {words.close}
        </button>
      </div>
    </Page>
  );
}
