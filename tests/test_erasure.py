"""After an erasure nothing of the person is anywhere: every value of every type, searched byte by byte in a dump."""

import hashlib
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest
from tortoise import fields
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction
from uuid_utils.compat import uuid7

from auth.identity.provider.passwords import hash_password
from auth.viewer import AccountKind, Viewer
from models.account import Account, LoginEvent
from models.attachment import Attachment
from models.client import Client
from models.content import Content, Reach
from models.data_request import Package
from models.erasure_list import ErasureList
from models.import_job import ImportJob, ImportRow
from models.log import History, IdempotencyKey, Version
from models.notification import Delivery, Notification
from models.provider import ProviderUser, RefreshToken
from models.session import Session
from resolvers.attachments import sweep_files
from resolvers.declaration import Register
from resolvers.erasing import ErasureUndeclared, branches, check_erasable
from resolvers.files import FileStore
from resolvers.purge_run import run_purges
from resolvers.purges import propose_erasure
from resolvers.recording import record
from resolvers.steward import steward_desk
from resolvers.writing import Desk, transition
from schema.language import REGISTRY, content_type, protected, to_one
from schema.values import LongText
from service.backups.programs import dumped_text
from service.embedded import OWNER, EmbeddedPostgres
from tests.filling import ANSWERS, MOMENT
from tests.furnished import Furnished, service_on
from tests.world import NOW, TODAY
from workflow.language import Workflow, grants, state
from workflow.vocabulary import CARE

LATER = NOW + timedelta(days=3650)  # the clock of the disk is not ours
COMMON = {"text", "CLIENT", "ELECTRONIC", "HANDWRITTEN", "LOGGED_IN"}  # values that no one person has
DISTINCT = {ANSWERS["note"]}  # of a form: no column gave it its name


@pytest.fixture
async def service(postgres: EmbeddedPostgres, template: str, tmp_path: Path) -> AsyncIterator[Furnished]:
    name = f"test_{uuid4().hex}"
    async with service_on(postgres.create_database(name, template), tmp_path) as furnished:
        yield furnished
    postgres.drop_database(name)


def desk_of(service: Furnished, directory: Path) -> Desk:
    keyring = service.filler.keyring
    erasures = ErasureList(directory / "erasures", keyring)
    return steward_desk(service.register, keyring, NOW, TODAY, erasures=erasures)


async def whole_person(service: Furnished) -> UUID:
    """Store a client with a row of every type in every state, and an account with everything that hangs on it."""
    filler, desk = service.filler, desk_of(service, Path())
    personal = [n for n, t in service.register.items() if t.subject is not None]
    await filler.add("client", "ENDED")
    client = filler.last("client")
    filler.pinned["client"] = client
    for noun in [n for n in personal if n != "client"]:
        given = {"shared_with_id": None} if noun == "coaching_note" else {}
        await filler.every_state(noun, **given)
    await Account.create(
        id=uuid7(), issuer="own", subject=str(await login()), kind="TRAINEE", name="Aino Erikoisnimi",
        client_id=client, created_at=NOW,
    )  # fmt: skip
    await get_connection("default").execute_query("UPDATE relationship SET state = 'ENDED', ended_on = '2022-01-01'")
    async with in_transaction() as db:
        for noun in personal:
            for row in filler.rows[noun]:
                changes = {"all": {"before": None, "after": {k: str(v) for k, v in values_of(noun, service, row)}}}
                await record(desk, service.register[noun], row, "CREATE", changes, db, comment="Aino Erikoiskommentti")
    return client


async def login() -> UUID:
    user = await ProviderUser.create(
        username="aino.erikoisnimi",
        password_hash=await hash_password("x" * 20),
        password_changed_at=NOW,
        created_at=NOW,
    )
    await RefreshToken.create(digest=b"t" * 32, family=uuid4(), user=user, client="c", scope="s", expires_at=NOW)
    return UUID(str(user.pk))


def files_of(service: Furnished, directory: Path) -> FileStore:
    return FileStore(directory / "files", service.filler.keyring, 1_000_000)


async def letter(noun: str, row: UUID, name: str, files: FileStore | None = None) -> None:
    """Store a file of an object, its bytes too where there is a store."""
    content = f"%PDF Erikoissisältö {name}".encode()
    found = await Attachment.create(
        noun=noun, object_id=row, name=name, media_type="application/pdf", size=len(content), uploaded_at=NOW,
        sha256=hashlib.sha256(content).hexdigest(), added_at=NOW, added_by=uuid4(), added_by_name="Aino Erikoisnimi",
    )  # fmt: skip
    if files:
        files.put(found.id, content)


