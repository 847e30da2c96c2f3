"""Rows in a state that no workflow knows, made before the CHECK existed: nothing starts over them, and why is said."""

from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import pytest

from service.commands.upgrading import UpgradeFailed, upgraded
from service.database.connections import credentials, read_pool
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.migrations import migrate
from service.database.state_checks import StatesUnknown, refuse_unknown_states, unchecked_tables
from service.http.assembly import assembled
from service.settings import Settings
from tests.support.organisation import NOW, OrganisationTemplate

BEFORE = "0094_copies_follow"
MADE = "UPDATE client SET state = 'LOST' WHERE last_name LIKE 'V%'"
MENDED = "UPDATE client SET state = 'ENDED' WHERE state = 'LOST'"


@pytest.fixture
async def before(
    organisation_template: OrganisationTemplate,
    settings: Settings,
    postgres: EmbeddedPostgres,
    database_copy: str,
    tmp_path: Path,
) -> Settings:
    """An installation of before the CHECKs, in which a client got into a state that no workflow knows."""
    assert "ville" in organisation_template.made.rows
    owner = postgres.url(urlsplit(database_copy).path.lstrip("/"), OWNER)
    await migrate(owner, BEFORE)
    await execute(owner, MADE)
    return settings.model_copy(update={"owner_database_url": owner, "backup_dir": tmp_path / "backups"})


async def execute(url: str, sql: str) -> None:
    connection = await asyncpg.connect(**credentials(url))
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


async def test_the_service_does_not_start_over_rows_that_nobody_may_see(before: Settings) -> None:
    app = assembled(before, [])

    with pytest.raises(StatesUnknown, match="client: 1 in the state LOST"):
        async with app.router.lifespan_context(app):
            pass


async def test_an_upgrade_names_table_number_and_state_and_goes_through_once_they_are_mended(before: Settings) -> None:
    with pytest.raises(UpgradeFailed) as failed:
        await upgraded(before, NOW, may_skip_backup=True)
    assert "client: 1 in the state LOST; known are PROSPECT, ACTIVE, ENDED, ERASED" in str(failed.value)
    assert "UPDATE <table> SET state" in str(failed.value)
    assert "as it was" in str(failed.value)

    await execute(before.owner_url, MENDED)
    upgrade = await upgraded(before, NOW, may_skip_backup=True)

    assert upgrade.done[0] == "0095_states_are_known"
    async with read_pool(before.application_url, 1) as reads, reads.acquire() as connection:
        assert await unchecked_tables(connection) == []
    with pytest.raises(asyncpg.CheckViolationError, match="client_state"):
        await execute(before.owner_url, MADE)


async def test_without_the_check_and_without_such_rows_the_service_starts_and_is_not_ready(
    before: Settings,
) -> None:
    await execute(before.owner_url, MENDED)
    async with read_pool(before.application_url, 1) as reads:
        await refuse_unknown_states(reads)
        async with reads.acquire() as connection:
            assert "client" in await unchecked_tables(connection)
