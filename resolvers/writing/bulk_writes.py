"""
Create or change many objects of one type at once.

The checks and the records are those of a single command; all of it takes a dozen statements, however many objects.
"""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, cast
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model

from auth.policy import may_add
from resolvers.context import CommandContext, LoadedRow, PendingChange, Step
from resolvers.declaration import ContentType
from resolvers.lookups import Lookup, look_up
from resolvers.refusals import CommandRefused, Problem
from resolvers.watched_rows import Looks, WatchedColumns, WatchedRow
from resolvers.writing.assignment import assign_values, history_value
from resolvers.writing.code_checks import GivenCodes, known_codes, unknown_term
from resolvers.writing.copies import check_fixed, with_followers
from resolvers.writing.creation import new_row, roles_to_add, take_parent_columns
from resolvers.writing.field_permissions import (
    check_change,
    check_creation,
    check_transition,
    named_fields,
    with_unread_fields,
)
from resolvers.writing.history import record_creations, save_changes
from resolvers.writing.object_changes import move_step, target_of
from resolvers.writing.references import referenced_objects, state_lookups, within_parent
from resolvers.writing.transitions import set_column

_Changes = dict[str, dict[str, Any]]
MOST_KINDS = 16  # of rows that are not alike, the latest are compared with the next


async def add_objects(
    context: CommandContext,
    type_: ContentType,
    inputs: Sequence[Mapping[str, Any]],
    db: TransactionalDBClient,
    *,
    own: Mapping[str, Any] = MappingProxyType({}),
) -> list[UUID]:
    """
    Create objects inside a transaction and return their ids in the same order.

    `own` are values of fields that the command sets in each of them and that nobody gives.

    :raises CommandRefused: when one of them is refused; which one is not said (`add_object` says it of a single object)
    """
    if not may_add(context.viewer, type_.kind):
        raise CommandRefused(Problem("FORBIDDEN", ()))
    references_by_ids: dict[tuple[Any, ...], dict[str, Model]] = {}
    creations: list[tuple[Any, _Changes]] = []
    for values in inputs:
        reference_ids = tuple(values.get(f.key) for f in type_.fields.values() if f.target)
        if reference_ids not in references_by_ids:
            references_by_ids[reference_ids] = await referenced_objects(context, type_, values, db)
        row = new_row(context, type_)
        changes = assign_values(context, type_, row, values, references_by_ids[reference_ids])
        await take_parent_columns(context, type_, row, references_by_ids[reference_ids], db)
        check_creation(type_, row, values, await roles_to_add(context, type_, row, db))
        for name, value in own.items():
            changes |= set_column(row, name, type_.fields[name].key, value)
        creations.append((row, changes))
    await check_rules_of_all(context, type_, creations, db)
    await type_.model.bulk_create([row for row, _ in creations], using_db=db)
    await record_creations(context, type_, creations, db)
    return [UUID(str(row.pk)) for row, _ in creations]


async def create_rows(
    context: CommandContext, type_: ContentType, rows: Sequence[Mapping[str, Any]], db: TransactionalDBClient
) -> list[Any]:
    """
    Create objects of one type as part of a permitted command, and record them: `create_related` for many.

    `rows` are their columns, the copied ones among them; an id among them is taken. They are returned in that order.
    """
    keys = {f.name: f.key for f in type_.fields.values()} | {f.column: f.key for f in type_.fields.values()}
    creations: list[tuple[Any, _Changes]] = []
    for columns in rows:
        row = new_row(context, type_)
        for column, value in columns.items():
            setattr(row, column, value)
        given = {keys[c]: value for c, value in columns.items() if c in keys and value is not None}
        creations.append((row, {key: {"before": None, "after": history_value(v)} for key, v in given.items()}))
    created = [row for row, _ in creations]
    if created:
        await type_.model.bulk_create(created, using_db=db)
        await record_creations(context, type_, creations, db)
    return created


async def check_rules_of_all(
    context: CommandContext, type_: ContentType, creations: Sequence[tuple[Any, _Changes]], db: TransactionalDBClient
) -> None:
    """
    Check the codes and the rules of many rows of one type, each with its changes; they are not saved yet.

    :raises CommandRefused: with the problems of all of them
    """
    coded_fields = [f for f in type_.fields.values() if f.vocabulary]
    codes = {
        (str(f.vocabulary), str(getattr(row, f.name))): f.key
        for row, changes in creations
        for f in coded_fields
        if f.key in changes and getattr(row, f.name) is not None
    }
    valid_codes = await known_codes(codes, context.today, db) if codes else set()
    problems = [unknown_term(code[0], codes[code]) for code in codes.keys() - valid_codes]
    for row, changes in creations:
        change = PendingChange(context, row, set(changes), db)
        for name in type_.rules:
            problems += await context.rulebook.rules[name](change)
        problems += await within_parent(change, type_)
        changes.update(change.derived)
    if problems:
        raise CommandRefused(*problems)


@dataclass
class ObjectChange:
    """
    What is to become of one loaded object: fields that are set, and then a transition that is taken, either if given.

    `revision` is the one that the caller knows, None for whatever it is now. `problems` are the reasons why it was
    refused, and `changes` what was changed, both once it was judged.
    """

    loaded: LoadedRow
    values: Mapping[str, Any]
    transition: str | None = None
    revision: int | None = None
    problems: list[Problem] = field(default_factory=list)
    changes: _Changes = field(default_factory=dict)
    set_columns: AbstractSet[str] = frozenset()

    @property
    def is_stale(self) -> bool:
        """Whether the caller knows another revision than the stored one."""
        return self.revision is not None and self.revision != self.loaded.stored["revision"]

    @property
    def action(self) -> str:
        """What history calls it: the transition, or an update."""
        return self.transition or "UPDATE"


