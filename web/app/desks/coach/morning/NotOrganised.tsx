// A day on which the service is not organised, for the whole caseload, with its reason.
import { type FormEvent, type ReactNode, useState } from 'react';
import { ShortText } from '../../../fields/LongText';
import { useDays } from '../../../frame/days';
import { Cancel, Dialog } from '../../../frame/Dialog';
import { useCommand } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { NotOrganisedDayDocument } from '../../../generated/coach/graphql';
import { useWords } from '../words';
import type { Stored } from './marks';

interface Shown {
  day: string | null;
  onClose: () => void;
  onDone: (days: readonly Stored[]) => void;
}

/** The dialog for one day, open while there is one. */
export function NotOrganised({ day, onClose, onDone }: Shown): ReactNode {
  const words = useWords();
  const { long } = useDays();
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const command = useCommand(NotOrganisedDayDocument);
  const leave = (): void => {
    command.forget();
    setRefused([]);
    onClose();
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!day) return;
    const done = (await command.run({ day: { scope: { caseload: true }, day, reason } }))?.notOrganised;
    if (!done) return;
    onDone(done.days);
    const sentences = new Set(done.refused.flatMap(({ errors }) => errors.map(({ message }) => message)));
    if (sentences.size) setRefused([...sentences]);
    else leave();
  };
  return (
    <Dialog title={day ? words.notOrganisedTitle(long(day)) : ''} isOpen={day !== null} onClose={leave}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <Problems problems={command.problems} inputs={{ reason: 'not-organised-reason' }} />
        {refused.length ? (
          <div className="notice bad" role="alert">
            {refused.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        ) : null}
        <p>{words.notOrganisedLead}</p>
        <div className="field">
          <label htmlFor="not-organised-reason">{words.reason}</label>
          <ShortText id="not-organised-reason" required most={500} value={reason} onChange={setReason} />
        </div>
        <div className="row">
          <button type="submit" className="button first" disabled={command.isWaiting}>
            {words.notOrganised}
          </button>
          <Cancel />
        </div>
      </form>
    </Dialog>
  );
}
