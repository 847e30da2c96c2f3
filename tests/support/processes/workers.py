"""Workers as processes of their own, for tests that kill them."""

import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import anyio

from service.settings import ROOT

PATIENCE = 200.0  # seconds, on a busy machine


@contextmanager
def worker(database: str, state: Path, **settings: str) -> Iterator[subprocess.Popen[str]]:
    """Yield a worker process on a database; it is killed at the end if it still runs."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("POLKU_")}
    given = {
        "mode": "test",
        "database_url": database,
        "state_dir": str(state),
        "worker_heartbeat_seconds": "1",
        "metrics_port": "0",
        **settings,
    }
    environment = ours | {f"POLKU_{name.upper()}": value for name, value in given.items()}
    command = [sys.executable, "-m", "service.commands.cli", "worker"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            yield process
        finally:
            process.kill()


async def wait_until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Wait until a condition holds; fail when it never does."""
    last = time.monotonic() + PATIENCE
    while not await holds():
        assert time.monotonic() < last, "it never happened"
        await anyio.sleep(0.05)
