"""The workplaces, of this organisation or of others, where people work under a contract."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Content, Reach
from models.organisation import Unit
from workflow.language import States
from workflow.workplace import workplace


class Workplace(Content):
    """`contact_unit` is not named `unit`: a contract copies `unit` from its references, from the programme."""

    contact_unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="workplaces", on_delete=fields.RESTRICT
    )
    name = fields.CharField(200)
    business_id = fields.CharField(9, null=True)
    municipality = fields.CharField(3, null=True)
    street_address = fields.CharField(200, null=True)
    postal_code = fields.CharField(10, null=True)
    city = fields.CharField(100, null=True)
    contact_name = fields.CharField(200, null=True)
    phone = fields.CharField(20, null=True)
    email = fields.CharField(254, null=True)

    reach = Reach(unit="contact_unit_id", workplace="id")
    movable = frozenset({"contact_unit_id"})

    class Meta:
        table = "workplace"
        constraints = (
            CheckConstraint(check=States(workplace.states).sql(), name="workplace_state"),
            UniqueConstraint(fields=("contact_unit_id", "name"), name="workplace_name"),
        )
        indexes = (Index(fields=("name", "id"), name="workplace_order"),)
