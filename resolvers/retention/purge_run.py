"""The run of a purge: one transaction for each person, judged anew and written to the list of erasures."""

import asyncio
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from auth.access_paths import RowFacts
from models.erasure_list import ERASED, ERASURE_KINDS, ErasureEntry, ErasureList
from models.retention import Erasure, Purge, PurgeItem
from resolvers.context import CommandContext, LoadedRow, Step
from resolvers.retention.certificate import certify
from resolvers.retention.erasure import ErasedRows, erase
from resolvers.retention.purge_candidates import fetching_from, judge_candidates
from resolvers.writing.transitions import move_to_state
from workflow.purge import CONFIRMED_PURGE_STATES, PLANNED_ITEM_STATES, PURGE_UNDER_WAY_STATES, RUNNING_PURGE_STATES

_NEXT = (
    f"SELECT id FROM purge_item WHERE purge_id = $1 AND {PLANNED_ITEM_STATES.sql()}"
    " ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED"
)


class ErasuresUnkept(RuntimeError):
    """There is no list of erasures to write to: nothing is erased that a restored backup would bring back."""

    code = "ERASURES_UNKEPT"


async def run_purges(context: CommandContext) -> int:
    """
    Carry out what two people confirmed, and return how many persons and referrals were decided.

    Killed anywhere, it goes on at the next item; several workers take different items. What is on the list of erasures
    and was not committed is erased again, or taken back when it must be kept now.

    :raises ErasuresUnkept: when something is to be erased and the desk has no list
    """
    done = 0
    for purge in await Purge.filter(state__in=PURGE_UNDER_WAY_STATES).order_by("id").values_list("id", flat=True):
        erasures = context.erasures
        if erasures is None:
            raise ErasuresUnkept("Set POLKU_ERASURES_DIR: the list of erasures is kept apart from the database")
        if not await _begun(context, UUID(str(purge))):
            continue
        while await _decided_next(context, erasures, UUID(str(purge))):
            done += 1
        await _ended(context, UUID(str(purge)))
    return done


async def _begun(context: CommandContext, purge: UUID) -> bool:
    """Bring a purge under way, unless it was cancelled meanwhile; nobody cancels what runs."""
    async with in_transaction() as db:
        row = await Purge.select_for_update(using_db=db).get(pk=purge)
        if row.state in CONFIRMED_PURGE_STATES:
            await move_to_state(_step(context, "purge", row, db), "purge", row, "RUNNING", "RUN")
        return bool(row.state in RUNNING_PURGE_STATES)


async def _ended(context: CommandContext, purge: UUID) -> None:
    """Certify a purge whose last item is decided; another worker may still be at one."""
    async with in_transaction() as db:
        row = await Purge.select_for_update(using_db=db).get(pk=purge)
        left = await PurgeItem.filter(purge_id=purge, state__in=PLANNED_ITEM_STATES).using_db(db).exists()
        if row.state in RUNNING_PURGE_STATES and not left:
            await certify(context, row, db)
            await move_to_state(_step(context, "purge", row, db), "purge", row, "DONE", "FINISH")


async def _decided_next(context: CommandContext, erasures: ErasureList, purge: UUID) -> bool:
    """Decide one item that nobody else is at; tell whether there was one."""
    taken: UUID | None = None
    try:
        async with in_transaction() as db:
            found = await db.execute_query_dict(_NEXT, [purge])
            if not found:
                return False
            taken = UUID(str(found[0]["id"]))
            item = await PurgeItem.get(pk=taken, using_db=db)
            await _decide(context, erasures, item, db)
    except IntegrityError:
        # Something that is no part of the person refers to it: kept, and said so, rather than stopping everybody else.
        async with in_transaction() as db:
            item = await PurgeItem.select_for_update(using_db=db).get(pk=taken)
            if item.state in PLANNED_ITEM_STATES:
                await _keep(context, erasures, item, "REFERENCED", db)
    return True


async def _decide(context: CommandContext, erasures: ErasureList, item: PurgeItem, db: TransactionalDBClient) -> None:
    purge = await Purge.get(pk=item.purge_id, using_db=db)  # type: ignore[attr-defined] # a foreign key's own column
    # Locked before it is judged: a hold or a relationship being added refers to the client, and waits or counts.
    await db.execute_query(f"SELECT FROM {item.target_noun} WHERE id = $1 FOR UPDATE", [item.target_id])
    found = await judge_candidates(fetching_from(db), purge.kind, purge.register_id, context.today, item.target_id)  # type: ignore[attr-defined] # as above
    now = [verdict for verdict in found if verdict.id == item.target_id]
    if not now or now[0].obstacle:
        await _keep(context, erasures, item, (now[0].obstacle or "") if now else "GONE", db)
        return
    gone = await erase(context, UUID(str(purge.pk)), item.target_noun, item.target_id, db)
    await _listed(context, erasures, item, ERASED, gone, db)
    item.counts = [{"type": name, "rows": n} for name, n in sorted(gone.rows.items())]
    await _settled(context, item, "ERASED", db)


async def _keep(
    context: CommandContext, erasures: ErasureList, item: PurgeItem, why: str, db: TransactionalDBClient
) -> None:
    item.obstacle = why
    if erasures.says(UUID(str(item.purge_id)), item.target_id) == ERASED:  # type: ignore[attr-defined] # as above
        await _listed(
            context, erasures, item, ERASURE_KINDS, ErasedRows(targets=[(item.target_noun, item.target_id)]), db
        )
    await _settled(context, item, "KEPT", db)


async def _settled(context: CommandContext, item: PurgeItem, state: str, db: TransactionalDBClient) -> None:
    item.decided_at = context.now
    await move_to_state(_step(context, "purge_item", item, db), "purge_item", item, state, "DECIDE")


async def _listed(
    context: CommandContext,
    erasures: ErasureList,
    item: PurgeItem,
    what: str,
    gone: ErasedRows,
    db: TransactionalDBClient,
) -> None:
    """Have the list of erasures say it, on disk, before the transaction commits; and the database that it was said."""
    purge = UUID(str(item.purge_id))  # type: ignore[attr-defined] # as above
    lines = await asyncio.to_thread(erasures.add, context.now, purge, what, gone.targets)
    await note_erased(lines, db)


async def note_erased(lines: list[ErasureEntry], db: TransactionalDBClient) -> None:
    """Write into the database which lines of the list it obeys."""
    rows = [
        Erasure(
            number=line.number,
            noun=line.noun,
            object_id=line.object_id,
            what=line.what,
            at=line.at,
            purge_id=UUID(line.purge) if line.purge else None,
        )
        for line in lines
    ]
    await Erasure.bulk_create(rows, using_db=db, ignore_conflicts=True)


def _step(context: CommandContext, noun: str, row: Any, db: TransactionalDBClient) -> Step:
    return Step(context, LoadedRow(context.content_types[noun], row, {}, RowFacts()), None, None, db)
