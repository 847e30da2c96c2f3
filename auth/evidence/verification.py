"""
Verification of the sealed logs: every block, every seal, every entry, and every checkpoint.

It reads one consistent snapshot in the order of the chain and keeps only the digests of entries. Somebody who may
change everything in the database can rewrite the whole chain or remove its newest part; only a checkpoint that was
stored elsewhere shows that.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from auth.evidence.accesses import access_faults
from auth.evidence.checkpoints import Checkpoint, CheckpointRefused, opened_checkpoint
from auth.evidence.erased_entries import erasure_faults, without_erased
from auth.evidence.faults import FaultKind, LogFault, Sealed, altered_faults, removed_faults
from auth.evidence.log_removals import without_ended
from models.chain import GENESIS, SEALED_LOGS, Block, SealedLog, chain_digest, leaf
from models.erasure_list import ErasureEntry

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

_BATCH_SIZE = 5_000  # entries read in one batch
_BLOCK_COLUMNS = "number, first_position, last_position, previous, closed_at, life, horizon, settled, hash, entries"
_SEAL_COLUMNS = "position, block, log, entry, digest"
_MAX_REPORTED = 1_000  # at most so many truncated positions are reported one by one


@dataclass
class LogVerification:
    """
    The result of a verification.

    `waiting` entries are written and not sealed yet. `last_agreeing_checkpoint` is the newest valid checkpoint that
    came from outside the database, `stored` the newest valid one inside it.
    """

    blocks: int = 0
    entries: int = 0
    waiting: int = 0
    faults: list[LogFault] = field(default_factory=list)
    last_agreeing_checkpoint: Checkpoint | None = None
    stored: Checkpoint | None = None


@dataclass
class _Walk:
    """The state of one verification while it reads the chain."""

    verdict: LogVerification
    tips: dict[int, bytes]  # stored hash by block number
    altered: list[tuple[Sealed, bytes]] = field(default_factory=list)
    removed: list[Sealed] = field(default_factory=list)
    last_present: dict[str, int] = field(default_factory=dict)
    tip: Block | None = None
    tip_hash: bytes = GENESIS


async def verify_logs(
    connection: "Connection",
    keys: Mapping[str, Mapping[str, str]],
    exported_texts: Sequence[str] = (),
    progress: Callable[[int, int], None] | None = None,
    erasures: Sequence[ErasureEntry] | None = None,
) -> LogVerification:
    """
    Return the faults of the sealed logs, and the newest checkpoints with which the chain agrees.

    With `erasures`, the list that is kept outside the database, the erasures of the database are compared with it.

    `keys` are the public keys of checkpoints, `exported_texts` are signed checkpoints that were stored elsewhere.
    After each block, `progress` is called with the number of verified entries and the number of all entries.
    """
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        walk = _Walk(LogVerification(), {})
        total = int(await connection.fetchval("SELECT coalesce(max(position), 0) FROM log_seal"))
        async for block, sealed_hash in _blocks(connection):
            await _walk_block(connection, walk, block, sealed_hash)
            if progress:
                progress(block.last_position, total)
        _report_loose_seals(walk, total)
        walk.verdict.faults += altered_faults(walk.altered)
        removed, unproven = await without_erased(connection, walk.removed)
        removed, refused = await without_ended(connection, removed, walk.tips, keys)
        walk.verdict.faults += [*removed_faults(removed, walk.last_present), *unproven, *refused]
        walk.verdict.faults += await access_faults(connection)
        walk.verdict.faults += [] if erasures is None else await erasure_faults(connection, erasures)
        await _check_unsealed(connection, walk)
        stored = [row["token"] async for row in connection.cursor("SELECT token FROM log_checkpoint ORDER BY block")]
    walk.verdict.stored = _newest_agreeing(walk, stored, keys)
    walk.verdict.last_agreeing_checkpoint = _newest_agreeing(walk, exported_texts, keys)
    walk.verdict.faults = list(dict.fromkeys(walk.verdict.faults))
    return walk.verdict


async def _blocks(connection: "Connection") -> AsyncIterator[tuple[Block, bytes]]:
    async for row in connection.cursor(f"SELECT {_BLOCK_COLUMNS} FROM log_block ORDER BY number"):
        columns = dict(row)
        sealed_hash = columns.pop("hash")
        del columns["entries"]  # this follows from the positions, and a constraint checks it
        yield Block(**columns), sealed_hash


async def _walk_block(connection: "Connection", walk: _Walk, block: Block, sealed_hash: bytes) -> None:
    before = walk.tip
    follows = (before.number + 1, before.last_position + 1) if before else (1, 1)
    if (block.number, block.first_position) != follows or block.previous != walk.tip_hash:
        other = "" if block.number == follows[0] else f"block {follows[0]} is expected"
        walk.verdict.faults.append(LogFault(FaultKind.BLOCK_MISSING, block=block.number, other=other))
    leaves: list[str] = []
    position, is_misplaced = block.first_position, False
    async for seals in _seals(connection, block):
        for seal in seals:
            walk.verdict.faults += [_gap(p, block.number) for p in range(position, seal.position)]
            position = seal.position + 1
        is_misplaced |= any(seal.block != block.number for seal in seals)
        leaves += [leaf(s.position, s.log, s.entry, s.digest) for s in seals]
        await _compare(connection, walk, seals)
    walk.verdict.faults += [_gap(p, block.number) for p in range(position, block.last_position + 1)]
    if block.hash(leaves) != sealed_hash or is_misplaced:
        about = f"positions {block.first_position}–{block.last_position}"
        walk.verdict.faults.append(LogFault(FaultKind.BLOCK_ALTERED, block=block.number, other=about))
    walk.tip, walk.tip_hash, walk.tips[block.number] = block, sealed_hash, sealed_hash
    walk.verdict.blocks += 1
    walk.verdict.entries += len(leaves)


def _gap(position: int, block: int) -> LogFault:
    return LogFault(FaultKind.SEAL_MISSING, position=position, block=block)


async def _seals(connection: "Connection", block: Block) -> AsyncIterator[list[Sealed]]:
    for start in range(block.first_position, block.last_position + 1, _BATCH_SIZE):
        rows = await connection.fetch(
            f"SELECT {_SEAL_COLUMNS} FROM log_seal WHERE position BETWEEN $1 AND $2 ORDER BY position",
            start,
            min(start + _BATCH_SIZE - 1, block.last_position),
        )
        yield [Sealed(**row) for row in rows]


async def _compare(connection: "Connection", walk: _Walk, seals: Sequence[Sealed]) -> None:
    """Compare the entries of some seals with their digests."""
    for log in SEALED_LOGS:
        of_log = [seal for seal in seals if seal.log == log.table]
        digests = await _digests(connection, log, [seal.entry for seal in of_log])
        for seal in of_log:
            digest = digests.get(seal.entry)
            if digest is None:
                walk.removed.append(seal)
                continue
            walk.last_present[log.table] = seal.position
            if digest != seal.digest:
                walk.altered.append((seal, digest))


async def _digests(connection: "Connection", log: SealedLog, entries: list[str]) -> dict[str, bytes]:
    if not entries:
        return {}
    salt = "e.salt" if log.is_erasable else "NULL::bytea"
    sql = f"SELECT e.id::text AS entry, {log.content_sql('e')} AS content, {salt} AS salt FROM {log.table} e"
    rows = await connection.fetch(f"{sql} WHERE e.id = ANY($1::text[]::{log.key}[])", entries)
    return {row["entry"]: chain_digest(row["content"], row["salt"]) for row in rows}


def _report_loose_seals(walk: _Walk, total: int) -> None:
    """Report the seals after the last block."""
    after = walk.tip.last_position if walk.tip else 0
    if total > after:
        about = f"positions {after + 1}–{total}"
        walk.verdict.faults.append(LogFault(FaultKind.BLOCK_MISSING, position=after + 1, other=about))


async def _check_unsealed(connection: "Connection", walk: _Walk) -> None:
    """Count the entries that wait for the sealer, and report entries that were added in a part already sealed."""
    horizon, upper = await _bounds(connection, walk.tip)
    for log in SEALED_LOGS:
        sql = (
            f"SELECT e.id::text AS entry, e.tx::text::numeric AS tx FROM {log.table} e"
            f" WHERE {log.condition.format('e')} AND NOT EXISTS"
            f" (SELECT FROM log_seal s WHERE s.log = '{log.table}' AND s.entry = e.id::text) ORDER BY e.id"
        )
        async for row in connection.cursor(sql):
            if horizon is not None and not horizon <= row["tx"] < upper:
                walk.verdict.faults.append(LogFault(FaultKind.INSERTED, log.table, row["entry"]))
            else:
                walk.verdict.waiting += 1


async def _bounds(connection: "Connection", tip: Block | None) -> tuple[int | None, int]:
    """Return the range of transactions in which an unsealed entry may be; None when there is no lower bound."""
    row: Any = await connection.fetchrow(
        "SELECT system_identifier::text AS life, pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS upper"
        " FROM pg_control_system()"
    )
    is_bound = tip is not None and tip.settled and tip.life == row["life"]
    return (tip.horizon if tip and is_bound else None), row["upper"]


def _newest_agreeing(walk: _Walk, texts: Iterable[str], keys: Mapping[str, Mapping[str, str]]) -> Checkpoint | None:
    """Compare the chain with checkpoints and return the newest one that agrees with it."""
    best: Checkpoint | None = None
    for number, text in enumerate(texts, start=1):
        try:
            checkpoint = opened_checkpoint(text, keys)
        except CheckpointRefused as refused:
            fault = LogFault(FaultKind.CHECKPOINT_REFUSED, position=number, other=refused.reason)
            walk.verdict.faults.append(fault)
            continue
        faults = list(_disagreements(walk, checkpoint))
        walk.verdict.faults += faults
        if not faults and (best is None or checkpoint.block > best.block):
            best = checkpoint
    return best


def _disagreements(walk: _Walk, checkpoint: Checkpoint) -> Iterable[LogFault]:
    tip = walk.tips.get(checkpoint.block)
    if tip is not None:
        if tip != checkpoint.tip:
            yield LogFault(FaultKind.REWRITTEN, block=checkpoint.block, other=f"seen {checkpoint.at.isoformat()}")
        return
    last = walk.tip.last_position if walk.tip else 0
    missing = range(last + 1, checkpoint.entries + 1)
    yield from (LogFault(FaultKind.TRUNCATED, position=position) for position in missing[:_MAX_REPORTED])
    if len(missing) > _MAX_REPORTED or not missing:
        about = f"positions {last + 1}–{checkpoint.entries}" if missing else "a checkpoint has seen it"
        yield LogFault(FaultKind.TRUNCATED, block=checkpoint.block, other=about)
