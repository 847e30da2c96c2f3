"""The archive of a register holds everything that its tables hold, no secret, and nothing of another register."""

import tarfile
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest
from tortoise.connection import get_connection

from models.account import Account
from models.register_export import RegisterExport
from resolvers.context import CommandContext
from resolvers.rights.whole_register.export import ExportIncomplete, export_register
from resolvers.rights.whole_register.objects import ACCOUNTS, LEFT_OUT, OF_REGISTER, REFERENCE, client_types
from service.commands.register_exports import TarArchive
from service.database.embedded_postgres import EmbeddedPostgres
from tests.support.actions.register_exports import MemoryArchive
from tests.support.organisation import STAMP
from tests.support.rows.fillable_service import FillableService, service_on
from tests.support.rows.whole_person import (
    files_of,
    person_context,
    store_files_of_everything,
    store_what_refers_to_the_person,
    whole_person,
)


@pytest.fixture
async def service(postgres: EmbeddedPostgres, template: str, tmp_path: Path) -> AsyncIterator[FillableService]:
    name = f"test_{uuid4().hex}"
    async with service_on(postgres.create_database(name, template), tmp_path) as furnished:
        yield furnished
    postgres.drop_database(name)


async def filled(service: FillableService, directory: Path) -> tuple[UUID, CommandContext]:
    """Fill a register with one person, rows of every type in every state and files; return its approved export."""
    client = await whole_person(service)
    await store_what_refers_to_the_person(service, client)
    await store_files_of_everything(service, directory)
    row = await RegisterExport.create(
        state="APPROVED", register_id=service.filler.last("register"), receiver="Toinen ry", basis="Kauppa", **STAMP
    )
    return UUID(str(row.pk)), replace(person_context(service, directory), files=files_of(service, directory))


async def counted(sql: str, *values: Any) -> int:
    [row] = await get_connection("default").execute_query_dict(sql, list(values))
    return int(row["count"])


async def test_what_is_read_back_is_what_the_tables_hold(service: FillableService, tmp_path: Path) -> None:
    export, context = await filled(service, tmp_path)
    path = tmp_path / "register.tar"
    with path.open("xb") as file, TarArchive(file, tmp_path, 0) as writing:
        row = await export_register(context, export, writing)

    archive = MemoryArchive()
    with tarfile.open(path) as tar:
        members = tar.getnames()
        archive.members = {name: found.read() for name in members if (found := tar.extractfile(name))}
    objects, manifest = archive.lines("objects.jsonl"), archive.manifest()
    by_type = Counter(line["type"] for line in objects)
    register = service.filler.last("register")
    for type_ in client_types(context):
        clients = "(SELECT client_id FROM relationship WHERE register_id = $1)"
        sql = f"SELECT count(*) FROM {type_.kind.table} WHERE {type_.kind.reach.client} IN {clients}"
        assert by_type[type_.name] == await counted(sql, register), type_.noun
        assert by_type[type_.name] > 0, type_.noun
    for noun in REFERENCE:
        table = context.content_types[noun].kind.table
        assert by_type[context.content_types[noun].name] == await counted(f"SELECT count(*) FROM {table}"), noun
    ids = [UUID(line["id"][-32:]) for line in objects]
    history = "SELECT count(*) FROM history WHERE object_id = ANY($1::uuid[])"
    assert len(archive.lines("history.jsonl")) == await counted(history, ids) > len(by_type)
    files = archive.lines("files.jsonl")
    attached = "SELECT count(*) FROM attachment WHERE object_id = ANY($1::uuid[])"
    assert len(files) == await counted(attached, ids) > len(by_type) // 2
    for line in files:
        assert sha256(archive.members[line["path"]]).hexdigest() == line["sha256"], line["path"]
    assert len(set(members)) == len(members) == len(files) + 5
    assert len(archive.lines("accounts.jsonl")) >= 2
    assert sum(manifest["counts"].values()) == row.lines
    for member, digest in manifest["sha256"].items():
        assert sha256(archive.members[member]).hexdigest() == digest
    assert sha256(archive.members["manifest.json"]).hexdigest() == row.digest


async def test_accounts_go_without_secrets(service: FillableService, tmp_path: Path) -> None:
    export, context = await filled(service, tmp_path)
    archive = MemoryArchive()
    await export_register(context, export, archive)

    account = await Account.get(client_id=service.filler.last("client"))
    own = [line for line in archive.lines("accounts.jsonl") if line["fields"].get("clientId")]
    assert [line["id"] for line in own] == [f"account_{account.pk.hex}"]
    everything = b"".join(archive.members.values())
    for secret in (
        b"$argon2",
        str(account.subject).encode(),
        b"erikoinen-id-token",
        b"erikoisavain",
        b"Erikoispaketti",
    ):
        assert secret not in everything
    assert not {"issuer", "subject"} & {key for line in archive.lines("accounts.jsonl") for key in line["fields"]}


async def test_what_stands_in_another_register_stays_at_any_depth(service: FillableService, tmp_path: Path) -> None:
    export, context = await filled(service, tmp_path)
    filler = service.filler
    await filler.add("register")
    own = {noun: len(rows) for noun, rows in filler.rows.items()}
    for noun in ("relationship", "programme", "contract", "attendance", "goal", "measure", "coaching_note"):
        await filler.add(noun)
    await filler.add("data_request", register_id=filler.last("register"))
    await filler.add("rectification", proposed_value="Toisen rekisterin korjaus")
    elsewhere = [row.pk.hex for noun, rows in filler.rows.items() for row in rows[own.get(noun, 0) :]]
    archive = MemoryArchive()

    await export_register(context, export, archive)

    everything = b"".join(archive.members.values()).decode()
    assert len(elsewhere) >= 9
    assert [uuid for uuid in elsewhere if uuid in everything] == []
    assert "Toisen rekisterin korjaus" not in everything


async def test_files_that_are_not_whole_are_all_named_and_nothing_is_done(
    service: FillableService, tmp_path: Path
) -> None:
    export, context = await filled(service, tmp_path)
    files = files_of(service, tmp_path)
    missing, changed, *_ = sorted(path.name for path in files.folder.iterdir())
    files.path(UUID(missing)).unlink()
    files.put(UUID(changed), b"something else")

    with pytest.raises(ExportIncomplete) as refused:
        await export_register(context, export, MemoryArchive())

    assert str(refused.value) == ", ".join(sorted((missing, changed)))
    assert await counted("SELECT count(*) FROM register_export WHERE state = 'APPROVED' AND id = $1", export) == 1


async def test_a_file_with_something_harmful_in_it_is_named_and_stays(service: FillableService, tmp_path: Path) -> None:
    export, context = await filled(service, tmp_path)
    first = "(SELECT min(id::text)::uuid FROM attachment)"
    sql = f"UPDATE attachment SET scanned_at = now(), finding = 'Eicar' WHERE id = {first}"
    await get_connection("default").execute_query(sql)
    archive = MemoryArchive()

    await export_register(context, export, archive)

    [harmful] = [line for line in archive.lines("files.jsonl") if line["finding"]]
    assert (harmful["path"], harmful["finding"]) == (None, "Eicar")
    assert not [path for path in archive.members if harmful["id"] in path]


def test_every_type_goes_or_stays_for_a_reason(service: FillableService) -> None:
    context = person_context(service, Path())
    goes = {type_.noun for type_ in client_types(context)} | {*REFERENCE, *OF_REGISTER, *ACCOUNTS, "register"}

    assert goes | set(LEFT_OUT) == set(service.content_types)
    assert goes & set(LEFT_OUT) == set()
    assert orjson.dumps(dict(LEFT_OUT))
