"""Open a subscription: what a document asks to follow, and how each event is written as its answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from graphql import FieldNode, GraphQLError, Node

from resolvers.changes.opening import Asked, Opening, opened
from resolvers.reading.arguments import Variable, shape_of
from resolvers.reading.operation import logged_operation
from resolvers.reading.selection import Selection
from resolvers.reading.statement import MAX_NODES
from resolvers.refusals import BadArgument, Refusal
from schema.execution.answering import Answer, Answering, refused_answer
from schema.execution.documents import Document
from schema.execution.operations import Operation
from schema.execution.request_errors import document_error, in_language, refusal_error
from schema.execution.runtime import GraphQLRequest
from schema.execution.variable_budget import check_variables_budget

_EVENT = "ChangeEvent"


@dataclass(frozen=True)
class EventShape:
    """What a document selects of an event: the key of the root, and its fields in order, each under its own key."""

    root: str
    fields: tuple[tuple[str, str], ...]

    def answer(self, event: Mapping[str, Any]) -> bytes:
        """Return an event as the answer to the document; `event` holds its fields by their names in the schema."""
        named = {"__typename": _EVENT, **event}
        return orjson.dumps({"data": {self.root: {key: named.get(name) for key, name in self.fields}}})


@dataclass(frozen=True)
class Subscribed:
    """A subscription that was opened. `names` are the names of the types by their nouns, of those that it may tell."""

    request: GraphQLRequest
    opening: Opening
    nouns: frozenset[str]
    names: Mapping[str, str]
    shape: EventShape

    @property
    def account(self) -> UUID:
        """The account, or the registered system, whose stream it is."""
        return self.request.viewer.account


async def subscribed(answering: Answering, request: GraphQLRequest) -> Subscribed | Answer | None:
    """
    Return the opened subscription, the answer that refuses it, or None when the request asks for none.

    :raises StaleViewer: as `Answering.answer`
    """
    nodes: tuple[Node, ...] = ()
    try:
        document = await answering.documents.read(request.query)
        if not isinstance(document, Document):
            return None  # the ordinary way says what is wrong with it
        nodes = document.nodes
        operation = document.operation(request.operation)
        if not operation.is_subscription:
            return None
        document.check_literals()
        check_variables_budget(request.variables)
        return await _opened(answering, request, document, operation)
    except GraphQLError as refused:
        return refused_answer(in_language(document_error(refused, "BAD_REQUEST"), request.language))
    except Refusal as refused:
        return refused_answer(refusal_error(refused, request.language, nodes))


async def _opened(
    answering: Answering, request: GraphQLRequest, document: Document, operation: Operation
) -> Subscribed:
    variables = operation.values(request.variables)
    selection = Selection(document.fragments, {name: shape_of(value) for name, value in variables.items()})
    roots = selection.collect(("Subscription",), [operation.node.selection_set])
    if len(roots) != 1:
        raise BadArgument("ARGUMENT_FOLLOW", "types")
    [(key, nodes)] = roots.items()
    given = _given(answering, selection, nodes[0], variables)
    compiler = answering.runtime.compiler
    nouns = _nouns(answering, given["types"], key)
    ids = tuple(dict.fromkeys(given["ids"] or ()))
    if len(ids) > MAX_NODES:
        raise BadArgument("ARGUMENT_COUNT", "ids", at=(key,), most=str(MAX_NODES))
    if not nouns and not ids:
        raise BadArgument("ARGUMENT_FOLLOW", "types", at=(key,))
    asked = Asked(
        nouns, ids, given["since"], logged_operation(compiler, operation.node, document.digest), document.digest
    )
    runtime = answering.runtime
    opening = await opened(compiler, runtime.pool, runtime.call(request, variables), asked)
    names = {noun: compiler.content_types[noun].name for noun in {*nouns, *opening.followed.values()}}
    return Subscribed(request, opening, frozenset(nouns), names, _shape(key, selection, nodes))


def _given(answering: Answering, selection: Selection, node: FieldNode, variables: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of the root with their values, None for what was not given."""
    root = answering.schema.subscription_type
    assert root is not None  # noqa: S101 # our schema has one
    arguments = selection.arguments(node, root.fields[node.name.value].args)
    return {
        name: argument.get(variables) if isinstance(argument := arguments.get(name), Variable) else None
        for name in ("types", "ids", "since")
    }


def _nouns(answering: Answering, names: Sequence[str] | None, key: str) -> tuple[str, ...]:
    nouns = {type_.name: noun for noun, type_ in answering.runtime.compiler.content_types.items()}
    if any(name not in nouns for name in names or ()):
        raise BadArgument("ARGUMENT_TYPE", "types", at=(key,))
    return tuple(sorted({nouns[name] for name in names or ()}))


def _shape(key: str, selection: Selection, nodes: list[FieldNode]) -> EventShape:
    selected = selection.collect((_EVENT,), [node.selection_set for node in nodes])
    return EventShape(key, tuple((name, fields[0].name.value) for name, fields in selected.items()))
