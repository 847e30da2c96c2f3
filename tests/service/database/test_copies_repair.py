"""An upgrade brings along what a client left behind in the old unit, and gives a relationship back to its person."""

from urllib.parse import urlsplit
from uuid import UUID

import asyncpg

from service.database.connections import credentials
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.migrations import migrate
from tests.support.actions.casework import served_client
from tests.support.organisation import NOW, SampleOrganisation

BEFORE = "0085_session_assurance"
LEFT_BEHIND = ("relationship", "referral", "programme", "contract", "attendance", "coaching_note", "consent", "goal")
# What a command of that time wrote: the row itself, and its history.
TOLD = (
    "INSERT INTO history (noun, object_id, revision, at, actor, actor_name, action, changes)"
    " VALUES ($1, $2, 2, $3, $2, 'supervisor_a', 'UPDATE', jsonb_build_object($4::text,"
    " jsonb_build_object('before', $5::text, 'after', $6::text)))"
)


async def test_what_stayed_behind_in_the_old_unit_follows_with_history_and_version(
    organisation: SampleOrganisation, postgres: EmbeddedPostgres, database_copy: str
) -> None:
    it = await served_client(organisation)
    client, unit = UUID(it["client"]["id"][-32:]), organisation.rows["unit_b"].pk
    owner = postgres.url(urlsplit(database_copy).path.lstrip("/"), OWNER)
    await migrate(owner, BEFORE)
    connection = await asyncpg.connect(**credentials(owner))
    try:
        await connection.execute("UPDATE client SET unit_id = $1 WHERE id = $2", unit, client)
        units = [organisation.rows[name].pk.hex for name in ("unit_a", "unit_b")]
        await connection.execute(TOLD, "client", client, NOW, "unitId", *units)

        await migrate(owner)

        for table in LEFT_BEHIND:
            about = f"FROM {table} t WHERE t.client_id = $1"
            assert await connection.fetchval(f"SELECT bool_and(t.unit_id = $2) {about}", client, unit), table
            told = (
                "SELECT bool_and(h.action = 'FOLLOW' AND h.changes->'unitId'->>'after' = $2"
                " AND v.stored->>'unit_id' = $2) FROM history h JOIN version v USING (object_id, revision)"
                f" JOIN {table} t ON t.id = h.object_id AND t.revision = h.revision WHERE t.client_id = $1"
            )
            assert await connection.fetchval(told, client, unit.hex), table
        entry = "SELECT unit_id FROM bin_item WHERE client_id = $1"
        assert await connection.fetchval(entry, client) == unit
    finally:
        await connection.close()


async def test_a_relationship_that_was_pointed_at_another_person_goes_back(
    organisation: SampleOrganisation, postgres: EmbeddedPostgres, database_copy: str
) -> None:
    relationship, aino, ville = (organisation.rows[name].pk for name in ("relationship_aino", "aino", "ville"))
    owner = postgres.url(urlsplit(database_copy).path.lstrip("/"), OWNER)
    await migrate(owner, BEFORE)
    connection = await asyncpg.connect(**credentials(owner))
    try:
        await connection.execute("UPDATE relationship SET client_id = $1 WHERE id = $2", ville, relationship)
        await connection.execute(TOLD, "relationship", relationship, NOW, "clientId", aino.hex, ville.hex)

        await migrate(owner)

        row = "SELECT client_id FROM relationship WHERE id = $1"
        assert await connection.fetchval(row, relationship) == aino
    finally:
        await connection.close()
