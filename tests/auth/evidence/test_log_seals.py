"""What was sealed of the logs: whatever somebody does to it afterwards is found and named."""

import asyncio
from datetime import timedelta

import asyncpg
import pytest

from auth.evidence.faults import FaultKind
from service.database.connections import credentials, read_pool
from service.graphql import build_answering
from service.settings import Settings
from service.settings_loading import load_settings
from tests.support.organisation import NOBODY, NOW, SampleOrganisation, build_organisation
from tests.support.sealed_logs import (
    faults_with_entries,
    seal_all,
    signed_checkpoint,
    superuser_connection,
    verdict,
    write_disclosures,
)

ALTERED, REMOVED, SWAPPED = FaultKind.ALTERED, FaultKind.REMOVED, FaultKind.SWAPPED
SWAP = "UPDATE disclosure_log SET id = CASE WHEN id = $1 THEN $2 ELSE $1 END WHERE id IN ($1, $2)"
GIVEN = "at, account, authority, operation, document, fields, subjects, asked, purpose, outcome, request"
FORGED = f"INSERT INTO disclosure_log ({GIVEN}, tx) SELECT {GIVEN}, '3' FROM disclosure_log LIMIT 1 RETURNING id"


async def test_a_log_that_nobody_touched_is_whole_in_every_entry(
    organisation: SampleOrganisation, database: str, settings: Settings
) -> None:
    await organisation.data("coach_a", "{ clients { nodes { lastName phones } } }")
    await organisation.data("supervisor_b", "{ clients { nodes { lastName } } }")
    await organisation.pool.execute(
        "INSERT INTO login_event (id, at, issuer, outcome, network, state, revision, provenance, created_at,"
        " created_by, modified_at, modified_by) SELECT gen_random_uuid(), now(), 'i', 'LOGGED_IN', '10.0.0.0/24',"
        " 'RECORDED', 1, 'OWN', now(), nobody, now(), nobody FROM (SELECT $1::uuid AS nobody) n",
        NOBODY,
    )

    assert await seal_all(settings) == 3
    assert await seal_all(settings) == 0
    found = await verdict(database, settings)
    assert (found.faults, found.entries, found.waiting, found.blocks) == ([], 3, 0, 1)
    assert found.stored is not None
    assert found.last_agreeing_checkpoint is None


async def test_one_altered_one_removed_a_swapped_pair_and_the_last_five_are_each_named(
    organisation: SampleOrganisation, database: str, settings: Settings
) -> None:
    ids = await write_disclosures(organisation.pool, 30)
    await seal_all(settings)
    async with superuser_connection(database) as attacker:
        await attacker.execute("UPDATE disclosure_log SET operation = 'Nothing' WHERE id = $1", ids[3])
        await attacker.execute("DELETE FROM disclosure_log WHERE id = $1", ids[9])
        await attacker.execute("ALTER TABLE disclosure_log DROP CONSTRAINT disclosure_log_pkey")
        await attacker.execute(SWAP, ids[14], ids[17])
        await attacker.execute("DELETE FROM disclosure_log WHERE id = ANY($1)", ids[-5:])

    found = await verdict(database, settings)
    expected = {(ALTERED, str(ids[3])), (REMOVED, str(ids[9])), (SWAPPED, f"{ids[14]}/{ids[17]}")}
    assert faults_with_entries(found) == expected | {(FaultKind.TRUNCATED, str(i)) for i in ids[-5:]}


async def test_a_tail_cut_off_with_its_seals_shows_only_against_a_checkpoint_kept_elsewhere(
    organisation: SampleOrganisation, database: str, settings: Settings
) -> None:
    ids = await write_disclosures(organisation.pool, 20)
    await seal_all(settings)
    ids += await write_disclosures(organisation.pool, 5)
    await seal_all(settings, NOW + timedelta(minutes=10))
    kept = await signed_checkpoint(settings, NOW + timedelta(minutes=10))
    async with superuser_connection(database) as attacker:
        await attacker.execute("DELETE FROM disclosure_log WHERE id = ANY($1)", ids[-5:])
        for table in ("log_seal", "log_block", "log_checkpoint"):
            column = "number" if table == "log_block" else "block"
            await attacker.execute(f"DELETE FROM {table} WHERE {column} = 2")

    without = await verdict(database, settings)
    against = await verdict(database, settings, [kept])
    assert (without.faults, without.entries) == ([], 20)
    assert [(f.kind, f.position) for f in against.faults] == [(FaultKind.TRUNCATED, p) for p in range(21, 26)]
    assert against.last_agreeing_checkpoint is None


