// An object is looked for on Enter and never per key: each search is a look.
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { documentOf, type ListPart, type Referred, rootOf, useTypeInfo } from '../content/type-info';
import { useNameOf } from '../content/naming';
import { useWords } from '../content/words';
import { usePage } from '../frame/page-context';
import type { Edited } from './FieldEdit';

const MOST_FOUND = 20;
type Given = Pick<Edited, 'field' | 'id' | 'value' | 'change'> & { told: string | undefined };

/** What is chosen, a search, and what it found to choose from. `value` is an id, or the object that was there before. */
export function ReferenceEdit({ field, id, value, change, told }: Given): ReactNode {
  const { service, language, announce } = usePage();
  const words = useWords();
  const info = useTypeInfo(field.target ?? '');
  const nameOf = useNameOf(field.target ?? '');
  const [text, setText] = useState('');
  const [found, setFound] = useState<ListPart | null>(null);
  const [chosen, setChosen] = useState<Referred | null>(value ? (value as Referred) : null);
  const find = async (): Promise<void> => {
    const document = info ? documentOf<{ [name: string]: ListPart }>(info, 'CHOOSE') : null;
    if (!document) return;
    const states = (field.possibleStates ?? []).filter((state) => info?.states.some(({ name }) => name === state));
    const filter = states.length ? { state: { in: states } } : null;
    const search = info?.isSearched && text.trim() ? { search: text.trim() } : {};
    const { data } = await service.ask(document, { filter, first: MOST_FOUND, ...search });
    const part = data ? rootOf<ListPart>(data) : null;
    setFound(part);
    announce(part?.nodes.length ? words.found(part.totalCount) : words.noneFound);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault(); // the form around is not sent
    void find();
  };
  const choose = (event: FormEvent<HTMLSelectElement>): void => {
    const one = found?.nodes.find((node) => node.id === event.currentTarget.value) ?? null;
    setChosen(one);
    change(one);
  };
  return (
    <div className="stack">
      <p>
        <span className="quiet small">{words.chosen}: </span>
        {chosen ? nameOf(chosen) : words.nothingChosen}
      </p>
      <div className="row">
        {info?.isSearched ? (
          <input
            id={id}
            type="search"
            className="grow"
            value={text}
            placeholder={words.findHint}
            aria-labelledby={`${id}-label`}
            aria-describedby={told}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKey}
          />
        ) : null}
        <button id={info?.isSearched ? undefined : id} type="button" className="button" aria-label={`${words.find}: ${field.titles[language]}`} onClick={() => void find()}>
          {words.find}
        </button>
      </div>
      {found ? (
        found.nodes.length ? (
          <select aria-labelledby={`${id}-label`} value={chosen?.id ?? ''} onChange={choose}>
            <option value="">{words.choose}</option>
            {found.nodes.map((node) => (
              <option key={node.id} value={node.id}>
                {nameOf(node)} · {info?.states.find(({ name }) => name === node.state)?.titles[language]}
              </option>
            ))}
          </select>
        ) : (
          <p className="quiet">{words.noneFound}</p>
        )
      ) : null}
    </div>
  );
}
