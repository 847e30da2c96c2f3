"""Rows in the disclosure log beside the questions that the pages have sent: one for each look, and none without one."""

from collections import Counter
from datetime import datetime
from typing import Any

from models.log import DisclosureLog
from tests.support.desks.journey import Journey

# A computed question is a look of its own, and its row has its name: the operation of the pages in which it is asked.
COMPUTED = {
    "contentType": "Offered",
    "referralDuplicates": "ReferralToDecide",
    "notAcknowledged": "NoticeState",
    "purgePreview": "Esikatselu",
}


async def looks_since(journey: Journey, since: datetime) -> Counter[str]:
    """Return how many rows the log has of the person from a moment on, by operation."""
    found: Any = DisclosureLog.filter(account=await journey.account(), at__gte=since)
    return Counter(await found.values_list("operation", flat=True))


def sent_looks(journey: Journey, looks: Counter[str]) -> Counter[str]:
    """Return how many times the pages have sent each operation that left a row in `looks`."""
    sent = Counter(journey.asked)
    return Counter({name: sent[COMPUTED.get(name, name)] for name in looks})
