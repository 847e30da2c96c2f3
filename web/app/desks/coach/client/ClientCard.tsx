// The client's card: one look at what a coach works with. Its title names nobody: the browser keeps titles.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { daysAfter, today } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { CoachClientDocument, type CoachClientQuery } from '../../../generated/coach/graphql';
import { useWords } from '../words';
import { Agreements } from './Agreements';
import { Contact } from './Contact';
import { DaysAsStrip } from './DaysAsStrip';
import { GoalsAndNotes } from './GoalsAndNotes';
import { Team } from './Team';

const SHOWN_DAYS = 42;
/** A client as the card shows it. */
export type Client = NonNullable<CoachClientQuery['client']>;
export type Consents = NonNullable<CoachClientQuery['consents']>['nodes'];

/** The page of one client. */
export function ClientCard({ id }: { id: string }): ReactNode {
  const words = useWords();
  const look = useLook(CoachClientDocument, { id, since: daysAfter(today(), -SHOWN_DAYS), before: daysAfter(today(), 7) });
  return (
    <Page title={words.client} isQuiet>
      <Answered look={look}>
        {({ client, consents }) =>
          client ? <Card client={client} consents={consents?.nodes ?? []} /> : <p className="card quiet">{words.notSeen}</p>
        }
      </Answered>
    </Page>
  );
}

function Card({ client, consents }: { client: Client; consents: Consents }): ReactNode {
  const words = useWords();
  return (
    <div className="client">
      <div className="client-name">
        <h2>
          {client.firstNames} {client.lastName}
        </h2>
        {client.safetyRestriction ? <span className="tag warn">{words.protected}</span> : null}
      </div>
      <div className="columns">
        <div className="stack-large">
          <Contact client={client} />
          <Team client={client} />
        </div>
        <div className="stack-large">
          <DaysAsStrip days={client.attendance?.nodes ?? []} />
          <Agreements client={client} consents={consents} />
        </div>
        <GoalsAndNotes client={client} />
      </div>
    </div>
  );
}
