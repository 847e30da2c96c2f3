"""The last day of a period is a working day, by the calendar of Finland, in every year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.calendar import is_working_day, public_holidays, working_day_from
from workflow.data_request import calendar_due_on, due_on


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (date(2026, 11, 28), date(2026, 11, 30)),  # a Saturday
        (date(2026, 11, 29), date(2026, 11, 30)),  # a Sunday
        (date(2026, 1, 6), date(2026, 1, 7)),  # Epiphany
        (date(2027, 12, 6), date(2027, 12, 7)),  # Independence Day, a Monday
        (date(2026, 5, 1), date(2026, 5, 4)),  # May Day, a Friday
        (date(2026, 12, 24), date(2026, 12, 28)),  # Christmas Eve, a Thursday
        (date(2026, 6, 19), date(2026, 6, 22)),  # Midsummer Eve
        (date(2026, 4, 3), date(2026, 4, 7)),  # Good Friday until after Easter Monday
        (date(2026, 5, 14), date(2026, 5, 15)),  # Ascension Day
        (date(2027, 1, 1), date(2027, 1, 4)),  # New Year's Day, a Friday
        (date(2026, 11, 27), date(2026, 11, 27)),  # a Friday
    ],
)
def test_a_day_on_which_nobody_works_gives_way_to_the_next_one(day: date, ends: date) -> None:
    assert working_day_from(day) == ends


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.sampled_from([None, 1, 2]))
def test_the_due_day_is_the_first_working_day_from_that_of_the_calendar(received: date, more: int | None) -> None:
    calendar, due = calendar_due_on(received, more), due_on(received, more)

    assert is_working_day(due)
    assert timedelta() <= due - calendar <= timedelta(days=5)
    assert not any(is_working_day(calendar + timedelta(days=n)) for n in range((due - calendar).days))


@given(st.integers(1990, 2090))
def test_every_year_has_the_holidays_of_the_law(year: int) -> None:
    days = public_holidays([year])

    assert {(1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26)} <= {(d.month, d.day) for d in days}
    assert sum(1 for d in days if d.month == 6 and d.isoweekday() == 5) == 1  # Midsummer Eve
    assert len(days) in range(14, 17)
