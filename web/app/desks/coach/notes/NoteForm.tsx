// The form in which a note is written, with the goals beside it, and the state of its draft.
import { type FormEvent, type ReactNode, useEffect, useReducer, useState } from 'react';
import { Field } from '../../../fields/Field';
import { useHold } from '../../../frame/hold';
import { usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import type { Client } from '../client/ClientCard';
import { type Note, NoteDraft } from './note-draft';
import { NoteFields } from './NoteFields';
import { StaleNote } from './StaleNote';
import { useNoteWords } from './words';

interface Given {
  client: Client;
  relationshipId: string;
  note: Note | null;
  saved: (note: Note) => void;
  close: () => void;
}

const INPUTS = { kind: 'note-kind', occurredAt: 'note-at', body: 'note-body', visibility: 'note-visibility' };

/** One note while it is written: it is saved when the person pauses, and whoever leaves before is asked. */
export function NoteForm({ client, relationshipId, note, saved, close }: Given): ReactNode {
  const words = useNoteWords();
  const { service, announce, hold } = usePage();
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const [draft] = useState(() => new NoteDraft(service, relationshipId, note, draw, saved));
  const { status, written } = draft;
  const isHeld = status !== 'saved' && !(status === 'new' && !written.body);
  const leaveAll = useHold(isHeld);
  useEffect(() => {
    document.getElementById(INPUTS.body)?.focus();
    return () => draft.stop();
  }, [draft]);
  const done = (): void => (hold(false), close());
  const sign = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const signed = await draft.sign();
    if (!signed) return;
    saved(signed);
    announce(words.signed);
    done();
  };
  const leave = async (): Promise<void> => {
    const isSaved = !isHeld || (status !== 'stale' && (await draft.save()) !== null);
    if (isSaved) done();
    else leaveAll(() => (draft.theirs && saved(draft.theirs), done()));
  };
  return (
    <section className="card" aria-labelledby="writing">
      <div className="row apart">
        <h2 id="writing">{words.write}</h2>
        <span role="status" className={status === 'failed' || status === 'stale' ? 'strong' : 'quiet'}>
          {words.status[status]}
        </span>
      </div>
      <Problems problems={draft.problems} inputs={INPUTS} />
      {status === 'stale' ? <StaleNote mine={written.body} theirs={draft.theirs} decide={(isMine) => draft.decide(isMine)} /> : null}
      <form className="note-desk" onSubmit={(event) => void sign(event)}>
        <div className="stack">
          <Field id={INPUTS.body} title={words.body} kind="long" value={written.body} onChange={(body) => draft.write({ body })} />
          <NoteFields written={written} write={(part) => draft.write(part)} />
          <div className="row">
            <button type="submit" className="button first" disabled={status === 'saving' || status === 'stale' || !written.body.trim()}>
              {words.sign}
            </button>
            {status === 'failed' ? (
              <button type="button" className="button" onClick={() => void draft.save()}>
                {words.saveNow}
              </button>
            ) : null}
            <button type="button" className="button" onClick={() => void leave()}>
              {words.close}
            </button>
          </div>
        </div>
        <GoalsBeside client={client} chosen={written.goalIds} choose={(goalIds) => draft.write({ goalIds })} />
      </form>
    </section>
  );
}

interface Beside {
  client: Client;
  chosen: readonly string[];
  choose: (goalIds: readonly string[]) => void;
}

function GoalsBeside({ client, chosen, choose }: Beside): ReactNode {
  const words = useNoteWords();
  const goals = (client.programmes?.nodes ?? []).flatMap((programme) => programme.goals?.nodes ?? []);
  if (!goals.length) return null;
  return (
    <fieldset className="stack">
      <legend>{words.about}</legend>
      {goals.map((goal) => (
        <label key={goal.id} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(goal.id)}
            onChange={({ target }) => choose(target.checked ? [...chosen, goal.id] : chosen.filter((id) => id !== goal.id))}
          />
          <span>
            {goal.text}
            {goal.ownWords ? <q className="goal-words">{goal.ownWords}</q> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
