"""The job library's tables: a schema of their own in our database, brought up to date with everything else."""

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
from asyncpg.pool import PoolConnectionProxy
from procrastinate import PsycopgConnector
from procrastinate.schema import SchemaManager
from psycopg.conninfo import make_conninfo

from service.database import credentials
from service.embedded import APP

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


def job_connector(url: str, size: int) -> PsycopgConnector:
    """Return the library's connections to `url`, as the role that the URL names."""
    found = credentials(url)
    told = {"sslmode": found["ssl"]} if "ssl" in found else {}
    conninfo = make_conninfo(
        user=found["user"], password=found["password"], host=found["host"], port=found["port"],
        dbname=found["database"], application_name="polku-worker", options=f"-c search_path={SCHEMA}", **told,
    )  # fmt: skip
    return PsycopgConnector(conninfo=conninfo, min_size=1, max_size=size)


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
            await connection.execute(SchemaManager.get_schema())
        for name in missing if done else ():
            await connection.execute((Path(SchemaManager.get_migrations_path()) / name).read_text("utf-8"))
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


def _known() -> list[str]:
    """Return the names of the library's migrations, oldest first; the whole schema contains them all."""
    folder = resources.files("procrastinate.sql") / "migrations"
    return sorted(found.name for found in folder.iterdir() if found.name.endswith(".sql"))
