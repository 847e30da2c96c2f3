"""
Accounts, role grants and the records of log-ins become content; invitations are new.

Rows that are there get the columns of all content. A client's account loses its name: the client has one.
"""

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from uuid_utils.compat import uuid7

NOBODY = "'00000000-0000-0000-0000-000000000000'::uuid"
FORWARD = f"""
UPDATE account SET state = CASE WHEN disabled_at IS NULL THEN 'ACTIVE' ELSE 'DISABLED' END, revision = 1,
  provenance = 'OWN', created_by = {NOBODY}, modified_by = {NOBODY}, modified_at = created_at,
  name = CASE WHEN kind = 'TRAINEE' THEN NULL ELSE name END;
UPDATE role_grant SET state = CASE WHEN ends_before <= CURRENT_DATE THEN 'ENDED' ELSE 'IN_FORCE' END, revision = 1,
  provenance = 'OWN', modified_by = created_by, modified_at = created_at;
ALTER TABLE login_event DISABLE TRIGGER login_event_append_only;
UPDATE login_event SET state = 'RECORDED', revision = 1, provenance = 'OWN', created_at = at, modified_at = at,
  created_by = coalesce(account_id, {NOBODY}), modified_by = coalesce(account_id, {NOBODY});
ALTER TABLE login_event ENABLE TRIGGER login_event_append_only;
"""
# On the way back: nobody holds what was only proposed, and an account needs identity and name.
BACKWARD = """
DELETE FROM role_grant WHERE state IN ('PROPOSED', 'DECLINED') OR role = 'keeper'
  OR account_id IN (SELECT id FROM account WHERE issuer IS NULL);
DELETE FROM invitation;
DELETE FROM account WHERE issuer IS NULL;
UPDATE account SET name = '' WHERE name IS NULL;
ALTER TABLE login_event DISABLE TRIGGER login_event_append_only;
DELETE FROM login_event WHERE outcome IN ('INVITATION_ACCEPTED', 'INVITATION_REFUSED');
ALTER TABLE login_event ENABLE TRIGGER login_event_append_only;
"""


