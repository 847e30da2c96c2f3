"""
The move of stored values to the current keys: in batches, each its own transaction, resumable, without waiting.

A batch takes rows that nobody holds, in the order of their ids, and notes in the same transaction how far it came. A
run that is killed loses one batch. Rows that somebody held, or that a process with older keys wrote meanwhile, are
found by the next pass; a place is finished when a pass finds nothing left.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from uuid_utils.compat import uuid7

from service.database.key_usage import KeyUse

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

BATCH_ROWS = 200  # rows of one transaction: they are locked for some 10 ms
_PASSES = 20  # a place that is never empty is written to by a process without the new key
_PAUSE_SECONDS = 0.5
_BEGIN = """
INSERT INTO key_move (id, place, target, moved, started_at) VALUES ($1, $2, $3, 0, $4)
ON CONFLICT (place, target) DO UPDATE SET finished_at = NULL RETURNING moved_up_to
"""
_NOTE = "UPDATE key_move SET moved_up_to = $3, moved = moved + $4 WHERE place = $1 AND target = $2"
_FINISH = "UPDATE key_move SET moved_up_to = NULL, finished_at = $3 WHERE place = $1 AND target = $2"
_MOVED = "SELECT moved FROM key_move WHERE place = $1 AND target = $2"


@dataclass(frozen=True)
class Fault:
    """A row that cannot be moved, by its table and id; `code` says why."""

    table: str
    row: str
    code: str


@dataclass
class Batch:
    """What one batch did: how many rows it moved, the id of the last row that it saw, and the rows that do not move."""

    moved: int = 0
    last: str | None = None
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class MovedPlace:
    """
    A place whose rows are moved.

    `move` moves the next rows after an id, inside a transaction; `last` of its batch is None when there are none.
    `remaining` counts the rows that are left. `uses` tells which older keys they need, where the tables that
    service/database/key_usage.py looks at do not tell it.
    """

    name: str
    move: Callable[["Connection", str | None, int], Awaitable[Batch]]
    remaining: Callable[["Connection"], Awaitable[int]]
    uses: Callable[["Connection"], Awaitable[list[KeyUse]]] | None = None


@dataclass(frozen=True)
class PlaceResult:
    """How many rows of a place were moved in all runs, how many are left, and which cannot be moved."""

    name: str
    moved: int
    left: int
    faults: tuple[Fault, ...]


async def move_place(
    connection: "Connection",
    place: MovedPlace,
    target: str,
    now: datetime,
    progress: Callable[[str, int], None] = lambda *_: None,
) -> PlaceResult:
    """Move the rows of a place to the keys that `target` names, from where an earlier run was stopped."""
    after = await connection.fetchval(_BEGIN, uuid7(), place.name, target, now)
    faults: dict[str, Fault] = {}
    for _ in range(_PASSES):
        moved = await _pass(connection, place, target, after, faults, progress)
        left, after = await place.remaining(connection), None
        if left <= len(faults):
            break
        if not moved:
            await asyncio.sleep(_PAUSE_SECONDS)  # somebody holds the rows that are left
    done = await connection.fetchval(_MOVED, place.name, target)
    if left == 0:
        await connection.execute(_FINISH, place.name, target, now)
    return PlaceResult(place.name, done, left, tuple(faults.values()))


async def _pass(
    connection: "Connection",
    place: MovedPlace,
    target: str,
    after: str | None,
    faults: dict[str, Fault],
    progress: Callable[[str, int], None],
) -> int:
    """Move what stands after an id, batch by batch, and return how many rows that were."""
    total = 0
    while True:
        async with connection.transaction():
            batch = await place.move(connection, after, BATCH_ROWS)
            await connection.execute(_NOTE, place.name, target, batch.last, batch.moved)
        faults |= {fault.row: fault for fault in batch.faults}
        total, after = total + batch.moved, batch.last
        progress(place.name, total)
        if after is None:
            return total
