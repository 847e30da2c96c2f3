"""The load where wrk is missing: 16 kept-alive connections, requests encoded beforehand, bounded in time."""

import asyncio
import itertools
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

CONNECTIONS = 16
PATIENCE = 30.0  # seconds for a single answer; longer means that the contestant hangs


class BadAnswer(RuntimeError):
    """A contestant answered with something else than 200: what it costs to refuse is not what is measured."""

    code = "BAD_ANSWER"


@dataclass(frozen=True)
class Measured:
    """How many answers came in how many seconds, and after how many seconds half of them and 99 of 100 had come."""

    answers: int
    seconds: float
    median: float
    late: float

    @property
    def per_second(self) -> float:
        return self.answers / self.seconds


def encoded(path: str, body: bytes, headers: Mapping[str, str]) -> bytes:
    """Return a whole HTTP/1.1 request."""
    lines = [f"POST {path} HTTP/1.1", "host: 127.0.0.1", "content-type: application/json"]
    lines += [f"content-length: {len(body)}", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode() + body


class Connection(asyncio.Protocol):
    """One kept-alive connection that asks again as soon as it was answered, until it is told to stop."""

    def __init__(self, requests: Iterator[bytes]) -> None:
        self.requests = requests
        self.answers, self.missing, self.until = 0, 0, 0.0
        self.asked_at, self.waits = 0.0, list[float]()
        self.buffer = b""
        self.last: bytes = b""
        self.is_whole, self.keeps = False, False  # whether the head came, and whether the answer is kept to compare it
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def ask(self, until: float) -> None:
        """Ask, and go on asking until the monotonic time `until`."""
        self.until, self.asked_at = until, time.monotonic()
        self.transport.write(next(self.requests))

    def data_received(self, data: bytes) -> None:
        if self.missing:
            self.missing -= len(data)
            if self.buffer:
                self.buffer += data
        else:
            self._head(self.buffer + data)
        if self.missing == 0 and not self.done.done() and self.is_whole:
            self._answered()

    def _head(self, data: bytes) -> None:
        end = data.find(b"\r\n\r\n")
        self.is_whole = end >= 0
        if end < 0:
            self.buffer = data
            return
        head = data[:end].lower()
        start = head.index(b"content-length:") + 15
        stop = head.find(b"\r\n", start)
        length = int(head[start : stop if stop > 0 else end])
        if not head.startswith(b"http/1.1 200"):
            self.done.set_exception(BadAnswer(data[:600].decode("utf-8", "replace")))
        self.missing = end + 4 + length - len(data)
        self.buffer = data if self.keeps else b""

    def _answered(self) -> None:
        self.answers += 1
        self.last, self.buffer = self.buffer, b""
        now = time.monotonic()
        self.waits.append(now - self.asked_at)
        if now < self.until:
            self.ask(self.until)
        else:
            self.done.set_result(None)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(exc or BadAnswer("the connection was closed"))


async def measured(port: int, requests: Sequence[bytes], seconds: float, connections: int = CONNECTIONS) -> Measured:
    """Return how many answers came within `seconds`, all connections asking all the time."""
    loop, opened, turns = asyncio.get_running_loop(), [], itertools.cycle(requests)
    for _ in range(connections):
        _, connection = await loop.create_connection(partial(Connection, turns), "127.0.0.1", port)
        opened.append(connection)
    started = time.monotonic()
    for connection in opened:
        connection.ask(started + seconds)
    try:
        await asyncio.wait_for(asyncio.gather(*(c.done for c in opened)), seconds + PATIENCE)
    finally:
        for connection in opened:
            connection.transport.close()
    lasted = time.monotonic() - started
    waits = sorted(wait for connection in opened for wait in connection.waits)
    return Measured(len(waits), lasted, waits[len(waits) // 2], waits[len(waits) * 99 // 100])


async def answer(port: int, request: bytes) -> bytes:
    """Return the body of one answer."""
    loop = asyncio.get_running_loop()
    _, connection = await loop.create_connection(lambda: Connection(iter([request])), "127.0.0.1", port)
    connection.keeps = True
    connection.ask(0)
    await asyncio.wait_for(connection.done, PATIENCE)
    connection.transport.close()
    return connection.last.partition(b"\r\n\r\n")[2]
