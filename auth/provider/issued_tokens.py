"""What the provider knows of a token that it issued: whose it is, through which client, and whether it still works."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError
from tortoise.connection import get_connection

from auth.provider.signing_keys import ALGORITHM
from auth.provider.token_issuing import IssuingContext
from auth.tokens.jwt import TokenRefused, read_header
from auth.tokens.random_tokens import token_digest

ACCESS, REFRESH = "access_token", "refresh_token"
_ACCESS_TYPES = frozenset({"at+jwt"})
_REFRESH = """
SELECT t.family, t.user_id, t.client, t.scope, t.expires_at, t.used_at, u.disabled_at
FROM provider_refresh_token t JOIN provider_user u ON u.id = t.user_id WHERE t.digest = $1
"""
# A person is shut out by the provider or by the account; the system of an agency is neither, and may ask.
_SHUT_OUT = """
SELECT EXISTS (SELECT FROM provider_user WHERE id::text = $2 AND disabled_at IS NOT NULL)
  OR EXISTS (SELECT FROM account WHERE issuer = $1 AND subject = $2 AND disabled_at IS NOT NULL) AS is_out
"""


@dataclass(frozen=True)
class IssuedToken:
    """A token of this provider. Times are in seconds since 1970 (UTC); a refresh token has a `family`, its log-in."""

    kind: str
    subject: str
    client: str
    scope: str
    expires_at: int
    is_live: bool
    issued_at: int | None = None
    family: UUID | None = None

    def check_client(self, client: Any) -> bool:
        """Return whether the token was issued to this client."""
        return bool(client.client_id == self.client)

    def is_expired(self) -> bool:
        """Return whether the token works no more, for whatever reason."""
        return not self.is_live

    def is_revoked(self) -> bool:
        """Return whether the token works no more, for whatever reason."""
        return not self.is_live


async def find_token(token: str, context: IssuingContext) -> IssuedToken | None:
    """Return what is known of an access token or a refresh token; None for anything that was not issued here."""
    claims = access_claims(token, context)
    return await _refresh_token(token, context.now) if claims is None else await _access_token(claims, context)


def access_claims(token: str, context: IssuingContext) -> dict[str, Any] | None:
    """Return the claims of an access token that this provider signed, of whatever age; None for any other text."""
    try:
        read_header(token, _ACCESS_TYPES)
        claims = jwt.decode(token, context.keys.public, algorithms=[ALGORITHM]).claims
    except (TokenRefused, JoseError, ValueError, TypeError):
        return None
    is_ours = claims.get("iss") == context.issuer and claims.get("aud") == context.audience
    return dict(claims) if is_ours else None


async def _access_token(claims: dict[str, Any], context: IssuingContext) -> IssuedToken:
    subject, until = str(claims["sub"]), int(claims["exp"])
    [row] = await get_connection("default").execute_query_dict(_SHUT_OUT, [context.issuer, subject])
    is_live = until > context.now.timestamp() and not row["is_out"]
    issued = int(claims["iat"])
    return IssuedToken(ACCESS, subject, claims["client_id"], claims.get("scope", ""), until, is_live, issued)


async def _refresh_token(token: str, now: datetime) -> IssuedToken | None:
    for row in await get_connection("default").execute_query_dict(_REFRESH, [token_digest(token)]):
        is_live = row["used_at"] is None and row["disabled_at"] is None and row["expires_at"] > now
        until = int(row["expires_at"].timestamp())
        subject = str(row["user_id"])
        return IssuedToken(REFRESH, subject, row["client"], row["scope"], until, is_live, family=row["family"])
    return None
