"""The key of backups changes like the others: new backups have the new one, old ones open while their key is there."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest

from service.backup_directory import backups_in, forget_old_backups, keys_of_backups
from service.backups.archive import BackupRefused, verified_manifest
from service.backups.rehearsal import rehearse
from service.backups.restoring import restore_backup
from service.backups.taking import back_up, backup_keys
from service.database.connections import credentials
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.key_usage import refuse_missing_keys
from service.keys.ledger import KeysRefused
from service.keys.rotation import OldKey, Rotation, rotate_keys
from service.settings import Settings
from tests.support.key_rings import with_keys
from tests.support.organisation import NOW, SampleOrganisation

DAY = timedelta(days=1)
NAMES = ("backup_key",)


@pytest.fixture
def before(
    settings: Settings, organisation: SampleOrganisation, postgres: EmbeddedPostgres, tmp_path: Path
) -> Settings:
    """The settings of the commands: the role that owns the tables, a directory of backups, and one key of each kind."""
    assert organisation.ids
    database = str(credentials(settings.application_url)["database"])
    own = {"owner_database_url": postgres.url(database, OWNER), "backup_dir": tmp_path / "backups"}
    return settings.model_copy(update=own)


@pytest.fixture
async def elsewhere(postgres: EmbeddedPostgres) -> AsyncIterator[str]:
    """The owner's URL of a new, empty database."""
    name = f"restored_{uuid4().hex}"
    postgres.create_database(name)
    yield postgres.url(name, OWNER)
    postgres.drop_database(name)


def directory_of(settings: Settings) -> Path:
    assert settings.backup_dir is not None
    return settings.backup_dir


def old_backup_key(rotation: Rotation) -> OldKey | None:
    return next((old for old in rotation.old if old.kind == "backup"), None)


async def test_an_old_key_is_needed_until_the_last_backup_of_its_time_is_gone(before: Settings) -> None:
    both, directory = with_keys(before, 1, 2, names=NAMES), directory_of(before)
    back_up(before, directory, NOW)
    await rotate_keys(before, NOW)
    path, manifest = back_up(both, directory, NOW + DAY)
    assert keys_of_backups(directory) == {1: 1, 2: 1}

    during = old_backup_key(await rotate_keys(both, NOW + DAY))
    assert forget_old_backups(directory, NOW + DAY) != []
    after = old_backup_key(await rotate_keys(both, NOW + DAY))
    alone = with_keys(before, 2, names=NAMES)
    gone = await rotate_keys(alone, NOW + 2 * DAY)

    assert during is not None
    assert [(use.place, use.number, use.rows) for use in during.uses] == [("backups", 1, 1)]
    assert not during.is_removable(NOW + 2 * DAY)
    assert after is not None
    assert after.is_removable(NOW + DAY)
    assert gone.retired == (("backup", 1),)
    with path.open("rb") as file:
        assert verified_manifest(file, backup_keys(alone)) == manifest


async def test_a_backup_whose_key_was_taken_away_too_early_is_named(before: Settings) -> None:
    alone = with_keys(before, 2, names=NAMES)
    back_up(before, directory_of(before), NOW)
    await rotate_keys(before, NOW)

    rotation = await rotate_keys(alone, NOW)

    assert [use.text() for use in rotation.missing] == ["backups: 1 need backup key 1"]
    assert rotation.retired == ()


async def test_backups_of_before_and_after_are_restored_with_both_keys_in_the_settings(
    before: Settings, elsewhere: str, tmp_path: Path
) -> None:
    both, alone = with_keys(before, 1, 2, names=NAMES), with_keys(before, 2, names=NAMES)
    path, _ = back_up(before, directory_of(before), NOW)

    with pytest.raises(BackupRefused, match="key 1 is missing: POLKU_BACKUP_KEY needs it"):
        await restore_backup(alone, path, elsewhere, tmp_path / "files", NOW)
    restored = await restore_backup(both, path, elsewhere, tmp_path / "files", NOW)
    assert restored.missing == 0


async def test_a_rehearsal_finds_the_key_of_the_newest_backup(before: Settings, postgres: EmbeddedPostgres) -> None:
    rehearsing = before.model_copy(update={"rehearsal_database_url": postgres.url("postgres", "postgres")})
    back_up(rehearsing, directory_of(rehearsing), NOW)

    rehearsal = await rehearse(with_keys(rehearsing, 1, 2, names=NAMES), NOW)

    assert (rehearsal.code, rehearsal.backup) == ("", backups_in(directory_of(before))[0].path.name)


async def test_another_key_under_the_id_of_an_old_one_is_refused(before: Settings) -> None:
    await rotate_keys(with_keys(before, 1, 2, names=NAMES), NOW)
    ring = with_keys(before, 2, names=NAMES).backup_key.get_secret_value().replace("B", "C")
    changed = with_keys(before, 2, names=NAMES).model_copy(update={"backup_key": type(before.backup_key)(ring)})

    with pytest.raises(KeysRefused, match="backup key 2"):
        await rotate_keys(changed, NOW)


async def test_the_service_starts_without_the_keys_of_backups_and_the_change_goes_on_without_them(
    before: Settings,
) -> None:
    await rotate_keys(with_keys(before, 1, 2, names=NAMES), NOW)
    keyless = before.model_copy(update={"backup_key": type(before.backup_key)("")})
    connection = await asyncpg.connect(**credentials(before.application_url))

    await refuse_missing_keys(connection, keyless)
    await connection.close()
    rotation = await rotate_keys(keyless, NOW)

    assert old_backup_key(rotation) is None
    assert not any(kind == "backup" for kind, _ in rotation.retired)


def test_a_file_that_is_no_backup_needs_no_key(tmp_path: Path) -> None:
    (tmp_path / "polku-20261123T080000Z.backup").write_bytes(b"\x00nothing")

    assert keys_of_backups(tmp_path) == {0: 1}
