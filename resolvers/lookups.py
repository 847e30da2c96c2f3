"""What a command wants to know before it judges many rows: several small reads in one statement (decision 0270)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient


@dataclass(frozen=True)
class Lookup:
    """
    One read: a SELECT of four columns (an id, a day and two texts, each of which may be null), bound by `values`.

    `keep` is called with each row of it.
    """

    sql: str
    values: Sequence[Any]
    keep: Callable[[Any, Any, Any, Any], None]


async def look_up(lookups: Sequence[Lookup], db: TransactionalDBClient) -> None:
    """Run reads in one statement, and have each keep its rows; without any, nothing is run."""
    parts: list[str] = []
    values: list[Any] = []
    for place, one in enumerate(lookups):
        sql = _numbered_from(len(values), one.sql)
        parts.append(f"SELECT {place} AS part, x.* FROM ({sql}) AS x(id, day, one, other)")
        values += one.values
    for row in await db.execute_query_dict(" UNION ALL ".join(parts), values) if parts else ():
        lookups[row["part"]].keep(row["id"], row["day"], row["one"], row["other"])


def _numbered_from(before: int, sql: str) -> str:
    """Return SQL whose parameters follow so many others."""
    return re.sub(r"\$(\d+)", lambda found: f"${int(found[1]) + before}", sql) if before else sql
