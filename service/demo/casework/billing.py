"""The billing bases of the demo: those of the newest locked month of each unit; one of them is adjusted by a row."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import models
from models.vocabulary import attendance_codes
from service.demo.casework.attendance import effects_at_first
from service.demo.context import DemoContext
from service.demo.ledger import Author, DemoRow
from workflow.attendance_month import LOCKED_MONTH_STATES
from workflow.calendar import last_day_of_month


def add_billing(demo: DemoContext, by: Author) -> None:
    """Add the bases of the newest month that each unit has locked, by payer; the first basis is adjusted."""
    newest: dict[UUID, date] = {}
    for row in demo.ledger.rows[models.AttendanceMonth]:
        if row["state"] in LOCKED_MONTH_STATES:
            newest[row["unit_id"]] = max(row["month"], newest.get(row["unit_id"], date.min))
    contracts = {row["id"]: row for row in demo.ledger.rows[models.Contract]}
    is_first = True
    for unit, month in newest.items():
        by_payer: defaultdict[str | None, dict[UUID, list[DemoRow]]] = defaultdict(dict)
        for day in _billed_days(demo, unit, month):
            of_payer = by_payer[contracts[day["contract_id"]]["payer"]]
            of_payer.setdefault(day["contract_id"], []).append(day)
        for payer, of_payer in by_payer.items():
            _basis(
                demo, by, {"unit_id": unit, "month": month, "payer": payer}, of_payer, contracts, is_adjusted=is_first
            )
            is_first = False


def _billed_days(demo: DemoContext, unit: UUID, month: date) -> list[DemoRow]:
    """Return the days of a unit's month that are billed and that no other row replaces."""
    days = demo.ledger.rows[models.Attendance]
    replaced = {row["replaces_id"] for row in days}
    of_month = [
        row for row in days if row["accounting_unit_id"] == unit and month <= row["day"] <= last_day_of_month(month)
    ]
    billed = {token for token in attendance_codes() if effects_at_first(token).is_billed(bills_agreed_days=False)}
    return [row for row in of_month if row["code"] in billed and row["id"] not in replaced]


def _basis(
    demo: DemoContext,
    by: Author,
    columns: dict[str, Any],
    of_payer: dict[UUID, list[DemoRow]],
    contracts: dict[UUID, DemoRow],
    *,
    is_adjusted: bool,
) -> None:
    at = demo.at(min(last_day_of_month(columns["month"]) + timedelta(days=5), demo.today), 9)
    told = [_told(days) for days in of_payer.values()]
    taken = [{"day": told[0][0]["day"], "count": -1, "minutes": -told[0][0]["minutes"]}] if is_adjusted else []
    sums = _sums([day for days in (*told, taken) for day in days])
    state, adjusted_at = ("ADJUSTED", at) if is_adjusted else ("BUILT", None)
    name = "basis" if is_adjusted else None
    basis = demo.ledger.add(
        "billing_basis", state, at, by, trail=False, adjusted_at=adjusted_at, fixed_id=name, **columns, **sums
    )
    rows = list(zip(of_payer, told, strict=True))
    for number, (contract, days) in enumerate(rows, start=1):
        _row(demo, by, basis, contracts[contract], number=number, days=days, kind="BILLED")
    if taken:
        reason = "Päivä kuului toiselle maksajalle."
        _row(demo, by, basis, contracts[rows[0][0]], number=1, days=taken, kind="ADJUSTMENT", reason=reason)


def _told(days: list[DemoRow]) -> list[dict[str, Any]]:
    return [{"day": day["day"].isoformat(), "count": 1, "minutes": day["minutes"] or 0} for day in days]


def _sums(days: list[dict[str, Any]]) -> dict[str, Any]:
    return {"day_count": sum(day["count"] for day in days), "minutes": sum(day["minutes"] for day in days)}


def _row(demo: DemoContext, by: Author, basis: DemoRow, contract: DemoRow, **columns: Any) -> None:
    owner = {"client_id": contract["client_id"], "contract_id": contract["id"], "price_cents": contract["price_cents"]}
    demo.ledger.add(
        "billing_row",
        "BILLED",
        basis["created_at"],
        by,
        trail=False,
        basis_id=basis["id"],
        unit_id=basis["unit_id"],
        **owner,
        **_sums(columns["days"]),
        **columns,
    )
