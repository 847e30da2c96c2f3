"""
Which of several PostgreSQL servers takes writes, and how a process moves to another one after a fail-over.

A machine that is gone does not refuse connections, it is silent: servers are asked side by side, so that nobody waits
for a silent one. A connection to it is silent too, and would be found out only by its deadline, one after another;
therefore all connections to a server that is no longer the primary are ended as soon as another one is found.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from functools import cache
from typing import Any
from weakref import WeakSet

import asyncpg

from service.logs import described_exception, log

Connection = asyncpg.Connection
Server = tuple[str, int]  # host and port
HEAD_START_SECONDS = 0.3  # of the server that was the primary last
LOOK_SECONDS = 1.0  # between two looks whether it still is
LOOK_TIMEOUT_SECONDS = 2.0
_abandoned: set["asyncio.Task[Connection]"] = set()  # a task that nobody holds may vanish while it runs
_IS_PRIMARY = "SELECT NOT pg_is_in_recovery()"
_WAITING = "syncrep.c"  # where PostgreSQL gives up waiting for a standby; the text is in the server's language


class NotReplicated(asyncpg.InterfaceError):
    """
    A commit is on the disk of the primary, and no standby has confirmed it: a fail-over may lose it.

    PostgreSQL reports such a commit as done, with a warning, when somebody cancels its wait for the standby. It counts
    as a lost connection: nobody knows whether it is saved for good.
    """

    code = "NOT_REPLICATED"

    def __init__(self) -> None:
        super().__init__("no standby confirmed the commit")


class PrimaryServer:
    """The servers of one database, which of them was the primary last, and the connections of this process to each."""

    def __init__(self, servers: Sequence[Server]) -> None:
        self._servers = tuple(servers)
        self._last = self._servers[0]
        self._connections: dict[Server, WeakSet[Connection]] = {server: WeakSet() for server in servers}

    async def connect(self, **options: Any) -> Connection:
        """
        Return a connection to the primary, and end those to a server that was it before; `options` are asyncpg's.

        :raises Exception: what the driver raises where no server is the primary, or none answers
        """
        head_start = asyncio.Event()
        attempts = {asyncio.create_task(self._attempt(server, head_start, options)): server for server in self._servers}
        pending, errors = set(attempts), list[BaseException]()
        try:
            while pending:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                errors += [error for attempt in done if (error := attempt.exception()) is not None]
                if found := [attempt for attempt in done if attempt.exception() is None]:
                    pending.update(found[1:])
                    self._note(attempts[found[0]], found[0].result())
                    return found[0].result()
            raise _most_telling(errors)
        finally:
            _give_up(pending)

    async def _attempt(self, server: Server, head_start: asyncio.Event, options: Mapping[str, Any]) -> Connection:
        """Connect to one server; all but the last primary wait until that had its head start, or refused."""
        host, port = server
        if server != self._last:
            with suppress(TimeoutError):
                await asyncio.wait_for(head_start.wait(), HEAD_START_SECONDS)
        try:
            connection: Connection = await asyncpg.connect(host=host, port=port, **options)
        finally:
            head_start.set()
        return connection

    def _note(self, server: Server, connection: Connection) -> None:
        self._connections[server].add(connection)
        if server != self._last:
            log.warning("another database server is the primary", host=server[0], port=server[1])
            self._last = server
        self._leave(other for other in self._servers if other != server)

    def _leave(self, servers: Iterable[Server]) -> None:
        """End all connections to servers; whoever waits for an answer there learns at once that none will come."""
        for server in servers:
            for connection in list(self._connections[server]):
                connection.terminate()
            self._connections[server].clear()

    async def follow(self, **options: Any) -> None:
        """Look every second whether the primary still is it, and find the next one; until cancelled."""
        connection: Connection | None = None
        is_lost = False  # told once, and not at each look
        try:
            while True:
                try:
                    async with asyncio.timeout(LOOK_TIMEOUT_SECONDS):
                        if connection is None or connection.is_closed():
                            connection = await self.connect(**options)
                        if not await connection.fetchval(_IS_PRIMARY):
                            self._leave([self._last])
                    is_lost = False
                except Exception as error:  # noqa: BLE001 - whatever it is, it is looked again in a second
                    if not is_lost:
                        log.warning("the primary does not answer", **described_exception(error))
                    is_lost = True
                    if connection is not None:
                        connection.terminate()
                    connection = None
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            if connection is not None:
                connection.terminate()


@cache
def primary_server(servers: tuple[Server, ...]) -> PrimaryServer:
    """Return what this process knows of these servers; all of its connections to them share it."""
    return PrimaryServer(servers)


async def connected(target: Mapping[str, Any], **options: Any) -> Connection:
    """
    Return a connection to the database of `target`, as `credentials` returns it: with several hosts, to the primary.

    :raises Exception: what the driver raises
    """
    given = {**target, **options}
    if isinstance(given["host"], str):
        connection: Connection = await asyncpg.connect(**given)
        return connection
    servers = tuple(zip(given.pop("host"), given.pop("port"), strict=True))
    return await primary_server(servers).connect(**given)


@asynccontextmanager
async def following(target: Mapping[str, Any]) -> AsyncIterator[None]:
    """Follow the primary meanwhile, when `target` has several hosts."""
    if isinstance(target["host"], str):
        yield
        return
    options = {name: value for name, value in target.items() if name not in ("host", "port")}
    servers = primary_server(tuple(zip(target["host"], target["port"], strict=True)))
    looking = asyncio.create_task(
        servers.follow(**options, timeout=LOOK_TIMEOUT_SECONDS, server_settings={"application_name": "polku-primary"})
    )
    try:
        yield
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking


def is_unreplicated(message: Any) -> bool:
    """Return whether a message of the server says that a commit gave up waiting for its standby."""
    return getattr(message, "server_source_filename", None) == _WAITING


def _give_up(attempts: Iterable["asyncio.Task[Connection]"]) -> None:
    """End attempts that nobody waits for any more, and the connections that some of them make all the same."""
    for attempt in attempts:
        _abandoned.add(attempt)
        attempt.add_done_callback(_forget)
        attempt.cancel()


def _forget(attempt: "asyncio.Task[Connection]") -> None:
    _abandoned.discard(attempt)
    if not attempt.cancelled() and attempt.exception() is None:
        attempt.result().terminate()


def _most_telling(errors: Sequence[BaseException]) -> BaseException:
    """Return the error that says most: what a server answered before what the network did not."""
    return next((error for error in errors if isinstance(error, asyncpg.PostgresError)), errors[-1])
