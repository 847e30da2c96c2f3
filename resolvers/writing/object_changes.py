"""
Change one object inside a transaction: add it, change its fields, or take a transition.

Permissions, values and rules are checked, and version, history, search text and outbox are written. Commands, effects
and the import all use these functions.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model

from auth.access_paths import RowFacts
from auth.policy import may_add
from models.values import normalise_date
from resolvers.context import JUDGING_WORDS, Changes, CommandContext, LoadedRow, PendingChange, Step
from resolvers.declaration import ContentType
from resolvers.reading.loading import load_for_write
from resolvers.refusals import CommandRefused, Problem, problem_of_value
from resolvers.writing.assignment import assign_values
from resolvers.writing.code_checks import check_codes, known_codes, unknown_term
from resolvers.writing.copies import check_fixed, follow_source
from resolvers.writing.creation import new_row, roles_to_add, take_parent_columns
from resolvers.writing.field_permissions import (
    check_creation,
    check_transition,
    with_unread_fields,
)
from resolvers.writing.history import record_change, save_changes
from resolvers.writing.references import (
    OpenChild,
    open_below,
    open_children,
    referenced_objects,
    references_ended_since,
    within_parent,
)
from workflow.language import Transition, TransitionRefused
from workflow.roles import Role


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
    changes |= await check_rules(context, type_, row, set(changes), db)
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
    *,
    closes_below: bool = False,
    happened_on: str | None = None,
) -> None:
    """
    Take one transition of a loaded object; with `closes_below`, close what is open below an object that ends.

    `happened_on` is the day on which a dated transition happened, if it was not today.

    :raises CommandRefused: when the workflow, a guard or an effect refuses it, or the day
    """
    target = target_of(loaded, name, check_transition(context, loaded, name), comment, reason)
    transition = loaded.type.kind.workflow.transitions[name]
    if transition.reason and not await known_codes([(transition.reason, str(reason))], context.today, db):
        raise CommandRefused(unknown_term(transition.reason, "reason"))
    day = _day_told(transition, happened_on, context.today) if happened_on else None
    await _pass_step(Step(context, loaded, comment, reason, db, closes_below, day), name, target)


def _day_told(transition: Transition, text: str, today: date) -> date:
    """
    Return the day on which the caller says that a transition happened.

    :raises CommandRefused: NOT_DATED, IN_THE_FUTURE, or when it is no day
    """
    if not transition.dated:
        raise CommandRefused(Problem("NOT_DATED", ("happenedOn",)))
    try:
        day = normalise_date(text)
    except ValueError as refused:
        raise CommandRefused(problem_of_value(refused, "happenedOn")) from None
    if day > today:
        raise CommandRefused(Problem("IN_THE_FUTURE", ("happenedOn",)))
    return day


def target_of(loaded: LoadedRow, name: str, roles: frozenset[Role], comment: str | None, reason: str | None) -> str:
    """
    Return the state to which a transition leads a loaded object.

    :raises CommandRefused: when the workflow refuses it
    """
    row: Any = loaded.row
    try:
        return loaded.type.kind.workflow.next_state(row.state, name, roles, comment=comment, reason=reason)
    except TransitionRefused as refused:
        raise CommandRefused(Problem(refused.reason, ("transition",), refused.facts)) from None


async def pass_transition(
    context: CommandContext,
    loaded: LoadedRow,
    name: str,
    target: str,
    comment: str | None,
    reason: str | None,
    db: TransactionalDBClient,
    *,
    closes_below: bool = False,
) -> None:
    """
    Take a transition whose caller and state were checked: its guards, its state, its effects.

    Nothing leaves its draft or opens again while it refers to what has ended, and nothing ends while something is open
    below.

    :raises CommandRefused: when a guard or an effect refuses it, or something is open below
    """
    await _pass_step(Step(context, loaded, comment, reason, db, closes_below), name, target)


async def _pass_step(step: Step, name: str, target: str) -> None:
    changes = await move_step(step, name, target)
    await _save(step.context, step.loaded, name, changes, step.db, comment=step.comment, reason=step.reason)


async def move_step(step: Step, name: str, target: str) -> Changes:
    """
    Check a transition of the object of a step, set its state and run its effects; the row is not saved yet.

    :raises CommandRefused: as `pass_transition`
    """
    row, transition = step.row, step.loaded.type.kind.workflow.transitions[name]
    await check_step(step, transition, target)
    before = row.state
    row.state = target
    changes: Changes = {} if before == target else {"state": {"before": before, "after": target}}
    for effect in transition.effects:
        changes |= await step.context.rulebook.effects[effect](step)
    return changes


async def check_step(step: Step, transition: Transition, target: str, *, is_asked_before: bool = False) -> None:
    """
    Check what an object refers to, what is open below it, and the guards of a transition.

    `is_asked_before` leaves out the guards that judge the reason or the comment, which are not known yet.

    :raises CommandRefused: when one of them refuses it
    """
    await _follow_relations(step, target)
    for name in transition.guards:
        guard = step.context.rulebook.guards[name]
        if not (is_asked_before and guard in JUDGING_WORDS):
            await guard(step)


async def _follow_relations(step: Step, target: str) -> None:
    """
    Check what an object refers to when it opens, and what refers to it when it closes.

    :raises CommandRefused: REFERENCE_ENDED, or OPEN_BELOW unless what is open below is to be closed with it
    """
    context, type_, before = step.context, step.loaded.type, step.row.state
    workflow = type_.kind.workflow
    closes, was_closed = target in workflow.closed_to_new, before in workflow.closed_to_new
    if not closes and target != before and (was_closed or before == workflow.initial):
        ended = await references_ended_since(context, type_, step.row, step.db)
        if ended:
            raise CommandRefused(*ended)
    if closes and not was_closed and (found := await open_children(context.content_types, step.loaded, step.db)):
        if not step.closes_below:
            raise CommandRefused(open_below(found))
        await _close_below(step, found)


async def _close_below(step: Step, found: Sequence[OpenChild]) -> None:
    """
    Close what is open below an object with it, each by its own transition and with the comment of the object's.

    :raises CommandRefused: OPEN_BELOW when the caller may not see one of them, and what refuses its transition
    """
    for child_type, row, name in found:
        child = await load_for_write(step.context, child_type, row.pk, step.db)
        if child is None:
            raise CommandRefused(open_below(found))
        state, workflow = str(child.row.state), child_type.kind.workflow  # type: ignore[attr-defined] # content
        if state in workflow.closed_to_new:
            continue  # it went with another one
        roles = check_transition(step.context, child, name)
        try:
            workflow.permit(name, roles)
        except TransitionRefused as refused:
            raise CommandRefused(Problem(refused.reason, ("closeBelow",), refused.facts)) from None
        after = workflow.transitions[name].target_from(state)
        await pass_transition(step.context, child, name, after, step.comment, None, step.db, closes_below=True)


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
    references = await referenced_objects(context, loaded.type, values, db, loaded.stored)
    changes = assign_values(context, loaded.type, loaded.row, values, references)
    check_fixed(loaded.type, loaded.row, loaded.stored)
    changes = with_unread_fields(context, loaded, values, changes)
    if changes:
        changes |= await check_rules(context, loaded.type, loaded.row, set(changes), db, loaded)
        await _save(context, loaded, action, changes, db, comment=comment)


async def check_rules(
    context: CommandContext,
    type_: ContentType,
    row: Model,
    changed: set[str],
    db: TransactionalDBClient,
    loaded: LoadedRow | None = None,
) -> Changes:
    """
    Check the codes and the rules of a write that is about to be saved, and return what the rules changed because of it.

    :raises CommandRefused: with every problem
    """
    await check_codes(type_, row, changed, context.today, db)
    change = PendingChange(context, row, changed, db, loaded)
    problems = [p for name in type_.rules for p in await context.rulebook.rules[name](change)]
    problems += await within_parent(change, type_)
    if problems:
        raise CommandRefused(*problems)
    return change.derived


async def _save(
    context: CommandContext,
    loaded: LoadedRow,
    action: str,
    changes: dict[str, Any],
    db: TransactionalDBClient,
    comment: str | None = None,
    reason: str | None = None,
) -> None:
    changed, columns = [(loaded.row, changes)], loaded.changed_columns()
    await save_changes(context, loaded.type, action, changed, columns, db, comment=comment, reason=reason)
    await follow_source(context, loaded.type, loaded.row, changes, db)
