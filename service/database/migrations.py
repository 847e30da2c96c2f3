"""Migrations of the database, and the rights of the application's role."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, nullcontext
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import asyncpg
from asyncpg.pool import PoolConnectionProxy
from tortoise.connection import get_connection
from tortoise.context import TortoiseContext
from tortoise.migrations.executor import MigrationTarget
from tortoise.migrations.operations import AddConstraint, CreateModel, Operation
from tortoise.transactions import in_transaction

import models.migrations
from service.database.connections import connect, tortoise_config
from service.database.embedded_postgres import APP
from service.database.job_schema import apply_job_schema, drop_job_schema, pending_job_schema
from service.database.migration_states import LazyDetector, LazyExecutor

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    Connection = asyncpg.Connection[asyncpg.Record] | PoolConnectionProxy[asyncpg.Record]

MIGRATION_LOCK = 0x506F6C6B75  # "Polku"; a number that no other lock uses
# Only the function SEALER writes the logs' seals, as the role that owns it, and only commands of the owner the others.
_READ_ONLY = ("key_move", "key_version", "erased_entry", "log_block", "log_seal", "reference_load", "reference_seed")
SEALER = "seal_log_block(integer, timestamptz)"
# Columns that only the database may fill: a forged transaction id would hide an entry from the sealer.
DATABASE_FILLED_COLUMNS = {
    "disclosure_log": ("id", "tx"),
    "login_event": ("tx",),
    "history": ("id", "tx", "salt"),
    "version": ("id", "tx", "salt"),
    "erasure": ("id", "tx"),
}
# Who saw whom in an emergency, and what was decided to be erased: only the functions of ERASING delete any of it.
_UNDELETED = ("emergency_access", "purge", "purge_item", "support_access")
COLUMN_RIGHTS = """
SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
"""
APPEND_ONLY = (
    "disclosure_log",
    "erasure",
    "history",
    "log_checkpoint",
    "log_removal",
    "login_event",
    "version",
    "anomaly_day",
    "frozen_month",
    "monthly_figure",
)
ERASING = (
    "may_erase(uuid, uuid)",
    "erase_actor(uuid, uuid)",
    "erase_trail(uuid, uuid, regclass, name, uuid[])",
    "erase_told(uuid, uuid)",
    "end_log_blocks(bigint, bigint, timestamptz)",
)
LATEST_MIGRATION, ZERO = "__latest__", "__first__"
_TABLES_SQL = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> 'tortoise_migrations' ORDER BY 1
"""


@asynccontextmanager
async def migration_context(url: str) -> AsyncIterator[TortoiseContext]:
    """Yield a separate Tortoise context, which is independent of the application's."""
    async with TortoiseContext() as context:
        await context.init(config=tortoise_config(url, pool=1))
        yield context


def _executor(url: str) -> LazyExecutor:
    """Return the migration executor for the current context."""
    return LazyExecutor(get_connection("default"), tortoise_config(url)["apps"])


async def migrate(
    url: str, target: str = LATEST_MIGRATION, *, is_atomic: bool = False, lock_seconds: int = 0
) -> list[str]:
    """
    Run migrations and return their names; `url` connects as the role that owns the tables.

    `target` is `__latest__`, `__first__` (no migration applied) or the name of one migration. Several instances may
    start at once: an advisory lock lets one migrate, and the others find nothing left. With `is_atomic`, all of them
    are one transaction: when one fails, none was run; then `lock_seconds` is how long it waits for a table that others
    use, 0 as long as it takes.
    """
    done: list[str] = []
    async with migration_lock(url) as connection:
        async with migration_context(url), _one_transaction(lock_seconds) if is_atomic else nullcontext():
            await _executor(url).migrate(
                [MigrationTarget("models", target)],
                progress=lambda event, _app, name: done.append(name) if event.endswith("_done") else None,
            )
        await grant_rights(connection)
        await (drop_job_schema(connection) if target == ZERO else apply_job_schema(connection))
    return done


@asynccontextmanager
async def _one_transaction(lock_seconds: int) -> AsyncIterator[None]:
    """Hold one transaction of the current context; constraints are checked at once, so that tables can be altered."""
    async with in_transaction("default") as db:
        await db.execute_script(f"SET CONSTRAINTS ALL IMMEDIATE; SET LOCAL lock_timeout = '{lock_seconds}s'")
        yield


@asynccontextmanager
async def migration_lock(url: str) -> AsyncIterator["Connection"]:
    """Yield a connection of the owner once no other process migrates or loads reference content; others wait."""
    connection = await connect(url)
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", MIGRATION_LOCK)
        yield connection
    finally:
        await connection.close()  # ends the session, and with it the lock


