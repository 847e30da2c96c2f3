"""`run.py restore`: verify and restore a backup, then repeat the erasures of the list, load the reference content."""

import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit, urlunsplit
from uuid import UUID

from resolvers.refusals import CommandRefused
from resolvers.rulebook import RULEBOOK
from resolvers.system_account import system_context
from service.backups.archive import _CONTENT, _MEMBER, BackupRefused, opened_archive, verified_manifest
from service.backups.programs import running_program
from service.backups.taking import DATABASE_MEMBER, FILES_MEMBER, backup_keys
from service.database.connections import connect, credentials
from service.database.erasure_head import refuse_cut_list
from service.database.erasure_replay import erasure_list_of, rebuild_erasure_list, replay_erasures
from service.database.job_schema import drop_job_schema
from service.database.migrations import migrate, migration_context
from service.database.reference_content import load_reference_content
from service.database.row_counts import COUNTING_STATEMENT
from service.resources import keyring_of, schema_and_content_types
from service.settings import Settings
from workflow.calendar import finnish_day

EMPTY = "SELECT NOT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p'))"


@dataclass(frozen=True)
class RestoreResult:
    """The result of a restore: `missing` lines of the list were not in the backup, `erased` objects were in it."""

    made_at: str
    missing: int
    erased: int
    files: int


async def restore_backup(
    settings: Settings, file: Path, url: str, files: Path | None, now: datetime, *, is_replaced: bool = False
) -> RestoreResult:
    """
    Restore a backup into the database at `url`, as its owner, and its files into the directory `files`; None: no files.

    The reference content of this version is loaded too: a service on an older backup would not be ready without it.

    :raises BackupRefused: before anything is changed, when the backup or the list of erasures is incomplete, or when
        the database is not empty and `is_replaced` is not set; afterwards, when a table has not the rows that it had,
        or when everything is restored and the reference content is refused
    """
    keys = backup_keys(settings)
    with file.open("rb") as source:
        manifest = verified_manifest(source, keys)
    lines = len(erasure_list_of(settings).lines())
    if lines < manifest["erasures"]:
        raise BackupRefused(
            f"The list of erasures has {lines} lines, the backup knew {manifest['erasures']}: put it back"
        )
    for directory in {file.parent, settings.backup_dir}:
        refuse_cut_list(directory, erasure_list_of(settings))
    await _empty_database(url, is_replaced=is_replaced)
    with file.open("rb") as source:
        _restore_database(source, keys, url)
    await _refuse_other_rows(url, manifest.get("rows", {}))
    await migrate(url)
    missing, erased = await replayed_erasures(settings, url, now)
    attachments, written = await _attachments(url), 0
    if files is not None:
        with file.open("rb") as source:
            written = _restore_files(source, keys, files, attachments)
    await _load_content(settings, url, now)
    return RestoreResult(manifest["made_at"], missing, erased, written)


async def _load_content(settings: Settings, url: str, now: datetime) -> None:
    try:
        await load_reference_content(settings, now, url=url)
    except CommandRefused as refused:
        codes = ", ".join(problem.code for problem in refused.problems)
        raise BackupRefused(
            f"The backup is restored, but the reference content of this version was refused ({codes}): the service is"
            " not ready until `run.py migrate` loads it"
        ) from refused


async def _refuse_other_rows(url: str, expected: Mapping[str, int]) -> None:
    """Compare the rows of each table with those of the manifest; a backup of an older version has none there."""
    connection = await connect(url)
    try:
        statement = await connection.fetchval(COUNTING_STATEMENT)
        found = {row["name"]: row["rows"] for row in await connection.fetch(statement)} if statement else {}
    finally:
        await connection.close()
    if other := sorted(name for name, rows in expected.items() if found.get(name) != rows):
        raise BackupRefused(f"the restored tables do not have the rows that the backup noted: {', '.join(other)}")


async def replayed_erasures(
    settings: Settings, url: str, now: datetime, *, is_rebuilt: bool = False
) -> tuple[int, int]:
    """
    Repeat the erasures of the list as the owner of the tables; return how many lines were missing, and how many objects
    were erased.

    With `is_rebuilt`, a lost list is written again from the erasures that the database knows.
    """
    erasures = erasure_list_of(settings)
    context = system_context(
        schema_and_content_types()[1], RULEBOOK, keyring_of(settings), now, finnish_day(now), erasures=erasures
    )
    connection = await connect(url)
    try:
        async with migration_context(url):
            if is_rebuilt and not erasures.lines():
                await rebuild_erasure_list(erasures)
            return await replay_erasures(connection, context, erasures)
    finally:
        await connection.close()


def database_url_named(url: str, database: str) -> str:
    """Return the URL of another database of the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


async def _empty_database(url: str, *, is_replaced: bool) -> None:
    connection = await connect(url)
    try:
        if await connection.fetchval(EMPTY):
            return
        if not is_replaced:
            raise BackupRefused("The database is not empty: --replace throws away what it holds")
        await connection.execute("DROP SCHEMA public CASCADE")
        await connection.execute("CREATE SCHEMA public")
        await drop_job_schema(connection)
    finally:
        await connection.close()


def _restore_database(source: IO[bytes], keys: dict[int, bytes], url: str) -> None:
    arguments = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction")
    database = str(credentials(url)["database"])
    with running_program(url, "pg_restore", *arguments, "--dbname", database, stdin=subprocess.PIPE) as process:
        member = ""
        with suppress(BrokenPipeError):  # a program that stopped early gives the reason itself
            for kind, data in opened_archive(source, keys):
                if kind == _MEMBER:
                    member = data.decode()
                elif kind == _CONTENT and member == DATABASE_MEMBER and process.stdin:
                    process.stdin.write(data)


async def _attachments(url: str) -> set[UUID] | None:
    """Return the ids of the remaining attachments; None when there is no such table."""
    connection = await connect(url)
    try:
        if not await connection.fetchval("SELECT to_regclass('attachment')"):
            return None
        return {UUID(str(row["id"])) for row in await connection.fetch("SELECT id FROM attachment")}
    finally:
        await connection.close()


def _restore_files(source: IO[bytes], keys: dict[int, bytes], directory: Path, attachments: set[UUID] | None) -> int:
    """Write the files back, except those without an attachment row: their person is erased, or they have no owner."""
    written, target = 0, None
    for kind, data in opened_archive(source, keys):
        if kind == _MEMBER:
            target = _target_file(directory, data.decode(), attachments)
            written += target is not None
        elif kind == _CONTENT and target is not None:
            with target.open("ab") as file:
                file.write(data)
    return written


def _target_file(directory: Path, member: str, attachments: set[UUID] | None) -> Path | None:
    path = (directory / member.removeprefix(FILES_MEMBER)).resolve()
    if not member.startswith(FILES_MEMBER) or not path.is_relative_to(directory.resolve()):
        return None
    if attachments is not None and (attachment := _uuid(path.stem)) and attachment not in attachments:
        return None
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_bytes(b"")
    return path


def _uuid(text: str) -> Any:
    try:
        return UUID(text)
    except ValueError:
        return None
