"""What the database may do instead of answering, and what the caller is told of it."""

from collections.abc import Iterator

import asyncpg

from auth.processing import Busy

RETRY_SECONDS = 5
# The statement was ended, and with it its transaction: nothing of it was saved.
_ENDED = (
    asyncpg.QueryCanceledError,
    asyncpg.LockNotAvailableError,
    asyncpg.DeadlockDetectedError,
    asyncpg.TooManyConnectionsError,
)
# The connection is gone or silent; a server that was killed looks like any of these.
_LOST = (
    asyncpg.PostgresConnectionError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.OperatorInterventionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    ConnectionError,
    TimeoutError,
)


class DatabaseTimeout(Exception):
    """The database did not answer in time, or at all; nothing was saved. `retry_after` is in whole seconds."""

    code = "DATABASE_TIMEOUT"
    retry_after = RETRY_SECONDS

    def __init__(self) -> None:
        super().__init__(f"The database did not answer in time; nothing was saved. Ask again in {RETRY_SECONDS} s")


class OutcomeUnknown(Exception):
    """The database went silent when a command may have been saved already. `retry_after` is in whole seconds."""

    code = "OUTCOME_UNKNOWN"
    retry_after = RETRY_SECONDS

    def __init__(self) -> None:
        super().__init__(
            "It is not known whether the command was saved. Ask again with the same idempotency key, or look"
        )


def was_ended(error: BaseException) -> bool:
    """Return whether the database ended a statement itself, which undoes its transaction, or work was not begun."""
    return any(isinstance(one, (*_ENDED, Busy)) for one in _causes(error))


def is_database_failure(error: BaseException) -> bool:
    """Return whether an exception says that the database did not answer; an ORM may have wrapped it."""
    return any(isinstance(one, (*_ENDED, *_LOST, Busy)) for one in _causes(error))


def _causes(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__
