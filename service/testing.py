"""`run.py test`: every test there is. What this machine lacks is said loudly; in CI nothing may be lacking."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from service.settings import ROOT


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
        ("tests/oidc/node_modules", "tests/endpoint/node_modules"),
        "install Node 20, then `npm ci` in tests/oidc and in tests/endpoint",
    ),
)


def run_tests(arguments: Sequence[str], console: Console) -> int:
    """Return pytest's exit code, or 2 when CI lacks a tool."""
    missing = [tool for tool in TOOLS if not tool.is_present()]
    is_ci = os.environ.get("CI") == "true"
    for tool in missing:
        what = "CI must have it" if is_ci else f"the tests marked `{tool.mark}` are LEFT OUT"
        console.print(f"[bold red]{tool.programs[0]} is missing: {what}. To have it: {tool.advice}[/bold red]")
    if missing and is_ci:
        return 2
    left_out = " and ".join(f"not {tool.mark}" for tool in missing)
    selection = ["-m", left_out] if left_out else []
    command = [sys.executable, "-m", "pytest", *selection, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode  # noqa: S603 - our own pytest


def environment() -> dict[str, str]:
    """Return the environment of the tests: nobody's settings, and the environment's own tools first."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("POLKU_")}
    return ours | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
