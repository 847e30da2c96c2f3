"""Patroni's own environment, from the lock file of deploy/patroni: the drills run it, the service does not know it."""

import fcntl
import hashlib
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from service.database.embedded_postgres import SHARED_DIRECTORY
from service.settings import ROOT

SHIPPED = ROOT / "deploy/patroni"
CONFIGURATION, LOCK = SHIPPED / "patroni.yml", SHIPPED / "requirements.lock"


class PatroniMissing(RuntimeError):
    """Patroni could not be installed; the text is pip's error output."""

    code = "PATRONI_MISSING"


def patroni_python(parent: Path = SHARED_DIRECTORY) -> Path:
    """
    Return the Python of an environment with the packages of the lock file, which is made once for each of its versions.

    :raises PatroniMissing: when it cannot be installed
    """
    version = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()[:12]
    environment = parent / f"patroni-{version}"
    parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    with (parent / "patroni.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # several drills beside each other install it once
        if not (environment / "complete").exists():
            _install(environment)
            (environment / "complete").touch()
    return environment / "bin" / "python"


def _install(environment: Path) -> None:
    python = str(environment / "bin" / "python")
    _run([sys.executable, "-m", "venv", "--clear", str(environment)])
    _run([python, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "-r", str(LOCK)])


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode:
        raise PatroniMissing(done.stderr.strip()[-1000:])
