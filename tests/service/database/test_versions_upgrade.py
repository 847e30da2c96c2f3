"""Versions of a service that were in use together become periods: one has ended, one holds, one waits."""

from datetime import date, timedelta
from uuid import UUID

import asyncpg

from service.database.connections import credentials
from service.database.migrations import migrate

BEFORE = "0150_search_terms"
VERSION = """
INSERT INTO service_type (id, state, revision, provenance, created_at, created_by, modified_at, modified_by, code,
  version, title_fi, title_sv, title_en, starts_on, is_plan_required, is_employment, is_full_service, lineage_id,
  published_at)
VALUES ($1, 'ACTIVE', 1, 'OWN', now(), $1, now(), $1, $2, $3, 'a', 'b', 'c', $4, FALSE, FALSE, FALSE, $1, now())
"""


async def test_versions_that_were_in_use_together_get_their_periods(empty_database: str) -> None:
    await migrate(empty_database, BEFORE)
    connection = await asyncpg.connect(**credentials(empty_database))
    today: date = await connection.fetchval("SELECT current_date")
    starts = [today - timedelta(days=400), today - timedelta(days=30), today + timedelta(days=30)]
    for number, starts_on in enumerate(starts, start=1):
        await connection.execute(VERSION, UUID(int=number), "WORK", number, starts_on)
    await connection.execute(VERSION, UUID(int=9), "ALONE", 1, starts[2])

    await migrate(empty_database)
    rows = await connection.fetch("SELECT * FROM service_type WHERE code = 'WORK' ORDER BY version")
    alone = await connection.fetchrow("SELECT * FROM service_type WHERE code = 'ALONE'")
    await migrate(empty_database, BEFORE)
    back = await connection.fetchval("SELECT count(*) FROM service_type WHERE state = 'SCHEDULED'")
    await connection.close()

    assert [row["state"] for row in rows] == ["SUPERSEDED", "ACTIVE", "SCHEDULED"]
    assert [row["ends_before"] for row in rows] == [starts[1], starts[2], None]
    assert {row["lineage_id"] for row in rows} == {UUID(int=1)}
    assert (alone["state"], alone["ends_before"], alone["lineage_id"]) == ("ACTIVE", None, UUID(int=9))
    assert back == 0
