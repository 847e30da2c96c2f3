// A sheet with its keys, its marks, and what becomes of them.
import { type ReactNode, useEffect, useReducer, useState } from 'react';
import { today } from '../../../frame/days';
import { useHold } from '../../../frame/hold';
import { useCommand, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { DaysNowDocument, RecordSheetDocument } from '../../../generated/coach/graphql';
import { useWords } from '../words';
import { Conflicts } from './Conflicts';
import { Keys } from './Keys';
import { changed, type Effect, isChangeable, NO_MARKS, type Sheet, type SheetDay, type Stored, toSend } from './marks';
import { NotOrganised } from './NotOrganised';
import { SaveBar } from './SaveBar';
import { SheetGrid } from './SheetGrid';
import { SwapDay } from './SwapDay';

interface Shown {
  sheet: Sheet;
  effects: readonly Effect[];
}

const PRESENT = 'PRESENT';
const STALE = 'STALE_REVISION';

/** The sheet of a period. Marks live here until they are saved; whoever leaves with some is asked first. */
export function SheetOfDays({ sheet, effects }: Shown): ReactNode {
  const words = useWords();
  const { service, announce } = usePage();
  const [state, change] = useReducer(changed, sheet, (opened) => changed(NO_MARKS, { kind: 'opened', sheet: opened }));
  const [isClosing, setClosing] = useState(false);
  const [swapped, setSwapped] = useState<{ id: string; name: string } | null>(null);
  const record = useCommand(RecordSheetDocument);
  useHold(Object.keys(state.marks).length > 0);
  useEffect(() => change({ kind: 'told', sheet }), [sheet]); // the same days anew, in another language: marks stay
  const isOpen = ({ id }: SheetDay): boolean => {
    const day = state.stored[id];
    return day !== undefined && isChangeable(day) && !day.code && !state.marks[id];
  };
  const open = sheet.rows.flatMap(({ days }) => days).filter(isOpen);
  const come = open.filter(({ day }) => (day ?? '') <= today());
  const save = async (): Promise<void> => {
    const entries = toSend(state);
    change({ kind: 'saving' });
    const done = (await record.run({ days: { entries } }))?.recordAttendance;
    if (!done) return change({ kind: 'failed' });
    change({ kind: 'saved', days: done.days });
    const stale = done.refused.filter(({ errors }) => errors.some(({ code }) => code === STALE));
    for (const one of done.refused) {
      change({ kind: 'refused', id: one.id ?? '', problem: one.errors.map(({ message }) => message).join(' ') });
    }
    announce([words.savedDays(done.days.length), done.refused.length ? words.refusedDays(done.refused.length) : ''].join(' '));
    if (stale.length) await showTheirs(stale.map(({ id }) => id ?? ''));
  };
  const showTheirs = async (ids: readonly string[]): Promise<void> => {
    const now = await service.ask(DaysNowDocument, { ids: [...ids] });
    for (const one of now.data?.nodes ?? []) if (one && 'revision' in one) change({ kind: 'conflict', theirs: one as Stored });
  };
  return (
    <>
      <div className="row">
        <button
          type="button"
          className="button first"
          disabled={!come.length}
          onClick={() => change({ kind: 'marked', ids: come.map(({ id }) => id), code: PRESENT })}
        >
          {words.othersPresent}
        </button>
        {sheet.days.length === 1 ? (
          <button type="button" className="button" disabled={!open.length} onClick={() => setClosing(true)}>
            {words.notOrganised}
          </button>
        ) : null}
      </div>
      <Keys effects={effects} />
      <Problems problems={record.problems} />
      <Conflicts sheet={sheet} state={state} effects={effects} change={change} />
      {sheet.rows.length ? (
        <SheetGrid sheet={sheet} state={state} effects={effects} change={change} onSave={() => void save()} onSwap={setSwapped} />
      ) : (
        <p className="card quiet">{words.nobody}</p>
      )}
      {sheet.hasMore ? <p className="quiet">{words.more}</p> : null}
      <SaveBar state={state} effects={effects} isSaving={record.isWaiting} onSave={() => void save()} change={change} />
      {swapped ? (
        <SwapDay
          name={swapped.name}
          stored={state.stored[swapped.id]}
          onClose={() => setSwapped(null)}
          onDone={(days) => {
            change({ kind: 'saved', days });
            announce(words.savedDays(days.length));
          }}
        />
      ) : null}
      <NotOrganised
        day={isClosing ? (sheet.days[0]?.day ?? null) : null}
        onClose={() => setClosing(false)}
        onDone={(recorded) => {
          change({ kind: 'saved', days: recorded });
          announce(words.savedDays(recorded.length));
        }}
      />
    </>
  );
}
