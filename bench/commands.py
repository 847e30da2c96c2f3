"""What is asked of those who write: the phone number of one client after the other, and whether all write alike."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from bench.asking import PATH, DifferentAnswers, Series
from bench.contestants import Running
from bench.data import UNIT, Person, made
from bench.load import answer, encoded
from bench.ours import headers
from bench.remains import Remains
from bench.update import PATH as PATH_OF_FLOOR
from service.database.connections import credentials

UPDATES = 24_000  # more than are answered in the longest turn
DOCUMENT = """mutation Phone($input: UpdateClientInput!) { updateClient(input: $input) {
  client { id callName phones revision } errors { code }
} }"""
CHANGEABLE = """SELECT id FROM client WHERE unit_id = $1 AND state IN ('ACTIVE', 'PROSPECT')
  AND NOT safety_restriction AND NOT processing_restriction ORDER BY id"""
# Without hyphens, because the service writes ids in a version without them, and PostgreSQL with them.
WROTE = """SELECT (SELECT replace((to_jsonb(v) - ARRAY['id', 'at', 'tx', 'salt'] #- '{stored,modified_at}')::text, '-', '')
    FROM version v),
  (SELECT to_jsonb(h) - ARRAY['id', 'at', 'tx', 'salt'] FROM history h), (SELECT to_jsonb(o) - ARRAY['id', 'at', 'tx'] FROM outbox o),
  (SELECT count(*) FROM disclosure_log),
  (SELECT array_agg(permission || ': ' || terms ORDER BY permission) FROM search_entry WHERE object_id = $1)"""


async def changeable_clients(url: str) -> list[UUID]:
    """Return the clients of unit 0 whose phone number a supervisor may change."""
    connection = await asyncpg.connect(**credentials(url))
    try:
        return [row["id"] for row in await connection.fetch(CHANGEABLE, made(UNIT, 0))]
    finally:
        await connection.close()


def change(clients: list[UUID], number: int) -> dict[str, Any]:
    """Return the input of an update: each client in turn, each time with the next revision and another number."""
    turn, place = divmod(number, len(clients))
    return {"id": f"client_{clients[place].hex}", "revision": turn + 1, "phones": [f"+358457{number:06}"]}


async def series_of_updates(person: Person, runs: Mapping[str, Running], url: str) -> list[Series]:
    """Return the updates as the service and the hand-written transaction take them."""
    clients = await changeable_clients(url)
    bodies = [
        orjson.dumps({"query": DOCUMENT, "variables": {"input": change(clients, number)}}) for number in range(UPDATES)
    ]
    found = [Series("floor", runs["update"], tuple(encoded(PATH_OF_FLOOR, b, {}) for b in bodies), writes=True)]
    for mode in ("relaxed", "strict"):
        run = runs[f"ours-{mode}"]
        known = headers(person, run.port, url)
        found.append(Series(mode, run, tuple(encoded(PATH, b, known) for b in bodies), writes=True))
    return found


async def compare_updates(series: list[Series], remains: Remains) -> None:
    """
    Compare the answers to the first update, and the rows that it left.

    :raises DifferentAnswers: naming the contestant
    """
    client = UUID(hex=orjson.loads(series[0].requests[0].partition(b"\r\n\r\n")[2])["variables"]["input"]["id"][-32:])
    wanted: Any = None
    for one in series:
        await remains.remove()
        answered = await answer(one.running.port, one.requests[0])
        wrote = await remains.connection.fetch(WROTE, client)
        wanted = wanted or (answered, wrote)
        if (answered, wrote) != wanted:
            raise DifferentAnswers(f"{one.name} answers or writes an update differently")
    await remains.remove()
