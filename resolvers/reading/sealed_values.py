"""
Open the sealed values in an answer.

The statement writes each sealed value as a marker, and the service replaces the markers afterwards. Nobody can forge a
marker. A value that does not open becomes null, and the rest of the answer is what it is: one damaged row takes no list
down.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from models.sealed import SealRefused

# No stored text can contain chr(1), and the seal is bound to its table, column and row.
_MARKER = re.compile(rb'"\\u0001([a-z_]+)\.([a-z_]+):([0-9a-f]{32}):([0-9a-f]+)"')
_UNREADABLE = "\x01unreadable"


@dataclass(frozen=True)
class UnreadableValue:
    """A sealed value that does not open: its path in the JSON, its place in the database, and why (`code`)."""

    path: tuple[str | int, ...]
    table: str
    column: str
    row: UUID
    code: str


@dataclass(slots=True)
class OpenedValues:
    """JSON in which every sealed value was opened, and the values that did not open and are null there."""

    json: bytes
    unreadable: tuple[UnreadableValue, ...] = ()


def opened_values(json: bytes, unseal: Callable[[str, str, bytes], str]) -> OpenedValues:
    """Return the JSON with every marker replaced. `unseal` takes "table|column", the row's id and the sealed bytes."""
    failed: list[tuple[str, str, UUID, str]] = []

    def opened(match: re.Match[bytes]) -> bytes:
        table, column, row, sealed = (group.decode() for group in match.groups())
        try:
            return orjson.dumps(unseal(f"{table}|{column}", row, bytes.fromhex(sealed)))
        except SealRefused as refused:
            failed.append((table, column, UUID(hex=row), refused.code))
            return orjson.dumps(f"{_UNREADABLE}{len(failed) - 1}")

    replaced = _MARKER.sub(opened, json)
    return _without_unreadable(replaced, failed) if failed else OpenedValues(replaced)


def _without_unreadable(json: bytes, failed: list[tuple[str, str, UUID, str]]) -> OpenedValues:
    """Return the JSON with null for the values that did not open, and where they were."""
    whole = {"": orjson.loads(json)}
    unreadable = []
    for path, holder, key in list(_marked(whole, ())):
        number = int(holder[key].removeprefix(_UNREADABLE))
        holder[key] = None
        unreadable.append(UnreadableValue(path[1:], *failed[number]))
    return OpenedValues(orjson.dumps(whole[""]), tuple(unreadable))


def _marked(holder: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any, Any]]:
    """Yield path, container and key of each value that did not open."""
    items = holder.items() if isinstance(holder, dict) else enumerate(holder)
    for key, value in items:
        if isinstance(value, str) and value.startswith(_UNREADABLE):
            yield (*path, key), holder, key
        elif isinstance(value, dict | list):
            yield from _marked(value, (*path, key))
