"""Guards and effects by the names the workflows use. A name without a rule stops the build of the schema."""

from typing import Any

from resolvers import (
    agency_clients,
    anomalies,
    consents,
    contracts,
    data_requests,
    days,
    destinations,
    dispatching,
    disposing,
    exceptional_access,
    forms,
    mailing,
    packages,
    privacy_notices,
    programmes,
    published,
    purges,
    recipients,
    rectifications,
    referral_answers,
    referrals,
    restrictions,
    retaining,
    safety,
    vocabularies,
    withholdings,
)
from resolvers.context import Rulebook
from resolvers.declaration import ContentType
from resolvers.rules import RULES as SHARED_RULES

_NOUNS = (
    referrals,
    contracts,
    days,
    programmes,
    agency_clients,
    consents,
    exceptional_access,
    restrictions,
    destinations,
    dispatching,
    mailing,
    anomalies,
    published,
    privacy_notices,
    forms,
    disposing,
    purges,
    retaining,
    data_requests,
    rectifications,
    recipients,
    packages,
    safety,
    referral_answers,
    withholdings,
    vocabularies,
)


def _named(kind: str) -> dict[str, Any]:
    return {name: rule for noun in _NOUNS for name, rule in getattr(noun, kind, {}).items()}


RULEBOOK = Rulebook(_named("GUARDS"), _named("EFFECTS"), SHARED_RULES | _named("RULES"))


def check_names(type_: ContentType) -> None:
    """
    Check that every guard, effect and rule that a type names exists.

    :raises LookupError: with the names that do not
    """
    steps = type_.kind.workflow.transitions.values()
    unknown = {g for s in steps for g in s.guards} - set(RULEBOOK.guards)
    unknown |= {*type_.on_creation, *(e for s in steps for e in s.effects)} - set(RULEBOOK.effects)
    unknown |= set(type_.rules) - set(RULEBOOK.rules)
    if unknown:
        raise LookupError(f"{type_.name}: no such guard, effect or rule: {', '.join(sorted(unknown))}")
