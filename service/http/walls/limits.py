"""
Rate limits: token buckets in this process, one for each account, client, address or sensitive action.

A bucket holds the requests of one minute and refills evenly, so the many requests of a morning pass and a flood does
not. Each process has its own buckets: N processes allow N times the rate, which is enough against floods, and a check
needs no network. At most MAX_BUCKETS are kept; the bucket that was unused longest is dropped first; by then it is full.
"""

import math
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from enum import StrEnum

from starlette.requests import Request

from auth.viewer import Viewer
from service.settings import Settings
from workflow.roles import AccountKind

MAX_BUCKETS = 100_000
AROUND = 4  # the network around a caller may do so many times as much as the caller


class Limited(StrEnum):
    """The kinds of requests that are counted."""

    ACCOUNT = "ACCOUNT"
    CLIENT = "CLIENT"
    ADDRESS = "ADDRESS"
    ADDRESS_AROUND = "ADDRESS_AROUND"
    LOGIN = "LOGIN"
    LOGIN_FAILURE = "LOGIN_FAILURE"
    LOGIN_FAILURE_AROUND = "LOGIN_FAILURE_AROUND"
    CLIENT_FAILURE = "CLIENT_FAILURE"
    CLIENT_FAILURE_AROUND = "CLIENT_FAILURE_AROUND"
    IDENTITY_SEARCH = "IDENTITY_SEARCH"


class TooManyRequests(Exception):
    """A caller sent too many requests. `retry_after` is the number of whole seconds until the next one is allowed."""

    code = "TOO_MANY_REQUESTS"

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"Too many requests, try again in {retry_after} s")
        self.retry_after = retry_after


@dataclass
class RateLimits:
    """The buckets of one process. `per_minute` is the limit of one caller for each kind."""

    per_minute: dict[Limited, int]
    buckets: OrderedDict[tuple[Limited, str], tuple[float, float]] = field(default_factory=OrderedDict)

    @classmethod
    def of(cls, settings: Settings) -> "RateLimits":
        """Return the limits of the settings."""
        return cls(
            {
                Limited.ACCOUNT: settings.account_requests_per_minute,
                Limited.CLIENT: settings.client_requests_per_minute,
                Limited.ADDRESS: settings.address_requests_per_minute,
                Limited.ADDRESS_AROUND: AROUND * settings.address_requests_per_minute,
                Limited.LOGIN: settings.login_attempts_per_minute,
                Limited.LOGIN_FAILURE: settings.login_failures_per_minute,
                Limited.LOGIN_FAILURE_AROUND: AROUND * settings.login_failures_per_minute,
                Limited.CLIENT_FAILURE: settings.login_failures_per_minute,
                Limited.CLIENT_FAILURE_AROUND: AROUND * settings.login_failures_per_minute,
                Limited.IDENTITY_SEARCH: settings.identity_searches_per_minute,
            }
        )

    def spend(self, kind: Limited, key: str, now: float, count: int = 1) -> None:
        """
        Take `count` requests out of the bucket of `key`; `now` is a monotonic time in seconds.

        :raises TooManyRequests: when the bucket holds fewer; what is refused is not counted.
        """
        size = float(self.per_minute[kind])
        tokens, since = self.buckets.pop((kind, key), (size, now))
        tokens = min(size, tokens + (now - since) * size / 60)
        is_allowed = tokens >= count
        self.buckets[kind, key] = (tokens - count if is_allowed else tokens, now)
        if len(self.buckets) > MAX_BUCKETS:
            self.buckets.popitem(last=False)
        if not is_allowed:
            raise TooManyRequests(math.ceil((count - tokens) * 60 / size))

    def check(self, kind: Limited, key: str, now: float) -> None:
        """
        Take nothing out of the bucket of `key`, and see whether it is empty.

        :raises TooManyRequests: when it is
        """
        size, tokens = float(self.per_minute[kind]), self._tokens(kind, key, now)
        if tokens < 1:
            raise TooManyRequests(math.ceil((1 - tokens) * 60 / size))

    def charge(self, kind: Limited, key: str, now: float) -> None:
        """Take one out of the bucket of `key`, even out of an empty one: at most as much again as it holds."""
        size, tokens = float(self.per_minute[kind]), self._tokens(kind, key, now)
        self.buckets.pop((kind, key), None)
        self.buckets[kind, key] = (max(-size, tokens - 1), now)
        if len(self.buckets) > MAX_BUCKETS:
            self.buckets.popitem(last=False)

    def _tokens(self, kind: Limited, key: str, now: float) -> float:
        size = float(self.per_minute[kind])
        tokens, since = self.buckets.get((kind, key), (size, now))
        return min(size, tokens + (now - since) * size / 60)


def count_request(request: Request, viewer: Viewer) -> None:
    """
    Count a request of this viewer.

    :raises TooManyRequests: when the viewer has sent too many
    """
    kind = Limited.CLIENT if viewer.kind is AccountKind.AGENCY else Limited.ACCOUNT
    request.app.state.limits.spend(kind, str(viewer.account), time.monotonic())
