"""The tables: ratios against their targets, for the eye and as Markdown for docs/bench.md."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from bench.data import Size
from bench.queries import QUERIES, Query

# What the project promises, as ratios of answers per second, by query.
TARGETS: Mapping[tuple[str, str], tuple[float, float, float, float]] = {
    ("off", "floor"): (0.80, 0.90, 0.90, 0.95),
    ("relaxed", "floor"): (0.52, 0.68, 0.78, 0.90),
    ("strict", "floor"): (0.45, 0.60, 0.75, 0.80),
    ("relaxed", "floor-relaxed"): (0.92, 0.92, 0.90, 0.95),
    ("strict", "floor-strict"): (0.90, 0.90, 0.90, 0.95),
    ("mixed", "floor"): (0.30, 0.50, 0.60, 0.80),
}
TITLES = {
    "floor": "floor",
    "floor-relaxed": "floor that logs",
    "floor-strict": "floor that logs to disk",
    "off": "row off",
}
LOADER_TARGETS = (5.0, 20.0)
TEN_TARGET, MEMORY_TARGET = 1.3, 80.0


@dataclass(frozen=True)
class Line:
    """What one query brought: answers per second, and processor seconds per answer of server and database."""

    query: Query
    bytes: int
    speed: Mapping[str, float]
    cpu: Mapping[str, tuple[float, float]]


def print_speed(console: Console, role: str, size: Size, lines: Sequence[Line]) -> None:
    """Print the ratios of one role."""
    ratios = [f"{TITLES.get(one, one)} ÷ {TITLES[other]}" for one, other in TARGETS]
    heads = ["query", "bytes", "floor, 1/s", "housed ÷ floor", *ratios, "relaxed ÷ loader", "row off ÷ housed"]
    rows = [speed_row(line) for line in lines]
    title = f"As {role}: {size.clients:,} clients, {size.attendance:,} days, 16 connections"
    show(console, title, heads, rows)
    names = list(lines[0].cpu)
    costs = [
        [line.query.name, *(f"{line.cpu[n][0] * 1e6:.0f} + {line.cpu[n][1] * 1e6:.0f}" for n in names)]
        for line in lines
    ]
    show(console, f"Processor µs for an answer as {role}, server + database", ["query", *names], costs)


def speed_row(line: Line) -> list[str]:
    """Return the cells of one query."""
    floor, place = line.speed["floor"], [q.name for q in QUERIES].index(line.query.name)
    cells = [f"{line.query.name} {line.query.title}", f"{line.bytes:,}", f"{floor:,.0f}"]
    cells.append(f"{line.speed['housed'] / floor:.2f}")
    cells += [judged(line.speed[one] / line.speed[other], at[place]) for (one, other), at in TARGETS.items()]
    peer = line.speed.get("loader")
    cells.append(judged(line.speed["relaxed"] / peer, LOADER_TARGETS[not line.query.of_one]) if peer else "–")
    return [*cells, f"{line.speed['off'] / line.speed['housed']:.2f}"]


def judged(ratio: float, target: float) -> str:
    """Return a ratio, with the target where it is missed."""
    text = f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"
    return text if ratio >= target else f"{text} (< {target:g})"


def print_memory(console: Console, megabytes: Mapping[str, float]) -> None:
    """Print the resident memory of each worker."""
    rows = [[name, f"{found:.0f}"] for name, found in megabytes.items()]
    show(console, f"Resident memory of a worker, MB (at most {MEMORY_TARGET:.0f} for ours)", ["contestant", "MB"], rows)


def print_ten(console: Console, role: str, size: Size, lines: Sequence[tuple[Query, float, float]]) -> None:
    """Print how much slower ten times the data is."""
    rows = [
        [f"{q.name} {q.title}", f"{small:,.0f}", f"{large:,.0f}", f"{small / large:.2f}"] for q, small, large in lines
    ]
    heads = ["query", f"{size.clients:,} clients, 1/s", f"{size.clients * 10:,} clients, 1/s", "times slower"]
    show(console, f"As {role}: ten times the data (at most {TEN_TARGET} times slower)", heads, rows)


def show(console: Console, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table for the eye at a terminal, and the same as Markdown anywhere else."""
    if not console.is_terminal:
        console.print(f"{title}\n\n{markdown(heads, rows)}", markup=False, highlight=False, soft_wrap=True)
        return
    table = Table(title=title, title_justify="left")
    for number, head in enumerate(heads):
        table.add_column(head, justify="left" if number == 0 else "right")
    for row in rows:
        table.add_row(*row, style="red" if any("(<" in cell for cell in row) else None)
    console.print(table)


def markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [heads, ["---", *("---:" for _ in heads[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
