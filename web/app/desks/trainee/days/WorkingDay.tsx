// One day in a list: when, where, how long, and what was recorded.
import type { ReactNode } from 'react';
import { useDays } from '../../../frame/days';
import { useTitles } from '../../../frame/titles';
import { useWords } from '../words';
import type { Day } from './MyDays';

interface Shown {
  day: Day;
  onAbsence?: (day: Day) => void;
}

/** A row of a list of days, with the way to report an absence where that can be done. */
export function WorkingDay({ day, onAbsence }: Shown): ReactNode {
  const words = useWords();
  const { long, on, hours } = useDays();
  const when = long(day.day ?? '');
  return (
    <li className="day">
      <div className="day-when">
        <span className="strong">{when}</span>
        <span className="quiet small">
          {[hours(day.minutes ?? day.plannedMinutes), day.workplace?.name].filter(Boolean).join(' · ')}
        </span>
      </div>
      {onAbsence && !day.code ? (
        <button
          type="button"
          className="button"
          aria-label={words.cannotComeOn(on(day.day ?? ''))}
          onClick={() => onAbsence(day)}
        >
          {words.cannotCome}
        </button>
      ) : (
        <Recorded day={day} />
      )}
    </li>
  );
}

/** What was recorded of a day, by the title of its code. */
export function Recorded({ day }: { day: Day }): ReactNode {
  const words = useWords();
  const titleOf = useTitles('ofTerms', 'attendance_code');
  if (!day.code) return <span className="tag">{words.notRecorded}</span>;
  return <span className={day.code.startsWith('PRESENT') ? 'tag good' : 'tag note'}>{titleOf(day.code)}</span>;
}
