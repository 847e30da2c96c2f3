"""
Rate limits: token buckets in this process, one for each account, client, address or sensitive action.

A bucket holds the requests of one minute and refills evenly, so the many requests of a morning pass and a flood does
not. Each process has its own buckets, and a check needs no network; `shared_limits` counts for all processes together.
At most MAX_BUCKETS are kept; the bucket that was unused longest is dropped first; by then it is full.
"""

import math
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

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

    __hash__ = str.__hash__  # every request looks a kind up; an Enum's own is written in Python


# What a guesser does: where nobody else counts, these stay strict (decision 0135).
GUESSES = frozenset(
    {
        Limited.LOGIN,
        Limited.LOGIN_FAILURE,
        Limited.LOGIN_FAILURE_AROUND,
        Limited.CLIENT_FAILURE,
        Limited.CLIENT_FAILURE_AROUND,
        Limited.IDENTITY_SEARCH,
    }
)


class TooManyRequests(Exception):
    """A caller sent too many requests. `retry_after` is the number of whole seconds until the next one is allowed."""

    code = "TOO_MANY_REQUESTS"

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"Too many requests, try again in {retry_after} s")
        self.retry_after = retry_after


class CallerLimits(Protocol):
    """What counts callers: the buckets of this process, or a server that all processes of all hosts share."""

    async def spend(self, kind: Limited, key: str, count: int = 1) -> None:
        """
        Count `count` requests of the caller `key`.

        :raises TooManyRequests: when there were too many; what is refused is not counted
        """

    async def check(self, kind: Limited, key: str) -> None:
        """
        Count nothing, and see whether the caller `key` may go on.

        :raises TooManyRequests: when there were too many
        """

    async def charge(self, kind: Limited, key: str) -> None:
        """Count one more of the caller `key`, even when there were too many already."""

    async def are_shared(self) -> bool | None:
        """Return whether the shared server counts now; None when there is none to share."""

    async def close(self) -> None:
        """Close the connections."""


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

    def divided(self, processes: int) -> "RateLimits":
        """Return empty buckets that hold so small a part that as many processes hold no more together, but for one."""
        return RateLimits({kind: max(1, size // processes) for kind, size in self.per_minute.items()})

    def spend(self, kind: Limited, key: str, now: float, count: int = 1) -> None:
        """
        Take `count` requests out of the bucket of `key`; `now` is a monotonic time in seconds.

        :raises TooManyRequests: when the bucket holds fewer; what is refused is not counted.
        """
        size, bucket = float(self.per_minute[kind]), (kind, key)
        tokens, since = self.buckets.pop(bucket, (size, now))
        tokens = min(size, tokens + (now - since) * size / 60)
        is_allowed = tokens >= count
        self.buckets[bucket] = (tokens - count if is_allowed else tokens, now)
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


@dataclass(frozen=True)
class ProcessLimits:
    """The buckets of this process as they are used by requests; nothing here ever waits."""

    buckets: RateLimits

    async def spend(self, kind: Limited, key: str, count: int = 1) -> None:
        """
        Take `count` requests out of a bucket.

        :raises TooManyRequests: when it holds fewer
        """
        self.buckets.spend(kind, key, time.monotonic(), count)

    async def check(self, kind: Limited, key: str) -> None:
        """
        See whether a bucket is empty.

        :raises TooManyRequests: when it is
        """
        self.buckets.check(kind, key, time.monotonic())

    async def charge(self, kind: Limited, key: str) -> None:
        """Take one out of a bucket, even out of an empty one."""
        self.buckets.charge(kind, key, time.monotonic())

    async def are_shared(self) -> bool | None:
        """Return None: nobody else uses these buckets."""
        return None

    async def close(self) -> None:
        """Do nothing: there is no connection."""


async def count_request(request: Request, viewer: Viewer) -> None:
    """
    Count a request of this viewer.

    :raises TooManyRequests: when the viewer has sent too many
    """
    kind = Limited.CLIENT if viewer.kind is AccountKind.AGENCY else Limited.ACCOUNT
    limits: CallerLimits = request.scope["app"].state["limits"]
    await limits.spend(kind, viewer.once(_account))


def _account(viewer: Viewer) -> str:
    return str(viewer.account)
