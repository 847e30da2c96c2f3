"""The database connections of this process: the ORM for writes, a plain pool for compiled reads; no wait is endless."""

import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from functools import cache
from typing import Any, Literal
from urllib.parse import parse_qs, unquote, urlsplit

import asyncpg
from tortoise.context import TortoiseContext, set_global_context

from service.database.deadlines import ENDLESS, Deadlines
from service.database.statement_pool import StatementPool
from service.primary_server import connected, following

Durability = Literal["strict", "relaxed"]
_PORT = 5432
_TLS = ("sslmode", "sslrootcert")
_NO_OPTIONS: Mapping[str, str] = {}
# A machine that is gone is silent: the driver of the jobs leaves it, where asyncpg has `PrimaryServer`.
_FAIL_OVER = {
    "connect_timeout": 3,  # of each server
    "tcp_user_timeout": 5000,  # ms
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}


def credentials(url: str) -> dict[str, Any]:
    """
    Return the connection arguments for asyncpg from a URL.

    Its form is `postgresql://user:password@host:port/database?host=…&sslmode=verify-full&sslrootcert=…`: the file of
    the authority that vouches for the server, or `system` for those that the machine trusts. With several servers,
    `…@one:5432,two:5432/…`, host and port are lists, and only the server that takes writes is connected to, unless
    `target_session_attrs` says otherwise.
    """
    parts, query = urlsplit(url), parse_qs(urlsplit(url).query)
    user, password, servers = _authority(parts.netloc)
    values: dict[str, Any] = {
        "user": user,
        "password": password,
        "host": query.get("host", [servers[0][0] or "127.0.0.1"])[0],
        "port": servers[0][1],
        "database": parts.path.removeprefix("/"),
    }
    if len(servers) > 1:
        values |= {"host": [host for host, _ in servers], "port": [port for _, port in servers]}
        values["target_session_attrs"] = query.get("target_session_attrs", ["read-write"])[0]
    mode, authority = (query.get(name, [None])[0] for name in _TLS)
    if authority is not None:
        return values | {"ssl": _verifying(authority, mode != "verify-ca")}
    return values | ({"ssl": mode} if mode else {})


@cache
def _verifying(authority: str, checks_name: bool) -> ssl.SSLContext:  # noqa: FBT001 - part of the key of the cache
    """
    Return what a connection is verified with: by this authority, or by those of the machine for `system`.

    asyncpg reads the file from the environment or a home directory alone, which a service of the system has not.
    """
    context = ssl.create_default_context(cafile=None if authority == "system" else authority)
    context.check_hostname = checks_name
    return context


def _authority(netloc: str) -> tuple[str, str | None, list[tuple[str, int]]]:
    """Return user, password and servers of a URL; the library that reads URLs knows one server alone."""
    account, _, places = netloc.rpartition("@")
    user, has_password, password = account.partition(":")
    read = [urlsplit(f"//{place}") for place in places.split(",")]
    servers = [(one.hostname or "", one.port or _PORT) for one in read]
    return unquote(user), unquote(password) if has_password and password else None, servers


def libpq_options(url: str) -> dict[str, Any]:
    """Return the connection arguments for libpq: psycopg, and the programs of PostgreSQL."""
    target = credentials(url)
    query, names = parse_qs(urlsplit(url).query), {"database": "dbname"}
    options = {names.get(name, name): value for name, value in target.items() if value is not None and name != "ssl"}
    options |= {name: query[name][0] for name in _TLS if name in query}
    if isinstance(options["host"], list):
        options |= {"host": ",".join(options["host"]), "port": ",".join(map(str, options["port"]))}
        options |= _FAIL_OVER
    return options


async def connect(url: str, **options: Any) -> "asyncpg.Connection[asyncpg.Record]":
    """
    Return a connection to a database; `options` are asyncpg's.

    :raises Exception: what the driver raises
    """
    return await connected(credentials(url), **options)


def tortoise_config(url: str, pool: int = 8, deadlines: Deadlines = ENDLESS) -> dict[str, Any]:
    """Return Tortoise's configuration for all models and their migrations; times are in UTC."""
    target = credentials(url)
    several = {} if isinstance(target["host"], str) else {"servers": (target["host"], target["port"])}
    one = {"host": target["host"][0], "port": target["port"][0]} if several else {}  # Tortoise knows one server alone
    connection = target | one | several | {"minsize": 1, "maxsize": pool, "application_name": "polku"}
    connection |= deadlines.connecting | {"server_settings": deadlines.server_settings}
    return {
        "connections": {"default": {"engine": "service.database.orm_backend", "credentials": connection}},
        "apps": {"models": {"models": ["models"], "migrations": "models.migrations", "default_connection": "default"}},
        "use_tz": True,
        "timezone": "UTC",
    }


class _Prepared:
    """What the parent of the workers has made of the models: with which configuration, and the context of it."""

    orm: tuple[dict[str, Any], TortoiseContext] | None = None


async def _initialised(config: dict[str, Any]) -> TortoiseContext:
    context = TortoiseContext()
    with context:  # only for initialising; it ends before the caller goes on, who may resume in another task
        await context.init(config=config)
    return context


async def prepare_orm(url: str, pool: int, deadlines: Deadlines) -> None:
    """
    Make of the models what `orm` needs, and connect to nothing: processes that are forked afterwards share it.

    Tortoise works out fifty thousand filters, which take 16 MB.
    """
    config = tortoise_config(url, pool, deadlines)
    _Prepared.orm = config, await _initialised(config)


@asynccontextmanager
async def orm(url: str, pool: int = 8, deadlines: Deadlines = ENDLESS) -> AsyncIterator[None]:
    """
    Keep Tortoise connected to `url` for every task of this process, and follow the primary of several servers.

    Tortoise's state is a ContextVar: without the global fallback, a request that runs in another task than the lifespan
    finds no connection.
    """
    config = tortoise_config(url, pool, deadlines)
    (prepared, context), _Prepared.orm = _Prepared.orm or ({}, None), None
    if context is None or prepared != config:
        context = await _initialised(config)
    set_global_context(context)
    async with following(credentials(url)):
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
    url: str,
    size: int = 8,
    durability: Durability = "strict",
    deadlines: Deadlines = ENDLESS,
    server_options: Mapping[str, str] = _NO_OPTIONS,
) -> AsyncIterator[StatementPool]:
    """
    Yield the pool of the compiled reads; `server_options` are further settings of its connections.

    With `relaxed`, an answer may leave before its disclosure row is on disk (decision 0002); this affects only this
    pool, and writes always wait.
    """
    server_settings = {"application_name": "polku-read", "jit": "off", **deadlines.server_settings, **server_options}
    if durability == "relaxed":
        server_settings["synchronous_commit"] = "off"

    target = credentials(url)

    async def opened() -> "asyncpg.Connection[asyncpg.Record]":
        connection = await connected(target, **deadlines.driver_limits, server_settings=server_settings)
        await keep_json_raw(connection)
        return connection

    pool = StatementPool(opened, size, deadlines.wait)
    try:
        yield pool
    finally:
        await pool.close()
