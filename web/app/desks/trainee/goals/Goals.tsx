// My goals: the own words first, and what is done for them.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { titleIn } from '../../../frame/governed';
import { Page } from '../../../frame/Page';
import { useLook, usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { MyGoalsDocument, type MyGoalsQuery } from '../../../generated/trainee/graphql';
import { useWords } from '../words';

type Programme = NonNullable<NonNullable<MyGoalsQuery['programmes']>['nodes'][number]>;
type Goal = NonNullable<Programme['goals']>['nodes'][number];

/** The page of my goals. */
export function Goals(): ReactNode {
  const words = useWords();
  const { language } = usePage();
  const { whole } = useDays();
  const look = useLook(MyGoalsDocument, {});
  return (
    <Page title={words.ways.goals} lead={words.goalsLead} isReading>
      <Answered look={look}>
        {({ programmes }) => {
          const found = (programmes?.nodes ?? []).filter(({ goals }) => goals?.nodes.length);
          if (!found.length) return <p className="card quiet">{words.noGoals}</p>;
          return found.map((programme) => (
            <section key={programme.id} className="stack" aria-labelledby={programme.id}>
              <h2 id={programme.id}>{titleIn(programme.serviceType, language)}</h2>
              <p className="quiet">
                {whole(programme.startsOn)} – {whole(programme.endsOn)}
              </p>
              <ul className="cards">
                {programme.goals?.nodes.map((goal) => <GoalCard key={goal.id} goal={goal} />)}
              </ul>
            </section>
          ));
        }}
      </Answered>
    </Page>
  );
}

function GoalCard({ goal }: { goal: Goal }): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const areaOf = useTitles('ofTerms', 'goal_area');
  const stateOf = useTitles('ofType', 'Goal');
  const measureOf = useTitles('ofType', 'Measure');
  return (
    <li className="card">
      <div className="row apart">
        <span className="quiet">{areaOf(goal.area)}</span>
        <span className={goal.state === 'OPEN' ? 'tag note' : 'tag good'}>{stateOf(goal.state)}</span>
      </div>
      {goal.ownWords ? (
        <blockquote className="own-words">
          <span className="unseen">{words.inOwnWords}: </span>
          {goal.ownWords}
        </blockquote>
      ) : null}
      <h3>{goal.text}</h3>
      {goal.measures?.nodes.length ? (
        <div className="stack tight">
          <h4 className="quiet small">{words.measures}</h4>
          <ul>
            {goal.measures.nodes.map((measure) => (
              <li key={measure.id} className="row apart">
                <span>{measure.text}</span>
                <span className="quiet small">
                  {[measureOf(measure.state), whole(measure.dueOn)].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </li>
  );
}
