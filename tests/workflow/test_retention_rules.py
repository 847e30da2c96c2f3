"""The rules of retention: days by the calendar, holds by their days, and groups that may be told of."""

from datetime import date, timedelta

import asyncpg
from hypothesis import given
from hypothesis import strategies as st

from resolvers.casework.relationships import retain_ended
from service.database.connections import credentials
from service.settings import Settings
from tests.support.actions.purges import end_relationship, worker_context
from tests.support.organisation import TODAY, SampleOrganisation
from workflow.calendar import months_after
from workflow.retention import is_in_force, retention_due_on

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(DAYS, st.integers(0, 50))
def test_a_term_of_years_ends_on_the_same_day_or_the_last_of_february(ended_on: date, years: int) -> None:
    due = retention_due_on(ended_on, years)

    assert (due.year, due.month) == (ended_on.year + years, ended_on.month)
    assert due.day == ended_on.day or (ended_on.day, due.day) == (29, 28)


@given(DAYS, DAYS, st.integers(0, 120))
def test_a_term_of_months_keeps_the_order_of_days(one: date, other: date, months: int) -> None:
    earlier, later = sorted((one, other))

    assert months_after(earlier, months) <= months_after(later, months)
    assert months_after(earlier, months).day <= earlier.day


async def test_the_database_counts_years_and_months_as_the_rule_does(database_copy: str) -> None:
    connection = await asyncpg.connect(**credentials(database_copy))
    days = [date(2024, 2, 29) + timedelta(days=n) for n in range(0, 1500, 7)] + [date(2023, 8, 31), date(2028, 2, 29)]
    sql = (
        "SELECT d, (d + make_interval(years => 4))::date AS years, (d + make_interval(months => 6))::date AS months,"
        " (d + make_interval(years => 1))::date AS one FROM unnest($1::date[]) d"
    )
    rows = await connection.fetch(sql, days)
    await connection.close()

    assert [(r["years"], r["one"], r["months"]) for r in rows] == [
        (retention_due_on(d, 4), retention_due_on(d, 1), months_after(d, 6)) for d in days
    ]


@given(DAYS, st.none() | DAYS, DAYS)
def test_a_hold_is_in_force_from_its_first_to_its_last_day(starts_on: date, ends_on: date | None, today: date) -> None:
    holds = is_in_force(starts_on, ends_on, today)

    assert holds == (starts_on <= today <= (ends_on or date.max))


async def test_a_relationship_is_only_retained_a_year_after_its_end_and_that_is_recorded(
    organisation: SampleOrganisation, settings: Settings
) -> None:
    await end_relationship(organisation, "saara", TODAY.replace(year=TODAY.year - 1))
    await end_relationship(organisation, "ville", TODAY.replace(year=TODAY.year - 1) + timedelta(days=1))

    assert await retain_ended(worker_context(settings)) == 1
    assert await retain_ended(worker_context(settings)) == 0

    query = "query R($id: ID!) { relationship(id: $id) { state history { action actorName } } }"
    kept = await organisation.data("privacy_officer", query, id=organisation.ids["relationship_saara"])
    assert kept["relationship"] == {"state": "RETAINED", "history": [{"action": "RETAIN", "actorName": "Polku"}]}
    still = await organisation.data("privacy_officer", query, id=organisation.ids["relationship_ville"])
    assert still["relationship"]["state"] == "ENDED"
    coach = await organisation.data("coach_a", query, id=organisation.ids["relationship_saara"])
    assert coach["relationship"] is None
