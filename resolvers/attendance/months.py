"""Months of a unit: what must be settled before they are confirmed and locked, and the days that go with them."""

from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from tortoise.expressions import Q
from tortoise.transactions import in_transaction

from models.attendance import Attendance
from resolvers.attendance.codes import effects_of
from resolvers.attendance.days import hours_of, replaced_or_own, swap_pairs
from resolvers.context import Changes, CommandContext, PendingChange, Rulebook, Step, UnitOfWork
from resolvers.refusals import Problem
from resolvers.writing.bulk_writes import move_rows
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import create_related, set_column, transition_refused
from workflow.attendance import (
    CONFIRMED_DAY_STATES,
    LOCKED_DAY_STATES,
    PLANNED_DAY_STATES,
    RECORDED_DAY_STATES,
    UNLOCKED_DAY_STATES,
)
from workflow.attendance_codes import SwapPair, is_swap_paired
from workflow.attendance_hours import record_disagreements
from workflow.attendance_month import attendance_month
from workflow.calendar import last_day_of_month

_MONTHS_AT_ONCE = 500
# The units and months of which there are days and no month yet: up to the month of today, oldest first.
_MISSING = (
    "SELECT DISTINCT coalesce(a.accounting_unit_id, a.unit_id) AS unit_id, date_trunc('month', a.day)::date AS month"
    " FROM attendance a WHERE a.day >= $1 AND a.day <= $2 AND NOT EXISTS (SELECT FROM attendance_month m"
    " WHERE m.unit_id = coalesce(a.accounting_unit_id, a.unit_id) AND m.month = date_trunc('month', a.day)::date)"
    f" ORDER BY 2, 1 LIMIT {_MONTHS_AT_ONCE}"
)
_LOOKED_BACK = timedelta(days=62)  # of what was planned longer ago, somebody begins the month by hand


async def first_of_month(change: PendingChange) -> list[Problem]:
    """Check that a month is named by its first day."""
    return problem_unless(change.row.month.day == 1, "NOT_FIRST_OF_MONTH", "month")


async def month_over(step: Step) -> None:
    """
    Check that the last day of a month has come before it is closed.

    :raises CommandRefused: MONTH_NOT_OVER, with that day
    """
    last = last_day_of_month(step.row.month)
    if step.context.today < last:
        raise transition_refused("MONTH_NOT_OVER", "month", day=last.isoformat())


async def days_settled(step: Step) -> None:
    """
    Check that every day of a month is recorded, with a known reason, its swap, and fields that agree.

    The numbers count all days of the unit, whoever sees them: a month is closed as a whole.

    :raises CommandRefused: DAYS_UNSETTLED, with how many days want what
    """
    rows = await _unlocked_days(step)
    found = Counter[str]()
    pairs = await swap_pairs(rows, step.db)
    for row in rows:
        found.update([what async for what in _unsettled(step, row, pairs)])
    if found:
        wanting = {what: str(found[what]) for what in ("planned", "pending", "unpaired", "disagreeing")}
        raise transition_refused("DAYS_UNSETTLED", "transition", **wanting)


async def _unsettled(step: Step, row: Any, pairs: Mapping[Any, SwapPair]) -> AsyncIterator[str]:
    """Yield what a day wants before it is confirmed."""
    if row.state in PLANNED_DAY_STATES:
        yield "planned"
        return
    effects = await effects_of(step.context, row.code, row.day, step.db)
    if effects is None:
        return
    if effects.is_pending:
        yield "pending"
    pair = pairs.get(row.swapped_with_id)
    if effects.swapped_with and not is_swap_paired(effects, replaced_or_own(row), row.client_id, pair):
        yield "unpaired"
    if record_disagreements(hours_of(row), effects, step.context.now):
        yield "disagreeing"


async def days_confirmed(step: Step) -> None:
    """
    Check that every day of a month is confirmed before the month is locked.

    :raises CommandRefused: DAYS_UNCONFIRMED, with how many are not
    """
    waiting = [row for row in await _unlocked_days(step) if row.state not in CONFIRMED_DAY_STATES]
    if waiting:
        raise transition_refused("DAYS_UNCONFIRMED", "transition", days=str(len(waiting)))


async def confirm_days(step: Step) -> Changes:
    """Confirm the recorded days of the month."""
    rows = [row for row in await _unlocked_days(step) if row.state in RECORDED_DAY_STATES]
    await _move(step, rows, CONFIRMED_DAY_STATES[0], "CONFIRM")
    return {}


async def lock_days(step: Step) -> Changes:
    """Lock the days of the month, and set when."""
    await _move(step, await _unlocked_days(step), LOCKED_DAY_STATES[0], "LOCK")
    return set_column(step.row, "locked_at", "lockedAt", step.context.now)


async def _move(step: Step, rows: Sequence[Any], state: str, action: str) -> None:
    await move_rows(step.context, step.context.content_types["attendance"], rows, state, action, step.db)


async def _unlocked_days(step: Step) -> Sequence[Any]:
    """Return the days of a month that are not locked, locked against other commands, in the order of their ids."""
    month = step.row.month
    own = Q(accounting_unit_id=step.row.unit_id) | Q(accounting_unit_id__isnull=True, unit_id=step.row.unit_id)
    days = Attendance.filter(
        own, day__gte=month, day__lte=last_day_of_month(month), state__in=list(UNLOCKED_DAY_STATES)
    )
    found: Sequence[Any] = await days.using_db(step.db).order_by("id").select_for_update()
    return found


async def begin_months(context: CommandContext) -> int:
    """Begin the months of the units in which days are planned, and return how many were begun."""
    first = (context.today - _LOOKED_BACK).replace(day=1)
    async with in_transaction() as db:
        missing = await db.execute_query_dict(_MISSING, [first, last_day_of_month(context.today.replace(day=1))])
        for one in missing:
            unit = UnitOfWork(context, db)
            await create_related(unit, attendance_month.noun, unit_id=one["unit_id"], month=one["month"])
    return len(missing)


ATTENDANCE_MONTH_RULES = Rulebook.of(
    guards=(month_over, days_settled, days_confirmed),
    effects=(confirm_days, lock_days),
    rules=(first_of_month,),
)
