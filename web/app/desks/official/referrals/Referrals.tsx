// Where the own referrals are: the live state of each, and what was answered.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Answered } from '../../../frame/Answered';
import { Changed } from '../../../frame/Changed';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { LahetteidenTilatDocument, type LahetteidenTilatQuery } from '../../../generated/official/graphql';
import { useWords } from '../words';

type Referral = NonNullable<LahetteidenTilatQuery['referrals']>['nodes'][number];

/** The page of the own agency's referrals. */
export function Referrals(): ReactNode {
  const words = useWords();
  const look = useLook(LahetteidenTilatDocument, {});
  const write = (
    <Link className="button first" href="/new">
      {words.write}
    </Link>
  );
  return (
    <Page title={words.ways.referrals} lead={words.referralsLead} actions={write}>
      <Changed types={['Referral']} show={look.again} />
      <Answered look={look}>
        {({ referrals }) =>
          referrals?.nodes.length ? (
            <ul className="cards">
              {referrals.nodes.map((referral) => (
                <ReferralCard key={referral.id} referral={referral} />
              ))}
            </ul>
          ) : (
            <p className="card quiet">{words.noReferrals}</p>
          )
        }
      </Answered>
    </Page>
  );
}

function ReferralCard({ referral }: { referral: Referral }): ReactNode {
  const words = useWords();
  const { whole, moment } = useDays();
  const stateOf = useTitles('ofType', 'Referral');
  const programmeOf = useTitles('ofType', 'Programme');
  return (
    <li className="card">
      <div className="row apart">
        <h2>{[referral.firstNames, referral.lastName].filter(Boolean).join(' ') || '–'}</h2>
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
    </li>
  );
}
