"""The commands of `run.py`. Each says what it does with --help and leaves the doing to the module it names."""

from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,  # locals hold personal values
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Polku: the client information system of an organisation that coaches people back towards work.",
)
console = Console()
EVERYTHING = {"allow_extra_args": True, "ignore_unknown_options": True}  # what follows is for somebody else


def part(module: str, name: str) -> Any:
    """Return a function of another module, imported only now: no command waits for what it does not use."""
    return getattr(import_module(module), name)


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8000,
    *,
    fresh: Annotated[bool, typer.Option(help="Throw the demo's data away and begin anew.")] = False,
) -> None:
    """Start the whole service here with fictitious data: database, log-in and all. Ctrl-C ends it."""
    part("service.commands.demo", "run_demo")(port, is_fresh=fresh)


@app.command()
def serve() -> None:
    """Serve, as the POLKU_… variables say (docs/settings.md). The database must be migrated before."""
    part("service.commands.serving", "run_service")()


@app.command()
def worker() -> None:
    """Work on the service's own clock: events, mails, cleaning up. Needs what `serve` needs; several may run."""
    part("service.commands.serving", "run_worker_command")()


@app.command()
def migrate(
    to: Annotated[str, typer.Option(help="A migration's name, `latest`, or `zero` to remove every table.")] = "latest",
) -> None:
    """Bring the database to this version; several at once wait for each other. Needs the role that owns the tables."""
    part("service.commands.serving", "migrate_database")(to)


@app.command()
def backup(
    to: Annotated[Path, typer.Option(help="Directory for the backup; made if need be.")],
) -> None:
    """Back up database and files into one encrypted file (docs/retention.md). Needs the role that owns the tables."""
    part("service.backups.cli", "take_backup")(to)


@app.command()
def restore(
    source: Annotated[Path, typer.Option("--from", help="A file that `backup` made.", exists=True, dir_okay=False)],
    into: Annotated[
        str | None, typer.Option(help="Another database of the same server; without it, the service's own.")
    ] = None,
    *,
    replace: Annotated[bool, typer.Option(help="Throw away what the database holds.")] = False,
) -> None:
    """Restore a backup and erase again whom the list of erasures names. Needs the role that owns the tables."""
    part("service.backups.cli", "restore_command")(source, into, is_replaced=replace)


@app.command()
def replay(
    *,
    rebuild: Annotated[bool, typer.Option(help="Write a list that was lost anew from the database first.")] = False,
) -> None:
    """Erase again whom the list of erasures names: for a database restored by other means, pgBackRest for instance."""
    part("service.backups.cli", "replay")(is_rebuilt=rebuild)


@app.command("keep-backups")
def keep_backups() -> None:
    """Back up every day, delete old backups, rehearse a restore every month (docs/operations.md). Runs for ever."""
    part("service.backups.cli", "keep_backups_command")()


@app.command()
def rehearse() -> None:
    """Restore the newest backup into a scratch database, verify it and drop it. Needs a role that creates databases."""
    part("service.backups.cli", "rehearse_command")()


@app.command()
def watch() -> None:
    """Watch the service and its backups, and mail the operator when something is wrong and when it is well again."""
    part("service.commands.serving", "watch_command")()


@app.command()
def upgrade(
    *,
    without_backup: Annotated[bool, typer.Option(help="Migrate although no backup can be made.")] = False,
) -> None:
    """Bring the database to this version: check, back up, migrate, verify. Safe to repeat. Needs the owning role."""
    part("service.commands.upgrading", "upgrade_command")(may_skip_backup=without_backup)


@app.command("import")
def import_file(
    kind: Annotated[str, typer.Argument(help="What the file holds: `clients`.")],
    file: Annotated[Path, typer.Argument(help="A CSV or XLSX file.", exists=True, dir_okay=False)],
    mapping: Annotated[Path | None, typer.Option(help="TOML: which column is which field.", exists=True)] = None,
    unit: Annotated[str, typer.Option(help="The unit that serves the clients; not needed where there is one.")] = "",
    *,
    dry_run: Annotated[bool, typer.Option(help="Check every row, report, and write nothing.")] = False,
) -> None:
    """Import clients from a spreadsheet: reports refused rows with line and reason; a second run changes nothing."""
    if kind != "clients":
        raise typer.BadParameter("only `clients` can be imported", param_hint="KIND")
    part("service.importing.cli", "import_clients_command")(file, mapping, unit, is_dry_run=dry_run)


@app.command("seal-logs")
def seal_logs() -> None:
    """Seal what was logged since the last block. The worker does it every minute; this is for when there is none."""
    part("service.commands.log_evidence", "seal_logs_now")()


@app.command()
def checkpoint(
    to: Annotated[Path | None, typer.Option(help="Write it to this file instead of printing it.")] = None,
) -> None:
    """Sign how long the sealed logs are and their last hash, to be kept elsewhere: proof against a log cut short."""
    part("service.commands.log_evidence", "export_checkpoint")(to)


@app.command("verify-log")
def verify_log(
    checkpoint: Annotated[
        list[Path] | None,
        typer.Option(help="A checkpoint kept elsewhere; may be repeated.", exists=True, dir_okay=False),
    ] = None,
) -> None:
    """Verify the logs against their seals: names each altered, removed, swapped, inserted and truncated entry."""
    part("service.commands.log_evidence", "verify_command")(checkpoint or [])


@app.command()
def token(
    role: Annotated[str, typer.Argument(help="A role of the demo, for instance `coach` or `agency`.")],
) -> None:
    """Print a short-lived access token of a demo account. Refuses outside the demo."""
    part("service.commands.demo_tokens", "print_token")(role)


@app.command(context_settings=EVERYTHING)
def bench(context: typer.Context) -> None:
    """Measure the four queries of docs/ against the hand-written floor and the DataLoader baseline."""
    part("bench.run", "main")(context.args)


@app.command()
def check(
    *,
    fast: Annotated[bool, typer.Option(help="Only what takes seconds: no types, schema or migrations.")] = False,
) -> None:
    """Check everything that needs no database: style, types, import rules, schema.graphql, documents, containers."""
    raise typer.Exit(part("service.development.checks", "run_checks")(console, only_fast=fast))


@app.command()
def goldens() -> None:
    """Write schema.graphql, docs/permissions.md and the SQL of the examples anew. Read the difference."""
    part("service.development.goldens", "main")()


@app.command(context_settings=EVERYTHING)
def test(context: typer.Context) -> None:
    """Run the tests; whatever follows is for pytest. With CI=true nothing may be missing and nothing is left out."""
    raise typer.Exit(part("service.development.testing", "run_tests")(context.args, console))


@app.command(hidden=True)
def makemigrations() -> None:
    """Write a migration for what the models have and the migrations have not."""
    part("service.commands.serving", "write_migration")()


@app.command(hidden=True, context_settings=EVERYTHING)
def lock(context: typer.Context) -> None:
    """Write the lock files anew from pyproject.toml; whatever follows is for `uv pip compile`, `--upgrade` for one."""
    part("service.development.lock_files", "write_locks")(context.args)


@app.command(hidden=True)
def document() -> None:
    """Write docs/settings.md from the settings."""
    part("service.development.settings_page", "write_page")()


@app.command(hidden=True)
def catalogues() -> None:
    """Collect the sentences of code and pages into resolvers/locales; a translator fills in what is empty."""
    part("service.development.catalogues", "write_catalogues")()


if __name__ == "__main__":
    app(prog_name="run.py")
