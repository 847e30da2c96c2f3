"""
Imports that somebody asked for in the service: the worker checks or runs each in the name of whoever asked.

It may be killed at any moment: the state stays, and the next run of the job reads the file again and finds what was
written by its digests. What a person may do is judged anew before each batch is written.
"""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import structlog
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.exceptions import DoesNotExist
from tortoise.transactions import in_transaction

from auth.access_paths import RowFacts
from auth.accounts.viewer_loading import viewer_of_account
from auth.policy import Kind, effective_roles
from auth.processing import CONTENTS, Busy
from auth.viewer import Viewer
from models.client_import import ClientImport
from models.log import Outbox
from models.lost_connections import is_connection_lost
from models.sealed import SealRefused
from resolvers.context import CommandContext, UnitOfWork
from resolvers.file_store import FileMissing
from resolvers.files.client_imports import digest_of_import, import_file, line_numbers, set_refusal
from resolvers.files.scanning import Scan, scan_stored
from resolvers.refusals import CommandRefused
from resolvers.writing.transitions import move_to_state
from service.importing.clients import ReadingRules
from service.importing.columns import ColumnMapping, mapping_of
from service.importing.files.lines import FileRefused
from service.importing.files.reading import FileChoice, SourceFile
from service.importing.order import ImportOrder
from service.importing.outcome import finish_import
from service.importing.port import Tally
from service.importing.register import DatabaseRegister, WriteBroken
from service.importing.run import import_clients
from workflow.client_import import IMPORT_UNDER_WAY_STATES, RUNNING_IMPORT_STATES
from workflow.vocabulary import VIEW

JOB = "import_clients"  # the scheduled job; an import from the command line takes its lock too
EVERY = timedelta(seconds=5)
_log = structlog.get_logger("polku")


class ImportHalted(Exception):
    """The import does not go on; `fault` is one of ImportFault, None where it is not under way any more."""

    code = "IMPORT_HALTED"

    def __init__(self, fault: str | None) -> None:
        super().__init__(fault or "")
        self.fault = fault


async def run_client_imports(context: CommandContext) -> int:
    """Check or run the imports that wait, in the order in which they were asked for; return how many were finished."""
    waiting = ClientImport.filter(state__in=IMPORT_UNDER_WAY_STATES).order_by("asked_at", "id")
    count = 0
    for id_ in await waiting.values_list("id", flat=True):
        count += await _work(context, UUID(str(id_)))
    return count


async def _work(context: CommandContext, id_: UUID) -> bool:
    """Check or run one import; return whether it came to an end, which it does not while a virus scan is awaited."""
    try:
        return await _read_and_write(context, id_)
    except Busy:  # uploads and exports take turns in the same threads: the next run of the job goes on
        return False
    except FileRefused as refused:
        await _halt(context, id_, refused.code, refused.line, refused.names)
    except WriteBroken as broken:
        await _halt(context, id_, broken.code, broken.line)
    except ImportHalted as halted:
        await _halt(context, id_, halted.fault)
    except Exception as error:
        if is_connection_lost(error):
            raise
        # The text of the error may quote a row; one file must not keep those that wait behind it.
        _log.error("import failed", code="IMPORT_FAILED", outcome=type(error).__name__, row=id_.hex)
        await _halt(context, id_, "IMPORT_FAILED")
    return True


async def _read_and_write(context: CommandContext, id_: UUID) -> bool:
    row = await ClientImport.get(id=id_)
    source = await _source(context, row)
    if source is None:
        return False
    async with in_transaction() as db:
        viewer = await _whoever_asked(context, id_, db)
    own = replace(context, viewer=viewer)

    async def before_write(db: TransactionalDBClient) -> None:
        await _whoever_asked(context, id_, db)

    async def tell(tally: Tally, expected: int) -> None:
        async with in_transaction() as db:
            await _whoever_asked(context, id_, db)
            await _note_progress(context, id_, tally, max(expected, tally.rows), db)

    register = DatabaseRegister(own, UUID(str(row.unit_id)), id_, before_write)  # type: ignore[attr-defined] # a reference
    order = _order(own, row, source)
    outcome = await import_clients(order, register, tell)
    await finish_import(context, id_, outcome, viewer.language)
    return True


