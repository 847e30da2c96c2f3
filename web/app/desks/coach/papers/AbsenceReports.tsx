// What payers of benefits are told of absences: drafted with one press, made ready, sent, acknowledged.
import { type ReactNode, useState } from 'react';
import { daysAfter, today, useDays } from '../../../frame/days';
import { useCommand, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { useTitles } from '../../../frame/titles';
import {
  type AttendanceScope,
  type CoachAbsenceReportFragment,
  DraftAbsencesDocument,
  StepOfAbsencesDocument,
} from '../../../generated/coach/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { usePaperWords } from './words';

interface Shown {
  reports: readonly CoachAbsenceReportFragment[];
  /** Whose absences can be drafted here. */
  scope: AttendanceScope | null;
  again: () => void;
}

/** The reports, and the command that drafts what is not told yet. */
export function AbsenceReports({ reports, scope, again }: Shown): ReactNode {
  const words = usePaperWords();
  const { announce } = usePage();
  const command = useCommand(DraftAbsencesDocument);
  const [said, say] = useState('');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const draft = async (): Promise<void> => {
    if (!scope) return;
    const done = (await command.run({ absences: { scope, until: daysAfter(today(), -1) } }))?.draftAbsenceReports;
    if (!done) return;
    const sentence = done.reports.length ? words.drafted(done.reports.length) : words.nothingToTell;
    say(sentence);
    announce(sentence);
    setRefused(done.refused.flatMap(({ errors }) => errors.map(({ message }) => message)));
    if (done.reports.length) again();
  };
  return (
    <>
      <Records title={words.absences} rows={reports} empty={words.noAbsences}>
        {(report) => <OneReport key={report.id} report={report} again={again} />}
      </Records>
      <Problems problems={command.problems} />
      {refused.length ? (
        <section className="notice warn">
          <h3>{words.refused}</h3>
          <ul>
            {refused.map((sentence, place) => (
              <li key={place}>{sentence}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {scope ? (
        <div className="row">
          <button type="button" className="button" disabled={command.isWaiting} onClick={() => void draft()}>
            {words.draftAbsences}
          </button>
          <span className="quiet">{said}</span>
        </div>
      ) : null}
    </>
  );
}

function OneReport({ report, again }: { report: CoachAbsenceReportFragment; again: () => void }): ReactNode {
  const words = usePaperWords();
  const { whole, short } = useDays();
  const titleOf = useTitles('ofType', 'AbsenceReport');
  const codeOf = useTitles('ofTerms', 'attendance_code');
  const benefitOf = useTitles('ofChoice', 'BenefitEffect');
  const kindOf = useTitles('ofChoice', 'ReportedKind');
  const period = `${whole(report.startsOn)} – ${whole(report.endsOn)}`;
  const name = [report.client?.lastName, report.client?.callName].filter(Boolean).join(' ');
  const about = [name, period].filter(Boolean).join(', ');
  return (
    <Record
      title={about}
      state={titleOf(report.state)}
      tone={report.state === 'DRAFT' ? 'warn' : 'note'}
      facts={[
        [titleOf('payerId'), report.payer?.name],
        [titleOf('dueOn'), whole(report.dueOn)],
      ]}
      actions={
        <Decide type="AbsenceReport" document={StepOfAbsencesDocument} object={report} about={about} label={words.handle} onDone={again} />
      }
    >
      <ul>
        {report.absences?.nodes.map((one) => (
          <li key={one.id}>
            {[short(one.day ?? ''), one.kind === 'ABSENCE' ? '' : kindOf(one.kind), codeOf(one.code), benefitOf(one.benefit)]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </Record>
  );
}
