"""
What a sealed cursor costs beside one that is only signed: `python -m bench.cursors`.

A page of 100 edges as the statement returns it, of which every cursor is made; the best of many runs, in µs for a page.
"""

import base64
import hmac
import time
from collections.abc import Callable
from uuid import UUID

from rich.console import Console

from resolvers.reading.cursors import cursor_binding, cursor_values, with_sealed_cursors

SECRET, EDGES, RUNS = b"k" * 32, 100, 200
BINDING = cursor_binding(UUID(int=1), "client", "LAST_NAME", {})
POSITIONS = [f"virtanen aino {number}\x1f{UUID(int=number)}".encode() for number in range(EDGES)]
PAGE = b"[" + b",".join(b'{"cursor":"\\u00020:%s"}' % position.hex().encode() for position in POSITIONS) + b"]"


def sealed() -> bytes:
    """Return the page with sealed cursors, as the service does it."""
    return with_sealed_cursors(PAGE, SECRET, [lambda: BINDING])


def signed() -> list[bytes]:
    """Return cursors whose content is clear and whose end is a signature."""
    return [
        base64.urlsafe_b64encode(p + hmac.digest(SECRET, p + BINDING, "sha256")[:16]).rstrip(b"=") for p in POSITIONS
    ]


def microseconds(work: Callable[[], object]) -> float:
    """Return the time of the fastest of RUNS runs."""
    found = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        found.append(time.perf_counter() - started)
    return min(found) * 1e6


def main() -> None:
    """Print the costs of a page, and of opening one cursor."""
    cursor = sealed()[12:].partition(b'"')[0].decode()
    console = Console()
    console.print(f"sealing {EDGES} cursors {microseconds(sealed):.0f} µs, signing them {microseconds(signed):.0f} µs")
    opened = microseconds(lambda: cursor_values(cursor, [SECRET], BINDING))
    console.print(f"opening one {opened:.1f} µs")


if __name__ == "__main__":
    main()
