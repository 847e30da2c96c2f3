"""Groups in which people are coached together, and who is in them."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import StaffMember, Unit
from workflow.coaching_group import coaching_group, group_member
from workflow.language import States


class CoachingGroup(Content):
    """A group of a unit. It is about nobody: who is in it stands in rows of their own."""

    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="coaching_groups", on_delete=fields.RESTRICT
    )
    name = fields.CharField(200)
    coach: fields.ForeignKeyRelation[StaffMember] = fields.ForeignKeyField(
        "models.StaffMember", related_name="coaching_groups", on_delete=fields.RESTRICT
    )
    second_coach: fields.ForeignKeyNullableRelation[StaffMember] = fields.ForeignKeyField(
        "models.StaffMember", related_name="assisted_groups", on_delete=fields.RESTRICT, null=True
    )

    reach = Reach(unit="unit_id")
    fixed = frozenset({"unit_id"})

    class Meta:
        table = "coaching_group"
        constraints = (CheckConstraint(check=States(coaching_group.states).sql(), name="coaching_group_state"),)
        indexes = (
            Index(fields=("name", "id"), name="coaching_group_order"),
            Index(fields=("unit_id", "name", "id"), name="coaching_group_unit_order"),
        )


class GroupMember(Content):
    """A client in a group in [starts_on, ends_before)."""

    coaching_group: fields.ForeignKeyRelation[CoachingGroup] = fields.ForeignKeyField(
        "models.CoachingGroup", related_name="members", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="group_members", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="group_members", on_delete=fields.RESTRICT
    )
    starts_on = fields.DateField()
    ends_before = fields.DateField(null=True)

    reach = Reach(client="client_id", unit="unit_id", matter="COACHING")
    copies = {"unit_id": Copy("client_id")}
    fixed = frozenset({"client_id"})

    class Meta:
        table = "group_member"
        constraints = (
            CheckConstraint(check=States(group_member.states).sql(), name="group_member_state"),
            CheckConstraint(check="ends_before >= starts_on", name="group_member_period"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="group_member_modified"),
            Index(fields=("unit_id", "modified_at", "id"), name="group_member_unit_modified"),
            Index(fields=("unit_id", "id"), name="group_member_unit_order"),
            Index(fields=("client_id", "id"), name="group_member_client"),
            Index(fields=("coaching_group_id", "client_id"), name="group_member_group"),
        )
