// The client's card: one look at what a coach works with. Its title names nobody: the browser keeps titles.
import { type ReactNode, useRef, useState } from 'react';
import { Link } from 'wouter';
import { Answered } from '../../../frame/Answered';
import { daysAfter, today } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook, usePage } from '../../../frame/page-context';
import { CoachClientDocument, type CoachClientQuery } from '../../../generated/coach/graphql';
import { NoteForm } from '../notes/NoteForm';
import { NoteList } from '../notes/NoteList';
import type { Note } from '../notes/note-draft';
import { useNoteWords } from '../notes/words';
import { usePaperWords } from '../papers/words';
import { useWords } from '../words';
import { Agreements } from './Agreements';
import { Contact } from './Contact';
import { DaysAsStrip } from './DaysAsStrip';
import { Goals } from './Goals';
import { Team } from './Team';

const SHOWN_DAYS = 42;
/** A client as the card shows it. */
export type Client = NonNullable<CoachClientQuery['client']>;
export type Consents = NonNullable<CoachClientQuery['consents']>['nodes'];

/** The page of one client. */
export default function ClientCard({ id }: { id: string }): ReactNode {
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

interface Shown {
  client: Client;
  consents: Consents;
}

function Card({ client, consents }: Shown): ReactNode {
  const words = useWords();
  const noteWords = useNoteWords();
  const paperWords = usePaperWords();
  const { leave } = usePage();
  const [writing, setWriting] = useState<{ note: Note | null } | null>(null);
  const [ours, setOurs] = useState<readonly Note[]>([]);
  const [openId, setOpenId] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const relationships = client.relationships?.nodes ?? [];
  const relationship = relationships.find(({ state }) => state === 'ACTIVE') ?? relationships[0];
  const saved = (note: Note): void => {
    setOurs((before) => [...before.filter(({ id }) => id !== note.id), note]);
    setOpenId(note.id);
  };
  const goOn = (note: Note): void => {
    setWriting({ note });
    setOpenId(note.id);
  };
  const close = (): void => {
    setWriting(null);
    setOpenId(null);
    setTimeout(() => button.current?.focus());
  };
  return (
    <div className="client">
      <div className="row apart">
        <div className="client-name">
          <h2>
            {client.firstNames} {client.lastName}
          </h2>
          {client.safetyRestriction ? <span className="tag warn">{words.protected}</span> : null}
        </div>
        <div className="row">
          <Link className="button" href={`/clients/${client.id}/papers`}>
            {paperWords.papers}
          </Link>
          {relationship && !writing ? (
            <button ref={button} type="button" className="button first" onClick={() => setWriting({ note: null })}>
              {noteWords.write}
            </button>
          ) : null}
        </div>
      </div>
      {relationship && writing ? (
        <NoteForm
          key={writing.note?.id}
          client={client}
          relationshipId={relationship.id}
          note={writing.note}
          saved={saved}
          close={close}
        />
      ) : null}
      <div className="columns">
        <div className="stack-large">
          <Contact client={client} />
          <Team client={client} />
        </div>
        <div className="stack-large">
          <DaysAsStrip days={client.attendance?.nodes ?? []} />
          <Agreements client={client} consents={consents} />
        </div>
        <div className="stack-large">
          <Goals client={client} />
          <NoteList
            client={client}
            ours={ours}
            openId={openId}
            goOn={relationship ? (note) => leave(() => goOn(note)) : null}
          />
        </div>
      </div>
    </div>
  );
}
