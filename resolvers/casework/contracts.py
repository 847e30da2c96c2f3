"""Contracts: their signatures, and the working days that are planned from them."""

from collections.abc import Mapping, Sequence
from datetime import time, timedelta
from types import MappingProxyType
from typing import Any

from models.attendance import Attendance
from models.client import Client
from models.contract import Contract
from resolvers.casework.contract_limits import (
    allow_exception,
    exception_of_terms,
    pattern_of,
    rules_of,
    service_type_limits,
)
from resolvers.casework.locked_months import check_months_open
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.code_checks import unknown_term
from resolvers.writing.copies import copied_values
from resolvers.writing.creation import new_row
from resolvers.writing.history import next_revision, record_change, record_creations
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import move_to_state, set_column, transition_refused
from workflow.attendance import PLANNED_DAY_STATES
from workflow.calendar import public_holidays
from workflow.contract import CONTRACT_IN_FORCE_STATES
from workflow.roles import Role
from workflow.service_rules import planned_days

# The party for which each role signs. The workplace signs only contracts that have one.
PARTIES = {Role.TRAINEE: "CLIENT", Role.GUARDIAN: "CLIENT", Role.WORKPLACE: "PROVIDER", Role.SUPERVISOR: "ARRANGER"}


_MINUTES_OF_DAY = 24 * 60


async def weekly_pattern_given(step: Step) -> None:
    """
    Check that a contract has at least one weekday, and that one falls into its period.

    :raises CommandRefused: PATTERN_MISSING or PATTERN_WITHOUT_DAYS
    """
    row = step.row
    if not row.weekly_pattern:
        raise transition_refused("PATTERN_MISSING", "weeklyPattern")
    if not any(planned_days(pattern_of(row), row.starts_on, row.ends_on, ())):
        raise transition_refused("PATTERN_WITHOUT_DAYS", "weeklyPattern")


def required_parties(row: Any) -> set[str]:
    """Return the parties whose signatures a contract needs."""
    return parties_of(row.workplace_id)


def parties_of(workplace: object) -> set[str]:
    """Return the parties of a contract: a workplace is one where there is one."""
    return {"CLIENT", "ARRANGER"} | ({"PROVIDER"} if workplace else set())


async def signatures_complete(step: Step) -> None:
    """
    Check that all parties have signed.

    :raises CommandRefused: SIGNATURE_MISSING, with the parties that have not signed
    """
    missing = required_parties(step.row) - {s["party"] for s in step.row.signatures}
    if missing:
        raise transition_refused("SIGNATURE_MISSING", "signatures", parties=", ".join(sorted(missing)))


def _party_of_caller(step: Step) -> str | None:
    viewer = step.context.viewer
    return next((p for r, p in PARTIES.items() if r in viewer.everywhere or str(r) in viewer.units), None)


async def not_signed_yet(step: Step) -> None:
    """
    Check that the caller's party has not signed yet.

    :raises CommandRefused: SIGNED_ALREADY
    """
    if _party_of_caller(step) in {s["party"] for s in step.row.signatures}:
        raise transition_refused("SIGNED_ALREADY")


async def sign_as_party(step: Step) -> Changes:
    """Add the signature of the party for which the caller signs."""
    return _add_signature(step, str(_party_of_caller(step)), "LOGGED_IN", step.context.viewer.name)


async def record_paper_signature(step: Step) -> Changes:
    """
    Add a signature that was given on paper: the reason code names the party, the comment the person.

    The day is that of the paper, today unless another one is told.

    :raises CommandRefused: UNKNOWN_TERM or SIGNED_ALREADY
    """
    party = step.reason or ""
    if party not in required_parties(step.row):
        raise CommandRefused(unknown_term("signature_party", "reason"))
    if party in {s["party"] for s in step.row.signatures}:
        raise transition_refused("SIGNED_ALREADY", "reason")
    signed_on = (step.happened_on or step.context.today).isoformat()
    paper = {"signedOn": signed_on, "seenBy": step.context.viewer.name}
    return _add_signature(step, party, "HANDWRITTEN", step.comment or "", paper)


def _add_signature(
    step: Step, party: str, method: str, name: str, paper: Mapping[str, str] = MappingProxyType({})
) -> Changes:
    signature = {"party": party, "method": method, "name": name, "signedAt": step.context.now.isoformat(), **paper}
    return set_column(step.row, "signatures", "signatures", [*step.row.signatures, signature])


async def void_signatures(step: Step) -> Changes:
    """Take the signatures away, because what was signed may change; history keeps them."""
    return set_column(step.row, "signatures", "signatures", [])


async def no_overlap(step: Step) -> None:
    """
    Check that the client has no other full service at the same time.

    An exclusion constraint in the database guarantees it. Source: rule R25.

    :raises CommandRefused: OVERLAPPING_SERVICE
    """
    row = step.row
    row.is_full_service = (await rules_of(step)).is_full_service
    if not row.is_full_service:
        return
    others = Contract.filter(
        client_id=row.client_id,
        is_full_service=True,
        state__in=CONTRACT_IN_FORCE_STATES,
        starts_on__lte=row.ends_on,
        ends_on__gte=row.starts_on,
    )
    own_ids = [row.pk, *([row.supersedes_id] if row.supersedes_id else [])]
    if await others.exclude(pk__in=own_ids).using_db(step.db).exists():
        raise transition_refused("OVERLAPPING_SERVICE", "startsOn")


