"""
The connections of the compiled reads, each with its own prepared statements, and those of the commands.

A read takes a free connection, binds the values of its statement, and puts the connection back: no task, no proxy and
no reset, which together cost more than a small statement itself (decision 0130). asyncpg's own pool does all three.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import asyncpg

from auth.processing import Busy
from models.lost_connections import is_connection_lost
from service.primary_server import NotReplicated, is_unreplicated

KEPT_STATEMENTS = 200  # of one connection; one takes a third of a MB of its backend's memory
CLOSE_SECONDS = 5
OUTDATED = (asyncpg.InvalidCachedStatementError, asyncpg.OutdatedSchemaCacheError)

Connection = asyncpg.Connection
Connect = Callable[[], Awaitable[Connection]]


class PooledConnection:
    """A connection with the statements that it has prepared, the least recently used one first."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.is_outdated = False
        self._statements: OrderedDict[str, Any] = OrderedDict()
        self._is_unreplicated = False
        connection.add_log_listener(self._listen)

    def _listen(self, _connection: Any, message: Any) -> None:
        self._is_unreplicated = self._is_unreplicated or is_unreplicated(message)

    def refuse_unreplicated(self) -> None:
        """
        Check that what was written is on a standby, where there is one: also the row of who looked.

        :raises NotReplicated: when it is on this server alone
        """
        if self._is_unreplicated:
            raise NotReplicated

    async def fetchrow(self, sql: str, values: Sequence[Any]) -> asyncpg.Record | None:
        """Return the first row of a statement, None without one; a statement of an outdated schema is made anew."""
        try:
            found: asyncpg.Record | None = await (await self._prepared(sql)).fetchrow(*values)
        except OUTDATED:  # a migration ran beside the service
            del self._statements[sql]
            found = await (await self._prepared(sql)).fetchrow(*values)
        return found

    async def _prepared(self, sql: str) -> Any:
        statement = self._statements.get(sql)
        if statement is None:
            statement = self._statements[sql] = await self.connection.prepare(sql)
            if len(self._statements) > KEPT_STATEMENTS:
                self._statements.popitem(last=False)
        else:
            self._statements.move_to_end(sql)
        return statement


