// Who looked: first what left the organisation, then every look. The fields come under their titles.
import type { ReactNode } from 'react';
import { Answered } from '../../../frame/Answered';
import { useDays } from '../../../frame/days';
import { Page } from '../../../frame/Page';
import { useLook } from '../../../frame/page-context';
import { useLookers } from '../../../records/lookers';
import { KukaKatsoiDocument, type KukaKatsoiQuery } from '../../../generated/trainee/graphql';
import { useWords } from '../words';
import { Fields } from './Fields';

type Person = NonNullable<NonNullable<KukaKatsoiQuery['clients']>['nodes'][number]>;

/** The page of who looked at my data. */
export function WhoLooked(): ReactNode {
  const words = useWords();
  const look = useLook(KukaKatsoiDocument, {});
  return (
    <Page title={words.ways.looks} lead={words.looksLead} isReading>
      <Answered look={look}>
        {({ clients }) => clients?.nodes.map((person, place) => <Looks key={place} person={person} />)}
      </Answered>
    </Page>
  );
}

function Looks({ person }: { person: Person }): ReactNode {
  const words = useWords();
  const { moment } = useDays();
  const lookerOf = useLookers();
  const disclosures = person.disclosures ?? [];
  const looks = person.accessLog ?? [];
  return (
    <>
      <section className="stack" aria-labelledby="disclosed">
        <h2 id="disclosed">{words.disclosed}</h2>
        <p className="quiet">{disclosures.length ? words.disclosedLead : words.noDisclosures}</p>
        <ul className="list">
          {disclosures.map((one, place) => (
            <li key={place} className="look">
              <span className="strong">{lookerOf(one)}</span>
              <span className="quiet small">{moment(one.at)}</span>
              <span>{words.bases[one.basis ?? ''] ?? one.basis}</span>
              <Fields fields={one.fields ?? []} />
            </li>
          ))}
        </ul>
      </section>
      <section className="stack" aria-labelledby="looks">
        <h2 id="looks">{words.allLooks}</h2>
        {looks.length ? null : <p className="quiet">{words.noLooks}</p>}
        <ul className="list">
          {looks.map((one, place) => (
            <li key={place} className="look">
              <span className="strong">{one.basis === 'OWN_DATA' ? words.yourself : lookerOf(one)}</span>
              <span className="quiet small">{moment(one.at)}</span>
              <span>{purposesOf(one.purpose, words.purposes)}</span>
              <Fields fields={one.fields ?? []} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function purposesOf(text: string | null | undefined, purposes: Record<string, string>): string {
  return (text ?? '').split(/[\s,]+/).map((one) => purposes[one] ?? one).join(', ');
}
