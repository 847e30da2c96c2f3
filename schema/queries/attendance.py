"""The commands and questions about working days that no declaration makes: many days at once, swaps, corrections."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

import strawberry

from resolvers.attendance.batches import confirm_days, not_organised, record_attendance, record_day
from resolvers.attendance.day_commands import correct_day, report_absence, swap_day
from resolvers.attendance.scopes import MOST_PEOPLE
from resolvers.context import CommandContext
from resolvers.declaration import ContentType, ContentTypes, camel
from resolvers.writing.commands import CommandOutcome
from schema.engine.directives import Protected
from schema.engine.type_factory import IDEMPOTENCY_KEY, compiled_field, register_type
from schema.execution.commands import BatchCommand, Command
from schema.execution.payloads import PayloadShape
from schema.queries.batches import RefusedObject, register_batch_payload
from workflow.vocabulary import ADD, MODIFY, MOVE

_NOUN = "attendance"
_PAYLOAD = "AttendanceBatchPayload"


def _given(text: str, permission: str = MODIFY.name, **options: Any) -> Any:
    return strawberry.field(description=text, directives=[Protected(write=permission)], **options)


@strawberry.input(one_of=True, description="Whose days: exactly one of these. What the caller may not see stays out.")
class AttendanceScope:
    """Whose working days a command or a sheet is about."""

    caseload: strawberry.Maybe[bool] = _given("`true`: the people whom the caller coaches, or stands in for, today.")
    unit_id: strawberry.Maybe[strawberry.ID] = _given("The people of a unit.")
    workplace_id: strawberry.Maybe[strawberry.ID] = _given("The people at a workplace.")
    group_id: strawberry.Maybe[strawberry.ID] = _given("The people of a coaching group, on the days they are in it.")
    contract_ids: strawberry.Maybe[list[strawberry.ID]] = _given(f"These contracts, at most {MOST_PEOPLE}.")


@strawberry.input(description="What is recorded of one day.")
class DayEntry:
    """One day of one person; what is not named stays as it is, and minutes follow from the plan."""

    attendance_id: strawberry.ID = _given("Which day.")
    revision: int | None = _given(
        "The revision that the caller has seen; without it, whatever it is now.", default=None
    )
    code: strawberry.Maybe[str | None] = _given("Present, or why not.")
    minutes: strawberry.Maybe[int | None] = _given("Minutes present, without travel.")
    arrived_at: strawberry.Maybe[datetime | None] = _given("When the person came.")
    left_at: strawberry.Maybe[datetime | None] = _given("When the person left.")
    certificate_seen_until: strawberry.Maybe[date | None] = _given(
        "Until when a certificate covers the absence.", "modify_care"
    )


@strawberry.input(description="The working day of many people.")
class RecordDayInput:
    """The planned days of a scope on one day: a default, and the exceptions from it."""

    scope: AttendanceScope = _given("Whose days.", MOVE.name)
    day: date = _given("Which day.", MOVE.name)
    default: str | None = _given(
        "The code of everybody who is not an exception and whose day was not planned with a code of its own, as a swap "
        "is; without it, only what is named or planned so is recorded.",
        default=None,
    )
    except_: list[DayEntry] | None = _given("The exceptions, each once.", default=None, name="except")
    note: str | None = _given("A remark, kept in the history of each day.", default=None)
    atomic: bool = _given("Whether one refusal leaves all days as they are.", MOVE.name, default=False)


@strawberry.input(description="Days of a grid.")
class RecordAttendanceInput:
    """Single days, each with what is recorded of it."""

    entries: list[DayEntry] = _given(f"The days, at most {MOST_PEOPLE}, each once.")
    note: str | None = _given("A remark, kept in the history of each day.", default=None)
    atomic: bool = _given("Whether one refusal leaves all days as they are.", MOVE.name, default=False)


@strawberry.input(description="A day on which the service was not organised.")
class NotOrganisedInput:
    """The planned days of a scope, all of which had no service."""

    scope: AttendanceScope = _given("Whose days.", MOVE.name)
    day: date = _given("Which day.", MOVE.name)
    reason: str = _given("Why, kept in the history of each day.")
    code: str | None = _given("The code, when the vocabulary has several for this.", default=None)
    atomic: bool = _given("Whether one refusal leaves all days as they are.", MOVE.name, default=False)


@strawberry.input(description="The recorded days of a period, such as a week.")
class ConfirmDaysInput:
    """The recorded days of a scope, to be confirmed."""

    scope: AttendanceScope = _given("Whose days.", MOVE.name)
    from_: date = _given("The first day.", MOVE.name, name="from")
    to: date = _given("The last day.", MOVE.name)
    atomic: bool = _given("Whether one refusal leaves all days as they are.", MOVE.name, default=False)


@strawberry.input(description="A planned day, and the day that is worked instead.")
class SwapDayInput:
    """Two days of one contract."""

    attendance_id: strawberry.ID = _given("The planned day that is given up.")
    revision: int = _given("The revision that the caller has seen.")
    day: date = _given("The day that is worked instead; nothing is planned on it yet.", ADD.name)
    planned_minutes: int | None = _given("Its length; without it, as long.", ADD.name, default=None)
    note: str | None = _given("A remark, kept in the history.", default=None)


@strawberry.input(description="An absence whose reason is not known yet.")
class ReportAbsenceInput:
    """A planned day on which the person does not come."""

    attendance_id: strawberry.ID = _given("Which day: today's, or one to come.")
    revision: int = _given("The revision that the caller has seen.")
    note: str | None = _given("A remark, kept in the history.", default=None)


@strawberry.input(description="What a locked day should have said.")
class CorrectDayInput:
    """A locked day, and what replaces it."""

    attendance_id: strawberry.ID = _given("The locked day.", ADD.name)
    code: str = _given("Present, or why not.", ADD.name)
    reason: str = _given("Why it is corrected, kept in the history.", ADD.name)
    minutes: strawberry.Maybe[int | None] = _given("Minutes present, without travel.", ADD.name)
    arrived_at: strawberry.Maybe[datetime | None] = _given("When the person came.", ADD.name)
    left_at: strawberry.Maybe[datetime | None] = _given("When the person left.", ADD.name)
    certificate_seen_until: strawberry.Maybe[date | None] = _given(
        "Until when a certificate covers the absence.", "modify_care"
    )


_INPUTS = (
    AttendanceScope,
    DayEntry,
    RecordDayInput,
    RecordAttendanceInput,
    NotOrganisedInput,
    ConfirmDaysInput,
    SwapDayInput,
    ReportAbsenceInput,
    CorrectDayInput,
    RefusedObject,
)
_BATCHES: Mapping[str, tuple[Any, str, str]] = {
    "record_day": (record_day, "RecordDayInput", "Record the working day of many people: a default, and exceptions."),
    "record_attendance": (record_attendance, "RecordAttendanceInput", "Record or change single days, as of a grid."),
    "not_organised": (not_organised, "NotOrganisedInput", "Record that the service was not organised on a day."),
    "confirm_days": (confirm_days, "ConfirmDaysInput", "Confirm the recorded days of a period, such as a week."),
}
_SINGLE: Mapping[str, tuple[Any, str, str, str]] = {
    "swap_day": (swap_day, "SwapDayInput", "Work on another day instead of a planned one.", ADD.name),
    "report_absence": (
        report_absence,
        "ReportAbsenceInput",
        "Say that somebody is away, for what is not known yet.",
        MODIFY.name,
    ),
    "correct_day": (correct_day, "CorrectDayInput", "Correct a locked day by another row.", ADD.name),
}


async def _run_single(
    run: Any, type_: ContentType, context: CommandContext, arguments: dict[str, Any]
) -> CommandOutcome:
    outcome: CommandOutcome = await run(type_, context, arguments["input"], arguments.get("idempotencyKey"))
    return outcome


def day_commands(content_types: ContentTypes) -> dict[str, Command]:
    """Return the commands about one day that no declaration makes, by mutation name."""
    type_ = content_types[_NOUN]
    return {
        camel(name): Command(type_, partial(_run_single, run, type_), write)
        for name, (run, _, _, write) in _SINGLE.items()
    }


def day_batches(content_types: ContentTypes) -> dict[str, BatchCommand]:
    """Return the commands about many days, by mutation name."""
    shape = PayloadShape(_PAYLOAD, content_types[_NOUN], "days", several=True)
    return {camel(name): BatchCommand(shape, run, loads=True) for name, (run, *_) in _BATCHES.items()}


def register_inputs() -> None:
    """Register what the commands and the sheet are given, before the fields that name it are built."""
    for kind in _INPUTS:
        register_type(kind.__name__, kind)


def day_mutations() -> dict[str, tuple[Any, Any]]:
    """Return the mutation fields of these commands; their inputs are registered already."""
    register_batch_payload(
        _PAYLOAD,
        "The answer to a command about many days. (Vastaus)",
        of="Attendance",
        key="days",
        changed="The days that were changed, as the caller may see them.",
        refused="The days that were refused, each with the reasons.",
    )
    many = {
        name: (None, compiled_field(_PAYLOAD, text, _arguments(input_), Protected(write=MOVE.name)))
        for name, (_, input_, text) in _BATCHES.items()
    }
    single = {
        name: (None, compiled_field("AttendancePayload", text, _arguments(input_), Protected(write=permission)))
        for name, (_, input_, text, permission) in _SINGLE.items()
    }
    return many | single


def _arguments(input_: str) -> dict[str, tuple[Any, str]]:
    return {"input": (input_, "What to do."), **IDEMPOTENCY_KEY}
