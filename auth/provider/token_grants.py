"""
The OAuth grants of the provider, on top of Authlib's.

Authlib is synchronous and runs in a worker thread; database access goes back to the event loop.
"""

from datetime import datetime, timedelta
from typing import Any

from anyio import from_thread
from authlib.oauth2.rfc6749 import grants
from authlib.oauth2.rfc6749.errors import InvalidGrantError, InvalidRequestError
from authlib.oauth2.rfc7636 import CodeChallenge

from auth.provider.authorization_codes import RedeemedCode, save_code, spend_code
from auth.provider.clients import BASIC, KEY, PUBLIC
from auth.provider.refresh_tokens import RedeemedRefreshToken, save_refresh_token, spend_refresh_token
from auth.provider.users import ProviderPerson
from auth.tokens.random_tokens import new_token

FAMILY_LIFETIME = timedelta(hours=12)  # the user of a front end logs in again every day, like everybody else


class CodeGrant(grants.AuthorizationCodeGrant):  # type: ignore[misc]  # Authlib ships no types
    """The grant for the log-in of a person: an authorization code."""

    TOKEN_ENDPOINT_AUTH_METHODS = [BASIC, PUBLIC]

    def generate_authorization_code(self) -> str:
        """Return a new code."""
        return new_token()

    def save_authorization_code(self, code: str, request: Any) -> None:
        """Store the code."""
        from_thread.run(save_code, code, request, self.server.context.now)

    def query_authorization_code(self, code: str, client: Any) -> RedeemedCode | None:
        """Return the code and mark it as used."""
        return from_thread.run(spend_code, code, client.client_id, self.server.context.now)

    def delete_authorization_code(self, authorization_code: RedeemedCode) -> None:
        """Keep the used code: only then is a second use noticed."""

    def authenticate_user(self, authorization_code: RedeemedCode) -> ProviderPerson:
        """Return the person who logged in."""
        return authorization_code.person

    def generate_token(self, *, scope: str, include_refresh_token: bool, **rest: Any) -> dict[str, Any]:
        """Return the tokens; with a refresh token only for the scope `offline_access`."""
        is_requested = include_refresh_token and "offline_access" in scope.split()
        token: dict[str, Any] = super().generate_token(scope=scope, include_refresh_token=is_requested, **rest)
        return token

    def save_token(self, token: dict[str, Any]) -> None:
        """Store the refresh token, the first of its family."""
        if "refresh_token" in token:
            code, now = self.request.authorization_code, self.server.context.now
            ends_at = code.authenticated_at + FAMILY_LIFETIME
            first = RedeemedRefreshToken(code.family, code.person, self.request.client.client_id, code.scope, ends_at)
            _store(token, first, now)


class RefreshGrant(grants.RefreshTokenGrant):  # type: ignore[misc]  # Authlib ships no types
    """The grant for another access token of a logged-in person; it gives a new refresh token too."""

    TOKEN_ENDPOINT_AUTH_METHODS = [BASIC, PUBLIC]
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token: str) -> RedeemedRefreshToken | None:
        """Return the token and mark it as used."""
        client_id = self.request.client.client_id
        return from_thread.run(spend_refresh_token, refresh_token, client_id, self.server.context.now)

    def authenticate_user(self, refresh_token: RedeemedRefreshToken) -> ProviderPerson:
        """Return the person who logged in."""
        return refresh_token.person

    def revoke_old_credential(self, refresh_token: RedeemedRefreshToken) -> None:
        """Keep the used token: only then is a second use noticed."""

    def save_token(self, token: dict[str, Any]) -> None:
        """Store the next refresh token of the family."""
        spent = self.request.refresh_token
        _store(token, spent, self.server.context.now)


def _store(token: dict[str, Any], source: RedeemedRefreshToken, now: datetime) -> None:
    """
    Store a refresh token.

    :raises InvalidGrantError: when its family was ended meanwhile
    """
    if not from_thread.run(save_refresh_token, token["refresh_token"], source, now):
        raise InvalidGrantError


class SystemGrant(grants.ClientCredentialsGrant):  # type: ignore[misc]  # Authlib ships no types
    """The grant for the system of an agency: client credentials."""

    TOKEN_ENDPOINT_AUTH_METHODS = [BASIC, KEY]


class Pkce(CodeChallenge):  # type: ignore[misc]  # Authlib ships no types
    """PKCE with S256 for every client. Authlib requires it only from public clients and would accept `plain`."""

    SUPPORTED_CODE_CHALLENGE_METHOD = ["S256"]

    def validate_code_challenge(self, grant: Any, redirect_uri: str) -> None:
        """
        Check the challenge of an authorization request.

        :raises InvalidRequestError: when there is no challenge with S256.
        """
        parameters = grant.request.payload.data
        if not parameters.get("code_challenge") or parameters.get("code_challenge_method") != "S256":
            raise InvalidRequestError("PKCE with S256 is required", redirect_uri=redirect_uri)
        super().validate_code_challenge(grant, redirect_uri)
