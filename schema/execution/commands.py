"""
Commands: the mutations that follow from the declarations.

Each runs in its own transaction; the payload's object is then read through the compiled statement, so that a payload
can show no more than a query.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
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
from schema.execution.messages import message
from schema.execution.runtime import Ask, Runtime

Run = Callable[[CommandContext, dict[str, Any]], Awaitable[CommandOutcome]]


@dataclass(frozen=True)
class Command:
    """A mutation: the type its payload is about, and what it does with its arguments."""

    type: ContentType
    run: Run


@dataclass(frozen=True)
class RequestedMutation:
    """One mutation field of a document: its nodes, its place in the answer, and what it was asked with."""

    ask: Ask
    selection: Selection
    nodes: list[FieldNode]
    variables: VariableValues
    key: str
    digest: str


@dataclass(frozen=True)
class MutationResult:
    """The JSON of one command's payload, and what of it is hidden."""

    json: bytes
    redacted: list[dict[str, Any]]


async def _create(type_: ContentType, context: CommandContext, given: dict[str, Any]) -> CommandOutcome:
    return await create(context, type_, given["input"], given.get("idempotencyKey"))


async def _update(type_: ContentType, context: CommandContext, given: dict[str, Any]) -> CommandOutcome:
    values = dict(given["input"])
    return await update(context, type_, values.pop("id"), values.pop("revision"), values)


async def _transition(type_: ContentType, context: CommandContext, given: dict[str, Any]) -> CommandOutcome:
    step = given["input"]
    name = getattr(step["transition"], "value", step["transition"])
    return await take_transition(
        context, type_, step["id"], step["revision"], name, comment=step.get("comment"), reason=step.get("reason")
    )


async def _restore(type_: ContentType, context: CommandContext, given: dict[str, Any]) -> CommandOutcome:
    return await restore_revision(context, type_, given["id"], given["revision"], given["toRevision"])


async def _delete(type_: ContentType, context: CommandContext, given: dict[str, Any]) -> CommandOutcome:
    step = given["input"]
    return await discard(context, type_, step["id"], step["revision"], step["comment"])


def declared_commands(content_types: ContentTypes) -> dict[str, Command]:
    """Return the commands that follow from the declarations, by mutation name."""
    found: dict[str, Command] = {}
    for type_ in content_types.values():
        if type_.kind.workflow.add:
            found[f"create{type_.name}"] = Command(type_, partial(_create, type_))
        if any(f.write.name not in {"never", "add"} for f in type_.fields.values()):
            found[f"update{type_.name}"] = Command(type_, partial(_update, type_))
            found[f"restore{type_.name}"] = Command(type_, partial(_restore, type_))
        if type_.kind.workflow.transitions:
            found[f"transition{type_.name}"] = Command(type_, partial(_transition, type_))
        if type_.kind.workflow.disposable:
            found[f"delete{type_.name}"] = Command(content_types["bin_item"], partial(_delete, type_))
    return found


@dataclass(frozen=True)
class StandaloneResult:
    """What a command answers that changes no object of a declared type: the payload's type and values, or problems."""

    payload: str
    values: Mapping[str, Any]
    problems: tuple[Problem, ...] = ()


# A command beside the declarations: at a desk, with the key that signs what is for this caller only, and its arguments.
StandaloneCommand = Callable[[CommandContext, bytes, dict[str, Any]], Awaitable[StandaloneResult]]


@dataclass(frozen=True)
class Commands:
    """
    Runs the commands of one schema; `issuer` names the provider at which agencies' clients are registered.

    `standalone` are commands that no declaration makes, `files` is where attachments lie, `public_url` the address that
    browsers use.
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

    async def run(self, runtime: Runtime, asked: RequestedMutation) -> MutationResult:
        """Carry out one mutation field and return its payload."""
        name = asked.nodes[0].name.value
        if name == "__typename":
            return MutationResult(b'"Mutation"', [])
        declared: GraphQLField = self.schema.mutation_type.fields[name]  # type: ignore[union-attr] # the document is valid
        ask, today = asked.ask, runtime.call(asked.ask, {}).today
        context = CommandContext(
            self.content_types,
            RULEBOOK,
            ask.viewer,
            ask.now,
            today,
            self.keyring,
            self.artificial_codes,
            self.issuer,
            files=self.files,
            public_url=self.public_url,
        )
        given = get_argument_values(declared, asked.nodes[0], asked.variables)
        if own := self.standalone.get(name):
            return _plain_payload(asked, await own(context, runtime.cursor_key, given))
        outcome = await self.commands[name].run(context, given)
        if context.renewed:
            asked = replace(asked, ask=replace(ask, viewer=context.renewed[-1]))
        if outcome.type.noun == "setting":
            await runtime.load_page_caps()
        return await _payload(runtime, asked, outcome, context.shown_once)


async def _payload(
    runtime: Runtime, asked: RequestedMutation, outcome: CommandOutcome, shown_once: list[str]
) -> MutationResult:
    name, parts, redacted = outcome.type.name, [], []
    values = {
        "changedMeanwhile": outcome.changed_meanwhile,
        "__typename": f"{name}Payload",
        "secret": shown_once[0] if shown_once and not outcome.problems else None,
    }
    for key, same in asked.selection.collect((f"{name}Payload",), [n.selection_set for n in asked.nodes]).items():
        field = same[0].name.value
        if field == camel(outcome.type.noun):
            shown, hidden = await _object(runtime, asked, same, key, outcome)
            redacted += hidden
        elif field == "errors":
            shown = orjson.dumps([_error(p, asked, same) for p in outcome.problems])
        else:
            shown = orjson.dumps(values[field])
        parts.append(b'"%s":%s' % (key.encode(), shown))
    return MutationResult(b"{" + b",".join(parts) + b"}", redacted)


def _plain_payload(asked: RequestedMutation, done: StandaloneResult) -> MutationResult:
    parts = []
    for key, same in asked.selection.collect((done.payload,), [n.selection_set for n in asked.nodes]).items():
        field = same[0].name.value
        values = {"__typename": done.payload, **done.values}
        shown = [_error(p, asked, same) for p in done.problems] if field == "errors" else values.get(field)
        parts.append(b'"%s":%s' % (key.encode(), orjson.dumps(shown)))
    return MutationResult(b"{" + b",".join(parts) + b"}", [])


async def _object(
    runtime: Runtime, asked: RequestedMutation, nodes: list[FieldNode], key: str, outcome: CommandOutcome
) -> tuple[bytes, list[dict[str, Any]]]:
    if outcome.object_id is None:
        return b"null", []
    viewer, path = asked.ask.viewer, (asked.key, key)
    plan = compile_payload(runtime.compiler, asked.selection, nodes, viewer, outcome.type, asked.digest, path)
    call = runtime.call(asked.ask, asked.variables.coerced, outcome.object_id)
    return (await plan.run(runtime.pool, call))[0], list(plan.redacted)


def _error(problem: Problem, asked: RequestedMutation, nodes: list[FieldNode]) -> dict[str, Any]:
    words = message(problem.code, asked.ask.language, "", problem.facts)
    values = {"code": problem.code, "path": list(problem.path), "message": words, "__typename": "FieldError"}
    selected = asked.selection.collect(("FieldError",), [n.selection_set for n in nodes])
    return {key: values[same[0].name.value] for key, same in selected.items()}
