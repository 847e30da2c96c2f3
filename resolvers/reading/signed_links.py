"""
Signed links: to files, to data exports and to what is printed, made in Python or by the SQL statement that shows them.

A link names what it opens, in its path, and its last second. Its key is derived per caller, so that the link opens
nothing for anybody else. A link is no permission: whoever follows it is checked again.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from models.sealed import Keyring, keyed_digests
from resolvers.public_ids import public_id

LINK_LIFETIME = timedelta(minutes=5)  # of a link to a file
PDF = "pdf"
PRINT_LINK_LIFETIME = timedelta(minutes=10)
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


def file_link_sql(attachment: str, until: str, key: str, verb: str = GET) -> str:
    """Return the SQL of a link to a file. `until` and `key` are placeholders, `attachment` the column of the id."""
    digits = f"encode(uuid_send({attachment}), 'hex')"
    payload = f"convert_to('{verb}|' || {digits} || '|' || {until}::text, 'UTF8')"
    signed = _signature_sql(payload, key)
    return f"'/files/' || {digits} || '?until=' || {until}::text || '&signature=' || {signed}"


def _target(attachment: UUID, verb: str) -> str:
    return f"{verb}|{attachment.hex}"


def print_link(keyring: Keyring, noun: str, uuid: UUID, account: UUID, now: datetime, form: str = PDF) -> str:
    """Return the address of what is printed of an object, for one account and ten minutes, in one form of file."""
    key = _print_keys(keyring, account)[0]
    query = signed_query(key, _printed(noun, uuid, form), now + PRINT_LINK_LIFETIME)
    return f"/prints/{public_id(noun, uuid)}.{form}?{query}"


def is_print_link(
    keyring: Keyring, noun: str, uuid: UUID, account: UUID, query: Mapping[str, str], now: datetime, form: str = PDF
) -> bool:
    """Return whether a query string opens a print for an account; one made before a key rotation still does."""
    target = _printed(noun, uuid, form)
    return any(is_valid_query(key, target, query, now) for key in _print_keys(keyring, account))


def _printed(noun: str, uuid: UUID, form: str) -> str:
    return f"{noun}|{uuid.hex}" if form == PDF else f"{noun}|{uuid.hex}|{form}"


def _print_keys(keyring: Keyring, account: UUID) -> list[bytes]:
    """Return the keys that sign the links of an account, the current one first."""
    return [link_key(digest, account) for digest in keyed_digests(keyring, "print", account.hex)]
