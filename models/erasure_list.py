"""
The list of erasures: a file apart from the database and its backups, so that a restored backup forgets again.

One line of JSON for each id, only added to, on disk before the erasing transaction commits. Every line carries a keyed
digest over itself and the line before: a changed, removed or reordered line is found. It holds ids, no values.
"""

import fcntl
import hmac
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from models.sealed import Keyring, keyed_digests

FILE = "erasures.jsonl"
ERASED, ERASURE_KINDS = "ERASED", "KEPT"
_PURPOSE = "erasure_list"


class ErasureListBroken(RuntimeError):
    """A line of the list was changed, removed or moved, or another key wrote it; the text names the line."""

    code = "ERASURE_LIST_BROKEN"


@dataclass(frozen=True)
class ErasureEntry:
    """
    One line: the object's noun and id, the purge that named it, when, and ERASED.

    KEPT takes back an ERASED of the same purge: the process died before its transaction was on disk, and when the
    person was judged anew something stood against it.
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
        """The id of the object."""
        return UUID(self.id)

    def text(self) -> str:
        """Return what the digest is over."""
        return json.dumps({k: v for k, v in asdict(self).items() if k != "mac"}, sort_keys=True)


@dataclass
class ErasureList:
    """The list in a directory; made when the first line is written. Several processes may add at once."""

    directory: Path
    keyring: Keyring = field(repr=False)
    _known: list[ErasureEntry] = field(default_factory=list, repr=False)
    _read: int = 0  # bytes of the file that `_known` holds

    @property
    def path(self) -> Path:
        """The file."""
        return self.directory / FILE

    def lines(self) -> list[ErasureEntry]:
        """
        Return every line, oldest first; empty when there is no file.

        :raises ErasureListBroken: when the list is not as it was written
        """
        if not self.path.exists():
            return []
        with self.path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            self._catch_up(file)
        return list(self._known)

    def add(
        self, at: datetime, purge: UUID | None, what: str, targets: Iterable[tuple[str, UUID]]
    ) -> list[ErasureEntry]:
        """
        Return the lines of these targets, on disk; what the list says already is not said twice.

        :raises ErasureListBroken: when the list is not as it was written
        """
        name = purge.hex if purge else None
        with self._exclusive() as file:
            self._catch_up(file)
            said = {(line.purge, line.id): line for line in self._known}
            found = []
            for noun, target in targets:
                earlier = said.get((name, target.hex))
                if earlier is None or earlier.what != what:
                    earlier = self._written(
                        file, ErasureEntry(self._next, at.isoformat(), name, noun, target.hex, what)
                    )
                found.append(earlier)
            file.flush()
            os.fsync(file.fileno())
        return found

    def says(self, purge: UUID, target: UUID) -> str | None:
        """Return what the list says last of a target of a purge; None when nothing."""
        told = [line.what for line in self.lines() if (line.purge, line.id) == (purge.hex, target.hex)]
        return told[-1] if told else None

    @property
    def _next(self) -> int:
        return len(self._known) + 1

    @contextmanager
    def _exclusive(self) -> Iterator[BinaryIO]:
        self.directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        is_new = not self.path.exists()
        with self.path.open("a+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            if is_new:
                self.path.chmod(0o600)
                synced(self.directory)
            yield file

    def _written(self, file: BinaryIO, line: ErasureEntry) -> ErasureEntry:
        sealed = ErasureEntry(**{**asdict(line), "mac": self._digests(line)[0]})
        text = json.dumps(asdict(sealed), sort_keys=True).encode() + b"\n"
        file.write(text)
        self._known.append(sealed)
        self._read += len(text)
        return sealed

    def _catch_up(self, file: BinaryIO) -> None:
        """Read what others have added. A torn last line was never acknowledged: the next writer cuts it off."""
        size = os.fstat(file.fileno()).st_size
        if size < self._read:
            raise ErasureListBroken(f"{FILE} is shorter than it was")
        file.seek(self._read)
        whole, _, torn = file.read().rpartition(b"\n")
        for number, text in enumerate(whole.split(b"\n") if whole else [], start=self._next):
            self._known.append(self._verified(number, text))
        self._read = size - len(torn)
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
        before = self._known[-1].mac if self._known else ""
        return [d.hex() for d in keyed_digests(self.keyring, _PURPOSE, f"{before} {line.text()}")]


def synced(directory: Path) -> None:
    """Have a new name in a directory on disk."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
