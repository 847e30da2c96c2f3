"""The saved views: conditions and an order of a list, which tell nothing of anybody."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.content import Content, Reach
from models.organisation import Unit
from workflow.language import States
from workflow.saved_view import SHARED_VIEW_STATES, saved_view


class SavedView(Content):
    """What a list of one type is asked for. `unit` is whom it is shared with, while it is."""

    name = fields.CharField(200)
    about = fields.CharField(60)
    conditions: fields.Field[Any] = fields.JSONField()
    order_by = fields.CharField(80, null=True)
    unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="saved_views", null=True, on_delete=fields.RESTRICT
    )

    reach = Reach(unit="unit_id", author="created_by")
    movable = frozenset({"unit_id"})

    class Meta:
        table = "saved_view"
        constraints = (
            CheckConstraint(check=States(saved_view.states).sql(), name="saved_view_state"),
            CheckConstraint(check=SHARED_VIEW_STATES.implies("unit_id IS NOT NULL"), name="saved_view_shared"),
        )
        indexes = (
            Index(fields=("created_by", "name", "id"), name="saved_view_author_order"),
            Index(fields=("unit_id", "name", "id"), name="saved_view_unit_order"),
            Index(fields=("modified_at", "id"), name="saved_view_modified"),
            Index(fields=("name", "id"), name="saved_view_order"),
            Index(fields=("unit_id", "modified_at", "id"), name="saved_view_unit_modified"),
            Index(fields=("unit_id", "id"), name="saved_view_unit"),
        )
