"""`run.py` in a process of its own, as whoever runs the service calls it."""

import os
import subprocess
import sys

from service.settings import ROOT, Settings


def environment(settings: Settings) -> dict[str, str]:
    """Return the environment of a command that works on the database and the directory of a test."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("POLKU_")}
    given = {
        "mode": settings.mode,
        "database_url": settings.database_url,
        "owner_database_url": settings.owner_database_url,
        "state_dir": str(settings.state_dir),
        "metrics_port": "0",
        "backup_dir": str(settings.backup_dir or ""),
        "rehearsal_database_url": settings.rehearsal_database_url,
    }
    return ours | {"COLUMNS": "160"} | {f"POLKU_{name.upper()}": value for name, value in given.items() if value}


def run(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    command = [sys.executable, "-m", "service.commands.cli", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment(settings), capture_output=True, text=True, check=False, timeout=300
    )
