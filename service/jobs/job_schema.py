"""The job library's tables: a schema of their own in our database, brought up to date with everything else."""

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
    Bring the library's tables to its installed version and return what was applied; a first time applies them whole.

    `connection` is that of the role that owns the tables.
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
    """Remove the library's tables with everything in them."""
    await connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")


async def pending_job_schema(connection: "Connection") -> list[str]:
    """Return what of the library's tables is missing; the application's role may ask."""
    if not await connection.fetchval(f"SELECT to_regclass('{SCHEMA}.applied')"):
        return [SCHEMA]
    done = {row["name"] for row in await connection.fetch(f"SELECT name FROM {SCHEMA}.applied")}
    return [name for name in _known() if name not in done]


def _folder() -> Path:
    """Return where the library keeps its SQL; it is not imported, for it brings a driver that only the worker uses."""
    return Path(str(distribution("procrastinate").locate_file("procrastinate/sql")))


def _known() -> list[str]:
    """Return the names of the library's migrations, oldest first; the whole schema contains them all."""
    return sorted(found.name for found in (_folder() / "migrations").glob("*.sql"))
