"""Effects: what else happens with a transition, in the same transaction, by the names the workflows use."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from tortoise.backends.base.client import TransactionalDBClient

from resolvers.loading import Loaded
from workflow.retention import retention_due_on

if TYPE_CHECKING:
    from resolvers.writing import Desk

Changes = dict[str, Any]
Effect = Callable[["Desk", Loaded, str | None, TransactionalDBClient], Awaitable[Changes]]


async def end_relationship(desk: "Desk", loaded: Loaded, reason: str | None, db: TransactionalDBClient) -> Changes:
    """End the relationship today, with its reason, and set the day its data is due to be gone."""
    row: Any = loaded.row
    await row.fetch_related("register", using_db=db)
    row.ended_on, row.end_reason = desk.today, reason
    row.retention_due_on = retention_due_on(desk.today, row.register.retention_years)
    return {
        "endedOn": {"before": None, "after": desk.today.isoformat()},
        "endReason": {"before": None, "after": reason},
        "retentionDueOn": {"before": None, "after": row.retention_due_on.isoformat()},
    }


EFFECTS: dict[str, Effect] = {"end_relationship": end_relationship}
