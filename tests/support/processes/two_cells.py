"""Two cells on one machine: a file that names them, secrets, databases, and the processes that serve them."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from service.database.embedded_postgres import SUPERUSER, EmbeddedPostgres, binaries
from service.development.drills.installation import ScratchInstallation, store_people
from service.settings import ROOT
from service.settings_loading import load_settings
from tests.support.processes.haproxy import certificate_file

NAMES = ("kuopio", "mikkeli")


def free_ports(number: int) -> list[int]:
    """Return ports on which nothing listens."""
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    found = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return found


def host_of(name: str) -> str:
    """Return the host name of a cell."""
    return f"{name}.polku.example.org"


@dataclass
class TwoCells:
    """The file of the cells and what lies beside it; the database of a cell has its name."""

    directory: Path
    server: EmbeddedPostgres
    installations: dict[str, ScratchInstallation] = field(default_factory=dict)

    @property
    def file(self) -> Path:
        """The file that names the cells."""
        return self.directory / "cells.toml"

    def write(self) -> None:
        """Write the file, and make the secrets of each cell."""
        tables = ['[shared]\nmode = "test"\nembedded_provider = true\nmetrics_port = 0\n']
        for name, port in zip(NAMES, free_ports(len(NAMES)), strict=True):
            secrets = self.directory / "secrets" / name
            subprocess.run(["bash", ROOT / "deploy/secrets.sh", secrets], check=True, capture_output=True)
            urls = {
                "database_url": self.server.url(name, f"polku_{name}"),
                "owner_database_url": self.server.url(name, f"polku_{name}_owner"),
            }
            lines = [f"[cells.{name}]", f'hosts = ["{host_of(name)}", "{name}.example.org"]', f"port = {port}"]
            lines += [f'directory = "{self.directory / "data" / name}"', f'secrets = "{secrets}"']
            tables.append("\n".join([*lines, *(f'{key} = "{url}"' for key, url in urls.items())]) + "\n")
        self.file.write_text("\n".join(tables), "utf-8")

    def create(self, name: str) -> None:
        """Make the roles and the database of a cell, as deploy/cell.sh does."""
        secrets = self.directory / "secrets" / name
        done = subprocess.run(
            ["bash", ROOT / "deploy/cell.sh", name],
            env={
                "PATH": f"{binaries()}{os.pathsep}{os.environ.get('PATH', '')}",
                "SECRETS": str(secrets),
                "PGHOST": str(self.server.socket),
                "PGUSER": SUPERUSER,
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    def forget(self) -> None:
        """Remove the databases and roles of the cells."""
        for name in NAMES:
            self.server.drop_database(name)
            for role in (f"polku_{name}", f"polku_{name}_owner", f"polku_{name}_rehearsal"):
                self.server.execute(f"DROP ROLE IF EXISTS {role}")

    def run(self, *arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        """Run a command of `run.py` with the file of the cells."""
        ours = {key: value for key, value in os.environ.items() if not key.startswith("POLKU_")}
        return subprocess.run(
            [sys.executable, "-m", "service.commands.cli", *arguments],
            cwd=ROOT,
            env={**ours, "POLKU_CELLS_FILE": str(self.file), **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    async def start(self) -> None:
        """Give each cell an organisation with a supervisor who is logged in, and serve it."""
        for name in NAMES:
            given = {"cell": name, "cells_file": str(self.file)}
            settings = load_settings(**given)
            made = ScratchInstallation(settings.state_dir, self.server, settings, given)
            settings.state_dir.mkdir(parents=True, exist_ok=True)
            await store_people(made, datetime.now(UTC))
            made.start("serve")
            self.installations[name] = made

    def stop(self) -> None:
        """End the services."""
        for made in self.installations.values():
            made.kill("serve")


@asynccontextmanager
async def front(cells: TwoCells) -> AsyncIterator[int]:
    """Run HAProxy with deploy/haproxy/cells.cfg and the files that `run.py cells front` writes; yield its port."""
    import asyncio

    program = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin:/usr/local/sbin")
    assert program, "These tests need HAProxy: apt install haproxy, or leave them out with -m 'not haproxy'"
    written = cells.run("cells", "front", "--to", str(cells.directory / "front"))
    assert written.returncode == 0, written.stdout + written.stderr
    port, plain = free_ports(2)
    environment = {
        "POLKU_CELLS_MAP": str(cells.directory / "front" / "cells.map"),
        "POLKU_BIND": f"127.0.0.1:{port}",
        "POLKU_BIND_PLAIN": f"127.0.0.1:{plain}",
        "POLKU_CERTIFICATES": str(certificate_file(cells.directory, "polku.example.org")),
    }
    files = [ROOT / "deploy/haproxy/cells.cfg", cells.directory / "front" / "cells-backends.cfg"]
    arguments = [part for file in files for part in ("-f", str(file))]
    process = await asyncio.create_subprocess_exec(program, *arguments, "-db", env={**os.environ, **environment})
    try:
        yield port
    finally:
        process.terminate()
        await process.wait()
