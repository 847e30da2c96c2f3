// Who looked: first what left the organisation, then every look, and who could. The fields come under their titles.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { type List, useList } from '../../../frame/list';
import { More } from '../../../frame/More';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { WhoAmIDocument } from '../../../generated/frame/graphql';
import { KenelleTietojaniDocument, KukaKatsoiDocument } from '../../../generated/trainee/graphql';
import { useLookers } from '../../../records/lookers';
import { LOOKS_AT_ONCE as montako, pageOfLooks } from '../../../records/looks';
import { WhoSees } from '../../../records/sight/WhoSees';
import { useWords as useSightWords } from '../../../records/sight/words';
import { useWords } from '../words';
import { Fields } from './Fields';

/** The page of who looked at my data. */
export function WhoLooked(): ReactNode {
  const words = useWords();
  const { own } = useSightWords();
  const lookerOf = useLookers();
  const me = useLook(WhoAmIDocument, {}).answer?.data?.viewer.clientId;
  const disclosures = useList(
    KenelleTietojaniDocument,
    (jalkeen) => ({ montako, jalkeen }),
    ({ clients }) => pageOfLooks(clients?.nodes[0]?.disclosures),
  );
  const looks = useList(
    KukaKatsoiDocument,
    (jalkeen) => ({ montako, jalkeen }),
    ({ clients }) => pageOfLooks(clients?.nodes[0]?.accessLog),
  );
  return (
    <Page title={words.ways.looks} lead={words.looksLead} isReading>
      <Looks id="disclosed" title={words.disclosed} lead={words.disclosedLead} none={words.noDisclosures} list={disclosures}>
        {(one) => [lookerOf(one), words.bases[one.basis ?? ''] ?? one.basis]}
      </Looks>
      {me ? <WhoSees id={me} title={own} /> : null}
      <Looks id="looks" title={words.allLooks} none={words.noLooks} list={looks}>
        {(one) => [one.basis === 'OWN_DATA' ? words.yourself : lookerOf(one), purposesOf(one.purpose, words.purposes)]}
      </Looks>
    </Page>
  );
}

interface Look {
  cursor: string;
  at: string | null;
  fields: string[] | null;
}

interface Shown<One extends Look> {
  id: string;
  title: string;
  lead?: string;
  none: string;
  list: List<One>;
  children: (one: One) => readonly [who: ReactNode, why: ReactNode];
}

function Looks<One extends Look>({ id, title, lead, none, list, children }: Shown<One>): ReactNode {
  const { moment } = useDays();
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Answered look={list}>
        {(found) => (
          <>
            {found.length ? lead && <p className="quiet">{lead}</p> : <p className="quiet">{none}</p>}
            <ul className="list">
              {found.map((one) => {
                const [who, why] = children(one);
                return (
                  <li key={one.cursor} className="look">
                    <span className="strong">{who}</span>
                    <span className="quiet small">{moment(one.at)}</span>
                    <span>{why}</span>
                    <Fields fields={one.fields ?? []} />
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </Answered>
      <More list={list} />
    </section>
  );
}

function purposesOf(text: string | null, purposes: Record<string, string>): string {
  return (text ?? '').split(/[\s,]+/).map((one) => purposes[one] ?? one).join(', ');
}
