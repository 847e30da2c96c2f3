// A new referral: written as a draft, read through once more with what it discloses, then sent.
import { type ReactNode, useState } from 'react';
import { Answered } from '../../../frame/Answered';
import { useHold } from '../../../frame/hold';
import { Page } from '../../../frame/Page';
import { useCommand, useLook, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { ReferralChoicesDocument, SendReferralDocument, WriteReferralDocument } from '../../../generated/official/graphql';
import { useWords } from '../words';
import { EMPTY, inputOf, type Written } from './draft';
import { ReferralForm } from './ReferralForm';
import { ReferralReview } from './ReferralReview';

type Step = 'write' | 'review' | 'sent';
type Draft = { id: string; revision: number };

/** The page of a new referral. What was written stays while the person goes back and forth. */
export function NewReferral(): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const look = useLook(ReferralChoicesDocument, {});
  const [written, setWritten] = useState<Written>(EMPTY);
  const [step, setStep] = useState<Step>('write');
  const [draft, setDraft] = useState<Draft | null>(null);
  const write = useCommand(WriteReferralDocument);
  const send = useCommand(SendReferralDocument);
  useHold(written !== EMPTY && step !== 'sent');
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
      <Problems problems={[...write.problems, ...send.problems]} />
      <Answered look={look}>
        {({ units, serviceTypes }) => {
          const choices = { units: units?.nodes ?? [], services: serviceTypes?.nodes ?? [] };
          if (step === 'write')
            return <ReferralForm written={written} choices={choices} onChange={setWritten} onDone={() => setStep('review')} />;
          if (step === 'review')
            return (
              <ReferralReview
                written={written}
                choices={choices}
                isWaiting={write.isWaiting || send.isWaiting}
                onBack={draft ? null : () => setStep('write')}
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
