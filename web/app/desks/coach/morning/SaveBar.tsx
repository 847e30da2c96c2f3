// What the marks will do, before they are saved: how many of each, what becomes of the benefit, who is told.
import type { Dispatch, ReactNode } from 'react';
import { type CoachWords, useWords } from '../words';
import { type Change, counted, type Effect, type Marks } from './marks';

interface Shown {
  state: Marks;
  effects: readonly Effect[];
  isSaving: boolean;
  onSave: () => void;
  change: Dispatch<Change>;
}

/** The bar at the foot of the sheet. */
export function SaveBar({ state, effects, isSaving, onSave, change }: Shown): ReactNode {
  const words = useWords();
  const counts = counted(state);
  const ids = Object.keys(state.marks);
  if (!ids.length) {
    return <p className="quiet">{state.saved.size ? words.allSaved : words.nothingMarked}</p>;
  }
  return (
    <section className="save-bar" aria-labelledby="unsaved">
      <div className="stack">
        <h2 id="unsaved">{words.unsaved(ids.length)}</h2>
        <ul className="effects">
          {effects
            .filter(({ code }) => counts.has(code))
            .map((effect) => (
              <li key={effect.code}>
                <span className="strong">{counts.get(effect.code)}</span> {effect.title}
                <span className="quiet small"> {entailed(effect, words)}</span>
              </li>
            ))}
        </ul>
      </div>
      <div className="row">
        <button type="button" className="button first" disabled={isSaving} onClick={onSave}>
          {isSaving ? words.saving : words.save}
        </button>
        <button type="button" className="button" disabled={isSaving} onClick={() => change({ kind: 'cleared', ids })}>
          {words.discard}
        </button>
      </div>
    </section>
  );
}

/** Return what becomes of the benefit, and who is told. */
export function entailed({ benefit, reported }: Effect, words: CoachWords): string {
  return [words.benefit[benefit ?? ''], words.reported[reported ?? '']].filter(Boolean).join(', ');
}
