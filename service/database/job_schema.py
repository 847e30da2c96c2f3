"""The tables of the job library: a separate schema in our database, migrated together with everything else."""

from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
from asyncpg.pool import PoolConnectionProxy

from service.database.embedded_postgres import APP

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    Connection = asyncpg.Connection[asyncpg.Record] | PoolConnectionProxy[asyncpg.Record]

SCHEMA = "jobs"
_RIGHTS = f"""
GRANT USAGE ON SCHEMA {SCHEMA} TO {APP};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {SCHEMA} TO {APP};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {SCHEMA} TO {APP};
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {SCHEMA} TO {APP};
REVOKE INSERT, UPDATE, DELETE ON {SCHEMA}.applied FROM {APP};
"""


async def apply_job_schema(connection: "Connection") -> list[str]:
    """
    Bring the library's tables to its installed version; return the names of the migrations that were missing.

    A new database gets the whole schema at once. `connection` must use the role that owns the tables.
    """
    await connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
    async with connection.transaction():
        await connection.execute(f"SET LOCAL search_path = {SCHEMA}")
        await connection.execute("CREATE TABLE IF NOT EXISTS applied (name text PRIMARY KEY)")
        done = {row["name"] for row in await connection.fetch("SELECT name FROM applied")}
        missing = [name for name in _known() if name not in done]
        if not done:
            await connection.execute((_folder() / "schema.sql").read_text("utf-8"))
        for name in missing if done else ():
            await connection.execute((_folder() / "migrations" / name).read_text("utf-8"))
        await connection.executemany("INSERT INTO applied VALUES ($1)", [(name,) for name in missing])
        if await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", APP):
            await connection.execute(_RIGHTS)
    return missing


async def drop_job_schema(connection: "Connection") -> None:
    """Remove the library's tables and their content."""
    await connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")


async def pending_job_schema(connection: "Connection") -> list[str]:
    """Return the names of the library's missing migrations; the application's role may call it."""
    if not await connection.fetchval(f"SELECT to_regclass('{SCHEMA}.applied')"):
        return [SCHEMA]
    done = {row["name"] for row in await connection.fetch(f"SELECT name FROM {SCHEMA}.applied")}
    return [name for name in _known() if name not in done]


def _folder() -> Path:
    """Return the library's directory of SQL; it is not imported, because that loads a driver only the worker needs."""
    return Path(str(distribution("procrastinate").locate_file("procrastinate/sql")))


def _known() -> list[str]:
    """Return the names of the library's migrations, oldest first; its whole schema includes all of them."""
    return sorted(path.name for path in (_folder() / "migrations").glob("*.sql"))
