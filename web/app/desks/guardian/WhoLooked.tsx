// Who has looked at the persons represented.
import type { ReactNode } from 'react';
import { Answered } from '../../frame/Answered';
import { useDays } from '../../frame/days';
import { Page } from '../../frame/Page';
import { useLook } from '../../frame/page-context';
import { KukaKatsoiEdustettavaaDocument } from '../../generated/guardian/graphql';
import { DataTable } from '../../records/DataTable';
import { useLookers } from '../../records/lookers';
import { usePurposes } from '../../records/purposes';
import { useWords } from './words';

/** The page of the looks. */
export function WhoLooked(): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const purposes = usePurposes();
  const lookerOf = useLookers();
  const look = useLook(KukaKatsoiEdustettavaaDocument, {});
  return (
    <Page title={words.ways.looks} lead={words.looksLead} isReading>
      <Answered look={look}>
        {({ clients }) => (
          <DataTable
            title={words.ways.looks}
            rows={(clients?.nodes ?? []).flatMap((person) => person.accessLog ?? [])}
            empty={words.noLooks}
            columns={[
              { title: words.when, cell: (row) => moment(row.at) },
              { title: words.who, cell: lookerOf },
              { title: words.why, cell: (row) => purposes(row.purpose) },
            ]}
          />
        )}
      </Answered>
    </Page>
  );
}
