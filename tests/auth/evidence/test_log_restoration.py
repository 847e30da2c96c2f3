"""A sealed log in another life: dumped, restored into a new cluster whose transactions begin anew, and sealed on."""

import re
from collections.abc import Iterator

import asyncpg
import pytest

from models.chain import SEALED_LOGS
from service.database.connections import credentials, orm, read_pool
from service.database.embedded_postgres import APP, OWNER, SUPERUSER, EmbeddedPostgres
from service.database.migrations import COLUMN_RIGHTS, grant_rights
from service.settings import Settings
from tests.support.processes.postgres_directories import clear_away, fresh_directory
from tests.support.sealed_logs import seal_all, signed_checkpoint, verdict, write_disclosures

NEWEST = "SELECT max(tx::text::bigint) FROM disclosure_log"
LIVES = "SELECT count(DISTINCT life) FROM log_block"

# Columns of all content, whose values a CHECK derives from the sealed ones.
DERIVED = frozenset({"state", "revision", "provenance", "created_at", "created_by", "modified_at", "modified_by"})
UNSEALED = {"history": {"actor_name"}}  # an erasure of the actor makes it blank; the actor's id is sealed


@pytest.fixture
def elsewhere() -> Iterator[EmbeddedPostgres]:
    """Another cluster, as a restore finds it: its roles, and nothing else."""
    directory = fresh_directory()
    server = EmbeddedPostgres(directory, durable=False)
    server.start()
    yield server
    clear_away(directory)


def restored(source: EmbeddedPostgres, url: str, target: EmbeddedPostgres) -> str:
    """Dump a database, restore it elsewhere, and return its URL there."""
    name, file = str(credentials(url)["database"]), str(target.socket / "dump")
    source._run("pg_dump", "-Fc", "-f", file, "-h", str(source.socket), "-U", SUPERUSER, name)
    target.create_database("restored")
    where = ("-h", str(target.socket), "-U", SUPERUSER, "-d", "restored")
    target._run("pg_restore", "--single-transaction", "--no-owner", f"--role={OWNER}", *where, file)
    return target.url("restored")


async def test_a_restored_log_is_verified_and_sealed_on_though_its_transactions_are_of_another_life(
    postgres: EmbeddedPostgres, elsewhere: EmbeddedPostgres, database_copy: str, settings: Settings
) -> None:
    async with orm(database_copy), read_pool(database_copy, 2) as pool:
        await write_disclosures(pool, 6)
        await seal_all(settings)
        kept = await signed_checkpoint(settings)
        await write_disclosures(pool, 3, "Late")  # dumped before the sealer came
    url = restored(postgres, database_copy, elsewhere)
    owner = await asyncpg.connect(**credentials(url) | {"user": SUPERUSER})
    await grant_rights(owner)
    newest, now = await owner.fetchval(NEWEST), await owner.fetchval("SELECT pg_current_xact_id()::text::bigint")
    assert newest > now  # else the clusters happen to agree, and the test shows nothing

    before = await verdict(url, settings, [kept])
    async with orm(url), read_pool(url, 2) as pool:
        await write_disclosures(pool, 4, "New")
        first = await seal_all(settings)
        await write_disclosures(pool, 5, "Newer")
        second = await seal_all(settings)
    after = await verdict(url, settings, [kept])

    assert (before.faults, before.entries, before.waiting) == ([], 6, 3)
    assert (first, second) == (7, 5)
    assert (after.faults, after.entries, after.waiting) == ([], 18, 0)
    assert after.last_agreeing_checkpoint is not None
    assert await owner.fetchval(LIVES) == 2
    assert await owner.fetchval("SELECT has_table_privilege($1, 'log_block', 'INSERT')", APP) is False
    await owner.close()


async def test_what_is_inserted_behind_the_sealer_of_a_new_life_is_named(
    postgres: EmbeddedPostgres, elsewhere: EmbeddedPostgres, database_copy: str, settings: Settings
) -> None:
    async with orm(database_copy), read_pool(database_copy, 2) as pool:
        await write_disclosures(pool, 2)
    url = restored(postgres, database_copy, elsewhere)
    owner = await asyncpg.connect(**credentials(url) | {"user": SUPERUSER})
    await grant_rights(owner)
    async with orm(url):
        await seal_all(settings)
    await owner.execute(
        "INSERT INTO disclosure_log (at, account, authority, operation, document, fields, subjects, asked, purpose,"
        " outcome, request, tx) SELECT at, account, authority, operation, document, fields, subjects, asked, purpose,"
        " outcome, request, tx FROM disclosure_log ORDER BY id LIMIT 1"
    )
    await owner.close()

    found = await verdict(url, settings)
    assert [(f.kind.value, f.log) for f in found.faults] == [("INSERTED", "disclosure_log")]


async def test_every_column_of_a_sealed_log_but_its_number_is_sealed(database_copy: str) -> None:
    connection = await asyncpg.connect(**credentials(database_copy))
    check = await connection.fetchval(
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'login_event_derived'"
    )
    assert all(column in check for column in DERIVED)
    for log in SEALED_LOGS:
        columns = {row["attname"] for row in await connection.fetch(COLUMN_RIGHTS, log.table)}
        said = log.content_sql("e")
        derived = DERIVED if log.table == "login_event" else frozenset[str]()
        missing = {
            c
            for c in columns - {"id", "salt"} - derived - UNSEALED.get(log.table, set())
            if not re.search(rf"\be\.{c}\b", said)
        }
        assert missing == set(), f"{log.table}: add to SEALED_LOGS (later=…) and to the view `sealable`"
    await connection.close()
