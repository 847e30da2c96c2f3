"""What contestants wrote is removed, and what belongs to the register stays."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from bench.remains import WITHOUT_TRIGGERS, WRITTEN, Remains
from service.database.connections import credentials
from service.database.embedded_postgres import SUPERUSER

LOOK = """INSERT INTO disclosure_log (at, account, authority, operation, document, fields, subjects, asked,
  purpose, outcome, request)
  SELECT now(), gen_random_uuid(), 'STAFF: coach', 'Card', '', '{}', '{}', '{}', 'CARE', 'SHOWN', gen_random_uuid()
  FROM generate_series(1, $1::int)"""
CHANGE = """INSERT INTO history (noun, object_id, revision, at, actor, actor_name, action, changes)
  VALUES ('client', gen_random_uuid(), 2, now(), gen_random_uuid(), 'supervisor', 'UPDATE', '{}')"""


@pytest.fixture
async def connection(database_copy: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection of the superuser, for whom no table is append-only."""
    connection = await asyncpg.connect(**credentials(database_copy) | {"user": SUPERUSER})
    await connection.execute(WITHOUT_TRIGGERS)
    yield connection
    await connection.close()


@pytest.mark.parametrize("looks", [0, 2], ids=["an empty log", "a log of the register"])
async def test_the_rows_of_the_register_stay(connection: asyncpg.Connection, looks: int) -> None:
    await connection.execute(LOOK, looks)
    remains = Remains(connection, dict.fromkeys(WRITTEN, 0) | {"disclosure_log": looks})
    await connection.execute(LOOK, 3)
    await connection.execute(CHANGE)
    changed = await remains.written_since()

    await remains.remove()

    assert changed == 1
    assert await connection.fetchval("SELECT count(*) FROM disclosure_log") == looks
    assert await connection.fetchval("SELECT count(*) FROM history") == 0
    assert await remains.written_since() == 0
