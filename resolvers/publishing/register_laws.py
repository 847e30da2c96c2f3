"""The law of a register: a register has one law at a time, and takes over the values of the law that is published."""

from models.organisation import Register, RegisterLaw
from resolvers.context import (
    Changes,
    PendingChange,
    Rulebook,
    Step,
)
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import move_to_state, set_column
from workflow.organisation import LAW_IN_FORCE_STATES

DUE_DATES = (
    "UPDATE relationship SET retention_due_on = (ended_on + make_interval(years => $2::int))::date"
    " WHERE register_id = $1 AND ended_on IS NOT NULL"
)


# The columns that a register takes from its law, with their keys.
LAW = {
    "retention_years": "retentionYears",
    "passive_after_months": "passiveAfterMonths",
    "log_mode": "logMode",
    "log_years": "logYears",
    "log_kept_years": "logKeptYears",
}


async def one_law(change: PendingChange) -> list[Problem]:
    """Refuse a second law for a register that has one: a law is changed through a working copy."""
    others = RegisterLaw.filter(register_id=change.row.register_id, state__in=LAW_IN_FORCE_STATES).using_db(change.db)
    return problem_unless("registerId" not in change.keys or not await others.exists(), "LAW_IN_FORCE", "registerId")


async def passive_within_retention(change: PendingChange) -> list[Problem]:
    """Check that a relationship becomes passive before its data is due for deletion."""
    return problem_unless(
        change.row.passive_after_months <= 12 * change.row.retention_years, "PASSIVE_TOO_LATE", "passiveAfterMonths"
    )


async def log_kept_while_shown(change: PendingChange) -> list[Problem]:
    """Check that the log is kept at least as long as a person is shown it."""
    law = change.row
    return problem_unless(law.log_kept_years >= (law.log_years or 0), "LOG_SHOWN_LONGER", "logKeptYears")


async def law_in_force(step: Step) -> Changes:
    """
    Copy the values of the law to its register.

    New years of retention change the due dates of ended relationships (R17).
    """
    law = step.row
    if law.state not in LAW_IN_FORCE_STATES:
        return {}  # it begins on a day to come
    register = await Register.filter(pk=law.register_id).using_db(step.db).select_for_update().get()
    changes: Changes = {}
    for column, key in LAW.items():
        changes |= set_column(register, column, key, getattr(law, column))
    if changes:
        await move_to_state(step, "register", register, register.state, "FOLLOW_LAW", changes)
    if "retentionYears" in changes:
        await step.db.execute_query(DUE_DATES, [register.pk, register.retention_years])
    return {}


REGISTER_LAW_RULES = Rulebook.of(
    effects=(law_in_force,), rules=(one_law, passive_within_retention, log_kept_while_shown)
)
