"""The change feed under load: five hundred people listen, each with a stream, while a hundred events a second happen."""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from statistics import quantiles
from typing import Any
from urllib.request import urlopen

import asyncpg
from rich.console import Console

from bench.contestants import Running, started
from bench.data import ACCOUNT, ACCOUNTS, STAFF, UNIT, Person, Size, made, opened_sessions_of, prepared
from bench.load import encoded
from bench.ours import headers, metrics_port
from bench.processes import database_seconds
from bench.results.machine import table_of_versions
from bench.results.tables import Table
from resolvers.public_ids import public_id
from service.database.connections import credentials
from service.database.embedded_postgres import SUPERUSER, EmbeddedPostgres

STREAMS, EVENTS_A_SECOND, NAMED = 500, 100, 5
ROLES = ("coach", "coach", "coach", "supervisor")  # of the people who listen, by turns
PLACE = "/graphql"
FOLLOW = """subscription F($ids: [ID!]) { changed(types: ["Client", "Attendance", "Referral"], ids: $ids) {
  kind type id revision cursor } }"""
_REVISION = re.compile(rb'"revision":(\d+)')
_PEOPLE = """
INSERT INTO account (id, issuer, subject, kind, name, language, staff_id, epoch, undertaking_version,
  undertaking_accepted_at, created_at, state, revision, provenance, created_by, modified_at, modified_by)
SELECT g.id, issuer, g.id::text, kind, name, language, g.staff, epoch, undertaking_version, undertaking_accepted_at,
  created_at, state, revision, provenance, created_by, modified_at, modified_by
FROM account, unnest($1::uuid[], $2::uuid[]) g(id, staff) WHERE account.id = $3;
"""
_ROLES = """
INSERT INTO role_grant (id, account_id, role, unit_id, starts_on, created_by, created_at, state, revision, provenance,
  modified_at, modified_by)
SELECT gen_random_uuid(), g.id, g.role, g.unit, starts_on, created_by, created_at, state, revision, provenance,
  modified_at, modified_by
FROM role_grant, unnest($1::uuid[], $2::text[], $3::uuid[]) g(id, role, unit) WHERE account_id = $4
"""
_CASELOADS = "SELECT client_id, responsible_coach_id, unit_id FROM relationship WHERE ended_on IS NULL ORDER BY id"
# The third of what happens is about clients, the third about working days, and the third about referrals.
_OBJECTS = """
(SELECT 'client' AS noun, id FROM client ORDER BY md5(id::text) LIMIT 1000)
UNION ALL (SELECT 'attendance', id FROM attendance ORDER BY md5(id::text) LIMIT 1000)
UNION ALL (SELECT 'referral', id FROM referral ORDER BY md5(id::text) LIMIT 1000)
"""
_HAPPENS = "INSERT INTO outbox (at, event, noun, object_id, revision) VALUES (now(), $1, $2, $3, $4)"


@dataclass
class Heard:
    """What all streams were told: how many events, and how long after they happened those with a name came."""

    written: dict[int, float] = field(default_factory=dict)  # the revision of an event → when it was written
    told: int = 0
    opened: int = 0
    lags: list[float] = field(default_factory=list)

    def note(self, piece: bytes) -> None:
        """Count the events in a piece of a stream."""
        now = time.monotonic()
        self.opened += piece.count(b'"OPENED"')
        self.told += piece.count(b'"CHANGED"')
        self.lags += [
            now - self.written[number] for n in _REVISION.findall(piece) if (number := int(n)) in self.written
        ]


async def streams(server: EmbeddedPostgres, size: Size, seconds: float, console: Console) -> list[Table]:
    """Return the table of a run on a copy of the register, which goes afterwards."""
    with console.status("Filling the register, once …"):
        filled = await asyncio.to_thread(prepared, server, size)
    copy = f"{filled}_streams"
    server.drop_database(copy)
    server.create_database(copy, filled)
    server.execute("VACUUM (ANALYZE)", copy)
    connection = await asyncpg.connect(**credentials(server.url(copy, SUPERUSER)))
    try:
        with started("ours-streams", server.url(copy)) as running, console.status("Listening …"):
            figures = await measured(server, copy, connection, running, seconds)
    finally:
        await connection.close()
        server.drop_database(copy)
    heads = ("what", f"{STREAMS} streams, {EVENTS_A_SECOND} events a second")
    version = server.execute("SHOW server_version").strip()
    return [
        Table("The change feed", heads, [(name, value) for name, value in figures.items()]),
        table_of_versions(version, "Python, bench/streams.py", {}),
    ]


