"""
What a client may ask of tokens that it holds: to end them, and whether they still work.

Source: RFC 7009 (revocation), RFC 7662 (introspection).
"""

from typing import Any

from anyio import from_thread
from authlib.oauth2 import OAuth2Error
from authlib.oauth2.rfc7009 import RevocationEndpoint
from authlib.oauth2.rfc7662 import IntrospectionEndpoint

from auth.provider.clients import BASIC, KEY, PUBLIC, RegisteredClient
from auth.provider.issued_tokens import ACCESS, IssuedToken, find_token
from auth.provider.refresh_tokens import end_family


class AccessTokenStays(OAuth2Error):  # type: ignore[misc]  # Authlib ships no types
    """An access token cannot be ended early. Source: RFC 7009 § 2.2.1; Authlib's own error has another status."""

    error = "unsupported_token_type"
    description = "An access token cannot be revoked; it ends after five minutes"
    code = "TOKEN_TYPE_UNSUPPORTED"


class Revocation(RevocationEndpoint):  # type: ignore[misc]  # Authlib ships no types
    """Ends the log-in of a refresh token. An access token cannot be ended early; it lives five minutes."""

    CLIENT_AUTH_METHODS = [BASIC, KEY, PUBLIC]

    def query_token(self, token_string: str, token_type_hint: str | None) -> IssuedToken | None:
        """
        Return the refresh token; None when it is unknown, which RFC 7009 § 2.2 answers like a success.

        :raises AccessTokenStays: for an access token: the client must not believe that it was ended.
        """
        found = from_thread.run(find_token, token_string, self.server.context)
        if token_type_hint == ACCESS or (found is not None and found.kind == ACCESS):
            raise AccessTokenStays
        return found

    def revoke_token(self, token: IssuedToken, request: Any) -> None:  # noqa: ARG002 - Authlib's signature
        """End all refresh tokens of the log-in."""
        if token.family is not None:
            from_thread.run(end_family, token.family)


class Introspection(IntrospectionEndpoint):  # type: ignore[misc]  # Authlib ships no types
    """Tells a confidential client whether a token of its own still works; any other token is just not active."""

    CLIENT_AUTH_METHODS = [BASIC, KEY]

    def query_token(self, token_string: str, token_type_hint: str | None) -> IssuedToken | None:  # noqa: ARG002
        """Return the token of this provider; None for any other text."""
        return from_thread.run(find_token, token_string, self.server.context)

    def check_permission(self, token: IssuedToken, client: RegisteredClient, request: Any) -> bool:  # noqa: ARG002
        """Return whether the token is the client's own."""
        return token.check_client(client)

    def introspect_token(self, token: IssuedToken) -> dict[str, Any]:
        """Return what the token opens; nothing about the person but the subject."""
        context = self.server.context
        claims = {"client_id": token.client, "scope": token.scope, "sub": token.subject, "exp": token.expires_at}
        if token.kind == ACCESS:
            claims |= {"token_type": "Bearer", "iat": token.issued_at, "aud": context.audience}
        return {"iss": context.issuer, **claims}
