"""Who is measured: each a process of its own with one worker, started, asked, weighed and ended."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass

from bench.data import STATE
from bench.postgraphile import installation as postgraphile
from bench.processes import cpu_seconds, family_megabytes, proportional_megabytes
from service.settings import ROOT

START_SECONDS = 90.0


class ContestantFailed(RuntimeError):
    """A contestant did not start; its log says why."""

    code = "CONTESTANT_FAILED"


@dataclass(frozen=True)
class Running:
    """A contestant's process."""

    name: str
    port: int
    process: int

    @property
    def megabytes(self) -> float:
        """Memory of the worker, what it shares with others by its share."""
        return proportional_megabytes(self.process)

    @property
    def family_megabytes(self) -> float:
        """Memory of a parent and all its workers."""
        return family_megabytes(self.process)

    def cpu_seconds(self) -> float:
        """Return the processor time that the worker used so far."""
        return cpu_seconds(self.process)


def free_port() -> int:
    """Return a port on which nothing listens, nor on the next one, which is for metrics."""
    while True:
        with socket.create_server(("127.0.0.1", 0)) as probe, suppress(OSError, OverflowError):
            port = int(probe.getsockname()[1])
            with socket.create_server(("127.0.0.1", port + 1)):
                return port


@contextmanager
def started(name: str, url: str) -> Iterator[Running]:
    """
    Yield a contestant that answers, and end it afterwards.

    :raises ContestantFailed: when it ends or says nothing for START_SECONDS
    """
    port, log = free_port(), STATE / f"{name}.log"
    kind = name.partition("@")[0]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("POLKU_")}
    if kind.startswith("postgraphile"):
        command = postgraphile.command(kind.partition("-")[2], port, url)
        environment |= postgraphile.environment()
    else:
        command = [sys.executable, "-m", "bench.serve", kind, str(port), url]
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
    try:
        until = time.monotonic() + START_SECONDS
        while not answers(port):
            if process.poll() is not None or time.monotonic() > until:
                raise ContestantFailed(f"{name} did not start:\n{log.read_text('utf-8')[-2000:]}")
            time.sleep(0.1)
        yield Running(name, port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def all_started(contestants: Sequence[tuple[str, str]]) -> Iterator[Mapping[str, Running]]:
    """Yield name → running contestant for (name, database URL)."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(started(name, url)) for name, url in contestants}
