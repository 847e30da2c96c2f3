"""Whole responses, which our protocol writes at once: the same bytes as by messages, in turn, and nothing left over."""

import asyncio
import gc
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from service.app import create_app
from service.commands.serving import server_of
from service.http.protocol import WHOLE_RESPONSE, BoundedProtocol
from service.settings import Settings

SMALL, LARGE = b"small", b"x" * 40_000_000
CHANGING = re.compile(rb"(?m)^(date|x-request-id|connection): .*\r\n")


class Application:
    """Answers with a whole response where the protocol takes one, and notes whether it did."""

    def __init__(self) -> None:
        self.wholes: list[bool] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.accept"})
            await send({"type": "websocket.send", "text": (await receive())["text"]})
            return
        if scope["path"] == "/refused":  # before its body was read
            await send({"type": "http.response.start", "status": 413, "headers": [(b"content-length", b"0")]})
            await send({"type": "http.response.body", "body": b""})
            return
        body = LARGE if scope["path"] == "/large" else SMALL
        await receive()
        lines = b"content-length: %d\r\nx-path: %s\r\n" % (len(body), scope["path"].encode())
        self.wholes.append(scope["extensions"][WHOLE_RESPONSE](scope, 200, lines, body))
        if not self.wholes[-1]:
            headers = [(b"content-length", b"%d" % len(body)), (b"x-path", scope["path"].encode())]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": body})


@asynccontextmanager
async def served(server: uvicorn.Server) -> AsyncIterator[int]:
    """Yield the port on which a server listens."""
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.02)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await task


@asynccontextmanager
async def small_service(**settings: Any) -> AsyncIterator[tuple[Application, int]]:
    """Yield a small application behind our protocol, and its port."""
    app = Application()
    config = uvicorn.Config(app, port=0, http=BoundedProtocol, lifespan="off", log_config=None, **settings)
    async with served(uvicorn.Server(config)) as port:
        yield app, port


def asked(path: str, more: str = "", version: str = "1.1") -> bytes:
    return f"POST {path} HTTP/{version}\r\nhost: 127.0.0.1\r\ncontent-length: 1\r\n{more}\r\nx".encode()


