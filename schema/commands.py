"""
Commands: the mutations that follow from the declarations, and those that types add beside them.

Each runs in its own transaction; the payload's object is then read through the compiled statement, so that a payload
can show no more than a query.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import orjson
from graphql import FieldNode, GraphQLField, GraphQLSchema
from graphql.execution.values import VariableValues, get_argument_values

from models.sealed import Keyring
from resolvers.declaration import ContentType, Register
from resolvers.operation import Compiler, compile_payload
from resolvers.selection import Document
from resolvers.writing import Desk, Outcome, create, restore, transition, update
from schema.language import camel
from schema.messages import message

if TYPE_CHECKING:
    from schema.answering import Answering, Ask

Run = Callable[[Desk, dict[str, Any]], Awaitable[Outcome]]


@dataclass(frozen=True)
class Command:
    """A mutation: the type its payload is about, and what it does with its arguments."""

    type: ContentType
    run: Run


@dataclass(frozen=True)
class Done:
    """The JSON of one command's payload, and what of it is hidden."""

    json: bytes
    redacted: list[dict[str, Any]]


async def _create(type_: ContentType, desk: Desk, given: dict[str, Any]) -> Outcome:
    return await create(desk, type_, given["input"], given.get("idempotencyKey"))


async def _update(type_: ContentType, desk: Desk, given: dict[str, Any]) -> Outcome:
    values = dict(given["input"])
    return await update(desk, type_, values.pop("id"), values.pop("revision"), values)


async def _transition(type_: ContentType, desk: Desk, given: dict[str, Any]) -> Outcome:
    step = given["input"]
    name = getattr(step["transition"], "value", step["transition"])
    return await transition(
        desk, type_, step["id"], step["revision"], name, comment=step.get("comment"), reason=step.get("reason")
    )


async def _restore(type_: ContentType, desk: Desk, given: dict[str, Any]) -> Outcome:
    return await restore(desk, type_, given["id"], given["revision"], given["toRevision"])


def declared_commands(register: Register) -> dict[str, Command]:
    """Return the commands that follow from the declarations, by mutation name."""
    found: dict[str, Command] = {}
    for type_ in register.values():
        writable = any(f.write.name != "never" for f in type_.fields.values())
        if type_.creatable:
            found[f"create{type_.name}"] = Command(type_, partial(_create, type_))
        if writable:
            found[f"update{type_.name}"] = Command(type_, partial(_update, type_))
            found[f"restore{type_.name}"] = Command(type_, partial(_restore, type_))
        if type_.kind.workflow.transitions:
            found[f"transition{type_.name}"] = Command(type_, partial(_transition, type_))
    return found


class Commands:
    """Runs commands of one schema."""

    def __init__(
        self, schema: GraphQLSchema, register: Register, commands: Mapping[str, Command], keyring: Keyring, *,
        artificial_codes: bool,
    ) -> None:  # fmt: skip
        self.schema, self.register, self.commands = schema, register, commands
        self.keyring, self.artificial_codes = keyring, artificial_codes

    async def run(
        self, answering: "Answering", ask: "Ask", selection: Document, nodes: list[FieldNode], variables: VariableValues,
        path: str, digest: str,
    ) -> Done:  # fmt: skip
        """Carry out one mutation field and return its payload."""
        name = nodes[0].name.value
        if name == "__typename":
            return Done(b'"Mutation"', [])
        declared: GraphQLField = self.schema.mutation_type.fields[name]  # type: ignore[union-attr] # the document is valid
        command = self.commands[name]
        call = answering.call(ask, {}, None)
        desk = Desk(self.register, ask.viewer, ask.now, call.today, self.keyring, self.artificial_codes)
        outcome = await command.run(desk, get_argument_values(declared, nodes[0], variables))
        return await self._payload(answering, ask, selection, nodes, variables, path, digest, command.type, outcome)

    async def _payload(
        self, answering: "Answering", ask: "Ask", selection: Document, nodes: list[FieldNode], variables: VariableValues,
        path: str, digest: str, type_: ContentType, outcome: Outcome,
    ) -> Done:  # fmt: skip
        parts: list[bytes] = []
        redacted: list[dict[str, Any]] = []
        for key, same in selection.collect((f"{type_.name}Payload",), [n.selection_set for n in nodes]).items():
            if same[0].name.value == camel(type_.noun):
                shown, hidden = await self._object(
                    answering, ask, selection, same, variables, (path, key), digest, outcome
                )
                redacted += hidden
            else:
                shown = orjson.dumps(_part(same[0].name.value, type_, selection, same, outcome, ask.language))
            parts.append(b'"%s":%s' % (key.encode(), shown))
        return Done(b"{" + b",".join(parts) + b"}", redacted)

    async def _object(
        self, answering: "Answering", ask: "Ask", selection: Document, nodes: list[FieldNode], variables: VariableValues,
        path: tuple[str, ...], digest: str, outcome: Outcome,
    ) -> tuple[bytes, list[dict[str, Any]]]:  # fmt: skip
        if outcome.object_id is None:
            return b"null", []
        compiler: Compiler = answering.compiler
        plan = compile_payload(compiler, selection, nodes, ask.viewer, outcome.type, digest, path)
        call = answering.call(ask, variables.coerced, outcome.object_id)
        return (await plan.run(answering.pool, call))[0], list(plan.redacted)


def _part(
    name: str, type_: ContentType, selection: Document, nodes: list[FieldNode], outcome: Outcome, language: str
) -> Any:
    match name:
        case "errors":
            return [_error(p, selection, nodes, language) for p in outcome.problems]
        case "changedMeanwhile":
            return outcome.changed_meanwhile
    return f"{type_.name}Payload"


def _error(problem: Any, selection: Document, nodes: list[FieldNode], language: str) -> dict[str, Any]:
    values = {
        "code": problem.code, "path": list(problem.path), "message": message(problem.code, language, ""),
        "__typename": "FieldError",
    }  # fmt: skip
    selected = selection.collect(("FieldError",), [n.selection_set for n in nodes])
    return {key: values[same[0].name.value] for key, same in selected.items()}
