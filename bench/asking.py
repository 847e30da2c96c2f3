"""Who asks what, encoded for each contestant, and whether all answer alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from bench.contestants import Running
from bench.data import TODAY, Person
from bench.load import answer, encoded
from bench.ours import headers
from bench.postgraphile.asking import asked_of_postgraphile, cursors_of
from bench.postgraphile.comparison import answers_alike
from bench.queries import BEFORE, FROM, PLACES, Place, Query
from service.database.connections import credentials

PATH = "/graphql"
VARIATIONS = {True: 64, False: 8}  # of one client, and of pages
PEERS = ("postgraphile-open", "postgraphile-checks")
STEP = 14  # rows from one page to the next


class DifferentAnswers(RuntimeError):
    """Two contestants answered the same question differently: then their speed cannot be compared."""

    code = "DIFFERENT_ANSWERS"


@dataclass(frozen=True)
class Series:
    """The requests of one contestant for one query, one for each variation; those that write are sent once."""

    name: str
    running: Running
    requests: tuple[bytes, ...]
    writes: bool = False


async def places_of(running: Running, person: Person, url: str) -> list[Place]:
    """Return the places at which the variations ask, found through the service itself."""
    body = orjson.dumps({"query": PLACES})
    answered = orjson.loads(await answer(running.port, encoded(PATH, body, headers(person, running.port, url))))
    edges = answered["data"]["clients"]["edges"]
    connection = await asyncpg.connect(**credentials(url))
    try:
        ids = [UUID(hex=edge["node"]["id"][-32:]) for edge in edges]
        rows = await connection.fetch("SELECT id, sort_key FROM client WHERE id = ANY($1)", ids)
    finally:
        await connection.close()
    keys = {f"client_{row['id'].hex}": row["sort_key"] for row in rows}
    return [Place(e["node"]["id"], e["cursor"], keys[e["node"]["id"]]) for e in edges]


def chosen(places: Sequence[Place], query: Query) -> list[Place]:
    """Return the places of a query's variations."""
    most = VARIATIONS[query.of_one]
    return list(places[:most]) if query.of_one else list(places[: most * STEP : STEP])


def asked_of_us(query: Query, places: Sequence[Place], person: Person, running: Running, url: str) -> tuple[bytes, ...]:
    """Return the requests as a browser with a session sends them to the service."""
    known = headers(person, running.port, url)
    bodies = [{"query": query.document, "variables": query.variables(place)} for place in places]
    return tuple(encoded(PATH, orjson.dumps(body), known) for body in bodies)


def asked_of_floor(
    query: Query, places: Sequence[Place], role: str, known: Mapping[str, str] | None = None
) -> tuple[bytes, ...]:
    """Return the requests to the floor, which is told who asks; with `known` headers it has to find out."""
    path = f"/floor/{query.name}" if known else f"/{role}/{query.name}"
    dates = {"from": FROM.isoformat(), "before": BEFORE.isoformat(), "today": TODAY.isoformat()}
    bodies = [{"variables": {"id": p.client[-32:], "key": p.sort_key, **dates}} for p in places]
    return tuple(encoded(path, orjson.dumps(body), known or {}) for body in bodies)


def asked_of_loader(query: Query, places: Sequence[Place]) -> tuple[bytes, ...]:
    """Return the requests to the peer: the same documents, its own cursors."""
    found = []
    for place in places:
        variables = query.variables(place)
        if not query.of_one:
            variables["after"] = f"{place.sort_key}|{place.client[-32:]}"
        found.append(encoded(PATH, orjson.dumps({"query": query.document, "variables": variables}), {}))
    return tuple(found)


def series_of(
    query: Query,
    places: Sequence[Place],
    person: Person,
    runs: Mapping[str, Running],
    url: str,
    peers: Mapping[str, Mapping[str, str]],
) -> list[Series]:
    """Return every contestant's series of a query; `peers` are those with cursors of their own, and these."""
    role = person.role
    here = chosen(places, query)
    floors = ("floor", "floor-relaxed", "floor-strict")
    found = [Series(name, runs[name], asked_of_floor(query, here, role)) for name in floors]
    run = runs["housed"]
    found.append(Series("housed", run, asked_of_floor(query, here, role, headers(person, run.port, url))))
    for mode in ("off", "relaxed", "strict"):
        run = runs[f"ours-{mode}"]
        found.append(Series(mode, run, asked_of_us(query, here, person, run, url)))
    relaxed = runs["ours-relaxed"]
    found.append(Series("mixed", relaxed, asked_of_us(query.mixed(), here, person, relaxed, url)))
    if role == "supervisor":
        found.append(Series("loader", runs["loader"], asked_of_loader(query, here)))
    for name, cursors in peers.items():
        checks = name == "postgraphile-checks"
        found.append(Series(name, runs[name], asked_of_postgraphile(query, here, person, cursors, checks=checks)))
    return found


async def compare(query: Query, role: str, series: Sequence[Series]) -> int:
    """
    Return the size of the first answer, after every answer of every contestant was compared with the floor's.

    Ours byte by byte; the mixed document without its extra root; the loader by its data, PostGraphile leaf by leaf.

    :raises DifferentAnswers: naming query, role and contestant, and quoting nothing
    """
    floor = series[0]
    wanted = [await answer(floor.running.port, request) for request in floor.requests]
    for other in series[1:]:
        for number, request in enumerate(other.requests):
            found = await answer(other.running.port, request)
            if not alike(other.name, found, wanted[number]):
                raise DifferentAnswers(f"{query.name} as {role}: {other.name} answers variation {number} differently")
    return len(wanted[0])


def alike(name: str, found: bytes, wanted: bytes) -> bool:
    """Tell whether an answer says what the floor says."""
    if name not in ("mixed", "loader", *PEERS):
        return found == wanted
    ours, theirs = orjson.loads(found), orjson.loads(wanted)
    if name in PEERS:
        return answers_alike(theirs, ours, same_rows=name == "postgraphile-checks")
    data: dict[str, Any] = ours["data"]
    data.pop("viewer", None)
    return data == theirs["data"] and (name == "loader" or ours.get("extensions") == theirs.get("extensions"))


async def peers_of(runs: Mapping[str, Running], person: Person) -> dict[str, Mapping[str, str]]:
    """Return the peers that know this person, with their cursors; who checks nothing knows no caseload."""
    names = [name for name in PEERS if name in runs and (name == "postgraphile-checks" or person.role == "supervisor")]
    return {n: await cursors_of(runs[n], person, checks=n == "postgraphile-checks") for n in names}
