"""
The export of a whole register for another controller; docs/register-export.md describes the format.

It is decided by two people and made once. Each batch of persons leaves its row in the disclosure log before anything is
written: whatever happens to the archive, the look is there.
"""

from collections import Counter
from hashlib import sha256
from typing import Any, Protocol
from uuid import UUID

import orjson
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from auth.disclosure import logged_name
from models.register_export import RegisterExport
from models.relationship import Relationship
from resolvers.context import CommandContext, UnitOfWork
from resolvers.file_store import FileMissing
from resolvers.public_ids import public_id
from resolvers.reading.loading import call_of_command
from resolvers.reading.parameters import StatementParameters, look_values
from resolvers.rights.whole_register.objects import Batch, Found, line_of, reference_rows, rows_of_clients
from resolvers.rights.whole_register.records import (
    accounts_of_clients,
    accounts_of_staff,
    changes_of,
    file_line,
    files_of,
)
from resolvers.writing.transitions import move_to_state, set_column
from workflow.register_export import APPROVED_EXPORT_STATES

FORMAT, VERSION = "polku-register", 2
OBJECTS, HISTORY, ACCOUNTS, FILES = "objects.jsonl", "history.jsonl", "accounts.jsonl", "files.jsonl"
MANIFEST = "manifest.json"
_BATCH = 100  # persons in a row of the log


class ExportNotApproved(Exception):
    """There is no such export, or two people have not decided on it, or its file was made already."""

    code = "EXPORT_NOT_APPROVED"


class ExportIncomplete(Exception):
    """Files are missing in the store, or are not what was put in; the text has their ids."""

    code = "EXPORT_INCOMPLETE"


class Archive(Protocol):
    """Where an export is written to."""

    def add_line(self, member: str, line: bytes) -> None:
        """Add a line to a member that grows until the archive is finished."""

    def add_file(self, path: str, content: bytes) -> None:
        """Add a member that is whole."""

    def finish(self, manifest: bytes) -> None:
        """Add the growing members and the manifest; the archive is whole when this returns."""


