"""The months of units: all working days of a unit in a month, closed as a whole."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Content, Reach
from models.organisation import Unit
from workflow.attendance_month import attendance_month
from workflow.language import States


class AttendanceMonth(Content):
    """A month of a unit; `month` is its first day. The days of it are those that count for the unit's account."""

    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="attendance_months", on_delete=fields.RESTRICT
    )
    month = fields.DateField()
    locked_at = fields.DatetimeField(null=True)

    reach = Reach(unit="unit_id")
    fixed = frozenset({"unit_id"})

    class Meta:
        table = "attendance_month"
        constraints = (
            CheckConstraint(check=States(attendance_month.states).sql(), name="attendance_month_state"),
            UniqueConstraint(fields=("unit_id", "month"), name="attendance_month_once"),
            CheckConstraint(check="extract(day FROM month) = 1", name="attendance_month_first_day"),
        )
        indexes = (Index(fields=("month", "id"), name="attendance_month_order"),)
