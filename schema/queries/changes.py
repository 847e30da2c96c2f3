"""The subscription root: that something changed, without what. Who wants to see it asks a query."""

from enum import Enum
from typing import Any

import strawberry

from schema.engine.directives import Protected
from schema.engine.type_factory import class_of, compiled_field, maybe, several

_SEEN = Protected(read="view")


@strawberry.enum(description="What an event of the change feed says. (Muutosviesti)")
class ChangeEventKind(Enum):
    """The kinds of events."""

    OPENED = strawberry.enum_value("OPENED", description="The stream is open; what happens after this is told.")
    CHANGED = strawberry.enum_value(
        "CHANGED", description="An object that was named, or something of a type, was created or changed."
    )
    GONE = strawberry.enum_value(
        "GONE",
        description="A named object is not seen (any more): deleted, erased or hidden. It is followed no longer.",
    )
    RESYNC = strawberry.enum_value(
        "RESYNC", description="Events may be missing: ask anew for what is shown. The stream goes on from here."
    )


@strawberry.type(description="One event of the change feed. It holds no personal value. (Muutos)")
class ChangeEvent:
    """An event of the change feed."""

    kind: ChangeEventKind = strawberry.field(description="What the event says.", directives=[_SEEN])
    type: str | None = strawberry.field(
        description="The type of which something changed; null where the event is about the stream.",
        directives=[_SEEN],
    )
    id: strawberry.ID | None = strawberry.field(
        description="The object, only where the caller named it in `ids`.", directives=[_SEEN]
    )
    revision: int | None = strawberry.field(
        description="The revision of a named object after the change; null for any other event.", directives=[_SEEN]
    )
    cursor: str = strawberry.field(
        description="Give it as `since` to go on behind this event, within seven days.", directives=[_SEEN]
    )


def subscription_type() -> type:
    """Return the subscription root."""
    arguments = {
        "types": (
            maybe(several(str)),
            "Names of types, such as Referral: that something of them changed which the caller may see.",
        ),
        "ids": (
            maybe(several(strawberry.ID)),
            "At most 100 ids of objects, of any types, that the caller has read: each change of them, by name. Logged.",
        ),
        "since": (maybe(str), "The cursor of the last event that was received; without it, from now on."),
    }
    text = (
        "That something changed which the caller may see, as it happens; over server-sent events alone: POST with"
        " Accept: text/event-stream. Needs types or ids."
    )
    fields: dict[str, tuple[Any, Any]] = {
        "changed": (None, compiled_field("ChangeEvent", text, arguments, _SEEN)),
    }
    return strawberry.type(class_of("Subscription", fields), description="What may be followed as it happens.")
