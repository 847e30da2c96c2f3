// Interim and final reports: begun from the records, written on, shown to the person, passed to the supervisor.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Choice } from '../../../fields/Choice';
import { Field } from '../../../fields/Field';
import { daysAfter, today, useDays } from '../../../frame/days';
import { useHold } from '../../../frame/hold';
import { useCommand, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { useTitles } from '../../../frame/titles';
import {
  BeginReportDocument,
  type CoachReportFragment,
  type ReportKind,
  SaveReportDocument,
  StepOfReportDocument,
} from '../../../generated/coach/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { usePaperWords } from './words';

const TEXTS = ['summary', 'goals', 'attendance', 'recommendation', 'clientView'] as const;
type Text = (typeof TEXTS)[number];
const WRITTEN_IN: { [state: string]: readonly Text[] } = {
  DRAFT: ['summary', 'goals', 'attendance', 'recommendation'],
  AT_HEARING: ['clientView'],
};

interface Relationship {
  id: string;
  startedOn: string;
}

interface Shown {
  relationship: Relationship | null;
  reports: readonly CoachReportFragment[];
  again: () => void;
}

/** The reports on a client, and the form that begins one. */
export function Reports({ relationship, reports, again }: Shown): ReactNode {
  const words = usePaperWords();
  const [isNew, setNew] = useState(false);
  return (
    <>
      <Records title={words.reports} rows={reports} empty={words.noReports}>
        {(report) => <OneReport key={report.id} report={report} again={again} />}
      </Records>
      {relationship && isNew ? <NewReport relationship={relationship} close={() => setNew(false)} onDone={again} /> : null}
      {relationship && !isNew ? (
        <div>
          <button type="button" className="button" onClick={() => setNew(true)}>
            {words.newReport}
          </button>
        </div>
      ) : null}
    </>
  );
}

function OneReport({ report, again }: { report: CoachReportFragment; again: () => void }): ReactNode {
  const words = usePaperWords();
  const { whole } = useDays();
  const titleOf = useTitles('ofType', 'Report');
  const kindOf = useTitles('ofChoice', 'ReportKind');
  const [isEdited, setEdited] = useState(false);
  const title = `${kindOf(report.kind)} ${whole(report.startsOn)} – ${whole(report.endsOn)}`;
  const written = WRITTEN_IN[report.state];
  return (
    <Record
      title={title}
      state={titleOf(report.state)}
      tone={report.state === 'DELIVERED' ? 'good' : 'note'}
      actions={
        <>
          {written && !isEdited ? (
            <button type="button" className="button" aria-label={words.editing(title)} onClick={() => setEdited(true)}>
              {words.edit}
            </button>
          ) : null}
          <Decide type="Report" document={StepOfReportDocument} object={report} about={title} label={words.handle} onDone={again} />
        </>
      }
    >
      {isEdited && written ? (
        <ReportForm key={report.revision} report={report} fields={written} close={() => setEdited(false)} onDone={again} />
      ) : (
        <details>
          <summary>{titleOf('summary')}</summary>
          {TEXTS.some((one) => report[one]) ? null : <p className="quiet">{words.empty}</p>}
          {TEXTS.map((one) =>
            report[one] ? (
              <div key={one} className="text">
                <h4>{titleOf(one)}</h4>
                <p className="pre">{report[one]}</p>
              </div>
            ) : null,
          )}
        </details>
      )}
    </Record>
  );
}

interface Begun {
  relationship: Relationship;
  close: () => void;
  onDone: () => void;
}

function NewReport({ relationship, close, onDone }: Begun): ReactNode {
  const words = usePaperWords();
  const { words: frame, announce } = usePage();
  const titleOf = useTitles('ofType', 'Report');
  const [kind, setKind] = useState<ReportKind>('INTERIM');
  const [startsOn, setStartsOn] = useState(relationship.startedOn);
  const [endsOn, setEndsOn] = useState(() => daysAfter(today(), -1));
  const command = useCommand(BeginReportDocument);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await command.run({ report: { relationshipId: relationship.id, kind, startsOn, endsOn } }))) return;
    announce(words.saved);
    onDone();
    close();
  };
  return (
    <form className="card text" onSubmit={(event) => void send(event)} aria-label={words.newReport}>
      <p className="quiet">{words.reportLead}</p>
      <Problems problems={command.problems} inputs={{ startsOn: 'report-from', endsOn: 'report-until' }} />
      <Choice label={titleOf('kind')} titles="ReportKind" value={kind} onChange={(one) => setKind(one as ReportKind)} />
      <div className="field-row">
        <Field id="report-from" title={titleOf('startsOn')} kind="date" isRequired value={startsOn} onChange={setStartsOn} />
        <Field id="report-until" title={titleOf('endsOn')} kind="date" isRequired value={endsOn} onChange={setEndsOn} />
      </div>
      <div className="row">
        <button type="submit" className="button first" disabled={command.isWaiting}>
          {words.newReport}
        </button>
        <button type="button" className="button" onClick={close}>
          {frame.cancel}
        </button>
      </div>
    </form>
  );
}

interface Edited {
  report: CoachReportFragment;
  fields: readonly Text[];
  close: () => void;
  onDone: () => void;
}

function ReportForm({ report, fields, close, onDone }: Edited): ReactNode {
  const words = usePaperWords();
  const { words: frame, announce } = usePage();
  const titleOf = useTitles('ofType', 'Report');
  const [before] = useState(() => Object.fromEntries(fields.map((one) => [one, report[one] ?? ''])));
  const [values, setValues] = useState(before);
  const leave = useHold(values !== before);
  const command = useCommand(SaveReportDocument);
  const idOf = (one: Text): string => `${report.id}-${one}`;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await command.run({ report: { id: report.id, revision: report.revision, ...values } }))) return;
    announce(words.saved);
    onDone();
    close();
  };
  return (
    <form className="stack text" onSubmit={(event) => void send(event)}>
      <Problems problems={command.problems} inputs={Object.fromEntries(fields.map((one) => [one, idOf(one)]))} />
      {fields.map((one) => (
        <Field
          key={one}
          id={idOf(one)}
          title={titleOf(one)}
          kind="long"
          value={values[one] ?? ''}
          onChange={(text) => setValues({ ...values, [one]: text })}
        />
      ))}
      <div className="row">
        <button type="submit" className="button first" disabled={command.isWaiting}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={() => leave(close)}>
          {frame.cancel}
        </button>
      </div>
    </form>
  );
}
