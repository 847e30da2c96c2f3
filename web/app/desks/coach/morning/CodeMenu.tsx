// The codes as a menu beside a cell, for a hand on glass or a mouse; a keyboard needs it seldom.
import type { ReactNode } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { useWords } from '../words';
import type { Effect } from './marks';
import { entailed } from './SaveBar';

interface Shown {
  opened: { id: string; name: string; cell: HTMLElement } | null;
  effects: readonly Effect[];
  /** Whether the day is only planned, and may be given up for another. */
  canSwap: boolean;
  onClose: () => void;
  onChoose: (code: string) => void;
  onSwap: () => void;
}

const SWAP = 'swap'; // no code of attendance: those are in capitals

/** The menu of one cell; when it closes, the focus is on the cell again. */
export function CodeMenu({ opened, effects, canSwap, onClose, onChoose, onSwap }: Shown): ReactNode {
  const words = useWords();
  const close = (): void => {
    const cell = opened?.cell;
    onClose();
    setTimeout(() => cell?.focus());
  };
  return (
    <Popover
      className="menu-sheet"
      triggerRef={{ current: opened?.cell ?? null }}
      isOpen={opened !== null}
      onOpenChange={(isOpen) => isOpen || close()}
      placement="bottom start"
    >
      <Menu
        className="menu"
        aria-label={words.chooseCode(opened?.name ?? '')}
        autoFocus="first"
        onAction={(key) => {
          if (key === SWAP) return onClose(), onSwap();
          onChoose(String(key));
          close();
        }}
      >
        {effects
          .filter(({ code }) => words.letters[code])
          .map((effect) => (
            <MenuItem key={effect.code} id={effect.code} className="menu-item" textValue={effect.title}>
              <span>
                {effect.title} <span className="quiet small">{entailed(effect, words)}</span>
              </span>
              <kbd>{words.letters[effect.code]}</kbd>
            </MenuItem>
          ))}
        {canSwap ? (
          <MenuItem id={SWAP} className="menu-item" textValue={words.swap}>
            {words.swap}
          </MenuItem>
        ) : null}
      </Menu>
    </Popover>
  );
}
