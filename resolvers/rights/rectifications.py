"""Rectifications: what a person may want corrected, how a correction is written, and who is informed. Decision 0046."""

from datetime import date
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from auth.access_paths import RowFacts
from models.data_request import DataRequest
from resolvers.context import (
    Changes,
    CommandContext,
    LoadedRow,
    PendingChange,
    Rulebook,
    Step,
)
from resolvers.declaration import ContentType, Field
from resolvers.notifications.recipients import inform_recipients
from resolvers.own_objects import own_object
from resolvers.public_ids import public_id
from resolvers.refusals import Problem, problem_of_value
from resolvers.writing.assignment import history_value
from resolvers.writing.object_changes import change_object
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import set_column, transition_refused
from workflow.data_request import OPEN_STATES, UNDECIDED_STATES
from workflow.roles import Role
from workflow.vocabulary import VIEW

YES = frozenset({"true", "kyllä", "ja", "yes"})
NO = frozenset({"false", "ei", "nej", "no"})
_READING_ROLES = frozenset({Role.TRAINEE, Role.PRIVACY_OFFICER})


class ValueUnread(ValueError):
    """The text is not a value of the field's kind."""

    code = "VALUE_REFUSED"


def parsed_value(field: Field, text: str | None, row: Any, today: date) -> Any:
    """
    Return the value that a text stands for in a row, checked and in its normal form; None stays None.

    :raises ValueError: when the field has no such value
    """
    if text is None:
        return None
    if field.choices and text not in field.choices:
        raise ValueUnread
    if field.value.name == "Boolean":
        if text.lower() not in YES | NO:
            raise ValueUnread
        return text.lower() in YES
    if field.value.many:
        return field.value.checked([line for line in text.splitlines() if line.strip()], row, today)
    return field.value.checked(int(text) if field.value.name == "Int" else text, row, today)


def value_as_text(value: Any) -> str | None:
    """Return a stored value as text for a form, with one line for each of several values."""
    if value is None:
        return None
    plain = history_value(value)
    return "\n".join(map(str, plain)) if isinstance(plain, list) else str(plain)


def is_rectifiable(type_: ContentType, row: Any, field: Field) -> bool:
    """
    Return whether a correction may be written into the field now.

    A field that nobody may write in this state is not written through a request either: a signed note is amended, and a
    locked day is replaced. Source: rules R12 and R21.
    """
    is_plain = not (field.sealed or field.embedded or field.target)
    return (
        is_plain
        and field.write.name not in {"never", "add"}
        and bool(type_.kind.workflow.roles(row.state, field.write))
    )


async def _rectified_field(
    context: CommandContext, item: Any, db: TransactionalDBClient, *, is_locked: bool = False
) -> tuple[ContentType, Any, Field] | None:
    """
    Return type, row and field of an item.

    None when the object is not the person's, or is a draft that neither the person nor the privacy officer reads.
    """
    own_row = await own_object(context, item.client_id, item.object_ref, db, is_locked=is_locked)
    if own_row is None or not own_row[0].kind.workflow.roles(own_row[1].state, VIEW) & _READING_ROLES:
        return None
    field = next((f for f in own_row[0].fields.values() if f.key == item.field_key and f.personal), None)
    return (*own_row, field) if field else None


async def rectification_of_own_field(change: PendingChange) -> list[Problem]:
    """Check that an item is about a personal field of the person's own object, and store the present value."""
    row = change.row
    if "objectRef" not in change.keys:
        return []
    request = await DataRequest.get(pk=row.request_id, using_db=change.db)
    problems = problem_unless(request.kind == "RECTIFY", "NOT_A_CORRECTION", "requestId")
    problems += problem_unless(request.state in UNDECIDED_STATES, "REQUEST_NOT_OPEN", "requestId")
    # The item shows the present value, so a second person adds it, not whoever entered the request. Decision 0064.
    if request.entered_by == change.context.viewer.account:
        return [*problems, Problem("OWN_REQUEST", ("requestId",))]
    rectified = await _rectified_field(change.context, row, change.db)
    if rectified is None:
        return [*problems, Problem("NOT_FOUND", ("objectRef",))]
    type_, target, field = rectified
    if field.sealed:
        return problems + problem_unless(row.proposed_value is None, "NOT_IN_PLAIN_TEXT", "proposedValue")
    if is_rectifiable(type_, target, field):
        row.before_value = value_as_text(getattr(target, field.name))
        try:
            parsed_value(field, row.proposed_value, target, change.context.today)
        except ValueError as refused:
            problems.append(problem_of_value(refused, "proposedValue"))
    return problems


async def item_is_worked_on(step: Step) -> None:
    """
    Check that the request of the item is being processed; the identity is proven by then.

    :raises CommandRefused: REQUEST_NOT_OPEN
    """
    request = await _request_of(step)
    if request.state not in OPEN_STATES:
        raise transition_refused("REQUEST_NOT_OPEN")


async def _request_of(step: Step) -> DataRequest:
    return await DataRequest.select_for_update().using_db(step.db).get(pk=step.row.request_id)


async def apply_rectification(step: Step) -> Changes:
    """
    Write the correction like any other change, in the name of the decider, and inform earlier recipients.

    The history of the object names the request as its authority. Source: GDPR articles 16 and 19.

    :raises CommandRefused: NOT_RECTIFIABLE, or the refusal of the change
    """
    rectified = await _rectified_field(step.context, step.row, step.db, is_locked=True)
    if rectified is None or not is_rectifiable(*rectified):
        raise transition_refused("NOT_RECTIFIABLE", "fieldKey")
    type_, target, field = rectified
    before = value_as_text(getattr(target, field.name))
    stored = {column: getattr(target, column) for column in type_.model._meta.fields_db_projection}
    values = {field.key: parsed_value(field, step.row.proposed_value, target, step.context.today)}
    authority = public_id("data_request", step.row.request_id)
    await change_object(
        step.context, LoadedRow(type_, target, stored, RowFacts()), values, "RECTIFY", step.db, comment=authority
    )
    await inform_recipients(step, await _request_of(step), "CORRECTED", [field.key])
    return (
        set_column(step.row, "before_value", "beforeValue", before)
        | set_column(step.row, "after_value", "afterValue", value_as_text(getattr(target, field.name)))
        | set_column(step.row, "decided_on", "decidedOn", step.context.today)
    )


async def note_completion(step: Step) -> Changes:
    """
    Store how the data was corrected by other means of its type: an amendment, a replacing day, a new code.

    Earlier recipients of the field are informed, as of any correction.
    """
    await inform_recipients(step, await _request_of(step), "CORRECTED", [step.row.field_key])
    return await note_refusal(step)


async def note_refusal(step: Step) -> Changes:
    """Store why the item was refused; the person's own statement may be stored beside it."""
    return set_column(step.row, "decision_text", "decisionText", step.comment) | set_column(
        step.row, "decided_on", "decidedOn", step.context.today
    )


RECTIFICATION_RULES = Rulebook.of(
    guards=(item_is_worked_on,),
    effects=(
        apply_rectification,
        note_completion,
        note_refusal,
    ),
    rules=(rectification_of_own_field,),
)
