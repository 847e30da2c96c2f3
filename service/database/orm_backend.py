"""Tortoise's backend for PostgreSQL, on the same pool as the compiled reads: nobody waits for it without end."""

import asyncio
from collections.abc import Coroutine, Sequence
from functools import partial
from typing import Any

import asyncpg
from asyncpg.exceptions import ReadOnlySQLTransactionError
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionalDBClient, TransactionContext, TransactionContextPooled
from typing_extensions import override

from service.database.statement_pool import OUTDATED, PooledConnection, StatementPool
from service.primary_server import NotReplicated, connected, is_unreplicated

_COMMIT = "COMMIT;"
_NOT_OF_CONNECTIONS = ("min_size", "loop", "connection_class")  # what Tortoise tells a pool of its own


class WriteConnection(asyncpg.Connection):
    """
    A connection that is not reset on return, a round trip: commands use `SET LOCAL` and locks of transactions.

    It ends itself when its server takes no writes any more, and when a commit gave up waiting for its standby.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.has_outdated_statements = False
        self._is_unreplicated = False
        self.add_log_listener(self._listen)

    def _listen(self, _connection: Any, message: Any) -> None:
        self._is_unreplicated = self._is_unreplicated or is_unreplicated(message)

    @override
    async def execute(self, query: str, *args: Any, **named: Any) -> Any:
        return await self._replicated(query, super().execute(query, *args, **named))

    @override
    async def fetch(self, query: str, *args: Any, **named: Any) -> Any:
        return await self._replicated(query, super().fetch(query, *args, **named))

    @override
    async def fetchrow(self, query: str, *args: Any, **named: Any) -> Any:
        return await self._replicated(query, super().fetchrow(query, *args, **named))

    async def _replicated(self, query: str, answer: Coroutine[Any, Any, Any]) -> Any:
        """
        Return the answer to a statement.

        :raises NotReplicated: when it ended a transaction, its own or that of a command, and no standby confirmed it
        """
        try:
            found = await answer
        except ReadOnlySQLTransactionError:
            self.terminate()
            raise
        except OUTDATED:
            self.has_outdated_statements = True
            raise
        if self._is_unreplicated and (query == _COMMIT or not self.is_in_transaction()):
            self.terminate()
            raise NotReplicated
        return found


class OrmPool:
    """A `StatementPool` by the names by which Tortoise asks for a connection and gives it back."""

    def __init__(self, pool: StatementPool) -> None:
        self._pool = pool
        self._lent: dict[Any, PooledConnection] = {}
        self._all_back = asyncio.Event()

    async def acquire(self) -> Any:
        """
        Return a connection.

        :raises Busy: when none is free in time
        """
        pooled = await self._pool.take()
        self._lent[pooled.connection] = pooled
        return pooled.connection

    async def release(self, connection: Any) -> None:
        """Take a connection back; one whose transaction could not be ended is closed."""
        if not connection.is_closed() and connection.is_in_transaction():
            connection.terminate()
        if connection.has_outdated_statements:
            self._pool.renew()
        self._pool.put_back(self._lent.pop(connection))
        if not self._lent:
            self._all_back.set()

    async def close(self) -> None:
        """Close the connections when all are back; Tortoise waits for so long, and then terminates the pool."""
        while self._lent:
            self._all_back.clear()
            await self._all_back.wait()
        await self._pool.close()

    def terminate(self) -> None:
        """Close all connections at once, also those that somebody still has."""
        self._pool.terminate()


class PlainTransaction(TransactionWrapper):
    """A transaction whose statements with rows go to the connection without the layers that open one where none is."""

    @override
    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        found: Any = await self._translate_exceptions(PlainTransaction._rows, query, values or ())
        return [dict(row) for row in found]

    async def _rows(self, query: str, values: Sequence[Any]) -> Any:
        async with self._lock:
            return await self._connection.fetch(query, *values)


class BegunTransaction(TransactionContextPooled):
    """A transaction that could not begin gives its connection back, closed; Tortoise would keep it for ever."""

    @override
    async def __aenter__(self) -> TransactionalDBClient:
        client: Any = self.client
        try:
            return await super().__aenter__()
        except BaseException:
            if (connection := client._connection) is not None:  # noqa: SLF001 # the names of Tortoise's own context
                connection.terminate()
                await client._parent._pool.release(connection)  # noqa: SLF001 # as above
            raise


class DeadlineClient(AsyncpgDBClient):
    """The client of Tortoise on a `StatementPool`, with the deadlines of its connections."""

    @override
    def _in_transaction(self) -> TransactionContext:
        return BegunTransaction(PlainTransaction(self), self._pool_init_lock)

    @override
    async def create_pool(self, **named: Any) -> Any:
        """Return the pool, with its first connection open; those of several servers lead to the primary."""
        size, wait, servers = named.pop("max_size"), named.pop("wait", None), named.pop("servers", None)
        target = {name: value for name, value in named.items() if name not in _NOT_OF_CONNECTIONS}
        if servers is not None:
            target["host"], target["port"] = servers
        pool = StatementPool(partial(connected, target, connection_class=WriteConnection), size, wait)
        pool.put_back(await pool.take())
        return OrmPool(pool)


client_class = DeadlineClient
