"""An archive of the write-ahead log, a base backup, and a server that goes back to a moment between them."""

import os
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

from service.database.embedded_postgres import SUPERUSER, EmbeddedPostgres, SystemUser, binaries


def archiving(server: EmbeddedPostgres, archive: Path) -> None:
    """Let a server that ran once and is stopped keep every finished piece of its log in a directory."""
    SystemUser.current().private_directory(archive)
    # A piece that is there already is never overwritten: the command fails, and PostgreSQL tries again.
    command = f"test ! -f {archive}/%f && cp %p {archive}/%f.part && mv {archive}/%f.part {archive}/%f"
    _add(server, ["wal_level = replica", "archive_mode = on", f"archive_command = '{command}'"])


def base_backup(server: EmbeddedPostgres, target: EmbeddedPostgres) -> None:
    """Copy the running server's files to where another server has its own."""
    user = SystemUser.current()
    user.private_directory(target.data)
    command = [
        str(binaries() / "pg_basebackup"),
        *("--host", str(server.socket), "--username", SUPERUSER, "--pgdata", str(target.data)),
        *("--checkpoint=fast", "--wal-method=none", "--no-sync"),
    ]
    groups: list[int] | None = None if user.user is None else []
    subprocess.run(
        command, check=True, cwd="/", capture_output=True, user=user.user, group=user.group, extra_groups=groups
    )


def start_at(target: EmbeddedPostgres, archive: Path, moment: datetime) -> None:
    """Start a copy with what the archive holds up to a moment, and let it write from there on."""
    _add(
        target,
        [
            f"restore_command = 'cp {archive}/%f %p'",
            f"recovery_target_time = '{moment.isoformat()}'",
            "recovery_target_action = promote",
            "archive_mode = off",
        ],
    )
    signal = target.data / "recovery.signal"
    signal.touch()
    if os.geteuid() == 0:
        shutil.copystat(target.data / "PG_VERSION", signal)
        os.chown(signal, target.data.stat().st_uid, target.data.stat().st_gid)
    target.start()


def _add(server: EmbeddedPostgres, lines: list[str]) -> None:
    with (server.data / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write("\n".join(["", *lines, ""]))
