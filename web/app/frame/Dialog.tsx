// A question that must be answered before the page goes on; React Aria keeps the focus inside and gives it back.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface Shown {
  title: string;
  isOpen: boolean;
  onClose?: () => void;
  children: ReactNode;
}

/** A dialog with its heading. Without `onClose` it cannot be left but by what it offers. */
export function Dialog({ title, isOpen, onClose, children }: Shown): ReactNode {
  return (
    <ModalOverlay
      className="curtain"
      isOpen={isOpen}
      isDismissable={onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(open) => open || onClose?.()}
    >
      <Modal>
        <AriaDialog className="dialog" role={onClose ? 'dialog' : 'alertdialog'}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
