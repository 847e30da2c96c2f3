// Who coaches whom, and who stands in: a substitute sees a client for the days of the cover alone.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { useList } from '../../../frame/list';
import { Page } from '../../../frame/Page';
import { useTitles } from '../../../frame/titles';
import { CaseloadsOfUnitDocument, type CaseloadsOfUnitQuery, DecideSubstitutionDocument } from '../../../generated/supervisor/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { useWords } from '../words';
import { NameSubstitute } from './NameSubstitute';

type Caseload = NonNullable<NonNullable<CaseloadsOfUnitQuery['relationships']>['nodes'][number]>;
type Covered = NonNullable<Caseload['client']>;

/** The page of the caseloads of the unit. */
export function Cover(): ReactNode {
  const words = useWords();
  const list = useList(CaseloadsOfUnitDocument, (after) => ({ after }), (data) => data.relationships, true);
  return (
    <Page title={words.ways.cover} lead={words.coverLead}>
      <Answered look={list}>
        {(caseloads) => (
          <Records title={words.caseloads} rows={caseloads} empty={words.noCaseloads}>
            {(one) => <OneCaseload key={one.id} caseload={one} again={list.again} />}
          </Records>
        )}
      </Answered>
    </Page>
  );
}

function OneCaseload({ caseload, again }: { caseload: Caseload; again: () => void }): ReactNode {
  const { whole } = useDays();
  const titleOf = useTitles('ofType', 'Relationship');
  const { client, unit, responsibleCoach: coach } = caseload;
  const name = `${client?.callName ?? ''} ${client?.lastName ?? ''}`.trim();
  return (
    <Record
      title={name}
      facts={[
        [titleOf('responsibleCoach'), coach ? `${coach.firstName} ${coach.lastName}` : null],
        [titleOf('unit'), unit?.name],
        [titleOf('startedOn'), whole(caseload.startedOn)],
      ]}
      actions={client && unit ? <NameSubstitute client={client.id} unit={unit.id} name={name} onDone={again} /> : null}
    >
      {client ? <Substitutes client={client} again={again} /> : null}
    </Record>
  );
}

function Substitutes({ client, again }: { client: Covered; again: () => void }): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const substitutes = client.substitutions?.nodes ?? [];
  if (!substitutes.length) return null;
  return (
    <ul className="tasks">
      {substitutes.map((one) => {
        const name = `${one.staffMember?.firstName ?? ''} ${one.staffMember?.lastName ?? ''}`.trim();
        return (
          <li key={one.id}>
            <span>
              <span className="strong">{name}</span> {words.substitute},{' '}
              {`${whole(one.startsOn)}–${one.endsBefore ? `${whole(one.endsBefore)} (${words.notIncluded})` : ''}`}
            </span>
            <Decide type="Substitution" document={DecideSubstitutionDocument} object={one} about={name} onDone={again} />
          </li>
        );
      })}
    </ul>
  );
}
