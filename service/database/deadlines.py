"""
How long anybody waits for the database: for a connection, for a statement, for a lock.

PostgreSQL ends a statement, a wait for a lock and an idle transaction; the client side ends the wait for a connection
and for a server that is silent, of which asyncpg's own time limits cover neither (its pool waits for ever).
"""

from dataclasses import dataclass
from typing import Any

from service.settings import Settings

SILENCE_SECONDS = 5.0  # a server that should have ended a statement so long ago does not answer at all
# A host whose line or power is cut leaves its locks behind: the server asks for six seconds whether it is still there.
# Without these it would wait two hours, or until the transaction was idle for too long. A socket of files ignores them.
CUT_OFF = {
    "tcp_keepalives_idle": "3s",
    "tcp_keepalives_interval": "1s",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "6s",
}
IDLE_FACTOR = 10  # a job may keep a transaction open so many times as long as a request


@dataclass(frozen=True)
class Deadlines:
    """The deadlines of the connections of one pool, in seconds; None for commands that a person runs and watches."""

    wait: float | None = None
    statement: int | None = None
    lock: int | None = None
    idle: int | None = None

    @property
    def server_settings(self) -> dict[str, str]:
        """What PostgreSQL is told when a connection is opened."""
        named = {
            "statement_timeout": self.statement,
            "lock_timeout": self.lock,
            "idle_in_transaction_session_timeout": self.idle,
        }
        limits = {name: f"{seconds}s" for name, seconds in named.items() if seconds is not None}
        return limits | CUT_OFF if limits else {}

    @property
    def driver_limits(self) -> dict[str, Any]:
        """What the driver is told: the time limits for connecting and for a server that is silent."""
        if self.wait is None or self.statement is None:
            return {}
        return {"timeout": self.wait, "command_timeout": self.statement + SILENCE_SECONDS}

    @property
    def connecting(self) -> dict[str, Any]:
        """What the ORM's pool is told: the same, and how long to wait for a connection."""
        return self.driver_limits | ({"wait": self.wait} if self.driver_limits else {})


ENDLESS = Deadlines()


def request_deadlines(settings: Settings) -> Deadlines:
    """Return the deadlines of what requests wait for."""
    return Deadlines(
        settings.database_wait_seconds,
        settings.statement_seconds,
        settings.lock_seconds,
        settings.idle_transaction_seconds,
    )


def job_deadlines(settings: Settings) -> Deadlines:
    """Return the deadlines of scheduled jobs, which may take longer."""
    return Deadlines(
        settings.job_lock_seconds,
        settings.job_statement_seconds,
        settings.job_lock_seconds,
        IDLE_FACTOR * settings.idle_transaction_seconds,
    )
