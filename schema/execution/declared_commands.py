"""
The commands that follow from the declarations: create, update, restore, transition and delete of each type, and one
that takes a transition of many of its objects.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from resolvers.bulk_transitions import take_transitions
from resolvers.context import CommandContext
from resolvers.declaration import ContentType, ContentTypes
from resolvers.retention.recycle_bin import discard
from resolvers.writing.commands import (
    AskedStep,
    BatchOutcome,
    CommandOutcome,
    create,
    restore_revision,
    take_transition,
    update,
)
from schema.execution.commands import BatchCommand, Command
from schema.execution.payloads import PayloadShape
from workflow.vocabulary import ADD, MODIFY, MOVE


async def _run_create(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    return await create(context, type_, arguments["input"], arguments.get("idempotencyKey"))


async def _run_update(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    values = dict(arguments["input"])
    return await update(
        context, type_, values.pop("id"), values.pop("revision"), values, arguments.get("idempotencyKey")
    )


async def _run_transition(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    command = arguments["input"]
    step, key = _asked_step(command), arguments.get("idempotencyKey")
    return await take_transition(context, type_, command["id"], command["revision"], step, key)


async def _run_transitions(
    type_: ContentType, context: CommandContext, command: dict[str, Any], key: str | None
) -> BatchOutcome:
    is_tried = bool(command.get("dryRun"))
    return await take_transitions(context, type_, command["objects"], _asked_step(command), key, is_tried=is_tried)


def _asked_step(command: Mapping[str, Any]) -> AskedStep:
    return AskedStep(
        getattr(command["transition"], "value", command["transition"]),
        command.get("comment"),
        command.get("reason"),
        bool(command.get("closeBelow")),
        command.get("happenedOn"),
    )


async def _run_restore(type_: ContentType, context: CommandContext, arguments: dict[str, Any]) -> CommandOutcome:
    command = arguments["input"]
    return await restore_revision(
        context, type_, command["id"], command["revision"], command["toRevision"], arguments.get("idempotencyKey")
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
            commands[f"create{type_.name}"] = Command(type_, partial(_run_create, type_), ADD.name)
        if any(f.write.name not in {"never", "add"} for f in type_.fields.values()):
            commands[f"update{type_.name}"] = Command(type_, partial(_run_update, type_), MODIFY.name, loads=True)
            commands[f"restore{type_.name}"] = Command(type_, partial(_run_restore, type_), MODIFY.name, loads=True)
        if type_.kind.workflow.transitions:
            commands[f"transition{type_.name}"] = Command(type_, partial(_run_transition, type_), MOVE.name, loads=True)
        if type_.kind.workflow.disposable:
            deletion = partial(_run_delete, type_)
            commands[f"delete{type_.name}"] = Command(content_types["bin_item"], deletion, MODIFY.name, loads=True)
    return commands


def declared_batches(content_types: ContentTypes) -> dict[str, BatchCommand]:
    """Return the commands about many objects that follow from the declarations, by mutation name."""
    moving = [type_ for type_ in content_types.values() if type_.kind.workflow.transitions]
    return {
        many_transitions(type_): BatchCommand(
            PayloadShape(f"{pascal(many_transitions(type_))}Payload", type_, type_.plural, several=True),
            partial(_run_transitions, type_),
            loads=True,
        )
        for type_ in moving
    }


def many_transitions(type_: ContentType) -> str:
    """Return the name of the mutation that takes a transition of many objects of a type."""
    return f"transitionMany{pascal(type_.plural)}"


def pascal(name: str) -> str:
    """Return a name of GraphQL as the names of types begin."""
    return f"{name[0].upper()}{name[1:]}"
