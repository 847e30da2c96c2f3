"""`run.py rehearse`: restore the newest backup into a scratch database, see that it is whole, and drop it again."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

import asyncpg

from auth.evidence.key_succession import known_checkpoint_keys
from auth.evidence.verification import verify_logs
from service.backup_directory import BackupFile, Rehearsal, newest_backup, note_rehearsal
from service.backups.archive import verified_manifest
from service.backups.restoring import database_url_named, restore_backup
from service.backups.taking import FILES_MEMBER, backup_keys
from service.database.connections import connect, credentials
from service.logs import described_exception, log
from service.settings import Settings

# As deploy/initdb.sh makes the real one, whatever the defaults of the server are.
LIKE_THE_REAL_ONE = "TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'"
_MAY_CREATE = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
_UPLOADED = "SELECT id FROM attachment WHERE uploaded_at IS NOT NULL"


class RehearsalRefused(RuntimeError):
    """A rehearsal cannot begin: a setting, a right or the backup is missing; the text says which."""

    code = "REHEARSAL_REFUSED"


class RehearsalFailed(RuntimeError):
    """The backup was restored and is not what it must be; the code says why."""

    code = "REHEARSAL_FAILED"

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code


async def rehearse(settings: Settings, now: datetime) -> Rehearsal:
    """
    Return the outcome of a rehearsal with the newest backup; it is noted beside the backups, and in the log.

    :raises RehearsalRefused: when it cannot begin; nothing is noted then
    """
    directory, backup = _newest(settings)
    await _refuse_without_right(settings)
    started = time.monotonic()
    try:
        counts = await _restored_counts(settings, backup, now)
        rehearsal = Rehearsal(now, backup.path.name, "", **counts, seconds=round(time.monotonic() - started, 1))
    except Exception as error:  # noqa: BLE001 - whatever it was, this backup could not be restored
        log.error("rehearsal failed", name=backup.path.name, **described_exception(error))
        code = str(getattr(error, "code", None) or type(error).__name__)
        rehearsal = Rehearsal(now, backup.path.name, code, seconds=round(time.monotonic() - started, 1))
    note_rehearsal(directory, rehearsal)
    if rehearsal.is_passed:
        took = round(rehearsal.seconds * 1000)
        log.info("rehearsal passed", name=rehearsal.backup, rows=rehearsal.rows, milliseconds=took)
    return rehearsal


def _newest(settings: Settings) -> tuple[Path, BackupFile]:
    if settings.backup_dir is None:
        raise RehearsalRefused("POLKU_BACKUP_DIR is missing: it names the directory with the backups")
    if not settings.rehearsal_url:
        raise RehearsalRefused(
            "POLKU_REHEARSAL_DATABASE_URL is missing: a rehearsal restores into a scratch database, as a role that may"
            " create databases (docs/operations.md)"
        )
    newest = newest_backup(settings.backup_dir)
    if newest is None:
        raise RehearsalRefused(f"There is no backup in {settings.backup_dir} yet: `run.py keep-backups` makes one")
    return settings.backup_dir, newest


async def _refuse_without_right(settings: Settings) -> None:
    try:
        connection = await connect(settings.rehearsal_url)
    except (asyncpg.PostgresError, OSError) as error:
        raise RehearsalRefused(
            f"POLKU_REHEARSAL_DATABASE_URL: the database refuses ({type(error).__name__}); see that the role exists and"
            " may log in with POLKU_REHEARSAL_DATABASE_PASSWORD (docs/operations.md)"
        ) from None
    try:
        if not await connection.fetchval(_MAY_CREATE):
            role = await connection.fetchval("SELECT quote_ident(current_user)")
            raise RehearsalRefused(f"{role} may not create databases. As a superuser: ALTER ROLE {role} CREATEDB")
    finally:
        await connection.close()


async def _restored_counts(settings: Settings, backup: BackupFile, now: datetime) -> dict[str, int]:
    """
    Restore a backup and return how many rows, log entries and files it holds.

    :raises RehearsalFailed: when an entry of the logs is not what was sealed, or a file is missing
    """
    with backup.path.open("rb") as source:
        manifest = verified_manifest(source, backup_keys(settings))
    async with scratch_database(settings.rehearsal_url) as url:
        await restore_backup(settings, backup.path, url, None, now)
        connection = await connect(url)
        try:
            verdict = await verify_logs(connection, await known_checkpoint_keys(connection, settings.keys("log_key")))
            uploaded = {row["id"].hex for row in await connection.fetch(_UPLOADED)}
        finally:
            await connection.close()
    if verdict.faults:
        raise RehearsalFailed("LOG_FAULTS", f"{len(verdict.faults)} entries of the logs are not what was sealed")
    files = files_in(manifest)
    if lost := uploaded - files:
        raise RehearsalFailed("FILES_MISSING", f"{len(lost)} attachments have no file in the backup")
    return {"rows": sum(manifest.get("rows", {}).values()), "entries": verdict.entries, "files": len(files)}


def files_in(manifest: dict[str, Any]) -> set[str]:
    """Return the ids of the attachments whose files a backup holds."""
    names = (member["name"] for member in manifest["members"] if member["name"].startswith(FILES_MEMBER))
    return {PurePosixPath(name).stem.replace("-", "") for name in names}


@asynccontextmanager
async def scratch_database(url: str) -> AsyncIterator[str]:
    """
    Yield the URL of an empty database that exists meanwhile; `url` is of a role that may create databases.

    Nobody else may connect to it. One that a killed rehearsal left is dropped first.
    """
    scratch, connection = scratch_name(url), await connect(url)
    try:
        await _drop_scratch(connection, scratch)
        await connection.execute(f'CREATE DATABASE "{scratch}" {LIKE_THE_REAL_ONE}')
        try:
            await connection.execute(f'REVOKE ALL ON DATABASE "{scratch}" FROM PUBLIC')
            yield database_url_named(url, scratch)
        finally:
            await _drop_scratch(connection, scratch)
    finally:
        await connection.close()


def scratch_name(url: str) -> str:
    """Return the name of the scratch database of a role: those of two cells on one server may rehearse at once."""
    return f"{credentials(url)['user']}_scratch"


async def _drop_scratch(connection: "asyncpg.Connection[Any]", scratch: str) -> None:
    """
    Drop the scratch database, whoever of this role is still in it.

    `WITH (FORCE)` would be refused while autovacuum is in it, which this role may not end; DROP DATABASE itself may.
    """
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = $1 AND usename = current_user AND pid <> pg_backend_pid()",
        scratch,
    )
    await connection.execute(f'DROP DATABASE IF EXISTS "{scratch}"')
