// One person of the sheet.
import { type Dispatch, memo, type ReactNode } from 'react';
import { useDays } from '../../../frame/days';
import { useWords } from '../words';
import { Cell } from './Cell';
import type { Change, Effect, Marks, Sheet, SheetDay, SheetRow } from './marks';
import { MinutesCell } from './MinutesCell';

interface Shown {
  row: SheetRow;
  name: string;
  place: number;
  days: Sheet['days'];
  state: Marks;
  titles: ReadonlyMap<string, string>;
  effects: readonly Effect[];
  tabStop: number | null;
  change: Dispatch<Change>;
  onClick: (at: readonly [number, number], cell: HTMLElement) => void;
}

/** A row: the name, what helps to see what is usual, and a cell for each day. A key draws the rows anew that it changes. */
export const Row = memo(function Row({ row, name, place, days, state, titles, effects, tabStop, change, onClick }: Shown): ReactNode {
  const byDay = new Map(row.days.map((day) => [day.day, day]));
  const only = days.length === 1 ? byDay.get(days[0]?.day ?? '') : undefined;
  return (
    <tr>
      <th scope="row">{name}</th>
      {days.length === 1 ? <Usual row={row} day={only} weekday={days[0]?.weekday ?? 1} titles={titles} /> : null}
      {days.map(({ day }, column) => {
        const found = byDay.get(day);
        return (
          <Cell
            key={day}
            at={`${place} ${column}`}
            name={name}
            stored={found ? state.stored[found.id] : undefined}
            mark={found ? state.marks[found.id] : undefined}
            isSaved={found ? state.saved.has(found.id) : false}
            title={titleOf(found, state, titles)}
            isTabStop={tabStop === column}
            isLong={days.length === 1}
            onClick={onClick}
          />
        );
      })}
      {days.length === 1 ? <MinutesCell name={name} day={only} state={state} effects={effects} change={change} /> : null}
    </tr>
  );
}, isSame);

function isSame({ state: before, ...one }: Shown, { state: after, ...other }: Shown): boolean {
  const isOfSame = (Object.keys(one) as (keyof typeof one)[]).every((name) => Object.is(one[name], other[name]));
  return isOfSame && one.row.days.every(({ id }) => isSameDay(before, after, id));
}

function isSameDay(before: Marks, after: Marks, id: string): boolean {
  return before.stored[id] === after.stored[id] && before.marks[id] === after.marks[id] && before.saved.has(id) === after.saved.has(id);
}

function titleOf(day: SheetDay | undefined, { stored, marks }: Marks, titles: ReadonlyMap<string, string>): string {
  const code = day && (marks[day.id]?.code ?? stored[day.id]?.code);
  return code ? (titles.get(code) ?? code) : '';
}

interface UsualShown {
  row: SheetRow;
  day: SheetDay | undefined;
  weekday: number;
  titles: ReadonlyMap<string, string>;
}

/** The last days as a strip, and what is planned for this one. */
const Usual = memo(function Usual({ row, day, weekday, titles }: UsualShown): ReactNode {
  const words = useWords();
  const { short, clock, hours } = useDays();
  const slot = row.contract?.weeklyPattern?.find((one) => one.weekday === weekday);
  const told = row.recent.map((one) => `${short(one.day ?? '')} ${titles.get(one.code ?? '') ?? ''}`).join(', ');
  return (
    <>
      <td className="wide-only">
        <span className="strip" role="img" aria-label={told || '–'}>
          {row.recent.map((one) => (
            <span key={one.day} className={one.presence === 'ABSENT' ? 'absent' : 'present'} aria-hidden="true">
              {words.letters[one.code ?? ''] ?? '·'}
            </span>
          ))}
        </span>
      </td>
      <td className="wide-only quiet">
        {[slot ? clock(slot.startsAt) : '', day?.plannedMinutes ? hours(day.plannedMinutes) : ''].filter(Boolean).join(', ')}
      </td>
    </>
  );
});
