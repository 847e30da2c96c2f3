// What waits for the person: the service tells it (`tasks`), this page only leads there.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useDays } from '../../../frame/days';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { MitaMinunPitaaTehdaDocument } from '../../../generated/trainee/graphql';
import { useWords } from '../words';

const PAGES: Record<string, string> = { CONTRACT_TO_SIGN: '/contract', CONSENT_TO_GIVE: '/consents' };

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
        {tasks.map(({ kind, dueOn, object }, place) => (
          <li key={object?.id ?? place} className="row">
            <span className="strong">{object && 'text' in object && object.text ? object.text : titleOf(kind)}</span>
            {dueOn ? <span>{words.until(whole(dueOn))}</span> : null}
            {PAGES[kind] ? <Link href={PAGES[kind]}>{kind === 'CONTRACT_TO_SIGN' ? words.toContract : words.toConsents}</Link> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
