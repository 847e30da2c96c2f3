// A question that must be answered before the page goes on; React Aria keeps the focus inside and gives it back.
import { type ReactNode, useEffect, useState } from 'react';
import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useHold } from './hold';
import { usePage } from './page-context';

interface Shown {
  title: string;
  isOpen: boolean;
  onClose?: () => void;
  children: ReactNode;
}

const TEXTS = 'textarea, input[type="text"], input:not([type])';

/** A dialog with its heading. Without `onClose` it cannot be left but by what it offers; typed text is asked about first. */
export function Dialog({ title, isOpen, onClose, children }: Shown): ReactNode {
  const [dialog, setDialog] = useState<HTMLElement | null>(null);
  const isTyped = useTyped(dialog);
  const leave = useHold(isOpen && isTyped);
  return (
    <ModalOverlay
      className="curtain"
      isOpen={isOpen}
      isDismissable={onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(open) => open || (onClose && leave(onClose))}
    >
      <Modal>
        <AriaDialog ref={setDialog} className="dialog" role={onClose ? 'dialog' : 'alertdialog'}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The button that leaves the dialog around it, as Escape does. */
export function Cancel(): ReactNode {
  const { words } = usePage();
  return (
    <Button slot="close" className="button">
      {words.cancel}
    </Button>
  );
}

/** Return whether somebody typed text in the dialog that is there now. */
function useTyped(dialog: HTMLElement | null): boolean {
  const [isTyped, setTyped] = useState(false);
  useEffect(() => {
    setTyped(false);
    if (!dialog) return;
    const look = (): void => setTyped([...dialog.querySelectorAll<HTMLInputElement>(TEXTS)].some(({ value }) => value.trim() !== ''));
    dialog.addEventListener('input', look);
    return () => dialog.removeEventListener('input', look);
  }, [dialog]);
  return isTyped;
}
