"""Coaching notes: with whom a note is shared, which goals it is about, and how a signed note is amended."""

from models.programme import Goal
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import create_related, transition_refused


async def third_person_unshared(step: Step) -> None:
    """
    Check that a note that mentions a third person is not shared with the trainee.

    :raises CommandRefused: THIRD_PERSON_SHARED
    """
    if step.row.mentions_third_person and step.row.visibility == "SHARED_WITH_TRAINEE":
        raise transition_refused("THIRD_PERSON_SHARED", "visibility")


async def draft_amendment(step: Step) -> Changes:
    """
    Create a draft of the caller that amends this note; the signed text stays as it is.

    Source: rule R21.
    """
    row = step.row
    await create_related(
        step,
        "coaching_note",
        relationship_id=row.relationship_id,
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


async def shared_with_trainee(change: PendingChange) -> list[Problem]:
    """Set the column through which the trainee reaches a shared note."""
    row = change.row
    row.shared_with_id = row.client_id if row.visibility == "SHARED_WITH_TRAINEE" else None
    return []


async def goals_of_client(change: PendingChange) -> list[Problem]:
    """Check that the goals of a note belong to the note's client."""
    row = change.row
    if "goalIds" not in change.keys or not row.goal_ids:
        return []
    goal_ids = set(row.goal_ids)
    count = await Goal.filter(pk__in=goal_ids, client_id=row.client_id).using_db(change.db).count()
    return problem_unless(count == len(goal_ids), "MISMATCH", "goalIds")


COACHING_NOTE_RULES = Rulebook.of(
    guards=(third_person_unshared,),
    effects=(draft_amendment,),
    rules=(shared_with_trainee, goals_of_client),
)
