// Where the organisation stands: counts as a table, with bars beside it.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { daysAfter, today } from '../../frame/days';
import { Page } from '../../frame/Page';
import { useLook } from '../../frame/page-context';
import { LukumaaratTiloittainDocument } from '../../generated/manager/graphql';
import { Bar } from '../../records/Bars';
import { DataTable } from '../../records/DataTable';
import { useFigures } from '../../records/figures';
import { useWords } from './words';

/** The page of the counts. */
export function Counts(): ReactNode {
  const words = useWords();
  const look = useLook(LukumaaratTiloittainDocument, { alkaen: `${today().slice(0, 4)}-01-01`, ennen: daysAfter(today(), 1) });
  return (
    <Page title={words.ways.counts} lead={words.countsLead}>
      <Answered look={look}>
        {(data) => (
          <Counted
            rows={[
              { what: words.active, count: data.asiakkaana?.totalCount },
              { what: words.prospects, count: data.tulossa?.totalCount },
              { what: words.waiting, count: data.jonossa?.totalCount },
              { what: words.contracts, count: data.sopimuksia?.totalCount },
              { what: words.started, count: data.alkaneet?.totalCount },
              { what: words.ended, count: data.paattyneet?.totalCount },
            ]}
          />
        )}
      </Answered>
    </Page>
  );
}

function Counted({ rows }: { rows: { what: string; count: number | null | undefined }[] }): ReactNode {
  const words = useWords();
  const { number } = useFigures();
  const most = Math.max(0, ...rows.map(({ count }) => count ?? 0));
  return (
    <DataTable
      title={words.ways.counts}
      rows={rows}
      empty=""
      columns={[
        { title: words.what, cell: (row) => row.what },
        { title: words.number, cell: (row) => number(row.count ?? 0), isNumber: true },
        { title: '', cell: (row) => <Bar value={row.count ?? 0} most={most} /> },
      ]}
    />
  );
}
