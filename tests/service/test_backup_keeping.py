"""Backups are made when they are due and old ones go; a rehearsal restores the newest, and leaves nothing behind."""

import subprocess
import sys
import time
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

import models
from service.backup_directory import (
    BackupsAreKept,
    Rehearsal,
    backup_path,
    backups_in,
    forget_old_backups,
    last_rehearsal,
    newest_backup_hours,
    note_rehearsal,
    sole_keeper,
)
from service.backups.archive import _CONTENT, ArchiveWriter, BackupRefused, opened_archive, verified_manifest
from service.backups.keeping import BackupKeeper
from service.backups.rehearsal import RehearsalRefused, rehearse, scratch_database, scratch_name
from service.backups.restoring import restore_backup
from service.backups.taking import back_up, backup_keys
from service.database.connections import credentials
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.settings import ROOT, Settings
from tests.support.organisation import NOW, SampleOrganisation
from tests.support.processes.commands import environment, run
from tests.support.processes.workers import PATIENCE
from tests.support.sealed_logs import seal_all, write_disclosures

REHEARSER = "polku_rehearsal"
SCRATCH = scratch_name(f"postgresql://{REHEARSER}@/")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def rehearser(postgres: EmbeddedPostgres) -> str:
    """The URL of the server as a role that may create databases and do nothing else."""
    if not postgres.execute(f"SELECT 1 FROM pg_roles WHERE rolname = '{REHEARSER}'"):
        postgres.execute(f"CREATE ROLE {REHEARSER} LOGIN")
    postgres.execute(f"ALTER ROLE {REHEARSER} CREATEDB")
    return postgres.url("postgres", REHEARSER)


@pytest.fixture
def kept(settings: Settings, rehearser: str, postgres: EmbeddedPostgres, tmp_path: Path) -> Settings:
    """The settings of a process that keeps backups."""
    database = str(credentials(settings.application_url)["database"])
    return settings.model_copy(
        update={
            "owner_database_url": postgres.url(database, OWNER),
            "rehearsal_database_url": rehearser,
            "backup_dir": tmp_path / "backups",
        }
    )


def directory_of(settings: Settings) -> Path:
    assert settings.backup_dir is not None
    return settings.backup_dir


async def test_a_rehearsal_restores_everything_verifies_it_and_leaves_no_database(
    organisation: SampleOrganisation, kept: Settings, postgres: EmbeddedPostgres
) -> None:
    await write_disclosures(organisation.pool, 3)
    await seal_all(kept)
    back_up(kept, directory_of(kept), NOW)
    database = str(credentials(kept.application_url)["database"])
    before = postgres.execute("SELECT count(*) FROM client", database)

    passed = await rehearse(kept, NOW + HOUR)

    assert passed.is_passed, passed
    assert passed.rows > int(before)
    assert passed.entries >= 3
    assert last_rehearsal(directory_of(kept)) == passed
    assert not postgres.has_database(SCRATCH)
    assert postgres.execute("SELECT count(*) FROM client", database) == before


async def test_a_backup_with_altered_logs_or_a_lost_file_fails_its_rehearsal(
    organisation: SampleOrganisation, kept: Settings, postgres: EmbeddedPostgres
) -> None:
    directory = directory_of(kept)
    await write_disclosures(organisation.pool, 2)
    await seal_all(kept)
    database = str(credentials(kept.application_url)["database"])
    whose: dict[str, Any] = {
        "noun": "client",
        "object_id": organisation.rows["aino"].pk,
        "added_by": uuid4(),
        "added_by_name": "A",
    }
    facts: dict[str, Any] = {
        "name": "a.pdf",
        "media_type": "application/pdf",
        "size": 1,
        "sha256": "0" * 64,
        "added_at": NOW,
    }
    lost = await models.Attachment.create(**whose, **facts, uploaded_at=NOW)
    back_up(kept, directory, NOW)
    first = await rehearse(kept, NOW)
    await lost.delete()
    postgres.execute("SET session_replication_role = replica; UPDATE disclosure_log SET operation = 'Other'", database)
    back_up(kept, directory, NOW + HOUR)

    second = await rehearse(kept, NOW + HOUR)

    assert first.code == "FILES_MISSING"
    assert second.code == "LOG_FAULTS"
    assert not postgres.has_database(SCRATCH)


