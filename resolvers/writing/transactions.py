"""
The transaction of a command, and what a lost or a slow database leaves of it.

Before COMMIT was sent nothing is saved. From then on nobody knows: the server may have committed before it went away,
and to say "done" or "not done" would be a guess. The caller asks again with the same idempotency key.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from models.error_causes import causes
from models.lost_connections import is_connection_lost

RETRY_AFTER_SECONDS = 5  # a killed database is back in a few seconds, a restarted one a little later
# The database ended the statement itself, and with it the transaction: nothing of it was saved.
_ENDED = (
    asyncpg.QueryCanceledError,
    asyncpg.LockNotAvailableError,
    asyncpg.TooManyConnectionsError,
)


# It undid the statement for what ran beside it: a migration that changed a table after a connection had prepared a
# statement for it, or a command that waited for this one while this one waited for it. The same again finds a free way.
_UNDONE = (asyncpg.InvalidCachedStatementError, asyncpg.OutdatedSchemaCacheError, asyncpg.DeadlockDetectedError)


class DatabaseFailure(Exception):
    """The base class of what a caller is told of a database that does not answer. `retry_after` is in whole seconds."""

    code = "DATABASE_FAILURE"
    text = ""
    retry_after = RETRY_AFTER_SECONDS

    def __init__(self) -> None:
        super().__init__(self.text)


class DatabaseTimeout(DatabaseFailure):
    """The database did not answer in time: nothing is saved."""

    code = "DATABASE_TIMEOUT"
    text = "The database did not answer in time; nothing was saved. Ask again in a moment"


class CommandUndone(DatabaseTimeout):
    """The database undid the command for what ran beside it: nothing is saved, and the same may be tried again."""


class DatabaseUnavailable(DatabaseFailure):
    """The database was unreachable or went away before COMMIT was sent: nothing of the command is saved."""

    code = "DATABASE_UNAVAILABLE"
    text = "The database cannot be reached right now; nothing was saved. Ask again in a moment"


class OutcomeUnknown(DatabaseFailure):
    """The database went away when COMMIT had been sent: the command may be saved."""

    code = "OUTCOME_UNKNOWN"
    text = "It is not known whether the command was saved. Ask again with the same idempotency key, or look"


@asynccontextmanager
async def command_transaction() -> AsyncIterator[TransactionalDBClient]:
    """
    Yield the only transaction of a command.

    :raises DatabaseTimeout: when the database ends one of its statements
    :raises CommandUndone: when a migration or another command ran beside it
    :raises DatabaseUnavailable: when the connection is lost before COMMIT is sent
    :raises OutcomeUnknown: when it is lost afterwards
    """
    is_committing = False
    try:
        async with in_transaction() as db:
            yield db
            is_committing = True
    except Exception as error:
        failure = database_failure(error)
        if failure is None:
            raise
        if is_committing and isinstance(failure, DatabaseUnavailable):
            failure = OutcomeUnknown()
        raise failure from error


@asynccontextmanager
async def savepoint() -> AsyncIterator[TransactionalDBClient]:
    """
    Yield a part of the transaction that is open: what is raised in it undoes this part alone.

    What the database checks at the end of a transaction is checked at the end of the part.

    :raises IntegrityError: when a check of the database refuses the part
    """
    async with in_transaction() as db:
        yield db
        await db.execute_script("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def database_failure(error: BaseException | None) -> DatabaseFailure | None:
    """Return what to tell the caller of an error of the database; None for any other error."""
    if isinstance(error, DatabaseFailure):
        return error
    if any(isinstance(one, _UNDONE) for one in causes(error)):
        return CommandUndone()
    if any(isinstance(one, _ENDED) for one in causes(error)):
        return DatabaseTimeout()
    return DatabaseUnavailable() if is_connection_lost(error) else None
