"""What a drill does to the installation while the writers write: each is done, lasts, and is put right again."""

import asyncio
import shutil
import signal
import socket
import threading
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from json import dumps
from pathlib import Path

from service.development.drills.installation import ScratchInstallation

SLOW_CLIENTS = 100
SPARE_BYTES = 1 << 20

Trouble = Callable[[ScratchInstallation], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def stopped_database(it: ScratchInstallation) -> AsyncIterator[None]:
    """Stop every process of the database, as a machine that hangs, and let them go on."""
    it.signal_database(signal.SIGSTOP)
    try:
        yield
    finally:
        it.signal_database(signal.SIGCONT)


@asynccontextmanager
async def killed_database(it: ScratchInstallation) -> AsyncIterator[None]:
    """Kill the server and all of its processes; a supervisor starts it again at the end of the trouble."""
    it.signal_database(signal.SIGKILL)
    yield
    await asyncio.to_thread(it.server.start)


@asynccontextmanager
async def restarted_database(it: ScratchInstallation) -> AsyncIterator[None]:
    """Stop the server as for an update, and start it at the end of the trouble."""
    await asyncio.to_thread(it.server.stop)
    yield
    await asyncio.to_thread(it.server.start)


@asynccontextmanager
async def full_disk(it: ScratchInstallation) -> AsyncIterator[None]:
    """Fill the disk of the database to its last byte, and make room again; a server that gave up is started again."""
    filler = it.directory / "filler"
    await asyncio.to_thread(_fill, it, filler)
    yield
    filler.unlink()
    if await asyncio.to_thread(it.server.has_ended):
        await asyncio.to_thread(it.server.start)


def _fill(it: ScratchInstallation, filler: Path) -> None:
    with filler.open("wb", buffering=0) as file, suppress(OSError):  # until nothing more is taken
        while free := shutil.disk_usage(it.directory).free:
            file.write(b"\0" * min(SPARE_BYTES, free))


@asynccontextmanager
async def killed_process(it: ScratchInstallation, name: str) -> AsyncIterator[None]:
    """Kill a process of ours; a supervisor starts it again at the end of the trouble."""
    it.kill(name)
    yield
    it.start(name)


@asynccontextmanager
async def rude_clients(_it: ScratchInstallation) -> AsyncIterator[None]:
    """Do nothing to the installation: it is the writers who leave before their answers."""
    yield


@asynccontextmanager
async def slow_clients(it: ScratchInstallation, *, with_body: bool) -> AsyncIterator[None]:
    """Hold many connections that send a byte a second: of their headers, or of a body that was announced."""
    begun = b"POST /graphql HTTP/1.1\r\nHost: drill\r\n"
    if with_body:
        begun += b"Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
    connections = [socket.create_connection(("127.0.0.1", it.settings.port)) for _ in range(SLOW_CLIENTS)]
    with ExitStack() as stack:
        for connection in connections:
            stack.callback(connection.close)
            connection.sendall(begun)
        dripping = asyncio.create_task(_drip(connections))
        try:
            yield
        finally:
            dripping.cancel()


async def _drip(connections: list[socket.socket]) -> None:
    while True:
        for connection in connections:
            with suppress(OSError):  # the service has closed it, as it should
                connection.send(b"x")
        await asyncio.sleep(1)


class Provider:
    """An identity provider that publishes its metadata, until it is gone."""

    def __init__(self) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                """Answer with the metadata, whatever was asked."""
                body = dumps({"issuer": f"http://127.0.0.1:{self.server.server_port}"}).encode()  # type: ignore[attr-defined] # an HTTP server has it
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base
                """Print nothing."""

        self.handler, self.port = Handler, 0
        self.server: ThreadingHTTPServer | None = None
        self.start()

    @property
    def issuer(self) -> str:
        """The address under which it is trusted."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Answer, at the same port as before."""
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), self.handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Be gone."""
        if self.server is not None:
            self.server.shutdown()
            self.server.server_close()
        self.server = None

    @asynccontextmanager
    async def gone(self, _it: ScratchInstallation) -> AsyncIterator[None]:
        """Be gone for a while."""
        await asyncio.to_thread(self.stop)
        yield
        self.start()


TROUBLES: Mapping[str, Trouble] = {
    "database-stopped": stopped_database,
    "database-killed": killed_database,
    "database-restarted": restarted_database,
    "disk-full": full_disk,
    "service-killed": partial(killed_process, name="serve"),
    "worker-killed": partial(killed_process, name="worker"),
    "client-gone": rude_clients,
    "slow-headers": partial(slow_clients, with_body=False),
    "slow-bodies": partial(slow_clients, with_body=True),
}
PROVIDER_GONE = "provider-gone"
NAMES = (*TROUBLES, PROVIDER_GONE)
