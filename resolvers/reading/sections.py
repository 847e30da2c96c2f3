"""
Permissions of the keys of a JSON field: which keys a caller may read and write, in SQL and in Python.

The sections are stored on the row. Nobody may read or write a key that no section names, that two sections name, or
whose permission is unknown: a new key is denied to all until a section names it. Decision 0041.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import orjson
from graphql import FieldNode, SelectionSetNode

from auth.policy import access_rule, predicate_sql
from resolvers.declaration import Attached, ContentType, Field
from resolvers.paragraphs import MARKER_SQL
from resolvers.reading.compilation import SelectedRows
from resolvers.reading.parameters import literal
from resolvers.refusals import Problem
from resolvers.value_lines import shape_of
from workflow.titles import LANGUAGES, Titles
from workflow.vocabulary import NEVER, PERMISSIONS, VIEW, Permission

Sections = Sequence[Mapping[str, Any]]
# Where the schema `s.q` of a question has its titles, and those of its options.
TITLES = "s.q->'x-titles'"
OPTIONS = "coalesce(s.q->'x-options', s.q->'items'->'x-options')"
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
        Problem("FORBIDDEN_FIELD", (field.key, key), {"key": key}, words="FORBIDDEN_KEY")
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


def keys_of(field: Field | Attached) -> list[str]:
    """Return the names under which history holds the changes of a field: that of today and the one before."""
    former = field.former_key if isinstance(field, Field) else None
    return [field.key, former] if former else [field.key]


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


def keys_of_one_section_sql(rows: SelectedRows, field: Field, side: str = "read") -> str:
    """Return a SELECT of the keys of a row that exactly one section names, with the permission of a side for each."""
    sections = rows.column(rows.type.fields[str(field.sections)].column)
    return (
        f"SELECT k.key, min(s.value->>'{side}') AS {side} FROM jsonb_array_elements({sections}) s,"
        " jsonb_array_elements_text(s.value->'keys') k(key) GROUP BY k.key HAVING count(*) = 1"
    )


def holds_permission_sql(rows: SelectedRows, named: str, *, writes: bool = False) -> str:
    """Return the condition that the caller holds, on the row, the permission that the SQL expression `named` names."""
    by_guard: dict[str, list[str]] = {}
    for permission in grantable_permissions(rows.type, writes=writes):
        guard = rows.guard(permission)
        if guard != "FALSE":
            by_guard.setdefault(guard or "TRUE", []).append(f"'{permission.name}'")
    cases = [f"{named} IN ({', '.join(names)}) AND {guard}" for guard, names in by_guard.items()]
    return f"({' OR '.join(cases) or 'FALSE'})"


def grantable_permissions(type_: ContentType, *, writes: bool = False) -> list[Permission]:
    """Return the read or the write permissions that some state grants: only these may be named by a section."""
    return sorted((p for p in type_.kind.workflow.granted() if p.writes is writes), key=str)


def readable_keys_sql(rows: SelectedRows, field: Field) -> str:
    """Return the SQL of the keys that the caller may read, as one JSON object."""
    return (
        f"(SELECT coalesce(json_object_agg(a.key, a.value), '{{}}') FROM jsonb_each({rows.column(field.column)}) a"
        f" JOIN ({keys_of_one_section_sql(rows, field)}) f ON f.key = a.key"
        f" WHERE {holds_permission_sql(rows, 'f.read')})"
    )


def readable_change_sql(rows: SelectedRows, field: Field) -> str:
    """Return the condition that a change with the alias `c` is of a key that the caller may read today."""
    return (
        f"EXISTS (SELECT 1 FROM ({keys_of_one_section_sql(rows, field)}) f WHERE c.key = '{field.key}.' || f.key"
        f" AND {holds_permission_sql(rows, 'f.read')})"
    )


def writable_change_sql(rows: SelectedRows, field: Field) -> str:
    """Return the condition that a change with the alias `c` is of a key that the caller may write today."""
    return (
        f"EXISTS (SELECT 1 FROM ({keys_of_one_section_sql(rows, field, 'write')}) f"
        f" WHERE c.key = '{field.key}.' || f.key AND {holds_permission_sql(rows, 'f.write', writes=True)})"
    )


def template_of(type_: ContentType, field: Field) -> Field | None:
    """Return the reference to the object that the sections of a field are taken from; None when it has none."""
    through, _ = type_.taken.get(field.sections or "", ("", ""))
    return next((f for f in type_.fields.values() if f.target and f.column == through), None)


def question_titles_sql(rows: SelectedRows, place: str, wanted: Mapping[str, str]) -> str | None:
    """
    Return the SQL of titles in the schema of the question that a change `c` answers, NULL for any other change.

    None for a type without questions.

    `place` is the SQL of the titles, where `s.q` is the schema; `wanted` maps the keys of the answer to languages, or
    to the name of the type. The schema is that of the version that was answered, by the predicate of its template.
    """
    schema = question_sql(rows)
    if schema is None:
        return None
    cells = [f"'{key}', " + ("'Titles'" if name == "__typename" else f"t.w->>'{name}'") for key, name in wanted.items()]
    found = f"FROM (SELECT {schema}) s(q), LATERAL (SELECT {place}) t(w) WHERE t.w IS NOT NULL"
    return f"(SELECT json_build_object({', '.join(cells)}) {found})"


def lines_sql(rows: SelectedRows, side: str, nodes: list[FieldNode]) -> str:
    """
    Return the SQL of the marker that becomes the lines of a value; `side` is "before" or "after" of the change `c`.

    A reference has none but objects; the titles of a vocabulary's code are those of the day, and stand beside it.
    """
    rows.compilation.paragraphs = True
    by_key = {key: f for f in rows.type.fields.values() for key in keys_of(f)}
    silent = [key for key, f in by_key.items() if f.target or f.value.lists or f.sealed]
    shapes: dict[str, dict[str, Any]] = {key: shape for key, f in by_key.items() if (shape := shape_of(f))}
    shapes["state"] = {"x-options": states_of(rows.type)}
    collect = rows.compilation.document.collect
    keys = [
        [key, same[0].name.value, [[k, n[0].name.value] for k, n in collect(("Titles",), sets_of(same)).items()]]
        for key, same in collect(("ValueLine",), sets_of(nodes)).items()
    ]
    constant = rows.compilation.bind.constant
    known, wanted = (f"{constant(orjson.dumps(one).decode(), 'text')}::json" for one in (shapes, keys))
    of_key = f"{known} -> c.key"
    if question := question_sql(rows):
        of_key = f"coalesce({question}::json, {of_key})"
    value = f"c.value->'{side}'"
    marked = f"json_build_object('value', {value}, 'shape', {of_key}, 'keys', {wanted})"
    none = " OR ".join([*([f"c.key IN ({', '.join(map(literal, silent))})"] if silent else ()), f"{value} IS NULL"])
    return f"CASE WHEN {none} THEN '[]'::json ELSE to_json({MARKER_SQL} || {marked}::text) END"


def sets_of(nodes: list[FieldNode]) -> list[SelectionSetNode | None]:
    """Return what is selected below several mentions of one field."""
    return [node.selection_set for node in nodes]


def states_of(type_: ContentType) -> dict[str, dict[str, str]]:
    """Return the titles of a type's states by language."""
    return {name: dict(zip(LANGUAGES, state.titles, strict=True)) for name, state in type_.kind.workflow.states.items()}


