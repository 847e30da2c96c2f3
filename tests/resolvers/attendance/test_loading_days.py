"""The statement that loads a morning is planned for a connection, and not for each coach."""

import re
from typing import Any

from tortoise.connection import get_connection

from tests.support.actions.attendance import planned_days, record_day
from tests.support.organisation import SampleOrganisation

PLANS = """SELECT sum(generic_plans), sum(custom_plans), min(statement) FROM pg_prepared_statements
  WHERE statement LIKE '%FROM attendance t %FOR UPDATE OF t'"""
TRIED = 5  # plans of a statement that PostgreSQL makes before it keeps one


async def test_the_load_of_a_morning_is_planned_for_a_connection_and_not_for_a_coach(
    organisation: SampleOrganisation,
) -> None:
    await planned_days(organisation, 3)
    for _ in range(12):
        await record_day(organisation, "coach_a", default="PRESENT")
    client: Any = get_connection("default")
    async with client.acquire_connection() as connection:
        kept, planned, statement = await connection.fetchrow(PLANS)
    assert planned <= TRIED
    assert kept > 0
    # Of a value that the planner sees, it expects other rows each time, and of a large register it plans each time.
    assert not re.search(r"(t\.day|_coach_id|staff_member_id|unit_id\"?) = (ANY\()?\$", statement), statement
