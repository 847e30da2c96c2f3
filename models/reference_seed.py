"""What the service itself has put into the database as reference content, and which versions of it were loaded."""

from tortoise import fields
from tortoise.migrations.constraints import UniqueConstraint
from tortoise.models import Model


class ReferenceSeed(Model):
    """One object that came with the service, or was there before; `digest` is the SHA-256 of the values that came."""

    id = fields.BigIntField(primary_key=True, generated=True)
    noun = fields.CharField(32)
    natural_key = fields.CharField(160)
    digest = fields.BinaryField()
    object_id = fields.UUIDField()
    seeded_at = fields.DatetimeField()

    class Meta:
        table = "reference_seed"
        constraints = (UniqueConstraint(fields=("noun", "natural_key"), name="reference_seed_item"),)


class ReferenceLoad(Model):
    """One version of the whole reference content that was loaded: `digest` is the SHA-256 of all of it."""

    id = fields.BigIntField(primary_key=True, generated=True)
    digest = fields.BinaryField()
    loaded_at = fields.DatetimeField()

    class Meta:
        table = "reference_load"
        constraints = (UniqueConstraint(fields=("digest",), name="reference_load_digest"),)
