// The conditions of a list, by the kind of each field. They are kept in the page alone: no address and no browser has them.
import { type FormEvent, type ReactNode, useState } from 'react';
import { ReferenceEdit } from '../fields/ReferenceEdit';
import { usePage } from '../frame/page-context';
import { kindOf } from '../fields/kinds';
import { midnightOf } from '../fields/moments';
import type { FieldInfo, Referred, TypeInfo, Variables } from './type-info';
import { useWords } from './words';

/** What a list is asked for, as its document takes it. */
export type Wanted = { filter?: Variables | null; orderBy?: string | null; search?: string | null };
type Typed = { [name: string]: unknown };

/** The form of conditions; `show` is called when it is sent, never before. */
export function Filters({ info, show }: { info: TypeInfo; show: (wanted: Wanted) => void }): ReactNode {
  const words = useWords();
  const [typed, setTyped] = useState<Typed>({});
  const [round, setRound] = useState(0);
  const fields = info.fields.filter(({ filter, mayRead }) => filter && mayRead);
  const put = (name: string, value: unknown): void => setTyped((before) => ({ ...before, [name]: value }));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    show(wantedOf(fields, typed));
  };
  const clear = (): void => {
    setTyped({});
    setRound((before) => before + 1);
    show({});
  };
  const buttons = (
    <div className="row">
      <button type="submit" className="button">
        {words.show}
      </button>
      <button type="button" className="button slight" onClick={clear}>
        {words.clear}
      </button>
    </div>
  );
  return (
    <form className="stack" role="search" aria-label={words.filters} onSubmit={send}>
      {info.isSearched ? (
        <div className="field">
          <label htmlFor="search">{words.search}</label>
          <span id="search-hint" className="quiet small">
            {words.searchHint}
          </span>
          <input id="search" type="search" autoComplete="off" aria-describedby="search-hint" value={text(typed['search'])} onChange={(event) => put('search', event.target.value)} />
        </div>
      ) : null}
      <details className="filters">
        <summary>{words.filters}</summary>
        <div className="filter-grid" key={round}>
          <StateFilter info={info} typed={typed} put={put} />
          {fields.map((field) => (
            <Condition key={field.name} field={field} typed={typed} put={put} />
          ))}
          <OrderBy info={info} typed={typed} put={put} />
        </div>
        {info.isSearched ? null : buttons}
      </details>
      {info.isSearched ? buttons : null}
    </form>
  );
}

interface Shown {
  typed: Typed;
  put: (name: string, value: unknown) => void;
}

function StateFilter({ info, typed, put }: Shown & { info: TypeInfo }): ReactNode {
  const { language } = usePage();
  const words = useWords();
  return <Select id="filter-state" title={words.state} options={info.states.map(({ name, titles }) => [name, titles[language]])} value={typed['state']} put={(value) => put('state', value)} />;
}

function OrderBy({ info, typed, put }: Shown & { info: TypeInfo }): ReactNode {
  const { language } = usePage();
  const words = useWords();
  const ordered = info.fields.filter(({ order, mayRead }) => order && mayRead);
  const options: [string, string][] = [
    ['CREATED_DESC', words.newest],
    ['CREATED', words.oldest],
    ...ordered.flatMap(({ order, titles }): [string, string][] => [
      [order ?? '', `${titles[language]}, ${words.rising}`],
      [`${order}_DESC`, `${titles[language]}, ${words.falling}`],
    ]),
  ];
  return <Select id="order" title={words.order} options={options} value={typed['orderBy']} put={(value) => put('orderBy', value)} />;
}

function Condition({ field, typed, put }: Shown & { field: FieldInfo }): ReactNode {
  const { language, words: frame } = usePage();
  const words = useWords();
  const id = `filter-${field.name}`;
  const title = field.titles[language];
  const set = (value: unknown): void => put(field.name, value);
  switch (kindOf(field)) {
    case 'choice':
      return <Select id={id} title={title} options={field.options.map(({ token, titles }) => [token, titles[language]])} value={typed[field.name]} put={set} />;
    case 'boolean':
      return <Select id={id} title={title} options={[['true', frame.yes], ['false', frame.no]]} value={typed[field.name]} put={set} />;
    case 'reference':
      return (
        <div className="field" role="group" aria-labelledby={`${id}-label`}>
          <span className="label" id={`${id}-label`}>
            {title}
          </span>
          <ReferenceEdit field={{ ...field, possibleStates: [] }} id={id} value={null} change={set} told={undefined} />
        </div>
      );
    case 'date':
    case 'moment':
    case 'number': {
      const type = kindOf(field) === 'number' ? 'number' : 'date';
      const [from, to] = (typed[field.name] ?? ['', '']) as [string, string];
      return (
        <fieldset className="field pair">
          <legend className="label">{title}</legend>
          <label className="small" htmlFor={id}>
            {words.from}
            <input id={id} type={type} value={from} onChange={(event) => set([event.target.value, to])} />
          </label>
          <label className="small" htmlFor={`${id}-to`}>
            {words.to}
            <input id={`${id}-to`} type={type} value={to} onChange={(event) => set([from, event.target.value])} />
          </label>
        </fieldset>
      );
    }
    default:
      return (
        <div className="field">
          <label htmlFor={id}>{title}</label>
          <input id={id} type="text" autoComplete="off" value={text(typed[field.name])} onChange={(event) => set(event.target.value)} />
        </div>
      );
  }
}

function Select(one: { id: string; title: string; options: readonly (readonly [string, string])[]; value: unknown; put: (value: unknown) => void }): ReactNode {
  const words = useWords();
  return (
    <div className="field">
      <label htmlFor={one.id}>{one.title}</label>
      <select id={one.id} value={text(one.value)} onChange={(event) => one.put(event.target.value)}>
        <option value="">{words.any}</option>
        {one.options.map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function wantedOf(fields: readonly FieldInfo[], typed: Typed): Wanted {
  const filter: Variables = {};
  if (typed['state']) filter['state'] = { eq: typed['state'] };
  for (const field of fields) {
    const condition = conditionOf(field, typed[field.name]);
    if (condition) filter[field.name] = condition;
  }
  return {
    filter: Object.keys(filter).length ? filter : null,
    orderBy: text(typed['orderBy']) || null,
    ...(text(typed['search']).trim() ? { search: text(typed['search']).trim() } : {}),
  };
}

function conditionOf(field: FieldInfo, value: unknown): Variables | null {
  if (!value) return null;
  const kind = kindOf(field);
  if (kind === 'reference') return { eq: (value as Referred).id };
  if (kind === 'boolean') return { eq: value === 'true' };
  if (!Array.isArray(value)) return { eq: value };
  const [from, to] = (value as [string, string]).map((one, place) => (one && kind === 'moment' ? midnightOf(one, place) : one));
  const bound = (one: string): unknown => (kind === 'number' ? Number(one) : one);
  const last = kind === 'moment' ? 'lt' : 'lte';
  return from || to ? { ...(from ? { gte: bound(from) } : {}), ...(to ? { [last]: bound(to) } : {}) } : null;
}
