"""An installation from before retention keeps its holds and its relationships."""

from uuid import UUID

import asyncpg

from service.database.connections import credentials
from service.database.migrations import migrate

BEFORE = "0004_transaction_of_disclosure"
ONE = UUID(int=1)
STAMP = "'ACTIVE', 1, 'OWN', now(), $1, now(), $1"
BASE = "id, state, revision, provenance, created_at, created_by, modified_at, modified_by"
ROWS = (
    f"INSERT INTO organisation ({BASE}, name, business_id) VALUES ($1, {STAMP}, 'Polku ry', '0944845-0')",
    f"INSERT INTO unit ({BASE}, organisation_id, name) VALUES ($1, {STAMP}, $1, 'A')",
    f"""INSERT INTO register ({BASE}, organisation_id, name, purpose, legal_basis, contact_name, contact_email,
      retention_years) VALUES ($1, {STAMP}, $1, 'R', 'P', 'L', 'C', 'c@example.org', 4)""",
    f"""INSERT INTO staff_member ({BASE}, unit_id, first_name, last_name, sort_key)
      VALUES ($1, {STAMP}, $1, 'A', 'B', 's')""",
    f"""INSERT INTO client ({BASE}, unit_id, first_names, last_name, sort_key, gender, service_language, country,
      phones, interpreter_needed, safety_restriction, processing_restriction)
      VALUES ($1, {STAMP}, $1, 'A', 'B', 's', 'OTHER', 'fi', 'FI', '{{}}', false, false, false)""",
)
RELATIONSHIP = (
    f"INSERT INTO relationship ({BASE}, client_id, register_id, unit_id, responsible_coach_id, started_on, ended_on,"
    " legal_holds) VALUES ($2, $3, 1, 'OWN', now(), $1, now(), $1, $1, $1, $1, $1, '2021-01-01', '2022-02-02', $4)"
)


async def test_holds_and_states_of_before_are_carried_over(empty_database: str) -> None:
    await migrate(empty_database, BEFORE)
    connection = await asyncpg.connect(**credentials(empty_database))
    for sql in ROWS:
        await connection.execute(sql, ONE)
    await connection.execute(RELATIONSHIP, ONE, ONE, "ENDED", ["Vireillä oleva muutoksenhaku", "Toinen"])
    await connection.execute(RELATIONSHIP, ONE, UUID(int=2), "ERASED", [])

    await migrate(empty_database)

    holds = await connection.fetch("SELECT * FROM legal_hold ORDER BY grounds")
    states = await connection.fetch("SELECT state FROM relationship ORDER BY id")
    months = await connection.fetchval("SELECT passive_after_months FROM register")
    await connection.close()
    assert [(h["state"], h["reason"], h["grounds"], h["holder"]) for h in holds] == [
        ("IN_FORCE", "OTHER", "Toinen", "Polku ry"),
        ("IN_FORCE", "OTHER", "Vireillä oleva muutoksenhaku", "Polku ry"),
    ]
    assert [s["state"] for s in states] == ["ENDED", "RETAINED"]
    assert months == 12
