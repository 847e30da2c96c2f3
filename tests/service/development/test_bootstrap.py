"""The start on a machine that has only Python: run.py, the lock file, the commands."""

import os
import re
import subprocess
import sys
import tomllib
from fcntl import LOCK_EX, flock
from itertools import combinations
from pathlib import Path

import pytest
from typer.testing import CliRunner

from service.commands.cli import app
from service.commands.developer_cli import developer_app
from service.commands.evidence_cli import evidence_app
from service.commands.register_cli import register_app
from service.development.lock_files import pins
from service.settings import ROOT
from tests.support.processes.small_clone import LOCKS, LONE_PYTHON, WITH_UV, command, make_clone, started

COMMANDS = (
    "demo",
    "drill",
    "record",
    "export-register",
    "reindex",
    "rotate-keys",
    "verify",
    "serve",
    "worker",
    "cells",
    "setup",
    "account",
    "migrate",
    "upgrade",
    "keep-backups",
    "rehearse",
    "watch",
    "client-keys",
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
    "client",
    "goldens",
    "test",
)


@pytest.fixture
def small_clone(tmp_path: Path) -> Path:
    return make_clone(tmp_path / "a clone, with spaces")


def test_a_clone_below_a_path_with_spaces_sets_itself_up_once(small_clone: Path) -> None:
    first = started(small_clone, "demo", "--port", "1", surroundings=LONE_PYTHON)
    second = started(small_clone, "demo", "--port", "1", surroundings=LONE_PYTHON)

    assert first.stdout == second.stdout == f"{small_clone / '.venv'} ['demo', '--port', '1']\n", first.stderr
    assert first.returncode == second.returncode == 7
    assert "Setting up" in first.stderr
    assert second.stderr == ""


def test_an_interrupted_or_outdated_environment_is_made_anew(small_clone: Path) -> None:
    (small_clone / ".venv" / "bin").mkdir(parents=True)
    (small_clone / ".venv" / "bin" / "python").write_text("half a file")
    started(small_clone, "test")
    (small_clone / "requirements.lock").write_text("# another lock\n")

    again = started(small_clone, "test")

    assert "an empty environment" in again.stderr
    assert again.stdout.endswith("['test']\n")


@pytest.mark.parametrize("surroundings", [LONE_PYTHON, WITH_UV], ids=["pip", "uv"])
def test_the_tools_of_tests_are_installed_on_top_when_they_are_first_needed(
    small_clone: Path, surroundings: dict[str, str]
) -> None:
    serving = started(small_clone, "demo", surroundings=surroundings)
    testing = started(small_clone, "test", surroundings=surroundings)
    again = [started(small_clone, name) for name in ("test", "check", "demo")]

    assert "requirements-test.lock" not in serving.stderr
    assert "requirements-test.lock" in testing.stderr
    assert "an empty environment" not in testing.stderr
    assert [done.stderr for done in again] == ["", "", ""]


@pytest.mark.parametrize("is_outdated", [True, False], ids=["outdated", "interrupted"])
def test_tools_of_tests_that_are_outdated_or_half_installed_mean_a_new_environment(
    small_clone: Path, is_outdated: bool
) -> None:
    started(small_clone, "test")
    if is_outdated:
        (small_clone / "requirements-test.lock").write_text("# another lock\n")
    else:
        (small_clone / ".venv" / "requirements-test.stamp").write_text("begun")

    serving = started(small_clone, "demo")
    testing = started(small_clone, "test")

    assert serving.stderr == ""
    assert "an empty environment" in testing.stderr
    assert testing.returncode == 7


def test_an_environment_of_uv_is_made_anew_where_only_pip_is_left(small_clone: Path) -> None:
    started(small_clone, "demo")

    testing = started(small_clone, "test", surroundings=LONE_PYTHON)

    assert "an empty environment" in testing.stderr
    assert testing.returncode == 7


