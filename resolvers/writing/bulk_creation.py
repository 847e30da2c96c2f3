"""Many objects of one type created at once: the same checks and the same trail as for one, in a dozen statements."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model

from auth.policy import may_add
from resolvers.context import CommandContext, PendingChange
from resolvers.declaration import ContentType
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.assignment import assign_values
from resolvers.writing.code_checks import known_codes, unknown_term
from resolvers.writing.creation import inherit_parent_columns, new_row, roles_to_add
from resolvers.writing.field_permissions import check_creation
from resolvers.writing.history import record_creations
from resolvers.writing.object_changes import referenced_objects

_Changes = dict[str, dict[str, Any]]


async def add_objects(
    context: CommandContext, type_: ContentType, given: Sequence[Mapping[str, Any]], db: TransactionalDBClient
) -> list[UUID]:
    """
    Create objects inside a transaction and return their ids in the same order.

    :raises CommandRefused: when one of them is refused, without saying which: `add` tells it of a single one
    """
    if not may_add(context.viewer, type_.kind):
        raise CommandRefused(Problem("FORBIDDEN", ()))
    known: dict[tuple[Any, ...], dict[str, Model]] = {}
    made: list[tuple[Any, _Changes]] = []
    for values in given:
        named = tuple(values.get(f.key) for f in type_.fields.values() if f.target)
        if named not in known:
            known[named] = await referenced_objects(context, type_, values, db)
        row = new_row(context, type_)
        changes = assign_values(context, type_, row, values, known[named])
        await inherit_parent_columns(context, type_, row, known[named], db)
        check_creation(type_, row, values, await roles_to_add(context, type_, row, db))
        made.append((row, changes))
    await _obey_rules(context, type_, made, db)
    await type_.model.bulk_create([row for row, _ in made], using_db=db)
    await record_creations(context, type_, made, db)
    return [UUID(str(row.pk)) for row, _ in made]


async def _obey_rules(
    context: CommandContext, type_: ContentType, made: Sequence[tuple[Any, _Changes]], db: TransactionalDBClient
) -> None:
    coded = [f for f in type_.fields.values() if f.vocabulary]
    wanted = {
        (str(f.vocabulary), str(getattr(row, f.name))): f.key
        for row, changes in made
        for f in coded
        if f.key in changes and getattr(row, f.name) is not None
    }
    known = await known_codes(wanted, context.today, db) if wanted else set()
    problems = [unknown_term(code[0], wanted[code]) for code in wanted.keys() - known]
    for row, changes in made:
        for name in type_.rules:
            problems += await context.rulebook.rules[name](PendingChange(context, row, set(changes), db))
    if problems:
        raise CommandRefused(*problems)
