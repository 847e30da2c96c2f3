"""The JSON Schema of a package, generated from the declarations: what is in a package is what they say."""

from collections.abc import Mapping
from typing import Any

from resolvers.declaration import ContentType, Field
from resolvers.rights.data_export_contents import is_about_a_client, personal_fields

EXPORT_FORMAT = "polku-package/1"
_KINDS: Mapping[str, dict[str, Any]] = {
    "Int": {"type": "integer"},
    "Boolean": {"type": "boolean"},
    "Date": {"type": "string", "format": "date"},
    "DateTime": {"type": "string", "format": "date-time"},
    "Time": {"type": "string"},
    "JSON": {"type": "object"},
}
_TEXT: dict[str, Any] = {"type": "string"}
_PERHAPS: dict[str, Any] = {"type": ["string", "null"]}
_DAY, _MOMENT = _KINDS["Date"], _KINDS["DateTime"]


def export_schema(content_types: Mapping[str, ContentType]) -> dict[str, Any]:
    """Return the schema of the JSON that a person is given; draft 2020-12."""
    types = {t.name: t for t in content_types.values() if is_about_a_client(t)}
    content = {name: {"type": "array", "items": _object_schema(type_)} for name, type_ in sorted(types.items())}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Personal data of one person",
        **_closed(
            {
                "format": {"const": EXPORT_FORMAT},
                "kind": {"enum": ["ACCESS", "LOG_ACCESS", "PORT"]},
                "request": _TEXT,
                "receivedOn": _DAY,
                "madeAt": _MOMENT,
                "register": _strings("name purpose legalBasis contact retention"),
                "controller": _strings("name businessId"),
                "person": _strings("id name"),
                "content": _closed(content, required=()),
                "withheld": _list(_withheld()),
                "files": _list(_file()),
                "changes": _list(_change()),
                "logSince": {"anyOf": [_DAY, {"type": "null"}]},
                "accessLog": _list(_look()),
                "logIns": _list(_closed({"at": _MOMENT, "outcome": _TEXT, "network": _TEXT})),
            },
            required=("format", "kind", "request", "receivedOn", "madeAt", "register", "controller", "person"),
        ),
    }


def _object_schema(type_: ContentType) -> dict[str, Any]:
    fields = {f.key: field_schema(f) for f in personal_fields(type_)}
    return _closed(
        {
            "id": _TEXT,
            "state": {"enum": list(type_.kind.workflow.states)},
            "provenance": {"enum": ["AUTHORITY", "CLIENT", "OWN"]},
            "createdAt": _MOMENT,
            "fields": {**_closed(fields, required=()), "description": type_.description},
        }
    )


def field_schema(field: Field) -> dict[str, Any]:
    """Return the schema of one field's value, null included; its title and description are the declaration's."""
    if field.embedded:
        members = {key: _value_schema(value.name) for key, value in field.embedded.items()}
        one: dict[str, Any] = {"type": "object", "properties": members, "additionalProperties": False}
    else:
        one = {"enum": list(field.choices)} if field.choices else _value_schema(field.value.name)
    value = {"type": "array", "items": one} if field.value.many else one
    return {"title": field.titles[0], "description": field.description, "anyOf": [value, {"type": "null"}]}


def _value_schema(kind: str) -> dict[str, Any]:
    return _KINDS.get(kind, _TEXT)


def _withheld() -> dict[str, Any]:
    return _closed(
        {
            "type": _TEXT,
            "id": _TEXT,
            "field": _PERHAPS,
            "on": _DAY,
            "kind": _PERHAPS,
            "basis": _TEXT,
            "explanation": _PERHAPS,
        }
    )


def _file() -> dict[str, Any]:
    return _closed(
        {
            "type": _TEXT,
            "id": _TEXT,
            "name": _TEXT,
            "mediaType": _TEXT,
            "size": {"type": "integer"},
            "addedAt": _MOMENT,
            "addedByName": _PERHAPS,
        }
    )


def _change() -> dict[str, Any]:
    return _closed(
        {
            "type": _TEXT,
            "id": _TEXT,
            "at": _MOMENT,
            "action": _TEXT,
            "comment": _PERHAPS,
            "reason": _PERHAPS,
            "name": _PERHAPS,
            "before": {"type": "object"},
        }
    )


def _look() -> dict[str, Any]:
    return _closed(
        {
            "at": _MOMENT,
            "by": {"enum": ["SELF", "STAFF", "TRAINEE", "OFFICIAL", "WORKPLACE", "AGENCY", "SERVICE"]},
            "purpose": _TEXT,
            "organisation": _PERHAPS,
            "name": _PERHAPS,
            "fields": _list(_TEXT),
        }
    )


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _strings(names: str) -> dict[str, Any]:
    return _closed(dict.fromkeys(names.split(), _TEXT))


def _closed(properties: Mapping[str, Any], required: tuple[str, ...] | None = None) -> dict[str, Any]:
    needed = list(properties) if required is None else list(required)
    return {"type": "object", "properties": dict(properties), "required": needed, "additionalProperties": False}
