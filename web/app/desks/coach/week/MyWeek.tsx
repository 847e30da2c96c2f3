// My week: what is due, what waits, what happened, each with the way to the client.
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { Answered } from '../../../frame/Answered';
import { daysAfter, mondayOf, today, useDays } from '../../../frame/days';
import { useList } from '../../../frame/list';
import { More } from '../../../frame/More';
import { Page } from '../../../frame/Page';
import { usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { type AboutTaskFragment, CoachDueDocument, CoachWaitingDocument, CoachWeekDocument, type CoachWeekQuery } from '../../../generated/coach/graphql';
import { wayOf } from '../../../records/task-ways';
import { OnTheWay } from '../../../records/Tasks';
import { WAYS } from '../task-ways';
import { useWords } from '../words';

type Happened = CoachWeekQuery['myWeek']['happened']['nodes'][number];

/** The page of my week. */
export function MyWeek(): ReactNode {
  const words = useWords();
  const { short } = useDays();
  const [monday, setMonday] = useState(() => mondayOf(today()));
  const isWhole = true; // how many there are is said
  const due = useList(CoachDueDocument, (after) => ({ from: monday, after }), ({ myWeek }) => myWeek.due, isWhole);
  const waiting = useList(CoachWaitingDocument, (after) => ({ from: monday, after }), ({ myWeek }) => myWeek.waiting, isWhole);
  const happened = useList(CoachWeekDocument, (after) => ({ from: monday, after }), ({ myWeek }) => myWeek.happened);
  return (
    <Page title={words.ways.week} lead={words.weekLead}>
      <div className="row" role="group" aria-label={words.showWeek}>
        <button type="button" className="button" onClick={() => setMonday(daysAfter(monday, -7))}>
          <span aria-hidden="true">‹</span> <span className="word">{words.before}</span>
        </button>
        <strong aria-live="polite">
          {short(monday)} – {short(daysAfter(monday, 6))}
        </strong>
        <button type="button" className="button" onClick={() => setMonday(daysAfter(monday, 7))}>
          <span className="word">{words.after}</span> <span aria-hidden="true">›</span>
        </button>
      </div>
      <div className="columns">
        <Answered look={due}>{(tasks) => <Tasks id="due" title={words.due} none={words.noDue} tasks={tasks} />}</Answered>
        <Answered look={waiting}>{(tasks) => <Tasks id="waiting" title={words.waiting} none={words.noWaiting} tasks={tasks} />}</Answered>
        <div className="stack">
          <Answered look={happened}>{(events) => <WhatHappened events={events} />}</Answered>
          <More list={happened} />
        </div>
      </div>
    </Page>
  );
}

interface Shown {
  id: string;
  title: string;
  none: string;
  tasks: readonly AboutTaskFragment[];
}

function Tasks({ id, title, none, tasks }: Shown): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const { language } = usePage();
  const titleOf = useTitles('ofChoice', 'TaskKind');
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>
        {title} {tasks.length ? <span className="quiet">({tasks.length})</span> : null}
      </h2>
      {tasks.length ? null : <p className="quiet">{none}</p>}
      <ul className="list">
        {tasks.map((task) => (
          <li key={`${task.kind} ${task.object.id}`}>
            <OnTheWay way={wayOf(WAYS, task)}>
              {'text' in task.object && task.object.text ? task.object.text : titleOf(task.kind)}
            </OnTheWay>
            {'client' in task.object || 'callName' in task.object ? <Client object={task.object} /> : <span>{task.title?.[language]}</span>}
            {task.dueOn ? <span className="quiet small">{words.by(whole(task.dueOn))}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhatHappened({ events }: { events: readonly Happened[] }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const titleOf = useTitles('ofChoice', 'WeekEventKind');
  const codeOf = useTitles('ofTerms', 'attendance_code');
  return (
    <section className="stack" aria-labelledby="happened">
      <h2 id="happened">{words.happened}</h2>
      {events.length ? null : <p className="quiet">{words.noHappened}</p>}
      <ul className="list">
        {events.map(({ kind, at, object }, place) => (
          <li key={`${kind} ${object.id} ${place}`}>
            <span className="strong">{'code' in object && object.code ? codeOf(object.code) : titleOf(kind)}</span>
            <Client object={object} />
            <span className="quiet small">{moment(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Named = { id: string; callName: string | null; lastName: string | null };

/** The person whom a task or an event is about, who may be its object itself. */
function Client({ object }: { object: object }): ReactNode {
  const client = 'callName' in object ? (object as Named) : (object as { client?: Named | null }).client;
  if (!client) return null;
  return <Link href={`/clients/${client.id}`}>{[client.callName, client.lastName].filter(Boolean).join(' ')}</Link>;
}