async def test_a_backup_that_was_damaged_fails_its_rehearsal_and_is_named_in_the_log(
    organisation: SampleOrganisation, kept: Settings
) -> None:
    path, _ = back_up(kept, directory_of(kept), NOW)
    path.write_bytes(path.read_bytes()[:-10])

    failed = run(kept, "rehearse")

    noted = last_rehearsal(directory_of(kept))
    assert failed.returncode == 1
    assert f"{path.name} could not be restored: BACKUP_REFUSED" in failed.stdout
    assert '"rehearsal failed"' in failed.stdout
    assert noted is not None
    assert noted.code == "BACKUP_REFUSED"
    assert "Virtanen" not in failed.stdout + failed.stderr


async def test_a_rehearsal_that_cannot_begin_says_what_is_missing(
    organisation: SampleOrganisation, kept: Settings, postgres: EmbeddedPostgres
) -> None:
    with pytest.raises(RehearsalRefused, match="There is no backup in"):
        await rehearse(kept, NOW)
    back_up(kept, directory_of(kept), NOW)
    with pytest.raises(RehearsalRefused, match="POLKU_REHEARSAL_DATABASE_URL is missing"):
        await rehearse(kept.model_copy(update={"rehearsal_database_url": ""}), NOW)
    postgres.execute(f"ALTER ROLE {REHEARSER} NOCREATEDB")
    with pytest.raises(RehearsalRefused, match=f"As a superuser: ALTER ROLE {REHEARSER} CREATEDB"):
        await rehearse(kept, NOW)
    unknown = kept.model_copy(update={"rehearsal_database_url": postgres.url("postgres", "nobody_at_all")})
    with pytest.raises(RehearsalRefused, match="see that the role exists"):
        await rehearse(unknown, NOW)

    assert last_rehearsal(directory_of(kept)) is None


async def test_nobody_but_the_rehearser_can_connect_to_the_scratch_database(
    organisation: SampleOrganisation, kept: Settings, postgres: EmbeddedPostgres
) -> None:
    postgres.execute(f"CREATE DATABASE {SCRATCH} OWNER {REHEARSER}")  # as a killed rehearsal leaves it

    async with scratch_database(kept.rehearsal_url) as url:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await asyncpg.connect(**credentials(url.replace(f"{REHEARSER}@", "polku_app@")))

    assert not postgres.has_database(SCRATCH)


def test_backups_and_rehearsals_are_made_when_due_and_never_twice(
    organisation: SampleOrganisation, kept: Settings
) -> None:
    keeper, directory = BackupKeeper(kept, directory_of(kept)), directory_of(kept)

    def at(moment: datetime) -> None:
        keeper.do_what_is_due(lambda: moment)

    at(NOW)
    first = last_rehearsal(directory)
    at(NOW + HOUR * 23)
    assert len(backups_in(directory)) == 1
    at(NOW + HOUR * 24)
    assert len(backups_in(directory)) == 2
    assert last_rehearsal(directory) == first
    at(NOW + DAY * 31)

    second = last_rehearsal(directory)
    assert first is not None
    assert first.is_passed, first
    assert second is not None
    assert second.at == NOW + DAY * 31
    assert [backup.made_at for backup in backups_in(directory)] == [NOW + DAY * 31]  # older than a fortnight: gone


def test_a_failed_backup_is_tried_again_a_quarter_of_an_hour_later_and_leaves_no_part(
    organisation: SampleOrganisation, kept: Settings
) -> None:
    nowhere = kept.model_copy(update={"owner_database_url": "postgresql://polku_owner@127.0.0.1:9/polku"})
    directory = directory_of(kept)
    keeper = BackupKeeper(nowhere, directory)

    keeper.do_what_is_due(lambda: NOW)
    keeper.settings = kept.model_copy(update={"rehearsal_database_url": ""})
    keeper.do_what_is_due(lambda: NOW + timedelta(minutes=14))
    after_14 = list(directory.iterdir())
    keeper.do_what_is_due(lambda: NOW + timedelta(minutes=15))

    assert after_14 == []
    assert sorted(path.suffix for path in directory.iterdir()) == [".backup", ".head"]


