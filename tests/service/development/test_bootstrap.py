"""The start on a machine that has only Python: run.py, the lock file, the commands."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from service.commands.cli import app
from service.settings import ROOT

COMMANDS = (
    "demo",
    "serve",
    "worker",
    "migrate",
    "backup",
    "restore",
    "replay",
    "import",
    "seal-logs",
    "checkpoint",
    "verify-log",
    "token",
    "bench",
    "check",
    "goldens",
    "test",
)
LONE_PYTHON = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PIP_NO_INDEX": "1"}


@pytest.fixture
def small_clone(tmp_path: Path) -> Path:
    """A clone whose lock file is empty and whose commands only tell where they run: set up without a network."""
    clone = tmp_path / "a clone, with spaces"
    (clone / "service" / "commands").mkdir(parents=True)
    shutil.copy(ROOT / "run.py", clone)
    (clone / "requirements.lock").write_text("# nothing\n")
    (clone / "service" / "commands" / "cli.py").write_text("import sys; print(sys.prefix, sys.argv[1:]); sys.exit(7)\n")
    return clone


def started(clone: Path, *arguments: str) -> tuple[subprocess.CompletedProcess[str], float]:
    """Return what run.py did with a Python and nothing else, and how many seconds it took."""
    before = time.monotonic()
    command = [sys.executable, str(clone / "run.py"), *arguments]
    done = subprocess.run(command, env=LONE_PYTHON, capture_output=True, text=True, cwd="/", check=False)
    return done, time.monotonic() - before


def test_a_clone_below_a_path_with_spaces_sets_itself_up_once(small_clone: Path) -> None:
    first, _slow = started(small_clone, "demo", "--port", "1")
    second, seconds = started(small_clone, "demo", "--port", "1")

    assert first.stdout == second.stdout == f"{small_clone / '.venv'} ['demo', '--port', '1']\n", first.stderr
    assert first.returncode == second.returncode == 7
    assert "Setting up" in first.stderr
    assert second.stderr == ""
    assert seconds < 2


def test_an_interrupted_or_outdated_environment_is_made_anew(small_clone: Path) -> None:
    (small_clone / ".venv" / "bin").mkdir(parents=True)
    (small_clone / ".venv" / "bin" / "python").write_text("half a file")
    started(small_clone, "test")
    (small_clone / "requirements.lock").write_text("# another lock\n")

    again, _seconds = started(small_clone, "test")

    assert "Setting up" in again.stderr
    assert again.stdout.endswith("['test']\n")


def test_a_python_without_its_environment_tool_says_what_to_install(small_clone: Path) -> None:
    crippled = "import sys, runpy; sys.modules['ensurepip'] = None; runpy.run_path(sys.argv[1], run_name='__main__')"
    command = [sys.executable, "-c", crippled, str(small_clone / "run.py"), "demo"]

    done = subprocess.run(command, env=LONE_PYTHON, capture_output=True, text=True, check=False)

    assert "apt install python3-venv" in done.stderr
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_every_package_is_pinned_by_hash_and_no_index_is_named() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pins = re.split(r"\n(?=\S)", lock.strip())

    assert len(pins) > 50
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []
    assert "http" not in lock.replace("httpx2", "").replace("httpcore2", "").replace("httptools", "")
    assert "index" not in lock


def test_the_commands_are_those_that_the_readme_names() -> None:
    shown = {found.name or found.callback.__name__ for found in app.registered_commands if not found.hidden}

    assert shown == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    told = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "300"})

    assert told.exit_code == 0
    assert re.search(rf"Usage: .*\b{command}\b", told.output)
    assert re.search(r"^ [A-Z].{40,}\.\s*$", told.output, re.MULTILINE), "say in a sentence what the command does"


def test_the_test_command_leaves_nothing_out_in_ci(tmp_path: Path) -> None:
    environment = {**os.environ, "CI": "true", "PATH": str(tmp_path)}
    command = [sys.executable, "-m", "service.commands.cli", "test", "--collect-only"]

    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=ROOT, check=False)

    assert done.returncode == 2
    assert "CI must have it" in done.stdout
