"""The counts of a contract's past days, counted one by one: what `Contract.dayCounts` must answer."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import FieldNode

Row = dict[str, Any]


def day_counts(
    rows: Mapping[str, Sequence[Row]], contract: Row, selected: Mapping[str, list[FieldNode]]
) -> list[dict[str, Any]]:
    """Return the counts by month and accounting unit; `selected` says under which keys which of them are asked."""
    days = [d for d in rows["attendance"] if d["state"] != "PLANNED"]
    replaced = {d["replaces_id"] for d in days}
    names = {unit["id"]: unit["name"] for unit in rows["unit"]}
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for day in (d for d in days if d["contract_id"] == contract["id"] and d["id"] not in replaced):
        unit = day["accounting_unit_id"]
        groups.setdefault((day["day"].replace(day=1).isoformat(), names[unit], str(unit)), []).append(day)
    counted = [_counted(month, unit, group) for (month, unit, _), group in sorted(groups.items())]
    return [{key: counts[found[0].name.value] for key, found in selected.items()} for counts in counted]


def _counted(month: str, unit: str, days: Sequence[Row]) -> dict[str, Any]:
    """Return what is counted of a group of days; no word of the random rows says that a day is billed."""
    return {
        "__typename": "DayCount",
        "month": month,
        "unit": unit,
        "recorded": len(days),
        "locked": sum(d["state"] == "LOCKED" for d in days),
        "present": sum(d["presence"] == "PRESENT" for d in days),
        "absent": sum(d["presence"] == "ABSENT" for d in days),
        "billable": 0,
        "minutes": sum(d["minutes"] or 0 for d in days),
    }
