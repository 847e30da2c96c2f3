"""Documents, each parsed, checked against the budget and validated once; refused documents are cached too."""

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    Node,
    OperationDefinitionNode,
    TypeInfo,
    TypeInfoVisitor,
    get_named_type,
    parse,
    validate,
)
from graphql.language import Visitor, visit

from auth.processing import CONTENTS
from resolvers.refusals import Refusal
from schema.execution.budget import DOCUMENT_CHARACTERS, TOKENS, OverBudget, check_budget
from schema.execution.operations import Operation
from schema.execution.request_errors import document_error
from schema.execution.text_bounds import text_bounds

MOST_ERRORS = 10
LONG_DOCUMENT = 1_500  # characters; reading a longer one for the first time takes the processor for more than 5 ms
# Kinds of values that identify a person: a literal in the document would end up in logs, caches and histories.
SENSITIVE = frozenset({"PersonalIdentityCode"})

Errors = tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Document:
    """
    A valid document: its operations and fragments, and the digest by which logs name it.

    `refused` is the refusal of a literal that is longer than its place allows.
    """

    operations: tuple[Operation, ...]
    fragments: Mapping[str, FragmentDefinitionNode]
    digest: str
    refused: Refusal | None = None

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes of the operations and the fragments."""
        return (*(operation.node for operation in self.operations), *self.fragments.values())

    def check_literals(self) -> None:
        """
        Check the literals of the document.

        :raises Refusal: when one of them is longer than its place allows
        """
        if self.refused is not None:
            raise self.refused.with_traceback(None)

    def operation(self, name: str | None) -> Operation:
        """
        Return the operation to run.

        :raises GraphQLError: when the name does not identify exactly one operation
        """
        operations = [o for o in self.operations if name is None or o.name == name]
        if len(operations) != 1:
            raise GraphQLError("Name one operation of the document with 'operationName'.")
        return operations[0]


def error(message: str, code: str, **more: Any) -> dict[str, Any]:
    """Return an error in the form of GraphQL, with its stable code."""
    return {"message": message, **more, "extensions": {"code": code}}


class Documents:
    """The documents of one schema, by text."""

    def __init__(self, schema: GraphQLSchema, size: int = 1_000) -> None:
        self.schema, self.size = schema, size
        self._known: OrderedDict[str, Document | Errors | Refusal] = OrderedDict()

    async def read(self, text: str) -> Document | Errors:
        """
        Return the document of a text, or the errors for which it is refused.

        :raises Refusal: when the document is too large
        :raises Busy: when too many long documents are being read that nobody has sent before
        """
        if len(text) > DOCUMENT_CHARACTERS:
            raise OverBudget("DOCUMENT", DOCUMENT_CHARACTERS)
        found = self._known.get(text)
        if found is None:
            is_long = len(text) > LONG_DOCUMENT
            found = self._known[text] = await CONTENTS.run(self.parsed, text) if is_long else self.parsed(text)
            if len(self._known) > self.size:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(text)
        if isinstance(found, Refusal):
            raise found.with_traceback(None)
        return found

    def parsed(self, text: str) -> Document | Errors | Refusal:
        """Return the document of a text, or the errors or the refusal that stand for it; nothing is kept."""
        try:
            document = parse(text, max_tokens=TOKENS)
            check_budget(document)
        except GraphQLSyntaxError as refused:
            return (document_error(refused, "GRAPHQL_PARSE_FAILED"),)
        except RecursionError:
            return OverBudget("NESTING")
        except OverBudget as refused:
            return refused
        problems = validate(
            self.schema, document, max_errors=MOST_ERRORS, hide_suggestions=True
        ) or _sensitive_literals(self.schema, document)
        if problems:
            return tuple(document_error(p, "GRAPHQL_VALIDATION_FAILED") for p in problems)
        bounds = text_bounds(self.schema, document)
        operations = tuple(
            Operation(self.schema, d, bounds) for d in document.definitions if isinstance(d, OperationDefinitionNode)
        )
        fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        return Document(operations, fragments, document_digest(text), bounds.refused)


def document_digest(text: str) -> str:
    """Return the digest by which logs name a document."""
    return hashlib.sha256(text.encode()).hexdigest()


def _sensitive_literals(schema: GraphQLSchema, document: Any) -> list[GraphQLError]:
    """
    Return an error for every value of a sensitive kind that is given as a literal; only variables are accepted there.

    The declared kind of the argument or the input field decides, whatever its name is.
    """
    errors: list[GraphQLError] = []
    info = TypeInfo(schema)

    class Literals(Visitor):
        def __init__(self) -> None:
            super().__init__()
            self.names: list[str] = []

        def enter_argument(self, node: Any, *_: Any) -> None:
            self.names.append(node.name.value)

        def leave_argument(self, *_: Any) -> None:
            self.names.pop()

        enter_object_field, leave_object_field = enter_argument, leave_argument

        def enter_variable_definition(self, node: Any, *_: Any) -> None:
            self.names.append(node.variable.name.value)

        def leave_variable_definition(self, *_: Any) -> None:
            self.names.pop()

        def enter_string_value(self, node: Any, *_: Any) -> None:
            type_ = info.get_input_type()
            if self.names and type_ is not None and get_named_type(type_).name in SENSITIVE:
                errors.append(GraphQLError(f"'{self.names[-1]}' is accepted as a variable only.", node))

    visit(document, TypeInfoVisitor(info, Literals()))
    return errors
