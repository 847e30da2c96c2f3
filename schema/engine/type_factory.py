"""Create the generated types and fields, and register them by name, so that string annotations find them."""

import inspect
import sys
from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Any, Optional

import strawberry
from strawberry.types.field import StrawberryField

Arguments = Mapping[str, tuple[Any, str]]  # python name → annotation, description


class ResolvedFieldByField(AssertionError):
    """A stored field was resolved on its own; its value must come from the compiled statement."""

    code = "RESOLVED_SINGLY"


def maybe(kind: Any) -> Any:
    """
    Return the annotation of a value or null.

    `kind` may be the name of a type that is registered later, as in `several`.
    """
    return Optional[kind]  # noqa: UP045 # a string has no operator |


def several(kind: Any) -> Any:
    """Return the annotation of a list."""
    return list[kind]


IDEMPOTENCY_KEY: Mapping[str, tuple[Any, str]] = {
    "idempotency_key": (
        maybe(str),
        "Any text of the caller's, at most 80 characters; asking again with it within 30 days does nothing twice.",
    )
}


def compiled_field(returns: Any, description: str, arguments: Arguments, *directives: object) -> StrawberryField:
    """
    Return a field with arguments whose value comes from the compiled statement.

    Its resolver raises `ResolvedFieldByField`.
    """

    def resolver() -> Any:
        raise ResolvedFieldByField

    parameters = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            annotation=annotation,
            default=strawberry.UNSET if type(None) in getattr(annotation, "__args__", ()) else inspect.Parameter.empty,
        )
        for name, (kind, text) in arguments.items()
        if (annotation := kind)
    ]
    resolver.__signature__ = inspect.Signature(  # type: ignore[attr-defined] # Strawberry reads it
        [
            p.replace(annotation=Annotated[p.annotation, strawberry.argument(description=arguments[p.name][1])])
            for p in parameters
        ],
        return_annotation=returns,
    )
    resolver.__annotations__ = {"return": returns}
    resolver.__module__ = __name__
    field: StrawberryField = strawberry.field(resolver=resolver, description=description, directives=directives)
    return field


def register_type(name: str, kind: type) -> type:
    """Register a generated type under its name, where the string annotations of other types find it."""
    setattr(sys.modules[__name__], name, kind)
    return kind


def class_of(name: str, fields: Mapping[str, tuple[Any, StrawberryField]], *bases: type) -> type:
    """Return a class with these annotated fields, in the form that Strawberry reads."""
    return type(
        name,
        bases,
        {
            "__annotations__": {k: a for k, (a, f) in fields.items() if f.base_resolver is None},
            "__module__": __name__,
            **{k: f for k, (_, f) in fields.items()},
        },
    )


def plain_field(description: str, *directives: object, default: Any = ...) -> StrawberryField:
    """Return a field without arguments."""
    options = {} if default is ... else {"default": default}
    field: StrawberryField = strawberry.field(description=description, directives=directives, **options)
    return field


def register_enum(name: str, description: str, members: Mapping[str, str]) -> None:
    """Register an enum whose members have descriptions."""
    values = {m: strawberry.enum_value(m, description=text) for m, text in members.items()}
    enum: Any = Enum(name, values, module=__name__)  # type: ignore[misc] # the name is data
    register_type(name, strawberry.enum(enum, description=description))
