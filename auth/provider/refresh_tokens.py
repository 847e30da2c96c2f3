"""
Refresh tokens: one use each. A second use means that two parties hold the token, so the whole family ends.

Of several who use a token or a code at the same moment, one gets it. The others end the family, and whoever got it
stores the next token only while the family is there: both happen under one lock, so that no living token remains.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tortoise.connection import get_connection
from tortoise.transactions import in_transaction
from uuid_utils.compat import uuid7

from auth.provider.users import ProviderPerson
from auth.tokens.random_tokens import token_digest
from models.provider import AuthorizationCode, RefreshToken

_SPEND = """
UPDATE provider_refresh_token t SET used_at = $3 FROM provider_user u
WHERE t.digest = $1 AND t.client = $2 AND t.used_at IS NULL AND t.expires_at > $3
  AND u.id = t.user_id AND u.disabled_at IS NULL
RETURNING t.family, t.user_id, t.client, t.scope, t.expires_at
"""
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"
_SAVE = """
INSERT INTO provider_refresh_token (id, digest, family, user_id, client, scope, expires_at)
SELECT $1, $2, $3, $4, $5, $6, $7 WHERE EXISTS (SELECT FROM provider_refresh_token WHERE family = $3
  UNION ALL SELECT FROM provider_code WHERE family = $3)
RETURNING id
"""
_SPENT = "SELECT family FROM provider_refresh_token WHERE digest = $1 AND used_at IS NOT NULL"


@dataclass(frozen=True)
class RedeemedRefreshToken:
    """A refresh token that was just used, with the methods that Authlib calls."""

    family: UUID
    person: ProviderPerson
    client: str
    scope: str
    expires_at: datetime

    def check_client(self, client: object) -> bool:
        """Return whether the token was issued to this client."""
        return getattr(client, "client_id", None) == self.client

    def get_scope(self) -> str:
        """Return the scopes that were granted."""
        return self.scope


async def save_refresh_token(token: str, source: RedeemedRefreshToken, now: datetime) -> bool:
    """
    Store the next token of the family of `source`; renewing does not change when the family ends.

    False when the family was ended meanwhile, because somebody else used the same token or code.
    """
    if source.expires_at <= now:
        return True  # the last token of the family: it is answered, and nothing follows it
    values = [uuid7(), token_digest(token), source.family, source.person.id, source.client, source.scope]
    async with in_transaction() as db:
        await db.execute_query(_LOCK, [str(source.family)])
        return bool(await db.execute_query_dict(_SAVE, [*values, source.expires_at]))


async def spend_refresh_token(token: str, client_id: str, now: datetime) -> RedeemedRefreshToken | None:
    """Return the token and mark it as used; None when it is wrong, old or used. A used token ends its whole family."""
    connection = get_connection("default")
    rows = await connection.execute_query_dict(_SPEND, [token_digest(token), client_id, now])
    if rows:
        row = rows[0]
        return RedeemedRefreshToken(person=ProviderPerson(row.pop("user_id")), **row)
    for spent in await connection.execute_query_dict(_SPENT, [token_digest(token)]):
        await end_family(spent["family"])
    return None


async def end_family(family: UUID) -> None:
    """End all refresh tokens of one log-in, and the code from which they come."""
    async with in_transaction() as db:
        await db.execute_query(_LOCK, [str(family)])
        await RefreshToken.filter(family=family).using_db(db).delete()
        await AuthorizationCode.filter(family=family).using_db(db).delete()
