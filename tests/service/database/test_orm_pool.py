"""The connections of commands: what could not begin gives its connection back, and nobody waits for it for ever."""

import asyncio
import os
import signal
import time

import asyncpg
import pytest
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from service.database.connections import orm
from service.database.deadlines import Deadlines
from service.database.embedded_postgres import OWNER, EmbeddedPostgres

LIMITS = Deadlines(wait=2, statement=5, lock=5, idle=30)
OWN = """SELECT pid FROM pg_stat_activity WHERE application_name = 'polku' AND datname = current_database()"""


async def written() -> int:
    """Return 1 by a transaction of its own."""
    async with in_transaction() as db:
        return int((await db.execute_query_dict("SELECT 1 AS one"))[0]["one"])


async def settings_read(together: asyncio.Barrier) -> str:
    """Return what became of a transaction that reads all columns of a table, beside others."""
    try:
        async with in_transaction() as db:
            await together.wait()
            await db.execute_query_dict("SELECT * FROM setting")
    except asyncpg.InvalidCachedStatementError:
        return "OUTDATED"
    return "READ"


async def test_one_statement_of_an_outdated_schema_renews_all_connections(
    database_copy: str, postgres: EmbeddedPostgres
) -> None:
    async with orm(database_copy, 3, LIMITS):
        for _ in range(2):
            three = asyncio.Barrier(3)
            assert await asyncio.gather(*(settings_read(three) for _ in range(3))) == ["READ"] * 3
        database = (await get_connection("default").execute_query_dict("SELECT current_database() AS name"))[0]["name"]
        owner = await asyncpg.connect(postgres.url(database, OWNER))
        await owner.execute("ALTER TABLE setting ADD COLUMN colour text")
        await owner.close()

        assert await settings_read(asyncio.Barrier(1)) == "OUTDATED"
        three = asyncio.Barrier(3)
        assert await asyncio.gather(*(settings_read(three) for _ in range(3))) == ["READ"] * 3


async def test_connections_that_were_lost_before_they_began_are_replaced(database_copy: str) -> None:
    async with orm(database_copy, 2, LIMITS):
        assert list(await asyncio.gather(written(), written())) == [1, 1]
        for _ in range(3):
            for row in await get_connection("default").execute_query_dict(OWN):
                os.kill(row["pid"], signal.SIGTERM)
            time.sleep(0.3)  # noqa: ASYNC251 # the loop is busy meanwhile, so that nobody has heard of it
            await asyncio.gather(written(), written(), return_exceptions=True)

        assert list(await asyncio.gather(written(), written())) == [1, 1]
        began = time.monotonic()
    assert time.monotonic() - began < LIMITS.wait  # type: ignore[operator] # nothing is lent any more


@pytest.mark.parametrize("turns", range(4))
async def test_a_command_that_is_cancelled_at_its_beginning_gives_its_connection_back(
    database_copy: str, turns: int
) -> None:
    async with orm(database_copy, 1, LIMITS):
        for _ in range(3):
            task = asyncio.create_task(written())
            for _ in range(turns):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

        assert await written() == 1