async def test_a_chain_made_anew_by_somebody_with_every_right_is_not_the_one_a_checkpoint_saw(
    organisation: SampleOrganisation, database: str, settings: Settings
) -> None:
    ids = await write_disclosures(organisation.pool, 6)
    await seal_all(settings)
    kept = await signed_checkpoint(settings)
    async with superuser_connection(database) as attacker:
        await attacker.execute("UPDATE disclosure_log SET subjects = '{}' WHERE id = $1", ids[2])
        await attacker.execute("TRUNCATE log_seal, log_block, log_checkpoint")
    await seal_all(settings)

    assert (await verdict(database, settings)).faults == []
    assert [f.kind for f in (await verdict(database, settings, [kept])).faults] == [FaultKind.REWRITTEN]


async def test_seals_and_blocks_that_are_changed_with_the_entry_break_the_hash_of_their_block(
    organisation: SampleOrganisation, database: str, settings: Settings
) -> None:
    ids = await write_disclosures(organisation.pool, 8)
    await seal_all(settings)
    await write_disclosures(organisation.pool, 2)
    await seal_all(settings)
    async with superuser_connection(database) as attacker:
        await attacker.execute("DELETE FROM disclosure_log WHERE id = $1", ids[4])
        await attacker.execute("DELETE FROM log_seal WHERE entry = $1", str(ids[4]))
        await attacker.execute("UPDATE log_block SET closed_at = closed_at - interval '1 day' WHERE number = 2")

    found = await verdict(database, settings)
    assert {(f.kind, f.block, f.position) for f in found.faults} == {
        (FaultKind.SEAL_MISSING, 1, 5),
        (FaultKind.BLOCK_ALTERED, 1, None),
        (FaultKind.BLOCK_ALTERED, 2, None),
    }


async def test_a_block_that_is_gone_from_the_middle_is_missed(
    organisation: SampleOrganisation, database: str, settings: Settings
) -> None:
    for _ in range(3):
        await write_disclosures(organisation.pool, 2)
        await seal_all(settings)
    async with superuser_connection(database) as attacker:
        await attacker.execute("DELETE FROM log_block WHERE number = 2")

    found = await verdict(database, settings)
    assert [(f.kind, f.block) for f in found.faults] == [(FaultKind.BLOCK_MISSING, 3)]


async def test_an_entry_put_where_the_sealer_had_been_is_named(
    organisation: SampleOrganisation, database: str, settings: Settings
) -> None:
    await write_disclosures(organisation.pool, 4)
    await seal_all(settings)
    async with superuser_connection(database) as attacker:
        forged = await attacker.fetchval(FORGED)
    waiting = await write_disclosures(organisation.pool, 1)

    found = await verdict(database, settings)
    assert faults_with_entries(found) == {(FaultKind.INSERTED, str(forged))}
    assert (found.waiting, len(waiting)) == (1, 1)


async def test_the_application_cannot_write_a_block_nor_say_in_which_transaction_it_logged(
    organisation: SampleOrganisation, database: str, settings: Settings
) -> None:
    await write_disclosures(organisation.pool, 2)
    await seal_all(settings)
    forbidden = (
        "INSERT INTO log_block SELECT * FROM log_block",
        "INSERT INTO log_seal SELECT * FROM log_seal",
        "UPDATE log_seal SET digest = '\\x00'",
        "DELETE FROM log_block",
        "TRUNCATE log_checkpoint",
        "INSERT INTO login_event (id, at, issuer, outcome, network, tx) VALUES (uuidv7(), now(), 'i', '', '', '3')",
    )

    for statement in forbidden:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await organisation.pool.execute(statement)
    assert (await verdict(database, settings)).faults == []


