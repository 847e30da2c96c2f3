// Systems of agencies and front ends: who calls the API, with which scopes, and their steps.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import {
  DecideFrontEndDocument,
  DecideSystemDocument,
  JarjestelmatDocument,
  type JarjestelmatQuery,
  KayttoliittymatDocument,
  type KayttoliittymatQuery,
} from '../../../generated/administrator/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { useWords } from '../words';
import { NewSystem } from './NewSystem';

type System = NonNullable<NonNullable<JarjestelmatQuery['agencyClients']>['nodes'][number]>;
type FrontEnd = NonNullable<NonNullable<KayttoliittymatQuery['frontEndClients']>['nodes'][number]>;

/** The page of the systems. */
export function Systems(): ReactNode {
  const words = useWords();
  const systems = useLook(JarjestelmatDocument, {});
  const frontEnds = useLook(KayttoliittymatDocument, {});
  return (
    <Page title={words.ways.systems} lead={words.systemsLead}>
      <Answered look={systems}>
        {({ agencyClients }) => (
          <Records title={words.agencySystems} rows={agencyClients?.nodes ?? []} empty={words.noSystems}>
            {(system) => <OneSystem key={system.id} system={system} again={systems.again} />}
          </Records>
        )}
      </Answered>
      <NewSystem onRegistered={systems.again} />
      <Answered look={frontEnds}>
        {({ frontEndClients }) => (
          <Records title={words.frontEnds} rows={frontEndClients?.nodes ?? []} empty={words.noSystems}>
            {(frontEnd) => <OneFrontEnd key={frontEnd.id} frontEnd={frontEnd} again={frontEnds.again} />}
          </Records>
        )}
      </Answered>
    </Page>
  );
}

function OneSystem({ system, again }: { system: System; again: () => void }): ReactNode {
  const { moment } = useDays();
  const titleOf = useTitles('ofType', 'AgencyClient');
  return (
    <Record
      title={system.name}
      state={titleOf(system.state)}
      tone={system.state === 'ACTIVE' ? 'good' : 'bad'}
      facts={[
        [titleOf('agency'), system.agency?.name],
        [titleOf('publicId'), <code key="id">{system.publicId}</code>],
        [titleOf('scopes'), <code key="scopes">{system.scopes.join(' ')}</code>],
        [titleOf('listedDocumentsOnly'), system.listedDocumentsOnly ? (system.documents ?? []).map(({ name }) => name).join(', ') || '0' : null],
        [titleOf('lastUsedAt'), moment(system.lastUsedAt)],
        [titleOf('expiresAt'), moment(system.expiresAt)],
      ]}
      actions={<Decide type="AgencyClient" document={DecideSystemDocument} object={system} about={system.name} onDone={again} />}
    />
  );
}

function OneFrontEnd({ frontEnd, again }: { frontEnd: FrontEnd; again: () => void }): ReactNode {
  const { moment } = useDays();
  const titleOf = useTitles('ofType', 'FrontEndClient');
  return (
    <Record
      title={frontEnd.name}
      state={titleOf(frontEnd.state)}
      tone={frontEnd.state === 'ACTIVE' ? 'good' : 'bad'}
      facts={[
        [titleOf('publicId'), <code key="id">{frontEnd.publicId}</code>],
        [titleOf('scopes'), <code key="scopes">{frontEnd.scopes.join(' ')}</code>],
        [titleOf('redirectUris'), frontEnd.redirectUris.join(', ')],
        [titleOf('origins'), (frontEnd.origins ?? []).join(', ')],
        [titleOf('revokedAt'), moment(frontEnd.revokedAt)],
      ]}
      actions={<Decide type="FrontEndClient" document={DecideFrontEndDocument} object={frontEnd} about={frontEnd.name} onDone={again} />}
    />
  );
}
