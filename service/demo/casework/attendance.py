"""A year of working days: planned by the contract, then recorded, confirmed and locked as they grow old."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from service.demo.landmarks import LANDMARKS
from service.demo.ledger import DemoRow
from service.demo.people.journeys import Journey
from service.demo.stage import DEMO_ZONE, DemoStage
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
UNSETTLED = 0.04  # of the recorded days: the reason is not known yet
SWAPPED = 0.06  # of the contracts have a pair of swapped days
CORRECTED = 0.001  # of the locked days
_NAMED = {0: "attendance_of_trainee", 2: "attendance_of_coach", 5: "attendance_of_workplace"}


def plan_days(stage: DemoStage, journey: Journey, contract: DemoRow, last: date) -> None:
    """Add the working days of a contract up to `last`, at most a year back."""
    pattern = [Slot(slot["weekday"], slot["minutes"]) for slot in contract["weekly_pattern"]]
    first = max(contract["starts_on"], stage.today - _A_YEAR)
    days = list(planned_days(pattern, first, last, stage.free_days))
    begins = time.fromisoformat(contract["weekly_pattern"][0]["startsAt"])
    swapped = _swapped(stage, [day for day, _ in days])
    for day, minutes in days:
        state = _state(stage, journey, day)
        row_id = stage.ledger.new_id(contract["created_at"])
        columns: dict[str, Any] = {"id": row_id, "day": day, "planned_minutes": minutes}
        if state != "PLANNED":
            columns |= _recorded(stage, journey, contract, datetime.combine(day, begins, DEMO_ZONE), minutes, state)
        if day in swapped:
            columns |= swapped[day]
        if day == stage.working_day and journey.number in _NAMED:
            columns["id"] = LANDMARKS[_NAMED[journey.number]]
        row = _day(stage, journey, contract, state, **columns)
        if state == "LOCKED" and stage.chance.random() < CORRECTED:
            _day(
                stage,
                journey,
                contract,
                "RECORDED",
                **{**columns, "id": stage.ledger.new_id(stage.now)},
                replaces_id=row["id"],
            )


def _day(stage: DemoStage, journey: Journey, contract: DemoRow, state: str, **columns: Any) -> DemoRow:
    return stage.ledger.add(
        "attendance",
        state,
        contract["created_at"],
        journey.coach.author,
        trail=False,
        contract_id=contract["id"],
        client_id=journey.id,
        unit_id=journey.coach.unit,
        workplace_id=contract["workplace_id"],
        referral_id=journey.referral,
        **columns,
    )


def _state(stage: DemoStage, journey: Journey, day: date) -> str:
    """Locked until the month before last, confirmed until last week, recorded since; today is still to be done."""
    locked_before = (stage.today.replace(day=1) - timedelta(days=1)).replace(day=1)
    if day > stage.working_day:
        return "PLANNED"
    if day == stage.working_day:
        return "PLANNED" if journey.is_of_cast or stage.chance.random() < 0.5 else "RECORDED"
    if day < locked_before:
        return "LOCKED"
    return "CONFIRMED" if day < stage.working_day - timedelta(days=7) else "RECORDED"


def _recorded(
    stage: DemoStage, journey: Journey, contract: DemoRow, begins: datetime, minutes: int, state: str
) -> dict[str, Any]:
    chance = stage.chance
    code = chance.choices(tuple(_CODES), tuple(_CODES.values()))[0]
    if state == "RECORDED" and chance.random() < UNSETTLED:
        code = "ABSENT_PENDING"
    workplace: UUID | None = contract["workplace_id"]
    by_workplace = workplace is not None and code.startswith("PRESENT")
    author = stage.workplace_author[workplace] if workplace is not None and by_workplace else journey.coach.author
    arrived = begins.astimezone(UTC) + timedelta(minutes=chance.randrange(-5, 10))
    found: dict[str, Any] = {
        "code": code,
        "source": "WORKPLACE" if by_workplace else "COACH",
        "recorded_by": author.account,
        "recorded_by_name": author.name,
        "recorded_at": min(arrived + timedelta(minutes=20), stage.now),
    }
    if code.startswith("PRESENT"):
        present = 200 if code == "PRESENT_SHORT" else minutes
        found |= {"minutes": present, "arrived_at": arrived, "left_at": arrived + timedelta(minutes=present)}
    elif code == "ABSENT_SICK":
        found["certificate_seen_until"] = begins.date() if chance.random() < 0.5 else None
    return found


def _swapped(stage: DemoStage, days: list[date]) -> dict[date, dict[str, Any]]:
    """Return the columns of a pair of swapped days that both have passed, for some contracts."""
    passed = [day for day in days if day < stage.working_day]
    if len(passed) < 2 or stage.chance.random() >= SWAPPED:
        return {}
    away, instead = passed[-2:]
    ids = [stage.ledger.new_id(stage.now) for _ in range(2)]
    absent = dict.fromkeys(("minutes", "arrived_at", "left_at"))
    return {
        away: {"id": ids[0], "swapped_with_id": ids[1], "code": "SWAPPED_OUT", **absent},
        instead: {"id": ids[1], "swapped_with_id": ids[0], "code": "SWAPPED_IN"},
    }
