"""Help on a machine that has only Python: nothing is installed for it, and it tells what typer tells later."""

import ast
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from click import Command, Context
from typer.main import get_command

from service.commands.cli import app
from service.commands.plain_help import commands_module, parsers
from service.settings import ROOT
from tests.support.processes.small_clone import make_clone, started

WHOLE = get_command(app)
COMMANDS: dict[str, Command] = WHOLE.commands  # type: ignore[attr-defined] # a group, says typer
OPENED = sorted(name for name, command in COMMANDS.items() if not command.hidden)


@pytest.fixture
def small_clone(tmp_path: Path) -> Path:
    return make_clone(tmp_path / "clone")


def words(text: str) -> str:
    """Return a text without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize("asked", [("--help",), ("-h",), (), ("demo", "--help"), ("test", "-h")], ids=" ".join)
def test_help_is_given_without_installing_anything(small_clone: Path, asked: tuple[str, ...]) -> None:
    done = started(small_clone, *asked)

    assert done.stdout.startswith("usage: run.py")
    assert done.stderr == ""
    assert done.returncode == 0
    assert not (small_clone / ".venv").exists()


def test_a_command_that_does_not_exist_is_refused_before_anything_is_installed(small_clone: Path) -> None:
    done = started(small_clone, "dmeo")

    assert "no such command: dmeo" in done.stderr
    assert done.returncode == 2
    assert not (small_clone / ".venv").exists()


def test_what_follows_two_dashes_is_no_call_for_help(small_clone: Path) -> None:
    done = started(small_clone, "test", "--", "--help")

    assert done.stdout.endswith("['test', '--', '--help']\n")


def test_once_there_is_an_environment_the_commands_answer_themselves(small_clone: Path) -> None:
    started(small_clone, "demo")

    done = started(small_clone, "demo", "--help")

    assert done.stdout.endswith("['demo', '--help']\n")


@pytest.fixture(autouse=True)
def _uncollected() -> Iterator[None]:
    """Collect no garbage: what a collection prints while CPython 3.11 parses makes the parser fail (gh-106905)."""
    gc.disable()
    yield
    gc.enable()


def test_the_list_of_commands_is_that_of_typer() -> None:
    whole, commands = parsers(commands_module())
    told = words(whole.format_help())

    assert commands.keys() == COMMANDS.keys()
    for name in OPENED:
        assert f" {name} {words(str(COMMANDS[name].help))}" in told
    assert [name for name in COMMANDS.keys() - set(OPENED) if f" {name} " in told] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_help_of_a_command_is_that_of_typer(name: str) -> None:
    command = COMMANDS[name]
    _, commands = parsers(commands_module())
    told = words(commands[name].format_help())

    assert words(str(command.help)) in told
    for parameter in command.params:
        record = parameter.get_help_record(Context(command))
        assert record is not None
        assert str(parameter.help) in told
        assert (parameter.opts[0] if parameter.param_type_name == "option" else parameter.name.upper()) in told
    assert told.count(" --") >= len([one for one in command.params if one.param_type_name == "option"])


def test_the_help_is_read_by_nothing_but_the_standard_library() -> None:
    tree = ast.parse((ROOT / "service" / "commands" / "plain_help.py").read_text("utf-8"))

    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }

    assert imported <= {"argparse", "ast", "collections", "pathlib", "typing"}
