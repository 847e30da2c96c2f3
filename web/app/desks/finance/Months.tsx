// The days of all contracts by month and unit of accounting, with the billable ones as a picture.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { daysAfter, today, useDays } from '../../frame/days';
import { Page } from '../../frame/Page';
import { useList } from '../../frame/list';
import { LasnaolopaivatDocument, type LasnaolopaivatQuery } from '../../generated/finance/graphql';
import { Bar } from '../../records/Bars';
import { DataTable } from '../../records/DataTable';
import { useFigures } from '../../records/figures';
import { useWords } from './words';

const PAST = -400; // days, as in the example: the contracts of somewhat more than a year
type Contract = NonNullable<LasnaolopaivatQuery['contracts']>['nodes'][number];
type Counted = { recorded: number; present: number; absent: number; billable: number; minutes: number };
const NOTHING: Counted = { recorded: 0, present: 0, absent: 0, billable: 0, minutes: 0 };

/** The page of the months. */
export function Months(): ReactNode {
  const words = useWords();
  const alkaen = daysAfter(today(), PAST);
  const contracts = useList(LasnaolopaivatDocument, (jalkeen) => ({ alkaen, jalkeen }), (data) => data.contracts, true);
  return (
    <Page title={words.ways.months} lead={words.monthsLead}>
      <Answered look={contracts}>{(all) => <ByMonth contracts={all} />}</Answered>
    </Page>
  );
}

function ByMonth({ contracts }: { contracts: readonly Contract[] }): ReactNode {
  const words = useWords();
  const { hours } = useDays();
  const { month, number } = useFigures();
  const sums = new Map<string, Counted>();
  for (const count of contracts.flatMap((contract) => contract.dayCounts ?? [])) {
    const before = sums.get(count.month) ?? NOTHING;
    const names = Object.keys(NOTHING) as (keyof Counted)[];
    sums.set(count.month, Object.fromEntries(names.map((name) => [name, before[name] + count[name]])) as Counted);
  }
  const rows = [...sums].map(([of, sum]) => ({ of, ...sum })).sort((one, other) => other.of.localeCompare(one.of));
  const most = Math.max(0, ...rows.map((row) => row.billable));
  return (
    <DataTable
      title={words.ways.months}
      rows={rows}
      empty={words.noMonths}
      columns={[
        { title: words.month, cell: (row) => month(row.of) },
        { title: words.recorded, cell: (row) => number(row.recorded), isNumber: true },
        { title: words.present, cell: (row) => number(row.present), isNumber: true },
        { title: words.absent, cell: (row) => number(row.absent), isNumber: true },
        { title: words.billable, cell: (row) => number(row.billable), isNumber: true },
        { title: words.hours, cell: (row) => hours(row.minutes), isNumber: true },
        { title: '', cell: (row) => <Bar value={row.billable} most={most} /> },
      ]}
    />
  );
}
