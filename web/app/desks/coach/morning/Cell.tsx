// One day of one person: the letter and, where there is room, its title; and whether it is saved.
import { memo, type MouseEvent, type ReactNode } from 'react';
import { useWords } from '../words';
import { isChangeable, type Mark, type Stored } from './marks';

interface Shown {
  at: string;
  name: string;
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
  const { at, name, stored, mark, isSaved, title, isTabStop, isLong, onClick } = shown;
  const words = useWords();
  const code = mark?.code ?? stored?.code ?? '';
  const status = mark?.status ?? (isSaved ? 'saved' : stored?.code ? 'stored' : null);
  const told = title || (stored ? words.unmarked : words.noDay);
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
      onClick={click}
    >
      <span className="letter" aria-hidden="true">
        {stored ? (words.letters[code] ?? (code ? '•' : '')) : ''}
      </span>
      <span className={isLong && (title || !stored) ? 'mark-title' : 'unseen'}>{told}</span>
      {status ? <small className={isLong && status !== 'stored' ? undefined : 'unseen'}> {status === 'refused' ? mark?.problem : words.status[status]}</small> : null}
    </td>
  );
});
