// What management decides as the second person, and what it must know of.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { useDays } from '../../frame/days';
import { useList } from '../../frame/list';
import { Page } from '../../frame/Page';
import { useLook } from '../../frame/page-context';
import { useTitles } from '../../frame/titles';
import {
  ConfirmPurgeDocument,
  LoukkauksetJohdolleDocument,
  type LoukkauksetJohdolleQuery,
  MitaJohdoltaOdotetaanDocument,
  PurgesToConfirmDocument,
  type PurgesToConfirmQuery,
} from '../../generated/manager/graphql';
import { Decide } from '../../records/Decide';
import { Record, Records } from '../../records/Record';
import { Tasks } from '../../records/Tasks';
import { useWords } from './words';

type Purge = NonNullable<NonNullable<PurgesToConfirmQuery['purges']>['nodes'][number]>;
type Breach = NonNullable<NonNullable<LoukkauksetJohdolleQuery['dataBreaches']>['nodes'][number]>;

/** The page of what is to be decided. */
export function Decisions(): ReactNode {
  const words = useWords();
  const purges = useLook(PurgesToConfirmDocument, {});
  const breaches = useLook(LoukkauksetJohdolleDocument, {});
  const tasks = useList(MitaJohdoltaOdotetaanDocument, (jalkeen) => ({ jalkeen }), (data) => data.tasks, true);
  return (
    <Page title={words.ways.decisions} lead={words.decisionsLead}>
      <Answered look={purges}>
        {({ purges: found }) => (
          <Records title={words.purges} rows={found?.nodes ?? []} empty={words.noPurges}>
            {(purge) => <OnePurge key={purge.id} purge={purge} again={purges.again} />}
          </Records>
        )}
      </Answered>
      <Answered look={tasks}>
        {(found) => (
          <Tasks
            title={words.otherTasks}
            empty={words.noOtherTasks}
            ways={{}}
            tasks={found.filter(({ kind }) => kind !== 'PURGE_TO_CONFIRM')}
          />
        )}
      </Answered>
      <Answered look={breaches}>
        {({ dataBreaches }) => (
          <Records title={words.breaches} rows={dataBreaches?.nodes ?? []} empty={words.noBreaches}>
            {(breach, place) => <OneBreach key={place} breach={breach} />}
          </Records>
        )}
      </Answered>
    </Page>
  );
}

function OnePurge({ purge, again }: { purge: Purge; again: () => void }): ReactNode {
  const { whole } = useDays();
  const titleOf = useTitles('ofType', 'Purge');
  const kindOf = useTitles('ofChoice', 'PurgeKind');
  const basisOf = useTitles('ofTerms', 'purge_basis');
  const name = kindOf(purge.kind);
  return (
    <Record
      title={name}
      state={titleOf(purge.state)}
      tone="warn"
      facts={[
        [titleOf('basis'), basisOf(purge.basis)],
        [titleOf('judgedOn'), whole(purge.judgedOn)],
        [titleOf('proposedByName'), purge.proposedByName],
        [titleOf('approvedByName'), purge.approvedByName],
      ]}
      actions={<Decide type="Purge" document={ConfirmPurgeDocument} object={purge} about={name} onDone={again} />}
    />
  );
}

function OneBreach({ breach }: { breach: Breach }): ReactNode {
  const { moment } = useDays();
  const titleOf = useTitles('ofType', 'DataBreach');
  const riskOf = useTitles('ofChoice', 'BreachRisk');
  return (
    <Record
      title={breach.title}
      state={titleOf(breach.state)}
      tone={breach.reportedAt ? '' : 'bad'}
      facts={[
        [titleOf('risk'), riskOf(breach.risk)],
        [titleOf('noticedAt'), moment(breach.noticedAt)],
        [titleOf('dueAt'), moment(breach.dueAt)],
        [titleOf('reportedAt'), moment(breach.reportedAt)],
      ]}
    />
  );
}
