"""The originals of papers that were scanned, until they are returned or destroyed."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Unit
from workflow.language import States
from workflow.paper_original import HANDLED_PAPER_STATES, paper_original


class PaperOriginal(Content):
    """`attachment` is the public id of the file made of the paper; `handled_by_name` is who did away with the paper."""

    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="paper_originals", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="paper_originals", on_delete=fields.RESTRICT
    )
    what = fields.CharField(200)
    place = fields.CharField(200, null=True)
    attachment = fields.CharField(60)
    received_on = fields.DateField()
    due_on = fields.DateField()
    handled_on = fields.DateField(null=True)
    handled_by_name = fields.CharField(200, null=True)

    reach = Reach(client="client_id", unit="unit_id")
    copies = {"unit_id": Copy("client_id")}
    fixed = frozenset({"client_id"})

    class Meta:
        table = "paper_original"
        constraints = (
            CheckConstraint(check=States(paper_original.states).sql(), name="paper_original_state"),
            CheckConstraint(
                check=f"({HANDLED_PAPER_STATES.sql()}) = (handled_on IS NOT NULL)", name="paper_original_handled"
            ),
            CheckConstraint(check="handled_on >= received_on", name="paper_original_period"),
            UniqueConstraint(fields=("attachment",), name="paper_original_attachment"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="paper_original_modified"),
            Index(fields=("unit_id", "id"), name="paper_original_unit_order"),
            Index(fields=("unit_id", "modified_at", "id"), name="paper_original_unit_modified"),
            Index(fields=("client_id", "id"), name="paper_original_client"),
            Index(fields=("state", "due_on"), name="paper_original_due"),
        )
