"""
The hash chain over the logs: which logs are sealed, which content of an entry is sealed, how blocks are hashed.

The digest of an entry is SHA-256 over its canonical content without the id, so that swapped contents are recognised.
The hash of a block covers the hash before it, its own columns and, for every entry in order, position, log, id and
digest. The database computes the same in `seal_log_block`; the verification computes it here, from the rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from models.code_index import CODE_COLUMNS

GENESIS = bytes(32)  # the value of `previous` in the first block


@dataclass(frozen=True)
class SealedLog:
    """
    A log that is sealed. `key` is the SQL type of its id, `content` the SQL of each value in canonical order.

    A log that `is_erasable` holds values of people. Its digests are salted, and the salt stands in the row: when an
    erasure removes the row, the digest that stays tells nothing to whoever guesses the values. `condition` selects what
    of the table is sealed.

    The view `sealable` of the migrations repeats this for the sealer. The content of a sealed entry must never change:
    a column that a log gets later goes into `later` and becomes part of the content only when it has a value.
    """

    table: str
    key: str
    content: tuple[str, ...]
    later: tuple[str, ...] = ()
    is_erasable: bool = False
    condition: str = "TRUE"

    def content_sql(self, alias: str) -> str:
        """Return the SQL of an entry's canonical content: JSON arrays that do not depend on session settings."""
        values = ", ".join(value.format(alias) for value in self.content)
        parts = [f"json_build_array({values})::text", *(self._if_present(v.format(alias)) for v in self.later)]
        return " || ".join(parts)

    @staticmethod
    def _if_present(value: str) -> str:
        name = value.rsplit(".", 1)[1]
        return f"CASE WHEN {value} IS NULL THEN '' ELSE json_build_array('{name}', {value})::text END"


# A checkpoint would be followed by the seal of its own history, and that by a checkpoint; its signature protects it.
_NO_CHECKPOINTS = "{}.noun <> 'log_checkpoint'"
_AT_IN_MICROSECONDS = "(extract(epoch FROM {}.at) * 1000000)::bigint"
SEALED_LOGS = (
    SealedLog(
        "disclosure_log",
        "bigint",
        (
            "{}.tx::text",
            _AT_IN_MICROSECONDS,
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
        later=("{}.application", "{}.credential"),
    ),
    SealedLog(
        "login_event",
        "uuid",
        (
            "{}.tx::text",
            _AT_IN_MICROSECONDS,
            "{}.account_id",
            "{}.issuer",
            "{}.outcome",
            "{}.network",
        ),
    ),
    # Without the name of the actor, which an erasure of that person makes blank; the actor's id is sealed.
    SealedLog(
        "history",
        "bigint",
        (
            "{}.tx::text",
            _AT_IN_MICROSECONDS,
            "{}.noun",
            "{}.object_id",
            "{}.revision",
            "{}.actor",
            "{}.action",
            "{}.comment",
            "{}.reason",
            "{}.changes",
        ),
        is_erasable=True,
        condition=_NO_CHECKPOINTS,
    ),
    # Without the columns that a change of keys writes anew; their own seals and digests protect them.
    SealedLog(
        "version",
        "bigint",
        (
            "{}.tx::text",
            _AT_IN_MICROSECONDS,
            "{}.noun",
            "{}.object_id",
            "{}.revision",
            f"{{}}.stored - ARRAY[{', '.join(repr(column) for column in CODE_COLUMNS)}]",
        ),
        is_erasable=True,
        condition=_NO_CHECKPOINTS,
    ),
    SealedLog(
        "erasure",
        "bigint",
        (
            "{}.tx::text",
            _AT_IN_MICROSECONDS,
            "{}.number",
            "{}.noun",
            "{}.object_id",
            "{}.purge_id",
            "{}.what",
        ),
    ),
    SealedLog(
        "erased_entry",
        "bigint",
        (
            "{}.tx::text",
            "{}.log",
            "{}.entry",
            "{}.object_id",
            "{}.subject",
            "{}.purge_id",
        ),
    ),
)


@dataclass(frozen=True)
class Block:
    """
    A closed block: entries `first_position` to `last_position` of the chain.

    `life` identifies the database cluster in which it was closed, `horizon` is the first transaction left to the next
    block, and `settled` says that no entry of an earlier cluster is left unsealed.
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
        """Return the hash of the block over its entries in order; `leaves` are their lines from `leaf`."""
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


def chain_digest(content: str, salt: bytes | None = None) -> bytes:
    """Return the digest of an entry's canonical content; keyed with the salt when the entry has one."""
    if salt is None:
        return sha256(content.encode()).digest()
    return sha256(salt + sha256(salt + content.encode()).digest()).digest()


def leaf(position: int, log: str, entry: str, sealed: bytes) -> str:
    """Return the line that represents an entry in the hash of its block."""
    return f"{position}|{log}|{entry}|{sealed.hex()}\n"
