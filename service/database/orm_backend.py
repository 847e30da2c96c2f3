"""Tortoise's backend for PostgreSQL, with a pool that nobody waits for without end."""

from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient
from typing_extensions import override

from service.database.deadlines import DeadlinePool


class WriteConnection(asyncpg.Connection):
    """A connection that is not reset on return, a round trip: commands use `SET LOCAL` and locks of transactions."""

    @override
    def get_reset_query(self) -> str:
        return ""


class DeadlineClient(AsyncpgDBClient):
    """The client of Tortoise on a `DeadlinePool`."""

    connection_class = WriteConnection  # type: ignore[assignment] # the base names connections of any record

    @override
    async def create_pool(self, **named: Any) -> Any:
        """Return the pool, with its first connections open."""
        return await DeadlinePool(**named)


client_class = DeadlineClient
