"""Redis as deploy/redis sets it, with TLS and the shipped rights, stopped, killed and started again by tests."""

import hashlib
import re
import shutil
import signal
import subprocess
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from redis.asyncio import Redis
from redis.exceptions import RedisError

from service.settings import ROOT
from tests.support.processes.haproxy import certificate_file

SHIPPED, RIGHTS = ROOT / "deploy/redis/redis.conf", ROOT / "deploy/redis/polku.acl"
PASSWORD = "a password of this test"


@dataclass
class RedisServer:
    """A server with TLS on one address; `prefix` is what it is started with, such as `ip netns exec …`."""

    directory: Path
    port: int
    host: str = "127.0.0.1"
    prefix: Sequence[str] = ()
    process: "subprocess.Popen[bytes] | None" = None
    certificate: Path = field(init=False)

    def __post_init__(self) -> None:
        self.certificate = certificate_file(self.directory, self.host)
        digest = hashlib.sha256(PASSWORD.encode()).hexdigest()
        rights = RIGHTS.read_text("utf-8").replace("SHA256_OF_THE_PASSWORD", digest)
        looking = f"user looking on #{digest} ~* +@all\n"  # a test looks at what lies there
        (self.directory / "polku.acl").write_text(rights + looking, "utf-8")
        own = {
            "bind": self.host,
            "tls-port": str(self.port),
            "tls-cert-file": str(self.certificate),
            "tls-key-file": str(self.certificate),
            "aclfile": str(self.directory / "polku.acl"),
            "dir": str(self.directory),
        }
        text = SHIPPED.read_text("utf-8")
        for name, value in own.items():
            text, count = re.subn(rf"^{name} .*$", f"{name} {value}", text, flags=re.MULTILINE)
            assert count == 1, name
        (self.directory / "redis.conf").write_text(text, "utf-8")

    @property
    def url(self) -> str:
        """Where a service shares its limits, without the password."""
        return f"rediss://polku@{self.host}:{self.port}/0"

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        program = shutil.which("redis-server")
        assert program, "These tests need Redis: apt install redis-server, or leave them out with -m 'not redis'"
        command = [*self.prefix, program, str(self.directory / "redis.conf")]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while self.process.poll() is None:
            if subprocess.run(self._ping(), capture_output=True, check=False).returncode == 0:
                return
            time.sleep(0.05)
        raise AssertionError("redis-server ended at its start")

    def kill(self) -> None:
        """Kill the server."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def send(self, number: signal.Signals) -> None:
        """Send a signal, such as SIGSTOP."""
        assert self.process is not None
        self.process.send_signal(number)

    async def stored(self) -> dict[str, tuple[str, int]]:
        """Return key → value and milliseconds until it is forgotten, of everything that lies in the server."""
        url = f"rediss://looking@{self.host}:{self.port}/0"
        found: dict[str, tuple[str, int]] = {}
        async with Redis.from_url(
            url, password=PASSWORD, ssl_ca_certs=str(self.certificate), decode_responses=True
        ) as redis:
            async for key in redis.scan_iter():
                with suppress(RedisError):
                    found[key] = str(await redis.get(key)), int(await redis.pttl(key))
        return found

    def _ping(self) -> list[str]:
        tls = ["--tls", "--cacert", str(self.certificate), "--user", "polku", "--pass", PASSWORD, "--no-auth-warning"]
        return [*self.prefix, "redis-cli", "-h", self.host, "-p", str(self.port), *tls, "get", "polku:readiness"]


@asynccontextmanager
async def running_redis(directory: Path, port: int) -> AsyncIterator[RedisServer]:
    """Yield a server that answers; it is gone in the end."""
    server = RedisServer(directory, port)
    server.start()
    try:
        yield server
    finally:
        server.kill()