async def measured(
    server: EmbeddedPostgres, database: str, connection: Any, running: Running, seconds: float
) -> Mapping[str, str]:
    """Return the figures of a run, as they are printed."""
    people, heard = await listeners(connection), Heard()
    postmaster = int((server.data / "postmaster.pid").read_text("utf-8").split("\n", 1)[0])
    async with listening(people, connection, running, heard, server.url(database)):
        before = await batches_of(running)
        processor = running.cpu_seconds(), database_seconds(postmaster)
        began = time.monotonic()
        happened = await happen(connection, heard, seconds)
        took = time.monotonic() - began
        used = running.cpu_seconds() - processor[0], database_seconds(postmaster) - processor[1]
        batches = await batches_of(running) - before
    median, late = (quantiles(heard.lags, n=100)[place] * 1000 for place in (49, 98))
    return {
        "events written": f"{happened:,} in {took:.1f} s",
        "events told": f"{heard.told:,}, {heard.told / took:,.0f} a second",
        "of them by name": f"{len(heard.lags):,}",
        "batches, each one statement": f"{batches:,.0f}",
        "from the event to its telling, median and 99th percentile": f"{median:,.0f} ms, {late:,.0f} ms",
        "processor of the service": f"{used[0] / took:.0%} of a core",
        "processor of the database": f"{used[1] / took:.0%} of a core",
        "memory of the service": f"{running.megabytes:,.0f} MB",
    }


async def listeners(connection: Any, count: int = STREAMS, turns: Sequence[str] = ROLES) -> Sequence[Person]:
    """Store so many people with a role in a unit, by turns, and return them with their sessions."""
    staff = await connection.fetchval("SELECT count(*) FROM staff_member")
    units = await connection.fetchval("SELECT count(*) FROM unit")
    numbers = range(100, 100 + count)
    ids, members = [made(ACCOUNT, n) for n in numbers], [made(STAFF, n % staff) for n in numbers]
    roles, places = [turns[n % len(turns)] for n in numbers], [made(UNIT, n % staff % units) for n in numbers]
    example = made(ACCOUNT, ACCOUNTS.index("coach"))
    await connection.execute(_PEOPLE, ids, members, example)
    await connection.execute(_ROLES, ids, roles, places, example)
    found = await opened_sessions_of(connection, ids)
    return [
        Person(role, id_, member, place, session)
        for role, id_, member, place, session in zip(roles, ids, members, places, found, strict=True)
    ]


@asynccontextmanager
async def listening(
    people: Sequence[Person], connection: Any, running: Running, heard: Heard, url: str
) -> AsyncIterator[None]:
    """Listen as everybody, each to types and to some clients of the own caseload or unit, until the block ends."""
    rows = await connection.fetch(_CASELOADS)
    tasks = []
    for person in people:
        own = [r["client_id"] for r in rows if person.staff == r["responsible_coach_id"]] or [rows[0]["client_id"]]
        ids = [public_id("client", id_) for id_ in own[:NAMED]]
        tasks.append(asyncio.create_task(listen(person, ids, running, heard, url)))
    while heard.opened < len(people):
        await asyncio.sleep(0.1)
        for task in tasks:
            if task.done():
                task.result()
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def listen(person: Person, ids: Sequence[str], running: Running, heard: Heard, url: str) -> None:
    """Read one stream until cancelled."""
    body = json.dumps({"query": FOLLOW, "variables": {"ids": ids}}).encode()
    known = headers(person, running.port, url) | {"accept": "text/event-stream"}
    reader, writer = await asyncio.open_connection("127.0.0.1", running.port)
    try:
        writer.write(encoded(PLACE, body, known))
        while piece := await reader.readuntil(b"\n\n"):
            heard.note(piece)
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


async def happen(connection: Any, heard: Heard, seconds: float) -> int:
    """Write events at an even pace, each in a transaction of its own, and return how many."""
    objects = await connection.fetch(_OBJECTS)
    began, number = time.monotonic(), 0
    while (elapsed := time.monotonic() - began) < seconds:
        if number >= elapsed * EVENTS_A_SECOND:
            await asyncio.sleep(0.002)
            continue
        number += 1
        row = objects[number * 1_009 % len(objects)]
        heard.written[1_000_000 + number] = time.monotonic()
        await connection.execute(_HAPPENS, f"{row['noun']}.update", row["noun"], row["id"], 1_000_000 + number)
    return number


async def batches_of(running: Running) -> float:
    """Return how many batches the service has read; a test counts that each is one statement."""
    text = await asyncio.to_thread(_metrics, metrics_port(running.port))
    found = re.search(r"^polku_change_batches_total (\S+)$", text, re.MULTILINE)
    return float(found[1]) if found else 0.0


def _metrics(port: int) -> str:
    with urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        return str(answer.read().decode())
