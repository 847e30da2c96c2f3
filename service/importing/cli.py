"""`run.py import clients FILE`: the command around the import."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg
import typer
from rich.console import Console

from auth.viewer import Viewer
from models.organisation import Unit
from models.sealed import Keyring
from resolvers.context import CommandContext
from resolvers.rulebook import RULEBOOK
from schema.root import declared_types
from service.commands.installation import installation
from service.database.connections import credentials, orm
from service.importing.clients import ReadingRules
from service.importing.columns import ColumnMapping, read_mapping
from service.importing.lines import FileRefused
from service.importing.progress import progress_bar, show_outcome
from service.importing.register import DatabaseRegister, WriteBroken
from service.importing.report import report_path, write_report
from service.importing.run import ImportOrder, ImportOutcome
from service.importing.run import import_clients as run_import
from service.settings import Settings
from workflow.roles import AccountKind

_console = Console()
_ZONE = ZoneInfo("Europe/Helsinki")
# Who imports is whoever may run commands on the server; history shows this name and this account for all of them.
OPERATOR = Viewer(
    account=UUID("00000000-0000-7000-8000-000000000001"),
    kind=AccountKind.STAFF,
    epoch=0,
    name="Tuonti komentoriviltä",
    everywhere=frozenset({"supervisor"}),
)
_LOCK = 7_065_107_117  # any number that no other lock of this database uses


class ImportRefused(Exception):
    """The import cannot begin."""

    code = "IMPORT_REFUSED"


class ImportIsRunning(ImportRefused):
    """Another import works on this database."""

    code = "IMPORT_IS_RUNNING"


class UnitUnclear(ImportRefused):
    """No unit of that name, or several units and none named."""

    code = "IMPORT_UNIT_UNCLEAR"


def import_clients_command(file: Path, mapping: Path | None, unit: str, *, is_dry_run: bool) -> None:
    """Import a file into a unit (by name; may be left out where there is one only), show progress, write the report."""
    try:
        with installation() as settings:
            outcome = asyncio.run(_imported(settings, file, mapping, unit, is_dry_run=is_dry_run))
    except (FileRefused, ImportRefused, WriteBroken) as refused:
        _console.print(f"[red]{refused.code}[/red]: {refused}")
        raise typer.Exit(2) from None
    show_outcome(_console, outcome, is_dry_run=is_dry_run)
    write_report(outcome.refusals, report_path(file))
    _console.print(f"Hylätyt rivit: {report_path(file).name}")


async def _imported(
    settings: Settings, file: Path, mapping: Path | None, unit: str, *, is_dry_run: bool
) -> ImportOutcome:
    now = datetime.now(UTC)
    today = now.astimezone(_ZONE).date()
    allow_artificial = settings.artificial_identity_codes
    keyring = Keyring(settings.keys("field_key"), settings.keys("index_key"))
    context = CommandContext(declared_types(), RULEBOOK, OPERATOR, now, today, keyring, allow_artificial)
    read = read_mapping(mapping) if mapping else ColumnMapping()
    order = ImportOrder(file, read, ReadingRules(today, allow_artificial), keyring, is_dry_run)
    async with orm(settings.application_url), only_import(settings.application_url):
        register = DatabaseRegister(context, await _unit_called(unit))
        with progress_bar(_console) as show:
            return await run_import(order, register, show)


@asynccontextmanager
async def only_import(url: str) -> AsyncIterator[None]:
    """
    Be the only import of this database; a killed one leaves no lock behind.

    :raises ImportIsRunning: when there is another
    """
    connection = await asyncpg.connect(**credentials(url))
    try:
        if not await connection.fetchval("SELECT pg_try_advisory_lock($1)", _LOCK):
            raise ImportIsRunning("another import is running")
        yield
    finally:
        await connection.close()


async def _unit_called(name: str) -> UUID:
    named = Unit.filter(name=name) if name else Unit.all()
    units = await named.limit(2).only("id")
    if len(units) != 1:
        raise UnitUnclear("name the unit the clients belong to: --unit NAME")
    return units[0].id
