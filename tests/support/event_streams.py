"""Streams of the change feed over real HTTP, as a browser's tab or an agency's system opens them."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx2

from tests.support.queries.shipped import ship

PATIENCE = 30.0
FOLLOW = """subscription F($types: [String!], $ids: [ID!], $since: String) {
  changed(types: $types, ids: $ids, since: $since) { kind type id revision cursor } }"""


class StreamRefused(AssertionError):
    """A stream was not opened; `status` and `codes` say how that was answered."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(body.decode())
        self.status = status
        self.codes = [error["extensions"]["code"] for error in json.loads(body)["errors"]]


@dataclass
class EventStreamReader:
    """An open stream: its raw bytes so far, and the answers that came and were not taken yet."""

    response: httpx2.Response
    raw: bytes = b""
    answers: asyncio.Queue[dict[str, Any] | None] = field(default_factory=asyncio.Queue)

    async def read(self) -> None:
        """Read until the stream ends; `None` is the last answer."""
        buffer = b""
        try:
            async for piece in self.response.aiter_raw():
                self.raw += piece
                buffer += piece
                *blocks, buffer = buffer.split(b"\n\n")
                for block in blocks:
                    if block.startswith(b"event: next\n"):
                        self.answers.put_nowait(json.loads(block.partition(b"data: ")[2]))
        except httpx2.HTTPError:
            pass  # the server is gone
        self.answers.put_nowait(None)

    async def answer(self, patience: float = PATIENCE) -> dict[str, Any] | None:
        """Return the next answer as it came, None at the end."""
        return await asyncio.wait_for(self.answers.get(), patience)

    async def event(self) -> dict[str, Any]:
        """Return the next event."""
        answer = await self.answer()
        assert answer is not None
        assert "errors" not in answer, answer
        return dict(answer["data"]["changed"])

    async def events(self, count: int) -> list[tuple[str, str | None, str | None, int | None]]:
        """Return the next events without their cursors."""
        found = [await self.event() for _ in range(count)]
        return [(event["kind"], event["type"], event["id"], event["revision"]) for event in found]

    async def is_silent(self, seconds: float = 1.5) -> bool:
        """Return whether nothing comes for so long: several times as long as the feed waits between two looks."""
        try:
            await asyncio.wait_for(self.answers.get(), seconds)
        except TimeoutError:
            return True
        return False

    async def end(self) -> list[str]:
        """Return the codes with which the stream ends, and check that it says that it is complete."""
        codes: list[str] = []
        while (answer := await self.answer()) is not None:
            codes += [error["extensions"]["code"] for error in answer.get("errors", ())]
        assert self.raw.endswith(b"event: complete\ndata:\n\n"), self.raw[-200:]
        return codes


@asynccontextmanager
async def event_stream(
    http: httpx2.AsyncClient, headers: Mapping[str, str], query: str = FOLLOW, **variables: Any
) -> AsyncIterator[EventStreamReader]:
    """
    Yield an open stream.

    :raises StreamRefused: when the service answers otherwise
    """
    sent = {**headers, "accept": "text/event-stream"}
    body = {"query": ship(query), "variables": variables}
    async with http.stream("POST", "/graphql", json=body, headers=sent, timeout=PATIENCE) as response:
        if response.headers["content-type"] != "text/event-stream; charset=utf-8":
            raise StreamRefused(response.status_code, await response.aread())
        reader = EventStreamReader(response)
        task = asyncio.create_task(reader.read())
        try:
            yield reader
        finally:
            task.cancel()
