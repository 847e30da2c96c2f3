"""
How long a text may be at each place of a request; checked before anything is done with it.

What the input of a declared field holds is bounded by the kind of its value, which names the field in its refusal.
Everything else is bounded here: searches, filters, ids, cursors, comments. A literal is checked when its document is
read for the first time; of a variable the document keeps the tightest bound of the places where it stands.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLNamedInputType,
    GraphQLSchema,
    StringValueNode,
    TypeInfo,
    TypeInfoVisitor,
    VariableNode,
    get_named_type,
    visit,
)
from graphql.language import Visitor

from models.values import TextTooLong, bounded
from resolvers.refusals import BadArgument, Refusal

_DECLARED_INPUT = re.compile(r"(?:Create|Update|Submit)[A-Za-z]+Input")


@dataclass(frozen=True)
class TextBound:
    """The most characters of a text, and the most words where words cost more than characters."""

    characters: int
    words: int | None = None


LONGEST = TextBound(10_000)  # the longest text of any field; no other place of a request takes a longer one
SEARCH = TextBound(100, 8)
_ID, _ANY = TextBound(80), TextBound(300)
_BY_PLACE = {
    "search": SEARCH,
    "after": TextBound(4_000),  # a cursor holds sort keys, and is base64
    "before": TextBound(4_000),
    "comment": TextBound(2_000),
    "reason": TextBound(40),
    "idempotencyKey": _ID,
}


class TextOutOfBounds(Refusal):
    """A text of the request is longer than its place allows; the message says how long it may be."""

    code = "TEXT_TOO_LONG"


class TooManyWords(Refusal):
    """A search has more words than are looked for; the message says how many it may have."""

    code = "TOO_MANY_WORDS"


def bound_at(
    place: str,
    type_: GraphQLInputType,
    parent: GraphQLNamedInputType | None = None,
    around: TextBound | None = None,
) -> TextBound:
    """
    Return the bound of the texts at an argument, or at a field of the input `parent`.

    `around` is the bound of the place in which the input stands: what a value object in a declared field holds is
    bounded by the kinds of its members, like the field itself.
    """
    if get_named_type(type_).name == "ID":
        return _ID
    if parent is not None and (around is LONGEST or _DECLARED_INPUT.fullmatch(parent.name)):
        return LONGEST
    return _BY_PLACE.get(place, _ANY)


def check_text(text: str, bound: TextBound, place: str) -> None:
    """
    Check one text.

    :raises TextOutOfBounds: when it is longer than the place allows
    :raises TooManyWords: when a search has too many words
    :raises BadArgument: when it holds NUL, which no stored text has
    """
    try:
        bounded(text, bound.characters)
    except TextTooLong as refused:
        raise TextOutOfBounds(f"'{place}' is too long.", path=(place,), most=refused.facts["most"]) from None
    is_search = bound.words is not None
    if is_search and len(text) > bound.characters:
        raise TextOutOfBounds(f"'{place}' is too long.", path=(place,), most=str(bound.characters))
    if bound.words is not None and len(text.split()) > bound.words:
        raise TooManyWords(f"'{place}' has too many words.", path=(place,), most=str(bound.words))
    if "\0" in text:
        raise BadArgument("ARGUMENT_NUL", place)


@dataclass
class TextBounds:
    """The bounds of one document: those of its variables by name, and the refusal of a literal beyond its own."""

    by_variable: dict[str, tuple[str, TextBound]] = field(default_factory=dict)
    refused: Refusal | None = None

    def of(self, name: str, type_: GraphQLInputType) -> tuple[str, TextBound]:
        """Return the place by which a refusal names a variable, and its bound."""
        return self.by_variable.get(name) or (name, bound_at(name, type_))

    def check_variables(self, types: Mapping[str, GraphQLInputType], values: Mapping[str, Any]) -> None:
        """
        Check the variables of one operation by their types, those included that came from a default of the document.

        :raises Refusal: TEXT_TOO_LONG, TOO_MANY_WORDS or BAD_ARGUMENT
        """
        for name, type_ in types.items():
            if values.get(name) is not None:
                place, bound = self.of(name, type_)
                for inner, text, most in _texts(values[name], type_, place, bound):
                    check_text(text, most, inner)


def _texts(value: Any, type_: Any, place: str, bound: TextBound) -> Iterator[tuple[str, str, TextBound]]:
    """Yield place, text and bound of every text in a value; the members of an input have the bounds of their fields."""
    if isinstance(value, str):
        yield place, value, bound
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, type_, place, bound)
    elif isinstance(value, dict):
        named = get_named_type(type_)
        for key, inner in value.items():
            if isinstance(named, GraphQLInputObjectType):
                declared = named.fields[key].type
                yield from _texts(inner, declared, key, bound_at(key, declared, named, bound))
            else:  # an object of JSON: its keys are texts too
                yield place, key, _ANY
                yield from _texts(inner, type_, place, LONGEST)


def text_bounds(schema: GraphQLSchema, document: DocumentNode) -> TextBounds:
    """Return the bounds of a valid document."""
    bounds, info = TextBounds(), TypeInfo(schema)
    visit(document, TypeInfoVisitor(info, _Places(info, bounds)))
    return bounds


class _Places(Visitor):
    """Follows a document and keeps the place in which a text or a variable stands."""

    def __init__(self, info: TypeInfo, bounds: TextBounds) -> None:
        super().__init__()
        self.info, self.bounds = info, bounds
        self.places: list[tuple[str, TextBound]] = []

    def enter_argument(self, node: Any, *_: Any) -> None:
        self._enter(node.name.value, None)

    def leave_argument(self, *_: Any) -> None:
        self.places.pop()

    def enter_object_field(self, node: Any, *_: Any) -> None:
        self._enter(node.name.value, get_named_type(self.info.get_parent_input_type()))

    def leave_object_field(self, *_: Any) -> None:
        self.places.pop()

    def _enter(self, name: str, parent: Any) -> None:
        type_ = self.info.get_input_type()
        is_json = type_ is None or (parent is not None and not isinstance(parent, GraphQLInputObjectType))
        around = self.places[-1][1] if self.places and parent is not None else None
        bound = LONGEST if is_json else bound_at(name, type_, parent, around)  # type: ignore[arg-type] # None is JSON
        self.places.append((name, bound))

    def enter_string_value(self, node: StringValueNode, *_: Any) -> None:
        if self.places and self.bounds.refused is None:
            try:
                check_text(node.value, self.places[-1][1], self.places[-1][0])
            except Refusal as refused:
                self.bounds.refused = refused

    def enter_variable(self, node: VariableNode, *_: Any) -> None:
        if self.places:
            name, place = node.name.value, self.places[-1]
            known = self.bounds.by_variable.get(name)
            if known is None or _tightness(place[1]) < _tightness(known[1]):
                self.bounds.by_variable[name] = place


def _tightness(bound: TextBound) -> tuple[int, int]:
    return bound.characters, bound.words or bound.characters
