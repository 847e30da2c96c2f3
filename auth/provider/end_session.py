"""
Log-out at the provider.

The provider has no session of its own (decision 0012): log-out ends the refresh tokens of that log-in and redirects.
Source: OpenID Connect RP-Initiated Logout 1.0.
"""

from typing import Any
from uuid import UUID

from anyio import from_thread
from authlib.oauth2.rfc6749.errors import InvalidRequestError
from authlib.oidc.rpinitiated import EndSessionEndpoint
from joserfc.jwk import KeySet

from auth.provider.client_addresses import is_registered
from auth.provider.clients import RegisteredClient
from auth.provider.refresh_tokens import end_family
from auth.provider.signing_keys import ALGORITHM


class EndSession(EndSessionEndpoint):  # type: ignore[misc]  # Authlib ships no types
    """Ends the log-in that the ID token of the request names, and redirects only to an address registered for that."""

    def get_server_jwks(self) -> KeySet:
        """Return the keys that verify our own ID tokens."""
        keys: KeySet = self.server.context.keys.public
        return keys

    def get_algorithms(self) -> list[str]:
        """Return the one algorithm of our ID tokens."""
        return [ALGORITHM]

    def validate_request(self, request: Any) -> Any:
        """
        Return the request after checking it.

        :raises InvalidRequestError: for an ID token that is not from this provider.
        """
        checked = super().validate_request(request)
        claims = checked.id_token_claims
        if claims is not None and (claims.get("iss") != self.server.context.issuer or "sid" not in claims):
            raise InvalidRequestError("The ID token is not one of this provider")
        return checked

    def _is_valid_post_logout_redirect_uri(self, client: RegisteredClient, post_logout_redirect_uri: str) -> bool:
        """Return whether this address is registered; on a loopback address the port may be any."""
        return is_registered(post_logout_redirect_uri, client.post_logout_redirect_uris)

    def end_session(self, end_session_request: Any) -> None:
        """End the log-in that the ID token names; without one do nothing: anybody can have sent the request."""
        claims = end_session_request.id_token_claims
        if claims is not None:
            from_thread.run(end_family, UUID(claims["sid"]))
