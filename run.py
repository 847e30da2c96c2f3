#!/usr/bin/env python3
"""
Everything begins here: `python3 run.py demo`, `python3 run.py test`, `python3 run.py --help`.

Needs nothing but Python 3.11 or newer. Makes the environment `.venv` from requirements.lock (every package pinned by
hash; with uv when it is there, with pip otherwise) and hands over to service/commands/cli.py.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
STAMP = ENVIRONMENT / "polku.stamp"
NO_VENV = (
    "Python's own tool for environments is missing. On Debian and Ubuntu:\n\n"
    "    apt install python3-venv\n\n"
    "or install uv (https://docs.astral.sh/uv), then start again."
)


def wanted() -> str:
    """Return what the environment must be made of: this lock file, this Python, this place."""
    return hashlib.sha256(b"\0".join([LOCK.read_bytes(), sys.version.encode(), bytes(ENVIRONMENT)])).hexdigest()


def is_ready() -> bool:
    """Tell whether the environment is complete: the stamp is written last."""
    return STAMP.exists() and PYTHON.exists() and STAMP.read_text("utf-8") == wanted()


def make_with_uv(uv: str) -> None:
    """Make the environment with uv: seconds."""
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    make = [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(ENVIRONMENT)]
    subprocess.run(make, check=True, env=environment)
    install = [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", str(PYTHON), str(LOCK)]
    subprocess.run(install, check=True, env=environment)


def make_with_pip() -> None:
    """Make the environment with what Python brings: a minute or two."""
    try:
        import ensurepip
        import venv
    except ImportError:
        sys.exit(NO_VENV)
    del ensurepip  # only asked for: Debian leaves it out, and venv then fails half-way with a riddle
    venv.create(ENVIRONMENT, with_pip=True, clear=True)
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    install = [str(PYTHON), "-m", "pip", "install", *quiet, "--require-hashes", "--requirement", str(LOCK)]
    subprocess.run(install, check=True)


def make_environment() -> None:
    """Have the environment complete, whatever was interrupted before."""
    if ENVIRONMENT.is_symlink():
        sys.exit(f"{ENVIRONMENT} is a link; setting up would empty the directory behind it. Remove the link first.")
    started = time.monotonic()
    print("Setting up .venv, once: a minute or two with pip, seconds with uv …", file=sys.stderr, flush=True)
    uv = shutil.which("uv")
    try:
        if uv:
            make_with_uv(uv)
        else:
            make_with_pip()
    except subprocess.CalledProcessError:
        sys.exit("Setting up failed; what is printed above says why. Starting again begins from the lock file.")
    STAMP.write_text(wanted(), "utf-8")
    print(f"… ready in {time.monotonic() - started:.0f} s.", file=sys.stderr, flush=True)


def main() -> None:
    """Set up when needed, then become the command."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an older Python reads
        sys.exit("Polku needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))
    if not is_ready():
        make_environment()
    os.chdir(ROOT)
    command = [str(PYTHON), "-m", "service.commands.cli", *(sys.argv[1:] or ["--help"])]
    os.execv(PYTHON, command)  # nothing stays between a signal and the service


if __name__ == "__main__":
    main()
