"""Working days: what a recorded day must say, and who recorded it."""

from typing import Any

from models.attendance import Attendance
from resolvers.context import Change, Changes, Effect, Guard, Rule, Step
from resolvers.refusals import Problem
from resolvers.writing.rules import unless
from resolvers.writing.transitions import changed, refuse
from workflow.vocabulary import Role

SOURCES = {"TRAINEE": "TRAINEE", "WORKPLACE": "WORKPLACE"}
# What a trainee or a workplace may say of a day; every reason of an absence is for the coach to judge.
PRESENCE = frozenset({"PRESENT", "PRESENT_REMOTE", "PRESENT_SHORT", "ABSENT_PENDING", "ABSENT_SICK"})
SWAPS = {"SWAPPED_OUT": "SWAPPED_IN", "SWAPPED_IN": "SWAPPED_OUT"}


async def code_given(step: Step) -> None:
    """
    A recorded day has a code.

    :raises CommandRefused: CODE_MISSING
    """
    if not step.row.code:
        raise refuse("CODE_MISSING", "code")


async def code_for_recorder(step: Step) -> None:
    """
    Trainees and workplaces record presence, their own sickness, or an absence to be settled.

    :raises CommandRefused: CODE_NOT_FOR_YOU
    """
    own = {Role.TRAINEE, Role.WORKPLACE} & step.context.viewer.everywhere
    if own and step.row.code not in PRESENCE:
        raise refuse("CODE_NOT_FOR_YOU", "code")


async def day_has_come(step: Step) -> None:
    """
    Nobody records a day before it has come; what is planned in advance stays planned.

    :raises CommandRefused: DAY_TO_COME
    """
    if step.row.day > step.context.today:
        raise refuse("DAY_TO_COME", "day")


async def absence_settled(step: Step) -> None:
    """
    A day is confirmed when its reason is known.

    :raises CommandRefused: ABSENCE_PENDING
    """
    if step.row.code == "ABSENT_PENDING":
        raise refuse("ABSENCE_PENDING", "code")


async def swap_paired(step: Step) -> None:
    """
    Swapped days come in pairs in the same programme. Rule R09.

    :raises CommandRefused: SWAP_UNPAIRED
    """
    row = step.row
    if row.code not in SWAPS:
        return
    pair: Any = await Attendance.get_or_none(pk=row.swapped_with_id, using_db=step.db) if row.swapped_with_id else None
    if pair is None or pair.code != SWAPS[row.code] or pair.client_id != row.client_id:
        raise refuse("SWAP_UNPAIRED", "swappedWithId")


async def stamp_recorded(step: Step) -> Changes:
    """Note who recorded the day, when and as what; a full day where no minutes were given."""
    viewer, row = step.context.viewer, step.row
    changes = changed(row, "source", "source", SOURCES.get(viewer.kind, "COACH"))
    changes |= changed(row, "recorded_at", "recordedAt", step.context.now)
    changes |= changed(row, "recorded_by_name", "recordedByName", viewer.name)
    row.recorded_by = viewer.account
    if row.minutes is None and row.code.startswith("PRESENT"):
        changes |= changed(row, "minutes", "minutes", row.planned_minutes)
    return changes


async def referral_of_contract(change: Change) -> list[Problem]:
    """Take over the referral that the contract's programme came from."""
    row = change.row
    if "contractId" in change.keys:
        await row.fetch_related("contract__programme", using_db=change.db)
        row.referral_id = row.contract.programme.referral_id
    return []


async def day_of_contract(change: Change) -> list[Problem]:
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
    return unless(row.contract.starts_on <= row.day <= row.contract.ends_on, "DAY_OUTSIDE_CONTRACT", "day")


async def correction_of_locked(change: Change) -> list[Problem]:
    """Only a locked day is corrected by another row, of the same contract and day. Rule R12."""
    row = change.row
    if "replacesId" not in change.keys:
        return []
    old: Any = await Attendance.get(pk=row.replaces_id, using_db=change.db)
    fits = old.state == "LOCKED" and (old.contract_id, old.day) == (row.contract_id, row.day)
    return unless(fits, "NOT_A_LOCKED_DAY", "replacesId")


async def swap_in_programme(change: Change) -> list[Problem]:
    """Days are swapped within one programme. Rule R09."""
    row = change.row
    if "swappedWithId" not in change.keys or row.swapped_with_id is None:
        return []
    await row.fetch_related("contract", "swapped_with__contract", using_db=change.db)
    same = row.contract.programme_id == row.swapped_with.contract.programme_id and row.swapped_with_id != row.pk
    return unless(same, "MISMATCH", "swappedWithId")


RULES: dict[str, Rule] = {
    "referral_of_contract": referral_of_contract,
    "day_of_contract": day_of_contract,
    "correction_of_locked": correction_of_locked,
    "swap_in_programme": swap_in_programme,
}
GUARDS: dict[str, Guard] = {
    "code_given": code_given,
    "code_for_recorder": code_for_recorder,
    "day_has_come": day_has_come,
    "absence_settled": absence_settled,
    "swap_paired": swap_paired,
}
EFFECTS: dict[str, Effect] = {"stamp_recorded": stamp_recorded}
