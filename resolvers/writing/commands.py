"""
Commands that write: create, update, transition and restore. Each runs in one transaction.

The row is loaded through the policy's predicate with a lock, and a row that the caller may not see counts as absent.
A command that is repeated with its idempotency key returns the object of the first one.
Every given field needs its write permission; one that is missing refuses the whole command. Version, history, search
text and outbox are written with the row. Permission is checked before the revision, so that a caller who may not write
learns nothing about what others wrote.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.exceptions import IntegrityError

from auth.policy import may_add
from resolvers.context import CommandContext, LoadedRow
from resolvers.declaration import ContentType
from resolvers.public_ids import object_uuid
from resolvers.reading.loading import load_for_write
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.constraints import problem_of_integrity_error
from resolvers.writing.field_permissions import (
    check_change,
    check_transition,
)
from resolvers.writing.history import changed_since, earlier_values
from resolvers.writing.idempotency import KeyedCommand, earlier_objects, remember_command
from resolvers.writing.object_changes import add_object, apply_transition, change_object
from resolvers.writing.transactions import command_transaction

_Outcome = TypeVar("_Outcome")


@dataclass
class CommandOutcome:
    """
    What a command did: the object that it was about, or the problems for which it was refused.

    `deleted_id` is the public id of the object that it put into the recycle bin, and `about` the type of the command
    where it is another one than `type`: refusals speak of its fields.
    """

    type: ContentType
    object_id: UUID | None = None
    problems: list[Problem] = field(default_factory=list)
    changed_meanwhile: list[str] = field(default_factory=list)
    deleted_id: str | None = None
    about: ContentType | None = None


@dataclass
class BatchOutcome:
    """
    What a command about many objects did: those that it changed, and those that it refused, by public id.

    `problems` are the reasons for which it was refused as a whole, and `possible` the public ids of what nothing
    refuses and what it left as it was nevertheless.
    """

    changed: list[UUID] = field(default_factory=list)
    refused: list[tuple[str, list[Problem]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    possible: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class AskedStep:
    """
    A transition that a caller asks for, and what is said of it.

    `closes_below` also closes what is open below, and `happened_on` is the day on which a dated transition happened.
    """

    name: str
    comment: str | None = None
    reason: str | None = None
    closes_below: bool = False
    happened_on: str | None = None

    def as_keyed(self) -> dict[str, Any]:
        """Return what an idempotency key knows of it."""
        asked: dict[str, Any] = {"transition": self.name, "comment": self.comment, "reason": self.reason}
        asked |= {"closesBelow": True} if self.closes_below else {}
        return asked | ({"happenedOn": self.happened_on} if self.happened_on else {})


async def create(
    context: CommandContext, type_: ContentType, values: Mapping[str, Any], key: str | None
) -> CommandOutcome:
    """Create an object in the initial state of its workflow."""

    async def command(db: TransactionalDBClient) -> CommandOutcome:
        return CommandOutcome(type_, await add_object(context, type_, values, db))

    if not may_add(context.viewer, type_.kind):
        return CommandOutcome(type_, problems=[Problem("FORBIDDEN", ())])
    return await run_once(context, type_, KeyedCommand(type_.noun, "create", values, key), command)


async def update(
    context: CommandContext,
    type_: ContentType,
    public_id: str,
    revision: int,
    values: Mapping[str, Any],
    key: str | None,
) -> CommandOutcome:
    """Change the given fields of an object; other fields stay as they are."""

    async def command(db: TransactionalDBClient) -> CommandOutcome:
        loaded = await loaded_for_command(context, type_, public_id, db)
        check_change(context, loaded, values)
        if stale := await stale_outcome(context, loaded, revision, db):
            return stale
        await change_object(context, loaded, values, "UPDATE", db)
        return CommandOutcome(type_, loaded.id)

    asked = {"id": public_id, "revision": revision, "values": dict(values)}
    return await run_once(context, type_, KeyedCommand(type_.noun, "update", asked, key), command)


async def take_transition(
    context: CommandContext, type_: ContentType, public_id: str, revision: int, step: AskedStep, key: str | None
) -> CommandOutcome:
    """Take one transition of an object, with the guards and effects of the transition."""

    async def command(db: TransactionalDBClient) -> CommandOutcome:
        return await take_step(context, type_, public_id, revision, step, db)

    asked = {"id": public_id, "revision": revision, **step.as_keyed()}
    return await run_once(context, type_, KeyedCommand(type_.noun, "transition", asked, key), command)


async def take_step(
    context: CommandContext,
    type_: ContentType,
    public_id: str,
    revision: int,
    step: AskedStep,
    db: TransactionalDBClient,
) -> CommandOutcome:
    """
    Take one transition of an object inside a transaction.

    :raises CommandRefused: when the object is not seen, or anything but its revision refuses the transition
    """
    loaded = await loaded_for_command(context, type_, public_id, db)
    check_transition(context, loaded, step.name)
    if stale := await stale_outcome(context, loaded, revision, db):
        return stale
    below, happened_on = step.closes_below, step.happened_on
    await apply_transition(
        context, loaded, step.name, step.comment, step.reason, db, closes_below=below, happened_on=happened_on
    )
    return CommandOutcome(type_, loaded.id)


async def restore_revision(
    context: CommandContext,
    type_: ContentType,
    public_id: str,
    revision: int,
    to_revision: int,
    key: str | None,
) -> CommandOutcome:
    """Set the writable fields to the values they had at an earlier revision, with the checks of any other change."""

    async def command(db: TransactionalDBClient) -> CommandOutcome:
        loaded = await loaded_for_command(context, type_, public_id, db)
        values = await earlier_values(context, loaded, to_revision, db)
        check_change(context, loaded, values)
        if stale := await stale_outcome(context, loaded, revision, db):
            return stale
        await change_object(context, loaded, values, "REVERT", db)
        return CommandOutcome(type_, loaded.id)

    asked = {"id": public_id, "revision": revision, "toRevision": to_revision}
    return await run_once(context, type_, KeyedCommand(type_.noun, "restore", asked, key), command)


async def run_once(
    context: CommandContext,
    type_: ContentType,
    asked: KeyedCommand,
    command: Callable[[TransactionalDBClient], Awaitable[CommandOutcome]],
) -> CommandOutcome:
    """
    Return the outcome of a command that runs in its own transaction, or of the same command with its key before.

    A refusal is an outcome: nothing is saved, and the key is free again.

    :raises DatabaseUnavailable: when the database is lost before anything is saved
    :raises OutcomeUnknown: when it is lost while the command may be saved
    """
    kind = _Kind(
        again=lambda objects: CommandOutcome(type_, objects[0]) if objects else None,
        saved=lambda outcome: [outcome.object_id] if outcome.object_id and not outcome.problems else None,
        refused=lambda problems: CommandOutcome(type_, problems=problems),
    )
    return await _run_once(context, asked, command, kind)


async def run_batch_once(
    context: CommandContext,
    asked: KeyedCommand,
    command: Callable[[TransactionalDBClient], Awaitable[BatchOutcome]],
) -> BatchOutcome:
    """Return the outcome of a command about many objects, as `run_once` does of one; the key is of all its objects."""
    kind = _Kind(
        again=BatchOutcome,
        saved=lambda outcome: outcome.changed if outcome.changed or not outcome.refused else None,
        refused=lambda problems: BatchOutcome(problems=problems),
    )
    return await _run_once(context, asked, command, kind)


@dataclass(frozen=True)
class _Kind(Generic[_Outcome]):
    """
    What the outcome of a command is: `again` of the objects of an earlier one with its key, and `refused`.

    `saved` are the objects that the key is remembered with; None of a command that saved nothing.
    """

    again: Callable[[list[UUID]], _Outcome | None]
    saved: Callable[[_Outcome], list[UUID] | None]
    refused: Callable[[list[Problem]], _Outcome]


async def _run_once(
    context: CommandContext,
    asked: KeyedCommand,
    command: Callable[[TransactionalDBClient], Awaitable[_Outcome]],
    kind: _Kind[_Outcome],
) -> _Outcome:
    if asked.key is not None:
        await context.verify_caller()  # the key may answer before an object is loaded
    try:
        async with command_transaction() as db:
            earlier = await earlier_objects(context, asked, db)
            if earlier is not None and (found := kind.again(earlier)) is not None:
                return found
            outcome = await command(db)
            if (objects := kind.saved(outcome)) is not None:
                await remember_command(context, asked, objects, db)
    except CommandRefused as refused:
        await context.verify_caller()  # it may be refused before anything was loaded
        return kind.refused(list(refused.problems))
    except IntegrityError as refused:
        return kind.refused([problem_of_integrity_error(refused)])
    return outcome


async def loaded_for_command(
    context: CommandContext, type_: ContentType, public_id: str, db: TransactionalDBClient
) -> LoadedRow:
    """
    Return the object of a command, locked.

    :raises CommandRefused: NOT_FOUND when it does not exist or the caller may not see it
    :raises StaleViewer: when account, rights or session are not those with which the caller was loaded
    """
    uuid = object_uuid(type_.noun, public_id)
    loaded = await load_for_write(context, type_, uuid, db, verifies=context.is_unverified) if uuid else None
    if loaded is None:
        await context.verify_caller()
        raise CommandRefused(Problem("NOT_FOUND", ("id",)))
    return loaded


async def stale_outcome(
    context: CommandContext, loaded: LoadedRow, revision: int, db: TransactionalDBClient
) -> CommandOutcome | None:
    """
    Return the refusal of a command that names an older revision, with the fields that changed since.

    None when the revision is the newest.
    """
    if loaded.row.revision == revision:  # type: ignore[attr-defined] # content
        return None
    changed_fields = await changed_since(context, loaded, revision, db)
    return CommandOutcome(loaded.type, loaded.id, [Problem("STALE_REVISION", ("revision",))], changed_fields)
