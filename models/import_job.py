"""The progress of an import: it can be stopped and run again, and a second run of the same file changes nothing."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import UniqueConstraint
from tortoise.models import Model
from uuid_utils.compat import uuid7


class ImportJob(Model):
    """
    One file imported into one unit. `file_digest` is SHA-256 of its bytes; the file itself is not stored.

    `rows_written` counts all runs together, `rows_refused` only the last run. `mapping_digest` is that of the mapping
    of the last run: another one reads other people from the same lines.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    kind = fields.CharField(24)
    file_name = fields.CharField(255)
    file_digest = fields.BinaryField()
    unit_id = fields.UUIDField()
    started_at = fields.DatetimeField()
    started_by = fields.UUIDField()
    finished_at = fields.DatetimeField(null=True)
    rows_written = fields.IntField(default=0)
    rows_refused = fields.IntField(default=0)
    mapping_digest = fields.BinaryField(null=True)

    class Meta:
        table = "import_job"
        constraints = (UniqueConstraint(fields=("kind", "unit_id", "file_digest"), name="import_job_file"),)


class ImportBatch(Model):
    """
    A batch that is written completely: this row is committed in the same transaction as the rows of the batch.

    A later run may write a batch that begins on the same line, when the client of that line was erased.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    job: fields.ForeignKeyRelation[ImportJob] = fields.ForeignKeyField(
        "models.ImportJob", related_name="batches", on_delete=fields.CASCADE
    )
    first_line = fields.IntField()
    last_line = fields.IntField()
    rows_written = fields.IntField()
    written_at = fields.DatetimeField()

    class Meta:
        table = "import_batch"
        indexes = (Index(fields=("job_id", "first_line"), name="import_batch_job"),)


class ImportRow(Model):
    """
    A row of the file that became a record. `row_digest` is keyed (models/sealed.py), so nobody can guess the person.

    Erasing the record also erases this row: otherwise a copy of the file would connect a person with an erased id.
    `import_id` is the import that wrote it, where somebody asked for one in the service.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    job: fields.ForeignKeyRelation[ImportJob] = fields.ForeignKeyField(
        "models.ImportJob", related_name="rows", on_delete=fields.CASCADE
    )
    line = fields.IntField()
    row_digest = fields.BinaryField()
    record_id = fields.UUIDField()
    import_id = fields.UUIDField(null=True)

    class Meta:
        table = "import_row"
        constraints = (UniqueConstraint(fields=("row_digest",), name="import_row_digest"),)
        indexes = (
            Index(fields=("record_id",), name="import_row_record"),
            Index(fields=("job_id", "line"), name="import_row_line"),
        )
