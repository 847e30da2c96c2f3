// A consent that is asked for, one that is in force, and what it is about.
import { type ReactNode, useState } from 'react';
import { useDays } from '../../../frame/days';
import { Dialog } from '../../../frame/Dialog';
import { useCommand, usePage } from '../../../frame/page-context';
import { Problems } from '../../../frame/Problems';
import { useTitles } from '../../../frame/titles';
import { type ConsentTransition, DecideOwnConsentDocument } from '../../../generated/trainee/graphql';
import { useWords } from '../words';
import type { Consent, Decided } from './Consents';

interface Shown {
  consent: Consent;
  onDecided: (consent: Decided, said: string) => void;
}

/** Who may see what, and until when. */
export function ConsentFacts({ consent, isNamed = true }: { consent: Consent; isNamed?: boolean }): ReactNode {
  const words = useWords();
  const { whole, moment } = useDays();
  const purposeOf = useTitles('ofTerms', 'consent_purpose');
  const categoryOf = useTitles('ofChoice', 'DataCategory');
  const stateOf = useTitles('ofType', 'Consent');
  return (
    <>
      {isNamed ? (
        <div className="row apart">
          <h3>{consent.agency?.name}</h3>
          <span className="tag">{stateOf(consent.state)}</span>
        </div>
      ) : null}
      <dl className="facts">
        <dt>{words.sees}</dt>
        <dd>{consent.categories?.map(categoryOf).join(', ')}</dd>
        <dt>{words.whatFor}</dt>
        <dd>{purposeOf(consent.purpose)}</dd>
        {consent.givenOn ? (
          <>
            <dt>{words.givenOn}</dt>
            <dd>{whole(consent.givenOn)}</dd>
          </>
        ) : null}
        {consent.withdrawnAt ? (
          <>
            <dt>{stateOf('WITHDRAWN')}</dt>
            <dd>{moment(consent.withdrawnAt)}</dd>
          </>
        ) : (
          <>
            <dt>{words.validUntil}</dt>
            <dd>{whole(consent.validUntil) || words.untilWithdrawn}</dd>
          </>
        )}
      </dl>
    </>
  );
}

function useDecision({ consent, onDecided }: Shown) {
  const command = useCommand(DecideOwnConsentDocument);
  const decide = async (transition: ConsentTransition, said: string): Promise<boolean> => {
    const done = await command.run({ step: { id: consent.id, revision: consent.revision, transition } });
    const decided = done?.transitionConsent.consent;
    if (decided) onDecided(decided, said);
    return Boolean(decided);
  };
  return { ...command, decide };
}

/** A consent that somebody asks for: two answers that weigh the same. */
export function AskedConsent({ consent, onDecided }: Shown): ReactNode {
  const words = useWords();
  const { decide, problems, isWaiting } = useDecision({ consent, onDecided });
  return (
    <li className="card">
      <ConsentFacts consent={consent} />
      <Problems problems={problems} />
      <div className="row">
        <button type="button" className="button" disabled={isWaiting} onClick={() => void decide('GIVE', words.given)}>
          {words.give}
        </button>
        <button type="button" className="button" disabled={isWaiting} onClick={() => void decide('DECLINE', words.declined)}>
          {words.decline}
        </button>
      </div>
    </li>
  );
}

/** A consent in force, as a switch that is on. */
export function GivenConsent({ consent, onDecided }: Shown): ReactNode {
  const words = useWords();
  const { words: frame } = usePage();
  const [isAsked, setAsked] = useState(false);
  const { decide, problems, isWaiting, forget } = useDecision({ consent, onDecided });
  const agency = consent.agency?.name ?? '';
  const leave = (): void => {
    forget();
    setAsked(false);
  };
  const withdraw = async (): Promise<void> => {
    if (await decide('WITHDRAW', words.withdrawn)) leave();
  };
  return (
    <li className="card">
      <button type="button" className="switch" role="switch" aria-checked="true" onClick={() => setAsked(true)}>
        <span className="switch-track" aria-hidden="true" />
        {words.consentSwitch(agency)}
      </button>
      <ConsentFacts consent={consent} isNamed={false} />
      <Dialog title={words.withdrawTitle} isOpen={isAsked} onClose={leave}>
        <Problems problems={problems} />
        <p>{words.withdrawLead(agency)}</p>
        <div className="row">
          <button type="button" className="button grave" disabled={isWaiting} onClick={() => void withdraw()}>
            {words.withdraw}
          </button>
          <button type="button" className="button" onClick={leave}>
            {frame.cancel}
          </button>
        </div>
      </Dialog>
    </li>
  );
}
