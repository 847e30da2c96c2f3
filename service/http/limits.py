"""
How often somebody may ask: token buckets in this process, one per account, client, address or sensitive action.

A bucket holds one minute's worth and refills evenly, so a morning's burst passes and a flood does not. The buckets are
this process's own: N processes allow N times the rate, which is what a limit against floods needs, and it costs no
round trip. At most MAX_BUCKETS are kept; the one that was idle longest is forgotten first, and it was full by then.
"""

import math
from collections import OrderedDict
from dataclasses import dataclass, field
from enum import StrEnum

from service.settings import Settings

MAX_BUCKETS = 100_000


class Limited(StrEnum):
    """What is counted."""

    ACCOUNT = "ACCOUNT"
    CLIENT = "CLIENT"
    ADDRESS = "ADDRESS"
    LOGIN = "LOGIN"
    IDENTITY_SEARCH = "IDENTITY_SEARCH"


class TooManyRequests(Exception):
    """A caller asked too often. `retry_after` is the number of whole seconds after which one request is free again."""

    code = "TOO_MANY_REQUESTS"

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"Too many requests, try again in {retry_after} s")
        self.retry_after = retry_after


@dataclass
class RateLimits:
    """The buckets of one process. `per_minute` says how much one caller may do of each kind."""

    per_minute: dict[Limited, int]
    buckets: OrderedDict[tuple[Limited, str], tuple[float, float]] = field(default_factory=OrderedDict)

    @classmethod
    def of(cls, settings: Settings) -> "RateLimits":
        """Return the limits that the settings ask for."""
        return cls(
            {
                Limited.ACCOUNT: settings.account_requests_per_minute,
                Limited.CLIENT: settings.client_requests_per_minute,
                Limited.ADDRESS: settings.address_requests_per_minute,
                Limited.LOGIN: settings.login_attempts_per_minute,
                Limited.IDENTITY_SEARCH: settings.identity_searches_per_minute,
            }
        )

    def spend(self, kind: Limited, key: str, now: float) -> None:
        """
        Take one request out of the bucket of `key`; `now` is a monotonic time in seconds.

        :raises TooManyRequests: when the bucket is empty; the refused request costs nothing.
        """
        size = float(self.per_minute[kind])
        left, since = self.buckets.pop((kind, key), (size, now))
        left = min(size, left + (now - since) * size / 60)
        is_allowed = left >= 1
        self.buckets[kind, key] = (left - 1 if is_allowed else left, now)
        if len(self.buckets) > MAX_BUCKETS:
            self.buckets.popitem(last=False)
        if not is_allowed:
            raise TooManyRequests(math.ceil((1 - left) * 60 / size))
