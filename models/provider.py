"""The data of the embedded OpenID provider. Secrets, codes and tokens are stored as hashes, signing keys encrypted."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import UniqueConstraint
from tortoise.models import Model
from uuid_utils.compat import uuid7


class ProviderUser(Model):
    """A person with a password. The subject of the tokens is the id; the user name may change."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    username = fields.CharField(100)
    password_hash = fields.CharField(200)
    password_changed_at = fields.DatetimeField()
    created_at = fields.DatetimeField()
    disabled_at = fields.DatetimeField(null=True)

    class Meta:
        table = "provider_user"
        constraints = (UniqueConstraint(fields=("username",), name="provider_user_username"),)


class AuthorizationCode(Model):
    """A code, valid for one minute and one use. A used one stays until it expires, so that a second use is noticed."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    digest = fields.BinaryField()
    family = fields.UUIDField()
    user: fields.ForeignKeyRelation[ProviderUser] = fields.ForeignKeyField(
        "models.ProviderUser", related_name="codes", on_delete=fields.CASCADE
    )
    client = fields.CharField(80)
    redirect_uri = fields.CharField(400)
    scope = fields.CharField(400)
    nonce = fields.CharField(200, null=True)
    code_challenge = fields.CharField(128)
    authenticated_at = fields.DatetimeField()
    has_second_factor = fields.BooleanField(default=False)
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "provider_code"
        constraints = (UniqueConstraint(fields=("digest",), name="provider_code_digest"),)
        indexes = (Index(fields=("expires_at",), name="provider_code_expiry"),)


class RefreshToken(Model):
    """A refresh token, valid for one use. All tokens of one log-in are a family and end together."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    digest = fields.BinaryField()
    family = fields.UUIDField()
    user: fields.ForeignKeyRelation[ProviderUser] = fields.ForeignKeyField(
        "models.ProviderUser", related_name="refresh_tokens", on_delete=fields.CASCADE
    )
    client = fields.CharField(80)
    scope = fields.CharField(400)
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "provider_refresh_token"
        constraints = (UniqueConstraint(fields=("digest",), name="provider_refresh_token_digest"),)
        indexes = (
            Index(fields=("family",), name="provider_refresh_token_family"),
            Index(fields=("expires_at",), name="provider_refresh_token_expiry"),
        )


class ProviderKey(Model):
    """
    A key that signs tokens from `signs_from` until a newer key signs; published until `published_until`, if it is set.

    `private_key` is encrypted with a key outside the database.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    private_key = fields.TextField()
    public_key: fields.Field[dict[str, str]] = fields.JSONField()
    created_at = fields.DatetimeField()
    signs_from = fields.DatetimeField()
    published_until = fields.DatetimeField(null=True)

    class Meta:
        table = "provider_key"
        indexes = (Index(fields=("published_until",), name="provider_key_published"),)


class LogInThrottle(Model):
    """Failed log-ins of one user name from one network. They never delay the same name in another network."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    digest = fields.BinaryField()
    attempts = fields.IntField()
    blocked_until = fields.DatetimeField()
    expires_at = fields.DatetimeField()

    class Meta:
        table = "provider_throttle"
        constraints = (UniqueConstraint(fields=("digest",), name="provider_throttle_digest"),)
        indexes = (Index(fields=("expires_at",), name="provider_throttle_expiry"),)
