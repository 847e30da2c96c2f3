"""Guards and effects by the names the workflows use. A name without a rule stops the build of the schema."""

from collections.abc import Mapping

from resolvers import contracts, days, programmes, referrals
from resolvers.declaration import ContentType
from resolvers.rules import RULES as SHARED_RULES
from resolvers.rules import Rule
from resolvers.steps import Effect, Guard

GUARDS: Mapping[str, Guard] = referrals.GUARDS | contracts.GUARDS | days.GUARDS | programmes.GUARDS
RULES: Mapping[str, Rule] = SHARED_RULES | referrals.RULES | contracts.RULES | days.RULES | programmes.RULES
EFFECTS: Mapping[str, Effect] = referrals.EFFECTS | contracts.EFFECTS | days.EFFECTS | programmes.EFFECTS


def check_names(type_: ContentType) -> None:
    """
    Check that every guard, effect and rule that a type names exists.

    :raises LookupError: with the names that do not
    """
    steps = type_.kind.workflow.transitions.values()
    unknown = {g for s in steps for g in s.guards} - set(GUARDS) | {e for s in steps for e in s.effects} - set(EFFECTS)
    unknown |= set(type_.rules) - set(RULES)
    if unknown:
        raise LookupError(f"{type_.name}: no such guard, effect or rule: {', '.join(sorted(unknown))}")
