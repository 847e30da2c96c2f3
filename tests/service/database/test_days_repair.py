"""An upgrade makes open days agree with their code, and gives a code of before the facts that it lacks."""

from urllib.parse import urlsplit

import asyncpg

from service.database.connections import credentials
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.migrations import migrate
from tests.support.actions.casework import contract_in_force
from tests.support.organisation import SampleOrganisation

BEFORE = "0126_days_to_confirm"
SICK = "code = 'ABSENT_SICK', presence = 'ABSENT', minutes = 480, accounting_unit_id = unit_id"
FACT = "SELECT e ->> 'text' FROM term t, jsonb_array_elements(t.facts) e WHERE t.token = $1 AND e ->> 'name' = $2"


async def test_hours_of_an_open_absence_go_and_those_of_a_locked_one_stay(
    organisation: SampleOrganisation, postgres: EmbeddedPostgres, database_copy: str
) -> None:
    await contract_in_force(organisation)
    owner = postgres.url(urlsplit(database_copy).path.lstrip("/"), OWNER)
    await migrate(owner, BEFORE)
    connection = await asyncpg.connect(**credentials(owner))
    try:
        for day, state in (("2026-12-02", "RECORDED"), ("2026-12-09", "LOCKED")):
            await connection.execute(f"UPDATE attendance SET state = $1, {SICK} WHERE day = $2::text::date", state, day)
        without = (
            "(SELECT coalesce(jsonb_agg(e), '[]') FROM jsonb_array_elements(facts) e WHERE e ->> 'name' <> ALL($1))"
        )
        sql = f"UPDATE term SET facts = {without} WHERE vocabulary = 'attendance_code'"
        await connection.execute(sql, ["hours", "most_minutes", "recorded_by_all", "is_pending", "swapped_with"])
        await connection.execute("UPDATE event_rule SET event = 'client.restore' WHERE event = 'referral.submit'")

        await migrate(owner)

        days = await connection.fetch("SELECT state, minutes FROM attendance WHERE code = 'ABSENT_SICK' ORDER BY day")
        assert [tuple(day) for day in days] == [("RECORDED", None), ("LOCKED", 480)]
        told = {
            (token, name): await connection.fetchval(FACT, token, name)
            for token, name in (
                ("PRESENT", "hours"),
                ("PRESENT_SHORT", "most_minutes"),
                ("ABSENT_PENDING", "is_pending"),
                ("ABSENT_AGREED", "hours"),
                ("SWAPPED_IN", "swapped_with"),
                ("ABSENT_SICK", "recorded_by_all"),
            )
        }
        assert list(told.values()) == ["COUNTED", "239", "yes", "NONE", "SWAPPED_OUT", "yes"]
        assert await connection.fetchval("SELECT count(*) FROM event_rule WHERE event = 'client.restore'") == 0
    finally:
        await connection.close()
