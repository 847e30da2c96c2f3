"""
Permissions of the keys of a JSON field: which keys a caller may read and write, in SQL and in Python.

The sections are stored on the row. Nobody may read or write a key that no section names, that two sections name, or
whose permission is unknown: a new key is denied to all until a section names it. Decision 0041.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from resolvers.declaration import ContentType, Field
from resolvers.reading.compilation import SelectedRows
from resolvers.refusals import Problem
from workflow.vocabulary import NEVER, PERMISSIONS, Permission

Sections = Sequence[Mapping[str, Any]]
HoldsPermission = Callable[[Permission], bool]


def permission_of(sections: Sections, key: str, side: str) -> Permission:
    """
    Return the permission that a key needs; `side` is "read" or "write".

    It is NEVER unless exactly one section names the key.
    """
    permissions = [section[side] for section in sections if key in section["keys"]]
    return PERMISSIONS.get(permissions[0], NEVER) if len(permissions) == 1 else NEVER


def refused_keys(field: Field, sections: Sections, values: Any, holds: HoldsPermission) -> list[Problem]:
    """Return a problem for every key that the caller may not write."""
    needed = {key: permission_of(sections, key, "write") for key in values or {}}
    return [
        Problem("FORBIDDEN_FIELD", (field.key, key), {"permission": permission.name})
        for key, permission in needed.items()
        if not (permission.writes and holds(permission))
    ]


def readable_keys(sections: Sections, may: HoldsPermission) -> set[str]:
    """Return the keys that the caller may read."""
    keys = {key for section in sections for key in section["keys"]}
    needed = {key: permission_of(sections, key, "read") for key in keys}
    return {key for key, permission in needed.items() if not permission.writes and may(permission)}


def set_keys(row: Any, field: Field, values: Any) -> dict[str, Any]:
    """Set the given keys and return what changed, by the names that history uses. A null removes its key."""
    before = dict(getattr(row, field.name))
    checked = field.value.check({} if values is None else values)
    after = {key: value for key, value in (before | checked).items() if value is not None}
    setattr(row, field.name, after)
    return {
        change_key(field, key): {"before": before.get(key), "after": after.get(key)}
        for key in checked
        if before.get(key) != after.get(key)
    }


def change_key(field: Field, key: str) -> str:
    """Return the name under which history stores the change of a key."""
    return f"{field.key}.{key}"


def unread_changes(row: Any, field: Field, values: Any, may: HoldsPermission) -> dict[str, Any]:
    """
    Return the given keys that the caller may not read, as changes to their own value.

    They count as changed, because otherwise the revision would confirm a guess.
    """
    readable = readable_keys(getattr(row, str(field.sections)), may)
    stored = getattr(row, field.name)
    return {
        change_key(field, key): {"before": stored.get(key), "after": stored.get(key)}
        for key in values or {}
        if key not in readable
    }


def earlier_keys(field: Field, row: Any, earlier: Mapping[str, Any], may: HoldsPermission) -> dict[str, Any]:
    """Return the readable keys that had another value in `earlier`, with that value; other keys stay as they are."""
    now = getattr(row, field.name)
    readable = readable_keys(getattr(row, str(field.sections)), may)
    return {key: earlier.get(key) for key in sorted(readable) if earlier.get(key) != now.get(key)}


def keys_of_one_section_sql(rows: SelectedRows, field: Field) -> str:
    """Return a SELECT of the keys of a row that exactly one section names, with the permission that reads each."""
    sections = rows.column(rows.type.fields[str(field.sections)].column)
    return (
        f"SELECT k.key, min(s.value->>'read') AS read FROM jsonb_array_elements({sections}) s,"
        " jsonb_array_elements_text(s.value->'keys') k(key) GROUP BY k.key HAVING count(*) = 1"
    )


def holds_read_permission_sql(rows: SelectedRows, read: str) -> str:
    """Return the condition that the caller holds, on the row, the permission that the SQL expression `read` names."""
    by_guard: dict[str, list[str]] = {}
    for permission in grantable_permissions(rows.type):
        guard = rows.guard(permission)
        if guard != "FALSE":
            by_guard.setdefault(guard or "TRUE", []).append(f"'{permission.name}'")
    cases = [f"{read} IN ({', '.join(names)}) AND {guard}" for guard, names in by_guard.items()]
    return f"({' OR '.join(cases) or 'FALSE'})"


def grantable_permissions(type_: ContentType) -> list[Permission]:
    """Return the read permissions that some state grants: only these may be named by a section."""
    return sorted((p for p in type_.kind.workflow.granted() if not p.writes), key=str)


def readable_keys_sql(rows: SelectedRows, field: Field) -> str:
    """Return the SQL of the keys that the caller may read, as one JSON object."""
    return (
        f"(SELECT coalesce(json_object_agg(a.key, a.value), '{{}}') FROM jsonb_each({rows.column(field.column)}) a"
        f" JOIN ({keys_of_one_section_sql(rows, field)}) f ON f.key = a.key"
        f" WHERE {holds_read_permission_sql(rows, 'f.read')})"
    )


def readable_change_sql(rows: SelectedRows, field: Field) -> str:
    """Return the condition that a change with the alias `c` is of a key that the caller may read today."""
    return (
        f"EXISTS (SELECT 1 FROM ({keys_of_one_section_sql(rows, field)}) f WHERE c.key = '{field.key}.' || f.key"
        f" AND {holds_read_permission_sql(rows, 'f.read')})"
    )


def hidden_keys_sql(rows: SelectedRows, field: Field) -> str:
    """Return the SQL of an array: the names of the keys that the form has and the caller may not read."""
    sections = rows.column(rows.type.fields[str(field.sections)].column)
    return (
        f"ARRAY(SELECT DISTINCT '{field.key}.' || k.key FROM jsonb_array_elements({sections}) s,"
        f" jsonb_array_elements_text(s.value->'keys') k(key) WHERE k.key NOT IN"
        f" (SELECT f.key FROM ({keys_of_one_section_sql(rows, field)}) f"
        f" WHERE {holds_read_permission_sql(rows, 'f.read')}))"
    )
