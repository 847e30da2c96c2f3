"""
What is read of the head of a request, once for all requests with an equal head: a client repeats its headers.

Who a cookie belongs to, whether the CSRF token is its own, which language and media type are asked for: all of it
follows from the headers alone, and took a fifth of a small answer (decision 0269).
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import Any, Final, TypeVar

from starlette.requests import HTTPConnection

MOST_HEADS = 5_000
READINGS: Final = "readings"  # the key in the scope of a request

Readings = dict[Any, Any]
Read = TypeVar("Read")


class KnownHeads:
    """The readings of the latest heads, by a digest that tells no secret of the headers."""

    def __init__(self) -> None:
        self._readings: OrderedDict[bytes, Readings] = OrderedDict()

    def readings(self, headers: Sequence[tuple[bytes, bytes]]) -> Readings:
        """
        Return what was read of an equal head: the same headers in the same order.

        Only the digits of the length of the body are left out, because it differs from request to request.
        """
        parts = []
        for name, value in headers:
            parts.append(name)
            parts.append(value if name != b"content-length" else b"%d" % len(value))
        known, digest = self._readings, blake2b(b"\n".join(parts), digest_size=16).digest()
        found = known.get(digest)
        if found is None:
            found = known[digest] = {}
            if len(known) > MOST_HEADS:
                known.popitem(last=False)
        else:
            known.move_to_end(digest)
        return found


def read_once(request: HTTPConnection, reading: Callable[[Any], Read]) -> Read:
    """
    Return what a function reads of the head of a request, and of nothing else; of an equal head it is read once.

    A reading never looks at the clock, the database, the body or its length; it keeps nothing that a caller makes long.
    """
    readings: Readings | None = request.scope.get(READINGS)
    if readings is None:
        return reading(request)
    if reading not in readings:
        readings[reading] = reading(request)
    found: Read = readings[reading]
    return found
