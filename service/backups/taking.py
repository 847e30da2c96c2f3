"""`run.py backup`: the database and the files in one encrypted file."""

import os
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from models.erasure_list import synced
from resolvers.file_store import UNFINISHED
from service.backup_directory import DRAFT_SUFFIX, backup_path
from service.backups.archive import ArchiveWriter, BackupRefused
from service.backups.programs import dump
from service.database.erasure_head import note_erasure_head
from service.database.erasure_replay import erasure_list_of
from service.database.migrations import known_migrations
from service.database.row_counts import counted_snapshot
from service.settings import Settings

DATABASE_MEMBER, FILES_MEMBER = "database", "files/"


def backup_keys(settings: Settings) -> dict[int, bytes]:
    """
    Return the keys that encrypt backups.

    :raises BackupRefused: when there is no key
    """
    if not settings.backup_key.get_secret_value():
        raise BackupRefused("POLKU_BACKUP_KEY is missing: a backup is encrypted")
    return settings.keys("backup_key")


def back_up(settings: Settings, to: Path, now: datetime) -> tuple[Path, dict[str, Any]]:
    """
    Return the path and the manifest of a new backup in a directory; the file gets its name when it is complete.

    The database comes first: the files that its rows name then exist when files are read, unless they were deleted
    meanwhile. The backup holds only the length of the list of erasures: the list itself is stored elsewhere. How many
    rows each table has in it is noted in the manifest, and compared when it is restored.
    """
    to.mkdir(parents=True, exist_ok=True, mode=0o700)
    path, lines = backup_path(to, now), erasure_list_of(settings).lines()
    facts = {
        "made_at": now.isoformat(),
        "migrations": known_migrations()[-1],
        "erasures": len(lines),
    }
    draft = path.with_suffix(DRAFT_SUFFIX)
    with draft.open("xb") as file:
        draft.chmod(0o600)
        try:
            manifest = _write(settings, file, facts)
        except BaseException:
            draft.unlink()
            raise
    draft.rename(path)
    synced(to)
    note_erasure_head(to, lines)
    return path, manifest


def _write(settings: Settings, file: IO[bytes], facts: dict[str, Any]) -> dict[str, Any]:
    """Write a whole backup into a file and return its manifest; everything is on disk then."""
    with counted_snapshot(settings.owner_url) as (snapshot, rows):
        archive = ArchiveWriter(file, backup_keys(settings))
        for stream in dump(settings.owner_url, "--format=custom", f"--snapshot={snapshot}"):
            archive.add(DATABASE_MEMBER, stream)
    for source in (path for path in files_below(settings.files) if path.suffix not in UNFINISHED):
        with source.open("rb") as content:
            archive.add(FILES_MEMBER + source.relative_to(settings.files).as_posix(), content)
    manifest = archive.finish(facts | {"rows": rows})
    file.flush()
    os.fsync(file.fileno())
    return manifest


def files_below(directory: Path) -> list[Path]:
    """Return the files in a directory and below it, in a fixed order; the directory need not exist."""
    return sorted(path for path in directory.rglob("*") if path.is_file() and not path.is_symlink())