async def hang_papers(service: Furnished, directory: Path) -> None:
    """Store a file of every object of the person, the package of each request, and a note that lies in the bin."""
    files, personal = files_of(service, directory), [n for n, t in service.register.items() if t.subject is not None]
    for noun in personal:
        for number, row in enumerate(service.filler.rows[noun]):
            await letter(noun, UUID(str(row.pk)), f"Erikoiskirje {noun} {number}.pdf", files)
    for request in service.filler.rows["data_request"]:
        sealed = {"json": b"Erikoispaketti json", "pdf": b"Erikoispaketti pdf"}
        await Package.create(request_id=request.pk, built_at=NOW, expires_at=NOW, **sealed)
    [item, *_] = service.filler.rows["bin_item"]
    item.content_id = uuid4()
    await item.save()
    note = {"noun": "coaching_note", "object_id": item.content_id, "revision": 1, "at": NOW}
    await Version.create(**note, stored={"client_id": item.client_id.hex, "body": "Erikoiskirjaus roskakorissa"})
    actor = {"actor": uuid4(), "actor_name": "Aino Erikoisnimi"}
    await History.create(**note, **actor, action="DELETE", comment="Erikoisvahinko", changes={"body": "Erikoinen"})


async def hang_on(client: UUID) -> None:
    """Store what hangs on the person beside content: session, key, import row, log-in, notices, a change elsewhere."""
    account = await Account.get(client_id=client)
    moments = {"created_at": NOW, "seen_at": NOW, "expires_at": NOW, "ends_at": NOW}
    await Session.create(id_hash=b"s" * 32, account=account, id_token="erikoinen-id-token", **moments)
    await IdempotencyKey.create(account=account.pk, key="erikoisavain", digest=b"d" * 32, object_id=uuid4(), at=NOW)
    job = await ImportJob.create(
        kind="clients", file_name="f", file_digest=b"f", unit_id=uuid4(), started_at=NOW, started_by=uuid4()
    )
    await ImportRow.create(job=job, line=1, row_digest=b"erikoinen-rivi", record_id=client)
    link, stamp = f"client_{client.hex}", {"created_at": NOW, "created_by": uuid4(), "modified_at": NOW}
    told = {"event": "client.update", "link": link, "modified_by": uuid4(), **stamp}
    await Notification.create(state="UNREAD", recipient_id=account.pk, text="Tietosi muuttuivat", **told)
    await Delivery.create(state="WAITING", account_id=account.pk, recipient_kind="TRAINEE", due_at=NOW, **told)
    await LoginEvent.create(at=NOW, account_id=account.pk, issuer="own", outcome="LOGGED_IN", network="192.0.2.0/24")
    sql = (
        "INSERT INTO history (noun, object_id, revision, at, actor, actor_name, action, changes)"
        " VALUES ('term', $1, 1, $2, $3, 'Aino Erikoisnimi', 'UPDATE', '{}')"
    )
    await get_connection("default").execute_query(sql, [uuid4(), NOW, account.pk])


def values_of(noun: str, service: Furnished, row: Any) -> list[tuple[str, Any]]:
    """Return the columns of a row with their values, personal by declaration or not."""
    columns = service.register[noun].model._meta.fields_db_projection
    # What a declaration lets survive is a code, a day or a standing text: the trail of the answer, not of the person.
    stays = service.register[noun].survives
    return [(name, getattr(row, name)) for name in columns if name not in stays and getattr(row, name) is not None]


def needles(service: Furnished) -> set[bytes]:
    """Return the bytes to look for: personal text as it is, sealed values and blind indexes in hexadecimal."""
    found: set[bytes] = set()
    for noun, type_ in service.register.items():
        for row in service.filler.rows.get(noun, []) if type_.subject is not None else ():
            found |= {n for _, value in values_of(noun, service, row) for n in told(value)}
    found |= {code.encode() for code in service.filler.sealed.values()}
    found |= {b"Erikoi", b"erikoi", b"Erikoispaketti".hex().encode(), b"aino.erikoisnimi", *told(ANSWERS["note"])}
    return {n for n in found if len(n) > 6}


def told(value: Any) -> list[bytes]:
    match value:
        case bytes() | memoryview():
            return [bytes(value).hex().encode(), bytes(value)]
        case str():
            return [value.encode()] if value not in COMMON and (" of " in value or value in DISTINCT) else []
        case list():
            return [n for item in value for n in told(item)]
        case dict():
            return [n for item in value.values() for n in told(item)]
    return []


