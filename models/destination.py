"""The hosts outside this service to which the service may send something."""

from tortoise import fields
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Content
from workflow.destination import destination
from workflow.language import States


class Destination(Content):
    kind = fields.CharField(20)
    host = fields.CharField(253)
    country = fields.CharField(2)
    purpose = fields.CharField(500)

    class Meta:
        table = "destination"
        constraints = (
            CheckConstraint(check=States(destination.states).sql(), name="destination_state"),
            UniqueConstraint(fields=("kind", "host"), name="destination_host"),
            CheckConstraint(check="kind IN ('MAIL', 'WEBHOOK', 'IDENTITY_PROVIDER')", name="destination_kind"),
        )
