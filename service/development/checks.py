"""`run.py check`: everything a machine can judge without a database, in the order of how quickly it is judged."""

import asyncio
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from rich.console import Console

from service.settings import ROOT

_TOOLS = Path(sys.executable).parent


@dataclass(frozen=True)
class Check:
    """One check: `verdict` returns what is wrong, or nothing; a fast one needs seconds and builds no schema."""

    name: str
    verdict: Callable[[], str]
    is_fast: bool = False


def tool_verdict(name: str, *arguments: str) -> Callable[[], str]:
    """Return a verdict by one of the environment's own tools: what it printed, when it was not content."""

    def verdict() -> str:
        command = [str(_TOOLS / name), *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own tools
        return (done.stdout + done.stderr).strip() if done.returncode else ""

    return verdict


def schema_drift() -> str:
    """Return how schema.graphql differs from the schema that is served."""
    from service.resources import schema_and_content_types  # noqa: PLC0415 - building the schema takes its time

    return difference("schema.graphql", schema_and_content_types()[0].as_str(), "python3 run.py goldens")


def settings_drift() -> str:
    """Return how docs/settings.md differs from the settings that exist."""
    from service.development.settings_page import settings_page  # noqa: PLC0415 - symmetrical to the schema

    return difference("docs/settings.md", settings_page(), "python3 run.py document")


def migrations_drift() -> str:
    """Return what the models have and the migrations have not."""
    from service.database.migrations import missing_migrations  # noqa: PLC0415 - imports every model

    return "\n".join(asyncio.run(missing_migrations()))


def difference(file: str, wanted: str, command: str) -> str:
    """Return the difference between a committed file and what it must be, and how to write it anew."""
    path = ROOT / file
    kept = path.read_text("utf-8") if path.exists() else ""
    lines = list(unified_diff(kept.splitlines(), wanted.splitlines(), file, "now", lineterm="", n=1))
    return "\n".join([*lines[:40], f"Write it anew with: {command}"]) if lines else ""


def broken_links() -> str:
    """Return the links of README and docs that lead to no file of the repository."""
    from service.development.documents import dead_links  # noqa: PLC0415 - symmetrical to the others

    return "\n".join(dead_links(ROOT))


def undocumented_jobs() -> str:
    """Return the jobs whose line docs/worker.md lacks, or tells with another interval, and lines of no job."""
    from service.development.documents import documented_jobs  # noqa: PLC0415 - symmetrical to the others
    from service.jobs.schedule import SCHEDULED_JOBS  # noqa: PLC0415 - imports the resolvers

    told = documented_jobs((ROOT / "docs/worker.md").read_text("utf-8"))
    there = {job.name: job.every for job in SCHEDULED_JOBS}
    wrong = sorted(name for name in told.keys() | there.keys() if told.get(name) != there.get(name))
    return f"docs/worker.md: say what the worker does, and how often, of {', '.join(wrong)}" if wrong else ""


def pages_drift() -> str:
    """Return that web/static/app was built of other sources than those of web/app."""
    from service.development.pages_build import stale_build  # noqa: PLC0415 - symmetrical to the others

    return stale_build()


CHECKS: Sequence[Check] = (
    Check("style (ruff check)", tool_verdict("ruff", "check"), is_fast=True),
    Check("form (ruff format --check)", tool_verdict("ruff", "format", "--check"), is_fast=True),
    Check("imports point down (lint-imports)", tool_verdict("lint-imports", "--no-cache"), is_fast=True),
    Check("types (mypy)", tool_verdict("mypy")),
    Check("schema.graphql is what is served", schema_drift),
    Check("migrations have what the models have", migrations_drift),
    Check("docs/settings.md has every setting", settings_drift),
    Check("docs/worker.md has every scheduled job", undocumented_jobs),
    Check("web/static/app is built of web/app", pages_drift, is_fast=True),
    Check("links in the documents lead somewhere", broken_links, is_fast=True),
    Check(
        "docker-compose.yml (compose specification)",
        tool_verdict("check-jsonschema", "--builtin-schema", "vendor.compose-spec", "docker-compose.yml"),
        is_fast=True,
    ),
    Check("Dockerfile (hadolint)", tool_verdict("hadolint", "Dockerfile"), is_fast=True),
)


def run_checks(console: Console, *, only_fast: bool = False) -> int:
    """Print a verdict per check; return 0 when all are content and 1 otherwise."""
    failed = 0
    for check in [check for check in CHECKS if check.is_fast or not only_fast]:
        wrong = check.verdict()
        failed += bool(wrong)
        console.print(f"[red]✗ {check.name}[/red]" if wrong else f"[green]✓[/green] {check.name}")
        if wrong:
            console.print(wrong, markup=False, highlight=False)
    return 1 if failed else 0
