"""`run.py upgrade` on real databases: of before, of now, of later, and one on which a migration fails."""

from pathlib import Path
from uuid import UUID

import asyncpg
import pytest
from pydantic import SecretStr

from models.sealed import Place, SealBroken, seal
from service.backup_directory import backups_in
from service.commands.upgrading import UpgradeFailed, upgraded
from service.database.connections import credentials
from service.database.embedded_postgres import OWNER
from service.database.migrations import known_migrations, migrate
from service.database.reference_items import reference_items
from service.database.upgrade_checks import UpgradeRefused, database_state
from service.resources import keyring_of
from service.settings import Settings
from tests.support.organisation import NOW, SampleOrganisation
from tests.support.processes.commands import run
from tests.support.rows.fillable_service import settings_on

OLD = "0071_bounds_and_answers"
STAMP = "'ACTIVE', 1, 'OWN', now(), $1, now(), $1"
ORGANISATION = f"""INSERT INTO organisation (id, state, revision, provenance, created_at, created_by, modified_at,
  modified_by, name, business_id) VALUES ($1, {STAMP}, 'Polku ry', '0944845-0')"""


@pytest.fixture
async def old(empty_database: str, tmp_path: Path) -> Settings:
    """An installation of before with an organisation in it, and a directory for its backups."""
    await migrate(empty_database, OLD)
    await execute(empty_database, ORGANISATION, UUID(int=1))
    urls = {"owner_database_url": empty_database, "backup_dir": tmp_path / "backups"}
    return settings_on(empty_database.replace(OWNER, "polku_app"), tmp_path).model_copy(update=urls)


async def execute(url: str, sql: str, *values: object) -> None:
    connection = await asyncpg.connect(**credentials(url))
    await connection.execute(sql, *values)
    await connection.close()


async def test_an_installation_of_before_is_backed_up_migrated_and_verified(old: Settings) -> None:
    upgrade = await upgraded(old, NOW, may_skip_backup=False)
    again = await upgraded(old, NOW, may_skip_backup=False)

    state = await database_state(old.owner_url)
    of_the_reference_content = sum(item.noun == "event_rule" for item in reference_items())
    assert upgrade.done[0] == "0072_rule_of_requests"
    assert upgrade.before.applied[-1] == OLD
    assert upgrade.rows["event_rule"] == (0, of_the_reference_content)
    assert {"term", "service_type", "agreement_text", "setting"} <= upgrade.rows.keys()
    assert again.rows == {}
    assert [backup.path for backup in backups_in(old.backup_dir or Path())] == [upgrade.backup]
    assert state.applied[-1] == known_migrations()[-1]
    assert state.pending == ()
    assert state.rows["organisation"] == 1
    assert (again.done, again.backup, again.rows) == ([], None, {})


async def test_a_migration_that_fails_leaves_everything_as_it_was_and_says_what_to_do(old: Settings) -> None:
    await execute(old.owner_url, "ALTER TABLE service_type ADD COLUMN min_minutes_per_day int")

    with pytest.raises(UpgradeFailed, match="The database is as it was: start the version of before again") as failed:
        await upgraded(old, NOW, may_skip_backup=False)

    state = await database_state(old.owner_url)
    assert "The migration failed: " in str(failed.value)
    assert state.applied[-1] == OLD
    assert state.rows["event_rule"] == 0
    assert len(backups_in(old.backup_dir or Path())) == 1
    await execute(old.owner_url, "ALTER TABLE service_type DROP COLUMN min_minutes_per_day")
    assert (await upgraded(old, NOW.replace(minute=NOW.minute + 1), may_skip_backup=False)).done


async def test_nothing_is_migrated_without_a_backup_unless_told(old: Settings) -> None:
    without = old.model_copy(update={"backup_dir": None})
    keyless = old.model_copy(update={"backup_key": SecretStr("")})

    with pytest.raises(UpgradeRefused, match="set POLKU_BACKUP_DIR, or say --without-backup"):
        await upgraded(without, NOW, may_skip_backup=False)
    with pytest.raises(UpgradeRefused, match="POLKU_BACKUP_KEY is missing"):
        await upgraded(keyless, NOW, may_skip_backup=False)
    assert (await database_state(old.owner_url)).applied[-1] == OLD

    assert (await upgraded(without, NOW, may_skip_backup=True)).backup is None
    assert (await database_state(old.owner_url)).pending == ()


async def test_a_database_of_a_newer_version_or_another_role_is_not_touched(old: Settings) -> None:
    other = old.model_copy(update={"owner_database_url": old.database_url})
    with pytest.raises(UpgradeRefused, match="must name the role that owns the tables"):
        await upgraded(other, NOW, may_skip_backup=False)
    await execute(
        old.owner_url,
        "INSERT INTO tortoise_migrations (app, name, applied_at) VALUES ('models', '9999_later', now())",
    )

    with pytest.raises(UpgradeRefused, match="of a newer version: it has 9999_later"):
        await upgraded(old, NOW, may_skip_backup=False)

    assert backups_in(old.backup_dir or Path()) == []


async def test_a_wrong_field_key_is_noticed_before_anything_is_changed(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    owned = settings.model_copy(update={"owner_database_url": settings.database_url.replace("polku_app", OWNER)})
    wrong = owned.model_copy(update={"field_key": SecretStr("1:" + "A" * 43)})

    aino = organisation.rows["aino"].pk
    sealed = seal(keyring_of(settings), Place("client", "personal_identity_code", aino), "010190-900L")
    await organisation.pool.execute("UPDATE client SET personal_identity_code = $1 WHERE id = $2", sealed, aino)

    assert (await upgraded(owned, NOW, may_skip_backup=False)).done == []
    with pytest.raises(SealBroken):
        await upgraded(wrong, NOW, may_skip_backup=False)


def test_a_new_installation_is_made_by_the_same_command_and_repeating_it_does_nothing(
    empty_database: str, tmp_path: Path
) -> None:
    settings = settings_on(empty_database.replace(OWNER, "polku_app"), tmp_path).model_copy(
        update={"owner_database_url": empty_database}
    )

    first, second = run(settings, "upgrade"), run(settings, "upgrade")

    assert first.returncode == 0, first.stdout + first.stderr
    assert f"{len(known_migrations())} migrations ran" in first.stdout
    assert second.returncode == 0
    assert "Nothing to do: the database has this version already." in second.stdout
    assert "Traceback" not in first.stderr + second.stderr


def test_a_database_that_does_not_answer_is_a_refusal_and_no_traceback(tmp_path: Path) -> None:
    nowhere = "postgresql://polku_app@127.0.0.1:9/polku"
    settings = settings_on(nowhere, tmp_path).model_copy(update={"owner_database_url": nowhere})

    refused = run(settings, "upgrade")

    assert refused.returncode == 2
    assert "The database cannot be reached" in refused.stdout
    assert "Nothing was changed." in refused.stdout
    assert "Traceback" not in refused.stdout + refused.stderr
