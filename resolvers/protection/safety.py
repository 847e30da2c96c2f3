"""The safety restriction of a person: each has a day on which it is reviewed."""

from datetime import date
from typing import Any

from auth.viewer import Viewer
from models.client import Client
from resolvers.context import Changes, PendingChange, Rulebook
from resolvers.refusals import Problem
from resolvers.writing.transitions import set_column
from workflow.calendar import months_after
from workflow.roles import Role

REVIEW_MONTHS = 12  # the authority grants a restriction for at most five years at a time. Source: act 661/2009


def next_review(today: date) -> date:
    """Return the latest day of review of a restriction that is set today, which is also the default."""
    return months_after(today, REVIEW_MONTHS)


def restricted(client: Any, today: date) -> Changes:
    """Set the safety restriction of a client and return what changed."""
    review = set_column(client, "safety_review_on", "safetyReviewOn", next_review(today))
    return review | set_column(client, "safety_restriction", "safetyRestriction", True)


async def safety_reviewed(change: PendingChange) -> list[Problem]:
    """
    Check that the day of review is within a year, set it when it is missing, and clear it with the restriction.

    Only a caller with the role `cleared` for the person's unit lifts a restriction: anybody else could reveal what it
    masks.
    """
    row = change.row
    if "safetyReviewOn" in change.keys and row.safety_review_on is not None:
        bounds = {"first": change.context.today.isoformat(), "last": next_review(change.context.today).isoformat()}
        if not change.context.today <= row.safety_review_on <= next_review(change.context.today):
            return [Problem("REVIEW_OUT_OF_BOUNDS", ("safetyReviewOn",), bounds)]
    is_lifted = "safetyRestriction" in change.keys and not row.safety_restriction
    if is_lifted and not _is_cleared(change.context.viewer, row) and await _was_restricted(change):
        return [Problem("CLEARED_ONLY", ("safetyRestriction",))]
    if row.safety_restriction and row.safety_review_on is None:
        row.safety_review_on = next_review(change.context.today)
    if is_lifted:
        row.safety_review_on = None
    return []


def _is_cleared(viewer: Viewer, client: Any) -> bool:
    return Role.CLEARED in viewer.everywhere or client.unit_id in viewer.units.get(str(Role.CLEARED), ())


async def _was_restricted(change: PendingChange) -> bool:
    return await Client.filter(pk=change.row.pk, safety_restriction=True).using_db(change.db).exists()


SAFETY_RULES = Rulebook.of(
    rules=(safety_reviewed,),
)
