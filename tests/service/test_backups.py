"""A backup is whole and closed without its key; restored, it forgets again whom it must before anybody is served."""

import os
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from pydantic import SecretStr
from starlette.applications import Starlette

import models
from models.erasure_list import ErasureList
from resolvers.retention.purge_run import run_purges
from service.backups.archive import BackupRefused, verified_manifest
from service.backups.restoring import database_url_named, replayed_erasures, restore_backup
from service.backups.taking import back_up, backup_keys
from service.database.connections import credentials, read_pool
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.erasure_replay import ErasuresUnobeyed, erasure_list_of, refuse_unobeyed
from service.http.assembly import assembled
from service.settings import Settings
from tests.support.actions.purges import confirmed_purge, end_relationship, is_erased, worker_context
from tests.support.organisation import NOW, SampleOrganisation
from tests.support.processes.commands import run
from tests.support.small_application import client_of

LONG_AGO = date(2022, 11, 23)
LATER = NOW + timedelta(days=1)


@pytest.fixture
def installation(settings: Settings, postgres: EmbeddedPostgres) -> Settings:
    """The settings of the service with the role that owns the tables."""
    database = str(credentials(settings.application_url)["database"])
    return settings.model_copy(update={"owner_database_url": postgres.url(database, OWNER)})


@pytest.fixture
async def elsewhere(postgres: EmbeddedPostgres) -> AsyncIterator[str]:
    """The owner's URL of a new, empty database."""
    name = f"restored_{uuid4().hex}"
    postgres.create_database(name)
    yield postgres.url(name, OWNER)
    postgres.drop_database(name)


async def fetched(url: str, sql: str, *values: Any) -> Any:
    connection = await asyncpg.connect(**credentials(url))
    try:
        return await connection.fetchval(sql, *values)
    finally:
        await connection.close()


async def may_open(settings: Settings) -> None:
    """Do what the service does before it opens."""
    async with read_pool(settings.application_url, 1) as reads:
        await refuse_unobeyed(reads, erasure_list_of(settings))


async def test_who_was_erased_after_the_backup_is_not_there_when_it_is_restored(
    organisation: SampleOrganisation, installation: Settings, elsewhere: str, tmp_path: Path
) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    lone = await models.Referral.create(
        state="REJECTED",
        agency=organisation.rows["agency_x"],
        unit=organisation.rows["unit_a"],
        first_names="Saara",
        last_name="Salo",
        sort_key="s",
        service_code="WORKSHOP",
        created_at=NOW,
        created_by=organisation.rows["unit_a"].pk,
        modified_at=NOW,
        modified_by=organisation.rows["unit_a"].pk,
    )
    (installation.files / "ab").mkdir(parents=True)
    (installation.files / "ab" / "letter.pdf").write_bytes(os.urandom(3_000_000))
    path, manifest = back_up(installation, tmp_path / "backups", NOW)
    # Accepted after the backup: there the referral stands alone, and must go all the same.
    await models.Referral.filter(pk=lone.pk).update(client_id=organisation.rows["saara"].pk)
    await confirmed_purge(organisation)
    await run_purges(worker_context(installation))
    assert await is_erased(organisation, "saara")

    done = await restore_backup(installation, path, elsewhere, tmp_path / "files", LATER)

    assert (done.missing, done.erased, done.files) == (2, 2, 1)
    assert manifest["erasures"] == 0
    saara = organisation.rows["saara"].pk
    assert await fetched(elsewhere, "SELECT state FROM client WHERE id = $1", saara) == "ERASED"
    assert await fetched(elsewhere, "SELECT count(*) FROM referral") == 0
    assert await fetched(elsewhere, "SELECT count(*) FROM relationship WHERE client_id = $1", saara) == 0
    assert await fetched(elsewhere, "SELECT count(*) FROM client WHERE last_name = 'Salo'") == 0
    assert await fetched(elsewhere, "SELECT count(*) FROM client WHERE last_name = 'Virtanen'") == 1
    assert await fetched(elsewhere, "SELECT count(*) FROM erasure") == 2
    assert (tmp_path / "files/ab/letter.pdf").read_bytes() == (installation.files / "ab/letter.pdf").read_bytes()
    app_url = elsewhere.replace(OWNER, "polku_app")
    await may_open(installation.model_copy(update={"database_url": app_url}))
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await fetched(app_url, "DELETE FROM history")


