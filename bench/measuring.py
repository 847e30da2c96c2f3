"""One run: contestants started, answers compared, rounds measured, tables made."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from rich.console import Console

from bench.asking import PEERS, Series, asked_of_us, chosen, compare, peers_of, places_of, series_of
from bench.commands import compare_updates, series_of_updates
from bench.contestants import Running, all_started, started
from bench.data import Person, Size, opened_sessions, prepared
from bench.load import measured
from bench.ours import WORKERS
from bench.postgraphile import installation as postgraphile
from bench.queries import Query
from bench.remains import Remains
from bench.results.machine import table_of_versions
from bench.results.picture import drawn
from bench.results.report import Line, table_of_memory, table_of_sizes, table_of_updates, tables_of_role
from bench.results.tables import Table
from bench.rounds import Track, interleaved
from bench.wrk import measured_with_wrk, wrk_version
from service.database.embedded_postgres import EmbeddedPostgres

CONTESTANTS = (
    *("floor", "floor-relaxed", "floor-strict", "housed", "ours-off", "ours-relaxed", "ours-strict"),
    *("loader", "update"),
)


@dataclass(frozen=True)
class Run:
    """The server on which everything runs, and how it is measured."""

    server: EmbeddedPostgres
    console: Console
    rounds: int
    seconds: float
    has_wrk: bool

    def track(self, remains: Sequence[Remains]) -> Track:
        """Return the track on databases whose remains these are."""
        postmaster = int((self.server.data / "postmaster.pid").read_text("utf-8").split("\n", 1)[0])
        return Track(postmaster, remains, self.rounds, self.seconds, measured_with_wrk if self.has_wrk else measured)

    def filled(self, size: Size) -> str:
        """Return the name of a filled database."""
        return prepared(self.server, size)

    def versions(self, peers: Mapping[str, str]) -> Table:
        """Return what measured, and what was measured."""
        load = (wrk_version() if self.has_wrk else None) or "Python, bench/load.py"
        return table_of_versions(self.server.execute("SHOW server_version").strip(), f"{load}, 16 connections", peers)


async def everything(
    run: Run, size: Size, queries: Sequence[Query], roles: Sequence[str], *, has_peers: bool
) -> tuple[list[Table], dict[str, str]]:
    """Return the tables of every contestant on one register, and role → picture."""
    with run.console.status("Filling the register, once …"):
        database = await asyncio.to_thread(run.filled, size)
        async with Remains.opened(run.server, database, size.looks):
            pass  # what a killed run left is not copied
        copy = await asyncio.to_thread(postgraphile.copied, run.server, database) if has_peers else ""
    url = run.server.url(database)
    people = await opened_sessions(url)
    contestants = [(name, url) for name in CONTESTANTS]
    contestants += [(name, run.server.url(copy)) for name in PEERS if has_peers]
    tables: list[Table] = []
    pictures: dict[str, str] = {}
    async with AsyncExitStack() as stack:
        runs = stack.enter_context(all_started(contestants))
        remains = await stack.enter_async_context(Remains.opened(run.server, database, size.looks))
        for role in roles:
            lines = await lines_of(run, remains, people[role], queries, runs, url)
            tables += tables_of_role(role, size, lines)
            pictures[role] = drawn(f"Answers per second ÷ the hand-written floor's, as {role}", lines)
        if "supervisor" in roles:
            tables.append(await updates_of(run, remains, people["supervisor"], runs, url))
        memory = {name: one.megabytes for name, one in runs.items()}
        memory[f"one of {WORKERS} workers"] = await megabytes_of_workers(run, people[roles[0]], queries, url)
        tables.append(table_of_memory(memory))
    return [*tables, run.versions(postgraphile.versions() if has_peers else {})], pictures


async def lines_of(
    run: Run, remains: Remains, person: Person, queries: Sequence[Query], runs: Mapping[str, Running], url: str
) -> list[Line]:
    """Return what each query brought as one person, after all answers were compared."""
    places, peers = await places_of(runs["ours-relaxed"], person, url), await peers_of(runs, person)
    lines = []
    for query in queries:
        series = series_of(query, places, person, runs, url, peers)
        length = await compare(query, person.role, series)
        with run.console.status(f"{query.name} as {person.role} …"):
            lines.append(Line(query, length, await interleaved(run.track([remains]), series)))
    return lines


async def updates_of(run: Run, remains: Remains, person: Person, runs: Mapping[str, Running], url: str) -> Table:
    """Return what an update costs, after answers and written rows were compared."""
    series = await series_of_updates(person, runs, url)
    await compare_updates(series, remains)
    with run.console.status("an update …"):
        return table_of_updates(await interleaved(run.track([remains]), series))


async def megabytes_of_workers(run: Run, person: Person, queries: Sequence[Query], url: str) -> float:
    """Return the memory of each of several workers of one parent, who is shared out, after all queries were asked."""
    with started("workers", url) as workers, run.console.status("several workers …"):
        places = await places_of(workers, person, url)
        for query in queries:
            await measured(workers.port, asked_of_us(query, chosen(places, query), person, workers, url), run.seconds)
        return workers.family_megabytes / WORKERS


async def larger(run: Run, small: Size, large: Size, queries: Sequence[Query], roles: Sequence[str]) -> list[Table]:
    """Return the tables of the service on a register and on a larger one, interleaved."""
    sizes = {"ours-relaxed@small": small, "ours-relaxed@large": large}
    with run.console.status("Filling the registers, once …"):
        databases = {name: await asyncio.to_thread(run.filled, size) for name, size in sizes.items()}
    urls = {name: run.server.url(database) for name, database in databases.items()}
    tables = []
    async with AsyncExitStack() as stack:
        runs = stack.enter_context(all_started(list(urls.items())))
        opened = [Remains.opened(run.server, databases[name], size.looks) for name, size in sizes.items()]
        remains = [await stack.enter_async_context(one) for one in opened]
        for role in roles:
            people = {name: (await opened_sessions(url))[role] for name, url in urls.items()}
            places = {name: await places_of(runs[name], people[name], url) for name, url in urls.items()}
            lines = []
            for query in queries:
                series = [
                    Series(n, runs[n], asked_of_us(query, chosen(places[n], query), people[n], runs[n], urls[n]))
                    for n in urls
                ]
                with run.console.status(f"{query.name} as {role} …"):
                    lines.append(Line(query, 0, await interleaved(run.track(remains), series)))
            tables.append(table_of_sizes(role, sizes, lines))
    return [*tables, run.versions({})]
