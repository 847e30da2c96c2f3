"""Statistics of erased people, in groups that may be told of. Rule R19."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from resolvers.retention.purge_candidates import Fetch
from workflow.retention import SMALLEST_GROUP, told_counts

# The grouping is fixed: of two different ones the difference could be a group under five.
ROWS = (
    "SELECT year, unit_id, service_code, months, end_reason, days::text AS days FROM statistic_row"
    " WHERE ($1::int IS NULL OR year = $1) ORDER BY year, unit_id, service_code NULLS FIRST"
)


@dataclass(frozen=True)
class StatisticsGroup:
    """People of one year, unit and service type; `months` and `days` are those of all together."""

    year: int
    unit: UUID
    service_code: str | None
    people: int
    months: int
    end_reasons: dict[str, int]
    days: dict[str, int]


async def statistics_groups(fetch: Fetch, year: int | None) -> list[StatisticsGroup]:
    """Return every group of at least five, by year, unit and service type; of smaller ones nothing is told."""
    groups: dict[tuple[int, UUID, str | None], list[dict[str, Any]]] = {}
    for row in await fetch(ROWS, [year]):
        groups.setdefault((row["year"], UUID(str(row["unit_id"])), row["service_code"]), []).append(row)
    return [_group(*key, rows) for key, rows in groups.items() if len(rows) >= SMALLEST_GROUP]


def _group(year: int, unit: UUID, service_code: str | None, rows: list[dict[str, Any]]) -> StatisticsGroup:
    reasons = Counter(row["end_reason"] or "UNKNOWN" for row in rows)
    days, people = Counter[str](), Counter[str]()
    for row in rows:
        counted = orjson.loads(row["days"])
        days.update(counted)
        people.update(counted.keys())
    # A code that few people have is told of no more than a reason that few have.
    told = {code: n for code, n in days.items() if people[code] >= SMALLEST_GROUP}
    months = sum(row["months"] for row in rows)
    return StatisticsGroup(year, unit, service_code, len(rows), months, told_counts(reasons), told)
