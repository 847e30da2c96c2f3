"""Guards and effects by the names the workflows use. A name without a rule stops the build of the schema."""

from typing import Any

from resolvers.casework import (
    agency_clients,
    attendance,
    consents,
    contracts,
    forms,
    programmes,
    referral_answers,
    referrals,
)
from resolvers.context import Rulebook
from resolvers.declaration import ContentType
from resolvers.notifications import destinations, dispatching, mailing, recipients
from resolvers.protection import anomalies, exceptional_access, safety
from resolvers.publishing import privacy_notices, review
from resolvers.retention import legal_holds, purges, recycle_bin
from resolvers.rights import data_exports, data_requests, rectifications, restrictions, withholdings
from resolvers.writing import code_checks
from resolvers.writing.rules import RULES as SHARED_RULES

_NOUNS = (
    referrals,
    contracts,
    attendance,
    programmes,
    agency_clients,
    consents,
    exceptional_access,
    restrictions,
    destinations,
    dispatching,
    mailing,
    anomalies,
    review,
    privacy_notices,
    forms,
    recycle_bin,
    purges,
    legal_holds,
    data_requests,
    rectifications,
    recipients,
    data_exports,
    safety,
    referral_answers,
    withholdings,
    code_checks,
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
