#!/usr/bin/env python3
"""
Everything begins here: `python3 run.py demo`, `python3 run.py test`, `python3 run.py --help`.

Needs nothing but Python 3.11 or newer. Makes the environment `.venv` from the lock files (every package pinned by
hash; with uv when it is there, with pip otherwise) and hands over to service/commands/cli.py. Help needs none of it.
"""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
SERVICE, TOOLS, PIP = (ROOT / f"requirements{name}.lock" for name in ("", "-test", "-pip"))
WITH_TOOLS = {"check", "test"}  # the commands that need the second lock file too
BROWSED = {"bench", "--morning"}  # drives a browser, as tests do
NO_VENV = (
    "Python's own tool for environments is missing. On Debian and Ubuntu:\n\n"
    "    apt install python3-venv\n\n"
    "or install uv (https://docs.astral.sh/uv), then start again."
)
FAILED = "Setting up failed; what is printed above says why. Starting again begins from the lock files."


def stamp(lock: Path) -> Path:
    """Return the file in the environment that tells what was installed of a lock file."""
    return ENVIRONMENT / f"{lock.stem}.stamp"


def wanted(lock: Path) -> str:
    """Return what the stamp must hold: this lock file, this Python, this place."""
    return hashlib.sha256(b"\0".join([lock.read_bytes(), sys.version.encode(), bytes(ENVIRONMENT)])).hexdigest()


def is_ready(lock: Path) -> bool:
    """Tell whether everything of a lock file is installed: the stamp is completed last."""
    return PYTHON.exists() and stamp(lock).exists() and stamp(lock).read_text("utf-8") == wanted(lock)


def tell(text: str) -> None:
    """Print a line about the progress, where it does not mix with what a command prints."""
    print(text, file=sys.stderr, flush=True)


def make_ready(locks: Sequence[Path]) -> None:
    """Have the lock files installed, whatever was interrupted before; of several starts at once, one does it."""
    with (ROOT / ".venv.lock").open("w") as turn:  # whoever holds it lets go by ending, in whatever way
        try:
            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("Another start is setting up .venv; waiting for it …")
            fcntl.flock(turn, fcntl.LOCK_EX)
        if not all(map(is_ready, locks)):
            set_up(locks)


def set_up(locks: Sequence[Path]) -> None:
    """Install the lock files that are missing; one that was begun or is outdated means a new environment."""
    started, uv = time.monotonic(), shutil.which("uv")
    layers = [*locks] if uv else [PIP, *locks]
    missing = [lock for lock in layers if not is_ready(lock)]
    tell(f"Setting up .venv, once: {'seconds with uv' if uv else 'half a minute with pip, seconds with uv'} …")
    if layers[0] in missing or any(stamp(lock).exists() for lock in missing):
        tell("  an empty environment")
        make_environment(uv)
        missing = layers
    for lock in missing:
        stamp(lock).write_text("begun", "utf-8")
        install(lock, uv)
        stamp(lock).write_text(wanted(lock), "utf-8")
    tell(f"… ready in {time.monotonic() - started:.0f} s.")


def make_environment(uv: str | None) -> None:
    """Make the environment anew, with nothing in it but pip where there is no uv."""
    if ENVIRONMENT.is_symlink():
        sys.exit(f"{ENVIRONMENT} is a link; setting up would empty the directory behind it. Remove the link first.")
    if uv:
        told([uv, "venv", "--quiet", "--clear", "--no-python-downloads", "--python", sys.executable, str(ENVIRONMENT)])
        return
    try:
        import ensurepip
        import venv
    except ImportError:
        sys.exit(NO_VENV)
    del ensurepip  # only asked for: Debian leaves it out, and venv then fails half-way with a riddle
    venv.create(ENVIRONMENT, with_pip=True, clear=True)


def install(lock: Path, uv: str | None) -> None:
    """Install what a lock file pins. It is complete, so nothing is resolved; bytecode is made of what is imported."""
    total = len(re.findall(r"^\S+==", lock.read_text("utf-8"), re.MULTILINE))
    tell(f"  {lock.name}: {total} package{'s' * (total != 1)}")
    pip = [uv, "pip", "install", "--python", str(PYTHON)] if uv else [str(PYTHON), "-m", "pip", "install"]
    alone = [] if uv else ["--disable-pip-version-check", "--no-input"]
    told([*pip, *alone, "--no-deps", "--no-compile", "--require-hashes", "--requirement", str(lock)], total)


def told(command: Sequence[str], total: int = 0) -> None:
    """Run a command that fetches packages and tell how far it is; what it printed is shown when it fails."""
    printed: list[str] = []
    fetched = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8") as run:
        for line in run.stdout or ():
            printed.append(line)
            fetched += (is_fetch := line.startswith(("Collecting ", "Processing ", "Ignoring ")))  # pip
            if is_fetch and total > 1 and (fetched % 10 == 0 or fetched == total):
                tell(f"  {fetched} of {total} fetched")
            elif line.startswith(("Downloading ", "Prepared ")) and not fetched:  # uv, of large packages and in the end
                tell(f"  {line.strip()}")
    if run.returncode:
        sys.exit("".join(printed) + FAILED)


def main() -> None:
    """Set up when needed, then become the command."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an older Python reads
        sys.exit("Polku needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))
    arguments = sys.argv[1:] or ["--help"]
    locks = [SERVICE, TOOLS] if arguments[0] in WITH_TOOLS or set(arguments) >= BROWSED else [SERVICE]
    if not all(map(is_ready, locks)):
        from service.commands.plain_help import answer_help

        answer_help(arguments)
        make_ready(locks)
    os.chdir(ROOT)
    command = [str(PYTHON), "-m", "service.commands.cli", *arguments]
    os.execv(PYTHON, command)  # nothing stays between a signal and the service


if __name__ == "__main__":
    main()
