"""Files that belong to objects. The contents are encrypted files on disk; the table holds their metadata."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint
from tortoise.models import Model
from uuid_utils.compat import uuid7


class Attachment(Model):
    """
    One file of one object. Its name is personal data and is stored only here; on disk the file is named by its id.

    Until `uploaded_at` is set, the file is announced and not uploaded yet. `awaited_until` is set when its object was
    sent without it: until then its bytes may follow. To delete a file, delete its row: files on
    disk that have no row are removed later. `scanned_at` is the moment of the virus scanner's last verdict,
    None before the first; `finding` is the name of what it found, and None for a clean file. A file with a finding is
    in quarantine.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    noun = fields.CharField(32)
    object_id = fields.UUIDField()
    name = fields.CharField(200)
    media_type = fields.CharField(100)
    size = fields.IntField()
    sha256 = fields.CharField(64)
    added_at = fields.DatetimeField()
    added_by = fields.UUIDField()
    added_by_name = fields.CharField(200)
    uploaded_at = fields.DatetimeField(null=True)
    awaited_until = fields.DatetimeField(null=True)
    scanned_at = fields.DatetimeField(null=True)
    finding = fields.CharField(200, null=True)

    class Meta:
        table = "attachment"
        constraints = (
            CheckConstraint(check="size > 0", name="attachment_size"),
            CheckConstraint(check="sha256 ~ '^[0-9a-f]{64}$'", name="attachment_sha256"),
            CheckConstraint(check="finding IS NULL OR scanned_at IS NOT NULL", name="attachment_finding"),
        )
        indexes = (
            Index(fields=("object_id", "id"), name="attachment_object"),
            Index(fields=("scanned_at", "id"), name="attachment_scanned"),
        )
