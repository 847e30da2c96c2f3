"""
What leads to an object: the objects that refer to it, by the references that are declared.

An object is found through a field that the caller may read on it, and only by who may see the object that is asked
about. All is one statement with one row in the log, which names the persons of both.
"""

from collections.abc import Iterator

from graphql import FieldNode

from auth.disclosure import Surface
from auth.policy import access_rule, predicate_sql
from resolvers.declaration import ContentType, ContentTypes, Field
from resolvers.public_ids import object_uuid
from resolvers.reading.arguments import Variable
from resolvers.reading.parameters import Call
from resolvers.reading.rows import Rows
from resolvers.reading.statement import LIVE, Statement
from resolvers.tasks.page import DerivedList, DerivedPage, Source
from workflow.vocabulary import VIEW

REFERENCES = DerivedList(
    "ReferenceConnection",
    "Reference",
    {"type": "split_part(w.kind, '.', 1)", "field": "split_part(w.kind, '.', 2)"},
    "timestamptz",
    descending=True,
)


def referring_fields(noun: str, content_types: ContentTypes) -> Iterator[tuple[ContentType, Field]]:
    """Yield the fields that hold the id, or ids, of objects of a type, each with its own type."""
    for type_ in content_types.values():
        for field in type_.fields.values():
            if noun in (field.target, field.value.lists):
                yield type_, field


def referenced_by_sql(statement: Statement, nodes: list[FieldNode], key: str) -> str:
    """
    Return the SQL of the page of objects that lead to an object, as JSON; NULL when the caller may not see the object.

    :raises Refusal: when the plan runs with a page size or a cursor that is none
    """
    compilation = statement.compilation
    arguments = compilation.arguments_of("Query", nodes[0])
    asked = arguments.get("id")
    noun = asked.shape[1] if isinstance(asked, Variable) and isinstance(asked.shape, tuple) else ""
    target = compilation.content_types.get(noun)
    if target is None or not isinstance(asked, Variable):
        return "NULL::json"
    found = _target_rows(statement, target, asked, key)
    page = DerivedPage(statement, REFERENCES, "referencedBy", (key,), arguments, (f"EXISTS (SELECT FROM {found})",))
    referring = referring_fields(noun, compilation.content_types)
    sources = [source for type_, field in referring if (source := _source(statement, type_, field, found))]
    return f"(SELECT {page.json(nodes, sources)} WHERE EXISTS (SELECT FROM {found}))"


def _target_rows(statement: Statement, target: ContentType, asked: Variable, key: str) -> str:
    """Add the object that is asked about to the statement, if the caller sees it, and return the name of its rows."""

    def uuid_of(call: Call) -> object:
        return object_uuid(target.noun, asked.get(call.variables))

    compilation = statement.compilation
    rows = Rows(compilation, target, (key,))
    rows.column("id")
    compilation.note_look(target, "id")
    name = f"u{rows.derived_alias[1:]}"
    placeholder = compilation.bind(("referenced by", key), uuid_of, "uuid")
    where = f"{rows.table_alias}.id = {placeholder} AND {rows.visible()} AND {LIVE}"
    table = f"{target.kind.table} {rows.table_alias}"
    statement.add_rows(rows, name, lambda: f"SELECT {rows.derived_columns()} FROM {table} WHERE {where}")
    statement.requested_ids.append(lambda call: [uuid] if (uuid := uuid_of(call)) else [])
    return name


def _source(statement: Statement, type_: ContentType, field: Field, found: str) -> Source | None:
    """Return the rows of a type whose field leads to the object; None where the caller reads the field on no row."""
    compilation = statement.compilation
    rules = [
        access_rule(compilation.viewer, type_.kind, permission) for permission in dict.fromkeys((VIEW, field.read))
    ]
    if not all(rule.grants for rule in rules):
        return None
    rows = Rows(compilation, type_, ())
    compilation.note_look(type_, field.key, Surface.FILTER)
    alias, column = rows.table_alias, f"{rows.table_alias}.{field.column}"
    id_ = f"(SELECT u.id FROM {found} u)"
    leads = f"{column} @> ARRAY[{id_}]" if field.value.many else f"{column} = {id_}"
    conditions = " AND ".join([leads, *(predicate_sql(type_.kind, rule, alias, rows.bind) for rule in rules)])
    return Source(
        type_,
        f"SELECT '{type_.name}.{field.key}'::text AS kind, '{type_.noun}'::text AS noun, {alias}.created_at AS moment,"
        f" {alias}.id AS id FROM {type_.kind.table} {alias} WHERE {conditions}",
    )
