"""After an erasure nothing of the person is anywhere: every value of every type, searched byte by byte in a dump."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from tortoise import fields

from models.client import Client
from models.content import Content, Reach
from resolvers.context import CommandContext
from resolvers.declaration import ContentTypes, Origin
from resolvers.files.attachments import sweep_files
from resolvers.retention.erasure import ErasureUndeclared, check_erasable, erasure_branches
from resolvers.retention.purge_run import run_purges
from schema.engine.language import content_type, protected, to_one
from schema.engine.values import LongText
from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.jobs.schedule import SCHEDULED_JOBS
from service.jobs.worker import work_until_stopped
from service.logs import set_up_logs
from tests.support.processes.workers import wait_until
from tests.support.rows.distinct_filler import DistinctFiller, needles_in
from tests.support.rows.fillable_service import FillableService, service_on, settings_on
from tests.support.rows.filler import MOMENT
from tests.support.rows.whole_person import (
    confirmed_erasure,
    distinct_needles,
    dumped_text,
    everything_below,
    files_of,
    needles,
    person_context,
    store_file,
    store_files_of_everything,
    store_notices,
    store_what_refers_to_the_person,
    whole_person,
)
from workflow.language import Workflow, grants, state
from workflow.vocabulary import CARE

LATER = timedelta(days=3650)  # the clock of the disk is not ours


@pytest.fixture
async def service(postgres: EmbeddedPostgres, template: str, tmp_path: Path) -> AsyncIterator[FillableService]:
    name = f"test_{uuid4().hex}"
    async with service_on(postgres.create_database(name, template), tmp_path) as furnished:
        furnished.filler = DistinctFiller(furnished.content_types, furnished.filler.keyring)
        yield furnished
    postgres.drop_database(name)


@pytest.fixture
def talkative() -> Iterator[StringIO]:
    """Logs that hold all that is ever logged."""
    lines = StringIO()
    set_up_logs("DEBUG", lines)
    yield lines
    set_up_logs("INFO")


async def worked(service: FillableService, postgres: EmbeddedPostgres, directory: Path) -> None:
    """Have a worker run the purge, as it does on the service's own clock."""

    async def is_done() -> bool:
        return bool(await service.pool.fetchval("SELECT count(*) FROM purge WHERE state = 'DONE'"))

    database = str(await service.pool.fetchval("SELECT current_database()"))
    settings, jobs = (
        settings_on(postgres.url(database), directory),
        [c for c in SCHEDULED_JOBS if c.name == "run_purges"],
    )
    worker = asyncio.create_task(work_until_stopped(settings, jobs, handles_signals=False))
    await wait_until(is_done)
    worker.cancel()
    await asyncio.wait([worker])


async def test_no_byte_of_an_erased_person_is_in_a_dump_nor_in_the_list_the_files_or_the_log(
    service: FillableService,
    postgres: EmbeddedPostgres,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    talkative: StringIO,
) -> None:
    client = await whole_person(service)
    await store_what_refers_to_the_person(service, client)
    await store_files_of_everything(service, tmp_path)
    database = await service.pool.fetchval("SELECT current_database()")
    url = postgres.url(str(database), OWNER)
    wanted = needles(service)
    before = dumped_text(url)
    papers = len(list(files_of(service, tmp_path).listed()))
    hung = {b"Erikoiskirje", b"Erikoiskirjaus", b"Erikoispaketti".hex().encode(), b"Erikoistehtava", b"Erikoisilmoitus"}
    looked_for = {n for n in wanted if b" of " in n} | distinct_needles(service) | hung
    assert looked_for - set(needles_in(before, looked_for)) == set()
    assert (len(looked_for) > 300, papers > 40) == (True, True)
    await service.pool.execute("UPDATE legal_hold SET state = 'RELEASED'")
    await confirmed_erasure(service, client, tmp_path)
    await service.pool.execute("UPDATE relationship SET state = 'RETAINED'")

    await worked(service, postgres, tmp_path)
    context = person_context(service, tmp_path)
    assert await sweep_files(replace(context, now=context.now + LATER, files=files_of(service, tmp_path))) == papers

    after, files = dumped_text(url), everything_below(tmp_path)
    logged = (talkative.getvalue() + "".join(capfd.readouterr())).encode()
    assert needles_in(after, wanted) == []
    assert needles_in(files, wanted) == []
    assert b"chore done" in logged
    assert needles_in(logged, wanted) == []
    assert client.hex.encode() in files
    assert list(files_of(service, tmp_path).listed()) == []
    rows = await service.pool.fetchrow("SELECT * FROM client WHERE id = $1", client)
    assert rows is not None
    assert (rows["state"], rows["first_names"], rows["identity_index"]) == ("ERASED", None, None)
    assert await service.pool.fetchval("SELECT state FROM purge_item") == "ERASED"


