// What waits for somebody, kind by kind, with the way to where it is done; what is late is said in words and in colour.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { today, useDays } from '../frame/days';
import { usePage } from '../frame/page-context';
import { type TitleOf, useTitles } from '../frame/titles';
import type { Language } from '../words/words';
import { type Ways, wayOf } from './task-ways';

interface Task {
  kind: string;
  dueOn?: string | null;
  /** What the service calls the object, of what the person may read. */
  title?: { [language in Language]: string | null } | null;
  object: { id: string };
}

interface Shown<One extends Task> {
  title: string;
  empty: string;
  tasks: readonly One[];
  /** About whom or what it is; where that is nothing, the title of the object, or else the kind is said again. */
  about?: (task: One) => ReactNode;
  /** The pages on which the kinds are done. */
  ways: Ways;
}

const AT_ONCE = 5; // tasks of one kind that are shown before somebody asks for the rest

/** A list of tasks with its heading: by kind where something is said about each, the kind of the most urgent first. */
export function Tasks<One extends Task>({ title, empty, tasks, about, ways }: Shown<One>): ReactNode {
  const kindOf = useTitles('ofChoice', 'TaskKind');
  const kinds = about ? [...new Set(tasks.map(({ kind }) => kind))] : [];
  return (
    <section className="stack" aria-label={title}>
      <h2>
        {title} {tasks.length ? <span className="quiet">({tasks.length})</span> : null}
      </h2>
      {tasks.length ? null : <p className="quiet">{empty}</p>}
      {about || !tasks.length ? null : (
        <Some tasks={tasks} ways={ways} about={(task) => <Titled kind={kindOf(task.kind)} title={task.title} />} />
      )}
      {kinds.map((kind) => (
        <Group
          key={kind}
          kind={kind}
          kindOf={kindOf}
          ways={ways}
          tasks={tasks.filter((task) => task.kind === kind)}
          about={about}
        />
      ))}
    </section>
  );
}

/** The kind of a task, with the title of what it is about. */
export function Titled({ kind, title }: { kind: string; title: Task['title'] }): ReactNode {
  const { language } = usePage();
  return (
    <>
      <span className="strong">{kind}</span> {title?.[language] ?? ''}
    </>
  );
}

interface Kind<One extends Task> {
  kind: string;
  kindOf: TitleOf;
  ways: Ways;
  tasks: readonly One[];
  about: ((task: One) => ReactNode) | undefined;
}

function Group<One extends Task>({ kind, kindOf, ways, tasks, about }: Kind<One>): ReactNode {
  const { words, language } = usePage();
  const rest = tasks.slice(AT_ONCE);
  const named = (task: One): ReactNode => about?.(task) || task.title?.[language] || kindOf(kind);
  return (
    <div className="task-group">
      <h3>
        {kindOf(kind) || '…'} <span className="quiet">({tasks.length})</span>
      </h3>
      <Some tasks={tasks.slice(0, AT_ONCE)} ways={ways} about={named} />
      {rest.length ? (
        <details>
          <summary>{words.records.showAll(tasks.length)}</summary>
          <Some tasks={rest} ways={ways} about={named} />
        </details>
      ) : null}
    </div>
  );
}

function Some<One extends Task>({ tasks, ways, about }: Pick<Kind<One>, 'tasks' | 'ways' | 'about'>): ReactNode {
  const { words } = usePage();
  const { whole } = useDays();
  return (
    <ul className="tasks">
      {tasks.map((task) => (
        <li key={`${task.kind} ${task.object.id}`}>
          <OnTheWay way={wayOf(ways, task)}>{about?.(task)}</OnTheWay>
          {task.dueOn ? (
            <span className={task.dueOn < today() ? 'late' : 'quiet'}>
              {whole(task.dueOn)}
              {task.dueOn < today() ? ` (${words.records.late})` : ''}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Something that leads to a page, as far as there is one. */
export function OnTheWay({ way, children }: { way: string | undefined; children: ReactNode }): ReactNode {
  return way ? <Link href={way}>{children}</Link> : <span>{children}</span>;
}
