"""Which installation a command works on: the one the environment describes, or else the demo of this folder."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from service.database.embedded_postgres import OWNER, EmbeddedPostgres
from service.settings import ROOT, Settings
from service.settings_loading import load_settings

_DATABASE = "polku"
RUNNING = "demo.json"


class DemoIsRunning(RuntimeError):
    """Another process of this folder serves the demo already."""

    code = "DEMO_IS_RUNNING"


def state_directory() -> Path:
    """Return where this folder keeps the demo: beside the code, or where POLKU_STATE_DIR says."""
    return Path(os.environ.get("POLKU_STATE_DIR", ROOT / ".state")).resolve()


@contextmanager
def installation() -> Iterator[Settings]:
    """
    Yield the settings a command works with, and have their database reachable meanwhile.

    Without POLKU_MODE this is the demo: beside a running one, or with its database started while the command runs.
    """
    if "POLKU_MODE" in os.environ:
        yield load_settings()
        return
    note = state_directory() / RUNNING
    told = json.loads(note.read_text("utf-8")) if note.exists() else {}
    with demo_database() as urls:
        yield load_settings(mode="demo", **urls, **told)


@contextmanager
def demo_database() -> Iterator[dict[str, str]]:
    """
    Yield the demo's database, as settings: the server that POLKU_DATABASE_URL names, or the embedded one.

    An embedded server that this call started is stopped afterwards, one that somebody else started is left alone.
    """
    if "POLKU_DATABASE_URL" in os.environ:
        yield {}
        return
    server = EmbeddedPostgres(state_directory())
    is_ours = not server.is_running()
    server.start()
    try:
        if not server.has_database(_DATABASE):
            server.create_database(_DATABASE)
        yield {"database_url": server.url(_DATABASE), "owner_database_url": server.url(_DATABASE, OWNER)}
    finally:
        if is_ours:
            server.stop()


@contextmanager
def only_demo(port: int) -> Iterator[None]:
    """
    Be the only demo of this folder, and note its port for other commands. A killed demo leaves no lock behind.

    :raises DemoIsRunning: when another process serves it.
    """
    directory = state_directory()
    directory.mkdir(parents=True, exist_ok=True)
    note = directory / RUNNING
    with (directory / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DemoIsRunning("The demo of this folder is running already") from None
        EmbeddedPostgres(directory).stop()  # what a killed demo left running
        note.write_text(json.dumps({"port": port}), "utf-8")
        try:
            yield
        finally:
            note.unlink(missing_ok=True)


def forget_demo() -> None:
    """Remove the demo's data, erasures and secrets; the next start makes new ones."""
    server = EmbeddedPostgres(state_directory())
    server.stop()
    leftovers: list[Any] = [server.data, *(state_directory() / name for name in ("secrets", "erasures", "files"))]
    for directory in leftovers:
        shutil.rmtree(directory, ignore_errors=True)
