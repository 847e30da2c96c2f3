"""The systems of an agency that call the API with tokens of their own."""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Content, Reach
from workflow.agency_client import REVOKED_AGENCY_CLIENT_STATES, agency_client
from workflow.language import States


class AgencyClient(Content):
    """
    A registered client of an agency. It is ACTIVE until it is REVOKED, and REVOKED for ever.

    It authenticates with a secret, of which only the hash is stored, or with a key of `jwks`. Its tokens carry
    (`issuer`, `subject`); at the embedded provider the subject is `public_id` itself. With `listed_documents_only` it
    may ask the documents of the service and its own `documents`, a list of {name, text}.
    """

    name = fields.CharField(200)
    agency_id = fields.UUIDField()
    public_id = fields.CharField(80)
    issuer = fields.CharField(200)
    subject = fields.CharField(200)
    scopes: ArrayField = ArrayField("text")
    secret_hash: fields.Field[bytes | None] = fields.BinaryField(null=True)
    jwks: fields.Field[dict[str, object] | None] = fields.JSONField(null=True)
    epoch = fields.IntField(default=1)
    listed_documents_only = fields.BooleanField(null=True)
    documents: fields.JSONField[list[dict[str, str]]] = fields.JSONField(null=True, default=list)
    expires_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)
    last_used_at = fields.DatetimeField(null=True)

    reach = Reach(agency="agency_id")
    fixed = frozenset({"agency_id"})

    class Meta:
        table = "agency_client"
        constraints = (
            UniqueConstraint(fields=("issuer", "subject"), name="agency_client_identity"),
            UniqueConstraint(fields=("issuer", "public_id"), name="agency_client_public_id"),
            CheckConstraint(check=States(agency_client.states).sql(), name="agency_client_state"),
            CheckConstraint(
                check=f"({REVOKED_AGENCY_CLIENT_STATES.sql()}) = (revoked_at IS NOT NULL)", name="agency_client_revoked"
            ),
            CheckConstraint(check="secret_hash IS NULL OR jwks IS NULL", name="agency_client_one_proof"),
            CheckConstraint(check="cardinality(scopes) > 0", name="agency_client_scopes"),
        )
        indexes = (Index(fields=("agency_id",), name="agency_client_agency"),)
