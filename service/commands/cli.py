"""The commands of `run.py`. Each says what it does with --help and leaves the doing to the module it names."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from service.commands.developer_cli import developer_app
from service.commands.evidence_cli import evidence_app
from service.commands.parts import part
from service.commands.register_cli import register_app

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_show_locals=False,  # locals hold personal values
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Polku: the client information system of an organisation that coaches people back towards work.",
)


app.add_typer(evidence_app)
app.add_typer(developer_app)
app.add_typer(register_app)


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8000,
    *,
    fresh: Annotated[bool, typer.Option(help="Throw the demo's data away and begin anew.")] = False,
) -> None:
    """Start the whole service here with fictitious data: database, log-in and all. Ctrl-C ends it."""
    part("service.commands.demo", "run_demo")(port, is_fresh=fresh)


@app.command()
def serve(
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="Processes that serve; else POLKU_WORKERS.")
    ] = None,
) -> None:
    """Serve, as the POLKU_… variables say (docs/settings.md). The database must be migrated before."""
    part("service.commands.serving", "run_service")(workers)


@app.command()
def worker() -> None:
    """Work on the service's own clock: events, mails, cleaning up. Needs what `serve` needs; several may run."""
    part("service.commands.serving", "run_worker_command")()


@app.command()
def migrate(
    to: Annotated[str, typer.Option(help="A migration's name, `latest`, or `zero` to remove every table.")] = "latest",
    *,
    all_: Annotated[bool, typer.Option("--all", help="Every cell of POLKU_CELLS_FILE, one after the other.")] = False,
) -> None:
    """Bring the database to this version; several at once wait for each other. Needs the role that owns the tables."""
    if all_:
        part("service.commands.cells", "migrate_all")()
    else:
        part("service.commands.serving", "migrate_database")(to)


@app.command()
def cells(
    action: Annotated[str, typer.Argument(help="`list`, or `front`: the files of HAProxy.")] = "list",
    to: Annotated[Path | None, typer.Option(help="Directory for the files of `front`.")] = None,
) -> None:
    """List the cells of POLKU_CELLS_FILE, or write what the front needs; refuses cells that share data or keys."""
    part("service.commands.cells", "cells_command")(action, to)


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
    while_serving: Annotated[
        bool, typer.Option(help="The version before serves on; refused when a migration does not allow that.")
    ] = False,
) -> None:
    """Bring the database to this version: check, back up, migrate, verify. Safe to repeat. Needs the owning role."""
    part("service.commands.upgrading", "upgrade_command")(may_skip_backup=without_backup, while_serving=while_serving)


@app.command()
def reindex() -> None:
    """Make the terms of all searches anew, while the service may run. Needs the role that owns the tables."""
    part("service.commands.serving", "reindex_database")()


@app.command("import")
def import_file(
    kind: Annotated[Literal["clients"], typer.Argument(help="What the file holds.")],  # noqa: ARG001 # the only kind
    file: Annotated[Path, typer.Argument(help="A CSV or XLSX file.", exists=True, dir_okay=False)],
    mapping: Annotated[Path | None, typer.Option(help="TOML: which column is which field.", exists=True)] = None,
    unit: Annotated[str, typer.Option(help="The unit that serves the clients; not needed where there is one.")] = "",
    sheet: Annotated[str, typer.Option(help="The sheet of a workbook in which several have rows.")] = "",
    encoding: Annotated[str, typer.Option(help="The encoding of a CSV file that is guessed wrongly.")] = "",
    distinct: Annotated[list[int] | None, typer.Option(help="A line whose person is not the one it resembles.")] = None,
    *,
    nobody_is_restricted: Annotated[bool, typer.Option(help="Nobody is under a safety restriction.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Check every row, report, and write nothing.")] = False,
) -> None:
    """Import clients from a spreadsheet: reports refused rows with line and reason; a second run changes nothing."""
    run = part("service.importing.cli", "import_clients_of_command_line")
    run(file, mapping, unit, sheet, encoding, distinct or [], is_answered=nobody_is_restricted, is_dry_run=dry_run)


@app.command("client-keys")
def client_keys(
    to: Annotated[Path, typer.Option(help="The file of POLKU_CLIENT_KEYS_FILE.", dir_okay=False)],
) -> None:
    """Make our own keys towards identity providers, or take the next step of their renewal; says what to do next."""
    part("service.commands.client_keys", "renew_keys")(to)


