"""A note about a session of a group: a draft for each person, in one command, of which each sees only the own."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from uuid_utils.compat import uuid7

from auth.policy import access_rule, may_add, predicate_sql
from models.programme import Goal
from resolvers.context import CommandContext
from resolvers.public_ids import object_uuid, public_id
from resolvers.reading.loading import call_of_command
from resolvers.reading.parameters import StatementParameters
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.bulk_writes import add_objects
from resolvers.writing.commands import BatchOutcome, run_batch_once
from resolvers.writing.idempotency import KeyedCommand
from workflow.relationship import OPEN_RELATIONSHIP_STATES
from workflow.vocabulary import VIEW

MOST_CLIENTS = 50
_NOTED = ("kind", "occurredAt", "body", "visibility", "mentionsThirdPerson")  # alike in all the notes


async def create_group_note(context: CommandContext, given: Mapping[str, Any], key: str | None) -> BatchOutcome:
    """
    Create a draft for each person, with the same text and one number of the group; all of them or none.

    Goals go to the notes of those whose goals they are. A person who cannot be written about is told among the refused.
    """
    type_ = context.content_types["coaching_note"]

    async def command(db: TransactionalDBClient) -> BatchOutcome:
        clients = _clients(given["clientIds"])
        found = await _open_relationships(context, clients, db)
        if refused := [(public_id("client", one), [p]) for one in clients if (p := _refusal(found[one]))]:
            return BatchOutcome(refused=refused)
        goals = await _goals_by_client(clients, given.get("goalIds") or [], db)
        shared = {name: given[name] for name in _NOTED if given.get(name) is not None}
        inputs = [
            {**shared, "relationshipId": public_id("relationship", found[one][0]), "goalIds": goals[one]}
            for one in clients
        ]
        return BatchOutcome(await add_objects(context, type_, inputs, db, own={"group_key": uuid7().hex}))

    if not may_add(context.viewer, type_.kind):
        return BatchOutcome(problems=[Problem("FORBIDDEN", ())])
    return await run_batch_once(context, KeyedCommand(type_.noun, "create_group", given, key), command)


def _clients(ids: Sequence[str]) -> list[UUID]:
    """
    Return the people of a group.

    :raises CommandRefused: GROUP_SIZE, ENTRY_TWICE for somebody who is named twice, NOT_FOUND for what is no id
    """
    if not 1 <= len(ids) <= MOST_CLIENTS:
        raise CommandRefused(Problem("GROUP_SIZE", ("clientIds",), {"most": str(MOST_CLIENTS)}))
    found: list[UUID] = []
    for number, text in enumerate(ids):
        uuid = object_uuid("client", text)
        if uuid is None or uuid in found:
            raise CommandRefused(Problem("ENTRY_TWICE" if uuid else "NOT_FOUND", ("clientIds", str(number))))
        found.append(uuid)
    return found


async def _open_relationships(
    context: CommandContext, clients: list[UUID], db: TransactionalDBClient
) -> dict[UUID, list[UUID]]:
    """Return the open relationships of each person that the caller sees; none of whom the caller does not see."""
    kind, bind = context.content_types["relationship"].kind, StatementParameters()
    visible = predicate_sql(kind, access_rule(context.viewer, kind, VIEW), "t", bind.viewer)
    named = bind(("clients",), lambda _: clients, "uuid[]")
    sql = (
        f"SELECT t.id, t.client_id FROM relationship t WHERE t.client_id = ANY({named})"
        f" AND {OPEN_RELATIONSHIP_STATES.sql('t.state')} AND {visible} ORDER BY t.id FOR KEY SHARE OF t"
    )
    found: dict[UUID, list[UUID]] = {client: [] for client in clients}
    for row in await db.execute_query_dict(sql, [get(call_of_command(context)) for get in bind.getters]):
        found[UUID(str(row["client_id"]))].append(UUID(str(row["id"])))
    return found


def _refusal(relationships: list[UUID]) -> Problem | None:
    """Return why no note can be written about a person with these open relationships; None when one can."""
    if len(relationships) == 1:
        return None
    return Problem("RELATIONSHIP_UNCLEAR" if relationships else "NOT_FOUND", ("clientIds",))


async def _goals_by_client(clients: list[UUID], ids: Sequence[str], db: TransactionalDBClient) -> dict[UUID, list[str]]:
    """
    Return the given goals by whose they are.

    :raises CommandRefused: MISMATCH for a goal of nobody in the group
    """
    named = [object_uuid("goal", text) for text in ids]
    rows: Any = Goal.filter(pk__in=[uuid for uuid in named if uuid], client_id__in=clients).using_db(db)
    owners = {UUID(str(id_)): UUID(str(client)) for id_, client in await rows.values_list("id", "client_id")}
    if any(uuid not in owners for uuid in named):
        raise CommandRefused(Problem("MISMATCH", ("goalIds",)))
    found: dict[UUID, list[str]] = {client: [] for client in clients}
    for uuid in dict.fromkeys(uuid for uuid in named if uuid):
        found[owners[uuid]].append(public_id("goal", uuid))
    return found