def test_a_package_that_cannot_be_had_is_told_and_the_next_start_begins_anew(small_clone: Path) -> None:
    (small_clone / "requirements.lock").write_text(f"no-such-package==1.0 --hash=sha256:{'0' * 64}\n")
    failed = started(small_clone, "demo", surroundings=LONE_PYTHON)
    (small_clone / "requirements.lock").write_text("# nothing\n")

    again = started(small_clone, "demo")

    assert "no-such-package" in failed.stderr
    assert "Setting up failed" in failed.stderr
    assert failed.returncode == 1
    assert again.returncode == 7


def test_of_two_first_starts_at_once_one_sets_up_and_the_other_finds_it_ready(small_clone: Path) -> None:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "env": WITH_UV}
    starts = [subprocess.Popen(command(small_clone, "demo"), **pipes) for _ in range(2)]  # type: ignore[call-overload] # pipes

    told = [start.communicate() for start in starts]

    assert [start.returncode for start in starts] == [7, 7]
    assert sum(errors.count("an empty environment") for _, errors in told) == 1


def test_a_start_that_waits_for_another_says_so(small_clone: Path) -> None:
    with (small_clone / ".venv.lock").open("w") as turn:
        flock(turn, LOCK_EX)
        waiting = subprocess.Popen(command(small_clone, "demo"), env=WITH_UV, stderr=subprocess.PIPE, text=True)
        assert waiting.stderr is not None
        first_line = waiting.stderr.readline()
    rest = waiting.communicate()[1]

    assert "waiting" in first_line
    assert "Setting up" in rest
    assert waiting.returncode == 7


def test_a_python_without_its_environment_tool_says_what_to_install(small_clone: Path) -> None:
    crippled = (
        "import sys, runpy; sys.modules['ensurepip'] = None; del sys.argv[0]; "
        "runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    start = [sys.executable, "-c", crippled, str(small_clone / "run.py"), "demo"]

    surroundings = {**LONE_PYTHON, "PYTHONPATH": str(small_clone)}
    done = subprocess.run(start, env=surroundings, capture_output=True, text=True, check=False)

    assert "apt install python3-venv" in done.stderr
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_by_hash_and_no_index_is_named(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")

    assert [pin for pin in pins(text) if "==" not in pin or "--hash=sha256:" not in pin] == []
    assert "://" not in text
    assert "index" not in text


def test_a_lock_file_holds_what_the_project_names_and_each_package_stands_in_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    asked = (project["project"]["dependencies"], groups["test"], groups["installer"])

    locked = [{pin.split("==")[0] for pin in pins((ROOT / lock).read_text("utf-8"))} for lock in LOCKS]

    for names, there in zip(asked, locked, strict=True):
        assert {re.split(r"[\[<>=]", name)[0] for name in names} <= there, "write it anew: python3 run.py lock"
    assert [one & other for one, other in combinations(locked, 2)] == [set(), set(), set()]


def test_the_commands_are_those_that_the_readme_names() -> None:
    shown = {
        found.name or getattr(found.callback, "__name__", "")
        for part in (app, evidence_app, register_app, developer_app)
        for found in part.registered_commands
        if not found.hidden
    }

    assert shown == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    told = CliRunner().invoke(app, [name, "--help"], env={"COLUMNS": "300"})

    assert told.exit_code == 0
    assert re.search(rf"Usage: .*\b{name}\b", told.output)
    assert re.search(r"^ [A-Z].{40,}\.\s*$", told.output, re.MULTILINE), "say in a sentence what the command does"


def test_the_test_command_leaves_nothing_out_in_ci(tmp_path: Path) -> None:
    environment = {**os.environ, "CI": "true", "PATH": str(tmp_path)}
    asked = [sys.executable, "-m", "service.commands.cli", "test", "--collect-only"]

    done = subprocess.run(asked, env=environment, capture_output=True, text=True, cwd=ROOT, check=False)

    assert done.returncode == 2
    assert "CI must have it" in done.stdout
