"""`run.py backup`: the database and the files in one encrypted file."""

import os
from datetime import datetime
from pathlib import Path
from typing import Any

from models.erasure_list import synced
from service.backups.archive import ArchiveWriter, BackupRefused
from service.backups.programs import dumped
from service.database.erasure_replay import erasure_list_of
from service.database.migrations import known_migrations
from service.settings import Settings

DATABASE_MEMBER, FILES_MEMBER = "database", "files/"


def backup_keys(settings: Settings) -> dict[int, bytes]:
    """
    Return the keys of backups.

    :raises BackupRefused: when there is none
    """
    if not settings.backup_key.get_secret_value():
        raise BackupRefused("POLKU_BACKUP_KEY is missing: a backup is encrypted")
    return settings.keys("backup_key")


def back_up(settings: Settings, to: Path, now: datetime) -> tuple[Path, dict[str, Any]]:
    """
    Return the path and the manifest of a new backup in a directory; it counts when it has its name.

    The database comes first: a file that its rows name is there when files are read, unless it was deleted meanwhile.
    The list of erasures is not in it, only how long it was: it is kept elsewhere.
    """
    to.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = to / f"polku-{now:%Y%m%dT%H%M%SZ}.backup"
    told = {
        "made_at": now.isoformat(),
        "migrations": known_migrations()[-1],
        "erasures": len(erasure_list_of(settings).lines()),
    }
    draft = path.with_suffix(".part")
    with draft.open("xb") as file:
        draft.chmod(0o600)
        archive = ArchiveWriter(file, backup_keys(settings))
        for stream in dumped(settings.owner_url, "--format=custom"):
            archive.add(DATABASE_MEMBER, stream)
        for kept in files_below(settings.files):
            with kept.open("rb") as content:
                archive.add(FILES_MEMBER + kept.relative_to(settings.files).as_posix(), content)
        manifest = archive.finish(told)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)
    synced(to)
    return path, manifest


def files_below(directory: Path) -> list[Path]:
    """Return the files of a directory, which need not exist, in a fixed order."""
    return sorted(path for path in directory.rglob("*") if path.is_file() and not path.is_symlink())
