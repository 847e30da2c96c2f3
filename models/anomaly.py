"""Unusual reading of personal data that somebody should explain, and the days of the log that were analysed."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.models import Model

from models.content import Content, Reach
from models.organisation import StaffMember, Unit
from workflow.anomaly import anomaly
from workflow.language import States


class Anomaly(Content):
    kind = fields.CharField(20)
    account_id = fields.UUIDField()
    staff_member: fields.ForeignKeyRelation[StaffMember] = fields.ForeignKeyField(
        "models.StaffMember", related_name="anomalies", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="anomalies", on_delete=fields.RESTRICT
    )
    starts_at = fields.DatetimeField()
    ends_before = fields.DatetimeField()
    looks = fields.IntField()
    count = fields.IntField()
    threshold = fields.IntField()
    first_entry = fields.BigIntField()
    last_entry = fields.BigIntField()

    reach = Reach(unit="unit_id")
    fixed = frozenset({"unit_id"})

    class Meta:
        table = "anomaly"
        constraints = (
            CheckConstraint(check=States(anomaly.states).sql(), name="anomaly_state"),
            CheckConstraint(
                check="kind IN ('OUTSIDE_CASELOAD', 'BULK', 'IDENTITY_SEARCH', 'NIGHT', 'EMERGENCY')",
                name="anomaly_kind",
            ),
            CheckConstraint(check="ends_before > starts_at", name="anomaly_period"),
            CheckConstraint(check="first_entry <= last_entry", name="anomaly_entries"),
            UniqueConstraint(fields=("account_id", "kind", "starts_at"), name="anomaly_once"),
        )
        indexes = (Index(fields=("unit_id", "state"), name="anomaly_unit"),)


class AnomalyDay(Model):
    """A day of the log, from 6:00 to 6:00, that was analysed; no day is analysed twice."""

    day = fields.DateField(primary_key=True)
    found = fields.IntField()
    at = fields.DatetimeField()

    class Meta:
        table = "anomaly_day"
