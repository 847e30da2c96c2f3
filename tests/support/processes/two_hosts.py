"""
Two hosts with a service and a worker each, behind HAProxy, with one PostgreSQL and one Redis, in network namespaces.

Each host has a namespace with an address of its own, so that its line can be cut. The database listens on the end of
the network that belongs to the machine of the test. Files, keys and the list of erasures are on one disk, as on a file
system that hosts share. It needs root, iproute2, HAProxy and Redis.
"""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
from typing_extensions import override

from service.database.embedded_postgres import EmbeddedPostgres
from service.development.drills.installation import (
    DATABASE,
    ScratchInstallation,
    prepared,
    scratch_directory,
    scratch_server,
    wait_until,
)
from service.settings import ROOT
from tests.support.processes.containers import checked, networks
from tests.support.processes.haproxy import certificate_file, running_haproxy
from tests.support.processes.redis_server import PASSWORD, RedisServer

PORT = 8000


@dataclass
class Host:
    """One host: its namespace, its address, the end of its line that can be cut, and what runs on it."""

    namespace: str
    address: str
    line: tuple[str, str]
    given: Mapping[str, str]
    logs: Path
    processes: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    def start(self, *names: str) -> None:
        """Start `serve` or `worker`."""
        ours = {key: value for key, value in os.environ.items() if not key.startswith("POLKU_")}
        given = {**self.given, "host": self.address, "port": str(PORT)}
        for name in names:
            with self._log(name).open("ab") as log:
                self.processes[name] = subprocess.Popen(
                    ["ip", "netns", "exec", self.namespace, sys.executable, "-m", "service.commands.cli", name],
                    cwd=ROOT,
                    env=ours | {f"POLKU_{key.upper()}": value for key, value in given.items()},
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )

    def end(self, *names: str, number: signal.Signals = signal.SIGKILL) -> None:
        """End processes, without a word or with SIGTERM politely."""
        for name in names:
            self.processes[name].send_signal(number)
        for name in names:
            self.processes.pop(name).wait(60)

    def cut(self) -> None:
        """Cut the line of the host: nothing comes or goes, and nobody is told."""
        checked("ip", "-n", self.line[0], "link", "set", self.line[1], "down")

    def mend(self) -> None:
        """Mend the line."""
        checked("ip", "-n", self.line[0], "link", "set", self.line[1], "up")

    def is_ready(self) -> bool:
        """Return whether the host is ready to serve."""
        with suppress(httpx2.HTTPError):
            return self.readiness()[0] == 200
        return False

    def readiness(self) -> tuple[int, dict[str, Any]]:
        """Return status and parts of `/readyz`."""
        answer = httpx2.get(f"http://{self.address}:{PORT}/readyz", timeout=10)
        return answer.status_code, answer.json()

    def log(self, name: str) -> str:
        """Return what a process wrote."""
        return self._log(name).read_text("utf-8")

    def _log(self, name: str) -> Path:
        return self.logs / f"{self.namespace}-{name}.log"


