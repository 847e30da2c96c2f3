// What waits for somebody, by the day until when; what is late is said in words and in colour.
import type { ReactNode } from 'react';
import { today, useDays } from '../frame/days';
import { usePage } from '../frame/page-context';
import { useTitles } from '../frame/titles';

interface Task {
  kind: string;
  dueOn?: string | null;
  object: { id: string };
}

interface Shown<One extends Task> {
  title: string;
  empty: string;
  tasks: readonly One[];
  /** About whom or what it is, empty when the kind says enough. */
  about?: (task: One) => ReactNode;
}

/** A list of tasks with its heading. */
export function Tasks<One extends Task>({ title, empty, tasks, about }: Shown<One>): ReactNode {
  const { words } = usePage();
  const { whole } = useDays();
  const kindOf = useTitles('ofChoice', 'TaskKind');
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {tasks.length ? (
        <ul className="tasks">
          {tasks.map((task) => (
            <li key={`${task.kind} ${task.object.id}`}>
              <span>
                <span className="strong">{kindOf(task.kind)}</span> {about?.(task)}
              </span>
              {task.dueOn ? (
                <span className={task.dueOn < today() ? 'late' : 'quiet'}>
                  {whole(task.dueOn)}
                  {task.dueOn < today() ? ` (${words.records.late})` : ''}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{empty}</p>
      )}
    </section>
  );
}
