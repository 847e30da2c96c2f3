"""
Commands: the mutations that follow from the declarations.

Each runs in its own transaction. The object of the payload is then read through the compiled statement, so that a
payload shows no more than a query does.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import uuid4

import structlog
from graphql import GraphQLField, GraphQLSchema
from graphql.execution.values import get_argument_values

from auth.disclosure import Outcome
from auth.processing import Busy
from models.sealed import Keyring
from resolvers.context import CommandContext, Verify
from resolvers.declaration import ContentType, ContentTypes
from resolvers.file_store import FileStore
from resolvers.files.attachments import ATTACHMENT_NOUN
from resolvers.reading.operation import compile_refused_command
from resolvers.reading.plan import Plan
from resolvers.refusals import BadArgument, Problem, Refusal
from resolvers.rulebook import RULEBOOK
from resolvers.writing.commands import BatchOutcome, CommandOutcome
from resolvers.writing.identity_codes import UNIQUE_CODE_RULE
from resolvers.writing.transactions import CommandUndone, database_failure
from schema.execution.fact_words import FactWords
from schema.execution.payloads import (
    MutationResult,
    PayloadShape,
    RequestedMutation,
    batch_payload,
    declared_payload,
    ids_in,
    prepared_payload,
    problems_payload,
)
from schema.execution.runtime import GraphQLRequest, Runtime
from workflow.calendar import finnish_day

_log = structlog.get_logger("polku")
STANDALONE_PAYLOAD = "AttachmentPayload"  # of the commands that no declaration makes
Run = Callable[[CommandContext, dict[str, Any]], Awaitable[CommandOutcome]]


@dataclass(frozen=True)
class Command:
    """
    A mutation: the content type of its payload, the function that carries it out, and the permission that it needs.

    `description` says what a command does that is not named after what it does to one object. With `loads`, the
    statement that loads what it is about verifies the caller too, before it writes or tells anything.
    """

    type: ContentType
    run: Run
    write: str
    description: str = ""
    loads: bool = False


@dataclass(frozen=True)
class BatchCommand:
    """A mutation about many objects: what its payload shows, and the function that carries it out; `loads` as above."""

    shape: PayloadShape
    run: Callable[[CommandContext, dict[str, Any], str | None], Awaitable[BatchOutcome]]
    loads: bool = False


@dataclass(frozen=True)
class PreparedCommand:
    """A mutation of which nothing can be refused any more but by the command itself: its arguments, and its payload."""

    mutation: RequestedMutation
    arguments: Mapping[str, Any]
    payload: Mapping[str, Plan]


def _by_names_today(type_: ContentType, command: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return the arguments of a command with the names that fields have today.

    :raises BadArgument: when a field is given by both of its names, or a required one by neither
    """
    given, values = dict(arguments["input"]), dict[str, Any]()
    for name, value in given.items():
        key = type_.key_today(name)
        if key in values:
            raise BadArgument("ARGUMENT_BOTH_NAMES", "input", key)
        values[key] = value
    for field in type_.fields.values():
        is_required = field.required and field.has_twin and field.column not in type_.forced
        if is_required and command == f"create{type_.name}" and field.key not in values:
            raise BadArgument("ARGUMENT_MISSING", "input", field.key)
    return {**arguments, "input": values}


@dataclass(frozen=True)
class StandaloneResult:
    """The result of a command that changes no object of a declared type: values of its payload, or problems."""

    values: Mapping[str, Any]
    problems: tuple[Problem, ...] = ()


# A command that no declaration makes. It takes the context, the key that signs links for the caller, and its arguments.
StandaloneCommand = Callable[[CommandContext, bytes, dict[str, Any]], Awaitable[StandaloneResult]]


