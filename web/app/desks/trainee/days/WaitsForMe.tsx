// What waits for the person: the service tells it (`tasks`), this page only leads there.
import type { ReactNode } from 'react';
import { useDays } from '../../../frame/days';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { MitaMinunPitaaTehdaDocument } from '../../../generated/trainee/graphql';
import { wayOf } from '../../../records/task-ways';
import { OnTheWay } from '../../../records/Tasks';
import { WAYS } from '../task-ways';
import { useWords } from '../words';

/** What is to be done, by due day; nothing when nothing is. */
export function WaitsForMe(): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const titleOf = useTitles('ofChoice', 'TaskKind');
  const tasks = useLook(MitaMinunPitaaTehdaDocument, {}).answer?.data?.tasks?.nodes ?? [];
  if (!tasks.length) return null;
  return (
    <section className="notice warn" aria-labelledby="waits">
      <h2 id="waits">{words.waitsForYou}</h2>
      <ul className="stack">
        {tasks.map((task) => (
          <li key={`${task.kind} ${task.object.id}`} className="row">
            <span className="strong">{'text' in task.object && task.object.text ? task.object.text : titleOf(task.kind)}</span>
            {task.dueOn ? <span>{words.until(whole(task.dueOn))}</span> : null}
            <OnTheWay way={wayOf(WAYS, task)}>{words.toTask[task.kind] ?? words.toOther}</OnTheWay>
          </li>
        ))}
      </ul>
    </section>
  );
}
