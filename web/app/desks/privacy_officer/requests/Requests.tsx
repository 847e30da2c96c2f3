// Requests of people, with their clocks and their next steps.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Answered } from '../../../frame/Answered';
import { today, useDays } from '../../../frame/days';
import { useList } from '../../../frame/list';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import {
  DecideRequestDocument,
  MitaTietosuojaltaOdotetaanDocument,
  RequestsByClockDocument,
  type RequestsByClockQuery,
} from '../../../generated/privacy_officer/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records, type Tone } from '../../../records/Record';
import { Tasks } from '../../../records/Tasks';
import { WAYS } from '../task-ways';
import { useWords } from '../words';

type Request = NonNullable<NonNullable<RequestsByClockQuery['dataRequests']>['nodes'][number]>;
const DAY_MS = 86_400_000;
const SOON = 7; // days, as the reminder of the service

/** The page of the requests. */
export function Requests(): ReactNode {
  const words = useWords();
  const requests = useLook(RequestsByClockDocument, {});
  const tasks = useList(MitaTietosuojaltaOdotetaanDocument, (jalkeen) => ({ jalkeen }), (data) => data.tasks, true);
  return (
    <Page title={words.ways.requests} lead={words.requestsLead}>
      <Answered look={requests}>
        {({ dataRequests }) => (
          <Records title={words.open} rows={dataRequests?.nodes ?? []} empty={words.noOpen}>
            {(request) => <OneRequest key={request.id} request={request} again={requests.again} />}
          </Records>
        )}
      </Answered>
      <Answered look={tasks}>
        {(found) => (
          <Tasks
            title={words.otherTasks}
            empty={words.noOtherTasks}
            ways={WAYS}
            tasks={found.filter((task) => task.kind !== 'DATA_REQUEST_DUE')}
          />
        )}
      </Answered>
    </Page>
  );
}

function OneRequest({ request, again }: { request: Request; again: () => void }): ReactNode {
  const words = useWords();
  const { whole, moment } = useDays();
  const titleOf = useTitles('ofType', 'DataRequest');
  const kindOf = useTitles('ofChoice', 'DataRequestKind');
  const channelOf = useTitles('ofTerms', 'request_channel');
  const proofOf = useTitles('ofTerms', 'identity_proof');
  const reasonOf = useTitles('ofTerms', 'extension_reason');
  const kind = kindOf(request.kind);
  return (
    <Record
      title={kind}
      state={titleOf(request.state)}
      tone={request.answeredOn ? 'good' : 'note'}
      facts={[
        [words.clock, request.answeredOn ? null : <Clock dueOn={request.dueOn} />],
        [titleOf('dueOn'), whole(request.dueOn)],
        [titleOf('receivedOn'), whole(request.receivedOn)],
        [titleOf('channel'), channelOf(request.channel)],
        [titleOf('identityProof'), proofOf(request.identityProof)],
        [titleOf('extensionReason'), reasonOf(request.extensionReason)],
        [titleOf('packageExpiresAt'), moment(request.packageExpiresAt)],
        [titleOf('answeredOn'), whole(request.answeredOn)],
      ]}
      actions={
        <>
          <Decide type="DataRequest" document={DecideRequestDocument} object={request} about={kind} onDone={again} />
          {request.client ? (
            <Link className="button" href={`/log/${request.client.id}`}>
              {words.whoLooked}
            </Link>
          ) : null}
        </>
      }
    />
  );
}

/** How long there is until the answer must be given. */
function Clock({ dueOn }: { dueOn: string }): ReactNode {
  const words = useWords();
  const left = Math.round((Date.parse(dueOn) - Date.parse(today())) / DAY_MS);
  const tone: Tone = left < 0 ? 'bad' : left <= SOON ? 'warn' : '';
  return <span className={`tag ${tone}`}>{words.daysLeft(left)}</span>;
}
