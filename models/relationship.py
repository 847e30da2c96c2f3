"""A client in one register, from start to end, and the substitutes of the responsible coach."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Register, StaffMember, Unit
from workflow.language import States
from workflow.relationship import relationship, substitution


class Relationship(Content):
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="relationships", on_delete=fields.RESTRICT
    )
    register: fields.ForeignKeyRelation[Register] = fields.ForeignKeyField(
        "models.Register", related_name="relationships", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="relationships", on_delete=fields.RESTRICT
    )
    responsible_coach: fields.ForeignKeyRelation[StaffMember] = fields.ForeignKeyField(
        "models.StaffMember", related_name="relationships", on_delete=fields.RESTRICT
    )
    referral_id = fields.UUIDField(null=True)
    started_on = fields.DateField()
    ended_on = fields.DateField(null=True)
    end_reason = fields.CharField(40, null=True)
    situation_at_start = fields.CharField(40, null=True)
    situation_at_end = fields.CharField(40, null=True)
    retention_due_on = fields.DateField(null=True)

    reach = Reach(client="client_id", unit="unit_id", matter="COACHING")
    copies = {"unit_id": Copy("client_id", may_differ=True)}
    fixed = frozenset({"client_id", "referral_id"})

    class Meta:
        table = "relationship"
        constraints = (CheckConstraint(check=States(relationship.states).sql(), name="relationship_state"),)
        indexes = (
            Index(fields=("modified_at", "id"), name="relationship_modified"),
            Index(fields=("started_on", "id"), name="relationship_started_on"),
            Index(fields=("unit_id", "id"), name="relationship_unit_order_page"),
            Index(fields=("unit_id", "modified_at", "id"), name="relationship_unit_modified"),
            Index(fields=("client_id", "id"), name="relationship_client"),
            Index(fields=("responsible_coach_id", "client_id"), name="relationship_caseload"),
            Index(fields=("unit_id", "started_on", "id"), name="relationship_unit_order"),
        )


class Substitution(Content):
    """A coach who covers a colleague's client in [starts_on, ends_before); without an end for a second coach."""

    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="substitutions", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="substitutions", on_delete=fields.RESTRICT
    )
    staff_member: fields.ForeignKeyRelation[StaffMember] = fields.ForeignKeyField(
        "models.StaffMember", related_name="substitutions", on_delete=fields.RESTRICT
    )
    starts_on = fields.DateField()
    ends_before = fields.DateField(null=True)

    reach = Reach(client="client_id", unit="unit_id")
    copies = {"unit_id": Copy("client_id", may_differ=True)}
    fixed = frozenset({"client_id"})

    class Meta:
        table = "substitution"
        constraints = (CheckConstraint(check=States(substitution.states).sql(), name="substitution_state"),)
        indexes = (
            Index(fields=("modified_at", "id"), name="substitution_modified"),
            Index(fields=("unit_id", "id"), name="substitution_unit_order"),
            Index(fields=("unit_id", "modified_at", "id"), name="substitution_unit_modified"),
            Index(fields=("staff_member_id", "client_id"), name="substitution_caseload"),
            Index(fields=("client_id", "id"), name="substitution_client"),
        )
