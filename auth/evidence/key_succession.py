"""
The succession of log keys: a newer key says which older public keys are to be believed.

A checkpoint is verified with the key that signed it, which may have been retired. The newer key therefore signs the
public half of each older one. Whoever trusts the keys of the settings follows the signatures back; a key that somebody
else put into the database is endorsed by nobody.
"""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from auth.evidence.checkpoints import checkpoint_keys, signing_key

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

TYPE = "polku-log-key"
_ALGORITHM = "Ed25519"
_ENDORSEMENTS = (
    "SELECT endorsement FROM key_version WHERE kind = 'log' AND endorsement IS NOT NULL ORDER BY number DESC"
)
PublicKey = Mapping[str, str]


def endorsement_of(older: PublicKey, keys: Mapping[int, bytes]) -> str:
    """Return the statement that a public key is to be believed, signed with the newest of the keys."""
    number = max(keys)
    header = {"alg": _ALGORITHM, "typ": TYPE, "kid": str(number)}
    return jws.serialize_compact(header, json.dumps(dict(older)).encode(), signing_key(keys), algorithms=[_ALGORITHM])


def believed_keys(keys: Mapping[str, PublicKey], endorsements: Iterable[str]) -> dict[str, PublicKey]:
    """
    Return the given public keys, by id, and those that they endorse, directly or through each other.

    A text that is no endorsement by one of them adds nothing, and no endorsement replaces a given key.
    """
    believed = dict(keys)
    remaining = list(endorsements)
    while found := [(text, key) for text in remaining if (key := _endorsed(text, believed))]:
        for text, key in found:
            remaining.remove(text)
            believed.setdefault(key["kid"], key)
    return believed


def _endorsed(text: str, known: Mapping[str, PublicKey]) -> PublicKey | None:
    for key in known.values():
        try:
            verified = jws.deserialize_compact(text, OKPKey.import_key(dict(key)), algorithms=[_ALGORITHM])
            endorsed = json.loads(verified.payload)
            if verified.headers().get("typ") == TYPE and verified.headers().get("kid") == key["kid"]:
                return {name: str(endorsed[name]) for name in ("kty", "crv", "kid", "x")}
        except (JoseError, ValueError, TypeError, KeyError):
            continue
    return None


async def known_checkpoint_keys(connection: "Connection", seeds: Mapping[int, bytes]) -> dict[str, PublicKey]:
    """Return the public keys that verify checkpoints: those of the settings, and the retired ones that they endorse."""
    keys = checkpoint_keys(seeds)
    if not await connection.fetchval("SELECT to_regclass('key_version')"):
        return dict(keys)
    return believed_keys(keys, [row["endorsement"] for row in await connection.fetch(_ENDORSEMENTS)])
