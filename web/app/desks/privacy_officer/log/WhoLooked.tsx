// Who has looked at one person: the log, without values; and who could.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { useList } from '../../../frame/list';
import { More } from '../../../frame/More';
import { Page } from '../../../frame/Page';
import { KayttolokiDocument } from '../../../generated/privacy_officer/graphql';
import { DataTable } from '../../../records/DataTable';
import { LOOKS_AT_ONCE as montako, pageOfLooks } from '../../../records/looks';
import { usePurposes } from '../../../records/purposes';
import { WhoSees } from '../../../records/sight/WhoSees';
import { useWords as useSightWords } from '../../../records/sight/words';
import { useWords } from '../words';

/** The page of the looks at one person. */
export function WhoLooked({ client }: { client: string }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const purposes = usePurposes();
  const { person } = useSightWords();
  const list = useList(
    KayttolokiDocument,
    (jalkeen) => ({ asiakas: client, montako, jalkeen }),
    (data) => pageOfLooks(data.client?.accessLog),
  );
  return (
    <Page title={words.whoLooked} lead={words.whoLookedLead}>
      <p>
        <Link href="/">← {words.toRequests}</Link>
      </p>
      <WhoSees id={client} title={person} />
      <Answered look={list}>
        {(rows) => (
          <DataTable
            title={words.whoLooked}
            rows={rows}
            empty={words.noLooks}
            columns={[
              { title: words.when, cell: (row) => moment(row.at) },
              { title: words.who, cell: (row) => row.actorName ?? row.authority },
              { title: words.purpose, cell: (row) => purposes(row.purpose) },
              { title: words.basis, cell: (row) => row.basis },
              { title: words.fields, cell: (row) => <span className="small">{(row.fields ?? []).join(', ')}</span> },
            ]}
          />
        )}
      </Answered>
      <More list={list} />
    </Page>
  );
}
