"""
The store of attachments: one file for each, named by the attachment's id and sealed with the field key.

A file that was copied under another id, or changed in any bit, cannot be opened.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from models.sealed import Keyring, Place, key_of, seal_bytes, unseal_bytes

_FOLDER = "attachments"
_PART, _INCOMING = ".part", ".incoming"
UNFINISHED = frozenset({_PART, _INCOMING})  # endings of files that are being written; backups leave them out
_KEY_BYTES = 64  # bytes at the beginning of a file that are enough to tell its key


class FileMissing(Exception):
    """The row says that there is a file, but the store has none."""

    code = "FILE_MISSING"


@dataclass(frozen=True)
class FileStore:
    """A directory of sealed files and the keys that open them. `cap` is the largest file in bytes."""

    directory: Path
    keyring: Keyring
    cap: int

    @property
    def folder(self) -> Path:
        """The folder of the attachments; the directory may hold other files beside it."""
        return self.directory / _FOLDER

    def path(self, attachment: UUID) -> Path:
        """Return the path of an attachment's file."""
        return self.folder / attachment.hex

    def incoming_path(self, attachment: UUID, upload: UUID) -> Path:
        """Return where the bytes of one upload lie until all have come; the folder exists then."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self.folder / f"{attachment.hex}-{upload.hex}{_INCOMING}"

    def put(self, attachment: UUID, content: bytes) -> None:
        """Store the bytes. When this returns they are on disk completely; if it fails, nothing is stored."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.path(attachment)
        part = path.with_suffix(_PART)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(seal_bytes(self.keyring, _place(attachment), content))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        self._sync_folder()

    def get(self, attachment: UUID) -> bytes:
        """
        Return the bytes as they were put in.

        :raises FileMissing: when there is no such file
        :raises SealRefused: when the file was changed, or its key no longer exists
        """
        try:
            sealed = self.path(attachment).read_bytes()
        except FileNotFoundError:
            raise FileMissing(attachment.hex) from None
        return unseal_bytes(self.keyring, _place(attachment), sealed)

    def key_of(self, attachment: UUID) -> int:
        """
        Return the id of the key that sealed a file.

        :raises FileMissing: when there is no such file
        :raises SealRefused: when it is no sealed file
        """
        try:
            with self.path(attachment).open("rb") as file:
                return key_of(file.read(_KEY_BYTES))
        except FileNotFoundError:
            raise FileMissing(attachment.hex) from None

    def seal_again(self, attachment: UUID) -> bool:
        """Seal a file with the current key; return False when it already is. It raises as `get` does."""
        if self.key_of(attachment) == self.keyring.sealing_key:
            return False
        self.put(attachment, self.get(attachment))
        return True

    def remove(self, name: str) -> None:
        """Remove a file by its name on disk; do nothing when it does not exist."""
        (self.folder / name).unlink(missing_ok=True)

    def listed(self) -> Iterator[tuple[str, datetime]]:
        """Yield the name of every file with the instant it was written, in UTC."""
        for entry in sorted(self.folder.iterdir()) if self.folder.exists() else ():
            with suppress(FileNotFoundError):  # an upload that has just ended
                yield entry.name, datetime.fromtimestamp(entry.stat().st_mtime, UTC)

    def _sync_folder(self) -> None:
        """Write the folder to disk, so that a renamed file still exists after a crash."""
        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _place(attachment: UUID) -> Place:
    return Place("attachment", "file", attachment)
