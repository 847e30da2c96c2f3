"""Random values that mean nothing to anybody but the row that holds their hash."""

import secrets
from hashlib import sha256

BITS = 256


def new_token() -> str:
    """Return 256 random bits as 43 characters that need no escaping anywhere."""
    return secrets.token_urlsafe(BITS // 8)


def token_digest(value: str) -> bytes:
    """
    Return the 32 bytes under which a random value is stored and found.

    A plain hash is enough for 256 random bits: there is nothing to guess, so nothing to slow down.
    """
    return sha256(value.encode()).digest()


def matches_digest(value: str, stored: bytes | None) -> bool:
    """Tell in constant time whether `value` is the one that was stored as `stored`; None matches nothing."""
    return stored is not None and secrets.compare_digest(token_digest(value), stored)
