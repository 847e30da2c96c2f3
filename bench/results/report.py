"""The tables: answers per second as ratios beside their targets, processor time, waiting, memory."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bench.data import Size
from bench.queries import QUERIES, Query
from bench.results.tables import Table
from bench.rounds import Result

# Ratios of answers per second. The targets are those of the queries in their order; None: it is told, not promised.
RATIOS: Mapping[tuple[str, str], tuple[float, float, float, float] | None] = {
    ("off", "floor"): (0.80, 0.90, 0.90, 0.95),
    ("relaxed", "floor"): (0.52, 0.68, 0.78, 0.90),
    ("strict", "floor"): (0.45, 0.60, 0.75, 0.80),
    ("relaxed", "floor-relaxed"): (0.92, 0.92, 0.90, 0.95),
    ("strict", "floor-strict"): (0.90, 0.90, 0.90, 0.95),
    ("relaxed", "postgraphile-open"): (1.8, 2.5, 3, 4),
    ("relaxed", "postgraphile-checks"): (2.5, 2.5, 3.5, 5),
    ("mixed", "floor"): (0.30, 0.50, 0.60, 0.80),
    ("relaxed", "loader"): (5, 20, 20, 20),
    ("housed", "floor"): None,
    ("off", "housed"): None,
}
TITLES = {
    "floor-relaxed": "floor that logs",
    "floor-strict": "floor that logs to disk",
    "off": "row off",
    "postgraphile-open": "PostGraphile without permissions",
    "postgraphile-checks": "PostGraphile with row-level security",
}
UPDATE_TARGET, TEN_TARGET, MEMORY_TARGET = 0.5, 1.3, 75.0  # the last of each of four workers
PLACES = {query.name: place for place, query in enumerate(QUERIES)}


@dataclass(frozen=True)
class Line:
    """What one query brought: bytes of an answer, contestant → result."""

    query: Query
    bytes: int
    results: Mapping[str, Result]


def title_of(name: str) -> str:
    """Return the name of a contestant for a reader."""
    return TITLES.get(name, name)


def ratio(line: Line, one: str, other: str) -> float | None:
    """Return how many times as many answers per second one gives as the other; None when one of them did not run."""
    if one not in line.results or other not in line.results:
        return None
    return line.results[one].per_second / line.results[other].per_second


def number(value: float) -> str:
    """Return a ratio with two digits that count."""
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def at_least(value: float, target: float | None) -> str:
    """Return a ratio beside its target; one that is missed is emphasised."""
    if target is None:
        return number(value)
    return f"{number(value)} ≥ {target:g}" if value >= target else f"**{number(value)}** < {target:g}"


def at_most(value: float, target: float) -> str:
    """Return a value beside the target that it should not exceed; one that does is emphasised."""
    return f"{number(value)} ≤ {target:g}" if value <= target else f"**{number(value)}** > {target:g}"


def tables_of_role(role: str, size: Size, lines: Sequence[Line]) -> list[Table]:
    """Return what was measured as one role: ratios, answers per second, processor time, the slowest answers."""
    where = f"{size.clients:,} clients, {size.attendance:,} days"
    heads = [f"{line.query.name} {line.query.title}" for line in lines]
    names = list(lines[0].results)
    return [
        Table(f"As {role}: ratios of answers per second; {where}", ["ratio", *heads], ratio_rows(lines)),
        Table(
            f"As {role}: answers per second",
            ["contestant", *heads],
            [
                ["*bytes of an answer*", *(f"{line.bytes:,}" for line in lines)],
                *result_rows(names, lines, lambda r: f"{r.per_second:,.0f}"),
            ],
        ),
        Table(
            f"As {role}: processor time of an answer, µs, server + database",
            ["contestant", *heads],
            result_rows(names, lines, lambda r: f"{r.server * 1e6:,.0f} + {r.database * 1e6:,.0f}"),
        ),
        Table(
            f"As {role}: 99 of 100 answers came within, ms",
            ["contestant", *heads],
            result_rows(names, lines, lambda r: f"{r.late * 1e3:.1f}"),
        ),
    ]


def ratio_rows(lines: Sequence[Line]) -> list[list[str]]:
    """Return a row for each ratio of which both contestants ran."""
    rows = []
    for (one, other), targets in RATIOS.items():
        found = [(line, ratio(line, one, other)) for line in lines]
        if all(value is None for _, value in found):
            continue
        cells = [
            "–" if value is None else at_least(value, targets[PLACES[line.query.name]] if targets else None)
            for line, value in found
        ]
        rows.append([f"{title_of(one)} ÷ {title_of(other)}", *cells])
    return rows


def result_rows(names: Sequence[str], lines: Sequence[Line], cell: Callable[[Result], str]) -> list[list[str]]:
    """Return a row for each contestant."""
    return [[title_of(name), *(cell(line.results[name]) for line in lines)] for name in names]


def table_of_updates(results: Mapping[str, Result]) -> Table:
    """Return what one update command costs beside the hand-written transaction."""
    floor, rows = results["floor"], []
    for name, found in results.items():
        compared = "1" if name == "floor" else at_least(found.per_second / floor.per_second, UPDATE_TARGET)
        cost = f"{found.server * 1e6:,.0f} + {found.database * 1e6:,.0f}"
        title = "hand-written transaction" if name == "floor" else f"update, {name}"
        rows.append([title, f"{found.per_second:,.0f}", compared, cost, f"{found.late * 1e3:.1f}"])
    heads = [
        "contestant",
        "updates per second",
        "÷ hand-written",
        "processor µs, server + database",
        "99 of 100 within, ms",
    ]
    return Table("As supervisor: one field of a client changed", heads, rows)


def table_of_memory(megabytes: Mapping[str, float]) -> Table:
    """Return the memory of each contestant's worker."""
    rows = [
        [title_of(name), at_most(found, MEMORY_TARGET) if name.startswith("one of") else f"{found:.0f}"]
        for name, found in megabytes.items()
    ]
    return Table(
        "Memory after the run, MB (PSS); a worker alone, or one of several with its part of the parent",
        ["contestant", "MB"],
        rows,
    )


def table_of_sizes(role: str, sizes: Mapping[str, Size], lines: Sequence[Line]) -> Table:
    """Return how much slower the service is on the larger of two registers."""
    small, large = sizes
    heads = ["query", *(f"{size.clients:,} clients, 1/s" for size in sizes.values()), "times slower"]
    rows = [
        [
            f"{line.query.name} {line.query.title}",
            *(f"{line.results[name].per_second:,.0f}" for name in (small, large)),
            at_most(line.results[small].per_second / line.results[large].per_second, TEN_TARGET),
        ]
        for line in lines
    ]
    return Table(f"As {role}: the larger register against the smaller", heads, rows)
