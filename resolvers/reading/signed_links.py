"""
Signed links to files, made by the SQL statement that shows them and checked in Python.

A link names a file, the HTTP method and its last second. Its key is derived per caller, so that the link opens nothing
for anybody else. A link is no permission: whoever follows it is checked again.
"""

import hashlib
import hmac
from datetime import datetime, timedelta
from uuid import UUID

from resolvers.reading.cursors import signature, signature_sql

LINK_LIFETIME = timedelta(minutes=5)
GET, PUT = "GET", "PUT"


def link_key(secret: bytes, account: UUID) -> bytes:
    """Return the key of one caller's links."""
    return hmac.new(secret, f"file|{account}".encode(), hashlib.sha256).digest()


def signed_link(key: bytes, attachment: UUID, verb: str, now: datetime) -> str:
    """Return a link, as a path from the root of the service, that is valid for `LINK_LIFETIME`."""
    until = int((now + LINK_LIFETIME).timestamp())
    return f"/files/{attachment.hex}?until={until}&signature={signature(key, _payload(attachment, verb, until))}"


def is_valid_link(key: bytes, attachment: UUID, verb: str, until: str, signed: str, now: datetime) -> bool:
    """Return whether a link belongs to this caller, this file and this method, and has not expired."""
    if not until.isascii() or not until.isdigit() or len(until) > 12 or int(until) < now.timestamp():
        return False
    expected = signature(key, _payload(attachment, verb, int(until)))
    return hmac.compare_digest(expected.encode(), signed.encode("utf-8", "replace"))


def signed_link_sql(attachment: str, until: str, key: str) -> str:
    """Return the SQL of a link for reading. `until` and `key` are placeholders, `attachment` the column of the id."""
    digits = f"encode(uuid_send({attachment}), 'hex')"
    payload = f"convert_to('{GET}|' || {digits} || '|' || {until}::text, 'UTF8')"
    signed = signature_sql(payload, key)
    return f"'/files/' || {digits} || '?until=' || {until}::text || '&signature=' || {signed}"


def _payload(attachment: UUID, verb: str, until: int) -> bytes:
    return f"{verb}|{attachment.hex}|{until}".encode()
