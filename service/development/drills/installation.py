"""The scratch installation of a drill: PostgreSQL, service and worker of its own, and one supervisor who writes."""

import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID, uuid4

import models
from auth.accounts.undertaking import UNDERTAKING_VERSION
from auth.sessions.sessions import Lifetimes, open_session
from auth.tokens.random_tokens import token_digest
from models.ordering import sort_key
from service.database.connections import orm
from service.database.embedded_postgres import APP, OWNER, EmbeddedPostgres
from service.database.migrations import migrate
from service.database.reference_content import load_reference_content
from service.login.identity import identity
from service.settings import ROOT, Settings
from service.settings_loading import load_settings

DATABASE = "polku_drill"
LIFETIMES = Lifetimes(timedelta(hours=1), timedelta(hours=8))
_NO_LIMIT = "1000000"  # writers who may not write would measure the limits
_NOBODY = "00000000-0000-0000-0000-000000000000"


class DatabaseServer(Protocol):
    """The server of a drill: one of our own, or a cluster."""

    @property
    def data(self) -> Path:
        """The directory of its files; of a cluster, of its primary."""

    def url(self, database: str, role: str = APP) -> str:
        """Return the URL of a database for a role."""

    def start(self) -> None:
        """Start what does not run."""

    def stop(self) -> None:
        """Stop what runs."""

    def has_ended(self) -> bool:
        """Return whether it was started and runs no more."""


@dataclass
class ScratchInstallation:
    """Directory, server, settings and running processes; everything is gone when the drill ends."""

    directory: Path
    server: DatabaseServer
    settings: Settings
    given: Mapping[str, str]
    processes: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    unit: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    authority: Path | None = None  # of a proxy's certificate, where there is a proxy

    @property
    def address(self) -> str:
        """Where the service answers."""
        return self.settings.public_url

    @property
    def tls(self) -> ssl.SSLContext | bool:
        """What a client verifies the address with."""
        return ssl.create_default_context(cafile=self.authority) if self.authority else True

    def start(self, name: str, tree: Path = ROOT) -> None:
        """Start `serve` or `worker` of the code in a directory."""
        ours = {key: value for key, value in os.environ.items() if not key.startswith("POLKU_")}
        command = [sys.executable, "-m", "service.commands.cli", name]
        with self.log(name).open("ab") as log:
            self.processes[name] = subprocess.Popen(  # noqa: S603 - our own command
                command,
                cwd=tree,
                env=ours | {f"POLKU_{key.upper()}": value for key, value in self.given.items()},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def log(self, name: str) -> Path:
        """Return the file of what a process prints; it lies beside the directory, whose disk may be full."""
        return self.directory.with_name(f"{self.directory.name}-{name}.log")

    def kill(self, name: str) -> None:
        """Kill a process as the kernel would."""
        self.processes[name].kill()
        self.processes[name].wait()

    def has_ended(self, name: str) -> bool:
        """Return whether a process ended by itself."""
        return self.processes[name].poll() is not None

    def postmaster(self) -> int:
        """Return the process of the database server."""
        return int((self.server.data / "postmaster.pid").read_text("utf-8").split("\n", 1)[0])

    def signal_database(self, number: signal.Signals) -> None:
        """Send a signal to the server and, before a stop or after it, to each of its processes."""
        parent = self.postmaster()
        for process in (parent, *children_of(parent)):
            with suppress(ProcessLookupError):
                os.kill(process, number)

    def stop(self) -> None:
        """End every process of this installation."""
        for process in self.processes.values():
            process.kill()
            process.wait()
        if isinstance(self.server, EmbeddedPostgres):
            with suppress(OSError, ValueError):
                self.signal_database(signal.SIGCONT)
        self.server.stop()
        for name in self.processes:
            self.log(name).unlink(missing_ok=True)


def children_of(parent: int) -> list[int]:
    """Return the processes that a process started."""
    found = subprocess.run(["pgrep", "-P", str(parent)], capture_output=True, text=True, check=False)  # noqa: S603, S607 - no shell
    return [int(number) for number in found.stdout.split()]


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def scratch_directory(size: str | None) -> Iterator[Path]:
    """Yield a new directory, on a small disk of its own in memory when `size` is given; it is removed in the end."""
    directory = Path(tempfile.mkdtemp(prefix="polku-drill-"))
    directory.chmod(0o755)  # a server of root runs as nobody, who must walk here
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, directory, ignore_errors=True)
        if size is not None:
            mount = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "none", str(directory)]
            subprocess.run(mount, check=True, capture_output=True)  # noqa: S603 - no shell
            stack.callback(subprocess.run, ["umount", "--lazy", str(directory)], check=False, capture_output=True)
        yield directory


