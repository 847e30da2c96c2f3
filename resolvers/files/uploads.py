"""Uploads: the bytes of an announced file, accepted from a caller who may add files to the object now."""

from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from auth.processing import CONTENTS
from models.attachment import Attachment
from resolvers.contents.checks import refusal_reason
from resolvers.context import CommandContext
from resolvers.file_store import FileStore
from resolvers.files.attachments import record_attachment, writable_object
from resolvers.files.incoming import IncomingFile
from resolvers.files.scanning import is_scanned
from resolvers.public_ids import public_id
from resolvers.refusals import CommandRefused, Problem


async def expected_upload(context: CommandContext, uuid: UUID, db: Any = None) -> Attachment:
    """
    Return a file that the caller has announced and whose bytes have not come yet.

    :raises CommandRefused: NOT_FOUND when there is none
    """
    query = Attachment.filter(id=uuid, added_by=context.viewer.account, uploaded_at=None)
    row = await (query.using_db(db).select_for_update() if db else query).first()
    if row is None:
        raise CommandRefused(Problem("NOT_FOUND", ("id",)))
    return row


async def receive_upload(context: CommandContext, uuid: UUID, incoming: IncomingFile) -> bool:
    """
    Store the bytes of an announced file; from now on the file is shown, and the object's history has an entry.

    Return whether it is handed out from now on; False when it waits for the virus scanner.

    :raises CommandRefused: when the bytes are not the announced ones, or the caller lost the right meanwhile; then
        nothing is stored
    """
    expected = await expected_upload(context, uuid)
    if (incoming.size, incoming.sha256) != (expected.size, expected.sha256):
        raise CommandRefused(Problem("FILE_DIGEST_REFUSED", ("sha256",)))
    if problem := await CONTENTS.run(_content_problem, incoming, expected.media_type):
        raise CommandRefused(problem)
    scanned = await is_scanned(context, uuid, incoming.pieces())
    async with in_transaction() as db:
        # The row is locked: the second of two simultaneous uploads finds no file that is expected.
        row = await expected_upload(context, uuid, db)
        is_awaited = row.awaited_until is not None and context.now <= row.awaited_until
        about = public_id(row.noun, row.object_id)
        loaded = await writable_object(context, about, ("id",), db, is_awaited=is_awaited)
        if context.files is None:
            raise CommandRefused(Problem("NOT_FOUND", ("id",)))
        row.uploaded_at = context.now
        row.scanned_at = context.now if scanned else None
        await row.save(using_db=db)
        await record_attachment(context, loaded, row, "ATTACH", db)
        # The file is stored last: a file without a row is removed later, but a row must never lack its file.
        await CONTENTS.run(_store, context.files, uuid, incoming)
    return scanned or context.scanner is None


def _store(files: FileStore, uuid: UUID, incoming: IncomingFile) -> None:
    """Put the bytes into the store. They are in memory only here and when they are checked: twice at once at most."""
    files.put(uuid, incoming.content())


def _content_problem(incoming: IncomingFile, media_type: str) -> Problem | None:
    """Return why the bytes are refused for what they hold; None when they are taken."""
    reason = refusal_reason(incoming.content(), media_type)
    return Problem(reason.value, ("mediaType",)) if reason else None
