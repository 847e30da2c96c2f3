"""One person with a row of every type in every state and everything that refers to them, and the bytes to look for."""

import hashlib
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from tortoise.connection import get_connection
from tortoise.transactions import in_transaction
from uuid_utils.compat import uuid7

from auth.provider.passwords import hash_password
from auth.viewer import Viewer
from models.account import Account, LoginEvent
from models.attachment import Attachment
from models.data_request import Package
from models.erasure_list import ErasureList
from models.import_job import ImportJob, ImportRow
from models.log import DisclosureLog, History, IdempotencyKey, Version
from models.notification import Delivery, Notification
from models.provider import ProviderUser, RefreshToken
from models.session import Session
from resolvers.context import CommandContext
from resolvers.file_store import FileStore
from resolvers.retention.purges import propose_erasure
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from resolvers.writing.commands import AskedStep, take_transition
from resolvers.writing.history import record_change
from service.backups.programs import dump
from tests.support.organisation import NOW, STAMP, TODAY
from tests.support.rows.distinct_filler import DistinctFiller
from tests.support.rows.fillable_service import FillableService
from tests.support.rows.filler import ANSWERS
from workflow.roles import AccountKind

COMMON = {"text", "CLIENT", "ELECTRONIC", "HANDWRITTEN", "LOGGED_IN"}  # values that no one person has
DISTINCT = {ANSWERS["note"]}  # of a form: no column gave it its name
JOB = """INSERT INTO jobs.procrastinate_jobs (queue_name, task_name, args, scheduled_at)
  VALUES ('default', 'elsewhere', jsonb_build_object('client', $1::text, 'word', 'Erikoistehtava'), '2999-01-01')"""
# What R19 and the agency's notice keep, and nothing else: period and price of a contract, codes that are counted, the
# reference by which the agency itself knows its case.
KEPT = (
    ("contract", "starts_on"),
    ("contract", "ends_on"),
    ("contract", "price_cents"),
    ("attendance", "code"),
    ("relationship", "end_reason"),
    ("referral", "decision_reference"),
)


def person_context(service: FillableService, directory: Path) -> CommandContext:
    """Return the context of the service's own account, with a file store and a list of erasures."""
    keyring = service.filler.keyring
    erasures = ErasureList(directory / "erasures", keyring)
    return system_context(service.content_types, RULEBOOK, keyring, NOW, TODAY, erasures=erasures)


async def whole_person(service: FillableService) -> UUID:
    """Store a client with a row of every type in every state, and an account with everything that refers to it."""
    filler, context = service.filler, person_context(service, Path())
    personal = [n for n, t in service.content_types.items() if t.subject is not None]
    await filler.add("client", "ENDED")
    client = filler.last("client")
    filler.pinned["client"] = client
    for noun in [n for n in personal if n != "client"]:
        given = {"shared_with_id": None} if noun == "coaching_note" else {}
        await filler.every_state(noun, **given)
    await Account.create(
        id=uuid7(),
        issuer="own",
        subject=str(await provider_user_with_token()),
        kind="TRAINEE",
        client_id=client,
        state="ACTIVE",
        **STAMP,
    )
    await get_connection("default").execute_query("UPDATE relationship SET state = 'ENDED', ended_on = '2022-01-01'")
    async with in_transaction() as db:
        for noun in personal:
            for row in filler.rows[noun]:
                changes = {"all": {"before": None, "after": {k: str(v) for k, v in values_of(noun, service, row)}}}
                await record_change(
                    context, service.content_types[noun], row, "CREATE", changes, db, comment="Aino Erikoiskommentti"
                )
    return client


async def provider_user_with_token() -> UUID:
    """Store a user of the provider with a refresh token."""
    user = await ProviderUser.create(
        username="aino.erikoisnimi",
        password_hash=await hash_password("x" * 20),
        password_changed_at=NOW,
        created_at=NOW,
    )
    await RefreshToken.create(digest=b"t" * 32, family=uuid4(), user=user, client="c", scope="s", expires_at=NOW)
    return UUID(str(user.pk))


def files_of(service: FillableService, directory: Path) -> FileStore:
    """Return the file store of a service."""
    return FileStore(directory / "files", service.filler.keyring, 1_000_000)


