"""The JSON Schema of a data export, generated from the declarations."""

from collections.abc import Iterable, Mapping
from typing import Any

from resolvers.declaration import ContentType, Field
from resolvers.rights.data_export_relations import related_fields
from resolvers.rights.personal_data import is_about_a_client, personal_fields
from workflow.titles import LANGUAGES

EXPORT_FORMAT = "polku-package/2"
_SCHEMAS_BY_KIND: Mapping[str, dict[str, Any]] = {
    "Int": {"type": "integer"},
    "Boolean": {"type": "boolean"},
    "Date": {"type": "string", "format": "date"},
    "DateTime": {"type": "string", "format": "date-time"},
    "Time": {"type": "string"},
    "JSON": {"type": "object"},
}
_ALWAYS = ("format", "kind", "request", "receivedOn", "madeAt", "language", "register", "controller", "person")
_TEXT: dict[str, Any] = {"type": "string"}
_NULLABLE_TEXT: dict[str, Any] = {"type": ["string", "null"]}
_DAY, _MOMENT = _SCHEMAS_BY_KIND["Date"], _SCHEMAS_BY_KIND["DateTime"]


def export_schema(content_types: Mapping[str, ContentType]) -> dict[str, Any]:
    """Return the schema (draft 2020-12) of the JSON that a person receives."""
    types = {t.name: t for t in content_types.values() if is_about_a_client(t)}
    content = {name: {"type": "array", "items": _object_schema(type_)} for name, type_ in sorted(types.items())}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Personal data of one person",
        **_closed_object(
            {
                "format": {"const": EXPORT_FORMAT},
                "kind": {"enum": ["ACCESS", "LOG_ACCESS", "PORT"]},
                "request": _TEXT,
                "receivedOn": _DAY,
                "madeAt": _MOMENT,
                "language": {"enum": list(LANGUAGES)},
                "register": _register(),
                "controller": _strings("name businessId address phone email"),
                "person": _strings("id name"),
                "content": _closed_object(content, required=()),
                "binned": _list(_binned(types.values())),
                "recipients": _list(_TEXT),
                "withheld": _list(_withheld()),
                "files": _list(_file()),
                "changes": _list(_change()),
                "logSince": {"anyOf": [_DAY, {"type": "null"}]},
                "accessLog": _list(_log_entry()),
                "logIns": _list(_closed_object({"at": _MOMENT, "outcome": _TEXT, "network": _TEXT})),
            },
            required=_ALWAYS,
        ),
    }


def _object_schema(type_: ContentType) -> dict[str, Any]:
    fields = {f.key: field_schema(f) for f in personal_fields(type_)}
    relations = {f.key.removesuffix("Id"): _related() for f in related_fields(type_)}
    replaced = {"isReplaced": {"const": True, "description": "A correction has taken its place; it counts nowhere."}}
    return _closed_object(
        {
            "id": _TEXT,
            "state": {"enum": list(type_.kind.workflow.states)},
            "provenance": {"enum": ["AUTHORITY", "CLIENT", "OWN"]},
            "createdAt": _MOMENT,
            "relations": _closed_object(relations, required=()),
            "fields": {**_closed_object(fields, required=()), "description": type_.description},
            **(replaced if type_.replaced else {}),
        },
        required=("id", "state", "provenance", "createdAt", "fields"),
    )


def _related() -> dict[str, Any]:
    """Return the schema of what an object refers to: its name, or the day that tells which one it is."""
    day = {"anyOf": [_DAY, {"type": "null"}]}
    return _closed_object({"type": _TEXT, "id": _TEXT, "name": _NULLABLE_TEXT, "on": day})


def _register() -> dict[str, Any]:
    years = {"retentionYears": {"type": "integer"}}
    return _closed_object(dict.fromkeys(("name", "purpose", "legalBasis", "contact"), _TEXT) | years)


def _binned(types: Iterable[ContentType]) -> dict[str, Any]:
    """Return the schema of a deleted object: that of its type, with the days."""
    more = {"deletedOn": _DAY, "binnedUntil": _DAY}
    return {
        "anyOf": [_with(_object_schema(t), {"type": {"const": t.name}} | more) for t in types if personal_fields(t)]
    }


def _with(schema: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    return schema | {"properties": schema["properties"] | more, "required": [*schema["required"], *more]}


def field_schema(field: Field) -> dict[str, Any]:
    """Return the schema of one field's value, including null; title and description come from the declaration."""
    if field.embedded:
        members = {key: _value_schema(value.name) for key, value in field.embedded.items()}
        item: dict[str, Any] = {"type": "object", "properties": members, "additionalProperties": False}
    else:
        item = {"enum": list(field.choices)} if field.choices else _value_schema(field.value.name)
    value = {"type": "array", "items": item} if field.value.many else item
    return {"title": field.titles[0], "description": field.description, "anyOf": [value, {"type": "null"}]}


def _value_schema(kind: str) -> dict[str, Any]:
    return _SCHEMAS_BY_KIND.get(kind, _TEXT)


def _withheld() -> dict[str, Any]:
    return _closed_object(
        {
            "type": _TEXT,
            "id": _TEXT,
            "field": _NULLABLE_TEXT,
            "on": _DAY,
            "kind": _NULLABLE_TEXT,
            "basis": _TEXT,
            "explanation": _NULLABLE_TEXT,
        }
    )


def _file() -> dict[str, Any]:
    return _closed_object(
        {
            "type": _TEXT,
            "id": _TEXT,
            "name": _TEXT,
            "mediaType": _TEXT,
            "size": {"type": "integer"},
            "addedAt": _MOMENT,
            "addedByName": _NULLABLE_TEXT,
        }
    )


def _change() -> dict[str, Any]:
    return _closed_object(
        {
            "type": _TEXT,
            "id": _TEXT,
            "at": _MOMENT,
            "action": _TEXT,
            "comment": _NULLABLE_TEXT,
            "reason": _NULLABLE_TEXT,
            "name": _NULLABLE_TEXT,
            "before": {"type": "object"},
        }
    )


def _log_entry() -> dict[str, Any]:
    return _closed_object(
        {
            "at": _MOMENT,
            "by": {"enum": ["SELF", "STAFF", "TRAINEE", "GUARDIAN", "OFFICIAL", "WORKPLACE", "AGENCY", "SERVICE"]},
            "purpose": _TEXT,
            "organisation": _NULLABLE_TEXT,
            "name": _NULLABLE_TEXT,
            "fields": _list(_TEXT),
        }
    )


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _strings(names: str) -> dict[str, Any]:
    return _closed_object(dict.fromkeys(names.split(), _TEXT))


def _closed_object(properties: Mapping[str, Any], required: tuple[str, ...] | None = None) -> dict[str, Any]:
    required_keys = list(properties) if required is None else list(required)
    return {"type": "object", "properties": dict(properties), "required": required_keys, "additionalProperties": False}
