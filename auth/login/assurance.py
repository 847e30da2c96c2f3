"""
The assurance that an ID token names: the level, the means, and the moment at which the person was identified.

Source: OpenID Connect Core 1.0 § 2 (`acr`, `amr`, `auth_time`).
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from auth.login.provider_terms import ProviderTerms
from auth.sessions.assurance import Assurance
from auth.tokens.claims import is_word
from auth.tokens.jwt import LEEWAY

MAX_LEVEL = 200  # characters
MAX_MEANS = 10
MAX_MEAN = 40  # characters


def assurance_of(claims: Mapping[str, Any], terms: ProviderTerms, now: datetime) -> Assurance:
    """
    Return the assurance that a verified ID token names. A level is strong only when the operator has named it so.

    :raises ValueError: naming the claim that has a wrong form, or an instant that is still to come.
    """
    acr, amr, seconds = claims.get("acr"), claims.get("amr", []), claims.get("auth_time")
    if acr is not None and not is_word(acr, MAX_LEVEL):
        raise ValueError("acr")
    if not isinstance(amr, list) or len(amr) > MAX_MEANS or not all(is_word(mean, MAX_MEAN) for mean in amr):
        raise ValueError("amr")
    if seconds is None:
        return Assurance(acr, tuple(amr), None, acr in terms.strong_acr)
    if not is_past_instant(seconds, now):
        raise ValueError("auth_time")
    return Assurance(acr, tuple(amr), datetime.fromtimestamp(seconds, UTC), acr in terms.strong_acr)


def is_past_instant(value: object, now: datetime) -> bool:
    """Return whether a claim is an instant (seconds, UTC) that has passed, as far as clocks may differ."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 <= value <= (now + timedelta(seconds=LEEWAY)).timestamp()
