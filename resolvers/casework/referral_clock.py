"""
The clock of a referral: by when the unit answers, and until when a place in the queue is kept.

A day is set while something waits for the unit, and for nobody else: the inbox is ordered by it, and a `dueOn` before
today is overdue. Both are counted by what the unit says of itself (`answerDays`, `waitlistDays`). Decision 0181.
"""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from auth.access_paths import RowFacts
from models.organisation import Unit
from models.referral import NO_DAY, Referral
from resolvers.context import Changes, CommandContext, LoadedRow, Rulebook, Step
from resolvers.notifications.notifying import BOTH_CHANNELS, accounts_of_agency, accounts_with_role, notify
from resolvers.public_ids import public_id_sql
from resolvers.writing.object_changes import pass_transition
from resolvers.writing.transitions import set_column
from workflow.calendar import working_day_from
from workflow.referral import EXPIRED_REFERRAL_STATES, WAITLISTED_REFERRAL_STATES
from workflow.roles import Role

LEAST_DAYS_LEFT = 3  # to read what was asked for, when the rest of the time had passed before it was asked
TOLD_AHEAD = timedelta(days=14)
WAITLIST_ENDS = "referral.waitlist_ends"
_BATCH = 200
_ENDING = (
    f"SELECT r.id, r.unit_id, r.agency_id FROM referral r WHERE {WAITLISTED_REFERRAL_STATES.sql('r.state')}"
    " AND r.waitlist_until <= $1 AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.event = $2"
    f" AND n.link = {public_id_sql('referral', 'r.id')} AND n.created_at > $3)"
    f" ORDER BY r.waitlist_until, r.id LIMIT {_BATCH} FOR UPDATE OF r SKIP LOCKED"
)
_EXPIRE = "EXPIRE"


def _due(row: Any, day: date | None) -> Changes:
    row.due_order = day or NO_DAY
    return set_column(row, "due_on", "dueOn", day)


async def start_clock(step: Step) -> Changes:
    """Set when the referral was sent, and the last day for the unit's answer: a working day."""
    unit = await Unit.get(pk=step.row.unit_id, using_db=step.db)
    changes = set_column(step.row, "submitted_at", "submittedAt", step.context.now)
    return changes | _due(step.row, working_day_from(step.context.today + timedelta(days=unit.answer_days)))


async def pause_clock(step: Step) -> Changes:
    """Keep how many days the unit has left, while it waits for what it asked."""
    row = step.row
    left = max((row.due_on - step.context.today).days, LEAST_DAYS_LEFT) if row.due_on else LEAST_DAYS_LEFT
    return set_column(row, "answer_days_left", "answerDaysLeft", left) | _due(row, None)


async def resume_clock(step: Step) -> Changes:
    """Let the rest of the time run from today, until a working day."""
    row = step.row
    left = timedelta(days=row.answer_days_left or LEAST_DAYS_LEFT)
    changes = set_column(row, "answer_days_left", "answerDaysLeft", None)
    return changes | _due(row, working_day_from(step.context.today + left))


async def stop_clock(step: Step) -> Changes:
    """Nothing waits for the unit's decision any more."""
    return set_column(step.row, "answer_days_left", "answerDaysLeft", None) | _due(step.row, None)


async def keep_place(step: Step) -> Changes:
    """Set until when the place in the queue is kept, by what the unit says of its queue."""
    unit = await Unit.get(pk=step.row.unit_id, using_db=step.db)
    until = step.context.today + timedelta(days=unit.waitlist_days)
    return set_column(step.row, "waitlist_until", "waitlistUntil", until)


async def remind_of_waitlist(context: CommandContext) -> int:
    """
    Tell the unit and the agency of each place in the queue that ends within two weeks; let go of those that ended.

    Each is told once, and goes by the transition EXPIRE, with its effects. Return how many it was about.
    """
    return await _tell_of_ending(context) + await _expire(context)


async def _tell_of_ending(context: CommandContext) -> int:
    async with in_transaction() as db:
        values = [context.today + TOLD_AHEAD, WAITLIST_ENDS, context.now - 2 * TOLD_AHEAD]
        rows = await db.execute_query_dict(_ENDING, values)
        for row in rows:
            accounts = await accounts_with_role(Role.SUPERVISOR, row["unit_id"], context.today, db)
            accounts |= await accounts_of_agency(UUID(str(row["agency_id"])), db)
            await notify(context, WAITLIST_ENDS, "referral", UUID(str(row["id"])), accounts, db, BOTH_CHANNELS)
    return len(rows)


async def _expire(context: CommandContext) -> int:
    type_, [target] = context.content_types["referral"], EXPIRED_REFERRAL_STATES
    async with in_transaction() as db:
        ended = Referral.filter(state__in=WAITLISTED_REFERRAL_STATES, waitlist_until__lt=context.today).using_db(db)
        rows = await ended.order_by("waitlist_until", "id").select_for_update(skip_locked=True).limit(_BATCH)
        for row in rows:
            await pass_transition(context, LoadedRow(type_, row, {}, RowFacts()), _EXPIRE, target, None, None, db)
    return len(rows)


REFERRAL_CLOCK_RULES = Rulebook.of(effects=(start_clock, pause_clock, resume_clock, stop_clock, keep_place))
