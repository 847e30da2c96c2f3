"""
Whether the caller may read and write a section of a form: of answers that there are, and of those that would be begun.

Both are what decides when answers are written, so that a page offers what is taken. Decision 0247.
"""

from auth.access_paths import access_paths
from auth.policy import may_add
from auth.viewer import Viewer
from resolvers.declaration import Begun, ContentType, Field
from resolvers.reading.compilation import SelectedRows
from resolvers.reading.parameters import literal, quoted
from resolvers.reading.sections import HoldsPermission, grantable_permissions, holds_permission_sql
from workflow.language import Workflow
from workflow.roles import Role
from workflow.vocabulary import ADD, Permission


def member_sql(rows: SelectedRows, field: Field, key: str) -> str:
    """Return the SQL of a member of a value object, where `e` is the stored object; a right is never null."""
    if key not in field.rights:
        return f"e.{quoted(key)}"
    named = f"e.{quoted(field.rights[key])}"
    writes = field.rights[key] == "write"
    if field.begins is None:
        whole = rows.guard(_of_whole(rows.type, writes=writes))
        held = holds_permission_sql(rows, named, writes=writes)
        return f"coalesce({held}{f' AND {whole}' if whole else ''}, FALSE)"
    return f"coalesce({_begun_sql(rows, field.begins, named, writes=writes)}, FALSE)"


def holds_when_begun(workflow: Workflow, state: str, roles: frozenset[Role]) -> HoldsPermission:
    """Return whether roles that add an object hold a permission on it while it is begun, in its first state."""

    def holds(permission: Permission) -> bool:
        return bool(roles & workflow.roles(state, permission))

    return holds


def _begun_sql(rows: SelectedRows, begun: Begun, named: str, *, writes: bool) -> str:
    """Return the condition that the caller holds the permission `named` on an object that the caller begins."""
    type_ = rows.compilation.content_types[begun.noun]
    whole, part = (
        ", ".join(literal(name) for name in _held(rows.compilation.viewer, type_, state, writes=writes)) or "NULL"
        for state in _first_states(rows.compilation.viewer, type_)
    )
    if whole == part:
        return f"{named} IN ({whole})"
    is_part = f"{rows.column(begun.column)} = {literal(begun.value)}"
    return f"{named} IN ({part}) AND {is_part} OR {named} IN ({whole}) AND NOT {is_part}"


def _first_states(viewer: Viewer, type_: ContentType) -> tuple[str, str]:
    """Return where an object begins on its own, and where as a part: for who may not begin a part, on its own too."""
    initial = type_.kind.workflow.initial
    first = type_.part_of.states[0] if type_.part_of else initial
    return initial, first if _adding(viewer, type_) & type_.kind.workflow.roles(first, ADD) else initial


def _adding(viewer: Viewer, type_: ContentType) -> frozenset[Role]:
    if not may_add(viewer, type_.kind):
        return frozenset()
    return frozenset(r for r in type_.kind.workflow.add if access_paths(viewer, type_.kind.reach, r))


def _held(viewer: Viewer, type_: ContentType, state: str, *, writes: bool) -> list[str]:
    holds = holds_when_begun(type_.kind.workflow, state, _adding(viewer, type_))
    if not holds(_of_whole(type_, writes=writes)):
        return []
    return [p.name for p in grantable_permissions(type_, writes=writes) if holds(p)]


def _of_whole(type_: ContentType, *, writes: bool) -> Permission:
    """Return the permission that the whole field with sections needs beside that of the section."""
    sectioned = next(f for f in type_.fields.values() if f.sections)
    return sectioned.write if writes else sectioned.read
