// What leads to an object. Asking is a look at all of it, so it is asked for by hand, part by part.
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Asked } from '../ask';
import { Answered } from '../frame/Answered';
import { useList } from '../frame/list';
import { More } from '../frame/More';
import { usePage } from '../frame/page-context';
import { unprefixed, useNameOf } from './naming';
import { documentOf, type Referred, type TypeInfo, useTypeInfo, type Variables } from './type-info';
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
  const words = useWords();
  const [isAsked, setAsked] = useState(false);
  const document = documentOf<Found>(info, 'REFERENCES');
  if (document === null) return null;
  return (
    <section className="card" aria-labelledby="references-title">
      <h2 id="references-title">{words.references}</h2>
      {isAsked ? (
        <Everything document={document} id={id} />
      ) : (
        <div>
          <button type="button" className="button" onClick={() => setAsked(true)}>
            {words.showReferences}
          </button>
        </div>
      )}
    </section>
  );
}

function Everything({ document, id }: { document: Asked<Found, Variables>; id: string }): ReactNode {
  const words = useWords();
  const list = useList(document, (after) => ({ id, first: PART, after }) as Variables, (data) => data.referencedBy);
  return (
    <>
      <Answered look={list}>
        {(found) =>
          found.length ? (
            <ul className="stack named">
              {found.map((one) => (
                <Row key={`${one.field} ${one.object.id}`} one={one} />
              ))}
            </ul>
          ) : (
            <p className="quiet">{words.noReferences}</p>
          )
        }
      </Answered>
      <More list={list} label={words.moreReferences} />
    </>
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
