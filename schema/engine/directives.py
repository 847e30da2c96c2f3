"""The permission of a field, printed beside it in schema.graphql."""

import strawberry
from strawberry.schema_directive import Location


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION, Location.INPUT_FIELD_DEFINITION, Location.ENUM_VALUE],
    description="The permission a caller must hold on the object to read and to write the field; never: the service.",
)
class Protected:
    """`read` and `write` are names of permissions; docs/permissions.md tells who holds them in which state."""

    read: str | None = strawberry.directive_field(name="read", default=strawberry.UNSET)
    write: str | None = strawberry.directive_field(name="write", default=strawberry.UNSET)
