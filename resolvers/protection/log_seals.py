"""
Seal the logs: close blocks of finished entries, and sign a checkpoint of the chain at intervals.

The database closes blocks (`seal_log_block`), because the application's role may not write them. The service signs
checkpoints, because the database has no key.
"""

import logging
from datetime import timedelta
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from auth.evidence.checkpoints import Checkpoint, checkpoint_keys, signed_checkpoint
from resolvers.context import CommandContext, UnitOfWork
from resolvers.writing.transitions import create_related

_MAX_BLOCK_ENTRIES = 50_000  # entries in a block; a minute with a thousand reads a second is two blocks
CHECKPOINT_EVERY = timedelta(minutes=5)  # the operators could remove at most this much of the log's end unnoticed
_LAG = """
SELECT min(d.at) AS oldest FROM disclosure_log d, (SELECT * FROM log_block ORDER BY number DESC LIMIT 1) b
WHERE d.tx::text::bigint >= b.horizon
  AND NOT EXISTS (SELECT FROM log_seal s WHERE s.log = 'disclosure_log' AND s.entry = d.id::text)
"""
_TIP = """
SELECT b.number, b.last_position, b.hash, c.token, c.signed_at,
  (SELECT max(signed_at) FROM log_checkpoint) AS latest
FROM log_block b LEFT JOIN log_checkpoint c ON c.block = b.number ORDER BY b.number DESC LIMIT 1
"""
_LOCK = 7_065_107_121  # any number that no other lock of this database uses
_log = logging.getLogger("polku")


async def seal_finished_entries(context: CommandContext) -> int:
    """Seal every finished entry, sign a checkpoint when one is due, and return how many entries were sealed."""
    total = 0
    while (count := await _seal_block(context)) > 0:
        total += count
        if count < _MAX_BLOCK_ENTRIES:
            break  # entries that were written meanwhile wait for the next run
    tip = await _newest_block(get_connection("default"))
    if tip and tip["token"] is None and _is_due(context, tip):
        await sign_checkpoint(context)
    if total:
        rows = await get_connection("default").execute_query_dict(_LAG)
        waiting = (context.now - rows[0]["oldest"]).total_seconds() if rows[0]["oldest"] else 0
        _log.info("sealed %d entries of the logs; the oldest that waits is %.1f s old", total, max(waiting, 0))
    return total


async def _seal_block(context: CommandContext) -> int:
    sql = "SELECT seal_log_block($1, $2) AS sealed"
    rows = await get_connection("default").execute_query_dict(sql, [_MAX_BLOCK_ENTRIES, context.now])
    return int(rows[0]["sealed"])


async def _newest_block(db: BaseDBAsyncClient) -> dict[str, Any] | None:
    rows = await db.execute_query_dict(_TIP)
    return rows[0] if rows else None


def _is_due(context: CommandContext, tip: dict[str, Any]) -> bool:
    return bool(context.keyring.signing) and (tip["latest"] is None or context.now - tip["latest"] >= CHECKPOINT_EVERY)


async def sign_checkpoint(context: CommandContext) -> tuple[str, Checkpoint] | None:
    """
    Return the signed checkpoint of the newest block; it is signed and stored if there was none. None without blocks.

    :raises LogKeyMissing: when the keyring has no key for signing
    """
    async with in_transaction() as db:
        await db.execute_query("SELECT pg_advisory_xact_lock($1)", [_LOCK])
        tip = await _newest_block(db)
        if tip is None:
            return None
        number, entries, last_hash = tip["number"], tip["last_position"], bytes(tip["hash"])
        if tip["token"] is not None:
            return str(tip["token"]), Checkpoint(number, entries, last_hash, tip["signed_at"])
        checkpoint = Checkpoint(number, entries, last_hash, context.now)
        token = signed_checkpoint(checkpoint, context.keyring.signing)
        await _store_checkpoint(context, checkpoint, token, db)
        return token, checkpoint


async def _store_checkpoint(
    context: CommandContext, checkpoint: Checkpoint, token: str, db: TransactionalDBClient
) -> None:
    keys = context.keyring.signing
    key = checkpoint_keys(keys)[str(max(keys))]
    await create_related(
        UnitOfWork(context, db),
        "log_checkpoint",
        block=checkpoint.block,
        entries=checkpoint.entries,
        tip=checkpoint.tip.hex(),
        signed_at=checkpoint.at,
        key_id=key["kid"],
        public_key=key["x"],
        token=token,
    )
