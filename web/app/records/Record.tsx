// One thing that is worked on, in a list: what it is, where it stands, its facts, and what may be done with it.
import type { ReactNode } from 'react';
import { usePage } from '../frame/page-context';

export type Fact = readonly [title: string, value: ReactNode];
export type Tone = 'good' | 'warn' | 'bad' | 'note' | '';

interface Shown {
  title: ReactNode;
  state?: string;
  tone?: Tone;
  facts?: readonly Fact[];
  actions?: ReactNode;
  children?: ReactNode;
}

/** One item of `Records`. A fact without a value is left out. */
export function Record({ title, state, tone = '', facts = [], actions, children }: Shown): ReactNode {
  const { words } = usePage();
  return (
    <li className="card record">
      <div className="record-head">
        <div className="row">
          <h3>{title || words.records.nameHidden}</h3>
          {state ? <span className={`tag ${tone}`}>{state}</span> : null}
        </div>
        {actions ? <div className="row">{actions}</div> : null}
      </div>
      <Facts facts={facts} />
      {children}
    </li>
  );
}

/** Facts beside each other, as many as there is room for. */
export function Facts({ facts }: { facts: readonly Fact[] }): ReactNode {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (!known.length) return null;
  return (
    <dl className="fact-row">
      {known.map(([title, value], place) => (
        <div key={place}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Listed<Row> {
  title: string;
  lead?: string;
  rows: readonly Row[];
  empty: string;
  children: (row: Row, place: number) => ReactNode;
}

/** A part of a page with its heading and a list, or what is said when nothing is in it. */
export function Records<Row>({ title, lead, rows, empty, children }: Listed<Row>): ReactNode {
  return (
    <section className="stack" aria-label={title}>
      <h2>
        {title} {rows.length ? <span className="quiet">({rows.length})</span> : null}
      </h2>
      {lead ? <p className="quiet">{lead}</p> : null}
      {rows.length ? <ul className="cards">{rows.map(children)}</ul> : <p className="quiet">{empty}</p>}
    </section>
  );
}
