"""
Encrypted columns: a database, a dump or a backup does not reveal an identity code without the keys.

A sealed value is: version (1 byte), key id (2), nonce (12), AES-256-GCM ciphertext and tag. Header, table, column and
row are associated data, so a value copied to another row does not open. A blind index is: version (1 byte), key id (2),
HMAC-SHA256 over all eleven characters; it is for searching and for uniqueness, without reading the code.
"""

import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_VERSION = 1
KEY_BYTES = 32
_HEADER = 3
_NONCE = 12
_TAG = 16


class SealRefused(Exception):
    """A sealed value does not open, or the keys cannot seal. No text holds the value or a key."""

    code = "SEAL_REFUSED"


class SealMalformed(SealRefused):
    """The stored bytes are no sealed value of a known version."""

    code = "SEAL_MALFORMED"


class SealKeyUnknown(SealRefused):
    """The key that sealed the value is missing: it was removed before all values were sealed again."""

    code = "SEAL_KEY_UNKNOWN"


class SealBroken(SealRefused):
    """The value was changed, or belongs to another row, column or table."""

    code = "SEAL_BROKEN"


class KeyRefused(SealRefused):
    """A key is not 32 bytes long, its id does not fit two bytes, or there is no key."""

    code = "KEY_REFUSED"


@dataclass(frozen=True)
class Keyring:
    """
    The keys outside the database, each by id: for sealing, for blind indexes, and for signing checkpoints of the logs.

    The highest id is current; older keys stay until all values are sealed again. A process that signs no checkpoints
    needs no signing key.

    :raises KeyRefused: when a key cannot be used
    """

    sealing: Mapping[int, bytes] = field(repr=False)
    indexing: Mapping[int, bytes] = field(repr=False)
    signing: Mapping[int, bytes] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Refuse keys that cannot be used; copy the others, so that nobody changes them later."""
        for name in ("sealing", "indexing", "signing"):
            keys = dict(getattr(self, name))
            if (not keys and name != "signing") or not all(
                0 < number < 2**16 and len(key) == KEY_BYTES for number, key in keys.items()
            ):
                raise KeyRefused(f"{name}: keys of {KEY_BYTES} bytes with ids 1–65535 are needed")
            object.__setattr__(self, name, MappingProxyType(keys))

    @property
    def sealing_key(self) -> int:
        """The id of the key that seals now."""
        return max(self.sealing)


@dataclass(frozen=True)
class Place:
    """The place of a sealed value: the value opens only there."""

    table: str
    column: str
    row: UUID

    def bound_to(self, header: bytes) -> bytes:
        """Return the associated data of a value with this header."""
        return header + f"{self.table}|{self.column}|{self.row.hex}".encode()


def seal(keyring: Keyring, place: Place, text: str) -> bytes:
    """Return the text encrypted with the current key for this place; the bytes differ every time."""
    return seal_bytes(keyring, place, text.encode())


def seal_bytes(keyring: Keyring, place: Place, content: bytes) -> bytes:
    """Return bytes encrypted in the same way as a text by `seal`."""
    header, nonce = _header(keyring.sealing_key), os.urandom(_NONCE)
    cipher = AESGCM(keyring.sealing[keyring.sealing_key])
    return header + nonce + cipher.encrypt(nonce, content, place.bound_to(header))


def unseal(keyring: Keyring, place: Place, sealed: bytes) -> str:
    """
    Return the text that was sealed for this place.

    :raises SealRefused: SEAL_MALFORMED, SEAL_KEY_UNKNOWN, SEAL_BROKEN
    """
    return unseal_bytes(keyring, place, sealed).decode()


def unseal_bytes(keyring: Keyring, place: Place, sealed: bytes) -> bytes:
    """
    Return the bytes that were sealed for this place.

    :raises SealRefused: in the same cases as `unseal`
    """
    number = key_of(sealed)
    if number not in keyring.sealing:
        raise SealKeyUnknown(f"no key {number} on the ring")
    header, nonce, body = sealed[:_HEADER], sealed[_HEADER : _HEADER + _NONCE], sealed[_HEADER + _NONCE :]
    try:
        return AESGCM(keyring.sealing[number]).decrypt(nonce, body, place.bound_to(header))
    except InvalidTag:
        raise SealBroken(f"{place.table}.{place.column} of row {place.row} does not open") from None


def reseal_bytes(keyring: Keyring, place: Place, sealed: bytes) -> bytes:
    """
    Return a value sealed with the current key; the same bytes when it already is.

    A key rotation works row by row and may stop anywhere: the next run leaves finished rows as they are, and both keys
    open values until it has ended. `key_prefix` tells which rows are left.

    :raises SealRefused: in the same cases as `unseal`
    """
    if key_of(sealed) == keyring.sealing_key:
        return sealed
    return seal_bytes(keyring, place, unseal_bytes(keyring, place, sealed))


def key_prefix(number: int) -> bytes:
    """Return the first bytes of everything that was sealed or indexed with the key of this id."""
    return _header(number)


def key_of(sealed: bytes) -> int:
    """
    Return the id of the key that sealed a value.

    :raises SealMalformed: when the bytes are no sealed value
    """
    if len(sealed) < _HEADER + _NONCE + _TAG or sealed[0] != _VERSION:
        raise SealMalformed("not a sealed value of this version")
    return int.from_bytes(sealed[1:_HEADER])


def blind_index(keyring: Keyring, code: str) -> bytes:
    """Return the 35 bytes to store beside a sealed identity code; `code` is from `normalise_identity_code`."""
    return blind_indexes(keyring, code)[0]


def blind_indexes(keyring: Keyring, code: str) -> tuple[bytes, ...]:
    """Return the index under every key, the current one first; a search during a key rotation compares all of them."""
    return keyed_digests(keyring, "personal_identity_code", code)


def indexing_key_of(index: bytes) -> int:
    """Return the id of the key of a blind index or keyed digest."""
    return int.from_bytes(index[1:_HEADER])


def keyed_digests(keyring: Keyring, purpose: str, text: str) -> tuple[bytes, ...]:
    """
    Return keyed digests of personal text, which nobody can guess without the key: one per index key, the current first.

    Digests of different purposes never match.
    """
    message = purpose.encode() + b"\0" + text.encode()
    return tuple(
        _header(number) + hmac.digest(keyring.indexing[number], message, sha256)
        for number in sorted(keyring.indexing, reverse=True)
    )


def _header(number: int) -> bytes:
    return bytes([_VERSION]) + number.to_bytes(2)
