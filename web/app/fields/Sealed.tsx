// A sealed value is opened with a purpose, which is logged.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Problem } from '../ask';
import { type Content, documentOf, type FieldInfo, type TypeInfo } from '../content/type-info';
import { useWords } from '../content/words';
import { Dialog } from '../frame/Dialog';
import { Problems } from '../frame/Problems';
import { usePage } from '../frame/page-context';
import { PurposesToStateDocument, type PurposesToStateQuery } from '../generated/content/graphql';

type Purposes = NonNullable<NonNullable<PurposesToStateQuery['__type']>['enumValues']>;

/** A button, the question for the purpose, and then the value. */
export function Sealed({ info, field, id }: { info: TypeInfo; field: FieldInfo; id: string }): ReactNode {
  const { service, language } = usePage();
  const words = useWords();
  const [purposes, setPurposes] = useState<Purposes | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [value, setValue] = useState<string | null>(null);
  const ask = async (): Promise<void> => {
    const { data } = await service.ask(PurposesToStateDocument, {});
    setPurposes(data?.__type?.enumValues ?? []);
  };
  const open = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const purpose = new FormData(event.currentTarget).get('purpose');
    const document = documentOf<{ node: Content | null }>(info, 'SEALED', field.name);
    if (!document || !purpose) return;
    const answer = await service.ask(document, { id, purpose });
    setProblems(answer.problems);
    if (answer.problems.length) return;
    setPurposes(null);
    setValue(String(answer.data?.node?.[field.name] ?? '–'));
  };
  if (value !== null) return value;
  return (
    <>
      <span className="tag">{words.sealed}</span>{' '}
      <button type="button" className="button slight" aria-label={`${words.open}: ${field.titles[language]}`} onClick={() => void ask()}>
        {words.open}
      </button>
      <Dialog title={words.purpose} isOpen={purposes !== null} onClose={() => setPurposes(null)}>
        <form className="stack" onSubmit={(event) => void open(event)}>
          <p id="purpose-lead">{words.purposeLead}</p>
          <Problems problems={problems} />
          <div className="field">
            <label htmlFor="purpose">{words.reason}</label>
            <select id="purpose" name="purpose" aria-describedby="purpose-lead" required>
              <option value="">{words.choose}</option>
              {(purposes ?? []).map(({ name, description }) => (
                <option key={name} value={name}>
                  {description ?? name}
                </option>
              ))}
            </select>
          </div>
          <div>
            <button type="submit" className="button first">
              {words.open}
            </button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
