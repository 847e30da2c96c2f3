// One day of one person: the letter and, where there is room, its title; and whether it is saved.
import { memo, type MouseEvent, type ReactNode } from 'react';
import { useWords } from '../words';
import { isChangeable, type Mark, type Stored } from './marks';

interface Shown {
  at: string;
  name: string;
  when: string;
  stored: Stored | undefined;
  mark: Mark | undefined;
  isSaved: boolean;
  title: string;
  isTabStop: boolean;
  isLong: boolean;
  onClick: (at: readonly [number, number], cell: HTMLElement) => void;
}

/** A cell of the grid. It is drawn anew only when something of its own has changed. */
export const Cell = memo(function Cell(shown: Shown): ReactNode {
  const { at, name, when, stored, mark, isSaved, title, isTabStop, isLong, onClick } = shown;
  const words = useWords();
  const code = mark?.code ?? stored?.code ?? '';
  const status = mark?.status ?? (isSaved ? 'saved' : stored?.code ? 'stored' : null);
  const said = stored ? [title || words.unmarked, status ? words.status[status] : ''] : [words.noDay];
  const click = (event: MouseEvent<HTMLElement>): void => {
    const [row = 0, column = 0] = at.split(' ').map(Number);
    onClick([row, column], event.currentTarget);
  };
  return (
    <td
      role="gridcell"
      data-place={at}
      data-day={stored?.id}
      data-name={name}
      className={['mark', status ?? (stored ? 'open' : 'none'), code.startsWith('ABSENT') ? 'absent' : ''].join(' ')}
      tabIndex={isTabStop ? 0 : -1}
      aria-readonly={!stored || !isChangeable(stored)}
      aria-label={`${name}, ${when}: ${said.filter(Boolean).join(', ')}`}
      onClick={click}
    >
      <span className="letter">{stored ? (words.letters[code] ?? (code ? '•' : '')) : ''}</span>
      {isLong ? <span className="mark-title">{title || (stored ? '' : words.noDay)}</span> : null}
      {isLong && status && status !== 'stored' ? <small>{mark?.problem ?? words.status[status]}</small> : null}
    </td>
  );
});
