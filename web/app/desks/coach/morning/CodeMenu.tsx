// The codes as a menu beside a cell, for a hand on glass or a mouse; a keyboard needs it seldom.
import type { ReactNode } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { useWords } from '../words';
import type { Effect } from './marks';

interface Shown {
  opened: { id: string; name: string; cell: HTMLElement } | null;
  effects: readonly Effect[];
  onClose: () => void;
  onChoose: (code: string) => void;
}

/** The menu of one cell; when it closes, the focus is on the cell again. */
export function CodeMenu({ opened, effects, onClose, onChoose }: Shown): ReactNode {
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
          onChoose(String(key));
          close();
        }}
      >
        {effects
          .filter(({ code }) => words.letters[code])
          .map(({ code, title }) => (
            <MenuItem key={code} id={code} className="menu-item" textValue={title}>
              {title}
              <kbd>{words.letters[code]}</kbd>
            </MenuItem>
          ))}
      </Menu>
    </Popover>
  );
}
