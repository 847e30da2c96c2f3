"""
Errors of a request in the caller's language: what was refused, at which argument, and where that stands.

graphql-core says in English what a document has that the schema has not. Its sentences are read here and said again;
one that nobody knows yet stands in English behind a sentence of ours.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graphql import (
    ArgumentNode,
    FieldNode,
    GraphQLError,
    ListValueNode,
    Node,
    ObjectFieldNode,
    ObjectValueNode,
    get_location,
)
from graphql.language import Visitor, visit

from resolvers.refusals import ArgumentValueRefused, BadArgument, Refusal, UnknownName
from schema.execution.messages import message

_NAME = r"'\$?(?P<name>[^']*)'"
_SENTENCES: Iterable[tuple[str, re.Pattern[str]]] = tuple(
    (key, re.compile(pattern))
    for key, pattern in (
        ("DOCUMENT_FIELD", rf"Cannot query field {_NAME} on type '(?P<type>[^']*)'\."),
        ("DOCUMENT_FIELD", rf"Field {_NAME} is not defined by type '(?P<type>[^']*)'\."),
        (
            "DOCUMENT_FIELD",
            r"Expected value of type '(?P<type>[^']*)' not to include unknown field '(?P<name>[^']*)'.*",
        ),
        ("DOCUMENT_ARGUMENT", rf"Unknown argument {_NAME} on (?:field|directive) '(?P<field>[^']*)'\."),
        ("DOCUMENT_ARGUMENT_OF_LIST", rf"Unknown argument {_NAME} on a list of '(?P<type>[^']*)'\."),
        ("DOCUMENT_TYPE", rf"Unknown type {_NAME}\."),
        ("DOCUMENT_FRAGMENT", rf"Unknown fragment {_NAME}\."),
        ("DOCUMENT_ENUM_VALUE", rf"Value {_NAME} does not exist in '(?P<type>[^']*)' enum\."),
        ("DOCUMENT_SELECTION", rf"Field {_NAME} of type '(?P<type>[^']*)' must have (?:a selection|at least one).*"),
        ("DOCUMENT_NO_SELECTION", rf"Field {_NAME} must not have a selection since type '(?P<type>[^']*)' has no.*"),
        (
            "DOCUMENT_ARGUMENT_REQUIRED",
            r"Argument '(?P<field>[^(']*)\((?P<name>[^:]*):\)' of type '(?P<type>[^']*)' is required, but.*",
        ),
        (
            "DOCUMENT_INPUT_REQUIRED",
            r"Expected value of type '[^']*' to include required field '(?P<name>[^']*)' of type '(?P<type>[^']*)'.*",
        ),
        ("DOCUMENT_INPUT_REQUIRED", rf"Field {_NAME} of required type '(?P<type>[^']*)' was not provided\."),
        ("DOCUMENT_VARIABLE_UNDEFINED", rf"Variable {_NAME} is not defined.*"),
        ("DOCUMENT_VARIABLE_UNUSED", rf"Variable {_NAME} is never used.*"),
        (
            "DOCUMENT_VARIABLE_TYPE",
            rf"Variable {_NAME} of type '(?P<given>[^']*)' used in position expecting type '(?P<type>[^']*)'\.",
        ),
        ("DOCUMENT_VARIABLE_ONLY", rf"{_NAME} is accepted as a variable only\."),
        ("DOCUMENT_OPERATION", r"Name one operation of the document with 'operationName'\."),
        ("DOCUMENT_SYNTAX", r"Syntax Error: (?P<detail>.*)"),
        (
            "VARIABLE_REQUIRED",
            rf"Variable {_NAME} has invalid value: Expected a value of non-null type '(?P<type>[^']*)' to be.*",
        ),
        ("VARIABLE_REFUSED", rf"Variable {_NAME} has invalid (?:default )?value(?P<detail>.*)"),
    )
)


def in_language(problem: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return an error of graphql-core, in the form of an answer, with its sentence in a language of ours."""
    return {**problem, "message": sentence(str(problem["message"]), language)}


def sentence(english: str, language: str) -> str:
    """Return a sentence of graphql-core in a language of ours; an unknown one stands behind a sentence of ours."""
    for key, pattern in _SENTENCES:
        if match := pattern.fullmatch(english):
            facts = {name: text.lstrip(" :") for name, text in match.groupdict().items()}
            return message(key, language, english, facts)
    return message("DOCUMENT_OTHERWISE", language, english, {"detail": english})


def refusal_error(refused: Refusal, language: str, nodes: Iterable[Node] = ()) -> dict[str, Any]:
    """
    Return a refusal as an error of an answer: its sentence, its code, its facts, the argument and where it stands.

    `nodes` are the operation and the fragments in which the argument is looked for.
    """
    english = sentence(refused.message, language) if isinstance(refused, UnknownName) else ""
    problem: dict[str, Any] = {"message": message(refused.words, language, english, refused.facts)}
    is_argument = isinstance(refused, BadArgument | ArgumentValueRefused)
    if refused.path and (node := _argument(nodes, refused)) and node.loc:
        place = get_location(node.loc.source, node.loc.start)
        problem["locations"] = [{"line": place.line, "column": place.column}]
    if refused.at:
        problem["path"] = list(refused.at)
    facts = {"argument": ".".join(refused.path)} | dict(refused.facts) if is_argument else {}
    return {**problem, "extensions": {"code": refused.code, **facts}}


def document_error(refused: GraphQLError, code: str) -> dict[str, Any]:
    """Return an error of graphql-core with its code; its sentence is still English."""
    return {**refused.formatted, "extensions": {"code": code}}


def _argument(nodes: Iterable[Node], refused: Refusal) -> Node | None:
    """Return the node of the argument that is refused: of the field that the refusal names, or of any."""
    found = [pair for node in nodes for pair in _arguments_of(node, refused.path[0])]
    last = refused.at[-1] if refused.at else None
    named = [argument for key, argument in found if key == last] or [argument for _, argument in found]
    return _innermost(named[0], refused.path[1:]) if named else None


def _arguments_of(node: Node, name: str) -> Iterator[tuple[str, ArgumentNode]]:
    fields = _Fields()
    visit(node, fields)
    for field in fields.found:
        for argument in field.arguments or ():
            if argument.name.value == name:
                yield (field.alias or field.name).value, argument


def _innermost(node: ArgumentNode, path: tuple[str, ...]) -> Node:
    """Return the node at a path within an argument, as far as the document writes it out."""
    found: Node = node
    values = [node.value]
    for name in path:
        values = [
            inner for value in values for inner in (value.values if isinstance(value, ListValueNode) else (value,))
        ]
        inside: list[ObjectFieldNode] = [
            field for value in values if isinstance(value, ObjectValueNode) for field in value.fields
        ]
        named = [field for field in inside if field.name.value == name]
        if not named:
            return found
        found, values = named[0], [field.value for field in named]
    return found


class _Fields(Visitor):
    """Collects the fields of an operation or a fragment."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[FieldNode] = []

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        self.found.append(node)