async def change_objects(
    context: CommandContext,
    type_: ContentType,
    asked: Sequence[ObjectChange],
    db: TransactionalDBClient,
    *,
    comment: str | None = None,
    all_or_none: bool = False,
    also: Sequence[Lookup] = (),
) -> None:
    """
    Change objects inside a transaction, each with the checks of a single command.

    What is refused is not saved and has its problems; with `all_or_none`, one refusal leaves all of them as they are.
    Fields that refer to other objects, or are sealed, are not set here. `also` is read before anything is judged.

    :raises TypeError: for a type whose columns are copied to other rows: its changes have to be followed one by one
    """
    if type_.noun in context.content_types.once(with_followers):
        raise TypeError(f"{type_.name} has followers")
    codes, moving = GivenCodes(type_, [one.values for one in asked]), [o.loaded.row for o in asked if o.transition]
    await look_up([*also, *state_lookups(context, type_, moving), *codes.lookups(context.today)], db)
    judged: deque[_Judged] = deque(maxlen=MOST_KINDS)
    for one in asked:
        if alike := next((other for other in judged if other.is_like(one)), None):
            alike.share(one)
        elif await (first := _Judged(one)).judge(context, codes.unknown, comment, db):
            judged.appendleft(first)
    if all_or_none and any(one.problems for one in asked):
        return
    accepted = [one for one in asked if not one.problems and one.changes]
    by_action: defaultdict[str, list[ObjectChange]] = defaultdict(list)
    for one in accepted:
        by_action[one.action].append(one)
    for action, of_action in by_action.items():
        rows = [(one.loaded.row, one.changes) for one in of_action]
        columns = set[str]().union(*(one.set_columns for one in of_action))
        await save_changes(context, type_, action, rows, columns, db, comment=comment)


class _Judged:
    """A change that was judged while its row was watched, for those that are like it."""

    def __init__(self, one: ObjectChange) -> None:
        self.one, self.looks = one, Looks()

    def is_like(self, other: ObjectChange) -> bool:
        """Return whether everything that was looked at is the same of another change."""
        one, looks = self.one, self.looks
        return (
            one.loaded.facts is other.loaded.facts
            and one.transition == other.transition
            and one.is_stale == other.is_stale
            and one.values == other.values
            and looks.are_those_of(other.loaded.row, other.loaded.stored)
        )

    def share(self, other: ObjectChange) -> None:
        """Give another change the same end."""
        other.problems, other.changes = list(self.one.problems), self.one.changes
        # What was set without a look may be what the first row had already, and this one had not.
        columns = other.loaded.type.model._meta.fields_db_projection.keys()
        other.set_columns = self.one.set_columns | (self.looks.written.keys() & columns)
        if not other.problems:
            self.looks.repeat(other.loaded.row)

    async def judge(
        self, context: CommandContext, unknown: set[tuple[str, Any]], comment: str | None, db: TransactionalDBClient
    ) -> bool:
        """Judge the change, keep why it is refused or what it sets, and return whether others may have the same end."""
        one, loaded = self.one, self.one.loaded
        row, stored = WatchedRow(loaded.row, self.looks), WatchedColumns(loaded.stored, self.looks)
        watched = replace(loaded, row=cast("Model", row), stored=stored)
        try:
            await _judge(context, one, watched, unknown, comment, db)
        except CommandRefused as refused:
            one.problems = list(refused.problems)
        one.set_columns = loaded.changed_columns()
        return self.looks.is_shareable and not _sets_fixed(loaded.type, one.values)


def _sets_fixed(type_: ContentType, values: Mapping[str, Any]) -> bool:
    """Return whether a change sets a column that never changes: then it is compared with what each row has."""
    fixed = getattr(type_.model, "fixed", ())
    return any(field.column in fixed for field in named_fields(type_, values))


async def _judge(
    context: CommandContext,
    one: ObjectChange,
    loaded: LoadedRow,
    unknown: set[tuple[str, Any]],
    comment: str | None,
    db: TransactionalDBClient,
) -> None:
    """
    Check one change and apply it to the row in memory; `loaded` is its row, watched.

    :raises CommandRefused: when anything refuses it; permission comes before the revision, as in a single command
    """
    row = loaded.row
    check_change(context, loaded, one.values)
    roles = check_transition(context, loaded, one.transition) if one.transition else frozenset()
    if one.is_stale:
        raise CommandRefused(Problem("STALE_REVISION", ("revision",)))
    one.changes = assign_values(context, loaded.type, row, one.values, {})
    one.changes = with_unread_fields(context, loaded, one.values, one.changes)
    check_fixed(loaded.type, one.loaded.row, one.loaded.stored)
    coded = [f for f in loaded.type.fields.values() if f.vocabulary and (f.key, one.values.get(f.key)) in unknown]
    problems = [unknown_term(str(f.vocabulary), f.key) for f in coded]
    change = PendingChange(context, row, set(one.changes), db, loaded)
    for name in loaded.type.rules if one.changes else ():
        problems += await context.rulebook.rules[name](change)
    problems += await within_parent(change, loaded.type)
    if problems:
        raise CommandRefused(*problems)
    one.changes |= change.derived
    if one.transition:
        target = target_of(loaded, one.transition, roles, comment, None)
        one.changes |= await move_step(Step(context, loaded, comment, None, db), one.transition, target)


async def move_rows(
    context: CommandContext, type_: ContentType, rows: Sequence[Any], state: str, action: str, db: TransactionalDBClient
) -> None:
    """Set the state of many rows as part of a permitted command, and record the changes: `move_to_state` for many."""
    moved = [(row, {"state": {"before": row.state, "after": state}}) for row in rows if row.state != state]
    for row, _ in moved:
        row.state = state
    await save_changes(context, type_, action, moved, ("state",), db)
