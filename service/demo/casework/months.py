"""The months of the units of the demo: closed as far as their days are, and two that were opened again."""

from collections import defaultdict
from datetime import date, timedelta
from uuid import UUID

import models
from service.demo.context import DemoContext
from service.demo.ledger import Author
from workflow.attendance import CONFIRMED_DAY_STATES, LOCKED_DAY_STATES

_REOPENED = (("REOPENED", "month_to_confirm"), ("CONFIRMED", "month_to_lock"))  # the oldest of the first unit


def add_months(demo: DemoContext, by: Author) -> None:
    """Add the months in which working days have come; whoever leads the unit began them."""
    states: defaultdict[tuple[date, UUID], set[str]] = defaultdict(set)
    for row in demo.ledger.rows[models.Attendance]:
        if row["day"] <= demo.today and row["replaces_id"] is None:
            states[row["day"].replace(day=1), row["accounting_unit_id"] or row["unit_id"]].add(row["state"])
    corrected = {
        (row["day"].replace(day=1), row["unit_id"])
        for row in demo.ledger.rows[models.Attendance]
        if row["replaces_id"] is not None
    }
    again = list(_REOPENED)
    for (month, unit), found in sorted(states.items(), key=lambda item: (item[0][0], str(item[0][1]))):
        state, fixed_id = _state(found), None
        # A correction is yet to be confirmed: what waits for its lock has none.
        is_ready = len(again) == len(_REOPENED) or (month, unit) not in corrected
        if found <= set(LOCKED_DAY_STATES) and unit == demo.units[0] and again and is_ready:
            state, fixed_id = again.pop(0)
        end = min(demo.now, demo.now - (demo.today - month) + timedelta(days=35))
        demo.ledger.add(
            "attendance_month",
            state,
            demo.now - (demo.today - month),
            by,
            trail=fixed_id is not None,
            fixed_id=fixed_id,
            unit_id=unit,
            month=month,
            locked_at=end if found <= set(LOCKED_DAY_STATES) else None,
        )


def _state(days: set[str]) -> str:
    if days <= set(LOCKED_DAY_STATES):
        return "LOCKED"
    return "CONFIRMED" if days <= {*LOCKED_DAY_STATES, *CONFIRMED_DAY_STATES} else "OPEN"
