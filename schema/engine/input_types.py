"""Generate the GraphQL inputs and payload of a declaration."""

import inspect
from collections.abc import Mapping
from typing import Any

import strawberry
from strawberry.types.field import StrawberryField

from resolvers.declaration import ContentType, Field, camel
from schema.engine.directives import Protected
from schema.engine.language import CHOICES
from schema.engine.shared import FieldError
from schema.engine.type_factory import (
    class_of,
    maybe,
    plain_field,
    register_type,
    several,
)
from schema.engine.values import PYTHON
from workflow.vocabulary import ADD, MOVE, VIEW


def python_type(field: Field) -> Any:
    """Return the annotation of a field's value, without null."""
    if field.embedded:
        return several(field.value.name)
    kind = CHOICES[field.value.name][0] if field.choices else PYTHON[field.value.name]
    return several(kind) if field.value.many else kind


def build_inputs(type_: ContentType) -> None:
    """Build and register the inputs and the payload of a content type's commands."""
    writable = [f for f in type_.fields.values() if f.write.name != "never"]
    create = {f.name: _input_field(f, required=f.required and f.column not in type_.forced) for f in writable}
    update: dict[str, tuple[Any, StrawberryField]] = {
        "id": (strawberry.ID, plain_field("Which object.", Protected(write=VIEW.name))),
        "revision": (
            int,
            plain_field(
                "The revision the caller has seen; a newer one refuses the command.", Protected(write=VIEW.name)
            ),
        ),
    }
    move = update | {
        "comment": (
            maybe(str),
            plain_field("Why; some transitions require it.", Protected(write=MOVE.name), default=None),
        ),
        "reason": (
            maybe(str),
            plain_field("Reason code; some transitions require it.", Protected(write=MOVE.name), default=None),
        ),
    }
    changeable = [f for f in writable if f.write is not ADD]
    update |= {f.name: _input_field(f, required=False) for f in changeable}
    if type_.kind.workflow.add:  # objects that no role may add are created by the service itself
        register_input(f"Create{type_.name}Input", create, f"What a new {type_.name} holds.")
    if changeable:
        register_input(f"Update{type_.name}Input", update, f"What changes on a {type_.name}; what is not named stays.")
    if type_.kind.workflow.disposable:
        register_input(
            f"Delete{type_.name}Input", _deletion_fields(), f"A {type_.name} to be put into the recycle bin."
        )
    if type_.kind.workflow.transitions:
        move["transition"] = f"{type_.name}Transition", plain_field("Which transition.", Protected(write=MOVE.name))
        register_input(f"Transition{type_.name}Input", move, f"A step of the workflow of a {type_.name}.")
    if type_.kind.workflow.add or changeable or type_.kind.workflow.transitions:
        _payload(type_)


def _payload(type_: ContentType) -> None:
    payload: dict[str, tuple[Any, StrawberryField]] = {
        camel(type_.noun): (
            maybe(type_.name),
            plain_field("The object as the caller may see it now; null when refused or not visible."),
        ),
        "errors": (list[FieldError], plain_field("Why the command was refused; empty when it was carried out.")),
        "changed_meanwhile": (
            list[str],
            plain_field("After STALE_REVISION: the fields that others changed meanwhile."),
        ),
    }
    if type_.shows_once:
        payload["secret"] = (
            maybe(str),
            plain_field("The secret that the command made; it is shown once and never again."),
        )
    name = f"{type_.name}Payload"
    register_type(
        name, strawberry.type(class_of(name, payload), description=f"The answer to a command on a {type_.name}.")
    )


def _deletion_fields() -> dict[str, tuple[Any, StrawberryField]]:
    def field(text: str) -> StrawberryField:
        return plain_field(text, Protected(write=VIEW.name))

    return {
        "id": (strawberry.ID, field("Which object.")),
        "revision": (int, field("The revision the caller has seen; a newer one refuses the command.")),
        "comment": (str, field("Why it is deleted.")),
    }


def register_input(name: str, fields: Mapping[str, tuple[Any, StrawberryField]], description: str) -> None:
    """Register an input type; fields with a default value come last."""
    ordered = dict(
        sorted(
            fields.items(), key=lambda item: item[1][1].default is not inspect.Parameter.empty and _optional(item[1])
        )
    )
    register_type(name, strawberry.input(class_of(name, ordered), description=description))


def _optional(item: tuple[Any, StrawberryField]) -> bool:
    return type(None) in getattr(item[0], "__args__", ())


def _input_field(field: Field, *, required: bool) -> tuple[Any, StrawberryField]:
    kind = several(f"{field.value.name}Input") if field.embedded else python_type(field)
    directive = Protected(write=field.write.name)
    if required:
        return kind, plain_field(field.description, directive)
    return maybe(kind), plain_field(field.description, directive, default=strawberry.UNSET)
