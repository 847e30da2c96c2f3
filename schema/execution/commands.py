"""
Commands: the mutations that follow from the declarations.

Each runs in its own transaction. The object of the payload is then read through the compiled statement, so that a
payload shows no more than a query does.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4

import structlog
from graphql import GraphQLField, GraphQLSchema
from graphql.execution.values import get_argument_values

from auth.processing import Busy
from models.sealed import Keyring
from resolvers.context import CommandContext
from resolvers.declaration import ContentType, ContentTypes
from resolvers.file_store import FileStore
from resolvers.files.attachments import ATTACHMENT_NOUN
from resolvers.reading.operation import compile_refused_command
from resolvers.reading.plan import Plan
from resolvers.refusals import Problem, Refusal
from resolvers.retention.recycle_bin import discard
from resolvers.rulebook import RULEBOOK
from resolvers.writing.commands import CommandOutcome, create, restore_revision, take_transition, update
from resolvers.writing.identity_codes import UNIQUE_CODE_RULE
from resolvers.writing.transactions import StatementOutdated, database_failure
from schema.execution.payloads import (
    MutationResult,
    RequestedMutation,
    declared_payload,
    ids_in,
    prepared_payload,
    problems_payload,
)
from schema.execution.runtime import GraphQLRequest, Runtime

_log = structlog.get_logger("polku")
STANDALONE_PAYLOAD = "AttachmentPayload"  # of the commands that no declaration makes
Run = Callable[[CommandContext, dict[str, Any]], Awaitable[CommandOutcome]]


@dataclass(frozen=True)
class Command:
    """A mutation: the content type of its payload, and the function that carries it out."""

    type: ContentType
    run: Run


@dataclass(frozen=True)
class PreparedCommand:
    """A mutation of which nothing can be refused any more but by the command itself: its arguments, and its payload."""

    mutation: RequestedMutation
    arguments: Mapping[str, Any]
    payload: Mapping[str, Plan]


async def _run_create(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    return await create(context, type_, arguments["input"], arguments.get("idempotencyKey"))


async def _run_update(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    values = dict(arguments["input"])
    return await update(
        context, type_, values.pop("id"), values.pop("revision"), values, arguments.get("idempotencyKey")
    )


async def _run_transition(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    command = arguments["input"]
    name = getattr(command["transition"], "value", command["transition"])
    return await take_transition(
        context,
        type_,
        command["id"],
        command["revision"],
        name,
        comment=command.get("comment"),
        reason=command.get("reason"),
        key=arguments.get("idempotencyKey"),
    )


async def _run_restore(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    return await restore_revision(
        context,
        type_,
        arguments["id"],
        arguments["revision"],
        arguments["toRevision"],
        arguments.get("idempotencyKey"),
    )


async def _run_delete(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    command = arguments["input"]
    key = arguments.get("idempotencyKey")
    return await discard(context, type_, command["id"], command["revision"], command["comment"], key)


def declared_commands(content_types: ContentTypes) -> dict[str, Command]:
    """Return the commands that follow from the declarations, by mutation name."""
    commands: dict[str, Command] = {}
    for type_ in content_types.values():
        if type_.kind.workflow.add:
            commands[f"create{type_.name}"] = Command(type_, partial(_run_create, type_))
        if any(f.write.name not in {"never", "add"} for f in type_.fields.values()):
            commands[f"update{type_.name}"] = Command(type_, partial(_run_update, type_))
            commands[f"restore{type_.name}"] = Command(type_, partial(_run_restore, type_))
        if type_.kind.workflow.transitions:
            commands[f"transition{type_.name}"] = Command(type_, partial(_run_transition, type_))
        if type_.kind.workflow.disposable:
            commands[f"delete{type_.name}"] = Command(content_types["bin_item"], partial(_run_delete, type_))
    return commands


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

    `standalone` are the commands that no declaration makes, `files` is the store of attachments, and `public_url` the
    address of the service in browsers.
    """

    schema: GraphQLSchema
    content_types: ContentTypes
    commands: Mapping[str, Command]
    keyring: Keyring
    artificial_codes: bool
    issuer: str
    standalone: Mapping[str, StandaloneCommand]
    files: FileStore | None = None
    public_url: str = ""

    def writes_identity_code(self, prepared: PreparedCommand) -> bool:
        """Return whether a command sets the identity code of a type whose codes are compared with each other."""
        command, given = self.commands.get(prepared.mutation.name), prepared.arguments.get("input")
        if command is None or UNIQUE_CODE_RULE not in command.type.rules or not isinstance(given, dict):
            return False
        return any(given.get(field.key) is not None for field in command.type.fields.values() if field.sealed)

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
        payload = await prepared_payload(runtime, mutation, command.type) if command else {}
        return PreparedCommand(mutation, arguments, payload)

    async def run(self, runtime: Runtime, prepared: PreparedCommand) -> MutationResult:
        """Run one mutation field and return its payload; once more where a migration ran beside it and undid it."""
        try:
            return await self._run(runtime, prepared)
        except StatementOutdated:
            return await self._run(runtime, prepared)

    async def _run(self, runtime: Runtime, prepared: PreparedCommand) -> MutationResult:
        mutation, arguments = prepared.mutation, dict(prepared.arguments)
        if mutation.name == "__typename":
            return MutationResult(b'"Mutation"')
        context = self._context(mutation.request, runtime.call(mutation.request, {}).today)
        if standalone := self.standalone.get(mutation.name):
            result = await standalone(context, runtime.cursor_key, arguments)
            if result.problems:
                await self._log_refusal(runtime, prepared, None)
            return problems_payload(mutation, STANDALONE_PAYLOAD, result.problems, result.values)
        command = self.commands[mutation.name]
        outcome = await command.run(context, arguments)
        if outcome.problems:
            await self._log_refusal(runtime, prepared, command.type)
        if outcome.type.noun == "setting":
            try:
                await runtime.load_page_caps()
            except Exception as failure:  # noqa: BLE001 # the change is saved; the caps are read again in half a minute
                _log.warning("unsettled", exc_info=failure)
        renewed = context.renewed[-1] if context.renewed else None
        return await declared_payload(runtime, mutation, prepared.payload, outcome, context.shown_once, renewed)

    def _context(self, request: GraphQLRequest, today: date) -> CommandContext:
        return CommandContext(
            self.content_types,
            RULEBOOK,
            request.viewer,
            request.now,
            today,
            self.keyring,
            self.artificial_codes,
            self.issuer,
            files=self.files,
            public_url=self.public_url,
        )

    async def _log_refusal(self, runtime: Runtime, prepared: PreparedCommand, type_: ContentType | None) -> None:
        """Leave the row of a command that was refused: that it was tells the caller something of a person."""
        mutation, asked = prepared.mutation, ids_in(dict(prepared.arguments))
        files = asked.pop(ATTACHMENT_NOUN, [])
        for noun, object_id in await runtime.pool.fetch(_OBJECTS_OF_FILES, files) if files else ():
            asked.setdefault(noun, []).append(object_id)
        plan = compile_refused_command(
            runtime.compiler, mutation.request.viewer, mutation.name, mutation.digest, type_, asked, _named(prepared)
        )
        if plan is not None:
            await plan.run(runtime.pool, runtime.call(mutation.request, {}))


_OBJECTS_OF_FILES = "SELECT noun, object_id FROM attachment WHERE id = ANY($1::uuid[])"


def _named(prepared: PreparedCommand) -> list[str]:
    """Return the names of what a command gave: fields, or the parts of a transition."""
    given = prepared.arguments.get("input")
    return sorted(given) if isinstance(given, Mapping) else sorted(prepared.arguments)


def failed_command(prepared: PreparedCommand, commands: Mapping[str, Command], failure: Exception) -> MutationResult:
    """
    Return the payload of a command that failed after another one of the same document was committed.

    The answer of the committed one is owed to the caller: this one says in its payload that it failed.
    """
    mutation = prepared.mutation
    if isinstance(failure, Refusal):
        problem = Problem(failure.code, failure.path, failure.facts)
    elif lost := failure if isinstance(failure, Busy) else database_failure(failure):
        problem = Problem(lost.code, ())
    else:
        incident = uuid4().hex
        _log.error("unexpected", incident=incident, exc_info=failure)
        problem = Problem("INTERNAL", (), {"id": incident})
    command = commands.get(mutation.name)
    payload = f"{command.type.name}Payload" if command else STANDALONE_PAYLOAD
    return problems_payload(mutation, payload, [problem], {})
