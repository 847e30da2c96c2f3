"""The tokens that the provider signs: access tokens (RFC 9068) and ID tokens, with a given key at a given time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from authlib.oauth2.rfc9068 import JWTBearerTokenGenerator
from authlib.oidc.core import OpenIDCode
from joserfc.jwk import KeySet

from auth.provider.signing_keys import ALGORITHM, SigningKeys
from auth.tokens.random_tokens import new_token

ACCESS_TOKEN_LIFETIME = timedelta(minutes=5)  # also the lifetime of ID tokens


@dataclass(frozen=True)
class IssuingContext:
    """The values that stay the same during one request to the provider."""

    issuer: str
    audience: str
    keys: SigningKeys
    now: datetime
    lifetime: timedelta = ACCESS_TOKEN_LIFETIME

    @property
    def age(self) -> dict[str, int]:
        """The claims for when a token was issued and when it expires."""
        issued = int(self.now.timestamp())
        return {"iat": issued, "exp": issued + int(self.lifetime.total_seconds())}


class AccessTokens(JWTBearerTokenGenerator):  # type: ignore[misc]  # Authlib ships no types
    """Makes access tokens for the register. Authlib would name the client as audience, which nothing here accepts."""

    def __init__(self, context: IssuingContext) -> None:
        super().__init__(
            context.issuer,
            alg=ALGORITHM,
            refresh_token_generator=lambda **_: new_token(),
            expires_generator=lambda _client, _grant: int(context.lifetime.total_seconds()),
        )
        self.context = context

    def get_jwks(self) -> KeySet:
        """Return the key that signs."""
        return self.context.keys.private

    def get_audiences(self, client: Any, user: Any, scope: str) -> str:  # noqa: ARG002 - Authlib's signature
        """Return the register's name."""
        return self.context.audience

    def get_jti(self, client: Any, grant_type: str, user: Any, scope: str) -> str:  # noqa: ARG002 - Authlib's signature
        """Return an id that no other token has."""
        return new_token()

    def get_extra_claims(self, client: Any, grant_type: str, user: Any, scope: str) -> dict[str, int]:  # noqa: ARG002
        """Return the time claims: Authlib would read the clock itself."""
        return self.context.age


class IdTokens(OpenIDCode):  # type: ignore[misc]  # Authlib ships no types
    """Makes ID tokens. They hold only the person and the log-in, because one travels in a URL at log-out."""

    def __init__(self, context: IssuingContext) -> None:
        super().__init__(require_nonce=False)  # PKCE, which every log-in has, protects the code too: RFC 9700 § 2.1.1
        self.context = context

    def exists_nonce(self, nonce: str, request: Any) -> bool:  # noqa: ARG002 - Authlib's signature
        """Return False: the client that chose the nonce compares it."""
        return False

    def resolve_client_private_key(self, client: Any) -> KeySet:  # noqa: ARG002 - Authlib's signature
        """Return the key that signs."""
        return self.context.keys.private

    def get_client_claims(self, client: Any) -> dict[str, Any]:
        """Return issuer, audience and time claims."""
        return {"iss": self.context.issuer, "aud": client.get_client_id(), **self.context.age}

    def get_authorization_code_claims(self, authorization_code: Any) -> dict[str, Any]:
        """Return the claims of the log-in, with its id in `sid`, which a later log-out names."""
        claims: dict[str, Any] = super().get_authorization_code_claims(authorization_code)
        return {**claims, "sid": str(authorization_code.family)}

    def generate_user_info(self, user: Any, scope: str) -> dict[str, str]:  # noqa: ARG002 - Authlib's signature
        """Return the subject of the person who logged in."""
        return {"sub": user.subject}
