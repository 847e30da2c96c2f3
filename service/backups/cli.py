"""The commands of backups and restores: their output and their refusals."""

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
from service.backup_directory import BackupsAreKept
from service.backups.archive import BackupRefused
from service.backups.keeping import run_keeper
from service.backups.programs import ProgramFailed
from service.backups.rehearsal import RehearsalRefused, rehearse
from service.backups.restoring import database_url_named, replayed_erasures, restore_backup
from service.backups.taking import back_up
from service.database.embedded_postgres import EmbeddedPostgres
from service.database.erasure_replay import ErasuresUnobeyed
from service.database.installation import installation, state_directory
from service.logs import set_up_logs
from service.settings import Settings, SettingsRefused

_console = Console()
# The name is part of a statement, a URL and a directory: no character may have a special meaning in any of them.
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,49}")
SYSTEM_DATABASES = frozenset({"postgres", "template0", "template1"})


@contextmanager
def plain_refusals() -> Iterator[None]:
    """End the command with the reason of the refusal and without a traceback."""
    try:
        yield
    except (
        BackupRefused,
        ProgramFailed,
        ErasureListBroken,
        ErasuresUnobeyed,
        SettingsRefused,
        NoSuchDatabase,
        BackupsAreKept,
        RehearsalRefused,
    ) as error:
        _console.print(f"[red]{error}[/red]", highlight=False)
        raise typer.Exit(2) from None


def take_backup(to: Path) -> None:
    """Make a backup and print its path and size."""
    with plain_refusals(), installation() as settings:
        path, manifest = back_up(settings, to, datetime.now(UTC))
    size, count = sum(member["bytes"] for member in manifest["members"]), len(manifest["members"]) - 1
    _console.print(str(path), highlight=False, soft_wrap=True)
    _console.print(f"{count} files, {size:,} bytes before encryption; erasures known: {manifest['erasures']}.")


def restore_command(file: Path, into: str | None, *, is_replaced: bool) -> None:
    """Restore a backup, repeat the erasures of the list, and print the counts."""
    with plain_refusals(), installation() as settings:
        url, files = _target(settings, into)
        restored = asyncio.run(restore_backup(settings, file, url, files, datetime.now(UTC), is_replaced=is_replaced))
    _console.print(f"Restored the backup of {restored.made_at} with {restored.files} files.", highlight=False)
    _console.print(
        f"Erasures that it did not know: {restored.missing}; erased again: {restored.erased}.", highlight=False
    )


def replay(*, is_rebuilt: bool) -> None:
    """Repeat the erasures of the list in a database that was restored by other means, and print the counts."""
    with plain_refusals(), installation() as settings:
        missing, erased = asyncio.run(
            replayed_erasures(settings, settings.owner_url, datetime.now(UTC), is_rebuilt=is_rebuilt)
        )
    _console.print(f"Erasures that the database did not know: {missing}; erased again: {erased}.", highlight=False)


def keep_backups_command() -> None:
    """Make backups and rehearse restores until a signal ends the process."""
    with plain_refusals(), installation() as settings:
        run_keeper(settings)


def rehearse_command() -> None:
    """Rehearse a restore now and print what the backup held; exit with 1 when it could not be restored."""
    with plain_refusals(), installation() as settings:
        set_up_logs(settings.log_level)
        rehearsal = asyncio.run(rehearse(settings, datetime.now(UTC)))
    if not rehearsal.is_passed:
        _console.print(f"[red]{rehearsal.backup} could not be restored: {rehearsal.code}[/red]", highlight=False)
        raise typer.Exit(1)
    _console.print(
        f"{rehearsal.backup} was restored in {rehearsal.seconds} s and dropped again: {rehearsal.rows} rows,"
        f" {rehearsal.files} files, {rehearsal.entries} sealed entries of the logs without a fault.",
        highlight=False,
    )


def _target(settings: Settings, into: str | None) -> tuple[str, Path]:
    """
    Return the database and the directory of files to restore into.

    The embedded server creates the database; on another server it must exist and be empty.

    :raises BackupRefused: for a name that is not suitable for a database and a directory
    """
    if into is None:
        return settings.owner_url, settings.files
    if not _NAME.fullmatch(into) or into in SYSTEM_DATABASES:
        raise BackupRefused(
            "--into: the name of a database of this server is at most 50 letters, digits, _ and -, begins with a letter"
            f" or _, and is none of {', '.join(sorted(SYSTEM_DATABASES))}"
        )
    server = EmbeddedPostgres(state_directory())
    if str(server.socket) in settings.owner_url and not server.has_database(into):
        server.create_database(into)
    return database_url_named(settings.owner_url, into), settings.files.with_name(f"{settings.files.name}-{into}")
