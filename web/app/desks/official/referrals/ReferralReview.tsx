// What will be disclosed, in full, before it is sent.
import type { ReactNode } from 'react';
import { useDays } from '../../../frame/days';
import { titleIn } from '../../../frame/governed';
import { usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { useWords } from '../words';
import type { Choices, Key, Written } from './draft';

interface Shown {
  written: Written;
  choices: Choices;
  isWaiting: boolean;
  /** Null once the draft is saved: what is saved is changed there, not here. */
  onBack: (() => void) | null;
  onSend: () => void;
}

/** Everything that was written, under the titles of the fields. */
export function ReferralReview({ written, choices, isWaiting, onBack, onSend }: Shown): ReactNode {
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
  const keys = (Object.keys(written) as Key[]).filter((key) => written[key]);
  return (
    <>
      <dl className="card facts">
        {keys.map((key) => (
          <div key={key} className="fact">
            <dt>{key === 'unitId' ? words.unit : titleOf(key)}</dt>
            <dd>{shown[key] ?? written[key]}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <button type="button" className="button first" disabled={isWaiting} onClick={onSend}>
          {words.send}
        </button>
        {onBack ? (
          <button type="button" className="button" onClick={onBack}>
            {words.back}
          </button>
        ) : null}
      </div>
    </>
  );
}
