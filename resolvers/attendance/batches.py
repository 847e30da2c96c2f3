"""
Working days of many people in one command: recorded, confirmed, or marked as not organised.

Each day goes through the checks of a single command; all of it takes a dozen statements, however many people. A day
that is refused is told with its reasons, and the others are saved, unless the caller asks for all or none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from auth.viewer import Viewer
from resolvers.attendance.codes import code_lookups, token_for
from resolvers.attendance.days import RECORDED_KEYS
from resolvers.attendance.scopes import MOST_PEOPLE, Scope, ScopedRows, of_kind_sql, scope_of
from resolvers.casework.locked_months import month_lookups, month_of
from resolvers.context import CommandContext, LoadedRow
from resolvers.declaration import ContentType, ContentTypes
from resolvers.public_ids import object_uuid, public_id
from resolvers.reading.loading import load_rows_for_write
from resolvers.reading.parameters import StatementParameters, unplanned
from resolvers.refusals import CommandRefused, Problem, problem_of_value
from resolvers.writing.bulk_writes import ObjectChange, change_objects
from resolvers.writing.commands import BatchOutcome, run_batch_once
from resolvers.writing.idempotency import KeyedCommand
from workflow.attendance import PLANNED_DAY_STATES, RECORDED_DAY_STATES

MOST_CONFIRMED = 3_500  # days: a week of as many people as one command records


async def record_day(context: CommandContext, given: Mapping[str, Any], key: str | None) -> BatchOutcome:
    """
    Record the planned days of a scope: each with its exception, the code that it was planned with, or the default.

    A day that is named and recorded already is changed. Without a default, only what is named is recorded.
    """
    type_ = context.content_types["attendance"]

    async def command(db: TransactionalDBClient) -> BatchOutcome:
        scope, day = scope_of(given["scope"]), day_given(type_, given["day"], "day")
        entries = _entries_by_id(given.get("except") or [], "except")
        default = given.get("default")
        rows = await _days_in_scope(context, type_, scope, day, list(entries), db)
        asked = [_recording(row, entries.get(row.stored["id"]), default) for row in rows]
        return await _changed(context, type_, [a for a in asked if a], _missing(entries, rows), given, db)

    return await run_batch_once(context, KeyedCommand(type_.noun, "record_day", given, key), command)


async def record_attendance(context: CommandContext, given: Mapping[str, Any], key: str | None) -> BatchOutcome:
    """Record or change the named days, each with the revision that the caller knows."""
    type_ = context.content_types["attendance"]

    async def command(db: TransactionalDBClient) -> BatchOutcome:
        entries = _entries_by_id(given["entries"], "entries")
        rows = await load_rows_for_write(context, type_, _is_named, db, {"named": list(entries)})
        asked = [_recording(row, entries[row.id], None) for row in rows]
        return await _changed(context, type_, [a for a in asked if a], _missing(entries, rows), given, db)

    return await run_batch_once(context, KeyedCommand(type_.noun, "record_attendance", given, key), command)


async def not_organised(context: CommandContext, given: Mapping[str, Any], key: str | None) -> BatchOutcome:
    """Record the planned days of a scope on which the service was not organised; the reason stays in the history."""
    type_ = context.content_types["attendance"]

    async def command(db: TransactionalDBClient) -> BatchOutcome:
        scope, day = scope_of(given["scope"]), day_given(type_, given["day"], "day")
        code = given.get("code") or await token_for(context, day, db, lambda effects: effects.is_not_organised)
        if code is None:
            raise CommandRefused(Problem("CODE_MISSING", ("code",)))
        rows = await _days_in_scope(context, type_, scope, day, [], db)
        swapped = [row for row in rows if row.stored["swapped_with_id"] is not None]  # recorded as what they are
        asked = [ObjectChange(row, {} if row in swapped else {"code": code}, "RECORD") for row in rows]
        return await _changed(context, type_, asked, [], given, db)

    return await run_batch_once(context, KeyedCommand(type_.noun, "not_organised", given, key), command)


async def confirm_days(context: CommandContext, given: Mapping[str, Any], key: str | None) -> BatchOutcome:
    """Confirm the recorded days of a scope in a period, such as a week."""
    type_ = context.content_types["attendance"]

    async def command(db: TransactionalDBClient) -> BatchOutcome:
        scope, first, last = (
            scope_of(given["scope"]),
            day_given(type_, given["from"], "from"),
            day_given(type_, given["to"], "to"),
        )
        values = {"from": first, "to": last, **scope.values}
        rows = await load_rows_for_write(context, type_, _RecordedDays(scope.kind), db, values)
        _check_number(rows, MOST_CONFIRMED)
        return await _changed(context, type_, [ObjectChange(row, {}, "CONFIRM") for row in rows], [], given, db)

    return await run_batch_once(context, KeyedCommand(type_.noun, "confirm_days", given, key), command)


def _value(bind: StatementParameters, name: str, cast: str) -> str:
    """Return the placeholder of a value by which days are found; which one it is does not matter to a plan."""
    return unplanned(bind((name,), lambda call: call.variables[name], cast))


def _is_named(bind: StatementParameters, _viewer: Viewer, _types: ContentTypes) -> str:
    return f"t.id = ANY({_value(bind, 'named', 'uuid[]')})"


@dataclass(frozen=True)
class _RecordedDays:
    """The recorded days of a scope of this kind, from a day to another one."""

    scope: str

    def __call__(self, bind: StatementParameters, viewer: Viewer, types: ContentTypes) -> str:
        first, last = (_value(bind, name, "date") for name in ("from", "to"))
        scoped = of_kind_sql(self.scope, _days(viewer, types), bind)
        return f"t.day BETWEEN {first} AND {last} AND {RECORDED_DAY_STATES.sql('t.state')} AND {scoped}"


@dataclass(frozen=True)
class _PlannedDays:
    """The planned days of a scope of this kind, all on one day; with `or_named`, those too that are named."""

    scope: str
    or_named: bool

    def __call__(self, bind: StatementParameters, viewer: Viewer, types: ContentTypes) -> str:
        asked = PLANNED_DAY_STATES.sql("t.state")
        if self.or_named:
            asked = f"({asked} OR {_is_named(bind, viewer, types)})"
        scoped = of_kind_sql(self.scope, _days(viewer, types), bind)
        return f"t.day = {_value(bind, 'day', 'date')} AND {scoped} AND {asked}"


def _days(viewer: Viewer, types: ContentTypes) -> ScopedRows:
    return ScopedRows(viewer, types, "attendance", "t", ("t.day", "t.day"))


async def _days_in_scope(
    context: CommandContext, type_: ContentType, scope: Scope, day: date, named: list[UUID], db: TransactionalDBClient
) -> list[LoadedRow]:
    """Return the planned days of a scope, and those that are named; all on one day."""
    values = {"day": day, "named": named, **scope.values}
    rows = await load_rows_for_write(context, type_, _PlannedDays(scope.kind, bool(named)), db, values)
    _check_number(rows, MOST_PEOPLE)
    return rows


def _check_number(rows: Sequence[LoadedRow], most: int) -> None:
    if len(rows) > most:
        raise CommandRefused(Problem("TOO_MANY_DAYS", ("scope",), {"most": str(most)}))


def _recording(loaded: LoadedRow, entry: Mapping[str, Any] | None, default: str | None) -> ObjectChange | None:
    """Return what is to become of a day; None of one for which nothing is given."""
    row: Any = loaded.row
    is_planned = row.state in PLANNED_DAY_STATES
    if entry is not None:
        values = {key: value for key, value in entry.items() if key in RECORDED_KEYS}
        return ObjectChange(loaded, values, "RECORD" if is_planned else None, entry.get("revision"))
    if row.code is not None:
        return ObjectChange(loaded, {}, "RECORD")
    return ObjectChange(loaded, {"code": default}, "RECORD") if default is not None else None


async def _changed(
    context: CommandContext,
    type_: ContentType,
    asked: list[ObjectChange],
    missing: list[tuple[str, list[Problem]]],
    given: Mapping[str, Any],
    db: TransactionalDBClient,
) -> BatchOutcome:
    is_atomic = bool(given.get("atomic"))
    comment = given.get("note") or given.get("reason")
    if is_atomic and missing:
        return BatchOutcome(refused=missing)
    also = [*month_lookups(context, {month_of(one.loaded.row) for one in asked}), *code_lookups(context)]
    await change_objects(context, type_, asked, db, comment=comment, all_or_none=is_atomic, also=also)
    refused = [(public_id(type_.noun, one.loaded.id), one.problems) for one in asked if one.problems]
    changed = [] if is_atomic and refused else [one.loaded.stored["id"] for one in asked if not one.problems]
    return BatchOutcome(changed, [*missing, *refused])


def _entries_by_id(entries: Sequence[Mapping[str, Any]], argument: str) -> dict[UUID, Mapping[str, Any]]:
    """
    Return the entries of a command by the ids of their days.

    :raises CommandRefused: ENTRY_TWICE for a day that is named twice; NOT_FOUND for what is no id
    """
    found: dict[UUID, Mapping[str, Any]] = {}
    problems: list[Problem] = []
    for number, entry in enumerate(entries):
        uuid = object_uuid("attendance", entry["attendanceId"])
        path = (argument, str(number), "attendanceId")
        if uuid is None:
            problems.append(Problem("NOT_FOUND", path))
        elif uuid in found:
            problems.append(Problem("ENTRY_TWICE", path))
        else:
            found[uuid] = entry
    if problems:
        raise CommandRefused(*problems)
    return found


def _missing(entries: Mapping[UUID, Any], rows: Sequence[LoadedRow]) -> list[tuple[str, list[Problem]]]:
    """Return the refusals of the named days that the caller does not see, or that are not in the scope of the day."""
    seen = {row.stored["id"] for row in rows} if entries else set()
    return [
        (public_id("attendance", uuid), [Problem("NOT_FOUND", ("attendanceId",))])
        for uuid in entries
        if uuid not in seen
    ]


def day_given(type_: ContentType, text: Any, argument: str) -> date:
    """
    Return a day that a command names.

    :raises CommandRefused: when it is none
    """
    try:
        day: date = type_.fields["day"].value.check(text)
    except ValueError as refused:
        raise CommandRefused(problem_of_value(refused, argument)) from None
    return day
