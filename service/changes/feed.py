"""
The only reader of the outbox in this process: it reads for all streams at once, as long as there are any.

Each batch is one statement, which also asks whether everybody who listens is still who they were. Nothing is kept but
the positions: after a crash the callers go on from their cursors.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from resolvers.changes.batch import Audience, Batch
from resolvers.changes.listeners import Conditions
from resolvers.reading.plan import Reads
from schema.execution.subscriptions import Subscribed
from service.changes.metrics import FeedMetrics
from service.changes.stream import ChangeStream, StreamEnd
from service.logs import described_exception, log
from workflow.calendar import finnish_day

POLL_SECONDS = 0.5
LOOK_SECONDS = 30.0  # so often it is asked of every followed object whether it is still in sight
RETRY_SECONDS = 1.0


class TooManyStreams(Exception):
    """An account has as many streams as one may have; `most` is how many."""

    code = "TOO_MANY_STREAMS"

    def __init__(self, most: int) -> None:
        super().__init__(str(most))
        self.most = most


class StreamsFull(Exception):
    """The process has as many streams as it may have."""

    code = "STREAMS_FULL"


@dataclass
class ChangeFeed:
    """The streams of one process. `reads` is a connection of its own, `clock` tells the present instant."""

    reads: Reads
    conditions: Conditions
    key: bytes
    clock: Callable[[], datetime]
    metrics: FeedMetrics
    most_streams: int
    most_of_account: int
    streams: dict[int, ChangeStream] = field(default_factory=dict)
    is_draining: bool = False
    _per_account: Counter[UUID] = field(default_factory=Counter)
    _number: int = 0
    _audience: tuple[Audience, list[ChangeStream]] | None = None
    _is_followed: asyncio.Event = field(default_factory=asyncio.Event)

    def check_room(self, account: UUID) -> None:
        """
        Check that there is room for another stream of an account.

        :raises TooManyStreams: when the account has its share
        :raises StreamsFull: when the process has, or is about to stop
        """
        if self._per_account[account] >= self.most_of_account:
            raise TooManyStreams(self.most_of_account)
        if len(self.streams) >= self.most_streams or self.is_draining:
            raise StreamsFull

    @asynccontextmanager
    async def stream(self, opened: Subscribed) -> AsyncIterator[ChangeStream]:
        """Let an opened subscription listen as long as the block lasts."""
        self._number += 1
        stream = self.streams[self._number] = ChangeStream(self._number, opened, self.key)
        self._per_account[opened.account] += 1
        self._changed()
        try:
            yield stream
        finally:
            self._forget(stream)
            self._per_account[opened.account] -= 1
            self._per_account += Counter()  # without those that are zero

    def drain(self) -> None:
        """End all streams and open no more: the service is about to stop."""
        self.is_draining = True
        for stream in [*self.streams.values()]:
            self._end(stream, StreamEnd.OVER)

    async def run(self) -> None:
        """Read for the streams until cancelled; what the database did not answer is asked again."""
        looked_at = 0.0
        while True:
            await self._is_followed.wait()
            now = asyncio.get_running_loop().time()
            self._end_those_of_another_day()
            if not self.streams:
                continue
            looks_at_all = now - looked_at >= LOOK_SECONDS
            try:
                is_full = await self._read_batch(looks_at_all=looks_at_all)
            except Exception as error:  # noqa: BLE001 - without this task no stream would ever be told anything
                log.warning("change feed failed", **described_exception(error))
                await asyncio.sleep(RETRY_SECONDS)
                continue
            looked_at = now if looks_at_all else looked_at
            if not is_full:
                await asyncio.sleep(POLL_SECONDS)

    async def _read_batch(self, *, looks_at_all: bool) -> bool:
        """Read one batch, tell it, and return whether there may be more."""
        if self._audience is None:
            streams = [*self.streams.values()]
            self._audience = Audience(self.conditions, [stream.listener() for stream in streams]), streams
        audience, streams = self._audience
        listeners = [stream.listener() for stream in streams]
        batch = await audience.read(self.reads, listeners, self.clock(), looks_at_all=looks_at_all)
        self.metrics.batches.inc()
        self.metrics.read.inc(batch.events)
        for stream in streams:
            self._tell(stream, batch)
        if batch.oldest is not None:
            self.metrics.lag.observe(max((self.clock() - batch.oldest).total_seconds(), 0.0))
        return batch.is_full

    def _tell(self, stream: ChangeStream, batch: Batch) -> None:
        if stream.number in batch.stale:
            self._end(stream, StreamEnd.STALE)
        elif stream.number not in self.streams:
            return
        elif stream.position.life != batch.end.life:
            stream.resynchronise(batch.end)
        else:
            followed = len(stream.followed)
            stream.tell(batch.end, batch.types.get(stream.number, ()), batch.named.get(stream.number, ()))
            if len(stream.followed) != followed:
                self._audience = None

    def _end(self, stream: ChangeStream, why: StreamEnd) -> None:
        if stream.ended is None:
            stream.end(why)
            self.metrics.ended.labels(why.value).inc()
        self._forget(stream)

    def _end_those_of_another_day(self) -> None:
        """End the streams that were opened on another day: rights begin and end with a day in Finland."""
        today = finnish_day(self.clock())
        for stream in [*self.streams.values()]:
            if finnish_day(stream.opened.request.now) != today:
                self._end(stream, StreamEnd.OVER)

    def _forget(self, stream: ChangeStream) -> None:
        if self.streams.pop(stream.number, None) is not None:
            self._changed()

    def _changed(self) -> None:
        self._audience = None
        self.metrics.streams.set(len(self.streams))
        if self.streams:
            self._is_followed.set()
        else:
            self._is_followed.clear()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Read as long as the block lasts."""
        task = asyncio.create_task(self.run())
        try:
            yield
        finally:
            self.drain()
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
