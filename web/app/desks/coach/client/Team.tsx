// Who works with a client, and by which referral the client came.
import type { ReactNode } from 'react';
import { useDays } from '../../../frame/days';
import { useTitles } from '../../../frame/titles';
import { useWords } from '../words';
import type { Client } from './ClientCard';

type Person = { firstName: string | null; lastName: string | null } | null | undefined;

/** The people around a client. */
export function Team({ client }: { client: Client }): ReactNode {
  const words = useWords();
  const { whole, moment } = useDays();
  const referralOf = useTitles('ofType', 'Referral');
  return (
    <section className="card" aria-labelledby="team">
      <h2 id="team">{words.team}</h2>
      <ul className="list plain">
        {client.relationships?.nodes.map((one) => (
          <li key={one.id}>
            <span className="strong">{named(one.responsibleCoach)}</span>
            <span>{words.responsible}</span>
            <span className="quiet small">
              {whole(one.startedOn)} – {whole(one.endedOn)}
            </span>
          </li>
        ))}
        {client.substitutions?.nodes.map((one) => (
          <li key={one.id}>
            <span className="strong">{named(one.staffMember)}</span>
            <span>{words.substitute}</span>
            <span className="quiet small">
              {whole(one.startsOn)} – {whole(one.endsBefore)}
            </span>
          </li>
        ))}
        {client.referrals?.nodes.map((one) => (
          <li key={one.id}>
            <span className="strong">{one.agency?.name}</span>
            <span>
              {words.referral}: {referralOf(one.state)}
            </span>
            <span className="quiet small">{moment(one.receivedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function named(person: Person): string {
  return person ? [person.firstName, person.lastName].filter(Boolean).join(' ') : '–';
}
