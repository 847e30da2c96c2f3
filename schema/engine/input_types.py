"""Generate the GraphQL inputs and payload of a declaration."""

import inspect
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import strawberry
from strawberry.types.field import StrawberryField

from resolvers.bulk_transitions import MOST_MOVED
from resolvers.declaration import ContentType, Field, camel
from schema.engine.directives import Protected
from schema.engine.language import CHOICES
from schema.engine.shared import FieldError
from schema.engine.type_factory import (
    class_of,
    maybe,
    plain_field,
    register_type,
    renamed_to,
    several,
    with_article,
)
from schema.engine.values import PYTHON
from schema.execution.declared_commands import many_transitions, pascal
from workflow.vocabulary import ADD, MOVE, VIEW

_Fields = Mapping[str, tuple[Any, StrawberryField]]
BIN_NOUN = "bin_item"  # the payload of its type answers every `delete…`


def python_type(field: Field) -> Any:
    """Return the annotation of a field's value, without null."""
    if field.embedded:
        return several(field.value.name)
    kind = CHOICES[field.value.name][0] if field.choices else PYTHON[field.value.name]
    return several(kind) if field.value.many else kind


def build_inputs(type_: ContentType, parents: frozenset[str]) -> None:
    """
    Build and register the inputs and the payload of a content type's commands.

    `parents` are the nouns below whose objects something is closed when they end.
    """
    writable = [f for f in type_.fields.values() if f.write.name != "never"]
    create = {f.name: input_field(f, required=f.required and f.column not in type_.forced) for f in writable}
    create |= _twins(writable)
    update: dict[str, tuple[Any, StrawberryField]] = {
        "id": (strawberry.ID, plain_field("Which object.", Protected(write=VIEW.name))),
        "revision": (
            int,
            plain_field(
                "The revision the caller has seen; a newer one refuses the command.", Protected(write=VIEW.name)
            ),
        ),
    }
    identity = dict(update)
    changeable = [f for f in writable if f.write is not ADD]
    update |= {f.name: input_field(f, required=False) for f in changeable} | _twins(changeable)
    if type_.kind.workflow.add:  # objects that no role may add are created by the service itself
        register_input(f"Create{type_.name}Input", create, f"What a new {type_.name} holds.")
    if changeable:
        _register_changes(type_, update)
    if type_.kind.workflow.disposable:
        register_input(
            f"Delete{type_.name}Input",
            _deletion_fields(),
            f"{with_article(type_.name, begins=True)} to be put into the recycle bin.",
        )
    if type_.kind.workflow.transitions:
        _register_transitions(type_, identity, _move_fields(type_, parents))
    if type_.kind.workflow.add or changeable or type_.kind.workflow.transitions:
        _payload(type_)


def _register_changes(type_: ContentType, update: Mapping[str, tuple[Any, StrawberryField]]) -> None:
    named = with_article(type_.name)
    register_input(f"Restore{type_.name}Input", _restoration_fields(), f"Which revision of {named} comes back.")
    register_input(f"Update{type_.name}Input", update, f"What changes on {named}; what is not named stays.")


def _move_fields(type_: ContentType, parents: frozenset[str]) -> dict[str, tuple[Any, StrawberryField]]:
    def field(text: str) -> StrawberryField:
        return plain_field(text, Protected(write=MOVE.name), default=None)

    fields: dict[str, tuple[Any, StrawberryField]] = {
        "comment": (maybe(str), field("Why; some transitions require it.")),
        "reason": (maybe(str), field("Reason code; some transitions require it.")),
    }
    if type_.noun in parents:
        text = (
            "Close what is open below too, each by its own transition, as far as the caller may; without it the refusal"
            " lists what is open."
        )
        fields["close_below"] = maybe(bool), field(text)
    if any(step.dated for step in type_.kind.workflow.transitions.values()):
        text = "Day on which it happened, today unless it is given; of the transitions that are `dated`."
        fields["happened_on"] = maybe(date), field(text)
    return fields


def _register_transitions(type_: ContentType, identity: _Fields, told: _Fields) -> None:
    """Register the inputs of the commands that take a transition: of one object, and of many, all of them or none."""
    which: _Fields = {
        "transition": (f"{type_.name}Transition", plain_field("Which transition.", Protected(write=MOVE.name)))
    }
    text = f"A step of the workflow of {with_article(type_.name)}."
    register_input(f"Transition{type_.name}Input", {**identity, **told, **which}, text)
    objects = (
        f"The objects, at most {MOST_MOVED}, each once. They are taken in this order; what one of them changes of"
        " another counts there."
    )
    trial = "Whether it is only tried: everything is judged as if it were carried out, and nothing is saved."
    fields: _Fields = {
        "objects": (several("ObjectAtRevision"), plain_field(objects, Protected(write=VIEW.name))),
        **which,
        "dry_run": (bool, plain_field(trial, Protected(write=VIEW.name), default=False)),
        **told,
    }
    text = f"One step of the workflow of several {type_.plural}: of all or of none."
    register_input(f"{pascal(many_transitions(type_))}Input", fields, text)


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
    if type_.noun == BIN_NOUN:
        payload["deleted_id"] = (
            maybe(strawberry.ID),
            plain_field(
                "The id of what a `delete…` put into the bin; null when it was refused, and after a transition."
            ),
        )
    if type_.shows_once:
        payload["secret"] = (
            maybe(str),
            plain_field("The secret that the command made; it is shown once and never again."),
        )
    name = f"{type_.name}Payload"
    register_type(
        name,
        strawberry.type(class_of(name, payload), description=f"The answer to a command on {with_article(type_.name)}."),
    )


def _restoration_fields() -> dict[str, tuple[Any, StrawberryField]]:
    def field(text: str) -> StrawberryField:
        return plain_field(text, Protected(write=VIEW.name))

    return {
        "id": (strawberry.ID, field("Which object.")),
        "revision": (int, field("The revision the caller has seen; a newer one refuses the command.")),
        "to_revision": (int, field("The revision whose values come back.")),
    }


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


def _twins(fields: Iterable[Field]) -> dict[str, tuple[Any, StrawberryField]]:
    """Return the inputs of renamed fields under their former names."""
    return {str(f.formerly): input_field(f, required=False, deprecated=renamed_to(f.key)) for f in fields if f.has_twin}


def input_field(field: Field, *, required: bool, deprecated: str | None = None) -> tuple[Any, StrawberryField]:
    """
    Return the input of a field, which a command must or may give.

    A required one with a twin may be left out, because the twin may be given in its place.
    """
    kind = several(f"{field.value.name}Input") if field.embedded else python_type(field)
    directive = Protected(write=field.write.name)
    if required and not field.has_twin:
        return kind, plain_field(field.description, directive)
    return maybe(kind), plain_field(field.description, directive, default=strawberry.UNSET, deprecated=deprecated)
