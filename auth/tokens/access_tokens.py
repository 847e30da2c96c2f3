"""
Strict verification of access tokens.

Source: RFC 9068 (JWT profile for access tokens), RFC 8725 (JWT best current practices).
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from joserfc.jwt import JWTClaimsRegistry

from auth.tokens.claims import UNREADABLE, is_identifier, is_instant, is_word
from auth.tokens.jwks import JwksCache
from auth.tokens.jwt import (
    LEEWAY,
    MAX_TOKEN_BYTES,
    TokenRefused,
    unverified_issuer,
    verified_jwt,
)
from auth.tokens.random_tokens import token_digest
from workflow.roles import AccountKind

_TYPES = frozenset({"at+jwt", "application/at+jwt"})
MAX_TOKEN_ID = 80  # characters of a `jti` that the log keeps as it is
MAX_CACHED_TOKENS = 10_000  # verified tokens in the cache; verifying one again costs 60 µs and more


@dataclass(frozen=True)
class AccessToken:
    """
    A verified access token: the caller (`issuer`, `subject`), its client and scopes, and its end (seconds, UTC).

    `id` is what the log calls it: its `jti`, or the SHA-256 of one that is longer than the column.
    """

    issuer: str
    subject: str
    client: str
    scopes: frozenset[str]
    expires_at: float
    id: str = ""


@dataclass
class TokenVerifier:
    """
    Verifies the access tokens of one issuer for one audience and caches the valid ones by hash.

    A cached token needs no cryptography until it expires. Whether its account is still enabled is checked elsewhere, on
    every request.
    """

    issuer: str
    audience: str
    keys: JwksCache
    known: OrderedDict[bytes, AccessToken] = field(default_factory=OrderedDict)

    async def verify(self, token: str, now: datetime) -> AccessToken:
        """
        Return the verified content of the token.

        :raises TokenRefused: when the token breaks any rule.
        :raises KeysUnavailable: when the provider's keys could not be fetched, never or not for too long.
        """
        digest = token_digest(token)
        known = self.known.get(digest)
        if known is not None and known.expires_at > now.timestamp() and self.keys.is_trusted(now):
            self.known.move_to_end(digest)
            return known
        signed = await verified_jwt(token, self.keys, _TYPES, now)
        access = self._read(signed.claims, now)
        self.known[digest] = access
        if len(self.known) > MAX_CACHED_TOKENS:
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
        except UNREADABLE as error:
            raise TokenRefused(f"{type(error).__name__} {getattr(error, 'claim', '')}") from None
        scope = claims.get("scope", "")
        if not isinstance(scope, str) or not all(map(is_identifier, (claims["sub"], claims["client_id"]))):
            raise TokenRefused("a claim names nobody")
        if not is_word(claims["jti"], MAX_TOKEN_BYTES) or not all(map(is_instant, (claims["exp"], claims["iat"]))):
            raise TokenRefused("a claim has another shape")
        return AccessToken(
            claims["iss"],
            claims["sub"],
            claims["client_id"],
            frozenset(scope.split()),
            float(claims["exp"]),
            logged_token_id(claims["jti"]),
        )


def logged_token_id(jti: str) -> str:
    """Return what the log calls a token with this `jti`."""
    return jti if len(jti) <= MAX_TOKEN_ID else token_digest(jti).hex()


@dataclass(frozen=True)
class TokenVerifiers:
    """
    The verifiers of all trusted issuers. Each has its own keys and its own cache.

    `kinds` are the accounts for which an issuer may speak; for the systems of agencies each of them may.
    """

    by_issuer: Mapping[str, TokenVerifier]
    kinds: Mapping[str, frozenset[AccountKind]]

    def speaks_for(self, issuer: str, kind: AccountKind) -> bool:
        """Return whether tokens of this issuer are accepted for callers of this kind."""
        return kind is AccountKind.AGENCY or kind in self.kinds.get(issuer, ())

    async def verify(self, token: str, now: datetime) -> AccessToken:
        """
        Return the verified content of the token; the issuer that it names verifies it, if that one is trusted.

        :raises TokenRefused: when the token breaks any rule, or comes from nobody who is trusted.
        :raises KeysUnavailable: when the issuer's keys could never be fetched.
        """
        verifier = self.by_issuer.get(unverified_issuer(token))
        if verifier is None:
            raise TokenRefused("issuer")
        return await verifier.verify(token, now)
