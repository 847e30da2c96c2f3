"""Relationships: how they end, with a reason and a day of deletion, and when an ended one becomes RETAINED."""

from typing import Any

from tortoise.expressions import Q
from tortoise.transactions import in_transaction

from auth.access_paths import RowFacts
from models.account import RoleGrant
from models.relationship import Relationship
from resolvers.context import (
    Changes,
    CommandContext,
    LoadedRow,
    PendingChange,
    Rulebook,
    Step,
)
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import move_to_state, set_column
from workflow.account import GRANT_IN_FORCE_STATES
from workflow.relationship import ENDED_RELATIONSHIP_STATES
from workflow.retention import retention_due_on
from workflow.roles import Role

_BATCH = 200
PASSIVE = (
    "SELECT r.id FROM relationship r JOIN register g ON g.id = r.register_id"
    f" WHERE {ENDED_RELATIONSHIP_STATES.sql('r.state')}"
    " AND (r.ended_on + make_interval(months => g.passive_after_months))::date <= $1"
    f" ORDER BY r.id LIMIT {_BATCH} FOR UPDATE OF r SKIP LOCKED"
)


async def end_relationship(step: Step) -> Changes:
    """End the relationship today, with its reason, and set the day on which its data is due for deletion."""
    row: Any = step.row
    await row.fetch_related("register", using_db=step.db)
    due = retention_due_on(step.context.today, row.register.retention_years)
    changes = set_column(row, "ended_on", "endedOn", step.context.today)
    changes |= set_column(row, "end_reason", "endReason", step.reason)
    return changes | set_column(row, "retention_due_on", "retentionDueOn", due)


async def retain_ended(context: CommandContext) -> int:
    """
    Move ended relationships to RETAINED when the unit no longer needs them, and return how many.

    The register's `passive_after_months` says how long after the end that is.
    """
    count = 0
    while True:
        async with in_transaction() as db:
            batch = await db.execute_query_dict(PASSIVE, [context.today])
            for row in await Relationship.filter(pk__in=[r["id"] for r in batch]).using_db(db):
                step = Step(
                    context, LoadedRow(context.content_types["relationship"], row, {}, RowFacts()), None, None, db
                )
                await move_to_state(step, "relationship", row, "RETAINED", "RETAIN")
        count += len(batch)
        if len(batch) < _BATCH:
            return count


async def substitute_can_coach(change: PendingChange) -> list[Problem]:
    """
    Check that the substitute holds a role that does what is delegated: a coach, or a supervisor of the unit.

    The role may begin with the cover; whoever holds neither would see nothing by it.
    """
    row = change.row
    if "staffMemberId" not in change.keys:
        return []
    first = max(row.starts_on, change.context.today)
    grants = RoleGrant.filter(
        Q(ends_before__isnull=True) | Q(ends_before__gt=first),
        Q(role=Role.COACH)
        | Q(role=Role.SUPERVISOR, unit_id__isnull=True)
        | Q(role=Role.SUPERVISOR, unit_id=row.unit_id),
        account__staff_id=row.staff_member_id,
        account__disabled_at__isnull=True,
        state__in=GRANT_IN_FORCE_STATES,
        starts_on__lte=first,
    )
    return problem_unless(await grants.using_db(change.db).exists(), "SUBSTITUTE_CANNOT_COACH", "staffMemberId")


RELATIONSHIP_RULES = Rulebook.of(
    effects=(end_relationship,),
    rules=(substitute_can_coach,),
)
