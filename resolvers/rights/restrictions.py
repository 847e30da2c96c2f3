"""The restriction of processing: set and lifted through a request; the person is informed before it is lifted."""

from typing import Any

from models.client import Client
from models.data_request import DataRequest
from models.request_letter import RequestLetter
from resolvers.context import Changes, Rulebook, Step
from resolvers.notifications.recipients import inform_recipients
from resolvers.writing.transitions import move_to_state, set_column, transition_refused
from workflow.data_request import RESTRICTING
from workflow.request_letter import TOLD_REQUEST_LETTER_STATES, known_on


async def may_restrict(step: Step) -> None:
    """
    Check that the request may restrict processing: it demands it, or is an objection or correction under examination.

    Source: GDPR article 18(1).

    :raises CommandRefused: NOT_RESTRICTING or RESTRICTION_IN_FORCE
    """
    if step.row.kind not in RESTRICTING:
        raise transition_refused("NOT_RESTRICTING", "kind")
    if in_force(step.row):
        raise transition_refused("RESTRICTION_IN_FORCE", "restrictedOn")


def in_force(request: Any) -> bool:
    """Return whether this request restricts processing now."""
    return request.restricted_on is not None and request.restriction_lifted_on is None


async def restriction_in_force(step: Step) -> None:
    """
    Check that this request restricts processing, before the restriction is lifted.

    :raises CommandRefused: RESTRICTION_NOT_SET
    """
    if not in_force(step.row):
        raise transition_refused("RESTRICTION_NOT_SET", "restrictedOn")


async def restriction_lifted(step: Step) -> None:
    """
    Check that the request no longer restricts processing, before it is withdrawn or closed.

    :raises CommandRefused: RESTRICTION_IN_FORCE
    """
    if in_force(step.row):
        raise transition_refused("RESTRICTION_IN_FORCE", "restrictedOn")


async def lifting_announced(step: Step) -> None:
    """
    Check that the person was informed of the lifting on an earlier day; a letter arrives on the seventh day.

    Source: GDPR article 18(3); administrative procedure act 434/2003, section 59.

    :raises CommandRefused: LIFTING_NOT_ANNOUNCED
    """
    announced = step.row.lifting_announced_on
    letters = RequestLetter.filter(request_id=step.row.pk, occasion="LIFTING", state__in=TOLD_REQUEST_LETTER_STATES)
    letter = await letters.using_db(step.db).order_by("-id").first()
    known = known_on(str(letter.told_how), announced) if letter and announced else announced
    if known is None or known >= step.context.today:
        raise transition_refused("LIFTING_NOT_ANNOUNCED", "liftingAnnouncedOn")


async def restrict_processing(step: Step) -> Changes:
    """Restrict the processing of the client's data, and inform the agencies that received it."""
    changes = set_column(step.row, "restricted_on", "restrictedOn", step.context.today)
    changes |= set_column(step.row, "restriction_lifted_on", "restrictionLiftedOn", None)
    await _set_restriction(step, is_restricted=True)
    await inform_recipients(step, step.row, "RESTRICTED", None)
    return changes


async def announce_lifting(step: Step) -> Changes:
    """Set why the restriction ends; `tell_of_lifting` tells the person, and says when."""
    return set_column(step.row, "lifting_text", "liftingText", step.comment)


async def lift_restriction(step: Step) -> Changes:
    """Lift the restriction of the client, unless another request still restricts processing."""
    changes = set_column(step.row, "restriction_lifted_on", "restrictionLiftedOn", step.context.today)
    others = DataRequest.filter(
        client_id=step.row.client_id, restricted_on__isnull=False, restriction_lifted_on__isnull=True
    ).exclude(pk=step.row.pk)
    if not await others.using_db(step.db).exists():
        await _set_restriction(step, is_restricted=False)
        await inform_recipients(step, step.row, "LIFTED", None)
    return changes


async def _set_restriction(step: Step, *, is_restricted: bool) -> None:
    client = await Client.select_for_update().using_db(step.db).get(pk=step.row.client_id)
    if client.processing_restriction != is_restricted:
        action = "RESTRICT" if is_restricted else "LIFT_RESTRICTION"
        change = set_column(client, "processing_restriction", "processingRestriction", is_restricted)
        await move_to_state(step, "client", client, client.state, action, change)


RESTRICTION_RULES = Rulebook.of(
    guards=(
        may_restrict,
        restriction_in_force,
        restriction_lifted,
        lifting_announced,
    ),
    effects=(
        restrict_processing,
        announce_lifting,
        lift_restriction,
    ),
)
