"""`run.py import clients FILE`: the command that runs the import."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import typer
from asyncpg import LockNotAvailableError
from rich.console import Console
from rich.markup import escape

from auth.viewer import Viewer
from models.organisation import Unit
from models.sealed import Keyring
from resolvers.context import CommandContext
from resolvers.rulebook import RULEBOOK
from schema.root import declared_types
from service.database.connections import connect, orm
from service.database.installation import installation
from service.importing.asked import JOB
from service.importing.clients import ReadingRules
from service.importing.columns import ColumnMapping, read_mapping
from service.importing.files.lines import FileRefused
from service.importing.files.reading import FileChoice, source_file
from service.importing.order import ImportOrder, ImportOutcome
from service.importing.progress import progress_bar, show_names, show_outcome
from service.importing.register import DatabaseRegister, WriteBroken
from service.importing.report import report_path, write_report
from service.importing.run import import_clients as run_import
from service.importing.run import sampled_names
from service.settings import Settings
from workflow.calendar import FINNISH_ZONE
from workflow.roles import AccountKind

_console = Console()
# Everybody who may run commands on the server may import; history shows this name and this account for all of them.
OPERATOR = Viewer(
    account=UUID("00000000-0000-7000-8000-000000000001"),
    kind=AccountKind.STAFF,
    epoch=0,
    name="Tuonti komentoriviltä",
    everywhere=frozenset({"supervisor"}),
)
_WAIT = "SET lock_timeout = '3s'"  # the job that looks whether an import waits holds the lock for a moment
_LOCK = "SELECT pg_advisory_lock(hashtextextended($1, 0))"


class ImportRefused(Exception):
    """The import cannot start."""

    code = "IMPORT_REFUSED"


class ImportIsRunning(ImportRefused):
    """Another import is running on this database."""

    code = "IMPORT_IS_RUNNING"


class UnitUnclear(ImportRefused):
    """There is no unit with that name, or there are several units and the command names none."""

    code = "IMPORT_UNIT_UNCLEAR"


@dataclass(frozen=True)
class ImportCommand:
    """What the command line says: the file, how to read it, the unit, and who in it is known to be somebody else."""

    file: Path
    mapping: Path | None
    unit: str
    choice: FileChoice
    distinct: frozenset[int]
    is_dry_run: bool
    nobody_is_restricted: bool


def import_clients_of_command_line(  # one for each option
    file: Path,
    mapping: Path | None,
    unit: str,
    sheet: str,
    encoding: str,
    distinct: list[int],
    *,
    is_answered: bool,
    is_dry_run: bool,
) -> None:
    """Run the import as the command line says it; `is_answered`: nobody is under a safety restriction."""
    choice = FileChoice(sheet, encoding)
    import_clients_command(
        ImportCommand(file, mapping, unit, choice, frozenset(distinct), is_dry_run, nobody_is_restricted=is_answered)
    )


def import_clients_command(command: ImportCommand) -> None:
    """Import a file into a unit (its name may be missing when there is only one), show progress, write the report."""
    file, is_dry_run = command.file, command.is_dry_run
    try:
        with installation() as settings:
            outcome = asyncio.run(_run_import(settings, command))
    except (FileRefused, ImportRefused, WriteBroken) as refused:
        _console.print(f"[red]{refused.code}[/red]: {escape(str(refused))}")
        raise typer.Exit(2) from None
    show_outcome(_console, outcome, is_dry_run=is_dry_run)
    write_report(outcome.refusals, report_path(file))
    _console.print(f"Hylätyt rivit: {report_path(file).name}")


async def _run_import(settings: Settings, command: ImportCommand) -> ImportOutcome:
    now = datetime.now(UTC)
    today = now.astimezone(FINNISH_ZONE).date()
    allow_artificial = settings.artificial_identity_codes
    keyring = Keyring(settings.keys("field_key"), settings.keys("index_key"))
    context = CommandContext(declared_types(), RULEBOOK, OPERATOR, now, today, keyring, allow_artificial)
    columns = read_mapping(command.mapping) if command.mapping else ColumnMapping()
    if command.nobody_is_restricted:
        columns = columns.with_nobody_restricted()
    rules = ReadingRules(today, allow_artificial)
    order = ImportOrder(
        source_file(command.file), columns, rules, keyring, command.is_dry_run, command.choice, command.distinct
    )
    show_names(_console, sampled_names(order))
    async with orm(settings.application_url), only_import(settings.application_url):
        register = DatabaseRegister(context, await _unit_named(command.unit))
        with progress_bar(_console) as show:
            return await run_import(order, register, show)


@asynccontextmanager
async def only_import(url: str) -> AsyncIterator[None]:
    """
    Be the only import of this database; a killed import leaves no lock.

    :raises ImportIsRunning: when another import is running
    """
    connection = await connect(url)
    try:
        await connection.execute(_WAIT)
        try:
            await connection.execute(_LOCK, JOB)
        except LockNotAvailableError:
            raise ImportIsRunning("another import is running") from None
        yield
    finally:
        await connection.close()


async def _unit_named(name: str) -> UUID:
    named = Unit.filter(name=name) if name else Unit.all()
    units = await named.limit(2).only("id")
    if len(units) != 1:
        raise UnitUnclear("name the unit the clients belong to: --unit NAME")
    return units[0].id
