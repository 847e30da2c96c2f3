"""Clients that send byte by byte, or without end: they are sent away, and others are served meanwhile."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

import service.http.middleware
import service.http.protocol
from service.app import create_app
from service.commands.serving import server_of
from service.http.protocol import HEAD_BYTES
from service.settings import Settings
from tests.support.processes.haproxy import haproxy_before

HOST, SLOW = "polku.example.org", 40
HEAD = f"POST /provider/authorize HTTP/1.1\r\nhost: {HOST}\r\ncontent-type: application/x-www-form-urlencoded\r\n"
HALF_A_HEAD, HALF_A_BODY = HEAD[:-10], f"{HEAD}content-length: 1000\r\n\r\nusername=a"


@dataclass
class Entrance:
    """Where clients connect: the port, and how they speak there."""

    port: int
    tls: ssl.SSLContext | None

    async def opened(self, text: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Return a connection on which something was sent."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, ssl=self.tls)
        writer.write(text.encode())
        await writer.drain()
        return reader, writer

    async def statuses(self, *paths: str) -> list[int]:
        """Return what requests of a client that is not slow are answered with."""
        scheme = "https" if self.tls else "http"
        async with httpx2.AsyncClient(verify=self.tls or True, headers={"host": HOST}) as client:
            return [(await client.get(f"{scheme}://127.0.0.1:{self.port}{path}")).status_code for path in paths]


def ports() -> list[int]:
    """Return three ports on which nothing listens."""
    import socket

    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(3)]
    found = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return found


@pytest.fixture(params=["directly", pytest.param("haproxy", marks=pytest.mark.haproxy)])
async def entrance(
    request: pytest.FixtureRequest, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Entrance]:
    """The whole service with its own server, alone and behind HAProxy."""
    port, own, plain = ports()
    if request.param == "directly":
        monkeypatch.setattr(service.http.protocol, "HEAD_SECONDS", 1.0)
    monkeypatch.setattr(service.http.middleware, "BODY_SECONDS", 1.0)
    changed = {"port": port, "host": "127.0.0.1", "public_url": f"https://{HOST}"}
    own_settings = settings.model_copy(update=changed)
    server = server_of(create_app(own_settings), own_settings)
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.05)
    if request.param == "directly":
        yield Entrance(port, None)
    else:
        tls = ssl.create_default_context()
        tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE
        async with haproxy_before(port, tmp_path, own, plain, HOST):
            await until_open(own)
            yield Entrance(own, tls)
    server.should_exit = True
    await task


async def until_open(port: int) -> None:
    """Wait until something listens."""
    for _ in range(200):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except ConnectionError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
    pytest.fail("HAProxy does not listen")


async def test_slow_heads_and_bodies_are_sent_away_and_others_are_served_meanwhile(entrance: Entrance) -> None:
    slow = [await entrance.opened(text) for text in [HALF_A_HEAD, HALF_A_BODY] * SLOW]

    served = await entrance.statuses(*["/", "/auth/session"] * 5)
    ends = await asyncio.gather(*(reader.read() for reader, _ in slow))
    later = await entrance.statuses("/")
    for _, writer in slow:
        writer.close()

    assert served == [200, 401] * 5
    assert later == [200]
    assert {end.partition(b"\r\n")[0].split(b" ")[1] for end in ends} == {b"408"}


async def test_a_head_without_end_is_refused(entrance: Entrance) -> None:
    reader, writer = await entrance.opened(HEAD)
    try:
        for number in range(0, 4 * HEAD_BYTES, 1_000):
            writer.write(f"x-{number}: {'x' * 1_000}\r\n".encode())
            await writer.drain()
        end = await reader.read()
    except ConnectionError:  # the rest was not even read
        end = b""
    writer.close()

    assert end.partition(b"\r\n")[0].split(b" ")[1:2] in ([b"431"], [b"400"], [])
    assert await entrance.statuses("/") == [200]


@pytest.mark.haproxy
async def test_behind_haproxy_other_names_and_claimed_addresses_do_not_count(
    settings: Settings, tmp_path: Path
) -> None:
    port, own, plain = ports()
    own_settings = settings.model_copy(update={"port": port, "host": "127.0.0.1", "public_url": f"https://{HOST}"})
    server = server_of(create_app(own_settings), own_settings)
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - as above
        await asyncio.sleep(0.05)
    async with haproxy_before(port, tmp_path, own, plain, HOST):
        await until_open(own)
        async with httpx2.AsyncClient(verify=False) as client:
            right = await client.get(f"https://127.0.0.1:{own}/", headers={"host": HOST})
            wrong = await client.get(f"https://127.0.0.1:{own}/", headers={"host": "mallory.example"})
            moved = await client.get(f"http://127.0.0.1:{plain}/a?b=c", headers={"host": "mallory.example"})
    server.should_exit = True
    await task

    assert (right.status_code, wrong.status_code) == (200, 421)
    assert (moved.status_code, moved.headers["location"]) == (308, f"https://{HOST}/a?b=c")
