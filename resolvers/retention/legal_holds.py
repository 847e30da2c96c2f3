"""Relationships that have ended, holds, and the days that follow a register's years."""

from tortoise.transactions import in_transaction

from auth.access_paths import RowFacts
from models.client import Client
from models.organisation import Register, RegisterLaw
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
from workflow.client import ERASED_CLIENT_STATES
from workflow.organisation import LAW_IN_FORCE_STATES
from workflow.relationship import ENDED_RELATIONSHIP_STATES

_BATCH = 200
PASSIVE = (
    "SELECT r.id FROM relationship r JOIN register g ON g.id = r.register_id"
    f" WHERE {ENDED_RELATIONSHIP_STATES.sql('r.state')}"
    " AND (r.ended_on + make_interval(months => g.passive_after_months))::date <= $1"
    f" ORDER BY r.id LIMIT {_BATCH} FOR UPDATE OF r SKIP LOCKED"
)
DUE_DATES = (
    "UPDATE relationship SET retention_due_on = (ended_on + make_interval(years => $2::int))::date"
    " WHERE register_id = $1 AND ended_on IS NOT NULL"
)
# What a register takes from its law: column → key.
LAW = {
    "retention_years": "retentionYears",
    "passive_after_months": "passiveAfterMonths",
    "log_mode": "logMode",
    "log_years": "logYears",
}


async def retain_ended(context: CommandContext) -> int:
    """Bring relationships to RETAINED that ended so long ago that the unit needs them no more: return how many."""
    done = 0
    while True:
        async with in_transaction() as db:
            found = await db.execute_query_dict(PASSIVE, [context.today])
            for row in await Relationship.filter(pk__in=[r["id"] for r in found]).using_db(db):
                step = Step(
                    context, LoadedRow(context.content_types["relationship"], row, {}, RowFacts()), None, None, db
                )
                await move_to_state(step, "relationship", row, "RETAINED", "RETAIN")
        done += len(found)
        if len(found) < _BATCH:
            return done


async def hold_period(change: PendingChange) -> list[Problem]:
    """A hold ends after it begins, and is about somebody who is still there."""
    row = change.row
    is_new = "clientId" in change.keys
    is_gone = (
        is_new and await Client.filter(pk=row.client_id, state__in=ERASED_CLIENT_STATES).using_db(change.db).exists()
    )
    in_order = row.ends_on is None or row.ends_on >= row.starts_on
    return problem_unless(not is_gone, "NOT_FOUND", "clientId") + problem_unless(
        in_order, "ENDS_BEFORE_START", "endsOn"
    )


async def one_law(change: PendingChange) -> list[Problem]:
    """Let a register that has a law be changed by a working copy of it only, never by a second law beside it."""
    others = RegisterLaw.filter(register_id=change.row.register_id, state__in=LAW_IN_FORCE_STATES).using_db(change.db)
    return problem_unless("registerId" not in change.keys or not await others.exists(), "LAW_IN_FORCE", "registerId")


async def passive_within_retention(change: PendingChange) -> list[Problem]:
    """Hold that nothing is to be retained for longer than it is kept."""
    return problem_unless(
        change.row.passive_after_months <= 12 * change.row.retention_years, "PASSIVE_TOO_LATE", "passiveAfterMonths"
    )


async def law_in_force(step: Step) -> Changes:
    """Let the register follow its law, and the due dates of its ended relationships its years: derived, as R17 says."""
    law = step.row
    register = await Register.filter(pk=law.register_id).using_db(step.db).select_for_update().get()
    changes: Changes = {}
    for column, key in LAW.items():
        changes |= set_column(register, column, key, getattr(law, column))
    if changes:
        await move_to_state(step, "register", register, register.state, "FOLLOW_LAW", changes)
    if "retentionYears" in changes:
        await step.db.execute_query(DUE_DATES, [register.pk, register.retention_years])
    return {}


LEGAL_HOLD_RULES = Rulebook.of(
    effects=(law_in_force,),
    rules=(
        hold_period,
        one_law,
        passive_within_retention,
    ),
)
