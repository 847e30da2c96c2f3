"""What the sentences of README.md under "An installation" name, run as an operator runs it without containers."""

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from anyio import to_thread
from typer.testing import CliRunner

from service.commands.cli import app
from service.database.embedded_postgres import EmbeddedPostgres
from service.settings import ROOT
from tests.support.installed_service import InstalledService, Person, empty_installation, links_in
from tests.support.processes.readme_section import block_lines, named_commands

ACTS: Mapping[str, tuple[str, ...]] = {
    "disable": (),
    "enable": (),
    "factor": (),
    "reset": (),
    "grant": ("--role", "coach", "--unit", "Toimisto"),
    "end": ("--role", "coach"),
}


@pytest.fixture
def installed(postgres: EmbeddedPostgres, tmp_path: Path) -> InstalledService:
    return empty_installation(postgres, tmp_path)


def setup_words() -> list[str]:
    """Return the words of `setup` and its options, as the block shows them."""
    [words] = [words for words in block_lines() if "setup" in words]
    return words[words.index("setup") :]


@contextmanager
def started(installed: InstalledService, command: str, port: int) -> Iterator[str]:
    """Start a process that runs until it is told to stop; yield what it prints once it has started."""
    environment = installed.environment() | {"POLKU_PORT": str(port)}
    with subprocess.Popen(
        [sys.executable, "-m", "service.commands.cli", command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield next((line for line in process.stdout or () if '"started"' in line), "")
        finally:
            process.terminate()
            process.communicate(timeout=60)


async def answered(installed: InstalledService, *arguments: str) -> str:
    """Run a command inside this process, which has built the schema already; return what it printed."""
    done = await to_thread.run_sync(lambda: CliRunner().invoke(app, arguments, env=installed.environment()))
    assert done.exit_code == 0, done.output
    return done.output


async def test_every_command_that_the_readme_names_is_run(installed: InstalledService, free_port: int) -> None:
    said = {"migrate": installed.command("migrate"), "setup": installed.command(*setup_words())}
    said["account list"] = installed.command("account", "list")
    eero = re.findall(r"account_\w+(?=.*Eero Eskola)", said["account list"])[0]
    why = ("--of", eero, "--comment", "Nobody else is here")
    said["account invite"] = await answered(installed, "account", "invite", *why)
    [annas, _, tiinas], [eeros] = links_in(said["setup"]), links_in(said["account invite"])
    async with installed.served() as served:
        for name, link in (("anna", annas), ("eero", eeros), ("tiina", tiinas)):
            assert (await Person(served, name).accept(link)).status_code == 200
    for name in ("serve", "worker"):
        with started(installed, name, free_port) as line:
            said[name] = line
    for act, more in ACTS.items():
        said[f"account {act}"] = await answered(installed, "account", act, *more, *why)
    after = await answered(installed, "account", "list")

    assert sorted(said) == named_commands(), "a command that the section names is run here, and no other"
    assert all(said.values())
    assert len(links_in(said["account reset"])) == 1
    assert "coach is granted" in said["account grant"]
    assert "Grants of coach ended: 1" in said["account end"]
    assert "coach" not in after
