"""
The rules of service types: the limits of a weekly pattern, and the days that a contract plans.

Source: rules R04–R06.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
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


def broken_limits(limits: ServiceLimits, pattern: Sequence[Slot], starts_on: date, ends_on: date) -> list[str]:
    """
    Return the names of the limits that a contract breaks, in the order of the fields of `ServiceLimits`.

    `ends_on` is the last day. Source: the service type's version that is valid on the start date.
    """
    days = len({slot.weekday for slot in pattern})
    minutes = [slot.minutes for slot in pattern]
    past_end = ends_on + timedelta(days=1)
    broken: Mapping[str, bool] = {
        "min_days_per_week": _below(days, limits.min_days_per_week),
        "max_days_per_week": _above(days, limits.max_days_per_week),
        "min_minutes_per_day": any(_below(m, limits.min_minutes_per_day) for m in minutes),
        "max_minutes_per_day": any(_above(m, limits.max_minutes_per_day) for m in minutes),
        "max_minutes_per_week": _above(sum(minutes), limits.max_minutes_per_week),
        "min_months": limits.min_months is not None and past_end < months_after(starts_on, limits.min_months),
        "max_months": limits.max_months is not None and past_end > months_after(starts_on, limits.max_months),
    }
    return [name for name, is_broken in broken.items() if is_broken]


def _below(value: int, least: int | None) -> bool:
    return least is not None and value < least


def _above(value: int, most: int | None) -> bool:
    return most is not None and value > most


def planned_days(
    pattern: Sequence[Slot], starts_on: date, ends_on: date, holidays: Collection[date]
) -> Iterator[tuple[date, int]]:
    """Yield the working days of a pattern with their minutes, in order, including both ends and without holidays."""
    minutes = {slot.weekday: slot.minutes for slot in pattern}
    for number in range((ends_on - starts_on).days + 1):
        day = starts_on + timedelta(days=number)
        if day.isoweekday() in minutes and day not in holidays:
            yield day, minutes[day.isoweekday()]
