"""
The sealer's round: blocks closed behind the writers, and now and then a signed checkpoint of the chain.

The database closes blocks (`seal_log_block`), because the application's role may not write them; the service signs,
because the database has no key.
"""

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tortoise.connection import get_connection
from uuid_utils.compat import uuid7

from auth.evidence.checkpoints import Checkpoint, public_keys, signed

if TYPE_CHECKING:
    from resolvers.writing import Desk

MOST = 10_000  # entries of a block; a minute of a thousand reads a second is six blocks
CHECKPOINT_EVERY = timedelta(minutes=5)  # so much of the log's end could go missing unnoticed, if its keepers wished it
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
_KEEP = """
INSERT INTO log_checkpoint (id, state, revision, provenance, created_at, created_by, modified_at, modified_by,
  block, entries, tip, signed_at, key_id, public_key, token)
VALUES ($1, 'SIGNED', 1, 'OWN', $2, $3, $2, $3, $4, $5, $6, $2, $7, $8, $9) ON CONFLICT (block) DO NOTHING
"""
log = logging.getLogger("polku")


async def seal_logs(desk: "Desk") -> int:
    """Seal every entry that is finished, sign a checkpoint when one is due, and return how many entries were sealed."""
    total = 0
    while (count := await _seal_block(desk)) > 0:
        total += count
        if count < MOST:
            break  # what was written meanwhile is for the next round
    tip = await _tip()
    if tip and tip["token"] is None and _is_due(desk, tip):
        await sign_checkpoint(desk)
    if total:
        rows = await get_connection("default").execute_query_dict(_LAG)
        waiting = (desk.now - rows[0]["oldest"]).total_seconds() if rows[0]["oldest"] else 0
        log.info("sealed %d entries of the logs; the oldest that waits is %.1f s old", total, max(waiting, 0))
    return total


async def _seal_block(desk: "Desk") -> int:
    sql = "SELECT seal_log_block($1, $2) AS sealed"
    rows = await get_connection("default").execute_query_dict(sql, [MOST, desk.now])
    return int(rows[0]["sealed"])


async def _tip() -> dict[str, Any] | None:
    rows = await get_connection("default").execute_query_dict(_TIP)
    return rows[0] if rows else None


def _is_due(desk: "Desk", tip: dict[str, Any]) -> bool:
    return bool(desk.keyring.signing) and (tip["latest"] is None or desk.now - tip["latest"] >= CHECKPOINT_EVERY)


async def sign_checkpoint(desk: "Desk") -> tuple[str, Checkpoint] | None:
    """
    Return the signed checkpoint of the newest block, signing and keeping it if there is none; None without blocks.

    :raises LogKeyMissing: when the keyring signs nothing
    """
    tip = await _tip()
    if tip is None:
        return None
    if tip["token"] is not None:
        at = tip["signed_at"]
        return str(tip["token"]), Checkpoint(tip["number"], tip["last_position"], bytes(tip["hash"]), at)
    checkpoint = Checkpoint(tip["number"], tip["last_position"], bytes(tip["hash"]), desk.now)
    keys = desk.keyring.signing
    token, number = signed(checkpoint, keys), str(max(keys))
    await get_connection("default").execute_query(
        _KEEP,
        [
            uuid7(), desk.now, desk.viewer.account, checkpoint.block, checkpoint.entries, checkpoint.tip.hex(), number,
            public_keys(keys)[number]["x"], token,
        ],
    )  # fmt: skip
    return token, checkpoint
