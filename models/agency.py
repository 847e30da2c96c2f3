"""The authorities that refer people, and the officials who act for them."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Content, Reach
from workflow.agency import agency, official
from workflow.language import States


class Agency(Content):
    name = fields.CharField(200)
    kind = fields.CharField(40)
    business_id = fields.CharField(9, null=True)
    municipality = fields.CharField(3, null=True)
    street_address = fields.CharField(200, null=True)
    postal_code = fields.CharField(10, null=True)
    city = fields.CharField(100, null=True)
    phone = fields.CharField(20, null=True)
    email = fields.CharField(254, null=True)

    reach = Reach(agency="id")

    class Meta:
        table = "agency"
        constraints = (
            CheckConstraint(check=States(agency.states).sql(), name="agency_state"),
            UniqueConstraint(fields=("name",), name="agency_name"),
        )


class Official(Content):
    agency: fields.ForeignKeyRelation[Agency] = fields.ForeignKeyField(
        "models.Agency", related_name="officials", on_delete=fields.RESTRICT
    )
    first_name = fields.CharField(100, null=True)
    last_name = fields.CharField(100)
    sort_key = fields.CharField(400)
    title = fields.CharField(100, null=True)
    phone = fields.CharField(20, null=True)
    email = fields.CharField(254, null=True)

    reach = Reach(agency="agency_id")
    fixed = frozenset({"agency_id"})

    class Meta:
        table = "official"
        constraints = (CheckConstraint(check=States(official.states).sql(), name="official_state"),)
        indexes = (Index(fields=("agency_id", "sort_key", "id"), name="official_agency_order"),)
