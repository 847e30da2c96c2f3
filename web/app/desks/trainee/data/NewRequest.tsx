// A new request of a person about the own data, in the own words.
import { type FormEvent, type ReactNode, useState } from 'react';
import { Choice } from '../../../fields/Choice';
import { LongText } from '../../../fields/LongText';
import { useDays } from '../../../frame/days';
import { useHold } from '../../../frame/hold';
import { useCommand, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { AskAsDataSubjectDocument, type DataRequestKind } from '../../../generated/trainee/graphql';
import { useWords } from '../words';

/** The form of a new request. */
export function NewRequest({ onSent }: { onSent: () => void }): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const { whole } = useDays();
  const [kind, setKind] = useState<DataRequestKind>('ACCESS');
  const [text, setText] = useState('');
  const [sent, setSent] = useState('');
  const ask = useCommand(AskAsDataSubjectDocument);
  useHold(text.trim() !== '');
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = (await ask.run({ request: { kind, requestText: text } }))?.createDataRequest.dataRequest;
    if (!done) return;
    const said = words.requestSent(whole(done.dueOn));
    setSent(said);
    setText('');
    announce(said);
    onSent();
  };
  return (
    <form className="card" aria-labelledby="new-request" onSubmit={(event) => void send(event)}>
      <h2 id="new-request">{words.newRequest}</h2>
      <Problems problems={ask.problems} inputs={{ requestText: 'request-text' }} />
      {sent ? <p className="notice good">{sent}</p> : null}
      <Choice label={words.requestKind} titles="DataRequestKind" value={kind} onChange={(one) => setKind(one as DataRequestKind)} />
      <div className="field">
        <label htmlFor="request-text">{words.requestText}</label>
        <LongText id="request-text" required most={2000} value={text} onChange={setText} />
      </div>
      <div>
        <button type="submit" className="button first" disabled={ask.isWaiting}>
          {words.sendRequest}
        </button>
      </div>
    </form>
  );
}