def test_a_refused_rehearsal_is_noted_so_that_the_operator_is_told(
    organisation: SampleOrganisation, kept: Settings, postgres: EmbeddedPostgres
) -> None:
    postgres.execute(f"ALTER ROLE {REHEARSER} NOCREATEDB")

    BackupKeeper(kept, directory_of(kept)).do_what_is_due(lambda: NOW)

    noted = last_rehearsal(directory_of(kept))
    assert noted is not None
    assert noted.code == "REHEARSAL_REFUSED"


async def test_a_backup_that_noted_other_rows_than_it_holds_is_refused_by_the_name_of_the_table(
    organisation: SampleOrganisation, kept: Settings
) -> None:
    path, manifest = back_up(kept, directory_of(kept), NOW)
    other = backup_path(directory_of(kept), NOW + HOUR)
    with path.open("rb") as source, other.open("wb") as target:
        verified_manifest(source, backup_keys(kept))
        source.seek(0)
        [dump] = [
            BytesIO(b"".join(data for kind, data in opened_archive(source, backup_keys(kept)) if kind == _CONTENT))
        ]
        writer = ArchiveWriter(target, backup_keys(kept))
        writer.add("database", dump)
        writer.finish(manifest | {"rows": manifest["rows"] | {"client": manifest["rows"]["client"] + 1}})

    with pytest.raises(BackupRefused, match=r"do not have the rows that the backup noted: client$"):
        async with scratch_database(kept.rehearsal_url) as url:
            await restore_backup(kept, other, url, None, NOW)

    assert (await rehearse(kept, NOW + HOUR)).code == "BACKUP_REFUSED"


def test_a_keeper_that_is_asked_to_stop_lets_go_of_everything(
    organisation: SampleOrganisation, kept: Settings, postgres: EmbeddedPostgres
) -> None:
    command = [sys.executable, "-m", "service.commands.cli", "keep-backups"]
    with subprocess.Popen(command, cwd=ROOT, env=environment(kept), stdout=subprocess.PIPE, text=True) as process:
        until = time.monotonic() + PATIENCE
        while not postgres.has_database(SCRATCH) and time.monotonic() < until:
            time.sleep(0.02)
        process.terminate()
        printed, _ = process.communicate(timeout=60)

    assert process.returncode == 0, printed
    assert '"backup made"' in printed
    assert not postgres.has_database(SCRATCH)
    assert [path.suffix for path in directory_of(kept).iterdir() if path.name.startswith("polku")] == [".backup"]


def test_old_backups_go_but_the_newest_stays_however_old_and_so_does_what_is_no_backup(tmp_path: Path) -> None:
    names = [backup_path(tmp_path, NOW - DAY * days) for days in (100, 50, 40)]
    for path in [*names, tmp_path / "notes.txt", tmp_path / "polku-yesterday.backup"]:
        path.write_bytes(b"x")

    gone = forget_old_backups(tmp_path, NOW - DAY * 14)

    assert gone == sorted(path.name for path in names[:2])
    assert {path.name for path in tmp_path.iterdir()} == {names[2].name, "notes.txt", "polku-yesterday.backup"}
    assert newest_backup_hours(tmp_path, NOW) == 40 * 24
    assert newest_backup_hours(tmp_path / "none", NOW) is None


def test_one_process_keeps_the_backups_of_a_directory(tmp_path: Path, kept: Settings) -> None:
    with sole_keeper(directory_of(kept)):
        refused = run(kept, "keep-backups")
        with pytest.raises(BackupsAreKept), sole_keeper(directory_of(kept)):
            pass

    assert refused.returncode == 2
    assert "Another process makes the backups" in refused.stdout


def test_a_note_that_cannot_be_read_is_no_rehearsal(tmp_path: Path) -> None:
    rehearsal = Rehearsal(NOW, "polku.backup", "", 1, 2, 3, 4.5)
    note_rehearsal(tmp_path, rehearsal)
    assert last_rehearsal(tmp_path) == rehearsal

    for text in ("", "[]", "{}", '{"at": "x"}'):
        (tmp_path / "rehearsal.json").write_text(text)
        assert last_rehearsal(tmp_path) is None
