"""The documents of the product on a large register: the examples of its pages, and searches, totals and inboxes."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import asyncpg
import orjson

from bench.asking import PATH
from bench.contestants import Running, started
from bench.data import CLIENT, REGISTER, TODAY, UNIT, Person, Size, made, opened_sessions
from bench.load import BadAnswer, answer, encoded
from bench.measuring import Run
from bench.ours import headers
from bench.remains import Remains
from bench.results.report import at_most
from bench.results.tables import Table
from service.database.connections import credentials
from service.examples import EXAMPLES, load_examples

ROLES = ("supervisor", "coach", "official", "manager", "privacy_officer")
WARM, TIMES = 2, 15  # requests one after the other: uncounted, counted
PATIENCE = 2.0  # seconds after which no more are asked of a slow document, when one was counted
SLOWEST = 15
SEARCH, TOTAL = 50.0, 20.0  # targets in milliseconds
FIND = "query Find($words: String!) { clients(search: $words, first: 20) { nodes { id firstNames lastName } } }"
FREQUENT = """SELECT lower(mode() WITHIN GROUP (ORDER BY last_name)), lower(mode() WITHIN GROUP (ORDER BY call_name)) FROM client"""
RARE = """SELECT lower(last_name), lower(call_name) FROM client
  JOIN (SELECT last_name, count(*) AS number FROM client GROUP BY 1) named USING (last_name)
  WHERE unit_id = $1 ORDER BY number, id LIMIT 1"""
ROOM = """SELECT relname, to_char(reltuples, 'FM999,999,999'), round(pg_table_size(oid) / 1e6)::int,
  round(pg_indexes_size(oid) / 1e6)::int
FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
ORDER BY pg_total_relation_size(oid) DESC LIMIT 10"""


@dataclass(frozen=True)
class Document:
    """A document that somebody asks; `most` is its target in milliseconds."""

    title: str
    role: str
    text: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    most: float | None = None


async def searches(url: str) -> list[Document]:
    """Return searches by one and two words, frequent and rare, in a unit and in the whole register."""
    connection = await asyncpg.connect(**credentials(url))
    try:
        frequent, called_so = await connection.fetchrow(FREQUENT)
        rare, called = await connection.fetchrow(RARE, made(UNIT, 0))
    finally:
        await connection.close()
    words = {
        "one frequent word": frequent,
        "one rare word": rare,
        "its beginning": rare[:5],
        "two words": f"{called} {rare}",
        "two frequent words": f"{called_so} {frequent}",
        "a word nobody has": "zzyzx",
    }
    return [
        Document(f"search: {title}", role, FIND, {"words": found}, SEARCH)
        for title, found in words.items()
        for role in ("supervisor", "coach")
    ]


def totals() -> list[Document]:
    """Return totals, which are counted up to a bound and no further."""
    wanted = {
        "supervisor": ("clients", "referrals", "attendance", "contracts"),
        "manager": ("clients", "referrals", "contracts"),
    }
    return [
        Document(f"total of {noun}", role, f"{{ {noun}(first: 0) {{ totalCount }} }}", {}, TOTAL)
        for role, nouns in wanted.items()
        for noun in nouns
    ]


def examples() -> list[Document]:
    """Return the queries of the product's pages that these roles ask; ids of clients in them become one of unit 0."""
    known = {"client": made(CLIENT, 100), "register": made(REGISTER, 0)}
    found = []
    for example in load_examples(EXAMPLES):
        if example.role in ROLES and example.kind == "query":
            given = orjson.loads(example.on(TODAY).variables or "{}")
            for name, value in given.items():
                if (kind := str(value).rpartition("_")[0]) in known:
                    given[name] = f"{kind}_{known[kind].hex}"
            found.append(Document(example.name, str(example.role), example.document, given))
    return found


async def milliseconds(running: Running, person: Person, document: Document, url: str) -> float:
    """
    Return the median time of an answer.

    :raises BadAnswer: when the answer has errors
    """
    body = orjson.dumps({"query": document.text, "variables": dict(document.variables)})
    request, times = encoded(PATH, body, headers(person, running.port, url)), []
    for _ in range(WARM + TIMES):
        began = time.perf_counter()
        answered = await answer(running.port, request)
        times.append((time.perf_counter() - began) * 1e3)
        if len(times) > WARM and sum(times) > PATIENCE * 1e3:
            break
    if errors := orjson.loads(answered).get("errors"):
        raise BadAnswer(f"{document.title} as {document.role}: {errors[0].get('message')}")
    return median(times[WARM:])


async def timed(run: Run, running: Running, url: str, documents: Sequence[Document]) -> list[tuple[Document, float]]:
    """Return every document with its time."""
    people = await opened_sessions(url, ROLES)
    with run.console.status("The documents of the product …"):
        return [(one, await milliseconds(running, people[one.role], one, url)) for one in documents]


def told(found: Sequence[tuple[Document, float]]) -> list[list[str]]:
    """Return rows of documents with their times."""
    return [
        [one.title, one.role, f"{taken:.1f}" if one.most is None else at_most(taken, one.most)] for one, taken in found
    ]


async def product_documents(run: Run, size: Size) -> list[Table]:
    """Return the tables of the product's documents on a national register, and of the room that it takes."""
    database = run.filled(size)
    url = run.server.url(database)
    with started("ours-relaxed", url) as running:
        async with Remains.opened(run.server, database, size.looks) as remains:
            goals = await timed(run, running, url, [*await searches(url), *totals()])
            daily = await timed(run, running, url, examples())
            await remains.remove()
            await remains.connection.execute("ANALYZE")
            room = await remains.connection.fetch(ROOM)
    slowest = sorted(daily, key=lambda one: -one[1])[:SLOWEST]
    heads = ["document", "as", "ms"]
    return [
        Table("Searches and totals, one request after the other, median", heads, told(goals)),
        Table(f"The {len(slowest)} slowest of {len(daily)} documents of the pages", heads, told(slowest)),
        Table("Room", ["table", "rows", "table, MB", "indexes, MB"], [list(map(str, row)) for row in room]),
    ]
