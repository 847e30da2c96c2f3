// Requests for the persons represented: what was asked, and a new one.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Choice } from '../../fields/Choice';
import { LongText } from '../../fields/LongText';
import { Answered } from '../../frame/Answered';
import { useDays } from '../../frame/days';
import { useHold } from '../../frame/hold';
import { Page } from '../../frame/Page';
import { useCommand, useLook, usePage } from '../../frame/page-context';
import { Problems } from '../../frame/Problems';
import { useTitles } from '../../frame/titles';
import {
  AskForPersonDocument,
  type DataRequestKind,
  EdustettavanPyynnotDocument,
  type EdustettavanPyynnotQuery,
  RepresentedPersonsDocument,
  type RepresentedPersonsQuery,
} from '../../generated/guardian/graphql';
import { Record, Records } from '../../records/Record';
import { useWords } from './words';

type Request = NonNullable<NonNullable<EdustettavanPyynnotQuery['dataRequests']>['nodes'][number]>;
type Persons = NonNullable<RepresentedPersonsQuery['clients']>['nodes'];

/** The page of the requests. */
export function Requests(): ReactNode {
  const words = useWords();
  const requests = useLook(EdustettavanPyynnotDocument, {});
  const persons = useLook(RepresentedPersonsDocument, {});
  return (
    <Page title={words.ways.requests} lead={words.requestsLead} isReading>
      <Answered look={requests}>
        {({ dataRequests }) => (
          <Records title={words.sent} rows={dataRequests?.nodes ?? []} empty={words.noSent}>
            {(request, place) => <OneRequest key={place} request={request} />}
          </Records>
        )}
      </Answered>
      <Answered look={persons}>
        {({ clients }) => <NewRequest persons={clients?.nodes ?? []} onSent={requests.again} />}
      </Answered>
    </Page>
  );
}

function OneRequest({ request }: { request: Request }): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const kindOf = useTitles('ofChoice', 'DataRequestKind');
  const titleOf = useTitles('ofType', 'DataRequest');
  return (
    <Record title={kindOf(request.kind)} state={titleOf(request.state)} tone="note">
      <p className="quiet">{words.answerBy(whole(request.dueOn))}</p>
      {request.answer ? <p className="pre">{request.answer}</p> : null}
      {request.refusalText ? <p className="pre">{request.refusalText}</p> : null}
    </Record>
  );
}

function NewRequest({ persons, onSent }: { persons: Persons; onSent: () => void }): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const [whose, setWhose] = useState(persons[0]?.id ?? '');
  const [kind, setKind] = useState<DataRequestKind>('ACCESS');
  const [text, setText] = useState('');
  const [isSent, setSent] = useState(false);
  const ask = useCommand(AskForPersonDocument);
  useHold(text.trim() !== '');
  if (!persons.length) return null;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!(await ask.run({ request: { clientId: whose, kind, requestText: text } }))) return;
    setSent(true);
    setText('');
    announce(words.isSent);
    onSent();
  };
  return (
    <form className="card" aria-labelledby="new-request" onSubmit={(event) => void send(event)}>
      <h2 id="new-request">{words.ask}</h2>
      <Problems problems={ask.problems} inputs={{ requestText: 'request-text' }} />
      {isSent ? <p className="notice good">{words.isSent}</p> : null}
      <div className="field">
        <label htmlFor="request-whose">{words.whose}</label>
        <select id="request-whose" value={whose} onChange={(event) => setWhose(event.target.value)}>
          {persons.map((person) => (
            <option key={person.id} value={person.id}>{`${person.callName ?? ''} ${person.lastName ?? ''}`}</option>
          ))}
        </select>
      </div>
      <Choice label={words.kind} titles="DataRequestKind" value={kind} onChange={(one) => setKind(one as DataRequestKind)} />
      <div className="field">
        <label htmlFor="request-text">{words.text}</label>
        <LongText id="request-text" required most={2000} value={text} onChange={setText} />
      </div>
      <div>
        <button type="submit" className="button first" disabled={ask.isWaiting}>
          {words.send}
        </button>
      </div>
    </form>
  );
}
