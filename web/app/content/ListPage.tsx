// A list of any type: filters and an order that are sent together, and pages by cursor. Each page is a look.
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { FieldView } from '../fields/FieldView';
import { Answered } from '../frame/Answered';
import { Page } from '../frame/Page';
import { useLook, usePage } from '../frame/page-context';
import { Filters, type Wanted } from './Filters';
import { type Chosen, hasSteps, Many } from './Many';
import { nameOf } from './naming';
import { SavedViews } from './SavedViews';
import { type Content, documentOf, type FieldInfo, type ListPart, rootOf, type TypeInfo, type Variables } from './type-info';
import { useWords } from './words';

const PAGE_SIZE = 25;
type Place = { first: number; after: string | null } | { last: number; before: string | null };
const BEGINNING: Place = { first: PAGE_SIZE, after: null };

/** The list of a type. */
export function ListPage({ info }: { info: TypeInfo }): ReactNode {
  const { language } = usePage();
  const words = useWords();
  const [wanted, setWanted] = useState<Wanted>({});
  const [place, setPlace] = useState<Place>(BEGINNING);
  const [chosen, choose] = useState<Chosen>(new Map());
  const document = documentOf<{ [name: string]: ListPart }>(info, 'LIST');
  if (document === null) throw new Error('A type has a list.');
  const look = useLook(document, { ...wanted, ...place } as Variables);
  const show = (asked: Wanted): void => {
    setPlace(BEGINNING);
    setWanted(asked);
    choose(new Map());
  };
  const actions = info.mayCreate && documentOf(info, 'CREATE') ? (
    <Link href={`/${info.name}/new`} className="button first">
      {words.add}
    </Link>
  ) : null;
  return (
    <Page title={info.titles[language]} actions={actions}>
      <Filters info={info} show={show} />
      <SavedViews info={info} wanted={wanted} show={show} />
      <Many info={info} chosen={chosen} choose={choose} done={look.again} />
      <Answered look={look}>
        {(data) => {
          const part = rootOf<ListPart>(data);
          return part ? <Part info={info} part={part} go={setPlace} chosen={chosen} choose={choose} /> : <p>{words.noneFound}</p>;
        }}
      </Answered>
    </Page>
  );
}

interface Choosing {
  info: TypeInfo;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
}

function Part({ part, go, ...choosing }: Choosing & { part: ListPart; go: (place: Place) => void }): ReactNode {
  const words = useWords();
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = part.pageInfo;
  return (
    <section className="stack" aria-label={words.found(part.totalCount)}>
      <p role="status" className="quiet">
        {part.nodes.length ? words.found(part.totalCount) : words.noneFound}
      </p>
      {part.nodes.length ? <Table {...choosing} nodes={part.nodes} /> : null}
      {hasPreviousPage || hasNextPage ? (
        <nav className="row" aria-label={words.pages}>
          <button type="button" className="button" disabled={!hasPreviousPage} onClick={() => go({ last: PAGE_SIZE, before: startCursor })}>
            {words.earlier}
          </button>
          <button type="button" className="button" disabled={!hasNextPage} onClick={() => go({ first: PAGE_SIZE, after: endCursor })}>
            {words.later}
          </button>
        </nav>
      ) : null}
    </section>
  );
}

function Table({ info, nodes, chosen, choose }: Choosing & { nodes: readonly Content[] }): ReactNode {
  const { language } = usePage();
  const words = useWords();
  const columns = info.fields.filter(({ isColumn }) => isColumn);
  const called = (node: Content): string => nameOf(info, node, language) || `${info.titles[language]}, ${words.untitled}`;
  const areAll = nodes.every(({ id }) => chosen.has(id));
  const set = (some: readonly Content[], isChosen: boolean): void => {
    const others = [...chosen].filter(([id]) => !some.some((node) => node.id === id));
    choose(new Map(isChosen ? [...others, ...some.map((node) => [node.id, node] as const)] : others));
  };
  const stateOf = (node: Content): string => info.states.find(({ name }) => name === node.state)?.titles[language] ?? '';
  return (
    <table className="table folding">
      <thead>
        <tr>
          {hasSteps(info) ? (
            <td>
              <input type="checkbox" aria-label={words.chooseAll} checked={areAll} onChange={() => set(nodes, !areAll)} />
            </td>
          ) : null}
          <th scope="col">{words.name}</th>
          {columns.map((field) => (
            <th key={field.name} scope="col">
              {field.titles[language]}
            </th>
          ))}
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {nodes.map((node) => (
          <tr key={node.id}>
            {hasSteps(info) ? (
              <td data-title={words.choose}>
                <input
                  type="checkbox"
                  aria-label={words.chooseOne(called(node))}
                  checked={chosen.has(node.id)}
                  onChange={() => set([node], !chosen.has(node.id))}
                />
              </td>
            ) : null}
            <th scope="row">
              <Link href={`/${info.name}/${node.id}`}>{called(node)}</Link>
            </th>
            {columns.map((field) => (
              <td key={field.name} data-title={field.titles[language]}>
                <FieldView field={field} value={valueOf(field, node)} />
              </td>
            ))}
            <td data-title={words.state}>
              <span className="tag">{stateOf(node)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Return the value of a field of an object; of a reference the object that it leads to. */
export function valueOf(field: FieldInfo, object: { [name: string]: unknown }): unknown {
  return object[field.relation ?? field.name];
}
