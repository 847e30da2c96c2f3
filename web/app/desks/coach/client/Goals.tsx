// What is worked towards, in the person's own words too.
import type { ReactNode } from 'react';
import { titleIn } from '../../../frame/governed';
import { usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { useWords } from '../words';
import type { Client } from './ClientCard';

/** The goals of the programmes. */
export function Goals({ client }: { client: Client }): ReactNode {
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
