"""The connections of commands: what could not begin gives its connection back, and nobody waits for it for ever."""

import asyncio
import os
import signal
import time

import pytest
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from service.database.connections import orm
from service.database.deadlines import Deadlines

LIMITS = Deadlines(wait=2, statement=5, lock=5, idle=30)
OWN = """SELECT pid FROM pg_stat_activity WHERE application_name = 'polku' AND datname = current_database()"""


async def written() -> int:
    """Return 1 by a transaction of its own."""
    async with in_transaction() as db:
        return int((await db.execute_query_dict("SELECT 1 AS one"))[0]["one"])


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
