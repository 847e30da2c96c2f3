// Days that somebody else recorded while they were marked here: both values, and a choice.
import type { Dispatch, ReactNode } from 'react';
import { useWords } from '../words';
import type { Change, Effect, Marks, Sheet } from './marks';
import { nameOf } from './SheetGrid';

interface Shown {
  sheet: Sheet;
  state: Marks;
  effects: readonly Effect[];
  change: Dispatch<Change>;
}

/** The conflicts of a sheet; nothing when there are none. */
export function Conflicts({ sheet, state, effects, change }: Shown): ReactNode {
  const words = useWords();
  const titleOf = (code: string | null | undefined): string =>
    effects.find((effect) => effect.code === code)?.title ?? (code || words.unmarked);
  const found = sheet.rows.flatMap((row) =>
    row.days.flatMap(({ id }) => {
      const mark = state.marks[id];
      return mark?.status === 'conflict' ? [{ id, mark, name: nameOf(row) }] : [];
    }),
  );
  if (!found.length) return null;
  return (
    <section className="notice warn" role="alert" aria-labelledby="conflicts">
      <h2 id="conflicts">{words.conflicts}</h2>
      <ul className="stack">
        {found.map(({ id, mark, name }) => (
          <li key={id} className="row">
            <span className="strong">{name}</span>
            <span>
              {words.mine}: {titleOf(mark.code)}
            </span>
            <span>
              {words.theirs}: {titleOf(mark.theirs?.code)}
            </span>
            <button type="button" className="button" onClick={() => change({ kind: 'marked', ids: [id], code: mark.code })}>
              {words.keepMine}
            </button>
            <button type="button" className="button" onClick={() => change({ kind: 'cleared', ids: [id] })}>
              {words.takeTheirs}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
