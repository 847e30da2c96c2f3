"""
Two clients with one identity code: notice them behind the writers, and carry out what the privacy officer decides.

Nothing here runs in the transaction that wrote the second code, so that neither its answer nor its time tells of the
first one. Decision 0092.
"""

from typing import Any
from uuid import UUID

from tortoise.transactions import in_transaction

from models.client import Client
from models.code_index import EVEN, ODD, same_code_sql, set_code_indexes
from models.identity_match import IdentityMatch
from resolvers.context import Changes, CommandContext, Rulebook, Step, UnitOfWork
from resolvers.writing.assignment import SEALED_ENTRY
from resolvers.writing.history import next_revision, record_change
from resolvers.writing.transitions import create_related, move_to_state, transition_refused
from workflow.identity_match import OPEN_MATCH_STATES

_OVER = (
    "SELECT m.id FROM identity_match m JOIN client c ON c.id = m.client_id JOIN client e ON e.id = m.earlier_id"
    f" WHERE {OPEN_MATCH_STATES.sql('m.state')} AND NOT coalesce({same_code_sql('c', 'e')}, FALSE)"
)
# The eldest of those that are held back gets the place of a client who has the code no longer.
_MOVE_UP = (
    "UPDATE client h SET identity_held = FALSE WHERE h.identity_held AND NOT EXISTS (SELECT FROM client o"
    f" WHERE {same_code_sql('o', 'h')} AND o.id <> h.id AND (NOT o.identity_held OR o.id < h.id))"
)
_UNNOTICED = (
    f"SELECT h.id, o.id AS earlier FROM client h JOIN client o ON {same_code_sql('o', 'h')}"
    " AND NOT o.identity_held WHERE h.identity_held AND NOT EXISTS (SELECT FROM identity_match m"
    f" WHERE m.client_id = h.id AND {OPEN_MATCH_STATES.sql('m.state')}) ORDER BY h.id"
)


async def match_identity_codes(context: CommandContext) -> int:
    """Notice new matches, and end those whose codes were corrected meanwhile; return how many of both."""
    async with in_transaction() as db:
        work = UnitOfWork(context, db)
        over = [row["id"] for row in await db.execute_query_dict(_OVER)]
        for match in await IdentityMatch.filter(id__in=over).select_for_update().using_db(db):
            await move_to_state(work, "identity_match", match, "CORRECTED", "CORRECT")
        await db.execute_query(_MOVE_UP)
        found = await db.execute_query_dict(_UNNOTICED)
        for row in found:
            await create_related(
                work, "identity_match", client_id=row["id"], earlier_id=row["earlier"], noticed_at=context.now
            )
    return len(over) + len(found)


async def codes_agree(step: Step) -> None:
    """
    Check that both clients still have the code.

    :raises CommandRefused: CODES_DIFFER
    """
    ids = [step.row.client_id, step.row.earlier_id]
    clients = await Client.filter(id__in=ids).order_by("id").select_for_update().using_db(step.db)
    if len(clients) != len(ids) or not any(_agree(clients, column) for column in (ODD, EVEN)):
        raise transition_refused("CODES_DIFFER")


def _agree(clients: list[Client], column: str) -> bool:
    """Return whether the clients have one index in a column; one that is missing agrees with nothing."""
    return len({getattr(client, column) for client in clients} - {None}) == 1 and all(
        getattr(client, column) is not None for client in clients
    )


async def take_code_of_later(step: Step) -> Changes:
    """Take the code away from the client who got it later."""
    await _take_code(step, step.row.client_id)
    return {}


async def take_code_of_earlier(step: Step) -> Changes:
    """Take the code away from the client who had it earlier, and give the other one its place."""
    await _take_code(step, step.row.earlier_id)
    await Client.filter(id=step.row.client_id).using_db(step.db).update(identity_held=False)
    return {}


async def _take_code(step: Step, client_id: UUID) -> None:
    """Remove a code that was wrong; the history of the client says who did it, and nothing of the other client."""
    client: Any = await Client.get(id=client_id, using_db=step.db)
    client.personal_identity_code, client.identity_held = None, False
    set_code_indexes(client, step.context.keyring, None)
    next_revision(step.context, client)
    await client.save(using_db=step.db)
    changes = {"personalIdentityCode": {"before": None, "after": None} | SEALED_ENTRY}
    await record_change(step.context, step.context.content_types["client"], client, "UPDATE", changes, step.db)


IDENTITY_MATCH_RULES = Rulebook.of(
    guards=(codes_agree,),
    effects=(take_code_of_later, take_code_of_earlier),
)
