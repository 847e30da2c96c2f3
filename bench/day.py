"""
The same half hour of everybody: fifty coaches record thirty people each, while sheets are read and streams listen.

One morning takes a fifth of a second, so several are taken one after another, each of another day.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
from rich.console import Console

from bench.contestants import Running, started
from bench.data import STAFF, Person, Size, made, prepared
from bench.day_floor import PATH as FLOOR_PATH
from bench.load import answer, encoded
from bench.ours import headers
from bench.processes import database_seconds
from bench.results.machine import table_of_versions
from bench.results.report import at_least
from bench.results.tables import Table
from bench.streams import PLACE, Heard, listeners, listening
from service.database.connections import credentials
from service.database.embedded_postgres import SUPERUSER, EmbeddedPostgres
from workflow.calendar import finnish_day

COACHES, PEOPLE, STREAMS = 50, 30, 200
MORNINGS = 6  # the first is not counted: a service that runs has its connections and its plans
PERSONS, TARGET = (MORNINGS - 1) * COACHES * PEOPLE, 0.5
SHEET = """query Morning($day: Date!) { attendanceSheet(scope: { caseload: true }, from: $day, to: $day) {
  rows { client { id callName lastName } days { id revision state code } } } }"""
RECORD = """mutation Day($input: RecordDayInput!) { recordDay(input: $input) {
  days { id revision state code minutes } refused { id } errors { code } } }"""
# Thirty running relationships of a unit become those of each coach, and each of their people has these days planned.
CASELOADS = """
WITH chosen AS (
  SELECT r.id, r.client_id, row_number() OVER (ORDER BY c.unit_id, r.id) - 1 AS place FROM relationship r
  JOIN contract c ON c.client_id = r.client_id AND c.state = 'ACTIVE'
  JOIN client p ON p.id = r.client_id AND NOT p.safety_restriction AND NOT p.processing_restriction
  WHERE r.state = 'ACTIVE' ORDER BY c.unit_id, r.id LIMIT $2
), given AS (
  UPDATE relationship r SET responsible_coach_id = ($1::uuid[])[1 + chosen.place / $3] FROM chosen WHERE r.id = chosen.id
)
INSERT INTO attendance (id, state, contract_id, client_id, unit_id, workplace_id, day, planned_minutes, revision, provenance,
  created_at, created_by, modified_at, modified_by)
SELECT gen_random_uuid(), 'PLANNED', c.id, c.client_id, c.unit_id, c.workplace_id, day, 300, 1, 'OWN', c.created_at, c.created_by,
  c.modified_at, c.modified_by FROM chosen JOIN contract c ON c.client_id = chosen.client_id AND c.state = 'ACTIVE',
  unnest($4::date[]) day
"""
CODES = """INSERT INTO term (id, state, vocabulary, token, title_fi, title_sv, title_en, position, facts, revision, provenance,
  created_at, created_by, modified_at, modified_by)
SELECT gen_random_uuid(), 'ACTIVE', 'attendance_code', 'PRESENT', 'läsnä', 'närvarande', 'present', 1,
  '[{"name": "hours", "text": "COUNTED"}, {"name": "presence", "text": "PRESENT"}]', 1, 'OWN', now(), $1, now(), $1
WHERE NOT EXISTS (SELECT FROM term WHERE vocabulary = 'attendance_code' AND token = 'PRESENT')"""
WHO = b'{"query": "{ viewer { language } }"}'  # as the page asks first: from then on the service knows the coach
_OUTCOME = """SELECT count(*) FILTER (WHERE state = 'RECORDED' AND revision = 2), count(*),
  (SELECT count(*) FROM history h JOIN attendance b ON b.id = h.object_id AND b.day = ANY($1) WHERE h.action = 'RECORD')
FROM attendance WHERE day = ANY($1)"""


class CellLost(RuntimeError):
    """A day was not recorded, or was recorded twice."""

    code = "CELL_LOST"


@dataclass(frozen=True)
class Morning:
    """What the mornings of one contestant took: seconds on the clock, and of processors for its process and the database."""

    seconds: float
    service: float
    database: float
    told: int = 0

    @property
    def processor_a_person(self) -> float:
        """Processor time of both for each person recorded, in seconds."""
        return (self.service + self.database) / PERSONS


@dataclass(frozen=True)
class _Bench:
    """A contestant on a register of its own, with the coaches first among the people."""

    server: EmbeddedPostgres
    url: str
    connection: Any
    running: Running
    people: Sequence[Person]
    days: Sequence[date]


async def day(server: EmbeddedPostgres, size: Size, console: Console) -> list[Table]:
    """Return the table of a morning as the service takes it, beside the hand-written transaction."""
    with console.status("Filling the register, once …"):
        filled = await asyncio.to_thread(prepared, server, size)
    mornings = {name: await _morning_of(name, server, filled, console) for name in ("service", "recording", "floor")}
    version = server.execute("SHOW server_version").strip()
    return [table(mornings), table_of_versions(version, "Python, bench/day.py", {})]


async def _morning_of(name: str, server: EmbeddedPostgres, filled: str, console: Console) -> Morning:
    """Return what mornings took on a register of their own: with sheets, the recording alone, or the floor's."""
    copy = f"{filled}_day"
    server.drop_database(copy)
    server.create_database(copy, filled)
    connection = await asyncpg.connect(**credentials(server.url(copy, SUPERUSER)))
    try:
        today = finnish_day(datetime.now(UTC))
        days = [today - timedelta(days=back) for back in range(MORNINGS)]
        people = await planned(connection, days)
        server.execute("VACUUM (ANALYZE)", copy)
        kind = "day" if name == "floor" else "ours-streams"
        with started(kind, server.url(copy)) as running, console.status(f"The morning of the {name} …"):
            bench = _Bench(server, server.url(copy), connection, running, people, days)
            if name == "floor":
                morning = await recorded_by_hand(bench)
            else:
                morning = await recorded(bench, has_sheets=name == "service")
        await check(connection, days)
    finally:
        await connection.close()
        server.drop_database(copy)
    return morning


