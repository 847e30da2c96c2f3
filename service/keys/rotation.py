"""The change of keys as a whole: introduce the keys of the settings, move everything to them, say what is left."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import asyncpg

from auth.login.login import LOG_IN_LIFETIME
from models.code_index import live_index_keys
from models.sealed import Keyring, key_prefix
from resolvers.accounts.invitations import INVITATION_LIFETIME
from service.database.connections import connect
from service.database.erasure_replay import erasure_list_of
from service.database.key_usage import BACKUP, KeyUse, keys_of_commands, uses_of_other_keys
from service.database.migrations import pending_migrations
from service.keys.codes import coded_places
from service.keys.files import backup_uses, erasures_place, file_place
from service.keys.ledger import KeysRefused, KnownKey, introduce_keys, known_keys, require_indexes, retire_keys
from service.keys.moving import MovedPlace, PlaceResult, move_place
from service.keys.sealed_rows import export_places, provider_places
from service.keys.versions import version_place
from service.resources import file_store, keyring_of
from service.settings import Settings

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    Connection = asyncpg.Connection[asyncpg.Record]

_LOCK = 0x4B455953  # "KEYS": one command changes keys at a time
_LOCK_TRIES, _LOCK_PAUSE_SECONDS = 25, 0.2
_OWNS = "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'key_version'::regclass"
_IMPORTED = """
SELECT get_byte(row_digest, 1) * 256 + get_byte(row_digest, 2) AS number, count(*) AS rows FROM import_row
WHERE substr(row_digest, 1, 3) <> $1 GROUP BY 1 ORDER BY 1
"""
_FORGET = "DELETE FROM import_row WHERE substr(row_digest, 1, 3) <> $1"
# What was handed out under an older key works as long as that key is there: so long after the newer one came.
HANDED_OUT = {
    "index": INVITATION_LIFETIME,
    "cursor": timedelta(hours=1),
    "session": timedelta(hours=24) + LOG_IN_LIFETIME,
}


@dataclass(frozen=True)
class OldKey:
    """An older key that the settings still have: what needs it, and from when nothing handed out does (UTC)."""

    kind: str
    number: int
    uses: tuple[KeyUse, ...]
    handed_out_until: datetime

    def is_removable(self, now: datetime) -> bool:
        """Return whether the key can be removed from the settings."""
        return not self.uses and now >= self.handed_out_until


@dataclass(frozen=True)
class Rotation:
    """What a run did and found. `missing` are uses of keys that the settings do not have."""

    places: tuple[PlaceResult, ...]
    old: tuple[OldKey, ...]
    missing: tuple[KeyUse, ...]
    retired: tuple[tuple[str, int], ...]

    @property
    def is_complete(self) -> bool:
        """Whether everything stands under the newest keys."""
        return not any(place.left for place in self.places)


async def rotate_keys(
    settings: Settings,
    now: datetime,
    *,
    forgets_imports: bool = False,
    progress: Callable[[str, int], None] = lambda *_: None,
) -> Rotation:
    """
    Move everything that is sealed, indexed or signed to the newest keys of the settings; repeated, it goes on.

    It runs beside the service, as the role that owns the tables. With `forgets_imports`, what recognises rows of
    imports that were made under older keys is deleted.

    :raises KeysRefused: when it cannot begin
    """
    connection: Connection = await connect(settings.owner_url)
    try:
        await _be_alone(connection)
        await _refuse_unfit(connection)
        keyring, keys = keyring_of(settings), keys_of_commands(settings)
        await introduce_keys(connection, keys, keyring, now)
        moved, target = places_of(settings, keyring, now), _target(keyring, keys)
        places = [await move_place(connection, place, target, now, progress) for place in moved]
        if forgets_imports:
            await connection.execute(_FORGET, key_prefix(max(keyring.indexing)))
        return await _result(connection, settings, moved, places, now)
    finally:
        await connection.close()


async def _be_alone(connection: "Connection") -> None:
    """Take the lock of this command; one that was killed a moment ago may still hold it."""
    for _ in range(_LOCK_TRIES):
        if await connection.fetchval("SELECT pg_try_advisory_lock($1)", _LOCK):
            return
        await asyncio.sleep(_LOCK_PAUSE_SECONDS)
    raise KeysRefused("Another process changes the keys of this database right now: wait until it has ended")


async def _refuse_unfit(connection: "Connection") -> None:
    if await pending_migrations(connection):
        raise KeysRefused("Migrations are missing: run python3 run.py upgrade first")
    if not await connection.fetchval(_OWNS):
        raise KeysRefused("POLKU_OWNER_DATABASE_URL must name the role that owns the tables: this one does not")


def _target(keyring: Keyring, keys: dict[str, dict[int, bytes]]) -> str:
    """Return what tells one change of keys from another; a run with the same keys goes on where this one stopped."""
    indexes = "+".join(map(str, live_index_keys(keyring)))
    return f"field {keyring.sealing_key}, index {indexes}, session {max(keys['session'])}"


def places_of(settings: Settings, keyring: Keyring, now: datetime) -> list[MovedPlace]:
    """Return everything that is moved, in order."""
    return [
        *coded_places(keyring),
        version_place(keyring),
        *export_places(keyring),
        *provider_places(settings.keys("session_key"), now),
        file_place(file_store(settings)),
        erasures_place(erasure_list_of(settings)),
    ]


async def _result(
    connection: "Connection", settings: Settings, moved: list[MovedPlace], places: list[PlaceResult], now: datetime
) -> Rotation:
    keys = keys_of_commands(settings)
    newest = {kind: max(ring) for kind, ring in keys.items()}
    uses = await uses_of_other_keys(connection, *([newest[kind]] for kind in ("field", "index", "session")))
    if not any(use.kind == "index" for use in uses):
        await require_indexes(connection, (newest["index"],))
    uses += await _imports(connection, newest["index"])
    uses += [use for place in moved if place.uses for use in await place.uses(connection)]
    uses += await backup_uses(settings.backup_dir, keys[BACKUP]) if BACKUP in keys else []
    known = [one for one in await known_keys(connection) if one.kind in keys]
    missing = tuple(use for use in uses if use.number not in keys[use.kind])
    retired = [] if missing else await retire_keys(connection, keys, now)
    old = [_old_key(one, uses, known) for one in known if newest[one.kind] != one.number in keys[one.kind]]
    return Rotation(tuple(places), tuple(old), missing, tuple(retired))


async def _imports(connection: "Connection", newest: int) -> list[KeyUse]:
    """Return the imported rows that are recognised with an older index key; nobody has their text any more."""
    rows = await connection.fetch(_IMPORTED, key_prefix(newest))
    return [KeyUse("index", row["number"], "import_row.row_digest", row["rows"]) for row in rows]


def _old_key(one: KnownKey, uses: list[KeyUse], known: list[KnownKey]) -> OldKey:
    newer = min(
        (key.introduced_at for key in known if key.kind == one.kind and key.number > one.number),
        default=one.introduced_at,
    )
    until = newer + HANDED_OUT.get(one.kind, timedelta())
    of_key = tuple(use for use in uses if (use.kind, use.number) == (one.kind, one.number))
    return OldKey(one.kind, one.number, of_key, until)
