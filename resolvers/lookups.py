"""What a command wants to know before it judges many rows: several small reads in one statement (decision 0270)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

Row = tuple[Any, Any, Any, Any]  # an id, a day, and two texts


@dataclass(frozen=True)
class Lookup:
    """
    One read: a SELECT of four columns (an id, a day and two texts, each of which may be null), bound by `values`.

    `keep` is called once with its rows, also when there are none: before, the command knows nothing of what it asks.
    """

    sql: str
    values: Sequence[Any]
    keep: Callable[[list[Row]], None]


async def look_up(lookups: Sequence[Lookup], db: TransactionalDBClient) -> None:
    """Run reads in one statement, and have each keep its rows; without any, nothing is run."""
    if not lookups:
        return
    rows: list[list[Row]] = [[] for _ in lookups]
    values = [value for one in lookups for value in one.values]
    sql = _union(tuple((one.sql, len(one.values)) for one in lookups))
    for row in (await db.execute_query(sql, values))[1]:
        rows[row["part"]].append((row["id"], row["day"], row["one"], row["other"]))
    for one, found in zip(lookups, rows, strict=True):
        one.keep(found)


@lru_cache(1_000)
def _union(reads: tuple[tuple[str, int], ...]) -> str:
    """Return one statement of reads, each a SELECT and the number of its values, which follow one another."""
    parts: list[str] = []
    before = 0
    for place, (sql, count) in enumerate(reads):
        parts.append(f"SELECT {place} AS part, x.* FROM ({_numbered_from(before, sql)}) AS x(id, day, one, other)")
        before += count
    return " UNION ALL ".join(parts)


def _numbered_from(before: int, sql: str) -> str:
    """Return SQL whose parameters follow so many others."""
    return re.sub(r"\$(\d+)", lambda found: f"${int(found[1]) + before}", sql) if before else sql
