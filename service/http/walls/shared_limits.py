"""
Limits that all processes of all hosts share, counted by Redis or Valkey (decision 0135).

A caller may do in any sixty seconds what a bucket holds: a sliding window of two counters, which the server moves on in
one step. Names and addresses are hashed with a key of ours before they are sent, so that the server holds nothing about
people. While the server does not answer, this process counts for itself: requests as if it were alone, log-ins and
searches by identity code in so small a part that all processes together allow no more than the server did.
"""

import asyncio
import math
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import digest
from typing import Any, TypeVar

from limits.aio.storage import RedisStorage
from redis.asyncio import ConnectionPool
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from service.http.walls.limits import GUESSES, Limited, RateLimits, TooManyRequests
from service.logs import log

WINDOW_SECONDS = 60
ANSWER_SECONDS = 0.5  # a server on the same network answers in a thousandth of it
RETRY_SECONDS = 5.0  # one caller in so long waits for a server that was away
MAX_CONNECTIONS = 256
MAX_REFUSED = 10_000
FAILURES = (RedisError, OSError, TimeoutError)

Found = TypeVar("Found")


def limits_server(url: str, authorities: str | None) -> tuple[RedisStorage, ConnectionPool]:
    """Return the counters of a server and the connections to it; nothing is connected yet."""
    trusted = {"ssl_ca_certs": authorities} if authorities else {}
    pool = ConnectionPool.from_url(
        url,
        max_connections=MAX_CONNECTIONS,
        socket_timeout=ANSWER_SECONDS,
        socket_connect_timeout=ANSWER_SECONDS,
        retry=Retry(NoBackoff(), 0),  # the process counts for itself at once
        driver_info=None,  # to say what the client is called needs a right of its own in the server
        **trusted,
    )
    options: dict[str, Any] = {"connection_pool": pool}
    storage = RedisStorage("async+redis://", implementation="redispy", key_prefix="polku", **options)
    return storage, pool


