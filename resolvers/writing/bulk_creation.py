"""
Create many objects of one type at once.

The checks and the records are those of a single creation; all of it takes a dozen statements.
"""

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
from resolvers.writing.creation import new_row, roles_to_add, take_parent_columns
from resolvers.writing.field_permissions import check_creation
from resolvers.writing.history import record_creations
from resolvers.writing.object_changes import referenced_objects

_Changes = dict[str, dict[str, Any]]


async def add_objects(
    context: CommandContext, type_: ContentType, inputs: Sequence[Mapping[str, Any]], db: TransactionalDBClient
) -> list[UUID]:
    """
    Create objects inside a transaction and return their ids in the same order.

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
        creations.append((row, changes))
    await check_rules_of_all(context, type_, creations, db)
    await type_.model.bulk_create([row for row, _ in creations], using_db=db)
    await record_creations(context, type_, creations, db)
    return [UUID(str(row.pk)) for row, _ in creations]


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
        for name in type_.rules:
            problems += await context.rulebook.rules[name](PendingChange(context, row, set(changes), db))
    if problems:
        raise CommandRefused(*problems)
