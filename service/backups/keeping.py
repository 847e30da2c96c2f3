"""
`run.py keep-backups`: a backup a day, old ones deleted, and a rehearsal of the restore a month.

What is due follows from the files in the directory, so that a restart forgets nothing: whatever was missed is done at
once. It is a process of its own, because service and worker have neither the owner's password nor the key of backups.
"""

import asyncio
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from service import __version__
from service.backup_directory import (
    Rehearsal,
    forget_old_backups,
    last_rehearsal,
    newest_backup,
    note_rehearsal,
    sole_keeper,
)
from service.backups.archive import BackupRefused
from service.backups.rehearsal import RehearsalRefused, rehearse
from service.backups.taking import back_up, backup_keys
from service.logs import described_exception, log, set_up_logs
from service.resources import utc_now
from service.settings import Settings

LOOK_SECONDS = 60.0
AFTER_FAILURE = timedelta(minutes=15)  # whatever failed is tried again then
AFTER_FAILED_REHEARSAL = timedelta(days=1)


@dataclass
class BackupKeeper:
    """Makes backups in `directory` and rehearses restores. After a failed backup it waits until `backup_after`."""

    settings: Settings
    directory: Path
    backup_after: datetime | None = None

    def do_what_is_due(self, clock: Callable[[], datetime]) -> None:
        """Make a backup and rehearse, each if it is due. A failure is logged and tried again; none is raised."""
        now = clock()
        if self.is_backup_due(now):
            self.backup_after = now + AFTER_FAILURE
            try:
                self._back_up(now)
            except Exception as error:  # noqa: BLE001 - the next try may succeed; `watch` tells the operator meanwhile
                log.error("backup failed", **described_exception(error))
        now = clock()
        if self.is_rehearsal_due(now):
            self._rehearse(now)

    def is_backup_due(self, now: datetime) -> bool:
        """Return whether the newest backup is old enough for another one."""
        newest = newest_backup(self.directory)
        is_due = newest is None or now - newest.made_at >= timedelta(hours=self.settings.backup_hours)
        return is_due and (self.backup_after is None or now >= self.backup_after)

    def is_rehearsal_due(self, now: datetime) -> bool:
        """Return whether there is a backup to rehearse with, and the last rehearsal is long ago or failed yesterday."""
        if not self.settings.rehearsal_url or newest_backup(self.directory) is None:
            return False
        last = last_rehearsal(self.directory)
        every = timedelta(days=self.settings.rehearsal_days)
        pause = every if last is None or last.is_passed else min(every, AFTER_FAILED_REHEARSAL)
        return last is None or now - last.at >= pause

    def _back_up(self, now: datetime) -> None:
        started = time.monotonic()
        path, manifest = back_up(self.settings, self.directory, now)
        took = round((time.monotonic() - started) * 1000)
        rows, files = sum(manifest["rows"].values()), len(manifest["members"]) - 1
        log.info("backup made", name=path.name, rows=rows, count=files, milliseconds=took)
        gone = forget_old_backups(self.directory, now - timedelta(days=self.settings.backup_keep_days))
        if gone:
            log.info("old backups deleted", count=len(gone))

    def _rehearse(self, now: datetime) -> None:
        try:
            asyncio.run(rehearse(self.settings, now))
        except RehearsalRefused as refused:
            log.error("rehearsal refused", **described_exception(refused))
            newest = newest_backup(self.directory)
            note_rehearsal(self.directory, Rehearsal(now, newest.path.name if newest else "", refused.code))


def run_keeper(settings: Settings) -> None:
    """
    Keep backups until a signal ends the process; what is half-way then is given up and its traces removed.

    :raises BackupRefused: when the directory or the key is missing
    :raises BackupsAreKept: when another process does it already
    """
    if settings.backup_dir is None:
        raise BackupRefused("POLKU_BACKUP_DIR is missing: it names the directory for the backups")
    backup_keys(settings)
    set_up_logs(settings.log_level)
    signal.signal(signal.SIGTERM, lambda _number, _frame: exit_now())
    with sole_keeper(settings.backup_dir):
        log.info("started", version=__version__, mode=settings.mode, name="keep-backups")
        if not settings.rehearsal_url:
            log.warning("no rehearsals", code="NO_REHEARSAL_DATABASE_URL")
        keeper = BackupKeeper(settings, settings.backup_dir)
        while True:
            keeper.do_what_is_due(utc_now)
            time.sleep(LOOK_SECONDS)


def exit_now() -> None:
    """End the process as a signal asks; whoever holds a program, a database or a file lets go of it on the way out."""
    raise SystemExit(0)
