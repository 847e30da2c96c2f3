"""
An attacker on published counts: solves the linear system of all that was told, and looks for groups of one to four.

A person has exactly one label of an attribute. The attacker knows by other lists who is in which group, and is told how
many of a group have a label. Every sum that follows from that is looked at, not only the numbers that were printed.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

REST = "any other label"
Variable = tuple[frozenset[Hashable], Hashable]  # people whom the attacker cannot tell apart, and a label
Row = dict[Variable | None, Fraction]  # an equation: coefficients, and under None what they add up to
_MOST = 14  # variables that hang together: every sum of them is looked at


@dataclass(frozen=True)
class Told:
    """That so many of a group, whose members are known, have a label."""

    group: frozenset[Hashable]
    label: Hashable
    people: int


def derived_groups(told: Sequence[Told], people: frozenset[Hashable]) -> Iterator[tuple[frozenset[Variable], int]]:
    """Yield every sum of people with labels that follows from what was told and counts one to four people."""
    atoms = _atoms(told, people)
    labels = {one.label for one in told} | {REST}
    equations: list[Row] = [
        {**{(atom, label): Fraction(1) for label in labels}, None: Fraction(len(atom))} for atom in atoms
    ]
    for one in told:
        inside = [atom for atom in atoms if atom <= one.group]
        equations.append({**{(atom, one.label): Fraction(1) for atom in inside}, None: Fraction(one.people)})
    for component in _components(equations):
        yield from _small_sums(_reduced(component))


def _atoms(told: Sequence[Told], people: frozenset[Hashable]) -> list[frozenset[Hashable]]:
    """Return the people in parts that no group cuts: within a part, nobody is told from anybody."""
    parts: dict[frozenset[int], set[Hashable]] = {}
    for person in people:
        parts.setdefault(frozenset(n for n, one in enumerate(told) if person in one.group), set()).add(person)
    return [frozenset(part) for key, part in parts.items() if key]


def _components(equations: list[Row]) -> Iterator[list[Row]]:
    """Yield the equations in parts that share no variable."""
    left = list(equations)
    while left:
        part, known = [left.pop()], set[Variable | None]()
        while part[-1:] and (new := {v for row in part for v in row if v is not None} - known):
            known |= new
            part += [row for row in left if new & set(row)]
            left = [row for row in left if not new & set(row)]
        yield part


def _reduced(rows: list[Row]) -> list[tuple[Variable, Row]]:
    """Return the reduced echelon form: each row with its pivot, which no other row has."""
    found: list[tuple[Variable, Row]] = []
    for equation in rows:
        row = dict(equation)
        for pivot, other in found:
            _subtract(row, other, row.get(pivot, Fraction(0)))
        pivots = [v for v, factor in row.items() if v is not None and factor]
        if not pivots:
            continue
        factor = row[pivots[0]]
        row = {v: value / factor for v, value in row.items()}
        for _, other in found:
            _subtract(other, row, other.get(pivots[0], Fraction(0)))
        found.append((pivots[0], row))
    return found


def _subtract(row: Row, other: Mapping[Variable | None, Fraction], factor: Fraction) -> None:
    for variable, value in other.items():
        row[variable] = row.get(variable, Fraction(0)) - factor * value


def _small_sums(rows: list[tuple[Variable, Row]]) -> Iterator[tuple[frozenset[Variable], int]]:
    variables = sorted({v for _, row in rows for v in row if v is not None}, key=str)
    assert len(variables) <= _MOST, f"{len(variables)} unknowns hang together: groups of one table must not overlap"
    of_atom = {atom: {v for v in variables if v[0] == atom} for atom, _ in variables}
    for chosen in product((0, 1), repeat=len(variables)):
        named = {v for v, is_in in zip(variables, chosen, strict=True) if is_in}
        # All labels of somebody say nothing: how many people there are is known to begin with.
        if not named or any(whole <= named for whole in of_atom.values()):
            continue
        rest: Row = {v: Fraction(1) for v in named}
        for pivot, row in rows:
            _subtract(rest, row, rest.get(pivot, Fraction(0)))
        if not any(value for v, value in rest.items() if v is not None):
            number = -rest.get(None, Fraction(0))
            if 1 <= number <= 4:
                yield frozenset(named), int(number)
