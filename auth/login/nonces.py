"""Values that may be used only once: states of log-ins, log-out tokens, client assertions."""

from datetime import datetime

from tortoise.connection import get_connection
from uuid_utils.compat import uuid7

from auth.tokens.random_tokens import token_digest

LOGIN_STATE, LOGOUT_TOKEN, CLIENT_ASSERTION = "LOGIN_STATE", "LOGOUT_TOKEN", "CLIENT_ASSERTION"
_SPEND = """
INSERT INTO spent_nonce (id, purpose, digest, expires_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (purpose, digest) DO NOTHING RETURNING true AS is_new
"""


async def spend_nonce(purpose: str, value: str, until: datetime) -> bool:
    """Return whether `value` is used for the first time. Of two simultaneous uses, exactly one is the first."""
    rows = await get_connection("default").execute_query_dict(_SPEND, [uuid7(), purpose, token_digest(value), until])
    return bool(rows)
