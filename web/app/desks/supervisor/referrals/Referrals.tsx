// The referral inbox: by the day until when the unit answers, and how much room there is.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Answered } from '../../../frame/Answered';
import { Changed } from '../../../frame/Changed';
import { today, useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { type Look, useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import {
  DecideReferralDocument,
  OnkoTilaaDocument,
  type OnkoTilaaQuery,
  SaapuneetDocument,
  type SaapuneetQuery,
} from '../../../generated/supervisor/graphql';
import { Decide } from '../../../records/Decide';
import { Record, Records } from '../../../records/Record';
import { useWords } from '../words';

type Received = NonNullable<NonNullable<SaapuneetQuery['referrals']>['nodes'][number]>;

/** The page of the referrals of the unit. */
export function Referrals(): ReactNode {
  const words = useWords();
  const waiting = useLook(SaapuneetDocument, { odottavat: ['SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'INFO_REQUESTED', 'INTERVIEW'] });
  const accepted = useLook(SaapuneetDocument, { odottavat: ['ACCEPTED', 'WAITLISTED'] });
  const room = useLook(OnkoTilaaDocument, {});
  const again = (): void => {
    for (const look of [waiting, accepted, room]) look.again();
  };
  return (
    <Page title={words.ways.referrals} lead={words.referralsLead}>
      <Changed types={['Referral']} show={again} />
      <Answered look={room}>{(data) => <Room data={data} />}</Answered>
      <Listed look={waiting} title={words.toAnswer} empty={words.noToAnswer} again={again} />
      <Listed look={accepted} title={words.accepted} empty={words.noAccepted} again={again} />
    </Page>
  );
}

interface Part {
  look: Look<SaapuneetQuery>;
  title: string;
  empty: string;
  again: () => void;
}

function Listed({ look, title, empty, again }: Part): ReactNode {
  return (
    <Answered look={look}>
      {({ referrals }) => (
        <Records title={title} rows={referrals?.nodes ?? []} empty={empty}>
          {(referral) => <OneReferral key={referral.id} referral={referral} again={again} />}
        </Records>
      )}
    </Answered>
  );
}

function OneReferral({ referral, again }: { referral: Received; again: () => void }): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const titleOf = useTitles('ofType', 'Referral');
  const serviceOf = useTitles('ofServices', '');
  const name = `${referral.firstNames ?? ''} ${referral.lastName ?? ''}`.trim();
  const isLate = (referral.dueOn ?? '9999') < today();
  return (
    <Record
      title={name}
      state={titleOf(referral.state)}
      tone={isLate ? 'bad' : 'note'}
      facts={[
        [titleOf('agency'), referral.agency?.name],
        [titleOf('serviceCode'), serviceOf(referral.serviceCode)],
        [titleOf('wantedStartOn'), whole(referral.wantedStartOn)],
        [titleOf('dueOn'), referral.dueOn ? <span className={isLate ? 'late' : ''}>{whole(referral.dueOn)}</span> : null],
        [words.awaited, referral.awaitedFiles?.map((file) => file.name).join(', ')],
      ]}
      actions={
        <>
          <Link className="button" href={`/referrals/${referral.id}`} aria-label={`${words.open}: ${name}`}>
            {words.open}
          </Link>
          <Decide type="Referral" document={DecideReferralDocument} object={referral} about={name} onDone={again} />
        </>
      }
    />
  );
}

function Room({ data }: { data: OnkoTilaaQuery }): ReactNode {
  const words = useWords();
  const places = data.units?.nodes.reduce((sum, unit) => sum + (unit.capacity ?? 0), 0) ?? 0;
  const figures: [string, number | null | undefined][] = [
    [words.capacity, places || null],
    [words.active, data.relationships?.totalCount],
    [words.acceptedCount, data.accepted?.totalCount],
    [words.waitingCount, data.waiting?.totalCount],
  ];
  return (
    <dl className="figures" aria-label={words.room}>
      {figures.map(([title, number]) =>
        number === null || number === undefined ? null : (
          <div key={title} className="figure">
            <dt>{title}</dt>
            <dd>{number}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
