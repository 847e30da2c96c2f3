// Days of the persons represented.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { daysAfter, today, useDays } from '../../frame/days';
import { useList } from '../../frame/list';
import { More } from '../../frame/More';
import { Page } from '../../frame/Page';
import { useTitles } from '../../frame/titles';
import { EdustettavanPaivatDocument } from '../../generated/guardian/graphql';
import { DataTable } from '../../records/DataTable';
import { useWords } from './words';

const SEEN_AHEAD = 15; // days: the next two weeks, and before them all that was

/** The page of the days. */
export function Days(): ReactNode {
  const words = useWords();
  const { whole, hours } = useDays();
  const titleOf = useTitles('ofType', 'Attendance');
  const ennen = daysAfter(today(), SEEN_AHEAD);
  const list = useList(EdustettavanPaivatDocument, (jalkeen) => ({ ennen, jalkeen }), (data) => data.attendance);
  return (
    <Page title={words.ways.days} lead={words.daysLead} isReading>
      <Answered look={list}>
        {(days) => (
          <DataTable
            title={words.ways.days}
            rows={days}
            empty={words.noDays}
            columns={[
              { title: words.day, cell: (row) => whole(row.day) },
              { title: words.state, cell: (row) => titleOf(row.state) },
              { title: words.minutes, cell: (row) => (row.minutes ? hours(row.minutes) : ''), isNumber: true },
            ]}
          />
        )}
      </Answered>
      <More list={list} />
    </Page>
  );
}
