"""
The merge of two clients who are one person: the proposal's rule, the guards, and the effect.

Everything that refers to the merged client goes over to the kept one. What the kept client lacks is taken from the
merged one, a restriction of either holds for both, and the identity code is sealed anew for its new row. The merged
client stays as the record under whose id people were seen. Decision 0155.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from models.client import Client
from models.client_merge import MergedRow
from models.code_index import CODE_COLUMNS, SEALED_COLUMN, set_code_indexes
from models.log import Version
from models.sealed import Place, seal
from resolvers.context import Changes, CommandContext, PendingChange, Rulebook, Step, judges_caller
from resolvers.declaration import ContentType
from resolvers.merging.conditions import obstacles, problems_of
from resolvers.merging.doubled_tellings import close_doubled_tellings
from resolvers.merging.moves import move_everything
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.assignment import SEALED_ENTRY, history_value
from resolvers.writing.history import next_revision, record_change
from resolvers.writing.identity_codes import opened_code
from resolvers.writing.transitions import check_another_person, move_to_state, set_column, transition_refused
from workflow.client import ACTIVE_CLIENT_STATES, ENDED_CLIENT_STATES, MERGED_CLIENT_STATES
from workflow.client_merge import UNDO_DAYS

MOST_PHONES = 3
# Set by their own rules below, or of the row alone.
_NOT_FILLED = frozenset({"safety_restriction", "safety_review_on", "processing_restriction", "phones", SEALED_COLUMN})


async def names_two_clients(change: PendingChange) -> list[Problem]:
    """Check that a proposal names two clients of one unit who can be merged; all that stands in the way is told."""
    row = change.row
    if not change.keys & {"keptId", "mergedId"}:
        return []
    if row.kept_id == row.merged_id:
        return [Problem("MERGE_OF_ONE", ("mergedId",))]
    return problems_of(await obstacles(row.kept_id, row.merged_id, change.db), "mergedId")


@judges_caller
async def another_than_proposer(step: Step) -> None:
    """
    Check that whoever decides is another person than whoever proposed, and not only another account.

    :raises CommandRefused: ANOTHER_PERSON
    """
    await check_another_person(step, step.row.created_by)


async def may_be_merged(step: Step) -> None:
    """
    Check that nothing stands in the way any more; both clients stay locked until the merge is written.

    :raises CommandRefused: with everything that does
    """
    await locked_clients(step)
    codes = await obstacles(step.row.kept_id, step.row.merged_id, step.db)
    if codes:
        raise CommandRefused(*problems_of(codes, "transition"))


async def locked_clients(step: Step) -> tuple[Any, Any]:
    """Return the kept and the merged client of a merge, locked in the order of their ids."""
    ids = [step.row.kept_id, step.row.merged_id]
    found = {c.id: c for c in await Client.filter(id__in=ids).order_by("id").select_for_update().using_db(step.db)}
    if len(found) != len(ids):
        raise transition_refused("NOT_FOUND", "id")
    return found[ids[0]], found[ids[1]]


async def merge_clients(step: Step) -> Changes:
    """Merge: move the rows, fill the kept client, and leave the merged one as the record of what was."""
    context, db, row = step.context, step.db, step.row
    kept, merged = await locked_clients(step)
    changes: Changes = set_column(row, "merged_at", "mergedAt", context.now)
    changes |= set_column(row, "undo_until", "undoUntil", context.today + timedelta(days=UNDO_DAYS))
    row.kept_revision, row.merged_revision = kept.revision, merged.revision
    for client in (kept, merged):
        await _keep_version(step, client)
    state = merged.state
    code = opened_code(context, "client", merged) if merged.personal_identity_code is not None else None
    for column in CODE_COLUMNS[1:]:
        setattr(merged, column, None)  # before the kept one gets the code, which only one may have
    was_held, merged.identity_held = merged.identity_held, False
    merged_changes = set_column(merged, "merged_into_id", "mergedIntoId", kept.id)
    await move_to_state(step, "client", merged, MERGED_CLIENT_STATES[0], "MERGE", merged_changes)
    moved = await move_everything(context, merged.id, kept.id, db)
    await close_doubled_tellings(step, merged.id)
    await MergedRow.bulk_create(
        [MergedRow(merge_id=row.pk, place=m.place, lead=m.lead, row_id=m.row_id) for m in moved], using_db=db
    )
    kept_changes = _filled(context.content_types["client"], kept, merged, state)
    if code is not None:
        kept_changes |= _take_code(context, kept, code, is_held=was_held)
    next_revision(context, kept)
    await kept.save(using_db=db)
    await record_change(context, context.content_types["client"], kept, "TAKE_OVER", kept_changes, db)
    return changes


async def _keep_version(step: Step, client: Any) -> None:
    """Keep the version of now, which an undo gives back, where a client has none: it was written without a command."""
    kept = Version.filter(object_id=client.id, revision=client.revision).using_db(step.db)
    if not await kept.exists():
        stored = {c: history_value(getattr(client, c)) for c in sorted(client._meta.fields_db_projection)}
        what = {"noun": "client", "object_id": client.id, "revision": client.revision}
        await Version.create(**what, at=step.context.now, stored=stored, using_db=step.db)


def _filled(type_: ContentType, kept: Any, merged: Any, state: str) -> Changes:
    """Fill what the kept client lacks with what the merged one, who was in `state`, has; return what changed."""
    changes: Changes = {}
    for name, key in _fillable(type_):
        if getattr(kept, name) in (None, "", "UNDISCLOSED") and getattr(merged, name) not in (None, ""):
            changes |= set_column(kept, name, key, getattr(merged, name))
    phones = list(dict.fromkeys([*kept.phones, *merged.phones]))[:MOST_PHONES]
    changes |= set_column(kept, "phones", "phones", phones)
    for name, key in (("safety_restriction", "safetyRestriction"), ("interpreter_needed", "interpreterNeeded")):
        changes |= set_column(kept, name, key, getattr(kept, name) or getattr(merged, name))
    reviews = [day for day in (kept.safety_review_on, merged.safety_review_on) if day is not None]
    changes |= set_column(kept, "safety_review_on", "safetyReviewOn", min(reviews, default=None))
    if state in ACTIVE_CLIENT_STATES or kept.state in ENDED_CLIENT_STATES:
        changes |= set_column(kept, "state", "state", kept.state if kept.state in ACTIVE_CLIENT_STATES else state)
    return changes


def _fillable(type_: ContentType) -> Iterator[tuple[str, str]]:
    """Yield the stored fields of a client that may be empty, by name and key."""
    for field in type_.fields.values():
        if field.target is None and field.name not in _NOT_FILLED and not field.required:
            yield field.name, field.key


def _take_code(context: CommandContext, kept: Any, code: str, *, is_held: bool) -> Changes:
    """Give the kept client the code, sealed for its row; one that it has stays, with the better place of the two."""
    kept.identity_held = kept.identity_held and is_held if kept.personal_identity_code is not None else is_held
    if kept.personal_identity_code is not None:
        return {}
    kept.personal_identity_code = seal(context.keyring, Place("client", SEALED_COLUMN, UUID(str(kept.pk))), code)
    set_code_indexes(kept, context.keyring, code)
    return {"personalIdentityCode": {"before": None, "after": None} | SEALED_ENTRY}


MERGE_RULES = Rulebook.of(
    guards=(another_than_proposer, may_be_merged),
    effects=(merge_clients,),
    rules=(names_two_clients,),
)
