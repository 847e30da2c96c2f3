"""One stream of one tab: what it follows, where it is, and a short queue of what was not sent yet."""

import asyncio
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from resolvers.changes.batch import NamedChange
from resolvers.changes.listeners import Listener
from resolvers.changes.positions import Position, cursor_of
from resolvers.public_ids import public_id
from schema.execution.subscriptions import Subscribed

MOST_QUEUED = 200  # events; a reader that is slower is told RESYNC in their place


class StreamEnd(StrEnum):
    """Why a stream ended; the code of the last error that it is told."""

    STALE = "STREAM_STALE"  # session, account or rights are not any more what they were
    OVER = "STREAM_OVER"  # its time is over, or the service is about to stop: it can be opened again at once


@dataclass(frozen=True)
class Event:
    """An event as the schema names its parts."""

    kind: str
    cursor: str
    type: str | None = None
    id: str | None = None
    revision: int | None = None


@dataclass(eq=False)
class ChangeStream:
    """A stream with this number in its process; `key` seals its cursors."""

    number: int
    opened: Subscribed
    key: bytes
    position: Position = field(init=False)
    followed: dict[UUID, str] = field(init=False)
    ended: StreamEnd | None = None
    _queue: deque[Event] = field(default_factory=deque)
    _woken: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        """Begin where the opening was; a caller whose cursor leads nowhere is told so."""
        opening = self.opened.opening
        self.position, self.followed = opening.position, dict(opening.followed)
        cursor = self._cursor(self.position)
        self._put([Event("OPENED" if opening.goes_on else "RESYNC", cursor)])
        self._put([Event("GONE", cursor, id=id_) for id_ in opening.unseen])

    def listener(self) -> Listener:
        """Return the stream as a batch sees it."""
        return Listener(self.number, self.opened.request.viewer, self.position, self.opened.nouns, dict(self.followed))

    def tell(self, end: Position, nouns: Iterable[str], named: Iterable[NamedChange]) -> None:
        """
        Queue what a batch found, and go on to its end.

        All events but the last have the cursor from before the batch: whoever goes on from one of them is told all of
        it again, and misses nothing.
        """
        before, names = self._cursor(self.position), self.opened.names
        events = [Event("CHANGED", before, names[noun]) for noun in nouns]
        for change in named:
            noun = self.followed[change.object_id]
            kind = "GONE" if change.revision is None else "CHANGED"
            events.append(Event(kind, before, names[noun], public_id(noun, change.object_id), change.revision))
            if change.revision is None:
                del self.followed[change.object_id]
        self.position = max(self.position, end, key=lambda one: one.order)
        if events:
            last = events[-1]
            events[-1] = Event(last.kind, self._cursor(self.position), last.type, last.id, last.revision)
            self._put(events)

    def resynchronise(self, position: Position) -> None:
        """Forget what was not sent, and tell the caller to ask anew from a position on."""
        self.position = position
        self._queue.clear()
        self._put([Event("RESYNC", self._cursor(position))])

    def end(self, why: StreamEnd) -> None:
        """End the stream; a right that ended takes what was not sent with it."""
        if self.ended is None:
            self.ended = why
            if why is StreamEnd.STALE:
                self._queue.clear()
            self._woken.set()

    async def next_events(self) -> list[Event]:
        """Wait for events and return them all; none when the stream ended."""
        while not self._queue and self.ended is None:
            await self._woken.wait()
        self._woken.clear()
        return self.rest()

    def rest(self) -> list[Event]:
        """Return what was not sent yet."""
        found = list(self._queue)
        self._queue.clear()
        return found

    def _put(self, events: list[Event]) -> None:
        self._queue.extend(events)
        if len(self._queue) > MOST_QUEUED:
            self._queue.clear()
            self._queue.append(Event("RESYNC", self._cursor(self.position)))
        self._woken.set()

    def _cursor(self, position: Position) -> str:
        return cursor_of(position, self.opened.account, self.key)
