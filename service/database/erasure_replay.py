"""Checks that the database has all erasures of the list, and repeats them after a restore, before the service opens."""

from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from models.erasure_list import ERASED, ErasureEntry, ErasureList
from models.retention import Erasure
from resolvers.context import CommandContext
from resolvers.retention.erasure import erase
from resolvers.retention.purge_run import note_erased
from service.database.statement_pool import StatementPool
from service.resources import keyring_of
from service.settings import Settings
from workflow.client import STORED_CLIENT_STATES
from workflow.purge import PLANNED_ITEM_STATES, RUNNING_PURGE_STATES

REPLAY_HINT = "python3 run.py replay erases again whom the list names"
# A running purge writes to the list before it commits: its missing lines do not mean that a database was restored.
RUNNING_PURGES = (
    f"SELECT p.id FROM purge p WHERE {RUNNING_PURGE_STATES.sql('p.state')}"
    f" AND EXISTS (SELECT FROM purge_item i WHERE i.purge_id = p.id AND {PLANNED_ITEM_STATES.sql('i.state')})"
)
# An erased client stays as an empty row; any other object is deleted.
_NOT_ERASED = {"client": STORED_CLIENT_STATES.sql()}


class ErasuresUnobeyed(RuntimeError):
    """The database still holds erased people, or it knows more erasures than the list: the service must not start."""

    code = "ERASURES_UNOBEYED"


def erasure_list_of(settings: Settings) -> ErasureList:
    """Return the list of erasures of an installation."""
    return ErasureList(settings.erasures, keyring_of(settings))


async def missing_erasures(connection: Any, lines: list[ErasureEntry]) -> list[ErasureEntry]:
    """
    Return the lines of the list that the database does not know, oldest first.

    :raises ErasuresUnobeyed: when the database knows more erasures than the list: the list was lost or shortened
    """
    if not await connection.fetchval("SELECT to_regclass('erasure')"):
        return lines
    known = {row["number"] for row in await connection.fetch("SELECT number FROM erasure")}
    if known and max(known) > len(lines):
        raise ErasuresUnobeyed(f"The list of erasures has {len(lines)} lines, the database knows {max(known)}")
    return [line for line in lines if line.number not in known]


async def refuse_unobeyed(reads: StatementPool, erasures: ErasureList) -> None:
    """
    Check, on a connection of the pool, that the database has carried out every erasure of the list.

    :raises ErasuresUnobeyed: when an erasure is missing; the text names the command that helps
    :raises ErasureListBroken: when the list was changed after it was written
    """
    async with reads.acquire() as connection:
        await has_all_erasures(connection, erasures)


async def has_all_erasures(connection: Any, erasures: ErasureList) -> bool:
    """Return True when every erasure of the list was carried out; raises as `refuse_unobeyed` otherwise."""
    missing = await missing_erasures(connection, erasures.lines())
    if missing and await connection.fetchval("SELECT to_regclass('purge_item')"):
        running = {row["id"] for row in await connection.fetch(RUNNING_PURGES)}
        missing = [line for line in missing if line.purge is None or UUID(line.purge) not in running]
    if missing:
        raise ErasuresUnobeyed(f"The database was restored and {len(missing)} erasures are missing: {REPLAY_HINT}")
    return True


async def replay_erasures(connection: Any, context: CommandContext, erasures: ErasureList) -> tuple[int, int]:
    """
    Repeat the erasures of the list; return the numbers of missing lines and of objects erased now.

    It runs as the role that owns the tables. Each id has its own transaction: after a kill, the next run continues.
    """
    lines = erasures.lines()
    last = {(line.purge, line.id): line.what for line in lines}
    erased, missing = 0, await missing_erasures(connection, lines)
    for line in missing:
        async with in_transaction() as db:
            if last[line.purge, line.id] == ERASED and await _exists(db, line):
                await erase(context, None, line.noun, line.object_id, db)
                erased += 1
            await note_erased([line], db)
    return len(missing), erased


async def _exists(db: Any, line: ErasureEntry) -> bool:
    sql = f"SELECT FROM {line.noun} WHERE id = $1 AND {_NOT_ERASED.get(line.noun, 'TRUE')} FOR UPDATE"
    return bool((await db.execute_query(sql, [line.object_id]))[0])


async def rebuild_erasure_list(erasures: ErasureList) -> int:
    """Write a lost list again from the erasures that the database knows; return the number of lines."""
    for known in await Erasure.all().order_by("number"):
        erasures.add(known.at, known.purge_id, known.what, [(known.noun, known.object_id)])
    return len(erasures.lines())
