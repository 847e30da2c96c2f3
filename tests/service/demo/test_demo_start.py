"""The demo as a person meets it: starts with one command, survives a kill, leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from service.database.embedded_postgres import EmbeddedPostgres
from service.settings import ROOT
from tests.support.processes.postgres_directories import clear_away, fresh_directory

PATIENCE = 120  # seconds: a year of attendance is written on the first start, on a busy machine


@pytest.fixture
def state() -> Iterator[Path]:
    directory = fresh_directory()
    yield directory
    clear_away(directory)


def demo(state: Path, port: int) -> subprocess.Popen[str]:
    """Start the demo with its state in a folder of its own."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("POLKU_")}
    environment = ours | {"POLKU_STATE_DIR": str(state), "POLKU_METRICS_PORT": "0", "COLUMNS": "120"}
    command = [sys.executable, "-m", "service.commands.cli", "demo", "--port", str(port)]
    pipe, same = subprocess.PIPE, subprocess.STDOUT
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, start_new_session=True, stdout=pipe, stderr=same
    )


def wait_until_ready(process: subprocess.Popen[str], port: int) -> dict[str, str]:
    """Return what /readyz says once it can be asked."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            return dict(httpx2.get(f"http://127.0.0.1:{port}/readyz").json())
        except httpx2.TransportError:
            time.sleep(0.2)
    process.kill()
    raise AssertionError(process.communicate()[0])


def test_a_demo_starts_is_killed_starts_again_and_ends_with_ctrl_c(state: Path, free_port: int) -> None:
    server = EmbeddedPostgres(state)
    first = demo(state, free_port)
    assert wait_until_ready(first, free_port)["status"] == "ok"
    first.kill()
    first.communicate()
    assert server.is_running(), "the kill was meant to leave the database behind"

    second = demo(state, free_port)
    assert wait_until_ready(second, free_port)["status"] == "ok"
    third = demo(state, free_port + 1)
    refused = third.communicate(timeout=PATIENCE)[0]
    second.send_signal(signal.SIGINT)
    told = second.communicate(timeout=PATIENCE)[0]

    assert "running already" in refused
    assert third.returncode == 2
    assert f"http://127.0.0.1:{free_port}/graphiql" in told
    assert "nothing is left running" in told
    assert second.returncode == 0
    assert not server.is_running()
    assert not server.socket.exists()


def test_a_demo_whose_database_is_killed_starts_it_again_and_goes_on(state: Path, free_port: int) -> None:
    server = EmbeddedPostgres(state)
    running = demo(state, free_port)
    assert wait_until_ready(running, free_port)["status"] == "ok"
    killed = postmaster_of(server)
    os.kill(killed, signal.SIGKILL)

    until = time.monotonic() + PATIENCE
    while postmaster_of(server) in (killed, 0) or wait_until_ready(running, free_port)["database"] != "ok":
        assert time.monotonic() < until, "the database did not come back"
        time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    told = running.communicate(timeout=PATIENCE)[0]

    assert running.returncode == 0, told
    assert "the database ended and is started again" in told
    assert not server.is_running()


def postmaster_of(server: EmbeddedPostgres) -> int:
    """Return the process of the server; 0 while there is none."""
    lock = server.data / "postmaster.pid"
    return int(lock.read_text().split("\n", 1)[0]) if lock.exists() else 0


def test_a_taken_port_is_named_with_a_way_out(state: Path, free_port: int) -> None:
    with subprocess.Popen([sys.executable, "-m", "http.server", str(free_port)], stderr=subprocess.DEVNULL) as squatter:
        for _attempt in range(100):
            try:
                httpx2.get(f"http://127.0.0.1:{free_port}/")
                break
            except httpx2.TransportError:
                time.sleep(0.1)
        told = demo(state, free_port)
        output = told.communicate(timeout=PATIENCE)[0]
        squatter.kill()

    assert told.returncode == 2
    assert f"--port {free_port + 1}" in output
