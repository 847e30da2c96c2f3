// Who has looked at the persons represented.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { useDays } from '../../frame/days';
import { useList } from '../../frame/list';
import { More } from '../../frame/More';
import { Page } from '../../frame/Page';
import { useLook } from '../../frame/page-context';
import { KukaKatsoiEdustettavaaDocument, RepresentedPersonsDocument } from '../../generated/guardian/graphql';
import { DataTable } from '../../records/DataTable';
import { useLookers } from '../../records/lookers';
import { LOOKS_AT_ONCE as montako, pageOfLooks } from '../../records/looks';
import { usePurposes } from '../../records/purposes';
import { useWords } from './words';

/** The page of the looks. */
export function WhoLooked(): ReactNode {
  const words = useWords();
  const persons = useLook(RepresentedPersonsDocument, {});
  return (
    <Page title={words.ways.looks} lead={words.looksLead} isReading>
      <Answered look={persons}>
        {({ clients }) =>
          clients?.nodes.length ? (
            clients.nodes.map(({ id, callName, lastName }) => (
              <Looks key={id} asiakas={id} name={[callName, lastName].filter(Boolean).join(' ')} />
            ))
          ) : (
            <p className="card quiet">{words.noLooks}</p>
          )
        }
      </Answered>
    </Page>
  );
}

function Looks({ asiakas, name }: { asiakas: string; name: string }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const purposes = usePurposes();
  const lookerOf = useLookers();
  const list = useList(
    KukaKatsoiEdustettavaaDocument,
    (jalkeen) => ({ asiakas, montako, jalkeen }),
    ({ client }) => pageOfLooks(client?.accessLog),
  );
  const title = [words.ways.looks, name].filter(Boolean).join(': ');
  return (
    <section className="stack" aria-label={title}>
      {name ? <h2>{name}</h2> : null}
      <Answered look={list}>
        {(rows) => (
          <DataTable
            title={title}
            rows={rows}
            empty={words.noLooks}
            columns={[
              { title: words.when, cell: (row) => moment(row.at) },
              { title: words.who, cell: lookerOf },
              { title: words.why, cell: (row) => purposes(row.purpose) },
            ]}
          />
        )}
      </Answered>
      <More list={list} />
    </section>
  );
}
