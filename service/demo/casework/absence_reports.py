"""The absence reports of the demo: of the last two weeks to prepare and to send, and of the two before, which were."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import models
from models.vocabulary import attendance_codes
from service.demo.context import DemoContext
from service.demo.ledger import Author, DemoRow
from workflow.absence_report import (
    ACKNOWLEDGED_ABSENCE_REPORT_STATES,
    CORRECTED_ABSENCE_REPORT_STATES,
    REPORTED_DAYS,
    TOLD_ABSENCE_REPORT_STATES,
    report_due_on,
)
from workflow.attendance import PAST_DAY_STATES

_NOW_STATES = ("DRAFT", "READY")
_EARLIER_STATES = ("ACKNOWLEDGED", "SENT", "CORRECTED")
_MOST = 40  # people


def add_absence_reports(demo: DemoContext, by: Author) -> None:
    """Add the reports of some people with a payer and absences; one was corrected by the following one."""
    payers = {row["client_id"]: row["payer_id"] for row in demo.ledger.rows[models.BenefitPayer]}
    absences = _absences(demo)
    last = demo.today - timedelta(days=1)
    clients = [client for client in payers if absences.get(client)][:_MOST]
    for number, client in enumerate(clients):
        earlier, now = last - timedelta(days=REPORTED_DAYS), last
        of_earlier = [day for day in absences[client] if _is_in(day["day"], earlier)]
        of_now = [day for day in absences[client] if _is_in(day["day"], now)]
        state = _EARLIER_STATES[number % len(_EARLIER_STATES)] if of_earlier else ""
        told = [_report(demo, by, payers[client], earlier, state, of_earlier)] if of_earlier else []
        corrected = told[0][1][:1] if state in CORRECTED_ABSENCE_REPORT_STATES else []
        if of_now or corrected:
            following = "SENT" if corrected else _NOW_STATES[number % len(_NOW_STATES)]
            _report(demo, by, payers[client], now, following, of_now, corrected)


def _absences(demo: DemoContext) -> dict[UUID, list[DemoRow]]:
    """Return the reportable days of each client that no other row replaces."""
    days = demo.ledger.rows[models.Attendance]
    replaced = {row["replaces_id"] for row in days}
    found: defaultdict[UUID, list[DemoRow]] = defaultdict(list)
    for row in days:
        is_reported = row["code"] and attendance_codes()[row["code"]].facts["reported"] == "YES"
        if is_reported and row["state"] in PAST_DAY_STATES and row["id"] not in replaced and not row["replaces_id"]:
            found[row["client_id"]].append(row)
    return found


def _is_in(day: date, last: date) -> bool:
    return last - timedelta(days=REPORTED_DAYS) < day <= last


def _report(
    demo: DemoContext,
    by: Author,
    payer: UUID,
    last: date,
    state: str,
    days: Sequence[DemoRow],
    corrected: Sequence[DemoRow] = (),
) -> tuple[DemoRow, list[DemoRow]]:
    """Add a report with the rows of these days, and with rows that withdraw earlier ones; return it and its rows."""
    first = (days or corrected)[0]
    at = demo.at(last, 15)
    columns: dict[str, Any] = {}
    if state in TOLD_ABSENCE_REPORT_STATES:
        columns = {"basis": "STATUTORY", "statute": "UNEMPLOYMENT_SECURITY_ACT", "sent_at": at, "sent_by_name": by.name}
        columns |= {"acknowledged_at": at} if state in ACKNOWLEDGED_ABSENCE_REPORT_STATES else {}
        columns |= {"digest": sha256(str(first["id"]).encode()).hexdigest()}
    owner = {"client_id": first["client_id"], "unit_id": first["unit_id"]}
    period: dict[str, Any] = {
        "starts_on": last - timedelta(days=REPORTED_DAYS - 1),
        "ends_on": last,
        "due_on": report_due_on(last),
    }
    report = demo.ledger.add("absence_report", state, at, by, trail=False, payer_id=payer, **owner, **period, **columns)
    rows = [_absence(demo, by, report, day) for day in days]
    return report, rows + [_withdrawal(demo, by, report, row) for row in corrected]


def _absence(demo: DemoContext, by: Author, report: DemoRow, day: DemoRow) -> DemoRow:
    told = {"code": day["code"], "benefit": attendance_codes()[day["code"]].facts["benefit"]}
    read_from = {"contract_id": day["contract_id"], "attendance_id": day["id"], "day": day["day"]}
    return _row(demo, by, report, **read_from, **told, kind="ABSENCE", minutes=day["planned_minutes"])


def _withdrawal(demo: DemoContext, by: Author, report: DemoRow, row: DemoRow) -> DemoRow:
    read_from = {name: row[name] for name in ("contract_id", "attendance_id", "day")}
    return _row(demo, by, report, **read_from, kind="WITHDRAWAL", corrects_id=row["id"])


def _row(demo: DemoContext, by: Author, report: DemoRow, **columns: Any) -> DemoRow:
    owner = {"report_id": report["id"], "client_id": report["client_id"], "unit_id": report["unit_id"]}
    return demo.ledger.add("reported_absence", "LISTED", report["created_at"], by, trail=False, **owner, **columns)
