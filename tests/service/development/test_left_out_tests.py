"""What `run.py test` does about programs outside of Python: installs what npm can, and says what was left out."""

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from service.development.testing import TOOLS, Tool, closing_line, install_packages, is_installed
from service.settings import ROOT

NPM = """#!/bin/sh
echo "$@" >> ran
mkdir -p node_modules && touch node_modules/.package-lock.json
"""
BROWSER = Tool("browser", ("chromium", "google-chrome"), "apt install chromium")
NODE = Tool("npm_provider", ("node",), "apt install nodejs npm")
BROWSERS = "tests marked browser (chromium is missing: apt install chromium)"
PROVIDERS = "tests marked npm_provider (node is missing: apt install nodejs npm)"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of tests with a lock file of npm."""
    folder = tmp_path / "tests" / "oidc"
    folder.mkdir(parents=True)
    (folder / "package-lock.json").write_text("{}")
    return folder


def put_npm(directory: Path, monkeypatch: pytest.MonkeyPatch, script: str = NPM) -> None:
    """Put a stand-in for npm, which needs a network, before every other program."""
    (directory / "npm").write_text(script)
    (directory / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", f"{directory}:/usr/bin:/bin")


def installed(folder: Path) -> str:
    """Return what is printed while the packages of a folder are installed."""
    printed = StringIO()
    install_packages([folder], Console(file=printed, width=200))
    return printed.getvalue()


def test_packages_of_npm_are_installed_once_and_again_when_their_lock_file_changes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_npm(tmp_path, monkeypatch)

    first, second = installed(folder), installed(folder)
    later = (folder / "node_modules" / ".package-lock.json").stat().st_mtime + 5
    os.utime(folder / "package-lock.json", (later, later))
    third = installed(folder)

    assert first == third == "Installing the packages of tests/oidc with npm …\n"
    assert second == ""
    assert (folder / "ran").read_text().splitlines() == ["ci --no-audit --no-fund"] * 2


def test_an_installation_that_fails_is_told_and_leaves_the_tool_missing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_npm(tmp_path, monkeypatch, "#!/bin/sh\nmkdir -p node_modules; echo no registry in reach; exit 1\n")

    printed = installed(folder)

    assert "no registry in reach" in printed
    assert not is_installed(folder)
    assert not Tool("npm_provider", ("sh",), "", (folder,)).is_present()


def test_without_npm_nothing_is_tried(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert installed(folder) == ""
    assert not is_installed(folder)


def test_every_folder_that_names_packages_of_npm_belongs_to_a_tool() -> None:
    written = [
        path for folder in ("tests", "bench", "docs", "web/app") for path in (ROOT / folder).rglob("package.json")
    ]
    named = {path.parent for path in written if "node_modules" not in path.parts}

    assert {folder for tool in TOOLS for folder in tool.packages} == named


@pytest.mark.parametrize(
    ("missing", "line"),
    [
        ([], "Nothing was left out for want of a program."),
        ([(BROWSER, 0)], "Nothing was left out for want of a program."),
        ([(BROWSER, 41)], f"Left out: 41 {BROWSERS}"),
        ([(BROWSER, 1), (NODE, 2)], f"Left out: 1 {BROWSERS.replace('tests', 'test', 1)}; 2 {PROVIDERS}"),
    ],
    ids=["nothing", "not asked for", "one", "two"],
)
def test_the_closing_line_counts_what_was_left_out(missing: list[tuple[Tool, int]], line: str) -> None:
    assert closing_line(missing) == line


def test_the_last_line_says_what_was_left_out_after_what_pytest_says(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | {"PATH": str(tmp_path)}
    command = [
        sys.executable,
        "-m",
        "service.commands.cli",
        "test",
        "--collect-only",
        "-q",
        "tests/service/pages/test_graphiql.py",
    ]

    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=ROOT, check=False)

    last = done.stdout.rstrip("\n").rsplit("\n", 1)[1]
    assert re.fullmatch(rf"Left out: [1-9]\d* {re.escape(BROWSERS)}", last)


def test_ci_leaves_the_packages_of_npm_to_the_command() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")

    assert "npm ci" not in script
    assert "CI=true exec python3 run.py test" in script