class Migration(migrations.Migration):
    """Runs after accounts, grants and log-ins exist."""

    dependencies = [("models", "0075_plain_descriptions")]
    operations = [
        ops.CreateModel(
            name="ClientInvitation",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("state", fields.CharField(max_length=24)),
                ("revision", fields.IntField(default=1)),
                ("provenance", fields.CharField(default="OWN", max_length=12)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("created_by", fields.UUIDField()),
                ("modified_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("modified_by", fields.UUIDField()),
                ("client_id", fields.UUIDField()),
                ("unit_id", fields.UUIDField()),
                ("account_id", fields.UUIDField()),
                ("identity_proof", fields.CharField(max_length=40)),
                ("by_mail", fields.BooleanField(default=False)),
                ("language", fields.CharField(default="fi", max_length=2)),
                ("links", fields.IntField(default=1)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("accepted_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "client_invitation",
                "app": "models",
                "indexes": [Index(fields=["unit_id"], name="client_invitation_unit")],
                "pk_attr": "id",
                "table_description": "An invitation of a client, after the coach has seen who it is (`identity_proof`).",
            },
            bases=["Content"],
        ),
        ops.CreateModel(
            name="Invitation",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=uuid7, unique=True, db_index=True)),
                ("state", fields.CharField(max_length=24)),
                ("revision", fields.IntField(default=1)),
                ("provenance", fields.CharField(default="OWN", max_length=12)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("created_by", fields.UUIDField()),
                ("modified_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("modified_by", fields.UUIDField()),
                (
                    "account",
                    fields.ForeignKeyField(
                        "models.Account",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="invitations",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("kind", fields.CharField(max_length=12)),
                ("name", fields.CharField(max_length=200)),
                ("language", fields.CharField(default="fi", max_length=2)),
                ("email", fields.CharField(null=True, max_length=254)),
                ("by_mail", fields.BooleanField(default=False)),
                ("staff_member_id", fields.UUIDField(null=True)),
                ("agency_id", fields.UUIDField(null=True)),
                ("workplace_id", fields.UUIDField(null=True)),
                ("links", fields.IntField(default=1)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("accepted_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "invitation",
                "app": "models",
                "indexes": [
                    Index(fields=["agency_id"], name="invitation_agency"),
                    Index(fields=["workplace_id"], name="invitation_workplace"),
                ],
                "pk_attr": "id",
                "table_description": "An invitation of an employee, an official or a person of a workplace to bind an identity to `account`.",
            },
            bases=["Content"],
        ),
        ops.AlterField(
            model_name="Account",
            name="issuer",
            field=fields.CharField(null=True, max_length=200),
        ),
        ops.AlterField(
            model_name="Account",
            name="name",
            field=fields.CharField(null=True, max_length=200),
        ),
        ops.AlterField(
            model_name="Account",
            name="subject",
            field=fields.CharField(null=True, max_length=200),
        ),
        ops.AddField(
            model_name="Account",
            name="ends_before",
            field=fields.DateField(null=True),
        ),
        ops.RemoveConstraint(
            model_name="LoginEvent",
            name="login_event_outcome",
            fields=None,
        ),
        ops.RemoveConstraint(
            model_name="RoleGrant",
            name="role_grant_role",
            fields=None,
        ),
        ops.RemoveConstraint(
            model_name="RoleGrant",
            name="role_grant_period",
            fields=None,
        ),
        ops.AlterModelOptions(
            name="RoleGrant",
            options={
                "table": "role_grant",
                "app": "models",
                "constraints": [
                    CheckConstraint(
                        check="role IN ('coach', 'colleague', 'supervisor', 'manager', 'finance', 'privacy_officer', 'administrator', 'support', 'cleared', 'keeper')",
                        name="role_grant_role",
                    ),
                    CheckConstraint(
                        check="state NOT IN ('PROPOSED', 'IN_FORCE') OR (ends_before IS NULL OR ends_before > starts_on)",
                        name="role_grant_period",
                    ),
                ],
                "indexes": [
                    Index(fields=["account_id", "role"], name="role_grant_account"),
                    Index(fields=["unit_id"], name="role_grant_unit"),
                ],
                "pk_attr": "id",
                "table_description": "A role of an account from `starts_on` until `ends_before` (exclusive); no `unit_id`: everywhere.",
            },
        ),
        ops.RenameField(
            model_name="RoleGrant",
            old_name="granted_at",
            new_name="created_at",
        ),
        ops.RenameField(
            model_name="RoleGrant",
            old_name="granted_by",
            new_name="created_by",
        ),
        ops.AddField(model_name="Account", name="created_by", field=fields.UUIDField(null=True)),
        ops.AddField(
            model_name="Account",
            name="modified_at",
            field=fields.DatetimeField(auto_now=False, auto_now_add=False, null=True),
        ),
        ops.AddField(model_name="Account", name="modified_by", field=fields.UUIDField(null=True)),
        ops.AddField(model_name="Account", name="provenance", field=fields.CharField(max_length=12, null=True)),
        ops.AddField(model_name="Account", name="revision", field=fields.IntField(null=True)),
        ops.AddField(model_name="Account", name="state", field=fields.CharField(max_length=24, null=True)),
        ops.AddField(
            model_name="LoginEvent",
            name="created_at",
            field=fields.DatetimeField(auto_now=False, auto_now_add=False, null=True),
        ),
        ops.AddField(model_name="LoginEvent", name="created_by", field=fields.UUIDField(null=True)),
        ops.AddField(
            model_name="LoginEvent",
            name="modified_at",
            field=fields.DatetimeField(auto_now=False, auto_now_add=False, null=True),
        ),
        ops.AddField(model_name="LoginEvent", name="modified_by", field=fields.UUIDField(null=True)),
        ops.AddField(model_name="LoginEvent", name="provenance", field=fields.CharField(max_length=12, null=True)),
        ops.AddField(model_name="LoginEvent", name="revision", field=fields.IntField(null=True)),
        ops.AddField(model_name="LoginEvent", name="state", field=fields.CharField(max_length=24, null=True)),
        ops.AddField(
            model_name="RoleGrant",
            name="modified_at",
            field=fields.DatetimeField(auto_now=False, auto_now_add=False, null=True),
        ),
        ops.AddField(model_name="RoleGrant", name="modified_by", field=fields.UUIDField(null=True)),
        ops.AddField(model_name="RoleGrant", name="provenance", field=fields.CharField(max_length=12, null=True)),
        ops.AddField(model_name="RoleGrant", name="revision", field=fields.IntField(null=True)),
        ops.AddField(model_name="RoleGrant", name="state", field=fields.CharField(max_length=24, null=True)),
        ops.RunSQL(FORWARD, reverse_sql=BACKWARD),
        ops.AlterField(model_name="Account", name="created_by", field=fields.UUIDField()),
        ops.AlterField(
            model_name="Account", name="modified_at", field=fields.DatetimeField(auto_now=False, auto_now_add=False)
        ),
        ops.AlterField(model_name="Account", name="modified_by", field=fields.UUIDField()),
        ops.AlterField(model_name="Account", name="provenance", field=fields.CharField(default="OWN", max_length=12)),
        ops.AlterField(model_name="Account", name="revision", field=fields.IntField(default=1)),
        ops.AlterField(model_name="Account", name="state", field=fields.CharField(max_length=24)),
        ops.AlterField(
            model_name="LoginEvent", name="created_at", field=fields.DatetimeField(auto_now=False, auto_now_add=False)
        ),
        ops.AlterField(model_name="LoginEvent", name="created_by", field=fields.UUIDField()),
        ops.AlterField(
            model_name="LoginEvent", name="modified_at", field=fields.DatetimeField(auto_now=False, auto_now_add=False)
        ),
        ops.AlterField(model_name="LoginEvent", name="modified_by", field=fields.UUIDField()),
        ops.AlterField(
            model_name="LoginEvent", name="provenance", field=fields.CharField(default="OWN", max_length=12)
        ),
        ops.AlterField(model_name="LoginEvent", name="revision", field=fields.IntField(default=1)),
        ops.AlterField(model_name="LoginEvent", name="state", field=fields.CharField(max_length=24)),
        ops.AlterField(
            model_name="RoleGrant", name="modified_at", field=fields.DatetimeField(auto_now=False, auto_now_add=False)
        ),
        ops.AlterField(model_name="RoleGrant", name="modified_by", field=fields.UUIDField()),
        ops.AlterField(model_name="RoleGrant", name="provenance", field=fields.CharField(default="OWN", max_length=12)),
        ops.AlterField(model_name="RoleGrant", name="revision", field=fields.IntField(default=1)),
        ops.AlterField(model_name="RoleGrant", name="state", field=fields.CharField(max_length=24)),
        ops.AddConstraint(
            model_name="ClientInvitation",
            constraint=CheckConstraint(check="language IN ('fi', 'sv', 'en')", name="client_invitation_language"),
        ),
        ops.AddConstraint(
            model_name="ClientInvitation",
            constraint=CheckConstraint(
                check="(state = 'ACCEPTED') = (accepted_at IS NOT NULL)", name="client_invitation_accepted"
            ),
        ),
        ops.AddConstraint(
            model_name="ClientInvitation",
            constraint=UniqueConstraint(
                fields=("client_id",), name="client_invitation_open", condition="state = 'OPEN'"
            ),
        ),
        ops.AddConstraint(
            model_name="Invitation",
            constraint=CheckConstraint(check="kind IN ('STAFF', 'OFFICIAL', 'WORKPLACE')", name="invitation_kind"),
        ),
        ops.AddConstraint(
            model_name="Invitation",
            constraint=CheckConstraint(check="language IN ('fi', 'sv', 'en')", name="invitation_language"),
        ),
        ops.AddConstraint(
            model_name="Invitation",
            constraint=CheckConstraint(
                check="(state = 'ACCEPTED') = (accepted_at IS NOT NULL)", name="invitation_accepted"
            ),
        ),
        ops.AddConstraint(
            model_name="Invitation",
            constraint=UniqueConstraint(fields=("account_id",), name="invitation_open", condition="state = 'OPEN'"),
        ),
        ops.AddConstraint(
            model_name="Account",
            constraint=CheckConstraint(check="(kind = 'TRAINEE') = (name IS NULL)", name="account_name"),
        ),
        ops.AddConstraint(
            model_name="Account",
            constraint=CheckConstraint(
                check="(state = 'INVITED') = (issuer IS NULL) AND (issuer IS NULL) = (subject IS NULL)",
                name="account_bound",
            ),
        ),
        ops.AddConstraint(
            model_name="Account",
            constraint=CheckConstraint(
                check="(state = 'DISABLED') = (disabled_at IS NOT NULL)", name="account_disabled"
            ),
        ),
        ops.AddConstraint(
            model_name="LoginEvent",
            constraint=CheckConstraint(
                check="outcome IN ('LOGGED_IN', 'LOGGED_OUT', 'LOGGED_OUT_BY_PROVIDER', 'REFUSED', 'NO_ACCOUNT', 'DISABLED', 'UNDERTAKING_ACCEPTED', 'PASSWORD_REFUSED', 'THROTTLED', 'INVITATION_ACCEPTED', 'INVITATION_REFUSED')",
                name="login_event_outcome",
            ),
        ),
        ops.AddConstraint(
            model_name="RoleGrant",
            constraint=CheckConstraint(
                check="role IN ('coach', 'colleague', 'supervisor', 'manager', 'finance', 'privacy_officer', 'administrator', 'support', 'cleared', 'keeper')",
                name="role_grant_role",
            ),
        ),
        ops.AddConstraint(
            model_name="RoleGrant",
            constraint=CheckConstraint(
                check="state NOT IN ('PROPOSED', 'IN_FORCE') OR (ends_before IS NULL OR ends_before > starts_on)",
                name="role_grant_period",
            ),
        ),
        ops.AddConstraint(
            model_name="LoginEvent",
            constraint=CheckConstraint(
                check="created_at = at AND modified_at = at AND created_by = modified_by"
                " AND created_by = coalesce(account_id, '00000000-0000-0000-0000-000000000000'::uuid)"
                " AND state = 'RECORDED' AND revision = 1 AND provenance = 'OWN'",
                name="login_event_derived",
            ),
        ),
    ]
