// Reports to approve and to deliver: what is said of the person, and what the person said of it.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { DecideReportDocument, HyvaksyttavatRaportitDocument, type HyvaksyttavatRaportitQuery } from '../../../generated/supervisor/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { useWords } from '../words';

type Report = NonNullable<NonNullable<HyvaksyttavatRaportitQuery['reports']>['nodes'][number]>;

/** The page of the reports of the unit. */
export function Reports(): ReactNode {
  const words = useWords();
  const look = useLook(HyvaksyttavatRaportitDocument, {});
  return (
    <Page title={words.ways.reports} lead={words.reportsLead}>
      <Answered look={look}>
        {({ reports }) => (
          <Records title={words.toApprove} rows={reports?.nodes ?? []} empty={words.noReports}>
            {(report) => <OneReport key={report.id} report={report} again={look.again} />}
          </Records>
        )}
      </Answered>
    </Page>
  );
}

function OneReport({ report, again }: { report: Report; again: () => void }): ReactNode {
  const { whole } = useDays();
  const titleOf = useTitles('ofType', 'Report');
  const kindOf = useTitles('ofChoice', 'ReportKind');
  const name = `${report.client?.callName ?? ''} ${report.client?.lastName ?? ''}`.trim();
  return (
    <Record
      title={name}
      state={titleOf(report.state)}
      tone={report.state === 'APPROVED' ? 'good' : 'note'}
      facts={[
        [titleOf('kind'), kindOf(report.kind)],
        [titleOf('startsOn'), whole(report.startsOn)],
        [titleOf('endsOn'), whole(report.endsOn)],
      ]}
      actions={<Decide type="Report" document={DecideReportDocument} object={report} about={name} onDone={again} />}
    >
      {(['summary', 'clientView'] as const).map((part) =>
        report[part] ? (
          <div key={part} className="text">
            <h4>{titleOf(part)}</h4>
            <p className="pre">{report[part]}</p>
          </div>
        ) : null,
      )}
    </Record>
  );
}
