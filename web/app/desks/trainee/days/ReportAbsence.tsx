// The dialog in which somebody says that he or she cannot come. No reason is asked for: it may be about health.
import { type ReactNode, useState } from 'react';
import { LongText } from '../../../fields/LongText';
import { useDays } from '../../../frame/days';
import { Cancel, Dialog } from '../../../frame/Dialog';
import { useCommand } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { ReportOwnAbsenceDocument } from '../../../generated/trainee/graphql';
import { useWords } from '../words';
import type { Changed, Day } from './MyDays';

interface Shown {
  day: Day | null;
  onClose: () => void;
  onTold: (day: Changed) => void;
}

/** The dialog for one day, open while there is one. */
export function ReportAbsence({ day, onClose, onTold }: Shown): ReactNode {
  const words = useWords();
  const { on } = useDays();
  const [note, setNote] = useState('');
  const report = useCommand(ReportOwnAbsenceDocument);
  const leave = (): void => {
    setNote('');
    report.forget();
    onClose();
  };
  const tell = async (): Promise<void> => {
    if (!day) return;
    const absence = { attendanceId: day.id, revision: day.revision, note: note.trim() || null };
    const done = (await report.run({ absence }))?.reportAbsence.attendance;
    if (!done) return;
    onTold(done);
    leave();
  };
  return (
    <Dialog title={day ? words.absenceTitle(on(day.day ?? '')) : ''} isOpen={day !== null} onClose={leave}>
      <Problems problems={report.problems} />
      <p>{words.absenceLead}</p>
      <div className="field">
        <label htmlFor="absence-note">{words.absenceNote}</label>
        <LongText id="absence-note" most={500} value={note} onChange={setNote} />
      </div>
      <div className="row">
        <button type="button" className="button first" onClick={() => void tell()} disabled={report.isWaiting}>
          {words.tellAbsence}
        </button>
        <Cancel />
      </div>
    </Dialog>
  );
}
