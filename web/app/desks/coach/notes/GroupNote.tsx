// One note about a session of a group: who was there, one text, and a draft for each.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { Field } from '../../../fields/Field';
import { instantOf } from '../../../fields/moments';
import { Answered } from '../../../frame/Answered';
import { useHold } from '../../../frame/hold';
import { Page } from '../../../frame/Page';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { GroupNoteChoicesDocument, type GroupNoteChoicesQuery, NoteGroupDocument, type NoteGroupMutation } from '../../../generated/coach/graphql';
import { writtenOf } from './note-draft';
import { NoteFields } from './NoteFields';
import { useNoteWords } from './words';

type Person = { id: string; callName: string | null; lastName: string | null };
type Made = NonNullable<NoteGroupMutation['createGroupNote']>;
const INPUTS = { kind: 'note-kind', occurredAt: 'note-at', body: 'note-body', visibility: 'note-visibility' };

/** The page of a group note. */
export default function GroupNote(): ReactNode {
  const words = useNoteWords();
  const look = useLook(GroupNoteChoicesDocument, {});
  return (
    <Page title={words.group} lead={words.groupLead}>
      <Answered look={look}>{(choices) => <GroupForm choices={choices} />}</Answered>
    </Page>
  );
}

function GroupForm({ choices }: { choices: GroupNoteChoicesQuery }): ReactNode {
  const words = useNoteWords();
  const { announce } = usePage();
  const [chosen, choose] = useState<readonly string[]>([]);
  const [written, setWritten] = useState(() => writtenOf(null));
  const [made, setMade] = useState<Made | null>(null);
  const command = useCommand(NoteGroupDocument);
  useHold(written.body !== '' && !made?.notes.length);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { kind, at, body, visibility, mentionsThirdPerson } = written;
    if (!kind) return;
    const note = { clientIds: [...chosen], kind, occurredAt: instantOf(at), body, visibility, mentionsThirdPerson };
    const done = (await command.run({ note }))?.createGroupNote;
    if (!done) return;
    setMade(done);
    if (done.notes.length) announce(words.made(done.notes.length));
  };
  if (made?.notes.length) return <MadeNotes notes={made.notes} />;
  return (
    <form className="note-desk card" onSubmit={(event) => void send(event)}>
      <div className="stack">
        <Problems problems={command.problems} inputs={INPUTS} />
        {made?.refused.length ? (
          <section className="notice bad" role="alert">
            <h2>{words.refused}</h2>
            <ul>
              {made.refused.map((one) => (
                <li key={one.id}>{one.errors.map(({ message }) => message).join(' ')}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <Field id={INPUTS.body} title={words.body} kind="long" isRequired value={written.body} onChange={(body) => setWritten({ ...written, body })} />
        <NoteFields written={written} isKindNeeded write={(part) => setWritten({ ...written, ...part })} />
        <div className="row">
          <button type="submit" className="button first" disabled={!chosen.length || command.isWaiting}>
            {words.makeDrafts}
          </button>
          <span className="quiet" role="status">
            {words.chosen(chosen.length)}
          </span>
        </div>
      </div>
      <WhoWasThere choices={choices} chosen={chosen} choose={choose} />
    </form>
  );
}

interface Shown {
  choices: GroupNoteChoicesQuery;
  chosen: readonly string[];
  choose: (chosen: readonly string[]) => void;
}

/** The people of the caseload; a group is chosen with one press. */
function WhoWasThere({ choices, chosen, choose }: Shown): ReactNode {
  const words = useNoteWords();
  const { language } = usePage();
  const people = (choices.relationships?.nodes ?? []).flatMap(({ client }) => (client ? [client] : []));
  const inOrder = [...people].sort((one, other) => nameOf(one).localeCompare(nameOf(other), `${language}-FI`));
  const groups = new Map<string, string[]>();
  for (const { coachingGroup, client } of choices.groupMembers?.nodes ?? []) {
    if (!coachingGroup?.name || !people.some(({ id }) => id === client?.id)) continue;
    groups.set(coachingGroup.name, [...(groups.get(coachingGroup.name) ?? []), client?.id ?? '']);
  }
  return (
    <fieldset className="stack">
      <legend>{words.who}</legend>
      {[...groups].map(([name, members]) => (
        <div key={name}>
          <button type="button" className="button" onClick={() => choose(members)}>
            {name} ({members.length})
          </button>
        </div>
      ))}
      <div className="stack tight">
        {inOrder.map((person) => (
          <label key={person.id} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(person.id)}
              onChange={({ target }) => choose(target.checked ? [...chosen, person.id] : chosen.filter((id) => id !== person.id))}
            />
            {nameOf(person)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function MadeNotes({ notes }: { notes: Made['notes'] }): ReactNode {
  const words = useNoteWords();
  return (
    <section className="card" aria-labelledby="made">
      <h2 id="made">{words.made(notes.length)}</h2>
      <ul className="list plain">
        {notes.map(({ id, client }) => (
          <li key={id}>{client ? <Link href={`/clients/${client.id}`}>{nameOf(client)}</Link> : '–'}</li>
        ))}
      </ul>
    </section>
  );
}

function nameOf({ lastName, callName }: Person): string {
  return [lastName, callName].filter(Boolean).join(' ') || '–';
}
