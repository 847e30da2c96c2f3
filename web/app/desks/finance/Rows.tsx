// The rows of the billing bases: a number for each person and contract.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { Page } from '../../frame/Page';
import { useDays } from '../../frame/days';
import { useList } from '../../frame/list';
import { More } from '../../frame/More';
import { useTitles } from '../../frame/titles';
import { LaskutusperusteenRivitDocument } from '../../generated/finance/graphql';
import { DataTable } from '../../records/DataTable';
import { useFigures } from '../../records/figures';
import { useWords } from './words';

/** The page of the rows. */
export function Rows(): ReactNode {
  const words = useWords();
  const { hours } = useDays();
  const { euros, month } = useFigures();
  const kindOf = useTitles('ofChoice', 'BillingRowKind');
  const list = useList(LaskutusperusteenRivitDocument, (jalkeen) => ({ jalkeen }), (data) => data.billingRows);
  return (
    <Page title={words.ways.rows} lead={words.rowsLead}>
      <Answered look={list}>
        {(rows) => (
          <DataTable
            title={words.ways.rows}
            rows={rows}
            empty={words.noRows}
            columns={[
              { title: words.number, cell: (row) => row.number },
              { title: words.month, cell: (row) => (row.basis ? month(row.basis.month) : '') },
              { title: words.payer, cell: (row) => row.basis?.payer ?? words.noPayer },
              { title: words.kind, cell: (row) => kindOf(row.kind) },
              { title: words.days, cell: (row) => row.dayCount, isNumber: true },
              { title: words.hours, cell: (row) => hours(row.minutes), isNumber: true },
              { title: words.price, cell: (row) => euros(row.priceCents), isNumber: true },
              { title: words.reason, cell: (row) => row.reason },
            ]}
          />
        )}
      </Answered>
      <More list={list} />
    </Page>
  );
}
