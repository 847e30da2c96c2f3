// Something that is hidden says so, and why when it is asked: that is a question to the service, and a look.
import { type ReactNode, useState } from 'react';
import { WhyWithheldDocument, type WhyWithheldQuery } from '../generated/content/graphql';
import { usePage } from '../frame/page-context';
import { useWords } from '../content/words';

type Told = NonNullable<WhyWithheldQuery['explain']>;

/** What stands where a value is hidden from this person. `title` is the field, for who hears the page. */
export function Withheld({ id, permission, title }: { id: string; permission: string; title: string }): ReactNode {
  const { service, words: frame } = usePage();
  const words = useWords();
  const [told, setTold] = useState<Told | null>(null);
  const [isAsked, setAsked] = useState(false);
  const ask = async (): Promise<void> => {
    setAsked(true);
    const { data } = await service.ask(WhyWithheldDocument, { id, permission });
    setTold(data?.explain ?? null);
  };
  const named = (roles: readonly string[]): string =>
    roles.map((role) => frame.roles[role.split(' ')[0] ?? ''] ?? role).join(', ');
  return (
    <div className="withheld">
      <span className="tag">{words.hidden}</span>
      {isAsked ? null : (
        <button type="button" className="button slight" aria-label={`${words.why} ${title}`} onClick={() => void ask()}>
          {words.why}
        </button>
      )}
      <div role="status" className="small">
        {told ? (
          <>
            <p>{words.whyNot(named(told.rolesThatWouldDo))}</p>
            <p>{words.yourRoles(named(told.rolesHeld))}</p>
            {told.restrictions.length ? <p>{words.restricted}</p> : null}
          </>
        ) : null}
      </div>
    </div>
  );
}
