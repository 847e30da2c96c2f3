"""`run.py test`: every test there is. What this machine lacks is said loudly; in CI nothing may be lacking."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from service.settings import ROOT

MOST_RUNS = 4  # beside each other; each has a Python and a PostgreSQL of its own
NOTHING_RUN = 5  # pytest's code of a run that was left without a file


@dataclass(frozen=True)
class Tool:
    """A program outside of Python that some tests need, and the pytest mark of those tests."""

    mark: str
    programs: tuple[str, ...]
    files: tuple[str, ...]
    advice: str

    def is_present(self) -> bool:
        """Tell whether one of the programs is installed, and every file is where it belongs."""
        return any(map(shutil.which, self.programs)) and all((ROOT / file).exists() for file in self.files)


TOOLS = (
    Tool("browser", ("chromium", "chromium-browser", "google-chrome"), (), "apt install chromium"),
    Tool(
        "npm_provider",
        ("node",),
        ("tests/support/npm/oidc_provider/node_modules", "tests/support/npm/graphql_http_audit/node_modules"),
        "install Node 20, then `npm ci` in each folder of tests/support/npm",
    ),
)


def run_tests(arguments: Sequence[str], console: Console) -> int:
    """
    Return pytest's exit code, or 2 when CI lacks a tool.

    Without arguments all tests run, shared between as many runs as there are processors; with arguments, pytest alone.
    """
    missing = [tool for tool in TOOLS if not tool.is_present()]
    is_ci = os.environ.get("CI") == "true"
    for tool in missing:
        what = "CI must have it" if is_ci else f"the tests marked `{tool.mark}` are LEFT OUT"
        console.print(f"[bold red]{tool.programs[0]} is missing: {what}. To have it: {tool.advice}[/bold red]")
    if missing and is_ci:
        return 2
    left_out = " and ".join(f"not {tool.mark}" for tool in missing)
    command = [sys.executable, "-m", "pytest", *(["-m", left_out] if left_out else []), *arguments]
    runs = min(MOST_RUNS, os.cpu_count() or 1)
    if arguments or runs == 1:
        return subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode  # noqa: S603 - our own pytest
    return together(command, runs, console)


def together(command: list[str], runs: int, console: Console) -> int:
    """
    Return 0 when every one of several runs went well, otherwise the code of the first that did not.

    A line is printed for each file when it is done, and what a run has to say in the end is printed in one piece.
    """
    with tempfile.TemporaryDirectory() as claims, ThreadPoolExecutor(runs) as pool:
        # In one word: a path that stands alone would be taken for the root of the tests.
        shared = [*command, "-p", "tests.support.processes.parallel_runs", f"--claims={claims}"]
        codes = list(pool.map(lambda _: one_of_several(shared, console), range(runs)))
    wrong = [code for code in codes if code not in (0, NOTHING_RUN)]
    return wrong[0] if wrong else min(codes)


def one_of_several(command: list[str], console: Console) -> int:
    """Run pytest, print its lines about files as they come and the rest, from the first heading on, at its end."""
    rest: list[str] = []
    with subprocess.Popen(  # noqa: S603 - our own pytest
        command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as run:
        for line in run.stdout or ():
            if rest or line.startswith("="):
                rest.append(line.rstrip())
            elif line.strip():
                console.out(line.rstrip(), highlight=False)
    if rest:
        console.out("\n".join(rest), highlight=False)
    return run.returncode


def environment() -> dict[str, str]:
    """Return the environment of the tests: nobody's settings, and the environment's own tools first."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("POLKU_")}
    return ours | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
