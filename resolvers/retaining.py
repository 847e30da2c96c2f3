"""Relationships that have ended, holds, and the days that follow a register's years."""

from typing import TYPE_CHECKING, Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from auth.ways import Facts
from models.client import Client
from models.organisation import Register
from models.relationship import Relationship
from resolvers.loading import Loaded
from resolvers.problems import Problem
from resolvers.rules import Rule, unless
from resolvers.steps import Effect, Guard, Step, moved

if TYPE_CHECKING:
    from resolvers.writing import Desk

BATCH = 200
PASSIVE = (
    "SELECT r.id FROM relationship r JOIN register g ON g.id = r.register_id WHERE r.state = 'ENDED'"
    " AND (r.ended_on + make_interval(months => g.passive_after_months))::date <= $1"
    f" ORDER BY r.id LIMIT {BATCH} FOR UPDATE OF r SKIP LOCKED"
)


async def retain_ended(desk: "Desk") -> int:
    """Bring relationships to RETAINED that ended so long ago that the unit needs them no more: return how many."""
    done = 0
    while True:
        async with in_transaction() as db:
            found = await db.execute_query_dict(PASSIVE, [desk.today])
            for row in await Relationship.filter(pk__in=[r["id"] for r in found]).using_db(db):
                step = Step(desk, Loaded(desk.register["relationship"], row, {}, Facts()), None, None, db)
                await moved(step, "relationship", row, "RETAINED", "RETAIN")
        done += len(found)
        if len(found) < BATCH:
            return done


async def hold_period(desk: "Desk", row: Any, changed: set[str], db: TransactionalDBClient) -> list[Problem]:
    """A hold ends after it begins, and is about somebody who is still there."""
    del desk
    is_new = "clientId" in changed
    is_gone = is_new and await Client.filter(pk=row.client_id, state="ERASED").using_db(db).exists()
    in_order = row.ends_on is None or row.ends_on >= row.starts_on
    return unless(not is_gone, "NOT_FOUND", "clientId") + unless(in_order, "ENDS_BEFORE_START", "endsOn")


async def due_dates_follow(desk: "Desk", row: Any, changed: set[str], db: TransactionalDBClient) -> list[Problem]:
    """Move the due dates of a register's ended relationships when its years change: they are derived, as R17 says."""
    del desk
    known = "retentionYears" in changed and await Register.filter(pk=row.pk).using_db(db).exists()
    if known:
        sql = (
            "UPDATE relationship SET retention_due_on = (ended_on + make_interval(years => $2::int))::date"
            " WHERE register_id = $1 AND ended_on IS NOT NULL"
        )
        await db.execute_query(sql, [row.pk, row.retention_years])
    return []


GUARDS: dict[str, Guard] = {}
RULES: dict[str, Rule] = {"hold_period": hold_period, "due_dates_follow": due_dates_follow}
EFFECTS: dict[str, Effect] = {}
