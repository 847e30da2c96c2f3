// What each payer owes: the payers with their sums of days, and every basis with its export.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { useDays } from '../../frame/days';
import { Page } from '../../frame/Page';
import { useLook } from '../../frame/page-context';
import { useTitles } from '../../frame/titles';
import { ExportBasisDocument, LaskutusperusteetDocument, type LaskutusperusteetQuery } from '../../generated/finance/graphql';
import { Bar } from '../../records/Bars';
import { DataTable } from '../../records/DataTable';
import { Decide } from '../../records/Decide';
import { useFigures } from '../../records/figures';
import { useWords } from './words';

type Basis = NonNullable<NonNullable<LaskutusperusteetQuery['billingBases']>['nodes'][number]>;

/** The page of the billing bases. */
export function Bases(): ReactNode {
  const words = useWords();
  const look = useLook(LaskutusperusteetDocument, {});
  return (
    <Page title={words.ways.bases} lead={words.basesLead}>
      <Answered look={look}>
        {({ billingBases }) => (
          <>
            <Payers bases={billingBases?.nodes ?? []} />
            <All bases={billingBases?.nodes ?? []} again={look.again} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Payers({ bases }: { bases: readonly Basis[] }): ReactNode {
  const words = useWords();
  const { hours } = useDays();
  const { number } = useFigures();
  const sums = new Map<string, { days: number; minutes: number }>();
  for (const { payer, dayCount, minutes } of bases) {
    const before = sums.get(payer ?? '') ?? { days: 0, minutes: 0 };
    sums.set(payer ?? '', { days: before.days + dayCount, minutes: before.minutes + minutes });
  }
  const rows = [...sums].map(([payer, sum]) => ({ payer, ...sum })).sort((one, other) => other.days - one.days);
  const most = rows[0]?.days ?? 0;
  if (!rows.length) return null;
  return (
    <section className="stack" aria-label={words.payers}>
      <h2>{words.payers}</h2>
      <DataTable
        title={words.payers}
        rows={rows}
        empty={words.noBases}
        columns={[
          { title: words.payer, cell: (row) => row.payer || words.noPayer },
          { title: words.days, cell: (row) => number(row.days), isNumber: true },
          { title: words.hours, cell: (row) => hours(row.minutes), isNumber: true },
          { title: '', cell: (row) => <Bar value={row.days} most={most} /> },
        ]}
      />
    </section>
  );
}

function All({ bases, again }: { bases: readonly Basis[]; again: () => void }): ReactNode {
  const words = useWords();
  const { hours } = useDays();
  const { month, number } = useFigures();
  const titleOf = useTitles('ofType', 'BillingBasis');
  const nameOf = (basis: Basis): string => `${month(basis.month)}, ${basis.payer ?? words.noPayer}, ${basis.unit?.name ?? ''}`;
  return (
    <section className="stack" aria-label={words.bases}>
      <h2>{words.bases}</h2>
      <DataTable
        title={words.bases}
        rows={bases}
        empty={words.noBases}
        columns={[
          { title: words.month, cell: (row) => month(row.month) },
          { title: words.payer, cell: (row) => row.payer ?? words.noPayer },
          { title: titleOf('unit'), cell: (row) => row.unit?.name },
          { title: words.days, cell: (row) => number(row.dayCount), isNumber: true },
          { title: words.hours, cell: (row) => hours(row.minutes), isNumber: true },
          { title: words.state, cell: (row) => <span className={`tag ${row.adjustedAt ? 'warn' : 'good'}`}>{titleOf(row.state)}</span> },
          {
            title: '',
            cell: (row) => (
              <Decide type="BillingBasis" document={ExportBasisDocument} object={row} about={nameOf(row)} label={words.export} onDone={again} />
            ),
          },
        ]}
      />
    </section>
  );
}
