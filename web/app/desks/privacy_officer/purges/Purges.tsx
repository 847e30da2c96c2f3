// Purges: what would go now, proposals, and the decisions of two people.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook, usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import {
  DecidePurgeDocument,
  PurgesOfRegistersDocument,
  type PurgesOfRegistersQuery,
  RegistersToPurgeDocument,
  type RegistersToPurgeQuery,
} from '../../../generated/privacy_officer/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { useWords } from '../words';
import { Preview } from './Preview';

type Purge = NonNullable<NonNullable<PurgesOfRegistersQuery['purges']>['nodes'][number]>;
export type TypeTitle = (name: string) => string;

/** The page of the purges. */
export function Purges(): ReactNode {
  const words = useWords();
  const { language } = usePage();
  const registers = useLook(RegistersToPurgeDocument, {});
  const purges = useLook(PurgesOfRegistersDocument, {});
  const typeTitle = (data: RegistersToPurgeQuery): TypeTitle => {
    const titles = new Map(data.contentTypes.map((one) => [one.name.toLowerCase(), one.titles[language]]));
    return (name) => titles.get(name.replaceAll('_', '').toLowerCase()) ?? words.rowsOf[name] ?? name;
  };
  return (
    <Page title={words.ways.purges} lead={words.purgesLead}>
      <Answered look={registers}>
        {(data) => (
          <>
            {data.registers?.nodes.map((register) => (
              <Preview key={register.id} register={register} typeTitle={typeTitle(data)} onProposed={purges.again} />
            ))}
            <Answered look={purges}>
              {({ purges: found }) => (
                <Records title={words.proposed} rows={found?.nodes ?? []} empty={words.noProposed}>
                  {(purge) => <OnePurge key={purge.id} purge={purge} typeTitle={typeTitle(data)} again={purges.again} />}
                </Records>
              )}
            </Answered>
          </>
        )}
      </Answered>
    </Page>
  );
}

function OnePurge({ purge, typeTitle, again }: { purge: Purge; typeTitle: TypeTitle; again: () => void }): ReactNode {
  const words = useWords();
  const { whole, moment } = useDays();
  const titleOf = useTitles('ofType', 'Purge');
  const kindOf = useTitles('ofChoice', 'PurgeKind');
  const basisOf = useTitles('ofTerms', 'purge_basis');
  const name = kindOf(purge.kind);
  const deciders = [purge.proposedByName, purge.approvedByName, purge.confirmedByName].filter(Boolean).join(' → ');
  return (
    <Record
      title={name}
      state={titleOf(purge.state)}
      tone={purge.state === 'DONE' ? 'good' : 'note'}
      facts={[
        [titleOf('basis'), basisOf(purge.basis)],
        [titleOf('judgedOn'), whole(purge.judgedOn)],
        [words.decidedBy, deciders],
        [titleOf('doneAt'), moment(purge.doneAt)],
        [titleOf('counts'), purge.counts.map((one) => `${typeTitle(one.type)} ${one.rows}`).join(', ')],
      ]}
      actions={<Decide type="Purge" document={DecidePurgeDocument} object={purge} about={name} onDone={again} />}
    />
  );
}
