"""
Access tokens, verified strictly.

Source: RFC 9068 (JWT profile for access tokens), RFC 8725 (JWT best current practices).
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwt import JWTClaimsRegistry

from auth.tokens.jwks import JwksCache
from auth.tokens.jwt import LEEWAY, TokenRefused, verified_jwt
from auth.tokens.random_tokens import token_digest

_TYPES = frozenset({"at+jwt", "application/at+jwt"})
REMEMBERED = 10_000  # verified tokens kept; verifying one again costs 60 µs and more


@dataclass(frozen=True)
class AccessToken:
    """A verified access token: who asks (`issuer`, `subject`), through which client, for what, until when (UTC)."""

    issuer: str
    subject: str
    client: str
    scopes: frozenset[str]
    expires_at: float


@dataclass
class TokenVerifier:
    """
    Verifies the access tokens of one issuer for one audience and remembers, by hash, those that were good.

    A remembered token needs no cryptography until it expires. Whether its account still lives is asked elsewhere, every
    time.
    """

    issuer: str
    audience: str
    keys: JwksCache
    known: OrderedDict[bytes, AccessToken] = field(default_factory=OrderedDict)

    async def verify(self, token: str, now: datetime) -> AccessToken:
        """
        Return what the token says.

        :raises TokenRefused: when any rule is broken.
        :raises KeysUnavailable: when the provider's keys were never reachable.
        """
        name = token_digest(token)
        known = self.known.get(name)
        if known is not None and known.expires_at > now.timestamp():
            self.known.move_to_end(name)
            return known
        signed = await verified_jwt(token, self.keys, _TYPES, now)
        access = self._read(signed.claims, now)
        self.known[name] = access
        if len(self.known) > REMEMBERED:
            self.known.popitem(last=False)
        return access

    def _read(self, claims: dict[str, Any], now: datetime) -> AccessToken:
        rules = JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=LEEWAY,
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": self.audience},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
            client_id={"essential": True},
            jti={"essential": True},
        )
        try:
            rules.validate(claims)
        except JoseError as error:
            raise TokenRefused(f"{type(error).__name__} {getattr(error, 'claim', '')}") from None
        scope = claims.get("scope", "")
        if not all(isinstance(claim, str) for claim in (scope, claims["sub"], claims["client_id"], claims["jti"])):
            raise TokenRefused("a claim is no text")
        return AccessToken(
            claims["iss"], claims["sub"], claims["client_id"], frozenset(scope.split()), float(claims["exp"])
        )
