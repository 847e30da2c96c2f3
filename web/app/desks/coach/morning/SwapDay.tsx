// A planned day that is given up for another day of the same contract.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from '../../../fields/Field';
import { Cancel, Dialog } from '../../../frame/Dialog';
import { useCommand } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { SwapOneDayDocument } from '../../../generated/coach/graphql';
import { useWords } from '../words';
import type { Stored } from './marks';

interface Shown {
  name: string;
  stored: Stored | undefined;
  onClose: () => void;
  /** Both days, as the service has them now. */
  onDone: (days: readonly Stored[]) => void;
}

/** The dialog for the day of one person. */
export function SwapDay({ name, stored, onClose, onDone }: Shown): ReactNode {
  const words = useWords();
  const [day, setDay] = useState('');
  const command = useCommand(SwapOneDayDocument);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!stored) return;
    const swap = { attendanceId: stored.id, revision: stored.revision, day };
    const done = (await command.run({ swap }))?.swapDay.attendance;
    if (!done) return;
    onDone(done.swappedWith ? [done, done.swappedWith] : [done]);
    onClose();
  };
  return (
    <Dialog title={words.swapTitle(name)} isOpen onClose={onClose}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <Problems problems={command.problems} inputs={{ day: 'swap-day' }} />
        <p>{words.swapLead}</p>
        <Field id="swap-day" title={words.swapDay} kind="date" isRequired value={day} onChange={setDay} />
        <div className="row">
          <button type="submit" className="button first" disabled={command.isWaiting}>
            {words.swap.replace('…', '')}
          </button>
          <Cancel />
        </div>
      </form>
    </Dialog>
  );
}
