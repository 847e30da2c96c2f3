"""Locked months: nothing of a unit's locked month is added, recorded or changed, except by a correction of a day."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from resolvers.context import CommandContext, PendingChange, Rulebook, Step
from resolvers.lookups import Lookup, Row, look_up
from resolvers.refusals import CommandRefused, Problem
from workflow.attendance_month import LOCKED_MONTH_STATES

UnitMonth = tuple[UUID, date]  # a unit, and the first day of a month
_LOCKED = (
    "SELECT m.unit_id, m.month, m.state::text, NULL::text FROM attendance_month m"
    " JOIN unnest($1::uuid[], $2::date[]) a(unit_id, month) USING (unit_id, month) ORDER BY 1, 2 FOR SHARE OF m"
)


def month_of(row: Any) -> UnitMonth:
    """Return in whose month a day counts: the unit's that accounts for it, and before it is recorded its own unit's."""
    return row.accounting_unit_id or row.unit_id, row.day.replace(day=1)


def month_lookups(context: CommandContext, asked: Iterable[UnitMonth]) -> list[Lookup]:
    """
    Return what reads whether months are locked, for this command to know: none when it knows them.

    The months that exist are share-locked: whoever locks one waits until the command has ended.
    """
    missing = sorted({pair for pair in asked if ("month", *pair) not in context.known})
    if not missing:
        return []
    units, months = zip(*missing, strict=True)

    def keep(rows: list[Row]) -> None:
        context.known.update({("month", *pair): False for pair in missing})
        context.known.update({("month", unit, month): state in LOCKED_MONTH_STATES for unit, month, state, _ in rows})

    return [Lookup(_LOCKED, (list(units), list(months)), keep)]


async def locked_month_problems(context: CommandContext, row: Any, db: TransactionalDBClient) -> list[Problem]:
    """Return the problem of a day in a locked month; a row that corrects a locked day has none."""
    if row.replaces_id is not None:
        return []
    pair = month_of(row)
    await look_up(month_lookups(context, [pair]), db)
    return [Problem("MONTH_LOCKED", ("day",), {"month": pair[1].isoformat()})] if context.known["month", *pair] else []


async def check_months_open(context: CommandContext, rows: Sequence[Any], db: TransactionalDBClient) -> None:
    """
    Check that none of many days lies in a locked month.

    :raises CommandRefused: MONTH_LOCKED for every month that is
    """
    pairs = {month_of(row) for row in rows}
    await look_up(month_lookups(context, pairs), db)
    locked = sorted({month for unit, month in pairs if context.known["month", unit, month]})
    if locked:
        raise CommandRefused(*(Problem("MONTH_LOCKED", (), {"month": month.isoformat()}) for month in locked))


async def month_open(step: Step) -> None:
    """
    Check that the day does not lie in a locked month.

    Source: rule R12.

    :raises CommandRefused: MONTH_LOCKED
    """
    if problems := await locked_month_problems(step.context, step.row, step.db):
        raise CommandRefused(*problems)


async def month_of_day_open(change: PendingChange) -> list[Problem]:
    """Check the same of every other way to write a day."""
    return await locked_month_problems(change.context, change.row, change.db)


LOCKED_MONTH_RULES = Rulebook.of(guards=(month_open,), rules=(month_of_day_open,))
