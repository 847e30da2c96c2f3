"""Who acts for a client, in which matters and until when; the invitation of that person; what a minor keeps back."""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Unit
from workflow.account import ACCEPTED_GUARDIAN_INVITATION_STATES, OPEN_INVITATION_STATES, guardian_invitation
from workflow.language import States
from workflow.representation import BY_COURT, MATTERS, REPRESENTING_STATES, RIGHTS, representation, telling_refusal
from workflow.roles import AccountKind

_MATTERS = ", ".join(f"'{matter}'" for matter in MATTERS)
_RIGHTS = ", ".join(f"'{right}'" for right in RIGHTS)
_BY_COURT = ", ".join(f"'{right}'" for right in BY_COURT)


class Representation(Content):
    """
    A person who acts for a client from `valid_from` to `valid_until`, both included, in the named `matters`.

    `account_id` is the account with which the guardian logs in; a guardian without one gets letters. The same guardian
    of another client is named by `same_as_id` and keeps the account. `safety_restriction` hides from this guardian what
    tells where the client is.
    """

    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="representations", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="representations", on_delete=fields.RESTRICT
    )
    kind = fields.CharField(24)
    first_names = fields.CharField(100)
    last_name = fields.CharField(100)
    phone = fields.CharField(20, null=True)
    email = fields.CharField(254, null=True)
    postal_address = fields.CharField(300, null=True)
    language = fields.CharField(2, default="fi")
    matters = ArrayField("text", default=list)
    evidence = fields.CharField(500, null=True)
    decided_on = fields.DateField(null=True)
    valid_from = fields.DateField()
    valid_until = fields.DateField(null=True)
    safety_restriction = fields.BooleanField(default=False)
    same_as_id = fields.UUIDField(null=True)
    account_id = fields.UUIDField(null=True)

    reach = Reach(client="client_id", unit="unit_id", author="account_id")
    copies = {"unit_id": Copy("client_id")}
    fixed = frozenset({"client_id", "account_id"})
    of_others = frozenset({"same_as_id"})

    class Meta:
        table = "representation"
        constraints = (
            CheckConstraint(check=States(representation.states).sql(), name="representation_state"),
            CheckConstraint(check=f"kind IN ({_RIGHTS})", name="representation_kind"),
            CheckConstraint(check=f"matters <@ ARRAY[{_MATTERS}]::text[]", name="representation_matters"),
            CheckConstraint(check="language IN ('fi', 'sv', 'en')", name="representation_language"),
            CheckConstraint(check="valid_until >= valid_from", name="representation_period"),
            CheckConstraint(
                check=REPRESENTING_STATES.implies("evidence IS NOT NULL AND matters <> '{}'"),
                name="representation_proven",
            ),
            CheckConstraint(
                check=REPRESENTING_STATES.implies(f"kind NOT IN ({_BY_COURT}) OR decided_on IS NOT NULL"),
                name="representation_decided",
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="representation_modified"),
            Index(fields=("unit_id", "id"), name="representation_unit_order"),
            Index(fields=("unit_id", "modified_at", "id"), name="representation_unit_modified"),
            Index(fields=("client_id", "id"), name="representation_client"),
            Index(fields=("account_id", "client_id"), name="representation_account"),
        )


class TellingRefusal(Content):
    """What a minor keeps from one guardian, or from all of them when none is named, since `decided_on`."""

    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="telling_refusals", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="telling_refusals", on_delete=fields.RESTRICT
    )
    representation: fields.ForeignKeyNullableRelation[Representation] = fields.ForeignKeyField(
        "models.Representation", related_name="telling_refusals", on_delete=fields.RESTRICT, null=True
    )
    matters = ArrayField("text", default=list)
    decided_on = fields.DateField()
    assessment = fields.CharField(500, null=True)

    reach = Reach(client="client_id", unit="unit_id")
    copies = {"unit_id": Copy("client_id")}
    fixed = frozenset({"client_id", "representation_id"})

    class Meta:
        table = "telling_refusal"
        constraints = (
            CheckConstraint(check=States(telling_refusal.states).sql(), name="telling_refusal_state"),
            CheckConstraint(check=f"matters <@ ARRAY[{_MATTERS}]::text[]", name="telling_refusal_matters"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="telling_refusal_modified"),
            Index(fields=("unit_id", "id"), name="telling_refusal_unit_order"),
            Index(fields=("unit_id", "modified_at", "id"), name="telling_refusal_unit_modified"),
            Index(fields=("client_id", "id"), name="telling_refusal_client"),
            Index(fields=("representation_id", "id"), name="telling_refusal_representation"),
        )


class GuardianInvitation(Content):
    """
    An invitation of a guardian, after the coach has seen who it is (`identity_proof`); it opens `account_id`.

    `links` counts the links that were made; only the last one works, until `expires_at`.
    """

    kind = AccountKind.GUARDIAN.value  # of every account that such an invitation opens; no column

    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="guardian_invitations", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="guardian_invitations", on_delete=fields.RESTRICT
    )
    representation: fields.ForeignKeyRelation[Representation] = fields.ForeignKeyField(
        "models.Representation", related_name="invitations", on_delete=fields.RESTRICT
    )
    account_id = fields.UUIDField()
    identity_proof = fields.CharField(40)
    by_mail = fields.BooleanField(default=False)
    language = fields.CharField(2, default="fi")
    links = fields.IntField(default=1)
    expires_at = fields.DatetimeField()
    accepted_at = fields.DatetimeField(null=True)

    reach = Reach(client="client_id", unit="unit_id")
    copies = {"client_id": Copy("representation_id"), "unit_id": Copy("client_id")}

    class Meta:
        table = "guardian_invitation"
        constraints = (
            CheckConstraint(check=States(guardian_invitation.states).sql(), name="guardian_invitation_state"),
            CheckConstraint(check="language IN ('fi', 'sv', 'en')", name="guardian_invitation_language"),
            CheckConstraint(
                check=f"({ACCEPTED_GUARDIAN_INVITATION_STATES.sql()}) = (accepted_at IS NOT NULL)",
                name="guardian_invitation_accepted",
            ),
            UniqueConstraint(
                fields=("representation_id",), name="guardian_invitation_open", condition=OPEN_INVITATION_STATES.sql()
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="guardian_invitation_modified"),
            Index(fields=("unit_id", "id"), name="guardian_invitation_unit_order"),
            Index(fields=("unit_id", "modified_at", "id"), name="guardian_invitation_unit_modified"),
            Index(fields=("client_id", "id"), name="guardian_invitation_client"),
            Index(fields=("representation_id", "id"), name="guardian_invitation_representation"),
        )
