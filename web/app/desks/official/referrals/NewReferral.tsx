// A new referral: written with the answers to what the unit asks, read through once more with what it discloses, then sent.
import { type ReactNode, useMemo, useState } from 'react';
import type { Problem } from '../../../ask';
import { Answered } from '../../../frame/Answered';
import { useHold } from '../../../frame/hold';
import { Page } from '../../../frame/Page';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { useAllTitles } from '../../../frame/titles';
import { ReferralChoicesDocument, SubmitReferralDocument } from '../../../generated/official/graphql';
import { useWords } from '../words';
import { EMPTY, inputOf, type Key, notNumbers, type Written } from './draft';
import { type Answers, askedForms, type Form, formOf, givenAnswers, inputId, questionsOf } from './forms';
import { ReferralForm } from './ReferralForm';
import { ReferralQuestions } from './ReferralQuestions';
import { ReferralReview } from './ReferralReview';

type Step = 'write' | 'review' | 'sent';
/** Each field of the form has the id of its name. */
const INPUTS = Object.fromEntries(Object.keys(EMPTY).map((key) => [key, key]));

/** The page of a new referral. What was written stays while the person goes back and forth. */
export function NewReferral(): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const look = useLook(ReferralChoicesDocument, {});
  const [written, setWritten] = useState<Written>(EMPTY);
  const [answers, setAnswers] = useState<Answers>({});
  const [step, setStep] = useState<Step>('write');
  const [wrong, setWrong] = useState<readonly Key[]>([]);
  const send = useCommand(SubmitReferralDocument);
  const forms = useMemo(() => (look.answer?.data?.formTemplates?.nodes ?? []).map(formOf), [look.answer]);
  const asked = useMemo(() => askedForms(forms, written.unitId, written.serviceCode), [forms, written]);
  const problems = useNamed(wrong, send.problems, asked, answers);
  const review = (): void => {
    send.forget();
    const found = notNumbers(written);
    setWrong(found);
    if (!found.length) setStep('review');
  };
  useHold((written !== EMPTY || Object.keys(answers).length > 0) && step !== 'sent');
  const finish = async (): Promise<void> => {
    if (!(await send.run({ referral: inputOf(written, asked, answers) }))?.submitReferral.referral) return;
    setStep('sent');
    announce(words.sent);
  };
  const titles = { write: words.ways.newReferral, review: words.review, sent: words.sent };
  const leads = { write: words.newLead, review: words.reviewLead, sent: '' };
  return (
    <Page title={titles[step]} lead={leads[step]} isReading>
      <Problems problems={problems} inputs={step === 'write' ? inputsOf(asked) : {}} />
      <Answered look={look}>
        {({ units, serviceTypes }) => {
          const choices = { units: units?.nodes ?? [], services: serviceTypes?.nodes ?? [], forms: asked };
          const questions = <ReferralQuestions forms={asked} answers={answers} onChange={setAnswers} />;
          if (step === 'write')
            return (
              <ReferralForm written={written} choices={choices} questions={questions} onChange={setWritten} onDone={review} />
            );
          if (step === 'review')
            return (
              <ReferralReview
                written={written}
                choices={choices}
                forms={asked}
                answers={answers}
                isWaiting={send.isWaiting}
                onBack={() => setStep('write')}
                onSend={() => void finish()}
              />
            );
          return (
            <p>
              <a className="button" href="/desk/official">
                {words.toReferrals}
              </a>
            </p>
          );
        }}
      </Answered>
    </Page>
  );
}

/** Return the input of each field and each question, by the last name of the path of its problem. */
function inputsOf(forms: readonly Form[]): Record<string, string> {
  const ids = forms.flatMap((form) => questionsOf(form).map(({ key }) => inputId(form, key)));
  return { ...INPUTS, ...Object.fromEntries(ids.map((id) => [id, id])) };
}

/** Return what was refused here and by the service, each with the title of its field or question. */
function useNamed(
  wrong: readonly Key[],
  refused: readonly Problem[],
  forms: readonly Form[],
  answers: Answers,
): readonly Problem[] {
  const { unit, wholeNumber } = useWords();
  const { language } = usePage();
  const titles = useAllTitles('ofType', 'Referral');
  return useMemo(() => {
    const begun = givenAnswers(forms, answers).map(({ templateId }) => templateId);
    const ofNumbers = wrong.map((key) => ({ code: 'NOT_A_NUMBER', message: wholeNumber, path: [key] }));
    return [...ofNumbers, ...refused].map((problem) => {
      const [first, form, ...rest] = problem.path ?? [];
      const key = String(problem.path?.at(-1));
      if (first === 'answers' && rest.length) {
        const id = inputId(begun[Number(form)] ?? String(form), key);
        const question = forms.flatMap(questionsOf).find((one) => one.key === key);
        const title = question?.titles[language] ?? key;
        return { ...problem, message: `${title}${title.endsWith('?') ? '' : ':'} ${problem.message ?? ''}`, path: [id] };
      }
      const title = key in EMPTY ? (key === 'unitId' ? unit : titles?.get(key)) : '';
      return title && problem.message ? { ...problem, message: `${title}: ${problem.message}` } : problem;
    });
  }, [wrong, refused, forms, answers, titles, unit, wholeNumber, language]);
}
