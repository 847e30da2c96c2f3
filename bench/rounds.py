"""Rounds: every contestant in turn, A B C A B C …, so that whatever else the machine does hits all alike."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from bench.asking import Series
from bench.load import Measured, measured
from bench.processes import database_seconds
from bench.remains import Remains

WARM_UP = 0.5  # seconds for each contestant and query, once
LAST_ANSWERS = 0.1  # seconds in which the requests end that wrk did not wait for
SLOW = 200.0  # answers per second below which wrk, which leaves out what is under way at the end, would tell too little
AGAIN = 0.2  # seconds before each turn: emptied tables make the database plan anew


class ChangesMissing(RuntimeError):
    """A contestant answered more updates than it wrote: it refused some, and refusing is not what is measured."""

    code = "CHANGES_MISSING"


@dataclass
class Rounds:
    """What the turns of one contestant brought: answers per second; seconds per answer, of processors and of waiting."""

    per_second: list[float] = field(default_factory=list)
    server: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Result:
    """The medians of a contestant's rounds; `late` is the time within which 99 of 100 answers came. In seconds."""

    per_second: float
    server: float
    database: float
    late: float


@dataclass(frozen=True)
class Track:
    """Where and how long contestants run, and who drives them; `remains` of each database that they use."""

    postmaster: int
    remains: Sequence[Remains]
    rounds: int
    seconds: float
    load: Callable[[int, Sequence[bytes], float], Awaitable[Measured]]


async def interleaved(track: Track, series: Sequence[Series]) -> Mapping[str, Result]:
    """Return contestant → result; each round gives every contestant one turn on an emptied log."""
    found = {one.name: Rounds() for one in series}
    for one in series:
        await tidied(track)
        await measured(one.running.port, one.requests, min(WARM_UP, track.seconds))
    for _ in range(track.rounds):
        for remains in track.remains:
            await remains.settle()
        for one in series:
            await turn(track, one, found[one.name])
    return {
        name: Result(median(r.per_second), median(r.server), median(r.database), median(r.late))
        for name, r in found.items()
    }


async def tidied(track: Track) -> None:
    """Remove from every database what was written."""
    for remains in track.remains:
        await remains.remove()


async def turn(track: Track, one: Series, kept: Rounds) -> None:
    """
    Measure one contestant once.

    :raises ChangesMissing: when it wrote fewer changes than it answered
    """
    await tidied(track)
    warm = await measured(one.running.port, one.requests, min(AGAIN, track.seconds))
    before = one.running.cpu_seconds(), database_seconds(track.postmaster)
    load = track.load if warm.per_second >= SLOW else measured
    requests = one.requests[warm.answers :] if one.writes else one.requests
    got = await load(one.running.port, requests, track.seconds)
    after = one.running.cpu_seconds(), database_seconds(track.postmaster)
    if one.writes:
        await asyncio.sleep(LAST_ANSWERS)
        written = sum([await remains.written_since() for remains in track.remains])
        if written < warm.answers + got.answers:
            raise ChangesMissing(f"{one.name} answered {warm.answers + got.answers} and wrote {written}")
    kept.per_second.append(got.per_second)
    kept.server.append((after[0] - before[0]) / got.answers)
    kept.database.append((after[1] - before[1]) / got.answers)
    kept.late.append(got.late)
