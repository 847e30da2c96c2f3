"""Uploads: the bytes that were announced, taken from whom the object lets add files now."""

import asyncio
import hashlib
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from models.attachment import Attachment
from resolvers.context import CommandContext
from resolvers.files.attachments import record_attachment, writable_object
from resolvers.files.media_types import is_what_it_says
from resolvers.public_ids import public_id
from resolvers.refusals import CommandRefused, Problem


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
        loaded = await writable_object(context, public_id(row.noun, row.object_id), ("id",), db)
        if len(content) != row.size or hashlib.sha256(content).hexdigest() != row.sha256:
            raise CommandRefused(Problem("FILE_DIGEST_REFUSED", ("sha256",)))
        if not is_what_it_says(content, row.media_type):
            raise CommandRefused(Problem("FILE_TYPE_REFUSED", ("mediaType",)))
        if context.files is None:
            raise CommandRefused(Problem("NOT_FOUND", ("id",)))
        row.uploaded_at = context.now
        await row.save(using_db=db)
        await record_attachment(context, loaded, row, "ATTACH", db)
        # Last: a file without a committed row is swept away, a row without a file would be a lie.
        await asyncio.to_thread(context.files.put, uuid, content)
