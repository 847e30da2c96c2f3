"""
Signed keyset cursors, made by the statement itself and checked in Python.

A cursor names its order, the sort values of one row the caller has read, and the row's id; the key is derived per
caller and list, so that a cursor of another person, list or order is refused.
"""

import base64
import binascii
import hashlib
import hmac
from uuid import UUID

from resolvers.refusals import BadCursor

_UNIT = "\x1f"
_MAC = 16


def cursor_key(secret: bytes, account: UUID, noun: str) -> bytes:
    """Return the key of one caller's cursors into lists of one noun."""
    return hmac.new(secret, f"cursor|{account}|{noun}".encode(), hashlib.sha256).digest()


def _mac(key: bytes, payload: bytes) -> bytes:
    # sha256(key, sha256(key, payload)): what PostgreSQL can compute without pgcrypto, and safe from length extension.
    return hashlib.sha256(key + hashlib.sha256(key + payload).digest()).digest()[:_MAC]


def signature(key: bytes, payload: bytes) -> str:
    """Return the signature of a payload as text that fits into an address."""
    return base64.urlsafe_b64encode(_mac(key, payload)).decode().rstrip("=")


def signature_sql(payload: str, key: str) -> str:
    """Return the SQL of the same signature."""
    mac = f"substr(sha256({key} || sha256({key} || {payload})), 1, {_MAC})"
    return f"translate(encode({mac}, 'base64'), E'+/=\\n', '-_')"


def cursor_sql(order: str, parts: list[str], key: str) -> str:
    """Return the SQL of a cursor over these columns; `key` is the placeholder of the cursor key."""
    text = " || chr(31) || ".join([f"'{order}'", *(f"{part}::text" for part in parts)])
    payload = f"convert_to({text}, 'UTF8')"
    mac = f"substr(sha256({key} || sha256({key} || {payload})), 1, {_MAC})"
    return f"translate(encode({mac} || {payload}, 'base64'), E'+/=\\n', '-_')"


def cursor_values(cursor: str, order: str, key: bytes) -> list[str]:
    """
    Return the sort values and the id of a cursor, as text.

    :raises BadCursor: when it was not made for this caller, list and order
    """
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except (binascii.Error, ValueError):
        raw = b""
    payload = raw[_MAC:]
    if not hmac.compare_digest(raw[:_MAC], _mac(key, payload)):
        raise BadCursor("This cursor is not of this list. Ask again without it.")
    named, *values = payload.decode().split(_UNIT)
    if named != order:
        raise BadCursor("This cursor belongs to another order. Ask again without it.")
    return values
