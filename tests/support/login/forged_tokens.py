"""Tokens: good ones taken apart, and all the ways in which attackers change them."""

import base64
import hashlib
import hmac
import json
from datetime import datetime
from typing import Any
from uuid import uuid4

from joserfc import jwt
from joserfc.jwk import ECKey, import_key

FORGERS_KEY = ECKey.generate_key("P-256", {"kid": "mine"})


def assertion(provider: Any, now: datetime, **changed: Any) -> str:
    """Return a client assertion of the agency's system, signed with its key."""
    seconds = int(now.timestamp())
    claims = {
        "iss": provider.key_client,
        "sub": provider.key_client,
        "aud": provider.issuer,
        "jti": uuid4().hex,
        "iat": seconds,
        "exp": seconds + 60,
        **changed,
    }
    return jwt.encode({"alg": "ES256", "kid": "agency-1"}, claims, provider.agency_key)


def token_parts(token: str) -> tuple[dict[str, Any], dict[str, Any], str]:
    """Return header, claims and signature of a token."""
    header, claims, signature = token.split(".")
    return decoded(header), decoded(claims), signature


def decoded(text: str) -> dict[str, Any]:
    """Return the JSON in a part of a token."""
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return found


def encoded(content: Any) -> str:
    """Return JSON, or bytes as they are, as a part of a token."""
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def put_together(header: Any, claims: Any, signature: str) -> str:
    """Return a token of a header, claims and a signature."""
    return f"{encoded(header)}.{encoded(claims)}.{signature}"


def signed_by_hmac(header: dict[str, Any], claims: dict[str, Any], key: bytes) -> str:
    """Return a token signed by HMAC with any key."""
    text = f"{encoded(header)}.{encoded(claims)}"
    return f"{text}.{encoded(hmac.new(key, text.encode(), hashlib.sha256).digest())}"


def forgeries(good: str, public: dict[str, Any]) -> dict[str, str]:
    """Return name → a token that must be refused, made from a good one and the provider's public key."""
    header, claims, signature = token_parts(good)
    key = import_key(public)
    assert isinstance(key, ECKey)
    pem = key.as_pem(private=False)
    return {
        "no algorithm": put_together({**header, "alg": "none"}, claims, ""),
        "no algorithm, signature kept": put_together({**header, "alg": "None"}, claims, signature),
        "HMAC with the public key as PEM": signed_by_hmac({**header, "alg": "HS256"}, claims, pem),
        "HMAC with the public key as JWK": signed_by_hmac(
            {**header, "alg": "HS256"}, claims, json.dumps(public).encode()
        ),
        "another key under the same id": jwt.encode(header, claims, FORGERS_KEY),
        "an unknown key": jwt.encode({**header, "kid": "unknown"}, claims, FORGERS_KEY),
        "a key brought along": jwt.encode({**header, "jwk": FORGERS_KEY.as_dict(private=False)}, claims, FORGERS_KEY),
        "a key at an address": put_together({**header, "jku": "http://127.0.0.1:1/jwks"}, claims, signature),
        "a critical header": put_together({**header, "crit": ["exp"]}, claims, signature),
        "no signature": f"{good.rsplit('.', 1)[0]}.",
        "more scopes": put_together(header, {**claims, "scope": "register:write"}, signature),
        "another subject": put_together(header, {**claims, "sub": "somebody"}, signature),
        "a key id that is a path": put_together({**header, "kid": "../../etc/passwd"}, claims, signature),
        "a key id that is a list": put_together({**header, "kid": [header["kid"]]}, claims, signature),
        "a header that is a list": put_together([header], claims, signature),
        "a deep header": put_together(b"[" * 5000, claims, signature),
        "no JSON": "a.b.c",
        "too long": good + "a" * 9000,
        "encrypted form": "a.b.c.d.e",
        "empty": "",
    }
