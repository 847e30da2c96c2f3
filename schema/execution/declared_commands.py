"""The commands that follow from the declarations: create, update, restore, transition and delete of each type."""

from functools import partial
from typing import Any

from resolvers.context import CommandContext
from resolvers.declaration import ContentType, ContentTypes
from resolvers.retention.recycle_bin import discard
from resolvers.writing.commands import CommandOutcome, create, restore_revision, take_transition, update
from schema.execution.commands import Command
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
    name = getattr(command["transition"], "value", command["transition"])
    return await take_transition(
        context,
        type_,
        command["id"],
        command["revision"],
        name,
        comment=command.get("comment"),
        reason=command.get("reason"),
        closes_below=bool(command.get("closeBelow")),
        happened_on=command.get("happenedOn"),
        key=arguments.get("idempotencyKey"),
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
