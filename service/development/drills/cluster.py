"""Three machines with PostgreSQL under Patroni and etcd, from the files of deploy/patroni, for the drills."""

import json
import os
import secrets
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from service.database.embedded_postgres import APP, OWNER, SUPERUSER, binaries
from service.development.drills.machines import Machine, machines
from service.development.drills.patroni import CONFIGURATION, SHIPPED, patroni_python
from service.settings import ROOT

NAMES = ("node1", "node2", "node3")
DATABASE = "polku"  # as deploy/initdb.sh names it
PATIENCE_SECONDS = 120.0  # until the machines are one cluster, or one again
RUNNING = ("running", "streaming")
_POSTGRES, _REST, _CLIENTS, _PEERS = 5432, 8008, 2379, 2380


class ClusterFailed(RuntimeError):
    """The cluster did not come to the state that was waited for; the text has the end of its logs."""

    code = "CLUSTER_FAILED"


@dataclass
class Cluster:
    """The machines, their passwords, and Patroni's Python."""

    machines: list[Machine]
    directory: Path
    python: Path
    passwords: Mapping[str, str]
    http: httpx2.Client = field(default_factory=lambda: httpx2.Client(timeout=2))

    def url(self, database: str, role: str = APP) -> str:
        """Return the URL of a database for a role, with all servers."""
        places = ",".join(f"{one.address}:{_POSTGRES}" for one in self.machines)
        return f"postgresql://{role}:{self.passwords[role]}@{places}/{database}"

    @property
    def data(self) -> Path:
        """The directory of the primary's files."""
        return self.primary().directory / "data"

    def start(self) -> None:
        """Start what does not run, and wait until all machines are one cluster."""
        for one in self.machines:
            if not one.processes:
                self._start(one)
        self.wait_until_whole()

    def stop(self) -> None:
        """Kill all machines."""
        for one in self.machines:
            one.kill()
        self.http.close()

    def has_ended(self) -> bool:
        """Return whether no machine runs."""
        return not any(one.processes for one in self.machines)

    def _start(self, one: Machine) -> None:
        environment = self._environment(one)
        etcd = shutil.which("etcd") or "/usr/bin/etcd"
        one.start([etcd], environment, self.log(one, "etcd"))
        command = [str(self.python), "-m", "patroni", str(CONFIGURATION)]
        one.start(command, environment, self.log(one, "patroni"))

    def log(self, one: Machine, program: str) -> Path:
        """Return the file of what a program on a machine prints."""
        return self.directory / f"{one.name}-{program}.log"

    def _environment(self, one: Machine) -> dict[str, str]:
        """Return the variables of node.env with the addresses, directories and passwords of this machine."""
        shipped = [line for line in (SHIPPED / "node.env").read_text("utf-8").splitlines() if "=" in line]
        found = dict(line.split("=", 1) for line in shipped if not line.startswith("#"))
        for number, other in enumerate(self.machines, start=1):
            found = {name: text.replace(f"10.0.0.{number}:", f"{other.address}:") for name, text in found.items()}
        first = self.machines[0]
        for name, text in found.items():
            if "HOSTS" not in name and "CLUSTER" not in name:
                found[name] = text.replace(f"{first.address}:", f"{one.address}:")
        roles = {"SUPERUSER": SUPERUSER, "REPLICATION": "replicator", "REWIND": "rewind", "RESTAPI": "patroni"}
        found |= {f"PATRONI_{name}_PASSWORD": self.passwords[role] for name, role in roles.items()}
        return found | {
            "PATRONI_NAME": one.name,
            "PATRONI_POSTGRESQL_DATA_DIR": str(one.directory / "data"),
            "PATRONI_POSTGRESQL_BIN_DIR": str(binaries()),
            "PATRONI_POSTGRESQL_PGPASS": str(one.directory / "pgpass"),
            "ETCD_NAME": one.name,
            "ETCD_DATA_DIR": str(one.directory / "etcd"),
            "ETCD_INITIAL_ADVERTISE_PEER_URLS": f"http://{one.address}:{_PEERS}",
        }

    def members(self) -> list[Mapping[str, object]]:
        """Return what Patroni says of its members, asked of the first machine that answers; empty when none does."""
        for one in self.machines:
            try:
                answer = self.http.get(f"http://{one.address}:{_REST}/cluster")
                return list(answer.json()["members"])
            except (httpx2.HTTPError, ValueError, KeyError):
                continue
        return []

    def primary(self, *, besides: Machine | None = None) -> Machine:
        """
        Return the machine that holds the lock of the primary and takes writes, once there is one.

        :raises ClusterFailed: when there is none in time
        """
        found: list[Machine] = []

        def is_there() -> bool:
            found[:] = [one for one in self.machines if one is not besides and self._answers(one, "primary")]
            return bool(found)

        self.wait_until(is_there)
        return found[0]

    def _answers(self, one: Machine, role: str) -> bool:
        try:
            return self.http.get(f"http://{one.address}:{_REST}/{role}").status_code == 200
        except httpx2.HTTPError:
            return False

    def wait_until_whole(self) -> None:
        """
        Wait until one machine is the primary, one its synchronous standby, and the third follows too.

        :raises ClusterFailed: when they are not in time
        """
        wanted = sorted(["leader", "replica", "sync_standby"])
        self.wait_until(
            lambda: (
                sorted(str(one["role"]) for one in self.members()) == wanted
                and all(one["state"] in RUNNING for one in self.members())
            )
        )

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """
        Wait until something holds.

        :raises ClusterFailed: when it does not in time
        """
        last = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            if time.monotonic() > last:
                tails = [path.read_text("utf-8", "replace")[-1500:] for path in sorted(self.directory.glob("*.log"))]
                raise ClusterFailed("\n".join([json.dumps(self.members()), *tails]))
            time.sleep(0.2)

    def switch_over(self) -> None:
        """
        Let a planned switch-over happen, as an operator does before maintenance; return when it is done.

        :raises ClusterFailed: when patronictl refuses
        """
        control = [str(self.python), "-c", "from patroni.ctl import ctl; ctl()", "-c", str(CONFIGURATION)]
        done = subprocess.run(  # noqa: S603 - our own command
            [*control, "switchover", "polku", "--leader", self.primary().name, "--force"],
            env={"PATH": os.environ.get("PATH", "")} | self._environment(self.machines[0]),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise ClusterFailed(done.stdout + done.stderr)

    def create_database(self) -> None:
        """Run deploy/initdb.sh against the primary: roles and database."""
        names = {"owner": OWNER, "app": APP, "rehearsal": "polku_rehearsal", "keycloak": "keycloak"}
        folder = self.directory / "secrets"
        folder.mkdir(mode=0o700)
        for name, role in names.items():
            (folder / f"{name}_password").write_text(self.passwords[role], "utf-8")
        where = {"PGHOST": self.primary().address, "PGPASSWORD": self.passwords[SUPERUSER]}
        path = f"{binaries()}{os.pathsep}{os.environ.get('PATH', '')}"
        done = subprocess.run(  # noqa: S603 - our own script
            ["bash", str(ROOT / "deploy/initdb.sh")],  # noqa: S607 - as above
            env={"PATH": path, "SECRETS": str(folder), **where},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise ClusterFailed(done.stderr)


@contextmanager
def cluster(directory: Path) -> Iterator[Cluster]:
    """Yield three machines that are one cluster with an empty database; they are gone afterwards."""
    roles = (SUPERUSER, "replicator", "rewind", "patroni", OWNER, APP, "polku_rehearsal", "keycloak")
    passwords = {role: secrets.token_urlsafe(24) for role in roles}
    with machines(directory, NAMES) as made:
        for one in made:
            one.directory.mkdir(mode=0o700)
            shutil.chown(one.directory, "nobody", "nogroup")
        found = Cluster(made, directory, patroni_python(), passwords)
        try:
            found.start()
            found.create_database()
            yield found
        finally:
            found.stop()
