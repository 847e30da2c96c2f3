import asyncio
import os
import signal
import sys
import time
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from models.client import Client
from models.import_job import ImportBatch, ImportJob, ImportRow
from models.organisation import Organisation, Unit
from models.sealed import Keyring, Place, unseal
from models.term import Term
from models.vocabulary import seeded_words
from resolvers.context import CommandContext
from resolvers.rulebook import RULEBOOK
from schema.root import declared_types
from service.database.connections import credentials
from service.importing.cli import OPERATOR, ImportIsRunning, only_import
from service.importing.clients import ReadingRules
from service.importing.columns import ColumnMapping
from service.importing.files.reading import source_file
from service.importing.order import ImportOrder, ImportOutcome
from service.importing.register import DatabaseRegister
from service.importing.run import import_clients
from service.settings import ROOT
from tests.support.rows.import_file import FictitiousRow, faults_of, fictitious_rows, write_csv

TODAY, NOW = date(2026, 11, 23), datetime(2026, 11, 23, 12, tzinfo=UTC)
RING = Keyring({1: b"s" * 32}, {1: b"i" * 32})
CODE = "personal_identity_code"
MANY = 8_000  # dozens of batches, of which a kill finds some written; thirty thousand are read by test_import_run.py


@pytest.fixture
async def unit(database: str) -> UUID:
    stamped: dict[str, Any] = dict.fromkeys(("created_at", "modified_at"), NOW)
    stamped |= dict.fromkeys(("created_by", "modified_by"), OPERATOR.account) | {"state": "ACTIVE"}
    organisation = await Organisation.create(name="Polku ry", business_id="0944845-0", **stamped)
    words = [
        Term(vocabulary=w.vocabulary, token=w.token, title_fi=w.fi, title_sv=w.sv, title_en=w.en, **stamped)
        for w in seeded_words()
        if w.vocabulary in {"municipality", "language", "country"}
    ]
    await Term.bulk_create(words)
    return (await Unit.create(organisation=organisation, name="Mikkeli", **stamped)).id


@pytest.fixture
def register(unit: UUID) -> DatabaseRegister:
    return DatabaseRegister(
        CommandContext(declared_types(), RULEBOOK, OPERATOR, NOW, TODAY, RING, artificial_codes=True), unit
    )


def order(path: Path, **changes: Any) -> ImportOrder:
    columns = changes.pop("columns", ColumnMapping())
    return ImportOrder(source_file(path), columns, ReadingRules(TODAY, allow_artificial=True), RING, **changes)


def file_of(tmp_path: Path, rows: Sequence[FictitiousRow]) -> Path:
    write_csv(tmp_path / "asiakkaat.csv", rows)
    return tmp_path / "asiakkaat.csv"


def fault_counts(outcome: ImportOutcome) -> Counter[str]:
    return Counter(fault.code for refusal in outcome.refusals for fault in refusal.faults)


async def test_a_file_becomes_clients_through_the_ordinary_create(
    tmp_path: Path, register: DatabaseRegister, database: str
) -> None:
    rows = list(fictitious_rows(11, 500, TODAY))
    outcome = await import_clients(order(file_of(tmp_path, rows)), register)
    clients = {client.id: client for client in await Client.all()}
    assert fault_counts(outcome) == faults_of(rows)
    assert len(clients) == outcome.tally.written == 500 - len(outcome.refusals)
    assert set(await Client.all().values_list("unit_id", flat=True)) == {register.unit}
    assert await counted(database, "history WHERE action = 'CREATE'") == len(clients)
    assert {row.record_id for row in await ImportRow.all()} == set(clients)
    assert (await ImportJob.get()).rows_written == len(clients)
    assert sum(batch.rows_written for batch in await ImportBatch.all()) == len(clients)


async def test_codes_are_sealed_in_every_table_and_open_in_their_own_row(
    tmp_path: Path, register: DatabaseRegister, database: str
) -> None:
    rows = [row for row in fictitious_rows(12, 60, TODAY) if row.fault is None and row.cells[3]]
    await import_clients(order(file_of(tmp_path, rows)), register)
    opened = {
        unseal(RING, Place("client", CODE, client.id), bytes(client.personal_identity_code or b""))
        for client in await Client.all()
    }
    assert opened == {row.cells[3].upper() for row in rows}
    for table in ("client", "history", "version", "outbox", "search_entry", "import_job", "import_batch", "import_row"):
        for code in opened:
            assert await counted(database, f"{table} t WHERE t::text ILIKE '%{code}%'") == 0


async def test_a_second_run_over_the_database_changes_nothing(
    tmp_path: Path, register: DatabaseRegister, database: str
) -> None:
    file = file_of(tmp_path, list(fictitious_rows(13, 300, TODAY)))
    first = await import_clients(order(file), register)
    before = await state_of(database)
    second = await import_clients(order(file), register)
    assert await state_of(database) == before
    assert (second.tally.written, second.tally.unchanged) == (0, first.tally.written)


async def test_a_dry_run_leaves_the_database_as_it_is(
    tmp_path: Path, register: DatabaseRegister, database: str
) -> None:
    before = await state_of(database)
    outcome = await import_clients(
        order(file_of(tmp_path, list(fictitious_rows(14, 300, TODAY))), is_dry_run=True), register
    )
    assert outcome.tally.written > 0
    assert await state_of(database) == before


