// What was agreed with a client: contracts, and consents to others.
import type { ReactNode } from 'react';
import { useDays } from '../../../frame/days';
import { useTitles } from '../../../frame/titles';
import { useWords } from '../words';
import type { Client, Consents } from './ClientCard';

/** The contracts and the consents of a client. */
export function Agreements({ client, consents }: { client: Client; consents: Consents }): ReactNode {
  const words = useWords();
  const { whole } = useDays();
  const contractOf = useTitles('ofType', 'Contract');
  const consentOf = useTitles('ofType', 'Consent');
  const categoryOf = useTitles('ofChoice', 'DataCategory');
  const contracts = client.contracts?.nodes ?? [];
  return (
    <section className="card" aria-labelledby="contracts">
      <h2 id="contracts">{words.contracts}</h2>
      {contracts.length ? null : <p className="quiet">{words.noContracts}</p>}
      <ul className="list plain">
        {contracts.map((one) => (
          <li key={one.id}>
            <span className="strong">
              {whole(one.startsOn)} – {whole(one.endsOn)}
            </span>
            <span>{one.workplace?.name}</span>
            <span className={one.state === 'ACTIVE' ? 'tag good' : 'tag'}>{contractOf(one.state)}</span>
          </li>
        ))}
      </ul>
      <h2>{words.consents}</h2>
      {consents.length ? null : <p className="quiet">{words.noConsents}</p>}
      <ul className="list plain">
        {consents.map((one) => (
          <li key={one.id}>
            <span className="strong">{one.agency?.name}</span>
            <span>{one.categories?.map(categoryOf).join(', ')}</span>
            <span className={one.state === 'GIVEN' ? 'tag good' : 'tag'}>{consentOf(one.state)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
