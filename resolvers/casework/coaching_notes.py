"""Coaching notes: with whom a note is shared, which goals it is about, and how a signed note is amended."""

from typing import Any

from models.programme import Goal
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import create_related, set_column, transition_refused


async def note_complete(step: Step) -> None:
    """
    Check that a note says what it is about, and something of it, before it is signed.

    :raises CommandRefused: NOTE_INCOMPLETE, for each field that is empty
    """
    row = step.row
    missing = [Problem("NOTE_INCOMPLETE", (key,)) for key in ("kind", "body") if getattr(row, key) is None]
    if missing:
        raise CommandRefused(*missing)


async def no_third_person(step: Step) -> None:
    """
    Check that a note that is to be shared with the trainee tells of nobody else.

    :raises CommandRefused: THIRD_PERSON_SHARED
    """
    if step.row.mentions_third_person:
        raise transition_refused("THIRD_PERSON_SHARED", "visibility")


async def share_note(step: Step) -> Changes:
    """Let the trainee read a signed note from now on."""
    return _visible_to(step, "SHARED_WITH_TRAINEE")


async def keep_note_to_team(step: Step) -> Changes:
    """Let the team alone read a signed note from now on."""
    return _visible_to(step, "TEAM")


async def mark_note_for_report(step: Step) -> Changes:
    """Let the next report begin with a signed note, which the trainee then reads in the report alone."""
    return _visible_to(step, "IN_REPORT")


def _visible_to(step: Step, visibility: str) -> Changes:
    changes = set_column(step.row, "visibility", "visibility", visibility)
    _set_sharing(step.row)
    return changes


def _set_sharing(row: Any) -> None:
    row.shared_with_id = row.client_id if row.visibility == "SHARED_WITH_TRAINEE" else None


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
    _set_sharing(change.row)
    return []


async def goals_of_client(change: PendingChange) -> list[Problem]:
    """Check that the goals of a note belong to the note's client."""
    row = change.row
    if "goalIds" not in change.keys or not row.goal_ids:
        return []
    goal_ids = set(row.goal_ids)
    goals = Goal.filter(pk__in=goal_ids, client_id=row.client_id).using_db(change.db)
    found = await goals.select_for_update(no_key=True)  # nobody deletes one before the note is saved
    return problem_unless(len(found) == len(goal_ids), "MISMATCH", "goalIds")


COACHING_NOTE_RULES = Rulebook.of(
    guards=(note_complete, no_third_person, third_person_unshared),
    effects=(draft_amendment, share_note, keep_note_to_team, mark_note_for_report),
    rules=(shared_with_trainee, goals_of_client),
)
