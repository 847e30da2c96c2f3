"""
Files while their bytes come: piece by piece to disk, so that an upload takes no more memory than one piece.

What lies on disk meanwhile is encrypted with a key that only this process has, and is deleted when the upload ends. A
crash leaves bytes that nobody can open; `sweep_files` removes them.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, BinaryIO
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from resolvers.file_store import FileStore
from resolvers.files.quota import ACCOUNT_FILES
from resolvers.refusals import CommandRefused, Problem

_LENGTH = 4  # bytes that say how long the sealed piece behind them is
_NONCE = 12


@dataclass
class IncomingFile:
    """The bytes of one upload so far. The key is new for each upload, so a piece's number can be its nonce."""

    file: BinaryIO = field(repr=False)
    size: int = 0
    count: int = 0
    _cipher: AESGCM = field(default_factory=lambda: AESGCM(AESGCM.generate_key(256)), repr=False)
    _digest: Any = field(default_factory=hashlib.sha256, repr=False)

    @property
    def sha256(self) -> str:
        """The digest of what has come, in hexadecimal digits."""
        return str(self._digest.hexdigest())

    def append(self, piece: bytes) -> None:
        """Write the next piece to disk."""
        sealed = self._cipher.encrypt(self.count.to_bytes(_NONCE), piece, None)
        self.file.write(len(sealed).to_bytes(_LENGTH) + sealed)
        self._digest.update(piece)
        self.size, self.count = self.size + len(piece), self.count + 1

    def pieces(self) -> Iterator[bytes]:
        """Yield what has come, piece by piece; several may read at once."""
        self.file.flush()
        descriptor, at = self.file.fileno(), 0
        for number in range(self.count):
            length = int.from_bytes(os.pread(descriptor, _LENGTH, at))
            sealed = os.pread(descriptor, length, at + _LENGTH)
            at += _LENGTH + length
            yield self._cipher.decrypt(number.to_bytes(_NONCE), sealed, None)

    def content(self) -> bytes:
        """Return everything that has come."""
        return b"".join(self.pieces())


@dataclass
class RunningUploads:
    """The uploads that this process is receiving: the account of each file's sender by the file's id."""

    senders: dict[UUID, UUID] = field(default_factory=dict)

    @contextmanager
    def incoming(self, store: FileStore, attachment: UUID, account: UUID) -> Iterator[IncomingFile]:
        """
        Yield an empty file on disk for the bytes of an upload; it is deleted afterwards.

        :raises CommandRefused: FILE_BEING_SENT when the same file is being sent, TOO_MANY_UPLOADS when the account
            sends as many files as it may announce
        """
        if attachment in self.senders:
            raise CommandRefused(Problem("FILE_BEING_SENT", ("id",)))
        if sum(sender == account for sender in self.senders.values()) >= ACCOUNT_FILES:
            raise CommandRefused(Problem("TOO_MANY_UPLOADS", ("id",)))
        self.senders[attachment] = account
        try:
            path = store.incoming_path(attachment, uuid4())
            try:
                with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
                    yield IncomingFile(file)
            finally:
                path.unlink(missing_ok=True)
        finally:
            del self.senders[attachment]
