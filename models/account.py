"""Accounts that may log in, the roles that they hold for a time, and the records of log-ins."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.models import Model
from uuid_utils.compat import uuid7

from workflow.roles import GRANTABLE

_GRANTABLE = ", ".join(f"'{role}'" for role in GRANTABLE)


class Account(Model):
    """
    A person as the identity provider identifies the person: by (issuer, subject), never by an e-mail address.

    Local roles start from `staff_id`, `client_id`, `agency_id` or `workplace_id`; `kind` decides which of them may be
    set. `epoch` grows with every change of the account's rights, which makes cached viewers stale.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    issuer = fields.CharField(200)
    subject = fields.CharField(200)
    kind = fields.CharField(12)
    name = fields.CharField(200)
    language = fields.CharField(2, default="fi")
    staff_id = fields.UUIDField(null=True)
    client_id = fields.UUIDField(null=True)
    agency_id = fields.UUIDField(null=True)
    workplace_id = fields.UUIDField(null=True)
    epoch = fields.IntField(default=1)
    undertaking_version = fields.CharField(20, null=True)
    undertaking_accepted_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()
    disabled_at = fields.DatetimeField(null=True)

    class Meta:
        table = "account"
        constraints = (
            UniqueConstraint(fields=("issuer", "subject"), name="account_identity"),
            CheckConstraint(check="kind IN ('STAFF', 'TRAINEE', 'OFFICIAL', 'WORKPLACE')", name="account_kind"),
            CheckConstraint(check="language IN ('fi', 'sv', 'en')", name="account_language"),
            CheckConstraint(
                check="(kind = 'STAFF' OR staff_id IS NULL) AND (kind = 'TRAINEE') = (client_id IS NOT NULL)"
                " AND (kind = 'OFFICIAL') = (agency_id IS NOT NULL)"
                " AND (kind = 'WORKPLACE') = (workplace_id IS NOT NULL)",
                name="account_person",
            ),
            CheckConstraint(
                check="(undertaking_version IS NULL) = (undertaking_accepted_at IS NULL)", name="account_undertaking"
            ),
        )
        indexes = (
            Index(fields=("staff_id",), name="account_staff"),
            Index(fields=("client_id",), name="account_client"),
            Index(fields=("agency_id",), name="account_agency"),
            Index(fields=("workplace_id",), name="account_workplace"),
        )


class RoleGrant(Model):
    """A role of a staff account from `starts_on` until `ends_before` (exclusive); no `unit_id`: everywhere."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="grants", on_delete=fields.RESTRICT
    )
    role = fields.CharField(24)
    unit_id = fields.UUIDField(null=True)
    starts_on = fields.DateField()
    ends_before = fields.DateField(null=True)
    granted_by = fields.UUIDField()
    granted_at = fields.DatetimeField()

    class Meta:
        table = "role_grant"
        constraints = (
            CheckConstraint(
                check=f"role IN ({_GRANTABLE})",
                name="role_grant_role",
            ),
            CheckConstraint(check="ends_before IS NULL OR ends_before > starts_on", name="role_grant_period"),
        )
        indexes = (
            Index(fields=("account_id", "role"), name="role_grant_account"),
            Index(fields=("unit_id",), name="role_grant_unit"),
        )


class LoginEvent(Model):
    """One log-in or log-out, or an attempt. Rows are only added; the address is shortened to its network."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    at = fields.DatetimeField()
    account_id = fields.UUIDField(null=True)
    issuer = fields.CharField(200)
    outcome = fields.CharField(24)
    network = fields.CharField(43)

    class Meta:
        table = "login_event"
        constraints = (
            CheckConstraint(
                check="outcome IN ('LOGGED_IN', 'LOGGED_OUT', 'LOGGED_OUT_BY_PROVIDER', 'REFUSED', 'NO_ACCOUNT',"
                " 'DISABLED', 'UNDERTAKING_ACCEPTED', 'PASSWORD_REFUSED', 'THROTTLED',"
                " 'PASSWORD_CHANGED', 'SECOND_FACTOR_ENROLLED', 'SECOND_FACTOR_REFUSED', 'RECOVERY_CODE_USED')",
                name="login_event_outcome",
            ),
        )
        indexes = (Index(fields=("account_id", "id"), name="login_event_account"),)
