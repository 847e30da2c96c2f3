"""Break-the-glass and support access: who may see whom, for which reason, and until when."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import StaffMember, Unit
from workflow.exceptional_access import emergency_access, support_access
from workflow.language import States


class EmergencyAccess(Content):
    """An employee's access to one client outside the caseload; the policy reads `account_id`, `state` and `ends_at`."""

    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="emergency_accesses", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="emergency_accesses", on_delete=fields.RESTRICT
    )
    staff_member: fields.ForeignKeyNullableRelation[StaffMember] = fields.ForeignKeyField(
        "models.StaffMember", related_name="emergency_accesses", on_delete=fields.RESTRICT, null=True
    )
    account_id = fields.UUIDField()
    reason = fields.CharField(500)
    minutes = fields.IntField(default=60)
    ends_at = fields.DatetimeField()
    finding = fields.CharField(40, null=True)
    reviewed_by_name = fields.CharField(200, null=True)

    reach = Reach(client="client_id", unit="unit_id", author="account_id")
    copies = {"unit_id": Copy("client_id")}
    fixed = frozenset({"client_id", "account_id"})

    class Meta:
        table = "emergency_access"
        constraints = (
            CheckConstraint(check=States(emergency_access.states).sql(), name="emergency_access_state"),
            CheckConstraint(check="minutes BETWEEN 1 AND 60", name="emergency_access_minutes"),
            CheckConstraint(check="ends_at <= created_at + interval '60 minutes'", name="emergency_access_end"),
            CheckConstraint(check="char_length(reason) >= 20", name="emergency_access_reason"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="emergency_access_modified"),
            Index(fields=("unit_id", "id"), name="emergency_access_unit_order_page"),
            Index(fields=("unit_id", "modified_at", "id"), name="emergency_access_unit_modified"),
            Index(fields=("account_id", "id"), name="emergency_access_account_order"),
            Index(fields=("account_id", "state", "client_id"), name="emergency_access_account"),
            Index(fields=("client_id", "id"), name="emergency_access_client"),
            Index(fields=("unit_id", "state", "id"), name="emergency_access_unit_order"),
        )


class SupportAccess(Content):
    """The access of one of the vendor's staff for a limited time: to one client or to a unit."""

    staff_member: fields.ForeignKeyRelation[StaffMember] = fields.ForeignKeyField(
        "models.StaffMember", related_name="support_accesses", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyNullableRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="support_accesses", on_delete=fields.RESTRICT, null=True
    )
    whole_unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="support_accesses", on_delete=fields.RESTRICT, null=True
    )
    reason = fields.CharField(500)
    starts_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()
    finding = fields.CharField(40, null=True)
    reviewed_by_name = fields.CharField(200, null=True)

    reach = Reach(client="client_id", unit="whole_unit_id")
    fixed = frozenset({"client_id", "whole_unit_id"})

    class Meta:
        table = "support_access"
        constraints = (
            CheckConstraint(check=States(support_access.states).sql(), name="support_access_state"),
            CheckConstraint(
                check="ends_at > starts_at AND ends_at <= starts_at + interval '8 hours'", name="support_access_period"
            ),
            CheckConstraint(check="num_nonnulls(client_id, whole_unit_id) = 1", name="support_access_target"),
            CheckConstraint(check="char_length(reason) >= 20", name="support_access_reason"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="support_access_modified"),
            Index(fields=("whole_unit_id", "modified_at", "id"), name="support_access_whole_unit_id_modified"),
            Index(fields=("staff_member_id", "state"), name="support_access_staff"),
            Index(fields=("client_id", "id"), name="support_access_client"),
            Index(fields=("whole_unit_id", "id"), name="support_access_unit_order"),
        )
