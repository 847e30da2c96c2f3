"""Working days: what a recorded day must say, and who recorded it."""

from typing import Any

from models.attendance import Attendance
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import set_column, transition_refused
from workflow.attendance import LOCKED_DAY_STATES
from workflow.roles import Role

_SOURCES = {"TRAINEE": "TRAINEE", "WORKPLACE": "WORKPLACE"}
# What a trainee or a workplace may say of a day; every reason of an absence is for the coach to judge.
_PRESENCE = frozenset({"PRESENT", "PRESENT_REMOTE", "PRESENT_SHORT", "ABSENT_PENDING", "ABSENT_SICK"})
_SWAPS = {"SWAPPED_OUT": "SWAPPED_IN", "SWAPPED_IN": "SWAPPED_OUT"}


async def code_given(step: Step) -> None:
    """
    A recorded day has a code.

    :raises CommandRefused: CODE_MISSING
    """
    if not step.row.code:
        raise transition_refused("CODE_MISSING", "code")


async def code_for_recorder(step: Step) -> None:
    """
    Trainees and workplaces record presence, their own sickness, or an absence to be settled.

    :raises CommandRefused: CODE_NOT_FOR_YOU
    """
    own = {Role.TRAINEE, Role.WORKPLACE} & step.context.viewer.everywhere
    if own and step.row.code not in _PRESENCE:
        raise transition_refused("CODE_NOT_FOR_YOU", "code")


async def day_has_come(step: Step) -> None:
    """
    Nobody records a day before it has come; what is planned in advance stays planned.

    :raises CommandRefused: DAY_TO_COME
    """
    if step.row.day > step.context.today:
        raise transition_refused("DAY_TO_COME", "day")


async def absence_settled(step: Step) -> None:
    """
    A day is confirmed when its reason is known.

    :raises CommandRefused: ABSENCE_PENDING
    """
    if step.row.code == "ABSENT_PENDING":
        raise transition_refused("ABSENCE_PENDING", "code")


async def swap_paired(step: Step) -> None:
    """
    Swapped days come in pairs in the same programme. Rule R09.

    :raises CommandRefused: SWAP_UNPAIRED
    """
    row = step.row
    if row.code not in _SWAPS:
        return
    pair: Any = await Attendance.get_or_none(pk=row.swapped_with_id, using_db=step.db) if row.swapped_with_id else None
    if pair is None or pair.code != _SWAPS[row.code] or pair.client_id != row.client_id:
        raise transition_refused("SWAP_UNPAIRED", "swappedWithId")


async def stamp_recorded(step: Step) -> Changes:
    """Note who recorded the day, when and as what; a full day where no minutes were given."""
    viewer, row = step.context.viewer, step.row
    changes = set_column(row, "source", "source", _SOURCES.get(viewer.kind, "COACH"))
    changes |= set_column(row, "recorded_at", "recordedAt", step.context.now)
    changes |= set_column(row, "recorded_by_name", "recordedByName", viewer.name)
    row.recorded_by = viewer.account
    if row.minutes is None and row.code.startswith("PRESENT"):
        changes |= set_column(row, "minutes", "minutes", row.planned_minutes)
    return changes


async def referral_of_contract(change: PendingChange) -> list[Problem]:
    """Take over the referral that the contract's programme came from."""
    row = change.row
    if "contractId" in change.keys:
        await row.fetch_related("contract__programme", using_db=change.db)
        row.referral_id = row.contract.programme.referral_id
    return []


async def day_of_contract(change: PendingChange) -> list[Problem]:
    """
    A working day lies in its contract's period; a protected person's is planned by those who see it.

    To anybody else the answer that a day is taken would tell that it is planned. Decision 0066.
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
    return problem_unless(row.contract.starts_on <= row.day <= row.contract.ends_on, "DAY_OUTSIDE_CONTRACT", "day")


async def correction_of_locked(change: PendingChange) -> list[Problem]:
    """Only a locked day is corrected by another row, of the same contract and day. Rule R12."""
    row = change.row
    if "replacesId" not in change.keys:
        return []
    old: Any = await Attendance.get(pk=row.replaces_id, using_db=change.db)
    fits = old.state in LOCKED_DAY_STATES and (old.contract_id, old.day) == (row.contract_id, row.day)
    return problem_unless(fits, "NOT_A_LOCKED_DAY", "replacesId")


async def swap_in_programme(change: PendingChange) -> list[Problem]:
    """Days are swapped within one programme. Rule R09."""
    row = change.row
    if "swappedWithId" not in change.keys or row.swapped_with_id is None:
        return []
    await row.fetch_related("contract", "swapped_with__contract", using_db=change.db)
    same = row.contract.programme_id == row.swapped_with.contract.programme_id and row.swapped_with_id != row.pk
    return problem_unless(same, "MISMATCH", "swappedWithId")


ATTENDANCE_RULES = Rulebook.of(
    guards=(
        code_given,
        code_for_recorder,
        day_has_come,
        absence_settled,
        swap_paired,
    ),
    effects=(stamp_recorded,),
    rules=(
        referral_of_contract,
        day_of_contract,
        correction_of_locked,
        swap_in_programme,
    ),
)
