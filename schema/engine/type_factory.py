"""Create the generated types and fields, and register them by name, so that string annotations find them."""

import inspect
import sys
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
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


def with_article(name: str, *, begins: bool = False) -> str:
    """Return the name of a type with its article, as a sentence needs it or begins: an Agency, a Client, a Unit."""
    article = "an" if name[0] in _VOWELS else "a"
    return f"{article.title() if begins else article} {name}"


_VOWELS = frozenset("AEIO")  # a name with U begins like "you": Unit
IDEMPOTENCY_KEY: Mapping[str, tuple[Any, str]] = {
    "idempotency_key": (
        maybe(str),
        "Any text of the caller's, at most 80 characters; asking again with it within 30 days does nothing twice.",
    )
}


def compiled_field(
    returns: Any, description: str, arguments: Arguments, *directives: object, deprecated: str | None = None
) -> StrawberryField:
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
        [p.replace(annotation=Annotated[p.annotation, _argument(p.name, arguments[p.name][1])]) for p in parameters],
        return_annotation=returns,
    )
    resolver.__annotations__ = {"return": returns}
    resolver.__module__ = __name__
    field: StrawberryField = strawberry.field(
        resolver=resolver, description=description, directives=directives, deprecation_reason=deprecated
    )
    return field


def _argument(name: str, description: str) -> Any:
    """Return an argument; one that is a word of Python has an underscore behind it there, and none in the schema."""
    return strawberry.argument(description=description, name=name.removesuffix("_") if name.endswith("_") else None)


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


def plain_field(
    description: str, *directives: object, default: Any = ..., deprecated: str | None = None
) -> StrawberryField:
    """Return a field without arguments; `deprecated` says what is asked instead."""
    options = {} if default is ... else {"default": default}
    field: StrawberryField = strawberry.field(
        description=description, directives=directives, deprecation_reason=deprecated, **options
    )
    return field


def snake(key: str) -> str:
    """Return the Python name of a GraphQL name."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in key)


def renamed_to(key: str) -> str:
    """Return the reason for which the twin of a renamed field is deprecated."""
    return f"Renamed: {key}. The former name goes with the next release."


def register_enum(
    name: str, description: str, members: Mapping[str, str], deprecated: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Register an enum whose members have descriptions; `deprecated` has the reasons of members that will go."""
    values = {
        m: strawberry.enum_value(m, description=text, deprecation_reason=deprecated.get(m))
        for m, text in members.items()
    }
    enum: Any = Enum(name, values, module=__name__)  # type: ignore[misc] # the name is data
    register_type(name, strawberry.enum(enum, description=description))
