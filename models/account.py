"""Accounts that may log in, the roles that they hold for a time, their invitations, and the records of log-ins."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.content import Content, Copy, Reach
from workflow.account import (
    ACCEPTED_CLIENT_INVITATION_STATES,
    ACCEPTED_INVITATION_STATES,
    CURRENT_GRANT_STATES,
    DISABLED_ACCOUNT_STATES,
    INVITED_ACCOUNT_STATES,
    OPEN_INVITATION_STATES,
    RECORDED_EVENT_STATES,
    account,
    client_invitation,
    invitation,
    login_event,
    role_grant,
)
from workflow.language import States
from workflow.roles import GRANTABLE

_GRANTABLE = ", ".join(f"'{role}'" for role in GRANTABLE)


class Account(Content):
    """
    A person as the identity provider identifies the person: by (issuer, subject), never by an e-mail address.

    An invited account has no identity yet. Local roles start from `staff_id`, `client_id`, `agency_id` or
    `workplace_id`; `kind` decides which of them may be set. The accounts of clients and guardians have no name:
    the client and the representation have one.
    `epoch` grows with every change of the account's rights, which makes cached viewers stale. From `ends_before` on
    nobody may log in with the account. `recovery_asked_by` is who asked to let its holder in again; a second person
    confirms it.
    """

    issuer = fields.CharField(200, null=True)
    subject = fields.CharField(200, null=True)
    kind = fields.CharField(12)
    name = fields.CharField(200, null=True)
    language = fields.CharField(2, default="fi")
    staff_id = fields.UUIDField(null=True)
    client_id = fields.UUIDField(null=True)
    agency_id = fields.UUIDField(null=True)
    workplace_id = fields.UUIDField(null=True)
    epoch = fields.IntField(default=1)
    ends_before = fields.DateField(null=True)
    undertaking_version = fields.CharField(20, null=True)
    undertaking_accepted_at = fields.DatetimeField(null=True)
    disabled_at = fields.DatetimeField(null=True)
    recovery_asked_by = fields.UUIDField(null=True)
    recovery_asked_at = fields.DatetimeField(null=True)

    reach = Reach(author="id", agency="agency_id", workplace="workplace_id")
    fixed = frozenset({"agency_id", "workplace_id"})

    class Meta:
        table = "account"
        constraints = (
            CheckConstraint(check=States(account.states).sql(), name="account_state"),
            UniqueConstraint(fields=("issuer", "subject"), name="account_identity"),
            CheckConstraint(
                check="kind IN ('STAFF', 'TRAINEE', 'GUARDIAN', 'OFFICIAL', 'WORKPLACE')", name="account_kind"
            ),
            CheckConstraint(check="language IN ('fi', 'sv', 'en')", name="account_language"),
            CheckConstraint(
                check="(kind = 'STAFF' OR staff_id IS NULL) AND (kind = 'TRAINEE') = (client_id IS NOT NULL)"
                " AND (kind = 'OFFICIAL') = (agency_id IS NOT NULL)"
                " AND (kind = 'WORKPLACE') = (workplace_id IS NOT NULL)",
                name="account_person",
            ),
            CheckConstraint(check="(kind IN ('TRAINEE', 'GUARDIAN')) = (name IS NULL)", name="account_name"),
            CheckConstraint(
                check="(undertaking_version IS NULL) = (undertaking_accepted_at IS NULL)", name="account_undertaking"
            ),
            CheckConstraint(
                check=f"({INVITED_ACCOUNT_STATES.sql()}) = (issuer IS NULL) AND (issuer IS NULL) = (subject IS NULL)",
                name="account_bound",
            ),
            CheckConstraint(
                check=f"({DISABLED_ACCOUNT_STATES.sql()}) = (disabled_at IS NOT NULL)", name="account_disabled"
            ),
            CheckConstraint(
                check="(recovery_asked_by IS NULL) = (recovery_asked_at IS NULL)", name="account_recovery_asked"
            ),
        )
        indexes = (
            Index(fields=("staff_id",), name="account_staff"),
            Index(fields=("client_id",), name="account_client"),
            Index(fields=("agency_id",), name="account_agency"),
            Index(fields=("workplace_id",), name="account_workplace"),
        )


class RoleGrant(Content):
    """A role of an account from `starts_on` until `ends_before` (exclusive); no `unit_id`: everywhere."""

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="grants", on_delete=fields.RESTRICT
    )
    role = fields.CharField(24)
    unit_id = fields.UUIDField(null=True)
    starts_on = fields.DateField()
    ends_before = fields.DateField(null=True)

    reach = Reach(author="account_id")
    fixed = frozenset({"account_id"})

    class Meta:
        table = "role_grant"
        constraints = (
            CheckConstraint(check=States(role_grant.states).sql(), name="role_grant_state"),
            CheckConstraint(check=f"role IN ({_GRANTABLE})", name="role_grant_role"),
            CheckConstraint(
                check=CURRENT_GRANT_STATES.implies("(ends_before IS NULL OR ends_before > starts_on)"),
                name="role_grant_period",
            ),
        )
        indexes = (
            Index(fields=("account_id", "role"), name="role_grant_account"),
            Index(fields=("unit_id",), name="role_grant_unit"),
        )


class Invitation(Content):
    """
    An invitation of an employee, an official or a person of a workplace to bind an identity to `account`.

    `links` counts the links that were made; only the last one works, until `expires_at`.
    """

    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="invitations", on_delete=fields.RESTRICT
    )
    kind = fields.CharField(12)
    name = fields.CharField(200)
    language = fields.CharField(2, default="fi")
    email = fields.CharField(254, null=True)
    by_mail = fields.BooleanField(default=False)
    staff_member_id = fields.UUIDField(null=True)
    agency_id = fields.UUIDField(null=True)
    workplace_id = fields.UUIDField(null=True)
    links = fields.IntField(default=1)
    expires_at = fields.DatetimeField()
    accepted_at = fields.DatetimeField(null=True)

    reach = Reach(agency="agency_id", workplace="workplace_id")
    fixed = frozenset({"agency_id", "workplace_id"})

    class Meta:
        table = "invitation"
        constraints = (
            CheckConstraint(check=States(invitation.states).sql(), name="invitation_state"),
            CheckConstraint(check="kind IN ('STAFF', 'OFFICIAL', 'WORKPLACE')", name="invitation_kind"),
            CheckConstraint(check="language IN ('fi', 'sv', 'en')", name="invitation_language"),
            CheckConstraint(
                check=f"({ACCEPTED_INVITATION_STATES.sql()}) = (accepted_at IS NOT NULL)", name="invitation_accepted"
            ),
            UniqueConstraint(fields=("account_id",), name="invitation_open", condition=OPEN_INVITATION_STATES.sql()),
        )
        indexes = (
            Index(fields=("agency_id",), name="invitation_agency"),
            Index(fields=("workplace_id",), name="invitation_workplace"),
        )


class ClientInvitation(Content):
    """
    An invitation of a client, after the coach has seen who it is (`identity_proof`).

    `account_id` is the account that it opens. `links` counts the links that were made; only the last one works.
    """

    client_id = fields.UUIDField()
    unit_id = fields.UUIDField()
    account_id = fields.UUIDField()
    identity_proof = fields.CharField(40)
    by_mail = fields.BooleanField(default=False)
    language = fields.CharField(2, default="fi")
    links = fields.IntField(default=1)
    expires_at = fields.DatetimeField()
    accepted_at = fields.DatetimeField(null=True)

    reach = Reach(client="client_id", unit="unit_id")
    copies = {"unit_id": Copy("client_id")}
    fixed = frozenset({"client_id"})

    class Meta:
        table = "client_invitation"
        constraints = (
            CheckConstraint(check=States(client_invitation.states).sql(), name="client_invitation_state"),
            CheckConstraint(check="language IN ('fi', 'sv', 'en')", name="client_invitation_language"),
            CheckConstraint(
                check=f"({ACCEPTED_CLIENT_INVITATION_STATES.sql()}) = (accepted_at IS NOT NULL)",
                name="client_invitation_accepted",
            ),
            UniqueConstraint(
                fields=("client_id",), name="client_invitation_open", condition=OPEN_INVITATION_STATES.sql()
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="client_invitation_modified"),
            Index(fields=("unit_id", "modified_at", "id"), name="client_invitation_unit_modified"),
            Index(fields=("client_id",), name="client_invitation_client"),
            Index(fields=("unit_id", "id"), name="client_invitation_unit_order"),
        )


class LoginEvent(Content):
    """One log-in or log-out, or an attempt. Rows are only added; the address is shortened to its network."""

    at = fields.DatetimeField()
    account_id = fields.UUIDField(null=True)
    issuer = fields.CharField(200)
    outcome = fields.CharField(24)
    network = fields.CharField(43)

    reach = Reach(author="account_id")
    fixed = frozenset({"account_id"})

    class Meta:
        table = "login_event"
        constraints = (
            CheckConstraint(check=States(login_event.states).sql(), name="login_event_state"),
            CheckConstraint(
                check="outcome IN ('LOGGED_IN', 'LOGGED_OUT', 'LOGGED_OUT_BY_PROVIDER', 'REFUSED', 'NO_ACCOUNT',"
                " 'DISABLED', 'UNDERTAKING_ACCEPTED', 'PASSWORD_REFUSED', 'THROTTLED', 'INVITATION_ACCEPTED',"
                " 'INVITATION_REFUSED', 'PASSWORD_CHANGED', 'SECOND_FACTOR_ENROLLED', 'SECOND_FACTOR_REFUSED',"
                " 'RECOVERY_CODE_USED')",
                name="login_event_outcome",
            ),
            # What content has follows from what is sealed: it cannot say anything else.
            CheckConstraint(
                check="created_at = at AND modified_at = at AND created_by = modified_by"
                " AND created_by = coalesce(account_id, '00000000-0000-0000-0000-000000000000'::uuid)"
                f" AND {RECORDED_EVENT_STATES.sql()} AND revision = 1 AND provenance = 'OWN'",
                name="login_event_derived",
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="login_event_modified"),
            Index(fields=("at", "id"), name="login_event_at"),
            Index(fields=("account_id", "id"), name="login_event_account"),
        )
