"""The run of a purge: one transaction for each person, who is judged again and written to the list of erasures."""

import asyncio
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from auth.access_paths import RowFacts
from models.erasure_list import ERASED, KEPT, ErasureEntry, ErasureList
from models.retention import Erasure, Purge, PurgeItem
from resolvers.context import CommandContext, LoadedRow, Step
from resolvers.retention.certificate import certify
from resolvers.retention.erasure import ErasedRows, erase
from resolvers.retention.purge_candidates import fetch_with_orm, judge_candidates
from resolvers.writing.transitions import move_to_state
from workflow.purge import CONFIRMED_PURGE_STATES, PLANNED_ITEM_STATES, PURGE_UNDER_WAY_STATES, RUNNING_PURGE_STATES

_NEXT = (
    f"SELECT id FROM purge_item WHERE purge_id = $1 AND {PLANNED_ITEM_STATES.sql()}"
    " ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED"
)


class ErasuresUnkept(RuntimeError):
    """
    There is no list of erasures to write to.

    Nothing is erased then, because a restored backup would bring it back.
    """

    code = "ERASURES_UNKEPT"


async def run_purges(context: CommandContext) -> int:
    """
    Run the purges that two people have confirmed, and return how many items were decided.

    After a crash the run continues with the next item, and several workers take different items. An item that is on the
    list of erasures without having been committed is erased again, or taken off the list when it must be kept now.

    :raises ErasuresUnkept: when something is to be erased and the context has no list of erasures
    """
    count = 0
    for purge in await Purge.filter(state__in=PURGE_UNDER_WAY_STATES).order_by("id").values_list("id", flat=True):
        erasures = context.erasures
        if erasures is None:
            raise ErasuresUnkept("Set POLKU_ERASURES_DIR: the list of erasures is kept apart from the database")
        if not await _start_purge(context, UUID(str(purge))):
            continue
        while await _decide_next(context, erasures, UUID(str(purge))):
            count += 1
        await _finish_purge(context, UUID(str(purge)))
    return count


async def _start_purge(context: CommandContext, purge: UUID) -> bool:
    """Set a purge running and return whether it runs; it does not if it was cancelled meanwhile."""
    async with in_transaction() as db:
        row = await Purge.select_for_update(using_db=db).get(pk=purge)
        if row.state in CONFIRMED_PURGE_STATES:
            await move_to_state(_step(context, "purge", row, db), "purge", row, "RUNNING", "RUN")
        return bool(row.state in RUNNING_PURGE_STATES)


async def _finish_purge(context: CommandContext, purge: UUID) -> None:
    """Certify a purge whose items are all decided; while another worker still decides one, do nothing."""
    async with in_transaction() as db:
        row = await Purge.select_for_update(using_db=db).get(pk=purge)
        is_unfinished = await PurgeItem.filter(purge_id=purge, state__in=PLANNED_ITEM_STATES).using_db(db).exists()
        if row.state in RUNNING_PURGE_STATES and not is_unfinished:
            await certify(context, row, db)
            await move_to_state(_step(context, "purge", row, db), "purge", row, "DONE", "FINISH")


async def _decide_next(context: CommandContext, erasures: ErasureList, purge: UUID) -> bool:
    """Decide one item that no other worker has taken; return whether there was one."""
    item_id: UUID | None = None
    try:
        async with in_transaction() as db:
            rows = await db.execute_query_dict(_NEXT, [purge])
            if not rows:
                return False
            item_id = UUID(str(rows[0]["id"]))
            item = await PurgeItem.get(pk=item_id, using_db=db)
            await _decide(context, erasures, item, db)
    except IntegrityError:
        # A row that is not erased with the person refers to it. The item is kept, so that the others can go on.
        async with in_transaction() as db:
            item = await PurgeItem.select_for_update(using_db=db).get(pk=item_id)
            if item.state in PLANNED_ITEM_STATES:
                await _keep_item(context, erasures, item, "REFERENCED", db)
    return True


async def _decide(context: CommandContext, erasures: ErasureList, item: PurgeItem, db: TransactionalDBClient) -> None:
    purge = await Purge.get(pk=item.purge_id, using_db=db)  # type: ignore[attr-defined] # a foreign key's own column
    # The row is locked before it is judged: a new hold or relationship refers to it, and either waits or counts.
    await db.execute_query(f"SELECT FROM {item.target_noun} WHERE id = $1 FOR UPDATE", [item.target_id])
    verdicts = await judge_candidates(fetch_with_orm(db), purge.kind, purge.register_id, context.today, item.target_id)  # type: ignore[attr-defined] # as above
    own_verdicts = [verdict for verdict in verdicts if verdict.id == item.target_id]
    if not own_verdicts or own_verdicts[0].obstacle:
        await _keep_item(context, erasures, item, (own_verdicts[0].obstacle or "") if own_verdicts else "GONE", db)
        return
    erased = await erase(context, UUID(str(purge.pk)), item.target_noun, item.target_id, db)
    await _write_to_list(context, erasures, item, ERASED, erased, db)
    item.counts = [{"type": name, "rows": n} for name, n in sorted(erased.rows.items())]
    await _set_decided(context, item, "ERASED", db)


async def _keep_item(
    context: CommandContext, erasures: ErasureList, item: PurgeItem, obstacle: str, db: TransactionalDBClient
) -> None:
    item.obstacle = obstacle
    if erasures.says(UUID(str(item.purge_id)), item.target_id) == ERASED:  # type: ignore[attr-defined] # as above
        await _write_to_list(
            context, erasures, item, KEPT, ErasedRows(targets=[(item.target_noun, item.target_id)]), db
        )
    await _set_decided(context, item, "KEPT", db)


async def _set_decided(context: CommandContext, item: PurgeItem, state: str, db: TransactionalDBClient) -> None:
    item.decided_at = context.now
    await move_to_state(_step(context, "purge_item", item, db), "purge_item", item, state, "DECIDE")


async def _write_to_list(
    context: CommandContext,
    erasures: ErasureList,
    item: PurgeItem,
    kind: str,
    erased: ErasedRows,
    db: TransactionalDBClient,
) -> None:
    """Write to the list of erasures on disk before the transaction commits, and record the line in the database."""
    purge = UUID(str(item.purge_id))  # type: ignore[attr-defined] # as above
    lines = await asyncio.to_thread(erasures.add, context.now, purge, kind, erased.targets)
    await note_erased(lines, db)


async def note_erased(lines: list[ErasureEntry], db: TransactionalDBClient) -> None:
    """Record in the database which lines of the list of erasures it has carried out."""
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
