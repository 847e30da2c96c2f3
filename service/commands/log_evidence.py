"""`run.py seal-logs`, `checkpoint` and `verify-log`: commands for the operator that prove the logs are unchanged."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from auth.evidence.checkpoints import (
    CheckpointRefused,
    exported_checkpoint,
    exported_checkpoints,
    refuse_edited,
)
from auth.evidence.faults import FaultKind, LogFault
from auth.evidence.key_succession import PublicKey, known_checkpoint_keys
from auth.evidence.verification import LogVerification, verify_logs
from resolvers.context import CommandContext
from resolvers.protection.log_seals import seal_finished_entries, sign_checkpoint
from resolvers.rulebook import RULEBOOK
from service.database.connections import connect, orm
from service.database.erasure_replay import erasure_list_of
from service.database.installation import installation
from service.settings import Settings
from workflow.calendar import finnish_day

_console = Console()
FAULT_MEANINGS = {
    FaultKind.ALTERED: "says something else than when it was sealed",
    FaultKind.SWAPPED: "has changed places with the other entry",
    FaultKind.MOVED: "has the content of the other entry",
    FaultKind.REMOVED: "was removed",
    FaultKind.TRUNCATED: "was cut off, with whatever came after it",
    FaultKind.INSERTED: "was put among entries that were sealed already",
    FaultKind.ERASURE_UNPROVEN: "is said to be erased, and no confirmed purge and erasure bears that out",
    FaultKind.REMOVAL_REFUSED: "a removal of ended entries is not signed with a known key, or belongs to another chain",
    FaultKind.ERASURE_UNLISTED: "the list of erasures outside the database does not have this line",
    FaultKind.SEAL_MISSING: "the seal of this position is gone",
    FaultKind.BLOCK_ALTERED: "the block or its seals are not what its hash says",
    FaultKind.BLOCK_MISSING: "the chain does not go on from the block before",
    FaultKind.REWRITTEN: "the chain is not the one that a checkpoint saw",
    FaultKind.CHECKPOINT_REFUSED: "this checkpoint is not signed with a key of POLKU_LOG_KEY or one that it endorses",
}
NO_CHECKPOINT_NOTE = (
    "No checkpoint from outside the database was given. The database alone cannot tell whether its newest part was cut"
    " off together with its seals, or whether somebody who may change everything in it wrote the whole chain again."
)


def seal_logs_now() -> None:
    """Seal the waiting entries and print their number."""
    with installation() as settings:
        count = asyncio.run(_seal_all(settings))
    _console.print(f"Sealed {count} entries of the logs.")


def export_checkpoint(to: Path | None) -> None:
    """Seal the waiting entries, sign the end of the chain, and print the checkpoint or write it to a file."""
    with installation() as settings:
        text = asyncio.run(_checkpoint(settings))
    if text is None:
        _console.print("The logs are empty: there is nothing to sign.")
        raise typer.Exit(1)
    if to is None:
        typer.echo(text, nl=False)
    else:
        to.write_text(text, "utf-8")
        _console.print(
            f"Written: {to}. Keep it where nobody who can change the database can change it.", highlight=False
        )


def verify_command(files: Sequence[Path]) -> None:
    """Verify the logs and print every fault; exit with 1 when there is one, with 2 when a file is no checkpoint."""
    with installation() as settings:
        known = asyncio.run(_known_keys(settings))
        kept = [token for file in files for token in _checkpoints_in(file, known)]
        with _progress_bar() as progress:
            verdict = asyncio.run(_verify(settings, known, kept, progress))
    show_verdict(verdict)
    raise typer.Exit(1 if verdict.faults else 0)


def _checkpoints_in(file: Path, known: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return the signed texts of a file; end the command when it holds none, or when a readable field was changed."""
    try:
        checkpoints = exported_checkpoints(file.read_text("utf-8"))
        for checkpoint in checkpoints:
            refuse_edited(checkpoint, known)
    except (CheckpointRefused, UnicodeDecodeError) as refused:
        reason = refused.reason if isinstance(refused, CheckpointRefused) else "not a text"
        _console.print(f"[red]CHECKPOINT_REFUSED[/red] {file}: {reason}. Nothing was verified.", highlight=False)
        raise typer.Exit(2) from None
    return [checkpoint.token for checkpoint in checkpoints]


def _context(settings: Settings) -> CommandContext:
    from resolvers.system_account import system_context  # noqa: PLC0415 - slow import, not needed for verification
    from service.resources import keyring_of, schema_and_content_types  # noqa: PLC0415 - as above

    now = datetime.now(UTC)
    return system_context(schema_and_content_types()[1], RULEBOOK, keyring_of(settings), now, finnish_day(now))


async def _seal_all(settings: Settings) -> int:
    async with orm(settings.application_url, 2):
        total = 0
        while count := await seal_finished_entries(_context(settings)):
            total += count
        return total


async def _checkpoint(settings: Settings) -> str | None:
    async with orm(settings.application_url, 2):
        context = _context(settings)
        await seal_finished_entries(context)
        signed = await sign_checkpoint(context)
        return exported_checkpoint(signed[0], context.keyring.signing, signed[1]) if signed else None


async def _known_keys(settings: Settings) -> dict[str, PublicKey]:
    connection = await connect(settings.application_url)
    try:
        return await known_checkpoint_keys(connection, settings.keys("log_key"))
    finally:
        await connection.close()


async def _verify(
    settings: Settings, known: Mapping[str, PublicKey], kept: Sequence[str], progress: Any
) -> LogVerification:
    connection = await connect(settings.application_url)
    try:
        lines = await asyncio.to_thread(erasure_list_of(settings).lines)
        return await verify_logs(connection, known, kept, progress, lines)
    finally:
        await connection.close()


@contextmanager
def _progress_bar() -> Iterator[Any]:
    """Show a progress bar while the block runs; the yielded function is the `progress` of `verify_logs`."""
    columns = (TextColumn("Verifying the logs"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def show_verdict(verdict: LogVerification) -> None:
    """Print the faults, the counts, and how far a checkpoint confirms the log."""
    if verdict.faults:
        table = Table("Fault", "Entry", "Position", "Block", "Meaning")
        for fault in verdict.faults:
            table.add_row(*_row(fault))
        _console.print(table)
    _console.print(
        f"{verdict.entries} entries in {verdict.blocks} blocks were verified, {len(verdict.faults)} faults found;"
        f" {verdict.waiting} entries are not sealed yet."
    )
    if checkpoint := verdict.last_agreeing_checkpoint:
        at = checkpoint.at.isoformat(timespec="seconds")
        _console.print(f"Up to entry {checkpoint.entries} this is the log that a checkpoint saw, signed at {at}.")
    elif not any(fault.kind in (FaultKind.REWRITTEN, FaultKind.TRUNCATED) for fault in verdict.faults):
        _console.print(NO_CHECKPOINT_NOTE)


def _row(fault: LogFault) -> tuple[str, ...]:
    entry = f"{fault.log} {fault.entry}".strip()
    other = f" ({fault.other})" if fault.other else ""
    position = "" if fault.position is None else str(fault.position)
    return (
        fault.kind.value,
        entry,
        position,
        "" if fault.block is None else str(fault.block),
        FAULT_MEANINGS[fault.kind] + other,
    )
