// The morning: who is expected, one letter for each, everything seen before it is saved.
import { type ReactNode, useState } from 'react';
import { Answered } from '../../../frame/Answered';
import { Changed } from '../../../frame/Changed';
import { daysAfter, mondayOf, today, useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook, usePage } from '../../../frame/page-context';
import { CoachSheetDocument } from '../../../generated/coach/graphql';
import { useWords } from '../words';
import { SheetOfDays } from './SheetOfDays';

type Span = 'day' | 'week';
const FOLLOWED = ['Attendance'];
const STEP: Record<Span, number> = { day: 1, week: 7 };

/** The page of the morning, for a day or for a week. */
export function Morning(): ReactNode {
  const words = useWords();
  const { leave } = usePage();
  const { long, short } = useDays();
  const [span, setSpan] = useState<Span>('day');
  const [day, setDay] = useState(today);
  const from = span === 'day' ? day : mondayOf(day);
  const to = daysAfter(from, span === 'day' ? 0 : 4);
  const look = useLook(CoachSheetDocument, { scope: { caseload: true }, from, to });
  const shown = span === 'day' ? long(day) : `${short(from)} – ${short(to)}`;
  return (
    <Page title={words.morning}>
      <div className="row apart">
        <div className="row" role="group" aria-label={words.day}>
          <button type="button" className="button" onClick={() => leave(() => setDay(daysAfter(day, -STEP[span])))}>
            <span aria-hidden="true">‹</span> <span className="word">{words.before}</span>
          </button>
          <strong className="sheet-day" aria-live="polite">
            {shown}
          </strong>
          <button type="button" className="button" onClick={() => leave(() => setDay(daysAfter(day, STEP[span])))}>
            <span className="word">{words.after}</span> <span aria-hidden="true">›</span>
          </button>
          {day === today() ? null : (
            <button type="button" className="button" onClick={() => leave(() => setDay(today()))}>
              {words.toToday}
            </button>
          )}
        </div>
        <div className="halves" role="group" aria-label={words.span}>
          {(['day', 'week'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={span === one} onClick={() => leave(() => setSpan(one))}>
              {one === 'day' ? words.showDay : words.showWeek}
            </button>
          ))}
        </div>
      </div>
      <Changed key={`${from} ${to}`} types={FOLLOWED} show={look.again} />
      <Answered look={look}>
        {({ attendanceSheet, attendanceEffects }) =>
          attendanceSheet ? (
            <SheetOfDays key={`${from} ${to}`} sheet={attendanceSheet} effects={attendanceEffects} />
          ) : null
        }
      </Answered>
    </Page>
  );
}
