"""Contracts: the limits of their service, who signed, and the working days that begin with them."""

from datetime import timedelta
from typing import Any

import holidays

from models.attendance import Attendance
from models.client import Client
from models.contract import Contract
from models.term import ServiceType
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.code_checks import unknown_term
from resolvers.writing.creation import new_row
from resolvers.writing.history import record_creations
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import move_to_state, set_column, transition_refused
from workflow.attendance import PLANNED_DAY_STATES
from workflow.contract import CONTRACT_IN_FORCE_STATES
from workflow.roles import Role
from workflow.service_rules import ServiceLimits, Slot, broken_limits, planned_days
from workflow.term import OFFERED_SERVICE_STATES

# Who signs as which party; a workplace signs only where there is one.
PARTIES = {Role.TRAINEE: "CLIENT", Role.WORKPLACE: "PROVIDER", Role.SUPERVISOR: "ARRANGER"}


def pattern_of(row: Any) -> list[Slot]:
    """Return the weekly pattern of a contract."""
    return [Slot(int(s["weekday"]), int(s["minutes"])) for s in row.weekly_pattern]


async def rules_of(step: Step) -> ServiceType:
    """
    Return the version of the programme's service type that is valid on the contract's first day.

    :raises CommandRefused: SERVICE_TYPE_NOT_VALID when there is none
    """
    await step.row.fetch_related("programme__service_type", using_db=step.db)
    code, day = step.row.programme.service_type.code, step.row.starts_on
    versions = (
        await ServiceType.filter(code=code, state__in=OFFERED_SERVICE_STATES, starts_on__lte=day)
        .using_db(step.db)
        .order_by("-starts_on")
    )
    found = next((v for v in versions if v.ends_before is None or v.ends_before > day), None)
    if found is None:
        raise transition_refused("SERVICE_TYPE_NOT_VALID", "startsOn")
    return found


async def weekly_pattern_given(step: Step) -> None:
    """
    A contract has at least one weekday.

    :raises CommandRefused: PATTERN_MISSING
    """
    if not step.row.weekly_pattern:
        raise transition_refused("PATTERN_MISSING", "weeklyPattern")


async def service_type_limits(step: Step) -> None:
    """
    The contract keeps within the rules of its service. Rules R04–R06.

    :raises CommandRefused: SERVICE_LIMITS, with the limits that are broken
    """
    rules = await rules_of(step)
    limits = ServiceLimits(**{name: getattr(rules, name) for name in ServiceLimits.__dataclass_fields__})
    if broken := broken_limits(limits, pattern_of(step.row), step.row.starts_on, step.row.ends_on):
        raise transition_refused("SERVICE_LIMITS", "weeklyPattern", limits=", ".join(broken))


def required_parties(row: Any) -> set[str]:
    """Return the parties whose signatures a contract needs."""
    return {"CLIENT", "ARRANGER"} | ({"PROVIDER"} if row.workplace_id else set())


async def signatures_complete(step: Step) -> None:
    """
    Everybody has signed.

    :raises CommandRefused: SIGNATURE_MISSING, with the parties that have not
    """
    missing = required_parties(step.row) - {s["party"] for s in step.row.signatures}
    if missing:
        raise transition_refused("SIGNATURE_MISSING", "signatures", parties=", ".join(sorted(missing)))


def _party(step: Step) -> str | None:
    viewer = step.context.viewer
    return next((p for r, p in PARTIES.items() if r in viewer.everywhere or str(r) in viewer.units), None)


async def not_signed_yet(step: Step) -> None:
    """
    A party signs once.

    :raises CommandRefused: SIGNED_ALREADY
    """
    if _party(step) in {s["party"] for s in step.row.signatures}:
        raise transition_refused("SIGNED_ALREADY")


async def sign_as_party(step: Step) -> Changes:
    """Add the signature of the party that the caller stands for."""
    return _signed(step, str(_party(step)), "LOGGED_IN", step.context.viewer.name)


async def record_paper_signature(step: Step) -> Changes:
    """
    Add a signature given on paper; the reason code names the party, the comment the person.

    :raises CommandRefused: UNKNOWN_TERM or SIGNED_ALREADY
    """
    party = step.reason or ""
    if party not in required_parties(step.row):
        raise CommandRefused(unknown_term("signature_party", "reason"))
    if party in {s["party"] for s in step.row.signatures}:
        raise transition_refused("SIGNED_ALREADY", "reason")
    return _signed(step, party, "HANDWRITTEN", step.comment or "")


