"""The JSON Schema of a data export, generated from the declarations."""

from collections.abc import Mapping
from typing import Any

from resolvers.declaration import ContentType, Field
from resolvers.rights.personal_data import is_about_a_client, personal_fields

EXPORT_FORMAT = "polku-package/1"
_SCHEMAS_BY_KIND: Mapping[str, dict[str, Any]] = {
    "Int": {"type": "integer"},
    "Boolean": {"type": "boolean"},
    "Date": {"type": "string", "format": "date"},
    "DateTime": {"type": "string", "format": "date-time"},
    "Time": {"type": "string"},
    "JSON": {"type": "object"},
}
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
                "register": _strings("name purpose legalBasis contact retention"),
                "controller": _strings("name businessId"),
                "person": _strings("id name"),
                "content": _closed_object(content, required=()),
                "withheld": _list(_withheld()),
                "files": _list(_file()),
                "changes": _list(_change()),
                "logSince": {"anyOf": [_DAY, {"type": "null"}]},
                "accessLog": _list(_log_entry()),
                "logIns": _list(_closed_object({"at": _MOMENT, "outcome": _TEXT, "network": _TEXT})),
            },
            required=("format", "kind", "request", "receivedOn", "madeAt", "register", "controller", "person"),
        ),
    }


def _object_schema(type_: ContentType) -> dict[str, Any]:
    fields = {f.key: field_schema(f) for f in personal_fields(type_)}
    return _closed_object(
        {
            "id": _TEXT,
            "state": {"enum": list(type_.kind.workflow.states)},
            "provenance": {"enum": ["AUTHORITY", "CLIENT", "OWN"]},
            "createdAt": _MOMENT,
            "fields": {**_closed_object(fields, required=()), "description": type_.description},
        }
    )


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
            "by": {"enum": ["SELF", "STAFF", "TRAINEE", "OFFICIAL", "WORKPLACE", "AGENCY", "SERVICE"]},
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