async def read_answer(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """Return the head and the body of one answer."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head)
    assert length is not None
    return head, await reader.readexactly(int(length[1]))


async def test_requests_of_one_connection_are_answered_whole_and_in_turn() -> None:
    async with small_service() as (app, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        first = asked("/a")
        answers = []
        for _ in range(3):
            writer.write(first)
            answers.append(await read_answer(reader))
        writer.write(asked("/b") + asked("/c") + asked("/d"))
        answers += [await read_answer(reader) for _ in range(3)]
        writer.close()

    assert [re.search(rb"x-path: (/\w)", head)[1] for head, _ in answers] == [b"/a"] * 3 + [b"/b", b"/c", b"/d"]  # type: ignore[index]
    assert {body for _, body in answers} == {SMALL}
    assert app.wholes[:3] == [True, True, True]
    assert len(app.wholes) == 6


async def test_a_caller_who_reads_slowly_is_waited_for() -> None:
    async with small_service() as (app, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(asked("/large"))
        while not app.wholes:  # noqa: ASYNC110 - nothing tells the caller
            await asyncio.sleep(0.01)
        writer.write(asked("/large"))
        answers = [await read_answer(reader) for _ in range(2)]
        writer.close()

    assert [len(body) for _, body in answers] == [len(LARGE)] * 2
    assert app.wholes == [True, False]


@pytest.mark.parametrize(("more", "version"), [("connection: close\r\n", "1.1"), ("", "1.0")])
async def test_a_connection_that_ends_is_closed_after_its_answer(more: str, version: str) -> None:
    async with small_service() as (app, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(asked("/a", more, version))
        head, body = await read_answer(reader)
        rest = await reader.read()
        writer.close()

    assert (body, rest, app.wholes) == (SMALL, b"", [False])
    assert b"connection: close" in head


async def test_a_connection_is_kept_from_its_last_answer_on() -> None:
    async with small_service(timeout_keep_alive=1) as (_, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        answers = []
        for _ in range(4):  # longer than a connection without requests is kept
            writer.write(asked("/a"))
            answers.append(await read_answer(reader))
            await asyncio.sleep(0.4)
        rest = await reader.read()
        writer.close()

    assert [body for _, body in answers] == [SMALL] * 4
    assert rest == b""


async def test_a_body_that_was_refused_may_still_arrive() -> None:
    async with small_service(timeout_keep_alive=1) as (_, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"PUT /refused HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 8\r\n\r\n")
        head, _ = await read_answer(reader)
        for _ in range(8):  # longer than a connection without requests is kept
            await asyncio.sleep(0.2)
            writer.write(b"x")
        writer.write(asked("/a"))
        _, body = await read_answer(reader)
        writer.close()

    assert head.startswith(b"HTTP/1.1 413 ")
    assert body == SMALL


async def test_the_end_of_a_large_body_does_not_count_as_a_head() -> None:
    async with small_service() as (_, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        large = b"POST /a HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 126000\r\n\r\n" + b"x" * 126_000
        next_one = asked("/b")
        writer.write(large + next_one[:12])
        first = await read_answer(reader)
        writer.write(next_one[12:])
        second = await read_answer(reader)
        writer.close()

    assert [body for _, body in (first, second)] == [SMALL, SMALL]


async def test_a_web_socket_is_not_closed_as_an_idle_connection() -> None:
    upgrade = (
        "GET /socket HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n"
        "sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    )
    async with small_service(timeout_keep_alive=1, ws="websockets-sansio") as (_, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(asked("/a"))
        await read_answer(reader)
        writer.write(upgrade.encode())
        head = await reader.readuntil(b"\r\n\r\n")
        await asyncio.sleep(1.5)  # longer than a connection without requests is kept
        writer.write(b"\x81\x82\0\0\0\0hi")  # a text of two characters, masked with nothing
        echoed = await reader.readexactly(4)
        writer.close()

    assert head.startswith(b"HTTP/1.1 101 ")
    assert echoed == b"\x81\x02hi"


def alive(kind: type) -> int:
    return sum(isinstance(one, kind) for one in gc.get_objects())


async def test_a_closed_connection_leaves_nothing_behind() -> None:
    async with small_service() as (_, port):
        gc.collect()
        gc.disable()
        try:
            for _ in range(10):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(asked("/a"))
                await read_answer(reader)
                writer.close()
                await writer.wait_closed()
            await asyncio.sleep(0.1)
            left = alive(BoundedProtocol)
        finally:
            gc.enable()

    assert left <= 1  # the last one may be held by what is just running


async def test_an_answered_request_leaves_nothing_behind() -> None:
    async with small_service() as (app, port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        gc.collect()
        gc.disable()  # what is left then is in a circle, and would only be found late
        try:
            for _ in range(20):
                writer.write(asked("/a"))
                await read_answer(reader)
            left = alive(RequestResponseCycle)
        finally:
            gc.enable()
        writer.close()

    assert app.wholes == [True] * 20
    assert left == 1


async def test_the_service_says_the_same_whole_and_by_messages(settings: Settings) -> None:
    given = settings.model_copy(update={"port": 0, "host": "127.0.0.1", "allowed_hosts": "127.0.0.1"})
    wrong = "content-type: application/json\r\n"  # the body is no JSON: answered without a session
    async with served(server_of(create_app(given), given)) as port:
        answers = []
        for closing in ("", "connection: close\r\n"):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(asked("/graphql", wrong + closing))
            answers.append(await read_answer(reader))
            writer.close()

    (whole, whole_body), (messages, messages_body) = answers
    assert whole.startswith(b"HTTP/1.1 400 Bad Request\r\ndate: ")
    assert whole_body == messages_body
    assert sorted(CHANGING.sub(b"", whole).splitlines()) == sorted(CHANGING.sub(b"", messages).splitlines())
    assert [len(CHANGING.findall(head)) for head in (whole, messages)] == [2, 3]
