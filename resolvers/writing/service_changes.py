"""
Changes by the operator's command line, which has no account: values, rules, guards and effects are those of anybody.

Only the question who may do it is not asked: whoever may run the command holds the keys of the installation.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tortoise.models import Model

from auth.access_paths import RowFacts
from resolvers.context import LoadedRow, UnitOfWork
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.assignment import assign_values
from resolvers.writing.creation import new_row, take_parent_columns
from resolvers.writing.history import record_change
from resolvers.writing.object_changes import check_rules, pass_transition, run_creation_effects

_NO_REFERENCES: Mapping[str, Model] = MappingProxyType({})


async def add_by_service(
    work: UnitOfWork, noun: str, values: Mapping[str, Any], references: Mapping[str, Model] = _NO_REFERENCES
) -> Any:
    """
    Create an object for a command of the operator, and return the row.

    Values and rules are checked as of any other; whether the caller may add it is not asked, because the operator's
    command line has no account. `references` are the objects that `values` name, by column.

    :raises CommandRefused: when a value or a rule refuses it
    """
    context, type_ = work.context, work.context.content_types[noun]
    row = new_row(context, type_)
    changes = assign_values(context, type_, row, values, references)
    await take_parent_columns(context, type_, row, references, work.db)
    missing = [f.key for f in type_.fields.values() if f.required and values.get(f.key) is None]
    if missing:
        raise CommandRefused(*(Problem("VALUE_REQUIRED", (key,)) for key in missing))
    changes |= await check_rules(context, type_, row, set(changes), work.db)
    await row.save(using_db=work.db, force_create=True)
    await run_creation_effects(context, type_, row, work.db)
    await record_change(context, type_, row, "CREATE", changes, work.db)
    return row


async def step_by_service(work: UnitOfWork, noun: str, row: Any, name: str, comment: str) -> None:
    """
    Take a transition for a command of the operator.

    :raises CommandRefused: WRONG_STATE, or what a guard refuses
    """
    type_ = work.context.content_types[noun]
    transition = type_.kind.workflow.transitions[name]
    if row.state not in transition.source:
        possible = {"state": row.state, "possible": ",".join(sorted(transition.source))}
        raise CommandRefused(Problem("WRONG_STATE", ("transition",), possible))
    loaded, target = LoadedRow(type_, row, {}, RowFacts()), transition.target_from(row.state)
    await pass_transition(work.context, loaded, name, target, comment, None, work.db)
