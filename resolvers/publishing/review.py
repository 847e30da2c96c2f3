"""
Reviewed content: another person reviews it, changes are made in a working copy, and publishing swaps them at once.

The code is the same for all types: a working copy holds the fields that somebody may write.
"""

from typing import Any

from models.log import History
from resolvers.context import Changes, Rulebook, Step
from resolvers.writing.transitions import create_related, move_to_state, set_column, transition_refused
from workflow.published import unpublished_states
from workflow.vocabulary import NEVER

_WRITING = ("CREATE", "UPDATE", "RESTORE")


async def another_reviewer(step: Step) -> None:
    """
    Check that the reviewer has neither written any of the content nor submitted it for review.

    :raises CommandRefused: SAME_REVIEWER
    """
    account = step.context.viewer.account
    own_writes = History.filter(object_id=step.row.pk, actor=account, action__in=_WRITING).using_db(step.db)
    if step.row.modified_by == account or await own_writes.exists():
        raise transition_refused("SAME_REVIEWER")


async def no_open_copy(step: Step) -> None:
    """
    Check that there is no other working copy: two would be reviewed against the same original.

    :raises CommandRefused: COPY_OPEN
    """
    model: Any = type(step.row)
    open_states = unpublished_states(step.loaded.type.kind.workflow)
    if await model.filter(copy_of_id=step.row.pk, state__in=open_states).using_db(step.db).exists():
        raise transition_refused("COPY_OPEN")


async def draft_copy(step: Step) -> Changes:
    """Create a working copy of published content: every field that somebody may write, in the same lineage."""
    row, type_ = step.row, step.loaded.type
    columns = {f.name: getattr(row, f.name) for f in type_.fields.values() if f.write is not NEVER}
    await create_related(step, type_.noun, **columns, lineage_id=row.lineage_id or row.pk, copy_of_id=row.pk)
    return {}


async def swap_published(step: Step) -> Changes:
    """
    Publish: set the version number, and supersede the original of a working copy.

    A unique index in the database guarantees that one version of a lineage is published.

    :raises CommandRefused: ORIGINAL_MOVED when the original is no longer the published version
    """
    row, type_ = step.row, step.loaded.type
    row.published_by, row.lineage_id = step.context.viewer.account, row.lineage_id or row.pk
    changes = set_column(row, "published_at", "publishedAt", step.context.now)
    model: Any = type(row)
    lineage = model.filter(lineage_id=row.lineage_id).using_db(step.db)
    if "version" in type_.fields and row.version is None:
        earlier = await lineage.exclude(pk=row.pk).order_by("-version").first()
        changes |= set_column(row, "version", "version", ((earlier.version or 0) if earlier else 0) + 1)
    if row.copy_of_id is None:
        return changes
    original = await model.filter(pk=row.copy_of_id).using_db(step.db).select_for_update().get()
    if original.state != row.state:  # it was published in the same state
        raise transition_refused("ORIGINAL_MOVED")
    await move_to_state(step, type_.noun, original, "SUPERSEDED", "SUPERSEDE")
    return changes


REVIEW_RULES = Rulebook.of(
    guards=(
        another_reviewer,
        no_open_copy,
    ),
    effects=(
        draft_copy,
        swap_published,
    ),
)
