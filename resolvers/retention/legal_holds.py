"""Legal holds: their period, the client whom they are about, and whether one is in force."""

from models.client import Client
from resolvers.context import (
    PendingChange,
    Rulebook,
)
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from workflow.client import ERASED_CLIENT_STATES
from workflow.legal_hold import HOLD_IN_FORCE_STATES


def is_held_sql(client: str, day: str) -> str:
    """Return the SQL that is true while a hold of a client is in force; `client` and `day` are SQL expressions."""
    return (
        f"EXISTS (SELECT FROM legal_hold h WHERE h.client_id = {client} AND {HOLD_IN_FORCE_STATES.sql('h.state')}"
        f" AND h.starts_on <= {day} AND (h.ends_on IS NULL OR h.ends_on >= {day}))"
    )


async def hold_period(change: PendingChange) -> list[Problem]:
    """Check that a hold does not end before it starts, and that its client has not been erased."""
    row = change.row
    is_new = "clientId" in change.keys
    is_gone = (
        is_new and await Client.filter(pk=row.client_id, state__in=ERASED_CLIENT_STATES).using_db(change.db).exists()
    )
    is_in_order = row.ends_on is None or row.ends_on >= row.starts_on
    return problem_unless(not is_gone, "NOT_FOUND", "clientId") + problem_unless(
        is_in_order, "ENDS_BEFORE_START", "endsOn"
    )


LEGAL_HOLD_RULES = Rulebook.of(rules=(hold_period,))
