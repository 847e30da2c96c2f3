"""
Attachments. A command announces a file of an object, the bytes follow, and a command removes it.

Each step checks the object's permissions again. Adding and removing need the permission that the type declares as
`attach_with`; reading needs the one that it declares as `attachable`.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.connection import get_connection

from auth.policy import allowed
from models.attachment import Attachment
from models.log import History, Outbox
from resolvers.context import Changes, CommandContext, LoadedRow, Rulebook, Step
from resolvers.files.media_types import checked_name
from resolvers.files.quota import ABANDONED, AWAITED, forget_abandoned, quota_problem
from resolvers.public_ids import object_uuid, parse_public_id, public_id
from resolvers.reading.loading import load_for_write
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.idempotency import KeyedCommand, earlier_object, remember_command
from resolvers.writing.transactions import command_transaction

ATTACHMENT_NOUN = "attachment"


_EXISTING = "SELECT id FROM attachment WHERE id = ANY($1::uuid[])"


@dataclass(frozen=True)
class Announced:
    """What a caller says about a file before its bytes are sent."""

    object_id: str
    name: str
    media_type: str
    size: int
    sha256: str


async def announce_attachment(context: CommandContext, announced: Announced, key: str | None) -> UUID:
    """
    Announce a file of an object and return its id; the file is not shown until its bytes have come.

    :raises CommandRefused: when the object is not visible, the caller may not add files to it, a value is refused, or
        too much is announced and not sent yet
    """
    async with command_transaction() as db:
        loaded = await writable_object(context, announced.object_id, ("objectId",), db)
        values = {"attach": [announced.name, announced.media_type, announced.size, announced.sha256, str(loaded.id)]}
        asked = KeyedCommand(loaded.type.noun, "attach", values, key)
        if earlier := await earlier_object(context, asked, db):
            return earlier
        name = checked_file_name(context, announced)
        file_id = await add_announcement(context, loaded, announced, name, db)
        await remember_command(context, asked, [file_id], db)
        return file_id


async def add_announcement(
    context: CommandContext, loaded: LoadedRow, announced: Announced, name: str, db: TransactionalDBClient
) -> UUID:
    """
    Store the announcement of a file of a locked object whose files the caller may change; return the id of the file.

    :raises CommandRefused: when too much is announced and not sent yet
    """
    if problem := await quota_problem(context, loaded.id, announced.size, db):
        raise CommandRefused(problem)
    row = await Attachment.create(
        using_db=db,
        noun=loaded.type.noun,
        object_id=loaded.id,
        name=name,
        size=announced.size,
        media_type=announced.media_type,
        sha256=announced.sha256.lower(),
        added_at=context.now,
        added_by=context.viewer.account,
        added_by_name=context.viewer.name,
    )
    return row.id


async def await_files(step: Step) -> Changes:
    """Let the files that are announced for an object follow it after it was sent; whoever reads it sees which."""
    announced = Attachment.filter(noun=step.loaded.type.noun, object_id=step.loaded.id, uploaded_at=None)
    await announced.using_db(step.db).update(awaited_until=step.context.now + AWAITED)
    return {}


def checked_file_name(context: CommandContext, announced: Announced) -> str:
    """Return the normal form of an announced file's name; the refusals are those of `announce_attachment`."""
    problems = []
    name = checked_name(announced.name, announced.media_type)
    if name is None:
        problems.append(Problem("FILE_TYPE_REFUSED", ("name",)))
    if not 0 < announced.size <= (context.files.cap if context.files else 0):
        problems.append(Problem("FILE_TOO_LARGE", ("size",)))
    if len(announced.sha256) != 64 or not set(announced.sha256.lower()) <= set("0123456789abcdef"):
        problems.append(Problem("FILE_DIGEST_REFUSED", ("sha256",)))
    if problems or name is None:
        raise CommandRefused(*problems)
    return name


