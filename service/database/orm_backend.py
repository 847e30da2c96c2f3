"""Tortoise's backend for PostgreSQL, with a pool that nobody waits for without end."""

from typing import Any

from tortoise.backends.asyncpg.client import AsyncpgDBClient
from typing_extensions import override

from service.database.deadlines import DeadlinePool


class DeadlineClient(AsyncpgDBClient):
    """The client of Tortoise on a `DeadlinePool`."""

    @override
    async def create_pool(self, **named: Any) -> Any:
        """Return the pool, with its first connections open."""
        return await DeadlinePool(**named)


client_class = DeadlineClient
