"""Relationships, programmes, measures and notes: what must hold when they move, and what moves with them."""

from typing import Any

from models.contract import Contract
from models.programme import Goal
from models.relationship import Relationship
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import create_related, set_column, transition_refused
from workflow.contract import OPEN_CONTRACT_STATES
from workflow.relationship import OPEN_RELATIONSHIP_STATES
from workflow.retention import retention_due_on
from workflow.term import OFFERED_SERVICE_STATES


async def no_open_relationship(step: Step) -> None:
    """
    A client ends only when every relationship has ended.

    :raises CommandRefused: RELATIONSHIP_OPEN
    """
    if await Relationship.filter(client_id=step.row.pk, state__in=OPEN_RELATIONSHIP_STATES).using_db(step.db).exists():
        raise transition_refused("RELATIONSHIP_OPEN")


async def no_open_contract(step: Step) -> None:
    """
    A programme ends only when its contracts have ended.

    :raises CommandRefused: CONTRACT_OPEN
    """
    if await Contract.filter(programme_id=step.row.pk, state__in=OPEN_CONTRACT_STATES).using_db(step.db).exists():
        raise transition_refused("CONTRACT_OPEN")


async def plan_when_required(step: Step) -> None:
    """
    A service that requires a plan starts with a reference to it.

    :raises CommandRefused: PLAN_MISSING
    """
    await step.row.fetch_related("service_type", using_db=step.db)
    if step.row.service_type.is_plan_required and not step.row.plan_reference:
        raise transition_refused("PLAN_MISSING", "planReference")


async def third_person_unshared(step: Step) -> None:
    """
    A note that mentions a third person is not shared with the trainee.

    :raises CommandRefused: THIRD_PERSON_SHARED
    """
    if step.row.mentions_third_person and step.row.visibility == "SHARED_WITH_TRAINEE":
        raise transition_refused("THIRD_PERSON_SHARED", "visibility")


async def end_relationship(step: Step) -> Changes:
    """End the relationship today, with its reason, and set the day its data is due to be gone."""
    row: Any = step.row
    await row.fetch_related("register", using_db=step.db)
    due = retention_due_on(step.context.today, row.register.retention_years)
    changes = set_column(row, "ended_on", "endedOn", step.context.today)
    changes |= set_column(row, "end_reason", "endReason", step.reason)
    return changes | set_column(row, "retention_due_on", "retentionDueOn", due)


async def end_today(step: Step) -> Changes:
    """End a programme or a contract today, unless it was to end earlier."""
    ends_on = min(step.row.ends_on or step.context.today, step.context.today)
    return set_column(step.row, "ends_on", "endsOn", max(ends_on, step.row.starts_on))


async def finish_today(step: Step) -> Changes:
    """Note the day on which a measure was done."""
    return set_column(step.row, "done_on", "doneOn", step.context.today)


async def unfinish(step: Step) -> Changes:
    """Take the day back."""
    return set_column(step.row, "done_on", "doneOn", None)


async def draft_amendment(step: Step) -> Changes:
    """Draft a new note of the caller that amends this one; the signed text stays as it is. Rule R21."""
    row = step.row
    await create_related(
        step,
        "coaching_note",
        relationship_id=row.relationship_id,
        client_id=row.client_id,
        unit_id=row.unit_id,
        amends_id=row.pk,
        kind=row.kind,
        occurred_at=row.occurred_at,
        body=row.body,
        goal_ids=row.goal_ids,
        visibility=row.visibility,
        shared_with_id=row.shared_with_id,
        mentions_third_person=row.mentions_third_person,
    )
    return {}


async def referral_of_relationship(change: PendingChange) -> list[Problem]:
    """Take over the referral that the relationship began with."""
    row = change.row
    if "relationshipId" in change.keys:
        await row.fetch_related("relationship", using_db=change.db)
        row.referral_id = row.relationship.referral_id
    return []


async def service_type_in_force(change: PendingChange) -> list[Problem]:
    """A programme stands on a version of its service type that is in use, and valid on its first day."""
    row = change.row
    if not change.keys & {"startsOn", "serviceTypeId"}:
        return []
    await row.fetch_related("service_type", using_db=change.db)
    kind = row.service_type
    valid = kind.starts_on <= row.starts_on and (kind.ends_before is None or row.starts_on < kind.ends_before)
    in_use = kind.state in OFFERED_SERVICE_STATES or "serviceTypeId" not in change.keys
    return problem_unless(valid and in_use, "SERVICE_TYPE_NOT_VALID", "startsOn")


async def goal_of_programme(change: PendingChange) -> list[Problem]:
    """A measure serves a goal of its own programme."""
    row = change.row
    if "goalId" not in change.keys or row.goal_id is None:
        return []
    same = await Goal.filter(pk=row.goal_id, programme_id=row.programme_id).using_db(change.db).exists()
    return problem_unless(same, "MISMATCH", "goalId")


async def shared_with_trainee(change: PendingChange) -> list[Problem]:
    """Keep the column by which a shared note reaches the trainee."""
    row = change.row
    row.shared_with_id = row.client_id if row.visibility == "SHARED_WITH_TRAINEE" else None
    return []


async def goals_of_client(change: PendingChange) -> list[Problem]:
    """A note is about goals of its own client."""
    row = change.row
    if "goalIds" not in change.keys or not row.goal_ids:
        return []
    wanted = set(row.goal_ids)
    found = await Goal.filter(pk__in=wanted, client_id=row.client_id).using_db(change.db).count()
    return problem_unless(found == len(wanted), "MISMATCH", "goalIds")


PROGRAMME_RULES = Rulebook.of(
    guards=(
        no_open_relationship,
        no_open_contract,
        plan_when_required,
        third_person_unshared,
    ),
    effects=(
        end_relationship,
        end_today,
        finish_today,
        unfinish,
        draft_amendment,
    ),
    rules=(
        referral_of_relationship,
        service_type_in_force,
        goal_of_programme,
        shared_with_trainee,
        goals_of_client,
    ),
)
