"""The installation that a command works on: the one in the environment, otherwise the demo of this folder."""

import asyncio
import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from service.database.embedded_postgres import OWNER, EmbeddedPostgres, EmbeddedPostgresFailed
from service.logs import described_exception, log
from service.settings import ROOT, Settings
from service.settings_loading import load_settings

_DATABASE = "polku"
RUNNING = "demo.json"
_LOOK_SECONDS = 1.0


class DemoIsRunning(RuntimeError):
    """Another process already serves the demo of this folder."""

    code = "DEMO_IS_RUNNING"


def state_directory() -> Path:
    """Return the directory of the demo's data: POLKU_STATE_DIR, otherwise a directory beside the code."""
    return Path(os.environ.get("POLKU_STATE_DIR", ROOT / ".state")).resolve()


@contextmanager
def installation() -> Iterator[Settings]:
    """
    Yield the settings for a command; their database can be reached meanwhile.

    Without POLKU_MODE and POLKU_CELL this is the demo: the running one, or its database is started meanwhile.
    """
    if "POLKU_MODE" in os.environ or "POLKU_CELL" in os.environ:
        yield load_settings()
        return
    port_file = state_directory() / RUNNING
    running = json.loads(port_file.read_text("utf-8")) if port_file.exists() else {}
    with demo_database() as urls:
        yield load_settings(mode="demo", **urls, **running)


@contextmanager
def demo_database() -> Iterator[dict[str, str]]:
    """
    Yield the demo's database as settings: the server in POLKU_DATABASE_URL, or the embedded one.

    An embedded server that this call started is stopped afterwards; a server that ran before is left running.
    """
    if "POLKU_DATABASE_URL" in os.environ:
        yield {}
        return
    server = EmbeddedPostgres(state_directory())
    is_started_here = not server.is_running()
    server.start()
    try:
        if not server.has_database(_DATABASE):
            server.create_database(_DATABASE)
        yield {"database_url": server.url(_DATABASE), "owner_database_url": server.url(_DATABASE, OWNER)}
    finally:
        if is_started_here:
            server.stop()


async def keep_database_running() -> None:
    """
    Start the demo's own server again whenever its process is gone; until cancelled.

    Nothing that was acknowledged is lost: the server recovers from its log. A server in POLKU_DATABASE_URL is not ours.
    """
    server = EmbeddedPostgres(state_directory())
    while "POLKU_DATABASE_URL" not in os.environ:
        await asyncio.sleep(_LOOK_SECONDS)
        try:
            if await asyncio.to_thread(server.has_ended):
                log.warning("the database ended and is started again")
                await asyncio.to_thread(server.start)
        except (EmbeddedPostgresFailed, OSError) as error:
            log.error("the database does not start", **described_exception(error))


@contextmanager
def only_demo(port: int) -> Iterator[None]:
    """
    Be the only demo of this folder, and write its port into a file for other commands. A killed demo leaves no lock.

    :raises DemoIsRunning: when another process serves the demo of this folder.
    """
    directory = state_directory()
    directory.mkdir(parents=True, exist_ok=True)
    port_file = directory / RUNNING
    with (directory / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DemoIsRunning("The demo of this folder is running already") from None
        EmbeddedPostgres(directory).stop()  # a killed demo may have left it running
        port_file.write_text(json.dumps({"port": port}), "utf-8")
        try:
            yield
        finally:
            port_file.unlink(missing_ok=True)


def forget_demo() -> None:
    """Remove the demo's data, erasures and secrets; the next start creates new ones."""
    server = EmbeddedPostgres(state_directory())
    server.stop()
    leftovers: list[Any] = [server.data, *(state_directory() / name for name in ("secrets", "erasures", "files"))]
    for directory in leftovers:
        shutil.rmtree(directory, ignore_errors=True)
