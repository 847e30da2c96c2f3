"""To what the objects of an export refer, by name, and what somebody else than the person may not read of them."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any
from uuid import UUID, uuid4

from tortoise.backends.base.client import TransactionalDBClient

from auth.policy import access_rule, predicate_sql
from auth.viewer import Viewer
from resolvers.context import CommandContext
from resolvers.declaration import ContentType, ContentTypes, Field
from resolvers.public_ids import public_id
from resolvers.reading.parameters import Call, StatementParameters
from resolvers.rights.personal_data import is_about_a_client, owned_rows_sql
from workflow.vocabulary import CONTACT, LOG, NEVER, VIEW

_CLIENT = "client"
Readable = Mapping[str, frozenset[str]]  # id of the row → the permissions that the reader holds on it


def related_fields(type_: ContentType) -> list[Field]:
    """Return the references of a type that an export tells, all but that to the person."""
    return [f for f in type_.fields.values() if f.target and f.target != _CLIENT and f.read is not NEVER]


def relation_columns(content_types: ContentTypes, type_: ContentType, language: str) -> Iterator[str]:
    """
    Yield the columns that tell a reference: its id, the name of what it leads to, and its day where it has no name.

    What is about the person has no name of its own; its first day says which one it is.
    """
    for field in related_fields(type_):
        target = content_types[str(field.target)]
        name, day = _name_sql(target, "x", language), _day_sql(target, "x")
        found = f'FROM {target.kind.table} x WHERE x.id = t."{field.column}"'
        yield f't."{field.column}" AS "r:{field.key}"'
        yield f'(SELECT {name} {found}) AS "n:{field.key}"'
        yield f'(SELECT ({day})::date {found}) AS "d:{field.key}"'


def relations_of(
    content_types: ContentTypes, type_: ContentType, row: Mapping[str, Any], hidden: Collection[str]
) -> dict[str, dict[str, Any]]:
    """Return the references of a row by their keys; those of `hidden` permissions are left out."""
    found = {}
    for field in related_fields(type_):
        if (uuid := row.get(f"r:{field.key}")) is not None and field.read.name not in hidden:
            target = content_types[str(field.target)]
            found[field.key.removesuffix("Id")] = {
                "type": target.name,
                "id": public_id(target.noun, UUID(str(uuid))),
                "name": row[f"n:{field.key}"],
                "on": row[f"d:{field.key}"],
            }
    return found


def _name_sql(type_: ContentType, alias: str, language: str) -> str:
    """Return the SQL of the name of an object, by the columns that its type has; NULL where it has none."""
    columns = type_.model._meta.fields_db_projection
    if is_about_a_client(type_):
        return "NULL::text"
    if f"title_{language}" in columns:
        return f"{alias}.title_{language}"
    if "first_name" in columns:
        return f"concat_ws(' ', {alias}.first_name, {alias}.last_name)"
    return next((f"{alias}.{column}" for column in ("name", "title") if column in columns), "NULL::text")


def _day_sql(type_: ContentType, alias: str) -> str:
    order = type_.fields.get(type_.default_order)
    is_day = order is not None and order.value.name in {"Date", "DateTime"}
    return f"{alias}.{order.column}" if order and is_day else f"{alias}.created_at"


async def permissions_of_reader(
    context: CommandContext, reader: Viewer, type_: ContentType, client: UUID, db: TransactionalDBClient
) -> Readable:
    """
    Return which read permissions somebody holds on each row about a client, by the predicate of every query.

    What a guardian, or anybody else to whom an export is given in the person's place, may not see is decided here.
    """
    bind, call = StatementParameters(), Call(reader, context.now, context.today, uuid4(), {}, ())
    permissions = {p.name: p for p in (VIEW, CONTACT, LOG, *(f.read for f in type_.fields.values())) if p is not NEVER}
    rules = {name: access_rule(reader, type_.kind, permission) for name, permission in permissions.items()}
    columns = [f'({predicate_sql(type_.kind, rule, "t", bind.viewer)}) AS "{name}"' for name, rule in rules.items()]
    person = bind(("person",), lambda _: client, "uuid")
    owned = owned_rows_sql(context.content_types, type_, "t", person)
    sql = f"SELECT t.id, {', '.join(columns)} FROM {type_.kind.table} t WHERE {owned}"
    rows = await db.execute_query_dict(sql, [get(call) for get in bind.getters])
    return {str(row["id"]): frozenset(name for name in rules if row[name]) for row in rows}
