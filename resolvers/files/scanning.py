"""
Virus scans: with a scanner set, no file is handed out before the scanner has found it clean.

A file is scanned before it is stored. When the scanner does not answer, the file is kept and waits: for the next
download, or for the job, whichever comes first. Signatures get better, so the job scans every file again later.
"""

from collections.abc import Iterator
from datetime import timedelta
from enum import Enum
from uuid import UUID

import structlog
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

from auth.processing import CONTENTS
from models.log import Outbox
from models.sealed import SealRefused
from resolvers.context import CommandContext
from resolvers.file_store import FileMissing
from resolvers.refusals import CommandRefused, Problem
from resolvers.virus_scanner import ScannerUnavailable, VirusScanner, pieces_of

RESCANNED_AFTER = timedelta(days=7)
FREED_AFTER = timedelta(days=1)  # a finding that newer signatures do not make any more was a false alarm
QUARANTINE = "quarantine"  # the event, behind the noun of the object
_BATCH = 500  # files of one run
_DUE = """
SELECT id FROM attachment WHERE uploaded_at IS NOT NULL
 AND (scanned_at IS NULL OR scanned_at < $1 OR (finding IS NOT NULL AND scanned_at < $2))
ORDER BY scanned_at NULLS FIRST, id LIMIT $3
"""
_RECORD = """
UPDATE attachment SET scanned_at = $2, finding = $3 WHERE id = $1
RETURNING noun, object_id, old.finding IS NULL AND new.finding IS NOT NULL AS is_new
"""
_log = structlog.get_logger("polku")


class Scan(Enum):
    """What is known of a file."""

    CLEAN = "clean"
    INFECTED = "infected"
    WAITING = "waiting"  # the scanner did not answer


async def is_scanned(context: CommandContext, uuid: UUID, pieces: Iterator[bytes]) -> bool:
    """
    Return whether the scanner found a file clean that is about to be stored; False when there is no answer.

    :raises CommandRefused: FILE_INFECTED
    """
    if context.scanner is None:
        return False
    try:
        finding = await context.scanner.finding(pieces)
    except ScannerUnavailable as unavailable:
        _log.warning("file waits for its scan", code=unavailable.code, row=uuid.hex)
        return False
    if finding is not None:
        _log.error("infected file refused", code="FILE_INFECTED", outcome=finding, row=uuid.hex)
        raise CommandRefused(Problem("FILE_INFECTED", ("id",)))
    return True


async def scan_stored(context: CommandContext, uuid: UUID, content: bytes) -> Scan:
    """Scan a file that is stored, note the verdict, and tell of a new finding; without a scanner every file waits."""
    if context.scanner is None:
        return Scan.WAITING
    try:
        finding = await context.scanner.finding(pieces_of(content))
    except ScannerUnavailable as unavailable:
        _log.warning("file waits for its scan", code=unavailable.code, row=uuid.hex)
        return Scan.WAITING
    await _record(context, uuid, finding)
    return Scan.CLEAN if finding is None else Scan.INFECTED


async def scan_files(context: CommandContext) -> int:
    """
    Scan the files that wait, then those whose last verdict is old; return how many there were.

    It ends early when the scanner does not answer. A file that does not open stays as it is: `run.py verify` names it.
    """
    if context.scanner is None or context.files is None:
        return 0
    moments = [context.now - RESCANNED_AFTER, context.now - FREED_AFTER]
    rows = await get_connection("default").execute_query_dict(_DUE, [*moments, _BATCH])
    count = 0
    for uuid in (UUID(str(row["id"])) for row in rows):
        try:
            content = await CONTENTS.run(context.files.get, uuid)
        except (FileMissing, SealRefused):
            continue
        if await scan_stored(context, uuid, content) is not Scan.WAITING:
            count += 1
        elif not await _answers(context.scanner):
            break
    return count


async def _answers(scanner: VirusScanner) -> bool:
    """Return whether the scanner is there, and only had no verdict on one file."""
    try:
        await scanner.signed_at()
    except ScannerUnavailable:
        return False
    return True


async def _record(context: CommandContext, uuid: UUID, finding: str | None) -> None:
    async with in_transaction() as db:
        rows = await db.execute_query_dict(_RECORD, [uuid, context.now, finding])
        if not rows or not rows[0]["is_new"]:  # removed meanwhile, or known already
            return
        _log.error("file in quarantine", code="FILE_INFECTED", outcome=finding, row=uuid.hex)
        noun, object_id = rows[0]["noun"], rows[0]["object_id"]
        owner = await context.content_types[noun].model.filter(id=object_id).using_db(db).first()
        if owner is not None:
            revision: int = owner.revision  # type: ignore[attr-defined] # content
            await Outbox.create(
                using_db=db,
                event=f"{noun}.{QUARANTINE}",
                noun=noun,
                object_id=object_id,
                revision=revision,
                at=context.now,
                actor=context.viewer.account,
            )
