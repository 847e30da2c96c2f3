"""
Log-out at the provider.

The provider keeps no session of its own (decision 0012): leaving ends the refresh tokens of that log-in and leads back.
Source: OpenID Connect RP-Initiated Logout 1.0.
"""

from typing import Any
from uuid import UUID

from anyio import from_thread
from authlib.oauth2.rfc6749.errors import InvalidRequestError
from authlib.oidc.rpinitiated import EndSessionEndpoint
from joserfc.jwk import KeySet

from auth.provider.refresh_tokens import end_family
from auth.provider.signing_keys import ALGORITHM


class EndSession(EndSessionEndpoint):  # type: ignore[misc]  # Authlib ships no types
    """Ends what the ID token of the request names, and redirects only to an address registered for that."""

    def get_server_jwks(self) -> KeySet:
        """Return the keys with which an ID token of ours verifies."""
        keys: KeySet = self.server.moment.keys.public
        return keys

    def get_algorithms(self) -> list[str]:
        """Return the one algorithm that ID tokens have."""
        return [ALGORITHM]

    def validate_request(self, request: Any) -> Any:
        """
        Return the request, checked.

        :raises InvalidRequestError: for an ID token that is not one of ours.
        """
        checked = super().validate_request(request)
        claims = checked.id_token_claims
        if claims is not None and (claims.get("iss") != self.server.moment.issuer or "sid" not in claims):
            raise InvalidRequestError("The ID token is not one of this provider")
        return checked

    def end_session(self, end_session_request: Any) -> None:
        """End the log-in that the ID token names; without one nothing happens, anybody could have asked."""
        claims = end_session_request.id_token_claims
        if claims is not None:
            from_thread.run(end_family, UUID(claims["sid"]))
