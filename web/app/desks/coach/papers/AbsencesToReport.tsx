// The absence reports of the whole caseload that wait to be sent.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { Changed } from '../../../frame/Changed';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { AbsencesToReportDocument } from '../../../generated/coach/graphql';
import { AbsenceReports } from './AbsenceReports';
import { usePaperWords } from './words';

/** The page of the absence reports of the caseload that are to be sent. */
export default function AbsencesToReport(): ReactNode {
  const words = usePaperWords();
  const look = useLook(AbsencesToReportDocument, {});
  return (
    <Page title={words.absences} lead={words.absencesLead}>
      <Changed types={['AbsenceReport']} show={look.again} />
      <Answered look={look}>
        {({ absenceReports }) => (
          <AbsenceReports reports={absenceReports?.nodes ?? []} scope={{ caseload: true }} again={look.again} />
        )}
      </Answered>
    </Page>
  );
}
