// Whose affairs, and which rights; what waits comes first.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { useDays } from '../../frame/days';
import { useList } from '../../frame/list';
import { Page } from '../../frame/Page';
import { useLook } from '../../frame/page-context';
import { useTitles } from '../../frame/titles';
import { EdustettavaHenkiloDocument, type EdustettavaHenkiloQuery, EdustettavanTehtavatDocument } from '../../generated/guardian/graphql';
import { Record, Records } from '../../records/Record';
import { Tasks } from '../../records/Tasks';
import { WAYS } from './task-ways';
import { useWords } from './words';

type Right = NonNullable<NonNullable<EdustettavaHenkiloQuery['representations']>['nodes'][number]>;
type Person = NonNullable<NonNullable<EdustettavaHenkiloQuery['clients']>['nodes'][number]>;
type Period = { state: string; startsOn?: string | null; endsOn?: string | null };

/** The page of the persons and rights. */
export function Persons(): ReactNode {
  const words = useWords();
  const persons = useLook(EdustettavaHenkiloDocument, {});
  const tasks = useList(EdustettavanTehtavatDocument, (jalkeen) => ({ jalkeen }), (data) => data.tasks, true);
  return (
    <Page title={words.ways.persons} lead={words.personsLead} isReading>
      <Answered look={tasks}>
        {(waiting) => <Tasks title={words.waits} empty={words.nothingWaits} tasks={waiting} ways={WAYS} />}
      </Answered>
      <Answered look={persons}>
        {({ clients, representations }) => (
          <>
            <Records title={words.persons} rows={clients?.nodes ?? []} empty={words.noPersons}>
              {(person, place) => <OnePerson key={place} person={person} />}
            </Records>
            <Records title={words.rights} rows={representations?.nodes ?? []} empty={words.noRights}>
              {(right, place) => <OneRight key={place} right={right} />}
            </Records>
          </>
        )}
      </Answered>
    </Page>
  );
}

function OnePerson({ person }: { person: Person }): ReactNode {
  const words = useWords();
  const titleOf = useTitles('ofType', 'Client');
  return (
    <Record title={`${person.callName ?? ''} ${person.lastName ?? ''}`} facts={[[titleOf('phones'), person.phones?.join(', ')]]}>
      <Periods title={words.programmes} type="Programme" periods={person.programmes?.nodes ?? []} />
      <Periods title={words.contracts} type="Contract" periods={person.contracts?.nodes ?? []} />
    </Record>
  );
}

function Periods({ title, type, periods }: { title: string; type: string; periods: readonly Period[] }): ReactNode {
  const { whole } = useDays();
  const titleOf = useTitles('ofType', type);
  if (!periods.length) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {periods.map((one, place) => (
          <li key={place} className="row">
            <span>{`${whole(one.startsOn)}–${whole(one.endsOn)}`}</span>
            <span className="tag">{titleOf(one.state)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function OneRight({ right }: { right: Right }): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const kindOf = useTitles('ofChoice', 'RepresentationKind');
  const matterOf = useTitles('ofChoice', 'Matter');
  return (
    <Record
      title={kindOf(right.kind)}
      facts={[
        [words.period, `${whole(right.validFrom)}–${right.validUntil ? whole(right.validUntil) : ` ${words.untilFurther}`}`],
      ]}
    >
      <div>
        <h4>{words.mayDo}</h4>
        <ul className="row">
          {right.matters.map((matter) => (
            <li key={matter} className="tag note">
              {matterOf(matter)}
            </li>
          ))}
        </ul>
      </div>
    </Record>
  );
}
