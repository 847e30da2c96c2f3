"""`run.py lock`: the lock files, made from pyproject.toml by uv. What is pinned stays pinned unless asked otherwise."""

import re
import shutil
import subprocess
from collections.abc import Sequence

import typer

from service.settings import ROOT

SERVICE = "requirements.lock"
# A lock file, and of what pyproject.toml names it is made.
SOURCES = {
    SERVICE: ("pyproject.toml",),
    "requirements-test.lock": ("--group", "test"),
    "requirements-pip.lock": ("--group", "installer"),
    "deploy/patroni/requirements.lock": ("--group", "patroni"),
}
ALONE = {"deploy/patroni/requirements.lock"}  # installed where nothing else is
# For every platform and Python that the project allows; no address of an index, no path, no date.
FORM = ("--universal", "--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url")


def write_locks(arguments: Sequence[str]) -> None:
    """Write every lock file anew; `arguments` are for uv, for instance `--upgrade` or `--upgrade-package NAME`."""
    uv = shutil.which("uv")
    if uv is None:
        raise typer.BadParameter("uv makes the lock files: https://docs.astral.sh/uv")
    for lock, source in SOURCES.items():
        bound = [] if lock == SERVICE else ["--constraint", SERVICE]
        command = [uv, "pip", "compile", "--quiet", *FORM, *bound, *arguments, "--output-file", lock, *source]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - uv, with what a developer typed
        if lock != SERVICE and lock not in ALONE:
            leave_out_service(lock)


def leave_out_service(lock: str) -> None:
    """Rewrite a lock file without what requirements.lock has already: a pin stands in one place."""
    there = set(pins((ROOT / SERVICE).read_text("utf-8")))
    path = ROOT / lock
    path.write_text("".join(pin for pin in pins(path.read_text("utf-8")) if pin not in there), "utf-8")


def pins(text: str) -> list[str]:
    """Return the pins of a lock file: name, version, marker and hashes of each."""
    return [f"{pin.rstrip()}\n" for pin in re.split(r"\n(?=\S)", text) if pin.strip()]
