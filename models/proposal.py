"""What the provider proposes about a referral, and what the authority decided."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint

from models.agency import Agency
from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Unit
from models.referral import Referral
from workflow.language import States
from workflow.proposal import proposal


class Proposal(Content):
    """
    A proposal about one referral. `client` is NULL until the referral is accepted.

    `carried_out_on` is NULL while what was accepted is still to be done.
    """

    referral: fields.ForeignKeyRelation[Referral] = fields.ForeignKeyField(
        "models.Referral", related_name="proposals", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyNullableRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="proposals", on_delete=fields.RESTRICT, null=True
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="proposals", on_delete=fields.RESTRICT
    )
    agency: fields.ForeignKeyRelation[Agency] = fields.ForeignKeyField(
        "models.Agency", related_name="proposals", on_delete=fields.RESTRICT
    )
    kind = fields.CharField(20)
    text = fields.TextField(null=True)
    starts_on = fields.DateField(null=True)
    ends_on = fields.DateField(null=True)
    days_per_week = fields.IntField(null=True)
    minutes_per_day = fields.IntField(null=True)
    end_reason = fields.CharField(40, null=True)
    not_relevant_reason = fields.CharField(40, null=True)
    sent_at = fields.DatetimeField(null=True)
    decided_at = fields.DatetimeField(null=True)
    decision_reason = fields.CharField(40, null=True)
    carried_out_on = fields.DateField(null=True)

    reach = Reach(client="client_id", unit="unit_id", agency="agency_id", referral="referral_id", matter="COACHING")
    copies = {"client_id": Copy("referral_id"), "unit_id": Copy("referral_id"), "agency_id": Copy("referral_id")}
    fixed = frozenset({"referral_id"})

    class Meta:
        table = "proposal"
        constraints = (
            CheckConstraint(check=States(proposal.states).sql(), name="proposal_state"),
            CheckConstraint(
                check="kind IN ('START', 'EXTEND', 'END', 'CHANGE_INTENSITY', 'NOT_RELEVANT', 'NO_SHOW')",
                name="proposal_kind",
            ),
            CheckConstraint(check="days_per_week BETWEEN 1 AND 7", name="proposal_days"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="proposal_modified"),
            Index(fields=("unit_id", "modified_at", "id"), name="proposal_unit_modified"),
            Index(fields=("agency_id", "modified_at", "id"), name="proposal_agency_modified"),
            Index(fields=("client_id", "id"), name="proposal_client"),
            Index(fields=("unit_id", "id"), name="proposal_unit_order"),
            Index(fields=("agency_id", "id"), name="proposal_agency_order"),
            Index(fields=("referral_id", "id"), name="proposal_referral"),
        )
