"""Tortoise's backend for PostgreSQL, with a pool that nobody waits for without end."""

from collections.abc import Coroutine
from functools import partial
from typing import Any

import asyncpg
from asyncpg.exceptions import ReadOnlySQLTransactionError
from tortoise.backends.asyncpg.client import AsyncpgDBClient
from typing_extensions import override

from service.database.deadlines import DeadlinePool
from service.primary_server import NotReplicated, connected, is_unreplicated

_COMMIT = "COMMIT;"


class WriteConnection(asyncpg.Connection):
    """
    A connection that is not reset on return, a round trip: commands use `SET LOCAL` and locks of transactions.

    It ends itself when its server takes no writes any more, and when a commit gave up waiting for its standby.
    """

    @override
    def get_reset_query(self) -> str:
        return ""

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
        Return the answer to a statement; the end of a transaction, its own or that of a command, is listened to.

        :raises NotReplicated: when no standby confirmed it
        """
        if self.is_in_transaction() and query != _COMMIT:
            return await self._writable(answer)
        heard: list[bool] = []
        listener = partial(_listen, heard)
        self.add_log_listener(listener)
        try:
            found = await self._writable(answer)
        finally:
            if not self.is_closed():
                self.remove_log_listener(listener)
        if any(heard):
            self.terminate()
            raise NotReplicated
        return found

    async def _writable(self, answer: Coroutine[Any, Any, Any]) -> Any:
        try:
            return await answer
        except ReadOnlySQLTransactionError:
            self.terminate()
            raise


def _listen(heard: list[bool], _connection: Any, message: Any) -> None:
    heard.append(is_unreplicated(message))


class DeadlineClient(AsyncpgDBClient):
    """The client of Tortoise on a `DeadlinePool`."""

    connection_class = WriteConnection  # type: ignore[assignment] # the base names connections of any record

    @override
    async def create_pool(self, **named: Any) -> Any:
        """Return the pool, with its first connections open; those of several servers lead to the primary."""
        if (servers := named.pop("servers", None)) is not None:
            hosts, ports = servers
            del named["host"], named["port"]
            named["connect"] = partial(connected, {"host": hosts, "port": ports})
        return await DeadlinePool(**named)


client_class = DeadlineClient
