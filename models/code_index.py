"""
The columns of an identity code's blind indexes, which keep a code unique while the index key changes.

An index under a key with an odd id stands in `identity_index`, one under a key with an even id in
`identity_index_even`. While two keys are live, whatever is written has both indexes, and each column is unique by
itself: a row that has only the old index and a new row with the same code meet in the column of the old key. The
newest key and the next older one of the other kind of id are live.
"""

from dataclasses import dataclass
from typing import Any

from models.sealed import Keyring, blind_indexes, indexing_key_of

ODD, EVEN = "identity_index", "identity_index_even"
SEALED_COLUMN = "personal_identity_code"
CODE_COLUMNS = (SEALED_COLUMN, ODD, EVEN)


@dataclass(frozen=True)
class CodeIndexes:
    """The blind indexes of one code: under the live key with an odd id, and under the one with an even id."""

    odd: bytes | None = None
    even: bytes | None = None

    def columns(self) -> dict[str, bytes | None]:
        """Return the value of each column."""
        return {ODD: self.odd, EVEN: self.even}


def code_indexes(keyring: Keyring, code: str | None) -> CodeIndexes:
    """Return the indexes of a code from `normalise_identity_code` under the live keys; none of None."""
    by_parity: dict[int, bytes] = {}
    for index in blind_indexes(keyring, code) if code is not None else ():  # the newest key comes first
        by_parity.setdefault(indexing_key_of(index) % 2, index)
    return CodeIndexes(by_parity.get(1), by_parity.get(0))


def live_index_keys(keyring: Keyring) -> tuple[int, ...]:
    """Return the ids of the live index keys, the newest first: one, or two of which one is odd and one even."""
    newest = max(keyring.indexing)
    others = [number for number in keyring.indexing if number % 2 != newest % 2]
    return (newest, *([max(others)] if others else []))


def set_code_indexes(row: Any, keyring: Keyring, code: str | None) -> None:
    """Set the index columns of a row that stores a code, or None."""
    for column, index in code_indexes(keyring, code).columns().items():
        setattr(row, column, index)


def same_code_sql(one: str, other: str) -> str:
    """Return the SQL condition that the rows of two aliases have the same identity code."""
    return f"({one}.{ODD} = {other}.{ODD} OR {one}.{EVEN} = {other}.{EVEN})"


def has_code_sql(alias: str, odd: str, even: str) -> str:
    """Return the SQL condition that a row has the code with these indexes, each a placeholder that may be NULL."""
    return f"({alias}.{ODD} = {odd} OR {alias}.{EVEN} = {even})"