class _Writer:
    """Writes lines and files into an archive, and counts and digests them for the manifest."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._digests = {member: sha256() for member in (OBJECTS, HISTORY, ACCOUNTS, FILES)}
        self.counts: Counter[str] = Counter()

    def line(self, member: str, value: dict[str, Any], counted: str) -> None:
        encoded = orjson.dumps(value) + b"\n"
        self._digests[member].update(encoded)
        self.counts[counted] += 1
        self._archive.add_line(member, encoded)

    def file(self, path: str, content: bytes) -> None:
        self._archive.add_file(path, content)

    def finish(self, heading: dict[str, Any]) -> str:
        """Write the manifest, and return its digest: it stands for the whole archive."""
        members = {member: digest.hexdigest() for member, digest in self._digests.items()}
        manifest = orjson.dumps(
            heading | {"counts": dict(sorted(self.counts.items())), "sha256": members}, option=orjson.OPT_INDENT_2
        )
        self._archive.finish(manifest)
        return sha256(manifest).hexdigest()


async def export_register(context: CommandContext, export: UUID, archive: Archive) -> RegisterExport:
    """
    Write an approved export into an archive, record it as done, and return it.

    :raises ExportNotApproved: before anything is written
    :raises ExportIncomplete: when a file is missing or was changed; nothing is recorded as done
    """
    async with in_transaction() as db:
        row = await _approved(export, db)
        for clients in await _batches(row, db):
            await _leave_row(context, clients, db)
    async with in_transaction() as db:
        await db.execute_query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")  # one moment of the whole register
        row, writer = await _approved(export, db), _Writer(archive)
        await _write(context, row, writer, db)
        heading = {
            "format": FORMAT,
            "version": VERSION,
            "register": public_id("register", _register_of(row)),
            "receiver": row.receiver,
            "made": context.now.isoformat(),
        }
        digest = writer.finish(heading)
        changes = set_column(row, "lines", "lines", writer.counts.total())
        changes |= set_column(row, "digest", "digest", digest)
        changes |= set_column(row, "done_at", "doneAt", context.now)
        await move_to_state(UnitOfWork(context, db), "register_export", row, "DONE", "EXPORT", changes)
    return row


def _register_of(row: RegisterExport) -> UUID:
    return UUID(str(row.register_id))  # type: ignore[attr-defined] # the column of the reference


async def _approved(export: UUID, db: TransactionalDBClient) -> RegisterExport:
    row = await RegisterExport.select_for_update().using_db(db).get_or_none(id=export)
    if row is None or row.state not in APPROVED_EXPORT_STATES:
        raise ExportNotApproved(str(export))
    return row


async def _batches(export: RegisterExport, db: TransactionalDBClient) -> list[list[UUID]]:
    """Return the clients who have or had a relationship in the register, in the order of their ids."""
    found = Relationship.filter(register_id=_register_of(export)).using_db(db)
    clients = sorted({UUID(str(one)) for one in await found.values_list("client_id", flat=True)})
    return [clients[start : start + _BATCH] for start in range(0, len(clients), _BATCH)]


async def _write(context: CommandContext, row: RegisterExport, writer: _Writer, db: TransactionalDBClient) -> None:
    register, broken = _register_of(row), list[str]()
    ids: list[UUID] = []
    async for found in reference_rows(context, register, db):
        ids.append(found.row.pk)
        writer.line(OBJECTS, line_of(context, found), found.type.name)
    await _write_records(context, ids, {}, writer, broken, db)
    async for line in accounts_of_staff(context, db):
        writer.line(ACCOUNTS, line, line["type"])
    written: set[UUID] = set()
    for clients in await _batches(row, db):
        batch, owners = Batch(register, clients), dict[UUID, UUID]()
        async for found in rows_of_clients(context, batch, db):
            owners[found.row.pk] = _owner(found)
            writer.line(OBJECTS, line_of(context, found), found.type.name)
        await _write_records(context, batch.ids(), owners, writer, broken, db)
        async for line in accounts_of_clients(context, clients, written, db):
            writer.line(ACCOUNTS, line, line["type"])
    if broken:
        raise ExportIncomplete(", ".join(sorted(broken)))


def _owner(found: Found) -> UUID:
    return found.client or UUID(str(found.row.pk))


async def _write_records(
    context: CommandContext,
    ids: list[UUID],
    owners: dict[UUID, UUID],
    writer: _Writer,
    broken: list[str],
    db: TransactionalDBClient,
) -> None:
    """Write the history and the files of these objects; `broken` gets the ids of files that are not whole."""
    async for line in changes_of(context, ids, db):
        writer.line(HISTORY, line, HISTORY)
    for file in await files_of(ids, db):
        folder = public_id("client", owners[file.object_id]) if file.object_id in owners else "reference"
        path = f"files/{folder}/{public_id(file.noun, file.object_id)}/{file.id.hex}" if file.finding is None else None
        writer.line(FILES, file_line(file, path), FILES)
        if path is None:
            continue
        content = _content(context, file.id)
        if content is None or sha256(content).hexdigest() != file.sha256:
            broken.append(file.id.hex)
            continue
        writer.file(path, content)


def _content(context: CommandContext, file: UUID) -> bytes | None:
    try:
        return context.files.get(file) if context.files else None
    except FileMissing:
        return None


async def _leave_row(context: CommandContext, clients: list[UUID], db: TransactionalDBClient) -> None:
    """Leave the row of the log that says whose data went out."""
    bind, call = StatementParameters(), call_of_command(context)
    values = look_values(call, "exportRegister", [logged_name("Client", "register")], []) | {"purpose": "MANAGEMENT"}
    subjects = bind.constant(clients, "uuid[]")
    sql = bind.disclosure_row(values, f"SELECT unnest({subjects})")
    await db.execute_query(sql, [get(call) for get in bind.getters])
