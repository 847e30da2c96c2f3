"""The front ends through which people log in at the embedded provider."""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Content
from workflow.front_end_client import REVOKED_FRONT_END_STATES, front_end_client
from workflow.language import States


class FrontEndClient(Content):
    """
    A registered front end. It is ACTIVE until it is REVOKED, and REVOKED for ever.

    A confidential one authenticates with a secret, of which only the hash is stored; a public one uses PKCE alone.
    `origins` are the pages of browsers that may call the API and the provider from elsewhere.
    """

    name = fields.CharField(200)
    public_id = fields.CharField(80)
    is_confidential = fields.BooleanField()
    secret_hash: fields.Field[bytes | None] = fields.BinaryField(null=True)
    redirect_uris: ArrayField = ArrayField("text")
    post_logout_redirect_uris: ArrayField = ArrayField("text", default=list)
    origins: ArrayField = ArrayField("text", default=list)
    scopes: ArrayField = ArrayField("text", default=list)
    backchannel_logout_uri = fields.CharField(400, null=True)
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "front_end_client"
        constraints = (
            UniqueConstraint(fields=("public_id",), name="front_end_client_public_id"),
            CheckConstraint(check=States(front_end_client.states).sql(), name="front_end_client_state"),
            CheckConstraint(
                check=f"({REVOKED_FRONT_END_STATES.sql()}) = (revoked_at IS NOT NULL)", name="front_end_client_revoked"
            ),
            CheckConstraint(check="is_confidential = (secret_hash IS NOT NULL)", name="front_end_client_secret"),
            CheckConstraint(check="cardinality(redirect_uris) > 0", name="front_end_client_redirect"),
        )
