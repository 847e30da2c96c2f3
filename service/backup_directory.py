"""The directory of the backups: which there are, how old the newest is, how the last rehearsal of a restore ended."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

SUFFIX, DRAFT_SUFFIX = ".backup", ".part"
_NAME = "polku-%Y%m%dT%H%M%SZ"
_LONGEST_HEADER = 1_000  # bytes of the first line of a backup (service/backups/archive.py)
_REHEARSAL, _LOCK = "rehearsal.json", "keeper.lock"


class BackupsAreKept(RuntimeError):
    """Another process keeps the backups of this directory already."""

    code = "BACKUPS_ARE_KEPT"


@dataclass(frozen=True)
class BackupFile:
    """A complete backup and when it was begun, which its name says: a copy keeps its age."""

    path: Path
    made_at: datetime


@dataclass(frozen=True)
class Rehearsal:
    """The last time that a backup was restored to see whether it can be; `code` is empty when it could."""

    at: datetime
    backup: str
    code: str
    rows: int = 0
    entries: int = 0
    files: int = 0
    seconds: float = 0.0

    @property
    def is_passed(self) -> bool:
        """Whether the backup could be restored and held what it must."""
        return not self.code


def backup_path(directory: Path, now: datetime) -> Path:
    """Return the path of a backup that is begun now."""
    return directory / f"{now.astimezone(UTC):{_NAME}}{SUFFIX}"


def backups_in(directory: Path) -> list[BackupFile]:
    """Return the complete backups of a directory, the newest first; none when it does not exist."""
    found = [BackupFile(path, made_at) for path in directory.glob(f"*{SUFFIX}") if (made_at := _time_of(path))]
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def newest_backup(directory: Path) -> BackupFile | None:
    """Return the newest complete backup of a directory."""
    return next(iter(backups_in(directory)), None)


def newest_backup_hours(directory: Path, now: datetime) -> float | None:
    """Return how many hours ago the newest backup was begun; None when there is none."""
    newest = newest_backup(directory)
    return round((now - newest.made_at).total_seconds() / 3_600, 1) if newest else None


def keys_of_backups(directory: Path) -> Counter[int]:
    """
    Return how many complete backups of a directory each key opens, by the number in their first lines.

    A file that is no backup counts under 0.
    """
    return Counter(_key_of(backup.path) for backup in backups_in(directory))


def _key_of(path: Path) -> int:
    with path.open("rb") as file:
        try:
            return int(json.loads(file.readline(_LONGEST_HEADER))["key"])
        except (ValueError, KeyError, TypeError):
            return 0


def forget_old_backups(directory: Path, before: datetime) -> list[str]:
    """Delete the backups that were begun before a moment, never the newest, and drafts; return the names of backups."""
    old = [backup.path for backup in backups_in(directory)[1:] if backup.made_at < before]
    for path in [*old, *directory.glob(f"*{DRAFT_SUFFIX}")]:
        path.unlink(missing_ok=True)
    return sorted(path.name for path in old)


def last_rehearsal(directory: Path) -> Rehearsal | None:
    """Return the outcome of the last rehearsal; None when there was none, or its note cannot be read."""
    try:
        noted = json.loads((directory / _REHEARSAL).read_text("utf-8"))
        return Rehearsal(**{**noted, "at": datetime.fromisoformat(noted["at"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def note_rehearsal(directory: Path, rehearsal: Rehearsal) -> None:
    """Write the outcome of a rehearsal; a reader finds the old one or the new one, never a part."""
    draft = directory / f"{_REHEARSAL}.new"
    draft.write_text(json.dumps(asdict(rehearsal) | {"at": rehearsal.at.isoformat()}) + "\n", "utf-8")
    draft.rename(directory / _REHEARSAL)


@contextmanager
def sole_keeper(directory: Path) -> Iterator[None]:
    """
    Be the only process that makes and deletes backups in a directory; a killed one leaves no lock.

    :raises BackupsAreKept: when another process does it already
    """
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (directory / _LOCK).open("w") as lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise BackupsAreKept(f"Another process makes the backups of {directory} already") from None
        yield


def _time_of(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None
