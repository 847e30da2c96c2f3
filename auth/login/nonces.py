"""What may be used once: states of a log-in, log-out tokens, client assertions."""

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
    """Tell whether `value` is used for the first time. Of two uses at once, exactly one is the first."""
    found = await get_connection("default").execute_query_dict(_SPEND, [uuid7(), purpose, token_digest(value), until])
    return bool(found)
