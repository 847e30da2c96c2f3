"""`run.py upgrade`: bring the database to this version, with a backup before it and a verification after it."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import typer
from rich.console import Console

from auth.evidence.key_succession import known_checkpoint_keys
from auth.evidence.verification import verify_logs
from models.error_causes import causes
from models.sealed import SealRefused
from resolvers.refusals import CommandRefused
from service.backups.archive import BackupRefused
from service.backups.cli import plain_refusals
from service.backups.taking import back_up
from service.database.connections import connect, read_pool
from service.database.erasure_replay import erasure_list_of, refuse_unobeyed
from service.database.installation import installation
from service.database.migrations import migrate
from service.database.reference_content import load_reference_content
from service.database.upgrade_checks import (
    DatabaseState,
    UpgradeRefused,
    database_state,
    refuse_contraction,
    refuse_unreadable,
)
from service.logs import described_exception
from service.resources import keyring_of
from service.settings import Settings

LOCK_SECONDS, ATTEMPTS = 2, 15  # while others serve: requests wait behind a migration that waits for their table
_console = Console()


class UpgradeFailed(RuntimeError):
    """The migration or what was verified after it failed; the text says what the database is like now."""

    code = "UPGRADE_FAILED"


@dataclass(frozen=True)
class Upgrade:
    """What an upgrade did: the state before, the migrations that ran, the backup, and changed numbers of rows."""

    before: DatabaseState
    done: list[str]
    backup: Path | None
    rows: dict[str, tuple[int, int]]
    entries: int


def upgrade_command(*, may_skip_backup: bool, while_serving: bool) -> None:
    """Upgrade and print what changed; exit with 2 when nothing was done, with 1 when something failed."""
    with plain_refusals(), installation() as settings:
        try:
            now = datetime.now(UTC)
            upgrade = asyncio.run(upgraded(settings, now, may_skip_backup=may_skip_backup, while_serving=while_serving))
        except (UpgradeRefused, SealRefused) as refused:
            reason = f"POLKU_FIELD_KEY is not the key of this database: {refused}"
            _tell(f"[red]{reason if isinstance(refused, SealRefused) else refused}[/red]\nNothing was changed.")
            raise typer.Exit(2) from None
        except UpgradeFailed as failed:
            _tell(f"[red]{failed}[/red]")
            raise typer.Exit(1) from None
    show(upgrade)


async def upgraded(settings: Settings, now: datetime, *, may_skip_backup: bool, while_serving: bool = False) -> Upgrade:
    """
    Bring the database of the settings to this version and return what was done; repeated, it does nothing more.

    With `while_serving` the version before may serve on: only migrations run that add to the database, and they wait
    for no table longer than the requests that wait behind them can bear.

    :raises UpgradeRefused: before anything was changed
    :raises UpgradeFailed: when a migration failed, which leaves the database as it was, or the verification did
    """
    before = await database_state(settings.owner_url)
    await refuse_unreadable(settings.owner_url, before, keyring_of(settings))
    await _refuse_missing_erasures(settings)
    if while_serving:
        refuse_contraction(before)
    backup = None
    if before.pending and before.applied:
        backup = _backup_before(settings, now, may_skip_backup=may_skip_backup)
    done = await _migrated(settings, before, backup, attempts=ATTEMPTS if while_serving else 1)
    await _loaded(settings, now, backup)
    after = await database_state(settings.owner_url)
    entries = await _verified(settings, after, backup)
    return Upgrade(before, done, backup, _changed(before.rows, after.rows), entries)


async def _refuse_missing_erasures(settings: Settings) -> None:
    async with read_pool(settings.owner_url, 1) as pool:
        await refuse_unobeyed(pool, erasure_list_of(settings))


def _backup_before(settings: Settings, now: datetime, *, may_skip_backup: bool) -> Path | None:
    """
    Return the path of a new backup.

    :raises UpgradeRefused: when none can be made, unless `may_skip_backup`
    """
    if may_skip_backup:
        return None
    how = "or say --without-backup if there is another one"
    if settings.backup_dir is None:
        raise UpgradeRefused(f"No backup can be made: set POLKU_BACKUP_DIR, {how}")
    try:
        path, _manifest = back_up(settings, settings.backup_dir, now)
    except (BackupRefused, OSError) as error:
        reason = str(error) if isinstance(error, BackupRefused) else type(error).__name__
        raise UpgradeRefused(f"No backup could be made ({reason}): put that right, {how}") from None
    _tell(f"Backup: {path}")
    return path


async def _migrated(settings: Settings, before: DatabaseState, backup: Path | None, attempts: int) -> list[str]:
    """
    Migrate a filled database in one transaction; a new one has no state to keep and is faster without.

    With several `attempts` it lets those pass who use a table, and tries again.
    """
    lock_seconds = LOCK_SECONDS if attempts > 1 else 0
    try:
        return await migrate(settings.owner_url, is_atomic=bool(before.applied), lock_seconds=lock_seconds)
    except Exception as error:
        if attempts > 1 and any(isinstance(one, asyncpg.LockNotAvailableError) for one in causes(error)):
            await asyncio.sleep(LOCK_SECONDS)
            return await _migrated(settings, before, backup, attempts - 1)
        facts = described_exception(error)
        after = await database_state(settings.owner_url)
        is_as_before = after.applied == before.applied
        state = (
            "The database is as it was: start the version of before again."
            if is_as_before
            else f"The database was changed. {restore_hint(backup)}"
        )
        where = facts["at"][-1] if facts["at"] else ""
        why = said_by_migration(error) or f"{facts['exception']} at {where}"
        raise UpgradeFailed(f"The migration failed: {why}.\n{state}") from error


def said_by_migration(error: BaseException) -> str | None:
    """Return what a migration itself says in a RAISE: tables and states, never values; None for any other error."""
    cause = next((one for one in causes(error) if isinstance(one, asyncpg.RaiseError)), None)
    return str(cause).rstrip(".") if cause else None


async def _loaded(settings: Settings, now: datetime, backup: Path | None) -> None:
    """
    Load the reference content of this version: all of it or nothing.

    :raises UpgradeFailed: when a rule refuses an item
    """
    try:
        await load_reference_content(settings, now)
    except CommandRefused as refused:
        codes = ", ".join(problem.code for problem in refused.problems)
        raise UpgradeFailed(f"The reference content was refused: {codes}.\n{restore_hint(backup)}") from refused


async def _verified(settings: Settings, after: DatabaseState, backup: Path | None) -> int:
    """
    Return how many entries of the logs were verified.

    :raises UpgradeFailed: when a migration is missing, or the logs are not what was sealed
    """
    connection = await connect(settings.owner_url)
    try:
        verdict = await verify_logs(connection, await known_checkpoint_keys(connection, settings.keys("log_key")))
    finally:
        await connection.close()
    if after.pending or verdict.faults:
        faults = f"{len(after.pending)} migrations are missing, {len(verdict.faults)} entries of the logs are not right"
        raise UpgradeFailed(f"The upgrade was verified and is not right: {faults}.\n{restore_hint(backup)}")
    return verdict.entries


def restore_hint(backup: Path | None) -> str:
    """Return how to go back to the state before."""
    source = backup or "the newest backup"
    return f"With the version of before: python3 run.py restore --from {source} --replace"


def _changed(before: Mapping[str, int], after: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    names = sorted(before.keys() | after.keys())
    pairs = {name: (before.get(name, 0), after.get(name, 0)) for name in names if name != "tortoise_migrations"}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def show(upgrade: Upgrade) -> None:
    """Print what changed."""
    if not upgrade.done and not upgrade.before.pending:
        _tell("Nothing to do: the database has this version already.")
    for name in upgrade.done:
        _tell(f"  {name}")
    if upgrade.done:
        _tell(f"{len(upgrade.done)} migrations ran. What they are for stands in CHANGELOG.md.")
    for table, (before, after) in upgrade.rows.items() if upgrade.before.applied else ():
        _tell(f"  {table}: {before} rows before, {after} after")
    _tell(f"Verified: no migration is missing, {upgrade.entries} sealed entries of the logs are as they were.")


def _tell(text: str) -> None:
    _console.print(text, highlight=False, soft_wrap=True)
