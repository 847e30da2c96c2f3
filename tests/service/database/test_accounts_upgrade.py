"""From the first release that was landed: accounts, roles and log-ins of that time are content, and nothing is lost."""

from datetime import UTC, datetime
from uuid import UUID

import asyncpg

from models.vocabulary import seeded_words
from service.database.connections import credentials
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.migrations import migrate
from service.database.reference_content import load_reference_content
from service.settings import Settings

FIRST_RELEASE = "0003_search_and_walls"
STAFF, TRAINEE, CLIENT, GRANT = (UUID(int=number) for number in range(1, 5))
THEN = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ROWS = f"""
INSERT INTO account (id, issuer, subject, kind, name, language, client_id, epoch, created_at, disabled_at) VALUES
  ('{STAFF}', 'https://id.example', 'valma', 'STAFF', 'Valma Valmentaja', 'fi', NULL, 3, $1, NULL),
  ('{TRAINEE}', 'https://id.example', 'aino', 'TRAINEE', 'Aino Asiakas', 'sv', '{CLIENT}', 1, $1, $1);
"""


async def test_the_first_release_upgrades_and_keeps_what_it_had(postgres: EmbeddedPostgres, settings: Settings) -> None:
    name = f"first_{settings.state_dir.name}".replace("-", "_")[:60].lower()
    application, owner = postgres.create_database(name), postgres.url(name, OWNER)
    await migrate(owner, FIRST_RELEASE)
    connection = await asyncpg.connect(**credentials(owner))
    try:
        await connection.execute(ROWS.replace("$1", f"'{THEN.isoformat()}'"))
        await connection.execute(
            "INSERT INTO role_grant (id, account_id, role, starts_on, granted_by, granted_at)"
            f" VALUES ('{GRANT}', '{STAFF}', 'coach', '2026-01-01', '{TRAINEE}', '{THEN.isoformat()}')"
        )
        await connection.execute(
            "INSERT INTO login_event (id, at, account_id, issuer, outcome, network) VALUES (gen_random_uuid(),"
            f" '{THEN.isoformat()}', '{STAFF}', 'https://id.example', 'LOGGED_IN', '192.0.2.0/24')"
        )

        await migrate(owner)
        here = settings.model_copy(update={"database_url": application, "owner_database_url": owner})
        await load_reference_content(here, THEN)

        accounts = await connection.fetch("SELECT subject, state, name, epoch FROM account ORDER BY 1")
        [grant] = await connection.fetch("SELECT role, state, created_by, created_at FROM role_grant")
        [event] = await connection.fetch("SELECT at, state, created_at, created_by FROM login_event")
        words = await connection.fetchval("SELECT count(*) FROM term")
    finally:
        await connection.close()
        postgres.drop_database(name)

    assert [tuple(row)[:4] for row in accounts] == [
        ("aino", "DISABLED", None, 1),
        ("valma", "ACTIVE", "Valma Valmentaja", 3),
    ]
    assert tuple(grant) == ("coach", "IN_FORCE", TRAINEE, THEN)
    assert tuple(event) == (THEN, "RECORDED", THEN, STAFF)
    assert words == len(list(seeded_words()))
