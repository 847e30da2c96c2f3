"""
Commands: the mutations that follow from the declarations.

Each runs in its own transaction. The object of the payload is then read through the compiled statement, so that a
payload shows no more than a query does.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import orjson
from graphql import FieldNode, GraphQLField, GraphQLSchema
from graphql.execution.values import VariableValues, get_argument_values

from models.sealed import Keyring
from resolvers.context import CommandContext
from resolvers.declaration import ContentType, ContentTypes, camel
from resolvers.file_store import FileStore
from resolvers.reading.operation import compile_payload
from resolvers.reading.selection import Selection
from resolvers.refusals import Problem
from resolvers.retention.recycle_bin import discard
from resolvers.rulebook import RULEBOOK
from resolvers.writing.commands import CommandOutcome, create, restore_revision, take_transition, update
from schema.execution.incidents import unreadable_error
from schema.execution.messages import message
from schema.execution.runtime import GraphQLRequest, Runtime

Run = Callable[[CommandContext, dict[str, Any]], Awaitable[CommandOutcome]]


@dataclass(frozen=True)
class Command:
    """A mutation: the content type of its payload, and the function that carries it out."""

    type: ContentType
    run: Run


@dataclass(frozen=True)
class RequestedMutation:
    """One mutation field of a document: its nodes, its key in the answer, its variables, and the request."""

    request: GraphQLRequest
    selection: Selection
    nodes: list[FieldNode]
    variables: VariableValues
    key: str
    digest: str


@dataclass(frozen=True)
class MutationResult:
    """The JSON of one command's payload, the list of what is hidden in it, and the errors of what did not open."""

    json: bytes
    redacted: list[dict[str, Any]]
    errors: list[dict[str, Any]] = field(default_factory=list)


async def _run_create(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    return await create(context, type_, arguments["input"], arguments.get("idempotencyKey"))


async def _run_update(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    values = dict(arguments["input"])
    return await update(context, type_, values.pop("id"), values.pop("revision"), values)


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
    )


async def _run_restore(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    return await restore_revision(context, type_, arguments["id"], arguments["revision"], arguments["toRevision"])


async def _run_delete(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    command = arguments["input"]
    return await discard(context, type_, command["id"], command["revision"], command["comment"])


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
    """The result of a command that changes no object of a declared type: the payload's type and values, or problems."""

    payload: str
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

    async def run(self, runtime: Runtime, mutation: RequestedMutation) -> MutationResult:
        """Run one mutation field and return its payload."""
        name = mutation.nodes[0].name.value
        if name == "__typename":
            return MutationResult(b'"Mutation"', [])
        declared: GraphQLField = self.schema.mutation_type.fields[name]  # type: ignore[union-attr] # the document is valid
        request, today = mutation.request, runtime.call(mutation.request, {}).today
        context = CommandContext(
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
        arguments = get_argument_values(declared, mutation.nodes[0], mutation.variables)
        if standalone := self.standalone.get(name):
            return _standalone_payload(mutation, await standalone(context, runtime.cursor_key, arguments))
        outcome = await self.commands[name].run(context, arguments)
        if context.renewed:
            mutation = replace(mutation, request=replace(request, viewer=context.renewed[-1]))
        if outcome.type.noun == "setting":
            await runtime.load_page_caps()
        return await _declared_payload(runtime, mutation, outcome, context.shown_once)


async def _declared_payload(
    runtime: Runtime, mutation: RequestedMutation, outcome: CommandOutcome, shown_once: list[str]
) -> MutationResult:
    name, parts = outcome.type.name, []
    redacted: list[dict[str, Any]] = []
    errors: list[dict[str, Any]] = []
    values = {
        "changedMeanwhile": outcome.changed_meanwhile,
        "__typename": f"{name}Payload",
        "secret": shown_once[0] if shown_once and not outcome.problems else None,
    }
    for key, field_nodes in mutation.selection.collect(
        (f"{name}Payload",), [n.selection_set for n in mutation.nodes]
    ).items():
        name_of_field = field_nodes[0].name.value
        if name_of_field == camel(outcome.type.noun):
            changed = await _changed_object(runtime, mutation, field_nodes, key, outcome)
            value, redacted, errors = changed.json, redacted + changed.redacted, errors + changed.errors
        elif name_of_field == "errors":
            value = orjson.dumps([_error(p, mutation, field_nodes) for p in outcome.problems])
        else:
            value = orjson.dumps(values[name_of_field])
        parts.append(b'"%s":%s' % (key.encode(), value))
    return MutationResult(b"{" + b",".join(parts) + b"}", redacted, errors)


def _standalone_payload(mutation: RequestedMutation, result: StandaloneResult) -> MutationResult:
    parts = []
    for key, field_nodes in mutation.selection.collect(
        (result.payload,), [n.selection_set for n in mutation.nodes]
    ).items():
        name = field_nodes[0].name.value
        values = {"__typename": result.payload, **result.values}
        value = [_error(p, mutation, field_nodes) for p in result.problems] if name == "errors" else values.get(name)
        parts.append(b'"%s":%s' % (key.encode(), orjson.dumps(value)))
    return MutationResult(b"{" + b",".join(parts) + b"}", [])


async def _changed_object(
    runtime: Runtime, mutation: RequestedMutation, nodes: list[FieldNode], key: str, outcome: CommandOutcome
) -> MutationResult:
    if outcome.object_id is None:
        return MutationResult(b"null", [])
    viewer, path = mutation.request.viewer, (mutation.key, key)
    plan = compile_payload(runtime.compiler, mutation.selection, nodes, viewer, outcome.type, mutation.digest, path)
    call = runtime.call(mutation.request, mutation.variables.coerced, outcome.object_id)
    [part] = await plan.run(runtime.pool, call)
    errors = [unreadable_error(value, path, mutation.request.language) for value in part.unreadable]
    return MutationResult(part.json, list(plan.redacted), errors)


def _error(problem: Problem, mutation: RequestedMutation, nodes: list[FieldNode]) -> dict[str, Any]:
    text = message(problem.code, mutation.request.language, "", problem.facts)
    values = {"code": problem.code, "path": list(problem.path), "message": text, "__typename": "FieldError"}
    selected = mutation.selection.collect(("FieldError",), [n.selection_set for n in nodes])
    return {key: values[field_nodes[0].name.value] for key, field_nodes in selected.items()}
