// What remains of the deleted: counts by year, unit and service.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { Page } from '../../frame/Page';
import { useLook } from '../../frame/page-context';
import { useTitles } from '../../frame/titles';
import { TilastotDocument, UnitsOfStatisticsDocument } from '../../generated/manager/graphql';
import { Bar } from '../../records/Bars';
import { DataTable } from '../../records/DataTable';
import { useFigures } from '../../records/figures';
import { useWords } from './words';

/** The page of the statistics. */
export function Statistics(): ReactNode {
  const words = useWords();
  const { number } = useFigures();
  const serviceOf = useTitles('ofServices', '');
  const look = useLook(TilastotDocument, {});
  const units = useLook(UnitsOfStatisticsDocument, {}).answer?.data?.units?.nodes ?? [];
  return (
    <Page title={words.ways.statistics} lead={words.statisticsLead}>
      <Answered look={look}>
        {({ statistics }) => {
          const most = Math.max(0, ...statistics.map((row) => row.people));
          return (
            <DataTable
              title={words.ways.statistics}
              rows={statistics}
              empty={words.noStatistics}
              columns={[
                { title: words.year, cell: (row) => row.year },
                { title: words.unit, cell: (row) => units.find(({ id }) => id === row.unitId)?.name },
                { title: words.service, cell: (row) => serviceOf(row.serviceCode) },
                { title: words.people, cell: (row) => number(row.people), isNumber: true },
                { title: words.months, cell: (row) => number(row.months), isNumber: true },
                { title: '', cell: (row) => <Bar value={row.people} most={most} /> },
              ]}
            />
          );
        }}
      </Answered>
    </Page>
  );
}
