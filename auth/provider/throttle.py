"""
Delays after failed log-ins, for one user name from one network.

An attacker therefore cannot lock a person out: the same name has no delay from any other network. The service limits
how often one address may try any names (`login_attempts_per_minute`).
"""

import math
from datetime import datetime, timedelta
from typing import Any

from tortoise.connection import get_connection
from uuid_utils.compat import uuid7

from auth.login.login_events import network_of
from auth.tokens.random_tokens import token_digest

FREE_ATTEMPTS = 4  # attempts without a delay; then 2 s, 4 s, 8 s … at most 15 min
_MAX_DELAY_SECONDS = 900
FORGET_AFTER = timedelta(hours=1)
# Counted before the password is checked, so that parallel attempts cannot all be the first.
ATTEMPT = """
INSERT INTO provider_throttle AS t (id, digest, attempts, blocked_until, expires_at) VALUES ($1, $2, 1, $3, $4)
ON CONFLICT (digest) DO UPDATE SET
  attempts = CASE WHEN t.expires_at <= $3 THEN 1 ELSE t.attempts + 1 END,
  blocked_until = CASE WHEN t.expires_at <= $3 OR t.attempts < $5 THEN $3
    ELSE $3 + make_interval(secs => least($6, power(2, least(t.attempts - $5 + 1, 12)))) END,
  expires_at = $4
WHERE t.blocked_until <= $3
RETURNING attempts
"""


class TooManyAttempts(Exception):
    """There were too many failures with this name from this network. `retry_after` is in whole seconds."""

    code = "TOO_MANY_ATTEMPTS"

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"Too many attempts, try again in {retry_after} s")
        self.retry_after = retry_after


async def count_attempt(username: str, address: str, now: datetime) -> None:
    """
    Count an attempt; an unknown name is treated like a known one.

    :raises TooManyAttempts: when this name must wait in this network; the refused attempt is not counted.
    """
    key = _key_of(username, address)
    if not await _rows(ATTEMPT, [uuid7(), key, now, now + FORGET_AFTER, FREE_ATTEMPTS, float(_MAX_DELAY_SECONDS)]):
        blocked = await _rows("SELECT blocked_until FROM provider_throttle WHERE digest = $1", [key])
        until = blocked[0]["blocked_until"] if blocked else now
        raise TooManyAttempts(max(1, math.ceil((until - now).total_seconds())))


async def forget_attempts(username: str, address: str) -> None:
    """Delete the count of failures of this name from this network."""
    await _rows("DELETE FROM provider_throttle WHERE digest = $1 RETURNING true", [_key_of(username, address)])


def _key_of(username: str, address: str) -> bytes:
    """Return the key of a name and a network; neither can be read from it."""
    return token_digest(f"{username}\0{network_of(address)}")


async def _rows(sql: str, values: list[Any]) -> list[dict[str, Any]]:
    return await get_connection("default").execute_query_dict(sql, values)
