// My data: what is recorded under the titles of its fields, what I asked for, and a new request.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook, usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { OmatPyynnotDocument, type OmatPyynnotQuery, OmatTietoniDocument, type OmatTietoniQuery } from '../../../generated/trainee/graphql';
import { useWords } from '../words';
import { NewRequest } from './NewRequest';

type Person = NonNullable<NonNullable<OmatTietoniQuery['clients']>['nodes'][number]>;
type Request = NonNullable<NonNullable<OmatPyynnotQuery['dataRequests']>['nodes'][number]>;
const SHOWN = ['firstNames', 'callName', 'lastName', 'dateOfBirth', 'phones', 'email', 'streetAddress', 'postalCode', 'city'] as const;

/** The page of my data and my requests. */
export function MyData(): ReactNode {
  const words = useWords();
  const data = useLook(OmatTietoniDocument, {});
  const requests = useLook(OmatPyynnotDocument, {});
  return (
    <Page title={words.ways.data} lead={words.dataLead} isReading>
      <section className="stack" aria-labelledby="recorded">
        <h2 id="recorded">{words.recorded}</h2>
        <Answered look={data}>
          {({ clients }) => clients?.nodes.map((person, place) => <Recorded key={place} person={person} />)}
        </Answered>
      </section>
      <section className="stack" aria-labelledby="requests">
        <h2 id="requests">{words.requests}</h2>
        <Answered look={requests}>{({ dataRequests }) => <Requests requests={dataRequests?.nodes ?? []} />}</Answered>
      </section>
      <NewRequest onSent={requests.again} />
    </Page>
  );
}

function Recorded({ person }: { person: Person }): ReactNode {
  const words = useWords();
  const { language } = usePage();
  const { whole } = useDays();
  const titleOf = useTitles('ofType', 'Client');
  const coach = person.relationships?.nodes.find(({ state }) => state === 'ACTIVE')?.responsibleCoach;
  const written = (name: (typeof SHOWN)[number]): string => {
    const value = person[name];
    if (name === 'dateOfBirth') return whole(person.dateOfBirth);
    return Array.isArray(value) ? new Intl.ListFormat(`${language}-FI`).format(value) : String(value ?? '');
  };
  return (
    <dl className="card facts">
      {SHOWN.filter((name) => person[name] !== null).map((name) => (
        <Fact key={name} title={titleOf(name)} text={written(name)} />
      ))}
      {coach ? <Fact title={words.coach} text={`${coach.firstName} ${coach.lastName}`} /> : null}
    </dl>
  );
}

function Fact({ title, text }: { title: string; text: string }): ReactNode {
  return (
    <>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </>
  );
}

function Requests({ requests }: { requests: readonly Request[] }): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const kindOf = useTitles('ofChoice', 'DataRequestKind');
  const stateOf = useTitles('ofType', 'DataRequest');
  if (!requests.length) return <p className="quiet">{words.noRequests}</p>;
  return (
    <ul className="cards">
      {requests.map((request, place) => (
        <li key={place} className="card">
          <div className="row apart">
            <h3>{kindOf(request.kind)}</h3>
            <span className="tag">{stateOf(request.state)}</span>
          </div>
          <p className="quiet">{words.answerBy(whole(request.dueOn))}</p>
          {request.answer ? <p>{request.answer}</p> : null}
          {request.refusalText ? <p>{request.refusalText}</p> : null}
        </li>
      ))}
    </ul>
  );
}