@dataclass
class SharedLimits:
    """
    The limits of all processes. `alone` and `divided` are what this process allows while the server is away.

    `divided` also notes every log-in and search meanwhile, so that whoever has guessed already does not begin anew when
    the server goes away. A refused caller is remembered until the server could allow more, and is not asked about.
    """

    storage: RedisStorage
    pool: ConnectionPool
    key: bytes
    alone: RateLimits
    divided: RateLimits
    is_away: bool = False
    retry_at: float = 0.0
    refused: OrderedDict[str, float] = field(default_factory=OrderedDict)

    async def spend(self, kind: Limited, key: str, count: int = 1) -> None:
        """
        Count `count` requests of the caller `key`.

        :raises TooManyRequests: when there were too many in the last minute; what is refused is not counted
        """
        name, size, now = self._name(kind, key), self.alone.per_minute[kind], time.monotonic()
        self._refuse_known(name, now)
        is_taken = await self._asked(
            lambda: self.storage.acquire_sliding_window_entry(name, size, WINDOW_SECONDS, count)
        )
        if is_taken is None:
            self._own(kind).spend(kind, key, now, count)
        elif is_taken:
            self._note(kind, key, now, count)
        else:
            raise await self._too_many(name, size, count, now)

    async def check(self, kind: Limited, key: str) -> None:
        """
        Count nothing, and see whether the caller `key` may go on.

        :raises TooManyRequests: when there were too many in the last minute
        """
        name, size, now = self._name(kind, key), self.alone.per_minute[kind], time.monotonic()
        window = await self._asked(lambda: self.storage.get_sliding_window(name, WINDOW_SECONDS))
        if window is None:
            self._own(kind).check(kind, key, now)
        elif (seconds := seconds_until_free(window, size, 1)) > 0:
            raise TooManyRequests(math.ceil(seconds))

    async def charge(self, kind: Limited, key: str) -> None:
        """Count one more of the caller `key`, at most twice what it may do in a minute."""
        name, most = self._name(kind, key), 2 * self.alone.per_minute[kind]
        self._own(kind).charge(kind, key, time.monotonic())
        await self._asked(lambda: self.storage.acquire_sliding_window_entry(name, most, WINDOW_SECONDS, 1))

    async def are_shared(self) -> bool:
        """Return whether the server answers; when it does again, it counts again from now on."""
        self.retry_at = 0.0
        # Not the library's own check, which says False where the others say what went wrong.
        return await self._asked(lambda: self.storage.get("readiness")) is not None

    async def close(self) -> None:
        """Close the connections; a later use opens others."""
        with suppress(*FAILURES):
            await self.pool.aclose()

    def _name(self, kind: Limited, key: str) -> str:
        """Return the key of a caller in the server, from which nothing of the caller can be read."""
        hashed = digest(self.key, b"\0".join((kind.encode(), key.encode())), sha256)
        return f"{kind}:{hashed[:16].hex()}"

    def _own(self, kind: Limited) -> RateLimits:
        return self.divided if kind in GUESSES else self.alone

    def _note(self, kind: Limited, key: str, now: float, count: int) -> None:
        if kind in GUESSES:
            with suppress(TooManyRequests):
                self.divided.spend(kind, key, now, count)

    def _refuse_known(self, name: str, now: float) -> None:
        if (until := self.refused.get(name)) is None:
            return
        if until > now and not self.is_away:
            raise TooManyRequests(math.ceil(until - now))
        del self.refused[name]

    async def _too_many(self, name: str, size: int, count: int, now: float) -> TooManyRequests:
        """Return the refusal with the time to wait; who may not do one thing more is remembered until then."""
        window = await self._asked(lambda: self.storage.get_sliding_window(name, WINDOW_SECONDS))
        seconds = seconds_until_free(window, size, count) if window is not None else 1.0
        if count == 1 and seconds > 0:
            self.refused[name] = now + seconds
            if len(self.refused) > MAX_REFUSED:
                self.refused.popitem(last=False)
        return TooManyRequests(max(1, math.ceil(seconds)))

    async def _asked(self, question: Callable[[], Awaitable[Found]]) -> Found | None:
        """Return the server's answer; None when it has none in time, or had none a moment ago."""
        now = time.monotonic()
        if now < self.retry_at:
            return None
        if self.is_away:
            self.retry_at = now + RETRY_SECONDS  # one tries, and the others do not wait with it
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                answer = await question()
        except FAILURES as error:
            self._lost(error)
            return None
        if self.is_away:
            self.is_away, self.retry_at = False, 0.0
            log.warning("limits are shared again")
        return answer

    def _lost(self, error: Exception) -> None:
        self.retry_at = time.monotonic() + RETRY_SECONDS
        if not self.is_away:
            self.is_away = True
            log.error("limits are not shared", code="LIMITS_NOT_SHARED", exception=type(error).__name__)


def seconds_until_free(window: tuple[int, float, int, float], size: int, count: int) -> float:
    """
    Return the seconds after which `count` more fit into `size`; 0 when they do now.

    `window` is what the server has counted: in the window before and the seconds until that is forgotten, in this one
    and the seconds until it is. The window before weighs less and less as its sixty seconds run out. Nobody can do the
    `count` earlier; others may take the room meanwhile. More than `size` never fits: then it is two windows.
    """
    before, before_seconds, current, current_seconds = window
    room = size - count
    if room < 0:
        return 2.0 * WINDOW_SECONDS
    if before * before_seconds / WINDOW_SECONDS + current < room + 1:  # the server rounds down
        return 0.0
    if current <= room and before:
        return max(0.0, before_seconds - WINDOW_SECONDS * (room + 1 - current) / before)
    turn = max(0.0, current_seconds - WINDOW_SECONDS)
    return turn + max(0.0, WINDOW_SECONDS - WINDOW_SECONDS * (room + 1) / current) if current else 0.0
