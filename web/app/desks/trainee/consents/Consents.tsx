// My consents: what is asked, what is given, as switches; a switch that goes off is asked about once.
import { type ReactNode, useState } from 'react';
import { Answered } from '../../../frame/Answered';
import { Page } from '../../../frame/Page';
import { useLook, usePage } from '../../../frame/page-context';
import { OmatSuostumuksetDocument, type OmatSuostumuksetQuery } from '../../../generated/trainee/graphql';
import { useWords } from '../words';
import { AskedConsent, ConsentFacts, GivenConsent } from './ConsentCards';

/** A consent as the page shows it. */
export type Consent = NonNullable<NonNullable<OmatSuostumuksetQuery['consents']>['nodes'][number]>;
/** What a decision changed. */
export type Decided = Partial<Consent> & { id: string };

/** The page of my consents. */
export function Consents(): ReactNode {
  const words = useWords();
  const { announce } = usePage();
  const look = useLook(OmatSuostumuksetDocument, {});
  const [changed, setChanged] = useState<Record<string, Decided>>({});
  const decided = (consent: Decided, said: string): void => {
    setChanged((before) => ({ ...before, [consent.id]: consent }));
    announce(said);
  };
  return (
    <Page title={words.ways.consents} lead={words.consentsLead} isReading>
      <Answered look={look}>
        {(data) => {
          const all = (data.consents?.nodes ?? []).map((one) => ({ ...one, ...changed[one.id] }));
          if (!all.length) return <p className="card quiet">{words.noConsents}</p>;
          return <ConsentLists all={all} onDecided={decided} />;
        }}
      </Answered>
    </Page>
  );
}

interface Shown {
  all: readonly Consent[];
  onDecided: (consent: Decided, said: string) => void;
}

function ConsentLists({ all, onDecided }: Shown): ReactNode {
  const words = useWords();
  const asked = all.filter(({ state }) => state === 'REQUESTED');
  const given = all.filter(({ state }) => state === 'GIVEN');
  const earlier = all.filter(({ state }) => state !== 'REQUESTED' && state !== 'GIVEN');
  return (
    <>
      <Section id="asked" title={words.asked} isEmpty={!asked.length}>
        {asked.map((consent) => (
          <AskedConsent key={consent.id} consent={consent} onDecided={onDecided} />
        ))}
      </Section>
      <Section id="given" title={words.mayWithdraw} isEmpty={!given.length}>
        {given.map((consent) => (
          <GivenConsent key={consent.id} consent={consent} onDecided={onDecided} />
        ))}
      </Section>
      <Section id="earlier" title={words.earlier} isEmpty={!earlier.length}>
        {earlier.map((consent) => (
          <li key={consent.id} className="card">
            <ConsentFacts consent={consent} />
          </li>
        ))}
      </Section>
    </>
  );
}

function Section({ id, title, isEmpty, children }: { id: string; title: string; isEmpty: boolean; children: ReactNode }): ReactNode {
  if (isEmpty) return null;
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="cards">{children}</ul>
    </section>
  );
}
