"""
From a request to the bytes of its answer.

Stored roots of a query are one statement whose JSON is spliced into the answer; what is computed beside them (viewer,
explain, contentType, introspection) is walked by graphql-core; commands run one after another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import asyncpg
import orjson
import structlog
from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    execute,
)
from graphql.execution.values import VariableValues, get_variable_values

from auth.policy import rights
from auth.viewer import Viewer
from resolvers.declaration import ContentTypes
from resolvers.reading.arguments import shape_of
from resolvers.reading.operation import compile_query
from resolvers.reading.parameters import Call
from resolvers.reading.plan import Plan, StaleViewer
from resolvers.reading.plan_cache import PlanCache
from resolvers.reading.selection import Selection
from resolvers.refusals import Refusal
from schema.execution.commands import Commands, RequestedMutation
from schema.execution.documents import Document, Documents, error
from schema.execution.messages import message
from schema.execution.runtime import Ask, Runtime

_log = structlog.get_logger("polku")


@dataclass(frozen=True)
class Answer:
    """The bytes of an answer, and whether the request was refused before anything ran."""

    body: bytes
    refused: bool = False


@dataclass(frozen=True)
class FieldContext:
    """What fields computed beside the statement may use."""

    ask: Ask
    call: Call
    pool: "asyncpg.Pool[Any]"
    content_types: ContentTypes


def unlimited(viewer: Viewer) -> None:
    """Count nothing: for tests and tools, which no stranger reaches."""
    del viewer


class Answering:
    """Answers requests on one schema and one database."""

    def __init__(
        self, runtime: Runtime, commands: Commands, count_identity_search: Callable[[Viewer], None] = unlimited
    ) -> None:
        self.runtime, self.commands = runtime, commands
        self.count_identity_search = count_identity_search
        self.schema: GraphQLSchema = runtime.compiler.schema
        self.documents, self.plans = Documents(self.schema), PlanCache()

    async def answer(self, ask: Ask) -> Answer:
        """
        Return the answer; a refusal is an answer too.

        :raises StaleViewer: when the caller's rights changed meanwhile: load the viewer anew and ask once more
        """
        document = self.documents.read(ask.query)
        if not isinstance(document, Document):
            return _refused(*document)
        try:
            operation = document.operation(ask.operation)
            variables = self.coerced(operation, ask.variables)
            if operation.operation is OperationType.MUTATION:
                _only_fresh(ask)
                return await self._command(ask, document, operation, variables)
            return await self._query(ask, document, operation, dict(variables.coerced))
        except GraphQLError as refused:
            return _refused({**refused.formatted, "extensions": {"code": "BAD_REQUEST"}})
        except Refusal as refused:
            return _refused(error(message(refused.code, ask.language, refused.message, refused.facts), refused.code))

    def coerced(self, operation: OperationDefinitionNode, given: Mapping[str, Any]) -> VariableValues:
        """
        Return the variables as their types say.

        :raises GraphQLError: when one is not of its type
        """
        values = get_variable_values(self.schema, operation.variable_definitions or (), dict(given), max_errors=10)
        if isinstance(values, list):
            raise values[0]
        return values

    def planned(
        self, ask: Ask, document: Document, operation: OperationDefinitionNode, variables: Mapping[str, Any]
    ) -> tuple[Plan, Selection]:
        """Return the plan of a query, compiled if nobody with the same rights asked it in the same shape before."""
        shapes = {name: shape_of(value) for name, value in variables.items()}
        name = operation.name.value if operation.name else None
        key = (document.digest, name, rights(ask.viewer), tuple(sorted(shapes.items())))
        selection = Selection(document.fragments, shapes)
        plan = self.plans.get(
            key, lambda: compile_query(self.runtime.compiler, selection, operation, ask.viewer, document.digest)
        )
        return plan, selection

    async def _query(
        self, ask: Ask, document: Document, operation: OperationDefinitionNode, variables: dict[str, Any]
    ) -> Answer:
        plan, selection = self.planned(ask, document, operation, variables)
        if plan.others:
            _only_fresh(ask)
        if plan.searches_identity:
            self.count_identity_search(ask.viewer)
        parts = await plan.run(self.runtime.pool, self.runtime.call(ask, variables)) if plan.roots else []
        answered = dict(zip(plan.roots, parts, strict=True))
        errors: list[Any] = []
        if plan.others:
            errors = await self._beside(ask, document, operation, plan, selection, variables, answered)
        return Answer(_spliced(plan.order, answered, errors, plan))

    async def _beside(
        self,
        ask: Ask,
        document: Document,
        operation: OperationDefinitionNode,
        plan: Plan,
        selection: Selection,
        variables: dict[str, Any],
        answered: dict[str, bytes],
    ) -> list[Any]:
        """Run the roots that are not stored through graphql-core, on the same operation without the stored ones."""
        roots = selection.collect(("Query",), [operation.selection_set])
        nodes = tuple(n for key in plan.others for n in roots[key])
        pruned = replace_selection(operation, nodes)
        definitions = (pruned, *document.fragments.values())
        runtime = self.runtime
        context = FieldContext(ask, runtime.call(ask, variables), runtime.pool, runtime.compiler.content_types)
        result = execute(
            self.schema,
            DocumentNode(definitions=definitions),
            context_value=context,
            variable_values=dict(ask.variables),
        )
        result = result if isinstance(result, ExecutionResult) else await result
        for key in plan.others:
            answered[key] = orjson.dumps((result.data or {}).get(key))
        return [_masked(e, ask.language) for e in result.errors or ()]

    async def _command(
        self, ask: Ask, document: Document, operation: OperationDefinitionNode, variables: VariableValues
    ) -> Answer:
        shapes = {name: shape_of(value) for name, value in variables.coerced.items()}
        selection = Selection(document.fragments, shapes)
        answered: dict[str, bytes] = {}
        redacted: list[dict[str, Any]] = []
        for key, nodes in selection.collect(("Mutation",), [operation.selection_set]).items():
            done = await self.commands.run(
                self.runtime, RequestedMutation(ask, selection, nodes, variables, key, document.digest)
            )
            answered[key] = done.json
            redacted += done.redacted
        return Answer(_joined(list(answered), answered, [], redacted))


def _only_fresh(ask: Ask) -> None:
    """Only the reading statement verifies a kept viewer; everything else acts on a fresh one."""
    if not ask.fresh:
        raise StaleViewer


def replace_selection(operation: OperationDefinitionNode, nodes: tuple[Any, ...]) -> OperationDefinitionNode:
    """Return the operation with another selection at its root."""
    return OperationDefinitionNode(
        operation=operation.operation,
        name=operation.name,
        variable_definitions=operation.variable_definitions,
        directives=operation.directives,
        selection_set=SelectionSetNode(selections=nodes),
        loc=operation.loc,
    )


def _masked(problem: GraphQLError, language: str) -> dict[str, Any]:
    """Domain refusals keep their code; everything unexpected is masked with an id that the log carries too."""
    cause = problem.original_error
    if cause is None:
        return {**problem.formatted, "extensions": {"code": "BAD_REQUEST"}}
    if isinstance(cause, Refusal):
        return {
            **problem.formatted,
            "message": message(cause.code, language, cause.message),
            "extensions": {"code": cause.code},
        }
    known = uuid4().hex
    _log.error("unexpected", incident=known, exc_info=cause)
    return {
        "message": message("INTERNAL", language, ""),
        "path": problem.path,
        "extensions": {"code": "INTERNAL", "id": known},
    }


def _refused(*errors: dict[str, Any]) -> Answer:
    return Answer(orjson.dumps({"errors": list(errors)}), refused=True)


def _spliced(order: tuple[str, ...], parts: Mapping[str, bytes], errors: list[Any], plan: Plan) -> bytes:
    return _joined(list(order), parts, errors, list(plan.redacted))


def _joined(order: list[str], parts: Mapping[str, bytes], errors: list[Any], redacted: list[dict[str, Any]]) -> bytes:
    inner = b",".join(b'"%s":%s' % (key.encode(), parts[key]) for key in order)
    tail = b',"errors":' + orjson.dumps(errors) if errors else b""
    if redacted:
        tail += b',"extensions":' + orjson.dumps({"redacted": redacted})
    return b'{"data":{' + inner + b"}" + tail + b"}"
