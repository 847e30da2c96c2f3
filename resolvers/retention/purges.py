"""Purges before they run: what may be proposed, whom it is about, and the two people who decide."""

from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from uuid_utils.compat import uuid7

from auth.access_paths import RowFacts
from models.client import Client
from models.data_request import DataRequest
from models.retention import Purge, PurgeItem
from resolvers.context import (
    Changes,
    CommandContext,
    LoadedRow,
    PendingChange,
    Rulebook,
    Step,
    judges_caller,
)
from resolvers.refusals import CommandRefused, Problem
from resolvers.retention.purge_candidates import count_rows, fetch_with_orm, judge_candidates
from resolvers.writing.code_checks import check_codes
from resolvers.writing.creation import new_row
from resolvers.writing.history import record_change, record_creations
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import check_another_person, move_to_state, set_column, transition_refused
from workflow.client import STORED_CLIENT_STATES
from workflow.data_request import OPEN_STATES
from workflow.purge import OPEN_PURGE_STATES, RUNNING_PURGE_STATES
from workflow.roles import AccountKind


async def propose_erasure(context: CommandContext, client_id: UUID, reason: str, db: TransactionalDBClient) -> UUID:
    """
    Propose the erasure of one person, inside the transaction of the caller, and return the purge's id.

    `reason` is a token of the vocabulary purge_basis, such as ERASURE_REQUEST: free text would outlive the person.
    Whoever proposes needs no role, because two people decide. Obstacles are judged now, and again when the purge runs.

    :raises CommandRefused: NOT_FOUND when there is no such client, UNKNOWN_TERM, NOTHING_DUE, ERASURE_PROPOSED
    """
    type_ = context.content_types["purge"]
    open_purges = Purge.filter(person_id=client_id, basis=reason).filter(state__in=OPEN_PURGE_STATES).using_db(db)
    if await open_purges.exists():
        raise CommandRefused(Problem("ERASURE_PROPOSED", ("transition",)))
    row: Any = new_row(context, type_)
    row.kind, row.person_id, row.basis = "PERSON", client_id, reason
    changes = {"kind": {"before": None, "after": "PERSON"}, "basis": {"before": None, "after": reason}}
    await check_codes(type_, row, {"basis"}, context.today, db)
    if problems := await purge_scope(PendingChange(context, row, set(changes), db)):
        raise CommandRefused(*problems)
    await row.save(using_db=db, force_create=True)
    await fix_items(Step(context, LoadedRow(type_, row, {}, RowFacts()), None, None, db))
    await row.save(using_db=db)
    await record_change(context, type_, row, "CREATE", changes, db)
    return UUID(str(row.pk))


async def cancel_erasure(step: Step) -> Changes:
    """
    Cancel the purge that an erasure request proposed, unless another open request of the person asks for it too.

    :raises CommandRefused: ERASURE_UNDER_WAY
    """
    others = DataRequest.filter(client_id=step.row.client_id, kind="ERASE", state__in=OPEN_STATES).exclude(
        pk=step.row.pk
    )
    if step.row.kind != "ERASE" or await others.using_db(step.db).exists():
        return {}
    proposed: Any = Purge.filter(person_id=step.row.client_id, basis="ERASURE_REQUEST").filter(
        state__in=OPEN_PURGE_STATES
    )
    for purge in await proposed.using_db(step.db).select_for_update():
        if purge.state in RUNNING_PURGE_STATES:
            raise transition_refused("ERASURE_UNDER_WAY")
        await move_to_state(step, "purge", purge, "CANCELLED", "CANCEL")
    return {}


async def purge_scope(change: PendingChange) -> list[Problem]:
    """
    Check the scope of a purge.

    A purge of kind PERSON names the person and no register; the other kinds name the register and no person.
    """
    row = change.row
    is_of_person = row.kind == "PERSON"
    row.judged_on = change.context.today
    # Only the names of staff and of the service are stored: the purge outlives an erased person who proposed it.
    row.proposed_by_name = (
        change.context.viewer.name if change.context.viewer.kind in (AccountKind.STAFF, AccountKind.SERVICE) else ""
    )
    problems = problem_unless(is_of_person == (row.person_id is not None), "PURGE_SCOPE", "personId")
    problems += problem_unless(is_of_person == (row.register_id is None), "PURGE_SCOPE", "registerId")
    if is_of_person and row.person_id is not None:
        exists = (
            await Client.filter(pk=row.person_id).filter(state__in=STORED_CLIENT_STATES).using_db(change.db).exists()
        )
        problems += problem_unless(exists, "NOT_FOUND", "personId")
    return problems


async def fix_items(step: Step) -> Changes:
    """
    Create the items of the purge: whom it erases, and who is held back and why.

    :raises CommandRefused: NOTHING_DUE
    """
    row, fetch = step.row, fetch_with_orm(step.db)
    verdicts = await judge_candidates(fetch, row.kind, row.register_id, row.judged_on, row.person_id)
    if not verdicts:
        raise CommandRefused(Problem("NOTHING_DUE", ("kind",)))
    type_ = step.context.content_types["purge_item"]
    items: list[Any] = []
    for verdict in verdicts:
        item: Any = new_row(step.context, type_)
        item.id, item.purge_id, item.target_noun, item.target_id = uuid7(), row.pk, verdict.noun, verdict.id
        item.target, item.due_on, item.obstacle = verdict.public_id, verdict.due_on, verdict.obstacle
        item.state = "HELD" if verdict.obstacle else "PLANNED"
        items.append(item)
    await PurgeItem.bulk_create(items, using_db=step.db)
    await record_creations(step.context, type_, [(item, {}) for item in items], step.db)
    row.counts = await count_rows(fetch, step.context.content_types, verdicts)
    return {"counts": {"before": None, "after": row.counts}}


async def without_comment(step: Step) -> None:
    """
    Check that there is no comment: a purge outlives the people whom it is about, so it stores no free text.

    :raises CommandRefused: COMMENT_NOT_KEPT
    """
    if step.comment:
        raise transition_refused("COMMENT_NOT_KEPT", "comment")


@judges_caller
async def another_person(step: Step) -> None:
    """
    Check that the purge is confirmed by another person than the one who approved it, and not only by another account.

    :raises CommandRefused: ANOTHER_PERSON
    """
    await check_another_person(step, step.row.approved_by)


async def note_approval(step: Step) -> Changes:
    """Set who approved the purge, and when."""
    row, viewer, now = step.row, step.context.viewer, step.context.now
    row.approved_by = viewer.account
    changes = set_column(row, "approved_by_name", "approvedByName", viewer.name)
    return changes | set_column(row, "approved_at", "approvedAt", now)


async def note_confirmation(step: Step) -> Changes:
    """Set who confirmed the purge, and when; from now on it may run."""
    row, viewer, now = step.row, step.context.viewer, step.context.now
    row.confirmed_by = viewer.account
    changes = set_column(row, "confirmed_by_name", "confirmedByName", viewer.name)
    return changes | set_column(row, "confirmed_at", "confirmedAt", now)


PURGE_RULES = Rulebook.of(
    guards=(
        without_comment,
        another_person,
    ),
    effects=(
        fix_items,
        note_approval,
        note_confirmation,
        cancel_erasure,
    ),
    rules=(purge_scope,),
)
