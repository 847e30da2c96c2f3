"""Several workers that serve: forked from one parent, replaced when killed, begun again without a refused request."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg
import httpx2

from service.database.connections import credentials
from service.database.heartbeats import SERVICE
from service.prefork.joined_metrics import free_ports
from service.settings import ROOT
from tests.support.processes.workers import wait_until


@dataclass
class Serving:
    """A parent with its workers."""

    process: subprocess.Popen[str]
    port: int
    metrics_port: int
    ids: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def children(self) -> set[int]:
        """Return the processes of the parent's children."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return set(map(int, path.read_text("utf-8").split()))

    async def metrics(self) -> str:
        async with httpx2.AsyncClient() as client:
            with suppress(httpx2.HTTPError):
                return (await client.get(f"http://127.0.0.1:{self.metrics_port}/metrics")).text
        return ""

    async def all_answer(self) -> bool:
        """Tell whether both workers answer."""
        return 'polku_workers{state="answering"} 2.0' in await self.metrics()

    async def keep_asking(self) -> None:
        """Ask again and again, with a new connection each time, and keep what was not answered."""
        while True:
            try:
                async with httpx2.AsyncClient() as client:
                    answer = await client.get(f"http://127.0.0.1:{self.port}/healthz")
                self.ids.append(answer.headers["x-request-id"])
            except httpx2.HTTPError as error:
                self.failed.append(type(error).__name__)
            await asyncio.sleep(0.01)


def started(command: list[str], environment: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdout=subprocess.DEVNULL)


def processes() -> set[int]:
    """Return the processes of this machine."""
    return {int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()}


@asynccontextmanager
async def serving(database: str, state: Path, workers: int = 2, **settings: str) -> AsyncIterator[Serving]:
    """Yield a parent whose workers answer; it is ended politely afterwards, and must have nothing left running."""
    port, metrics_port = free_ports(2)
    given = {
        "mode": "test",
        "database_url": database,
        "state_dir": str(state),
        "port": str(port),
        "metrics_port": str(metrics_port),
        "allowed_hosts": f"127.0.0.1:{port}",
        **settings,
    }
    ours = {name: value for name, value in os.environ.items() if not name.startswith("POLKU_")}
    environment = ours | {f"POLKU_{name.upper()}": value for name, value in given.items()}
    command = [sys.executable, "-m", "service.commands.cli", "serve", "--workers", str(workers)]
    with started(command, environment) as process:
        found = Serving(process, port, metrics_port)
        try:
            await wait_until(found.all_answer)
            yield found
        finally:
            children = found.children() if process.poll() is None else set()
            process.terminate()
            await asyncio.to_thread(process.wait, 60)
        assert not children & processes()


async def jobs_that_ran(database: str) -> int:
    """Return how many kinds of jobs a worker has run since a moment ago."""
    connection = await asyncpg.connect(**credentials(database))
    try:
        sql = f"DELETE FROM heartbeat WHERE name <> '{SERVICE}' RETURNING name"
        return len(await connection.fetch(sql))
    finally:
        await connection.close()


# Starts the shared service as a worker does, and prints which of our caches had to compute, and what was imported.
STARTING = """
import asyncio, functools, gc, os, sys
from resolvers.reading.cursors import sealed_cursor
from service.commands.serving import shared_service
from service.resources import schema_and_content_types
from service.settings_loading import load_settings

async def started(app):
    async with app.router.lifespan_context(app):
        sealed_cursor(app.state.answering.runtime.cursor_key, b"position", b"binding")

def made():
    caches = [found for found in gc.get_objects() if isinstance(found, functools._lru_cache_wrapper)]
    computed = {(f"{one.__module__}.{one.__qualname__}", one.cache_info().misses) for one in caches}
    return computed | {(name, 0) for name in sys.modules} | {(f, 0) for f in schema_and_content_types()[1]._memo}

app = shared_service(load_settings(mode="test", database_url=sys.argv[1], state_dir=sys.argv[2], metrics_port=0))
threads, before = len(os.listdir("/proc/self/task")), made()
asyncio.run(started(app))
print("FOUND", threads, *sorted(str(name) for name, _ in made() - before))
"""


async def test_the_parent_makes_what_its_workers_need_to_start_and_has_no_threads(
    database_copy: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", STARTING, database_copy, str(tmp_path)]

    done = await asyncio.to_thread(
        subprocess.run, command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )

    found = done.stdout[done.stdout.index("FOUND") :].splitlines()[0]
    assert found == "FOUND 1", "make it in shared_service: each worker makes it for itself alone"


async def test_workers_share_most_of_their_memory(database_copy: str, tmp_path: Path) -> None:
    async with serving(database_copy, tmp_path) as found:
        own = {process: own_megabytes(process) for process in found.children()}

    assert len(own) == 3
    assert max(own.values()) < 20, "what is the same in all workers is made by the parent"


def own_megabytes(process: int) -> float:
    """Return the memory that a process has written itself and shares with nobody."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8")
    return int(re.findall(r"^Private_Dirty:\s+(\d+) kB$", text, re.MULTILINE)[0]) / 1024


async def test_a_killed_worker_is_replaced_and_a_reload_refuses_nobody(database_copy: str, tmp_path: Path) -> None:
    async def do_jobs_run() -> bool:
        return await jobs_that_ran(database_copy) > 0

    async with serving(database_copy, tmp_path, serve_jobs="true") as found:
        before = found.children()
        victim = min(before)
        os.kill(victim, signal.SIGKILL)

        async def is_replaced() -> bool:
            return victim not in found.children() and len(found.children()) == 4 and await found.all_answer()

        await wait_until(is_replaced)
        replaced = found.children()
        asking = asyncio.create_task(found.keep_asking())
        found.process.send_signal(signal.SIGHUP)

        async def is_begun_again() -> bool:
            return not found.children() & replaced and len(found.children()) == 4 and await found.all_answer()

        await wait_until(is_begun_again)
        await jobs_that_ran(database_copy)
        await wait_until(do_jobs_run)
        asking.cancel()
        metrics = await found.metrics()

    assert found.process.returncode == 0
    assert found.failed == []
    assert len(set(found.ids)) == len(found.ids) > 100
    counted = re.findall(r'polku_requests_total\{.*?route="/healthz".*?worker="(\d)"\} \d', metrics)
    assert set(counted) <= {"0", "1"}
    assert 'polku_build_info{version="0.1.0",worker="1"} 1.0' in metrics


async def test_workers_that_cannot_start_end_the_service(tmp_path: Path) -> None:
    port, nothing = free_ports(2)
    settings = {"MODE": "test", "DATABASE_URL": f"postgresql://nobody@127.0.0.1:{nothing}/none", "PORT": str(port)}
    environment = os.environ | {f"POLKU_{name}": value for name, value in settings.items()}
    environment |= {"POLKU_STATE_DIR": str(tmp_path), "POLKU_METRICS_PORT": "0"}
    command = [sys.executable, "-m", "service.commands.cli", "serve", "--workers", "2"]

    ended = await asyncio.to_thread(
        subprocess.run, command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120
    )

    assert ended.returncode == 3, ended.stdout[-500:]
    assert "WORKERS_FAILED" in ended.stdout
