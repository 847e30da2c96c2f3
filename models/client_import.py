"""Imports of clients that somebody asked for in the service, and the lines of their files that were refused."""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.content import Content, Copy, Reach
from models.organisation import Unit
from workflow.client_import import (
    COUNTED_IMPORT_STATES,
    ENDED_IMPORT_STATES,
    REFUSED_IMPORT_STATES,
    client_import,
    import_refusal,
)
from workflow.language import States


class ClientImport(Content):
    """
    A file of clients of one unit. The file is an attachment, which is gone when the import has ended.

    `asked_by` is who asked last for the check or the run; in that account's name the worker reads and writes.
    `checked_digest` is SHA-256 of the file and of how it was to be read, as it was when the check was asked for.
    `lines_read` counts while a worker works, of `lines_expected`; when it has finished, the lines that were read are
    those `written`, `unchanged` and `refused` together. After a check, `written` are those that would be written.
    """

    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="client_imports", on_delete=fields.RESTRICT
    )
    sheet = fields.CharField(200, null=True)
    encoding = fields.CharField(40, null=True)
    nobody_is_restricted = fields.BooleanField(default=False)
    distinct_lines = fields.TextField(null=True)
    mapping = fields.TextField(null=True)
    asked_by = fields.UUIDField(null=True)
    asked_by_name = fields.CharField(200, null=True)
    asked_at = fields.DatetimeField(null=True)
    checked_digest = fields.CharField(64, null=True)
    lines_expected = fields.IntField(null=True)
    lines_read = fields.IntField(null=True)
    written = fields.IntField(null=True)
    unchanged = fields.IntField(null=True)
    refused = fields.IntField(null=True)
    notes: fields.Field[list[str]] = ArrayField("text", default=list)
    refusal = fields.CharField(40, null=True)
    refusal_line = fields.IntField(null=True)
    refusal_names: fields.Field[list[str]] = ArrayField("text", default=list)
    ended_at = fields.DatetimeField(null=True)

    reach = Reach(unit="unit_id", author="created_by")
    fixed = frozenset({"unit_id"})

    class Meta:
        table = "client_import"
        constraints = (
            CheckConstraint(check=States(client_import.states).sql(), name="client_import_state"),
            CheckConstraint(
                check=f"({REFUSED_IMPORT_STATES.sql()}) = (refusal IS NOT NULL)", name="client_import_refusal"
            ),
            CheckConstraint(
                check=COUNTED_IMPORT_STATES.implies("lines_read = written + unchanged + refused"),
                name="client_import_lines",
            ),
            CheckConstraint(
                check=f"({ENDED_IMPORT_STATES.sql()}) = (ended_at IS NOT NULL)", name="client_import_ended"
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="client_import_modified"),
            Index(fields=("created_by", "id"), name="client_import_author"),
            Index(fields=("unit_id", "modified_at", "id"), name="client_import_unit_modified"),
            Index(fields=("unit_id", "id"), name="client_import_unit_order"),
            Index(fields=("state", "asked_at", "id"), name="client_import_waiting"),
        )


class ImportRefusal(Content):
    """
    Why a line of a file was or would be refused; of a line with several faults there are several.

    `field` is the name of the client's field as the API has it, NULL for the whole line; `reason` is a sentence in the
    language of whoever asked. The worker writes these rows at the end and takes those of an earlier check away.
    """

    client_import: fields.ForeignKeyRelation[ClientImport] = fields.ForeignKeyField(
        "models.ClientImport", related_name="refusals", on_delete=fields.CASCADE
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="import_refusals", on_delete=fields.RESTRICT
    )
    line = fields.IntField()
    field = fields.CharField(60, null=True)
    code = fields.CharField(60)
    reason = fields.CharField(500)

    reach = Reach(unit="unit_id")
    copies = {"unit_id": Copy("client_import_id")}

    class Meta:
        table = "import_refusal"
        constraints = (CheckConstraint(check=States(import_refusal.states).sql(), name="import_refusal_state"),)
        indexes = (
            Index(fields=("client_import_id", "line", "id"), name="import_refusal_import"),
            Index(fields=("line", "id"), name="import_refusal_order"),
            Index(fields=("modified_at", "id"), name="import_refusal_modified"),
            Index(fields=("unit_id", "line", "id"), name="import_refusal_unit_order"),
            Index(fields=("unit_id", "modified_at", "id"), name="import_refusal_unit_modified"),
            Index(fields=("unit_id", "id"), name="import_refusal_unit"),
        )
