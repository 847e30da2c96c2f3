"""
The list of erasures: a file apart from the database and its backups, for repeating erasures after a restore.

It has one line of JSON for each id; lines are only added, and reach the disk before the erasing transaction commits.
Every line carries a keyed digest over itself and the line before, which shows a changed, removed or reordered line. The
list holds ids and no values.
"""

import fcntl
import hmac
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from models.sealed import Keyring, indexing_key_of, keyed_digests

FILE = "erasures.jsonl"
ERASED, KEPT = "ERASED", "KEPT"
_PURPOSE = "erasure_list"
_KEY_HEADER = 3  # bytes at the beginning of a digest that name its key


class ErasureListBroken(RuntimeError):
    """A line of the list was changed, removed or moved, or was written with another key; the text names the line."""

    code = "ERASURE_LIST_BROKEN"


@dataclass(frozen=True)
class ErasureEntry:
    """
    One line: the object's noun and id, the purge that erases it, the time, and ERASED.

    KEPT revokes an ERASED of the same purge: the process died before its transaction was committed, and when the person
    was checked again, something prevented the erasure.
    """

    number: int
    at: str
    purge: str | None
    noun: str
    id: str
    what: str
    mac: str = ""

    @property
    def object_id(self) -> UUID:
        """The id of the object as a UUID."""
        return UUID(self.id)

    def text(self) -> str:
        """Return the text that the digest covers."""
        return json.dumps({k: v for k, v in asdict(self).items() if k != "mac"}, sort_keys=True)


@dataclass
class ErasureList:
    """The list in a directory; the first line creates the file. Several processes may add lines at the same time."""

    directory: Path
    keyring: Keyring = field(repr=False)
    _lines: list[ErasureEntry] = field(default_factory=list, repr=False)
    _read: int = 0  # bytes of the file that `_lines` holds
    _file: int = 0  # the inode of the file that was read

    @property
    def path(self) -> Path:
        """The path of the file."""
        return self.directory / FILE

    def lines(self) -> list[ErasureEntry]:
        """
        Return every line, oldest first; an empty list when there is no file.

        :raises ErasureListBroken: when the file was changed after it was written
        """
        if not self.path.exists():
            return []
        with self.path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            self._catch_up(file)
        return list(self._lines)

    def add(
        self, at: datetime, purge: UUID | None, what: str, targets: Iterable[tuple[str, UUID]]
    ) -> list[ErasureEntry]:
        """
        Return the lines of these targets, on disk; a line that the list has already is not added again.

        :raises ErasureListBroken: when the file was changed after it was written
        """
        name = purge.hex if purge else None
        with self._exclusive() as file:
            self._catch_up(file)
            last_lines = {(line.purge, line.id): line for line in self._lines}
            lines = []
            for noun, target in targets:
                earlier = last_lines.get((name, target.hex))
                if earlier is None or earlier.what != what:
                    earlier = self._append(file, ErasureEntry(self._next, at.isoformat(), name, noun, target.hex, what))
                lines.append(earlier)
            file.flush()
            os.fsync(file.fileno())
        return lines

    def says(self, purge: UUID, target: UUID) -> str | None:
        """Return the last entry (ERASED or KEPT) for a target of a purge; None when there is none."""
        entries = [line.what for line in self.lines() if (line.purge, line.id) == (purge.hex, target.hex)]
        return entries[-1] if entries else None

    def sign_again(self) -> int:
        """
        Write every line with a digest of the current key, and return how many had one of an older key.

        The list is verified first and replaced as a whole: a reader sees the old file or the new one.

        :raises ErasureListBroken: when the file was changed after it was written
        """
        if not self.path.exists():
            return 0
        with self._exclusive() as file:
            self._catch_up(file)
            kept, current = self._lines, keyed_digests(self.keyring, _PURPOSE, "")[0][:_KEY_HEADER].hex()
            stale = sum(not line.mac.startswith(current) for line in kept)
            if stale:
                self._replace(kept)
        return stale

    def keys_used(self) -> Counter[int]:
        """Return how many lines have a digest of each key, by its id."""
        return Counter(indexing_key_of(bytes.fromhex(line.mac)) for line in self.lines())

    def _replace(self, lines: list[ErasureEntry]) -> None:
        new = self.path.with_suffix(".part")
        self._lines, self._read = [], 0
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as part:
            for line in lines:
                self._append(part, line)
            part.flush()
            os.fsync(part.fileno())
            self._file = os.fstat(part.fileno()).st_ino
        new.replace(self.path)
        synced(self.directory)

    @property
    def _next(self) -> int:
        return len(self._lines) + 1

    @contextmanager
    def _exclusive(self) -> Iterator[BinaryIO]:
        self.directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        is_new = not self.path.exists()
        while True:
            with self.path.open("a+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                if os.fstat(file.fileno()).st_ino != self.path.stat().st_ino:
                    continue  # another process has replaced the file while this one waited for it
                if is_new:
                    self.path.chmod(0o600)
                    synced(self.directory)
                yield file
                return

    def _append(self, file: BinaryIO, line: ErasureEntry) -> ErasureEntry:
        sealed = ErasureEntry(**{**asdict(line), "mac": self._digests(line)[0]})
        text = json.dumps(asdict(sealed), sort_keys=True).encode() + b"\n"
        file.write(text)
        self._lines.append(sealed)
        self._read += len(text)
        return sealed

    def _catch_up(self, file: BinaryIO) -> None:
        """Read the lines that others have added. An incomplete last line was never confirmed; a writer removes it."""
        size, number = os.fstat(file.fileno()).st_size, os.fstat(file.fileno()).st_ino
        least = len(self._lines)
        if least and number != self._file:  # it was signed again: nothing that was read of the old one holds
            self._lines, self._read = [], 0
        self._file = number
        if size < self._read:
            raise ErasureListBroken(f"{FILE} is shorter than it was")
        file.seek(self._read)
        whole, _, torn = file.read().rpartition(b"\n")
        for number, text in enumerate(whole.split(b"\n") if whole else [], start=self._next):
            self._lines.append(self._verified(number, text))
        self._read = size - len(torn)
        if len(self._lines) < least:
            raise ErasureListBroken(f"{FILE} has fewer lines than it had")
        if torn and file.writable():
            file.truncate(self._read)

    def _verified(self, number: int, text: bytes) -> ErasureEntry:
        try:
            line = ErasureEntry(**json.loads(text))
        except (ValueError, TypeError):
            raise ErasureListBroken(f"line {number} of {FILE} is no line of it") from None
        digests = self._digests(line)
        if line.number != number or not any(hmac.compare_digest(line.mac, d) for d in digests):
            raise ErasureListBroken(f"line {number} of {FILE} was changed, moved or follows a removed one")
        return line

    def _digests(self, line: ErasureEntry) -> list[str]:
        before = self._lines[-1].mac if self._lines else ""
        return [d.hex() for d in keyed_digests(self.keyring, _PURPOSE, f"{before} {line.text()}")]


def synced(directory: Path) -> None:
    """Write a new file name in a directory to disk."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
