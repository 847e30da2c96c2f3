"""Data requests: what they must contain, the deadline of the answer, and the proof of identity."""

from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from models.organisation import Register
from models.relationship import Relationship
from models.session import Session
from resolvers.accounts.identity_proofs import LOG_IN, STRONG_LOG_IN
from resolvers.context import Changes, PendingChange, Rulebook, Step, judges_words
from resolvers.log_law import log_visibility
from resolvers.refusals import Problem
from resolvers.retention.purges import propose_erasure
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import set_column, transition_refused
from workflow.calendar import months_after
from workflow.data_request import MOST_MORE_MONTHS, MOST_YEARS_AGO, calendar_due_on, due_on
from workflow.organisation import ACTIVE_REGISTER_STATES
from workflow.roles import AccountKind


async def request_entered(change: PendingChange) -> list[Problem]:
    """
    Set how a new request came: through the service from its logged-in sender, or on paper, entered by an employee.

    A log-in proves the identity of the sender; that it was strong is said only where the operator has named its level
    so (decision 0084). Source: GDPR article 12(6).
    """
    row = change.row
    if "kind" not in change.keys:
        return []
    row.received_on = row.received_on or change.context.today
    if change.context.viewer.kind in (AccountKind.TRAINEE, AccountKind.GUARDIAN):
        row.channel, row.identity_proof = "SERVICE", await _proof_of_log_in(change)
        row.identity_checked_at = change.context.now
        return []
    row.entered_by = change.context.viewer.account
    return problem_unless(bool(row.channel), "VALUE_REQUIRED", "channel")


async def _proof_of_log_in(change: PendingChange) -> str:
    session = change.context.viewer.session
    strong = Session.filter(id_hash=session, is_strong=True).using_db(change.db)
    return STRONG_LOG_IN if session is not None and await strong.exists() else LOG_IN


async def request_complete(change: PendingChange) -> list[Problem]:
    """
    Check that a request has a person, a register and a day of receipt that is not in the future; set its due days.

    A letter that was found late is entered with its true day, and is overdue at once. Source: rule R20.
    """
    row = change.row
    if row.client_id is None:
        return [Problem("VALUE_REQUIRED", ("clientId",))]
    if row.register_id is None:
        row.register_id = await _register_of(row.client_id, change.db)
    problems = problem_unless(row.register_id is not None, "REGISTER_MISSING", "registerId")
    if "receivedOn" in change.keys:
        oldest_day = months_after(change.context.today, -12 * MOST_YEARS_AGO)
        if not oldest_day <= row.received_on <= change.context.today:
            bounds = {"first": oldest_day.isoformat(), "last": change.context.today.isoformat()}
            problems.append(Problem("RECEIVED_OUT_OF_BOUNDS", ("receivedOn",), bounds))
    is_extended_already = row.extension_reason is not None and "extensionMonths" in change.keys
    problems += problem_unless(not is_extended_already, "EXTENDED_ALREADY", "extensionMonths")
    law = await log_visibility(row.client_id, row.register_id, change.db)
    oldest = law.oldest(change.context.today)
    if not (None in (row.log_from, oldest) or row.log_from >= oldest or bool(row.log_special_reason)):
        problems.append(Problem("SPECIAL_REASON_MISSING", ("logSpecialReason",), {"years": str(law.years)}))
    more_months = row.extension_months if row.extension_reason else None
    row.calendar_due_on, row.due_on = (
        calendar_due_on(row.received_on, more_months),
        due_on(row.received_on, more_months),
    )
    return problems


async def _register_of(client: UUID, db: TransactionalDBClient) -> UUID | None:
    latest = await Relationship.filter(client_id=client).using_db(db).order_by("-started_on").first()
    if latest is not None:
        return UUID(str(latest.register_id))  # type: ignore[attr-defined] # Tortoise makes the column of the relation
    active_registers = await Register.filter(state__in=ACTIVE_REGISTER_STATES).using_db(db).limit(2)
    return UUID(str(active_registers[0].pk)) if len(active_registers) == 1 else None


async def identity_proven(step: Step) -> None:
    """
    Check that the identity is proven, before anything is disclosed or done. Source: GDPR article 12(6).

    :raises CommandRefused: IDENTITY_NOT_PROVEN
    """
    if step.row.identity_proof is None:
        raise transition_refused("IDENTITY_NOT_PROVEN", "identityProof")


@judges_words
async def refusable(step: Step) -> None:
    """
    Check that a refusal rests on a proven identity, or on the reason that the identity is not proven.

    The refusal of an erasure says what stays and why; a sender whose identity is not proven is told nothing about that.

    :raises CommandRefused: IDENTITY_NOT_PROVEN, REMAINS_MISSING
    """
    if step.reason != "IDENTITY_UNPROVEN":
        await identity_proven(step)
    if step.row.identity_proof is not None:
        remains_told(step)


def remains_told(step: Step) -> None:
    """
    Check that the person is informed which data is not erased, on what basis it stays, and why.

    Source: GDPR articles 12(4) and 17(3).

    :raises CommandRefused: REMAINS_MISSING
    """
    if step.row.kind == "ERASE" and not step.row.remains:
        raise transition_refused("REMAINS_MISSING", "remains")


async def extension_in_time(step: Step) -> None:
    """
    Check that the person is informed of an extension within the first month. Source: GDPR article 12(3).

    :raises CommandRefused: TOO_LATE_TO_EXTEND
    """
    if step.context.today > step.row.due_on:
        raise transition_refused("TOO_LATE_TO_EXTEND", "dueOn")


async def note_identity(step: Step) -> Changes:
    """Set how, by whom and when the identity was established."""
    return (
        set_column(step.row, "identity_proof", "identityProof", step.reason)
        | set_column(step.row, "identity_checked_at", "identityCheckedAt", step.context.now)
        | set_column(step.row, "identity_checked_by_name", "identityCheckedByName", step.context.viewer.name)
    )


async def extend_request(step: Step) -> Changes:
    """Move the due day by one or two months; the person is told of it by `tell_of_extension`."""
    row = step.row
    months = row.extension_months or MOST_MORE_MONTHS
    changes = set_column(row, "extension_months", "extensionMonths", months)
    changes |= set_column(row, "extension_reason", "extensionReason", step.reason)
    changes |= set_column(row, "extension_text", "extensionText", step.comment)
    changes |= set_column(row, "calendar_due_on", "calendarDueOn", calendar_due_on(row.received_on, months))
    return changes | set_column(row, "due_on", "dueOn", due_on(row.received_on, months))


async def asks_for_erasure(step: Step) -> None:
    """
    Check that the request asks for erasure.

    :raises CommandRefused: NOT_ERASING
    """
    if step.row.kind != "ERASE":
        raise transition_refused("NOT_ERASING", "kind")


async def propose_erasure_of_person(step: Step) -> Changes:
    """Propose a purge of the person, which two people decide; it lists what must stay, with the reason."""
    await propose_erasure(step.context, step.row.client_id, "ERASURE_REQUEST", step.db)
    return {}


DATA_REQUEST_RULES = Rulebook.of(
    guards=(identity_proven, refusable, extension_in_time, asks_for_erasure),
    effects=(note_identity, extend_request, propose_erasure_of_person),
    rules=(request_entered, request_complete),
)
