"""A clone of run.py whose lock files are empty: it is set up in seconds and without a network."""

import shutil
import subprocess
import sys
from pathlib import Path

from service.settings import ROOT

LONE_PYTHON = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PIP_NO_INDEX": "1"}
UV = Path(__file__).parent / "small_uv"  # a stand-in: makes an environment, and installs nothing
WITH_UV = LONE_PYTHON | {"PATH": f"{UV}:{LONE_PYTHON['PATH']}", "PYTHON": sys.executable}
LOCKS = ("requirements.lock", "requirements-test.lock", "requirements-pip.lock")
WHERE = "import sys; print(sys.prefix, sys.argv[1:]); sys.exit(7)\n"  # before anything is imported that is not there


def make_clone(clone: Path) -> Path:
    """Return a new clone whose commands only tell where they run."""
    (clone / "service" / "commands").mkdir(parents=True)
    shutil.copy(ROOT / "run.py", clone)
    for name in ("plain_help.py", "evidence_cli.py", "register_cli.py", "developer_cli.py"):
        shutil.copy(ROOT / "service" / "commands" / name, clone / "service" / "commands")
    (clone / "service" / "commands" / "cli.py").write_text(
        WHERE + (ROOT / "service" / "commands" / "cli.py").read_text("utf-8")
    )
    for lock in LOCKS:
        (clone / lock).write_text("# nothing\n")
    return clone


def command(clone: Path, *arguments: str) -> list[str]:
    """Return how run.py is started, without any package that this Python may have."""
    return [sys.executable, "-S", str(clone / "run.py"), *arguments]


def started(clone: Path, *arguments: str, surroundings: dict[str, str] = WITH_UV) -> subprocess.CompletedProcess[str]:
    """Return what run.py did with a Python and, unless told otherwise, uv: pip takes seconds even for nothing."""
    return subprocess.run(
        command(clone, *arguments), env=surroundings, capture_output=True, text=True, cwd="/", check=False
    )
