"""Guards and effects by the names the workflows use. A name without a rule stops the build of the schema."""

from collections.abc import Mapping

from resolvers import (
    agency_clients,
    contracts,
    data_requests,
    days,
    packages,
    programmes,
    recipients,
    rectifications,
    referrals,
    restrictions,
)
from resolvers.declaration import ContentType
from resolvers.rules import RULES as SHARED_RULES
from resolvers.rules import Rule
from resolvers.steps import Effect, Guard

_NOUNS = (
    referrals, contracts, days, programmes, agency_clients, data_requests, restrictions, rectifications, recipients,
    packages,
)  # fmt: skip
GUARDS: Mapping[str, Guard] = {name: guard for noun in _NOUNS for name, guard in noun.GUARDS.items()}
RULES: Mapping[str, Rule] = SHARED_RULES | {name: rule for noun in _NOUNS for name, rule in noun.RULES.items()}
EFFECTS: Mapping[str, Effect] = {name: effect for noun in _NOUNS for name, effect in noun.EFFECTS.items()}


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
