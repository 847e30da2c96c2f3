"""Which counts of people are published: an attacker who solves for the rest finds no group of one to four."""

from datetime import date
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from service.resources import schema_and_content_types
from tests.support.queries.figure_attack import Told, derived_groups
from workflow.roles import Role
from workflow.statistics import (
    SMALLEST_GROUP,
    Case,
    Figure,
    last_settled_month,
    publishable_counts,
    publishable_figures,
)

UNITS = [UUID(int=n) for n in range(3)]
KIND = "STARTED_BY_MUNICIPALITY"
# What is told of people in figures alone: by vocabulary, or by name where there is none.
COUNTED = ("municipality", "relationship_end_reason", "situation_at_start", "situation_at_end")
# Small registers: for each unit, how many people have each of four labels, and how many are apart.
REGISTERS = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(["491", "179", "593", None]), st.integers(1, 12), max_size=4), st.integers(0, 6)
    ),
    min_size=1,
    max_size=3,
)
Register = list[tuple[dict[str | None, int], int]]


def cases_of(register: Register) -> list[Case]:
    """Return the people of a register, each with a number."""
    found: list[Case] = []
    for unit, (counts, apart) in zip(UNITS, register, strict=False):
        codes = [code for code, people in counts.items() for _ in range(people)]
        found += [Case(unit, KIND, UUID(int=unit.int * 1000 + n), code) for n, code in enumerate(codes)]
        found += [Case(unit, KIND, UUID(int=unit.int * 1000 + 500 + n), "491", is_apart=True) for n in range(apart)]
    return found


def attacked(cases: list[Case], figures: list[Figure], apart_known: int = 0) -> list[int]:
    """
    Return the sizes of the small groups that somebody derives who knows who is in which unit.

    `apart_known` is of how many people in each unit it is known that they stand apart.
    """
    known = [case for case in cases if not (case.is_apart and case.person.int % 1000 - 500 < apart_known)]
    told = [
        Told(frozenset(case.person for case in known if case.unit == figure.unit), figure.code, figure.people)
        for figure in figures
    ]
    return [number for _, number in derived_groups(told, frozenset(case.person for case in known))]


@settings(deadline=None)
@given(REGISTERS, st.integers(0, 6))
def test_no_group_of_one_to_four_follows_from_all_figures(register: Register, apart_known: int) -> None:
    cases = cases_of(register)

    figures = publishable_figures(cases)

    assert all(figure.people >= SMALLEST_GROUP for figure in figures)
    assert attacked(cases, figures, apart_known) == []


def test_the_attacker_derives_what_a_total_and_the_others_leave() -> None:
    cases = cases_of([({"491": 9, "179": 6, "593": 2}, 0)])
    naive = [Figure(UNITS[0], KIND, "491", 9), Figure(UNITS[0], KIND, "179", 6)]

    assert 2 in attacked(cases, naive)
    assert publishable_figures(cases) == [Figure(UNITS[0], KIND, "491", 9)]


def test_the_attacker_derives_whom_one_month_has_more_than_another() -> None:
    """Two groups that overlap, as the people served in two months, tell of whoever came between them."""
    five = frozenset(range(5))
    told = [Told(five, "491", 5), Told(five | {5}, "491", 6)]

    assert (frozenset({(frozenset({5}), "491")}), 1) in list(derived_groups(told, five | {5}))


def test_people_who_stand_apart_are_not_told_by_what_is_missing() -> None:
    cases = cases_of([({"491": 9}, 2)])

    assert publishable_figures(cases) == []
    assert publishable_figures(cases_of([({"491": 9, "179": 3, "593": 2}, 2)])) == [Figure(UNITS[0], KIND, "491", 9)]


def test_a_person_counts_once_under_the_first_case() -> None:
    cases = [Case(UNITS[0], "ENDED_BY_REASON", UUID(int=n), "COMPLETED") for n in range(5)]
    again = [Case(UNITS[0], "ENDED_BY_REASON", UUID(int=n), "MOVED") for n in range(5)]

    assert publishable_figures([*cases, *again]) == [Figure(UNITS[0], "ENDED_BY_REASON", "COMPLETED", 5)]


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 30), max_size=8), st.integers(0, 9))
def test_no_group_under_five_is_told_nor_follows_from_the_others(counts: dict[str, int], apart: int) -> None:
    told = publishable_counts(counts, apart)
    hidden = sum(counts.values()) - sum(told.values())

    assert all(told[label] == counts[label] >= SMALLEST_GROUP for label in told)
    assert hidden >= SMALLEST_GROUP or not told or (hidden == 0 and apart == 0)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_month_settles_in_ten_days(today: date) -> None:
    month = last_settled_month(today)
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    days = (today - following).days

    assert month.day == 1
    assert 10 <= days < 10 + 31


def test_nobody_counts_by_municipality_or_outcome_who_reads_the_figures() -> None:
    """Whoever reads figures and could filter people by what they count would count a single one."""
    found = set[str]()
    for type_ in schema_and_content_types()[1].values():
        for field in type_.fields.values():
            counts = field.vocabulary in COUNTED or field.name in COUNTED
            if type_.subject is None or not counts:
                continue
            found.add(f"{type_.noun}.{field.name}")
            readers = {role for state in type_.kind.workflow.states.values() for role in state.roles(field.read)}
            assert not readers & {Role.MANAGER, Role.FINANCE}, f"{type_.noun}.{field.name}: {field.read}"
    assert {"client.municipality", "relationship.end_reason", "relationship.situation_at_end"} < found
