"""
Where the bytes of attachments lie: one file each, called by the attachment's id, sealed with the field key.

A file copied under another id, or changed by one bit, does not open.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from models.sealed import Keyring, Place, seal_bytes, unseal_bytes

_FOLDER = "attachments"
_PART = ".part"


class FileMissing(Exception):
    """The row says that there is a file, and there is none."""

    code = "FILE_MISSING"


@dataclass(frozen=True)
class FileStore:
    """A folder of sealed files and the keys that open them. `cap` is the longest file, in bytes."""

    directory: Path
    keyring: Keyring
    cap: int

    @property
    def folder(self) -> Path:
        """Where the attachments lie; others may keep theirs beside it."""
        return self.directory / _FOLDER

    def path(self, attachment: UUID) -> Path:
        """Return where the bytes of an attachment lie."""
        return self.folder / attachment.hex

    def put(self, attachment: UUID, content: bytes) -> None:
        """Store the bytes: whole and on disk when this returns, or not at all."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.path(attachment)
        part = path.with_suffix(_PART)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(seal_bytes(self.keyring, _place(attachment), content))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        self._settle()

    def get(self, attachment: UUID) -> bytes:
        """
        Return the bytes as they came.

        :raises FileMissing: when there is no such file
        :raises SealRefused: when it was changed, or its key is gone
        """
        try:
            sealed = self.path(attachment).read_bytes()
        except FileNotFoundError:
            raise FileMissing(attachment.hex) from None
        return unseal_bytes(self.keyring, _place(attachment), sealed)

    def remove(self, name: str) -> None:
        """Remove a file by its name on disk."""
        (self.folder / name).unlink(missing_ok=True)

    def listed(self) -> Iterator[tuple[str, datetime]]:
        """Yield the name of every file with the moment it was written, UTC."""
        for entry in sorted(self.folder.iterdir()) if self.folder.exists() else ():
            yield entry.name, datetime.fromtimestamp(entry.stat().st_mtime, UTC)

    def _settle(self) -> None:
        """Have the folder itself on disk, so that a file just renamed is there after a crash."""
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _place(attachment: UUID) -> Place:
    return Place("attachment", "file", attachment)