async def store_file(noun: str, row: UUID, name: str, files: FileStore | None = None) -> None:
    """Store a file of an object, its bytes too where there is a store."""
    content = f"%PDF Erikoissisältö {name}".encode()
    found = await Attachment.create(
        noun=noun,
        object_id=row,
        name=name,
        media_type="application/pdf",
        size=len(content),
        uploaded_at=NOW,
        sha256=hashlib.sha256(content).hexdigest(),
        added_at=NOW,
        added_by=uuid4(),
        added_by_name="Aino Erikoisnimi",
    )
    if files:
        files.put(found.id, content)


async def store_files_of_everything(service: FillableService, directory: Path) -> None:
    """Store a file of every object of the person, the export of each request, and a note in the recycle bin."""
    files, personal = (
        files_of(service, directory),
        [n for n, t in service.content_types.items() if t.subject is not None],
    )
    for noun in personal:
        for number, row in enumerate(service.filler.rows[noun]):
            await store_file(noun, UUID(str(row.pk)), f"Erikoiskirje {noun} {number}.pdf", files)
    for request in service.filler.rows["data_request"]:
        sealed: dict[str, Any] = {"json": b"Erikoispaketti json", "pdf": b"Erikoispaketti pdf"}
        await Package.create(request_id=request.pk, built_at=NOW, expires_at=NOW, **sealed)
    [item, *_] = service.filler.rows["bin_item"]
    item.content_id = uuid4()
    await item.save()
    note: dict[str, Any] = {"noun": "coaching_note", "object_id": item.content_id, "revision": 1, "at": NOW}
    await Version.create(**note, stored={"client_id": item.client_id.hex, "body": "Erikoiskirjaus roskakorissa"})
    actor: dict[str, Any] = {"actor": uuid4(), "actor_name": "Aino Erikoisnimi"}
    await History.create(**note, **actor, action="DELETE", comment="Erikoisvahinko", changes={"body": "Erikoinen"})


async def store_what_refers_to_the_person(service: FillableService, client: UUID) -> None:
    """
    Store what refers to the person beside content: session, key, import row, log-in, job, notices, what was shown.
    """
    account = await Account.get(client_id=client)
    moments: dict[str, Any] = {"created_at": NOW, "seen_at": NOW, "expires_at": NOW, "ends_at": NOW}
    await Session.create(id_hash=b"s" * 32, account=account, id_token="erikoinen-id-token", **moments)
    await IdempotencyKey.create(account=account.pk, key="erikoisavain", digest=b"d" * 32, object_id=uuid4(), at=NOW)
    job = await ImportJob.create(
        kind="clients", file_name="f", file_digest=b"f", unit_id=uuid4(), started_at=NOW, started_by=uuid4()
    )
    await ImportRow.create(job=job, line=1, row_digest=b"erikoinen-rivi", record_id=client)
    who = {"account_id": account.pk, "created_by": account.pk, "modified_by": account.pk}
    stamped = {"state": "RECORDED", "at": NOW, "created_at": NOW, "modified_at": NOW, **who}
    await LoginEvent.create(issuer="own", outcome="LOGGED_IN", network="192.0.2.0/24", **stamped)
    sql = (
        "INSERT INTO history (noun, object_id, revision, at, actor, actor_name, action, changes)"
        " VALUES ('term', $1, 1, $2, $3, 'Aino Erikoisnimi', 'UPDATE', '{}')"
    )
    await get_connection("default").execute_query(sql, [uuid4(), NOW, account.pk])
    await store_notices(service, client, account.pk)
    async with in_transaction() as db:
        await db.execute_script("SET LOCAL search_path = jobs")  # the library's triggers look there
        await db.execute_query(JOB, [str(client)])


async def store_notices(service: FillableService, client: UUID, account: UUID) -> None:
    """Store a notice and a mail to the person, with their history, and that the agency was shown the person's name."""
    context = person_context(service, Path())
    stamp = {"created_at": NOW, "created_by": uuid4(), "modified_at": NOW, "modified_by": uuid4()}
    told: dict[str, Any] = {"event": "client.update", "link": f"client_{client.hex}", **stamp}
    notice = await Notification.create(state="UNREAD", recipient_id=account, text="Tietosi muuttuivat", **told)
    mail = await Delivery.create(state="WAITING", account_id=account, recipient_kind="TRAINEE", due_at=NOW, **told)
    async with in_transaction() as db:
        for noun, row in (("notification", notice), ("delivery", mail)):
            await record_change(context, service.content_types[noun], row, "CREATE", {}, db, comment="Erikoisilmoitus")
    agency = service.filler.last("agency")
    official = await Account.create(
        id=uuid7(),
        issuer="own",
        subject=account.hex,
        kind="OFFICIAL",
        name="Official",
        agency_id=agency,
        state="ACTIVE",
        **STAMP,
    )
    await DisclosureLog.create(
        at=NOW,
        account=official.pk,
        authority="OFFICIAL",
        operation="R",
        document="d",
        purpose="REFERRAL",
        fields_asked=["Client.lastName"],
        subjects=[client],
        asked=[],
        outcome="SHOWN",
        request=uuid4(),
    )


