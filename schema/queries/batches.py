"""The answers of commands about many objects: those that were changed, those that were refused, and why."""

import strawberry

from schema.engine.shared import FieldError
from schema.engine.type_factory import compiled_field, register_type, several


@strawberry.type(description="One object that a command about many refused. (Hylätty kohde)")
class RefusedObject:
    """An object by its id, and why it stayed as it was."""

    id: strawberry.ID = strawberry.field(description="Which one.")
    errors: list[FieldError] = strawberry.field(description="Why it was refused.")


def register_batch_payload(name: str, text: str, *, of: str, key: str, changed: str, refused: str) -> None:
    """
    Register the answer of a command about many objects of the type `of`, which `text` describes.

    `changed` and `refused` describe its fields: `key` with the objects as the caller may see them, and those that were
    refused with the reasons.
    """
    errors = strawberry.field(description="Why the command was refused as a whole; empty when it was carried out.")
    content = {
        "__annotations__": {"refused": list[RefusedObject], "errors": list[FieldError]},
        "__module__": __name__,
        key: compiled_field(several(of), changed, {}),
        "refused": strawberry.field(description=refused),
        "errors": errors,
    }
    register_type(name, strawberry.type(type(name, (), content), description=text))
