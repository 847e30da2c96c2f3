"""What the system of an agency may be given: scopes, and public keys that can be used."""

from collections.abc import Mapping
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import import_key

from auth.tokens.jwks import is_usable

AGENCY_SCOPES = frozenset({"referrals:write", "referrals:read", "attendance:read", "reports:read"})
PRIVATE_PARTS = frozenset({"d", "p", "q", "dp", "dq", "qi", "k", "oth"})


class AgencyClientRefused(ValueError):
    """The registration asks for something that a client of an agency cannot have; the text names it."""

    code = "AGENCY_CLIENT_REFUSED"


def checked_public_keys(jwks: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return the JWKS in the form in which it is stored.

    :raises AgencyClientRefused: when a key is private, symmetric, unreadable or has no id.
    """
    keys = jwks.get("keys")
    if not isinstance(keys, list) or not keys or not all(is_usable(key) for key in keys):
        raise AgencyClientRefused("The key set must hold public signing keys, each with a key id")
    if any(PRIVATE_PARTS & key.keys() for key in keys):
        raise AgencyClientRefused("A private key never leaves its owner; register the public one and replace this pair")
    try:
        for key in keys:
            import_key(key)
    except (JoseError, ValueError, TypeError):
        raise AgencyClientRefused("A key cannot be read") from None
    return {"keys": keys}
