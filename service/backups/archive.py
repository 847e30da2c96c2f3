"""
The file of a backup: members one after the other, encrypted in pieces; no piece can be changed, moved or removed.

It begins with a line of JSON (version, number of the key, salt). Pieces of at most one mebibyte follow, encrypted with
AES-256-GCM and a key that only this file uses. The nonce of a piece is its number and whether it is the last one; the
first line is associated data.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PIECE = 1 << 20
_FORMAT = "polku-backup-1"
_TAG = 16
_MEMBER, _CONTENT, MANIFEST = b"M", b"C", b"E"


class BackupRefused(RuntimeError):
    """The file is no backup, was changed or truncated, or its key is missing; the text says which."""

    code = "BACKUP_REFUSED"


def _cipher(keys: Mapping[int, bytes], number: int, salt: bytes) -> AESGCM:
    if number not in keys:
        raise BackupRefused(f"key {number} is missing: POLKU_BACKUP_KEY needs it")
    return AESGCM(HKDF(SHA256(), 32, salt, _FORMAT.encode()).derive(keys[number]))


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11) + bytes([is_last])


class ArchiveWriter:
    """Writes members into an encrypted file; `finish` writes the manifest with their digests and closes no file."""

    def __init__(self, file: IO[bytes], keys: Mapping[int, bytes]) -> None:
        number, salt = max(keys), os.urandom(16)
        self.header = json.dumps({"format": _FORMAT, "key": number, "salt": salt.hex()}).encode() + b"\n"
        self.file, self.cipher = file, _cipher(keys, number, salt)
        self.waiting, self.pieces = bytearray(), 0
        self.members: list[dict[str, Any]] = []
        file.write(self.header)

    def add(self, name: str, content: IO[bytes]) -> None:
        """Add a member; `content` is read to its end."""
        digest, size = hashlib.sha256(), 0
        self._put(_MEMBER, name.encode())
        while data := content.read(PIECE):
            digest.update(data)
            size += len(data)
            self._put(_CONTENT, data)
        self.members.append({"name": name, "bytes": size, "sha256": digest.hexdigest()})

    def finish(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Write the manifest, which holds `facts` and the members; return it."""
        manifest = {**facts, "members": self.members}
        self._put(MANIFEST, json.dumps(manifest).encode())
        self._seal(bytes(self.waiting), is_last=True)
        return manifest

    def _put(self, kind: bytes, data: bytes) -> None:
        self.waiting += kind + len(data).to_bytes(4) + data
        while len(self.waiting) > PIECE:
            self._seal(bytes(self.waiting[:PIECE]), is_last=False)
            del self.waiting[:PIECE]

    def _seal(self, piece: bytes, *, is_last: bool) -> None:
        self.file.write(self.cipher.encrypt(_nonce(self.pieces, is_last=is_last), piece, self.header))
        self.pieces += 1


def opened_archive(file: IO[bytes], keys: Mapping[int, bytes]) -> Iterator[tuple[bytes, bytes]]:
    """
    Yield the parts of an archive: (_MEMBER, name), then (_CONTENT, data) several times, at last (MANIFEST, JSON).

    :raises BackupRefused: at the first piece that does not open; trust nothing before the archive is read to its end
    """
    waiting, needed = bytearray(), 5
    for piece in _pieces(file, keys):
        waiting += piece
        while len(waiting) >= (needed := 5 + int.from_bytes(waiting[1:5])) and len(waiting) >= 5:
            yield bytes(waiting[:1]), bytes(waiting[5:needed])
            del waiting[:needed]
    if waiting:
        raise BackupRefused("the backup ends in the middle of a member")


def _pieces(file: IO[bytes], keys: Mapping[int, bytes]) -> Iterator[bytes]:
    header = file.readline(1_000)
    cipher = _cipher(keys, *_header_fields(header))
    number, sealed = 0, file.read(PIECE + _TAG)
    while True:
        following = file.read(PIECE + _TAG)
        try:
            yield cipher.decrypt(_nonce(number, is_last=not following), sealed, header)
        except InvalidTag:
            raise BackupRefused(f"piece {number + 1} of the backup was changed, or the file was cut off") from None
        if not following:
            return
        number, sealed = number + 1, following


def _header_fields(header: bytes) -> tuple[int, bytes]:
    """Return the number of the key and the salt from the first line."""
    try:
        fields = json.loads(header)
        is_known = fields.get("format") == _FORMAT
        number, salt = int(fields["key"]), bytes.fromhex(fields["salt"])
    except (ValueError, KeyError, TypeError, AttributeError):
        is_known, number, salt = False, 0, b""
    if not is_known:
        raise BackupRefused("this is no backup of this service")
    return number, salt


def verified_manifest(file: IO[bytes], keys: Mapping[int, bytes]) -> dict[str, Any]:
    """
    Return the manifest of an archive that is complete.

    :raises BackupRefused: when it is not complete, or a member differs from the manifest
    """
    members: list[dict[str, Any]] = []
    digest, manifest = hashlib.sha256(), None
    for kind, data in opened_archive(file, keys):
        if kind == _MEMBER:
            digest = hashlib.sha256()
            members.append({"name": data.decode(), "bytes": 0, "sha256": digest.hexdigest()})
        elif kind == _CONTENT:
            digest.update(data)
            members[-1] |= {"bytes": members[-1]["bytes"] + len(data), "sha256": digest.hexdigest()}
        else:
            manifest = json.loads(data)
    if manifest is None or manifest["members"] != members:
        raise BackupRefused("the backup does not hold what its manifest says")
    return dict(manifest)
