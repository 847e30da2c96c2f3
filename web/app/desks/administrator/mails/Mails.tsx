// Mails that did not leave, to be tried again, and the latest log-ins.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook, usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import {
  EpaonnistuneetSahkopostitDocument,
  EventsOfMailsDocument,
  type EpaonnistuneetSahkopostitQuery,
  KirjautumisetDocument,
  RetryMailDocument,
} from '../../../generated/administrator/graphql';
import { DataTable } from '../../../records/DataTable';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { useWords } from '../words';

type Mail = NonNullable<NonNullable<EpaonnistuneetSahkopostitQuery['deliveries']>['nodes'][number]>;

/** The page of the mails and log-ins. */
export function Mails(): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const outcomeOf = useTitles('ofChoice', 'LoginOutcome');
  const mails = useLook(EpaonnistuneetSahkopostitDocument, {});
  const eventOf = useEventTitles();
  const logIns = useLook(KirjautumisetDocument, {});
  return (
    <Page title={words.ways.mails} lead={words.mailsLead}>
      <Answered look={mails}>
        {({ deliveries }) => (
          <Records title={words.failed} rows={deliveries?.nodes ?? []} empty={words.noFailed}>
            {(mail) => <OneMail key={mail.id} mail={mail} event={eventOf(mail.event)} again={mails.again} />}
          </Records>
        )}
      </Answered>
      <section className="stack" aria-label={words.logIns}>
        <h2>{words.logIns}</h2>
        <Answered look={logIns}>
          {({ loginEvents }) => (
            <DataTable
              title={words.logIns}
              rows={loginEvents?.nodes ?? []}
              empty={words.noLogIns}
              columns={[
                { title: words.when, cell: (row) => moment(row.at) },
                { title: words.whose, cell: (row) => row.account?.name ?? words.nameless },
                { title: words.outcome, cell: (row) => outcomeOf(row.outcome) },
                { title: words.network, cell: (row) => row.network },
              ]}
            />
          )}
        </Answered>
      </section>
    </Page>
  );
}

/** Return a function from an event to what it is called; empty while the titles are on their way. */
function useEventTitles(): (event: string) => string {
  const { language } = usePage();
  const fields = useLook(EventsOfMailsDocument, {}).answer?.data?.contentType?.fields;
  const events = fields?.find(({ name }) => name === 'event')?.options;
  return (event) => (events ? (events.find(({ token }) => token === event)?.titles[language] ?? event) : '');
}

function OneMail({ mail, event, again }: { mail: Mail; event: string; again: () => void }): ReactNode {
  const { moment } = useDays();
  const titleOf = useTitles('ofType', 'Delivery');
  const failureOf = useTitles('ofChoice', 'DeliveryFailure');
  const recipientOf = useTitles('ofChoice', 'RecipientKind');
  const failure = failureOf(mail.failure);
  return (
    <Record
      title={failure}
      facts={[
        [titleOf('event'), event],
        [titleOf('recipientKind'), recipientOf(mail.recipientKind)],
        [titleOf('attempts'), mail.attempts],
        [titleOf('modifiedAt'), moment(mail.modifiedAt)],
      ]}
      actions={<Decide type="Delivery" document={RetryMailDocument} object={{ id: mail.id, revision: mail.revision }} about={failure} onDone={again} />}
    />
  );
}