@dataclass(frozen=True)
class Commands:
    """
    Runs the commands of one schema. `issuer` is the identity provider at which the clients of agencies are registered.

    `standalone` are the commands that no declaration makes, `batches` those about many objects, `files` is the store
    of attachments, `public_url` the address of the service in browsers, and `has_scanner` whether files are scanned.
    """

    schema: GraphQLSchema
    content_types: ContentTypes
    commands: Mapping[str, Command]
    keyring: Keyring
    artificial_codes: bool
    issuer: str
    standalone: Mapping[str, StandaloneCommand]
    batches: Mapping[str, BatchCommand]
    files: FileStore | None = None
    public_url: str = ""
    has_scanner: bool = False

    def writes_identity_code(self, prepared: PreparedCommand) -> bool:
        """Return whether a command sets the identity code of a type whose codes are compared with each other."""
        command, given = self.commands.get(prepared.mutation.name), prepared.arguments.get("input")
        if command is None or UNIQUE_CODE_RULE not in command.type.rules or not isinstance(given, dict):
            return False
        return any(given.get(field.key) is not None for field in command.type.fields.values() if field.sealed)

    def loads_first(self, prepared: PreparedCommand) -> bool:
        """Return whether what a command loads verifies the caller; a caller who is a trainee is loaded anew."""
        command = self.commands.get(prepared.mutation.name) or self.batches.get(prepared.mutation.name)
        return command is not None and command.loads and prepared.mutation.request.viewer.client is None

    async def prepare(self, runtime: Runtime, mutation: RequestedMutation) -> PreparedCommand:
        """
        Return a mutation ready to run: everything that can refuse the request is decided before the first command.

        :raises GraphQLError: when an argument is not of its type
        :raises Refusal: when the payload asks what this viewer may never read, or binds a value that cannot be
        """
        if mutation.name == "__typename":
            return PreparedCommand(mutation, {}, {})
        declared: GraphQLField = self.schema.mutation_type.fields[mutation.name]  # type: ignore[union-attr] # the document is valid
        arguments = get_argument_values(declared, mutation.nodes[0], mutation.variables)
        command = self.commands.get(mutation.name)
        if command is not None and command.type.twins:
            arguments = _by_names_today(command.type, mutation.name, arguments)
        shape = self.shape_of(mutation.name)
        payload = await prepared_payload(runtime, mutation, shape) if shape else {}
        return PreparedCommand(mutation, arguments, payload)

    async def run(self, runtime: Runtime, prepared: PreparedCommand, *, verifies: bool) -> MutationResult:
        """
        Run one mutation field and return its payload; once more where what ran beside it undid it.

        With `verifies`, nothing has verified the caller yet, and the command is one that loads first.
        """
        try:
            return await self._run(runtime, prepared, verifies=verifies)
        except CommandUndone:
            return await self._run(runtime, prepared, verifies=verifies)

    async def _run(self, runtime: Runtime, prepared: PreparedCommand, *, verifies: bool) -> MutationResult:
        mutation, arguments = prepared.mutation, dict(prepared.arguments)
        if mutation.name == "__typename":
            return MutationResult(b'"Mutation"')
        request = mutation.request
        verify = partial(runtime.verify, request) if verifies else None
        context = self.context_of(request, verify)
        if standalone := self.standalone.get(mutation.name):
            result = await standalone(context, runtime.cursor_key, arguments)
            if result.problems:
                await self._log_refusal(runtime, prepared, None)
            words = FactWords(self.content_types, None, mutation.request.language)
            return problems_payload(mutation, STANDALONE_PAYLOAD, result.problems, result.values, words)
        if batch := self.batches.get(mutation.name):
            return await self._run_batch(runtime, prepared, batch, context)
        command = self.commands[mutation.name]
        outcome = await command.run(context, arguments)
        if outcome.problems:
            await self._log_refusal(runtime, prepared, command.type, outcome.problems)
        if outcome.type.noun == "setting":
            try:
                await runtime.load_page_caps()
            except Exception as failure:  # noqa: BLE001 # the change is saved; the caps are read again in half a minute
                _log.warning("unsettled", exc_info=failure)
        renewed = context.renewed[-1] if context.renewed else None
        return await declared_payload(runtime, mutation, prepared.payload, outcome, context.shown_once, renewed)

    async def _run_batch(
        self, runtime: Runtime, prepared: PreparedCommand, batch: BatchCommand, context: CommandContext
    ) -> MutationResult:
        arguments = dict(prepared.arguments)
        outcome = await batch.run(context, arguments["input"], arguments.get("idempotencyKey"))
        if outcome.problems:
            await self._log_refusal(runtime, prepared, batch.shape.type, outcome.problems)
        elif outcome.refused or outcome.possible:
            # What was refused tells something of its person, like a single command that is refused; so does what was
            # not refused and not done either.
            ids = [*(public for public, _ in outcome.refused), *outcome.possible]
            keys = dict.fromkeys(key for _, problems in outcome.refused for p in problems for key in p.path)
            asked = replace(prepared, arguments={"input": keys})
            named = [problem for _, problems in outcome.refused for problem in problems]  # whom a refusal names, too
            told = [*(Problem("", (), {"id": one}) for one in ids), *named]
            await self._log_refusal(runtime, asked, batch.shape.type, told, Outcome.DENIED if outcome.refused else None)
        renewed = context.renewed[-1] if context.renewed and outcome.changed else None
        return await batch_payload(runtime, prepared.mutation, batch.shape, prepared.payload, outcome, renewed)

    def context_of(self, request: GraphQLRequest, verify: Verify | None = None) -> CommandContext:
        """Return what a command of a request may use; `verify` verifies a caller who is not verified yet."""
        return CommandContext(
            self.content_types,
            RULEBOOK,
            request.viewer,
            request.now,
            finnish_day(request.now),
            self.keyring,
            self.artificial_codes,
            self.issuer,
            files=self.files,
            public_url=self.public_url,
            verify=verify,
            request=request.id,
        )

    def failed(self, prepared: PreparedCommand, failure: Exception) -> MutationResult:
        """
        Return the payload of a command that failed after another one of the same document was committed.

        The answer of the committed one is owed to the caller: this one says in its payload that it failed.
        """
        mutation = prepared.mutation
        if isinstance(failure, Refusal):
            problem = Problem(failure.code, failure.path, failure.facts, failure.words)
        elif lost := failure if isinstance(failure, Busy) else database_failure(failure):
            problem = Problem(lost.code, ())
        else:
            incident = uuid4().hex
            _log.error("unexpected", incident=incident, exc_info=failure)
            problem = Problem("INTERNAL", (), {"id": incident})
        shape = self.shape_of(mutation.name)
        words = FactWords(self.content_types, shape.type if shape else None, mutation.request.language)
        return problems_payload(mutation, shape.name if shape else STANDALONE_PAYLOAD, [problem], {}, words)

    def shape_of(self, name: str) -> PayloadShape | None:
        """Return what the payload of a mutation shows; None of a command that changes no object of a declared type."""
        if batch := self.batches.get(name):
            return batch.shape
        return PayloadShape.of(self.commands[name].type) if name in self.commands else None

    async def _log_refusal(
        self,
        runtime: Runtime,
        prepared: PreparedCommand,
        type_: ContentType | None,
        problems: Sequence[Problem] = (),
        outcome: Outcome | None = Outcome.DENIED,
    ) -> None:
        """
        Leave the row of a command that was refused: that it was tells the caller something of a person.

        Whom the refusal names was looked at like whom the command names. Without an `outcome` it was no refusal.
        """
        said = [part for problem in problems for fact in problem.facts.values() for part in fact.split(", ")]
        mutation, asked = prepared.mutation, ids_in({**prepared.arguments, "": said})
        files = asked.pop(ATTACHMENT_NOUN, [])
        for noun, object_id in await runtime.pool.fetch(_OBJECTS_OF_FILES, files) if files else ():
            asked.setdefault(noun, []).append(object_id)
        viewer, named = mutation.request.viewer, _named(prepared)
        plan = compile_refused_command(
            runtime.compiler, viewer, mutation.name, mutation.digest, type_, asked, named, outcome
        )
        if plan is not None:
            await plan.run(runtime.pool, runtime.call(mutation.request, {}))


_OBJECTS_OF_FILES = "SELECT noun, object_id FROM attachment WHERE id = ANY($1::uuid[])"


def _named(prepared: PreparedCommand) -> list[str]:
    """Return the names of what a command gave: fields, or the parts of a transition."""
    given = prepared.arguments.get("input")
    return sorted(given) if isinstance(given, Mapping) else sorted(prepared.arguments)
