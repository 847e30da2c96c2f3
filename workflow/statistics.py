"""
Which counts of people may be published: no group of one to four people stands in them, or follows from them. Pure.

A breakdown is published for a group of people that nobody can cut differently: a month of one unit. Each person of it
is counted once, under one label, and the size of the group may be known. Source: rule R19, decision 0221.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

SMALLEST_GROUP = 5  # Source: rule R19
SETTLING_DAYS = 10  # after the end of a month, in which its last days are typed in

Label = TypeVar("Label", bound=Hashable)


@dataclass(frozen=True)
class Case:
    """
    A person who counts in one kind of figure of a unit.

    `code` is what the person is counted under, None when nothing is known. Who `is_apart` is one of the group and
    counted under no code.
    """

    unit: UUID
    kind: str
    person: UUID
    code: Hashable
    is_apart: bool = False


@dataclass(frozen=True)
class Figure:
    """How many people of a unit a figure counts."""

    unit: UUID
    kind: str
    code: Hashable
    people: int


def publishable_counts(counts: Mapping[Label, int], apart: int = 0) -> dict[Label, int]:
    """
    Return the counts of people that may be published, by label.

    Groups of fewer than five are left out. Where the total is known, the size of the left-out groups would follow from
    the others; then the smallest other groups are left out too, until the left-out groups have at least five people
    together. `apart` are people of the same total without a label: whether they are known or not, they hide nobody, and
    nothing may tell how few they are.
    Source: rule R19.
    """
    published = {label: n for label, n in counts.items() if n >= SMALLEST_GROUP}
    left_out = sum(counts.values()) - sum(published.values())
    while (left_out or apart) and left_out < SMALLEST_GROUP and published:
        label = min(published, key=lambda one: (published[one], str(one)))
        left_out += published.pop(label)
    return published


def publishable_figures(cases: Iterable[Case]) -> list[Figure]:
    """Return the figures of one month that may be published; of several cases of a person, the first one counts."""
    counts: dict[tuple[UUID, str], Counter[Hashable]] = {}
    apart, known = Counter[tuple[UUID, str]](), set[tuple[UUID, str, UUID]]()
    for case in cases:
        if (case.unit, case.kind, case.person) in known:
            continue
        known.add((case.unit, case.kind, case.person))
        group = counts.setdefault((case.unit, case.kind), Counter())
        if case.is_apart:
            apart[case.unit, case.kind] += 1
        else:
            group[case.code] += 1
    return [
        Figure(unit, kind, code, people)
        for (unit, kind), group in counts.items()
        for code, people in publishable_counts(group, apart[unit, kind]).items()
    ]


def last_settled_month(today: date) -> date:
    """Return the first day of the last month that has been over for ten days."""
    return ((today - timedelta(days=SETTLING_DAYS)).replace(day=1) - timedelta(days=1)).replace(day=1)
