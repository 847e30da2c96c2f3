"""Sessions live on the server: the browser holds a random id, the database its hash, and log-out deletes the row."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tortoise.connection import get_connection

from auth.tokens.random_tokens import new_token, token_digest
from models.session import Session

COOKIE = "session"
TOUCH = timedelta(minutes=1)  # a session's last use is written at most so often
_TOUCH_SQL = """
UPDATE session SET seen_at = $2::timestamptz, expires_at = least(ends_at, $2::timestamptz + $3::interval)
WHERE id_hash = $1 AND seen_at <= $4
"""
END = "DELETE FROM session WHERE id_hash = $1 RETURNING account_id, id_token"
END_OF_PROVIDER = """
DELETE FROM session s USING account a
WHERE a.id = s.account_id AND a.issuer = $1 AND ($2::text IS NULL OR a.subject = $2)
  AND ($3::text IS NULL OR s.provider_sid = $3)
RETURNING s.account_id
"""


@dataclass(frozen=True)
class Lifetimes:
    """How long a session lives: without use, and at most."""

    idle: timedelta
    longest: timedelta


@dataclass(frozen=True)
class EndedSession:
    """A session that was just ended; `id_token` is the hint for the provider's log-out."""

    account: UUID
    id_token: str


async def open_session(account: UUID, sid: str | None, id_token: str, lifetimes: Lifetimes, now: datetime) -> str:
    """Return the id of a new session: what the cookie holds, and nobody else ever."""
    value, ends_at = new_token(), now + lifetimes.longest
    await Session.create(
        id_hash=token_digest(value),
        account_id=account,
        provider_sid=sid,
        id_token=id_token,
        created_at=now,
        seen_at=now,
        expires_at=min(ends_at, now + lifetimes.idle),
        ends_at=ends_at,
    )
    return value


async def touch_session(id_hash: bytes, lifetimes: Lifetimes, now: datetime) -> None:
    """Let the session live on because it was used; does nothing when that was written within the last minute."""
    connection = get_connection("default")
    await connection.execute_query(_TOUCH_SQL, [id_hash, now, lifetimes.idle, now - TOUCH])


async def end_session(value: str) -> EndedSession | None:
    """End the session with this id; None when there is none."""
    rows = await _rows(END, [token_digest(value)])
    return EndedSession(rows[0]["account_id"], rows[0]["id_token"]) if rows else None


async def end_sessions_of(issuer: str, subject: str | None, sid: str | None) -> list[UUID]:
    """
    Return the accounts whose sessions ended: those of a subject, of one log-in at the provider, or of both together.

    :raises ValueError: without subject and sid, which would end everybody's.
    """
    if subject is None and sid is None:
        raise ValueError("Whose sessions should end?")
    return [row["account_id"] for row in await _rows(END_OF_PROVIDER, [issuer, subject, sid])]


async def _rows(sql: str, values: list[Any]) -> list[dict[str, Any]]:
    return await get_connection("default").execute_query_dict(sql, values)
