"""Bring the database to the models' shape and give the application exactly the rights it needs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import asyncpg
from asyncpg.pool import PoolConnectionProxy
from tortoise.connection import get_connection
from tortoise.context import TortoiseContext
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.executor import MigrationTarget
from tortoise.migrations.operations import Operation

import models.migrations
from service.database.connections import credentials, tortoise_config
from service.database.embedded_postgres import APP
from service.database.migration_states import LateExecutor
from service.jobs.job_schema import apply_job_schema, drop_job_schema, pending_job_schema

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    Connection = asyncpg.Connection[asyncpg.Record] | PoolConnectionProxy[asyncpg.Record]

MIGRATION_LOCK = 0x506F6C6B75  # "Polku"; any number that nobody else locks
_SEALED = ("log_block", "log_seal")  # only SEALER writes them, as the role that owns it
SEALER = "seal_log_block(integer, timestamptz)"
# What only the database says of an entry: a forged transaction would hide it from the sealer.
GIVEN = {"disclosure_log": ("id", "tx"), "login_event": ("tx",)}
COLUMN_RIGHTS = """
SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
"""
APPEND_ONLY = ("disclosure_log", "erasure", "history", "login_event", "version", "anomaly_day")
ERASING = (
    "may_erase(uuid, uuid)",
    "erase_actor(uuid, uuid)",
    "erase_trail(uuid, uuid, regclass, name, uuid[])",
    "erase_told(uuid, uuid)",
)
LATEST_MIGRATION, ZERO = "__latest__", "__first__"
_OURS = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> 'tortoise_migrations' ORDER BY 1
"""


@asynccontextmanager
async def migration_context(url: str) -> AsyncIterator[TortoiseContext]:
    """Yield a Tortoise context of its own, which neither sees nor disturbs the application's."""
    async with TortoiseContext() as context:
        await context.init(config=tortoise_config(url, pool=1))
        yield context


def _executor(url: str) -> LateExecutor:
    """Return the migration executor for the current context."""
    return LateExecutor(get_connection("default"), tortoise_config(url)["apps"])


async def migrate(url: str, target: str = LATEST_MIGRATION) -> list[str]:
    """
    Return the names of the migrations that were run; `url` connects as the role that owns the tables.

    `target` is `__latest__`, `__first__` (down to zero) or the name of one migration. An advisory lock lets several
    instances start at once: one migrates, the others wait and find nothing to do.
    """
    lock = await asyncpg.connect(**credentials(url))
    try:
        await lock.execute("SELECT pg_advisory_lock($1)", MIGRATION_LOCK)
        done: list[str] = []
        async with migration_context(url):
            await _executor(url).migrate(
                [MigrationTarget("models", target)],
                progress=lambda event, _app, name: done.append(name) if event.endswith("_done") else None,
            )
        await grant_rights(lock)
        await (drop_job_schema(lock) if target == ZERO else apply_job_schema(lock))
    finally:
        await lock.close()  # ends the session, and with it the lock
    return done


def migrate_now(url: str) -> list[str]:
    """Do the same for a process that does nothing else."""
    return asyncio.run(migrate(url))


async def is_migrated(url: str) -> bool:
    """Tell whether any migration was ever run; `url` is anybody's who may connect."""
    connection = await asyncpg.connect(**credentials(url))
    try:
        return bool(await connection.fetchval("SELECT to_regclass('tortoise_migrations') IS NOT NULL"))
    finally:
        await connection.close()


async def pending_migrations(connection: "Connection") -> list[str]:
    """Return the names of the migrations that the database lacks, oldest first; the application's role may ask."""
    if not await connection.fetchval("SELECT to_regclass('tortoise_migrations')"):
        return known_migrations()
    rows = await connection.fetch("SELECT name FROM tortoise_migrations WHERE app = 'models'")
    applied = {row["name"] for row in rows}
    return [name for name in known_migrations() if name not in applied] + await pending_job_schema(connection)


def known_migrations() -> list[str]:
    """Return the names of all migrations of this version, oldest first; their names begin with their number."""
    return sorted(found.name for found in iter_modules(models.migrations.__path__))


async def missing_migrations() -> list[str]:
    """Return what the models have and the migrations have not, one operation per line: empty unless somebody forgot."""
    async with migration_context("postgresql://nobody@/none") as context:
        writers = await detector(context).changes()
    return [_named(operation) for writer in writers for operation in writer.operations]


def _named(operation: Operation) -> str:
    """Return what an operation does and to what, for whoever forgot a migration."""
    parts = (type(operation).__name__, getattr(operation, "model_name", ""), getattr(operation, "name", ""))
    return " ".join(part for part in parts if part)


async def make_migration() -> list[str]:
    """Return the paths of the migration files written for what the models have and the migrations have not."""
    async with migration_context("postgresql://nobody@/none") as context:
        return await detector(context).write()


def detector(context: TortoiseContext) -> MigrationAutodetector:
    """Return Tortoise's comparison of models and migrations; it opens no connection."""
    config: dict[str, Any] = tortoise_config("postgresql://nobody@/none")["apps"]
    if context.apps is None:
        raise RuntimeError("Tortoise has no models")
    return MigrationAutodetector(context.apps, config)


async def grant_rights(connection: "Connection") -> None:
    """
    Give the application's role its rights, table by table; it owns nothing.

    What was logged stays logged: the tables of APPEND_ONLY can be read and added to, never changed; those of SEALED
    can be read. The functions of
    ERASING delete history and versions, of those alone whom a confirmed purge names.
    """
    if not await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", APP):
        return  # an administrator who runs everything under one role keeps the logs safe by other means
    tables = [row["relname"] for row in await connection.fetch(_OURS)]
    async with connection.transaction():
        await connection.execute(f"GRANT USAGE ON SCHEMA public TO {APP}")
        await connection.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {APP}")
        for table in tables:
            await connection.execute(f'REVOKE ALL ON "{table}" FROM {APP}')
            await connection.execute(f'GRANT {await rights_on(connection, table)} ON "{table}" TO {APP}')
        if await connection.fetchval("SELECT to_regclass('tortoise_migrations')"):
            await connection.execute(f"GRANT SELECT ON tortoise_migrations TO {APP}")
        for function in (SEALER, *ERASING):
            if await connection.fetchval("SELECT to_regprocedure($1)", function):
                await connection.execute(f"GRANT EXECUTE ON FUNCTION {function} TO {APP}")


async def rights_on(connection: "Connection", table: str) -> str:
    """Return what the application's role may do with a table."""
    if table in _SEALED:
        return "SELECT"
    if table in GIVEN:
        columns = [row["attname"] for row in await connection.fetch(COLUMN_RIGHTS, table)]
        named = ", ".join(f'"{column}"' for column in columns if column not in GIVEN[table])
        return f"SELECT, INSERT ({named})"
    return "SELECT, INSERT" if table in APPEND_ONLY else "SELECT, INSERT, UPDATE, DELETE"