async def confirmed(service: Furnished, client: UUID, directory: Path) -> UUID:
    """Have an erasure proposed by the service and decided by two people; return the purge."""
    desk = desk_of(service, directory)
    word = {"vocabulary": "purge_basis", "token": "ERASURE_REQUEST", "starts_on": None, "ends_before": None}
    await service.filler.add("term", "ACTIVE", **word)
    async with in_transaction() as db:
        purge = await propose_erasure(desk, client, "ERASURE_REQUEST", db)
    type_, public = service.register["purge"], f"purge_{purge.hex}"
    for number, (name, role) in enumerate((("APPROVE", "privacy_officer"), ("CONFIRM", "manager"))):
        viewer = Viewer(
            account=UUID(int=number + 1), kind=AccountKind.STAFF, epoch=1, name=role, everywhere=frozenset({role})
        )
        own = Desk(service.register, viewer, NOW, TODAY, desk.keyring, artificial_codes=True)
        done = await transition(own, type_, public, number + 1, name, comment=None, reason=None)
        assert done.problems == []
    return purge


def everything_below(directory: Path) -> bytes:
    """Return the bytes of all files but the keys."""
    paths = (path for path in directory.rglob("*") if path.is_file() and "secrets" not in path.parts)
    return b"".join(path.read_bytes() for path in paths)


