"""Kinds of values that declarations make themselves: closed lists of names, and objects kept in a JSON column."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar, cast, get_args, get_origin

import strawberry

from resolvers.declaration import Field, camel
from resolvers.value import Named, Value
from schema.engine.attributes import DeclarationError, MemberDeclaration, docstring_of, titles_of
from schema.engine.values import VALUES
from workflow.titles import Titles

_E = TypeVar("_E", bound=Enum)
_T = TypeVar("_T")


@dataclass(frozen=True)
class ValueObject:
    """
    A kind of value with members, by their GraphQL names; the permission is that of the field that holds it.

    `rights` are members that are read alone: each with the member of which it tells whether the caller holds the
    permission that stands there.
    """

    name: str
    description: str
    members: Mapping[str, Field]
    rights: Mapping[str, tuple[Field, str]]


CHOICES: dict[str, tuple[type[Enum], str, dict[str, Titles]]] = {}
VALUE_OBJECTS: dict[str, ValueObject] = {}


def choice(cls: type[_E]) -> type[_E]:
    """
    Declare a closed list of values: an enum with a docstring, whose members hold their titles "fi|sv|en".

    What is stored, and asked for, is a member's name.

    :raises DeclarationError: when the docstring or a title is missing
    """
    named = {member.name: titles_of(cls.__name__, member.name, str(member.value)) for member in cls}
    described = {name: strawberry.enum_value(name, description=" · ".join(t)) for name, t in named.items()}
    enum: Any = Enum(cls.__name__, described, module=cls.__module__)  # type: ignore[misc] # the name is that of the class
    made: Any = strawberry.enum(enum, description=docstring_of(cls))
    CHOICES[cls.__name__] = (made, docstring_of(cls), named)
    return cast(type[_E], made)


def value_object(cls: type[_T]) -> type[_T]:
    """
    Declare what a list in a JSON column holds: a class whose attributes are declared with `member`.

    A field of this kind becomes a list of a GraphQL object with an input beside it; stored keys are the GraphQL names.

    :raises DeclarationError: when the docstring or a title is missing, or a member's annotation is no kind of value
    """
    members = {k: v for k, v in vars(cls).items() if isinstance(v, MemberDeclaration)}
    made = {camel(name): _member(cls, name, declared) for name, declared in members.items() if not declared.holds}
    told = {camel(name): (_member(cls, name, one), _held(cls, name, one)) for name, one in members.items() if one.holds}
    VALUE_OBJECTS[cls.__name__] = ValueObject(cls.__name__, docstring_of(cls), made, told)
    return cls


def _held(cls: type, name: str, declared: MemberDeclaration) -> str:
    of = declared.holds or ""
    named = vars(cls).get(of)
    if cls.__annotations__.get(name) is not bool or not isinstance(named, MemberDeclaration) or named.holds:
        wrong, right = f"tells of {of}, which is no stored member, or is no bool", "annotate it with bool and name one"
        raise DeclarationError(cls.__name__, name, wrong, right)
    return camel(of)


def member(named: str, description: str, *, nullable: bool = False, names: Named | None = None) -> Any:
    """
    Declare one value of a value object: titles "fi|sv|en", description; `nullable` when it may be missing.

    `names` tells of what the text is the name.
    """
    return MemberDeclaration(named, description, nullable, names)


def held(of: str, named: str, description: str) -> Any:
    """
    Declare what is read alone: whether the caller holds the permission that the member `of` names.

    It tells of the row that the value stands on, or with `begins` on the field of an object that the caller begins.
    """
    return MemberDeclaration(named, description, holds=of)


def _member(cls: type, name: str, declared: MemberDeclaration) -> Field:
    value, choices = value_of(cls, name)
    titles = titles_of(cls.__name__, name, declared.titles)
    return Field(
        name,
        camel(name),
        name,
        value,
        titles,
        declared.description,
        choices=choices,
        nullable=declared.nullable,
        names=declared.names,
    )


def value_of(cls: type, name: str) -> tuple[Value, tuple[str, ...]]:
    """
    Return the kind of value that an attribute is annotated with, and its closed list of names if it has one.

    :raises DeclarationError: when the annotation is missing, or no kind of value
    """
    kind: Any = cls.__annotations__.get(name)
    if get_origin(kind) is list and _is_choice(get_args(kind)[0]):
        inner = get_args(kind)[0]
        several = Value(inner.__name__, "text[]", lambda vs: [getattr(v, "value", v) for v in vs], many=True)
        return several, tuple(m.name for m in inner)
    if _is_choice(kind):
        return Value(kind.__name__, "text", lambda v: getattr(v, "value", v)), tuple(m.name for m in kind)
    if getattr(kind, "__name__", "") in VALUE_OBJECTS:
        return Value(kind.__name__, "jsonb", lambda v: v, many=True), ()
    if kind not in VALUES:
        said = getattr(kind, "__name__", str(kind))
        wrong = "has no annotation" if kind is None else f"{said} is no kind of value"
        right = "annotate it with one of schema/engine/values.py, a @choice or a @value_object"
        raise DeclarationError(cls.__name__, name, wrong, right)
    return VALUES[kind], ()


def _is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)
