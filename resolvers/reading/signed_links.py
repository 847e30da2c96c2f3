"""
Signed links: to files and to data exports, made in Python or by the SQL statement that shows them.

A link names what it opens, in its path, and its last second. Its key is derived per caller, so that the link opens
nothing for anybody else. A link is no permission: whoever follows it is checked again.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

LINK_LIFETIME = timedelta(minutes=5)  # of a link to a file
GET, PUT = "GET", "PUT"
_MAC_BYTES = 16


def link_key(secret: bytes, account: UUID) -> bytes:
    """Return the key of one caller's links."""
    return hmac.new(secret, f"file|{account}".encode(), hashlib.sha256).digest()


def _signature(key: bytes, payload: bytes) -> str:
    """Return the signature of a payload as text that is safe in a URL."""
    # PostgreSQL can compute sha256(key, sha256(key, payload)) without pgcrypto; the form resists length extension.
    mac = hashlib.sha256(key + hashlib.sha256(key + payload).digest()).digest()[:_MAC_BYTES]
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def _signature_sql(payload: str, key: str) -> str:
    """Return the SQL of the same signature. `payload` and `key` are SQL expressions."""
    mac = f"substr(sha256({key} || sha256({key} || {payload})), 1, {_MAC_BYTES})"
    return f"translate(encode({mac}, 'base64'), E'+/=\\n', '-_')"


def signed_query(key: bytes, target: str, until: datetime) -> str:
    """Return the query string of a link that is valid until a moment; `target` is the text that names what it opens."""
    second = int(until.timestamp())
    return f"until={second}&signature={_signature(key, f'{target}|{second}'.encode())}"


def is_valid_query(key: bytes, target: str, query: Mapping[str, str], now: datetime) -> bool:
    """Return whether the query string of a link belongs to this key and target, and has not expired."""
    until, signed = query.get("until", ""), query.get("signature", "")
    if not until.isascii() or not until.isdigit() or len(until) > 12 or int(until) < now.timestamp():
        return False
    expected = _signature(key, f"{target}|{int(until)}".encode())
    return hmac.compare_digest(expected.encode(), signed.encode("utf-8", "replace"))


def file_link(key: bytes, attachment: UUID, verb: str, now: datetime) -> str:
    """Return a link to a file, as a path from the root of the service, that is valid for `LINK_LIFETIME`."""
    return f"/files/{attachment.hex}?{signed_query(key, _target(attachment, verb), now + LINK_LIFETIME)}"


def is_file_link(key: bytes, attachment: UUID, verb: str, query: Mapping[str, str], now: datetime) -> bool:
    """Return whether a link belongs to this caller, this file and this method, and has not expired."""
    return is_valid_query(key, _target(attachment, verb), query, now)


def file_link_sql(attachment: str, until: str, key: str) -> str:
    """Return the SQL of a link for reading. `until` and `key` are placeholders, `attachment` the column of the id."""
    digits = f"encode(uuid_send({attachment}), 'hex')"
    payload = f"convert_to('{GET}|' || {digits} || '|' || {until}::text, 'UTF8')"
    signed = _signature_sql(payload, key)
    return f"'/files/' || {digits} || '?until=' || {until}::text || '&signature=' || {signed}"


def _target(attachment: UUID, verb: str) -> str:
    return f"{verb}|{attachment.hex}"
