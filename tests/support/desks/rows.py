"""Rows in the disclosure log beside the questions that the pages have sent: one for each look, and none without one."""

from collections import Counter

from tests.support.desks.journey import Journey

# A computed question is a look of its own, and its row has its name: the operation of the pages in which it is asked.
COMPUTED = {
    "contentType": "Offered",
    "referralDuplicates": "ReferralToDecide",
    "notAcknowledged": "NoticeState",
    "purgePreview": "Esikatselu",
    "whoSees": "WhoSees",
    "explain": "WhatTheyMay",
}


def sent_looks(journey: Journey, looks: Counter[str]) -> Counter[str]:
    """Return how many times the pages have sent each operation that left a row in `looks`."""
    sent = Counter(journey.asked)
    return Counter({name: sent[COMPUTED.get(name, name)] for name in looks})
