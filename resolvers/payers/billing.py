"""
The billing basis of a unit's month: built when the month is locked, and adjusted by rows afterwards.

A day is billed when its code says so on that day, or its code and the contract, and no correction replaces it. What is
built or added is the difference between the days and the rows that are there: so a month that was opened again and
locked is adjusted too.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from models.attendance import REPLACED_DAY
from models.attendance_month import AttendanceMonth
from models.billing import BillingBasis, BillingRow
from resolvers.attendance.codes import effects_of, tokens_with
from resolvers.catalogues import translated
from resolvers.context import Changes, Rulebook, Step
from resolvers.writing.bulk_writes import create_rows
from resolvers.writing.transitions import move_to_state, set_column, transition_refused
from workflow.attendance import PAST_DAY_STATES
from workflow.attendance_month import LOCKED_MONTH_STATES
from workflow.billing import ADJUSTED_BASIS_STATES
from workflow.calendar import last_day_of_month

_DAYS = (
    "SELECT c.id AS contract_id, c.client_id, c.payer, c.price_cents, c.bills_agreed_days, a.day, a.code,"
    " coalesce(a.minutes, 0) AS minutes"
    " FROM attendance a JOIN contract c ON c.id = a.contract_id WHERE a.accounting_unit_id = $1"
    f" AND a.day BETWEEN $2 AND $3 AND {PAST_DAY_STATES.sql('a.state')} AND NOT {REPLACED_DAY.format('a')}"
    " AND a.code = ANY($4) ORDER BY a.day, a.id"
)
_Days = dict[date, tuple[int, int]]  # count and minutes, by day


@dataclass
class _Billed:
    """What is to be billed of a contract in a month, and what its rows bill already."""

    contract: UUID
    client: UUID
    payer: str | None
    price_cents: int | None
    days: _Days = field(default_factory=dict)
    told: _Days = field(default_factory=dict)
    number: int | None = None

    def difference(self) -> list[dict[str, Any]]:
        """Return the days that a row has to add, as rows store them."""
        found = []
        for day in sorted({*self.days, *self.told}):
            wanted, told = self.days.get(day, (0, 0)), self.told.get(day, (0, 0))
            count, minutes = wanted[0] - told[0], wanted[1] - told[1]
            if count or minutes:
                found.append({"day": day.isoformat(), "count": count, "minutes": minutes})
        return found


async def build_billing(step: Step) -> Changes:
    """Build the bases of a month that is locked; where it was locked before, adjust them."""
    month = step.row
    reason = translated("The month was opened again and locked.", step.context.viewer.language)
    await _bill(step, month.unit_id, month.month, reason)
    return {}


async def month_of_basis_locked(step: Step) -> None:
    """
    Check that the month of a basis is locked: before, its days are still being settled.

    :raises CommandRefused: MONTH_NOT_LOCKED
    """
    months = AttendanceMonth.filter(unit_id=step.row.unit_id, month=step.row.month, state__in=LOCKED_MONTH_STATES)
    if not await months.using_db(step.db).exists():
        raise transition_refused("MONTH_NOT_LOCKED", "month")


async def adjust_billing(step: Step) -> Changes:
    """
    Add the rows that say what turned out otherwise since, with the comment as their reason.

    :raises CommandRefused: NOTHING_TO_ADJUST
    """
    row = step.row
    rows = await _bill(step, row.unit_id, row.month, str(step.comment), row)
    if not rows:
        raise transition_refused("NOTHING_TO_ADJUST")
    return _add_up(step, row, rows)


async def _bill(step: Step, unit: UUID, month: date, reason: str, only: Any = None) -> list[dict[str, Any]]:
    """Write the missing rows of a unit's month, of one basis when `only` is given, and return their columns."""
    known = await _bases(step, unit, month)
    bases = known if only is None else {only.payer: only}
    billed = await _billed(step, unit, month, list(known.values()))
    billed = [one for one in billed if only is None or one.payer == only.payer]
    payers = list(dict.fromkeys(one.payer for one in billed if one.payer not in bases))
    type_, row_type = (step.context.content_types[noun] for noun in ("billing_basis", "billing_row"))
    made = [_basis(unit, month, payer, billed) for payer in payers]
    new = dict(zip(payers, await create_rows(step.context, type_, made, step.db), strict=True))
    rows = _rows(unit, bases | new, billed, set(new), reason)
    await create_rows(step.context, row_type, rows, step.db)
    for basis in () if only is not None else bases.values():
        if of_basis := [row for row in rows if row["basis_id"] == basis.pk]:
            changes, [adjusted] = _add_up(step, basis, of_basis), ADJUSTED_BASIS_STATES
            await move_to_state(step, type_.noun, basis, adjusted, "ADJUST", changes)
    return rows


