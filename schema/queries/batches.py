"""Commands about many objects: what they are given, and their answers: what was changed, what was refused, and why."""

from typing import Any

import strawberry

from resolvers.declaration import ContentTypes
from schema.engine.directives import Protected
from schema.engine.shared import FieldError
from schema.engine.type_factory import IDEMPOTENCY_KEY, compiled_field, register_type, several, snake
from schema.execution.declared_commands import declared_batches, pascal
from workflow.vocabulary import MOVE, VIEW


@strawberry.type(description="One object that a command about many refused. (Hylätty kohde)")
class RefusedObject:
    """An object by its id, and why it stayed as it was."""

    id: strawberry.ID = strawberry.field(description="Which one.")
    errors: list[FieldError] = strawberry.field(description="Why it was refused.")


@strawberry.input(description="An object as the caller has seen it. (Kohde ja sen versio)")
class ObjectAtRevision:
    """An object by its id, and its revision."""

    id: strawberry.ID = strawberry.field(description="Which object.", directives=[Protected(write=VIEW.name)])
    revision: int = strawberry.field(
        description="The revision the caller has seen; a newer one refuses it.", directives=[Protected(write=VIEW.name)]
    )


def register_batch_payload(
    name: str, text: str, *, of: str, key: str, changed: str, refused: str, possible: str = ""
) -> None:
    """
    Register the answer of a command about many objects of the type `of`, which `text` describes.

    `changed`, `refused` and `possible` describe its fields: `key` with the objects as the caller may see them, those
    that were refused with the reasons, and those that nothing refused although they were not changed.
    """
    errors = strawberry.field(description="Why the command was refused as a whole; empty when it was carried out.")
    content = {
        "__annotations__": {"refused": list[RefusedObject], "errors": list[FieldError]},
        "__module__": __name__,
        key: compiled_field(several(of), changed, {}),
        "refused": strawberry.field(description=refused),
        "errors": errors,
    }
    if possible:
        content["__annotations__"] |= {"possible": several(strawberry.ID)}
        content["possible"] = strawberry.field(description=possible)
    register_type(name, strawberry.type(type(name, (), content), description=text))


def transition_batches(content_types: ContentTypes) -> dict[str, tuple[Any, Any]]:
    """Return the mutation fields that take one transition of many objects; their inputs are registered already."""
    fields: dict[str, tuple[Any, Any]] = {}
    for name, command in declared_batches(content_types).items():
        type_, payload = command.shape.type, command.shape.name
        register_batch_payload(
            payload,
            f"The answer to one step of several {type_.plural}. (Vastaus)",
            of=type_.name,
            key=type_.plural,
            changed="All of them as the caller may see them now, when it was carried out; none otherwise.",
            refused="Those that were refused, each with the reasons of the single command; then none was changed.",
            possible="When none was changed: those that nothing refuses. After a trial too.",
        )
        text = f"Take one transition of several {type_.plural}: of all or of none, and on trial without saving."
        arguments = {"input": (f"{pascal(name)}Input", "What to do."), **IDEMPOTENCY_KEY}
        fields[snake(name)] = None, compiled_field(payload, text, arguments, Protected(write=MOVE.name))
    return fields
