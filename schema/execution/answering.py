"""
Answer a GraphQL request with the bytes of its answer.

The stored roots of a query are read with one statement, and its JSON is put into the answer as it is. graphql-core
executes the computed roots (viewer, explain, contentType, introspection). Commands run one after another.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    execute,
)
from graphql.execution.values import VariableValues

from auth.rights import rights
from auth.viewer import Viewer
from resolvers.context import CommandContext
from resolvers.declaration import ContentTypes
from resolvers.reading.arguments import shape_of
from resolvers.reading.operation import compile_query
from resolvers.reading.parameters import Call
from resolvers.reading.plan import Plan, Reads, redacted_json
from resolvers.reading.selection import Selection
from resolvers.refusals import Refusal, StreamNeeded
from resolvers.writing.transactions import database_failure
from schema.execution.commands import Commands
from schema.execution.documents import Document, Documents, Errors
from schema.execution.incidents import unexpected_error, unreadable_error
from schema.execution.operations import Operation
from schema.execution.payloads import MutationResult, RequestedMutation
from schema.execution.request_errors import document_error, in_language, refusal_error
from schema.execution.runtime import GraphQLRequest, Runtime

CountSearches = Callable[[Viewer, int], Awaitable[None]]  # may refuse so many searches by identity code


@dataclass(slots=True)
class Answer:
    """The bytes of an answer, and whether the request was refused before anything ran."""

    body: bytes
    refused: bool = False


@dataclass(frozen=True)
class FieldContext:
    """What the resolvers of computed fields may use."""

    request: GraphQLRequest
    call: Call
    pool: Reads
    content_types: ContentTypes
    commands: Commands

    @property
    def command_context(self) -> CommandContext:
        """What a command of the caller could use: for the questions whether one would be refused."""
        return self.commands.context_of(self.request)


async def unlimited(_viewer: Viewer, _searches: int) -> None:
    """Count no searches, for tests and tools that nobody reaches from outside."""


class Answering:
    """Answers requests with one schema and one database."""

    def __init__(
        self, runtime: Runtime, commands: Commands, count_identity_searches: CountSearches = unlimited
    ) -> None:
        self.runtime, self.commands = runtime, commands
        self.count_identity_searches = count_identity_searches
        self.schema: GraphQLSchema = runtime.compiler.schema
        self.documents, self.plans = Documents(self.schema), runtime.plans

    async def answer(self, request: GraphQLRequest) -> Answer:
        """
        Return the answer; a refusal is an answer too.

        :raises StaleViewer: when the caller's rights changed meanwhile; the caller loads the viewer again and repeats
            the call
        """
        document: Document | Errors | None = None
        try:
            document = await self.documents.read(request.query)
            if not isinstance(document, Document):
                return refused_answer(*(in_language(problem, request.language) for problem in document))
            document.check_literals()
            operation = document.operation(request.operation)
            if operation.is_subscription:
                raise StreamNeeded
            if not operation.is_mutation:
                return await self._run_query(request, document, operation, operation.values(request.variables))
            return await self._run_mutation(request, document, operation, operation.checked(request.variables))
        except GraphQLError as refused:
            return refused_answer(in_language(document_error(refused, "BAD_REQUEST"), request.language))
        except Refusal as refused:
            nodes = document.nodes if isinstance(document, Document) else ()
            return refused_answer(refusal_error(refused, request.language, nodes))

    def planned(
        self,
        viewer: Viewer,
        document: Document,
        operation: Operation,
        variables: Mapping[str, Any],
    ) -> Plan:
        """
        Return the plan of a query.

        It is compiled unless a caller with the same rights has sent a query of the same shape.
        """
        shapes = {name: shape_of(value) for name, value in variables.items()}
        key = (document.digest, operation.name, rights(viewer), *sorted(shapes.items()))

        def compiled() -> Plan:
            selection = Selection(document.fragments, shapes)
            return compile_query(self.runtime.compiler, selection, operation.node, viewer, document.digest)

        return self.plans.get(key, compiled)

    async def _run_query(
        self, request: GraphQLRequest, document: Document, operation: Operation, variables: dict[str, Any]
    ) -> Answer:
        plan = self.planned(request.viewer, document, operation, variables)
        is_stored = plan.roots or plan.refusal
        if plan.others and not (is_stored and request.viewer.client is None):
            await self.runtime.verify(request)
        if plan.identity_searches:
            await self.count_identity_searches(request.viewer, plan.identity_searches)
        parts = await plan.run(self.runtime.pool, self.runtime.call(request, variables)) if is_stored else []
        json_by_key: dict[str, bytes] = {}
        errors: list[Any] = []
        for key, part in zip(plan.roots, parts, strict=True):
            json_by_key[key] = part.json
            errors += [unreadable_error(value, (key,), request.language) for value in part.unreadable]
        if plan.others:
            selection = Selection(document.fragments, {name: shape_of(value) for name, value in variables.items()})
            roots = selection.collect(("Query",), [operation.node.selection_set])
            computed = tuple(node for key in plan.others for node in roots[key])
            errors += await self._execute_computed_fields(
                request, document, replace_selection(operation.node, computed), plan.others, variables, json_by_key
            )
        return Answer(_body(plan.order, json_by_key, errors, plan.redacted_json))

    async def _execute_computed_fields(
        self,
        request: GraphQLRequest,
        document: Document,
        computed: OperationDefinitionNode,
        keys: tuple[str, ...],
        variables: dict[str, Any],
        json_by_key: dict[str, bytes],
    ) -> list[Any]:
        """Execute the computed roots with graphql-core, on the same operation without the stored roots."""
        runtime = self.runtime
        call = runtime.call(request, variables)
        context = FieldContext(request, call, runtime.pool, runtime.compiler.content_types, self.commands)
        result = execute(
            self.schema,
            DocumentNode(definitions=(computed, *document.fragments.values())),
            context_value=context,
            variable_values=dict(request.variables),
        )
        result = result if isinstance(result, ExecutionResult) else await result
        for key in keys:
            json_by_key[key] = orjson.dumps((result.data or {}).get(key))
        for problem in result.errors or ():
            if failure := database_failure(problem.original_error):
                raise failure from problem.original_error
        return [_client_error(e, request.language) for e in result.errors or ()]

    async def _run_mutation(
        self, request: GraphQLRequest, document: Document, operation: Operation, variables: VariableValues
    ) -> Answer:
        shapes = {name: shape_of(value) for name, value in variables.coerced.items()}
        selection = Selection(document.fragments, shapes)
        asked = selection.collect(("Mutation",), [operation.node.selection_set]).items()
        try:
            prepared = [
                await self.commands.prepare(
                    self.runtime, RequestedMutation(request, selection, nodes, variables, key, document.digest)
                )
                for key, nodes in asked
            ]
        except Refusal:
            await self.runtime.verify(request)  # whose session has ended is told that, and nothing else
            raise
        # A code that is written is compared with all others, like one that is searched for.
        searches = sum(map(self.commands.writes_identity_code, prepared))
        searches += sum(p.identity_searches for c in prepared for p in c.payload.values())
        verifies = not (request.fresh or searches) and any(map(self.commands.loads_first, prepared[:1]))
        if not verifies:
            await self.runtime.verify(request)
        if searches:
            await self.count_identity_searches(request.viewer, searches)
        results: dict[str, MutationResult] = {}
        for command in prepared:
            try:
                results[command.mutation.key] = await self.commands.run(
                    self.runtime, command, verifies=verifies and not results
                )
            except Exception as failure:
                if not results:
                    raise
                results[command.mutation.key] = self.commands.failed(command, failure)
        json_by_key = {key: result.json for key, result in results.items()}
        errors = [e for result in results.values() for e in result.errors]
        redacted = [r for result in results.values() for r in result.redacted]
        return Answer(_body(tuple(json_by_key), json_by_key, errors, redacted_json(redacted)))


def replace_selection(operation: OperationDefinitionNode, nodes: tuple[Any, ...]) -> OperationDefinitionNode:
    """Return the operation with another selection of root fields."""
    return OperationDefinitionNode(
        operation=operation.operation,
        name=operation.name,
        variable_definitions=operation.variable_definitions,
        directives=operation.directives,
        selection_set=SelectionSetNode(selections=nodes),
        loc=operation.loc,
    )


def _client_error(problem: GraphQLError, language: str) -> dict[str, Any]:
    """
    Return an error as the caller gets it.

    A refusal keeps its code; anything unexpected becomes an id, which the log has too.
    """
    cause = problem.original_error
    if cause is None:
        return in_language(document_error(problem, "BAD_REQUEST"), language)
    if isinstance(cause, Refusal):
        return {**problem.formatted, **refusal_error(cause, language)}
    return unexpected_error(cause, problem.path, language)


def refused_answer(*errors: dict[str, Any]) -> Answer:
    """Return the answer to a request that is refused before anything runs."""
    return Answer(orjson.dumps({"errors": list(errors)}), refused=True)


def _body(order: tuple[str, ...], parts: Mapping[str, bytes], errors: list[Any], redacted: bytes) -> bytes:
    pieces, before = [b'{"data":{'], b'"'
    for key in order:
        pieces += (before + key.encode() + b'":', parts[key])
        before = b',"'
    told = b',"errors":' + orjson.dumps(errors) if errors else b""
    return b"".join((*pieces, b"}", told, redacted, b"}"))  # a large answer is copied once
