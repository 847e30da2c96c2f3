"""Dispatched events leave the outbox when nobody can go on from before them any more."""

from tortoise.connection import get_connection

from resolvers.changes.positions import KEPT
from resolvers.context import CommandContext

_BATCH = 10_000
_FORGET = (
    "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE dispatched_at IS NOT NULL AND at < $1"
    " ORDER BY id LIMIT $2)"
)


async def forget_events(context: CommandContext) -> int:
    """Delete the dispatched events that are older than `KEPT`, and return how many."""
    total = 0
    while True:
        count, _ = await get_connection("default").execute_query(_FORGET, [context.now - KEPT, _BATCH])
        total += int(count)
        if count < _BATCH:
            return total
