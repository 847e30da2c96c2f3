"""
The contents of a data export: every field that a declaration marks as personal, read with one statement for each type.

The fields are not listed by hand, so a new personal field cannot be forgotten. Data about others, and form sections
that the person may not read, are left out and listed as left out. Decision 0045.
Source: GDPR articles 15 and 20; data protection act 1050/2018, section 34.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any
from uuid import UUID

import orjson
from tortoise.backends.base.client import TransactionalDBClient

from auth.disclosure import numbered_disclosure_row_sql
from models.sealed import Place, SealRefused, unseal
from resolvers.declaration import ContentType, Field, Origin
from resolvers.public_ids import public_id
from resolvers.reading.sections import change_key, readable_keys
from resolvers.refusals import CommandRefused, Problem
from resolvers.rights.data_export_reading import (
    FORM_SECTION,
    NOT_FOR_READER,
    STAFF_NAME,
    THIRD_PERSON,
    Contents,
    Reading,
    log_export_read,
)
from resolvers.rights.data_export_relations import (
    Readable,
    permissions_of_reader,
    related_fields,
    relation_columns,
    relations_of,
)
from resolvers.rights.personal_data import is_about_a_client, owned_rows_sql, personal_fields
from workflow.data_request import RELEASED_STATES, WITHHELD_STATES
from workflow.roles import Role
from workflow.vocabulary import VIEW


def personal_types(reading: Reading) -> Iterator[ContentType]:
    """
    Yield the types whose rows are about a client, the client first.

    A type without a personal field is included too, because the existence of a row says something about the person.
    """
    types = filter(is_about_a_client, reading.context.content_types.values())
    yield from sorted(types, key=lambda type_: type_.kind.reach.client != "id")  # the client first


async def gather_contents(reading: Reading, db: TransactionalDBClient) -> Contents:
    """Return all personal data that is stored about the client; the reading of each type is logged."""
    contents = Contents()
    for type_ in personal_types(reading):
        rows, readable = await _select_rows(reading, type_, db), await _readable_by_reader(reading, type_, db)
        if reading.is_given_only and any(f.personal is Origin.WRITER for f in personal_fields(type_)):
            contents.written_by_person |= await _fields_written_by_person(reading, type_, rows, db)
        for row in rows:
            if readable is not None and VIEW.name not in readable.get(str(UUID(row["id"])), frozenset()):
                continue  # whoever may not see the object does not learn of it
            add_object(reading, contents, type_, row, _hidden_permissions(type_, readable, row["id"]))
    return contents


async def _readable_by_reader(reading: Reading, type_: ContentType, db: TransactionalDBClient) -> Readable | None:
    if reading.reader is None:
        return None
    return await permissions_of_reader(reading.context, reading.reader, type_, reading.client, db)


def _hidden_permissions(type_: ContentType, readable: Readable | None, row: str) -> frozenset[str]:
    """Return the permissions whose fields the reader of the export may not see; none for the person."""
    if readable is None:
        return frozenset()
    return frozenset(f.read.name for f in type_.fields.values()) - readable.get(str(UUID(row)), frozenset())


# The fields that the person wrote last. An applied rectification counts as written by the person.
_WRITTEN_BY_PERSON = """
SELECT w.object_id, w.key FROM (
  SELECT DISTINCT ON (h.object_id, c.key) h.object_id, c.key, h.action = 'RECTIFY' OR EXISTS (
    SELECT FROM account a WHERE a.id = h.actor AND a.client_id = $2::uuid) AS is_own
  FROM history h, jsonb_each(h.changes) c
  WHERE h.object_id = ANY ($1::uuid[]) ORDER BY h.object_id, c.key, h.id DESC
) w WHERE w.is_own
"""


async def _fields_written_by_person(
    reading: Reading, type_: ContentType, rows: list[dict[str, Any]], db: TransactionalDBClient
) -> set[tuple[str, str]]:
    rows_written = await db.execute_query_dict(_WRITTEN_BY_PERSON, [[row["id"] for row in rows], reading.client])
    return {(public_id(type_.noun, row["object_id"]), row["key"]) for row in rows_written}


def is_portable(contents: Contents, declared: Field, ref: str, row: Mapping[str, Any]) -> bool:
    """
    Return whether the person gave the value, or it was observed about the person's activity here.

    Source: GDPR article 20(1), "provided to a controller"; guidelines WP 242 rev.01, observed data.
    """
    if declared.given_once and row[f"w:{declared.given_once}"] is None:
        return False
    if declared.personal is Origin.WRITER:
        return bool(declared.sections) or (ref, declared.key) in contents.written_by_person
    return declared.personal in {Origin.PERSON, Origin.OBSERVED}


async def _select_rows(reading: Reading, type_: ContentType, db: TransactionalDBClient) -> list[dict[str, Any]]:
    columns = ['t.id AS "id"', 't.state AS "state"', 't.provenance AS "provenance"', 't.created_at AS "createdAt"']
    columns += [f'{_value_sql(f)} AS "f:{f.key}"' for f in personal_fields(type_)]
    once_columns = {f.given_once for f in personal_fields(type_) if f.given_once}
    columns += [
        f't."{column}" AS "w:{column}"' for column in sorted({*_withholding_flags(type_).values(), *once_columns})
    ]
    columns += [f't."{f.sections}" AS "s:{f.key}"' for f in personal_fields(type_) if f.sections]
    columns += relation_columns(reading.context.content_types, type_, reading.language)
    columns += [f'{type_.replaced.format("t")} AS "isReplaced"'] if type_.replaced else []
    condition = owned_rows_sql(reading.context.content_types, type_, "t", "$1::uuid")
    keys = [f.key for f in (*personal_fields(type_), *related_fields(type_))] or ["state"]
    values = log_export_read(reading, [f"{type_.name}.{key}" for key in keys])
    log = numbered_disclosure_row_sql(f"SELECT {str(type_.subject).format('t')} FROM own t")
    sql = (
        f"WITH own AS MATERIALIZED (SELECT t.* FROM {type_.kind.table} t WHERE {condition}),"
        f" log AS ({log}) SELECT coalesce(json_agg(r.*), '[]')::text AS rows FROM"
        f" (SELECT {', '.join(columns)} FROM own t ORDER BY t.created_at, t.id) r"
    )
    [row] = await db.execute_query_dict(sql, [reading.client, *values])
    objects: list[dict[str, Any]] = orjson.loads(row["rows"])
    return objects


def _value_sql(field: Field) -> str:
    column = f't."{field.column}"'
    return f"encode({column}, 'hex')" if field.sealed else field.value.shown.format(column)


def _withholding_flags(type_: ContentType) -> dict[str, str]:
    return {f.key: f.withheld_when for f in personal_fields(type_) if f.withheld_when}


def add_object(
    reading: Reading, contents: Contents, type_: ContentType, row: dict[str, Any], hidden: Collection[str]
) -> None:
    """Add the object of a row to the contents; `hidden` are the permissions whose fields are not for the reader."""
    ref = public_id(type_.noun, row["id"])
    contents.ids.setdefault(type_.noun, []).append(UUID(row["id"]))
    withholding = reading.withholdings.get((ref, None))
    if withholding is not None and withholding.state in WITHHELD_STATES:
        contents.hidden.add((ref, ""))
        contents.withheld.append(_withheld_entry(type_, ref, row, None, withholding.basis, withholding.explanation))
        return
    values: dict[str, Any] = {}
    for declared in personal_fields(type_):
        if reading.is_given_only and not is_portable(contents, declared, ref, row):
            continue
        reason = _withholding_reason(reading, declared, ref, row, hidden)
        if reason is None:
            if not declared.sections:
                values[declared.key] = _readable_value(reading, type_, declared, row)
            elif (parts := _form_parts(reading, contents, type_, declared, row)) or not reading.is_given_only:
                values[declared.key] = parts
            continue
        basis, explanation, is_new = reason
        contents.hidden.add((ref, declared.key))
        if row[f"f:{declared.key}"] is None:
            continue
        contents.withheld.append(_withheld_entry(type_, ref, row, declared, basis, explanation, hidden))
        if is_new:
            contents.new_withholdings.append((ref, declared.key, basis))
    if values or not (reading.is_given_only or personal_fields(type_)):
        object_ = {"id": ref, "state": row["state"], "provenance": row["provenance"], "createdAt": row["createdAt"]}
        if not reading.is_given_only:
            object_["relations"] = relations_of(reading.context.content_types, type_, row, hidden)
        replaced = {"isReplaced": True} if row.get("isReplaced") else {}
        contents.objects.setdefault(type_.name, []).append(object_ | {"fields": values} | replaced)


def _withholding_reason(
    reading: Reading, declared: Field, ref: str, row: Mapping[str, Any], hidden: Collection[str]
) -> tuple[str, str | None, bool] | None:
    """
    Return why a value is left out: basis, explanation, and whether a decision is still open.

    None when the value is included.
    """
    if declared.read.name in hidden:
        return NOT_FOR_READER, None, False
    withholding = reading.withholdings.get((ref, declared.key))
    if withholding is not None:
        return (withholding.basis, withholding.explanation, False) if withholding.state in WITHHELD_STATES else None
    if declared.withheld_when and row.get(f"w:{declared.withheld_when}"):
        return THIRD_PERSON, None, True
    if declared.names_staff and not reading.with_names:
        return STAFF_NAME, None, False
    return None


def _form_parts(
    reading: Reading, contents: Contents, type_: ContentType, declared: Field, row: dict[str, Any]
) -> dict[str, Any]:
    """
    Return the parts of a form that the person may read or that were released.

    The other parts are listed as withheld.
    """
    ref, sections, workflow = public_id(type_.noun, row["id"]), row[f"s:{declared.key}"], type_.kind.workflow
    readable = readable_keys(sections, lambda needed: Role.TRAINEE in workflow.roles(row["state"], needed))
    included: dict[str, Any] = {}
    for key, value in (row[f"f:{declared.key}"] or {}).items():
        part_key = change_key(declared, key)
        if reading.is_given_only and (ref, part_key) not in contents.written_by_person:
            continue
        withholding = reading.withholdings.get((ref, part_key))
        if withholding.state in RELEASED_STATES if withholding else key in readable:
            included[key] = value
            continue
        contents.hidden.add((ref, part_key))
        basis, explanation = (withholding.basis, withholding.explanation) if withholding else (FORM_SECTION, None)
        contents.withheld.append(_withheld_entry(type_, ref, row, declared, basis, explanation) | {"field": part_key})
        if withholding is None:
            contents.new_withholdings.append((ref, part_key, basis))
    return included


def _readable_value(reading: Reading, type_: ContentType, declared: Field, row: dict[str, Any]) -> Any:
    value = row[f"f:{declared.key}"]
    if not declared.sealed or value is None:
        return value
    place = Place(type_.kind.table, declared.column, UUID(row["id"]))
    try:
        return unseal(reading.context.keyring, place, bytes.fromhex(value))
    except SealRefused:  # an export that lacks something must not look whole
        raise CommandRefused(Problem("VALUE_UNREADABLE", (declared.key,))) from None


def _withheld_entry(
    type_: ContentType,
    ref: str,
    row: dict[str, Any],
    declared: Field | None,
    basis: str,
    explanation: str | None,
    hidden: Collection[str] = (),
) -> dict[str, Any]:
    """Return an entry of the list of withheld data: the object or field, its day and kind, and the reason."""
    readable = {key: field for key, field in type_.fields.items() if field.read.name not in hidden}
    date_field = readable.get(type_.default_order)
    day = row.get(f"f:{date_field.key}") if date_field and date_field.value.name in {"Date", "DateTime"} else None
    return {
        "type": type_.name,
        "id": ref,
        "field": declared.key if declared else None,
        "on": str(day or row["createdAt"])[:10],
        "kind": row.get("f:kind") if "kind" in readable else None,
        "basis": basis,
        "explanation": explanation,
    }