class StatementPool:
    """
    At most `size` connections, opened when they are needed; a broken one is left out and replaced.

    Nobody waits for a connection longer than `wait` seconds; without it, as long as it takes. A read whose task is
    cancelled is cancelled in PostgreSQL too, and its connection is used again when that is done.
    """

    def __init__(self, connect: Connect, size: int, wait: float | None = None) -> None:
        self._connect, self._size, self._wait = connect, size, wait
        self._free: list[PooledConnection] = []
        self._used: set[PooledConnection] = set()
        self._opening = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._is_closed = False

    def get_size(self) -> int:
        """Return the number of open connections."""
        return len(self._free) + len(self._used)

    def get_idle_size(self) -> int:
        """Return the number of open connections that nobody uses."""
        return len(self._free)

    async def fetchrow(self, sql: str, *values: Any) -> asyncpg.Record | None:
        """
        Return the first row of a statement, which stays prepared; None when it has none.

        :raises Busy: when no connection is free in time
        :raises InterfaceError: when the pool is closed
        """
        pooled = self._take_free() or await self.take()
        try:
            row = await pooled.fetchrow(sql, values)
            pooled.refuse_unreplicated()
        except Exception as error:
            if is_connection_lost(error):
                pooled.connection.terminate()  # its end may only be on the way
            raise
        else:
            return row
        finally:
            self.put_back(pooled)

    async def fetchval(self, sql: str, *values: Any) -> Any:
        """Return the first value of the first row of a statement, None without a row."""
        row = await self.fetchrow(sql, *values)
        return row[0] if row is not None else None

    async def fetch(self, sql: str, *values: Any) -> list[asyncpg.Record]:
        """Return all rows of a statement."""
        async with self.acquire() as connection:
            return await connection.fetch(sql, *values)

    async def execute(self, sql: str, *values: Any) -> str:
        """Execute a statement and return its status."""
        async with self.acquire() as connection:
            return await connection.execute(sql, *values)

    @asynccontextmanager
    async def acquire(self) -> AsyncIterator[Connection]:
        """
        Lend a connection; whoever has one uses `SET LOCAL` alone, because nothing is reset afterwards.

        :raises Busy: when none is free in time
        """
        pooled = self._take_free() or await self.take()
        try:
            yield pooled.connection
            pooled.refuse_unreplicated()
        except Exception as error:
            if is_connection_lost(error):
                pooled.connection.terminate()  # its end may only be on the way
            raise
        finally:
            self.put_back(pooled)

    async def close(self) -> None:
        """Close all connections: the free ones politely, the used ones and those of a silent server at once."""
        self._is_closed = True
        for pooled in self._free:
            with suppress(OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
                await pooled.connection.close(timeout=CLOSE_SECONDS)
        for pooled in self._used:
            pooled.connection.terminate()
        self._free.clear()
        for turn in self._waiting:
            if not turn.done():
                turn.set_result(None)

    def renew(self) -> None:
        """
        Close all connections, the used ones when they are put back: a migration ran, and their statements are outdated.

        A statement that fails ends its transaction. So one that noticed it is enough, and no other is to find out.
        """
        for pooled in self._free:
            pooled.connection.terminate()
        self._free.clear()
        for pooled in self._used:
            pooled.is_outdated = True

    def terminate(self) -> None:
        """Close all connections at once."""
        self._is_closed = True
        for pooled in (*self._free, *self._used):
            pooled.connection.terminate()
        self._free.clear()

    def _take_free(self) -> PooledConnection | None:
        while self._free:
            pooled = self._free.pop()
            if not pooled.connection.is_closed():
                self._used.add(pooled)
                return pooled
        return None

    async def take(self) -> PooledConnection:
        """
        Return a connection that is free, or that somebody put back, or a new one where there may be more.

        :raises Busy: when none is free in time
        :raises InterfaceError: when the pool is closed
        """
        loop = asyncio.get_running_loop()
        until = None if self._wait is None else loop.time() + self._wait
        while not self._is_closed:
            if (pooled := self._take_free()) is not None:
                return pooled
            if self.get_size() + self._opening < self._size:
                return await self._opened(until)
            await self._turn(loop, until)
        raise asyncpg.InterfaceError("the pool is closed")

    async def _turn(self, loop: asyncio.AbstractEventLoop, until: float | None) -> None:
        """Wait until a connection is put back; a timer of the loop costs a third of `asyncio.timeout`."""
        turn = loop.create_future()
        timer = None if until is None else loop.call_at(until, _refuse, turn)
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._wake_next()  # the connection was meant for this task
            raise
        finally:
            if timer is not None:
                timer.cancel()

    async def _opened(self, until: float | None) -> PooledConnection:
        self._opening += 1
        try:
            async with asyncio.timeout_at(until):
                pooled = PooledConnection(await self._connect())
        except TimeoutError:
            self._wake_next()
            raise Busy from None
        except BaseException:
            self._wake_next()  # whoever waits may try to open one
            raise
        finally:
            self._opening -= 1
        self._used.add(pooled)
        return pooled

    def put_back(self, pooled: PooledConnection) -> None:
        """Take a connection back, for whoever waits for one."""
        self._used.discard(pooled)
        if self._is_closed or pooled.is_outdated:
            pooled.connection.terminate()
        elif not pooled.connection.is_closed():
            self._free.append(pooled)
        self._wake_next()

    def _wake_next(self) -> None:
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return


def _refuse(turn: "asyncio.Future[None]") -> None:
    """End the wait for a connection that did not come in time."""
    if not turn.done():
        turn.set_exception(Busy())
