"""`run.py verify`: names by table and id what is sealed and does not open, and the blind indexes that are not right."""

import asyncio

import typer
from rich.console import Console
from rich.table import Table

from models.erasure_list import ErasureListBroken
from service.commands.key_rotation import FAULT_MEANINGS, moving_progress
from service.database.installation import installation
from service.keys.moving import Fault
from service.keys.verification import verify_sealed
from service.resources import utc_now

_console = Console()
MEANINGS = FAULT_MEANINGS | {
    "INDEX_WRONG": "the index is not that of the code: the person is found by another code. Write the code anew",
    "INDEX_MISSING": "the code has no index: the person is not found by it. Run rotate-keys",
    "CODE_MISSING": "there is an index and no code: write the code anew, or restore it from a backup",
}


def verify_sealed_command() -> None:
    """Open everything that is sealed and print what is wrong; exit with 1 when something is."""
    with installation() as settings, moving_progress() as progress:
        try:
            count, faults = asyncio.run(verify_sealed(settings, utc_now(), progress))
        except ErasureListBroken as broken:
            _console.print(f"[red]{broken.code}[/red] {broken}", highlight=False, soft_wrap=True)
            raise typer.Exit(1) from None
    show_faults(count, faults)
    raise typer.Exit(1 if faults else 0)


def show_faults(count: int, faults: list[Fault]) -> None:
    """Print the faults and how much was judged."""
    if faults:
        table = Table("Fault", "Table", "Id", "Meaning")
        for fault in faults:
            table.add_row(fault.code, fault.table, fault.row, MEANINGS.get(fault.code, fault.code))
        _console.print(table)
    _console.print(
        f"{count} sealed rows and files were opened, {len(faults)} faults found. verify-log verifies the logs.",
        highlight=False,
        soft_wrap=True,
    )
