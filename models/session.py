"""Sessions of logged-in people, and values that may be used only once."""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.models import Model
from uuid_utils.compat import uuid7

from models.account import Account


class Session(Model):
    """
    One log-in in one browser. The cookie holds the random id, the row only its hash; log-out deletes the row.

    `expires_at` moves with use, but never past `ends_at`. `provider_sid` is the provider's id of the log-in. `id_token`
    goes only to the provider, at log-out; it is sealed with the session key for this row, and NULL when the provider
    encrypts it. `acr`, `amr` and
    `authenticated_at` are the level, the means and the moment of the log-in as the provider names them; `is_strong` is
    what the operator holds of that level, and false unless the operator has named it.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    id_hash = fields.BinaryField()
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="sessions", on_delete=fields.CASCADE
    )
    provider_sid = fields.CharField(200, null=True)
    id_token = fields.TextField(null=True)
    created_at = fields.DatetimeField()
    seen_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()
    acr = fields.CharField(200, null=True)
    amr: ArrayField = ArrayField("text", default=list)
    authenticated_at = fields.DatetimeField(null=True)
    is_strong = fields.BooleanField(default=False)

    class Meta:
        table = "session"
        constraints = (
            UniqueConstraint(fields=("id_hash",), name="session_id_hash"),
            CheckConstraint(check="NOT is_strong OR acr IS NOT NULL", name="session_strong"),
            CheckConstraint(check="expires_at <= ends_at", name="session_end"),
        )
        indexes = (
            Index(fields=("account_id",), name="session_account"),
            Index(fields=("provider_sid",), name="session_provider_sid"),
            Index(fields=("expires_at",), name="session_expiry"),
        )


class SpentNonce(Model):
    """A used value, which may not be used again before `expires_at`; after that it is refused because of its age."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    purpose = fields.CharField(20)
    digest = fields.BinaryField()
    expires_at = fields.DatetimeField()

    class Meta:
        table = "spent_nonce"
        constraints = (
            UniqueConstraint(fields=("purpose", "digest"), name="spent_nonce_once"),
            CheckConstraint(
                check="purpose IN ('LOGIN_STATE', 'LOGOUT_TOKEN', 'CLIENT_ASSERTION')", name="spent_nonce_purpose"
            ),
        )
        indexes = (Index(fields=("expires_at",), name="spent_nonce_expiry"),)
