"""
`run.py bench`: four queries, the hand-written floor, the DataLoader peer and the service, in one interleaved run.

Every contestant is a process of its own on the loopback; rounds go A B C A B C …, so that whatever else the machine
does hits all alike; the median of the rounds counts, and only ratios are compared with the targets.
"""

import argparse
import asyncio
import fcntl
import signal
import sys
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import uvloop
from rich.console import Console

from bench.asking import Series, asked_of_us, chosen, compare, places_of, series_of
from bench.contestants import Running, all_started, database_seconds
from bench.data import ROLES, STATE, Size, opened_sessions, prepared, running_server
from bench.load import measured
from bench.queries import QUERIES, Query
from bench.report import Line, print_memory, print_speed, print_ten
from service.database.embedded_postgres import EmbeddedPostgres

QUICK, FULL = Size(5_000, 200_000), Size(50_000, 2_000_000)
CONTESTANTS = ("floor", "floor-relaxed", "floor-strict", "housed", "ours-off", "ours-relaxed", "ours-strict", "loader")
WARM_UP = 0.5  # seconds for each contestant and query
console = Console()


@dataclass
class Rounds:
    """What the rounds of one contestant brought: answers per second, and processor time per answer in seconds."""

    per_second: list[float] = field(default_factory=list)
    server: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)


def main(argv: Sequence[str]) -> None:
    """Measure as the arguments say, and print tables and Markdown."""
    given = arguments().parse_args(list(argv))
    size = FULL if given.full else Size(given.clients, given.clients * 40)
    with only_run():
        server = running_server()
        try:
            if given.ten:
                uvloop.run(ended_politely(ten(server, size, given.rounds, given.seconds)))
            else:
                uvloop.run(ended_politely(everything(server, size, given)))
        except asyncio.CancelledError:
            sys.exit("Ended by a signal; nothing is left running.")
        finally:
            server.stop()


@contextmanager
def only_run() -> Iterator[None]:
    """Be the only benchmark of this folder: two would measure each other, and the first to end stop the server."""
    STATE.mkdir(parents=True, exist_ok=True)
    with (STATE / "bench.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit("Another benchmark of this folder is running.")
        yield


async def ended_politely(run: Coroutine[Any, Any, None]) -> None:
    """Let a polite kill end the run as an error does, so that contestants and server are ended too."""
    task = asyncio.ensure_future(run)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await task


def arguments() -> argparse.ArgumentParser:
    """Return what can be said on the command line."""
    parser = argparse.ArgumentParser("run.py bench", description=__doc__)
    parser.add_argument("--clients", type=int, default=QUICK.clients, help="size of the register; 40 days for each")
    parser.add_argument("--full", action="store_true", help="50,000 clients and 2 million days")
    parser.add_argument("--ten", action="store_true", help="the service on ten times the data against itself")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.0, help="of one contestant in one round")
    parser.add_argument("--role", choices=ROLES, action="append", help="who asks; default: all")
    parser.add_argument("--query", choices=[q.name for q in QUERIES], action="append", help="which; default: all")
    return parser


async def everything(server: EmbeddedPostgres, size: Size, given: argparse.Namespace) -> None:
    """Measure every contestant on one register."""
    with console.status("Filling the register, once …"):
        database = await asyncio.to_thread(prepared, server, size)
    url = server.url(database)
    people = await opened_sessions(url)
    queries = [q for q in QUERIES if not given.query or q.name in given.query]
    with all_started([(name, url) for name in CONTESTANTS]) as runs:
        for role in given.role or ROLES:
            places = await places_of(runs["ours-relaxed"], people[role], url)
            lines = []
            for query in queries:
                series = series_of(query, role, places, people[role], runs, url)
                lines.append(await line(server, query, role, series, given.rounds, given.seconds))
            print_speed(console, role, size, lines)
        print_memory(console, {name: run.megabytes for name, run in runs.items()})


async def line(
    server: EmbeddedPostgres, query: Query, role: str, series: Sequence[Series], rounds: int, seconds: float
) -> Line:
    """Return one query's line of the table, after all answers were compared."""
    size = await compare(query, role, series)
    with console.status(f"{query.name} as {role} …"):
        found = await interleaved(server, series, rounds, seconds)
    return Line(
        query,
        size,
        {name: median(r.per_second) for name, r in found.items()},
        {name: (median(r.server), median(r.database)) for name, r in found.items()},
    )


async def interleaved(
    server: EmbeddedPostgres, series: Sequence[Series], rounds: int, seconds: float
) -> dict[str, Rounds]:
    """Return name → rounds; each round asks every contestant in turn."""
    postmaster = int((server.data / "postmaster.pid").read_text("utf-8").split("\n", 1)[0])
    found = {one.name: Rounds() for one in series}
    for one in series:
        await measured(one.running.port, one.requests, WARM_UP)
    for _ in range(rounds):
        for one in series:
            before = one.running.cpu_seconds(), database_seconds(postmaster)
            got = await measured(one.running.port, one.requests, seconds)
            after = one.running.cpu_seconds(), database_seconds(postmaster)
            kept = found[one.name]
            kept.per_second.append(got.per_second)
            kept.server.append((after[0] - before[0]) / got.answers)
            kept.database.append((after[1] - before[1]) / got.answers)
    return found


async def ten(server: EmbeddedPostgres, size: Size, rounds: int, seconds: float) -> None:
    """Measure the service on a register and on one ten times as large, interleaved."""
    sizes = {"ours-relaxed@1": size, "ours-relaxed@10": Size(size.clients * 10, size.attendance * 10)}
    with console.status("Filling the registers, once …"):
        urls = {n: server.url(await asyncio.to_thread(prepared, server, s)) for n, s in sizes.items()}
    with all_started(list(urls.items())) as runs:
        for role in ROLES:
            print_ten(console, role, size, await ten_lines(server, role, urls, runs, rounds, seconds))


async def ten_lines(
    server: EmbeddedPostgres,
    role: str,
    urls: Mapping[str, str],
    runs: Mapping[str, Running],
    rounds: int,
    seconds: float,
) -> list[tuple[Query, float, float]]:
    """Return (query, answers per second on the small register, on the large one)."""
    places, people = {}, {}
    for name, url in urls.items():
        people[name] = (await opened_sessions(url))[role]
        places[name] = await places_of(runs[name], people[name], url)
    lines = []
    for query in QUERIES:
        series = [
            Series(n, runs[n], asked_of_us(query, chosen(places[n], query), people[n], runs[n], urls[n])) for n in urls
        ]
        found = await interleaved(server, series, rounds, seconds)
        small, large = (median(found[n].per_second) for n in urls)
        lines.append((query, small, large))
    return lines
