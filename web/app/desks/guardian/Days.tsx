// Days of the persons represented.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { useDays } from '../../frame/days';
import { Page } from '../../frame/Page';
import { useLook } from '../../frame/page-context';
import { useTitles } from '../../frame/titles';
import { EdustettavanPaivatDocument } from '../../generated/guardian/graphql';
import { DataTable } from '../../records/DataTable';
import { useWords } from './words';

/** The page of the days. */
export function Days(): ReactNode {
  const words = useWords();
  const { whole, hours } = useDays();
  const titleOf = useTitles('ofType', 'Attendance');
  const look = useLook(EdustettavanPaivatDocument, {});
  return (
    <Page title={words.ways.days} lead={words.daysLead} isReading>
      <Answered look={look}>
        {({ attendance }) => (
          <DataTable
            title={words.ways.days}
            rows={attendance?.nodes ?? []}
            empty={words.noDays}
            columns={[
              { title: words.day, cell: (row) => whole(row.day) },
              { title: words.state, cell: (row) => titleOf(row.state) },
              { title: words.minutes, cell: (row) => (row.minutes ? hours(row.minutes) : ''), isNumber: true },
            ]}
          />
        )}
      </Answered>
    </Page>
  );
}
