"""Working days: what a recorded day must contain, and who recorded it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from auth.policy import roles_on_row
from models.attendance import Attendance
from resolvers.attendance.codes import effects_of
from resolvers.context import Changes, CommandContext, LoadedRow, PendingChange, Rulebook, Step
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import set_column, transition_refused
from workflow.attendance import DECIDING_ROLES, LOCKED_DAY_STATES, PAST_DAY_STATES
from workflow.attendance_codes import SwapPair, is_swap_paired
from workflow.attendance_hours import DayHours, counted_minutes, disagreements, record_disagreements
from workflow.contract import CONTRACT_IN_FORCE_STATES
from workflow.roles import Role

_SOURCES = {"TRAINEE": "TRAINEE", "WORKPLACE": "WORKPLACE"}
_HOURS = {"minutes": "minutes", "arrived_at": "arrivedAt", "left_at": "leftAt"}
RECORDED_KEYS = ("code", *_HOURS.values(), "certificateSeenUntil")  # what is recorded of a day
_AGREEING = frozenset({"day", *RECORDED_KEYS})


def hours_of(row: Any) -> DayHours:
    """Return the hours of a row of attendance."""
    return DayHours(
        row.day, row.planned_minutes or 0, row.minutes, row.arrived_at, row.left_at, row.certificate_seen_until
    )


async def code_given(step: Step) -> None:
    """
    Check that a recorded day has a code.

    :raises CommandRefused: CODE_MISSING
    """
    if not step.row.code:
        raise transition_refused("CODE_MISSING", "code")


async def code_for_recorder(step: Step) -> None:
    """
    Check that a trainee or a workplace records a code that the vocabulary opens to them.

    :raises CommandRefused: CODE_NOT_FOR_YOU
    """
    if not await _may_record(step.context, step.loaded, step.row, step.db):
        raise transition_refused("CODE_NOT_FOR_YOU", "code")


async def code_for_writer(change: PendingChange) -> list[Problem]:
    """Check the same of every other way to give a day its code: a recorded day may be changed too."""
    row = change.row
    if "code" not in change.keys or row.code is None:
        return []
    may_record = await _may_record(change.context, change.loaded, row, change.db)
    return problem_unless(may_record, "CODE_NOT_FOR_YOU", "code")


async def _may_record(context: CommandContext, loaded: LoadedRow | None, row: Any, db: TransactionalDBClient) -> bool:
    """
    Return whether the caller may record the code of a day.

    The coaching team of the person decides on every reason that is not open to all: a trainee, a workplace, or a
    colleague who stands in for the coach records presence, or that somebody is away.
    """
    if loaded is None or roles_on_row(context.viewer, loaded.type.kind, loaded.stored, loaded.facts) & DECIDING_ROLES:
        return True
    effects = await effects_of(context, row.code, row.day, db)
    return effects is not None and effects.recorded_by_all


async def day_has_come(step: Step) -> None:
    """
    Check that the recorded day is not in the future.

    :raises CommandRefused: DAY_TO_COME
    """
    if step.row.day > step.context.today:
        raise transition_refused("DAY_TO_COME", "day")


async def absence_settled(step: Step) -> None:
    """
    Check that the reason of an absence is known before the day is confirmed.

    :raises CommandRefused: ABSENCE_PENDING
    """
    effects = await effects_of(step.context, step.row.code, step.row.day, step.db)
    if effects is not None and effects.is_pending:
        raise transition_refused("ABSENCE_PENDING", "code")


async def swap_paired(step: Step) -> None:
    """
    Check that swapped days come in pairs.

    Source: rule R09.

    :raises CommandRefused: SWAP_UNPAIRED
    """
    row, effects = step.row, await effects_of(step.context, step.row.code, step.row.day, step.db)
    if effects is None or effects.swapped_with is None:
        return
    pairs = await swap_pairs([row], step.db)
    if not is_swap_paired(effects, replaced_or_own(row), row.client_id, pairs.get(row.swapped_with_id)):
        raise transition_refused("SWAP_UNPAIRED", "swappedWithId")


def replaced_or_own(row: Any) -> Any:
    """Return the id by which the other day of a swap names a day: that of the one that it corrects, or its own."""
    return row.replaces_id or row.pk


async def swap_pairs(rows: Sequence[Any], db: TransactionalDBClient) -> dict[Any, SwapPair]:
    """Return the other days of those that were swapped, by their ids."""
    ids = {row.swapped_with_id for row in rows} - {None}
    if not ids:
        return {}
    found: Any = Attendance.filter(id__in=list(ids)).using_db(db)
    pairs = await found.values_list("id", "client_id", "code", "swapped_with_id")
    return {id_: SwapPair(*rest) for id_, *rest in pairs}


async def fields_agree(step: Step) -> None:
    """
    Check that code, minutes, arrival and departure of a day agree before it is recorded, confirmed and locked.

    :raises CommandRefused: with everything that does not
    """
    effects = await effects_of(step.context, step.row.code, step.row.day, step.db)
    if effects is None:
        return
    found = record_disagreements(hours_of(step.row), effects, step.context.now)
    if found:
        raise CommandRefused(*(Problem(one.code, (one.key,), one.facts) for one in found))


async def stamp_recorded(step: Step) -> Changes:
    """
    Set who recorded the day, when, in which role, and the unit for whose account it counts from now on.

    A code with hours and without minutes means those that were planned, or that lie between arrival and departure. A
    correction counts where the day that it replaces does.
    """
    viewer, row = step.context.viewer, step.row
    changes = set_column(row, "accounting_unit_id", "accountingUnitId", await _accounting_unit(step))
    changes |= set_column(row, "source", "source", _SOURCES.get(viewer.kind, "COACH"))
    changes |= set_column(row, "recorded_at", "recordedAt", step.context.now)
    changes |= set_column(row, "recorded_by_name", "recordedByName", viewer.name)
    row.recorded_by = viewer.account
    effects = await effects_of(step.context, row.code, row.day, step.db)
    counted = counted_minutes(hours_of(row), effects) if effects else row.minutes
    return changes | set_column(row, "minutes", "minutes", counted)


async def _accounting_unit(step: Step) -> UUID:
    row = step.row
    replaced: Any = await Attendance.get(pk=row.replaces_id, using_db=step.db) if row.replaces_id else row
    return UUID(str(replaced.accounting_unit_id or row.unit_id))


async def effects_of_code(change: PendingChange) -> list[Problem]:
    """
    Set what follows from a code: what others see of it, and the hours of the day.

    Others than the person and the coaching team see present or absent, as the vocabulary says. A code without hours
    clears those that the day had, and a recorded day whose new code has hours gets its minutes anew.
    """
    row = change.row
    if "code" not in change.keys:
        return []
    effects = await effects_of(change.context, row.code, row.day, change.db)
    row.presence = effects.presence if effects else None
    if effects is None:
        return []
    if not effects.has_hours:
        for column in (c for c, key in _HOURS.items() if key not in change.keys):
            change.derived.update(set_column(row, column, _HOURS[column], None))
    elif row.state in PAST_DAY_STATES and row.minutes is None and "minutes" not in change.keys:
        change.derived.update(set_column(row, "minutes", "minutes", counted_minutes(hours_of(row), effects)))
    if not effects.is_absence and "certificateSeenUntil" not in change.keys:
        change.derived.update(set_column(row, "certificate_seen_until", "certificateSeenUntil", None))
    return []


async def day_agrees(change: PendingChange) -> list[Problem]:
    """Check that the fields of a day agree with each other and with what its code entails."""
    if not change.keys & _AGREEING:
        return []
    effects = await effects_of(change.context, change.row.code, change.row.day, change.db)
    found = disagreements(hours_of(change.row), effects, change.context.now)
    return [Problem(one.code, (one.key,), one.facts) for one in found]


async def day_of_contract(change: PendingChange) -> list[Problem]:
    """
    Check that a contract that is not in force gets corrections only, and who may plan a day of a protected person.

    Only callers with the role `cleared` plan days of a protected person: to anybody else the answer that a day is taken
    would reveal that it is planned. Decision 0094.
    """
    row = change.row
    if not change.keys & {"day", "contractId"}:
        return []
    await row.fetch_related("contract__client", using_db=change.db)
    if row.contract.client.safety_restriction and Role.CLEARED not in {
        *change.context.viewer.everywhere,
        *change.context.viewer.units,
    }:
        return [Problem("DAYS_PROTECTED", ("contractId",))]
    is_open = row.contract.state in CONTRACT_IN_FORCE_STATES or row.replaces_id is not None
    return problem_unless(is_open, "CONTRACT_NOT_IN_FORCE", "contractId")


async def correction_of_locked(change: PendingChange) -> list[Problem]:
    """
    Check that only a locked day is corrected by another row, of the same contract and day.

    Source: rule R12.
    """
    row = change.row
    if "replacesId" not in change.keys:
        return []
    replaced: Any = await Attendance.get(pk=row.replaces_id, using_db=change.db)
    is_correctable = replaced.state in LOCKED_DAY_STATES and (replaced.contract_id, replaced.day) == (
        row.contract_id,
        row.day,
    )
    return problem_unless(is_correctable, "NOT_A_LOCKED_DAY", "replacesId")


async def swap_in_programme(change: PendingChange) -> list[Problem]:
    """
    Check that days are swapped within one programme.

    Source: rule R09.
    """
    row = change.row
    if "swappedWithId" not in change.keys or row.swapped_with_id is None:
        return []
    await row.fetch_related("contract", "swapped_with__contract", using_db=change.db)
    is_same_programme = (
        row.contract.programme_id == row.swapped_with.contract.programme_id and row.swapped_with_id != row.pk
    )
    return problem_unless(is_same_programme, "MISMATCH", "swappedWithId")


ATTENDANCE_RULES = Rulebook.of(
    guards=(
        code_given,
        code_for_recorder,
        day_has_come,
        absence_settled,
        swap_paired,
        fields_agree,
    ),
    effects=(stamp_recorded,),
    rules=(
        code_for_writer,
        effects_of_code,
        day_agrees,
        day_of_contract,
        correction_of_locked,
        swap_in_programme,
    ),
)
