// Goals beside what was written last.
import type { ReactNode } from 'react';
import { useDays } from '../../../frame/days';
import { titleIn } from '../../../frame/governed';
import { usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { useWords } from '../words';
import type { Client } from './ClientCard';

/** The goals of the programmes, and the latest notes. */
export function GoalsAndNotes({ client }: { client: Client }): ReactNode {
  return (
    <div className="stack-large">
      <Goals client={client} />
      <Notes client={client} />
    </div>
  );
}

function Goals({ client }: { client: Client }): ReactNode {
  const words = useWords();
  const { language } = usePage();
  const areaOf = useTitles('ofTerms', 'goal_area');
  const stateOf = useTitles('ofType', 'Goal');
  const programmes = client.programmes?.nodes ?? [];
  const hasGoals = programmes.some(({ goals }) => goals?.nodes.length);
  return (
    <section className="card" aria-labelledby="goals">
      <h2 id="goals">{words.goals}</h2>
      {hasGoals ? null : <p className="quiet">{words.noGoals}</p>}
      {programmes.map((programme) => (
        <div key={programme.id} className="stack">
          <h3 className="quiet">{titleIn(programme.serviceType, language)}</h3>
          <ul className="list plain">
            {programme.goals?.nodes.map((goal) => (
              <li key={goal.id}>
                <span className="strong">{goal.text}</span>
                {goal.ownWords ? <q>{goal.ownWords}</q> : null}
                <span className="quiet small">{[areaOf(goal.area), stateOf(goal.state)].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Notes({ client }: { client: Client }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const kindOf = useTitles('ofChoice', 'NoteKind');
  const stateOf = useTitles('ofType', 'CoachingNote');
  const notes = client.coachingNotes?.nodes ?? [];
  return (
    <section className="card" aria-labelledby="notes">
      <h2 id="notes">{words.notes}</h2>
      {notes.length ? null : <p className="quiet">{words.noNotes}</p>}
      <ul className="list plain">
        {notes.map((note) => (
          <li key={note.id}>
            <span className="quiet small">
              {[moment(note.occurredAt), kindOf(note.kind), stateOf(note.state)].filter(Boolean).join(' · ')}
            </span>
            <p className="note-body">{note.body}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
