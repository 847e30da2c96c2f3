"""
One transition of many objects: of all of them or of none, and on trial without saving anything.

Each is taken as a single command takes it, one after the other, so that permissions, revisions, guards, effects and
history are those of the single command.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.exceptions import IntegrityError

from auth.viewer import Viewer
from resolvers.context import CommandContext
from resolvers.declaration import ContentType, ContentTypes
from resolvers.public_ids import object_uuid
from resolvers.reading.loading import load_rows_for_write
from resolvers.reading.parameters import StatementParameters
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.commands import AskedStep, BatchOutcome, run_batch_once, take_step
from resolvers.writing.constraints import problem_of_integrity_error
from resolvers.writing.idempotency import KeyedCommand
from resolvers.writing.transactions import savepoint

MOST_MOVED = 100  # objects of one command: four pages of a list


class _NothingSaved(Exception):
    """The transaction of a command about many objects is undone; `outcome` is what to tell of it."""

    code = "NOTHING_SAVED"

    def __init__(self, outcome: BatchOutcome) -> None:
        super().__init__()
        self.outcome = outcome


async def take_transitions(
    context: CommandContext,
    type_: ContentType,
    objects: Sequence[Mapping[str, Any]],
    step: AskedStep,
    key: str | None,
    *,
    is_tried: bool,
) -> BatchOutcome:
    """
    Take one transition of each of the objects, named by `id` and `revision`, in their order: of all of them or of none.

    With `is_tried`, everything happens and is undone: what would refuse it is told, nothing is saved, and the key stays
    free.
    """

    async def command(db: TransactionalDBClient) -> BatchOutcome:
        ids = _ids_once(type_, objects)
        # Locked in one order at first, so that two such commands wait for each other instead of each for the other.
        await load_rows_for_write(context, type_, _is_named, db, {"ids": ids})
        outcome = BatchOutcome()
        for one in objects:
            if problems := await _refusals(context, type_, one, step):
                outcome.refused.append((one["id"], problems))
            else:
                outcome.possible.append(one["id"])
        if is_tried or outcome.refused:
            raise _NothingSaved(outcome)
        return BatchOutcome(ids)

    asked = {"objects": [[one["id"], one["revision"]] for one in objects], **step.as_keyed()}
    keyed = KeyedCommand(type_.noun, "transition_many", asked, None if is_tried else key)
    try:
        return await run_batch_once(context, keyed, command)
    except _NothingSaved as undone:
        return undone.outcome


def _is_named(bind: StatementParameters, _viewer: Viewer, _types: ContentTypes) -> str:
    return f"t.id = ANY({bind(('ids',), lambda call: call.variables['ids'], 'uuid[]')})"


def _ids_once(type_: ContentType, objects: Sequence[Mapping[str, Any]]) -> list[UUID]:
    """
    Return the ids of the objects; what is no id of the type is left out, and refused as what nobody sees.

    :raises CommandRefused: TOO_FEW, TOO_MANY, or OBJECT_TWICE
    """
    ids = [uuid for one in objects if (uuid := object_uuid(type_.noun, one["id"]))]
    if not objects:
        raise CommandRefused(Problem("TOO_FEW", ("objects",)))
    if len(objects) > MOST_MOVED:
        raise CommandRefused(Problem("TOO_MANY", ("objects",), {"most": str(MOST_MOVED)}))
    if len(set(ids)) < len(ids):
        raise CommandRefused(Problem("OBJECT_TWICE", ("objects",)))
    return ids


async def _refusals(
    context: CommandContext, type_: ContentType, one: Mapping[str, Any], step: AskedStep
) -> list[Problem]:
    """Take the transition of one object, and return why it is refused: then nothing of it is left."""
    try:
        async with savepoint() as db:
            await _take_alone(context, type_, one, step, db)
    except CommandRefused as refused:
        return list(refused.problems)
    except IntegrityError as refused:
        return [problem_of_integrity_error(refused)]
    return []


async def _take_alone(
    context: CommandContext,
    type_: ContentType,
    one: Mapping[str, Any],
    step: AskedStep,
    db: TransactionalDBClient,
) -> None:
    """
    Take the transition of one object.

    :raises CommandRefused: as the single command; SHOWN_SINGLY when it shows what is handed to one receiver
    """
    shown = len(context.shown_once)
    outcome = await take_step(context, type_, one["id"], one["revision"], step, db)
    if outcome.problems:
        raise CommandRefused(*outcome.problems)
    if len(context.shown_once) > shown:
        raise CommandRefused(Problem("SHOWN_SINGLY", ("transition",)))
