// Today at the workplace: call names, times, who came. A workplace needs no more, and sees no more.
import { type ReactNode, useState } from 'react';
import { Answered } from '../../../frame/Answered';
import { today, useDays } from '../../../frame/days';
import { useList } from '../../../frame/list';
import { Page } from '../../../frame/Page';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import {
  MitaTyopaikaltaOdotetaanDocument,
  type MitaTyopaikaltaOdotetaanQuery,
  RecordPresenceDocument,
  ReportNoShowDocument,
  TanaanMeillaDocument,
  type TanaanMeillaQuery,
} from '../../../generated/workplace/graphql';
import { Tasks } from '../../../records/Tasks';
import { WAYS } from '../task-ways';
import { useWords } from '../words';
import { useTimes } from './times';

type Day = NonNullable<TanaanMeillaQuery['attendance']>['nodes'][number];
type Task = MitaTyopaikaltaOdotetaanQuery['tasks']['nodes'][number];
type Changed = Pick<Day, 'id' | 'revision' | 'state' | 'presence'>;

/** The page of today's people. */
export function Today(): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const { long } = useDays();
  const day = today();
  const look = useLook(TanaanMeillaDocument, { paiva: day });
  const [changed, setChanged] = useState<Record<string, Changed>>({});
  const change = (one: Changed, said: string): void => {
    setChanged((before) => ({ ...before, [one.id]: one }));
    announce(said);
  };
  return (
    <Page title={words.ways.today} lead={words.lead} isReading>
      <section className="stack" aria-labelledby="day">
        <h2 id="day" className="sentence">
          {long(day)}
        </h2>
        <Answered look={look}>
          {({ attendance }) => {
            const days = (attendance?.nodes ?? []).map((one) => ({ ...one, ...changed[one.id] }));
            if (!days.length) return <p className="card quiet">{words.nobody}</p>;
            return (
              <ul className="days">
                {days.map((one) => (
                  <Person key={one.id} day={one} isAlone={!isNamesake(one, days)} onChange={change} />
                ))}
              </ul>
            );
          }}
        </Answered>
      </section>
      <Waiting day={day} />
    </Page>
  );
}

/** Whether somebody else of the day is called the same. */
function isNamesake(day: Day, days: readonly Day[]): boolean {
  return days.some(({ id, contract }) => id !== day.id && contract?.callName === day.contract?.callName);
}

interface Shown {
  day: Day;
  /** Whether nobody else of the day has the name: the contract's period tells two of one name apart. */
  isAlone: boolean;
  onChange: (day: Changed, said: string) => void;
}

function Person({ day, isAlone, onChange }: Shown): ReactNode {
  const words = useWords();
  const { hours, whole } = useDays();
  const timesOf = useTimes();
  const record = useCommand(RecordPresenceDocument);
  const report = useCommand(ReportNoShowDocument);
  const [refused, setRefused] = useState<(typeof record.problems)[number][]>([]);
  const { callName, startsOn, endsOn } = day.contract ?? {};
  const period = isAlone ? '' : words.contract(whole(startsOn), whole(endsOn));
  const name = [callName ?? '–', period].filter(Boolean).join(', ');
  const came = async (): Promise<void> => {
    const entry = { attendanceId: day.id, revision: day.revision, code: 'PRESENT', minutes: day.plannedMinutes };
    const done = (await record.run({ days: { entries: [entry] } }))?.recordAttendance;
    setRefused(done?.refused.flatMap(({ errors }) => errors) ?? []);
    for (const one of done?.days ?? []) onChange(one, words.recordedCame(name));
  };
  const didNotCome = async (): Promise<void> => {
    const absence = { attendanceId: day.id, revision: day.revision };
    const done = (await report.run({ absence }))?.reportAbsence.attendance;
    if (done) onChange(done, words.recordedAbsent(name));
  };
  const isWaiting = record.isWaiting || report.isWaiting;
  const isOpen = day.state === 'PLANNED' && !day.presence;
  return (
    <li className="day">
      <div className="day-when">
        <span className="strong">{callName ?? '–'}</span>
        <span>{[timesOf(day), hours(day.plannedMinutes)].filter(Boolean).join(' · ')}</span>
        {period ? <span className="quiet small">{period}</span> : null}
      </div>
      {isOpen ? (
        <div className="row">
          <button
            type="button"
            className="button first"
            aria-label={words.cameNamed(name)}
            disabled={isWaiting}
            onClick={() => void came()}
          >
            {words.came}
          </button>
          <button
            type="button"
            className="button"
            aria-label={words.didNotComeNamed(name)}
            disabled={isWaiting}
            onClick={() => void didNotCome()}
          >
            {words.didNotCome}
          </button>
        </div>
      ) : (
        <span className={day.presence === 'PRESENT' ? 'tag good' : 'tag note'}>
          {day.presence === 'PRESENT' ? words.isHere : words.isAbsent}
        </span>
      )}
      <Problems problems={[...record.problems, ...report.problems, ...refused]} />
    </li>
  );
}

/** What waits besides today's days: earlier days, and contracts to sign. */
function Waiting({ day }: { day: string }): ReactNode {
  const words = useWords();
  const list = useList(MitaTyopaikaltaOdotetaanDocument, (jalkeen) => ({ jalkeen }), (data) => data.tasks, true);
  return (
    <Answered look={list}>
      {(tasks) => {
        const others = tasks.filter(({ object }) => !('day' in object && object.day === day));
        return others.length ? <Tasks title={words.waits} empty="" tasks={others} about={aboutOf} ways={WAYS} /> : null;
      }}
    </Answered>
  );
}

/** Whose day or contract it is, by the name that the workplace knows, and how long the day is. */
function About({ task: { object } }: { task: Task }): ReactNode {
  const { hours } = useDays();
  if ('plannedMinutes' in object) return `${object.contract?.callName ?? '–'}, ${hours(object.plannedMinutes)}`;
  return 'callName' in object && object.callName ? object.callName : '–';
}

function aboutOf(task: Task): ReactNode {
  return <About task={task} />;
}
