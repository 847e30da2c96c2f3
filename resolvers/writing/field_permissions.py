"""Check the fields that a command writes. One refusal refuses the whole command, and every refused field is named."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from tortoise.models import Model

from auth.access_paths import RowFacts
from auth.held_roles import holds_role
from auth.policy import Kind, active_restrictions, allowed, roles_on_row
from auth.viewer import Viewer
from resolvers.context import Changes, CommandContext, LoadedRow
from resolvers.declaration import ContentType, Field
from resolvers.reading.by_caller.section_rights import holds_when_begun
from resolvers.reading.sections import HoldsPermission, refused_keys, unread_changes
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.assignment import unchanged_entry
from workflow.client import PROCESSING
from workflow.language import TransitionRefused
from workflow.roles import AccountKind, Role
from workflow.vocabulary import ADD, MOVE, Permission, scopes_open

_PROCESSING = PROCESSING.column.upper()


def check_change(context: CommandContext, loaded: LoadedRow, values: Mapping[str, Any]) -> None:
    """
    Check that the caller may write every given field of a loaded object.

    :raises CommandRefused: naming every field that the caller may not write
    """
    holds = partial(holds_permission, context, loaded)
    refused = [_withheld(context, loaded, f) for f in named_fields(loaded.type, values) if not holds(f.write)]
    if not refused:
        refused = _refused_section_keys(loaded.type, loaded.row, values, holds)
    if refused:
        raise CommandRefused(*refused)


def _forbidden(type_: ContentType, field: Field, state: str) -> Problem:
    """Return the problem of a field that may not be written: in which state the object is, and which roles write it."""
    roles = type_.kind.workflow.roles(state, field.write) if field.write is not ADD else frozenset[Role]()
    return Problem("FORBIDDEN_FIELD", (field.key,), {"state": state, "roles": ", ".join(sorted(roles))})


def _withheld(context: CommandContext, loaded: LoadedRow, field: Field) -> Problem:
    """
    Return the problem of a field of an object: who may write it, or that something stands in the way of one who may.

    Of those whose role would do, employees are told of a restriction of processing; nobody is told of another one, and
    nobody outside the organisation learns which of them it is.
    """
    viewer, kind, state = context.viewer, loaded.type.kind, loaded.stored["state"]
    problem, writers = _forbidden(loaded.type, field, state), kind.workflow.roles(state, field.write)
    if not scopes_open(viewer.scopes, kind.noun, field.write):
        return replace(problem, words="FORBIDDEN")
    if viewer.kind is not AccountKind.STAFF:
        held = frozenset(role for role in writers if holds_role(viewer, role))
        return replace(problem, words="FIELD_WITHHELD") if held - {Role.AUTHOR} else problem
    roles = roles_on_row(viewer, kind, loaded.stored, loaded.facts, field.write)
    if not roles & writers:
        return problem
    restrictions = active_restrictions(kind, roles, field.write, loaded.facts)
    return replace(problem, words=_PROCESSING if PROCESSING.column in restrictions else "FIELD_WITHHELD")


def check_transition(context: CommandContext, loaded: LoadedRow, name: str) -> frozenset[Role]:
    """
    Return the caller's roles on a loaded object; one of them may take the transition in some state.

    :raises CommandRefused: WRONG_ROLE, or the codes of `blocking_codes`
    """
    roles = roles_on_row(context.viewer, loaded.type.kind, loaded.stored, loaded.facts)
    try:
        loaded.type.kind.workflow.permit(name, roles)
    except TransitionRefused as refused:
        raise CommandRefused(Problem(refused.reason, ("transition",), refused.facts)) from None
    if blocking := blocking_codes(context.viewer, loaded.type.kind, roles, MOVE, loaded.facts):
        raise CommandRefused(*(Problem(code, ("transition",)) for code in blocking))
    return roles


def holds_permission(context: CommandContext, loaded: LoadedRow, permission: Permission) -> bool:
    """Return whether the caller holds a permission on a loaded object."""
    return allowed(context.viewer, loaded.type.kind, loaded.stored, permission, loaded.facts)


def with_unread_fields(
    context: CommandContext, loaded: LoadedRow, values: Mapping[str, Any], changes: Changes
) -> Changes:
    """
    Return the changes, and among them every given field that the viewer may not read.

    Such a field always counts as changed: otherwise the revision, or a rule that does not run, would confirm a guess.
    """
    holds = partial(holds_permission, context, loaded)
    for field in named_fields(loaded.type, values):
        if field.sections:
            changes = unread_changes(loaded.row, field, values[field.key], holds) | changes
        elif field.key not in changes and not holds(field.read):
            changes[field.key] = unchanged_entry(loaded.row, field)
    return changes


def blocking_codes(
    viewer: Viewer, kind: Kind, roles: frozenset[Role], permission: Permission, facts: RowFacts
) -> list[str]:
    """
    Return the codes of the obstacles to a permission that the viewer's roles on a row would grant.

    FORBIDDEN when no scope of the token opens it; otherwise the restrictions of the client, such as
    PROCESSING_RESTRICTION.
    """
    if not scopes_open(viewer.scopes, kind.noun, permission):
        return ["FORBIDDEN"]
    return [column.upper() for column in active_restrictions(kind, roles, permission, facts)]


def _refused_section_keys(
    type_: ContentType, row: Any, values: Mapping[str, Any], holds: HoldsPermission
) -> list[Problem]:
    sectioned = [f for f in named_fields(type_, values) if f.sections]
    return [p for f in sectioned for p in refused_keys(f, getattr(row, str(f.sections)), values[f.key], holds)]


def check_creation(type_: ContentType, row: Model, values: Mapping[str, Any], roles: frozenset[Role]) -> None:
    """
    Check that the roles may create an object with these values. `row` is the new object.

    :raises CommandRefused: naming every field that they may not write
    """
    if not roles:
        raise CommandRefused(Problem("FORBIDDEN", ()))
    workflow, state = type_.kind.workflow, str(row.state)  # type: ignore[attr-defined] # content
    refused = [
        _forbidden(type_, f, state)
        for f in named_fields(type_, values)
        if not f.required and not roles & workflow.roles(state, f.write)
    ]
    refused += _refused_section_keys(type_, row, values, holds_when_begun(workflow, state, roles))
    if refused:
        raise CommandRefused(*refused)


def named_fields(type_: ContentType, values: Mapping[str, Any]) -> list[Field]:
    """Return the fields that a command sets."""
    return type_.named(values)
