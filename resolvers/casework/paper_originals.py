"""Papers that were scanned: each belongs to a file of the client, and is a task until it is returned or destroyed."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from models.attachment import Attachment
from models.paper_original import PaperOriginal
from resolvers.context import Changes, CommandContext, PendingChange, Rulebook, Step
from resolvers.notifications.notifying import IN_SERVICE, accounts_of_coaches, accounts_with_role, notify
from resolvers.public_ids import object_uuid, public_id_sql
from resolvers.refusals import Problem
from resolvers.writing.transitions import set_column, transition_refused
from workflow.paper_original import DAYS_TO_HANDLE, WAITING_PAPER_STATES
from workflow.roles import Role

PAPER_DUE = "paper_original.due"
_AGAIN_AFTER = timedelta(days=7)
_DUE = (
    f"SELECT p.id, p.client_id, p.unit_id FROM paper_original p WHERE {WAITING_PAPER_STATES.sql('p.state')}"
    " AND p.due_on <= $1 AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.event = $2"
    f" AND n.link = {public_id_sql('paper_original', 'p.id')} AND n.created_at > $3)"
    " ORDER BY p.due_on, p.id LIMIT 200 FOR UPDATE OF p SKIP LOCKED"
)


async def paper_scanned(change: PendingChange) -> list[Problem]:
    """Check that the paper became a file of an object of this client; it is due in two weeks unless a day is named."""
    row, today = change.row, change.context.today
    if "receivedOn" in change.keys and row.received_on > today:
        return [Problem("IN_THE_FUTURE", ("receivedOn",))]
    row.due_on = row.due_on or row.received_on + timedelta(days=DAYS_TO_HANDLE)
    if "attachment" not in change.keys:
        return []
    file = await _file_of(row.attachment, change.db)
    if file is None or await _client_of(change.context, file, change.db) != row.client_id:
        return [Problem("NOT_FOUND", ("attachment",))]
    return []


async def _file_of(attachment: str, db: Any) -> Attachment | None:
    uuid = object_uuid("attachment", attachment)
    return await Attachment.get_or_none(id=uuid, using_db=db) if uuid else None


async def _client_of(context: CommandContext, file: Attachment, db: Any) -> UUID | None:
    """Return the client to whom the object of a file belongs."""
    type_ = context.content_types[file.noun]
    column = type_.kind.reach.client
    if column is None:
        return None
    rows = await db.execute_query_dict(f"SELECT {column} AS c FROM {type_.kind.table} WHERE id = $1", [file.object_id])
    return UUID(str(rows[0]["c"])) if rows and rows[0]["c"] else None


async def scan_has_come(step: Step) -> None:
    """
    Check that the bytes of the file have come and are clean: the only copy may not be destroyed before.

    :raises CommandRefused: SCAN_MISSING
    """
    file = await _file_of(step.row.attachment, step.db)
    if file is None or file.uploaded_at is None or file.finding is not None:
        raise transition_refused("SCAN_MISSING", "attachment")


async def note_handling(step: Step) -> Changes:
    """Record who returned or destroyed the original, and on which day."""
    changes = set_column(step.row, "handled_by_name", "handledByName", step.context.viewer.name)
    return changes | set_column(step.row, "handled_on", "handledOn", step.context.today)


async def remind_of_papers(context: CommandContext) -> int:
    """Remind coaches and supervisors of originals whose day has come, again after a week; return their number."""
    async with in_transaction() as db:
        rows = await db.execute_query_dict(_DUE, [context.today, PAPER_DUE, context.now - _AGAIN_AFTER])
        for row in rows:
            accounts = await accounts_of_coaches(row["client_id"], context.today, db)
            accounts |= await accounts_with_role(Role.SUPERVISOR, row["unit_id"], context.today, db)
            await notify(context, PAPER_DUE, "paper_original", UUID(str(row["id"])), accounts, db, IN_SERVICE)
    return len(rows)


async def open_originals() -> int:
    """Return how many originals still lie on paper."""
    return await PaperOriginal.filter(state__in=WAITING_PAPER_STATES).count()


PAPER_ORIGINAL_RULES = Rulebook.of(guards=(scan_has_come,), effects=(note_handling,), rules=(paper_scanned,))
