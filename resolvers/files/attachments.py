"""
Attachments: files are announced by a command, belong to an object, and are removed by a command.

Every step asks the object's own rule anew: to add and remove needs the type's `attach_with`, to read its `attachable`.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from auth.policy import allowed
from models.attachment import Attachment
from models.log import History, Outbox
from resolvers.context import CommandContext, LoadedRow
from resolvers.files.media_types import checked_name
from resolvers.public_ids import object_uuid, parse_public_id, public_id
from resolvers.reading.loading import load_for_write
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.creation import object_of_earlier_command, remember_idempotency_key

_NOUN = "attachment"


_EXISTING = "SELECT id FROM attachment WHERE id = ANY($1::uuid[])"


ABANDONED = timedelta(hours=1)  # an announced file that did not come


@dataclass(frozen=True)
class Announced:
    """What a caller says of a file before its bytes come."""

    object_id: str
    name: str
    media_type: str
    size: int
    sha256: str


async def announce_attachment(context: CommandContext, given: Announced, key: str | None) -> UUID:
    """
    Announce a file of an object and return the id under which its bytes are awaited; nothing is shown before they come.

    :raises CommandRefused: when the object is not seen, its files are not the caller's to add, or a value is refused
    """
    async with in_transaction() as db:
        loaded = await writable_object(context, given.object_id, ("objectId",), db)
        values = {"attach": [given.name, given.media_type, given.size, given.sha256, str(loaded.id)]}
        if key and (earlier := await object_of_earlier_command(context, key, loaded.type, values, db)):
            return earlier
        row = await Attachment.create(
            using_db=db,
            noun=loaded.type.noun,
            object_id=loaded.id,
            name=_checked(context, given),
            size=given.size,
            media_type=given.media_type,
            sha256=given.sha256.lower(),
            added_at=context.now,
            added_by=context.viewer.account,
            added_by_name=context.viewer.name,
        )
        if key:
            await remember_idempotency_key(context, key, loaded.type, values, row, db)
        return row.id


def _checked(context: CommandContext, given: Announced) -> str:
    """Return the name of an announced file; see `announce_attachment`."""
    problems = []
    name = checked_name(given.name, given.media_type)
    if name is None:
        problems.append(Problem("FILE_TYPE_REFUSED", ("name",)))
    if not 0 < given.size <= (context.files.cap if context.files else 0):
        problems.append(Problem("FILE_TOO_LARGE", ("size",)))
    if len(given.sha256) != 64 or not set(given.sha256.lower()) <= set("0123456789abcdef"):
        problems.append(Problem("FILE_DIGEST_REFUSED", ("sha256",)))
    if problems or name is None:
        raise CommandRefused(*problems)
    return name


async def remove_attachment(context: CommandContext, attachment: str) -> UUID:
    """
    Remove a file of an object and return its id; the bytes go with the row.

    :raises CommandRefused: when the file is not seen, or not the caller's to remove
    """
    uuid = object_uuid(_NOUN, attachment)
    async with in_transaction() as db:
        row = await Attachment.get_or_none(id=uuid, using_db=db) if uuid else None
        if row is None:
            raise CommandRefused(Problem("NOT_FOUND", ("id",)))
        loaded = await writable_object(context, public_id(row.noun, row.object_id), ("id",), db)
        await row.delete(using_db=db)
        if row.uploaded_at is not None:
            await record_attachment(context, loaded, row, "DETACH", db)
    if context.files:
        context.files.remove(row.id.hex)
    return row.id


async def writable_object(
    context: CommandContext, public_id: str, path: tuple[str, ...], db: TransactionalDBClient
) -> LoadedRow:
    typed = parse_public_id(public_id)
    type_ = context.content_types.get(typed[0]) if typed else None
    uuid = object_uuid(type_.noun, public_id) if type_ else None
    loaded = await load_for_write(context, type_, uuid, db) if type_ and uuid else None
    if loaded is None:
        raise CommandRefused(Problem("NOT_FOUND", path))
    attached = loaded.type.attached
    if attached is None:
        raise CommandRefused(Problem("NOT_ATTACHABLE", path))
    kind, stored, facts = loaded.type.kind, loaded.stored, loaded.facts
    # A file that may be added but not read would be a letter box; and one that is hidden is not there to be removed.
    if not allowed(context.viewer, kind, stored, attached.read, facts) and path == ("id",):
        raise CommandRefused(Problem("NOT_FOUND", path))
    if not all(allowed(context.viewer, kind, stored, p, facts) for p in (attached.write, attached.read)):
        raise CommandRefused(Problem("FORBIDDEN", path, {"permission": attached.write.name}))
    return loaded


async def record_attachment(
    context: CommandContext, loaded: LoadedRow, row: Attachment, action: str, db: TransactionalDBClient
) -> None:
    """Write history and event: the object itself stays at its revision, and the file's name stays in its table."""
    named = public_id(_NOUN, row.id)
    change = {"before": None, "after": named} if action == "ATTACH" else {"before": named, "after": None}
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
    """Remove what was announced and never came, and every file whose row is gone; return how many things went."""
    if context.files is None:
        return 0
    gone = await Attachment.filter(uploaded_at=None, added_at__lt=context.now - ABANDONED).delete()
    names = dict(context.files.listed())
    known = {UUID(hex=name) for name in names if len(name) == 32}
    rows = await get_connection("default").execute_query_dict(_EXISTING, [list(known)])
    kept = {UUID(str(row["id"])).hex for row in rows}
    for name, written in names.items():
        # A file half written has a row that is not committed yet: it is left alone for as long as an upload may take.
        if name not in kept and written < context.now - ABANDONED:
            context.files.remove(name)
            gone += 1
    return gone