async def test_the_owner_of_the_tables_meets_the_triggers(
    organisation: SampleOrganisation, database: str, settings: Settings
) -> None:
    await write_disclosures(organisation.pool, 2)
    await seal_all(settings)
    connection = await asyncpg.connect(**credentials(database) | {"user": "polku_owner"})
    for table in ("log_block", "log_seal", "anomaly_day"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="append-only"):
            await connection.execute(f"DELETE FROM {table}")
    await connection.close()

    assert (await verdict(database, settings)).faults == []


async def test_a_forged_checkpoint_and_one_of_another_key_are_refused(
    organisation: SampleOrganisation, database: str, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> None:
    await write_disclosures(organisation.pool, 2)
    await seal_all(settings)
    good = await signed_checkpoint(settings)
    head, body, signature = good.split(".")
    other = load_settings(
        mode="test", database_url=database, state_dir=tmp_path_factory.mktemp("other"), metrics_port=0
    )

    foreign = await verdict(database, other, [good])
    changed = await verdict(database, settings, [f"{head}.{body[:-2]}AA.{signature}", "nonsense", good])
    assert {f.kind for f in foreign.faults} == {FaultKind.CHECKPOINT_REFUSED}
    assert [f.kind for f in changed.faults] == [FaultKind.CHECKPOINT_REFUSED] * 2
    assert changed.last_agreeing_checkpoint is not None
    assert changed.last_agreeing_checkpoint.entries == 2


async def test_sixteen_writers_and_two_sealers_at_once_make_one_chain(database: str, settings: Settings) -> None:
    async with read_pool(database, 16) as pool:
        organisation = await build_organisation(build_answering(settings, pool), pool)
        writing = True

        async def reader(number: int) -> None:
            who = ("coach_a", "supervisor_a", "coach_b", "trainee")[number % 4]
            for _ in range(12):
                await organisation.data(who, "{ clients { nodes { lastName } } }")

        async def sealer() -> int:
            total = 0
            while writing:
                total += await seal_all(settings)
                await asyncio.sleep(0)
            return total

        sealers = [asyncio.create_task(sealer()) for _ in range(2)]
        await asyncio.gather(*(reader(number) for number in range(16)))
        writing = False
        total = sum([await task for task in sealers]) + await seal_all(settings)

        found = await verdict(database, settings)
        assert await organisation.count("disclosure_log") == total == found.entries == 16 * 12
        assert (found.faults, found.waiting) == ([], 0)
        assert found.blocks > 1
        assert await organisation.count("log_block", "TRUE") == await pool.fetchval("SELECT max(number) FROM log_block")


async def test_an_entry_of_a_transaction_that_ends_late_is_sealed_after_those_that_were_faster(
    organisation: SampleOrganisation, database: str, settings: Settings
) -> None:
    slow = await asyncpg.connect(**credentials(database))
    async with slow.transaction():
        await write_disclosures(slow, 1, "Slow")
        await write_disclosures(organisation.pool, 3)
        first = await seal_all(settings)
    second = await seal_all(settings)
    await slow.close()

    found = await verdict(database, settings)
    assert (found.faults, found.waiting, first + second) == ([], 0, 4)


async def test_an_erasure_of_a_person_leaves_the_log_valid(
    organisation: SampleOrganisation, database: str, settings: Settings
) -> None:
    await organisation.data(
        "coach_a", "query C($id: ID!) { client(id: $id) { lastName phones } }", id=organisation.ids["aino"]
    )
    await seal_all(settings)
    async with superuser_connection(database) as eraser:  # history and versions too: what an erasure may do
        for table, column in (
            ("history", "object_id"),
            ("version", "object_id"),
            ("relationship", "client_id"),
            ("account", "client_id"),
            ("client", "id"),
        ):
            await eraser.execute(f"DELETE FROM {table} WHERE {column} = $1", organisation.rows["aino"].pk)

    found = await verdict(database, settings)
    logged = await organisation.pool.fetchval("SELECT string_agg(d::text, '') FROM disclosure_log d")
    assert (found.faults, found.entries) == ([], 1)
    assert "Äijälä" not in logged
    assert "+358401234567" not in logged
