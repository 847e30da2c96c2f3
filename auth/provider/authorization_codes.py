"""Authorization codes: one minute, one use, always PKCE with S256. A second use ends the tokens of the first one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tortoise.connection import get_connection
from uuid_utils.compat import uuid7

from auth.provider.refresh_tokens import end_family
from auth.provider.users import ProviderPerson
from auth.tokens.random_tokens import token_digest
from models.provider import AuthorizationCode

AUTHENTICATION_LEVELS = ("urn:polku:acr:password", "urn:polku:acr:second-factor")
_LIFETIME = timedelta(minutes=1)
# Marked as used before redirect address and verifier are checked: somebody with a stolen code has one guess.
_SPEND = """
UPDATE provider_code c SET used_at = $3 FROM provider_user u
WHERE c.digest = $1 AND c.client = $2 AND c.used_at IS NULL AND c.expires_at > $3
  AND u.id = c.user_id AND u.disabled_at IS NULL
RETURNING c.family, c.user_id, c.redirect_uri, c.scope, c.nonce, c.code_challenge, c.authenticated_at,
  c.has_second_factor
"""
_SPENT = "SELECT family FROM provider_code WHERE digest = $1 AND used_at IS NOT NULL"


@dataclass(frozen=True)
class RedeemedCode:
    """A code that was just used, with the methods that Authlib calls. All tokens of one log-in have its `family`."""

    family: UUID
    person: ProviderPerson
    redirect_uri: str
    scope: str
    nonce: str | None
    code_challenge: str
    authenticated_at: datetime
    has_second_factor: bool
    code_challenge_method: str = "S256"

    def get_redirect_uri(self) -> str:
        """Return the address for which the code was made."""
        return self.redirect_uri

    def get_scope(self) -> str:
        """Return the scopes that were granted."""
        return self.scope

    def get_nonce(self) -> str | None:
        """Return the nonce of the log-in."""
        return self.nonce

    def get_auth_time(self) -> int:
        """Return when the person typed the password, in seconds since 1970 (UTC)."""
        return int(self.authenticated_at.timestamp())

    def get_acr(self) -> str:
        """Return how well the person is known, of `AUTHENTICATION_LEVELS`."""
        return AUTHENTICATION_LEVELS[self.has_second_factor]

    def get_amr(self) -> list[str]:
        """Return how the person authenticated. Source: RFC 8176."""
        return ["pwd", "otp", "mfa"] if self.has_second_factor else ["pwd"]


async def save_code(code: str, request: Any, now: datetime) -> None:
    """Store a new code for this authorization request."""
    parameters = request.payload.data
    await AuthorizationCode.create(
        digest=token_digest(code),
        family=uuid7(),
        user_id=request.user.id,
        client=request.client.client_id,
        redirect_uri=request.payload.redirect_uri,
        scope=request.scope,
        nonce=parameters.get("nonce"),
        code_challenge=parameters["code_challenge"],
        authenticated_at=now,
        has_second_factor=request.user.has_second_factor,
        expires_at=now + _LIFETIME,
    )


async def spend_code(code: str, client_id: str, now: datetime) -> RedeemedCode | None:
    """Return the code and mark it as used; None when it is wrong, old or used. A used code ends its whole family."""
    connection = get_connection("default")
    rows = await connection.execute_query_dict(_SPEND, [token_digest(code), client_id, now])
    if rows:
        row = rows[0]
        return RedeemedCode(person=ProviderPerson(row.pop("user_id")), **row)
    for spent in await connection.execute_query_dict(_SPENT, [token_digest(code)]):
        await end_family(spent["family"])
    return None
