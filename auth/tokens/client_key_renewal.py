"""
New client keys, in two steps, because a provider must know a key before it signs.

The first step adds the new keys behind those that sign; the second puts them in front. The old ones stay readable until
the next renewal: what is on its way is still decrypted.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

from joserfc.jwk import ECKey, RSAKey

from auth.tokens.client_keys import ENCRYPTION, LEAST_RSA_BITS, SIGNING, read_client_keys

_CURVE = "P-256"


class RenewalStep(StrEnum):
    """What was done to the keys."""

    MADE = "MADE"
    ADDED = "ADDED"
    PUT_IN_FRONT = "PUT_IN_FRONT"


def renewed_client_keys(text: str, now: datetime) -> tuple[str, RenewalStep]:
    """
    Return the keys after the next step of their renewal, as a JWKS document, and which step that was.

    :raises ClientKeysRefused: when `text` is neither empty nor a set of client keys.
    """
    if not read_client_keys(text).keys:
        return _document(_new_keys(now)), RenewalStep.MADE
    members: list[dict[str, Any]] = json.loads(text)["keys"]
    generations = sorted({_generation(member) for member in members})
    newest, signing = generations[-1], _generation(members[0])
    if signing == newest:
        kept = [member for member in members if _generation(member) == signing]
        return _document([*kept, *_new_keys(now)]), RenewalStep.ADDED
    in_front = [member for member in members if _generation(member) == newest]
    return _document([*in_front, *(one for one in members if one not in in_front)]), RenewalStep.PUT_IN_FRONT


def _new_keys(now: datetime) -> list[dict[str, Any]]:
    """Return two keys that sign and two that decrypt, elliptic and RSA: a provider may know one kind only."""
    generation = f"{now:%Y%m%d%H%M%S}"
    return [
        _member(ECKey.generate_key(_CURVE), generation, SIGNING, "ES256"),
        _member(RSAKey.generate_key(LEAST_RSA_BITS), generation, SIGNING, "RS256"),
        _member(ECKey.generate_key(_CURVE), generation, ENCRYPTION, "ECDH-ES"),
        _member(RSAKey.generate_key(LEAST_RSA_BITS), generation, ENCRYPTION, "RSA-OAEP-256"),
    ]


def _member(key: ECKey | RSAKey, generation: str, use: str, algorithm: str) -> dict[str, Any]:
    kid = f"{generation}-{algorithm.lower()}"
    return {**key.as_dict(private=True), "kid": kid, "use": use, "alg": algorithm}


def _generation(member: dict[str, Any]) -> str:
    """Return when the key was made; keys that were made elsewhere count as the oldest."""
    found = str(member["kid"]).partition("-")[0]
    return found if found.isdecimal() else ""


def _document(members: Iterable[dict[str, Any]]) -> str:
    return json.dumps({"keys": list(members)}, indent=1) + "\n"
