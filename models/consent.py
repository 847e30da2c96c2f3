"""A person's consent to a disclosure: recipient, categories of data, version of the text, period of validity."""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.agency import Agency
from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Unit
from workflow.consent import CONSENT_IN_FORCE_STATES, WITHDRAWN_CONSENT_STATES, consent
from workflow.language import States


class Consent(Content):
    """
    With `referral_id` the consent covers only the data that follow from one referral; without it, every referral of the
    agency. `given_on` and `valid_until` are days, both included; the consent ends at the instant `withdrawn_at` (UTC).
    """

    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="consents", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="consents", on_delete=fields.RESTRICT
    )
    agency: fields.ForeignKeyRelation[Agency] = fields.ForeignKeyField(
        "models.Agency", related_name="consents", on_delete=fields.RESTRICT
    )
    referral_id = fields.UUIDField(null=True)
    purpose = fields.CharField(40)
    categories = ArrayField("text", default=list)
    text_version = fields.CharField(40)
    given_on = fields.DateField(null=True)
    valid_until = fields.DateField(null=True)
    withdrawn_at = fields.DatetimeField(null=True)
    channel = fields.CharField(12, default="SERVICE")
    evidence = fields.CharField(500, null=True)

    reach = Reach(client="client_id", unit="unit_id", agency="agency_id", matter="RIGHTS")
    copies = {"unit_id": Copy("client_id")}
    fixed = frozenset({"client_id", "agency_id", "referral_id"})

    class Meta:
        table = "consent"
        constraints = (
            CheckConstraint(check=States(consent.states).sql(), name="consent_state"),
            CheckConstraint(check="channel IN ('SERVICE', 'PAPER', 'AUTHORITY')", name="consent_channel"),
            CheckConstraint(check="valid_until >= given_on", name="consent_period"),
            CheckConstraint(check=CONSENT_IN_FORCE_STATES.implies("given_on IS NOT NULL"), name="consent_given"),
            CheckConstraint(
                check=f"({WITHDRAWN_CONSENT_STATES.sql()}) = (withdrawn_at IS NOT NULL)", name="consent_withdrawn"
            ),
            CheckConstraint(check="categories <@ ARRAY['ATTENDANCE', 'PROGRAMME']::text[]", name="consent_categories"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="consent_modified"),
            Index(fields=("unit_id", "modified_at", "id"), name="consent_unit_modified"),
            Index(fields=("agency_id", "modified_at", "id"), name="consent_agency_modified"),
            Index(fields=("client_id", "agency_id", "id"), name="consent_client"),
            Index(fields=("agency_id", "id"), name="consent_agency_order"),
            Index(fields=("unit_id", "id"), name="consent_unit_order"),
            Index(fields=("referral_id",), name="consent_referral"),
        )
