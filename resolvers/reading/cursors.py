"""
Sealed keyset cursors: the statement returns positions, and the service seals them before the answer leaves.

A position is the sort values of one row and the row's id, which are personal data. Its cursor is encrypted and
authenticated with AES-SIV, and bound to the caller, the list, its order and what narrows it, so that it is of no use
anywhere else. It is padded, so that its length tells nothing of a name. Equal positions of one list have equal cursors.
Source: RFC 5297; decision 0110.
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from resolvers.reading.arguments import Argument, Variable, Variables
from resolvers.refusals import BadCursor

PAGING_ARGUMENTS = frozenset({"first", "last", "after", "before", "orderBy"})  # of a list; the others narrow it
_SEPARATOR = "\x1f"  # chr(31), which no stored text can contain either
_PADDED_TO, _SIV_BYTES = 64, 16
# No stored text can contain chr(2), which begins a position in the JSON of the statement.
_MARKER = re.compile(rb'"\\u0002(\d+):([0-9a-f]+)"')
_NOT_OF_THIS_LIST = "This cursor is not of this list, with this order and filter. Ask again without it."


def prepare_cursors(secrets: Iterable[bytes]) -> None:
    """
    Have the ciphers of these keys ready.

    The first cipher of a process has its library look for all that it knows, which takes 5 MB: workers share it when
    their parent was the first.
    """
    for secret in secrets:
        _cipher(secret)


@lru_cache(maxsize=8)
def _cipher(secret: bytes) -> AESSIV:
    return AESSIV(hmac.new(secret, b"cursor", hashlib.sha512).digest())


def narrowing_values(arguments: Mapping[str, Argument], variables: Variables) -> dict[str, Any]:
    """Return the values of the arguments that narrow a list: its filter, its search, and its identity code."""
    return {key: _value(a, variables) for key, a in arguments.items() if key not in PAGING_ARGUMENTS}


def _value(argument: Argument, variables: Variables) -> Any:
    match argument:
        case Variable():
            return argument.get(variables)
        case dict():
            return {key: _value(inner, variables) for key, inner in argument.items()}
        case list():
            return [_value(inner, variables) for inner in argument]
    return None


def cursor_binding(account: UUID, list_name: str, order: str, narrowing: Mapping[str, Any]) -> bytes:
    """Return what a cursor is bound to. `list_name` is the noun of a root list, or `noun.relation` below an object."""
    bound = [str(account), list_name, order, narrowing]
    return orjson.dumps(bound, default=_plain, option=orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_SUBCLASS)


def _plain(value: Any) -> str:
    return value.name if isinstance(value, Enum) else str(value)


def position_sql(number: int, columns: Sequence[str]) -> str:
    """Return the SQL of the position of a row in the list with this number in the document."""
    text = " || chr(31) || ".join(f"{column}::text" for column in columns)
    return f"chr(2) || '{number}:' || encode(convert_to({text}, 'UTF8'), 'hex')"


def with_sealed_cursors(json: bytes, secret: bytes, bindings: Sequence[Callable[[], bytes]]) -> bytes:
    """Return the JSON with a cursor in the place of every position; `bindings` are those of the document's lists."""
    known: dict[int, bytes] = {}

    def cursor(match: re.Match[bytes]) -> bytes:
        number, position = int(match[1]), bytes.fromhex(match[2].decode())
        if number not in known:
            known[number] = bindings[number]()
        return b'"%s"' % sealed_cursor(secret, position, known[number]).encode()

    return _MARKER.sub(cursor, json)


def sealed_cursor(secret: bytes, position: bytes, binding: bytes) -> str:
    """Return the cursor of a position: text that is safe in a URL."""
    padded = position + b"\0" * (-len(position) % _PADDED_TO)
    return base64.urlsafe_b64encode(_cipher(secret).encrypt(padded, [binding])).decode().rstrip("=")


def _opened(cursor: str, secret: bytes, binding: bytes) -> bytes:
    """Return the position in a cursor; nothing when this key has not sealed it for this binding."""
    try:
        sealed = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        return _cipher(secret).decrypt(sealed, [binding]) if len(sealed) > _SIV_BYTES else b""
    except (binascii.Error, ValueError, InvalidTag):
        return b""


def cursor_values(cursor: str, secrets: Iterable[bytes], binding: bytes) -> list[str]:
    """
    Return the sort values and the id in a cursor that one of the keys has sealed, as text.

    :raises BadCursor: when the cursor was not made for this caller, list, order and filter
    """
    position = next(filter(None, (_opened(cursor, secret, binding) for secret in secrets)), b"")
    if not position:
        raise BadCursor(_NOT_OF_THIS_LIST)
    return position.rstrip(b"\0").decode().split(_SEPARATOR)
