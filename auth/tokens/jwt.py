"""Signed tokens: the checks that every token must pass before its claims are read."""

import json
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from joserfc import jwt
from joserfc.jwk import import_key
from joserfc.jws import JWSRegistry

from auth.tokens.claims import UNREADABLE
from auth.tokens.jwks import JwksCache

ALGORITHMS = frozenset({"ES256", "RS256", "PS256", "EdDSA", "Ed25519"})  # asymmetric: a verifier cannot sign
MAX_TOKEN_BYTES = 8192  # characters; a longer token is refused at once
LEEWAY = 30  # seconds by which clocks may differ
OWN_KEY_HEADERS = frozenset({"jwk", "jku", "x5u", "x5c", "crit", "b64"})  # a token must not choose its key or rules


class TokenRefused(Exception):
    """The token is not valid. `reason` is for the log; the caller learns only that the token was refused."""

    code = "TOKEN_REFUSED"

    def __init__(self, reason: str) -> None:
        super().__init__("The token was refused")
        self.reason = reason


@dataclass(frozen=True)
class SignedToken:
    """A token with a valid signature. Its issuer, audience and age are not checked yet."""

    header: dict[str, Any]
    claims: dict[str, Any]


async def verified_jwt(token: str, keys: JwksCache, types: frozenset[str], now: datetime) -> SignedToken:
    """
    Return header and claims of a token that was signed with one of `keys`.

    `types` are the accepted values of the header `typ`, in lower case; "" accepts a token without `typ`.

    :raises TokenRefused: for every other token.
    :raises KeysUnavailable: when the keys could never be fetched.
    """
    header = read_header(token, types)
    key = await keys.get(header["kid"], now)
    if key is None:
        raise TokenRefused("unknown key")
    if key.get("alg", header["alg"]) != header["alg"]:
        raise TokenRefused("the key is for another algorithm")
    try:
        registry = JWSRegistry(algorithms=[header["alg"]], strict_check_header=False)
        decoded = jwt.decode(token, import_key(key), registry=registry)
        return SignedToken(dict(decoded.header), dict(decoded.claims))
    except UNREADABLE as error:
        raise TokenRefused(type(error).__name__) from None


def unverified_issuer(token: str) -> str:
    """
    Return whom a token names as its issuer, before its signature is verified: to choose the keys, for nothing else.

    :raises TokenRefused: when the token is too long, or names nobody.
    """
    if len(token) > MAX_TOKEN_BYTES:
        raise TokenRefused("too long")
    parts = token.split(".")
    if len(parts) != 3:
        raise TokenRefused("not a signed token")
    try:
        claims = json.loads(urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (ValueError, RecursionError):
        raise TokenRefused("unreadable claims") from None
    issuer = claims.get("iss") if isinstance(claims, dict) else None
    if not isinstance(issuer, str):
        raise TokenRefused("issuer")
    return issuer


def read_header(token: str, types: frozenset[str]) -> dict[str, Any]:
    """
    Return the header of a token, before its signature is verified.

    :raises TokenRefused: when size, form, algorithm, type or key id is wrong, or when the token brings its own key.
    """
    if len(token) > MAX_TOKEN_BYTES:
        raise TokenRefused("too long")
    if token.count(".") != 2:
        raise TokenRefused("not a signed token")
    try:
        encoded = token.split(".", 1)[0]
        header = json.loads(urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    except (ValueError, RecursionError):
        raise TokenRefused("unreadable header") from None
    if not isinstance(header, dict) or OWN_KEY_HEADERS & header.keys():
        raise TokenRefused("header brings its own rules")
    if not isinstance(header.get("alg"), str) or header["alg"] not in ALGORITHMS:
        raise TokenRefused("algorithm")
    if not isinstance(header.get("kid"), str):
        raise TokenRefused("key id")
    kind = header.get("typ", "")
    if not isinstance(kind, str) or kind.lower() not in types:
        raise TokenRefused("type")
    return header
