"""Working days: what a recorded day must contain, and who recorded it."""

from typing import Any
from uuid import UUID

from models.attendance import Attendance
from models.term import Term
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import set_column, transition_refused
from workflow.attendance import LOCKED_DAY_STATES
from workflow.roles import Role
from workflow.term import PUBLISHED_TERM_STATES

_SOURCES = {"TRAINEE": "TRAINEE", "WORKPLACE": "WORKPLACE"}
# The codes that a trainee or a workplace may record. The coach decides on every other reason of an absence.
_SELF_RECORDED_CODES = frozenset({"PRESENT", "PRESENT_REMOTE", "PRESENT_SHORT", "ABSENT_PENDING", "ABSENT_SICK"})
_SWAPS = {"SWAPPED_OUT": "SWAPPED_IN", "SWAPPED_IN": "SWAPPED_OUT"}


async def code_given(step: Step) -> None:
    """
    Check that a recorded day has a code.

    :raises CommandRefused: CODE_MISSING
    """
    if not step.row.code:
        raise transition_refused("CODE_MISSING", "code")


async def code_for_recorder(step: Step) -> None:
    """
    Check that a trainee or a workplace records presence, sickness, or an absence whose reason is open.

    :raises CommandRefused: CODE_NOT_FOR_YOU
    """
    outside_roles = {Role.TRAINEE, Role.WORKPLACE} & step.context.viewer.everywhere
    if outside_roles and step.row.code not in _SELF_RECORDED_CODES:
        raise transition_refused("CODE_NOT_FOR_YOU", "code")


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
    if step.row.code == "ABSENT_PENDING":
        raise transition_refused("ABSENCE_PENDING", "code")


async def swap_paired(step: Step) -> None:
    """
    Check that swapped days come in pairs of the same client.

    Source: rule R09.

    :raises CommandRefused: SWAP_UNPAIRED
    """
    row = step.row
    if row.code not in _SWAPS:
        return
    pair: Any = await Attendance.get_or_none(pk=row.swapped_with_id, using_db=step.db) if row.swapped_with_id else None
    if pair is None or pair.code != _SWAPS[row.code] or pair.client_id != row.client_id:
        raise transition_refused("SWAP_UNPAIRED", "swappedWithId")


async def stamp_recorded(step: Step) -> Changes:
    """
    Set who recorded the day, when, in which role, and the unit for whose account it counts from now on.

    Present without minutes means the planned minutes. A correction counts where the day that it replaces does.
    """
    viewer, row = step.context.viewer, step.row
    changes = set_column(row, "accounting_unit_id", "accountingUnitId", await _accounting_unit(step))
    changes |= set_column(row, "source", "source", _SOURCES.get(viewer.kind, "COACH"))
    changes |= set_column(row, "recorded_at", "recordedAt", step.context.now)
    changes |= set_column(row, "recorded_by_name", "recordedByName", viewer.name)
    row.recorded_by = viewer.account
    if row.minutes is None and row.code.startswith("PRESENT"):
        changes |= set_column(row, "minutes", "minutes", row.planned_minutes)
    return changes


async def _accounting_unit(step: Step) -> UUID:
    row = step.row
    replaced: Any = await Attendance.get(pk=row.replaces_id, using_db=step.db) if row.replaces_id else row
    return UUID(str(replaced.accounting_unit_id or row.unit_id))


async def presence_of_code(change: PendingChange) -> list[Problem]:
    """
    Set what others than the person and the coaching team see of a code: present or absent, as the vocabulary says.

    A word that says nothing of it shows an absence when it is one, and nothing otherwise.
    """
    row = change.row
    if "code" in change.keys:
        term = (
            await Term.filter(vocabulary="attendance_code", token=row.code, state__in=PUBLISHED_TERM_STATES)
            .using_db(change.db)
            .first()
        )
        facts = {fact["name"]: fact["text"] for fact in term.facts} if term else {}
        row.presence = facts.get("presence") or ("ABSENT" if facts.get("is_absence") == "yes" else None)
    return []


async def day_of_contract(change: PendingChange) -> list[Problem]:
    """
    Check that a working day lies in the period of its contract, and who may plan it for a protected person.

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
    return problem_unless(row.contract.starts_on <= row.day <= row.contract.ends_on, "DAY_OUTSIDE_CONTRACT", "day")


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
    ),
    effects=(stamp_recorded,),
    rules=(
        presence_of_code,
        day_of_contract,
        correction_of_locked,
        swap_in_programme,
    ),
)
