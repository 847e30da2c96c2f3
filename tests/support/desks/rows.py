"""Rows in the disclosure log beside the questions that the pages have sent: one for each look, and none without one."""

from collections import Counter
from datetime import datetime
from typing import Any

from models.log import DisclosureLog
from tests.support.desks.journey import Journey

# What is asked about declarations, words and counts: nobody is looked at.
QUIET = frozenset({"WhoAmI", "TypeTitles", "ChoiceTitles", "TermTitles"})


async def missing_and_extra_rows(
    journey: Journey, since: datetime, quiet: frozenset[str] = frozenset()
) -> Counter[str]:
    """
    Return how many rows each operation has more (or, below zero, fewer) than times it was sent; empty when they agree.

    `quiet` are the operations of the desk that look at nobody, beside those of every desk.
    """
    found: Any = DisclosureLog.filter(account=await journey.account(), at__gte=since)
    rows: Counter[str] = Counter(await found.values_list("operation", flat=True))
    sent = Counter(name for name in journey.asked if name not in QUIET | quiet)
    return Counter({name: rows[name] - sent[name] for name in rows | sent if rows[name] != sent[name]})
