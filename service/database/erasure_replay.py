"""Whether the database obeys the list of erasures: one that was restored must forget again before the service opens."""

from typing import Any
from uuid import UUID

import asyncpg
from tortoise.transactions import in_transaction

from models.erasure_list import ERASED, ErasureEntry, ErasureList
from models.retention import Erasure
from resolvers.context import CommandContext
from resolvers.retention.erasure import erase
from resolvers.retention.purge_run import note_erased
from service.graphql import keyring_of
from service.settings import Settings
from workflow.client import STORED_CLIENT_STATES
from workflow.purge import PLANNED_ITEM_STATES, RUNNING_PURGE_STATES

HELP = "python3 run.py replay erases again whom the list names"
# A purge that is running writes to the list before it commits: what it is at is no sign of a restored database.
UNDER_WAY = (
    f"SELECT p.id FROM purge p WHERE {RUNNING_PURGE_STATES.sql('p.state')}"
    f" AND EXISTS (SELECT FROM purge_item i WHERE i.purge_id = p.id AND {PLANNED_ITEM_STATES.sql('i.state')})"
)
# When the data of what the list names is still here: a referral has no state of being erased, its row goes.
_STORED = {"client": STORED_CLIENT_STATES.sql(), "referral": "TRUE"}


class ErasuresUnobeyed(RuntimeError):
    """The database holds people who were erased, or the list of erasures is not the one it knew: nobody is served."""

    code = "ERASURES_UNOBEYED"


def erasure_list_of(settings: Settings) -> ErasureList:
    """Return the list of erasures of an installation."""
    return ErasureList(settings.erasures, keyring_of(settings))


async def unobeyed(connection: Any, lines: list[ErasureEntry]) -> list[ErasureEntry]:
    """
    Return the lines of the list that the database does not know, oldest first.

    :raises ErasuresUnobeyed: when the database knows of more than the list says: the list was lost or cut
    """
    if not await connection.fetchval("SELECT to_regclass('erasure')"):
        return lines
    known = {row["number"] for row in await connection.fetch("SELECT number FROM erasure")}
    if known and max(known) > len(lines):
        raise ErasuresUnobeyed(f"The list of erasures has {len(lines)} lines, the database knows {max(known)}")
    return [line for line in lines if line.number not in known]


async def refuse_unobeyed(reads: "asyncpg.Pool[Any]", erasures: ErasureList) -> None:
    """
    Check that nobody is in the database whom the list of erasures names.

    :raises ErasuresUnobeyed: when somebody is, with the command that helps
    :raises ErasureListBroken: when the list is not as it was written
    """
    async with reads.acquire() as connection:
        missing = await unobeyed(connection, erasures.lines())
        if missing and await connection.fetchval("SELECT to_regclass('purge_item')"):
            at_work = {row["id"] for row in await connection.fetch(UNDER_WAY)}
            missing = [line for line in missing if line.purge is None or UUID(line.purge) not in at_work]
    if missing:
        raise ErasuresUnobeyed(f"The database was restored and {len(missing)} erasures are missing: {HELP}")


async def is_obeyed(reads: "asyncpg.Pool[Any]", erasures: ErasureList) -> bool:
    """Tell whether the service may stay open, as far as erasures go."""
    await refuse_unobeyed(reads, erasures)
    return True


async def replay_erasures(connection: Any, context: CommandContext, erasures: ErasureList) -> tuple[int, int]:
    """
    Erase again whom the list names; return how many of its lines were missing, and how many of those were here.

    The desk works as the role that owns the tables. Each id has its own transaction: killed, it goes on where it was.
    """
    lines = erasures.lines()
    last = {(line.purge, line.id): line.what for line in lines}
    found, missing = 0, await unobeyed(connection, lines)
    for line in missing:
        async with in_transaction() as db:
            if last[line.purge, line.id] == ERASED and await _is_there(db, line):
                await erase(context, None, line.noun, line.object_id, db)
                found += 1
            await note_erased([line], db)
    return len(missing), found


async def _is_there(db: Any, line: ErasureEntry) -> bool:
    sql = f"SELECT FROM {line.noun} WHERE id = $1 AND {_STORED[line.noun]} FOR UPDATE"
    return bool((await db.execute_query(sql, [line.object_id]))[0])


async def rebuild_erasure_list(erasures: ErasureList) -> int:
    """Write a list that was lost anew from what the database knows of it; return its lines."""
    for known in await Erasure.all().order_by("number"):
        erasures.add(known.at, known.purge_id, known.what, [(known.noun, known.object_id)])
    return len(erasures.lines())
