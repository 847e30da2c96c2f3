"""What is stored of an import when it is checked or done: its counts, its notes, and each line that was refused."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from models.client_import import ClientImport, ImportRefusal
from models.import_job import ImportRow
from resolvers.context import Changes, CommandContext, UnitOfWork
from resolvers.files.client_imports import discarded_import, erase_import_file
from resolvers.writing.creation import new_row
from resolvers.writing.transitions import move_to_state, set_column
from service.importing.order import ImportOutcome
from service.importing.report import reason
from workflow.client_import import (
    CHECKING_IMPORT_STATES,
    ENDED_IMPORT_STATES,
    FILE_DAYS,
    RESTING_IMPORT_STATES,
    RUNNING_IMPORT_STATES,
)

_TERM = timedelta(days=FILE_DAYS)
_ROWS = 1_000  # refusals in one statement
_LONGEST = 500  # characters of a sentence


async def finish_import(context: CommandContext, id_: UUID, outcome: ImportOutcome, language: str) -> None:
    """Store what came of a check or a run; a run erases its file. One that somebody stopped stays as it is."""
    async with in_transaction() as db:
        row: Any = await ClientImport.select_for_update(using_db=db).get(id=id_)
        if row.state in CHECKING_IMPORT_STATES:
            target = "CHECKED"
        elif row.state in RUNNING_IMPORT_STATES:
            target = "DONE"
        else:
            return
        changes = await _counted(row, outcome, db)
        changes |= set_column(row, "notes", "notes", [note[:_LONGEST] for note in outcome.notes_in(language)])
        await _store_refusals(context, row, outcome, language, db)
        erased: list[UUID] = []
        if target in ENDED_IMPORT_STATES:
            erased = await erase_import_file(context, row, db)
            changes |= set_column(row, "ended_at", "endedAt", context.now)
        await move_to_state(UnitOfWork(context, db), "client_import", row, target, "FINISH", changes)
    _remove(context, erased)


async def end_old_imports(context: CommandContext) -> int:
    """
    Discard the imports that nobody has run in time, with their files, and forget reports of what ended long ago.

    Return how many were discarded. Repeated and parallel runs are safe.
    """
    due = ClientImport.filter(state__in=RESTING_IMPORT_STATES, modified_at__lt=context.now - _TERM).order_by("id")
    ids = [UUID(str(id_)) for id_ in await due.values_list("id", flat=True)]
    for id_ in ids:
        await _discard(context, id_)
    await ImportRefusal.filter(client_import__ended_at__lt=context.now - _TERM).delete()
    return len(ids)


async def _discard(context: CommandContext, id_: UUID) -> None:
    async with in_transaction() as db:
        row: Any = await ClientImport.select_for_update(using_db=db).get(id=id_)
        if row.state not in RESTING_IMPORT_STATES or row.modified_at >= context.now - _TERM:
            return
        changes, erased = await discarded_import(context, row, db)
        await move_to_state(UnitOfWork(context, db), "client_import", row, "DISCARDED", "EXPIRE", changes)
    _remove(context, erased)


def _remove(context: CommandContext, files: list[UUID]) -> None:
    """Remove the bytes of files whose rows are gone; what a crash leaves is removed by `sweep_files`."""
    for file in files if context.files else ():
        context.files.remove(file.hex)  # type: ignore[union-attr] # there is a store


async def _counted(row: Any, outcome: ImportOutcome, db: TransactionalDBClient) -> Changes:
    """
    Set the counts. A line that an earlier attempt of the same import wrote counts as written by it.

    The lines that were read are those written, unchanged and refused together (rule R31).
    """
    tally = outcome.tally
    stored = tally.written + tally.unchanged
    written = tally.written
    if row.state in RUNNING_IMPORT_STATES:
        own = ImportRow.filter(job_id=outcome.job, import_id=row.pk)
        written = min(stored, await own.using_db(db).count())
    changes = set_column(row, "lines_expected", "linesExpected", outcome.lines)
    changes |= set_column(row, "lines_read", "linesRead", outcome.lines)
    counts = {"written": written, "unchanged": stored - written, "refused": tally.refused}
    for name, count in counts.items():
        changes |= set_column(row, name, name, count)
    return changes


async def _store_refusals(
    context: CommandContext, row: Any, outcome: ImportOutcome, language: str, db: TransactionalDBClient
) -> None:
    """
    Store the refused lines instead of those of the check.

    They are no history of anybody: nothing but this writes them, and the next check or the term takes them away.
    """
    type_, client = context.content_types["import_refusal"], context.content_types["client"]
    await ImportRefusal.filter(client_import_id=row.pk).using_db(db).delete()
    rows: list[Any] = []
    for refusal in outcome.refusals:
        for fault in refusal.faults:
            one: Any = new_row(context, type_)
            one.client_import_id, one.unit_id, one.line, one.code = row.pk, row.unit_id, refusal.line, fault.code
            one.field = client.fields[fault.field].key if fault.field else None
            one.reason = reason(fault, language)[:_LONGEST]
            rows.append(one)
    await ImportRefusal.bulk_create(rows, batch_size=_ROWS, using_db=db)
