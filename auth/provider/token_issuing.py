"""What the provider signs: access tokens by RFC 9068 and ID tokens, at a given time with a given key."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from authlib.oauth2.rfc9068 import JWTBearerTokenGenerator
from authlib.oidc.core import OpenIDCode
from joserfc.jwk import KeySet

from auth.provider.signing_keys import ALGORITHM, SigningKeys
from auth.tokens.random_tokens import new_token

ACCESS_TOKEN_LIFETIME = timedelta(minutes=5)  # of access and ID tokens


@dataclass(frozen=True)
class Moment:
    """Everything that is the same for the length of one request to the provider."""

    issuer: str
    audience: str
    keys: SigningKeys
    now: datetime
    lifetime: timedelta = ACCESS_TOKEN_LIFETIME

    @property
    def age(self) -> dict[str, int]:
        """The claims that say when a token was made and until when it is good."""
        issued = int(self.now.timestamp())
        return {"iat": issued, "exp": issued + int(self.lifetime.total_seconds())}


class AccessTokens(JWTBearerTokenGenerator):  # type: ignore[misc]  # Authlib ships no types
    """Makes access tokens for the register. Authlib would name the client as audience, which opens nothing here."""

    def __init__(self, moment: Moment) -> None:
        super().__init__(
            moment.issuer,
            alg=ALGORITHM,
            refresh_token_generator=lambda **_: new_token(),
            expires_generator=lambda _client, _grant: int(moment.lifetime.total_seconds()),
        )
        self.moment = moment

    def get_jwks(self) -> KeySet:
        """Return the key that signs."""
        return self.moment.keys.private

    def get_audiences(self, client: Any, user: Any, scope: str) -> str:  # noqa: ARG002 - Authlib's signature
        """Return the register's name."""
        return self.moment.audience

    def get_jti(self, client: Any, grant_type: str, user: Any, scope: str) -> str:  # noqa: ARG002 - Authlib's signature
        """Return a name that no other token has."""
        return new_token()

    def get_extra_claims(self, client: Any, grant_type: str, user: Any, scope: str) -> dict[str, int]:  # noqa: ARG002
        """Return the times: Authlib would read the clock itself."""
        return self.moment.age


class IdTokens(OpenIDCode):  # type: ignore[misc]  # Authlib ships no types
    """Makes ID tokens. They name the person and the log-in and hold nothing else: one travels in a URL at log-out."""

    def __init__(self, moment: Moment) -> None:
        super().__init__(require_nonce=True)
        self.moment = moment

    def exists_nonce(self, nonce: str, request: Any) -> bool:  # noqa: ARG002 - Authlib's signature
        """Return no: a nonce belongs to the client that chose it, and is compared there."""
        return False

    def resolve_client_private_key(self, client: Any) -> KeySet:  # noqa: ARG002 - Authlib's signature
        """Return the key that signs."""
        return self.moment.keys.private

    def get_client_claims(self, client: Any) -> dict[str, Any]:
        """Return issuer, audience and times."""
        return {"iss": self.moment.issuer, "aud": client.get_client_id(), **self.moment.age}

    def get_authorization_code_claims(self, authorization_code: Any) -> dict[str, Any]:
        """Return the claims of the log-in, with its name, which a later log-out will give."""
        claims: dict[str, Any] = super().get_authorization_code_claims(authorization_code)
        return {**claims, "sid": str(authorization_code.family)}

    def generate_user_info(self, user: Any, scope: str) -> dict[str, str]:  # noqa: ARG002 - Authlib's signature
        """Return who logged in."""
        return {"sub": user.subject}