async def test_the_service_on_a_restored_older_backup_is_ready_at_once(
    installation: Settings, elsewhere: str, tmp_path: Path
) -> None:
    path, manifest = back_up(installation, tmp_path / "backups", NOW)  # from before there was reference content
    await restore_backup(installation, path, elsewhere, tmp_path / "files", LATER)
    restored = {"database_url": elsewhere.replace(OWNER, "polku_app"), "owner_database_url": elsewhere}

    app = assembled(installation.model_copy(update=restored), [])
    async with app.router.lifespan_context(app), client_of(app) as client:
        answer = await client.get("/readyz")

    assert manifest["rows"]["reference_load"] == 0
    assert (answer.status_code, answer.json()["reference_content"]) == (200, "ok")
    assert await fetched(elsewhere, "SELECT count(*) FROM term WHERE created_at = $1", LATER) > 0
    assert await fetched(installation.owner_url, "SELECT count(*) FROM reference_load") == 0, (
        "the database that was backed up is as it was"
    )


async def test_a_database_restored_by_other_means_is_not_served_before_the_replay(
    organisation: SampleOrganisation, installation: Settings, postgres: EmbeddedPostgres
) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    old = f"old_{uuid4().hex}"
    owner = database_url_named(installation.owner_url, old)
    postgres.create_database(old)
    backup, _ = back_up(installation, installation.state_dir / "b", NOW)
    empty = installation.model_copy(update={"erasures_dir": installation.state_dir / "none"})
    await restore_backup(empty, backup, owner, installation.state_dir / "f", NOW)
    await confirmed_purge(organisation)
    await run_purges(worker_context(installation))
    restored = installation.model_copy(update={"database_url": postgres.url(old), "owner_database_url": owner})

    with pytest.raises(ErasuresUnobeyed, match="1 erasures are missing"):
        await may_open(restored)
    assert await replayed_erasures(restored, owner, LATER) == (1, 1)
    assert await replayed_erasures(restored, owner, LATER) == (0, 0)
    await may_open(restored)
    assert await fetched(owner, "SELECT state FROM client WHERE id = $1", organisation.rows["saara"].pk) == "ERASED"
    postgres.drop_database(old)


async def test_a_list_that_was_lost_stops_the_service_until_it_is_written_anew(
    organisation: SampleOrganisation, installation: Settings
) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    await confirmed_purge(organisation)
    await run_purges(worker_context(installation))
    erasure_list_of(installation).path.unlink()

    with pytest.raises(ErasuresUnobeyed, match="has 0 lines"):
        await may_open(installation)
    await replayed_erasures(installation, installation.owner_url, LATER, is_rebuilt=True)

    await may_open(installation)
    assert [line.id for line in erasure_list_of(installation).lines()] == [organisation.rows["saara"].pk.hex]


async def test_a_backup_older_than_the_list_of_erasures_needs_that_list(
    organisation: SampleOrganisation, installation: Settings, elsewhere: str, tmp_path: Path
) -> None:
    await end_relationship(organisation, "saara", LONG_AGO)
    await confirmed_purge(organisation)
    await run_purges(worker_context(installation))
    path, _ = back_up(installation, tmp_path / "backups", NOW)
    lost = installation.model_copy(update={"erasures_dir": tmp_path / "empty"})

    with pytest.raises(BackupRefused, match="put it back"):
        await restore_backup(lost, path, elsewhere, tmp_path / "files", LATER)
    assert await fetched(elsewhere, "SELECT to_regclass('client')") is None


