"""Heartbeats: rows that tell which process is alive, written by workers and services and read by `/readyz`."""

from dataclasses import dataclass
from typing import Any

from tortoise.connection import get_connection

SERVICE = "service"  # the row that a service writes to learn whether the database takes writes; all others are of jobs
# A job may run every two seconds, and its row is written every five.
_BEAT = """
INSERT INTO heartbeat (name, at) VALUES ($1, now())
ON CONFLICT (name) DO UPDATE SET at = now() WHERE heartbeat.at < now() - interval '5 seconds'
"""
_WRITE = f"""
INSERT INTO heartbeat (name, at) VALUES ('{SERVICE}', now())
ON CONFLICT (name) DO UPDATE SET at = now() RETURNING true
"""
_AGES = f"""
SELECT extract(epoch FROM now() - (SELECT max(at) FROM heartbeat WHERE name <> '{SERVICE}'))::float8 AS worker,
 extract(epoch FROM now() - (SELECT at FROM heartbeat WHERE name = 'seal_logs'))::float8 AS sealing,
 coalesce(extract(epoch FROM now() - (SELECT min(at) FROM outbox WHERE dispatched_at IS NULL)), 0)::float8 AS event
"""


@dataclass(frozen=True)
class Ages:
    """
    Seconds since a job of any worker ended well, since the logs were last sealed, and of the oldest event that waits.

    Every log entry that is older than the last sealing is sealed. None where there never was a run.
    """

    worker: float | None
    sealing: float | None
    event: float


async def beat(job: str) -> None:
    """Note that a scheduled job ended well just now."""
    await get_connection("default").execute_query(_BEAT, [job])


async def is_written(connection: Any) -> bool:
    """Return whether the database takes a write, and has it on its disk."""
    return bool(await connection.fetchval(_WRITE))


async def ages(connection: Any) -> Ages:
    """Return how long ago the workers did their work."""
    row = await connection.fetchrow(_AGES)
    return Ages(row["worker"], row["sealing"], max(row["event"], 0.0))
