"""What the payers of services are billed by: bases of a unit's month, and their rows."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.client import Client
from models.content import Content, Reach
from models.contract import Contract
from models.organisation import Unit
from workflow.billing import billing_basis, billing_row
from workflow.language import States


class BillingBasis(Content):
    """A payer's part of a unit's month; `month` is its first day, `payer` as the contracts name it, or NULL."""

    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="billing_bases", on_delete=fields.RESTRICT
    )
    month = fields.DateField()
    payer = fields.CharField(200, null=True)
    day_count = fields.IntField(default=0)
    minutes = fields.IntField(default=0)
    adjusted_at = fields.DatetimeField(null=True)

    reach = Reach(unit="unit_id")
    fixed = frozenset({"unit_id"})

    class Meta:
        table = "billing_basis"
        constraints = (
            CheckConstraint(check=States(billing_basis.states).sql(), name="billing_basis_state"),
            UniqueConstraint(
                fields=("unit_id", "month", "payer"), name="billing_basis_once", condition="payer IS NOT NULL"
            ),
            UniqueConstraint(fields=("unit_id", "month"), name="billing_basis_unnamed", condition="payer IS NULL"),
            CheckConstraint(check="extract(day FROM month) = 1", name="billing_basis_first_day"),
        )
        indexes = (
            Index(fields=("month", "id"), name="billing_basis_order"),
            Index(fields=("unit_id", "month", "id"), name="billing_basis_unit_order"),
        )


class BillingRow(Content):
    """
    `days` is a list of {day, count, minutes}, of which `day_count` and `minutes` are the sums; an adjustment may have
    negative ones. `number` stands for the person and the contract within the basis. `unit` accounts for the days.
    """

    basis: fields.ForeignKeyRelation[BillingBasis] = fields.ForeignKeyField(
        "models.BillingBasis", related_name="rows", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="billing_rows", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="billing_rows", on_delete=fields.RESTRICT
    )
    contract: fields.ForeignKeyRelation[Contract] = fields.ForeignKeyField(
        "models.Contract", related_name="billing_rows", on_delete=fields.RESTRICT
    )
    number = fields.IntField()
    kind = fields.CharField(12)
    price_cents = fields.IntField(null=True)
    days: fields.JSONField[list[dict[str, object]]] = fields.JSONField(default=list)
    day_count = fields.IntField()
    minutes = fields.IntField()
    reason = fields.TextField(null=True)

    reach = Reach(client="client_id", unit="unit_id", matter="CONTRACT")
    fixed = frozenset({"unit_id"})
    movable = frozenset({"client_id"})

    class Meta:
        table = "billing_row"
        constraints = (
            CheckConstraint(check=States(billing_row.states).sql(), name="billing_row_state"),
            CheckConstraint(check="kind IN ('BILLED', 'ADJUSTMENT')", name="billing_row_kind"),
            UniqueConstraint(fields=("basis_id", "contract_id"), name="billing_row_once", condition="kind = 'BILLED'"),
            CheckConstraint(check="(kind = 'ADJUSTMENT') = (reason IS NOT NULL)", name="billing_row_reason"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="billing_row_modified"),
            Index(fields=("unit_id", "id"), name="billing_row_unit_order_page"),
            Index(fields=("unit_id", "modified_at", "id"), name="billing_row_unit_modified"),
            Index(fields=("unit_id", "number", "id"), name="billing_row_unit_order"),
            Index(fields=("basis_id", "number", "id"), name="billing_row_basis_order"),
            Index(fields=("client_id", "id"), name="billing_row_client_order"),
            Index(fields=("contract_id", "id"), name="billing_row_contract"),
            Index(fields=("number", "id"), name="billing_row_order"),
        )
