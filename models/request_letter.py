"""What a person is told of a data request, in the service or by a printed letter."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.client import Client
from models.content import Content, Copy, Reach
from models.data_request import DataRequest
from models.representation import Representation
from workflow.language import States
from workflow.request_letter import TOLD_REQUEST_LETTER_STATES, request_letter


class RequestLetter(Content):
    """
    One thing that a person is told of a request; of the erased it keeps what it was about, when and how they were told.

    `recipient` is the name and address to which a printed letter goes, NULL when the person was told in the service.
    `representation` is that of the guardian who is told in the place of the person.
    """

    request: fields.ForeignKeyRelation[DataRequest] = fields.ForeignKeyField(
        "models.DataRequest", related_name="letters", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="request_letters", on_delete=fields.RESTRICT
    )
    representation: fields.ForeignKeyNullableRelation[Representation] = fields.ForeignKeyField(
        "models.Representation", related_name="request_letters", on_delete=fields.RESTRICT, null=True
    )
    occasion = fields.CharField(12)
    language = fields.CharField(2)
    text = fields.TextField(null=True)
    recipient = fields.TextField(null=True)
    told_how = fields.CharField(40, null=True)
    told_on = fields.DateField(null=True)
    told_by_name = fields.CharField(200, null=True)

    reach = Reach(client="client_id", matter="RIGHTS", representation="representation_id")
    copies = {"client_id": Copy("request_id")}
    fixed = frozenset({"representation_id"})

    class Meta:
        table = "request_letter"
        constraints = (
            CheckConstraint(check=States(request_letter.states).sql(), name="request_letter_state"),
            CheckConstraint(check="occasion IN ('EXTENSION', 'LIFTING', 'ANSWER')", name="request_letter_occasion"),
            CheckConstraint(check="language IN ('fi', 'sv', 'en')", name="request_letter_language"),
            CheckConstraint(
                check=TOLD_REQUEST_LETTER_STATES.implies("(told_on IS NOT NULL AND told_how IS NOT NULL)"),
                name="request_letter_told",
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="request_letter_modified"),
            Index(fields=("request_id", "id"), name="request_letter_request"),
            Index(fields=("client_id", "id"), name="request_letter_client"),
            Index(fields=("representation_id", "id"), name="request_letter_representation"),
        )
