"""
Authentication of clients that have a key of their own.

Source: RFC 7523 § 3, OpenID Connect Core 1.0 § 9 (private_key_jwt).
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from anyio import from_thread
from authlib.oauth2.rfc6749.errors import InvalidClientError
from authlib.oauth2.rfc7523 import JWTBearerClientAssertion
from joserfc import jwt
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from auth.login.nonces import CLIENT_ASSERTION, spend_nonce
from auth.provider.clients import KEY, RegisteredClient
from auth.tokens.claims import UNREADABLE, is_identifier, is_instant, is_word
from auth.tokens.jwt import ALGORITHMS, LEEWAY, MAX_TOKEN_BYTES

MAX_LIFETIME = timedelta(minutes=10)  # of an assertion; a used one is remembered at least as long


class Assertion(JWTBearerClientAssertion):  # type: ignore[misc]  # Authlib ships no types
    """Verifies assertions: asymmetric algorithm, short lifetime, addressed to this provider, used once."""

    CLIENT_AUTH_METHOD = KEY

    def __init__(self, audiences: list[str], now: datetime) -> None:
        super().__init__(validate_jti=True, leeway=LEEWAY)
        self.audiences, self.now = audiences, now

    def __call__(self, query_client: Callable[[str], Any], request: Any) -> Any:
        """Return the client that the assertion of the request authenticates, None when there is no assertion."""
        if len(request.form.get("client_assertion", "")) > MAX_TOKEN_BYTES:
            raise InvalidClientError(description="The assertion is too long")
        return super().__call__(query_client, request)

    def get_audiences(self) -> list[str]:
        """Return the names of this provider."""
        return self.audiences

    def resolve_client_public_key(self, client: RegisteredClient) -> KeySet:
        """Return the keys that the client registered."""
        if client.jwks is None:
            raise InvalidClientError(description="The client has no registered key")
        return KeySet.import_key_set(client.jwks)  # type: ignore[arg-type]  # checked when it was registered

    def process_assertion_claims(self, assertion: str, resolve_key: KeySet) -> dict[str, Any]:
        """
        Return the claims of a valid assertion.

        :raises InvalidClientError: for any other.
        """
        try:
            token = jwt.decode(assertion, resolve_key, registry=JWSRegistry(algorithms=sorted(ALGORITHMS)))
            self._rules().validate(token.claims)
        except UNREADABLE:
            raise InvalidClientError(description="The assertion was refused") from None
        claims = dict(token.claims)
        until = self.now + MAX_LIFETIME
        if not (is_identifier(claims["sub"]) and is_word(claims["jti"], MAX_TOKEN_BYTES) and is_instant(claims["exp"])):
            raise InvalidClientError(description="The assertion was refused")
        if claims["iss"] != claims["sub"] or claims["exp"] > until.timestamp():
            raise InvalidClientError(description="The assertion was refused")
        name = f"{claims['sub']}\0{claims['jti']}"
        if not from_thread.run(spend_nonce, CLIENT_ASSERTION, name, until + timedelta(seconds=LEEWAY)):
            raise InvalidClientError(description="The assertion was used before")
        return claims

    def _rules(self) -> jwt.JWTClaimsRegistry:
        return jwt.JWTClaimsRegistry(
            now=int(self.now.timestamp()),
            leeway=LEEWAY,
            iss={"essential": True},
            sub={"essential": True},
            aud={"essential": True, "values": self.audiences},
            exp={"essential": True},
            jti={"essential": True},
        )
