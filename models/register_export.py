"""Exports of whole registers that two people decided on; the archive itself is not kept here."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.content import Content
from models.organisation import Register
from workflow.language import States
from workflow.register_export import DONE_EXPORT_STATES, register_export


class RegisterExport(Content):
    """`created_by` proposed it. `digest` is the SHA-256 of the manifest, by which a receiver tells it is whole."""

    register: fields.ForeignKeyRelation[Register] = fields.ForeignKeyField(
        "models.Register", related_name="exports", on_delete=fields.RESTRICT
    )
    receiver = fields.CharField(200)
    basis = fields.CharField(500)
    lines = fields.IntField(null=True)
    digest = fields.CharField(64, null=True)
    done_at = fields.DatetimeField(null=True)

    class Meta:
        table = "register_export"
        constraints = (
            CheckConstraint(check=States(register_export.states).sql(), name="register_export_state"),
            CheckConstraint(
                check=f"({DONE_EXPORT_STATES.sql()}) = (done_at IS NOT NULL) AND (done_at IS NULL) = (digest IS NULL)",
                name="register_export_done",
            ),
        )
        indexes = (Index(fields=("register_id", "id"), name="register_export_register"),)