@app.command()
def setup(
    *,
    organisation: Annotated[str, typer.Option(prompt=True, help="Official name of the controller.")],
    business_id: Annotated[str, typer.Option(prompt=True, help="Its Finnish business id.")],
    administrator: Annotated[list[str], typer.Option(help="First Last <address>; give two, who are different people.")],
    privacy_officer: Annotated[str, typer.Option(prompt=True, help="First Last <address>.")],
    contact: Annotated[str, typer.Option(prompt=True, help="Who answers for the register: First Last <address>.")],
    unit: Annotated[str, typer.Option(help="The first unit.")] = "Toimisto",
    register: Annotated[str, typer.Option(help="Name of the register.")] = "Valmentautujatietorekisteri",
    purpose: Annotated[str, typer.Option(help="Why its data is kept.")] = (
        "Valmennuspalvelujen järjestäminen ja toteuttaminen."
    ),
    legal_basis: Annotated[str, typer.Option(help="On which basis.")] = "Asiakkaan suostumus ja palvelua koskeva laki.",
    language: Annotated[str, typer.Option(help="Of the invitations: fi, sv or en.")] = "fi",
    by_mail: Annotated[bool, typer.Option(help="Mail the links too.")] = False,
) -> None:
    """Set up an empty installation: organisation, register, administrators, privacy officer, invited by link."""
    people = [*((text, "administrator") for text in administrator), (privacy_officer, "privacy_officer")]
    part("service.commands.setup", "set_up_installation")(
        people,
        contact,
        organisation=organisation,
        business_id=business_id,
        unit=unit,
        register=register,
        purpose=purpose,
        legal_basis=legal_basis,
        language=language,
        by_mail=by_mail,
    )


@app.command()
def account(
    act: Annotated[
        str,
        typer.Argument(
            help="list, invite (again), disable, enable, reset (the password), factor (forget the second), grant, end."
        ),
    ],
    *,
    of: Annotated[str, typer.Option(help="Id of the account, as `account list` prints it.")] = "",
    role: Annotated[str, typer.Option(help="The role to grant or end.")] = "",
    unit: Annotated[str, typer.Option(help="Name of the unit where a granted role holds; everywhere without.")] = "",
    comment: Annotated[str, typer.Option(help="Why; it stands in the history.")] = "",
) -> None:
    """Accounts in an emergency, when no administrator can: recorded, and told to the contact of the register."""
    part("service.commands.accounts", "run_account")(act, of, role, unit, comment)


@app.command()
def token(
    role: Annotated[str, typer.Argument(help="A role of the demo, for instance `coach` or `agency`.")],
) -> None:
    """Print a short-lived access token of a demo account. Refuses outside the demo."""
    part("service.commands.demo_tokens", "print_token")(role)


@app.command()
def client(
    action: Annotated[str, typer.Argument(help="`add`, `list` or `revoke`.")],
    name: Annotated[str, typer.Argument(help="To add: what the application is called. To revoke: its client id.")] = "",
    redirect: Annotated[list[str] | None, typer.Option(help="Where people return; may be repeated.")] = None,
    post_logout: Annotated[list[str] | None, typer.Option(help="Where they go after log-out; repeatable.")] = None,
    origin: Annotated[list[str] | None, typer.Option(help="Origin of a page that calls the API; repeatable.")] = None,
    scope: Annotated[list[str] | None, typer.Option(help="register:read, register:write, offline_access.")] = None,
    comment: Annotated[str, typer.Option(help="Why it is revoked.")] = "",
    *,
    confidential: Annotated[bool, typer.Option(help="It runs on a server and gets a secret, shown once.")] = False,
) -> None:
    """Register, list or revoke the front ends through which people log in at the embedded provider."""
    addresses = {"redirectUris": redirect, "postLogoutRedirectUris": post_logout, "origins": origin, "scopes": scope}
    values = {key: given or [] for key, given in addresses.items()} | {"isConfidential": confidential}
    part("service.commands.front_ends", "client_command")(action, name, values, comment)


if __name__ == "__main__":
    app(prog_name="run.py")
