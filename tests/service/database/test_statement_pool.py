"""The pool of the reads: bounded waits, prepared statements that are kept, and connections that break."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest

from auth.processing import Busy
from models.lost_connections import is_connection_lost
from service.database.connections import credentials
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.statement_pool import KEPT_STATEMENTS, StatementPool

PREPARED = "SELECT count(*) FROM pg_prepared_statements"


@pytest.fixture
async def pool(database_copy: str) -> AsyncIterator[StatementPool]:
    pool = pool_of(database_copy)
    yield pool
    await pool.close()


def pool_of(url: str, size: int = 2, wait: float | None = 30) -> StatementPool:
    async def connect() -> Any:
        return await asyncpg.connect(**credentials(url))

    return StatementPool(connect, size, wait)


async def test_a_statement_is_prepared_once_and_the_least_used_is_forgotten(pool: StatementPool) -> None:
    for _ in range(3):
        assert await pool.fetchval("SELECT $1::int + 1", 1) == 2
    once = await pool.fetchval(PREPARED)
    for number in range(KEPT_STATEMENTS + 20):
        await pool.fetchval(f"SELECT {number}")

    assert once == 2  # the sum, and the count itself
    assert await pool.fetchval(PREPARED) <= KEPT_STATEMENTS + 1
    assert await pool.fetchval("SELECT $1::int + 1", 41) == 42


async def test_nobody_waits_for_ever(database_copy: str) -> None:
    pool = pool_of(database_copy, size=1, wait=2)
    async with pool.acquire():
        with pytest.raises(Busy):
            await pool.fetchval("SELECT 1")
    await pool.close()


async def test_a_connection_that_comes_back_goes_to_who_waits(pool: StatementPool) -> None:
    async with pool.acquire(), pool.acquire():
        waiting = asyncio.create_task(pool.fetchval("SELECT 2"))
        await asyncio.sleep(0.05)

    assert await waiting == 2
    assert (pool.get_size(), pool.get_idle_size()) == (2, 2)


async def test_who_stops_waiting_leaves_the_turn_to_the_next(pool: StatementPool) -> None:
    async with pool.acquire():
        async with pool.acquire():
            first = asyncio.create_task(pool.fetchval("SELECT 1"))
            second = asyncio.create_task(pool.fetchval("SELECT 2"))
            await asyncio.sleep(0.05)
        first.cancel()
        assert await second == 2


async def test_a_cancelled_read_is_cancelled_in_the_database_and_its_connection_used_again(pool: StatementPool) -> None:
    asked = asyncio.create_task(pool.fetchval("SELECT pg_sleep(30)"))
    await asyncio.sleep(0.1)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked

    again = await asyncio.wait_for(asyncio.gather(*(pool.fetchval("SELECT 1") for _ in range(4))), 5)

    assert again == [1, 1, 1, 1]
    active = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'"
    assert await pool.fetchval(active) == 0


async def test_a_broken_connection_is_replaced(pool: StatementPool) -> None:
    for _ in range(20):
        async with pool.acquire() as killer:
            asked = asyncio.create_task(pool.fetchval("SELECT pg_sleep(30)"))
            ended = 0
            while not ended:
                ended = await killer.fetchval(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    " WHERE query LIKE 'SELECT pg_sleep%' AND datname = current_database()"
                )
        with pytest.raises(Exception) as lost:  # noqa: PT011 - which one depends on where the connection broke
            await asked
        assert is_connection_lost(lost.value), lost.value
        assert await asyncio.gather(*(pool.fetchval("SELECT 1") for _ in range(6))) == [1] * 6

    assert pool.get_size() <= 2


async def test_a_connection_that_cannot_be_opened_blocks_nobody() -> None:
    attempts: list[int] = []

    async def connect() -> Any:
        attempts.append(1)
        raise ConnectionRefusedError

    pool = StatementPool(connect, 1, 30)
    found = await asyncio.gather(*(pool.fetchval("SELECT 1") for _ in range(3)), return_exceptions=True)

    assert [type(one) for one in found] == [ConnectionRefusedError] * 3
    assert len(attempts) == 3


async def test_a_plan_that_a_migration_made_invalid_is_made_anew(
    pool: StatementPool, database_copy: str, postgres: EmbeddedPostgres
) -> None:
    name = credentials(database_copy)["database"]
    owner = await asyncpg.connect(**credentials(postgres.url(name, OWNER)))
    await owner.execute(
        "CREATE TABLE changing (a int); INSERT INTO changing VALUES (1); GRANT SELECT ON changing TO PUBLIC"
    )
    before = await pool.fetchrow("SELECT * FROM changing")
    await owner.execute("ALTER TABLE changing ALTER a TYPE text, ADD b int DEFAULT 2")

    await owner.close()
    after = await pool.fetchrow("SELECT * FROM changing")

    assert before is not None
    assert after is not None
    assert (dict(before), dict(after)) == ({"a": 1}, {"a": "1", "b": 2})


async def test_a_closed_pool_lets_nobody_wait(database_copy: str) -> None:
    pool = pool_of(database_copy, size=1, wait=None)
    async with pool.acquire():
        waiting = asyncio.create_task(pool.fetchval("SELECT 1"))
        await asyncio.sleep(0)
        await pool.close()
    for asked in (waiting, pool.fetchval("SELECT 2")):
        with pytest.raises(asyncpg.InterfaceError, match="closed"):
            await asked
