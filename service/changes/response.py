"""
A stream over HTTP: server-sent events, one line of comment while nothing happens, and an end that says why.

Source: GraphQL over SSE, distinct connections mode, https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import asdict
from datetime import datetime, timedelta

import orjson
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send
from typing_extensions import override

from schema.execution.documents import error
from schema.execution.messages import message
from schema.execution.subscriptions import Subscribed
from schema.execution.view import EVENTS
from service.changes.feed import ChangeFeed
from service.changes.stream import ChangeStream, Event, StreamEnd
from service.http.resource_routes import API_PATH

HEARTBEAT_SECONDS = 15.0  # less than any proxy waits for a silent server
STALLED_SECONDS = 30.0  # a caller that takes nothing for so long is left
LONGEST = timedelta(minutes=15)  # then it is opened again, judged again and logged again
HEADERS = {
    "content-type": f"{EVENTS}; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",  # for a proxy that would collect the events first
}
_HEARTBEAT = b":\n\n"


async def _no_endpoint(_scope: Scope, _receive: Receive, _send: Send) -> None:
    """Serve nothing: the route below is only a name."""


# What log and metrics call a stream: it lasts for minutes, and would spoil the times of the answers.
STREAM_ROUTE = Route(f"{API_PATH} (stream)", _no_endpoint)


class EventStream(Response):
    """The response to a subscription that was opened; it lasts until `until`, or until one of both sides leaves."""

    def __init__(self, feed: ChangeFeed, opened: Subscribed, until: datetime) -> None:
        super().__init__(headers=HEADERS)
        self.feed, self.opened = feed, opened
        self.seconds = max((min(until, opened.request.now + LONGEST) - opened.request.now).total_seconds(), 0.0)

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the events as they come, each part within `STALLED_SECONDS`."""
        scope["route"] = STREAM_ROUTE
        scope["app"].state.metrics.running.pop(str(scope["state"]["request_id"]), None)  # it holds nobody up
        raw = [(name, value) for name, value in self.raw_headers if name != b"content-length"]
        async with self.feed.stream(self.opened) as stream:
            try:
                async with asyncio.timeout(STALLED_SECONDS):
                    await send({"type": "http.response.start", "status": 200, "headers": raw})
                async for part in self._parts(stream):
                    async with asyncio.timeout(STALLED_SECONDS):
                        await send({"type": "http.response.body", "body": part, "more_body": True})
                await send({"type": "http.response.body", "body": b"", "more_body": False})
            except TimeoutError:
                return  # the connection is closed without an end: there is nobody who reads it

    async def _parts(self, stream: ChangeStream) -> AsyncIterator[bytes]:
        loop = asyncio.get_running_loop()
        until = loop.time() + self.seconds
        while stream.ended is None:
            wait = min(HEARTBEAT_SECONDS, until - loop.time())
            if wait <= 0:
                stream.end(StreamEnd.OVER)
            try:
                async with asyncio.timeout(max(wait, 0)):
                    events = await stream.next_events()
            except TimeoutError:
                if until > loop.time():
                    yield _HEARTBEAT
                continue
            if events:
                yield self._told(events)
        if stream.ended is not StreamEnd.STALE and (events := stream.rest()):
            yield self._told(events)
        yield _next(self._farewell(stream.ended)) + b"event: complete\ndata:\n\n"

    def _told(self, events: list[Event]) -> bytes:
        for event in events:
            self.feed.metrics.told.labels(event.kind).inc()
        return b"".join(_next(self.opened.shape.answer(asdict(event))) for event in events)

    def _farewell(self, why: StreamEnd) -> bytes:
        words = message(why.value, self.opened.request.language, "")
        return orjson.dumps({"errors": [error(words, why.value)]})


def _next(data: bytes) -> bytes:
    return b"event: next\ndata: %s\n\n" % data
