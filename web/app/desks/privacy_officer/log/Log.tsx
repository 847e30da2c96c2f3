// The log: unusual looks of all units, and the signed checkpoints by which it is verified.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import {
  KaikkiPoikkeamatDocument,
  type KaikkiPoikkeamatQuery,
  TarkistuspisteetDocument,
} from '../../../generated/privacy_officer/graphql';
import { DataTable } from '../../../records/DataTable';
import { Record, Records } from '../../../records/Record';
import { useWords } from '../words';

type Anomaly = NonNullable<NonNullable<KaikkiPoikkeamatQuery['anomalies']>['nodes'][number]>;
const SHOWN = 16; // characters of a digest: enough to compare by eye

/** The page of the log. */
export function Log(): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const anomalies = useLook(KaikkiPoikkeamatDocument, {});
  const checkpoints = useLook(TarkistuspisteetDocument, {});
  return (
    <Page title={words.ways.log} lead={words.logLead}>
      <Answered look={anomalies}>
        {({ anomalies: found }) => (
          <Records title={words.anomalies} rows={found?.nodes ?? []} empty={words.noAnomalies}>
            {(anomaly, place) => <OneAnomaly key={place} anomaly={anomaly} />}
          </Records>
        )}
      </Answered>
      <section className="stack" aria-label={words.checkpoints}>
        <h2>{words.checkpoints}</h2>
        <p className="quiet">{words.checkpointsLead}</p>
        <Answered look={checkpoints}>
          {({ logCheckpoints }) => (
            <DataTable
              title={words.checkpoints}
              rows={logCheckpoints?.nodes ?? []}
              empty={words.noCheckpoints}
              columns={[
                { title: words.block, cell: (row) => row.block },
                { title: words.entries, cell: (row) => row.entries, isNumber: true },
                { title: words.signedAt, cell: (row) => moment(row.signedAt) },
                { title: words.tip, cell: (row) => <code>{row.tip.slice(0, SHOWN)}…</code> },
              ]}
            />
          )}
        </Answered>
      </section>
    </Page>
  );
}

function OneAnomaly({ anomaly }: { anomaly: Anomaly }): ReactNode {
  const { moment } = useDays();
  const titleOf = useTitles('ofType', 'Anomaly');
  const kindOf = useTitles('ofChoice', 'AnomalyKind');
  const settled = anomaly.history?.filter((one) => one.comment).map((one) => `${one.actorName}: ${one.comment}`);
  return (
    <Record
      title={`${anomaly.staffMember?.lastName ?? ''}, ${kindOf(anomaly.kind)}`}
      state={titleOf(anomaly.state)}
      tone={anomaly.state === 'OPEN' ? 'warn' : anomaly.state === 'CONFIRMED' ? 'bad' : 'good'}
      facts={[
        [titleOf('unit'), anomaly.unit?.name],
        [titleOf('startsAt'), moment(anomaly.startsAt)],
        [titleOf('count'), `${anomaly.count} / ${anomaly.threshold}`],
        [titleOf('firstEntry'), `${anomaly.firstEntry}–${anomaly.lastEntry}`],
      ]}
    >
      {settled?.map((sentence, place) => (
        <p key={place} className="text">
          {sentence}
        </p>
      ))}
    </Record>
  );
}
