"""wrk sends the requests that were encoded, each in turn, and what it cannot have answered ends a run."""

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bench.load import BadAnswer, encoded, measured
from bench.wrk import framed, measured_by, measured_with_wrk

REQUESTS = tuple(encoded("/graphql", b'{"n":%d}' % number, {"x-number": str(number)}) for number in range(5))
ANSWER = '\n{"answers": 90, "seconds": 1.5, "median": 0.01, "late": 0.02, "refused": 0, "broken": 0}\n'


@asynccontextmanager
async def answering(port: int, status: bytes) -> AsyncIterator[list[bytes]]:
    """Answer every request with one status; yield the requests that came."""
    came: list[bytes] = []

    async def serve(reader: StreamReader, writer: StreamWriter) -> None:
        while head := await reader.readuntil(b"\r\n\r\n"):
            length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
            came.append(head + await reader.readexactly(length))
            writer.write(b"HTTP/1.1 %s\r\ncontent-length: 2\r\n\r\n{}" % status)

    async def connected(reader: StreamReader, writer: StreamWriter) -> None:
        try:
            await serve(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async with await asyncio.start_server(connected, "127.0.0.1", port):
        yield came


@pytest.mark.wrk
async def test_the_requests_arrive_as_they_were_encoded_and_in_turn(free_port: int) -> None:
    async with answering(free_port, b"200 OK") as came:
        got = await measured_with_wrk(free_port, REQUESTS, 1, connections=1)

    assert came[: len(REQUESTS) * 2] == [*REQUESTS, *REQUESTS]
    assert 0 < got.answers <= len(came)
    assert 0 < got.median <= got.late


@pytest.mark.wrk
async def test_an_answer_that_refuses_ends_the_run_with_wrk(free_port: int) -> None:
    async with answering(free_port, b"403 Forbidden"):
        with pytest.raises(BadAnswer, match=r'"refused": [1-9]'):
            await measured_with_wrk(free_port, REQUESTS, 1)


async def test_the_generator_in_python_sends_the_same_in_turn(free_port: int) -> None:
    async with answering(free_port, b"200 OK") as came:
        got = await measured(free_port, REQUESTS, 0.2, connections=1)

    assert came[: len(REQUESTS) * 2] == [*REQUESTS, *REQUESTS]
    assert got.answers == len(came)


async def test_an_answer_that_refuses_ends_the_run_with_python(free_port: int) -> None:
    async with answering(free_port, b"403 Forbidden"):
        with pytest.raises(BadAnswer, match="403"):
            await measured(free_port, REQUESTS, 0.2)


def test_what_the_script_prints_is_read() -> None:
    got = measured_by(f"Running 1s test …{ANSWER}")

    assert (got.answers, got.per_second, got.median, got.late) == (90, 60.0, 0.01, 0.02)


@pytest.mark.parametrize(
    "output",
    [ANSWER.replace('"refused": 0', '"refused": 1'), ANSWER.replace('"broken": 0', '"broken": 3'), "unable to connect"],
    ids=["refused", "broken", "silent"],
)
def test_a_run_that_was_not_answered_well_is_none(output: str) -> None:
    with pytest.raises(BadAnswer):
        measured_by(output)


def test_a_request_is_framed_by_its_length() -> None:
    assert framed([b"ab\n", b"c"]) == b"3\nab\n1\nc"
