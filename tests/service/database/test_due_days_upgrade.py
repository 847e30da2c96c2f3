"""Requests of before are due on working days, and what was recorded without being so is set right."""

from datetime import date
from uuid import UUID

import asyncpg

from service.database.connections import credentials
from service.database.migrations import migrate

BEFORE = "0126_days_to_confirm"
REQUEST = """
INSERT INTO data_request (id, state, revision, provenance, created_at, created_by, modified_at, modified_by, client_id,
  register_id, kind, received_on, channel, due_on, remains, identity_proof, entered_by, restricted_on,
  lifting_announced_on)
VALUES ($1, $2, 1, 'CLIENT', now(), $1, now(), $1, $1, $1, 'RESTRICT', $3, 'SERVICE', $4, '[]', 'STRONG_LOGIN', $5,
  $3, $3)
"""
REFERENCES = "SELECT conname FROM pg_constraint WHERE conrelid = 'data_request'::regclass AND contype = 'f'"
LATE, EVE = date(2026, 12, 1), date(2026, 12, 24)


async def test_open_requests_move_to_a_working_day_and_decided_ones_stay(empty_database: str) -> None:
    await migrate(empty_database, BEFORE)
    connection = await asyncpg.connect(**credentials(empty_database))
    for reference in await connection.fetch(REFERENCES):  # whom a request is about is not what is upgraded
        await connection.execute(f"ALTER TABLE data_request DROP CONSTRAINT {reference['conname']}")
    await connection.execute(REQUEST, UUID(int=1), "IN_PROGRESS", LATE, EVE, None)
    await connection.execute(REQUEST, UUID(int=2), "FULFILLED", LATE, EVE, UUID(int=9))

    await migrate(empty_database)
    rows = await connection.fetch("SELECT * FROM data_request ORDER BY id")
    await migrate(empty_database, BEFORE)
    back = await connection.fetch("SELECT due_on FROM data_request ORDER BY id")
    await connection.close()

    assert [(row["calendar_due_on"], row["due_on"]) for row in rows] == [(EVE, date(2026, 12, 28)), (EVE, EVE)]
    assert [row["identity_proof"] for row in rows] == ["LOGIN", "STRONG_LOGIN"]
    assert [row["lifting_announced_on"] for row in rows] == [None, None]
    assert [row["due_on"] for row in back] == [EVE, EVE]
