// Six weeks of days as a strip: how it goes is seen before it is read.
import type { ReactNode } from 'react';
import { mondayOf, useDays } from '../../../frame/days';
import { useTitles } from '../../../frame/titles';
import { useWords } from '../words';
import type { Client } from './ClientCard';

type Day = NonNullable<Client['attendance']>['nodes'][number];

/** The days by weeks, each with its letter; a list says the same in words. */
export function DaysAsStrip({ days }: { days: readonly Day[] }): ReactNode {
  const words = useWords();
  const { short } = useDays();
  const codeOf = useTitles('ofTerms', 'attendance_code');
  const weeks = byWeek(days);
  return (
    <section className="card" aria-labelledby="days">
      <h2 id="days">{words.days}</h2>
      {weeks.size ? null : <p className="quiet">{words.noDays}</p>}
      <ul className="weeks">
        {[...weeks].map(([monday, ofWeek]) => (
          <li key={monday}>
            <span className="quiet small">{short(monday)}</span>
            <ul className="strip large">
              {ofWeek.map((day) => (
                <li key={day.id} className={classOf(day)} title={`${short(day.day ?? '')} ${codeOf(day.code)}`}>
                  <span aria-hidden="true">{words.letters[day.code ?? ''] ?? (day.code ? '•' : '·')}</span>
                  <span className="unseen">
                    {short(day.day ?? '')} {codeOf(day.code) || words.unmarked}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function byWeek(days: readonly Day[]): ReadonlyMap<string, Day[]> {
  const weeks = new Map<string, Day[]>();
  for (const day of days) {
    const monday = mondayOf(day.day ?? '');
    weeks.set(monday, [...(weeks.get(monday) ?? []), day]);
  }
  return weeks;
}

function classOf({ presence }: Day): string {
  return presence === 'PRESENT' ? 'present' : presence === 'ABSENT' ? 'absent' : '';
}