async def test_a_corrected_row_resembles_its_client_and_a_client_of_another_unit_is_not_told(
    tmp_path: Path, register: DatabaseRegister
) -> None:
    header = "Sukunimi;Etunimet;Syntymäaika;Puhelin;Turvakielto"
    for name, phone in (("a.csv", "0401234567"), ("b.csv", "0401234568")):
        (tmp_path / name).write_text(f"{header}\nSalo;Aino;1.1.1990;{phone};ei\n", "utf-8")
    await import_clients(order(tmp_path / "a.csv"), register)

    again = await import_clients(order(tmp_path / "b.csv"), register)
    there = await other_unit(register)
    elsewhere = await import_clients(order(tmp_path / "b.csv"), DatabaseRegister(register.context, there))

    assert fault_counts(again) == {"ROW_POSSIBLE_DOUBLE": 1}
    assert elsewhere.tally.written == 1
    assert await Client.filter(last_name="Salo").count() == 2


async def test_another_mapping_of_a_file_is_told_and_the_line_of_an_erased_client_can_be_written_again(
    tmp_path: Path, register: DatabaseRegister
) -> None:
    (tmp_path / "a.csv").write_text("Sukunimi;Etunimet;Syntymäaika;Turvakielto\nGran;Yksi;5.5.1975;ei\n", "utf-8")
    fi, sv = (order(tmp_path / "a.csv", columns=ColumnMapping(defaults={"service_language": s})) for s in ("fi", "sv"))
    await import_clients(fi, register)

    changed = await import_clients(sv, register)
    await ImportRow.all().delete()  # as an erasure of the client does
    await Client.all().update(sort_key="")
    again = await import_clients(sv, register)

    assert (changed.tally.written, changed.tally.unchanged) == (0, 1)
    assert any("toisella määrittelyllä" in note for note in changed.notes_in("fi"))
    assert again.tally.written == 1
    assert await ImportBatch.all().count() == 2


async def other_unit(register: DatabaseRegister) -> UUID:
    unit = await Unit.get(id=register.unit)
    stamped: dict[str, Any] = {
        name: getattr(unit, name) for name in ("created_at", "modified_at", "created_by", "modified_by", "state")
    }
    return (await Unit.create(organisation=await Organisation.get(), name="Juva", **stamped)).id


async def test_only_one_import_works_at_a_time(database: str) -> None:
    async with only_import(database):
        with pytest.raises(ImportIsRunning):
            async with only_import(database):
                raise AssertionError("a second import began")
    async with only_import(database):
        assert await counted(database, "pg_locks WHERE locktype = 'advisory' AND granted") == 1


async def test_many_rows_survive_kill_9_and_are_imported_once(
    tmp_path: Path, unit: UUID, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = list(fictitious_rows(15, MANY, TODAY))
    file = file_of(tmp_path, rows)
    killed = await started(file, database, tmp_path)
    while await counted(database, "import_batch") < 3:
        assert killed.returncode is None, "the import ended before it could be killed"
        await asyncio.sleep(0.05)
    os.kill(killed.pid, signal.SIGKILL)
    await killed.wait()
    half = await counted(database, "client")
    assert half == await counted(database, "import_row")
    assert half == await counted(database, "(SELECT generate_series(1, rows_written) FROM import_batch)")

    began = time.perf_counter()
    assert await finished(file, database, tmp_path) == 0
    seconds = time.perf_counter() - began
    written = MANY - faults_of(rows).total()
    with capsys.disabled():
        print(f"\n{written - half:,} clients in {seconds:.0f} s: {(written - half) / seconds:,.0f} a second")  # noqa: T201 - asked for
    assert await counted(database, "client") == await counted(database, "import_row") == written
    assert 0 < half < written

    before = await state_of(database)
    assert await finished(file, database, tmp_path) == 0
    assert await state_of(database) == before
    report = (tmp_path / "asiakkaat.hylatyt.csv").read_text("utf-8-sig")
    assert report.count("\n") == faults_of(rows).total() + 1


async def started(file: Path, url: str, state: Path) -> Process:
    environment = os.environ | {"POLKU_MODE": "test", "POLKU_DATABASE_URL": url, "POLKU_STATE_DIR": str(state)}
    command = (sys.executable, "-m", "service.commands.cli", "import", "clients", str(file))
    nowhere = asyncio.subprocess.DEVNULL
    return await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment, stdout=nowhere)


async def finished(file: Path, url: str, state: Path) -> int:
    return await (await started(file, url, state)).wait()


async def counted(url: str, what: str) -> int:
    connection = await asyncpg.connect(**credentials(url))
    try:
        found: int = await connection.fetchval(f"SELECT count(*) FROM {what}")
        return found
    finally:
        await connection.close()


async def state_of(url: str) -> list[str | None]:
    """What an import must not touch when it has nothing to write."""
    tables = ("client", "history", "version", "outbox", "import_row", "import_batch")
    connection = await asyncpg.connect(**credentials(url))
    try:
        return [
            await connection.fetchval(f"SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM {t} t")
            for t in tables
        ]
    finally:
        await connection.close()
