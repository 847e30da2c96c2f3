"""The safety restriction of a person: set with a day on which it is looked at again, and not forgotten."""

from datetime import date
from typing import Any

from models.client import Client
from resolvers.context import Changes, PendingChange, Rulebook
from resolvers.refusals import Problem
from resolvers.writing.transitions import set_column
from workflow.calendar import months_after
from workflow.roles import Role

REVIEW_MONTHS = 12  # nobody says otherwise: a restriction is granted for at most five years at a time, act 661/2009


def next_review(today: date) -> date:
    """Return when a restriction that is set today is looked at again, unless somebody says otherwise."""
    return months_after(today, REVIEW_MONTHS)


def restricted(client: Any, today: date) -> Changes:
    """Put a client under a safety restriction and return what changed."""
    review = set_column(client, "safety_review_on", "safetyReviewOn", next_review(today))
    return review | set_column(client, "safety_restriction", "safetyRestriction", True)


async def safety_reviewed(change: PendingChange) -> list[Problem]:
    """
    Give a restriction a day of review within a year, and take the day away with the restriction.

    Only whoever is cleared, for the person's unit, lifts one: to anybody else that would be a way to what it masks.
    """
    row = change.row
    if "safetyReviewOn" in change.keys and row.safety_review_on is not None:
        bounds = {"first": change.context.today.isoformat(), "last": next_review(change.context.today).isoformat()}
        if not change.context.today <= row.safety_review_on <= next_review(change.context.today):
            return [Problem("REVIEW_OUT_OF_BOUNDS", ("safetyReviewOn",), bounds)]
    lifted = "safetyRestriction" in change.keys and not row.safety_restriction
    was_set = Client.filter(pk=row.pk, safety_restriction=True).using_db(change.db)
    held = change.context.viewer
    is_cleared = Role.CLEARED in held.everywhere or row.unit_id in held.units.get(str(Role.CLEARED), ())
    if lifted and not is_cleared and await was_set.exists():
        return [Problem("CLEARED_ONLY", ("safetyRestriction",))]
    if row.safety_restriction and row.safety_review_on is None:
        row.safety_review_on = next_review(change.context.today)
    if lifted:
        row.safety_review_on = None
    return []


SAFETY_RULES = Rulebook.of(
    rules=(safety_reviewed,),
)
