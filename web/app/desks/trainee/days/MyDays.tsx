// My days: what is today, what comes, what was; and the way to say that I cannot come.
import { type ReactNode, useState } from 'react';
import { Answered } from '../../../frame/Answered';
import { daysAfter, today } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook, usePage } from '../../../frame/page-context';
import { OmatPaivaniDocument, type OmatPaivaniQuery } from '../../../generated/trainee/graphql';
import { useWords } from '../words';
import { ReportAbsence } from './ReportAbsence';
import { Today } from './Today';
import { WaitsForMe } from './WaitsForMe';
import { WorkingDay } from './WorkingDay';

/** A working day as the list shows it. */
export type Day = NonNullable<NonNullable<OmatPaivaniQuery['attendance']>['nodes'][number]>;
/** What a command says of a day afterwards. */
export type Changed = Pick<Day, 'id' | 'revision' | 'state' | 'code'>;

/** The page of my days. */
export function MyDays(): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const now = today();
  const look = useLook(OmatPaivaniDocument, { alkaen: daysAfter(now, -14), ennen: daysAfter(now, 15) });
  const [changed, setChanged] = useState<Record<string, Changed>>({});
  const [absent, setAbsent] = useState<Day | null>(null);
  const change = (day: Changed, said: string): void => {
    setChanged((before) => ({ ...before, [day.id]: day }));
    announce(said);
  };
  return (
    <Page title={words.ways.days} lead={words.daysLead} isReading>
      <WaitsForMe />
      <Answered look={look}>
        {(data) => {
          const days = (data.attendance?.nodes ?? []).map((day) => ({ ...day, ...changed[day.id] }));
          return <DayLists days={days} now={now} onAbsence={setAbsent} onChange={change} />;
        }}
      </Answered>
      <ReportAbsence day={absent} onClose={() => setAbsent(null)} onTold={(day) => change(day, words.absenceTold)} />
    </Page>
  );
}

interface Shown {
  days: readonly Day[];
  now: string;
  onAbsence: (day: Day) => void;
  onChange: (day: Changed, said: string) => void;
}

function DayLists({ days, now, onAbsence, onChange }: Shown): ReactNode {
  const words = useWords();
  const byDay = [...days].sort((one, other) => (one.day ?? '').localeCompare(other.day ?? ''));
  const todays = byDay.filter(({ day }) => day === now);
  const coming = byDay.filter(({ day }) => (day ?? '') > now);
  const past = byDay.filter(({ day }) => (day ?? '') < now).reverse();
  return (
    <>
      <section className="stack" aria-labelledby="today">
        <h2 id="today">{words.todayTitle}</h2>
        {todays.length ? null : <p className="card quiet">{words.noDayToday}</p>}
        {todays.map((day) => (
          <Today key={day.id} day={day} onAbsence={onAbsence} onChange={onChange} />
        ))}
      </section>
      <section className="stack" aria-labelledby="coming">
        <h2 id="coming">{words.comingTitle}</h2>
        {coming.length ? null : <p className="quiet">{words.noComing}</p>}
        <ul className="days">
          {coming.map((day) => (
            <WorkingDay key={day.id} day={day} onAbsence={onAbsence} />
          ))}
        </ul>
      </section>
      <section className="stack" aria-labelledby="past">
        <h2 id="past">{words.pastTitle}</h2>
        {past.length ? null : <p className="quiet">{words.noPast}</p>}
        <ul className="days">
          {past.map((day) => (
            <WorkingDay key={day.id} day={day} />
          ))}
        </ul>
      </section>
    </>
  );
}
