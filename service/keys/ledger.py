"""What the database knows of the keys: which were introduced, which index every code needs, which are gone."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from uuid_utils.compat import uuid7

from auth.evidence.key_succession import endorsement_of, known_checkpoint_keys
from models.code_index import live_index_keys
from models.sealed import Keyring
from service.database.key_usage import exchanged_keys, fingerprint

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

_INTRODUCE = """
INSERT INTO key_version (id, kind, number, fingerprint, introduced_at, is_required) VALUES ($1, $2, $3, $4, $5, false)
ON CONFLICT (kind, number) DO UPDATE SET retired_at = NULL
"""
_REQUIRE = "UPDATE key_version SET is_required = (number = ANY ($1::int[])) WHERE kind = 'index'"
_ENDORSE = "UPDATE key_version SET public_key = $2, endorsement = $3 WHERE kind = 'log' AND number = $1"
_RETIRE = """
UPDATE key_version SET retired_at = $3, is_required = false
WHERE kind = $1 AND retired_at IS NULL AND number <> ALL ($2::int[]) RETURNING number
"""
_LISTED = """
SELECT kind, number, introduced_at, is_required, retired_at FROM key_version ORDER BY kind, number
"""
_TRIES, _PAUSE_SECONDS = 3_000, 0.2  # ten minutes: an import or a backup may be that long


class KeysRefused(RuntimeError):
    """The keys of the settings cannot be changed to; nothing was changed, and the text says what to do."""

    code = "KEYS_REFUSED"


@dataclass(frozen=True)
class KnownKey:
    """A key as the database knows it; instants are in UTC."""

    kind: str
    number: int
    introduced_at: datetime
    is_required: bool
    retired_at: datetime | None


async def known_keys(connection: "Connection") -> list[KnownKey]:
    """Return the keys that were ever introduced, by kind and id."""
    return [KnownKey(**row) for row in await connection.fetch(_LISTED)]


async def introduce_keys(
    connection: "Connection", keys: Mapping[str, Mapping[int, bytes]], keyring: Keyring, now: datetime
) -> None:
    """
    Make the keys of the settings known, in one transaction, and let the newest log key endorse the older ones.

    When it returns, every identity code that will ever be committed is indexed under every live index key.

    :raises KeysRefused: when an id stands for another key than before, or a writer from before does not end
    """
    await _introduce(connection, keys, keyring, now)
    await _wait_for_older_writers(connection)


async def _introduce(
    connection: "Connection", keys: Mapping[str, Mapping[int, bytes]], keyring: Keyring, now: datetime
) -> None:
    async with connection.transaction():
        if exchanged := await exchanged_keys(connection, keys):
            named = ", ".join(f"{kind} key {number}" for kind, number in exchanged)
            raise KeysRefused(f"Other keys than before stand under these ids: {named}. A new key needs a new id")
        for kind, ring in keys.items():
            for number, key in ring.items():
                await connection.execute(_INTRODUCE, uuid7(), kind, number, fingerprint(kind, key), now)
        await require_indexes(connection, live_index_keys(keyring))
        await _endorse(connection, keys["log"])


async def _wait_for_older_writers(connection: "Connection") -> None:
    """Wait until every transaction has ended that may have written a code before the database asked for the new key."""
    first = await connection.fetchval("SELECT pg_current_xact_id()::text::bigint")
    for _ in range(_TRIES):
        if await connection.fetchval("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint") > first:
            return
        await asyncio.sleep(_PAUSE_SECONDS)
    raise KeysRefused("A transaction from before is still open after ten minutes: end it, then run this again")


async def require_indexes(connection: "Connection", numbers: tuple[int, ...]) -> None:
    """Let the database refuse an identity code without an index under each of these keys."""
    await connection.execute(_REQUIRE, list(numbers))


async def _endorse(connection: "Connection", seeds: Mapping[int, bytes]) -> None:
    believed = await known_checkpoint_keys(connection, seeds)
    for name, key in believed.items():
        endorsement = endorsement_of(key, seeds) if int(name) != max(seeds) else None
        await connection.execute(_ENDORSE, int(name), key["x"], endorsement)


async def retire_keys(
    connection: "Connection", keys: Mapping[str, Mapping[int, bytes]], now: datetime
) -> list[tuple[str, int]]:
    """Note that the keys which the settings no longer have are gone; return kind and id of those that went now."""
    gone: list[tuple[str, int]] = []
    for kind, ring in keys.items():
        gone += [(kind, row["number"]) for row in await connection.fetch(_RETIRE, kind, list(ring), now)]
    return gone