def values_of(noun: str, service: FillableService, row: Any) -> list[tuple[str, Any]]:
    """Return the columns of a row with their values, personal by declaration or not."""
    columns = service.content_types[noun].model._meta.fields_db_projection
    # What a declaration lets survive is a code, a day or a standing text: the trail of the answer, not of the person.
    stays = service.content_types[noun].survives
    return [(name, getattr(row, name)) for name in columns if name not in stays and getattr(row, name) is not None]


def needles(service: FillableService) -> set[bytes]:
    """Return the bytes to look for: every value of the person, sealed ones and blind indexes in hexadecimal."""
    found = {b"Erikoi", b"erikoi", b"Erikoispaketti".hex().encode(), b"aino.erikoisnimi", *byte_forms(ANSWERS["note"])}
    for noun, type_ in service.content_types.items():
        for row in service.filler.rows.get(noun, []) if type_.subject is not None else ():
            found |= {n for c, v in values_of(noun, service, row) if (noun, c) not in KEPT for n in byte_forms(v)}
    found |= {code.encode() for code in service.filler.sealed.values()}
    return {n for n in found if len(n) > 6} | distinct_needles(service)


def distinct_needles(service: FillableService) -> set[bytes]:
    """Return the days, amounts, numbers and short words that only this person has and that do not stay."""
    filler = service.filler
    assert isinstance(filler, DistinctFiller)
    stays = {(noun, column) for noun, type_ in service.content_types.items() for column in type_.survives} | set(KEPT)
    return {needle for place, needles in filler.told.items() if place not in stays for needle in needles}


def byte_forms(value: Any) -> list[bytes]:
    """Return the bytes in which a value may be stored; none for values that many people have."""
    match value:
        case bytes() | memoryview():
            return [bytes(value).hex().encode(), bytes(value)]
        case str():
            return [value.encode()] if value not in COMMON and (" of " in value or value in DISTINCT) else []
        case list():
            return [n for item in value for n in byte_forms(item)]
        case dict():
            return [n for item in value.values() for n in byte_forms(item)]
    return []


async def confirmed_erasure(service: FillableService, client: UUID, directory: Path) -> UUID:
    """Have the service propose an erasure, and two people approve and confirm it; return the purge's id."""
    context = person_context(service, directory)
    word = {"vocabulary": "purge_basis", "token": "ERASURE_REQUEST", "starts_on": None, "ends_before": None}
    await service.filler.add("term", "ACTIVE", **word)
    async with in_transaction() as db:
        purge = await propose_erasure(context, client, "ERASURE_REQUEST", db)
    type_, public = service.content_types["purge"], f"purge_{purge.hex}"
    for number, (name, role) in enumerate((("APPROVE", "privacy_officer"), ("CONFIRM", "manager"))):
        viewer = Viewer(
            account=UUID(int=number + 1), kind=AccountKind.STAFF, epoch=1, name=role, everywhere=frozenset({role})
        )
        own = CommandContext(
            service.content_types, RULEBOOK, viewer, NOW, TODAY, context.keyring, artificial_codes=True
        )
        done = await take_transition(own, type_, public, number + 1, AskedStep(name), None)
        assert done.problems == []
    return purge


def everything_below(directory: Path) -> bytes:
    """Return the bytes of all files but the keys."""
    paths = (path for path in directory.rglob("*") if path.is_file() and "secrets" not in path.parts)
    return b"".join(path.read_bytes() for path in paths)


def dumped_text(url: str) -> bytes:
    """Return a database as SQL text, for searching in all its content."""
    return b"".join(stream.read() for stream in dump(url, "--format=plain"))