def table(mornings: Mapping[str, Morning]) -> Table:
    """Return the figures as they are printed."""
    ours, alone, floor = (mornings[name] for name in ("service", "recording", "floor"))
    each = [f"{one.service / PERSONS * 1e6:,.0f} + {one.database / PERSONS * 1e6:,.0f}" for one in (ours, alone, floor)]
    rows = [
        ("requests a coach", "3: sheet, recordDay, sheet", "1: recordDay", "1"),
        ("a morning, to the last answer", *(f"{one.seconds / (MORNINGS - 1):.2f} s" for one in (ours, alone, floor))),
        ("processor µs a person, server + database", *each),
        ("÷ by hand", "", at_least(floor.processor_a_person / alone.processor_a_person, TARGET), "1"),
        ("events told to streams", f"{ours.told:,}", f"{alone.told:,}", "–"),
        ("days lost or doubled", "0", "0", "0"),
    ]
    heads = (f"{COACHES} coaches, {PEOPLE} people each, {STREAMS} streams", "the morning", "its recording", "by hand")
    return Table("The morning", heads, rows)


async def planned(connection: Any, days: Sequence[date]) -> Sequence[Person]:
    """Give each coach thirty people with these days, and return the coaches with their sessions."""
    people = await listeners(connection, COACHES + STREAMS, ("coach",))
    coaches = people[:COACHES]
    staff = [made(STAFF, 10_000 + n) for n in range(COACHES)]
    await hire(connection, coaches, staff)
    await connection.execute(CODES, UUID(int=0))
    await connection.execute(CASELOADS, staff, COACHES * PEOPLE, PEOPLE, list(days))
    return people


async def hire(connection: Any, coaches: Sequence[Person], staff: Sequence[UUID]) -> None:
    """Make each coach a member of staff of its own, whose caseload is empty."""
    await connection.execute(
        "INSERT INTO staff_member (id, state, unit_id, first_name, last_name, sort_key, revision, provenance, created_at,"
        " created_by, modified_at, modified_by) SELECT n.id, state, unit_id, first_name, last_name, sort_key, revision,"
        " provenance, created_at, created_by, modified_at, modified_by FROM staff_member, unnest($1::uuid[]) n(id)"
        " WHERE staff_member.id = $2",
        staff,
        made(STAFF, 0),
    )
    await connection.executemany(
        "UPDATE account SET staff_id = $2 WHERE id = $1",
        [(person.account, member) for person, member in zip(coaches, staff, strict=True)],
    )


async def recorded(bench: _Bench, *, has_sheets: bool) -> Morning:
    """Let every coach record everybody as present, all at the same time; with sheets, each reads one before and after."""
    heard = Heard()

    async def entered(person: Person) -> None:
        known = headers(person, bench.running.port, bench.url)
        await answer(bench.running.port, encoded(PLACE, WHO, known))

    async def morning(number: int, day: date) -> None:
        known = headers(bench.people[number], bench.running.port, bench.url)
        sheet = json.dumps({"query": SHEET, "variables": {"day": day.isoformat()}}).encode()
        given = {"scope": {"caseload": True}, "day": day.isoformat(), "default": "PRESENT"}
        record = json.dumps({"query": RECORD, "variables": {"input": given}}).encode()
        for body in (sheet, record, sheet) if has_sheets else (record,):
            found = await answer(bench.running.port, encoded(PLACE, body, known))
            if b'"errors":[{' in found or b'"refused":[{' in found:
                raise CellLost(found[:300].decode())

    async with listening(bench.people[COACHES:], bench.connection, bench.running, heard, bench.url):
        await asyncio.gather(*map(entered, bench.people[:COACHES]))
        return await _timed(bench, morning, heard)


async def recorded_by_hand(bench: _Bench) -> Morning:
    """Record the same days by the hand-written transaction, all coaches at the same time."""

    async def morning(number: int, day: date) -> None:
        staff, account = made(STAFF, 10_000 + number), bench.people[number].account
        body = {"staff": str(staff), "account": str(account), "day": day.isoformat()}
        await answer(bench.running.port, encoded(FLOOR_PATH, json.dumps(body).encode(), {}))

    return await _timed(bench, morning, Heard())


async def _timed(bench: _Bench, morning: Callable[[int, date], Awaitable[None]], heard: Heard) -> Morning:
    first, *others = bench.days
    await asyncio.gather(*(morning(number, first) for number in range(COACHES)))
    postmaster = int((bench.server.data / "postmaster.pid").read_text("utf-8").split("\n", 1)[0])
    before = bench.running.cpu_seconds(), database_seconds(postmaster)
    began = time.monotonic()
    for day in others:
        await asyncio.gather(*(morning(number, day) for number in range(COACHES)))
    took = time.monotonic() - began
    used = bench.running.cpu_seconds() - before[0], database_seconds(postmaster) - before[1]
    return Morning(took, *used, heard.told)


async def check(connection: Any, days: Sequence[date]) -> None:
    """
    Check that every planned day was recorded, once.

    :raises CellLost: otherwise
    """
    once, all_, told = await connection.fetchrow(_OUTCOME, list(days))
    if not once == all_ == told == MORNINGS * COACHES * PEOPLE:
        raise CellLost(f"{once} of {all_} days were recorded once, and history tells of {told}")
