"""Who pays the benefit of a client, by periods."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.agency import Agency
from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Unit
from workflow.benefit_payer import benefit_payer
from workflow.language import States


class BenefitPayer(Content):
    """
    `payer` pays the benefit from `starts_on` to `ends_on`, both included; without an end until further notice.

    The migration adds in SQL that the valid periods of a client do not overlap, because the ORM has no such constraint:
    benefit_payer_period EXCLUDE USING gist (client_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&).
    """

    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="benefit_payers", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="benefit_payers", on_delete=fields.RESTRICT
    )
    payer: fields.ForeignKeyRelation[Agency] = fields.ForeignKeyField(
        "models.Agency", related_name="benefit_payers", on_delete=fields.RESTRICT
    )
    starts_on = fields.DateField()
    ends_on = fields.DateField(null=True)

    reach = Reach(client="client_id", unit="unit_id", matter="PERSON")
    copies = {"unit_id": Copy("client_id")}
    fixed = frozenset({"client_id"})

    class Meta:
        table = "benefit_payer"
        constraints = (
            CheckConstraint(check=States(benefit_payer.states).sql(), name="benefit_payer_state"),
            CheckConstraint(check="ends_on >= starts_on", name="benefit_payer_days"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="benefit_payer_modified"),
            Index(fields=("unit_id", "id"), name="benefit_payer_unit_order_page"),
            Index(fields=("unit_id", "modified_at", "id"), name="benefit_payer_unit_modified"),
            Index(fields=("unit_id", "starts_on", "id"), name="benefit_payer_unit_order"),
            Index(fields=("client_id", "starts_on", "id"), name="benefit_payer_client_order"),
            Index(fields=("starts_on", "id"), name="benefit_payer_order"),
        )
