"""
Signed links to files, made by the statement that shows them and checked in Python, as cursors are.

A link names a file, what may be done with it and until when; the key is derived per caller, so that a link in somebody
else's hands opens nothing. It is no permission: whoever follows it is judged again.
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
    """Return a link, from the root of the service, that holds for LIFETIME."""
    until = int((now + LINK_LIFETIME).timestamp())
    return f"/files/{attachment.hex}?until={until}&signature={signature(key, _payload(attachment, verb, until))}"


def is_valid_link(key: bytes, attachment: UUID, verb: str, until: str, signed: str, now: datetime) -> bool:
    """Tell whether a link is one of this caller's, for this, and not over."""
    if not until.isascii() or not until.isdigit() or len(until) > 12 or int(until) < now.timestamp():
        return False
    wanted = signature(key, _payload(attachment, verb, int(until)))
    return hmac.compare_digest(wanted.encode(), signed.encode("utf-8", "replace"))


def signed_link_sql(attachment: str, until: str, key: str) -> str:
    """Return the SQL of a link to read; `until` and `key` are placeholders, `attachment` the column of the id."""
    digits = f"encode(uuid_send({attachment}), 'hex')"
    payload = f"convert_to('{GET}|' || {digits} || '|' || {until}::text, 'UTF8')"
    signed = signature_sql(payload, key)
    return f"'/files/' || {digits} || '?until=' || {until}::text || '&signature=' || {signed}"


def _payload(attachment: UUID, verb: str, until: int) -> bytes:
    return f"{verb}|{attachment.hex}|{until}".encode()
