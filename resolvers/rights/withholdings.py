"""
Withholdings: what a data export leaves out. The privacy officer names it or the build finds it.

All of them are decided before the request is: each is released, or withheld with an explanation.
"""

from datetime import datetime

from models.data_request import DataRequest, Withholding
from resolvers.context import PendingChange, Rulebook, Step
from resolvers.own_objects import own_object
from resolvers.public_ids import public_id
from resolvers.refusals import CommandRefused, Problem
from resolvers.rights.data_export_reading import FOUND
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import transition_refused
from workflow.data_request import OPEN_STATES, WITHHELD_STATES


async def everything_decided(step: Step, built_at: datetime) -> None:
    """
    Check that no withholding waits for a decision, and that the export was built after the last decision.

    :raises CommandRefused: WITHHOLDING_UNDECIDED for each, with its id, that of the object, and the field;
        PACKAGE_OUTDATED
    """
    withholdings = await Withholding.filter(request_id=step.row.pk).using_db(step.db).order_by("id")
    problems = [_undecided(withholding) for withholding in withholdings if not _is_decided(withholding)]
    if problems:
        raise CommandRefused(*problems)
    if any(withholding.modified_at > built_at for withholding in withholdings):
        raise transition_refused("PACKAGE_OUTDATED", "packageBuiltAt")


def _is_decided(withholding: Withholding) -> bool:
    """Return whether a withholding is released, has a basis that somebody chose, or is explained."""
    is_found = withholding.state in WITHHELD_STATES and withholding.basis in FOUND
    return not is_found or bool((withholding.explanation or "").strip())


def _undecided(withholding: Withholding) -> Problem:
    path = (public_id("withholding", withholding.pk), withholding.object_ref, withholding.field_key or "")
    return Problem("WITHHOLDING_UNDECIDED", ("withholdings", *filter(None, path)))


async def withholding_of_open_request(change: PendingChange) -> list[Problem]:
    """Check that a withholding is about an object of the person, and that its request is being processed."""
    row = change.row
    request = await DataRequest.get(pk=row.request_id, using_db=change.db)
    own_row = await own_object(change.context, row.client_id, row.object_ref, change.db)
    # The key of a form's part holds both names, for instance `answers.wish`.
    is_field = own_row is not None and (row.field_key is None or row.field_key.partition(".")[0] in own_row[0].keys)
    return problem_unless(request.state in OPEN_STATES, "REQUEST_NOT_OPEN", "requestId") + problem_unless(
        is_field, "NOT_FOUND", "objectRef"
    )


async def request_is_open(step: Step) -> None:
    """
    Check that the request is open: withholdings are decided before the request is.

    :raises CommandRefused: REQUEST_NOT_OPEN
    """
    withholding: Withholding = step.row
    request = await DataRequest.get(pk=withholding.request_id, using_db=step.db)  # type: ignore[attr-defined] # the relation's column
    if request.state not in OPEN_STATES:
        raise transition_refused("REQUEST_NOT_OPEN")


WITHHOLDING_RULES = Rulebook.of(
    guards=(request_is_open,),
    rules=(withholding_of_open_request,),
)
