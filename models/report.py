"""The reports on the coaching that a referring agency is told."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Unit
from models.referral import Referral
from models.relationship import Relationship
from workflow.language import States
from workflow.report import DELIVERED_REPORT_STATES, report


class Report(Content):
    """`referral` is copied from the relationship; `digest` is the SHA-256 of what was delivered."""

    relationship: fields.ForeignKeyRelation[Relationship] = fields.ForeignKeyField(
        "models.Relationship", related_name="reports", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="reports", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="reports", on_delete=fields.RESTRICT
    )
    referral: fields.ForeignKeyNullableRelation[Referral] = fields.ForeignKeyField(
        "models.Referral", related_name="reports", on_delete=fields.RESTRICT, null=True
    )
    kind = fields.CharField(8)
    starts_on = fields.DateField()
    ends_on = fields.DateField()
    summary = fields.TextField(null=True)
    goals = fields.TextField(null=True)
    attendance = fields.TextField(null=True)
    recommendation = fields.TextField(null=True)
    client_view = fields.TextField(null=True)
    heard_at = fields.DatetimeField(null=True)
    approved_at = fields.DatetimeField(null=True)
    approved_by_name = fields.CharField(200, null=True)
    delivered_at = fields.DatetimeField(null=True)
    digest = fields.CharField(64, null=True)

    reach = Reach(client="client_id", unit="unit_id", consent="referral_id", category="PROGRAMME", matter="COACHING")
    copies = {
        "client_id": Copy("relationship_id"),
        "unit_id": Copy("relationship_id"),
        "referral_id": Copy("relationship_id"),
    }

    class Meta:
        table = "report"
        constraints = (
            CheckConstraint(check=States(report.states).sql(), name="report_state"),
            CheckConstraint(check="kind IN ('INTERIM', 'FINAL')", name="report_kind"),
            CheckConstraint(check="ends_on >= starts_on", name="report_period"),
            CheckConstraint(
                check=DELIVERED_REPORT_STATES.implies("digest IS NOT NULL AND delivered_at IS NOT NULL"),
                name="report_delivered",
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="report_modified"),
            Index(fields=("unit_id", "id"), name="report_unit_order_page"),
            Index(fields=("unit_id", "modified_at", "id"), name="report_unit_modified"),
            Index(fields=("unit_id", "ends_on", "id"), name="report_unit_order"),
            Index(fields=("client_id", "ends_on", "id"), name="report_client_order"),
            Index(fields=("relationship_id", "id"), name="report_relationship"),
            Index(fields=("referral_id", "ends_on", "id"), name="report_referral"),
            Index(fields=("ends_on", "id"), name="report_order"),
        )
