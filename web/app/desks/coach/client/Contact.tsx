// How a client is reached, under the titles that the API gives; what is withheld says so.
import type { ReactNode } from 'react';
import { usePage } from '../../../frame/page-context';
import { useTitles } from '../../../frame/titles';
import { useWords } from '../words';
import type { Client } from './ClientCard';

/** The contact details of a client. */
export function Contact({ client }: { client: Client }): ReactNode {
  const words = useWords();
  const { words: frame } = usePage();
  const titleOf = useTitles('ofType', 'Client');
  const languageOf = (code: string | null): string =>
    code ? (new Intl.DisplayNames([document.documentElement.lang], { type: 'language' }).of(code) ?? code) : '';
  const address = [client.streetAddress, [client.postalCode, client.city].filter(Boolean).join(' ')].filter(Boolean);
  const facts: [string, string][] = [
    ['phones', client.phones?.join(', ') ?? ''],
    ['email', client.email ?? ''],
    ['streetAddress', address.join(', ')],
    ['contactAddress', client.contactAddress ?? ''],
    ['emergencyContact', client.emergencyContact ?? ''],
    ['serviceLanguage', languageOf(client.serviceLanguage)],
    ['interpreterNeeded', client.interpreterNeeded ? frame.yes : ''],
  ];
  return (
    <section className="card" aria-labelledby="contact">
      <h2 id="contact">{words.contact}</h2>
      {client.safetyRestriction ? <p className="notice warn">{words.protectedLead}</p> : null}
      <dl className="facts narrow">
        {facts
          .filter(([, text]) => text)
          .map(([name, text]) => (
            <div key={name}>
              <dt>{titleOf(name)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
