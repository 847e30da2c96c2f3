"""`run.py rotate-keys`: moves everything to the newest keys, and says which older key may be removed, and when."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from models.erasure_list import ErasureListBroken
from service.database.installation import installation
from service.keys.ledger import KeysRefused
from service.keys.rotation import OldKey, Rotation, rotate_keys
from service.resources import utc_now
from service.settings import PREFIX, SettingsRefused
from workflow.calendar import FINNISH_ZONE

_console = Console()
FAULT_MEANINGS = {
    "IDENTITY_CODE_TAKEN": "another row has the same identity code: one of the two is to be merged or corrected",
    "SEAL_BROKEN": "the value was changed or belongs to another row: restore it from a backup",
    "SEAL_KEY_UNKNOWN": "its key is not in the settings: add it",
    "SEAL_MALFORMED": "the value is damaged: restore it from a backup",
    "FILE_MISSING": "the file is not there: restore it from a backup",
}


def rotate_keys_command(*, forgets_imports: bool) -> None:
    """Move everything and print what is left; exit with 2 when it could not begin, with 1 when something is left."""
    with installation() as settings, moving_progress() as progress:
        try:
            rotation = asyncio.run(rotate_keys(settings, utc_now(), forgets_imports=forgets_imports, progress=progress))
        except (KeysRefused, ErasureListBroken, SettingsRefused) as refused:
            _tell(f"[red]{refused}[/red]")
            raise typer.Exit(2) from None
    show_rotation(rotation)
    raise typer.Exit(0 if rotation.is_complete else 1)


@contextmanager
def moving_progress() -> Iterator[Callable[[str, int], None]]:
    """Show which place is moved and how many rows so far; the yielded function is the `progress` of `rotate_keys`."""
    columns = (TextColumn("{task.description}"), TextColumn("{task.completed}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda place, moved: bar.update(task, description=place, completed=moved)


def show_rotation(rotation: Rotation) -> None:
    """Print the places, the rows that cannot be moved, and what may be done with each older key."""
    table = Table("Place", "Moved", "Left")
    for place in rotation.places:
        table.add_row(place.name, str(place.moved), str(place.left))
    _console.print(table)
    for fault in (fault for place in rotation.places for fault in place.faults):
        _tell(f"[red]{fault.code}[/red] {fault.table} {fault.row}: {FAULT_MEANINGS.get(fault.code, fault.code)}")
    for use in rotation.missing:
        _tell(f"[red]KEY_MISSING[/red] {use.text()}: add it to {_setting(use.kind)}, then run this again")
    for old in rotation.old:
        _tell(_advice(old))
    for kind, number in rotation.retired:
        _tell(f"{_setting(kind)}: key {number} is gone, and nothing needs it.")
    if not rotation.old:
        _tell("There is one key of each kind, and everything stands under it." if rotation.is_complete else "")


def _advice(old: OldKey) -> str:
    name = f"{_setting(old.kind)}: key {old.number}"
    if old.uses:
        needs = "; ".join(f"{use.place} ({use.rows})" for use in old.uses)
        hint = " With --forget-imports the files of then are not recognised again." if _is_import(old) else ""
        return f"{name} is still needed: {needs}.{hint}"
    until = old.handed_out_until.astimezone(FINNISH_ZONE).strftime("%d.%m.%Y %H:%M")
    return f"{name} may be removed from the settings after {until}; then restart everything and run this again."


def _is_import(old: OldKey) -> bool:
    return any(use.place.startswith("import_row") for use in old.uses)


def _setting(kind: str) -> str:
    return f"{PREFIX}{kind.upper()}_KEY"


def _tell(text: str) -> None:
    if text:
        _console.print(text, highlight=False, soft_wrap=True)
