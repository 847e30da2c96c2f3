"""Whether the fields of one working day agree with each other: the code, the minutes, arrival and departure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from workflow.attendance_codes import CodeEffects
from workflow.calendar import FINNISH_ZONE, finnish_day

_MORNING_ENDS_AT = time(12)  # whoever works at night leaves on the next morning
_SMALLEST_SHARE = 2  # a break of more than half of the stay is no break: 8 hours there and 5 minutes counted is a slip


@dataclass(frozen=True)
class DayHours:
    """The hours of a working day: a local day, minutes without travel, and two instants."""

    day: date
    planned_minutes: int
    minutes: int | None = None
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    certificate_seen_until: date | None = None


@dataclass(frozen=True)
class Disagreement:
    """Two fields of a day that cannot both be right: a stable code, the field to change, and the bounds it has."""

    code: str
    key: str
    facts: Mapping[str, str] = field(default_factory=dict)


def counted_minutes(hours: DayHours, effects: CodeEffects) -> int | None:
    """
    Return the minutes that a day counts: those that are given, or those that follow from the hours and the plan.

    It is None when the code has no hours, and when nothing tells how long the person was there.
    """
    if hours.minutes is not None or not effects.has_hours:
        return hours.minutes
    planned = hours.planned_minutes or None
    stay = _stay(hours)
    if stay is not None and (planned is None or not _least(stay) <= planned <= stay):
        return stay
    return planned


@lru_cache(256)
def disagreements(hours: DayHours, effects: CodeEffects | None, now: datetime) -> tuple[Disagreement, ...]:
    """
    Return what does not agree on a day, in the order of the fields; most days of a morning have the same hours.

    Without a code, `effects` is None and only the hours are judged.
    """
    return *_by_code(hours, effects), *_by_clock(hours, now), *_by_length(hours)


def record_disagreements(hours: DayHours, effects: CodeEffects, now: datetime) -> tuple[Disagreement, ...]:
    """Return what does not agree on a day that is recorded: its minutes must be known where the code has hours."""
    counted = counted_minutes(hours, effects)
    if counted is None and effects.has_hours:
        return (Disagreement("MINUTES_MISSING", "minutes"),)
    return disagreements(hours if counted == hours.minutes else replace(hours, minutes=counted), effects, now)


def _by_code(hours: DayHours, effects: CodeEffects | None) -> Iterator[Disagreement]:
    until = hours.certificate_seen_until
    if until is not None and until < hours.day:
        yield Disagreement("CERTIFICATE_BEFORE_DAY", "certificateSeenUntil")
    if effects is None:
        return
    given = {"minutes": hours.minutes, "arrivedAt": hours.arrived_at, "leftAt": hours.left_at}
    if not effects.has_hours:
        yield from (Disagreement("CODE_WITHOUT_HOURS", key) for key, value in given.items() if value is not None)
    if effects.most_minutes is not None and (hours.minutes or 0) > effects.most_minutes:
        yield Disagreement("MINUTES_OVER_CODE", "minutes", {"most": str(effects.most_minutes)})
    if until is not None and not effects.is_absence:
        yield Disagreement("CERTIFICATE_WITHOUT_ABSENCE", "certificateSeenUntil")


def _by_clock(hours: DayHours, now: datetime) -> Iterator[Disagreement]:
    morning = datetime.combine(hours.day + timedelta(days=1), _MORNING_ENDS_AT, FINNISH_ZONE)
    arrived, left = hours.arrived_at, hours.left_at
    if hours.minutes is not None and hours.day > finnish_day(now):
        yield Disagreement("DAY_TO_COME", "minutes")
    if arrived is not None and finnish_day(arrived) != hours.day:
        yield Disagreement("ARRIVAL_ON_ANOTHER_DAY", "arrivedAt")
    if left is not None and not (hours.day <= finnish_day(left) and left <= morning):
        yield Disagreement("DEPARTURE_ON_ANOTHER_DAY", "leftAt")
    for key, moment in (("arrivedAt", arrived), ("leftAt", left)):
        if moment is not None and moment > now:
            yield Disagreement("MOMENT_TO_COME", key)
    if arrived is not None and left is not None and left < arrived:
        yield Disagreement("DEPARTURE_BEFORE_ARRIVAL", "leftAt")


def _by_length(hours: DayHours) -> Iterator[Disagreement]:
    stay = _stay(hours)
    if stay is not None and hours.minutes is not None and not _least(stay) <= hours.minutes <= stay:
        yield Disagreement("MINUTES_OUTSIDE_HOURS", "minutes", {"least": str(_least(stay)), "most": str(stay)})


def _stay(hours: DayHours) -> int | None:
    """Return the minutes between arrival and departure, a part of one counted whole."""
    if hours.arrived_at is None or hours.left_at is None or hours.left_at < hours.arrived_at:
        return None
    return -((hours.arrived_at - hours.left_at) // timedelta(minutes=1))


def _least(stay: int) -> int:
    return stay // _SMALLEST_SHARE