async def remove_attachment(context: CommandContext, attachment: str, key: str | None) -> UUID:
    """
    Remove a file of an object, with its bytes, and return its id.

    :raises CommandRefused: when the caller may not see or may not remove the file
    """
    uuid = object_uuid(ATTACHMENT_NOUN, attachment)
    asked = KeyedCommand(ATTACHMENT_NOUN, "detach", {"id": attachment}, key)
    async with command_transaction() as db:
        if earlier := await earlier_object(context, asked, db):
            return earlier
        row = await Attachment.get_or_none(id=uuid, using_db=db) if uuid else None
        if row is None:
            raise CommandRefused(Problem("NOT_FOUND", ("id",)))
        loaded = await writable_object(context, public_id(row.noun, row.object_id), ("id",), db)
        await row.delete(using_db=db)
        if row.uploaded_at is not None:
            await record_attachment(context, loaded, row, "DETACH", db)
        await remember_command(context, asked, [row.id], db)
    if context.files:
        context.files.remove(row.id.hex)
    return row.id


async def writable_object(
    context: CommandContext,
    public_id: str,
    path: tuple[str, ...],
    db: TransactionalDBClient,
    *,
    is_awaited: bool = False,
) -> LoadedRow:
    """
    Return the object of a file, locked, if the caller may change its files.

    The bytes of a file that `is_awaited` follow what was sent already: whoever announced it must still read it, until
    the object has ended.

    :raises CommandRefused: NOT_FOUND, NOT_ATTACHABLE or FORBIDDEN; `path` is the argument that named the object
    """
    parsed = parse_public_id(public_id)
    type_ = context.content_types.get(parsed[0]) if parsed else None
    uuid = object_uuid(type_.noun, public_id) if type_ else None
    loaded = await load_for_write(context, type_, uuid, db) if type_ and uuid else None
    if loaded is None:
        raise CommandRefused(Problem("NOT_FOUND", path))
    attached = loaded.type.attached
    if attached is None:
        raise CommandRefused(Problem("NOT_ATTACHABLE", path))
    kind, stored, facts = loaded.type.kind, loaded.stored, loaded.facts
    follows = is_awaited and stored["state"] not in kind.workflow.closed_to_new
    needed = (attached.read,) if follows else (attached.write, attached.read)
    # Adding needs permission to read too. A file that the caller may not read counts as absent when it is removed.
    if not allowed(context.viewer, kind, stored, attached.read, facts) and path == ("id",):
        raise CommandRefused(Problem("NOT_FOUND", path))
    if not all(allowed(context.viewer, kind, stored, p, facts) for p in needed):
        raise CommandRefused(Problem("FORBIDDEN", path))
    return loaded


async def record_attachment(
    context: CommandContext, loaded: LoadedRow, row: Attachment, action: str, db: TransactionalDBClient
) -> None:
    """
    Write the history entry and the event of an added or removed file.

    The object stays at its revision. The entry holds the file's id, and never its name.
    """
    file_id = public_id(ATTACHMENT_NOUN, row.id)
    change = {"before": None, "after": file_id} if action == "ATTACH" else {"before": file_id, "after": None}
    revision: int = loaded.row.revision  # type: ignore[attr-defined] # content
    about: dict[str, Any] = {
        "noun": loaded.type.noun,
        "object_id": loaded.id,
        "revision": revision,
        "at": context.now,
        "actor": context.viewer.account,
    }
    await History.create(
        using_db=db, **about, actor_name=context.viewer.name, action=action, changes={"attachments": change}
    )
    await Outbox.create(using_db=db, **about, event=f"{loaded.type.noun}.{action.lower()}")


async def sweep_files(context: CommandContext) -> int:
    """Remove announced files that never came, and stored files without a row; return how many were removed."""
    if context.files is None:
        return 0
    removed = await forget_abandoned(context)
    names = dict(context.files.listed())
    ids = {UUID(hex=name) for name in names if len(name) == 32}
    rows = await get_connection("default").execute_query_dict(_EXISTING, [list(ids)])
    with_row = {UUID(str(row["id"])).hex for row in rows}
    for name, written_at in names.items():
        # A file that is being written has a row that is not committed yet: it stays for as long as an upload may take.
        if name not in with_row and written_at < context.now - ABANDONED:
            context.files.remove(name)
            removed += 1
    return removed


FILE_RULES = Rulebook.of(effects=(await_files,))
