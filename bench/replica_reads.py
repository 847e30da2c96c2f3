"""
`python -m bench.replica_reads`: what a read on a standby would cost and spare, as a table in Markdown (decision 0138).

Three machines under Patroni, as `run.py drill fail-over` makes them; it needs root. *one statement* reads on the primary
and writes the row of the log in the same statement. *standby, then row* reads on a standby, writes the row on the primary,
and answers when that is committed. Answers are withheld until the row is on two disks, in both.
"""

import asyncio
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg

from bench.data import ACCOUNT, CLIENT, STAFF, TODAY, UNIT, Size, made
from bench.floor import MOST, STATEMENTS
from service.database.connections import connect, credentials
from service.database.embedded_postgres import APP, OWNER, SUPERUSER
from service.database.migrations import migrate
from service.development.drills.cluster import DATABASE, Cluster, cluster
from service.development.drills.installation import scratch_directory

SIZE = Size(5_000, 50_000)
ROLE, QUERIES, AT_ONCE, SECONDS = "supervisor", ("Q1", "Q2"), (1, 8), 4.0
SUBJECTS = {
    "Q1": "SELECT ARRAY[$1::uuid]",
    "Q2": "SELECT array_agg(id) FROM (SELECT id FROM client c WHERE unit_id = $1 LIMIT 100) c",
}
ROW = """INSERT INTO disclosure_log (at, account, authority, operation, document, fields, asked, purpose, request, subjects,
 outcome) VALUES ($1, $2, 'STAFF: supervisor', 'Example', repeat('0', 64), $3, '{}'::uuid[], 'CARE', $4, $5, 'SHOWN')"""
FIELDS = [f"Client.field{number}" for number in range(12)]
GIVEN: dict[str, Any] = {
    "unit": made(UNIT, 0),
    "staff": made(STAFF, 0),
    "account": made(ACCOUNT, 0),
    "today": TODAY,
    "id": made(CLIENT, 0),
    "key": "",
}
Ask = Callable[[], Awaitable[object]]


def values(name: str, names: tuple[str, ...]) -> list[Any]:
    """Return the values of a statement of the floor."""
    given = GIVEN | {"at": datetime.now(UTC), "request": uuid4(), "most": MOST.get(name)}
    return [given[one] for one in names]


async def one_statement(primary: asyncpg.Pool, name: str) -> Ask:
    """Return a read with its row of the log in one statement."""
    sql, names = STATEMENTS[ROLE, name, True]
    return lambda: primary.fetchval(sql, *values(name, names))


async def standby_then_row(primary: asyncpg.Pool, standby: asyncpg.Pool, name: str) -> Ask:
    """Return a read on the standby that is followed by its row on the primary."""
    sql, names = STATEMENTS[ROLE, name, False]
    subjects = await standby.fetchval(SUBJECTS[name], GIVEN["id" if name == "Q1" else "unit"])

    async def ask() -> None:
        await standby.fetchval(sql, *values(name, names))
        await primary.execute(ROW, datetime.now(UTC), GIVEN["account"], FIELDS, uuid4(), subjects)

    return ask


def processor_seconds(processes: list[int]) -> float:
    """Return the processor time of processes so far."""
    return sum(int(Path(f"/proc/{one}/schedstat").read_text("utf-8").split()[0]) for one in processes) / 1e9


async def measured(ask: Ask, at_once: int, pool: asyncpg.Pool) -> tuple[float, float, float]:
    """Return answers per second, the median of milliseconds, and microseconds of the primary's processor an answer."""
    taken: list[float] = []
    until = time.perf_counter() + SECONDS

    async def work() -> None:
        while (began := time.perf_counter()) < until:
            await ask()
            taken.append(time.perf_counter() - began)

    connections = [await pool.acquire() for _ in range(at_once)]
    processes = [connection.get_server_pid() for connection in connections]
    for connection in connections:
        await pool.release(connection)
    before, began = processor_seconds(processes), time.perf_counter()
    await asyncio.gather(*(work() for _ in range(at_once)))
    seconds = time.perf_counter() - began
    used = processor_seconds(processes) - before
    return len(taken) / seconds, statistics.median(taken) * 1e3, used / len(taken) * 1e6


async def filled(found: Cluster) -> None:
    """Fill the register of the bench."""
    await migrate(found.url(DATABASE, OWNER))
    connection = await connect(found.url(DATABASE, SUPERUSER), command_timeout=None)
    await connection.execute("SET synchronous_commit = off; SET session_replication_role = replica")
    await connection.execute(SIZE.fill())
    await connection.execute("VACUUM (ANALYZE, FREEZE)")
    await connection.execute(
        "SET synchronous_commit = remote_apply; CHECKPOINT; INSERT INTO heartbeat VALUES ('b', now())"
    )
    await connection.close()


async def commits(found: Cluster, level: str) -> float:
    """Return the median of milliseconds of a small commit at a level of `synchronous_commit`."""
    connection = await connect(found.url(DATABASE), server_settings={"synchronous_commit": level})
    taken = []
    for _ in range(400):
        began = time.perf_counter()
        await connection.execute("UPDATE heartbeat SET at = now() WHERE name = 'b'")
        taken.append(time.perf_counter() - began)
    await connection.close()
    return statistics.median(taken) * 1e3


async def report(found: Cluster) -> None:
    """Print the tables."""
    await filled(found)
    leader = found.primary()
    other = next(one for one in found.machines if one is not leader)
    shared = credentials(found.url(DATABASE)) | {"target_session_attrs": "any"}
    pools = {"port": 5432, "min_size": max(AT_ONCE), "max_size": max(AT_ONCE)}
    primary = await asyncpg.create_pool(**shared | pools | {"host": leader.address})
    standby = await asyncpg.create_pool(**shared | pools | {"host": other.address})
    print("| query | at once | way | 1/s | median, ms | processor of the primary, µs |")
    print("| --- | ---: | --- | ---: | ---: | ---: |")
    for name in QUERIES:
        ways = {
            "one statement": await one_statement(primary, name),
            "standby, then row": await standby_then_row(primary, standby, name),
        }
        for at_once in AT_ONCE:
            for way, ask in ways.items():
                rate, median, used = await measured(ask, at_once, primary)
                print(f"| {name} | {at_once} | {way} | {rate:.0f} | {median:.2f} | {used:.0f} |", flush=True)
    print("\n| `synchronous_commit` | median of a small commit, ms |\n| --- | ---: |")
    for level in ("local", "on", "remote_apply"):
        print(f"| `{level}` | {await commits(found, level):.2f} |", flush=True)
    await primary.close()
    await standby.close()


def main() -> None:
    """Make the cluster, fill it, and measure."""
    with scratch_directory(None) as directory, cluster(directory) as found:
        print(f"{SIZE.clients} clients, as {APP}", file=sys.stderr)
        asyncio.run(report(found))


if __name__ == "__main__":
    main()
