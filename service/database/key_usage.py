"""Which keys the stored rows still need, whether the settings have them, and whether they are the ones of before."""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import asyncpg
from asyncpg.pool import PoolConnectionProxy

from models.code_index import live_index_keys
from models.sealed import Keyring, key_prefix
from service.logs import log
from service.resources import keyring_of
from service.settings import Settings

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    Connection = asyncpg.Connection[asyncpg.Record] | PoolConnectionProxy[asyncpg.Record]

KINDS = ("field", "index", "cursor", "session", "log")  # of the service
BACKUP = "backup"  # the kind that only the commands for backups and the change of keys have
CODED_TABLES = ("client", "referral")
# Table and column of the other values that are sealed with the field key, and of those with the session key.
SEALED_COLUMNS = (("package", "json"), ("package", "pdf"))
TEXT_COLUMNS = (("provider_key", "private_key"), ("second_factor", "secret"), ("session", "id_token"))
_NUMBER = "get_byte({0}, 1) * 256 + get_byte({0}, 2)"
_SEALED = (
    "SELECT {number} AS number, count(*) AS rows FROM {table}"
    " WHERE {column} IS NOT NULL AND substr({column}, 1, 3) <> ALL ($1::bytea[]) GROUP BY 1 ORDER BY 1"
)
# A row is found when one of its indexes is under a live key. The newest index that it has names the missing key.
_INDEXED = (
    "SELECT coalesce(greatest({odd}, {even}), 0) AS number, count(*) AS rows FROM {table}"
    " WHERE personal_identity_code IS NOT NULL"
    " AND coalesce(substr(identity_index, 1, 3) <> ALL ($1::bytea[]), TRUE)"
    " AND coalesce(substr(identity_index_even, 1, 3) <> ALL ($1::bytea[]), TRUE) GROUP BY 1 ORDER BY 1"
)
_TEXTS = (
    "SELECT split_part({column}, '.', 1)::int AS number, count(*) AS rows FROM {table}"
    " WHERE split_part({column}, '.', 1) <> ALL ($1::text[]) GROUP BY 1 ORDER BY 1"
)
_KNOWN = "SELECT kind, number, fingerprint FROM key_version ORDER BY kind, number"


class KeyMissing(RuntimeError):
    """Rows need a key that the settings do not have, or have otherwise; the text names keys and counts, not rows."""

    code = "KEY_MISSING"


@dataclass(frozen=True)
class KeyUse:
    """So many rows of a place need the key of this kind and id."""

    kind: str
    number: int
    place: str
    rows: int

    def text(self) -> str:
        """Return it as part of a sentence."""
        return f"{self.place}: {self.rows} need {self.kind} key {self.number}"


def keys_of(settings: Settings) -> dict[str, dict[int, bytes]]:
    """Return the keys of each kind, by their ids."""
    return {kind: settings.keys(f"{kind}_key") for kind in KINDS}


def keys_of_commands(settings: Settings) -> dict[str, dict[int, bytes]]:
    """Return the keys of each kind and, where the settings have them, those of backups."""
    has_backups = bool(settings.backup_key.get_secret_value())
    return keys_of(settings) | ({BACKUP: settings.keys("backup_key")} if has_backups else {})


def fingerprint(kind: str, key: bytes) -> bytes:
    """Return what tells two keys apart and gives neither away."""
    return hmac.digest(key, f"polku {kind} key".encode(), sha256)[:16]


async def uses_of_other_keys(
    connection: "Connection", sealing: Iterable[int], indexing: Iterable[int], session: Iterable[int]
) -> list[KeyUse]:
    """Return how many rows need a key other than these, by kind, key and place."""
    fields, indexes = ([key_prefix(number) for number in numbers] for numbers in (sealing, indexing))
    coded = [(table, "personal_identity_code") for table in CODED_TABLES]
    uses = []
    for table, column in (*coded, *SEALED_COLUMNS):
        sql = _SEALED.format(number=_NUMBER.format(column), table=table, column=column)
        uses += await _uses(connection, "field", f"{table}.{column}", sql, fields)
    for table in CODED_TABLES:
        sql = _INDEXED.format(
            odd=_NUMBER.format("identity_index"), even=_NUMBER.format("identity_index_even"), table=table
        )
        uses += await _uses(connection, "index", f"{table}.identity_index", sql, indexes)
    for table, column in TEXT_COLUMNS:
        sql = _TEXTS.format(table=table, column=column)
        uses += await _uses(connection, "session", f"{table}.{column}", sql, [str(number) for number in session])
    return uses


async def _uses(connection: "Connection", kind: str, place: str, sql: str, known: list[Any]) -> list[KeyUse]:
    return [KeyUse(kind, row["number"], place, row["rows"]) for row in await connection.fetch(sql, known)]


async def missing_keys(connection: "Connection", keyring: Keyring, session: Iterable[int]) -> list[KeyUse]:
    """Return which keys rows need that this process does not have; index keys count as far as a search uses them."""
    return await uses_of_other_keys(connection, keyring.sealing, live_index_keys(keyring), session)


async def exchanged_keys(connection: "Connection", keys: Mapping[str, Mapping[int, bytes]]) -> list[tuple[str, int]]:
    """Return kind and id of the keys that are others than those that the database knows under their ids."""
    return [
        (row["kind"], row["number"])
        for row in await connection.fetch(_KNOWN)
        if (key := keys.get(row["kind"], {}).get(row["number"])) is not None
        and not hmac.compare_digest(fingerprint(row["kind"], key), row["fingerprint"])
    ]


async def refuse_missing_keys(connection: "Connection", settings: Settings) -> None:
    """
    Check that this process has every key that rows need; a database that is not migrated yet needs none.

    :raises KeyMissing: naming the keys and how many rows need each
    """
    if not await connection.fetchval("SELECT to_regclass('key_version')"):
        return
    if exchanged := await exchanged_keys(connection, keys_of(settings)):
        named = ", ".join(f"{kind} key {number}" for kind, number in exchanged)
        log.error("keys are not those of before", codes=[named])
        raise KeyMissing(f"Not the keys that this database knows under their ids: {named}. Set the keys of before")
    uses = await missing_keys(connection, keyring_of(settings), settings.keys("session_key"))
    if uses:
        named = "; ".join(use.text() for use in uses)
        log.error("keys are missing", codes=[use.text() for use in uses])  # the text of an exception is not logged
        raise KeyMissing(f"Keys are missing that rows need ({named}): add them, then run python3 run.py rotate-keys")
