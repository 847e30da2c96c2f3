"""
Imports of clients: what a check and a run need, what is asked for by them, and how one ends.

The worker reads the file (service/importing): here stands what happens when somebody takes a transition. The file is an
attachment of the import; it is erased when the import has ended.
"""

import json
import re
from hashlib import sha256
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from auth.access_paths import RowFacts
from models.attachment import Attachment
from models.client_import import ImportRefusal
from models.values import ValueRefused
from resolvers.context import Changes, CommandContext, LoadedRow, Rulebook, Step
from resolvers.files.attachments import record_attachment
from resolvers.writing.transitions import set_column, show_print_link, transition_refused

STOPPED = "IMPORT_STOPPED"
MOST_LINES = 1_000  # lines that one import may name as other people than those whom they resemble
_LAST_LINE = 2_000_000
_BETWEEN = re.compile(r"[\s,;]+")


class LineNumberRefused(ValueRefused):
    """The text is no list of line numbers below a header, or has too many of them."""

    code = "LINE_NUMBER_REFUSED"


def checked_lines(text: str) -> str | None:
    """
    Return numbers of lines in order, each once, as "4, 7"; None for an empty text.

    :raises LineNumberRefused: when one is no line below a header, or there are more than MOST_LINES
    """
    return ", ".join(map(str, line_numbers(text))) or None


def line_numbers(text: str | None) -> list[int]:
    """
    Return the numbers of lines in a text in order, each once.

    :raises LineNumberRefused: when one is no line below a header, or there are more than MOST_LINES
    """
    written = [part for part in _BETWEEN.split(text or "") if part]
    if len(written) > MOST_LINES or not all(re.fullmatch("[0-9]{1,7}", part) for part in written):
        raise LineNumberRefused(most=str(MOST_LINES))
    numbers = sorted({int(part) for part in written})
    if not all(1 < number <= _LAST_LINE for number in numbers):
        raise LineNumberRefused(most=str(MOST_LINES))
    return numbers


async def import_file(row: Any, db: TransactionalDBClient | None = None) -> Attachment:
    """
    Return the only file of an import.

    :raises CommandRefused: IMPORT_FILE_MISSING, IMPORT_FILE_UNCLEAR, FILE_INFECTED
    """
    query = Attachment.filter(noun="client_import", object_id=row.pk).exclude(uploaded_at=None).limit(2)
    files = await (query.using_db(db) if db else query)
    if not files:
        raise transition_refused("IMPORT_FILE_MISSING", "attachments")
    if len(files) > 1:
        raise transition_refused("IMPORT_FILE_UNCLEAR", "attachments")
    if files[0].finding is not None:
        raise transition_refused("FILE_INFECTED", "attachments")
    return files[0]


def digest_of_import(row: Any, file: Attachment) -> str:
    """Return SHA-256 of the file and of how it is to be read: another one may make other people of it."""
    said = (row.sheet, row.encoding, row.nobody_is_restricted, row.distinct_lines, row.mapping)
    return sha256(json.dumps([file.sha256, *said], ensure_ascii=False).encode()).hexdigest()


async def import_file_ready(step: Step) -> None:
    """
    Check that the import has one file, and that nothing harmful was found in it.

    :raises CommandRefused: IMPORT_FILE_MISSING, IMPORT_FILE_UNCLEAR, FILE_INFECTED
    """
    await import_file(step.row, step.db)


async def as_it_was_checked(step: Step) -> None:
    """
    Check that file and options are those of the check: what is run is what somebody has read the report of.

    :raises CommandRefused: IMPORT_CHANGED
    """
    if step.row.checked_digest != digest_of_import(step.row, await import_file(step.row, step.db)):
        raise transition_refused("IMPORT_CHANGED")


async def ask_for_check(step: Step) -> Changes:
    """Note who asks for the check and of what; what an earlier check reported goes."""
    row = step.row
    row.checked_digest = digest_of_import(row, await import_file(row, step.db))
    await ImportRefusal.filter(client_import_id=row.pk).using_db(step.db).delete()
    return _ask(step)


async def ask_for_run(step: Step) -> Changes:
    """Note who asks for the run, in whose name the clients are written."""
    return _ask(step)


def _ask(step: Step) -> Changes:
    row, viewer = step.row, step.context.viewer
    row.asked_by = viewer.account
    changes = set_column(row, "asked_by_name", "askedByName", viewer.name)
    changes |= set_column(row, "asked_at", "askedAt", step.context.now)
    changes |= set_column(row, "notes", "notes", [])
    for column, key in (("lines_expected", "linesExpected"), ("lines_read", "linesRead")):
        changes |= set_column(row, column, key, None)
    for name in ("written", "unchanged", "refused"):
        changes |= set_column(row, name, name, None)
    return changes | set_refusal(row, None)


def set_refusal(row: Any, code: str | None, line: int | None = None, names: tuple[str, ...] = ()) -> Changes:
    """Set why an import could not go on, and which line, columns, fields or sheets are to blame; None: nothing is."""
    changes = set_column(row, "refusal", "refusal", code)
    changes |= set_column(row, "refusal_line", "refusalLine", line)
    return changes | set_column(row, "refusal_names", "refusalNames", [name[:100] for name in names[:20]])


async def note_stopped_import(step: Step) -> Changes:
    """Set that somebody stopped the import: what was written so far stays, and a later run goes on from there."""
    return set_refusal(step.row, STOPPED)


async def end_import(step: Step) -> Changes:
    """Erase the file of an import that is discarded, and what a check reported of it."""
    changes, _ = await discarded_import(step.context, step.row, step.db)
    return changes


async def discarded_import(context: CommandContext, row: Any, db: TransactionalDBClient) -> tuple[Changes, list[UUID]]:
    """Erase the file of an import and what a check reported of it; return the changes and the files that there were."""
    await ImportRefusal.filter(client_import_id=row.pk).using_db(db).delete()
    erased = await erase_import_file(context, row, db)
    return set_refusal(row, None) | set_column(row, "ended_at", "endedAt", context.now), erased


async def erase_import_file(context: CommandContext, row: Any, db: TransactionalDBClient) -> list[UUID]:
    """
    Erase the files of an import, announced ones too, inside a transaction; return the ids of those that were stored.

    Without its row nobody can open a file; its bytes are removed afterwards, at the latest by the job `sweep_files`.
    """
    loaded = LoadedRow(context.content_types["client_import"], row, {}, RowFacts())
    erased: list[UUID] = []
    for file in await Attachment.filter(noun="client_import", object_id=row.pk).using_db(db):
        await file.delete(using_db=db)
        if file.uploaded_at is not None:
            await record_attachment(context, loaded, file, "DETACH", db)
            erased.append(file.id)
    return erased


async def link_import_report(step: Step) -> Changes:
    """Show the caller once an address of the report as CSV, valid for ten minutes."""
    return show_print_link(step, "csv")


CLIENT_IMPORT_RULES = Rulebook.of(
    guards=(import_file_ready, as_it_was_checked),
    effects=(ask_for_check, ask_for_run, note_stopped_import, end_import, link_import_report),
)
