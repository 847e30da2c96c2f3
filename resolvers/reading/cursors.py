"""
Signed keyset cursors, made by the SQL statement and checked in Python.

A cursor holds the name of its order, the sort values of one row that the caller has read, and the row's id. Its key is
derived per caller and per list, so that a cursor of another person or list is refused.
"""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable
from uuid import UUID

from resolvers.refusals import BadCursor

_SEPARATOR = "\x1f"
_MAC_BYTES = 16


def cursor_key(secret: bytes, account: UUID, noun: str) -> bytes:
    """Return the key of one caller's cursors into lists of one content type."""
    return hmac.new(secret, f"cursor|{account}|{noun}".encode(), hashlib.sha256).digest()


def _mac(key: bytes, payload: bytes) -> bytes:
    # PostgreSQL can compute sha256(key, sha256(key, payload)) without pgcrypto; the form resists length extension.
    return hashlib.sha256(key + hashlib.sha256(key + payload).digest()).digest()[:_MAC_BYTES]


def signature(key: bytes, payload: bytes) -> str:
    """Return the signature of a payload as text that is safe in a URL."""
    return base64.urlsafe_b64encode(_mac(key, payload)).decode().rstrip("=")


def signature_sql(payload: str, key: str) -> str:
    """Return the SQL of the same signature. `payload` and `key` are SQL expressions."""
    mac = f"substr(sha256({key} || sha256({key} || {payload})), 1, {_MAC_BYTES})"
    return f"translate(encode({mac}, 'base64'), E'+/=\\n', '-_')"


def cursor_sql(order: str, parts: list[str], key: str) -> str:
    """Return the SQL of a cursor over these columns. `key` is the placeholder of the cursor key."""
    text = " || chr(31) || ".join([f"'{order}'", *(f"{part}::text" for part in parts)])
    payload = f"convert_to({text}, 'UTF8')"
    mac = f"substr(sha256({key} || sha256({key} || {payload})), 1, {_MAC_BYTES})"
    return f"translate(encode({mac} || {payload}, 'base64'), E'+/=\\n', '-_')"


def cursor_values(cursor: str, order: str, keys: Iterable[bytes]) -> list[str]:
    """
    Return the sort values and the id in a cursor that one of the keys has signed, as text.

    :raises BadCursor: when the cursor was not made for this caller, this list and this order
    """
    try:
        signed = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except (binascii.Error, ValueError):
        signed = b""
    payload = signed[_MAC_BYTES:]
    if not any(hmac.compare_digest(signed[:_MAC_BYTES], _mac(key, payload)) for key in keys):
        raise BadCursor("This cursor is not of this list. Ask again without it.")
    cursor_order, *values = payload.decode().split(_SEPARATOR)
    if cursor_order != order:
        raise BadCursor("This cursor belongs to another order. Ask again without it.")
    return values
