"""A year of working days of the demo: planned from the contract, then recorded, confirmed and locked by age."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import models
from models.vocabulary import attendance_codes
from service.demo.context import DemoContext
from service.demo.fixed_ids import FIXED_IDS
from service.demo.ledger import DemoRow
from service.demo.people.journeys import Journey
from workflow.attendance import LOCKED_DAY_STATES, PAST_DAY_STATES, RECORDED_DAY_STATES
from workflow.attendance_codes import CodeEffects, code_effects
from workflow.calendar import FINNISH_ZONE
from workflow.service_rules import Slot, planned_days

_A_YEAR = timedelta(days=365)
_CODES = {
    "PRESENT": 820,
    "PRESENT_REMOTE": 40,
    "PRESENT_SHORT": 20,
    "ABSENT_SICK": 60,
    "ABSENT_AGREED": 26,
    "ABSENT_UNAUTHORISED": 14,
    "ABSENT_CHILD": 8,
    "ABSENT_INTERVIEW": 6,
    "NOT_ORGANISED": 6,
}
UNSETTLED = 0.04  # share of the recorded days whose reason is not known yet
SWAPPED = 0.06  # share of the contracts with a pair of swapped days
CORRECTED = 0.001  # share of the locked days that have a correction
_LOCKED = 0  # the client, here long enough, whose first locked day has an id of its own
_NAMED = {0: "attendance_of_trainee", 2: "attendance_of_coach", 5: "attendance_of_workplace"}


def plan_days(demo: DemoContext, journey: Journey, contract: DemoRow, last: date) -> None:
    """Add the working days of a contract up to `last`, but not older than a year."""
    pattern = [Slot(slot["weekday"], slot["minutes"]) for slot in contract["weekly_pattern"]]
    first = max(contract["starts_on"], demo.today - _A_YEAR)
    days = list(planned_days(pattern, first, last, demo.public_holidays))
    starts_at = time.fromisoformat(contract["weekly_pattern"][0]["startsAt"])
    swapped = _swapped(demo, [day for day, _ in days])
    for day, minutes in days:
        state = _state(demo, journey, day)
        row_id = demo.ledger.new_id(contract["created_at"])
        columns: dict[str, Any] = {"id": row_id, "day": day, "planned_minutes": minutes}
        if state in PAST_DAY_STATES:
            columns |= _recorded(
                demo, journey, contract, datetime.combine(day, starts_at, FINNISH_ZONE), minutes, state
            )
        if day in swapped:
            columns |= swapped[day]
        if day == demo.working_day and journey.number in _NAMED:
            columns["id"] = FIXED_IDS[_NAMED[journey.number]]
        if state in LOCKED_DAY_STATES and journey.number == _LOCKED and _is_first(demo, journey):
            columns["id"] = FIXED_IDS["attendance_locked"]
        row = _day(demo, journey, contract, state, **columns)
        if state in LOCKED_DAY_STATES and demo.chance.random() < CORRECTED:
            _day(
                demo,
                journey,
                contract,
                "RECORDED",
                **{**columns, "id": demo.ledger.new_id(demo.now)},
                replaces_id=row["id"],
            )


def _is_first(demo: DemoContext, journey: Journey) -> bool:
    """Return whether a client has no working day yet."""
    return all(row["client_id"] != journey.id for row in demo.ledger.rows.get(models.Attendance, ()))


def _day(demo: DemoContext, journey: Journey, contract: DemoRow, state: str, **columns: Any) -> DemoRow:
    return demo.ledger.add(
        "attendance",
        state,
        contract["created_at"],
        journey.coach.author,
        trail=False,
        contract_id=contract["id"],
        client_id=journey.id,
        unit_id=journey.coach.unit,
        presence=attendance_codes()[columns["code"]].facts.get("presence") if columns.get("code") else None,
        accounting_unit_id=journey.coach.unit if state in PAST_DAY_STATES else None,
        workplace_id=contract["workplace_id"],
        referral_id=journey.referral,
        **columns,
    )


def _state(demo: DemoContext, journey: Journey, day: date) -> str:
    """Return the state by age: locked before last month, confirmed until last week, then recorded, at last planned."""
    locked_before = (demo.today.replace(day=1) - timedelta(days=1)).replace(day=1)
    if day > demo.working_day:
        return "PLANNED"
    if day == demo.working_day:
        return "PLANNED" if journey.is_of_cast or demo.chance.random() < 0.5 else "RECORDED"
    if day < locked_before:
        return "LOCKED"
    return "CONFIRMED" if day < demo.working_day - timedelta(days=7) else "RECORDED"


def effects_at_first(code: str) -> CodeEffects:
    """Return what an attendance code entails as it comes with the service."""
    return code_effects([{"name": n, "text": t} for n, t in attendance_codes()[code].facts.items()])


def _recorded(
    demo: DemoContext, journey: Journey, contract: DemoRow, starts_at: datetime, minutes: int, state: str
) -> dict[str, Any]:
    chance = demo.chance
    code = chance.choices(tuple(_CODES), tuple(_CODES.values()))[0]
    if state in RECORDED_DAY_STATES and chance.random() < UNSETTLED:
        code = "ABSENT_PENDING"
    workplace: UUID | None = contract["workplace_id"]
    effects = effects_at_first(code)
    by_workplace = workplace is not None and effects.has_hours
    author = demo.workplace_author[workplace] if workplace is not None and by_workplace else journey.coach.author
    arrived = starts_at.astimezone(UTC) + timedelta(minutes=chance.randrange(-5, 10))
    columns: dict[str, Any] = {
        "code": code,
        "source": "WORKPLACE" if by_workplace else "COACH",
        "recorded_by": author.account,
        "recorded_by_name": author.name,
        "recorded_at": min(arrived + timedelta(minutes=20), demo.now),
    }
    if effects.has_hours:
        present = min(minutes, effects.most_minutes or minutes)
        columns |= {"minutes": present, "arrived_at": arrived, "left_at": arrived + timedelta(minutes=present)}
    elif attendance_codes()[code].facts.get("needs_certificate_after_days"):
        columns["certificate_seen_until"] = starts_at.date() if chance.random() < 0.5 else None
    return columns


def _swapped(demo: DemoContext, days: list[date]) -> dict[date, dict[str, Any]]:
    """Return the columns of two swapped days in the past, for some contracts."""
    past_days = [day for day in days if day < demo.working_day]
    if len(past_days) < 2 or demo.chance.random() >= SWAPPED:
        return {}
    day_off, replacement = past_days[-2:]
    ids = [demo.ledger.new_id(demo.now) for _ in range(2)]
    absent = dict.fromkeys(("minutes", "arrived_at", "left_at"))
    return {
        day_off: {"id": ids[0], "swapped_with_id": ids[1], "code": "SWAPPED_OUT", **absent},
        replacement: {"id": ids[1], "swapped_with_id": ids[0], "code": "SWAPPED_IN"},
    }
