"""Random values that have no meaning; the database stores only their hash."""

import secrets
from hashlib import sha256

BITS = 256


def new_token() -> str:
    """Return 256 random bits as 43 characters that are safe in URLs, headers and cookies."""
    return secrets.token_urlsafe(BITS // 8)


def token_digest(value: str) -> bytes:
    """
    Return the 32 bytes under which a random value is stored.

    A plain hash is enough for 256 random bits: they cannot be guessed, so a slow hash would add nothing.
    """
    return sha256(value.encode()).digest()


def matches_digest(value: str, stored: bytes | None) -> bool:
    """Return, in constant time, whether `value` is the one that was stored as `stored`; None matches nothing."""
    return stored is not None and secrets.compare_digest(token_digest(value), stored)
