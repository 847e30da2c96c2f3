// What will be disclosed, in full, before it is sent.
import type { ReactNode } from 'react';
import { useAnswerText } from '../../../fields/answers/questions';
import { useDays } from '../../../frame/days';
import { titleIn } from '../../../frame/governed';
import { usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { useWords } from '../words';
import { type Choices, type Key, keysOf, type Written } from './draft';
import { type Answers, type Form, inputId, questionsOf } from './forms';

interface Shown {
  written: Written;
  choices: Choices;
  forms: readonly Form[];
  answers: Answers;
  isWaiting: boolean;
  onBack: () => void;
  onSend: () => void;
}

/** Everything that was written, under the titles of the fields. */
export function ReferralReview({ written, choices, forms, answers, isWaiting, onBack, onSend }: Shown): ReactNode {
  const words = useWords();
  const { language } = usePage();
  const answerText = useAnswerText();
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
  const told = forms.flatMap((form) =>
    questionsOf(form).flatMap((question) => {
      const id = inputId(form, question.key);
      const text = answers[id]?.trim();
      return text ? [[id, question.titles[language] ?? question.key, answerText(question, text)] as const] : [];
    }),
  );
  return (
    <>
      <dl className="card facts">
        {keysOf(written).map((key) => (
          <div key={key} className="fact">
            <dt>{key === 'unitId' ? words.unit : titleOf(key)}</dt>
            <dd>{shown[key] ?? written[key].trim()}</dd>
          </div>
        ))}
        {told.map(([id, title, text]) => (
          <div key={id} className="fact">
            <dt>{title}</dt>
            <dd className="pre">{text}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <button type="button" className="button first" disabled={isWaiting} onClick={onSend}>
          {words.send}
        </button>
        <button type="button" className="button" onClick={onBack}>
          {words.back}
        </button>
      </div>
    </>
  );
}
