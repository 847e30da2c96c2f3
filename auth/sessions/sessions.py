"""Sessions in the database: the browser holds a random id, the database its hash, and log-out deletes the row."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tortoise.connection import get_connection
from uuid_utils.compat import uuid7

from auth.sessions.assurance import UNKNOWN_ASSURANCE, Assurance
from auth.sessions.log_out_hints import LogOutHints
from auth.tokens.random_tokens import new_token, token_digest
from models.session import Session

COOKIE = "session"
TOUCH_INTERVAL = timedelta(minutes=1)  # the last use of a session is written at most once in this time
_TOUCH_SQL = """
UPDATE session SET seen_at = $2::timestamptz, expires_at = least(ends_at, $2::timestamptz + $3::interval)
WHERE id_hash = $1 AND seen_at <= $4
"""
_END_SQL = """
DELETE FROM session s USING account a WHERE a.id = s.account_id AND s.id_hash = $1
RETURNING s.account_id, s.id, s.id_token, a.issuer
"""
_END_OF_PROVIDER_SQL = """
DELETE FROM session s USING account a
WHERE a.id = s.account_id AND a.issuer = $1 AND ($2::text IS NULL OR a.subject = $2)
  AND ($3::text IS NULL OR s.provider_sid = $3)
RETURNING s.account_id
"""


@dataclass(frozen=True)
class Lifetimes:
    """How long a session lasts: without use (`idle`), and at most (`longest`)."""

    idle: timedelta
    longest: timedelta


@dataclass(frozen=True)
class EndedSession:
    """A session that was just ended; `sealed_hint` is what its row kept for the log-out at its provider `issuer`."""

    account: UUID
    id: UUID
    sealed_hint: str | None = field(repr=False)
    issuer: str


async def open_session(
    account: UUID,
    sid: str | None,
    id_token: str,
    lifetimes: Lifetimes,
    now: datetime,
    assurance: Assurance = UNKNOWN_ASSURANCE,
    hints: LogOutHints | None = None,
) -> str:
    """
    Return the id of a new session, which only the cookie holds.

    The ID token is kept sealed by `hints`; without them it is not kept.
    """
    value, ends_at, row = new_token(), now + lifetimes.longest, uuid7()
    await Session.create(
        id=row,
        id_hash=token_digest(value),
        account_id=account,
        provider_sid=sid,
        id_token=hints.sealed(row, id_token) if hints else None,
        created_at=now,
        seen_at=now,
        expires_at=min(ends_at, now + lifetimes.idle),
        ends_at=ends_at,
        acr=assurance.acr,
        amr=list(assurance.amr),
        authenticated_at=assurance.authenticated_at,
        is_strong=assurance.is_strong,
    )
    return value


async def touch_session(id_hash: bytes, lifetimes: Lifetimes, now: datetime) -> None:
    """Extend the session because it was used; do nothing when that was already written within the last minute."""
    connection = get_connection("default")
    await connection.execute_query(_TOUCH_SQL, [id_hash, now, lifetimes.idle, now - TOUCH_INTERVAL])


async def end_session(value: str) -> EndedSession | None:
    """End the session with this id and return it; None when there is no such session."""
    rows = await _rows(_END_SQL, [token_digest(value)])
    if not rows:
        return None
    return EndedSession(rows[0]["account_id"], rows[0]["id"], rows[0]["id_token"], rows[0]["issuer"])


async def end_sessions_of(issuer: str, subject: str | None, sid: str | None) -> list[UUID]:
    """
    End the sessions of a subject, of one log-in at the provider (`sid`), or of both together; return their accounts.

    :raises ValueError: when subject and sid are both None, which would end all sessions.
    """
    if subject is None and sid is None:
        raise ValueError("A subject or a sid must say whose sessions end")
    return [row["account_id"] for row in await _rows(_END_OF_PROVIDER_SQL, [issuer, subject, sid])]


async def _rows(sql: str, values: list[Any]) -> list[dict[str, Any]]:
    return await get_connection("default").execute_query_dict(sql, values)
