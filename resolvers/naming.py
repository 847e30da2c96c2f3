"""By which fields people know an object of a type: what a list calls it, and a task that is about it."""

from collections.abc import Iterator

from resolvers.declaration import ContentType, Field
from workflow.titles import LANGUAGES

MOST_NAMES = 3
LONGEST_CELL = 200  # characters of a text that a cell of a list still holds
# What every record has, and what names none.
RECORD_FIELDS = frozenset({"state", "revision", "provenance", "created_at", "modified_at"})


def naming_fields(type_: ContentType) -> tuple[Field, ...]:
    """
    Return the fields by whose values people know an object of the type, at least one and at most three.

    They are those that the declaration names, otherwise a title in three languages, otherwise the short texts that a
    search looks into, otherwise those that every object has, otherwise its days and its closed lists: what it is, and
    when it was or was made. A code that names something else is no text.
    """
    if type_.named_by:
        return tuple(type_.fields[name] for name in type_.named_by)
    texts = [f for f in own_cells(type_) if f.value.name == "String" and not f.vocabulary and not f.names]
    texts = [f for f in texts if not f.name.endswith("_ref")]  # the id of an object of any type
    translated = [f for f in texts if f.name.rpartition("_")[2] in LANGUAGES]
    searched, given = [f for f in texts if f.search], [f for f in texts if f.required]
    return tuple((translated or searched or given or _what_and_when(type_))[:MOST_NAMES])


def _what_and_when(type_: ContentType) -> list[Field]:
    """Return the fields that tell what an object without a name is, and when it was."""
    coded = [f for f in own_cells(type_) if f.choices or f.vocabulary or f.names]
    dated = [f for f in own_cells(type_) if f.value.name == "Date"]
    moments = [f for f in own_cells(type_) if f.value.name == "DateTime"]
    required = [f for f in own_cells(type_) if f.required and f in (*coded, *dated)]
    if any(f in dated for f in required):
        return required
    return [*(required[:2] or coded[:1]), *(dated or moments or [type_.fields["created_at"]])[:1]]


def own_cells(type_: ContentType, *, references: bool = False) -> Iterator[Field]:
    """Return the fields of a type that a cell of a list can hold; with `references` those that lead to objects too."""
    for field in type_.fields.values():
        if field.name in RECORD_FIELDS or (field.target and not references):
            continue
        value = field.value
        is_long = value.many or field.embedded or value.has_paragraphs or (value.longest or 0) > LONGEST_CELL
        if not is_long and not field.sealed and (field.target or value.name not in ("JSON", "ID")):
            yield field
