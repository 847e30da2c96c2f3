"""The second factor of people of the embedded provider: secrets are stored encrypted, codes and challenges hashed."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import UniqueConstraint
from tortoise.models import Model
from uuid_utils.compat import uuid7

from models.provider import ProviderUser


class SecondFactor(Model):
    """
    The authenticator application of a person.

    `secret` is encrypted with a key outside the database. `last_step` is the time step (of 30 s since 1970, UTC) of the
    code that was used last: neither it nor an older one is accepted again.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    user: fields.ForeignKeyRelation[ProviderUser] = fields.ForeignKeyField(
        "models.ProviderUser", related_name="second_factors", on_delete=fields.CASCADE
    )
    secret = fields.TextField()
    last_step = fields.BigIntField()
    enrolled_at = fields.DatetimeField()

    class Meta:
        table = "second_factor"
        constraints = (UniqueConstraint(fields=("user_id",), name="second_factor_user"),)


class RecoveryCode(Model):
    """A code that lets a person in once without the device."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    user: fields.ForeignKeyRelation[ProviderUser] = fields.ForeignKeyField(
        "models.ProviderUser", related_name="recovery_codes", on_delete=fields.CASCADE
    )
    digest = fields.BinaryField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "recovery_code"
        constraints = (UniqueConstraint(fields=("user_id", "digest"), name="recovery_code_once"),)


class LogInChallenge(Model):
    """A log-in whose password was right and whose second factor is awaited; deleted when it is answered."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    digest = fields.BinaryField()
    user: fields.ForeignKeyRelation[ProviderUser] = fields.ForeignKeyField(
        "models.ProviderUser", related_name="challenges", on_delete=fields.CASCADE
    )
    expires_at = fields.DatetimeField()

    class Meta:
        table = "log_in_challenge"
        constraints = (UniqueConstraint(fields=("digest",), name="log_in_challenge_digest"),)
        indexes = (Index(fields=("expires_at",), name="log_in_challenge_expiry"),)
