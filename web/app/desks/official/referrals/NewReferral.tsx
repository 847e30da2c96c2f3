// A new referral: written as a draft, read through once more with what it discloses, then sent.
import { type ReactNode, useMemo, useState } from 'react';
import type { Problem } from '../../../ask';
import { Answered } from '../../../frame/Answered';
import { useHold } from '../../../frame/hold';
import { Page } from '../../../frame/Page';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { useAllTitles } from '../../../frame/titles';
import { ReferralChoicesDocument, SendReferralDocument, WriteReferralDocument } from '../../../generated/official/graphql';
import { useWords } from '../words';
import { EMPTY, inputOf, type Key, notNumbers, type Written } from './draft';
import { ReferralForm } from './ReferralForm';
import { ReferralReview } from './ReferralReview';

type Step = 'write' | 'review' | 'sent';
type Draft = { id: string; revision: number };
/** Each field of the form has the id of its name. */
const INPUTS = Object.fromEntries(Object.keys(EMPTY).map((key) => [key, key]));

/** The page of a new referral. What was written stays while the person goes back and forth. */
export function NewReferral(): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const look = useLook(ReferralChoicesDocument, {});
  const [written, setWritten] = useState<Written>(EMPTY);
  const [step, setStep] = useState<Step>('write');
  const [draft, setDraft] = useState<Draft | null>(null);
  const [wrong, setWrong] = useState<readonly Key[]>([]);
  const write = useCommand(WriteReferralDocument);
  const send = useCommand(SendReferralDocument);
  const problems = useNamed(wrong, write.problems, send.problems);
  const review = (): void => {
    write.forget();
    const found = notNumbers(written);
    setWrong(found);
    if (!found.length) setStep('review');
  };
  useHold(written !== EMPTY && step !== 'sent' && !draft); // a draft is saved
  const finish = async (): Promise<void> => {
    const saved = draft ?? (await write.run({ referral: inputOf(written) }))?.createReferral.referral;
    if (!saved) return;
    setDraft(saved);
    const done = await send.run({ step: { id: saved.id, revision: saved.revision, transition: 'SUBMIT' } });
    if (!done?.transitionReferral.referral) return;
    setStep('sent');
    announce(words.sent);
  };
  const titles = { write: words.ways.newReferral, review: words.review, sent: words.sent };
  const leads = { write: words.newLead, review: words.reviewLead, sent: '' };
  return (
    <Page title={titles[step]} lead={leads[step]} isReading>
      <Problems problems={problems} inputs={step === 'write' ? INPUTS : {}} />
      <Answered look={look}>
        {({ units, serviceTypes }) => {
          const choices = { units: units?.nodes ?? [], services: serviceTypes?.nodes ?? [] };
          if (step === 'write')
            return <ReferralForm written={written} choices={choices} onChange={setWritten} onDone={review} />;
          if (step === 'review')
            return (
              <ReferralReview
                written={written}
                choices={choices}
                isWaiting={write.isWaiting || send.isWaiting}
                draftId={draft?.id}
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

/** Return what was refused here and by the service, each with the title of its field. */
function useNamed(wrong: readonly Key[], ofWriting: readonly Problem[], ofSending: readonly Problem[]): readonly Problem[] {
  const { unit, wholeNumber } = useWords();
  const titles = useAllTitles('ofType', 'Referral');
  return useMemo(() => {
    const ofNumbers = wrong.map((key) => ({ code: 'NOT_A_NUMBER', message: wholeNumber, path: [key] }));
    return [...ofNumbers, ...ofWriting, ...ofSending].map((problem) => {
      const key = String(problem.path?.at(-1));
      const title = key in EMPTY ? (key === 'unitId' ? unit : titles?.get(key)) : '';
      return title && problem.message ? { ...problem, message: `${title}: ${problem.message}` } : problem;
    });
  }, [wrong, ofWriting, ofSending, titles, unit, wholeNumber]);
}
