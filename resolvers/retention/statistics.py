"""
Statistics of erased people, in groups that are large enough to be published.

Source: rule R19.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from resolvers.retention.purge_candidates import Fetch
from workflow.retention import SMALLEST_GROUP, publishable_counts

# The grouping is fixed: the difference between two groupings could be a group of less than five people.
ROWS = (
    "SELECT year, unit_id, service_code, months, end_reason, days::text AS days FROM statistic_row"
    " WHERE ($1::int IS NULL OR year = $1) ORDER BY year, unit_id, service_code NULLS FIRST"
)


@dataclass(frozen=True)
class StatisticsGroup:
    """The people of one year, unit and service type; `months` and `days` are sums over all of them."""

    year: int
    unit: UUID
    service_code: str | None
    people: int
    months: int
    end_reasons: dict[str, int]
    days: dict[str, int]


async def statistics_groups(fetch: Fetch, year: int | None) -> list[StatisticsGroup]:
    """Return every group of at least five people, by year, unit and service type; smaller groups are left out."""
    groups: dict[tuple[int, UUID, str | None], list[dict[str, Any]]] = {}
    for row in await fetch(ROWS, [year]):
        groups.setdefault((row["year"], UUID(str(row["unit_id"])), row["service_code"]), []).append(row)
    return [_group(*key, rows) for key, rows in groups.items() if len(rows) >= SMALLEST_GROUP]


def _group(year: int, unit: UUID, service_code: str | None, rows: list[dict[str, Any]]) -> StatisticsGroup:
    reasons = Counter(row["end_reason"] or "UNKNOWN" for row in rows)
    days, people = Counter[str](), Counter[str]()
    for row in rows:
        counts = orjson.loads(row["days"])
        days.update(counts)
        people.update(counts.keys())
    # A code that fewer than five people have is left out, like a reason that fewer than five have.
    published_days = {code: n for code, n in days.items() if people[code] >= SMALLEST_GROUP}
    months = sum(row["months"] for row in rows)
    return StatisticsGroup(year, unit, service_code, len(rows), months, publishable_counts(reasons), published_days)
