"""The rules of anomalies: what the thresholds mean, over the nights and clock changes of a Finnish year."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from workflow.anomalies import USUAL_PATTERN, AnomalyKind, Look, bounds, day_of, findings, night

DAY = date(2026, 11, 23)
START, END = bounds(DAY)
PERSONS = [UUID(int=n) for n in range(1, 90)]
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
looks = st.lists(
    st.builds(
        Look,
        entry=st.integers(1, 10_000),
        at=st.integers(-7_200, 24 * 3_600 + 7_200).map(lambda s: START + timedelta(seconds=s)),
        persons=st.frozensets(st.sampled_from(PERSONS), max_size=40),
        is_close=st.booleans(),
        is_named=st.booleans(),
        is_search=st.booleans(),
        is_emergency=st.booleans(),
    ),
    max_size=60,
)


@given(moments)
def test_every_moment_belongs_to_exactly_the_day_whose_period_holds_it(moment: datetime) -> None:
    day = day_of(moment)
    start, end = bounds(day)
    assert start <= moment < end
    assert bounds(day + timedelta(days=1))[0] == end


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_a_night_is_eight_hours_but_for_the_two_in_which_the_clock_is_moved(day: date) -> None:
    start, end = night(day)
    hours = (end.astimezone(UTC) - start.astimezone(UTC)) / timedelta(hours=1)
    assert hours in {7, 8, 9}
    assert end == bounds(day)[1]


@given(looks, st.randoms())
def test_the_order_of_the_looks_does_not_matter(given_looks: list[Look], chance: Random) -> None:
    mixed = list(given_looks)
    chance.shuffle(mixed)
    assert set(findings(mixed, DAY, frozenset())) == set(findings(given_looks, DAY, frozenset()))


@given(looks, looks)
def test_more_looks_never_make_a_finding_vanish_or_count_less(some: list[Look], more: list[Look]) -> None:
    after = {(f.kind, f.starts_at): f.count for f in findings(some + more, DAY, frozenset())}
    for found in findings(some, DAY, frozenset()):
        assert after[found.kind, found.starts_at] >= found.count


@given(looks)
def test_a_finding_is_above_its_threshold_and_inside_its_day_and_its_looks(given_looks: list[Look]) -> None:
    found = findings(given_looks, DAY, frozenset())
    inside = {look.entry for look in given_looks if START <= look.at < END}
    assert len({(f.kind, f.starts_at) for f in found}) == len(found)
    for one in found:
        assert one.count > one.threshold
        assert one.looks > 0
        assert one.ends_before - timedelta(hours=1) >= START
        assert one.starts_at < END
        assert {one.first_entry, one.last_entry} <= inside


@given(looks)
def test_whom_one_coaches_is_never_outside_and_without_a_caseload_nobody_is(given_looks: list[Look]) -> None:
    for caseload in (frozenset(PERSONS), None):
        kinds = {f.kind for f in findings(given_looks, DAY, caseload)}
        assert AnomalyKind.OUTSIDE_CASELOAD not in kinds


@given(looks)
def test_a_list_of_names_is_neither_bulk_nor_outside(given_looks: list[Look]) -> None:
    names = [Look(look.entry, look.at, look.persons) for look in given_looks]
    assert {f.kind for f in findings(names, DAY, frozenset())} <= {AnomalyKind.NIGHT}


def test_exactly_the_threshold_is_usual_and_one_more_is_not() -> None:
    most = USUAL_PATTERN.persons_in_an_hour
    at = START + timedelta(hours=3)
    usual = [Look(n, at, frozenset({PERSONS[n]}), is_close=True) for n in range(most)]
    one_more = [*usual, Look(most, at, frozenset({PERSONS[most]}), is_close=True)]
    next_hour = [*usual, Look(most, at + timedelta(hours=1), frozenset({PERSONS[most]}), is_close=True)]
    assert findings(usual, DAY, None) == findings(next_hour, DAY, None) == []
    [found] = findings(one_more, DAY, None)
    assert (found.kind, found.count, found.threshold) == (AnomalyKind.BULK, most + 1, most)


@given(looks, st.integers(0, 9))
def test_emergencies_are_a_finding_from_the_third_in_a_day_even_without_a_look(
    given_looks: list[Look], emergencies: int
) -> None:
    for seen in (given_looks, []):
        found = [f for f in findings(seen, DAY, None, emergencies=emergencies) if f.kind is AnomalyKind.EMERGENCY]
        assert [f.count for f in found] == ([emergencies] if emergencies > USUAL_PATTERN.emergencies_in_a_day else [])
