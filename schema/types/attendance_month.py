"""The month of a unit: its working days, closed as a whole."""

# A declaration is a table: one field, one line.

from datetime import date, datetime

import models
from schema.engine.language import content_type, protected, to_one
from workflow.attendance_month import attendance_month
from workflow.vocabulary import ADD


@content_type(
    model=models.AttendanceMonth,
    workflow=attendance_month,
    plural="attendanceMonths",
    titles="Läsnäolokuukausi|Närvaromånad|Attendance month",
    default_order="month",
    rules=("first_of_month",),
)
class AttendanceMonth:
    """The working days of one unit in one month: confirmed, then locked. A locked day is only corrected by another."""

    unit: object = to_one(
        "unit", "Yksikkö|Enhet|Unit", "For whose account the days count.", write=ADD, required=True, filter=True
    )
    month: date = protected("Kuukausi|Månad|Month", "Its first day.", write=ADD, required=True, filter=True, order=True)
    locked_at: datetime = protected("Lukittu|Låst|Locked at", "When it was locked last, UTC.")
