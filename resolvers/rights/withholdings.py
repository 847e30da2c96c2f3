"""
What a package leaves out: named by the privacy officer or found by the build, and decided before the request is.

Nothing that the build itself leaves out goes unseen: each such thing is released, or withheld with words of its own.
"""

from datetime import datetime

from models.data_request import DataRequest, Withholding
from resolvers.context import PendingChange, Rulebook, Step
from resolvers.own_objects import own_object
from resolvers.public_ids import public_id
from resolvers.refusals import CommandRefused, Problem
from resolvers.rights.data_export_contents import FOUND
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import transition_refused
from workflow.data_request import OPEN_STATES, WITHHELD_STATES


async def everything_decided(step: Step, built_at: datetime) -> None:
    """
    Nothing that the build left out waits for a decision, and the package was built after the last one.

    :raises CommandRefused: WITHHOLDING_UNDECIDED for each, with its id, the object's and the field; PACKAGE_OUTDATED
    """
    kept = await Withholding.filter(request_id=step.row.pk).using_db(step.db).order_by("id")
    problems = [_undecided(one) for one in kept if not _is_decided(one)]
    if problems:
        raise CommandRefused(*problems)
    if any(one.modified_at > built_at for one in kept):
        raise transition_refused("PACKAGE_OUTDATED", "packageBuiltAt")


def _is_decided(withholding: Withholding) -> bool:
    """Tell whether it is released, rests on a ground that somebody chose, or is explained."""
    is_found = withholding.state in WITHHELD_STATES and withholding.basis in FOUND
    return not is_found or bool((withholding.explanation or "").strip())


def _undecided(withholding: Withholding) -> Problem:
    named = (public_id("withholding", withholding.pk), withholding.object_ref, withholding.field_key or "")
    return Problem("WITHHOLDING_UNDECIDED", ("withholdings", *filter(None, named)))


async def withholding_of_open_request(change: PendingChange) -> list[Problem]:
    """Something of the person's own is left out, while the request is worked on."""
    row = change.row
    request = await DataRequest.get(pk=row.request_id, using_db=change.db)
    found = await own_object(change.context, row.client_id, row.object_ref, change.db)
    # A part of a form is named by both: `answers.wish`.
    is_field = found is not None and (row.field_key is None or row.field_key.partition(".")[0] in found[0].keys)
    return problem_unless(request.state in OPEN_STATES, "REQUEST_NOT_OPEN", "requestId") + problem_unless(
        is_field, "NOT_FOUND", "objectRef"
    )


async def request_is_open(step: Step) -> None:
    """
    What a package leaves out is decided before the request is.

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
