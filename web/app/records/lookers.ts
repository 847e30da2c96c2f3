// Who looked, by what may be known: the person and the organisation, or else what kind of caller it was.
import { useTitles } from '../frame/titles';

interface Look {
  actorName?: string | null;
  actorKind?: string | null;
  organisationName?: string | null;
}

/** Return a function from a row of the log to the name of who looked. */
export function useLookers(): (look: Look) => string {
  const kindOf = useTitles('ofChoice', 'ActorKind');
  return ({ actorName, actorKind, organisationName }) =>
    [organisationName, actorName].filter(Boolean).join(', ') || kindOf(actorKind);
}
