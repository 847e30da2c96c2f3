// Today, large: what is planned, and the two things that one says of a day.
import type { ReactNode } from 'react';
import { useDays } from '../../../frame/days';
import { useCommand } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { RecordOwnDayDocument } from '../../../generated/trainee/graphql';
import { useWords } from '../words';
import type { Changed, Day } from './MyDays';
import { Recorded } from './WorkingDay';

interface Shown {
  day: Day;
  onAbsence: (day: Day) => void;
  onChange: (day: Changed, said: string) => void;
}

/** The card of today's working day. */
export function Today({ day, onAbsence, onChange }: Shown): ReactNode {
  const words = useWords();
  const { long, hours } = useDays();
  const record = useCommand(RecordOwnDayDocument);
  const iAmHere = async (): Promise<void> => {
    const entry = { attendanceId: day.id, revision: day.revision, code: 'PRESENT', minutes: day.plannedMinutes };
    const done = await record.run({ days: { entries: [entry] } });
    for (const one of done?.recordAttendance.days ?? []) onChange(one, words.youAreHere);
  };
  return (
    <article className="card today">
      <div className="row apart">
        <h3>{long(day.day ?? '')}</h3>
        <Recorded day={day} />
      </div>
      <p className="quiet">{[hours(day.plannedMinutes), day.workplace?.name].filter(Boolean).join(' · ')}</p>
      <Problems problems={record.problems} />
      {day.code ? null : (
        <div className="row">
          <button type="button" className="button first" onClick={() => void iAmHere()} disabled={record.isWaiting}>
            {words.iAmHere}
          </button>
          <button type="button" className="button" onClick={() => onAbsence(day)}>
            {words.cannotCome}
          </button>
        </div>
      )}
    </article>
  );
}
