"""What the generic pages select of an object."""

from collections import Counter
from collections.abc import Iterable, Mapping

from resolvers.declaration import ContentType, ContentTypes, Field
from resolvers.naming import naming_fields
from resolvers.tasks.references import referring_fields
from schema.trusted.columns import column_fields

ALWAYS = ("id", "state", "revision")
_TITLES = "titles { fi sv en }"
_LINES = f"{{ item labels {{ fi sv en }} text {_TITLES} }}"
CHANGE = (
    "revision at actorName actorKind action comment reason"
    f" changes {{ field before after beforeLines {_LINES} afterLines {_LINES} }}"
)
FILE = "id name mediaType size addedAt addedBy scannedAt quarantined link"


def list_selection(type_: ContentType, content_types: ContentTypes) -> str:
    """Return what a row of a list shows: what names the object, its columns, its state."""
    return _joined(type_, (*naming_fields(type_), *column_fields(type_)), content_types)


def naming_selection(type_: ContentType) -> str:
    """Return what names an object where another one refers to it."""
    return " ".join(("id", "state", *(field.key for field in naming_fields(type_))))


def reference_selection(type_: ContentType, content_types: ContentTypes) -> str:
    """
    Return what names each object that may lead to one of a type; empty where nothing does.

    A field whose key several of the types have is called by its type and key: each may hold another kind of value.
    """
    return _named_apart({found.name: found for found, _ in referring_fields(type_.noun, content_types)})


def revision_selection(type_: ContentType, content_types: ContentTypes) -> str:
    """Return what a revision shows: each value line by line, and what names the objects that it leads to."""
    nouns = [field.target or field.value.lists for field in type_.fields.values()]
    objects = _named_apart({content_types[noun].name: content_types[noun] for noun in nouns if noun}) or "id"
    value = f"{{ lines {_LINES} codes {{ token {_TITLES} }} objects {{ {objects} }} withheld }}"
    changes = f"field {_TITLES} before {value} after {value} paragraphs {{ change text }}"
    return f"revision at actorName action {_TITLES} changes {{ {changes} }}"


def _named_apart(types: Mapping[str, ContentType]) -> str:
    keys = Counter(field.key for found in types.values() for field in naming_fields(found))

    def named(name: str, key: str) -> str:
        return f"{name}_{key}: {key}" if keys[key] > 1 else key

    parts = [
        f"... on {name} {{ {' '.join(named(name, field.key) for field in fields)} }}"
        for name, found in types.items()
        if (fields := naming_fields(found))
    ]
    return " ".join(("id", *parts)) if types else ""


def view_selection(type_: ContentType, content_types: ContentTypes) -> str:
    """Return every field of an object but the sealed ones, which are asked with a purpose."""
    return f"{_joined(type_, type_.fields.values(), content_types)} redacted"


def _joined(type_: ContentType, fields: Iterable[Field], content_types: ContentTypes) -> str:
    chosen = [_selected(type_, f, content_types) for f in fields if not f.sealed and f.key not in ALWAYS]
    return " ".join((*ALWAYS, *(text for text in chosen if text)))


def _selected(type_: ContentType, field: Field, content_types: ContentTypes) -> str:
    if field.target:
        relation = type_.relations[field.name.removesuffix("_id")]
        return f"{relation.key} {{ {naming_selection(content_types[field.target])} }}"
    if field.embedded:
        return f"{field.key} {{ {' '.join((*field.embedded, *field.rights))} }}"
    return field.key
