"""
Signed statements of what was removed from the logs, and which missing entries they explain.

A statement names the blocks whose looks and log-ins are gone, the moment before which they were written, and the hash
of the last block, so that it belongs to this chain. It is signed like a checkpoint, with a type of its own.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from auth.evidence.checkpoints import CheckpointRefused, opened_statement, signed_statement
from auth.evidence.faults import FaultKind, LogFault, Sealed

if TYPE_CHECKING:  # asyncpg's classes are generic in their stubs only
    import asyncpg

    Connection = asyncpg.Connection[asyncpg.Record]

TYPE = "polku-log-removal"
TERMED_LOGS = ("disclosure_log", "login_event")  # what has a term; history and versions go with their object


@dataclass(frozen=True)
class Removal:
    """Of the blocks from `first` to `last` all looks and log-ins are gone; they were older than `older_than` (UTC)."""

    first: int
    last: int
    entries: int
    tip: bytes
    older_than: datetime
    at: datetime


def signed_removal(removal: Removal, keys: Mapping[int, bytes]) -> str:
    """
    Return the statement of a removal, signed with the newest of the keys.

    :raises LogKeyMissing: when there is no key
    """
    claims = {
        "first": removal.first,
        "last": removal.last,
        "entries": removal.entries,
        "tip": removal.tip.hex(),
        "olderThan": removal.older_than.astimezone(UTC).isoformat(),
        "at": removal.at.astimezone(UTC).isoformat(),
    }
    return signed_statement(TYPE, json.dumps(claims).encode(), keys)


def opened_removal(text: str, known: Mapping[str, Mapping[str, str]]) -> Removal:
    """
    Return the removal in a signed text, after verifying its signature.

    :raises CheckpointRefused: for any other text
    """
    claims = opened_statement(TYPE, text, known)
    try:
        older_than, at = (datetime.fromisoformat(claims[name]) for name in ("olderThan", "at"))
        numbers = (int(claims["first"]), int(claims["last"]), int(claims["entries"]))
        return Removal(*numbers, bytes.fromhex(claims["tip"]), older_than, at)
    except (ValueError, TypeError, KeyError) as error:
        raise CheckpointRefused(f"not a signed removal ({type(error).__name__})") from None


async def without_ended(
    connection: "Connection",
    missing: Sequence[Sealed],
    tips: Mapping[int, bytes],
    known: Mapping[str, Mapping[str, str]],
) -> tuple[list[Sealed], list[LogFault]]:
    """Return the missing entries that no signed removal of this chain explains, and a fault for each false removal."""
    explained: list[Removal] = []
    faults: list[LogFault] = []
    if not await connection.fetchval("SELECT to_regclass('log_removal')"):
        return list(missing), []
    for row in await connection.fetch("SELECT last_block, token FROM log_removal ORDER BY last_block"):
        try:
            removal = opened_removal(row["token"], known)
        except CheckpointRefused as refused:
            faults.append(LogFault(FaultKind.REMOVAL_REFUSED, block=row["last_block"], other=refused.reason))
            continue
        if tips.get(removal.last) == removal.tip:
            explained.append(removal)
        else:
            faults.append(LogFault(FaultKind.REMOVAL_REFUSED, block=removal.last, other="of another chain"))
    left = [
        seal
        for seal in missing
        if seal.log not in TERMED_LOGS or not any(r.first <= seal.block <= r.last for r in explained)
    ]
    return left, faults