class Turns(httpx2.AsyncBaseTransport):
    """Sends the requests of one browser to the hosts by turns, as a proxy may, with the headers that ours writes."""

    def __init__(self, public_url: str, hosts: Sequence[Host], caller: str) -> None:
        self.inner, self.public_url, self.caller = httpx2.AsyncHTTPTransport(), public_url, caller
        self.hosts, self.asked = hosts, 0

    @override
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Ask the host whose turn it is."""
        host = self.hosts[self.asked % len(self.hosts)]
        self.asked += 1
        url = request.url.copy_with(scheme="http", host=host.address, port=PORT)
        headers = httpx2.Headers(request.headers)
        headers.update(
            {"host": request.url.netloc.decode(), "x-forwarded-for": self.caller, "x-forwarded-proto": "https"}
        )
        sent = httpx2.Request(
            request.method, url, headers=headers, stream=request.stream, extensions=request.extensions
        )
        return await self.inner.handle_async_request(sent)

    @override
    async def aclose(self) -> None:
        """Close the connections."""
        await self.inner.aclose()


@dataclass
class TwoHosts:
    """What runs, and how it is asked: through the proxy, or host by host."""

    installation: ScratchInstallation
    hosts: list[Host]
    redis: RedisServer
    proxy: Path  # the socket on which the proxy is told to take a host out

    def client(self, *hosts: Host, caller: str = "203.0.113.5", **options: Any) -> httpx2.AsyncClient:
        """Return a client of the public address whose requests go to these hosts by turns."""
        turns = Turns(self.installation.address, hosts or self.hosts, caller)
        return httpx2.AsyncClient(transport=turns, base_url=self.installation.address, timeout=60, **options)

    async def tell_proxy(self, command: str) -> None:
        """Tell HAProxy something; it answers nothing when it does it."""
        reader, writer = await asyncio.open_unix_connection(str(self.proxy))
        writer.write(f"{command}\n".encode())
        said = (await reader.read()).decode().strip()
        writer.close()
        assert said == "", said

    async def until_ready(self) -> None:
        """Wait until both hosts are ready."""
        assert wait_until(lambda: all(host.is_ready() for host in self.hosts), 200), [
            host.log("serve")[-2000:] for host in self.hosts
        ]


@contextmanager
def listening(server: EmbeddedPostgres, address: str) -> Iterator[None]:
    """Let a server that listens on its socket alone listen on a network too, where everybody is believed."""
    with (server.data / "pg_hba.conf").open("a", encoding="utf-8") as rules:
        rules.write(f"host all all {address}/24 trust\n")
    server._run("pg_ctl", "-w", "-m", "fast", "-D", str(server.data), "stop")
    more = ["-l", str(server.data / "server.log"), "-o", f"-c listen_addresses={address}"]
    server._run("pg_ctl", "-w", "-D", str(server.data), *more, "start")
    yield


@contextmanager
def network(count: int) -> Iterator[tuple[str, list[tuple[str, str, tuple[str, str]]]]]:
    """Yield the first numbers of a network, and namespace, address and line of so many hosts; .1 is this machine."""
    numbers = f"10.213.{os.getpid() % 250}"
    with networks() as found:
        found.add_bridge("hosts")
        here = f"polku{os.getpid()}"
        checked("ip", "link", "add", here, "type", "veth", "peer", "machine", "netns", found.machine)
        checked("ip", "-n", found.machine, "link", "set", "machine", "master", "hosts", "up")
        checked("ip", "address", "add", f"{numbers}.1/24", "dev", here)
        checked("ip", "link", "set", here, "up")
        made = []
        for number in range(2, 2 + count):
            namespace = found.add(f"host{number}")
            found.join(namespace, "hosts", f"{numbers}.{number}/24")
            made.append((namespace, f"{numbers}.{number}", (found.machine, f"there{found.links}")))
        yield numbers, made


@asynccontextmanager
async def two_hosts(**settings: str) -> AsyncIterator[TwoHosts]:
    """Yield two hosts that serve and work behind their proxy."""
    async with AsyncExitStack() as stack:
        directory = stack.enter_context(scratch_directory(None))
        numbers, places = stack.enter_context(network(4))
        (proxy, public, _), (counting, counter, _), *own = places
        server = stack.enter_context(scratch_server(directory))
        stack.enter_context(listening(server, f"{numbers}.1"))
        (directory / "redis").mkdir()
        redis = RedisServer(directory / "redis", 6379, counter, ("ip", "netns", "exec", counting))
        redis.start()
        stack.callback(redis.kill)
        certificate = certificate_file(directory, public)
        changed = {
            "database_url": f"postgresql://polku_app@{numbers}.1/{DATABASE}",
            "public_url": f"https://{public}",
            "trusted_proxies": f"{public},{numbers}.1",
            "limits_url": redis.url,
            "limits_password": PASSWORD,
            "limits_authorities": str(redis.certificate),
            "limits_hosts": str(len(own)),
            **settings,
        }
        made = await prepared(directory, server, **changed)
        made.authority = certificate
        hosts = [Host(*place, made.given, directory) for place in own]
        for host in hosts:
            stack.callback(lambda host: host.end(*host.processes), host)
            host.start("serve", "worker")
        found = TwoHosts(made, hosts, redis, directory / "haproxy.sock")
        await found.until_ready()
        upstreams = [f"{host.address}:{PORT}" for host in hosts]
        binds, prefix = (f"{public}:443", f"{public}:80"), ("ip", "netns", "exec", proxy)
        await stack.enter_async_context(
            running_haproxy(certificate, public, binds, upstreams, prefix, POLKU_HAPROXY_SOCKET=str(found.proxy))
        )
        yield found
