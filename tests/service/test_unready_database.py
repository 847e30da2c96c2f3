"""A command whose database is empty or cannot be reached says so in one sentence, and shows no traceback."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.database.installation import RUNNING
from service.settings import ROOT

NOWHERE = "postgresql://polku:polku@127.0.0.1:1/polku"
COMMANDS = [("token", "coach"), ("account", "list"), ("record",)]
each_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])


@pytest.fixture
def empty(postgres: EmbeddedPostgres) -> Iterator[dict[str, str]]:
    """An empty database, as the variables of a command."""
    name = f"empty_{uuid4().hex}"
    postgres.create_database(name)
    yield {"POLKU_DATABASE_URL": postgres.url(name), "POLKU_OWNER_DATABASE_URL": postgres.url(name, OWNER)}
    postgres.drop_database(name)


def told(state: Path, variables: dict[str, str], *command: str) -> str:
    """Run a command of the demo, which must fail, and return all that it prints."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("POLKU_")}
    done = subprocess.run(
        [sys.executable, "-m", "service.commands.cli", *command],
        cwd=ROOT,
        env=inherited | {"POLKU_MODE": "demo", "POLKU_STATE_DIR": str(state)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (1, 2), done.stdout + done.stderr
    return " ".join((done.stdout + done.stderr).split())


@each_command
def test_an_empty_demo_is_said_to_be_empty(tmp_path: Path, empty: dict[str, str], command: tuple[str, ...]) -> None:
    assert told(tmp_path, empty, *command) == "The demo has no data yet: start it with: python3 run.py demo"


@each_command
def test_a_demo_that_is_being_made_is_waited_for(
    tmp_path: Path, empty: dict[str, str], command: tuple[str, ...]
) -> None:
    (tmp_path / RUNNING).write_text(json.dumps({"port": 8000}), "utf-8")

    expected = "The demo is still being set up: wait until it prints its address, then ask again"
    assert told(tmp_path, empty, *command) == expected


@each_command
def test_a_server_that_does_not_answer_is_named_by_its_variable(tmp_path: Path, command: tuple[str, ...]) -> None:
    variables = {"POLKU_DATABASE_URL": NOWHERE, "POLKU_OWNER_DATABASE_URL": NOWHERE}

    said = told(tmp_path, variables, *command)

    assert said.startswith("The database cannot be reached: ")
    assert "Traceback" not in said


def test_settings_that_are_refused_are_told_without_a_traceback(tmp_path: Path) -> None:
    said = told(tmp_path, {"POLKU_MODE": "production"}, "record")

    assert said.startswith("Production refuses to start: ")
