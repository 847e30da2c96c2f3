// What is expected of the unit, and what happened with its people this week.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { daysAfter, mondayOf, today, useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import {
  MitaYksikoltaOdotetaanDocument,
  type MitaYksikoltaOdotetaanQuery,
  YksikonViikkoDocument,
  type YksikonViikkoQuery,
} from '../../../generated/supervisor/graphql';
import { Tasks } from '../../../records/Tasks';
import { useWords } from '../words';

type Task = MitaYksikoltaOdotetaanQuery['tasks']['nodes'][number];
type Event = YksikonViikkoQuery['myWeek']['happened']['nodes'][number];
const TWO_WEEKS = 14;

/** The page that a supervisor's day begins with. */
export function Week(): ReactNode {
  const words = useWords();
  const tasks = useLook(MitaYksikoltaOdotetaanDocument, { asti: daysAfter(today(), TWO_WEEKS) });
  const week = useLook(YksikonViikkoDocument, { alkaen: mondayOf(today()) });
  return (
    <Page title={words.ways.tasks} lead={words.tasksLead}>
      <Answered look={tasks}>
        {(data) => <Tasks title={words.toDo} empty={words.noTasks} tasks={data.tasks.nodes} about={aboutOf} />}
      </Answered>
      <Answered look={week}>{({ myWeek }) => <Happened events={myWeek.happened.nodes} />}</Answered>
    </Page>
  );
}

function aboutOf({ object }: Task): string {
  if ('client' in object && object.client) return `${object.client.callName ?? ''} ${object.client.lastName ?? ''}`;
  return 'lastName' in object ? (object.lastName ?? '') : '';
}

function Happened({ events }: { events: readonly Event[] }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const kindOf = useTitles('ofChoice', 'WeekEventKind');
  return (
    <section className="stack" aria-label={words.happened}>
      <h2>{words.happened}</h2>
      {events.length ? (
        <ul className="tasks">
          {events.map((event, place) => (
            <li key={place}>
              <span>
                <span className="strong">{kindOf(event.kind)}</span> {personOf(event)}
              </span>
              <span className="quiet">{moment(event.at)}</span>
            </li>
          ))}
        </ul>
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
