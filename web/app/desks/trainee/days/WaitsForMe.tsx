// What waits for the person: the service tells it (`tasks`), this page only leads there.
import type { ReactNode } from 'react';
import { useDays } from '../../../frame/days';
import { useList } from '../../../frame/list';
import { usePage } from '../../../frame/page-context';
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
  const { language } = usePage();
  const titleOf = useTitles('ofChoice', 'TaskKind');
  const tasks = useList(MitaMinunPitaaTehdaDocument, (jalkeen) => ({ jalkeen }), (data) => data.tasks, true).answer?.data ?? [];
  if (!tasks.length) return null;
  return (
    <section className="notice warn" aria-labelledby="waits">
      <h2 id="waits">{words.waitsForYou}</h2>
      <ul className="stack">
        {tasks.map((task) => (
          <li key={`${task.kind} ${task.object.id}`} className="row">
            <span className="strong">{'text' in task.object && task.object.text ? task.object.text : titleOf(task.kind)}</span>
            {'text' in task.object ? null : <span>{task.title?.[language]}</span>}
            {task.dueOn ? <span>{words.until(whole(task.dueOn))}</span> : null}
            <OnTheWay way={wayOf(WAYS, task)}>{words.toTask[task.kind] ?? words.toOther}</OnTheWay>
          </li>
        ))}
      </ul>
    </section>
  );
}