async def counts(service: FillableService, *tables: str) -> dict[str, int]:
    return {table: await service.pool.fetchval(f"SELECT count(*) FROM {table}") for table in tables}


async def test_what_an_account_was_told_goes_with_it_and_what_was_logged_stays(
    service: FillableService, tmp_path: Path
) -> None:
    client = await whole_person(service)
    await store_what_refers_to_the_person(service, client)
    await store_notices(service, client, uuid4())  # somebody else was told of the same
    await service.pool.execute("UPDATE legal_hold SET state = 'RELEASED'")
    await confirmed_erasure(service, client, tmp_path)
    await service.pool.execute("UPDATE relationship SET state = 'RETAINED'")
    before = await counts(service, "notification", "delivery", "jobs.procrastinate_jobs", "login_event")
    shown = await service.pool.fetchval("SELECT count(*) FROM disclosure_log")

    await run_purges(person_context(service, tmp_path))

    after = await counts(service, "notification", "delivery", "jobs.procrastinate_jobs", "login_event")
    assert list(before.values()) == [2, 2, 1, 1]
    assert list(after.values()) == [1, 1, 0, 1]
    trail = "SELECT count(*) FROM {} WHERE noun IN ('notification', 'delivery')"
    assert [await service.pool.fetchval(trail.format(t)) for t in ("version", "history", "outbox")] == [2, 2, 2]
    assert await service.pool.fetchval("SELECT count(*) FROM history WHERE actor_name = ''") == 1
    assert await service.pool.fetchval("SELECT count(*) FROM disclosure_log") == shown
    assert (await counts(service, "package", "account")) == {"package": 0, "account": 2}  # the officials'


async def test_an_agency_that_was_shown_the_person_is_told_by_its_own_references(
    service: FillableService, tmp_path: Path
) -> None:
    client = await whole_person(service)
    await store_what_refers_to_the_person(service, client)
    first = await service.pool.fetchval("SELECT decision_reference FROM referral ORDER BY created_at, id LIMIT 1")
    await service.pool.execute("UPDATE legal_hold SET state = 'RELEASED'")
    await confirmed_erasure(service, client, tmp_path)
    await service.pool.execute("UPDATE relationship SET state = 'RETAINED'")

    await run_purges(person_context(service, tmp_path))

    notices = await service.pool.fetch("SELECT * FROM disclosure_notice")
    assert len(notices) == 1
    assert (notices[0]["kind"], notices[0]["agency_id"]) == ("ERASED", service.filler.last("agency"))
    assert notices[0]["reference"].startswith(f"{first}, ")
    assert {notices[0][c] for c in ("client_id", "request_id", "referral_id")} == {None}


async def test_invoice_rows_and_statistics_stay_without_the_person(service: FillableService, tmp_path: Path) -> None:
    client = await whole_person(service)
    await service.pool.execute("UPDATE legal_hold SET state = 'RELEASED'")
    agency = await service.pool.fetchval("SELECT name FROM agency")
    await service.pool.execute("UPDATE contract SET payer = upper($1) || ' ' WHERE state = 'ACTIVE'", agency)
    await confirmed_erasure(service, client, tmp_path)
    await service.pool.execute("UPDATE relationship SET state = 'RETAINED'")

    await run_purges(person_context(service, tmp_path))

    kept = await service.pool.fetch("SELECT * FROM invoice_row")
    assert len(kept) == 5  # contracts that were in force at some time
    assert len({row["pseudonym"] for row in kept}) == 1
    assert sorted(row["payer"] for row in kept) == ["PRIVATE"] * 4 + [agency]
    assert {row["created_at"].time().isoformat() for row in kept} == {"00:00:00"}
    statistics = await service.pool.fetch("SELECT * FROM statistic_row")
    assert len(statistics) >= 1
    columns = " ".join(str(dict(row)) for row in [*kept, *statistics])
    assert client.hex not in columns.replace("-", "")


class Assessment(Content):
    """A type of this test alone, as another part of the system may declare one."""

    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="assessments", on_delete=fields.RESTRICT
    )
    text = fields.TextField(null=True)

    reach = Reach(client="client_id")

    class Meta:
        table = "assessment"


TABLE = """
CREATE TABLE assessment (id uuid PRIMARY KEY, state text NOT NULL, revision int NOT NULL, provenance text NOT NULL,
  created_at timestamptz NOT NULL, created_by uuid NOT NULL, modified_at timestamptz NOT NULL,
  modified_by uuid NOT NULL, client_id uuid NOT NULL REFERENCES client (id) ON DELETE RESTRICT, text text);
GRANT SELECT, INSERT, UPDATE, DELETE ON assessment TO polku_app;
"""


