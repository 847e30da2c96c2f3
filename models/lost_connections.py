"""Whether an error means that the database could not be reached, or went away, and not that it refused something."""

import asyncpg
from asyncpg.exceptions import (
    AdminShutdownError,
    CannotConnectNowError,
    ClientConfigurationError,
    CrashShutdownError,
    IdleInTransactionSessionTimeoutError,
    InsufficientResourcesError,
    InternalClientError,
    ReadOnlySQLTransactionError,
    UnsupportedClientFeatureError,
)

from models.error_causes import causes

# After kill -9 of the server asyncpg raises any of these, by the place at which the connection broke.
_GONE = (
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    InternalClientError,
    AdminShutdownError,
    CrashShutdownError,
    CannotConnectNowError,
    InsufficientResourcesError,  # no connection, no memory or no disk left: it refuses everybody alike, for a while
    IdleInTransactionSessionTimeoutError,
    ReadOnlySQLTransactionError,  # the server is no longer the primary: whoever takes writes is elsewhere
)
# These are mistakes of ours, although they are interface errors too. A value that does not fit is a ValueError.
_MISTAKES = (ClientConfigurationError, UnsupportedClientFeatureError, ValueError)


def is_connection_lost(error: BaseException | None) -> bool:
    """
    Return whether an error, or what it was raised from, says that the database was unreachable or went away.

    An OSError, of which a timeout is one, counts when the driver raised it: a full disk of the files is another matter.
    """
    return any(_is_loss(one) for one in causes(error))


def _is_loss(error: BaseException) -> bool:
    if isinstance(error, _MISTAKES):
        return False
    return isinstance(error, _GONE) or (isinstance(error, OSError) and _is_of_driver(error))


def _is_of_driver(error: BaseException) -> bool:
    """Return whether the driver is among the places that an error came through."""
    step = error.__traceback__
    while step is not None:
        if str(step.tb_frame.f_globals.get("__name__", "")).startswith("asyncpg."):
            return True
        step = step.tb_next
    return False
