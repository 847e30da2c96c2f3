// Who has looked at one person: the log, without values.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { KayttolokiDocument } from '../../../generated/privacy_officer/graphql';
import { DataTable } from '../../../records/DataTable';
import { usePurposes } from '../../../records/purposes';
import { useWords } from '../words';

/** The page of the looks at one person. */
export function WhoLooked({ client }: { client: string }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const purposes = usePurposes();
  const look = useLook(KayttolokiDocument, { asiakas: client });
  return (
    <Page title={words.whoLooked} lead={words.whoLookedLead}>
      <p>
        <Link href="/">← {words.toRequests}</Link>
      </p>
      <Answered look={look}>
        {(data) => (
          <DataTable
            title={words.whoLooked}
            rows={data.client?.accessLog ?? []}
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
    </Page>
  );
}
