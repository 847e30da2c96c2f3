"""
The ways to a token, on Authlib's grants.

Authlib is synchronous and runs in a worker thread; what touches the database goes back to the event loop.
"""

from datetime import timedelta
from typing import Any

from anyio import from_thread
from authlib.oauth2.rfc6749 import grants
from authlib.oauth2.rfc6749.errors import InvalidRequestError
from authlib.oauth2.rfc7636 import CodeChallenge

from auth.provider.authorization_codes import RedeemedCode, save_code, spend_code
from auth.provider.clients import BASIC, KEY, PUBLIC
from auth.provider.refresh_tokens import Spent, save_refresh_token, spend_refresh_token
from auth.provider.users import ProviderPerson
from auth.tokens.random_tokens import new_token

FAMILY_LIVES = timedelta(hours=12)  # a front end's person logs in anew every day, like everybody


class CodeGrant(grants.AuthorizationCodeGrant):  # type: ignore[misc]  # Authlib ships no types
    """Log-in of a person."""

    TOKEN_ENDPOINT_AUTH_METHODS = [BASIC, PUBLIC]

    def generate_authorization_code(self) -> str:
        """Return a new code."""
        return new_token()

    def save_authorization_code(self, code: str, request: Any) -> None:
        """Store the code."""
        from_thread.run(save_code, code, request, self.server.moment.now)

    def query_authorization_code(self, code: str, client: Any) -> RedeemedCode | None:
        """Return the code, which is spent by that."""
        return from_thread.run(spend_code, code, client.client_id, self.server.moment.now)

    def delete_authorization_code(self, authorization_code: RedeemedCode) -> None:
        """Leave the spent code where it is: only so a second use is noticed."""

    def authenticate_user(self, authorization_code: RedeemedCode) -> ProviderPerson:
        """Return who logged in."""
        return authorization_code.person

    def generate_token(self, *, scope: str, include_refresh_token: bool, **rest: Any) -> dict[str, Any]:
        """Return the tokens; one to refresh with only for the scope `offline_access`."""
        wanted = include_refresh_token and "offline_access" in scope.split()
        token: dict[str, Any] = super().generate_token(scope=scope, include_refresh_token=wanted, **rest)
        return token

    def save_token(self, token: dict[str, Any]) -> None:
        """Store the refresh token: the first of a family."""
        if "refresh_token" in token:
            code, now = self.request.authorization_code, self.server.moment.now
            ends_at = code.authenticated_at + FAMILY_LIVES
            first = Spent(code.family, code.person, self.request.client.client_id, code.scope, ends_at)
            from_thread.run(save_refresh_token, token["refresh_token"], first, now)


class RefreshGrant(grants.RefreshTokenGrant):  # type: ignore[misc]  # Authlib ships no types
    """Another access token for a person who is logged in, and another refresh token with it."""

    TOKEN_ENDPOINT_AUTH_METHODS = [BASIC, PUBLIC]
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token: str) -> Spent | None:
        """Return the token, which is spent by that."""
        client_id = self.request.client.client_id
        return from_thread.run(spend_refresh_token, refresh_token, client_id, self.server.moment.now)

    def authenticate_user(self, refresh_token: Spent) -> ProviderPerson:
        """Return who logged in."""
        return refresh_token.person

    def revoke_old_credential(self, refresh_token: Spent) -> None:
        """Leave the spent token where it is: only so a second use is noticed."""

    def save_token(self, token: dict[str, Any]) -> None:
        """Store the next refresh token of the family."""
        spent = self.request.refresh_token
        from_thread.run(save_refresh_token, token["refresh_token"], spent, self.server.moment.now)


class SystemGrant(grants.ClientCredentialsGrant):  # type: ignore[misc]  # Authlib ships no types
    """A token for the system of an agency."""

    TOKEN_ENDPOINT_AUTH_METHODS = [BASIC, KEY]


class Pkce(CodeChallenge):  # type: ignore[misc]  # Authlib ships no types
    """PKCE with S256 from every client. Authlib asks only public ones for it and would take `plain`."""

    SUPPORTED_CODE_CHALLENGE_METHOD = ["S256"]

    def validate_code_challenge(self, grant: Any, redirect_uri: str) -> None:
        """
        Look at the challenge of an authorization request.

        :raises InvalidRequestError: when there is none by S256.
        """
        asked = grant.request.payload.data
        if not asked.get("code_challenge") or asked.get("code_challenge_method") != "S256":
            raise InvalidRequestError("PKCE with S256 is required", redirect_uri=redirect_uri)
        super().validate_code_challenge(grant, redirect_uri)
