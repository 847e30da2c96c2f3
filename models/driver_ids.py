"""Ids in the class of asyncpg, which sends them without a line of Python; each is a `uuid.UUID` too."""

from functools import lru_cache
from uuid import UUID

from asyncpg.pgproto import pgproto
from uuid_utils import uuid7


def new_id() -> UUID:
    """Return a new id that is ordered by the time when it was made. Source: RFC 9562, version 7."""
    made: UUID = pgproto.UUID(uuid7().bytes)
    return made


@lru_cache(10_000)  # the id of an object is asked for the shape of a statement, for its values and for the log
def read_id(digits: str) -> UUID:
    """Return the id of 32 hexadecimal digits, which the caller has checked."""
    read: UUID = pgproto.UUID(digits)
    return read