async def supersede_previous(step: Step) -> Changes:
    """Supersede the contract that this one amends, from the first day of this one."""
    if step.row.supersedes_id is None:
        return {}
    previous = await Contract.get(pk=step.row.supersedes_id, using_db=step.db)
    await _delete_planned_days(step, previous, step.row.starts_on)
    await move_to_state(step, "contract", previous, "SUPERSEDED", "SUPERSEDE")
    return {}


async def plan_attendance(step: Step) -> Changes:
    """
    Plan the working days, without Finnish holidays; days that exist already stay as they are.

    The first time, planning starts on the contract's first day; later it starts today at the earliest.
    """
    row, first_day = step.row, max(step.row.starts_on, step.context.today)
    years = range(row.starts_on.year, row.ends_on.year + 1)
    holidays = public_holidays(years)
    existing = set(await Attendance.filter(contract_id=row.pk).using_db(step.db).values_list("day", flat=True))
    first_day = row.starts_on if not existing else first_day
    days = [d for d in planned_days(pattern_of(row), first_day, row.ends_on, holidays) if d[0] not in existing]
    await _create_planned_days(step, days)
    return {}


async def _create_planned_days(step: Step, days: list[tuple[Any, int]]) -> None:
    row, type_ = step.row, step.context.content_types["attendance"]
    planned: list[Any] = []
    for day, minutes in days:
        attendance: Any = new_row(step.context, type_)
        attendance.day, attendance.planned_minutes, attendance.contract_id = day, minutes, row.pk
        planned.append(attendance)
    copies = await copied_values(step.context, type_, planned[0], step.db) if planned else {}
    for attendance in planned:
        attendance.update_from_dict(copies)
    await check_months_open(step.context, planned, step.db)
    await Attendance.bulk_create(planned, using_db=step.db)
    await record_creations(step.context, type_, [(day, {}) for day in planned], step.db)


async def unplan_attendance(step: Step) -> Changes:
    """Delete the planned days from tomorrow on."""
    await _delete_planned_days(step, step.row, step.context.today + timedelta(days=1))
    return {}


async def _delete_planned_days(step: Step, contract: Any, first_day: Any) -> None:
    going = Attendance.filter(contract_id=contract.pk, state__in=PLANNED_DAY_STATES, day__gte=first_day)
    ids = await going.using_db(step.db).values_list("id", flat=True)
    await _unpair(step, ids)
    await Attendance.filter(id__in=ids).using_db(step.db).delete()


async def _unpair(step: Step, going: Sequence[Any]) -> None:
    """Let the days that were swapped for days that go stand without a pair: somebody says what became of them."""
    swapped = Attendance.filter(swapped_with_id__in=going).using_db(step.db).order_by("id").select_for_update()
    type_ = step.context.content_types["attendance"]
    for row in await swapped:
        changes = set_column(row, "swapped_with_id", "swappedWithId", None)
        next_revision(step.context, row)
        await row.save(using_db=step.db)
        if row.pk not in going:
            await record_change(step.context, type_, row, "UNPAIR", changes, step.db)


async def contract_terms(change: PendingChange) -> list[Problem]:
    """Copy the client's call name for the workplace, and whether the service type is a full service."""
    row = change.row
    if row.call_name is None:
        client = await Client.get(pk=row.client_id, using_db=change.db)
        row.call_name = client.call_name or (client.first_names or client.last_name).split()[0]
    await row.fetch_related("programme__service_type", using_db=change.db)
    row.is_full_service = row.programme.service_type.is_full_service
    return problem_unless(row.ends_on >= row.starts_on, "PERIOD_BACKWARDS", "endsOn")


async def contract_version(change: PendingChange) -> list[Problem]:
    """Check that an amendment follows a contract in force of the same client, and set its version number."""
    row = change.row
    if "supersedesId" not in change.keys:
        return []
    previous: Any = await Contract.get(pk=row.supersedes_id, using_db=change.db)
    row.version = previous.version + 1
    is_amendable = previous.client_id == row.client_id and previous.state in CONTRACT_IN_FORCE_STATES
    return problem_unless(is_amendable, "MISMATCH", "supersedesId")


async def weekdays_once(change: PendingChange) -> list[Problem]:
    """Check that a weekday occurs once in a weekly pattern, and that its day ends by midnight."""
    days = [slot.weekday for slot in pattern_of(change.row)]
    slots = change.row.weekly_pattern
    is_within = all(_minute_of_day(slot) + int(slot["minutes"]) <= _MINUTES_OF_DAY for slot in slots)
    once = problem_unless(len(days) == len(set(days)), "WEEKDAY_TWICE", "weeklyPattern")
    return once + problem_unless(is_within, "PATTERN_PAST_MIDNIGHT", "weeklyPattern")


def _minute_of_day(slot: Mapping[str, Any]) -> int:
    starts_at = time.fromisoformat(str(slot["startsAt"]))
    return starts_at.hour * 60 + starts_at.minute


CONTRACT_RULES = Rulebook.of(
    guards=(
        weekly_pattern_given,
        service_type_limits,
        signatures_complete,
        not_signed_yet,
        no_overlap,
    ),
    effects=(
        allow_exception,
        sign_as_party,
        record_paper_signature,
        void_signatures,
        supersede_previous,
        plan_attendance,
        unplan_attendance,
    ),
    rules=(
        contract_terms,
        exception_of_terms,
        contract_version,
        weekdays_once,
    ),
)
