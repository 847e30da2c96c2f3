"""
The chain over the logs: which logs are sealed, what of an entry is sealed, and how blocks are hashed.

An entry's digest is SHA-256 over its canonical content, which leaves the id out: contents that changed places are
recognised. A block's hash covers the hash before it, its own columns and, for every entry in order, position, log, id
and digest. The database makes the same sums in `seal_log_block`; verification makes them here, from the rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

GENESIS = bytes(32)  # what stands for the hash before the first block


@dataclass(frozen=True)
class SealedLog:
    """
    A log that is sealed. `key` is the SQL type of its id, `content` the SQL of each value in canonical order.

    The view `sealable` of the migrations says the same for the sealer. What was sealed must read the same for ever: a
    column that a log gets later goes into `later`, where it stands only if it has a value.
    """

    table: str
    key: str
    content: tuple[str, ...]
    later: tuple[str, ...] = ()

    def content_sql(self, alias: str) -> str:
        """Return the SQL of an entry's canonical content: JSON arrays, whatever the session is set to."""
        values = ", ".join(value.format(alias) for value in self.content)
        parts = [f"json_build_array({values})::text", *(self._if_there(v.format(alias)) for v in self.later)]
        return " || ".join(parts)

    @staticmethod
    def _if_there(value: str) -> str:
        name = value.rsplit(".", 1)[1]
        return f"CASE WHEN {value} IS NULL THEN '' ELSE json_build_array('{name}', {value})::text END"


_MOMENT = "(extract(epoch FROM {}.at) * 1000000)::bigint"
SEALED_LOGS = (
    SealedLog(
        "disclosure_log",
        "bigint",
        (
            "{}.tx::text",
            _MOMENT,
            "{}.account",
            "{}.authority",
            "{}.operation",
            "{}.document",
            "{}.fields",
            "{}.subjects",
            "{}.asked",
            "{}.purpose",
            "{}.outcome",
            "{}.request",
        ),
    ),
    SealedLog(
        "login_event",
        "uuid",
        (
            "{}.tx::text",
            _MOMENT,
            "{}.account_id",
            "{}.issuer",
            "{}.outcome",
            "{}.network",
        ),
    ),
)


@dataclass(frozen=True)
class Block:
    """
    A closed block: entries `first_position` to `last_position` of the chain.

    `life` is the cluster in which it was closed, `horizon` the first transaction that it left to the next block, and
    `settled` tells that no entry of an earlier life is left unsealed.
    """

    number: int
    first_position: int
    last_position: int
    previous: bytes
    closed_at: datetime
    life: str
    horizon: int
    settled: bool

    def hash(self, leaves: Iterable[str]) -> bytes:
        """Return the hash of the block over its entries in order."""
        seconds = int(self.closed_at.replace(microsecond=0).timestamp())
        head = (
            self.number,
            self.first_position,
            self.last_position,
            self.previous.hex(),
            seconds * 1_000_000 + self.closed_at.microsecond,
            self.life,
            self.horizon,
            int(self.settled),
        )
        total = sha256(("|".join(map(str, head)) + "\n").encode())
        for line in leaves:
            total.update(line.encode())
        return total.digest()


def chain_digest(content: str) -> bytes:
    """Return the digest of an entry's canonical content."""
    return sha256(content.encode()).digest()


def leaf(position: int, log: str, entry: str, sealed: bytes) -> str:
    """Return the line by which an entry stands in its block."""
    return f"{position}|{log}|{entry}|{sealed.hex()}\n"
