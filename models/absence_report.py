"""What payers of benefits are told of absences: reports, and their rows, one a day."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

from models.agency import Agency
from models.attendance import Attendance
from models.client import Client
from models.content import Content, Copy, Reach
from models.contract import Contract
from models.organisation import Unit
from workflow.absence_report import TOLD_ABSENCE_REPORT_STATES, absence_report, reported_absence
from workflow.language import States

# A row says nothing any more once another one corrects it; `{}` is the row.
CORRECTED_ROW = "EXISTS (SELECT FROM reported_absence n WHERE n.corrects_id = {}.id)"


class AbsenceReport(Content):
    """`digest` is the SHA-256 of what was told, `statute` the code of the law by which it was."""

    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="absence_reports", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="absence_reports", on_delete=fields.RESTRICT
    )
    payer: fields.ForeignKeyRelation[Agency] = fields.ForeignKeyField(
        "models.Agency", related_name="absence_reports", on_delete=fields.RESTRICT
    )
    starts_on = fields.DateField()
    ends_on = fields.DateField()
    due_on = fields.DateField()
    basis = fields.CharField(12, null=True)
    statute = fields.CharField(40, null=True)
    sent_at = fields.DatetimeField(null=True)
    sent_by_name = fields.CharField(200, null=True)
    acknowledged_at = fields.DatetimeField(null=True)
    receipt = fields.CharField(100, null=True)
    digest = fields.CharField(64, null=True)

    reach = Reach(client="client_id", unit="unit_id", matter="WHEREABOUTS")
    copies = {"unit_id": Copy("client_id")}
    fixed = frozenset({"client_id"})

    class Meta:
        table = "absence_report"
        constraints = (
            CheckConstraint(check=States(absence_report.states).sql(), name="absence_report_state"),
            CheckConstraint(check="ends_on >= starts_on", name="absence_report_period"),
            CheckConstraint(check="basis IN ('CONSENT', 'STATUTORY')", name="absence_report_basis"),
            CheckConstraint(
                check=TOLD_ABSENCE_REPORT_STATES.implies(
                    "sent_at IS NOT NULL AND digest IS NOT NULL AND basis IS NOT NULL"
                ),
                name="absence_report_told",
            ),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="absence_report_modified"),
            Index(fields=("unit_id", "id"), name="absence_report_unit_order_page"),
            Index(fields=("unit_id", "modified_at", "id"), name="absence_report_unit_modified"),
            Index(fields=("unit_id", "due_on", "id"), name="absence_report_unit_order"),
            Index(fields=("unit_id", "ends_on", "id"), name="absence_report_unit_ends"),
            Index(fields=("client_id", "ends_on", "id"), name="absence_report_client_order"),
            Index(fields=("client_id", "payer_id", "ends_on"), name="absence_report_last"),
            Index(fields=("ends_on", "id"), name="absence_report_order"),
            Index(fields=("due_on", "id"), name="absence_report_due_order"),
        )


class ReportedAbsence(Content):
    """
    What a report says of the working day of a contract: an absence, another reason for it, or that there was none.

    `attendance` is the row of the day that it was read from. Each day of a contract begins one chain of rows, in which
    every row but the first corrects the one before: so an absence is told once, and each change of it once.
    """

    report: fields.ForeignKeyRelation[AbsenceReport] = fields.ForeignKeyField(
        "models.AbsenceReport", related_name="absences", on_delete=fields.RESTRICT
    )
    client: fields.ForeignKeyRelation[Client] = fields.ForeignKeyField(
        "models.Client", related_name="reported_absences", on_delete=fields.RESTRICT
    )
    unit: fields.ForeignKeyRelation[Unit] = fields.ForeignKeyField(
        "models.Unit", related_name="reported_absences", on_delete=fields.RESTRICT
    )
    contract: fields.ForeignKeyRelation[Contract] = fields.ForeignKeyField(
        "models.Contract", related_name="reported_absences", on_delete=fields.RESTRICT
    )
    attendance: fields.ForeignKeyRelation[Attendance] = fields.ForeignKeyField(
        "models.Attendance", related_name="reported_absences", on_delete=fields.RESTRICT
    )
    corrects: fields.ForeignKeyNullableRelation["ReportedAbsence"] = fields.ForeignKeyField(
        "models.ReportedAbsence", related_name="corrections", on_delete=fields.RESTRICT, null=True
    )
    kind = fields.CharField(12)
    day = fields.DateField()
    code = fields.CharField(40, null=True)
    benefit = fields.CharField(16, null=True)
    minutes = fields.IntField(null=True)

    reach = Reach(client="client_id", unit="unit_id", matter="WHEREABOUTS")
    copies = {"client_id": Copy("report_id"), "unit_id": Copy("report_id")}

    class Meta:
        table = "reported_absence"
        constraints = (
            CheckConstraint(check=States(reported_absence.states).sql(), name="reported_absence_state"),
            CheckConstraint(check="kind IN ('ABSENCE', 'CORRECTION', 'WITHDRAWAL')", name="reported_absence_kind"),
            CheckConstraint(check="(kind = 'WITHDRAWAL') = (code IS NULL)", name="reported_absence_code"),
            UniqueConstraint(
                fields=("contract_id", "day"), name="reported_absence_once", condition="corrects_id IS NULL"
            ),
            UniqueConstraint(
                fields=("corrects_id",), name="reported_absence_corrected_once", condition="corrects_id IS NOT NULL"
            ),
            CheckConstraint(check="minutes BETWEEN 0 AND 1440", name="reported_absence_minutes"),
        )
        indexes = (
            Index(fields=("modified_at", "id"), name="reported_absence_modified"),
            Index(fields=("unit_id", "id"), name="reported_absence_unit_order_page"),
            Index(fields=("unit_id", "modified_at", "id"), name="reported_absence_unit_modified"),
            Index(fields=("unit_id", "day", "id"), name="reported_absence_unit_order"),
            Index(fields=("client_id", "day", "id"), name="reported_absence_client_order"),
            Index(fields=("report_id", "day", "id"), name="reported_absence_report_order"),
            Index(fields=("contract_id", "day", "id"), name="reported_absence_contract"),
            Index(fields=("day", "id"), name="reported_absence_order"),
        )
