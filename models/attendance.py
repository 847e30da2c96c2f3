"""The working days: one row for each contract and day, and correction rows that replace locked ones."""

from tortoise import fields
from tortoise.contrib.postgres.indexes import BrinIndex
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.client import Client
from models.content import Content, Copy, Reach
from models.contract import Contract
from models.organisation import Unit
from models.referral import Referral
from models.workplace import Workplace
from workflow.attendance import PAST_DAY_STATES, PLANNED_DAY_STATES, attendance
from workflow.attendance_codes import ATTENDANCE_CODES
from workflow.language import States
from workflow.term import PUBLISHED_TERM_STATES

# A locked day counts nowhere any more once the row that corrects it was recorded; `{}` is the day.
REPLACED_DAY = f"EXISTS (SELECT FROM attendance n WHERE n.replaces_id = {{}}.id AND {PAST_DAY_STATES.sql('n.state')})"

# A day that has been recorded and that no correction replaces: what counts of a contract's days. `{0}` is the row.
COUNTED_DAY = f"{PAST_DAY_STATES.sql('{0}.state')} AND NOT {REPLACED_DAY.replace('{}', '{0}')}"

# A day whose code is billed to the payer of its contract, as CodeEffects.is_billed says: the day, bills_agreed_days.
BILLED_DAY = (
    "EXISTS (SELECT FROM term w CROSS JOIN jsonb_to_recordset(w.facts) AS e(name text, text text)"
    f" WHERE w.vocabulary = '{ATTENDANCE_CODES}' AND w.token = {{0}}.code AND {PUBLISHED_TERM_STATES.sql('w.state')}"
    " AND e.name = 'billable' AND (e.text = 'YES' OR e.text = 'CONTRACT' AND {1}"
    " OR e.text = 'AS_REPLACEMENT' AND {0}.presence = 'PRESENT'))"
)


class Attendance(Content):
    """
    `client`, `unit` and `workplace` are copied from the contract, `referral` from its programme.

    `accounting_unit` is the unit of the day when it was recorded: by it money and months are counted, wherever the
    client goes later. `presence` is what the vocabulary says of the code: the code may tell of a person's health.

    `recorded_by` is the account of staff, trainee or workplace, and therefore no foreign key. A row with `replaces`
    corrects a locked row; among all other rows each contract has one row a day.
    """

    contract: fields.ForeignKeyRelation[Contract] = fields.ForeignKeyField(
        "models.Contract", related_name="attendance", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="attendance", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="attendance", on_delete=fields.RESTRICT
    )
    workplace: fields.ForeignKeyNullableRelation[Workplace] = fields.ForeignKeyField(
        "models.Workplace", related_name="attendance", on_delete=fields.RESTRICT, null=True
    )
    referral: fields.ForeignKeyNullableRelation[Referral] = fields.ForeignKeyField(
        "models.Referral", related_name="attendance", on_delete=fields.RESTRICT, null=True
    )
    accounting_unit: fields.ForeignKeyNullableRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="accounted_days", on_delete=fields.RESTRICT, null=True
    )
    replaces: fields.ForeignKeyNullableRelation["Attendance"] = fields.ForeignKeyField(
        "models.Attendance", related_name="corrections", on_delete=fields.RESTRICT, null=True
    )
    swapped_with: fields.ForeignKeyNullableRelation["Attendance"] = fields.ForeignKeyField(
        "models.Attendance", related_name="swaps", on_delete=fields.RESTRICT, null=True
    )
    day = fields.DateField()
    planned_minutes = fields.IntField(default=0)
    code = fields.CharField(40, null=True)
    presence = fields.CharField(8, null=True)
    minutes = fields.IntField(null=True)
    arrived_at = fields.DatetimeField(null=True)
    left_at = fields.DatetimeField(null=True)
    source = fields.CharField(12, null=True)
    certificate_seen_until = fields.DateField(null=True)
    recorded_at = fields.DatetimeField(null=True)
    recorded_by = fields.UUIDField(null=True)
    recorded_by_name = fields.CharField(200, null=True)

    reach = Reach(
        client="client_id",
        unit="unit_id",
        workplace="workplace_id",
        consent="referral_id",
        category="ATTENDANCE",
        matter="WHEREABOUTS",
    )
    copies = {
        "client_id": Copy("contract_id"),
        "unit_id": Copy("contract_id"),
        "workplace_id": Copy("contract_id"),
        "referral_id": Copy("contract_id.programme_id"),
    }
    fixed = frozenset({"accounting_unit_id"})

    class Meta:
        table = "attendance"
        constraints = (
            CheckConstraint(check=States(attendance.states).sql(), name="attendance_state"),
            UniqueConstraint(fields=("contract_id", "day"), name="attendance_day", condition="replaces_id IS NULL"),
            UniqueConstraint(
                fields=("replaces_id",), name="attendance_replaced_once", condition="replaces_id IS NOT NULL"
            ),
            CheckConstraint(check="source IN ('COACH', 'TRAINEE', 'WORKPLACE')", name="attendance_source"),
            CheckConstraint(check="presence IN ('PRESENT', 'ABSENT')", name="attendance_presence"),
            CheckConstraint(check="minutes BETWEEN 0 AND 1440", name="attendance_minutes"),
            CheckConstraint(check="planned_minutes BETWEEN 0 AND 1440", name="attendance_planned_minutes"),
            CheckConstraint(check="left_at >= arrived_at", name="attendance_hours"),
            CheckConstraint(check=f"{PLANNED_DAY_STATES.sql()} OR code IS NOT NULL", name="attendance_code"),
            CheckConstraint(
                check=f"{PLANNED_DAY_STATES.sql()} OR accounting_unit_id IS NOT NULL", name="attendance_accounting"
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="attendance_modified"),
            # With what a total asks of a row, so that it reads the index alone.
            Index(fields=("unit_id", "id", "client_id", "state"), name="attendance_unit_order_page"),
            Index(fields=("unit_id", "modified_at", "id"), name="attendance_unit_modified"),
            Index(fields=("unit_id", "state", "day", "id"), name="attendance_unit_state"),  # what waits to be confirmed
            Index(fields=("workplace_id", "id"), name="attendance_workplace_order_page"),
            Index(fields=("workplace_id", "modified_at", "id"), name="attendance_workplace_modified"),
            Index(fields=("client_id", "day", "id"), name="attendance_client_order"),
            Index(fields=("unit_id", "day", "id"), name="attendance_unit_order"),
            Index(fields=("contract_id", "day", "id"), name="attendance_contract_order"),
            Index(fields=("workplace_id", "day", "id"), name="attendance_workplace_order"),
            Index(fields=("accounting_unit_id", "day"), name="attendance_accounting_order"),
            Index(fields=("day", "id"), name="attendance_order"),
            BrinIndex(fields=("day",), name="attendance_period"),
        )
