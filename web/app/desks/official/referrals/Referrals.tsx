// Where the own referrals are: the live state of each, what the unit asks, and what may be done.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Answered } from '../../../frame/Answered';
import { Changed } from '../../../frame/Changed';
import { useDays } from '../../../frame/days';
import { useList } from '../../../frame/list';
import { More } from '../../../frame/More';
import { Page } from '../../../frame/Page';
import { useTitles } from '../../../frame/titles';
import {
  DecideReferralDocument,
  MitaMinultaKysytaanDocument,
  type MitaMinultaKysytaanQuery,
  OwnReferralsDocument,
  type OwnReferralsQuery,
  type ReferralState,
} from '../../../generated/official/graphql';
import { Decide } from '../../../records/Decide';
import { Tasks } from '../../../records/Tasks';
import { WAYS } from '../task-ways';
import { useWords } from '../words';

type Task = MitaMinultaKysytaanQuery['tasks']['nodes'][number];
type Referral = NonNullable<OwnReferralsQuery['referrals']>['nodes'][number];
/** Nothing is left for the organisation to do. */
const SETTLED: ReadonlySet<ReferralState> = new Set(['STARTED', 'REJECTED', 'EXPIRED', 'NO_SHOW', 'WITHDRAWN', 'CLOSED']);

/** The page of the own agency's referrals; the next ones are fetched when they are asked for. */
export function Referrals(): ReactNode {
  const words = useWords();
  const tasks = useList(MitaMinultaKysytaanDocument, (jalkeen) => ({ jalkeen }), (data) => data.tasks, true);
  const list = useList(OwnReferralsDocument, (after) => ({ after }), (data) => data.referrals);
  const write = (
    <Link className="button first" href="/new">
      {words.write}
    </Link>
  );
  return (
    <Page title={words.ways.referrals} lead={words.referralsLead} actions={write}>
      <Answered look={tasks}>
        {(found) => (found.length ? <Tasks title={words.waits} empty="" tasks={found} about={nameOf} ways={WAYS} /> : null)}
      </Answered>
      <Changed types={['Referral']} show={list.again} />
      <Answered look={list}>
        {(referrals) =>
          referrals.length ? (
            <ul className="cards">
              {referrals.map((referral) => (
                <ReferralCard key={referral.id} referral={referral} again={list.again} />
              ))}
            </ul>
          ) : (
            <p className="card quiet">{words.noReferrals}</p>
          )
        }
      </Answered>
      <More list={list} />
    </Page>
  );
}

/** The referred person, or what is proposed. */
function nameOf({ object }: Task): ReactNode {
  return ('text' in object ? object.text : 'lastName' in object ? object.lastName : '') || '';
}

function ReferralCard({ referral, again }: { referral: Referral; again: () => void }): ReactNode {
  const words = useWords();
  const { whole, moment } = useDays();
  const stateOf = useTitles('ofType', 'Referral');
  const programmeOf = useTitles('ofType', 'Programme');
  const name = [referral.firstNames, referral.lastName].filter(Boolean).join(' ');
  return (
    <li className="card">
      <div className="row apart">
        <h2>{name || '–'}</h2>
        <span className="tag note">{stateOf(referral.state)}</span>
      </div>
      <p className="quiet small">
        {words.changed} {moment(referral.modifiedAt)}
        {referral.receivedAt ? ` · ${words.received} ${moment(referral.receivedAt)}` : ''}
      </p>
      {referral.programmes?.nodes.map((programme, place) => (
        <p key={place}>
          {words.programme}: {programmeOf(programme.state)}, {whole(programme.startsOn)} – {whole(programme.endsOn)}
        </p>
      ))}
      <Question referral={referral} />
      <div className="row">
        <Link className="button" href={`~/desk/content/Referral/${referral.id}`} aria-label={`${words.open}: ${name || '–'}`}>
          {words.open}
        </Link>
        {SETTLED.has(referral.state) ? null : (
          <Decide type="Referral" document={DecideReferralDocument} object={referral} about={name} onDone={again} />
        )}
      </div>
    </li>
  );
}

/** What the unit asked last, as long as it waits for the answer. */
function Question({ referral }: { referral: Referral }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  if (referral.state !== 'INFO_REQUESTED') return null;
  const asked = referral.history?.filter(({ action }) => action === 'REQUEST_INFO') ?? [];
  const last = asked.sort((one, other) => one.at.localeCompare(other.at)).at(-1);
  if (!last?.comment) return null;
  return (
    <div className="notice">
      <p>
        {words.question} ({moment(last.at)}):
      </p>
      <p className="pre">{last.comment}</p>
    </div>
  );
}