def extended(content_types: ContentTypes) -> ContentTypes:
    """Return the register with the type of this test."""
    seen = grants(view="coach", care="coach")
    workflow = Workflow(noun="assessment", initial="DONE", states={"DONE": state("Tehty|Gjord|Done", seen)})

    @content_type(model=Assessment, workflow=workflow, plural="assessments", titles="A|B|C", subject="{}.client_id")
    class Assessed:
        """An assessment."""

        client: object = to_one("client", "A|B|C", "Whose.")
        text: LongText = protected("A|B|C", "What.", read=CARE, personal=Origin.OTHERS)

    made: Any = Assessed
    return ContentTypes({**content_types, "assessment": made})


async def test_a_type_that_is_declared_is_erased_with_no_further_code(
    service: FillableService, postgres: EmbeddedPostgres, tmp_path: Path
) -> None:
    client = await whole_person(service)
    database = str(await service.pool.fetchval("SELECT current_database()"))
    owner = await asyncpg.connect(dsn=None, host=str(postgres.socket), user=OWNER, database=database)
    await owner.execute(TABLE)
    await owner.close()
    row = uuid4()
    insert = "INSERT INTO assessment VALUES ($1, 'DONE', 1, 'OWN', $2, $1, $2, $1, $3, 'Erikoisarvio')"
    await service.pool.execute(insert, row, MOMENT, client)
    await store_file("assessment", row, "Erikoiskirje.pdf")
    version = "INSERT INTO version (noun, object_id, revision, at, stored) VALUES ('assessment', $1, 1, $2, $3)"
    await service.pool.execute(version, row, MOMENT, json.dumps({"client_id": client.hex, "text": "Erikoisarvio"}))
    await service.pool.execute("UPDATE legal_hold SET state = 'RELEASED'")
    await confirmed_erasure(service, client, tmp_path)
    await service.pool.execute("UPDATE relationship SET state = 'RETAINED'")
    context = person_context(service, tmp_path)
    content_types = extended(service.content_types)

    await run_purges(CommandContext(**{**vars(context), "content_types": content_types}))

    assert "assessment" in [b.type.noun for b in erasure_branches(content_types, "client")]
    assert await service.pool.fetchval("SELECT count(*) FROM assessment") == 0
    assert await service.pool.fetchval("SELECT count(*) FROM attachment") == 0
    assert await service.pool.fetchval("SELECT count(*) FROM version WHERE object_id = $1", row) == 0
    counts = json.loads(await service.pool.fetchval("SELECT counts::text FROM purge WHERE state = 'DONE'"))
    assert {"type": "assessment", "rows": 1} in counts


async def test_what_refers_to_the_person_without_a_declared_way_is_kept_and_said(
    service: FillableService, postgres: EmbeddedPostgres, tmp_path: Path
) -> None:
    client = await whole_person(service)
    database = str(await service.pool.fetchval("SELECT current_database()"))
    owner = await asyncpg.connect(host=str(postgres.socket), user=OWNER, database=database)
    await owner.execute("CREATE TABLE stray (contract_id uuid NOT NULL REFERENCES contract (id))")
    await owner.execute("INSERT INTO stray SELECT id FROM contract LIMIT 1")
    await owner.close()
    await service.pool.execute("UPDATE legal_hold SET state = 'RELEASED'")
    await confirmed_erasure(service, client, tmp_path)
    await service.pool.execute("UPDATE relationship SET state = 'RETAINED'")

    assert await run_purges(person_context(service, tmp_path)) == 1

    item = await service.pool.fetchrow("SELECT state, obstacle FROM purge_item")
    assert item is not None
    assert (item["state"], item["obstacle"]) == ("KEPT", "REFERENCED")
    assert await service.pool.fetchval("SELECT state FROM client WHERE id = $1", client) == "ENDED"
    assert await service.pool.fetchval("SELECT count(*) FROM invoice_row") == 0


def test_a_type_that_refers_to_a_persons_rows_without_a_way_stops_the_build(service_register: ContentTypes) -> None:
    contract = service_register["contract"]
    stray = type(
        "Stray",
        (Content,),
        {
            "contract": fields.ForeignKeyField("models.Contract", related_name=False),
            "reach": Reach(),
            "__module__": __name__,
        },
    )
    lost = replace(contract, model=stray, kind=replace(contract.kind, reach=Reach(), workflow=WORKFLOW), subject=None)
    with pytest.raises(ErasureUndeclared, match="Contract refers to Contract"):
        check_erasable({**service_register, "stray": lost})


WORKFLOW = Workflow(noun="stray", initial="DONE", states={"DONE": state("Tehty|Gjord|Done", grants(view="coach"))})


@pytest.fixture
def service_register() -> ContentTypes:
    from service.resources import schema_and_content_types

    return schema_and_content_types()[1]