async def test_a_database_that_is_not_empty_is_not_overwritten_unless_told(
    organisation: SampleOrganisation, installation: Settings, elsewhere: str, tmp_path: Path
) -> None:
    path, _ = back_up(installation, tmp_path / "backups", NOW)
    await restore_backup(installation, path, elsewhere, tmp_path / "files", LATER)
    sql = "UPDATE client SET last_name = 'Toinen'"
    await fetched(elsewhere, sql)

    with pytest.raises(BackupRefused, match="not empty"):
        await restore_backup(installation, path, elsewhere, tmp_path / "files", LATER)
    assert await fetched(elsewhere, "SELECT count(*) FROM client WHERE last_name = 'Toinen'") == len(
        [name for name in organisation.ids if organisation.ids[name].startswith("client_")]
    )
    await restore_backup(installation, path, elsewhere, tmp_path / "files", LATER, is_replaced=True)
    assert await fetched(elsewhere, "SELECT count(*) FROM client WHERE last_name = 'Toinen'") == 0


async def test_a_backup_without_its_key_or_with_one_bit_changed_is_refused_before_anything_happens(
    organisation: SampleOrganisation, installation: Settings, elsewhere: str, tmp_path: Path
) -> None:
    path, manifest = back_up(installation, tmp_path / "backups", NOW)
    whole = path.read_bytes()
    assert b"Virtanen" not in whole
    assert organisation.ids["aino"].encode() not in whole
    with path.open("rb") as file:
        assert verified_manifest(file, backup_keys(installation)) == manifest

    other = installation.model_copy(update={"backup_key": SecretStr("1:" + "A" * 43)})
    with pytest.raises(BackupRefused, match="changed, or the file was cut off"):
        await restore_backup(other, path, elsewhere, tmp_path / "files", LATER)
    unnamed = installation.model_copy(update={"backup_key": SecretStr("2:" + "A" * 43)})
    with pytest.raises(BackupRefused, match="key 1 is missing"):
        await restore_backup(unnamed, path, elsewhere, tmp_path / "files", LATER)
    for bad in (whole[:-1], whole[:-40], whole[: len(whole) // 2], whole[:-1] + bytes([whole[-1] ^ 1]), b"x" + whole):
        path.write_bytes(bad)
        with pytest.raises(BackupRefused):
            await restore_backup(installation, path, elsewhere, tmp_path / "files", LATER)
    assert await fetched(elsewhere, "SELECT to_regclass('client')") is None


def test_a_list_in_a_directory_of_its_own_is_made_for_its_owner_alone(installation: Settings, tmp_path: Path) -> None:
    kept = ErasureList(tmp_path / "apart", worker_context(installation).keyring)
    kept.add(NOW, uuid4(), "ERASED", [("client", uuid4())])

    assert kept.path.stat().st_mode & 0o777 == 0o600
    assert kept.directory.stat().st_mode & 0o777 == 0o700


async def test_a_service_on_a_database_that_does_not_obey_the_list_does_not_start(settings: Settings) -> None:
    erasure_list_of(settings).add(NOW, uuid4(), "ERASED", [("client", uuid4())])
    app: Starlette = assembled(settings, [])

    with pytest.raises(ErasuresUnobeyed, match=r"run\.py replay"):
        async with app.router.lifespan_context(app):
            pass
    with pytest.raises(AttributeError):
        assert app.state.reads


@pytest.mark.parametrize(
    "name",
    ["o'clock", 'a"; DROP DATABASE polku; --', "..", "a/b", "nimi tila", "template1", "-x", "x" * 64, "käyttö", ""],
)
def test_a_name_that_no_database_should_have_is_refused_plainly_and_nothing_is_made(
    installation: Settings, postgres: EmbeddedPostgres, tmp_path: Path, name: str
) -> None:
    there = "SELECT count(*) FROM pg_database"
    file, before = tmp_path / "polku.backup", postgres.execute(there)
    file.write_bytes(b"a backup")

    refused = run(installation, "restore", "--from", str(file), f"--into={name}")

    assert refused.returncode == 2
    assert "--into: the name of a database" in refused.stdout
    assert "Traceback" not in refused.stdout + refused.stderr
    assert postgres.execute(there) == before


def test_a_database_that_is_not_there_is_refused_plainly(installation: Settings, tmp_path: Path) -> None:
    path, _ = back_up(installation, tmp_path, NOW)

    refused = run(installation, "restore", "--from", str(path), "--into", "nobody_made_this")

    assert refused.returncode == 2, refused.stdout + refused.stderr
    assert 'database "nobody_made_this" does not exist' in refused.stdout
