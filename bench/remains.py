"""What the contestants leave in the database, and its removal: each meets the same register and an empty log."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import asyncpg

from service.database.connections import credentials
from service.database.embedded_postgres import SUPERUSER, EmbeddedPostgres

WRITTEN = ("disclosure_log", "history", "version", "outbox")
WITHOUT_TRIGGERS = "SET session_replication_role = replica; SET synchronous_commit = off"  # the tables are append-only for everybody else

AS_FILLED = """UPDATE client SET revision = 1, modified_at = created_at, modified_by = created_by,
  phones = ARRAY['+3584570' || lpad((('x' || right(id::text, 12))::bit(48)::bigint % 100000)::text, 6, '0')]
WHERE revision > 1"""  # what bench/fill.sql wrote


@dataclass(frozen=True)
class Remains:
    """A database of the bench, and how many rows of each written table are the register's."""

    connection: asyncpg.Connection
    kept: dict[str, int]

    @classmethod
    @asynccontextmanager
    async def opened(cls, server: EmbeddedPostgres, database: str, looks: int) -> "AsyncIterator[Remains]":
        """Yield the remains in a database of whose log `looks` rows are the register's, without those of a killed run."""
        connection = await asyncpg.connect(**credentials(server.url(database, SUPERUSER)))
        try:
            await connection.execute(WITHOUT_TRIGGERS)
            remains = cls(connection, dict.fromkeys(WRITTEN, 0) | {"disclosure_log": looks})
            await remains.remove()
            yield remains
            await remains.remove()
        finally:
            await connection.close()

    async def remove(self) -> None:
        """Remove what was written since, and let the clients that were changed be as they were filled in."""
        changed = await self.written_since()
        for table, kept in self.kept.items():
            if await self.connection.fetchval(f"SELECT EXISTS (SELECT FROM {table} WHERE id > $1)", kept):
                await self.clear(table, kept)
        if changed:
            await self.connection.execute(AS_FILLED)
            for table in ("client", "search_entry"):
                await self.connection.execute(f"VACUUM {table}")

    async def clear(self, table: str, kept: int) -> None:
        """Empty a table, or as far as its rows are the register's, leave those."""
        if not kept:
            await self.connection.execute(f"TRUNCATE {table} RESTART IDENTITY")
            return
        await self.connection.execute(f"DELETE FROM {table} WHERE id > $1", kept)
        await self.connection.execute(f"VACUUM {table}")

    async def written_since(self) -> int:
        """Return how many changes of objects were written since."""
        found: int = await self.connection.fetchval("SELECT count(*) FROM history WHERE id > $1", self.kept["history"])
        return found

    async def settle(self) -> None:
        """Write everything to the disk, so that it is not written during somebody's turn."""
        await self.connection.execute("CHECKPOINT")
