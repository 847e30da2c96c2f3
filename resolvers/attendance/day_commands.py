"""What is done with one working day in one command: it is swapped, reported as an absence, or corrected once locked."""

from collections.abc import Callable, Mapping
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from auth.policy import roles_on_row
from resolvers.attendance.codes import effects_of, token_for
from resolvers.attendance.days import RECORDED_KEYS
from resolvers.context import CommandContext, LoadedRow
from resolvers.declaration import ContentType
from resolvers.public_ids import public_id
from resolvers.reading.loading import load_for_write
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.commands import CommandOutcome, loaded_for_command, run_once, stale_outcome
from resolvers.writing.field_permissions import check_change
from resolvers.writing.idempotency import KeyedCommand
from resolvers.writing.object_changes import add_object, apply_transition, change_object
from workflow.attendance import DECIDING_ROLES, LOCKED_DAY_STATES, PLANNED_DAY_STATES
from workflow.attendance_codes import CodeEffects


async def swap_day(
    type_: ContentType, context: CommandContext, given: Mapping[str, Any], key: str | None
) -> CommandOutcome:
    """
    Plan another day of the same contract instead of a planned one, and name each as the pair of the other.

    A day that has come is recorded as given up. The outcome is the new day. Source: rule R09.
    """

    async def command(db: TransactionalDBClient) -> CommandOutcome:
        loaded = await loaded_for_command(context, type_, given["attendanceId"], db)
        row: Any = loaded.row
        check_change(context, loaded, dict.fromkeys(("code", "swappedWithId")))
        if stale := await stale_outcome(context, loaded, given["revision"], db):
            return stale
        _check_state(loaded, PLANNED_DAY_STATES, "NOT_A_PLANNED_DAY")
        if row.swapped_with_id is not None:
            raise CommandRefused(Problem("SWAPPED_ALREADY", ("attendanceId",)))
        given_up = await _token(context, loaded, db, lambda e: e.swapped_with is not None and not e.has_hours)
        effects = await effects_of(context, given_up, row.day, db)
        planned = {
            "contractId": public_id("contract", row.contract_id),
            "day": given["day"],
            "plannedMinutes": given.get("plannedMinutes") or row.planned_minutes,
            "swappedWithId": public_id(type_.noun, loaded.id),
            "code": effects.swapped_with if effects else None,
        }
        new = await add_object(context, type_, planned, db)
        values = {"code": given_up, "swappedWithId": public_id(type_.noun, new)}
        await change_object(context, loaded, values, "UPDATE", db, comment=given.get("note"))
        if row.day <= context.today:
            await apply_transition(context, loaded, "RECORD", given.get("note"), None, db)
        return CommandOutcome(type_, new)

    return await run_once(context, type_, KeyedCommand(type_.noun, "swap", given, key), command)


async def report_absence(
    type_: ContentType, context: CommandContext, given: Mapping[str, Any], key: str | None
) -> CommandOutcome:
    """
    Say that somebody will not come, or has not come, on a planned day, for a reason that is not known yet.

    The day gets the code for that, and is recorded once it has come; the coach asks for the reason.
    """

    async def command(db: TransactionalDBClient) -> CommandOutcome:
        loaded = await loaded_for_command(context, type_, given["attendanceId"], db)
        row: Any = loaded.row
        check_change(context, loaded, {"code": None})
        if stale := await stale_outcome(context, loaded, given["revision"], db):
            return stale
        _check_state(loaded, PLANNED_DAY_STATES, "NOT_A_PLANNED_DAY")
        await _check_no_reason_yet(context, loaded, db)
        pending = await _token(context, loaded, db, lambda e: e.is_pending and e.recorded_by_all)
        await change_object(context, loaded, {"code": pending}, "UPDATE", db, comment=given.get("note"))
        if row.day <= context.today:
            await apply_transition(context, loaded, "RECORD", given.get("note"), None, db)
        return CommandOutcome(type_, loaded.id)

    return await run_once(context, type_, KeyedCommand(type_.noun, "report_absence", given, key), command)


async def correct_day(
    type_: ContentType, context: CommandContext, given: Mapping[str, Any], key: str | None
) -> CommandOutcome:
    """
    Record what a locked day should have said: another row that replaces it, with the reason in its history.

    Source: rule R12.
    """

    async def command(db: TransactionalDBClient) -> CommandOutcome:
        loaded = await loaded_for_command(context, type_, given["attendanceId"], db)
        row: Any = loaded.row
        _check_state(loaded, LOCKED_DAY_STATES, "NOT_A_LOCKED_DAY")
        values = {
            "contractId": public_id("contract", row.contract_id),
            "day": row.day.isoformat(),
            "plannedMinutes": row.planned_minutes,
            "replacesId": public_id(type_.noun, loaded.id),
        }
        values |= {name: given[name] for name in RECORDED_KEYS if name in given}
        effects = await effects_of(context, given["code"], row.day, db)
        if effects and effects.swapped_with and row.swapped_with_id:
            values["swappedWithId"] = public_id(type_.noun, row.swapped_with_id)
        new = await add_object(context, type_, values, db)
        correction = await load_for_write(context, type_, new, db)
        if correction is None:
            raise CommandRefused(Problem("NOT_FOUND", ("attendanceId",)))
        await apply_transition(context, correction, "RECORD", given["reason"], None, db)
        return CommandOutcome(type_, new)

    return await run_once(context, type_, KeyedCommand(type_.noun, "correct", given, key), command)


async def _check_no_reason_yet(context: CommandContext, loaded: LoadedRow, db: TransactionalDBClient) -> None:
    """
    Check that a day has no code yet on which only the coaching team decides, unless the caller belongs to it.

    :raises CommandRefused: REASON_DECIDED
    """
    row: Any = loaded.row
    if roles_on_row(context.viewer, loaded.type.kind, loaded.stored, loaded.facts) & DECIDING_ROLES:
        return
    effects = await effects_of(context, row.code, row.day, db)
    if effects is not None and not effects.recorded_by_all:
        raise CommandRefused(Problem("REASON_DECIDED", ("attendanceId",)))


def _check_state(loaded: LoadedRow, states: tuple[str, ...], code: str) -> None:
    """
    Check that a day is in one of these states.

    :raises CommandRefused: with the code
    """
    if loaded.row.state not in states:  # type: ignore[attr-defined] # content
        raise CommandRefused(Problem(code, ("attendanceId",)))


async def _token(
    context: CommandContext, loaded: LoadedRow, db: TransactionalDBClient, wanted: Callable[[CodeEffects], bool]
) -> str:
    """
    Return the code that says something of the day.

    :raises CommandRefused: CODE_NOT_SET_UP when the vocabulary has none in use, or several
    """
    day = loaded.row.day  # type: ignore[attr-defined] # a day
    found = await token_for(context, day, db, wanted)
    if found is None:
        raise CommandRefused(Problem("CODE_NOT_SET_UP", ()))
    return found
