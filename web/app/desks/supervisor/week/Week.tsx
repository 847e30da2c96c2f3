// What is expected of the unit, and what happened with its people this week.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { mondayOf, today, useDays } from '../../../frame/days';
import { useList } from '../../../frame/list';
import { More } from '../../../frame/More';
import { Page } from '../../../frame/Page';
import { usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import {
  type UnitTaskFragment,
  TasksOfUnitDocument,
  YksikonViikkoDocument,
  type YksikonViikkoQuery,
} from '../../../generated/supervisor/graphql';
import { useFigures } from '../../../records/figures';
import { Tasks } from '../../../records/Tasks';
import { WAYS } from '../task-ways';
import { useWords } from '../words';

type Task = UnitTaskFragment;
type Event = YksikonViikkoQuery['myWeek']['happened']['nodes'][number];

/** The page that a supervisor's day begins with. */
export function Week(): ReactNode {
  const words = useWords();
  const isWhole = true; // what has no due day comes last, and is not to be missed
  const tasks = useList(TasksOfUnitDocument, (after) => ({ after }), ({ tasks: page }) => page, isWhole);
  const alkaen = mondayOf(today());
  const happened = useList(YksikonViikkoDocument, (jalkeen) => ({ alkaen, jalkeen }), ({ myWeek }) => myWeek.happened);
  return (
    <Page title={words.ways.tasks} lead={words.tasksLead}>
      <Answered look={tasks}>
        {(found) => <Tasks title={words.toDo} empty={words.noTasks} tasks={found} about={aboutOf} ways={WAYS} />}
      </Answered>
      <Answered look={happened}>{(events) => <Happened events={events} />}</Answered>
      <More list={happened} />
    </Page>
  );
}

/** Whom or which month a task is about; what it is where it is about neither. */
function About({ task: { kind, object, title } }: { task: Task }): ReactNode {
  const { words, language } = usePage();
  const { month } = useFigures();
  const kindOf = useTitles('ofChoice', 'TaskKind');
  if ('month' in object) return month(object.month);
  if (!('client' in object || 'lastName' in object)) return title?.[language] ?? kindOf(kind);
  const person = 'client' in object ? object.client : object;
  const names = { firstNames: '', callName: '', lastName: '', ...person } as Names;
  return `${names.firstNames || names.callName || ''} ${names.lastName ?? ''}`.trim() || words.records.nameHidden;
}

type Names = { firstNames?: string | null; callName?: string | null; lastName?: string | null };

function aboutOf(task: Task): ReactNode {
  return <About task={task} />;
}

function Happened({ events }: { events: readonly Event[] }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const kindOf = useTitles('ofChoice', 'WeekEventKind');
  return (
    <section className="stack" aria-label={words.happened}>
      <h2>{words.happened}</h2>
      {events.length ? (
        <details>
          <summary>{words.showHappened(events.length)}</summary>
          <ul className="tasks">
            {events.map((event, place) => (
              <li key={place}>
                <span>
                  <span className="strong">{personOf(event)}</span> {kindOf(event.kind)}
                </span>
                <span className="quiet">{moment(event.at)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <p className="quiet">{words.nothingHappened}</p>
      )}
    </section>
  );
}

function personOf({ object }: Event): string {
  if ('client' in object && object.client) return `${object.client.callName ?? ''} ${object.client.lastName ?? ''}`;
  return 'lastName' in object ? (object.lastName ?? '') : '';
}
