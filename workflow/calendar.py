"""Days and months of the register: days are those in Finland. Pure."""

from calendar import monthrange
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

FINNISH_ZONE_NAME = "Europe/Helsinki"
FINNISH_ZONE = ZoneInfo(FINNISH_ZONE_NAME)


def finnish_day(moment: datetime) -> date:
    """Return the day in Finland of an aware moment."""
    return _day_of_quarter(int(moment.timestamp() // 900))


@lru_cache(1000)
def _day_of_quarter(quarter: int) -> date:
    """Return the day of a quarter of an hour since 1970; every day of our zone begins with one since 1921."""
    return datetime.fromtimestamp(quarter * 900, FINNISH_ZONE).date()


def months_after(day: date, months: int) -> date:
    """
    Return the same day a number of calendar months later; in a shorter month the last day.

    Source: rule R20.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
