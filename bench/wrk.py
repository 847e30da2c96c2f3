"""The load of wrk, a generator in C that takes less of the processor than Python's; used where it is installed."""

import asyncio
import math
import shutil
import subprocess
import tempfile
from asyncio.subprocess import PIPE, STDOUT
from collections.abc import Sequence
from pathlib import Path

import orjson

from bench.load import CONNECTIONS, PATIENCE, BadAnswer, Measured

SCRIPT = Path(__file__).with_name("requests.lua")


def wrk_version() -> str | None:
    """Return the version of the installed wrk; None when there is none."""
    program = shutil.which("wrk")
    if program is None:
        return None
    told = subprocess.run([program, "-v"], capture_output=True, text=True, check=False)
    return told.stdout.partition("[")[0].strip() or "wrk"


def framed(requests: Sequence[bytes]) -> bytes:
    """Return the requests as requests.lua reads them."""
    return b"".join(b"%d\n%s" % (len(request), request) for request in requests)


def measured_by(output: str) -> Measured:
    """
    Return what the script printed at its end.

    :raises BadAnswer: when an answer had another status than 2xx or 3xx, a connection broke, or nothing was printed
    """
    last = output.strip().rpartition("\n")[2]
    if not last.startswith("{"):
        raise BadAnswer(f"wrk said: {output[-500:]}")
    told = orjson.loads(last)
    if told["refused"] or told["broken"] or not told["answers"]:
        raise BadAnswer(f"wrk said: {last}")
    return Measured(told["answers"], told["seconds"], told["median"], told["late"])


async def measured_with_wrk(
    port: int, requests: Sequence[bytes], seconds: float, connections: int = CONNECTIONS
) -> Measured:
    """Return how many answers came within `seconds`, rounded up to whole ones, all connections asking all the time."""
    whole = math.ceil(seconds)
    with tempfile.NamedTemporaryFile() as file:
        file.write(framed(requests))
        file.flush()
        how = ("-t1", f"-c{connections}", f"-d{whole}s", f"--timeout={PATIENCE:.0f}s", "--latency", "-s", str(SCRIPT))
        command = ("wrk", *how, f"http://127.0.0.1:{port}", "--", file.name)
        process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=STDOUT)
        try:
            output, _ = await asyncio.wait_for(process.communicate(), whole + PATIENCE)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    return measured_by(output.decode("utf-8", "replace"))
