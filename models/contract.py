"""A contract between client, workplace and arranger: one row for each version."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Unit
from models.programme import Programme
from models.workplace import Workplace
from workflow.contract import contract
from workflow.language import States


class Contract(Content):
    """
    `weekly_pattern` is a list of {weekday, startsAt, minutes}, `signatures` of {party, method, name, signedAt}.

    Signatures on paper have {signedOn, seenBy} too.

    `is_full_service` is copied from the service type for the exclusion constraint on overlaps (rule R25). The migration
    adds it in SQL, because the ORM has none: contract_no_overlap EXCLUDE USING gist (client_id WITH =,
    daterange(starts_on, ends_on, '[]') WITH &&), for full services in one of CONTRACT_IN_FORCE_STATES.
    """

    programme: fields.ForeignKeyRelation[Programme] = fields.ForeignKeyField(
        "models.Programme", related_name="contracts", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="contracts", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="contracts", on_delete=fields.RESTRICT
    )
    workplace: fields.ForeignKeyNullableRelation[Workplace] = fields.ForeignKeyField(
        "models.Workplace", related_name="contracts", on_delete=fields.RESTRICT, null=True
    )
    supersedes: fields.ForeignKeyNullableRelation["Contract"] = fields.ForeignKeyField(
        "models.Contract", related_name="amendments", on_delete=fields.RESTRICT, null=True
    )
    version = fields.IntField(default=1)
    call_name = fields.CharField(100, null=True)
    starts_on = fields.DateField()
    ends_on = fields.DateField()
    weekly_pattern: fields.JSONField[list[dict[str, object]]] = fields.JSONField(default=list)
    tasks = fields.TextField(null=True)
    price_cents = fields.IntField(null=True)
    payer = fields.CharField(200, null=True)
    bills_agreed_days = fields.BooleanField(null=True)
    signatures: fields.JSONField[list[dict[str, object]]] = fields.JSONField(default=list)
    is_full_service = fields.BooleanField(default=False)
    exception_reason = fields.TextField(null=True)
    exception_by_name = fields.CharField(200, null=True)

    reach = Reach(client="client_id", unit="unit_id", workplace="workplace_id", matter="CONTRACT")
    copies = {"client_id": Copy("programme_id"), "unit_id": Copy("programme_id")}
    movable = frozenset({"workplace_id"})

    class Meta:
        table = "contract"
        constraints = (
            CheckConstraint(check=States(contract.states).sql(), name="contract_state"),
            UniqueConstraint(fields=("supersedes_id", "version"), name="contract_version"),
            CheckConstraint(check="ends_on >= starts_on", name="contract_period"),
            CheckConstraint(check="price_cents >= 0", name="contract_price"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="contract_modified"),
            Index(fields=("unit_id", "id"), name="contract_unit_order_page"),
            Index(fields=("unit_id", "modified_at", "id"), name="contract_unit_modified"),
            Index(fields=("workplace_id", "id"), name="contract_workplace_order_page"),
            Index(fields=("workplace_id", "modified_at", "id"), name="contract_workplace_modified"),
            Index(fields=("client_id", "starts_on", "id"), name="contract_client_order"),
            Index(fields=("unit_id", "starts_on", "id"), name="contract_unit_order"),
            Index(fields=("workplace_id", "starts_on", "id"), name="contract_workplace_order"),
            Index(fields=("starts_on", "id"), name="contract_order"),
            Index(fields=("programme_id", "id"), name="contract_programme"),
        )