def _add_up(step: Step, basis: Any, rows: Sequence[Mapping[str, Any]]) -> Changes:
    """Add rows to the sums of a basis that was there before, and set when."""
    days = basis.day_count + sum(row["day_count"] for row in rows)
    minutes = basis.minutes + sum(row["minutes"] for row in rows)
    changes = set_column(basis, "day_count", "dayCount", days) | set_column(basis, "minutes", "minutes", minutes)
    return changes | set_column(basis, "adjusted_at", "adjustedAt", step.context.now)


async def _bases(step: Step, unit: UUID, month: date) -> dict[str | None, Any]:
    found = BillingBasis.filter(unit_id=unit, month=month).using_db(step.db).order_by("id").select_for_update()
    return {basis.payer: basis for basis in await found}


async def _billed(step: Step, unit: UUID, month: date, bases: Sequence[Any]) -> list[_Billed]:
    """Return what is to be billed of each contract, and what its rows say, in the order of the first days."""
    context, db = step.context, step.db
    tokens = await tokens_with(context, db, lambda effects: effects.is_billed(bills_agreed_days=True))
    found: dict[UUID, _Billed] = {}
    for row in await db.execute_query_dict(_DAYS, [unit, month, last_day_of_month(month), tokens]):
        effects = await effects_of(context, row["code"], row["day"], db)
        if effects is None or not effects.is_billed(bills_agreed_days=bool(row["bills_agreed_days"])):
            continue
        key = row["contract_id"]
        one = found.setdefault(key, _Billed(key, row["client_id"], row["payer"], row["price_cents"]))
        one.days[row["day"]] = (1, row["minutes"])
    payers = {basis.pk: basis.payer for basis in bases}
    told: Any = BillingRow.filter(basis_id__in=list(payers)).using_db(db).order_by("id")
    for billed in await told if payers else []:
        key, payer = billed.contract_id, payers[billed.basis_id]
        one = found.setdefault(key, _Billed(key, billed.client_id, payer, billed.price_cents))
        one.payer, one.number = payer, billed.number
        for day in billed.days:
            on = date.fromisoformat(day["day"])
            count, minutes = one.told.get(on, (0, 0))
            one.told[on] = (count + day["count"], minutes + day["minutes"])
    return list(found.values())


def _basis(unit: UUID, month: date, payer: str | None, billed: Sequence[_Billed]) -> dict[str, Any]:
    days = [day for one in billed if one.payer == payer for day in one.difference()]
    sums = {"day_count": sum(day["count"] for day in days), "minutes": sum(day["minutes"] for day in days)}
    return {"unit_id": unit, "month": month, "payer": payer, **sums}


def _rows(
    unit: UUID, bases: Mapping[str | None, Any], billed: Sequence[_Billed], new: set[str | None], reason: str
) -> list[dict[str, Any]]:
    """Return the columns of the rows that are missing; numbers go on where those of the basis end."""
    last: defaultdict[str | None, int] = defaultdict(int)
    for one in billed:
        last[one.payer] = max(last[one.payer], one.number or 0)
    rows = []
    for one in billed:
        if not (days := one.difference()):
            continue
        if one.number is None:
            last[one.payer] += 1
            one.number = last[one.payer]
        rows.append(
            {
                "basis_id": bases[one.payer].pk,
                "client_id": one.client,
                "unit_id": unit,
                "contract_id": one.contract,
                "number": one.number,
                "kind": "BILLED" if one.payer in new else "ADJUSTMENT",
                "price_cents": one.price_cents,
                "days": days,
                "day_count": sum(day["count"] for day in days),
                "minutes": sum(day["minutes"] for day in days),
                "reason": None if one.payer in new else reason,
            }
        )
    return rows


BILLING_RULES = Rulebook.of(guards=(month_of_basis_locked,), effects=(build_billing, adjust_billing))
