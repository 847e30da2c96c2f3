// Contracts that are billed, and drafts that lack a price.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { daysAfter, today, useDays } from '../../frame/days';
import { useList } from '../../frame/list';
import { More } from '../../frame/More';
import { Page } from '../../frame/Page';
import { useTitles } from '../../frame/titles';
import { IlmanHintaaDocument, LaskutettavatSopimuksetDocument } from '../../generated/finance/graphql';
import { DataTable } from '../../records/DataTable';
import { useFigures } from '../../records/figures';
import { Tasks } from '../../records/Tasks';
import { WAYS } from './task-ways';
import { useWords } from './words';

/** The page of the contracts. */
export function Contracts(): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const { euros } = useFigures();
  const titleOf = useTitles('ofType', 'Contract');
  const tasks = useList(IlmanHintaaDocument, (jalkeen) => ({ jalkeen }), (data) => data.tasks, true);
  const ennen = daysAfter(today(), 1);
  const contracts = useList(LaskutettavatSopimuksetDocument, (jalkeen) => ({ ennen, jalkeen }), (data) => data.contracts);
  return (
    <Page title={words.ways.contracts} lead={words.contractsLead}>
      <Answered look={tasks}>
        {(found) => <Tasks title={words.noPrice} empty={words.allPriced} tasks={found} ways={WAYS} />}
      </Answered>
      <Answered look={contracts}>
        {(found) => (
          <DataTable
            title={words.ways.contracts}
            rows={found}
            empty={words.noContracts}
            columns={[
              { title: words.starts, cell: (row) => whole(row.startsOn) },
              { title: words.ends, cell: (row) => whole(row.endsOn) },
              { title: words.unit, cell: (row) => row.unit?.name },
              { title: words.payer, cell: (row) => row.payer },
              { title: words.price, cell: (row) => euros(row.priceCents), isNumber: true },
              { title: words.state, cell: (row) => titleOf(row.state) },
            ]}
          />
        )}
      </Answered>
      <More list={contracts} />
    </Page>
  );
}
