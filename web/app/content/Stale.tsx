// Somebody else changed the object meanwhile: both values of each field, and nothing typed is lost.
import { type FormEvent, type ReactNode, useState } from 'react';
import { FieldView } from '../fields/FieldView';
import { usePage } from '../frame/page-context';
import { valueOf } from './ListPage';
import type { Content, FieldInfo } from './type-info';
import type { Values } from './FormPage';
import { useWords } from './words';

interface Shown {
  fields: readonly FieldInfo[];
  theirs: Content;
  changed: readonly string[];
  mine: Values;
  decide: (kept: Values) => void;
}

/** The choice for every field that both changed; `decide` gets what is still to be saved. */
export function Stale({ fields, theirs, changed, mine, decide }: Shown): ReactNode {
  const { language } = usePage();
  const words = useWords();
  const both = fields.filter(({ name, relation }) => name in mine && (changed.includes(name) || changed.includes(relation ?? '')));
  const [kept, setKept] = useState<readonly string[]>(both.map(({ name }) => name));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const given = new Set(both.map(({ name }) => name).filter((name) => !kept.includes(name)));
    decide(Object.fromEntries(Object.entries(mine).filter(([name]) => !given.has(name))));
  };
  return (
    <form className="stack-large" onSubmit={send}>
      <section className="notice warn" role="alert">
        <h2>{words.stale}</h2>
        <p>{words.staleLead}</p>
      </section>
      {both.map((field) => (
        <fieldset key={field.name} className="card">
          <legend>{field.titles[language]}</legend>
          <Side field={field} title={words.theirs} value={valueOf(field, theirs)} action={words.keepTheirs} isChosen={!kept.includes(field.name)} choose={() => setKept(kept.filter((name) => name !== field.name))} />
          <Side field={field} title={words.yours} value={mine[field.name]} action={words.keepYours} isChosen={kept.includes(field.name)} choose={() => setKept([...kept, field.name])} />
        </fieldset>
      ))}
      <div>
        <button type="submit" className="button first">
          {words.goOnEditing}
        </button>
      </div>
    </form>
  );
}

function Side(one: { field: FieldInfo; title: string; value: unknown; action: string; isChosen: boolean; choose: () => void }): ReactNode {
  const id = `${one.field.name}-${one.action}`;
  return (
    <div className="side">
      <p className="quiet small">{one.title}</p>
      <FieldView field={one.field} value={one.value} />
      <label className="tick" htmlFor={id}>
        <input id={id} type="radio" name={one.field.name} checked={one.isChosen} onChange={one.choose} />
        {one.action}
      </label>
    </div>
  );
}
