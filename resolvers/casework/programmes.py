"""Programmes, goals and measures: what must hold when they begin and end."""

from models.programme import Goal
from resolvers.casework.service_versions import service_version_on
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import set_column, transition_refused
from workflow.term import OFFERED_SERVICE_STATES


async def plan_when_required(step: Step) -> None:
    """
    Check that a service that requires a plan starts with a reference to one.

    :raises CommandRefused: PLAN_MISSING
    """
    await step.row.fetch_related("service_type", using_db=step.db)
    if step.row.service_type.is_plan_required and not step.row.plan_reference:
        raise transition_refused("PLAN_MISSING", "planReference")


async def end_today(step: Step) -> Changes:
    """Set the last day of a programme or a contract to today, unless it was earlier."""
    ends_on = min(step.row.ends_on or step.context.today, step.context.today)
    return set_column(step.row, "ends_on", "endsOn", max(ends_on, step.row.starts_on))


async def finish_today(step: Step) -> Changes:
    """Set today as the day on which a measure was done."""
    return set_column(step.row, "done_on", "doneOn", step.context.today)


async def unfinish(step: Step) -> Changes:
    """Clear the day on which a measure was done."""
    return set_column(step.row, "done_on", "doneOn", None)


async def service_type_in_force(change: PendingChange) -> list[Problem]:
    """Check that a programme's service type is in use, and has a version that is valid on the programme's first day."""
    row = change.row
    if not change.keys & {"startsOn", "serviceTypeId"}:
        return []
    await row.fetch_related("service_type", using_db=change.db)
    is_valid = await service_version_on(row.service_type.code, row.starts_on, change.db) is not None
    is_in_use = row.service_type.state in OFFERED_SERVICE_STATES or "serviceTypeId" not in change.keys
    return problem_unless(is_valid and is_in_use, "SERVICE_TYPE_NOT_VALID", "startsOn")


async def goal_of_programme(change: PendingChange) -> list[Problem]:
    """Check that the goal of a measure belongs to the measure's programme."""
    row = change.row
    if "goalId" not in change.keys or row.goal_id is None:
        return []
    is_same_programme = await Goal.filter(pk=row.goal_id, programme_id=row.programme_id).using_db(change.db).exists()
    return problem_unless(is_same_programme, "MISMATCH", "goalId")


PROGRAMME_RULES = Rulebook.of(
    guards=(plan_when_required,),
    effects=(end_today, finish_today, unfinish),
    rules=(service_type_in_force, goal_of_programme),
)
