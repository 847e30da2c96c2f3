// Days of contracts in force by month and unit.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { Page } from '../../frame/Page';
import { useList } from '../../frame/list';
import { PaivatKuukausittainDocument, type PaivatKuukausittainQuery } from '../../generated/manager/graphql';
import { Bar } from '../../records/Bars';
import { DataTable } from '../../records/DataTable';
import { useFigures } from '../../records/figures';
import { useWords } from './words';

type Contract = NonNullable<PaivatKuukausittainQuery['contracts']>['nodes'][number];

interface Sum {
  unit: string;
  month: string;
  recorded: number;
  present: number;
  absent: number;
}

/** The page of the days. */
export function Days(): ReactNode {
  const words = useWords();
  const { month, number } = useFigures();
  const contracts = useList(PaivatKuukausittainDocument, (jalkeen) => ({ jalkeen }), (data) => data.contracts, true);
  return (
    <Page title={words.ways.days} lead={words.daysLead}>
      <Answered look={contracts}>
        {(all) => {
          const rows = sumsOf(all);
          const most = Math.max(0, ...rows.map((row) => row.present));
          return (
            <DataTable
              title={words.ways.days}
              rows={rows}
              empty={words.noDays}
              columns={[
                { title: words.month, cell: (row) => month(row.month) },
                { title: words.unit, cell: (row) => row.unit },
                { title: words.recorded, cell: (row) => number(row.recorded), isNumber: true },
                { title: words.present, cell: (row) => number(row.present), isNumber: true },
                { title: words.absent, cell: (row) => number(row.absent), isNumber: true },
                { title: '', cell: (row) => <Bar value={row.present} most={most} /> },
              ]}
            />
          );
        }}
      </Answered>
    </Page>
  );
}

function sumsOf(contracts: readonly Contract[]): readonly Sum[] {
  const sums = new Map<string, Sum>();
  for (const { unit, dayCounts } of contracts) {
    for (const { month, recorded, present, absent } of dayCounts ?? []) {
      const key = `${month} ${unit?.name ?? ''}`;
      const sum = sums.get(key) ?? { unit: unit?.name ?? '', month, recorded: 0, present: 0, absent: 0 };
      sums.set(key, {
        ...sum,
        recorded: sum.recorded + recorded,
        present: sum.present + present,
        absent: sum.absent + absent,
      });
    }
  }
  return [...sums.values()].sort((one, other) => other.month.localeCompare(one.month) || one.unit.localeCompare(other.unit));
}
