// Looks that must be settled: unusual ones of the unit's staff, and glass that was broken.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import {
  DecideAnomalyDocument,
  DecideEmergencyDocument,
  PoikkeavatKatselutDocument,
  type PoikkeavatKatselutQuery,
  TarkastettavatAvauksetDocument,
  type TarkastettavatAvauksetQuery,
} from '../../../generated/supervisor/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { useWords } from '../words';

type Anomaly = NonNullable<NonNullable<PoikkeavatKatselutQuery['anomalies']>['nodes'][number]>;
type Emergency = NonNullable<NonNullable<TarkastettavatAvauksetQuery['emergencyAccesses']>['nodes'][number]>;
type Person = { firstName?: string | null; callName?: string | null; lastName?: string | null } | null | undefined;

/** The page of the looks that must be settled. */
export function Access(): ReactNode {
  const words = useWords();
  const emergencies = useLook(TarkastettavatAvauksetDocument, {});
  const anomalies = useLook(PoikkeavatKatselutDocument, {});
  return (
    <Page title={words.ways.access} lead={words.accessLead}>
      <Answered look={emergencies}>
        {({ emergencyAccesses }) => (
          <Records title={words.emergencies} rows={emergencyAccesses?.nodes ?? []} empty={words.noEmergencies}>
            {(one) => <OneEmergency key={one.id} access={one} again={emergencies.again} />}
          </Records>
        )}
      </Answered>
      <Answered look={anomalies}>
        {({ anomalies: found }) => (
          <Records title={words.anomalies} rows={found?.nodes ?? []} empty={words.noAnomalies}>
            {(one) => <OneAnomaly key={one.id} anomaly={one} again={anomalies.again} />}
          </Records>
        )}
      </Answered>
    </Page>
  );
}

function OneEmergency({ access, again }: { access: Emergency; again: () => void }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const titleOf = useTitles('ofType', 'EmergencyAccess');
  const name = nameOf(access.staffMember);
  return (
    <Record
      title={name}
      state={titleOf(access.state)}
      tone={access.state === 'OPEN' ? 'bad' : 'warn'}
      facts={[
        [words.whose, nameOf(access.client)],
        [titleOf('createdAt'), moment(access.createdAt)],
        [titleOf('endsAt'), moment(access.endsAt)],
        [titleOf('reason'), access.reason],
      ]}
      actions={<Decide type="EmergencyAccess" document={DecideEmergencyDocument} object={access} about={name} onDone={again} />}
    />
  );
}

function OneAnomaly({ anomaly, again }: { anomaly: Anomaly; again: () => void }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const titleOf = useTitles('ofType', 'Anomaly');
  const kindOf = useTitles('ofChoice', 'AnomalyKind');
  const name = nameOf(anomaly.staffMember);
  return (
    <Record
      title={name}
      state={kindOf(anomaly.kind)}
      tone="warn"
      facts={[
        [titleOf('startsAt'), moment(anomaly.startsAt)],
        [titleOf('endsBefore'), moment(anomaly.endsBefore)],
        [titleOf('looks'), words.looks(anomaly.looks)],
        [titleOf('count'), words.overThreshold(anomaly.count, anomaly.threshold)],
      ]}
      actions={<Decide type="Anomaly" document={DecideAnomalyDocument} object={anomaly} about={name} onDone={again} />}
    />
  );
}

function nameOf(person: Person): string {
  return `${person?.firstName ?? person?.callName ?? ''} ${person?.lastName ?? ''}`.trim();
}
