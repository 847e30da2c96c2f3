"""The commands backup, restore and replay: what they print, and how they refuse."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import typer
from asyncpg import InvalidCatalogNameError as NoSuchDatabase
from rich.console import Console

from models.erasure_list import ErasureListBroken
from service.backups.archive import BackupRefused
from service.backups.programs import ProgramFailed
from service.backups.restoring import database_url_named, replayed_erasures, restore_backup
from service.backups.taking import back_up
from service.commands.installation import installation, state_directory
from service.database.embedded_postgres import EmbeddedPostgres
from service.database.erasure_replay import ErasuresUnobeyed
from service.settings import Settings, SettingsRefused

_console = Console()
# Part of a statement, a URL and the name of a directory: with nothing that any of them reads as its own.
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,49}")
THE_SERVERS = frozenset({"postgres", "template0", "template1"})


@contextmanager
def refused_plainly() -> Iterator[None]:
    """End the command with the reason and without a traceback."""
    try:
        yield
    except (
        BackupRefused,
        ProgramFailed,
        ErasureListBroken,
        ErasuresUnobeyed,
        SettingsRefused,
        NoSuchDatabase,
    ) as error:
        _console.print(f"[red]{error}[/red]", highlight=False)
        raise typer.Exit(2) from None


def take_backup(to: Path) -> None:
    """Make a backup and say what is in it."""
    with refused_plainly(), installation() as settings:
        path, manifest = back_up(settings, to, datetime.now(UTC))
    size, count = sum(member["bytes"] for member in manifest["members"]), len(manifest["members"]) - 1
    _console.print(str(path), highlight=False, soft_wrap=True)
    _console.print(f"{count} files, {size:,} bytes before encryption; erasures known: {manifest['erasures']}.")


def restore_command(file: Path, into: str | None, *, is_replaced: bool) -> None:
    """Restore a backup, erase again whom the list of erasures names, and say so."""
    with refused_plainly(), installation() as settings:
        url, files = _target(settings, into)
        done = asyncio.run(restore_backup(settings, file, url, files, datetime.now(UTC), is_replaced=is_replaced))
    _console.print(f"Restored the backup of {done.made_at} with {done.files} files.", highlight=False)
    _console.print(f"Erasures that it did not know: {done.missing}; erased again: {done.erased}.", highlight=False)


def replay_erasures(*, is_rebuilt: bool) -> None:
    """Erase again whom the list of erasures names, in a database that was restored by other means."""
    with refused_plainly(), installation() as settings:
        missing, erased = asyncio.run(
            replayed_erasures(settings, settings.owner_url, datetime.now(UTC), is_rebuilt=is_rebuilt)
        )
    _console.print(f"Erasures that the database did not know: {missing}; erased again: {erased}.", highlight=False)


def _target(settings: Settings, into: str | None) -> tuple[str, Path]:
    """
    Return where to restore to. The embedded server makes the database; on others it is there already, and empty.

    :raises BackupRefused: for a name that no database and no directory of files should have
    """
    if into is None:
        return settings.owner_url, settings.files
    if not _NAME.fullmatch(into) or into in THE_SERVERS:
        raise BackupRefused(
            "--into: the name of a database of this server is at most 50 letters, digits, _ and -, begins with a letter"
            f" or _, and is none of {', '.join(sorted(THE_SERVERS))}"
        )
    server = EmbeddedPostgres(state_directory())
    if str(server.socket) in settings.owner_url and not server.has_database(into):
        server.create_database(into)
    return database_url_named(settings.owner_url, into), settings.files.with_name(f"{settings.files.name}-{into}")
