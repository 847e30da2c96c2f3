// Days to confirm and months to lock.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { today, useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import {
  DecideMonthDocument,
  KuukaudetDocument,
  type KuukaudetQuery,
  VahvistettavatPaivatDocument,
  type VahvistettavatPaivatQuery,
} from '../../../generated/supervisor/graphql';
import { Decide } from '../../../records/Decide';
import { useFigures } from '../../../records/figures';
import { Record, Records } from '../../../records/Record';
import { useWords } from '../words';

type Month = NonNullable<NonNullable<KuukaudetQuery['attendanceMonths']>['nodes'][number]>;

/** The page of the days and months of the unit. */
export function Days(): ReactNode {
  const words = useWords();
  const days = useLook(VahvistettavatPaivatDocument, { ennen: today() });
  const months = useLook(KuukaudetDocument, {});
  const again = (): void => {
    days.again();
    months.again();
  };
  return (
    <Page title={words.ways.days} lead={words.daysLead}>
      <Answered look={days}>{(data) => <Unsettled data={data} />}</Answered>
      <Answered look={months}>
        {({ attendanceMonths }) => (
          <Records title={words.months} rows={attendanceMonths?.nodes ?? []} empty={words.noMonths}>
            {(month) => <OneMonth key={month.id} month={month} again={again} />}
          </Records>
        )}
      </Answered>
    </Page>
  );
}

function Unsettled({ data }: { data: VahvistettavatPaivatQuery }): ReactNode {
  const words = useWords();
  const { long } = useDays();
  const days = data.selvittamatta?.nodes ?? [];
  return (
    <>
      <dl className="figures">
        <div className="figure">
          <dt>{words.recordedDays}</dt>
          <dd>{data.kaikki?.totalCount ?? 0}</dd>
        </div>
        <div className="figure">
          <dt>{words.unsettled}</dt>
          <dd>{data.selvittamatta?.totalCount ?? 0}</dd>
        </div>
      </dl>
      <section className="stack" aria-label={words.unsettled}>
        <h2>{words.unsettled}</h2>
        {days.length ? (
          <ul className="tasks">
            {days.map((day) => (
              <li key={day.id}>
                <span className="strong">{`${day.client?.callName ?? ''} ${day.client?.lastName ?? ''}`}</span>
                <span className="quiet">{long(day.day)}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{words.noUnsettled}</p>
        )}
      </section>
    </>
  );
}

function OneMonth({ month, again }: { month: Month; again: () => void }): ReactNode {
  const { moment } = useDays();
  const { month: written } = useFigures();
  const titleOf = useTitles('ofType', 'AttendanceMonth');
  const name = written(month.month);
  return (
    <Record
      title={name}
      state={titleOf(month.state)}
      tone={month.state === 'LOCKED' ? '' : month.state === 'CONFIRMED' ? 'good' : 'note'}
      facts={[
        [titleOf('unit'), month.unit?.name],
        [titleOf('lockedAt'), moment(month.lockedAt)],
      ]}
      actions={<Decide type="AttendanceMonth" document={DecideMonthDocument} object={month} about={name} onDone={again} />}
    />
  );
}
