"""
Content that comes with the service: many objects of a type at once, written by the service's own account.

Values, codes and rules are checked as in a command, and version, history, search text and events are written.
Permissions are not asked, because there is no caller. What is reviewed before it holds counts as published.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from models.content import Governed
from models.log import History
from resolvers.context import CommandContext
from resolvers.declaration import ContentType
from resolvers.writing.assignment import assign_values
from resolvers.writing.bulk_writes import check_rules_of_all
from resolvers.writing.creation import new_row
from resolvers.writing.history import next_revision, record_changes, record_creations
from resolvers.writing.transitions import set_column
from workflow.published import scheduled_states, state_in_force
from workflow.vocabulary import MODIFY

_STAMPS = ("revision", "modified_at", "modified_by")


@dataclass
class SeedChanges:
    """Which of the objects were changed, and which were left because what differs is given once and never changed."""

    changed: set[UUID] = field(default_factory=set)
    left: set[UUID] = field(default_factory=set)


async def seed_objects(
    context: CommandContext, type_: ContentType, inputs: Sequence[Mapping[str, Any]], db: TransactionalDBClient
) -> list[UUID]:
    """
    Create objects in force and return their ids in the same order; `inputs` are values by GraphQL name.

    :raises CommandRefused: when a value or a rule refuses one of them
    """
    creations: list[tuple[Any, dict[str, Any]]] = []
    for values in inputs:
        row: Any = new_row(context, type_)
        row.state = state_in_force(type_.kind.workflow)
        changes = assign_values(context, type_, row, values, {})
        if isinstance(row, Governed):
            row.lineage_id, row.published_by = row.pk, context.viewer.account
            await _join_versions(type_, row, db)
            changes |= set_column(row, "published_at", "publishedAt", context.now)
        creations.append((row, changes))
    await check_rules_of_all(context, type_, creations, db)
    await type_.model.bulk_create([row for row, _ in creations], using_db=db)
    await record_creations(context, type_, creations, db)
    return [UUID(str(row.pk)) for row, _ in creations]


async def _join_versions(type_: ContentType, row: Any, db: TransactionalDBClient) -> None:
    """
    Let a version that comes with the service join those of its key that are there.

    It is scheduled, also for a day that has come: the job that brings versions into force ends the one before.
    """
    earlier = type_.model.filter(row.is_version(), published_at__isnull=False) if row.version_key else None
    latest: Any = await earlier.using_db(db).order_by("-published_at", "-id").first() if earlier else None
    if latest is not None:
        row.lineage_id = latest.lineage_id or latest.pk
        row.state = scheduled_states(type_.kind.workflow)[0]


async def reseed_objects(
    context: CommandContext, type_: ContentType, wanted: Mapping[UUID, Mapping[str, Any]], db: TransactionalDBClient
) -> SeedChanges:
    """
    Set the values of objects that the service wrote itself, each with a new revision; equal values change nothing.

    :raises CommandRefused: when a value or a rule refuses one of them
    """
    outcome, changed = SeedChanges(), list[tuple[Any, dict[str, Any]]]()
    lasting = {f.key for f in type_.fields.values() if f.write is not MODIFY}
    rows: list[Any] = await type_.model.filter(pk__in=list(wanted)).using_db(db).select_for_update()
    for row in rows:
        changes = assign_values(context, type_, row, wanted[row.pk], {})
        if changes.keys() & lasting:
            outcome.left.add(row.pk)
        elif changes:
            next_revision(context, row)
            changed.append((row, changes))
    if not changed:
        return outcome
    await check_rules_of_all(context, type_, changed, db)
    given = {key for _, changes in changed for key in changes}
    columns = [f.name for f in type_.fields.values() if f.key in given]
    await type_.model.bulk_update([row for row, _ in changed], [*columns, *_STAMPS], batch_size=100, using_db=db)
    await record_changes(context, type_, "UPDATE", changed, db)
    outcome.changed = {row.pk for row, _ in changed}
    return outcome


async def touched_objects(
    context: CommandContext, type_: ContentType, ids: Sequence[UUID], db: TransactionalDBClient
) -> set[UUID]:
    """Return those of the objects that no longer exist or that anybody but the service's own account has written."""
    own = context.viewer.account
    untouched = type_.model.filter(pk__in=list(ids), created_by=own, modified_by=own).using_db(db)
    written = History.filter(object_id__in=list(ids)).exclude(actor=own).using_db(db)
    left = set(await untouched.values_list("id", flat=True)) - set(await written.values_list("object_id", flat=True))
    return set(ids) - left
