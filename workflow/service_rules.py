"""
The rules of service types: the limits of a weekly pattern, and the days that a contract plans.

Source: rules R04–R06.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.calendar import months_after


@dataclass(frozen=True)
class Slot:
    """One working day of a week: the ISO weekday (1–7) and the minutes without travel."""

    weekday: int
    minutes: int


@dataclass(frozen=True)
class ServiceLimits:
    """The limits of one version of a service type; None means no limit."""

    min_days_per_week: int | None = None
    max_days_per_week: int | None = None
    min_minutes_per_day: int | None = None
    max_minutes_per_day: int | None = None
    max_minutes_per_week: int | None = None
    min_months: int | None = None
    max_months: int | None = None


@dataclass(frozen=True)
class BrokenLimit:
    """A limit that a contract breaks: a field of `ServiceLimits`, its value, and what the contract has."""

    name: str
    limit: int
    value: int


def broken_limits(limits: ServiceLimits, pattern: Sequence[Slot], starts_on: date, ends_on: date) -> list[BrokenLimit]:
    """
    Return the limits that a contract breaks, in the order of the fields of `ServiceLimits`.

    `ends_on` is the last day; a month that is begun counts as one towards the most, and not towards the least.
    Source: the service type's version that is valid on the start date.
    """
    minutes = [slot.minutes for slot in pattern] or [0]
    full, is_begun = _months(starts_on, ends_on)
    days = len({slot.weekday for slot in pattern})
    values = {
        "min_days_per_week": days,
        "max_days_per_week": days,
        "min_minutes_per_day": min(minutes),
        "max_minutes_per_day": max(minutes),
        "max_minutes_per_week": sum(minutes),
        "min_months": full,
        "max_months": full + is_begun,
    }
    asked = ((name, getattr(limits, name), value) for name, value in values.items())
    return [BrokenLimit(*one) for one in asked if one[1] is not None and _is_broken(*one)]


def _is_broken(name: str, limit: int, value: int) -> bool:
    return value < limit if name.startswith("min_") else value > limit


def _months(starts_on: date, ends_on: date) -> tuple[int, bool]:
    """Return how many full months a period has, and whether another is begun."""
    past_end = ends_on + timedelta(days=1)
    full = (past_end.year - starts_on.year) * 12 + past_end.month - starts_on.month
    if past_end < months_after(starts_on, full):
        full -= 1
    return full, past_end > months_after(starts_on, full)


def planned_days(
    pattern: Sequence[Slot], starts_on: date, ends_on: date, holidays: Collection[date]
) -> Iterator[tuple[date, int]]:
    """Yield the working days of a pattern with their minutes, in order, including both ends and without holidays."""
    minutes = {slot.weekday: slot.minutes for slot in pattern}
    for number in range((ends_on - starts_on).days + 1):
        day = starts_on + timedelta(days=number)
        if day.isoweekday() in minutes and day not in holidays:
            yield day, minutes[day.isoweekday()]
