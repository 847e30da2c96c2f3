"""
Reviewed content: another person reviews it, changes are made in a working copy, and publishing swaps them at once.

The code is the same for all types: a working copy holds the fields that somebody may write.
"""

from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from auth.access_paths import RowFacts
from models.log import History
from resolvers.context import Changes, CommandContext, LoadedRow, Rulebook, Step, UnitOfWork, judges_caller
from resolvers.declaration import ContentType
from resolvers.writing.transitions import create_related, move_to_state, set_column, transition_refused
from workflow.published import scheduled_states, state_in_force, unpublished_states
from workflow.vocabulary import NEVER

# Whoever restores an earlier revision writes; whoever brings retired content back (the transition RESTORE) does not.
_WRITING = ("CREATE", "UPDATE", "REVERT")
ON_BEGINNING = frozenset({"law_in_force"})  # effects of publication that wait for the day on which a version begins
_BATCH = 100
_ASKING, _ENDING = "ASK_RETIREMENT", ("RETIRE", "RESTORE")


@judges_caller
async def another_reviewer(step: Step) -> None:
    """
    Check that the reviewer has neither written any of the content nor submitted it for review.

    :raises CommandRefused: SAME_REVIEWER
    """
    account = step.context.viewer.account
    own_writes = History.filter(object_id=step.row.pk, actor=account, action__in=_WRITING).using_db(step.db)
    has_written = await own_writes.exists() or await _submitted_last(step) == account
    if has_written:
        raise transition_refused("SAME_REVIEWER")


async def _submitted_last(step: Step) -> UUID | None:
    submitted = History.filter(object_id=step.row.pk, action="SUBMIT").using_db(step.db).order_by("-id")
    last = await submitted.first()
    return last.actor if last else None


@judges_caller
async def asked_by_another(step: Step) -> None:
    """
    Check that another person asked to retire the content, after it was last retired or brought back.

    What is in use, such as the code of a day or the notice of a register, is not ended by one person alone.

    :raises CommandRefused: RETIREMENT_NOT_ASKED
    """
    steps = History.filter(object_id=step.row.pk, action__in=(_ASKING, *_ENDING)).using_db(step.db)
    asked_by: dict[UUID, str] = {}
    for action, actor in await steps.order_by("id").values_list("action", "actor"):
        asked_by = {} if action in _ENDING else {**asked_by, actor: action}
    if not set(asked_by) - {step.context.viewer.account}:
        raise transition_refused("RETIREMENT_NOT_ASKED")


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

    A version of a day to come is scheduled, and the one before stays in force until then (`bring_into_force`). One that
    was written from scratch joins the versions of its key. A unique index in the database guarantees that one version
    of a lineage is published.

    :raises CommandRefused: ORIGINAL_MOVED when the original is no longer the published version
    """
    row, type_ = step.row, step.loaded.type
    row.published_by, row.lineage_id = step.context.viewer.account, await _lineage(row, step.db)
    changes = set_column(row, "published_at", "publishedAt", step.context.now)
    model: Any = type(row)
    lineage = model.filter(lineage_id=row.lineage_id).using_db(step.db)
    if "version" in type_.fields and row.version is None:
        earlier = await lineage.exclude(pk=row.pk).order_by("-version").first()
        changes |= set_column(row, "version", "version", ((earlier.version or 0) if earlier else 0) + 1)
    current = row.state
    if _begins_later(step):
        reviewed = unpublished_states(type_.kind.workflow)[-1]
        row.state = scheduled_states(type_.kind.workflow)[0]
        return changes | {"state": {"before": reviewed, "after": row.state}}
    if row.copy_of_id is not None:
        original = await model.filter(pk=row.copy_of_id).using_db(step.db).select_for_update().get()
        if original.state != current:  # it was published in the same state
            raise transition_refused("ORIGINAL_MOVED")
        await _supersede(step, type_, original, row)
    elif row.version_key:
        await _supersede_all(step, type_, row, current)
    return changes


async def _lineage(row: Any, db: TransactionalDBClient) -> UUID:
    """Return the lineage of a version: its own, that of the versions with its key, or a new one."""
    if row.lineage_id or not row.version_key:
        return UUID(str(row.lineage_id or row.pk))
    others = type(row).filter(row.is_version(), published_at__isnull=False).exclude(pk=row.pk).using_db(db)
    latest = await others.order_by("-published_at", "-id").first()
    return UUID(str((latest.lineage_id or latest.pk) if latest else row.pk))


async def _supersede_all(step: Step | UnitOfWork, type_: ContentType, row: Any, in_force: str) -> None:
    """Let a version take the place of every other one that is in force."""
    others = type(row).filter(row.is_version(), state=in_force).exclude(pk=row.pk)
    for earlier in await others.using_db(step.db).select_for_update():
        await _supersede(step, type_, earlier, row)


async def _supersede(step: Step | UnitOfWork, type_: ContentType, earlier: Any, row: Any) -> None:
    """Let a version take the place of another; where that has a last day, it ends when its successor begins."""
    ended, begins_on = {}, getattr(row, row.begins_on) if row.begins_on else None
    if "ends_before" in type_.fields and begins_on is not None:
        began_before = earlier.starts_on is None or earlier.starts_on < begins_on
        if began_before and (earlier.ends_before or begins_on) >= begins_on:
            ended = set_column(earlier, "ends_before", "endsBefore", begins_on)
    await move_to_state(step, type_.noun, earlier, "SUPERSEDED", "SUPERSEDE", ended)


def _begins_later(step: Step) -> bool:
    row = step.row
    begins_on = getattr(row, row.begins_on) if row.begins_on else None
    return begins_on is not None and begins_on > step.context.today


async def bring_into_force(context: CommandContext) -> int:
    """
    Put every scheduled version whose day has come in force, in the place of the one before; return how many.

    The end of the one before is the beginning of its successor. What a version sets when it begins (`ON_BEGINNING`) is
    set now.
    """
    count = 0
    for type_ in context.content_types.values():
        model: Any = type_.model
        for state in scheduled_states(type_.kind.workflow):
            due = {"state": state, f"{model.begins_on}__lte": context.today}
            for found in await model.filter(**due).order_by(model.begins_on, "id").limit(_BATCH):
                async with in_transaction() as db:
                    count += await _bring_one_into_force(context, type_, found.pk, due, db)
    return count


async def _bring_one_into_force(
    context: CommandContext, type_: ContentType, id_: UUID, due: dict[str, Any], db: TransactionalDBClient
) -> int:
    model: Any = type_.model
    row = await model.filter(pk=id_, **due).using_db(db).select_for_update(skip_locked=True).first()
    if row is None:
        return 0
    work, in_force = UnitOfWork(context, db), state_in_force(type_.kind.workflow)
    await _supersede_all(work, type_, row, in_force)
    await move_to_state(work, type_.noun, row, in_force, "BEGIN")
    step = Step(context, LoadedRow(type_, row, {}, RowFacts()), None, None, db)
    for name in ON_BEGINNING & set(type_.kind.workflow.transitions["PUBLISH"].effects):
        await context.rulebook.effects[name](step)
    return 1


REVIEW_RULES = Rulebook.of(
    guards=(
        another_reviewer,
        asked_by_another,
        no_open_copy,
    ),
    effects=(
        draft_copy,
        swap_published,
    ),
)
