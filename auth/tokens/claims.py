"""The shapes that a member of a token, a key or a discovery document may have: anybody can send any other."""

import math
from typing import TypeGuard

from cryptography.exceptions import UnsupportedAlgorithm
from joserfc.errors import JoseError

# What libraries raise when a member has a shape that they do not expect.
UNREADABLE = (
    JoseError,
    UnsupportedAlgorithm,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
MAX_IDENTIFIER = 200  # characters of a subject, a session or a client; the columns'
_MAX_SECONDS = 10**15  # far past any date, and exact in a float


def is_instant(claim: object) -> TypeGuard[int | float]:
    """Return whether a claim is a number of seconds with which one can reckon: finite, and no truth value."""
    if isinstance(claim, bool) or not isinstance(claim, int | float):
        return False
    return math.isfinite(claim) and abs(claim) < _MAX_SECONDS if isinstance(claim, float) else abs(claim) < _MAX_SECONDS


def is_word(claim: object, longest: int) -> TypeGuard[str]:
    """Return whether a claim is a printable text of at most `longest` characters, and not empty."""
    return isinstance(claim, str) and 0 < len(claim) <= longest and claim.isprintable()


def is_identifier(claim: object) -> TypeGuard[str]:
    """Return whether a claim is a text that can name a subject, a session or a client."""
    return is_word(claim, MAX_IDENTIFIER)
