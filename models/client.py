"""
The client: a person. The identity code is encrypted; its blind index is unique but for those that are held.

models/code_index.py says why there are two columns of it.
"""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.indexes import Index, PartialIndex
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Content, Reach
from models.organisation import Unit
from workflow.client import client
from workflow.language import States


class Client(Content):
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="clients", on_delete=fields.RESTRICT
    )
    first_names = fields.CharField(100, null=True)
    call_name = fields.CharField(100, null=True)
    last_name = fields.CharField(100)
    sort_key = fields.CharField(400)
    personal_identity_code = fields.BinaryField(null=True)
    identity_index = fields.BinaryField(null=True)
    identity_index_even = fields.BinaryField(null=True)
    identity_held = fields.BooleanField(default=False)  # an earlier client has the code too (models/identity_match.py)
    date_of_birth = fields.DateField(null=True)
    gender = fields.CharField(12, default="UNDISCLOSED")
    mother_tongue = fields.CharField(3, null=True)
    service_language = fields.CharField(3, default="fi")
    interpreter_needed = fields.BooleanField(default=False)
    municipality = fields.CharField(3, null=True)
    street_address = fields.CharField(200, null=True)
    postal_code = fields.CharField(10, null=True)
    city = fields.CharField(100, null=True)
    country = fields.CharField(2, default="FI")
    contact_address = fields.CharField(300, null=True)
    phones = ArrayField("text", default=list)
    email = fields.CharField(254, null=True)
    emergency_contact = fields.CharField(300, null=True)
    representatives = fields.CharField(500, null=True)
    safety_restriction = fields.BooleanField(default=False)
    safety_review_on = fields.DateField(null=True)
    died_on = fields.DateField(null=True)
    processing_restriction = fields.BooleanField(default=False)
    confirmed_distinct = fields.BooleanField(default=False, null=True)  # NULL: nobody was asked
    merged_into_id = fields.UUIDField(null=True)

    reach = Reach(
        client="id",
        unit="unit_id",
        restrictions=frozenset({"safety_restriction", "processing_restriction"}),
        matter="PERSON",
    )
    movable = frozenset({"unit_id"})

    class Meta:
        table = "client"
        constraints = (
            CheckConstraint(check=States(client.states).sql(), name="client_state"),
            UniqueConstraint(
                fields=("identity_index",), name="client_personal_identity_code", condition="NOT identity_held"
            ),
            UniqueConstraint(
                fields=("identity_index_even",),
                name="client_personal_identity_code_even",
                condition="NOT identity_held",
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="client_modified"),
            Index(fields=("unit_id", "id"), name="client_unit_order_page"),
            Index(fields=("unit_id", "modified_at", "id"), name="client_unit_modified"),
            Index(fields=("unit_id", "sort_key", "id"), name="client_unit_order"),
            Index(fields=("sort_key", "id"), name="client_order"),
            PartialIndex(fields=("id",), name="client_safety", condition={"safety_restriction": True}),
            PartialIndex(fields=("id",), name="client_processing", condition={"processing_restriction": True}),
            Index(fields=("date_of_birth", "id"), name="client_date_of_birth"),
            Index(fields=("merged_into_id",), name="client_merged_into"),
            Index(fields=("identity_index",), name="client_identity"),
            Index(fields=("identity_index_even",), name="client_identity_even"),
        )
