"""A notice of which a merged person is told as the other client is not told a second time; an undone merge tells it."""

from uuid import UUID

from tortoise.queryset import QuerySet

from models.privacy_notice import NoticeTelling
from resolvers.context import Step
from resolvers.writing.transitions import move_to_state
from workflow.language import States
from workflow.privacy_notice import DOUBLED_TELLING_STATES, TO_TELL_STATES


async def close_doubled_tellings(step: Step, merged: UUID) -> None:
    """Close what waits to be told to a merged client: it stayed there because the kept client is told of the same."""
    waiting = NoticeTelling.filter(client_id=merged, state__in=TO_TELL_STATES)
    await _move(step, waiting, DOUBLED_TELLING_STATES, "MERGE")


async def reopen_tellings(step: Step, merged: UUID) -> None:
    """Let what this merge has closed wait again; called while the rows that went over are with the kept client."""
    closed = NoticeTelling.filter(
        client_id=merged, state__in=DOUBLED_TELLING_STATES, modified_at__gte=step.row.merged_at
    )
    await _move(step, closed, TO_TELL_STATES, "UNDO_MERGE")


async def _move(step: Step, rows: QuerySet[NoticeTelling], target: States, action: str) -> None:
    for row in await rows.order_by("id").select_for_update().using_db(step.db):
        await move_to_state(step, "notice_telling", row, target[0], action, {})
