"""
Statistics of erased people, in groups that are large enough to be published.

Source: rule R19.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import orjson
from tortoise.transactions import in_transaction

from resolvers.context import CommandContext
from resolvers.retention.purge_candidates import Fetch
from workflow.statistics import SMALLEST_GROUP, publishable_counts

# The grouping is fixed: the difference between two groupings could be a group of less than five people. So is what was
# told: a group grows by the five people and more who waited, and each such part is told of for itself.
ROWS = (
    "SELECT year, unit_id, service_code, months, end_reason, days::text AS days, published_at FROM statistic_row"
    " WHERE published_at IS NOT NULL AND ($1::int IS NULL OR year = $1)"
    " ORDER BY year, unit_id, service_code NULLS FIRST, published_at"
)
_PUBLISH = (
    "UPDATE statistic_row s SET published_at = $1 FROM (SELECT year, unit_id, service_code FROM statistic_row"
    f" WHERE published_at IS NULL GROUP BY year, unit_id, service_code HAVING count(*) >= {SMALLEST_GROUP}) g"
    " WHERE s.published_at IS NULL AND s.year = g.year AND s.unit_id = g.unit_id"
    " AND s.service_code IS NOT DISTINCT FROM g.service_code"
)


@dataclass
class StatisticsGroup:
    """The people of one year, unit and service type; `months` and `days` are sums over all of them."""

    year: int
    unit: UUID
    service_code: str | None
    people: int = 0
    months: int = 0
    end_reasons: Counter[str] = field(default_factory=Counter)
    days: Counter[str] = field(default_factory=Counter)

    def add(self, rows: list[dict[str, Any]]) -> None:
        """Add people who are told of together."""
        reasons = Counter(row["end_reason"] for row in rows if row["end_reason"])
        days, people = Counter[str](), Counter[str]()
        for row in rows:
            counts = orjson.loads(row["days"])
            days.update(counts)
            people.update(counts.keys())
        self.people += len(rows)
        self.months += sum(row["months"] for row in rows)
        self.end_reasons.update(publishable_counts(reasons, len(rows) - reasons.total()))
        # A code that fewer than five people have is left out, like a reason that fewer than five have.
        self.days.update({code: n for code, n in days.items() if people[code] >= SMALLEST_GROUP})


async def publish_erased(context: CommandContext) -> int:
    """Let the statistics tell of erased people as soon as five or more wait in a group; return how many they are."""
    async with in_transaction() as db:
        return (await db.execute_query(_PUBLISH, [context.now]))[0]


async def statistics_groups(fetch: Fetch, year: int | None) -> list[StatisticsGroup]:
    """Return every group of at least five people, by year, unit and service type; smaller groups are left out."""
    parts: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in await fetch(ROWS, [year]):
        key = (row["year"], UUID(str(row["unit_id"])), row["service_code"], row["published_at"])
        parts.setdefault(key, []).append(row)
    groups: dict[tuple[Any, ...], StatisticsGroup] = {}
    for (of_year, unit, code, _), rows in parts.items():
        groups.setdefault((of_year, unit, code), StatisticsGroup(of_year, unit, code)).add(rows)
    return list(groups.values())
