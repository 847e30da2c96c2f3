"""The requests of people about their own data, the package made for a request, and what it leaves out."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.models import Model
from uuid_utils.compat import uuid7

from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Register
from models.representation import Representation
from workflow.data_request import DECLINED_STATES, data_request, withholding
from workflow.language import States


class DataRequest(Content):
    """
    A request under GDPR articles 15–21, with its deadline and result.

    `entered_by` is the account of the employee who entered a request from paper, NULL when the person sent it here.
    `representation` is that by which a guardian asks for the person.
    `due_on` is `calendar_due_on`, or the next working day; rows of before have the former alone where both are one.
    `remains` is a list of {what, basis, why}: the data that could not be erased.
    """

    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="data_requests", on_delete=fields.RESTRICT
    )
    register: fields.ForeignKeyRelation[Register] = fields.ForeignKeyField(
        "models.Register", related_name="data_requests", on_delete=fields.RESTRICT
    )
    representation: fields.ForeignKeyNullableRelation[Representation] = fields.ForeignKeyField(
        "models.Representation", related_name="data_requests", on_delete=fields.RESTRICT, null=True
    )
    entered_by = fields.UUIDField(null=True)
    kind = fields.CharField(12)
    received_on = fields.DateField()
    channel = fields.CharField(40)
    request_text = fields.TextField(null=True)
    identity_proof = fields.CharField(40, null=True)
    identity_checked_at = fields.DatetimeField(null=True)
    identity_checked_by_name = fields.CharField(200, null=True)
    calendar_due_on = fields.DateField(null=True)
    due_on = fields.DateField()
    extension_months = fields.IntField(null=True)
    extension_reason = fields.CharField(40, null=True)
    extension_text = fields.TextField(null=True)
    extension_told_on = fields.DateField(null=True)
    reminded_on = fields.DateField(null=True)
    log_from = fields.DateField(null=True)
    log_special_reason = fields.CharField(500, null=True)
    package_built_at = fields.DatetimeField(null=True)
    package_expires_at = fields.DatetimeField(null=True)
    restricted_on = fields.DateField(null=True)
    lifting_announced_on = fields.DateField(null=True)
    lifting_text = fields.TextField(null=True)
    restriction_lifted_on = fields.DateField(null=True)
    remains: fields.JSONField[list[dict[str, object]]] = fields.JSONField(default=list)
    answer = fields.TextField(null=True)
    refusal_reason = fields.CharField(40, null=True)
    refusal_text = fields.TextField(null=True)
    appeal_text = fields.TextField(null=True)
    answered_on = fields.DateField(null=True)
    answer_told_on = fields.DateField(null=True)

    reach = Reach(client="client_id", author="entered_by", matter="RIGHTS", representation="representation_id")
    fixed = frozenset({"client_id", "entered_by", "representation_id"})

    class Meta:
        table = "data_request"
        constraints = (
            CheckConstraint(check=States(data_request.states).sql(), name="data_request_state"),
            CheckConstraint(
                check="kind IN ('ACCESS', 'LOG_ACCESS', 'RECTIFY', 'ERASE', 'RESTRICT', 'PORT', 'OBJECT')",
                name="data_request_kind",
            ),
            CheckConstraint(check="due_on > received_on", name="data_request_due"),
            CheckConstraint(check="extension_months BETWEEN 1 AND 2", name="data_request_extension"),
            CheckConstraint(
                check=DECLINED_STATES.implies("(refusal_reason IS NOT NULL AND appeal_text IS NOT NULL)"),
                name="data_request_appeal",
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="data_request_modified"),
            Index(fields=("client_id", "id"), name="data_request_client"),
            Index(fields=("representation_id", "id"), name="data_request_representation"),
            Index(fields=("due_on", "id"), name="data_request_due_order"),
            Index(fields=("received_on", "id"), name="data_request_received_order"),
            Index(fields=("entered_by", "id"), name="data_request_author"),
        )


class Withholding(Content):
    """
    Data that a package leaves out, and the reason: found by the declarations, or decided by the privacy officer.

    `object_ref` is the public id of the object, `field_key` the field; when it is NULL, the whole object is left out.
    """

    request: fields.ForeignKeyRelation[DataRequest] = fields.ForeignKeyField(
        "models.DataRequest", related_name="withholdings", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="withholdings", on_delete=fields.RESTRICT
    )
    object_ref = fields.CharField(70)
    field_key = fields.CharField(60, null=True)
    basis = fields.CharField(40)
    explanation = fields.CharField(500, null=True)

    reach = Reach(client="client_id")
    copies = {"client_id": Copy("request_id")}

    class Meta:
        table = "withholding"
        constraints = (
            CheckConstraint(check=States(withholding.states).sql(), name="withholding_state"),
            UniqueConstraint(fields=("request_id", "object_ref", "field_key"), name="withholding_once"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="withholding_modified"),
            Index(fields=("request_id", "id"), name="withholding_request"),
            Index(fields=("client_id", "id"), name="withholding_client"),
        )


class Package(Model):
    """
    The personal data of one request, ready for handing over: JSON and PDF, encrypted for this row, deleted on expiry.

    It is erased together with its request.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    request: fields.ForeignKeyRelation[DataRequest] = fields.ForeignKeyField(
        "models.DataRequest", related_name="packages", on_delete=fields.CASCADE
    )
    built_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    json = fields.BinaryField()
    pdf = fields.BinaryField()

    class Meta:
        table = "package"
        constraints = (UniqueConstraint(fields=("request_id",), name="package_request"),)
        indexes = (Index(fields=("expires_at",), name="package_expiry"),)
