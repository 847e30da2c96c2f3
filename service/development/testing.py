"""`run.py test`: every test there is. What this machine lacks is said first and last; in CI nothing may be lacking."""

import json
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
BYTECODE = "PYTHONDONTWRITEBYTECODE"
NOTHING_RUN = 5  # pytest's code of a run that was left without a file


@dataclass(frozen=True)
class Tool:
    """A program outside of Python that some tests need, with packages of npm, and the pytest mark of those tests."""

    mark: str
    programs: tuple[str, ...]
    advice: str
    packages: tuple[Path, ...] = ()
    needs_root: bool = False

    @property
    def is_allowed(self) -> bool:
        """Whether the user that runs the tests may use it."""
        return os.geteuid() == 0 or not self.needs_root

    @property
    def name(self) -> str:
        """What is missing, where something is: the program, or the right to use it."""
        return self.programs[0] if self.is_allowed or not any(map(shutil.which, self.programs)) else "root"

    def is_present(self) -> bool:
        """Tell whether one of the programs is installed and may be used, and all of the packages are there."""
        has_program = any(map(shutil.which, self.programs))
        return has_program and self.is_allowed and all(map(is_installed, self.packages))


TOOLS = (
    Tool("browser", ("chromium", "chromium-browser", "google-chrome"), "apt install chromium"),
    Tool(
        "npm_provider",
        ("node",),
        "apt install nodejs npm, Node 20 or newer, with a registry of npm in reach",
        (
            *sorted(path.parent for path in ROOT.glob("tests/support/npm/*/package.json")),
            ROOT / "docs" / "integrating" / "typescript",
        ),
    ),
    Tool(
        "pages_build",
        ("node",),
        "apt install nodejs npm, Node 20 or newer, with a registry of npm in reach",
        (ROOT / "web" / "app",),
    ),
    Tool("namespaces", ("ip",), "apt install iproute2, and run the tests as root", needs_root=True),
    Tool("proxy", ("caddy",), "apt install caddy"),
    Tool("haproxy", ("haproxy", "/usr/sbin/haproxy"), "apt install haproxy"),
    Tool("clamav", ("clamd", "/usr/sbin/clamd"), "apt install clamav-daemon"),
    Tool("curl", ("jq",), "apt install curl jq"),
    Tool("wrk", ("wrk",), "apt install wrk"),
    Tool(
        "postgraphile",
        ("npm",),
        "apt install nodejs npm, with a registry of npm in reach, on Linux and x86-64",
        (ROOT / "bench" / "postgraphile",),
    ),
    Tool("redis", ("redis-server",), "apt install redis-server"),
    Tool("systemd", ("systemd-analyze",), "apt install systemd"),
    Tool("cluster", ("etcd",), "apt install etcd-server iproute2, and run the tests as root", needs_root=True),
)


def run_tests(arguments: Sequence[str], console: Console) -> int:
    """
    Return pytest's exit code, or 2 when CI lacks a tool. The last line that is printed says what was left out.

    Without arguments all tests run, shared between one run more than there are processors, because a run waits for the
    processes that it starts; on one processor, and with arguments, pytest alone.
    """
    install_packages([folder for tool in TOOLS for folder in tool.packages], console)
    missing = [tool for tool in TOOLS if not tool.is_present()]
    is_ci = os.environ.get("CI") == "true"
    for tool in missing:
        what = "CI must have it" if is_ci else f"the tests marked `{tool.mark}` are LEFT OUT"
        console.print(f"[bold red]{tool.name} is missing: {what}. To have it: {tool.advice}[/bold red]")
    if missing and is_ci:
        return 2
    with tempfile.TemporaryDirectory() as folder:
        counts = Path(folder) / "left-out.json"
        code = run_pytest(
            [*(leaving_out(missing, counts) if missing else []), *arguments], console, is_alone=bool(arguments)
        )
        numbers = json.loads(counts.read_text("utf-8")) if counts.exists() else {}
    console.print(closing_line([(tool, numbers.get(tool.mark, 0)) for tool in missing]), soft_wrap=True)
    return code


def leaving_out(missing: Sequence[Tool], counts: Path) -> list[str]:
    """Return the arguments with which pytest leaves out what needs missing tools, and writes how many by mark."""
    marks = " and ".join(f"not {tool.mark}" for tool in missing)
    return ["-m", marks, "-p", "tests.support.processes.left_out", f"--left-out={counts}"]


def run_pytest(arguments: Sequence[str], console: Console, *, is_alone: bool) -> int:
    """Return the code of pytest alone, or of several beside each other where there are several processors."""
    command, processors = [sys.executable, "-m", "pytest", *arguments], os.cpu_count() or 1
    if is_alone or processors == 1:
        return subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode  # noqa: S603 - our own pytest
    return together(command, min(MOST_RUNS, processors + 1), console)


def is_installed(folder: Path) -> bool:
    """Tell whether npm installed, to the end, what the folder's lock file says now."""
    done, lock = folder / "node_modules" / ".package-lock.json", folder / "package-lock.json"
    return done.exists() and done.stat().st_mtime >= lock.stat().st_mtime


def install_packages(folders: Sequence[Path], console: Console) -> None:
    """Have npm, where there is one, install what is missing in the folders; what it says is printed when it fails."""
    npm = shutil.which("npm")
    for folder in folders if npm else ():
        if not is_installed(folder):
            console.print(f"Installing the packages of {folder.parent.name}/{folder.name} with npm …", highlight=False)
            command = [str(npm), "ci", "--no-audit", "--no-fund"]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - found above
            if done.returncode:
                console.out((done.stdout + done.stderr).strip(), highlight=False)


def closing_line(missing: Sequence[tuple[Tool, int]]) -> str:
    """Return what is said in the end: how many tests were left out for each missing tool, and how to have it."""
    parts = [
        f"{number} test{'s' * (number != 1)} marked {tool.mark} ({tool.name} is missing: {tool.advice})"
        for tool, number in missing
        if number
    ]
    return f"Left out: {'; '.join(parts)}" if parts else "Nothing was left out for want of a program."


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
    """
    Return the environment of the tests: nobody's settings, the environment's own tools first, and bytecode is kept.

    The tests start hundreds of processes: where an image or a shell forbids bytecode, each would compile all sources.
    """
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("POLKU_", BYTECODE))}
    return ours | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
