"""`run.py cells` and `run.py migrate --all`: all cells of a machine, one after the other."""

import asyncio
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from service.cells import Cell, read_cells, refuse_shared_keys
from service.database.migrations import is_migrated, migrate
from service.database.reference_content import load_reference_content
from service.logs import described_exception, log, set_up_logs
from service.settings import Settings, SettingsRefused
from service.settings_loading import load_settings

_console = Console(soft_wrap=True)
MAP, BACKENDS = "cells.map", "cells-backends.cfg"
_HEAD = "# Written by `run.py cells front` from the file of cells: change that one, and write this anew.\n"


def cells_file() -> Path:
    """
    Return the file of cells.

    :raises SettingsRefused: when no setting names it
    """
    if not (found := os.environ.get("POLKU_CELLS_FILE")):
        raise SettingsRefused("POLKU_CELLS_FILE must name the file of cells")
    return Path(found)


def cells_or_exit() -> dict[str, Cell]:
    """Return the cells, no two of which share a key; end the process with the reason and 2 otherwise."""
    try:
        cells = read_cells(cells_file())
        refuse_shared_keys(cells)
    except SettingsRefused as refused:
        _console.print(f"[red]{refused}[/red]", highlight=False)
        raise typer.Exit(2) from None
    return cells


def migrate_all() -> None:
    """
    Migrate every cell, one after the other, each in one transaction; a cell that fails leaves the others alone.

    The last lines say of each cell what became of it; the exit status is 1 when one failed.
    """
    cells = cells_or_exit()
    set_up_logs("INFO")
    outcomes = {name: _migrated(name) for name in cells}
    for name, outcome in outcomes.items():
        _console.print(f"{name}: {outcome}", highlight=False)
    if failed := [name for name, outcome in outcomes.items() if outcome.startswith("failed")]:
        _console.print(f"[red]{len(failed)} of {len(cells)} cells failed: {', '.join(failed)}[/red]", highlight=False)
        raise typer.Exit(1)


def _migrated(name: str) -> str:
    """Return what became of one cell, as part of a sentence; the log has the place of a failure."""
    try:
        settings = load_settings(cell=name, cells_file=str(cells_file()))
        done = asyncio.run(_brought_up(settings))
    except SettingsRefused as refused:
        return f"failed: {refused}"
    except Exception as error:  # noqa: BLE001 - whatever it is, the other cells are migrated
        log.error("cell not migrated", name=name, **described_exception(error))
        return f"failed: {type(error).__name__}"
    return f"{len(done)} migrations" if done else "nothing to do"


async def _brought_up(settings: Settings) -> list[str]:
    """Migrate a database, in one transaction unless it is empty, load its reference content; return what was run."""
    url = settings.owner_url
    done = await migrate(url, is_atomic=await is_migrated(url))
    await load_reference_content(settings, datetime.now(UTC))
    return done


def cells_command(action: str, to: Path | None) -> None:
    """List the cells, or write the files of the front into a directory."""
    cells = cells_or_exit()
    if action == "list":
        _console.print(table_of(cells))
    elif action == "front" and to is not None:
        to.mkdir(parents=True, exist_ok=True)
        (to / MAP).write_text(front_map(cells), "utf-8")
        (to / BACKENDS).write_text(front_backends(cells), "utf-8")
        _console.print(f"{to / MAP} and {to / BACKENDS}: {len(cells)} cells", highlight=False)
    else:
        raise typer.BadParameter("say `list`, or `front --to DIRECTORY`")


def table_of(cells: Mapping[str, Cell]) -> Table:
    """Return the table of the cells."""
    table = Table("cell", "host names", "port", "directory", "secrets")
    for cell in cells.values():
        table.add_row(cell.name, " ".join(cell.hosts), str(cell.port), str(cell.directory), str(cell.secrets))
    return table


def front_map(cells: Mapping[str, Cell]) -> str:
    """Return HAProxy's map from host names to backends."""
    return _HEAD + "".join(f"{host} cell-{cell.name}\n" for cell in cells.values() for host in cell.hosts)


def front_backends(cells: Mapping[str, Cell]) -> str:
    """Return HAProxy's backends, one for each cell."""
    return _HEAD + "".join(
        f"\nbackend cell-{cell.name} from cells\n"
        f"    http-request set-header x-forwarded-proto https\n"
        f"    server {cell.name} {cell.settings.get('host', '127.0.0.1')}:{cell.port}"
        " check inter 2s maxconn 200 pool-purge-delay 2s\n"
        for cell in cells.values()
    )
