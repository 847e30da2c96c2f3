"""How much may be announced and not sent yet: by one account, and for one object."""

from datetime import timedelta
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.expressions import Q

from models.attachment import Attachment
from resolvers.context import CommandContext
from resolvers.refusals import Problem

ABANDONED = timedelta(hours=1)  # after this time an announced file whose bytes did not come is removed
# What was sent without its files waits for them for this long.
AWAITED = timedelta(days=14)

# Browsers send six files at once; ten leave room for a retry. An object takes twice as much, so that one account alone
# cannot keep the files of others out. The bytes are counted in largest files (`max_file_bytes`).
ACCOUNT_FILES, ACCOUNT_LARGEST = 10, 5
OBJECT_FILES, OBJECT_LARGEST = 2 * ACCOUNT_FILES, 2 * ACCOUNT_LARGEST

# Announcements for one object wait for its row. Those of one account for several objects wait for each other here.
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('attachments of ' || $1::text, 0))"
_UNFINISHED = """SELECT count(*) FILTER (WHERE added_by = $1) AS account_files,
 coalesce(sum(size) FILTER (WHERE added_by = $1), 0) AS account_bytes,
 count(*) FILTER (WHERE object_id = $2) AS object_files,
 coalesce(sum(size) FILTER (WHERE object_id = $2), 0) AS object_bytes
 FROM attachment WHERE uploaded_at IS NULL AND added_at >= $3 AND (added_by = $1 OR object_id = $2)"""


async def quota_problem(
    context: CommandContext, object_id: UUID, size: int, db: TransactionalDBClient
) -> Problem | None:
    """Return why nothing more of this size may be announced now; None when it may. The object's row is locked."""
    cap = context.files.cap if context.files else 0
    await db.execute_query(_ONE_AT_A_TIME, [str(context.viewer.account)])
    since = context.now - ABANDONED
    [held] = await db.execute_query_dict(_UNFINISHED, [context.viewer.account, object_id, since])
    if held["account_files"] >= ACCOUNT_FILES or held["account_bytes"] + size > ACCOUNT_LARGEST * cap:
        return _problem("UNFINISHED_FILES", ACCOUNT_FILES, ACCOUNT_LARGEST * cap)
    if held["object_files"] >= OBJECT_FILES or held["object_bytes"] + size > OBJECT_LARGEST * cap:
        return _problem("UNFINISHED_FILES_OF_OBJECT", OBJECT_FILES, OBJECT_LARGEST * cap)
    return None


def _problem(code: str, files: int, size: int) -> Problem:
    return Problem(code, ("size",), {"files": str(files), "bytes": str(size)})


async def forget_abandoned(context: CommandContext) -> int:
    """Remove announced files whose bytes did not come in time; return how many were removed."""
    is_late = Q(
        Q(awaited_until__lt=context.now), Q(awaited_until=None, added_at__lt=context.now - ABANDONED), join_type="OR"
    )
    return await Attachment.filter(is_late, uploaded_at=None).delete()
