// What leads to an object. Asking is a look at all of it, so it is asked for by hand, part by part.
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Problem } from '../ask';
import { Problems } from '../frame/Problems';
import { usePage } from '../frame/page-context';
import { unprefixed, useNameOf } from './naming';
import { documentOf, type Referred, type TypeInfo, useTypeInfo } from './type-info';
import { useWords } from './words';

interface Reference {
  type: string;
  field: string;
  object: Referred;
}
type Found = { referencedBy: { nodes: readonly Reference[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } | null };
const PART = 25;

/** The objects that refer to this one, newest first; nothing where no type can. */
export function References({ info, id }: { info: TypeInfo; id: string }): ReactNode {
  const { service } = usePage();
  const words = useWords();
  const [found, setFound] = useState<readonly Reference[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const document = documentOf<Found>(info, 'REFERENCES');
  if (document === null) return null;
  const ask = async (after: string | null): Promise<void> => {
    const answer = await service.ask(document, { id, first: PART, after });
    const page = answer.data?.referencedBy;
    setProblems(answer.problems);
    if (answer.problems.length) return;
    setFound([...(after ? (found ?? []) : []), ...(page?.nodes ?? [])]);
    setNext(page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null);
  };
  return (
    <section className="card" aria-labelledby="references-title">
      <h2 id="references-title">{words.references}</h2>
      <Problems problems={problems} />
      {found?.length ? (
        <ul className="stack named">
          {found.map((one) => (
            <Row key={`${one.field} ${one.object.id}`} one={one} />
          ))}
        </ul>
      ) : null}
      {found && !found.length ? <p className="quiet">{words.noReferences}</p> : null}
      {found === null || next ? (
        <div>
          <button type="button" className="button" onClick={() => void ask(next)}>
            {next ? words.moreReferences : words.showReferences}
          </button>
        </div>
      ) : null}
    </section>
  );
}

function Row({ one: { type, field, object } }: { one: Reference }): ReactNode {
  const { language } = usePage();
  const nameOf = useNameOf(type);
  const info = useTypeInfo(type);
  const title = info?.fields.find(({ name }) => name === field)?.titles[language];
  return (
    <li>
      <Link href={`/${type}/${object.id}`}>{nameOf(unprefixed(type, object))}</Link>
      <p className="quiet small">{[info?.titles[language], title].filter(Boolean).join(': ')}</p>
    </li>
  );
}
