"""
The transaction of a command, and what a lost connection leaves of it.

Before COMMIT was sent nothing is saved. From then on nobody knows: the server may have committed before it went away,
and to say "done" or "not done" would be a guess. The caller asks again with the same idempotency key.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from models.lost_connections import is_connection_lost
from resolvers.database_failures import OutcomeUnknown

RETRY_AFTER_SECONDS = 5  # a killed database is back in a few seconds, a restarted one a little later


class DatabaseUnavailable(Exception):
    """The database was unreachable or went away before COMMIT was sent: nothing of the command is saved."""

    code = "DATABASE_UNAVAILABLE"


@asynccontextmanager
async def command_transaction() -> AsyncIterator[TransactionalDBClient]:
    """
    Yield the only transaction of a command.

    :raises DatabaseUnavailable: when the connection is lost before COMMIT is sent
    :raises OutcomeUnknown: when it is lost afterwards
    """
    is_committing = False
    try:
        async with in_transaction() as db:
            yield db
            is_committing = True
    except Exception as error:
        if not is_connection_lost(error):
            raise
        raise (OutcomeUnknown() if is_committing else DatabaseUnavailable()) from error


@contextmanager
def after_a_commit() -> Iterator[None]:
    """
    Do what follows a command of the same request that may be saved, the reading of its payload for instance.

    :raises OutcomeUnknown: when the connection is lost meanwhile
    """
    try:
        yield
    except Exception as error:
        if isinstance(error, DatabaseUnavailable) or is_connection_lost(error):
            raise OutcomeUnknown from error
        raise


def loss_code(error: BaseException) -> str | None:
    """Return the code of a request that failed because the database was lost; None for any other error."""
    if isinstance(error, DatabaseUnavailable | OutcomeUnknown):
        return error.code
    return DatabaseUnavailable.code if is_connection_lost(error) else None
