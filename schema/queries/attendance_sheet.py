"""The questions about working days that no declaration makes: the sheet of a period, and what a code entails."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

import strawberry

from resolvers.attendance.codes import codes_on
from resolvers.attendance.scopes import MOST_PEOPLE
from resolvers.attendance.sheet import MOST_DAYS, RECENT_DAYS, sheet_sql
from resolvers.refusals import ArgumentValueRefused
from schema.engine.directives import Protected
from schema.engine.type_factory import class_of, compiled_field, maybe, plain_field, register_type, several
from workflow.titles import LANGUAGES

SHEET_ROOTS = {"attendanceSheet": sheet_sql}
_VIEW = Protected(read="view")
_DAY = Annotated[date, strawberry.argument(description="The day on which the codes are recorded.")]

_TYPES: Mapping[str, tuple[str, Mapping[str, tuple[Any, str]]]] = {
    "SheetDay": (
        "A day of a sheet. (Päivä)",
        {
            "day": (date, "The day."),
            "weekday": (int, "1 is Monday, 7 is Sunday."),
            "is_holiday": (bool, "Whether it is a public holiday in Finland."),
        },
    ),
    "SheetTotals": (
        "The days of a row of a sheet in numbers, as far as the caller sees them. (Yhteensä)",
        {
            "planned": (int, "Days that are planned and not recorded yet."),
            "recorded": (int, "Days that were recorded."),
            "present": (int, "Days present."),
            "absent": (int, "Days absent."),
            "minutes": (int, "Minutes present."),
            "planned_minutes": (int, "Minutes by the contract, where the caller may see what is planned."),
        },
    ),
    "SheetRow": (
        "A person under a contract, in a sheet. (Rivi)",
        {
            "client": (maybe("Client"), "Whose days they are; null where the caller does not see the person."),
            "contract": (maybe("Contract"), "Under which contract; null where the caller does not see it."),
            "days": (several("Attendance"), "The days of the period, in order; corrected ones are left out."),
            "recent": (several("Attendance"), f"The last {RECENT_DAYS} recorded days before the period, in order."),
            "totals": ("SheetTotals", "What the days add up to."),
        },
    ),
    "AttendanceSheet": (
        "People by days. (Läsnäololista)",
        {
            "days": (several("SheetDay"), "The days of the period, in order."),
            "rows": (
                several("SheetRow"),
                f"People under contracts, by name, at most {MOST_PEOPLE}: whose day or contract of the period is seen.",
            ),
            "has_more": (bool, f"Whether there are more than {MOST_PEOPLE} rows; name a smaller scope."),
        },
    ),
}


@strawberry.type(description="What an attendance code entails on a day. (Merkinnän vaikutus)")
class AttendanceEffect:
    """One code of the vocabulary in use, and the effects that it says it has."""

    code: str = strawberry.field(description="The code.", directives=[_VIEW])
    title: str = strawberry.field(description="Its title in the language of the caller.", directives=[_VIEW])
    benefit: str | None = strawberry.field(description="What becomes of the benefit.", directives=[_VIEW])
    expense_allowance: str | None = strawberry.field(
        description="What becomes of the expense allowance.", directives=[_VIEW]
    )
    reported: str | None = strawberry.field(
        description="Whether the day is told in the absence report.", directives=[_VIEW]
    )
    billable: str | None = strawberry.field(description="Whether the day is billed.", directives=[_VIEW])
    is_absence: bool = strawberry.field(description="Whether it is an absence.", directives=[_VIEW])
    has_hours: bool = strawberry.field(description="Whether minutes belong to the day.", directives=[_VIEW])
    most_minutes: int | None = strawberry.field(description="The most minutes of such a day.", directives=[_VIEW])
    is_pending: bool = strawberry.field(description="Whether its reason is still to be asked for.", directives=[_VIEW])
    recorded_by_all: bool = strawberry.field(
        description="Whether the trainee, the workplace and a colleague may record it.", directives=[_VIEW]
    )
    needs_certificate_after_days: int | None = strawberry.field(
        description="After how many days in a row a certificate is needed.", directives=[_VIEW]
    )
    longest_days: int | None = strawberry.field(description="For how many days in a row it lasts.", directives=[_VIEW])


@strawberry.type
class AttendanceFields:
    """Root fields about working days that are computed, not stored."""

    @strawberry.field(
        description="The attendance codes in use on a day, and what each entails, before anything is saved."
        " (Merkintöjen vaikutukset)",
        directives=[_VIEW],
    )
    async def attendance_effects(self, info: strawberry.Info, day: _DAY) -> list[AttendanceEffect]:
        """Return the codes in the order of the vocabulary."""
        if not info.context.call.viewer.may_enter:
            return []
        language = LANGUAGES.index(info.context.request.language)
        try:
            on: date = info.context.content_types["attendance"].fields["day"].value.check(day)
        except ValueError as refused:
            raise ArgumentValueRefused(refused, "day", at=("attendanceEffects",)) from None
        found = await codes_on(info.context.pool, on)
        return [
            AttendanceEffect(
                code=one.token,
                title=one.titles[language],
                benefit=one.told.get("benefit"),
                expense_allowance=one.told.get("expense_allowance"),
                reported=one.told.get("reported"),
                billable=one.told.get("billable"),
                is_absence=one.effects.is_absence,
                has_hours=one.effects.has_hours,
                most_minutes=one.effects.most_minutes,
                is_pending=one.effects.is_pending,
                recorded_by_all=one.effects.recorded_by_all,
                needs_certificate_after_days=one.number("needs_certificate_after_days"),
                longest_days=one.number("longest_days"),
            )
            for one in found
        ]


def sheet_fields() -> dict[str, tuple[Any, Any]]:
    """Return the root field of the sheet."""
    for name, (text, fields) in _TYPES.items():
        declared = {
            key: (annotation, plain_field(told, Protected(read="schedule" if key == "planned_minutes" else "view")))
            for key, (annotation, told) in fields.items()
        }
        register_type(name, strawberry.type(class_of(name, declared), description=text))
    arguments = {
        "scope": ("AttendanceScope", "Whose days."),
        "from_": (date, "The first day."),
        "to": (date, f"The last day; at most {MOST_DAYS} days in all."),
    }
    text = "The working days of many people: people by days, by name, in one look."
    return {"attendance_sheet": (None, compiled_field("AttendanceSheet", text, arguments, _VIEW))}
