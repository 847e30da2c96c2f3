"""Legal holds, purges and the rows that remain after them. Only the hold is about a person who can be identified."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint
from tortoise.models import Model

from models.client import Client
from models.content import Content, Copy, Reach
from models.organisation import Register, Unit
from workflow.language import States
from workflow.legal_hold import legal_hold
from workflow.purge import invoice_row, purge, purge_item


class LegalHold(Content):
    """A reason not to delete a client's data from `starts_on` to `ends_on` (included); there may be several at once."""

    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="legal_holds", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="legal_holds", on_delete=fields.RESTRICT
    )
    reason = fields.CharField(40)
    grounds = fields.TextField(null=True)
    holder = fields.CharField(200)
    starts_on = fields.DateField()
    ends_on = fields.DateField(null=True)

    reach = Reach(client="client_id", unit="unit_id")
    copies = {"unit_id": Copy("client_id")}
    fixed = frozenset({"client_id"})

    class Meta:
        table = "legal_hold"
        constraints = (
            CheckConstraint(check=States(legal_hold.states).sql(), name="legal_hold_state"),
            CheckConstraint(check="ends_on >= starts_on", name="legal_hold_period"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="legal_hold_modified"),
            Index(fields=("starts_on", "id"), name="legal_hold_starts_on"),
            Index(fields=("unit_id", "modified_at", "id"), name="legal_hold_unit_modified"),
            Index(fields=("unit_id", "starts_on", "id"), name="legal_hold_unit_starts_on"),
            Index(fields=("client_id", "id"), name="legal_hold_client"),
            Index(fields=("unit_id", "id"), name="legal_hold_unit_order"),
        )


class Purge(Content):
    """
    A deletion that two people decide. `person_id` is set only for PERSON and is no foreign key: it outlives the person.

    `counts` is a list of {type, rows}; `certificate` and `digest` are written when it is DONE. All names are of staff.
    """

    kind = fields.CharField(12)
    register: fields.ForeignKeyNullableRelation[Register] = fields.ForeignKeyField(
        "models.Register", related_name="purges", on_delete=fields.RESTRICT, null=True
    )
    person_id = fields.UUIDField(null=True)
    basis = fields.CharField(40)
    judged_on = fields.DateField()
    proposed_by_name = fields.CharField(200)
    approved_by = fields.UUIDField(null=True)
    approved_by_name = fields.CharField(200, null=True)
    approved_at = fields.DatetimeField(null=True)
    confirmed_by = fields.UUIDField(null=True)
    confirmed_by_name = fields.CharField(200, null=True)
    confirmed_at = fields.DatetimeField(null=True)
    done_at = fields.DatetimeField(null=True)
    counts: fields.JSONField[list[dict[str, object]]] = fields.JSONField(default=list)
    digest = fields.CharField(64, null=True)
    certificate = fields.TextField(null=True)

    class Meta:
        table = "purge"
        constraints = (
            CheckConstraint(check=States(purge.states).sql(), name="purge_state"),
            CheckConstraint(check="kind IN ('DUE', 'PERSON', 'REFERRALS')", name="purge_kind"),
            CheckConstraint(check="kind = 'PERSON' OR person_id IS NULL", name="purge_person"),
            CheckConstraint(check="approved_by <> confirmed_by", name="purge_two_people"),
        )


class PurgeItem(Content):
    """One client, or one referral that never started, by noun and id. `counts` is a list of {type, rows}."""

    purge: fields.ForeignKeyRelation[Purge] = fields.ForeignKeyField(
        "models.Purge", related_name="items", on_delete=fields.RESTRICT
    )
    target_noun = fields.CharField(32)
    target_id = fields.UUIDField()
    target = fields.CharField(80)
    due_on = fields.DateField(null=True)
    obstacle = fields.CharField(24, null=True)
    decided_at = fields.DatetimeField(null=True)
    counts: fields.JSONField[list[dict[str, object]]] = fields.JSONField(default=list)

    class Meta:
        table = "purge_item"
        constraints = (
            CheckConstraint(check=States(purge_item.states).sql(), name="purge_item_state"),
            UniqueConstraint(fields=("purge_id", "target_id"), name="purge_item_once"),
            CheckConstraint(
                check="obstacle IN ('LEGAL_HOLD', 'OPEN_RELATIONSHIP', 'NOT_DUE', 'RESTRICTED', 'GONE', 'REFERENCED')",
                name="purge_item_obstacle",
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="purge_item_modified"),
            Index(fields=("purge_id", "state", "id"), name="purge_item_order"),
        )


class Erasure(Model):
    """
    A line of the list of erasures (models/erasure_list.py), written in the erasing transaction; rows are only added.

    A line that is in the list and not in this table must be erased before the service opens: the database was restored.
    """

    id = fields.BigIntField(primary_key=True, generated=True)
    number = fields.BigIntField()
    noun = fields.CharField(32)
    object_id = fields.UUIDField()
    purge_id = fields.UUIDField(null=True)
    what = fields.CharField(8)
    at = fields.DatetimeField()

    class Meta:
        table = "erasure"
        constraints = (
            UniqueConstraint(fields=("number",), name="erasure_number"),
            CheckConstraint(check="what IN ('ERASED', 'KEPT')", name="erasure_what"),
        )
        indexes = (Index(fields=("object_id",), name="erasure_object"),)


class InvoiceRow(Content):
    """
    The data of an erased person's contract for bookkeeping. `pseudonym` is random and the same for one person's rows.

    Source: accounting act 1336/1997, chapter 2 section 10.
    """

    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="invoice_rows", on_delete=fields.RESTRICT
    )
    pseudonym = fields.CharField(32)
    payer = fields.CharField(200, null=True)
    price_cents = fields.IntField(null=True)
    starts_on = fields.DateField()
    ends_on = fields.DateField()
    billable_days = fields.IntField()

    reach = Reach(unit="unit_id")
    fixed = frozenset({"unit_id"})

    class Meta:
        table = "invoice_row"
        constraints = (CheckConstraint(check=States(invoice_row.states).sql(), name="invoice_row_state"),)
        indexes = (Index(fields=("starts_on", "id"), name="invoice_row_order"),)


class StatisticRow(Model):
    """
    One programme of an erased person for statistics, which show only groups (rule R19).

    `days` is {attendance code: number of days}. Without a programme the service type is NULL. The rows of a group that
    have the same `published_at` are told of together; one that waits for others has none. `end_reason` is NULL also
    where the figures of the month of the end have it.
    """

    id = fields.UUIDField(primary_key=True)
    year = fields.IntField()
    unit_id = fields.UUIDField()
    service_code = fields.CharField(40, null=True)
    months = fields.IntField()
    end_reason = fields.CharField(40, null=True)
    days: fields.JSONField[dict[str, int]] = fields.JSONField(default=dict)
    published_at = fields.DatetimeField(null=True)

    class Meta:
        table = "statistic_row"
        indexes = (Index(fields=("year", "unit_id", "service_code"), name="statistic_row_group"),)
