// The notes of a client, the latest first: drafts go on, signed ones are shared, kept, marked or amended.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { useList } from '../../../frame/list';
import { More } from '../../../frame/More';
import { useTitles } from '../../../frame/titles';
import { NotesOfClientDocument, StepOfNoteDocument } from '../../../generated/coach/graphql';
import { Decide } from '../../../records/Decide';
import type { Client } from '../client/ClientCard';
import { useWords } from '../words';
import type { Note } from './note-draft';
import { useNoteWords } from './words';

interface Shown {
  client: Client;
  /** What was written here since the card was opened; it is newer than what the card was told. */
  ours: readonly Note[];
  /** The note that is open in the form. */
  openId: string | null;
  goOn: ((note: Note) => void) | null;
}

/** The card of the notes. Earlier ones are asked for by hand: each answer is a look. */
export function NoteList({ client, ours, openId, goOn }: Shown): ReactNode {
  const { notes: title, noNotes } = useWords();
  const words = useNoteWords();
  const list = useList(NotesOfClientDocument, (after) => ({ id: client.id, after }), (data) => data.client?.coachingNotes);
  return (
    <section className="card" aria-labelledby="notes">
      <h2 id="notes">{title}</h2>
      <Answered look={list}>
        {(told) => {
          const notes = merged(told, ours);
          return notes.length ? (
            <ul className="list plain">
              {notes.map((note) => (
                <OneNote key={note.id} note={note} goOn={note.id === openId ? null : goOn} again={list.again} />
              ))}
            </ul>
          ) : (
            <p className="quiet">{noNotes}</p>
          );
        }}
      </Answered>
      <More list={list} label={words.more} />
    </section>
  );
}

function OneNote({ note, goOn, again }: { note: Note; again: () => void } & Pick<Shown, 'goOn'>): ReactNode {
  const words = useNoteWords();
  const { moment } = useDays();
  const kindOf = useTitles('ofChoice', 'NoteKind');
  const readersOf = useTitles('ofChoice', 'NoteVisibility');
  const stateOf = useTitles('ofType', 'CoachingNote');
  const about = [moment(note.occurredAt), kindOf(note.kind)].filter(Boolean).join(' · ');
  const isDraft = note.state === 'DRAFT';
  return (
    <li>
      <span className="quiet small">{[about, note.groupKey ? words.group : '', isDraft ? '' : readersOf(note.visibility)].filter(Boolean).join(' · ')}</span>
      <span className={isDraft ? 'tag warn' : 'tag'}>{stateOf(note.state)}</span>
      <p className="note-body">{note.body}</p>
      <div>
        {isDraft && goOn ? (
          <button type="button" className="button" aria-label={words.goOnWith(about)} onClick={() => goOn(note)}>
            {words.goOn}
          </button>
        ) : null}
        {note.state === 'SIGNED' ? (
          <Decide type="CoachingNote" document={StepOfNoteDocument} object={note} about={about} label={words.handle} onDone={again} />
        ) : null}
      </div>
    </li>
  );
}

/** Return the notes with what is newer of each, the latest first. */
function merged(told: readonly Note[], ours: readonly Note[]): readonly Note[] {
  const byId = new Map<string, Note>();
  for (const note of [...told, ...ours]) {
    if ((byId.get(note.id)?.revision ?? 0) <= note.revision) byId.set(note.id, note);
  }
  return [...byId.values()].sort((one, other) => (other.occurredAt ?? '').localeCompare(one.occurredAt ?? ''));
}
