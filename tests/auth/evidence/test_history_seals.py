"""History, versions, erasures, emergency accesses: what a superuser does to them is named, and an erasure is none."""

from datetime import date
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from auth.evidence.checkpoints import checkpoint_keys
from auth.evidence.faults import FaultKind
from auth.evidence.verification import LogVerification, verify_logs
from models.erasure_list import ErasureEntry
from resolvers.retention.purge_run import run_purges
from service.database.connections import credentials
from service.database.erasure_replay import erasure_list_of
from service.resources import keyring_of
from service.settings import Settings
from tests.support.actions.content import create, update
from tests.support.actions.purges import confirmed_purge, end_relationship, erasure_list, worker_context
from tests.support.organisation import SampleOrganisation
from tests.support.sealed_logs import seal_all, superuser_connection

LONG_AGO = date(2022, 11, 23)
OWN = "noun <> 'log_checkpoint'"
REASON = "Asiakas soittaa kriisilinjalle"


async def verdict(url: str, settings: Settings, erasures: list[ErasureEntry] | None = None) -> LogVerification:
    connection = await asyncpg.connect(**credentials(url))
    try:
        return await verify_logs(connection, checkpoint_keys(keyring_of(settings).signing), (), None, erasures)
    finally:
        await connection.close()


def named(found: LogVerification) -> set[tuple[str, str, str]]:
    return {(fault.kind.value, fault.log, fault.entry) for fault in found.faults}


@pytest.fixture
async def sealed(organisation: SampleOrganisation, settings: Settings) -> SampleOrganisation:
    """The organisation with some changes and an emergency access, all of it sealed."""
    it = {"id": organisation.ids["ville"], "revision": 1}
    for number in range(4):
        assert await update(organisation, "supervisor_a", "Client", it, email=f"ville{number}@example.org") == []
    await create(organisation, "coach_a", "EmergencyAccess", clientId=organisation.ids["ville"], reason=REASON)
    await seal_all(settings)
    return organisation


async def test_whatever_is_written_is_sealed_and_nothing_is_wrong(
    sealed: SampleOrganisation, database_copy: str, settings: Settings
) -> None:
    found = await verdict(database_copy, settings)

    assert found.faults == []
    assert found.waiting == 0
    assert await sealed.count("log_seal", "log = 'history'") == await sealed.count("history", OWN)
    assert await sealed.count("log_seal", "log = 'version'") == await sealed.count("version", OWN)


@pytest.mark.parametrize("log", ["history", "version"])
async def test_an_altered_a_removed_a_swapped_an_inserted_and_the_last_entry_are_each_named(
    sealed: SampleOrganisation, database_copy: str, settings: Settings, log: str
) -> None:
    ids = [
        row["id"]
        for row in await sealed.pool.fetch(f"SELECT id FROM {log} WHERE {OWN} ORDER BY tx::text::bigint, id::text")
    ]
    last = await sealed.pool.fetchval("SELECT entry FROM log_seal WHERE log = $1 ORDER BY position DESC LIMIT 1", log)
    removed, altered, one, other = ids[0], ids[1], ids[2], ids[3]
    async with superuser_connection(database_copy) as superuser:
        await superuser.execute(f"UPDATE {log} SET revision = revision + 7 WHERE id = $1", altered)
        await superuser.execute(f"DELETE FROM {log} WHERE id IN ($1, $2)", removed, int(last))
        await superuser.execute(f"UPDATE {log} SET id = -1 WHERE id = $1", one)
        await superuser.execute(f"UPDATE {log} SET id = $1 WHERE id = $2", one, other)
        await superuser.execute(f"UPDATE {log} SET id = $1 WHERE id = -1", other)
        columns = "noun, object_id, revision, at, " + (
            "actor, actor_name, action, changes, tx" if log == "history" else "stored, tx"
        )
        inserted = await superuser.fetchval(
            f"INSERT INTO {log} ({columns}) SELECT {columns} FROM {log} WHERE id = $1 RETURNING id", altered
        )

    found = {fault for fault in named(await verdict(database_copy, settings)) if fault[1] == log}

    assert found == {
        ("ALTERED", log, str(altered)),
        ("REMOVED", log, str(removed)),
        ("TRUNCATED", log, last),
        ("SWAPPED", log, str(min(one, other, key=ids.index))),
        ("INSERTED", log, str(inserted)),
    }


