"""The keys that this database knows, by id and fingerprint, never themselves; and how far a change of keys has come."""

from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.models import Model
from uuid_utils.compat import uuid7


class KeyVersion(Model):
    """
    A key that was in use when `rotate-keys` ran. Only the role that owns the tables writes it.

    `kind` is the setting without `_key`: field, index, cursor, session, log or backup. Every identity code that is
    written must have its index under each index key that `is_required`. `public_key` and `endorsement` are of a log
    key: an endorsement is signed by a newer key, and says that checkpoints of this one are still to be believed.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    kind = fields.CharField(12)
    number = fields.IntField()
    fingerprint = fields.BinaryField()
    introduced_at = fields.DatetimeField()
    is_required = fields.BooleanField(default=False)
    public_key = fields.CharField(64, null=True)
    endorsement = fields.TextField(null=True)
    retired_at = fields.DatetimeField(null=True)

    class Meta:
        table = "key_version"
        constraints = (
            UniqueConstraint(fields=("kind", "number"), name="key_version_once"),
            CheckConstraint(
                check="kind IN ('field', 'index', 'cursor', 'session', 'log', 'backup')", name="key_version_kind"
            ),
            CheckConstraint(check="NOT is_required OR retired_at IS NULL", name="key_version_required"),
        )


class KeyMove(Model):
    """
    How far the rows of one place were moved to a key: everything up to the id `moved_up_to` is done.

    `moved` counts all runs together. A killed run loses at most the batch that it had not committed.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    place = fields.CharField(60)
    target = fields.CharField(60)
    moved_up_to = fields.CharField(40, null=True)
    moved = fields.BigIntField(default=0)
    started_at = fields.DatetimeField()
    finished_at = fields.DatetimeField(null=True)

    class Meta:
        table = "key_move"
        constraints = (UniqueConstraint(fields=("place", "target"), name="key_move_once"),)