def has_options_sql(rows: SelectedRows) -> str | None:
    """Return the condition that a change `c` is of a question that offers options; None for a type without any."""
    schema = question_sql(rows)
    return f"EXISTS (SELECT FROM (SELECT {schema}) s(q) WHERE {OPTIONS} IS NOT NULL)" if schema else None


def question_sql(rows: SelectedRows) -> str | None:
    """Return the SQL of the schema of the question that a change `c` answers; None for a type without questions."""
    field = next((f for f in rows.type.fields.values() if f.questions), None)
    reference = template_of(rows.type, field) if field else None
    if field is None or reference is None:
        return None
    template = rows.compilation.content_types[str(reference.target)]
    rule = access_rule(rows.compilation.viewer, template.kind, VIEW)
    schema = template.fields[str(field.questions)].column
    return (
        f"(SELECT q.{schema}->'properties'->split_part(c.key, '.', 2)"
        f" FROM {template.kind.table} q WHERE c.key LIKE '{field.key}.%' AND q.id = {rows.column(reference.column)}"
        f" AND {predicate_sql(template.kind, rule, 'q', rows.compilation.bind.viewer)})"
    )


def hidden_keys_sql(rows: SelectedRows, field: Field) -> str:
    """Return the SQL of an array: the names of the keys that the form has and the caller may not read."""
    sections = rows.column(rows.type.fields[str(field.sections)].column)
    return (
        f"ARRAY(SELECT DISTINCT '{field.key}.' || k.key FROM jsonb_array_elements({sections}) s,"
        f" jsonb_array_elements_text(s.value->'keys') k(key) WHERE k.key NOT IN"
        f" (SELECT f.key FROM ({keys_of_one_section_sql(rows, field)}) f"
        f" WHERE {holds_permission_sql(rows, 'f.read')}))"
    )


def first_sql(*found: str | None) -> str:
    """Return the SQL of the first value that there is, of those that could be compiled."""
    there = [sql for sql in found if sql]
    return f"coalesce({', '.join(there)})" if there[1:] else f"({there[0]})"


def among_sql(keys: list[str]) -> str:
    """Return the condition that a change `c` is of one of these fields."""
    return f"c.key IN ({', '.join(literal(k) for k in dict.fromkeys(keys))})"


def elements_sql(side: str) -> str:
    """Return the FROM of the texts that a value consists of: the items of a list, or the value itself; none of null."""
    value = f"c.value->'{side}'"
    items = f"WHEN 'array' THEN {value} WHEN 'null' THEN '[]' ELSE jsonb_build_array({value})"
    whole = f"CASE jsonb_typeof({value}) {items} END"
    return f"jsonb_array_elements_text({whole}) e(token)"


def translated(titles: Titles, wanted: Mapping[str, list[FieldNode]]) -> dict[str, str]:
    """Return titles by the keys under which they are wanted."""
    by_language = dict(zip(LANGUAGES, titles, strict=True)) | {"__typename": "Titles"}
    return {key: by_language[nodes[0].name.value] for key, nodes in wanted.items()}
