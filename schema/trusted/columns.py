"""Which fields a list of a type shows beside the name of an object."""

from resolvers.declaration import ContentType, Field
from resolvers.naming import naming_fields, own_cells

MOST_COLUMNS = 4


def column_fields(type_: ContentType) -> tuple[Field, ...]:
    """Return the fields that a list shows beside name and state, at most four, in the order of the declaration."""
    named = {f.name for f in naming_fields(type_)}
    asked = [f for f in own_cells(type_, references=True) if f.filter or f.order or f.required]
    return tuple(f for f in asked if f.name not in named)[:MOST_COLUMNS]