async def test_no_byte_of_an_erased_person_is_in_a_dump_nor_in_the_list(
    service: Furnished, postgres: EmbeddedPostgres, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    client = await whole_person(service)
    await hang_on(client)
    await hang_papers(service, tmp_path)
    database = await service.pool.fetchval("SELECT current_database()")
    url = postgres.url(str(database), OWNER)
    wanted = needles(service)
    before = dumped_text(url)
    assert len(wanted) > 80
    assert [n for n in wanted if b" of " in n and n not in before] == []
    hung = (b"Erikoiskirje", b"Erikoiskirjaus", b"Erikoispaketti".hex().encode())
    assert [n for n in hung if n not in before] == []
    papers = len(list(files_of(service, tmp_path).listed()))
    assert papers > 40
    await service.pool.execute("UPDATE legal_hold SET state = 'RELEASED'")
    await confirmed(service, client, tmp_path)
    await service.pool.execute("UPDATE relationship SET state = 'RETAINED'")

    assert await run_purges(desk_of(service, tmp_path)) == 1
    later = replace(desk_of(service, tmp_path), now=LATER, files=files_of(service, tmp_path))
    assert await sweep_files(later) == papers

    after = dumped_text(url)
    files = everything_below(tmp_path)
    # Codes of vocabularies that statistics count by, and who paid an invoice row (R19): words that thousands share.
    counted = (b"code of attendance", b"end_reason of relationship", b"payer of contract")
    assert [n for n in wanted if n in after and not n.startswith(counted)] == []
    assert [n for n in wanted if n in files] == []
    assert [n for n in wanted if n in "".join(capfd.readouterr()).encode()] == []
    assert client.hex.encode() in files
    rows = await service.pool.fetchrow("SELECT * FROM client WHERE id = $1", client)
    assert (rows["state"], rows["first_names"], rows["identity_index"]) == ("ERASED", "", None)
    left = await service.pool.fetchval("SELECT count(*) FROM history WHERE actor_name = ''")
    assert left == 1
    assert await service.pool.fetchval("SELECT count(*) FROM login_event") == 1
    assert await service.pool.fetchval("SELECT state FROM purge_item") == "ERASED"
    assert await service.pool.fetchval("SELECT count(*) FROM package") == 0
    assert list(files_of(service, tmp_path).listed()) == []


async def test_invoice_rows_and_statistics_stay_without_the_person(service: Furnished, tmp_path: Path) -> None:
    client = await whole_person(service)
    await service.pool.execute("UPDATE legal_hold SET state = 'RELEASED'")
    await confirmed(service, client, tmp_path)
    await service.pool.execute("UPDATE relationship SET state = 'RETAINED'")

    await run_purges(desk_of(service, tmp_path))

    kept = await service.pool.fetch("SELECT * FROM invoice_row")
    assert len(kept) == 5  # contracts that were in force at some time
    assert len({row["pseudonym"] for row in kept}) == 1
    assert {row["payer"][:5] for row in kept} == {"payer"}
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


def extended(register: Register) -> Register:
    """Return the register with the type of this test."""
    seen = grants(view="coach", care="coach")
    workflow = Workflow(noun="assessment", initial="DONE", states={"DONE": state("Tehty|Gjord|Done", seen)})

    @content_type(model=Assessment, workflow=workflow, plural="assessments", titles="A|B|C", subject="{}.client_id")
    class Assessed:
        """An assessment."""

        client: object = to_one("client", "A|B|C", "Whose.")
        text: LongText = protected("A|B|C", "What.", read=CARE, personal=True)

    del Assessed
    return Register({**register, "assessment": REGISTRY.pop("assessment")})


async def test_a_type_that_is_declared_is_erased_with_no_further_code(
    service: Furnished, postgres: EmbeddedPostgres, tmp_path: Path
) -> None:
    client = await whole_person(service)
    database = str(await service.pool.fetchval("SELECT current_database()"))
    owner = await asyncpg.connect(dsn=None, host=str(postgres.socket), user=OWNER, database=database)
    await owner.execute(TABLE)
    await owner.close()
    row = uuid4()
    insert = "INSERT INTO assessment VALUES ($1, 'DONE', 1, 'OWN', $2, $1, $2, $1, $3, 'Erikoisarvio')"
    await service.pool.execute(insert, row, MOMENT, client)
    await letter("assessment", row, "Erikoiskirje.pdf")
    version = "INSERT INTO version (noun, object_id, revision, at, stored) VALUES ('assessment', $1, 1, $2, $3)"
    await service.pool.execute(version, row, MOMENT, json.dumps({"client_id": client.hex, "text": "Erikoisarvio"}))
    await service.pool.execute("UPDATE legal_hold SET state = 'RELEASED'")
    await confirmed(service, client, tmp_path)
    await service.pool.execute("UPDATE relationship SET state = 'RETAINED'")
    desk = desk_of(service, tmp_path)
    register = extended(service.register)

    await run_purges(Desk(**{**vars(desk), "register": register}))

    assert "assessment" in [b.type.noun for b in branches(register, "client")]
    assert await service.pool.fetchval("SELECT count(*) FROM assessment") == 0
    assert await service.pool.fetchval("SELECT count(*) FROM attachment") == 0
    assert await service.pool.fetchval("SELECT count(*) FROM version WHERE object_id = $1", row) == 0
    counts = json.loads(await service.pool.fetchval("SELECT counts::text FROM purge WHERE state = 'DONE'"))
    assert {"type": "assessment", "rows": 1} in counts


async def test_what_refers_to_the_person_without_a_declared_way_is_kept_and_said(
    service: Furnished, postgres: EmbeddedPostgres, tmp_path: Path
) -> None:
    client = await whole_person(service)
    database = str(await service.pool.fetchval("SELECT current_database()"))
    owner = await asyncpg.connect(host=str(postgres.socket), user=OWNER, database=database)
    await owner.execute("CREATE TABLE stray (contract_id uuid NOT NULL REFERENCES contract (id))")
    await owner.execute("INSERT INTO stray SELECT id FROM contract LIMIT 1")
    await owner.close()
    await service.pool.execute("UPDATE legal_hold SET state = 'RELEASED'")
    await confirmed(service, client, tmp_path)
    await service.pool.execute("UPDATE relationship SET state = 'RETAINED'")

    assert await run_purges(desk_of(service, tmp_path)) == 1

    item = await service.pool.fetchrow("SELECT state, obstacle FROM purge_item")
    assert (item["state"], item["obstacle"]) == ("KEPT", "REFERENCED")
    assert await service.pool.fetchval("SELECT state FROM client WHERE id = $1", client) == "ENDED"
    assert await service.pool.fetchval("SELECT count(*) FROM invoice_row") == 0


def test_a_type_that_refers_to_a_persons_rows_without_a_way_stops_the_build(service_register: Register) -> None:
    contract = service_register["contract"]
    stray = type("Stray", (Content,), {
        "contract": fields.ForeignKeyField("models.Contract", related_name=False), "reach": Reach(),
        "__module__": __name__,
    })  # fmt: skip
    lost = replace(contract, model=stray, kind=replace(contract.kind, reach=Reach(), workflow=WORKFLOW), subject=None)
    with pytest.raises(ErasureUndeclared, match="Contract refers to Contract"):
        check_erasable({**service_register, "stray": lost})


WORKFLOW = Workflow(noun="stray", initial="DONE", states={"DONE": state("Tehty|Gjord|Done", grants(view="coach"))})


@pytest.fixture
def service_register() -> Register:
    from service.graphql import schema_and_register

    return schema_and_register()[1]
