"""
Files of objects: announced by a command, uploaded by a signed link, read by another, removed by a command.

Every step asks the object's own rule anew: to add and remove needs the type's `attach_with`, to read its `attachable`.
"""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from auth.disclosure import (
    DISCLOSURE_COLUMNS,
    authority_of,
    default_purpose,
    disclosure_row_sql,
    exceptional_purposes_sql,
)
from auth.liveness import liveness_sql
from auth.policy import access_rule, allowed, predicate_sql
from models.attachment import Attachment
from models.log import History, Outbox
from resolvers.context import CommandContext, LoadedRow
from resolvers.declaration import ContentType
from resolvers.files.media_types import checked_name, is_what_it_says
from resolvers.reading.arguments import typed_id
from resolvers.reading.filtering import object_uuid
from resolvers.reading.loading import load_for_write
from resolvers.reading.parameters import Call, Parameters
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.creation import object_of_earlier_command, remember_idempotency_key
from workflow.vocabulary import VIEW

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
        loaded = await _writable(context, given.object_id, ("objectId",), db)
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


async def remove_attachment(context: CommandContext, public_id: str) -> UUID:
    """
    Remove a file of an object and return its id; the bytes go with the row.

    :raises CommandRefused: when the file is not seen, or not the caller's to remove
    """
    uuid = object_uuid(_NOUN, public_id)
    async with in_transaction() as db:
        row = await Attachment.get_or_none(id=uuid, using_db=db) if uuid else None
        if row is None:
            raise CommandRefused(Problem("NOT_FOUND", ("id",)))
        loaded = await _writable(context, f"{row.noun}_{row.object_id.hex}", ("id",), db)
        await row.delete(using_db=db)
        if row.uploaded_at is not None:
            await _recorded(context, loaded, row, "DETACH", db)
    if context.files:
        context.files.remove(row.id.hex)
    return row.id


async def expected_upload(context: CommandContext, uuid: UUID, db: Any = None) -> Attachment:
    """
    Return a file whose bytes the caller announced and has not sent yet.

    :raises CommandRefused: NOT_FOUND when there is none
    """
    awaited = Attachment.filter(id=uuid, added_by=context.viewer.account, uploaded_at=None)
    row = await (awaited.using_db(db).select_for_update() if db else awaited).first()
    if row is None:
        raise CommandRefused(Problem("NOT_FOUND", ("id",)))
    return row


async def receive_upload(context: CommandContext, uuid: UUID, content: bytes) -> None:
    """
    Take the bytes of an announced file: from now on it is there, and the object's history says so.

    :raises CommandRefused: when they are not what was announced, or the right was withdrawn meanwhile; nothing is kept
    """
    async with in_transaction() as db:
        row = await expected_upload(
            context, uuid, db
        )  # locked: of two uploads at once the second finds nothing awaited
        loaded = await _writable(context, f"{row.noun}_{row.object_id.hex}", ("id",), db)
        if len(content) != row.size or hashlib.sha256(content).hexdigest() != row.sha256:
            raise CommandRefused(Problem("FILE_DIGEST_REFUSED", ("sha256",)))
        if not is_what_it_says(content, row.media_type):
            raise CommandRefused(Problem("FILE_TYPE_REFUSED", ("mediaType",)))
        if context.files is None:
            raise CommandRefused(Problem("NOT_FOUND", ("id",)))
        row.uploaded_at = context.now
        await row.save(using_db=db)
        await _recorded(context, loaded, row, "ATTACH", db)
        # Last: a file without a committed row is swept away, a row without a file would be a lie.
        await asyncio.to_thread(context.files.put, uuid, content)


async def _writable(
    context: CommandContext, public_id: str, path: tuple[str, ...], db: TransactionalDBClient
) -> LoadedRow:
    typed = typed_id(public_id)
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


async def _recorded(
    context: CommandContext, loaded: LoadedRow, row: Attachment, action: str, db: TransactionalDBClient
) -> None:
    """Write history and event: the object itself stays at its revision, and the file's name stays in its table."""
    named = f"{_NOUN}_{row.id.hex}"
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


async def disclosed_file(
    pool: "asyncpg.Pool[Any]", content_types: Mapping[str, ContentType], call: Call, uuid: UUID
) -> Mapping[str, Any] | None:
    """
    Return name, media type and size of a file that the caller may read now; None when there is none, or none to see.

    One statement asks the object's rule, whether the caller still lives, and writes the row of the disclosure log.
    """
    noun = await pool.fetchval("SELECT noun FROM attachment WHERE id = $1", uuid)
    type_ = content_types.get(noun) if noun else None
    if type_ is None or type_.attached is None:
        return None
    bind, name = Parameters(), f"{type_.name}.attachments"
    view, read = (access_rule(call.viewer, type_.kind, p) for p in (VIEW, type_.attached.read))
    guards = " AND ".join(predicate_sql(type_.kind, held, "t", bind.viewer) for held in (view, read))
    placeholder = bind("file", lambda _: uuid, "uuid")
    person = type_.subject.format("t") if type_.subject else "NULL::uuid"
    values: dict[str, Any] = {
        "at": call.now,
        "account": call.viewer.account,
        "authority": authority_of(call.viewer),
        "operation": "file",
        "document": uuid.hex,
        "fields": [name],
        "asked": [uuid],
        "request": call.request,
        "purpose": default_purpose(call.viewer),
    }
    placeholders = {n: bind(("log", n), lambda _, n=n: values[n], cast) for n, cast in DISCLOSURE_COLUMNS.items()}  # type: ignore[misc] # bound now
    live = f"(SELECT {liveness_sql(call.viewer, bind.viewer)})"
    exceptions = exceptional_purposes_sql(call.viewer, bind.viewer)
    log = (
        f", log AS ({disclosure_row_sql(placeholders, ['SELECT subject FROM f'], live, exceptions)})"
        if type_.subject
        else ""
    )
    row = await pool.fetchrow(
        f"WITH f AS MATERIALIZED (SELECT a.name, a.media_type, a.size, {person} AS subject FROM attachment a"
        f" JOIN {type_.kind.table} t ON t.id = a.object_id WHERE a.id = {placeholder} AND a.uploaded_at IS NOT NULL"
        f" AND {guards} AND {live}){log} SELECT name, media_type, size FROM f",
        *(get(call) for get in bind.getters),
    )
    return dict(row) if row else None


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
