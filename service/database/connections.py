"""The database connections of this process: the ORM for writes, a plain pool for compiled reads; no wait is endless."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Literal
from urllib.parse import parse_qs, unquote, urlsplit

import asyncpg
from tortoise.context import TortoiseContext

from service.database.deadlines import ENDLESS, Deadlines
from service.database.statement_pool import StatementPool

Durability = Literal["strict", "relaxed"]


def credentials(url: str) -> dict[str, Any]:
    """
    Return the connection arguments for asyncpg and Tortoise from a URL.

    Its form is `postgresql://user:password@host:port/database?host=…&sslmode=…`.
    """
    parts, query = urlsplit(url), parse_qs(urlsplit(url).query)
    values: dict[str, Any] = {
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password) if parts.password else None,
        "host": query.get("host", [parts.hostname or "127.0.0.1"])[0],
        "port": parts.port or 5432,
        "database": parts.path.removeprefix("/"),
    }
    return values | ({"ssl": query["sslmode"][0]} if "sslmode" in query else {})


def tortoise_config(url: str, pool: int = 8, deadlines: Deadlines = ENDLESS) -> dict[str, Any]:
    """Return Tortoise's configuration for all models and their migrations; times are in UTC."""
    connection = credentials(url) | {"minsize": 1, "maxsize": pool, "application_name": "polku"}
    connection |= deadlines.connecting | {"server_settings": deadlines.server_settings}
    return {
        "connections": {"default": {"engine": "service.database.orm_backend", "credentials": connection}},
        "apps": {"models": {"models": ["models"], "migrations": "models.migrations", "default_connection": "default"}},
        "use_tz": True,
        "timezone": "UTC",
    }


@asynccontextmanager
async def orm(url: str, pool: int = 8, deadlines: Deadlines = ENDLESS) -> AsyncIterator[None]:
    """
    Keep Tortoise connected to `url` for every task of this process.

    Tortoise's state is a ContextVar: without the global fallback, a request that runs in another task than the lifespan
    finds no connection.
    """
    context = TortoiseContext()
    with context:  # only for initialising; it ends before the yield, which may resume in another task
        await context.init(config=tortoise_config(url, pool, deadlines), _enable_global_fallback=True)
    try:
        yield
    finally:
        await context.close_connections()


def raw(value: bytes) -> bytes:
    """Return PostgreSQL's JSON unchanged, as it goes into the answer."""
    return value


async def keep_json_raw(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    """Make `json` columns arrive as bytes; `jsonb` stays as it is, because its binary form has a version byte."""
    keep: Callable[[bytes], bytes] = raw
    await connection.set_type_codec("json", schema="pg_catalog", format="binary", encoder=keep, decoder=keep)


@asynccontextmanager
async def read_pool(
    url: str, size: int = 8, durability: Durability = "strict", deadlines: Deadlines = ENDLESS
) -> AsyncIterator[StatementPool]:
    """
    Yield the pool of the compiled reads.

    With `relaxed`, an answer may leave before its disclosure row is on disk (decision 0002); this affects only this
    pool, and writes always wait.
    """
    server_settings = {"application_name": "polku-read", "jit": "off"} | deadlines.server_settings
    if durability == "relaxed":
        server_settings["synchronous_commit"] = "off"

    async def connect() -> "asyncpg.Connection[asyncpg.Record]":
        connection: asyncpg.Connection[asyncpg.Record] = await asyncpg.connect(
            **credentials(url), **deadlines.driver_limits, server_settings=server_settings
        )
        await keep_json_raw(connection)
        return connection

    pool = StatementPool(connect, size, deadlines.wait)
    try:
        yield pool
    finally:
        await pool.close()
