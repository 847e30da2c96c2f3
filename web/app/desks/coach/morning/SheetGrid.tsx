// The grid: people by days. Arrows move, a letter marks, Enter opens the codes; one cell at a time is in the tab order.
import { type Dispatch, type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useDays } from '../../../frame/days';
import { usePage } from '../../../frame/page-context';
import { useWords } from '../words';
import { CodeMenu } from './CodeMenu';
import { type Change, type Effect, isChangeable, type Marks, type Sheet, type SheetRow } from './marks';
import { Row } from './Row';

interface Shown {
  sheet: Sheet;
  state: Marks;
  effects: readonly Effect[];
  change: Dispatch<Change>;
  onSave: () => void;
  onSwap: (day: { id: string; name: string }) => void;
}

type Place = readonly [row: number, column: number];
const MOVES: Record<string, Place> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const PAGE = 10;

/** The sheet as a grid. */
export function SheetGrid({ sheet, state, effects, change, onSave, onSwap }: Shown): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const { short } = useDays();
  const [[row, column], setPlace] = useState<Place>([0, 0]);
  const [menu, setMenu] = useState<{ id: string; name: string; cell: HTMLElement } | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const titles = useMemo(() => new Map(effects.map(({ code, title }) => [code, title])), [effects]);
  const codes = useMemo(
    () => new Map(effects.filter(({ code }) => words.letters[code]).map(({ code }) => [words.letters[code], code])),
    [effects, words],
  );
  const isDay = sheet.days.length === 1;

  const go = (to: Place): void => {
    const place = [clamp(to[0], sheet.rows.length), clamp(to[1], sheet.days.length)] as const;
    setPlace(place);
    table.current?.querySelector<HTMLElement>(`[data-place="${place.join(' ')}"]`)?.focus();
  };
  const mark = (id: string, name: string, code: string): void => {
    const day = state.stored[id];
    if (!day || !isChangeable(day)) return announce(words.isLocked);
    change({ kind: 'marked', ids: [id], code });
    announce(`${name}: ${titles.get(code)}`);
  };
  const press = (event: KeyboardEvent): void => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-place]');
    if (!cell || event.target !== cell) return; // in the minutes every key is a digit or the browser's
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return done(event, onSave);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    const { day: id, name = '' } = cell.dataset;
    const code = codes.get(event.key.toUpperCase());
    if (move) done(event, () => go([row + move[0], column + move[1]]));
    else if (event.key === 'Home') done(event, () => go([event.shiftKey ? 0 : row, 0]));
    else if (event.key === 'End') done(event, () => go([row, sheet.days.length - 1]));
    else if (event.key === 'PageUp') done(event, () => go([row - PAGE, column]));
    else if (event.key === 'PageDown') done(event, () => go([row + PAGE, column]));
    else if (!id) return;
    else if (code) done(event, () => (mark(id, name, code), go([row + 1, column])));
    else if (event.key === 'Backspace' || event.key === 'Delete') done(event, () => change({ kind: 'cleared', ids: [id] }));
    else if (event.key === 'Enter' || event.key === ' ') done(event, () => setMenu({ id, name, cell }));
  };
  const clicked = useRef<(at: Place, cell: HTMLElement) => void>(null);
  clicked.current = (at, cell) => {
    setPlace(at);
    const { day: id, name = '' } = cell.dataset;
    const day = id ? state.stored[id] : undefined;
    if (id && day && isChangeable(day)) setMenu({ id, name, cell });
  };
  const click = useCallback((at: Place, cell: HTMLElement) => clicked.current?.(at, cell), []); // the same for every drawing
  return (
    <div className="wide">
      <table ref={table} role="grid" className={isDay ? 'sheet of-day' : 'sheet'} aria-label={words.morning} onKeyDown={press}>
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            {isDay ? <th scope="col" className="wide-only">{words.recent}</th> : null}
            {isDay ? <th scope="col" className="wide-only">{words.planned}</th> : null}
            {sheet.days.map(({ day }) => (
              <th key={day} scope="col">
                {isDay ? words.mark : short(day)}
              </th>
            ))}
            {isDay ? <th scope="col">{words.minutes}</th> : null}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((one, place) => (
            <Row
              key={one.contract?.id ?? place}
              row={one}
              name={nameOf(one)}
              place={place}
              days={sheet.days}
              state={state}
              titles={titles}
              effects={effects}
              tabStop={place === row ? column : null}
              change={change}
              onClick={click}
            />
          ))}
        </tbody>
      </table>
      <CodeMenu
        opened={menu}
        effects={effects}
        canSwap={menu !== null && state.stored[menu.id]?.state === 'PLANNED'}
        onSwap={() => menu && onSwap(menu)}
        onClose={() => setMenu(null)}
        onChoose={(code) => menu && mark(menu.id, menu.name, code)}
      />
    </div>
  );
}

/** Return the name by which a person is found in a list. */
export function nameOf({ client }: SheetRow): string {
  return [client?.lastName, client?.callName].filter(Boolean).join(' ') || '–';
}

function clamp(number: number, length: number): number {
  return Math.max(0, Math.min(length - 1, number));
}

function done(event: KeyboardEvent, act: () => unknown): void {
  event.preventDefault();
  act();
}
