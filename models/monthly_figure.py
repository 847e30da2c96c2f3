"""The figures of each month, as they were counted once, and the months that were counted."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint
from tortoise.models import Model

from models.agency import Agency
from models.content import Content, Reach
from models.organisation import Unit
from workflow.language import States
from workflow.monthly_figure import FIGURE_KINDS, monthly_figure
from workflow.statistics import SMALLEST_GROUP


class MonthlyFigure(Content):
    """
    A number of people of a unit in a month, which `month` names by its first day; never less than five.

    `code` or `agency` is what they have in common, both empty in a total and where nothing was recorded. Rows are only
    added.
    """

    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="monthly_figures", on_delete=fields.RESTRICT
    )
    month = fields.DateField()
    kind = fields.CharField(24)
    code = fields.CharField(40, null=True)
    agency: fields.ForeignKeyNullableRelation[Agency] = fields.ForeignKeyField(
        "models.Agency", related_name="monthly_figures", on_delete=fields.RESTRICT, null=True
    )
    people = fields.IntField()

    reach = Reach(unit="unit_id")
    fixed = frozenset({"unit_id"})

    class Meta:
        table = "monthly_figure"
        constraints = (
            CheckConstraint(check=States(monthly_figure.states).sql(), name="monthly_figure_state"),
            CheckConstraint(check=f"kind IN ({', '.join(map(repr, FIGURE_KINDS))})", name="monthly_figure_kind"),
            CheckConstraint(check="extract(day FROM month) = 1", name="monthly_figure_first_day"),
            CheckConstraint(check=f"people >= {SMALLEST_GROUP}", name="monthly_figure_people"),
        )
        indexes = (
            Index(fields=("month", "id"), name="monthly_figure_order"),
            Index(fields=("unit_id", "month", "id"), name="monthly_figure_unit_order"),
        )


class FrozenMonth(Model):
    """A month whose figures were counted, named by its first day: it is never counted again. Rows are only added."""

    month = fields.DateField(primary_key=True)
    frozen_at = fields.DatetimeField()

    class Meta:
        table = "frozen_month"
