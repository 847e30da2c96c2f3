// What will be disclosed, in full, before it is sent.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useDays } from '../../../frame/days';
import { titleIn } from '../../../frame/governed';
import { usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { useWords } from '../words';
import { type Choices, type Key, keysOf, type Written } from './draft';

interface Shown {
  written: Written;
  choices: Choices;
  isWaiting: boolean;
  /** The id of the draft once it is saved: what is saved is changed there, not here. */
  draftId: string | undefined;
  onBack: () => void;
  onSend: () => void;
}

/** Everything that was written, under the titles of the fields. */
export function ReferralReview({ written, choices, isWaiting, draftId, onBack, onSend }: Shown): ReactNode {
  const words = useWords();
  const { language } = usePage();
  const { whole } = useDays();
  const titleOf = useTitles('ofType', 'Referral');
  const basisOf = useTitles('ofChoice', 'Basis');
  const planOf = useTitles('ofTerms', 'plan_kind');
  const shown: Partial<Record<Key, string>> = {
    unitId: choices.units.find(({ id }) => id === written.unitId)?.name ?? '',
    serviceCode: titleIn(choices.services.find(({ code }) => code === written.serviceCode), language),
    basis: basisOf(written.basis),
    planKind: planOf(written.planKind),
    wantedStartOn: whole(written.wantedStartOn),
    consentGivenOn: whole(written.consentGivenOn),
  };
  return (
    <>
      <dl className="card facts">
        {keysOf(written).map((key) => (
          <div key={key} className="fact">
            <dt>{key === 'unitId' ? words.unit : titleOf(key)}</dt>
            <dd>{shown[key] ?? written[key].trim()}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <button type="button" className="button first" disabled={isWaiting} onClick={onSend}>
          {words.send}
        </button>
        {draftId ? (
          <Link className="button" href={`~/desk/content/Referral/${draftId}`}>
            {words.open}
          </Link>
        ) : (
          <button type="button" className="button" onClick={onBack}>
            {words.back}
          </button>
        )}
      </div>
    </>
  );
}