async def _source(context: CommandContext, row: Any) -> SourceFile | None:
    """
    Return the file of an import as it was checked; None while it waits for the virus scanner.

    :raises ImportHalted: when it is not there, is another one, or something harmful was found in it
    """
    try:
        file = await import_file(row)
        content = await CONTENTS.run(context.files.get, file.id) if context.files else None
    except CommandRefused as refused:
        infected = refused.problems[0].code == "FILE_INFECTED"
        raise ImportHalted("FILE_INFECTED" if infected else "FILE_GONE") from None
    except (FileMissing, SealRefused):
        raise ImportHalted("FILE_GONE") from None
    is_same = row.checked_digest == digest_of_import(row, file)
    if content is None or not is_same or sha256(content).hexdigest() != file.sha256:
        raise ImportHalted("FILE_GONE")
    if context.scanner is not None and file.scanned_at is None:
        scan = await scan_stored(context, file.id, content)
        if scan is Scan.INFECTED:
            raise ImportHalted("FILE_INFECTED")
        if scan is Scan.WAITING:
            return None
    return SourceFile(file.name, content)


def _order(context: CommandContext, row: Any, source: SourceFile) -> ImportOrder:
    text = (row.mapping or "").strip()
    columns = mapping_of(text, is_json=text.startswith("{")) if text else ColumnMapping()
    if row.nobody_is_restricted:
        columns = columns.with_nobody_restricted()
    return ImportOrder(
        # The name of a file is personal data: only its ending is kept in the job (models/import_job.py).
        SourceFile(f"{row.id.hex}.{source.name.rpartition('.')[2]}", source.content),
        columns,
        ReadingRules(context.today, context.artificial_codes),
        context.keyring,
        is_dry_run=row.state not in RUNNING_IMPORT_STATES,
        choice=FileChoice(row.sheet or "", row.encoding or ""),
        distinct=frozenset(line_numbers(row.distinct_lines)),
    )


async def _whoever_asked(context: CommandContext, id_: UUID, db: TransactionalDBClient) -> Viewer:
    """
    Lock an import that is under way, and return who asked for it and may still import into its unit.

    :raises ImportHalted: when somebody stopped it, or whoever asked may not go on
    """
    row: Any = await ClientImport.select_for_update(using_db=db).get(id=id_)
    if row.state not in IMPORT_UNDER_WAY_STATES:
        raise ImportHalted(None)
    viewer = await viewer_of_account(row.asked_by, context.now, db)
    kind = context.content_types["client_import"].kind
    if viewer is None or not viewer.may_enter or not _may_import(viewer, kind, row):
        raise ImportHalted("IMPORT_RIGHT_ENDED")
    return viewer


def _may_import(viewer: Viewer, kind: Kind, row: Any) -> bool:
    stored = {column: getattr(row, column) for column in row._meta.fields_db_projection}
    return bool(effective_roles(viewer, kind, stored, VIEW, RowFacts()) & kind.workflow.add)


async def _note_progress(
    context: CommandContext, id_: UUID, tally: Tally, expected: int, db: TransactionalDBClient
) -> None:
    """Set how many lines were read, and tell whoever follows the import; its revision stays."""
    await ClientImport.filter(id=id_).using_db(db).update(lines_read=tally.rows, lines_expected=expected)
    row = await ClientImport.get(id=id_, using_db=db)
    await Outbox.create(
        using_db=db,
        event="client_import.update",
        noun="client_import",
        object_id=id_,
        revision=row.revision,
        at=context.now,
        actor=context.viewer.account,
    )


async def _halt(
    context: CommandContext, id_: UUID, fault: str | None, line: int | None = None, names: tuple[str, ...] = ()
) -> None:
    """Set why an import does not go on; one that somebody has stopped meanwhile stays as it is."""
    async with in_transaction() as db:
        try:
            row: Any = await ClientImport.select_for_update(using_db=db).get(id=id_)
        except DoesNotExist:
            return
        if fault is None or row.state not in IMPORT_UNDER_WAY_STATES:
            return
        changes = set_refusal(row, fault, line, names)
        await move_to_state(UnitOfWork(context, db), "client_import", row, "REFUSED", "HALT", changes)
