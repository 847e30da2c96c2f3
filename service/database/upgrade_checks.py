"""Whether this version can read a database, before it changes anything in it."""

from dataclasses import dataclass
from typing import Any

import asyncpg

from models.sealed import Keyring, Place, unseal_bytes
from service.database.connections import connect
from service.database.migrations import known_migrations, not_expanding, pending_migrations
from service.database.row_counts import COUNTING_STATEMENT

SERVER_VERSION = 18
_OWNS = """
SELECT coalesce(bool_and(pg_has_role(relowner, 'USAGE')), has_schema_privilege('public', 'CREATE')) FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
"""
_SEALED = "SELECT id, personal_identity_code FROM client WHERE personal_identity_code IS NOT NULL ORDER BY id LIMIT 1"


class UpgradeRefused(RuntimeError):
    """The database cannot be brought to this version; nothing was changed, and the text says what to do."""

    code = "UPGRADE_REFUSED"


@dataclass(frozen=True)
class DatabaseState:
    """The version of the server, the migrations that were applied and that wait, and the rows of each table."""

    server: int
    applied: tuple[str, ...]
    pending: tuple[str, ...]
    rows: dict[str, int]
    is_owner: bool


async def database_state(url: str) -> DatabaseState:
    """
    Return what the database is like; `url` connects as the role that owns the tables.

    :raises UpgradeRefused: when it cannot be reached
    """
    try:
        connection = await connect(url)
    except (asyncpg.PostgresError, asyncpg.InternalClientError, OSError) as error:
        raise UpgradeRefused(
            f"The database cannot be reached ({type(error).__name__}): see that it runs, and POLKU_OWNER_DATABASE_URL"
        ) from None
    try:
        statement = await connection.fetchval(COUNTING_STATEMENT)
        rows = {row["name"]: row["rows"] for row in await connection.fetch(statement)} if statement else {}
        return DatabaseState(
            connection.get_server_version().major,
            tuple(await _applied(connection)),
            tuple(await pending_migrations(connection)),
            rows,
            bool(await connection.fetchval(_OWNS)),
        )
    finally:
        await connection.close()


async def _applied(connection: Any) -> list[str]:
    if not await connection.fetchval("SELECT to_regclass('tortoise_migrations')"):
        return []
    rows = await connection.fetch("SELECT name FROM tortoise_migrations WHERE app = 'models' ORDER BY name")
    return [row["name"] for row in rows]


def refuse_contraction(state: DatabaseState) -> None:
    """
    Check that the code of the version before can go on while the migrations run, and after them.

    :raises UpgradeRefused: naming the migrations that take something away or change it
    """
    if unfit := not_expanding(state.pending):
        raise UpgradeRefused(
            f"The service must be stopped for {', '.join(unfit)}: stop every host, and upgrade without --while-serving"
        )


async def refuse_unreadable(url: str, state: DatabaseState, keyring: Keyring) -> None:
    """
    Check that this version knows the database: server, role, migrations and keys.

    :raises UpgradeRefused: with the reason
    :raises SealRefused: when the field key does not open what is stored
    """
    if state.server < SERVER_VERSION:
        raise UpgradeRefused(f"The server is PostgreSQL {state.server}: this version needs {SERVER_VERSION} or newer")
    if unknown := sorted(set(state.applied) - set(known_migrations())):
        raise UpgradeRefused(
            f"The database is of a newer version: it has {', '.join(unknown)}, which this one does not know. Install"
            " the newer version again, or restore a backup of this one"
        )
    if not state.is_owner:
        raise UpgradeRefused("POLKU_OWNER_DATABASE_URL must name the role that owns the tables: this one does not")
    if "client" in state.rows:
        connection = await connect(url)
        try:
            row = await connection.fetchrow(_SEALED)
        finally:
            await connection.close()
        if row is not None:
            unseal_bytes(keyring, Place("client", "personal_identity_code", row["id"]), row["personal_identity_code"])
