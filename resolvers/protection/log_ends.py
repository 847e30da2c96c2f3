"""
The end of the logs: looks and log-ins go when the term of every register is over, in whole blocks that were verified.

The blocks and the seals stay, and a signed statement says what was removed: `verify-log` reads the chain as before. A
block in which anything differs from its seals is left as it is, and everything after it waits: it is evidence.
Source: GDPR article 5(1)(e); decision 0165.
"""

import logging
from datetime import UTC, datetime, time
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from auth.evidence.checkpoints import checkpoint_keys
from auth.evidence.log_removals import TERMED_LOGS, Removal, signed_removal
from models.chain import SEALED_LOGS, Block, SealedLog, chain_digest, leaf
from resolvers.context import CommandContext, UnitOfWork
from resolvers.writing.transitions import create_related
from workflow.calendar import FINNISH_ZONE, months_after

_BLOCKS_AT_ONCE = 20  # in one transaction
_TERM = "SELECT max(log_kept_years) AS years FROM register"
_DUE = """
SELECT number, first_position, last_position, previous, closed_at, life, horizon, settled, hash FROM log_block
WHERE number > (SELECT coalesce(max(last_block), 0) FROM log_removal) AND closed_at < $1 ORDER BY number LIMIT $2
"""
_SEALS = "SELECT position, log, entry, digest FROM log_seal WHERE position BETWEEN $1 AND $2 ORDER BY position"
_log = logging.getLogger("polku")


async def end_old_logs(context: CommandContext) -> int:
    """Delete the looks and log-ins whose term is over, and return how many; nothing without a key that signs it."""
    cutoff = await _cutoff(context)
    total = 0
    while cutoff is not None and context.keyring.signing and (count := await _end_blocks(context, cutoff)) is not None:
        total += count
    return total


async def _cutoff(context: CommandContext) -> datetime | None:
    """Return the moment before which a look is past the term of every register; None without a register."""
    [row] = await get_connection("default").execute_query_dict(_TERM)
    if row["years"] is None:
        return None
    day = months_after(context.today, -12 * row["years"])
    return datetime.combine(day, time(), FINNISH_ZONE).astimezone(UTC)


async def _end_blocks(context: CommandContext, cutoff: datetime) -> int | None:
    """End the next blocks in one transaction and return how many entries went; None when there is nothing to do."""
    async with in_transaction() as db:
        rows = await db.execute_query_dict(_DUE, [cutoff, _BLOCKS_AT_ONCE])
        sound: list[dict[str, Any]] = []
        for row in rows:
            if not await _is_sound(row, db):
                _log.error("block %d of the logs is not what was sealed: nothing from it on is deleted", row["number"])
                break
            sound.append(row)
        if not sound:
            return None
        first, last = sound[0]["number"], sound[-1]["number"]
        [ended] = await db.execute_query_dict(
            "SELECT end_log_blocks($1, $2, $3) AS entries", [first, last, context.now]
        )
        await _record(
            context, Removal(first, last, ended["entries"], bytes(sound[-1]["hash"]), cutoff, context.now), db
        )
    _log.info("removed %d entries of the logs, whose term is over", ended["entries"])
    return int(ended["entries"])


async def _is_sound(row: dict[str, Any], db: TransactionalDBClient) -> bool:
    """Return whether a block has the hash of its seals, and whether its looks and log-ins are what was sealed."""
    columns = {name: value for name, value in row.items() if name != "hash"}
    block = Block(**columns | {"previous": bytes(row["previous"])})
    seals = await db.execute_query_dict(_SEALS, [block.first_position, block.last_position])
    leaves = [leaf(seal["position"], seal["log"], seal["entry"], bytes(seal["digest"])) for seal in seals]
    if block.hash(leaves) != bytes(row["hash"]):
        return False
    return all([await _is_as_sealed(log, seals, db) for log in SEALED_LOGS if log.table in TERMED_LOGS])


async def _is_as_sealed(log: SealedLog, seals: list[dict[str, Any]], db: TransactionalDBClient) -> bool:
    digests = {seal["entry"]: bytes(seal["digest"]) for seal in seals if seal["log"] == log.table}
    rows = await db.execute_query_dict(
        f"SELECT e.id::text AS entry, {log.content_sql('e')} AS content FROM {log.table} e"
        f" WHERE e.id = ANY($1::text[]::{log.key}[])",
        [list(digests)],
    )
    return digests == {row["entry"]: chain_digest(row["content"]) for row in rows}


async def _record(context: CommandContext, removal: Removal, db: TransactionalDBClient) -> None:
    keys = context.keyring.signing
    await create_related(
        UnitOfWork(context, db),
        "log_removal",
        first_block=removal.first,
        last_block=removal.last,
        entries=removal.entries,
        older_than=removal.older_than,
        removed_at=removal.at,
        tip=removal.tip.hex(),
        key_id=checkpoint_keys(keys)[str(max(keys))]["kid"],
        token=signed_removal(removal, keys),
    )
