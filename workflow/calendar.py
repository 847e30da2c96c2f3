"""Days and months of the register: days are those in Finland. The one place that knows the holidays. Pure."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

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


def last_day_of_month(day: date) -> date:
    """Return the last day of the month of a day."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def public_holidays(years: Iterable[int]) -> frozenset[date]:
    """
    Return the holidays of years: those of the church, Independence Day, May Day, and Christmas and Midsummer Eve.

    Source: act 388/2023 on holidays, act 150/1930, section 5.
    """
    return frozenset().union(*(_holidays_of_year(year) for year in years))


@lru_cache(200)
def _holidays_of_year(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("FI", years=year))


def is_working_day(day: date) -> bool:
    """Return whether a day is neither a Saturday, a Sunday nor a holiday."""
    return day.isoweekday() < 6 and day not in _holidays_of_year(day.year)


def working_day_from(day: date) -> date:
    """
    Return a day on which a period may end: the day itself, or the next working day.

    Source: act 150/1930, section 5; regulation (EEC, Euratom) 1182/71, article 3(4).
    """
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