def migrate_now(url: str) -> list[str]:
    """Do the same for a process that does nothing else."""
    return asyncio.run(migrate(url))


async def is_migrated(url: str) -> bool:
    """Tell whether any migration was ever run; `url` is anybody's who may connect."""
    connection = await connect(url)
    try:
        return bool(await connection.fetchval("SELECT to_regclass('tortoise_migrations') IS NOT NULL"))
    finally:
        await connection.close()


async def pending_migrations(connection: "Connection") -> list[str]:
    """Return the names of the migrations that the database lacks, oldest first; the application's role may call it."""
    if not await connection.fetchval("SELECT to_regclass('tortoise_migrations')"):
        return known_migrations()
    rows = await connection.fetch("SELECT name FROM tortoise_migrations WHERE app = 'models'")
    applied = {row["name"] for row in rows}
    return [name for name in known_migrations() if name not in applied] + await pending_job_schema(connection)


def not_expanding(names: Iterable[str]) -> list[str]:
    """
    Return those of these migrations that do not say `expands = True`.

    An expansion only adds: the code of the version before works with the database after it, reading and writing.
    """
    ours = {name for name in names if name in known_migrations()}
    modules = {name: import_module(f"models.migrations.{name}") for name in ours}
    return [name for name in names if name not in ours or not getattr(modules[name].Migration, "expands", False)]


def known_migrations() -> list[str]:
    """Return the names of all migrations of this version, oldest first; each name begins with its number."""
    return sorted(module.name for module in iter_modules(models.migrations.__path__))


async def missing_migrations() -> list[str]:
    """Return the changes of the models that no migration has, one operation per line; normally empty."""
    async with migration_context("postgresql://nobody@/none") as context:
        writers = await detector(context).changes()
    return [_described(operation) for writer in writers for operation in writer.operations]


def _described(operation: Operation) -> str:
    """Return an operation and its target as text, for the developer who forgot a migration."""
    parts = (type(operation).__name__, getattr(operation, "model_name", ""), getattr(operation, "name", ""))
    return " ".join(part for part in parts if part)


async def make_migration() -> list[str]:
    """Write migration files for the changes of the models that no migration has; return their paths."""
    async with migration_context("postgresql://nobody@/none") as context:
        writers = await detector(context).changes()
        for writer in writers:
            writer.operations = [part for operation in writer.operations for part in _with_constraints(operation)]
        return [str(writer.write()) for writer in writers]


def _with_constraints(operation: Operation) -> list[Operation]:
    """Return an operation and, of a new table, one for each of its constraints: `CreateModel` makes none of them."""
    if not isinstance(operation, CreateModel) or not operation.options:
        return [operation]
    options = {name: value for name, value in operation.options.items() if name != "constraints"}
    table = CreateModel(operation.name, operation.fields, options, operation.bases)
    return [table, *(AddConstraint(operation.name, made) for made in operation.options.get("constraints", ()))]


def detector(context: TortoiseContext) -> LazyDetector:
    """Return Tortoise's comparison of models and migrations; it opens no connection."""
    config: dict[str, Any] = tortoise_config("postgresql://nobody@/none")["apps"]
    if context.apps is None:
        raise RuntimeError("Tortoise has no models")
    return LazyDetector(context.apps, config)


async def grant_rights(connection: "Connection") -> None:
    """
    Give the application's role its rights, table by table; it owns nothing.

    The tables of APPEND_ONLY can be read and inserted into, never changed; those of _READ_ONLY can only be read. The
    functions of ERASING delete history and versions, but only of people whom a confirmed purge names.
    """
    if not await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", APP):
        return  # an operator who uses one role for everything must protect the logs by other means
    tables = [row["relname"] for row in await connection.fetch(_TABLES_SQL)]
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
    """Return the SQL rights of the application's role on a table."""
    if table in _READ_ONLY:
        return "SELECT"
    if table in DATABASE_FILLED_COLUMNS:
        columns = [row["attname"] for row in await connection.fetch(COLUMN_RIGHTS, table)]
        named = ", ".join(f'"{column}"' for column in columns if column not in DATABASE_FILLED_COLUMNS[table])
        return f"SELECT, INSERT ({named})"
    if table in _UNDELETED:
        return "SELECT, INSERT, UPDATE"
    return "SELECT, INSERT" if table in APPEND_ONLY else "SELECT, INSERT, UPDATE, DELETE"
