"""
Change one object inside a transaction: add it, change its fields, or take a transition.

Permissions, values and rules are checked, and version, history, search text and outbox are written. Commands, effects
and the import all use these functions.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model

from auth.access_paths import RowFacts
from auth.policy import may_add
from resolvers.context import CommandContext, LoadedRow, PendingChange, Step
from resolvers.declaration import ContentType
from resolvers.public_ids import object_uuid
from resolvers.reading.loading import visible_ids
from resolvers.reading.sections import unread_changes
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.assignment import assign_values, unchanged_entry
from resolvers.writing.code_checks import check_codes, known_codes, unknown_term
from resolvers.writing.copies import check_fixed, follow_source
from resolvers.writing.creation import (
    new_row,
    roles_to_add,
    take_parent_columns,
)
from resolvers.writing.field_permissions import (
    check_creation,
    check_transition,
    holds_permission,
    named_fields,
)
from resolvers.writing.history import next_revision, record_change
from workflow.language import TransitionRefused


async def add_object(
    context: CommandContext, type_: ContentType, values: Mapping[str, Any], db: TransactionalDBClient
) -> UUID:
    """
    Create an object inside a transaction and return its id.

    :raises CommandRefused: when a value, a reference, a permission or a rule refuses it
    """
    if not may_add(context.viewer, type_.kind):
        raise CommandRefused(Problem("FORBIDDEN", ()))
    row = new_row(context, type_)
    references = await referenced_objects(context, type_, values, db)
    changes = assign_values(context, type_, row, values, references)
    await take_parent_columns(context, type_, row, references, db)
    check_creation(type_, row, values, await roles_to_add(context, type_, row, db))
    await check_rules(context, type_, row, set(changes), db)
    await row.save(using_db=db, force_create=True)
    await run_creation_effects(context, type_, row, db)
    await record_change(context, type_, row, "CREATE", changes, db)
    return UUID(str(row.pk))


async def run_creation_effects(
    context: CommandContext, type_: ContentType, row: Model, db: TransactionalDBClient
) -> None:
    """Run the effects that a type declares for its creation; the row is saved already."""
    for name in type_.on_creation:
        if await context.rulebook.effects[name](Step(context, LoadedRow(type_, row, {}, RowFacts()), None, None, db)):
            await row.save(using_db=db)


async def apply_transition(
    context: CommandContext,
    loaded: LoadedRow,
    name: str,
    comment: str | None,
    reason: str | None,
    db: TransactionalDBClient,
) -> None:
    """
    Take one transition of a loaded object.

    :raises CommandRefused: when the workflow, a guard or an effect refuses it
    """
    type_, row = loaded.type, loaded.row
    roles = check_transition(context, loaded, name)
    try:
        target = type_.kind.workflow.next_state(row.state, name, roles, comment=comment, reason=reason)  # type: ignore[attr-defined] # content
    except TransitionRefused as refused:
        raise CommandRefused(Problem(refused.reason, ("transition",), refused.facts)) from None
    transition = type_.kind.workflow.transitions[name]
    if transition.reason and not await known_codes([(transition.reason, str(reason))], context.today, db):
        raise CommandRefused(unknown_term(transition.reason, "reason"))
    await pass_transition(context, loaded, name, target, comment, reason, db)


async def pass_transition(
    context: CommandContext,
    loaded: LoadedRow,
    name: str,
    target: str,
    comment: str | None,
    reason: str | None,
    db: TransactionalDBClient,
) -> None:
    """
    Take a transition whose caller and state were checked: its guards, its state, its effects.

    :raises CommandRefused: when a guard or an effect refuses it
    """
    row, transition = loaded.row, loaded.type.kind.workflow.transitions[name]
    step = Step(context, loaded, comment, reason, db)
    for guard in transition.guards:
        await context.rulebook.guards[guard](step)
    before = row.state  # type: ignore[attr-defined] # content
    row.state = target
    changes: dict[str, Any] = {} if before == target else {"state": {"before": before, "after": target}}
    for effect in transition.effects:
        changes |= await context.rulebook.effects[effect](step)
    await _save(context, loaded, name, changes, db, comment=comment, reason=reason)


async def change_object(
    context: CommandContext,
    loaded: LoadedRow,
    values: Mapping[str, Any],
    action: str,
    db: TransactionalDBClient,
    *,
    comment: str | None = None,
) -> None:
    """Set values on a loaded object, check its rules, save it and record the change."""
    references = await referenced_objects(context, loaded.type, values, db)
    changes = assign_values(context, loaded.type, loaded.row, values, references)
    check_fixed(loaded.type, loaded.row, loaded.stored)
    holds = partial(holds_permission, context, loaded)
    for field in named_fields(loaded.type, values):
        if field.sections:
            changes = unread_changes(loaded.row, field, values[field.key], holds) | changes
            continue
        # A field that the viewer may not read always counts as changed: otherwise the revision would confirm a guess.
        if field.key not in changes and not holds(field.read):
            changes[field.key] = unchanged_entry(loaded.row, field)
    if changes:
        await check_rules(context, loaded.type, loaded.row, set(changes), db)
        await _save(context, loaded, action, changes, db, comment=comment)


async def referenced_objects(
    context: CommandContext, type_: ContentType, values: Mapping[str, Any], db: TransactionalDBClient
) -> dict[str, Model]:
    """
    Return the objects that the given references name, by column.

    :raises CommandRefused: NOT_FOUND when the caller may not see one of them, or it does not exist
    """
    objects: dict[str, Model] = {}
    for reference in named_fields(type_, values):
        if reference.target is None or values[reference.key] is None:
            continue
        target = context.content_types[reference.target]
        uuid = object_uuid(target.noun, values[reference.key])
        if uuid is None or not (reference.unseen or await visible_ids(context, target, [uuid], db)):
            raise CommandRefused(Problem("NOT_FOUND", (reference.key,)))
        object_ = await target.model.get_or_none(pk=uuid, using_db=db)
        if object_ is None:
            raise CommandRefused(Problem("NOT_FOUND", (reference.key,)))
        objects[reference.column] = object_
    return objects


async def check_rules(
    context: CommandContext, type_: ContentType, row: Model, changed: set[str], db: TransactionalDBClient
) -> None:
    """
    Check the codes and the rules of a write that is about to be saved.

    :raises CommandRefused: with every problem
    """
    await check_codes(type_, row, changed, context.today, db)
    change = PendingChange(context, row, changed, db)
    problems = [p for name in type_.rules for p in await context.rulebook.rules[name](change)]
    if problems:
        raise CommandRefused(*problems)


async def _save(
    context: CommandContext,
    loaded: LoadedRow,
    action: str,
    changes: dict[str, Any],
    db: TransactionalDBClient,
    comment: str | None = None,
    reason: str | None = None,
) -> None:
    row: Any = loaded.row
    next_revision(context, row)
    await row.save(using_db=db)
    await record_change(context, loaded.type, row, action, changes, db, comment=comment, reason=reason)
    await follow_source(context, loaded.type, row, changes, db)