@contextmanager
def scratch_server(directory: Path) -> Iterator[EmbeddedPostgres]:
    """Yield a durable server with its data below the directory."""
    server = EmbeddedPostgres(directory)
    server.start()
    server.create_database(DATABASE)
    try:
        yield server
    finally:
        server.stop()


def given_settings(directory: Path, server: DatabaseServer, provider: str, database: str) -> dict[str, str]:
    """Return the settings of the installation by their names; without `provider` it has the embedded one."""
    port = str(free_port())
    outside = {"oidc_issuer": provider, "oidc_country": "FI", "oidc_client_secret": "drill"}
    return {
        "mode": "test",
        "database_url": server.url(database),
        "owner_database_url": server.url(database, OWNER),
        "state_dir": str(directory / "state"),
        "port": port,
        "public_url": f"http://127.0.0.1:{port}",
        "metrics_port": "0",
        "worker_heartbeat_seconds": "1",
        "account_requests_per_minute": _NO_LIMIT,
        "address_requests_per_minute": _NO_LIMIT,
        **(outside if provider else {"embedded_provider": "true"}),
    }


async def prepared(
    directory: Path, server: DatabaseServer, provider: str = "", database: str = DATABASE, **changed: str
) -> ScratchInstallation:
    """
    Return the installation with tables, content and its supervisor; nothing of it runs yet but the server.

    `changed` are settings that differ from those of one process on this machine.
    """
    given = given_settings(directory, server, provider, database) | changed
    settings = load_settings(**given)
    await migrate(settings.owner_url)
    now = datetime.now(UTC)
    await load_reference_content(settings, now)
    made = ScratchInstallation(directory, server, settings, given)
    await store_people(made, now)
    return made


async def store_people(made: ScratchInstallation, now: datetime) -> None:
    """Store an organisation with one unit and one supervisor, who is logged in."""
    async with orm(made.settings.application_url, 2):
        await _people(made, now)


async def _people(made: ScratchInstallation, now: datetime) -> None:
    stamp: dict[str, Any] = {"created_at": now, "created_by": _NOBODY, "modified_at": now, "modified_by": _NOBODY}
    organisation = await models.Organisation.create(state="ACTIVE", name="Drill", business_id="0944845-0", **stamp)
    unit = await models.Unit.create(state="ACTIVE", organisation=organisation, name="Drill", **stamp)
    stamped: dict[str, Any] = stamp | {"sort_key": sort_key("Drill", "Dora")}
    member = await models.StaffMember.create(state="ACTIVE", unit=unit, first_name="Dora", last_name="Drill", **stamped)
    account = await models.Account.create(
        state="ACTIVE",
        issuer=made.settings.oidc_issuer,
        subject=str(uuid4()),
        kind="STAFF",
        name="Dora Drill",
        staff_id=member.pk,
        undertaking_version=UNDERTAKING_VERSION,
        undertaking_accepted_at=now,
        **stamp,
    )
    await models.RoleGrant.create(
        state="IN_FORCE", account=account, role="supervisor", unit_id=unit.pk, starts_on=date(2026, 1, 1), **stamp
    )
    made.unit = f"unit_{unit.pk.hex}"
    made.headers = await session_headers(made.settings, account.pk, now)


async def session_headers(settings: Settings, account: UUID, now: datetime) -> dict[str, str]:
    """Open a session for an account, and return the headers of its requests: origin, CSRF token and cookie."""
    found = identity(settings).authenticator
    value = await open_session(account, None, "", LIFETIMES, now)
    return {
        "origin": settings.public_url,
        "x-csrf-token": found.guard.token(token_digest(value)),
        "cookie": f"{found.cookies.name('session')}={value}",
    }


def wait_until(holds: Any, seconds: float = 600.0) -> bool:
    """Return whether something held within so many seconds."""
    last = time.monotonic() + seconds
    while time.monotonic() < last:
        if holds():
            return True
        time.sleep(0.1)
    return False
