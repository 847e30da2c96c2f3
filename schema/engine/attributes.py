"""What stands behind an attribute of a declaration until its content type is made, and what a mistake in one raises."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypedDict

from resolvers.declaration import Begun, Counted, Origin, PartOf
from resolvers.value import Named, Value
from workflow.afterwards import Afterwards
from workflow.titles import Titles
from workflow.vocabulary import Permission


class DeclarationError(TypeError):
    """A content type that cannot be served as declared; raised when the schema is built."""

    code = "DECLARATION_MALFORMED"

    def __init__(self, type_name: str, name: str, wrong: str, right: str) -> None:
        """Say which type and which of its attributes or arguments, what is wrong, and what would be right."""
        super().__init__(f"{type_name}.{name}: {wrong}; {right}")


class ToOneOptions(TypedDict, total=False):
    """What may be said of a relation to one object; what is not said is as in `resolvers.declaration.Field`."""

    read: Permission  # VIEW unless said otherwise
    write: Permission  # NEVER unless said otherwise: only the service sets it
    required: bool
    filter: bool
    unseen: bool
    formerly: str
    renamed_from: str
    closed_by: Mapping[str, str]
    also_in: tuple[str, ...]
    afterwards: Afterwards


class FieldOptions(TypedDict, total=False):
    """What may be said of a field; what each means, and is without a word, stands at `resolvers.declaration.Field`."""

    read: Permission  # VIEW unless said otherwise
    write: Permission  # NEVER unless said otherwise: only the service writes it; ADD: given once, never changed
    required: bool
    personal: Origin  # a value about a person: whose word it is
    given_once: str
    sealed: bool
    search: bool
    filter: bool
    order: bool
    order_column: str
    vocabulary: str
    names: Named
    sections: str
    questions: str
    begins: Begun
    names_staff: bool
    withheld_when: str
    formerly: str
    renamed_from: str  # `formerly`, and the API has the field under that name too, @deprecated, for a release


class TypeOptions(TypedDict, total=False):
    """What may be said of a content type; what each means stands at `resolvers.declaration.ContentType`."""

    subject: str
    awaits_files: bool
    default_order: str
    rules: tuple[str, ...]
    forced: Mapping[str, str]
    taken: Mapping[str, tuple[str, str]]
    on_creation: tuple[str, ...]
    withheld: tuple[str, ...]
    survives: tuple[str, ...]
    part_of: PartOf
    traces: tuple[str, ...]
    logged: Permission
    counted: Counted
    shows_once: bool
    period: tuple[str, str]
    replaced: str
    named_by: tuple[str, ...]


@dataclass(frozen=True)
class FieldDeclaration:
    """A field of the type's own; without `value` its annotation says of which kind its values are."""

    titles: str
    description: str
    options: FieldOptions
    value: Value | None = None


@dataclass(frozen=True)
class ToOneDeclaration:
    """A relation to one object, and the field behind it that holds the object's id."""

    target: str
    titles: str
    description: str
    options: ToOneOptions


@dataclass(frozen=True)
class ToManyDeclaration:
    """A relation to the objects whose column `by` names this one."""

    target: str
    by: str
    titles: str
    description: str
    read: Permission


@dataclass(frozen=True)
class MemberDeclaration:
    """One value of a value object."""

    titles: str
    description: str
    nullable: bool = False
    names: Named | None = None
    holds: str | None = None  # not stored: whether the caller holds the permission that this member names


Attribute = FieldDeclaration | ToOneDeclaration | ToManyDeclaration


def titles_of(type_name: str, name: str, text: str) -> Titles:
    """
    Return the titles of "fi|sv|en".

    :raises DeclarationError: when a language is missing
    """
    parts = text.split("|")
    if len(parts) != 3 or not all(part.strip() for part in parts):
        raise DeclarationError(
            type_name, name, f'the titles are "{text}"', 'write them in three languages, as "Nimi|Namn|Name"'
        )
    fi, sv, en = parts
    return fi, sv, en


def docstring_of(cls: type) -> str:
    """
    Return the docstring of a class in one line: the API shows it.

    :raises DeclarationError: when there is none
    """
    words = " ".join((cls.__doc__ or "").split())
    if not words:
        raise DeclarationError(
            cls.__name__, "__doc__", "has no docstring", "say in a sentence what it is: the schema shows it to callers"
        )
    return words


def known(wanted: str, names: Iterable[str]) -> str:
    """Return what would be right instead of a name that does not exist: the nearest one, or all there are."""
    there = sorted(names)
    near = get_close_matches(wanted, there, 1)
    if near:
        return f"did you mean {near[0]}?"
    return f"there is {', '.join(there)}" if there else "there is none"


def check_options(type_name: str, name: str, said: Mapping[str, object], possible: type) -> None:
    """
    Check that only what is possible is said of a field or a type: an editor and mypy see a slip, the build does too.

    :raises DeclarationError: with the nearest word that would do
    """
    for word in said:
        if word not in possible.__annotations__:
            raise DeclarationError(
                type_name, name, f"nothing is called {word} here", known(word, possible.__annotations__)
            )