async def test_an_emergency_access_that_was_altered_removed_or_put_in_is_named(
    sealed: SampleOrganisation, database_copy: str, settings: Settings
) -> None:
    second = await create(sealed, "coach_a", "EmergencyAccess", clientId=sealed.ids["pertti"], reason=REASON)
    removed = UUID(second["id"].rpartition("_")[2])
    altered = await sealed.pool.fetchval("SELECT id FROM emergency_access WHERE id <> $1", removed)
    async with superuser_connection(database_copy) as superuser:
        await superuser.execute(
            "INSERT INTO emergency_access SELECT (jsonb_populate_record(t, jsonb_build_object('id', $1::uuid,"
            " 'client_id', $3::uuid))).*"
            " FROM emergency_access t WHERE id = $2", UUID(int=9), altered, sealed.rows["saara"].pk,
        )  # fmt: skip
        await superuser.execute(
            "UPDATE emergency_access SET reason = 'Jokin aivan muu syy kuin oli' WHERE id = $1", altered
        )
        await superuser.execute("DELETE FROM emergency_access WHERE id = $1", removed)

    assert named(await verdict(database_copy, settings)) == {
        ("ALTERED", "emergency_access", str(altered)),
        ("REMOVED", "emergency_access", str(removed)),
        ("INSERTED", "emergency_access", str(UUID(int=9))),
    }


async def erased(organisation: SampleOrganisation, settings: Settings) -> None:
    """Erase Saara as two people decided, with what was sealed of her before."""
    await organisation.pool.execute(
        "INSERT INTO history (noun, object_id, revision, at, actor, actor_name, action, changes)"
        " VALUES ('client', $1, 1, now(), $1, '', 'UPDATE', '{}')", organisation.rows["saara"].pk,
    )  # fmt: skip
    await end_relationship(organisation, "saara", LONG_AGO)
    await seal_all(settings)
    await confirmed_purge(organisation)
    assert await run_purges(worker_context(settings)) == 1
    await seal_all(settings)


async def test_an_erasure_is_no_fault_and_its_digests_tell_nothing_without_the_salt(
    organisation: SampleOrganisation, database_copy: str, settings: Settings
) -> None:
    await erased(organisation, settings)

    found = await verdict(database_copy, settings, erasure_list(settings).lines())

    gone = await organisation.count("erased_entry", "log = 'history'")
    assert found.faults == []
    assert gone > 0
    assert (
        await organisation.count("log_seal s", "s.log = 'history'") == await organisation.count("history", OWN) + gone
    )


async def test_a_removed_entry_that_only_claims_to_be_erased_is_named(
    sealed: SampleOrganisation, database_copy: str, settings: Settings
) -> None:
    entry = await sealed.pool.fetchval(f"SELECT min(id) FROM history WHERE {OWN}")
    async with superuser_connection(database_copy) as superuser:
        await superuser.execute("DELETE FROM history WHERE id = $1", entry)
        await superuser.execute(
            "INSERT INTO erased_entry (log, entry, object_id, subject) VALUES ('history', $1, $2, $2)",
            str(entry), sealed.rows["ville"].pk,
        )  # fmt: skip

    assert named(await verdict(database_copy, settings)) == {("ERASURE_UNPROVEN", "history", str(entry))}


async def test_erasures_that_were_altered_removed_or_invented_are_named(
    organisation: SampleOrganisation, database_copy: str, settings: Settings
) -> None:
    await erased(organisation, settings)
    [row] = await organisation.pool.fetch("SELECT id, number FROM erasure WHERE noun = 'client'")
    async with superuser_connection(database_copy) as superuser:
        await superuser.execute(
            "INSERT INTO erasure (number, noun, object_id, what, at) VALUES (99, 'client', $1, 'ERASED', now())",
            organisation.rows["ville"].pk,
        )
        await superuser.execute("UPDATE erasure SET object_id = $1 WHERE id = $2", UUID(int=3), row["id"])
        altered = named(await verdict(database_copy, settings, erasure_list_of(settings).lines()))
        await superuser.execute("DELETE FROM erasure WHERE id = $1", row["id"])
    removed = named(await verdict(database_copy, settings))

    assert {("ALTERED", "erasure", str(row["id"])), ("ERASURE_UNLISTED", "erasure", "99")} <= altered
    assert ("ERASURE_UNLISTED", "erasure", str(row["number"])) in altered
    assert {kind for kind, log, _ in removed if log == "erasure"} == {FaultKind.TRUNCATED.value}
    assert "ERASURE_UNPROVEN" in {kind for kind, _, _ in removed}


async def test_the_application_deletes_no_evidence(organisation: SampleOrganisation, database: str) -> None:
    app: Any = await asyncpg.connect(**credentials(database))
    for table in ("history", "version", "erasure", "erased_entry", "emergency_access", "support_access", "purge",
                  "purge_item", "log_checkpoint", "log_seal", "log_block"):  # fmt: skip
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await app.execute(f"DELETE FROM {table}")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await app.execute(f"TRUNCATE {table}")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await app.execute("SELECT erase_entries(NULL::uuid, $1::uuid, ARRAY[$1::uuid])", organisation.rows["ville"].pk)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await app.execute("INSERT INTO erased_entry (log, entry, object_id, subject) VALUES ('history', '1', $1, $1)",
                          organisation.rows["ville"].pk)  # fmt: skip
    await app.close()
