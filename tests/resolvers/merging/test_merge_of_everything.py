"""A merge takes everything along, an undo gives every row back, and an erasure afterwards leaves nothing of either."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from tortoise.transactions import in_transaction

from auth.viewer import Viewer
from models.client import Client
from models.client_merge import TWICE, ClientMerge
from models.sealed import Place, unseal
from resolvers.context import CommandContext
from resolvers.merging.conditions import CONFLICTS
from resolvers.merging.references import STAYS, client_references
from resolvers.notifications.recipients import subject_ids
from resolvers.retention.purge_run import run_purges
from resolvers.rights.personal_data import owned_rows_sql
from resolvers.rulebook import RULEBOOK
from resolvers.writing.commands import AskedStep, create, take_transition
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from tests.support.organisation import NOW, TODAY
from tests.support.rows.distinct_filler import DistinctFiller, needles_in
from tests.support.rows.fillable_service import FillableService, service_on
from tests.support.rows.filler import MOMENT
from tests.support.rows.whole_person import (
    confirmed_erasure,
    dumped_text,
    needles,
    person_context,
    store_what_refers_to_the_person,
    whole_person,
)
from workflow.client_merge import UNDO_DAYS
from workflow.roles import AccountKind

# Columns that say that and when a row was written, which an undo does not take back.
WRITTEN = frozenset({"revision", "modified_at", "modified_by", "epoch"})
UUID_COLUMNS = """SELECT c.relname AS place, a.attname AS lead, format_type(a.atttypid, a.atttypmod) AS kind
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
    AND format_type(a.atttypid, a.atttypmod) IN ('uuid', 'uuid[]') ORDER BY 1, 2"""
FOREIGN_KEYS = """SELECT k.conrelid::regclass::text AS place, a.attname AS lead,
    k.confrelid::regclass::text AS target FROM pg_constraint k
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1] WHERE k.contype = 'f'"""
UNIQUE = """SELECT i.indexrelid::regclass::text AS name, c.relname AS place, array_agg(a.attname) AS columns
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey::int2[])
  WHERE (i.indisunique OR i.indisexclusion) AND NOT i.indisprimary AND c.relnamespace = 'public'::regnamespace
  GROUP BY 1, 2"""


@pytest.fixture
async def service(postgres: EmbeddedPostgres, template: str, tmp_path: Path) -> AsyncIterator[FillableService]:
    name = f"test_{uuid4().hex}"
    async with service_on(postgres.create_database(name, template), tmp_path) as furnished:
        furnished.filler = DistinctFiller(furnished.content_types, furnished.filler.keyring)
        yield furnished
    postgres.drop_database(name)


def context_of(service: FillableService, number: int, **roles: Any) -> CommandContext:
    viewer = Viewer(account=UUID(int=number), kind=AccountKind.STAFF, epoch=1, name="Nimi", **roles)
    return CommandContext(
        service.content_types, RULEBOOK, viewer, NOW, TODAY, service.filler.keyring, artificial_codes=True
    )


def officer(service: FillableService) -> CommandContext:
    return context_of(service, 2, everywhere=frozenset({"privacy_officer"}))


async def two_records(service: FillableService) -> tuple[UUID, UUID]:
    """Store a person with a row of every type, and another record of the same person with nothing; return both ids."""
    whole = await whole_person(service)
    await store_what_refers_to_the_person(service, whole)
    for table, state in (("bin_item", "RESTORED"), ("client_merge", "WITHDRAWN"), ("legal_hold", "RELEASED")):
        await service.pool.execute(f"UPDATE {table} SET state = $1", state)
    unit = await service.pool.fetchval("SELECT unit_id FROM client WHERE id = $1", whole)
    stamp: dict[str, Any] = {"created_at": MOMENT, "created_by": uuid4(), "modified_at": MOMENT, "modified_by": uuid4()}
    names: dict[str, Any] = {"first_names": "Aino", "last_name": "Esimerkki", "sort_key": "esimerkki  aino"}
    bare = await Client.create(id=uuid4(), state="PROSPECT", unit_id=unit, **names, **stamp)
    return UUID(str(bare.pk)), whole


async def proposed(service: FillableService, kept: UUID, merged: UUID) -> str:
    unit = await service.pool.fetchval("SELECT unit_id FROM client WHERE id = $1", kept)
    supervisor = context_of(service, 1, units={"supervisor": frozenset({unit})})
    values = {"keptId": f"client_{kept.hex}", "mergedId": f"client_{merged.hex}", "grounds": "Sama henkilö"}
    done = await create(supervisor, service.content_types["client_merge"], values, None)
    assert done.problems == []
    return f"client_merge_{UUID(str(done.object_id)).hex}"


async def stepped(context: CommandContext, it: str, name: str) -> None:
    [revision] = [row["revision"] for row in await _merge_rows(it)]
    type_ = context.content_types["client_merge"]
    done = await take_transition(context, type_, it, revision, AskedStep(name, "Selvitetty"), None)
    assert done.problems == []


async def _merge_rows(it: str) -> list[dict[str, Any]]:
    return await ClientMerge.filter(pk=UUID(it.rpartition("_")[2])).values("revision")


async def merged_records(service: FillableService) -> tuple[UUID, UUID, str]:
    kept, merged = await two_records(service)
    it = await proposed(service, kept, merged)
    await stepped(officer(service), it, "APPROVE")
    return kept, merged, it


async def everything(service: FillableService) -> dict[str, dict[str, dict[str, Any]]]:
    """Return every row of every content type and satellite by table and id, without when it was written."""
    tables = {r.place for r in client_references(service.content_types)} | {"client", "account"}
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for table in sorted(tables):
        rows = await service.pool.fetch(f"SELECT * FROM {table}")
        found[table] = {str(r["id"]): {k: v for k, v in dict(r).items() if k not in WRITTEN} for r in rows}
    return found


async def places_of(service: FillableService, id_: UUID) -> set[tuple[str, str]]:
    """Return every column of the database that holds an id."""
    found = set()
    for column in await service.pool.fetch(UUID_COLUMNS):
        place, lead = column["place"], column["lead"]
        is_list = column["kind"] == "uuid[]"
        where = f'$1 = ANY("{lead}")' if is_list else f'"{lead}" = $1'
        if await service.pool.fetchval(f'SELECT count(*) FROM "{place}" WHERE {where}', id_):
            found.add((place, lead))
    return found


async def test_nothing_but_what_stays_with_a_reason_refers_to_a_merged_client(service: FillableService) -> None:
    kept, merged = await two_records(service)
    before = await places_of(service, merged)
    it = await proposed(service, kept, merged)
    await stepped(officer(service), it, "APPROVE")

    assert await places_of(service, merged) <= STAYS.keys()
    assert before - STAYS.keys() <= await places_of(service, kept)
    references = {(r.place, r.lead) for r in client_references(service.content_types)}
    assert references - before <= {("client", "merged_into_id"), ("coaching_note", "shared_with_id")} | {
        ("attachment", "object_id")
    }, "a row of every type refers to the person"


async def test_every_column_that_may_hold_a_client_is_moved_or_stays_with_a_reason(service: FillableService) -> None:
    references = {(r.place, r.lead) for r in client_references(service.content_types)}
    keys = {(r["place"], r["lead"]): r["target"] for r in await service.pool.fetch(FOREIGN_KEYS)}
    to_clients = {place for place, target in keys.items() if target == "client"}
    assert to_clients <= references | STAYS.keys()
    by_name = {(r["place"], r["lead"]) for r in await service.pool.fetch(UUID_COLUMNS) if "client_id" in r["lead"]}
    assert by_name <= references | STAYS.keys()


async def test_every_constraint_that_two_clients_could_violate_is_told_before(service: FillableService) -> None:
    references = {(r.place, r.lead) for r in client_references(service.content_types)}
    found = {
        row["name"]
        for row in await service.pool.fetch(UNIQUE)
        if any((row["place"], column) in references for column in row["columns"])
    }
    assert found == set(CONFLICTS) | set(TWICE)
    assert not set(CONFLICTS) & set(TWICE)


async def test_of_what_both_were_told_the_merged_one_keeps_its_own_and_the_person_reads_both(
    service: FillableService,
) -> None:
    kept, merged = await two_records(service)
    person = {"representation_id": None}  # and no guardian
    told = await service.filler.add("notice_telling", "TOLD", client_id=merged, **person)
    about = {"notice_id": told.notice_id, "unit_id": told.unit_id, **person}
    own = await service.filler.add("notice_telling", "TOLD", client_id=kept, **about)
    before = await everything(service)
    it = await proposed(service, kept, merged)
    await stepped(officer(service), it, "APPROVE")

    tellings = "SELECT id, client_id FROM notice_telling WHERE notice_id = $1"
    stored = {r["id"]: r["client_id"] for r in await service.pool.fetch(tellings, told.notice_id)}
    assert stored == {told.pk: merged, own.pk: kept}
    type_ = service.content_types["notice_telling"]
    owned = owned_rows_sql(service.content_types, type_, "t", "$1::uuid")
    read = {r["id"] for r in await service.pool.fetch(f"SELECT t.id FROM notice_telling t WHERE {owned}", kept)}
    assert {told.pk, own.pk} <= read

    await stepped(officer(service), it, "UNDO")
    assert (await everything(service))["notice_telling"] == before["notice_telling"]


async def test_what_waits_to_be_told_twice_is_closed_and_waits_again_after_an_undo(service: FillableService) -> None:
    kept, merged = await two_records(service)
    letter = {"channel": "LETTER", "representation_id": None}
    told = await service.filler.add("notice_telling", "TO_TELL", client_id=merged, **letter)
    await service.filler.add("notice_telling", "TO_TELL", client_id=kept, notice_id=told.notice_id, **letter)
    alone = await service.filler.add("notice_telling", "TO_TELL", client_id=merged, **letter)
    stored = "SELECT id, client_id, state FROM notice_telling WHERE id = ANY($1)"
    it = await proposed(service, kept, merged)

    await stepped(officer(service), it, "APPROVE")
    found = {r["id"]: (r["client_id"], r["state"]) for r in await service.pool.fetch(stored, [told.pk, alone.pk])}
    assert found == {told.pk: (merged, "DOUBLED"), alone.pk: (kept, "TO_TELL")}
    kept_history = "SELECT action FROM history WHERE object_id = $1 ORDER BY id DESC LIMIT 1"
    assert await service.pool.fetchval(kept_history, told.pk) == "MERGE"

    await stepped(officer(service), it, "UNDO")
    found = {r["id"]: (r["client_id"], r["state"]) for r in await service.pool.fetch(stored, [told.pk, alone.pk])}
    assert found == {told.pk: (merged, "TO_TELL"), alone.pk: (merged, "TO_TELL")}


async def test_an_undo_holds_back_a_code_that_another_client_has_got(service: FillableService) -> None:
    kept, merged = await two_records(service)
    given = "SELECT identity_index, identity_index_even FROM client WHERE id = $1"
    code = await service.pool.fetchrow(given, merged)
    it = await proposed(service, kept, merged)
    await stepped(officer(service), it, "APPROVE")
    await service.pool.execute("UPDATE client SET identity_held = TRUE WHERE id = $1", kept)
    another = await service.filler.add("client")
    taken = "UPDATE client SET identity_index = $2, identity_index_even = $3, identity_held = FALSE WHERE id = $1"
    assert code is not None
    await service.pool.execute(taken, another.pk, *code)

    await stepped(officer(service), it, "UNDO")

    assert await service.pool.fetchval("SELECT identity_held FROM client WHERE id = $1", merged) is True


async def test_an_undo_gives_back_every_row_as_it_was(service: FillableService) -> None:
    kept, merged = await two_records(service)
    it = await proposed(service, kept, merged)
    before = await everything(service)
    await stepped(officer(service), it, "APPROVE")
    between = await everything(service)

    later = replace(officer(service), now=NOW + timedelta(days=UNDO_DAYS), today=TODAY + timedelta(days=UNDO_DAYS))
    await stepped(later, it, "UNDO")

    after = await everything(service)
    assert between != before
    for table, rows in before.items():
        assert after[table] == rows, table
    assert await service.pool.fetchval("SELECT count(*) FROM merged_row") == 0


async def test_after_the_period_nothing_is_undone(service: FillableService) -> None:
    _, _, it = await merged_records(service)
    late = officer(service)
    late = replace(late, today=TODAY + timedelta(days=UNDO_DAYS + 1))
    type_ = service.content_types["client_merge"]
    [row] = await _merge_rows(it)
    done = await take_transition(late, type_, it, row["revision"], AskedStep("UNDO", "Liian myöhään"), None)
    assert [problem.code for problem in done.problems] == ["UNDO_TOO_LATE"]


async def test_the_identity_code_is_sealed_for_its_new_row_and_comes_back(service: FillableService) -> None:
    kept, merged, it = await merged_records(service)
    code = service.filler.sealed[merged]
    [row] = await Client.filter(pk=kept)
    place = Place("client", "personal_identity_code", kept)
    assert unseal(service.filler.keyring, place, bytes(row.personal_identity_code or b"")) == code
    assert await Client.filter(identity_index__isnull=False, pk=merged).count() == 0
    await stepped(officer(service), it, "UNDO")
    assert await Client.filter(personal_identity_code__isnull=True, pk=kept).count() == 1


async def test_what_was_written_after_the_merge_goes_with_what_it_belongs_to(service: FillableService) -> None:
    kept, merged, it = await merged_records(service)
    service.filler.pinned["client"] = kept
    contract = await service.pool.fetchval("SELECT id FROM contract ORDER BY id LIMIT 1")
    day = await service.filler.add("attendance", "PLANNED", contract_id=contract, client_id=kept)
    await stepped(officer(service), it, "UNDO")
    assert await service.pool.fetchval("SELECT client_id FROM attendance WHERE id = $1", day.pk) == merged


async def test_who_looked_is_found_under_both_ids(service: FillableService) -> None:
    kept, merged, _ = await merged_records(service)
    async with in_transaction() as db:
        ids = await subject_ids(kept, db)
    assert {kept, merged} <= set(ids)
    assert await service.pool.fetchval("SELECT count(*) FROM disclosure_log WHERE $1 = ANY(subjects)", merged) > 0


async def test_an_erasure_after_a_merge_leaves_nothing_of_either(
    service: FillableService, postgres: EmbeddedPostgres, tmp_path: Path
) -> None:
    wanted: set[bytes]
    kept, merged = await two_records(service)
    wanted = needles(service)
    it = await proposed(service, kept, merged)
    await stepped(officer(service), it, "APPROVE")
    await service.pool.execute("UPDATE client SET state = 'ENDED' WHERE id = $1", kept)
    await confirmed_erasure(service, kept, tmp_path)
    await service.pool.execute("UPDATE relationship SET state = 'RETAINED'")

    await run_purges(person_context(service, tmp_path))

    database = await service.pool.fetchval("SELECT current_database()")
    after = dumped_text(postgres.url(str(database), OWNER))
    assert await service.pool.fetchval("SELECT state FROM purge_item") == "ERASED"
    states = await service.pool.fetch("SELECT state FROM client WHERE id = ANY($1::uuid[])", [kept, merged])
    assert {row["state"] for row in states} == {"ERASED"}
    assert needles_in(after, wanted) == []
