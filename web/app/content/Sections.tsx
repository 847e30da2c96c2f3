// The fields of an object in their sections, in the order of the declaration.
import type { ReactNode } from 'react';
import { usePage } from '../frame/page-context';
import type { FieldInfo } from './type-info';

interface Shown {
  fields: readonly FieldInfo[];
  children: (field: FieldInfo) => ReactNode;
}

/** One part for each section that has a field: what the record itself has comes last. */
export function Sections({ fields, children }: Shown): ReactNode {
  const { language } = usePage();
  const names = [...new Set(fields.map(({ section }) => section.name))];
  const inOrder = [...names.filter((name) => name !== 'record'), ...names.filter((name) => name === 'record')];
  return inOrder.map((name) => {
    const own = fields.filter(({ section }) => section.name === name);
    return (
      <section key={name} className="card" aria-labelledby={`section-${name}`}>
        <h2 id={`section-${name}`}>{own[0]?.section.titles[language]}</h2>
        {own.map((field) => children(field))}
      </section>
    );
  });
}