def _signed(step: Step, party: str, method: str, name: str) -> Changes:
    signature = {"party": party, "method": method, "name": name, "signedAt": step.context.now.isoformat()}
    return set_column(step.row, "signatures", "signatures", [*step.row.signatures, signature])


async def no_overlap(step: Step) -> None:
    """
    No second full service at the same time; the database's exclusion constraint has the last word. Rule R25.

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
    ours = [row.pk, *([row.supersedes_id] if row.supersedes_id else [])]
    if await others.exclude(pk__in=ours).using_db(step.db).exists():
        raise transition_refused("OVERLAPPING_SERVICE", "startsOn")


async def supersede_previous(step: Step) -> Changes:
    """Let an amendment take the place of the contract it amends, from its own first day."""
    if step.row.supersedes_id is None:
        return {}
    old = await Contract.get(pk=step.row.supersedes_id, using_db=step.db)
    await _unplan(step, old, step.row.starts_on)
    await move_to_state(step, "contract", old, "SUPERSEDED", "SUPERSEDE")
    return {}


async def plan_attendance(step: Step) -> Changes:
    """Plan the working days from today or the first day on, Finnish holidays left out; what is there already stays."""
    row, begins = step.row, max(step.row.starts_on, step.context.today)
    years = range(row.starts_on.year, row.ends_on.year + 1)
    free = set(holidays.country_holidays("FI", years=years))
    there = set(await Attendance.filter(contract_id=row.pk).using_db(step.db).values_list("day", flat=True))
    begins = row.starts_on if not there else begins
    await row.fetch_related("programme", using_db=step.db)
    days = [d for d in planned_days(pattern_of(row), begins, row.ends_on, free) if d[0] not in there]
    await _planned(step, days)
    return {}


async def _planned(step: Step, days: list[tuple[Any, int]]) -> None:
    row, type_ = step.row, step.context.content_types["attendance"]
    planned: list[Any] = []
    for day, minutes in days:
        one: Any = new_row(step.context, type_)
        one.day, one.planned_minutes, one.contract_id = day, minutes, row.pk
        one.client_id, one.unit_id, one.workplace_id = row.client_id, row.unit_id, row.workplace_id
        one.referral_id = row.programme.referral_id
        planned.append(one)
    await Attendance.bulk_create(planned, using_db=step.db)
    await record_creations(step.context, type_, [(day, {}) for day in planned], step.db)


async def unplan_attendance(step: Step) -> Changes:
    """Take back the planned days from tomorrow on."""
    await _unplan(step, step.row, step.context.today + timedelta(days=1))
    return {}


async def _unplan(step: Step, contract: Any, begins: Any) -> None:
    await (
        Attendance.filter(contract_id=contract.pk, state__in=PLANNED_DAY_STATES, day__gte=begins)
        .using_db(step.db)
        .delete()
    )


async def contract_terms(change: PendingChange) -> list[Problem]:
    """Take over the name by which the workplace calls the client, and whether the service is a full one."""
    row = change.row
    if row.call_name is None:
        client = await Client.get(pk=row.client_id, using_db=change.db)
        row.call_name = client.call_name or client.first_names.split()[0]
    await row.fetch_related("programme__service_type", using_db=change.db)
    row.is_full_service = row.programme.service_type.is_full_service
    return problem_unless(row.ends_on >= row.starts_on, "PERIOD_BACKWARDS", "endsOn")


async def contract_version(change: PendingChange) -> list[Problem]:
    """An amendment follows a contract in force of the same client, and counts on from it."""
    row = change.row
    if "supersedesId" not in change.keys:
        return []
    old: Any = await Contract.get(pk=row.supersedes_id, using_db=change.db)
    row.version = old.version + 1
    fits = old.client_id == row.client_id and old.state in CONTRACT_IN_FORCE_STATES
    return problem_unless(fits, "MISMATCH", "supersedesId")


async def weekdays_once(change: PendingChange) -> list[Problem]:
    """A weekday stands once in a weekly pattern."""
    days = [slot.weekday for slot in pattern_of(change.row)]
    return problem_unless(len(days) == len(set(days)), "WEEKDAY_TWICE", "weeklyPattern")


CONTRACT_RULES = Rulebook.of(
    guards=(
        weekly_pattern_given,
        service_type_limits,
        signatures_complete,
        not_signed_yet,
        no_overlap,
    ),
    effects=(
        sign_as_party,
        record_paper_signature,
        supersede_previous,
        plan_attendance,
        unplan_attendance,
    ),
    rules=(
        contract_terms,
        contract_version,
        weekdays_once,
    ),
)
