"""Corrections of fields that a person requests, and notices to agencies that have seen the old data."""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.agency import Agency
from models.client import Client
from models.content import Content, Copy, Reach
from models.data_request import DataRequest
from models.referral import Referral
from workflow.language import States
from workflow.rectification import disclosure_notice, rectification


class Rectification(Content):
    """
    One field of one object: its requested value, and its values before and after the decision.

    `object_ref` is the public id of the object, `field_key` the field's name in GraphQL. Values are text as in a form;
    an encrypted field has no values here.
    """

    request: fields.ForeignKeyRelation[DataRequest] = fields.ForeignKeyField(
        "models.DataRequest", related_name="rectifications", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="rectifications", on_delete=fields.RESTRICT
    )
    object_ref = fields.CharField(70)
    field_key = fields.CharField(60)
    proposed_value = fields.TextField(null=True)
    before_value = fields.TextField(null=True)
    after_value = fields.TextField(null=True)
    decision_text = fields.TextField(null=True)
    decided_on = fields.DateField(null=True)
    statement = fields.TextField(null=True)

    reach = Reach(client="client_id")
    copies = {"client_id": Copy("request_id")}

    class Meta:
        table = "rectification"
        constraints = (CheckConstraint(check=States(rectification.states).sql(), name="rectification_state"),)
        indexes = (
            Index(fields=("modified_at", "id"), name="rectification_modified"),
            Index(fields=("request_id", "id"), name="rectification_request"),
            Index(fields=("client_id", "id"), name="rectification_client"),
        )


class DisclosureNotice(Content):
    """
    Informs an agency that data shown to it have been corrected, erased or restricted; it never holds the values.

    `client` and `request` are NULL after the person is erased; `reference` is the agency's own, from its referral.
    """

    agency: fields.ForeignKeyRelation[Agency] = fields.ForeignKeyField(
        "models.Agency", related_name="disclosure_notices", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyNullableRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="disclosure_notices", on_delete=fields.RESTRICT, null=True
    )
    request: fields.ForeignKeyNullableRelation[DataRequest] = fields.ForeignKeyField(
        "models.DataRequest", related_name="disclosure_notices", on_delete=fields.RESTRICT, null=True
    )
    referral: fields.ForeignKeyNullableRelation[Referral] = fields.ForeignKeyField(
        "models.Referral", related_name="disclosure_notices", on_delete=fields.RESTRICT, null=True
    )
    kind = fields.CharField(12)
    field_keys = ArrayField("text", default=list)
    noted_at = fields.DatetimeField()
    reference = fields.CharField(200, null=True)

    reach = Reach(client="client_id", agency="agency_id")
    copies = {"client_id": Copy("request_id")}
    fixed = frozenset({"agency_id"})

    class Meta:
        table = "disclosure_notice"
        constraints = (
            CheckConstraint(check=States(disclosure_notice.states).sql(), name="disclosure_notice_state"),
            CheckConstraint(
                check="kind IN ('CORRECTED', 'ERASED', 'RESTRICTED', 'LIFTED')", name="disclosure_notice_kind"
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="disclosure_notice_modified"),
            Index(fields=("noted_at", "id"), name="disclosure_notice_noted_at"),
            Index(fields=("agency_id", "modified_at", "id"), name="disclosure_notice_agency_modified"),
            Index(fields=("agency_id", "noted_at", "id"), name="disclosure_notice_agency_noted_at"),
            Index(fields=("agency_id", "id"), name="disclosure_notice_agency"),
            Index(fields=("client_id", "id"), name="disclosure_notice_client"),
            Index(fields=("request_id", "id"), name="disclosure_notice_request"),
        )
