"""Days and moments as people write them, in Finnish, Swedish and English: 30.8.–28.11.2026, klo 15.53."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from resolvers.catalogues import translated
from workflow.calendar import FINNISH_ZONE

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - a row of words
)


def day_text(day: date, language: str) -> str:
    """Return a day: 30.8.2026 in Finnish and Swedish, 30 August 2026 in English."""
    return f"{_day_and_month(day, language)}{'' if language != 'en' else ' '}{day.year}"


def period_text(first: date, last: date, language: str) -> str:
    """Return a period of days: 30.8.–28.11.2026; the year stands once where it is the same."""
    if first == last:
        return day_text(first, language)
    if first.year != last.year:
        return f"{day_text(first, language)} – {day_text(last, language)}"
    dash = " – " if language == "en" else "–"
    return f"{_day_and_month(first, language)}{dash}{day_text(last, language)}"


def moment_text(moment: datetime, language: str) -> str:
    """Return a moment in Finland: 30.8.2026 klo 15.53."""
    there = moment.astimezone(FINNISH_ZONE)
    return translated(
        "%(day)s at %(clock)s", language, day=day_text(there.date(), language), clock=clock_text(there.time(), language)
    )


def clock_text(clock: time, language: str) -> str:
    """Return a time of day: 15.53, in English 15:53."""
    return f"{clock.hour}{':' if language == 'en' else '.'}{clock.minute:02}"


def month_text(month: date, language: str) -> str:
    """Return a month: 8/2026, in English August 2026."""
    return f"{_MONTHS[month.month - 1]} {month.year}" if language == "en" else f"{month.month}/{month.year}"


def weekly_slot_text(slot: Mapping[str, Any], language: str) -> str:
    """Return one working day of a week: tiistaisin klo 9.00, 300 min."""
    day = (
        translated("on Mondays", language),
        translated("on Tuesdays", language),
        translated("on Wednesdays", language),
        translated("on Thursdays", language),
        translated("on Fridays", language),
        translated("on Saturdays", language),
        translated("on Sundays", language),
    )[int(slot["weekday"]) - 1]
    if slot.get("startsAt") is None:
        return translated("%(day)s, %(minutes)s min", language, day=day, minutes=slot["minutes"])
    clock = clock_text(time.fromisoformat(str(slot["startsAt"])), language)
    return translated("%(day)s at %(clock)s, %(minutes)s min", language, day=day, clock=clock, minutes=slot["minutes"])


def _day_and_month(day: date, language: str) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}" if language == "en" else f"{day.day}.{day.month}."
