"""The answers to data requests: when one counts as fulfilled, partly fulfilled or refused, and who is informed."""

from collections.abc import Awaitable, Callable, Mapping

from models.client import Client
from models.data_request import Package
from models.rectification import Rectification
from resolvers.context import Changes, Rulebook, Step
from resolvers.notifications.recipients import inform_recipients
from resolvers.rights.data_requests import remains_told
from resolvers.rights.withholdings import everything_decided
from resolvers.writing.transitions import move_to_state, set_column, transition_refused
from workflow.client import STORED_CLIENT_STATES
from workflow.data_request import APPEAL, WITH_PACKAGE
from workflow.rectification import PROPOSED_RECTIFICATION_STATES


async def right_fulfilled(step: Step) -> None:
    """
    Check that the request has been carried out, by the rule of its kind.

    :raises CommandRefused: naming the missing step
    """
    await _FULFILMENT_CHECKS[step.row.kind](step)


async def _check_export(step: Step) -> None:
    package = await Package.get_or_none(request_id=step.row.pk, expires_at__gt=step.context.now, using_db=step.db)
    if package is None:
        raise transition_refused("PACKAGE_MISSING", "packageBuiltAt")
    await everything_decided(step, package.built_at)


async def _decided_states(step: Step) -> list[str]:
    states = [item.state for item in await Rectification.filter(request_id=step.row.pk).using_db(step.db)]
    if not states or "PROPOSED" in states:
        raise transition_refused("ITEMS_UNDECIDED", "rectifications")
    return states


async def _check_items_applied(step: Step) -> None:
    if "REFUSED" in await _decided_states(step):
        raise transition_refused("ITEMS_REFUSED", "rectifications")


async def _check_client_erased(step: Step) -> None:
    client = await Client.get(pk=step.row.client_id, using_db=step.db)
    if client.state in STORED_CLIENT_STATES:
        raise transition_refused("ERASURE_PENDING", "clientId")


async def _check_restricted(step: Step) -> None:
    if step.row.restricted_on is None:
        raise transition_refused("RESTRICTION_NOT_SET", "restrictedOn")


async def _check_answer(step: Step) -> None:
    if not (step.row.answer or "").strip():
        raise transition_refused("REPLY_MISSING", "answer")


_FULFILMENT_CHECKS: Mapping[str, Callable[[Step], Awaitable[None]]] = {
    **dict.fromkeys(WITH_PACKAGE, _check_export),
    "RECTIFY": _check_items_applied,
    "ERASE": _check_client_erased,
    "RESTRICT": _check_restricted,
    "OBJECT": _check_answer,
}


async def part_explained(step: Step) -> None:
    """
    Check that the answer says which part was carried out; for an erasure, which data stays and why.

    :raises CommandRefused: REPLY_MISSING, REMAINS_MISSING, ITEMS_UNDECIDED, PACKAGE_MISSING, or those of the
        withholdings
    """
    await _check_answer(step)
    kind = step.row.kind
    remains_told(step)
    if kind == "RECTIFY":
        await _decided_states(step)
    if kind in WITH_PACKAGE:
        await _check_export(step)


async def answer_request(step: Step) -> Changes:
    """Set the day of the decision; from now on the person can read the decision."""
    return set_column(step.row, "answered_on", "answeredOn", step.context.today)


async def refuse_request(step: Step) -> Changes:
    """
    Store the reason and the instructions for appeal; a refusal without the instructions is not allowed.

    Source: GDPR article 12(4).
    """
    row = step.row
    return (
        set_column(row, "refusal_reason", "refusalReason", step.reason)
        | set_column(row, "refusal_text", "refusalText", step.comment)
        | set_column(row, "appeal_text", "appealText", "\n\n".join(APPEAL))
    )


async def refuse_items(step: Step) -> Changes:
    """Refuse the items that are still open together with the request."""
    return await _move_items(step, "REFUSED", "REFUSE")


async def withdraw_items(step: Step) -> Changes:
    """Withdraw the items that are still open together with the request."""
    return await _move_items(step, "WITHDRAWN", "WITHDRAW")


async def _move_items(step: Step, state: str, action: str) -> Changes:
    for item in await Rectification.filter(request_id=step.row.pk, state__in=PROPOSED_RECTIFICATION_STATES).using_db(
        step.db
    ):
        changes = set_column(item, "decision_text", "decisionText", step.comment)
        changes |= set_column(item, "decided_on", "decidedOn", step.context.today)
        await move_to_state(step, "rectification", item, state, action, changes)
    return {}


async def inform_recipients_of_part(step: Step) -> Changes:
    """
    Inform the agencies that received the person's data that a part of it is erased.

    The erasure of a whole person informs them itself, while their references are still stored. Source: GDPR article 19.
    """
    if (
        step.row.kind == "ERASE"
        and (await Client.get(pk=step.row.client_id, using_db=step.db)).state in STORED_CLIENT_STATES
    ):
        await inform_recipients(step, step.row, "ERASED", None)
    return {}


DATA_REQUEST_ANSWER_RULES = Rulebook.of(
    guards=(right_fulfilled, part_explained),
    effects=(answer_request, refuse_request, refuse_items, withdraw_items, inform_recipients_of_part),
)
