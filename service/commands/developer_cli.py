"""The commands of `run.py` for whoever develops: tests, checks, drills, the benchmark, and what is generated."""

from typing import Annotated

import typer
from rich.console import Console

from service.commands.parts import part

developer_app = typer.Typer()
console = Console()
EVERYTHING = {"allow_extra_args": True, "ignore_unknown_options": True}  # what follows is for somebody else


@developer_app.command()
def drill(
    name: Annotated[str, typer.Argument(help="`all`, or a drill: database-killed, disk-full, …; docs/operations.md.")],
    seconds: Annotated[float, typer.Option(help="How long each trouble lasts.")] = 5.0,
) -> None:
    """Try what a failing part does to people, on a scratch installation of its own; never touches a real one."""
    part("service.development.drills.drilling", "drill_command")(name, seconds)


@developer_app.command(context_settings=EVERYTHING)
def bench(context: typer.Context) -> None:
    """Measure the four queries of docs/ against the hand-written floor and the DataLoader baseline."""
    part("bench.run", "main")(context.args)


@developer_app.command()
def check(
    *,
    fast: Annotated[bool, typer.Option(help="Only what takes seconds: no types, schema or migrations.")] = False,
) -> None:
    """Check everything that needs no database: style, types, import rules, schema.graphql, documents, containers."""
    raise typer.Exit(part("service.development.checks", "run_checks")(console, only_fast=fast))


@developer_app.command()
def goldens() -> None:
    """Write schema.graphql, docs/permissions.md and the SQL of the examples anew. Read the difference."""
    part("service.development.goldens", "main")()


@developer_app.command(context_settings=EVERYTHING)
def test(context: typer.Context) -> None:
    """Run the tests; whatever follows is for pytest. With CI=true nothing may be missing and nothing is left out."""
    raise typer.Exit(part("service.development.testing", "run_tests")(context.args, console))


@developer_app.command(hidden=True)
def makemigrations() -> None:
    """Write a migration for what the models have and the migrations have not."""
    part("service.commands.serving", "write_migration")()


@developer_app.command(hidden=True, context_settings=EVERYTHING)
def lock(context: typer.Context) -> None:
    """Write the lock files anew from pyproject.toml; whatever follows is for `uv pip compile`, `--upgrade` for one."""
    part("service.development.lock_files", "write_locks")(context.args)


@developer_app.command(hidden=True)
def document() -> None:
    """Write docs/settings.md from the settings."""
    part("service.development.settings_page", "write_page")()


@developer_app.command(hidden=True)
def catalogues() -> None:
    """Collect the sentences of code and pages into resolvers/locales; a translator fills in what is empty."""
    part("service.development.catalogues", "write_catalogues")()


@developer_app.command(hidden=True)
def pictures() -> None:
    """Draw the prints of the service with fictitious people into docs/pictures."""
    part("service.development.pictures", "draw_pictures")()
