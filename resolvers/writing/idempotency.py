"""
Idempotency keys: a command that is asked again with its key is carried out once.

A key belongs to the account that chose it and to one command with one input; it is kept for KEPT. The answer to a
repeated command shows the object of the first as it is now.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
from tortoise.backends.base.client import TransactionalDBClient

from models.log import IdempotencyKey, IdempotencyObject
from models.sealed import keyed_digests
from resolvers.context import CommandContext
from resolvers.refusals import CommandRefused, Problem

KEPT = timedelta(days=30)  # a client that was cut off asks again within minutes; one that was switched off, after leave
LONGEST = 80  # characters; the column's
_REMEMBER = """
WITH remembered AS (
  INSERT INTO idempotency_key (account, key, digest, object_id, at) VALUES ($1, $2, $3, $4, $5) RETURNING id
)
INSERT INTO idempotency_object (key_id, object_id)
SELECT r.id, o.id FROM remembered r, unnest($6::uuid[]) WITH ORDINALITY o(id, n) ORDER BY o.n
"""


@dataclass(frozen=True)
class KeyedCommand:
    """A command as its key knows it: the noun, what is done, the input, and the key if the caller chose one."""

    noun: str
    action: str
    values: Mapping[str, Any]
    key: str | None = None


async def earlier_object(context: CommandContext, command: KeyedCommand, db: TransactionalDBClient) -> UUID | None:
    """
    Return the object of the same command, when it was carried out earlier with the same key; None otherwise.

    :raises CommandRefused: as `earlier_objects`
    """
    objects = await earlier_objects(context, command, db)
    return objects[0] if objects else None


async def earlier_objects(
    context: CommandContext, command: KeyedCommand, db: TransactionalDBClient
) -> list[UUID] | None:
    """
    Return the objects of the same command, when it was carried out earlier with the same key; None otherwise.

    Two such commands at the same time wait for each other.

    :raises CommandRefused: IDEMPOTENCY_CONFLICT when the key was used for another command, VALUE_OUT_OF_BOUNDS when it
        is no key
    """
    key = command.key
    if key is None:
        return None
    if not 0 < len(key) <= LONGEST or "\0" in key:
        raise CommandRefused(Problem("VALUE_OUT_OF_BOUNDS", ("idempotencyKey",), {"fields": "idempotencyKey"}))
    lock = int.from_bytes(hashlib.sha256(f"{context.viewer.account}|{key}".encode()).digest()[:8], signed=True)
    await db.execute_query("SELECT pg_advisory_xact_lock($1)", [lock])
    earlier = await IdempotencyKey.get_or_none(account=context.viewer.account, key=key, using_db=db)
    if earlier is None:
        return None
    if bytes(earlier.digest) not in _digests(context, command):
        raise CommandRefused(Problem("IDEMPOTENCY_CONFLICT", ("idempotencyKey",)))
    if earlier.object_id is not None:
        return [UUID(str(earlier.object_id))]
    several: Any = IdempotencyObject.filter(key_id=earlier.pk).using_db(db).order_by("id")
    return [UUID(str(id_)) for id_ in await several.values_list("object_id", flat=True)]


async def remember_command(
    context: CommandContext, command: KeyedCommand, objects: Sequence[UUID], db: TransactionalDBClient
) -> None:
    """Store which objects a command with a key was about; without a key, nothing."""
    if command.key is None:
        return
    single = objects[0] if len(objects) == 1 else None
    values = [context.viewer.account, command.key, _digests(context, command)[0], single, context.now]
    await db.execute_query(_REMEMBER, [*values, [] if single else list(objects)])


async def forget_old_keys(now: datetime) -> int:
    """Delete the keys that are older than KEPT, and return their number."""
    return await IdempotencyKey.filter(at__lt=now - KEPT).delete()


def _digests(context: CommandContext, command: KeyedCommand) -> tuple[bytes, ...]:
    """
    Return the keyed digests of a command, one per index key, the current first.

    A plain digest would let an identity code be guessed.
    """
    values = orjson.dumps(dict(command.values), option=orjson.OPT_SORT_KEYS, default=str).decode()
    # Keys of creations from before other commands had any are known by noun and input alone.
    what = command.noun if command.action == "create" else f"{command.noun}.{command.action}"
    return keyed_digests(context.keyring, "idempotency", f"{what} {values}")
