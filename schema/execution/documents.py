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
    OperationDefinitionNode,
    StringValueNode,
    parse,
    validate,
)
from graphql.language import Visitor, visit

from auth.processing import CONTENTS
from resolvers.refusals import Refusal
from schema.execution.budget import DOCUMENT_CHARACTERS, TOKENS, OverBudget, check_budget
from schema.execution.operations import Operation
from schema.execution.text_bounds import text_bounds

MOST_ERRORS = 10
LONG_DOCUMENT = 1_500  # characters; reading a longer one for the first time takes the processor for more than 5 ms
# Arguments that identify a person: a literal in the document would end up in logs, caches and histories.
SENSITIVE = frozenset({"code", "personalIdentityCode"})

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
        self._known: OrderedDict[str, Document | Errors] = OrderedDict()

    async def read(self, text: str) -> Document | Errors:
        """
        Return the document of a text, or the errors for which it is refused.

        :raises Refusal: when one of its literals is longer than its place allows
        :raises Busy: when too many long documents are being read that nobody has sent before
        """
        if len(text) > DOCUMENT_CHARACTERS:
            return (error(f"At most {DOCUMENT_CHARACTERS} characters in a document.", OverBudget.code),)
        found = self._known.get(text)
        if found is None:
            is_long = len(text) > LONG_DOCUMENT
            found = self._known[text] = await CONTENTS.run(self.parsed, text) if is_long else self.parsed(text)
            if len(self._known) > self.size:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(text)
        if isinstance(found, Document) and found.refused is not None:
            raise found.refused.with_traceback(None)
        return found

    def parsed(self, text: str) -> Document | Errors:
        """Return the document of a text, or the errors for which it is refused; nothing is kept."""
        try:
            document = parse(text, max_tokens=TOKENS)
            check_budget(document)
        except GraphQLSyntaxError as refused:
            return (_formatted(refused, "GRAPHQL_PARSE_FAILED"),)
        except RecursionError:
            return (error("The document is nested too deeply.", "QUERY_TOO_COMPLEX"),)
        except OverBudget as refused:
            return (error(str(refused), refused.code),)
        problems = validate(
            self.schema, document, max_errors=MOST_ERRORS, hide_suggestions=True
        ) or _sensitive_literals(document)
        if problems:
            return tuple(_formatted(p, "GRAPHQL_VALIDATION_FAILED") for p in problems)
        bounds = text_bounds(self.schema, document)
        operations = tuple(
            Operation(self.schema, d, bounds) for d in document.definitions if isinstance(d, OperationDefinitionNode)
        )
        fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        return Document(operations, fragments, document_digest(text), bounds.refused)


def document_digest(text: str) -> str:
    """Return the digest by which logs name a document."""
    return hashlib.sha256(text.encode()).hexdigest()


def _formatted(problem: GraphQLError, code: str) -> dict[str, Any]:
    return {**problem.formatted, "extensions": {"code": code}}


def _sensitive_literals(document: Any) -> list[GraphQLError]:
    """
    Return an error for every sensitive argument or input field that is given as a literal.

    Only variables are accepted there.
    """
    errors: list[GraphQLError] = []

    class Literals(Visitor):
        def enter_argument(self, node: Any, *_: Any) -> None:
            self._check(node)

        def enter_object_field(self, node: Any, *_: Any) -> None:
            self._check(node)

        def _check(self, node: Any) -> None:
            if node.name.value in SENSITIVE and isinstance(node.value, StringValueNode):
                errors.append(GraphQLError(f"'{node.name.value}' is accepted as a variable only.", node))

    visit(document, Literals())
    return errors
